/* SPDX-License-Identifier: MIT */
#include "host/isolated.h"

#include "host/frames.h"
#include "host/pe_image.h"
#include "host/process.h"

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
    uint32_t number;
    struct export_list exports;
};

/** A call that was sent along with the one before it, and is answered by itself. */
struct sent {
    const struct module *module;
    const struct callout *callout;
};

struct isolated {
    struct isolated_options options;
    char program[PATH_MAX];
    struct wine wine; /* once it is needed */
    int worker_count;
    struct worker workers[KIND_COUNT][WORKER_COUNT];
    struct sent sent[CALLOUTS_AHEAD_MOST]; /* all to the notification process */
    size_t sent_count;
    struct module *modules;
    uint32_t module_counts[KIND_COUNT];
    uint64_t round_trips;
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
    return isolated->wine.environment ||
           (wine_find(&isolated->wine, isolated->program, &isolated->error) &&
            wine_prepare(&isolated->wine, isolated->options.say, &isolated->error));
}

/* Starting takes as long as it takes, above all under Wine; no callout is to blame. */
static bool wait_until_ready(struct isolated *isolated, struct worker *worker)
{
    enum { PATIENCE_MS = 60000 };
    struct process_end end = {0};
    process_begin(worker, isolated->options.wrap ? 0 : PATIENCE_MS);
    bool ready = process_wait(worker, &end) && worker->frame.header.type == WIRE_READY;
    if (!ready)
        error_set(&isolated->error, FAILURE_INTERNAL, "no worker can be started: %s",
                  *end.text ? end.text : "what was started is none");
    text_free(&end.backtrace);
    return ready;
}

