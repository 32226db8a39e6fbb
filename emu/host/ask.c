/* SPDX-License-Identifier: MIT */
#include "host/ask.h"

#include "host/backtrace.h"

#include <stdio.h>
#include <string.h>

/* Starting takes as long as it takes, above all under Wine; no callout is to blame. */
bool ask_ready(struct process *worker, struct error *error)
{
    enum { PATIENCE_MS = 60000 };
    unsigned limit = worker->timeout_ms;
    struct process_end end = {0};
    worker->timeout_ms = limit ? PATIENCE_MS : 0;
    process_begin(worker);
    const uint8_t *rest;
    size_t rest_size;
    const struct wire_ready *ready = process_wait(worker, &end) && worker->frame.header.type == WIRE_READY
                                         ? wire_fixed(&worker->frame, sizeof *ready, &rest, &rest_size)
                                         : NULL;
    bool alike = ready && ready->fingerprint == wire_fingerprint();
    worker->timeout_ms = limit;
    if (ready && !alike)
        error_set(
            error, FAILURE_INTERNAL,
            "the worker was built from other tables (fingerprint %08x, expected %08x): build or install both together",
            (unsigned)ready->fingerprint, (unsigned)wire_fingerprint());
    else if (!ready)
        error_set(error, FAILURE_INTERNAL, "no worker can be started: %s",
                  *end.text ? end.text : "what was started is none");
    text_free(&end.backtrace);
    return alike;
}

/* As a worker tells it that finds it out itself */
static void keep_deadlock(struct process *worker, const struct process_end *end)
{
    struct misuse *misuse = &worker->misuses[0];
    worker->misuse_count = 1;
    *misuse = (struct misuse){.kind = RRAS_MISUSE_LOADER, .length = end->frames.length};
    snprintf(misuse->words, sizeof misuse->words, "%.200s", end->text);
    if (misuse->length >= sizeof misuse->frames)
        misuse->length = sizeof misuse->frames - 1;
    memcpy(misuse->frames, text_string(&end->frames), misuse->length);
}

enum load_result ask_load(struct process *worker, const struct dll_source *source, struct export_list *exports,
                          struct text *why)
{
    const struct wire_load load = {.own_folder = source->own_folder, .start = source->start, .now_ns = source->now_ns};
    struct process_end end = {0};
    const uint8_t *rest;
    size_t rest_size;
    if (strlen(source->path) > WIRE_PAYLOAD_MOST - sizeof load) {
        text_add(why, "has a path that is too long");
        return LOAD_NOT_FOUND;
    }
    process_begin(worker);
    if (!channel_send(&worker->channel, WIRE_LOAD, &load, sizeof load, source->path, strlen(source->path)) ||
        !process_wait(worker, &end)) {
        if (end.finding == FINDING_LOADER_LOCK)
            keep_deadlock(worker, &end);
        text_addf(why, "ended its process while it was loaded: %s", end.text);
        process_end_free(&end);
        return LOAD_REFUSED;
    }
    const struct wire_loaded *loaded = wire_fixed(&worker->frame, sizeof *loaded, &rest, &rest_size);
    if (!loaded || worker->frame.header.type != WIRE_LOADED || loaded->result > LOAD_REFUSED) {
        text_add(why, "is known to a worker that sent no valid answer about it");
        return LOAD_REFUSED;
    }
    text_add_bytes(why, (const char *)rest, rest_size);
    *exports = (struct export_list){loaded->exports, loaded->unnamed};
    return (enum load_result)loaded->result;
}

/* Tells of a leak; what else is left is returned. */
static uint32_t take_left(struct process *worker, const char *process, struct call_watch *watch)
{
    const uint8_t *rest;
    size_t rest_size;
    const struct wire_unloaded *left = wire_fixed(&worker->frame, sizeof *left, &rest, &rest_size);
    struct text place = {0};
    char detail[128];
    if (!left || !left->blocks)
        return left ? left->residue : 0;
    backtrace_describe(&place, (const char *)rest, rest_size);
    snprintf(detail, sizeof detail, "%u block%s of memory, %llu byte%s%s%s%s", left->blocks,
             left->blocks == 1 ? "" : "s", (unsigned long long)left->bytes, left->bytes == 1 ? "" : "s",
             process ? ", in the " : "", process ? process : "", process ? " process" : "");
    watch->found(watch, &(struct call_end){FINDING_LEAK, detail, text_string(&place), NULL, false});
    text_free(&place);
    return left->residue;
}

