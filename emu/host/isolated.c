/* SPDX-License-Identifier: MIT */
#include "host/isolated.h"

#include "host/frames.h"
#include "host/process.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { WORKER_ADDRESS, WORKER_NOTIFICATION, WORKER_COUNT };

/** A DLL as both workers have it, under the same number. */
struct module {
    struct module *next; /* in order of loading */
    char *path;
    const struct callout *initialize; /* what it was initialized by; NULL: not yet */
    uint32_t number;
    callout_set exports;
};

struct isolated {
    struct isolated_options options;
    char program[PATH_MAX];
    struct worker workers[WORKER_COUNT];
    struct module *modules;
    uint32_t module_count;
    uint64_t round_trips;
    struct error error;
};

/* --- the worker program --- */

static bool is_program(const char *path)
{
    return access(path, X_OK) == 0;
}

/* Beside this program, as in the build folder, or where it was installed */
static void find_program(char program[PATH_MAX])
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

static bool start_workers(struct isolated *isolated)
{
    for (int i = 0; i < WORKER_COUNT; i++)
        if (!isolated->workers[i].pid &&
            !process_start(&isolated->workers[i], isolated->program, isolated->options.wrap,
                           &isolated->error))
            return false;
    return true;
}

/* --- loading --- */

static enum load_result load_in(struct isolated *isolated, struct worker *worker, const char *path,
                                callout_set *exports, struct text *why)
{
    struct process_end end = {0};
    const uint8_t *rest;
    size_t rest_size;
    if (strlen(path) > WIRE_PAYLOAD_MOST) {
        text_add(why, "has a path that is too long");
        return LOAD_NOT_FOUND;
    }
    process_begin(worker, isolated->options.timeout_ms);
    if (!wire_send(worker->channel, WIRE_LOAD, path, strlen(path), NULL, 0) ||
        !process_wait(worker, &end)) {
        text_addf(why, "ended its process while it was loaded: %s", end.text);
        text_free(&end.backtrace);
        return LOAD_REFUSED;
    }
    const struct wire_loaded *loaded = wire_fixed(&worker->frame, sizeof *loaded, &rest, &rest_size);
    if (!loaded || worker->frame.header.type != WIRE_LOADED || loaded->result > LOAD_REFUSED) {
        text_add(why, "is spoken of by a worker that makes no sense");
        return LOAD_REFUSED;
    }
    text_add_bytes(why, (const char *)rest, rest_size);
    *exports = loaded->exports;
    return (enum load_result)loaded->result;
}

static enum load_result load(void *self, const struct dll_source *source, struct module **loaded,
                             struct text *why)
{
    struct isolated *isolated = self;
    struct module *module = calloc(1, sizeof *module);
    enum load_result result = LOAD_OK;
    if (!module)
        return LOAD_NO_MEMORY;
    if (!start_workers(isolated)) {
        text_add(why, isolated->error.text);
        result = LOAD_REFUSED;
    }
    for (int i = 0; i < WORKER_COUNT && result == LOAD_OK; i++)
        result = load_in(isolated, &isolated->workers[i], source->path, &module->exports, why);
    if (result == LOAD_OK && !(module->path = text_duplicate(source->path)))
        result = LOAD_NO_MEMORY;
    if (result != LOAD_OK) {
        free(module);
        return result;
    }
    module->number = isolated->module_count++;
    struct module **last = &isolated->modules;
    while (*last)
        last = &(*last)->next;
    *last = *loaded = module;
    return LOAD_OK;
}

static callout_set exports(void *self, struct module *module)
{
    (void)self;
    return module->exports;
}

static void unload(void *self, struct module *module)
{
    struct isolated *isolated = self;
    struct process_end end = {0};
    for (int i = 0; i < WORKER_COUNT; i++) {
        struct worker *worker = &isolated->workers[i];
        process_begin(worker, isolated->options.timeout_ms);
        if (worker->pid && wire_send(worker->channel, WIRE_UNLOAD, &module->number,
                                     sizeof module->number, NULL, 0))
            process_wait(worker, &end);
        text_free(&end.backtrace);
    }
    struct module **at = &isolated->modules;
    while (*at != module)
        at = &(*at)->next;
    *at = module->next;
    free(module->path);
    free(module);
}

static void reset(void *self)
{
    struct isolated *isolated = self;
    for (int i = 0; i < WORKER_COUNT; i++)
        process_stop(&isolated->workers[i]);
    isolated->module_count = 0;
}

/* --- calling --- */

