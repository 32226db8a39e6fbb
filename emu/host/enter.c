/* SPDX-License-Identifier: MIT */
#include "host/enter.h"

#include "runtime/callout.h"

#include <string.h>

static void take_slots(struct functions *functions, const MPRAPI_ADMIN_DLL_CALLBACKS *table)
{
    for (int id = 0; id < CALLOUT_COUNT; id++)
        if (callouts[id].slot_offset != CALLOUT_NO_SLOT)
            memcpy(&functions->slots[id], (const char *)table + callouts[id].slot_offset,
                   sizeof functions->slots[id]);
}

/* The prototypes of callouts that have no pointer type, or a wrong one */
typedef DWORD(APIENTRY *initialize_function)(VOID);
typedef DWORD(APIENTRY *initialize_ex_function)(MPRAPI_ADMIN_DLL_CALLBACKS *);
#if defined(__x86_64__) && !defined(_WIN32)
/* A callout made after the typedef of Windows takes the last structure by value. There that is a pointer to it, so
 * that both work; here it is a copy on the stack, which stands beside the pointer in its register. */
typedef VOID(APIENTRY *hangup3_function)(RAS_CONNECTION_0 *, RAS_CONNECTION_1 *, RAS_CONNECTION_2 *,
                                         RAS_CONNECTION_3 *, RAS_CONNECTION_3);
#define BY_VALUE(structure) , *(RAS_CONNECTION_3 *)(structure)
#else
typedef VOID(APIENTRY *hangup3_function)(RAS_CONNECTION_0 *, RAS_CONNECTION_1 *, RAS_CONNECTION_2 *,
                                         RAS_CONNECTION_3 *);
#define BY_VALUE(structure)
#endif

static uint32_t step_in(struct functions *functions, const struct callout *callout,
                        enum origin origin, void *const p[CALLOUT_PARAMETERS_MOST])
{
    enum callout_id id = callout_id(callout);
    callout_pointer f = origin == ORIGIN_SLOT ? functions->slots[id] : functions->exports[id];
    uint32_t result = 0;
    switch (id) {
    case CALLOUT_INITIALIZE:
        return ((initialize_function)f)();
    case CALLOUT_INITIALIZE_EX:
        result = ((initialize_ex_function)f)(p[0]);
        take_slots(functions, p[0]);
        return result;
    case CALLOUT_TERMINATE:
        return ((PMPRADMINTERMINATEDLL)f)();
    case CALLOUT_GET4:
        return ((PMPRADMINGETIPADDRESSFORUSER)f)(p[0], p[1], p[2], p[3]);
    case CALLOUT_RELEASE4:
        ((PMPRADMINRELEASEIPADRESS)f)(p[0], p[1], p[2]);
        return 0;
    case CALLOUT_GET6:
        return ((PMPRADMINGETIPV6ADDRESSFORUSER)f)(p[0], p[1], p[2], p[3]);
    case CALLOUT_RELEASE6:
        ((PMPRADMINRELEASEIPV6ADDRESSFORUSER)f)(p[0], p[1], p[2]);
        return 0;
    case CALLOUT_ACCEPT:
        return (uint32_t)((PMPRADMINACCEPTNEWCONNECTION)f)(p[0], p[1]);
    case CALLOUT_HANGUP:
        ((PMPRADMINCONNECTIONHANGUPNOTIFICATION)f)(p[0], p[1]);
        return 0;
    case CALLOUT_ACCEPT2:
        return (uint32_t)((PMPRADMINACCEPTNEWCONNECTION2)f)(p[0], p[1], p[2]);
    case CALLOUT_HANGUP2:
        ((PMPRADMINCONNECTIONHANGUPNOTIFICATION2)f)(p[0], p[1], p[2]);
        return 0;
    case CALLOUT_ACCEPT3:
        return (uint32_t)((PMPRADMINACCEPTNEWCONNECTION3)f)(p[0], p[1], p[2], p[3]);
    case CALLOUT_HANGUP3:
        ((hangup3_function)f)(p[0], p[1], p[2], p[3] BY_VALUE(p[3]));
        return 0;
    case CALLOUT_ACCEPT_EX:
        return (uint32_t)((PMPRADMINACCEPTNEWCONNECTIONEX)f)(p[0]);
    case CALLOUT_HANGUP_EX:
        ((PMPRADMINCONNECTIONHANGUPNOTIFICATIONEX)f)(p[0]);
        return 0;
    case CALLOUT_REAUTHENTICATE:
        return (uint32_t)((PMPRADMINACCEPTREAUTHENTICATION)f)(p[0], p[1], p[2], p[3]);
    case CALLOUT_REAUTHENTICATE_EX:
        return (uint32_t)((PMPRADMINACCEPTREAUTHENTICATIONEX)f)(p[0]);
    case CALLOUT_ENDPOINT_EX:
        return (uint32_t)((PMPRADMINACCEPTTUNNELENDPOINTCHANGEEX)f)(p[0]);
    case CALLOUT_PREAUTHENTICATE_EX:
        return ((PMPRADMINRASVALIDATEPREAUTHENTICATEDCONNECTIONEX)f)(p[0]);
    case CALLOUT_ACCEPT_LINK:
        return (uint32_t)((PMPRADMINACCEPTNEWLINK)f)(p[0], p[1]);
    case CALLOUT_LINK_HANGUP:
        ((PMPRADMINLINKHANGUPNOTIFICATION)f)(p[0], p[1]);
        return 0;
    case CALLOUT_NT4_ACCEPT:
        return (uint32_t)((nt4_accept_function)f)(p[0], p[1], p[2]);
    case CALLOUT_NT4_HANGUP:
        ((nt4_hangup_function)f)(p[0], p[1], p[2]);
        return 0;
    case CALLOUT_NT4_GET4:
        return ((nt4_get_function)f)(p[0], p[1], p[2], p[3]);
    case CALLOUT_NT4_RELEASE4:
        ((nt4_release_function)f)(p[0], p[1], p[2]);
        return 0;
    case CALLOUT_COUNT:
        break;
    }
    return 0;
}

