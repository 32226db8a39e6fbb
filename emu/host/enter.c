/* SPDX-License-Identifier: MIT */
#include "host/enter.h"

#include "runtime/current_callout.h"
#include "runtime/schedule.h"

#include <string.h>

static void take_slots(struct functions *functions, const MPRAPI_ADMIN_DLL_CALLBACKS *table)
{
    for (int id = 0; id < CALLOUT_COUNT; id++)
        if (callouts[id].slot_offset != CALLOUT_NO_SLOT)
            memcpy(&functions->slots[id], (const char *)table + callouts[id].slot_offset, sizeof functions->slots[id]);
}

/* All callouts take pointers, and return a number of 32 bits or nothing: they are called by how many. What the register
 * of the result holds behind one that returns nothing is not looked at. */
typedef uint32_t(APIENTRY *with_0)(void);
typedef uint32_t(APIENTRY *with_1)(void *);
typedef uint32_t(APIENTRY *with_2)(void *, void *);
typedef uint32_t(APIENTRY *with_3)(void *, void *, void *);
typedef uint32_t(APIENTRY *with_4)(void *, void *, void *, void *);

/* A callout made after the typedef of Windows takes the last structure by value. There that is a pointer to it, so
 * that both work; here it is a copy on the stack, which stands beside the pointer in its register. */
#if defined(__x86_64__) && !defined(_WIN32)
typedef uint32_t(APIENTRY *with_value)(void *, void *, void *, void *, RAS_CONNECTION_3);
#define WITH_VALUE(f, p) ((with_value)(f))((p)[0], (p)[1], (p)[2], (p)[3], *(const RAS_CONNECTION_3 *)(p)[3])
#else
#define WITH_VALUE(f, p) ((with_4)(f))((p)[0], (p)[1], (p)[2], (p)[3])
#endif

static uint32_t call_pointer(callout_pointer f, const struct callout *callout, void *const p[CALLOUT_PARAMETERS_MOST])
{
    if (callout->last_by_value)
        return WITH_VALUE(f, p);
    switch (callout->parameter_count) {
    case 0:
        return ((with_0)f)();
    case 1:
        return ((with_1)f)(p[0]);
    case 2:
        return ((with_2)f)(p[0], p[1]);
    case 3:
        return ((with_3)f)(p[0], p[1], p[2]);
    default:
        return ((with_4)f)(p[0], p[1], p[2], p[3]);
    }
}

static uint32_t step_in(struct functions *functions, const struct callout *callout, enum origin origin,
                        void *const p[CALLOUT_PARAMETERS_MOST])
{
    enum callout_id id = callout_id(callout);
    uint32_t result = call_pointer(origin == ORIGIN_SLOT ? functions->slots[id] : functions->exports[id], callout, p);
    for (unsigned i = 0; i < callout->parameter_count; i++)
        if (callout->parameters[i].argument == ARGUMENT_CALLBACKS)
            take_slots(functions, p[i]);
    return callout->result == RESULT_VOID ? 0 : result;
}

/* A callout of ours under way, as libmprapi sees it */
struct entered {
    struct rras_callout callout;
    const struct entry *entry;
};
_Static_assert(offsetof(struct entered, callout) == 0, "what is handed back is the whole");

static DWORD on_forbidden_entered(struct rras_callout *callout, const char *function)
{
    const struct entry *entry = ((struct entered *)callout)->entry;
    rras_system_enter();
    DWORD answer = entry->forbidden(entry->watch, function);
    rras_system_leave();
    return answer;
}

static void on_debug(struct rras_callout *callout, const char *text)
{
    struct call_watch *watch = ((struct entered *)callout)->entry->watch;
    watch->output(watch, "debug", ROLE_BOTH, text);
}

static void point_at(struct arguments *arguments, const struct callout *callout,
                     void *pointers[CALLOUT_PARAMETERS_MOST])
{
    for (unsigned i = 0; i < callout->parameter_count; i++)
        pointers[i] = (char *)arguments + argument_places[callout->parameters[i].argument].offset;
}

/* The one argument that points at itself */
static void place_parameters(const struct callout *callout, void *const pointers[CALLOUT_PARAMETERS_MOST], bool gone)
{
    for (unsigned i = 0; i < callout->parameter_count; i++)
        if (callout->parameters[i].argument == ARGUMENT_NT4_PARAMETERS)
            nt4_parameters_place(pointers[i], gone);
}

static void take_out(struct arguments *out, const struct callout *callout,
                     void *const pointers[CALLOUT_PARAMETERS_MOST])
{
    for (unsigned i = 0; i < callout->parameter_count; i++) {
        const struct member *place = &argument_places[callout->parameters[i].argument];
        if (arguments_has(callout, i, ARGUMENTS_OUT))
            memcpy((char *)out + place->offset, pointers[i], place->size);
    }
}

struct call_report enter(struct functions *functions, const struct callout *callout, enum origin origin,
                         const struct arguments *in, struct arguments *out, const struct entry *entry)
{
    struct rras_clock clock = {TRUE, entry->watch->start, entry->watch->now_ns};
    struct entered entered = {{.clock = clock,
                               .shared_forbidden = entry->watch->shared_forbidden,
                               .forbidden = on_forbidden_entered,
                               .debug = on_debug},
                              entry};
    struct call_report report = {.outcome = OUTCOME_RETURNED};
    void *pointers[CALLOUT_PARAMETERS_MOST];
    if (entry->stage) {
        stage_set(entry->stage, callout, in, pointers);
    } else {
        arguments_copy(out, in, callout, ARGUMENTS_ALL);
        point_at(out, callout, pointers);
    }
    place_parameters(callout, pointers, false);
    rras_dll_enter(clock);
    rras_callout_enter(&entered.callout);
    report.result = step_in(functions, callout, origin, pointers);
    rras_callout_leave();
    report.slept_ns = rras_callout_slept(&entered.callout);
    rras_dll_leave();
    place_parameters(callout, pointers, true);
    report.faults = check_inputs(callout, in, pointers);
    if (entry->stage) {
        take_out(out, callout, pointers);
        stage_clear(entry->stage, !entry->watch->arguments_stay);
        report.overruns = entry->stage->overruns;
    }
    return report;
}

uint64_t enter_next(void *unused)
{
    (void)unused;
    return rras_schedule_next();
}

void enter_advance(struct call_watch *watch, uint64_t horizon_ns, bool (*told)(void))
{
    enum { STEPS_MOST = 10000 }; /* a part of the time that a request has, however much a thread does in virtual time */
    int steps = 0;
    do {
        uint64_t next = rras_schedule_next();
        if (next >= horizon_ns)
            break;
        watch->now_ns = next > watch->now_ns ? next : watch->now_ns;
        rras_dll_enter((struct rras_clock){TRUE, watch->start, watch->now_ns});
        rras_dll_leave();
    } while (!told() && ++steps < STEPS_MOST);
}
