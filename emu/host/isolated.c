/* SPDX-License-Identifier: MIT */
#include "host/isolated.h"

#include "host/ask.h"
#include "host/pe_image.h"

#include <limits.h>
#include <sched.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { WORKER_ADDRESS, WORKER_NOTIFICATION, WORKER_COUNT };

/** Processes of this system, and such as run under Wine. */
enum kind { KIND_NATIVE, KIND_WINDOWS, KIND_COUNT };

/** A DLL as both workers of its kind have it, under the same number. */
struct module {
    enum kind kind;
    struct module *next; /* in order of loading */
    char *path;
    const struct callout *initialize; /* what it was initialized by; NULL: not yet */
    bool failed[WORKER_COUNT];        /* there it could not be initialized */
    uint32_t number;
    struct dll_source source; /**< with the path above */
    struct export_list exports;
};

struct isolated {
    struct isolated_options options;
    char program[PATH_MAX];
    struct wine wine; /* once it is needed */
    int worker_count;
    struct process workers[KIND_COUNT][WORKER_COUNT];
    struct module *modules;
    uint32_t module_counts[KIND_COUNT];
    uint64_t round_trips; /* of workers that are gone */
    struct error error;
};

/* --- the worker program --- */

static bool is_program(const char *path)
{
    return access(path, X_OK) == 0;
}

/* Beside this program, as in the build folder, or where it was installed */
void isolated_program(char program[PATH_MAX])
{
    static const char *const places[] = {"rrasemu-worker", "../libexec/rrasemu/rrasemu-worker"};
    char self[PATH_MAX] = "";
    const char *given = getenv("RRASEMU_WORKER");
    ssize_t length = readlink("/proc/self/exe", self, sizeof self - 1);
    char *slash = length > 0 ? strrchr(self, '/') : NULL;
    if (slash)
        slash[1] = '\0';
    for (size_t i = 0; !given && slash && i < sizeof places / sizeof *places; i++) {
        int written = snprintf(program, PATH_MAX, "%s%s", self, places[i]);
        if (written > 0 && written < PATH_MAX && is_program(program))
            return;
    }
    snprintf(program, PATH_MAX, "%s", given ? given : LIBEXECDIR "/rrasemu-worker");
}

/* Wine is looked for when the first DLL needs it. */
static bool find_wine(struct isolated *isolated)
{
    if (isolated->wine.environment)
        return true;
    if (wine_find(&isolated->wine, isolated->program, &isolated->error) &&
        wine_prepare(&isolated->wine, isolated->options.say, &isolated->error))
        return true;
    wine_free(&isolated->wine); /* what is there of it cannot be used */
    return false;
}

static bool start_worker(struct isolated *isolated, enum kind kind, int number)
{
    bool windows = kind == KIND_WINDOWS;
    const struct launch_options options = {isolated->program, windows ? &isolated->wine : NULL, isolated->options.wrap,
                                           isolated->options.page, number + 1};
    struct process *worker = &isolated->workers[kind][number];
    /* Wine's own server may be about to end just when a program wants it. */
    enum { ATTEMPTS = 3 };
    for (int attempt = windows ? 1 : ATTEMPTS; !windows || find_wine(isolated); attempt++) {
        if (process_start(worker, isolated->options.reactor, &options, isolated->options.timeout_ms,
                          &isolated->error) &&
            ask_ready(worker, &isolated->error)) {
            static const enum role roles[WORKER_COUNT] = {ROLE_ADDRESS, ROLE_NOTIFICATION};
            worker->role = isolated->worker_count == 1 ? ROLE_BOTH : roles[number];
            return true;
        }
        if (attempt >= ATTEMPTS)
            return false;
        process_stop(worker);
        isolated->error = (struct error){0};
    }
    return false;
}