/* A callout of ours under way, as libmprapi sees it */
struct visit {
    struct rras_callout callout;
    const struct entry *entry;
};

static DWORD on_forbidden(struct rras_callout *callout, const char *function)
{
    const struct entry *entry = ((struct visit *)callout)->entry;
    return entry->forbidden(entry->watch, function);
}

static void on_debug(struct rras_callout *callout, const char *text)
{
    struct call_watch *watch = ((struct visit *)callout)->entry->watch;
    watch->output(watch, "debug", PROCESS_BOTH, text);
}

static void point_at(struct arguments *arguments, const struct callout *callout,
                     void *pointers[CALLOUT_PARAMETERS_MOST])
{
    for (unsigned i = 0; i < callout->parameter_count; i++)
        pointers[i] =
            (char *)arguments + argument_places[callout->parameters[i].argument].offset;
}

/* The one argument that points at itself */
static void place_parameters(const struct callout *callout, void *const pointers[CALLOUT_PARAMETERS_MOST],
                             bool gone)
{
    for (unsigned i = 0; i < callout->parameter_count; i++)
        if (callout->parameters[i].argument == ARGUMENT_NT4_PARAMETERS)
            nt4_parameters_place(pointers[i], gone);
}

static void take_out(struct arguments *out, const struct callout *callout, void *const pointers[CALLOUT_PARAMETERS_MOST])
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
    struct visit visit = {{.clock = clock,
                           .shared_forbidden = entry->watch->shared_forbidden,
                           .forbidden = on_forbidden,
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
    rras_clock_set(clock);
    rras_callout_enter(&visit.callout);
    report.result = step_in(functions, callout, origin, pointers);
    rras_callout_leave();
    place_parameters(callout, pointers, true);
    report.slept_ns = visit.callout.slept_ns;
    report.faults = check_inputs(callout, in, pointers);
    if (entry->stage) {
        take_out(out, callout, pointers);
        stage_clear(entry->stage, !entry->watch->arguments_stay);
        report.overruns = entry->stage->overruns;
    }
    return report;
}
