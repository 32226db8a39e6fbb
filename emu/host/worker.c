/* SPDX-License-Identifier: MIT */
#include "host/worker.h"

#include "host/baton.h"
#include "host/elsewhere.h"
#include "host/exception.h"
#include "host/backtrace.h"
#include "host/misuse.h"

#include "runtime/schedule.h"

#include <stdio.h>
#include <string.h>

struct worker worker;

static struct host host;
static struct module *modules[WORKER_MODULES_MOST]; /* NULL: it is unloaded */
static struct image images[WORKER_MODULES_MOST];
static uint32_t module_count;

/* Code of a DLL runs, or has run. */
static void worker_enter(void)
{
    worker.inside = true;
    channel_close_page(&worker.channel);
}

static void worker_leave(void)
{
    channel_open_page(&worker.channel);
    worker.inside = false;
}

/* --- what ends a callout before it returns --- */

static bool tell_misuses(void)
{
    bool any = false;
    struct {
        uint32_t kind;
        char words[sizeof((struct misuse *)0)->words];
    } payload;
    for (const struct misuse *misuse; (misuse = misuse_take()); any = true) {
        size_t length = strlen(misuse->words) + 1;
        payload.kind = misuse->kind;
        memcpy(payload.words, misuse->words, length);
        channel_send(&worker.channel, WIRE_MISUSED, &payload, sizeof payload.kind + length, misuse->frames,
                     misuse->length);
    }
    return any;
}

void worker_tell_end(enum wire_type type, const void *payload, size_t size, bool in_handler)
{
    static char frames[BACKTRACE_SIZE];
    worker.inside = false;
    system_set_alarm(); /* looking at a broken process may take for ever */
    tell_misuses();
    size_t length = backtrace_take(frames, sizeof frames, in_handler);
    channel_send(&worker.channel, type, payload, size, frames, length);
}

void worker_end(enum wire_type type, const void *payload, size_t size, bool in_handler)
{
    worker_tell_end(type, payload, size, in_handler);
    system_exit(1);
}

_Noreturn void worker_end_by_words(uint32_t code, const char *words)
{
    static char frames[BACKTRACE_SIZE];
    struct {
        struct wire_crashed crashed;
        char words[EXCEPTION_WORDS];
    } payload = {.crashed = {.signal = code}};
    size_t length = strlen(words) + 1;
    worker.inside = false;
    system_set_alarm();
    memcpy(payload.words, words, length);
    channel_send(&worker.channel, WIRE_CRASHED, &payload, sizeof payload.crashed + length, frames,
                 backtrace_take(frames, sizeof frames, true));
    system_exit(1);
}

void worker_thread_end(void)
{
    const struct wire_crashed crashed = {.signal = WIRE_CRASH_THREAD};
    worker_end(WIRE_CRASHED, &crashed, sizeof crashed, false);
}

void worker_crash(uint32_t code, bool access, uintptr_t address)
{
    enum { NULL_PAGES = 65536 };
    struct wire_crashed crashed = {.signal = code, .returned = rras_schedule_settles()};
    char words[EXCEPTION_WORDS];
    if (!access && system_exception(words, sizeof words))
        worker_end_by_words(WIRE_CRASH_EXCEPTION, words);
    if (!access) {
        crashed.place = PLACE_NOWHERE;
    } else if (address < NULL_PAGES) {
        crashed.place = PLACE_NULL;
        crashed.offset = address;
    } else if (stage_has(&worker.stage, address)) {
        crashed.place = PLACE_STALE;
    } else if (channel_has(&worker.channel, address)) {
        crashed.place = PLACE_CHANNEL;
    }
    worker_end(WIRE_CRASHED, &crashed, sizeof crashed, true);
}

/* --- requests --- */

/* Whether there was anything */
static bool tell_streams(void)
{
    static char bytes[WIRE_PAYLOAD_MOST / 2];
    bool any = false;
    system_flush();
    for (uint32_t stream = STREAM_OUT; stream < STREAM_DEBUG; stream++)
        for (size_t size; (size = system_take_printed(stream, bytes, sizeof bytes)) > 0; any = true)
            channel_send(&worker.channel, WIRE_PRINTED, &stream, sizeof stream, bytes, size);
    return any;
}

/* What was printed, said outside of callouts, and done wrong; whether there was anything */
static bool tell_printed(void)
{
    static char said[WIRE_PAYLOAD_MOST / 2];
    const uint32_t stream = STREAM_LATER;
    bool any = tell_streams();
    for (size_t size; (size = elsewhere_take(said, sizeof said)) > 0; any = true)
        channel_send(&worker.channel, WIRE_PRINTED, &stream, sizeof stream, said, size);
    return tell_misuses() || any;
}