static bool start_workers(struct isolated *isolated, enum kind kind)
{
    for (int i = 0; i < isolated->worker_count; i++)
        if (!isolated->workers[kind][i].pid && !start_worker(isolated, kind, i))
            return false;
    return true;
}

bool isolated_page_pays(void)
{
    cpu_set_t processors;
    return sched_getaffinity(0, sizeof processors, &processors) == 0 && CPU_COUNT(&processors) > 1;
}

/* --- loading --- */

/* Which kind of DLL a file is, and whether it can be one at all */
static enum load_result look_at_file(const struct isolated *isolated, const char *path, enum kind *kind,
                                     struct text *why)
{
    *kind = pe_image_is(path) ? KIND_WINDOWS : KIND_NATIVE;
    if (*kind == KIND_WINDOWS && isolated->options.kinds == ISOLATED_NATIVE)
        text_add(why, "is a Windows DLL, which takes --host wine or auto; expected a shared object (.so)");
    else if (*kind == KIND_NATIVE && isolated->options.kinds == ISOLATED_WINDOWS && access(path, F_OK) == 0)
        text_add(why, "is no Windows DLL, which --host wine expects");
    if (why->length)
        return LOAD_NOT_AN_IMAGE;
    return *kind == KIND_WINDOWS ? pe_image_check(path, why) : LOAD_OK;
}

/* Loads it in every process of its kind */
static enum load_result load_module(struct isolated *isolated, struct module *module, struct text *why)
{
    enum load_result result = look_at_file(isolated, module->path, &module->kind, why);
    if (result == LOAD_OK && !start_workers(isolated, module->kind)) {
        text_add(why, isolated->error.text);
        result = LOAD_REFUSED;
    }
    for (int i = 0; i < isolated->worker_count && result == LOAD_OK; i++) {
        text_reset(why); /* of the process before, which has the same to say */
        result = ask_load(&isolated->workers[module->kind][i], &module->source, &module->exports, why);
    }
    return result;
}

/* A DLL may change the working directory of its process. Freed by the caller; NULL when memory runs out */
static char *absolute(const char *path)
{
    char folder[PATH_MAX] = "";
    struct text full = {0};
    if (*path != '/' && getcwd(folder, sizeof folder))
        text_addf(&full, "%s/", folder);
    text_add(&full, path);
    char *copy = full.failed ? NULL : text_duplicate(text_string(&full));
    text_free(&full);
    return copy;
}

static enum load_result load_isolated(void *self, const struct dll_source *source, struct module **loaded,
                                      struct text *why)
{
    struct isolated *isolated = self;
    struct module *module = calloc(1, sizeof *module);
    if (module) {
        module->path = absolute(source->path);
        module->source = *source;
        module->source.path = module->path;
    }
    enum load_result result = module && module->path ? load_module(isolated, module, why) : LOAD_NO_MEMORY;
    if (result != LOAD_OK) {
        if (module)
            free(module->path);
        free(module);
        return result;
    }
    module->number = isolated->module_counts[module->kind]++;
    struct module **last = &isolated->modules;
    while (*last)
        last = &(*last)->next;
    *last = *loaded = module;
    return LOAD_OK;
}

static struct export_list exports(void *self, struct module *module)
{
    (void)self;
    return module->exports;
}

static uint32_t unload(void *self, struct module *module, struct call_watch *watch)
{
    static const char *const names[WORKER_COUNT] = {"address", "notification"};
    struct isolated *isolated = self;
    uint32_t residue = 0;
    for (int i = 0; i < isolated->worker_count; i++)
        residue |= ask_unload(&isolated->workers[module->kind][i], module->number,
                              isolated->worker_count > 1 ? names[i] : NULL, watch);
    struct module **at = &isolated->modules;
    while (*at != module)
        at = &(*at)->next;
    *at = module->next;
    free(module->path);
    free(module);
    return residue;
}

static void stop_worker(struct isolated *isolated, struct process *worker)
{
    isolated->round_trips += worker->round_trips;
    process_stop(worker);
}