static bool start_worker(struct isolated *isolated, enum kind kind, int number)
{
    bool windows = kind == KIND_WINDOWS;
    const struct launch_options options = {isolated->program, windows ? &isolated->wine : NULL,
                                           isolated->options.wrap, isolated->options.page};
    return (!windows || find_wine(isolated)) &&
           process_start(&isolated->workers[kind][number], &options, &isolated->error) &&
           wait_until_ready(isolated, &isolated->workers[kind][number]);
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

static enum load_result load_in(struct isolated *isolated, struct worker *worker, const char *path,
                                struct export_list *exports, struct text *why)
{
    struct process_end end = {0};
    const uint8_t *rest;
    size_t rest_size;
    if (strlen(path) > WIRE_PAYLOAD_MOST) {
        text_add(why, "has a path that is too long");
        return LOAD_NOT_FOUND;
    }
    process_begin(worker, isolated->options.timeout_ms);
    if (!channel_send(&worker->channel, WIRE_LOAD, path, strlen(path), NULL, 0) ||
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
    *exports = (struct export_list){loaded->exports, loaded->unnamed};
    return (enum load_result)loaded->result;
}

/* Which kind of DLL a file is, and whether it can be one at all */
static enum load_result look(const struct isolated *isolated, const char *path, enum kind *kind,
                             struct text *why)
{
    *kind = pe_image_is(path) ? KIND_WINDOWS : KIND_NATIVE;
    if (*kind == KIND_WINDOWS && isolated->options.kinds == ISOLATED_NATIVE)
        text_add(why, "is a Windows DLL, which takes --host wine or auto; expected a shared object (.so)");
    else if (*kind == KIND_NATIVE && isolated->options.kinds == ISOLATED_WINDOWS &&
             access(path, F_OK) == 0)
        text_add(why, "is no Windows DLL, which --host wine expects");
    if (why->length)
        return LOAD_NOT_AN_IMAGE;
    return *kind == KIND_WINDOWS ? pe_image_check(path, why) : LOAD_OK;
}

/* Loads it in every process of its kind */
static enum load_result load_module(struct isolated *isolated, struct module *module, struct text *why)
{
    enum load_result result = look(isolated, module->path, &module->kind, why);
    if (result == LOAD_OK && !start_workers(isolated, module->kind)) {
        text_add(why, isolated->error.text);
        result = LOAD_REFUSED;
    }
    for (int i = 0; i < isolated->worker_count && result == LOAD_OK; i++)
        result = load_in(isolated, &isolated->workers[module->kind][i], module->path, &module->exports,
                         why);
    return result;
}

static enum load_result load(void *self, const struct dll_source *source, struct module **loaded,
                             struct text *why)
{
    struct isolated *isolated = self;
    struct module *module = calloc(1, sizeof *module);
    if (module)
        module->path = text_duplicate(source->path);
    enum load_result result =
        module && module->path ? load_module(isolated, module, why) : LOAD_NO_MEMORY;
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

static const char *const worker_names[WORKER_COUNT] = {"address", "notification"};

static void tell_leak(struct worker *worker, const char *process, struct call_watch *watch)
{
    const uint8_t *rest;
    size_t rest_size;
    const struct wire_unloaded *left = wire_fixed(&worker->frame, sizeof *left, &rest, &rest_size);
    struct text place = {0};
    char detail[128];
    if (!left || !left->blocks)
        return;
    frames_describe(&place, (const char *)rest, rest_size);
    snprintf(detail, sizeof detail, "%u block%s of memory, %llu byte%s, in the %s process", left->blocks,
             left->blocks == 1 ? "" : "s", (unsigned long long)left->bytes,
             left->bytes == 1 ? "" : "s", process);
    watch->left(watch, FINDING_LEAK, detail, text_string(&place));
    text_free(&place);
}

static void unload_in(struct isolated *isolated, int number, const struct module *module,
                      struct call_watch *watch)
{
    struct worker *worker = &isolated->workers[module->kind][number];
    struct process_end end = {0};
    char detail[sizeof end.text + 32];
    if (!worker->pid)
        return;
    worker->callout = NULL;
    process_begin(worker, isolated->options.timeout_ms);
    channel_send(&worker->channel, WIRE_UNLOAD, &module->number, sizeof module->number, NULL, 0);
    if (process_wait(worker, &end)) {
        if (watch && worker->frame.header.type == WIRE_UNLOADED)
            tell_leak(worker, worker_names[number], watch);
    } else if (watch) {
        snprintf(detail, sizeof detail, "%s, while it is unloaded,", end.text);
        watch->left(watch, end.finding, detail, text_string(&end.backtrace));
    }
    text_free(&end.backtrace);
}

static void unload(void *self, struct module *module, struct call_watch *watch)
{
    struct isolated *isolated = self;
    for (int i = 0; i < isolated->worker_count; i++)
        unload_in(isolated, i, module, watch);
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
    for (int kind = 0; kind < KIND_COUNT; kind++) {
        for (int i = 0; i < WORKER_COUNT; i++)
            process_stop(&isolated->workers[kind][i]);
        isolated->module_counts[kind] = 0;
    }
    isolated->sent_count = 0;
}

/* --- calling --- */

/* What a DLL printed while it was called */
static void tell_output(struct worker *worker, struct call_watch *watch)
{
    static const char *const names[] = {"stdout", "stderr"};
    for (int i = 0; i < STREAM_DEBUG; i++) {
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
        if (frame->header.type == WIRE_PRINTED) {
            static char text[WIRE_PAYLOAD_MOST + 1];
            snprintf(text, sizeof text, "%.*s", (int)(frame->header.length - sizeof(uint32_t)),
                     (char *)frame->payload + sizeof(uint32_t));
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
    process_kill(worker);
    watch->ended(watch, end.finding, end.text, text_string(&end.backtrace));
    text_free(&end.backtrace);
    return OUTCOME_ENDED;
}

/* A request under way */
struct request {
    uint8_t bytes[WIRE_PAYLOAD_MOST];
    size_t size;
};

static void request_begin(struct request *request, const struct call_watch *watch, bool until_refusal)
{
    const struct wire_call call = {.start = watch->start, .now_ns = watch->now_ns,
                                   .forbidden_fails = watch->forbidden_fails,
                                   .until_refusal = until_refusal};
    memcpy(request->bytes, &call, request->size = sizeof call);
}

/* False when there is no room for another */
static bool request_add(struct request *request, const struct module *module,
                        const struct callout *callout, enum origin origin,
                        const struct arguments *arguments)
{
    size_t size = wire_arguments_size(callout), padded = wire_padded(size);
    const struct wire_item item = {module->number, callout_id(callout), origin, (uint32_t)padded};
    if (request->size + sizeof item + padded > sizeof request->bytes)
        return false;
    uint8_t *at = request->bytes + request->size;
    memcpy(at, &item, sizeof item);
    wire_pack(at + sizeof item, arguments, callout);
    memset(at + sizeof item + size, 0, padded - size);
    request->size += sizeof item + padded;
    ((struct wire_call *)request->bytes)->count++;
    return true;
}

/* What a DLL is asked once the one before it has agreed goes with the same request. */
static size_t announce(void *self, const struct announced *calls, size_t count, bool until_refusal,
                       const struct call_watch *watch)
{
    static _Alignas(8) struct request request;
    struct isolated *isolated = self;
    enum kind kind = calls[0].module->kind;
    struct worker *worker = &isolated->workers[kind][isolated->worker_count - 1];
    size_t taken = 0;
    request_begin(&request, watch, until_refusal);
    while (taken < count && taken < CALLOUTS_AHEAD_MOST && calls[taken].module->kind == kind &&
           request_add(&request, calls[taken].module, calls[taken].callout, calls[taken].origin,
                       &calls[taken].arguments)) {
        isolated->sent[taken] = (struct sent){calls[taken].module, calls[taken].callout};
        taken++;
    }
    isolated->sent_count = taken;
    worker->callout = calls[0].callout;
    isolated->round_trips++;
    channel_send(&worker->channel, WIRE_CALL, request.bytes, request.size, NULL, 0);
    return taken;
}

/* Whether the call has been sent already */
static bool was_sent(struct isolated *isolated, const struct module *module,
                     const struct callout *callout)
{
    const struct sent *next = &isolated->sent[0];
    return isolated->sent_count > 0 && next->module == module && next->callout == callout;
}

static void take_sent(struct isolated *isolated, bool goes_on)
{
    if (isolated->sent_count > 0)
        memmove(isolated->sent, isolated->sent + 1, --isolated->sent_count * sizeof *isolated->sent);
    if (!goes_on)
        isolated->sent_count = 0;
}

static struct call_report call_in(struct isolated *isolated, struct worker *worker,
                                  const struct module *module, const struct callout *callout,
                                  enum origin origin, struct arguments *arguments,
                                  struct call_watch *watch)
{
    static _Alignas(8) struct request request;
    struct call_report report = {.outcome = OUTCOME_RETURNED};
    const uint8_t *bytes;
    size_t size;
    worker->callout = callout;
    process_begin(worker, isolated->options.timeout_ms);
    if (!was_sent(isolated, module, callout)) {
        request_begin(&request, watch, false);
        request_add(&request, module, callout, origin, arguments);
        /* a worker that is gone is noticed when its answer does not come */
        channel_send(&worker->channel, WIRE_CALL, request.bytes, request.size, NULL, 0);
        isolated->round_trips++;
    }
    report.outcome = wait_for_return(worker, watch);
    if (report.outcome != OUTCOME_RETURNED) {
        isolated->sent_count = 0;
        return report;
    }
    const struct wire_returned *returned =
        wire_fixed(&worker->frame, sizeof *returned, &bytes, &size);
    if (!returned || !wire_unpack(arguments, callout, bytes, size)) {
        process_kill(worker);
        isolated->sent_count = 0;
        watch->ended(watch, FINDING_CRASH, "a worker that makes no sense", NULL);
        return (struct call_report){.outcome = OUTCOME_ENDED};
    }
    take_sent(isolated, returned->goes_on);
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
    struct worker *workers = isolated->workers[module->kind];
    struct call_report first =
        call_in(isolated, &workers[WORKER_ADDRESS], module, callout, origin, &address, watch);
    if (first.outcome != OUTCOME_RETURNED)
        return first;
    struct call_report second =
        call_in(isolated, &workers[WORKER_NOTIFICATION], module, callout, origin, arguments, watch);
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
    int number = isolated->worker_count == 1 || callout->process == PROCESS_ADDRESS
                     ? WORKER_ADDRESS
                     : WORKER_NOTIFICATION;
    return both && isolated->worker_count > 1
               ? call_both(isolated, module, callout, origin, arguments, watch)
               : call_in(isolated, &isolated->workers[module->kind][number], module, callout, origin,
                         arguments, watch);
}

static void report_output(void *self, struct call_watch *watch)
{
    struct isolated *isolated = self;
    for (int kind = 0; kind < KIND_COUNT; kind++)
        for (int i = 0; i < isolated->worker_count; i++)
            tell_output(&isolated->workers[kind][i], watch);
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

static bool revive_in(struct isolated *isolated, enum kind kind, int number)
{
    struct call_watch unheard = {
        .forbidden = unheard_forbidden, .ended = unheard_end, .output = unheard_output};
    struct worker *worker = &isolated->workers[kind][number];
    struct text why = {0};
    process_stop(worker);
    bool fine = start_worker(isolated, kind, number);
    for (struct module *module = isolated->modules; fine && module; module = module->next) {
        struct export_list exports;
        static struct arguments arguments;
        arguments = (struct arguments){.callbacks.revision = MPRAPI_ADMIN_DLL_VERSION_2};
        if (module->kind != kind)
            continue;
        fine = load_in(isolated, worker, module->path, &exports, &why) == LOAD_OK;
        if (!fine || !module->initialize)
            continue;
        struct call_report report = call_in(isolated, worker, module, module->initialize,
                                            ORIGIN_EXPORT, &arguments, &unheard);
        fine = report.outcome == OUTCOME_RETURNED && report.result == NO_ERROR;
    }
    for (int i = 0; i < STREAM_COUNT; i++)
        text_reset(&worker->printed[i]);
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
    return (struct host){.self = isolated, .load = load, .exports = exports, .announce = announce,
                         .call = call, .output = report_output, .unload = unload,
                         .revive = revive, .reset = reset};
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
    wine_free(&isolated->wine);
    free(isolated);
}