uint32_t ask_unload(struct process *worker, uint32_t module, const char *process, struct call_watch *watch)
{
    struct process_end end = {0};
    char detail[sizeof end.text + 32];
    uint32_t residue = 0;
    if (!worker->pid)
        return 0;
    process_begin(worker);
    channel_send(&worker->channel, WIRE_UNLOAD, &module, sizeof module, NULL, 0);
    if (process_wait(worker, &end)) {
        if (watch && worker->frame.header.type == WIRE_UNLOADED)
            residue = take_left(worker, process, watch);
    } else if (watch) {
        snprintf(detail, sizeof detail, "%s%s", end.text,
                 end.finding == FINDING_LOADER_LOCK ? "" : ", while it is unloaded,");
        watch->found(watch, &(struct call_end){end.finding, detail, text_string(&end.backtrace),
                                               text_string(&end.frames), false});
    }
    process_end_free(&end);
    return residue;
}

/* --- calling --- */

static void tell_stream(struct process *worker, enum wire_stream stream, struct call_watch *watch)
{
    static const char *const names[STREAM_COUNT] = {"stdout", "stderr", "debug", "debug"};
    struct text *printed = &worker->printed[stream];
    if (printed->length && !printed->failed)
        watch->output(watch, names[stream], worker->role, text_string(printed));
    text_reset(printed);
}

static void tell_streams(struct process *worker, enum wire_stream end, struct call_watch *watch)
{
    for (enum wire_stream i = 0; i < end; i++)
        tell_stream(worker, i, watch);
}

void ask_tell_output(struct process *worker, struct call_watch *watch)
{
    tell_streams(worker, STREAM_COUNT, watch);
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
        backtrace_describe(&backtrace, payload + length + 1, frame->header.length - length - 1);
    enum verdict verdict = watch->forbidden(watch, function, text_string(&backtrace));
    text_free(&backtrace);
    return verdict;
}