static void reset(void *self)
{
    struct isolated *isolated = self;
    for (int kind = 0; kind < KIND_COUNT; kind++) {
        for (int i = 0; i < WORKER_COUNT; i++)
            stop_worker(isolated, &isolated->workers[kind][i]);
        isolated->module_counts[kind] = 0;
    }
}

/* --- calling --- */

static struct asked asked_of(const struct module *module, const struct callout *callout, enum origin origin)
{
    return (struct asked){module->number, callout, origin};
}

/* What a DLL is asked once the one before it has agreed goes with the same request, as far as they live in
 * one process. All such questions are for the notification process. */
static size_t announce(void *self, const struct announced *calls, size_t count, bool until_refusal,
                       const struct call_watch *watch)
{
    struct isolated *isolated = self;
    enum kind kind = calls[0].module->kind;
    struct asked asked[CALLOUTS_AHEAD_MOST];
    const struct arguments *arguments[CALLOUTS_AHEAD_MOST];
    size_t together = 0;
    for (; together < count && calls[together].module->kind == kind; together++) {
        asked[together] = asked_of(calls[together].module, calls[together].callout, calls[together].origin);
        arguments[together] = calls[together].arguments;
    }
    return ask_ahead(&isolated->workers[kind][isolated->worker_count - 1], asked, arguments, together, until_refusal,
                     watch);
}

/* Each process has a table of its own: address slots come from the one, all else from the other
 * (Q11). */
static void merge_tables(struct arguments *notification, const struct arguments *address)
{
    for (int id = 0; id < CALLOUT_COUNT; id++) {
        size_t offset = callouts[id].slot_offset;
        if (offset != CALLOUT_NO_SLOT && callouts[id].role == ROLE_ADDRESS)
            memcpy((char *)&notification->callbacks + offset, (const char *)&address->callbacks + offset,
                   sizeof(void *));
    }
}

/* A DLL does in both what it does in one: what either saw counts once. */
static void merge_overruns(struct overruns *notification, const struct overruns *address)
{
    for (int i = 0; i < CALLOUT_PARAMETERS_MOST; i++)
        for (enum side side = 0; side < SIDES; side++)
            if (address->of[i][side].access)
                notification->of[i][side] = address->of[i][side];
}

static void merge_faults(struct input_faults *notification, const struct input_faults *address)
{
    notification->modified |= address->modified;
    for (int i = 0; i < CALLOUT_PARAMETERS_MOST; i++)
        notification->unterminated[i] |= address->unterminated[i];
}

/* Q12: a DLL is not terminated where it could not be initialized. */
static bool is_asked_there(const struct module *module, const struct callout *callout, int number)
{
    return callout_id(callout) != CALLOUT_TERMINATE || !module->failed[number];
}

static struct call_report ask_there(struct isolated *isolated, struct module *module, int number,
                                    const struct asked *asked, const struct arguments *in, struct arguments *out,
                                    struct call_watch *watch)
{
    if (!is_asked_there(module, asked->callout, number))
        return (struct call_report){.outcome = OUTCOME_RETURNED};
    struct call_report report = ask_call(&isolated->workers[module->kind][number], asked, in, out, watch);
    module->failed[number] = callout_id(asked->callout) != CALLOUT_TERMINATE && report.result != NO_ERROR;
    return report;
}