static bool serve_load(const struct wire_frame *frame)
{
    char path[WIRE_PAYLOAD_MOST + 1];
    const uint8_t *rest;
    size_t rest_size;
    const struct wire_load *request = wire_fixed(frame, sizeof *request, &rest, &rest_size);
    struct text why = {0};
    struct wire_loaded loaded = {.result = LOAD_NO_MEMORY};
    if (!request)
        return false;
    memcpy(path, rest, rest_size);
    path[rest_size] = '\0';
    if (module_count < WORKER_MODULES_MOST) {
        struct module **module = &modules[module_count];
        if (module_count == 0)
            system_look();
        system_turn(module_count);
        worker_enter();
        loaded.result = host.load(host.self,
                                  &(struct dll_source){.path = path,
                                                       .own_folder = request->own_folder != 0,
                                                       .start = request->start,
                                                       .now_ns = request->now_ns},
                                  module, &why);
        worker_leave();
        if (loaded.result == LOAD_OK) {
            struct export_list exports = host.exports(host.self, *module);
            loaded.exports = exports.all;
            loaded.unnamed = exports.unnamed;
            system_loaded(*module, &images[module_count]);
            module_count++;
        }
    }
    tell_printed();
    size_t length = why.length < WIRE_PAYLOAD_MOST / 2 ? why.length : WIRE_PAYLOAD_MOST / 2;
    bool sent = channel_send(&worker.channel, WIRE_LOADED, &loaded, sizeof loaded, text_string(&why), length);
    text_free(&why);
    return sent;
}

/* One call's watch, with what the emulator decided beforehand */
struct served_call {
    struct call_watch watch;
    bool fails;
};
_Static_assert(offsetof(struct served_call, watch) == 0, "what is handed back is the whole");

static enum verdict on_forbidden_served(struct call_watch *watch, const char *function, const char *backtrace)
{
    static char frames[BACKTRACE_SIZE];
    (void)backtrace;
    struct served_call *served = (struct served_call *)watch;
    tell_streams();
    channel_send(&worker.channel, WIRE_FORBIDDEN, function, strlen(function) + 1, frames,
                 backtrace_take(frames, sizeof frames, false));
    if (!served->fails) {
        worker_leave();
        baton_park(); /* another thread serves, or the emulator ends this process */
    }
    return VERDICT_RETURNS;
}

static void on_output(struct call_watch *watch, const char *name, enum role role, const char *text)
{
    enum { CHUNK = WIRE_PAYLOAD_MOST / 2 };
    (void)watch, (void)name, (void)role;
    tell_streams(); /* before, so that it stands before */
    for (size_t left = strnlen(text, OUTPUT_MOST + 1), size; left > 0; text += size, left -= size) {
        size = left < CHUNK ? left : CHUNK;
        const uint32_t stream = STREAM_DEBUG | (size < left ? WIRE_STREAM_GOES_ON : 0);
        channel_send(&worker.channel, WIRE_PRINTED, &stream, sizeof stream, text, size);
    }
}

/* Whether the DLL behind this one is to be called too */
static bool goes_on(const struct wire_call *request, const struct callout *callout, const struct call_report *report)
{
    bool refused = callout->result == RESULT_BOOL && report->result == FALSE;
    return report->slept_ns == 0 && !(refused && request->until_refusal);
}

static uint64_t next_of_threads(void)
{
    return host.next ? host.next(host.self) : UINT64_MAX;
}

/* One call of a request; *go_on is left as it is, or becomes false. */
static bool call_one(const struct wire_call *request, const struct wire_item *item, const struct arguments *in,
                     bool *go_on)
{
    static uint8_t packed[sizeof(struct arguments)];
    static struct arguments out;
    const struct callout *callout = &callouts[item->callout];
    struct served_call served = {{.start = request->start,
                                  .now_ns = request->now_ns,
                                  .arguments_stay = request->arguments_stay != 0,
                                  .shared_forbidden = request->shared_forbidden != 0,
                                  .forbidden = on_forbidden_served,
                                  .output = on_output},
                                 request->forbidden_fails != 0};
    system_turn(item->module);
    worker_enter();
    struct call_report report = host.call(host.self, modules[item->module], callout, (enum origin)item->origin, in,
                                          &out, &served.watch);
    worker_leave();
    if (!system_returned(&report.forked))
        system_exit(WIRE_EXIT_CHANNEL);
    if (item->callout == CALLOUT_TERMINATE)
        report.residue = system_residue(item->module, &images[item->module], ~(uint32_t)RESIDUE_AT_UNLOAD);
    tell_printed();
    *go_on = *go_on && goes_on(request, callout, &report);
    const struct wire_returned returned = {.result = report.result,
                                           .residue = report.residue,
                                           .forked = report.forked,
                                           .goes_on = *go_on,
                                           .slept_ns = report.slept_ns,
                                           .next_ns = next_of_threads(),
                                           .overruns = report.overruns,
                                           .faults = report.faults};
    wire_pack(packed, &out, callout, ARGUMENTS_OUT);
    return channel_send(&worker.channel, WIRE_RETURNED, &returned, sizeof returned, packed,
                        wire_arguments_size(callout, ARGUMENTS_OUT));
}