/* What a DLL printed while it was called */
static void tell_output(struct worker *worker, struct call_watch *watch)
{
    static const char *const names[STREAM_COUNT] = {"stdout", "stderr"};
    for (int i = 0; i < STREAM_COUNT; i++) {
        if (worker->printed[i].length && !worker->printed[i].failed)
            watch->output(watch, names[i], text_string(&worker->printed[i]));
        text_reset(&worker->printed[i]);
    }
}

/* The function's name, and behind it the frames */
static enum verdict tell_forbidden(const struct wire_frame *frame, struct call_watch *watch)
{
    char function[64];
    struct text backtrace = {0};
    const char *payload = (const char *)frame->payload;
    size_t length = strnlen(payload, frame->header.length);
    snprintf(function, sizeof function, "%.*s", (int)length, payload);
    if (length < frame->header.length)
        frames_describe(&backtrace, payload + length + 1, frame->header.length - length - 1);
    enum verdict verdict = watch->forbidden(watch, function, text_string(&backtrace));
    text_free(&backtrace);
    return verdict;
}

/* Handles what the worker says until the call is over. */
static enum outcome wait_for_return(struct worker *worker, struct call_watch *watch)
{
    struct process_end end = {0};
    while (process_wait(worker, &end)) {
        struct wire_frame *frame = &worker->frame;
        if (frame->header.type == WIRE_RETURNED)
            return OUTCOME_RETURNED;
        if (frame->header.type == WIRE_DEBUG) {
            static char text[WIRE_PAYLOAD_MOST + 1];
            snprintf(text, sizeof text, "%.*s", (int)frame->header.length, (char *)frame->payload);
            watch->output(watch, "debug", text);
            continue;
        }
        if (frame->header.type != WIRE_FORBIDDEN)
            break;
        enum verdict verdict = tell_forbidden(frame, watch);
        if (verdict == VERDICT_BLOCKS)
            return OUTCOME_BLOCKED;
        if (verdict == VERDICT_ENDS) {
            process_kill(worker);
            return OUTCOME_ENDED;
        }
    }
    if (!*end.text) {
        end.finding = FINDING_CRASH;
        snprintf(end.text, sizeof end.text, "a worker that makes no sense");
    }
    watch->ended(watch, end.finding, end.text, text_string(&end.backtrace));
    text_free(&end.backtrace);
    return OUTCOME_ENDED;
}

static struct call_report call_in(struct isolated *isolated, struct worker *worker,
                                  const struct module *module, const struct callout *callout,
                                  enum origin origin, struct arguments *arguments,
                                  struct call_watch *watch)
{
    static uint8_t packed[sizeof(struct arguments)];
    struct wire_call request = {module->number, callout_id(callout), origin, watch->forbidden_fails,
                                watch->start, watch->now_ns};
    struct call_report report = {.outcome = OUTCOME_RETURNED};
    const uint8_t *bytes;
    size_t size;
    worker->callout = callout;
    process_begin(worker, isolated->options.timeout_ms);
    wire_pack(packed, arguments, callout);
    /* a worker that is gone is noticed when its answer does not come */
    wire_send(worker->channel, WIRE_CALL, &request, sizeof request, packed,
              wire_arguments_size(callout));
    report.outcome = wait_for_return(worker, watch);
    if (report.outcome != OUTCOME_RETURNED)
        return report;
    const struct wire_returned *returned =
        wire_fixed(&worker->frame, sizeof *returned, &bytes, &size);
    if (!returned || !wire_unpack(arguments, callout, bytes, size)) {
        watch->ended(watch, FINDING_CRASH, "a worker that makes no sense", NULL);
        return (struct call_report){.outcome = OUTCOME_ENDED};
    }
    isolated->round_trips++;
    report.result = returned->result;
    report.slept_ns = returned->slept_ns;
    report.damaged = returned->damaged;
    report.residue = returned->residue;
    return report;
}

/* Each process has a table of its own: address slots come from the one, all else from the other
 * (Q11). */
static void merge_tables(struct arguments *notification, const struct arguments *address)
{
    for (int id = 0; id < CALLOUT_COUNT; id++) {
        size_t offset = callouts[id].slot_offset;
        if (offset != CALLOUT_NO_SLOT && callouts[id].process == PROCESS_ADDRESS)
            memcpy((char *)&notification->callbacks + offset,
                   (const char *)&address->callbacks + offset, sizeof(void *));
    }
}