/* Q11: in both processes; what is seen is one step. Of two results the first that is not zero counts. */
static struct call_report call_both(struct isolated *isolated, struct module *module, const struct callout *callout,
                                    enum origin origin, const struct arguments *in, struct arguments *out,
                                    struct call_watch *watch)
{
    struct arguments address;
    const struct asked asked = asked_of(module, callout, origin);
    bool both = is_asked_there(module, callout, WORKER_ADDRESS) && is_asked_there(module, callout, WORKER_NOTIFICATION);
    struct call_report first = ask_there(isolated, module, WORKER_ADDRESS, &asked, in, &address, watch);
    if (first.outcome != OUTCOME_RETURNED)
        return first;
    struct call_report second = ask_there(isolated, module, WORKER_NOTIFICATION, &asked, in, out, watch);
    if (second.outcome != OUTCOME_RETURNED)
        return second;
    if (both && first.result != second.result)
        watch->differs(watch, first.result, second.result);
    if (callout_id(callout) == CALLOUT_INITIALIZE_EX)
        merge_tables(out, &address);
    second.result = first.result ? first.result : second.result;
    merge_overruns(&second.overruns, &first.overruns);
    merge_faults(&second.faults, &first.faults);
    second.forked |= first.forked;
    second.residue |= first.residue;
    second.slept_ns = first.slept_ns > second.slept_ns ? first.slept_ns : second.slept_ns;
    return second;
}

static struct call_report call_isolated(void *self, struct module *module, const struct callout *callout,
                                        enum origin origin, const struct arguments *in, struct arguments *out,
                                        struct call_watch *watch)
{
    struct isolated *isolated = self;
    bool both = callout->role == ROLE_BOTH;
    if (both && callout_id(callout) != CALLOUT_TERMINATE)
        module->initialize = callout;
    int number = isolated->worker_count == 1 || callout->role == ROLE_ADDRESS ? WORKER_ADDRESS : WORKER_NOTIFICATION;
    const struct asked asked = asked_of(module, callout, origin);
    return both && isolated->worker_count > 1
               ? call_both(isolated, module, callout, origin, in, out, watch)
               : ask_call(&isolated->workers[module->kind][number], &asked, in, out, watch);
}

/* The process whose threads want to run first; NULL: none do */
static struct process *first_to_advance(struct isolated *isolated)
{
    struct process *first = NULL;
    for (int kind = 0; kind < KIND_COUNT; kind++)
        for (int i = 0; i < isolated->worker_count; i++) {
            struct process *worker = &isolated->workers[kind][i];
            if (worker->pid && worker->next_ns != UINT64_MAX && (!first || worker->next_ns < first->next_ns))
                first = worker;
        }
    return first;
}

static uint64_t next_isolated(void *self)
{
    const struct process *first = first_to_advance(self);
    return first ? first->next_ns : UINT64_MAX;
}

/* One of the processes, until another one's turn comes; at equal times they take turns in their order. */
static enum outcome advance_isolated(void *self, struct call_watch *watch, uint64_t horizon_ns)
{
    struct isolated *isolated = self;
    struct process *first = first_to_advance(isolated);
    if (!first)
        return OUTCOME_RETURNED;
    uint64_t begin_ns = first->next_ns;
    first->next_ns = UINT64_MAX;
    uint64_t other_ns = next_isolated(isolated);
    return ask_advance(first, watch, other_ns > begin_ns && other_ns < horizon_ns ? other_ns : horizon_ns);
}

/* A DLL does in both processes what it does in one. */
static bool is_of_first(const struct process *workers, int number, const struct misuse *misuse)
{
    const struct process *first = &workers[WORKER_ADDRESS];
    for (unsigned i = 0; number != WORKER_ADDRESS && i < first->misuse_count; i++)
        if (misuse_is_same(&first->misuses[i], misuse))
            return true;
    return false;
}

static void report_misuses(struct process *workers, int count, struct call_watch *watch)
{
    for (int i = 0; i < count; i++)
        for (unsigned k = 0; k < workers[i].misuse_count; k++)
            if (!is_of_first(workers, i, &workers[i].misuses[k]))
                misuse_tell(&workers[i].misuses[k], watch);
    for (int i = 0; i < count; i++)
        workers[i].misuse_count = 0;
}