static bool serve_call(const struct wire_frame *frame)
{
    const uint8_t *bytes;
    size_t size;
    static struct arguments arguments;
    const struct wire_call *request = wire_fixed(frame, sizeof *request, &bytes, &size);
    if (!request)
        return false;
    bool go_on = true;
    for (uint32_t i = 1; go_on && i <= request->count; i++) {
        const struct wire_item *item = wire_item_next(&bytes, &size, &arguments);
        if (!item || item->module >= module_count || item->origin > ORIGIN_SLOT)
            return false;
        go_on = i < request->count;
        if (!call_one(request, item, &arguments, &go_on))
            return false;
    }
    return true;
}

/* A DLL that a list names twice is there until it is unloaded twice. */
static bool is_loaded_again(uint32_t number)
{
    for (uint32_t i = 0; i < module_count; i++)
        if (i != number && modules[i] && images[i].base && images[i].base == images[number].base)
            return true;
    return false;
}

/* What is left of a DLL, and the place where the oldest of it was asked for (backtrace.h) */
static struct wire_unloaded look_at_unloaded(uint32_t number, char *place, size_t size)
{
    const struct image *image = &images[number];
    if (is_loaded_again(number))
        return (struct wire_unloaded){0};
    struct held_memory left = system_held(image);
    if (left.blocks) /* the call is in front of the place it returns to */
        snprintf(place, size, "%llx %s\n", (unsigned long long)left.place - 1, image->path);
    return (struct wire_unloaded){.blocks = left.blocks,
                                  .residue = system_is_gone(image) ? system_residue(number, image, RESIDUE_AT_UNLOAD)
                                                                   : 0,
                                  .bytes = left.bytes};
}

static bool serve_unload(const struct wire_frame *frame)
{
    char place[BACKTRACE_SIZE] = "";
    uint32_t number;
    const uint8_t *rest;
    size_t rest_size;
    const void *payload = wire_fixed(frame, sizeof number, &rest, &rest_size);
    if (!payload)
        return false;
    memcpy(&number, payload, sizeof number);
    if (number >= module_count || !modules[number])
        return false;
    system_turn(number);
    worker_enter();
    host.unload(host.self, modules[number], NULL);
    worker_leave();
    modules[number] = NULL;
    tell_printed();
    const struct wire_unloaded unloaded = look_at_unloaded(number, place, sizeof place);
    return channel_send(&worker.channel, WIRE_UNLOADED, &unloaded, sizeof unloaded, place, strlen(place));
}

static bool serve_advance(const struct wire_frame *frame)
{
    const uint8_t *rest;
    size_t rest_size;
    const struct wire_advance *request = wire_fixed(frame, sizeof *request, &rest, &rest_size);
    if (!request)
        return false;
    struct call_watch watch = {.start = request->start, .now_ns = request->now_ns, .told = tell_printed};
    worker_enter();
    if (host.advance)
        host.advance(host.self, &watch, request->horizon_ns);
    worker_leave();
    const struct wire_advance reached = {request->start, watch.now_ns, next_of_threads()};
    return channel_send(&worker.channel, WIRE_ADVANCE, &reached, sizeof reached, NULL, 0);
}

static bool serve(const struct wire_frame *frame)
{
    switch (frame->header.type) {
    case WIRE_LOAD:
        return serve_load(frame);
    case WIRE_CALL:
        return serve_call(frame);
    case WIRE_UNLOAD:
        return serve_unload(frame);
    case WIRE_ADVANCE:
        return serve_advance(frame);
    default:
        return false;
    }
}

/* Begun again on a fresh thread whenever a callout keeps the other one for good */
static void serve_all(void *unused)
{
    static struct wire_frame frame;
    static bool said;
    (void)unused;
    system_watch_thread();
    if (!said)
        channel_send(&worker.channel, WIRE_READY, &(struct wire_ready){.fingerprint = wire_fingerprint()},
                     sizeof(struct wire_ready), NULL, 0);
    said = true;
    for (;;) {
        wire_next(&frame);
        enum wire_status status = channel_spin(&worker.channel, &frame);
        if (status == WIRE_WAIT)
            status = channel_receive(&worker.channel, &frame);
        if (status != WIRE_COMPLETE || !serve(&frame))
            system_exit(WIRE_EXIT_CHANNEL);
    }
}

int main(int argc, char **argv)
{
    struct error error = {0};
    if (!system_open(argc, argv, &worker.channel)) {
        fputs("rrasemu-worker: is started by rrasemu, not by hand\n", stderr);
        return 2;
    }
    if (!system_watch())
        return 2;
    baton_on_thread_end(worker_thread_end);
    elsewhere_listen();
    misuse_listen();
    host = system_host(stage_reserve(&worker.stage) ? &worker.stage : NULL);
    static struct baton baton = BATON_INITIALIZER;
    baton_run(&baton, serve_all, NULL, &error);
    system_exit(2);
}