/* Q11: in both processes; what is seen is one step. Of two results the first that is not zero counts. */
static struct call_report call_both(struct isolated *isolated, const struct module *module,
                                    const struct callout *callout, enum origin origin,
                                    struct arguments *arguments, struct call_watch *watch)
{
    struct arguments address = *arguments;
    struct call_report first = call_in(isolated, &isolated->workers[WORKER_ADDRESS], module, callout,
                                       origin, &address, watch);
    if (first.outcome != OUTCOME_RETURNED)
        return first;
    struct call_report second = call_in(isolated, &isolated->workers[WORKER_NOTIFICATION], module,
                                        callout, origin, arguments, watch);
    if (second.outcome != OUTCOME_RETURNED)
        return second;
    if (first.result != second.result)
        watch->differs(watch, first.result, second.result);
    if (callout_id(callout) == CALLOUT_INITIALIZE_EX)
        merge_tables(arguments, &address);
    second.result = first.result ? first.result : second.result;
    second.damaged |= first.damaged;
    second.residue |= first.residue;
    second.slept_ns = first.slept_ns > second.slept_ns ? first.slept_ns : second.slept_ns;
    return second;
}

static struct call_report call(void *self, struct module *module, const struct callout *callout,
                               enum origin origin, struct arguments *arguments,
                               struct call_watch *watch)
{
    struct isolated *isolated = self;
    bool both = callout->process == PROCESS_BOTH;
    if (both && callout_id(callout) != CALLOUT_TERMINATE)
        module->initialize = callout;
    struct worker *worker =
        &isolated->workers[callout->process == PROCESS_ADDRESS ? WORKER_ADDRESS : WORKER_NOTIFICATION];
    return both ? call_both(isolated, module, callout, origin, arguments, watch)
                : call_in(isolated, worker, module, callout, origin, arguments, watch);
}

static void report_output(void *self, struct call_watch *watch)
{
    struct isolated *isolated = self;
    for (int i = 0; i < WORKER_COUNT; i++)
        if (isolated->workers[i].base)
            tell_output(&isolated->workers[i], watch);
}

/* --- replacing a process that ended --- */

/* Nobody hears of what happens while it is done; a callout that does not return here either makes it
 * fail. */
static enum verdict unheard_forbidden(struct call_watch *watch, const char *function,
                                      const char *backtrace)
{
    (void)watch, (void)function, (void)backtrace;
    return VERDICT_ENDS;
}

static void unheard_end(struct call_watch *watch, enum finding_id finding, const char *detail,
                        const char *backtrace)
{
    (void)watch, (void)finding, (void)detail, (void)backtrace;
}

static void unheard_output(struct call_watch *watch, const char *stream, const char *text)
{
    (void)watch, (void)stream, (void)text;
}

static bool revive_in(struct isolated *isolated, struct worker *worker)
{
    struct call_watch unheard = {
        .forbidden = unheard_forbidden, .ended = unheard_end, .output = unheard_output};
    struct text why = {0};
    bool fine = process_start(worker, isolated->program, isolated->options.wrap, &isolated->error);
    for (struct module *module = isolated->modules; fine && module; module = module->next) {
        callout_set exports;
        static struct arguments arguments;
        arguments = (struct arguments){.callbacks.revision = MPRAPI_ADMIN_DLL_VERSION_2};
        fine = load_in(isolated, worker, module->path, &exports, &why) == LOAD_OK;
        if (!fine || !module->initialize)
            continue;
        struct call_report report = call_in(isolated, worker, module, module->initialize,
                                            ORIGIN_EXPORT, &arguments, &unheard);
        fine = report.outcome == OUTCOME_RETURNED && report.result == NO_ERROR;
    }
    text_free(&why);
    return fine;
}

static bool revive(void *self)
{
    struct isolated *isolated = self;
    bool fine = true;
    for (int i = 0; i < WORKER_COUNT && fine; i++) {
        if (isolated->workers[i].pid)
            continue;
        process_stop(&isolated->workers[i]);
        fine = revive_in(isolated, &isolated->workers[i]);
    }
    return fine;
}

/* --- making and unmaking --- */

struct isolated *isolated_open(const struct isolated_options *options)
{
    struct isolated *isolated = calloc(1, sizeof *isolated);
    if (!isolated)
        return NULL;
    isolated->options = *options;
    if (options->program)
        snprintf(isolated->program, sizeof isolated->program, "%s", options->program);
    else
        find_program(isolated->program);
    return isolated;
}

struct host isolated_host(struct isolated *isolated)
{
    return (struct host){isolated, load, exports, call, report_output, unload, revive, reset};
}

const struct error *isolated_error(const struct isolated *isolated)
{
    return &isolated->error;
}

uint64_t isolated_round_trips(const struct isolated *isolated)
{
    return isolated->round_trips;
}

void isolated_close(struct isolated *isolated)
{
    if (!isolated)
        return;
    reset(isolated);
    free(isolated);
}