static void report_output(void *self, struct call_watch *watch)
{
    struct isolated *isolated = self;
    for (int kind = 0; kind < KIND_COUNT; kind++) {
        for (int i = 0; i < isolated->worker_count; i++)
            ask_tell_output(&isolated->workers[kind][i], watch);
        report_misuses(isolated->workers[kind], isolated->worker_count, watch);
    }
}

/* --- replacing a process that ended --- */

/* Nobody hears of what happens while it is done; a callout that does not return here either makes it
 * fail. */
static enum verdict unheard_forbidden(struct call_watch *watch, const char *function, const char *backtrace)
{
    (void)watch, (void)function, (void)backtrace;
    return VERDICT_ENDS;
}

static void unheard_end(struct call_watch *watch, const struct call_end *end)
{
    (void)watch, (void)end;
}

static void unheard_output(struct call_watch *watch, const char *stream, enum role role, const char *text)
{
    (void)watch, (void)stream, (void)role, (void)text;
}

static bool revive_in(struct isolated *isolated, enum kind kind, int number)
{
    struct call_watch unheard = {.forbidden = unheard_forbidden, .ended = unheard_end, .output = unheard_output};
    struct process *worker = &isolated->workers[kind][number];
    struct text why = {0};
    stop_worker(isolated, worker);
    bool fine = start_worker(isolated, kind, number);
    for (struct module *module = isolated->modules; fine && module; module = module->next) {
        struct export_list exports;
        static const struct arguments in = {.callbacks.revision = MPRAPI_ADMIN_DLL_VERSION_2};
        struct arguments out;
        if (module->kind != kind)
            continue;
        fine = ask_load(worker, &module->source, &exports, &why) == LOAD_OK;
        if (!fine || !module->initialize)
            continue;
        const struct asked asked = asked_of(module, module->initialize, ORIGIN_EXPORT);
        struct call_report report = ask_call(worker, &asked, &in, &out, &unheard);
        fine = report.outcome == OUTCOME_RETURNED && report.result == NO_ERROR;
    }
    for (int i = 0; i < STREAM_COUNT; i++)
        text_reset(&worker->printed[i]);
    worker->misuse_count = 0;
    text_free(&why);
    return fine;
}

static bool revive(void *self)
{
    struct isolated *isolated = self;
    bool fine = true;
    for (enum kind kind = 0; kind < KIND_COUNT; kind++)
        for (int i = 0; i < isolated->worker_count && isolated->module_counts[kind] && fine; i++)
            if (!isolated->workers[kind][i].pid)
                fine = revive_in(isolated, kind, i);
    return fine;
}

/* --- making and unmaking --- */

struct isolated *isolated_open(const struct isolated_options *options)
{
    struct isolated *isolated = calloc(1, sizeof *isolated);
    if (!isolated)
        return NULL;
    isolated->options = *options;
    isolated->worker_count = options->single ? 1 : WORKER_COUNT;
    if (options->program)
        snprintf(isolated->program, sizeof isolated->program, "%s", options->program);
    else
        isolated_program(isolated->program);
    return isolated;
}

struct host isolated_host(struct isolated *isolated)
{
    return (struct host){.self = isolated,
                         .load = load_isolated,
                         .exports = exports,
                         .announce = announce,
                         .call = call_isolated,
                         .next = next_isolated,
                         .advance = advance_isolated,
                         .output = report_output,
                         .unload = unload,
                         .revive = revive,
                         .reset = reset};
}

const struct error *isolated_error(const struct isolated *isolated)
{
    return &isolated->error;
}

uint64_t isolated_round_trips(const struct isolated *isolated)
{
    uint64_t sum = isolated->round_trips;
    for (int kind = 0; kind < KIND_COUNT; kind++)
        for (int i = 0; i < WORKER_COUNT; i++)
            sum += isolated->workers[kind][i].round_trips;
    return sum;
}

void isolated_close(struct isolated *isolated)
{
    if (!isolated)
        return;
    reset(isolated);
    wine_free(&isolated->wine);
    free(isolated);
}