/* Handles what the worker says until this answer has come. */
static enum outcome wait_for_answer(struct process *worker, enum wire_type answer, struct call_watch *watch)
{
    struct process_end end = {0};
    while (process_wait(worker, &end)) {
        struct wire_frame *frame = &worker->frame;
        if (frame->header.type == answer)
            return OUTCOME_RETURNED;
        if (frame->header.type == WIRE_PRINTED && answer == WIRE_ADVANCE)
            continue; /* when that was is not known yet */
        if (frame->header.type == WIRE_PRINTED) {
            tell_streams(worker, STREAM_LATER, watch);
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
        end.finding = FINDING_CHANNEL;
        snprintf(end.text, sizeof end.text, "its process sent an invalid frame");
    }
    process_kill(worker);
    watch->ended(watch, &(struct call_end){end.finding, end.text, text_string(&end.backtrace), text_string(&end.frames),
                                           end.returned});
    if (worker->left_process)
        watch->found(watch, &(struct call_end){.finding = FINDING_LEFTOVER_PROCESS});
    process_end_free(&end);
    return OUTCOME_ENDED;
}

/* A request under way */
struct request {
    uint8_t bytes[WIRE_PAYLOAD_MOST];
    size_t size;
};

static void request_begin(struct request *request, const struct call_watch *watch, bool until_refusal)
{
    const struct wire_call call = {.start = watch->start,
                                   .now_ns = watch->now_ns,
                                   .forbidden_fails = watch->forbidden_fails,
                                   .shared_forbidden = watch->shared_forbidden,
                                   .until_refusal = until_refusal,
                                   .arguments_stay = watch->arguments_stay};
    memcpy(request->bytes, &call, request->size = sizeof call);
}

/* False when there is no room for another */
static bool request_add(struct request *request, const struct asked *asked, const struct arguments *arguments)
{
    const struct callout *callout = asked->callout;
    size_t size = wire_arguments_size(callout, ARGUMENTS_ALL), padded = wire_padded(size);
    const struct wire_item item = {asked->module, callout_id(callout), asked->origin, (uint32_t)padded};
    if (request->size + sizeof item + padded > sizeof request->bytes)
        return false;
    uint8_t *at = request->bytes + request->size;
    memcpy(at, &item, sizeof item);
    wire_pack(at + sizeof item, arguments, callout, ARGUMENTS_ALL);
    memset(at + sizeof item + size, 0, padded - size);
    request->size += sizeof item + padded;
    ((struct wire_call *)request->bytes)->count++;
    return true;
}

/* --- calls that are sent along with the one before them --- */

size_t ask_ahead(struct process *worker, const struct asked *asked, const struct arguments *const *arguments,
                 size_t count, bool until_refusal, const struct call_watch *watch)
{
    static _Alignas(8) struct request request;
    size_t taken = 0;
    request_begin(&request, watch, until_refusal);
    while (taken < count && taken < CALLOUTS_AHEAD_MOST && request_add(&request, &asked[taken], arguments[taken])) {
        worker->sent[taken] = asked[taken];
        taken++;
    }
    worker->sent_count = taken;
    worker->round_trips++;
    channel_send(&worker->channel, WIRE_CALL, request.bytes, request.size, NULL, 0);
    return taken;
}

static bool was_sent(const struct process *worker, const struct asked *asked)
{
    const struct asked *next = &worker->sent[0];
    return worker->sent_count > 0 && next->module == asked->module && next->callout == asked->callout;
}

static void take_sent(struct process *worker, bool goes_on)
{
    if (worker->sent_count > 0)
        memmove(worker->sent, worker->sent + 1, --worker->sent_count * sizeof *worker->sent);
    if (!goes_on)
        worker->sent_count = 0;
}

static enum outcome refuse_frame(struct process *worker, struct call_watch *watch)
{
    process_kill(worker);
    worker->sent_count = 0;
    watch->ended(watch, &(struct call_end){.finding = FINDING_CHANNEL, .detail = "its process sent an invalid frame"});
    return OUTCOME_ENDED;
}

enum outcome ask_advance(struct process *worker, struct call_watch *watch, uint64_t horizon_ns)
{
    const struct wire_advance request = {watch->start, watch->now_ns, horizon_ns};
    const uint8_t *rest;
    size_t size;
    process_begin(worker);
    worker->round_trips++;
    channel_send(&worker->channel, WIRE_ADVANCE, &request, sizeof request, NULL, 0);
    enum outcome outcome = wait_for_answer(worker, WIRE_ADVANCE, watch);
    if (outcome != OUTCOME_RETURNED)
        return outcome;
    const struct wire_advance *reached = wire_fixed(&worker->frame, sizeof *reached, &rest, &size);
    if (!reached || reached->now_ns < watch->now_ns ||
        (reached->now_ns >= horizon_ns && reached->now_ns > watch->now_ns))
        return refuse_frame(worker, watch);
    watch->now_ns = reached->now_ns;
    worker->next_ns = reached->horizon_ns;
    return OUTCOME_RETURNED;
}

struct call_report ask_call(struct process *worker, const struct asked *asked, const struct arguments *in,
                            struct arguments *out, struct call_watch *watch)
{
    static _Alignas(8) struct request request;
    struct call_report report = {.outcome = OUTCOME_RETURNED};
    const uint8_t *bytes;
    size_t size;
    process_begin(worker);
    if (!was_sent(worker, asked)) {
        request_begin(&request, watch, false);
        request_add(&request, asked, in);
        worker->sent_count = 0;
        worker->round_trips++;
        /* a worker that is gone is noticed when its answer does not come */
        channel_send(&worker->channel, WIRE_CALL, request.bytes, request.size, NULL, 0);
    }
    report.outcome = wait_for_answer(worker, WIRE_RETURNED, watch);
    if (report.outcome != OUTCOME_RETURNED) {
        worker->sent_count = 0;
        return report;
    }
    const struct wire_returned *returned = wire_fixed(&worker->frame, sizeof *returned, &bytes, &size);
    if (!returned || !wire_unpack(out, asked->callout, ARGUMENTS_OUT, bytes, size))
        return (struct call_report){.outcome = refuse_frame(worker, watch)};
    take_sent(worker, returned->goes_on);
    worker->next_ns = returned->next_ns;
    report.result = returned->result;
    report.slept_ns = returned->slept_ns;
    report.overruns = returned->overruns;
    report.faults = returned->faults;
    report.forked = returned->forked;
    report.residue = returned->residue;
    return report;
}
