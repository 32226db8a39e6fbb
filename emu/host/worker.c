/* SPDX-License-Identifier: MIT */
/*
 * rrasemu-worker FD [PAGE]: a process in which DLLs run. It does what the emulator asks over the socket FD,
 * or the page that is the file PAGE, and ends when the socket is closed, also while a callout runs.
 */
#include "host/channel.h"
#include "host/frames.h"
#include "host/heap.h"
#include "host/inprocess.h"
#include "host/residue.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

enum { MODULES_MOST = 64, CHANNEL_LEAST = 100 };

static struct channel channel;
static struct host host;
static struct module *modules[MODULES_MOST];
static struct heap_watch heaps[MODULES_MOST];
static size_t module_count;
static bool inside; /* a callout, or the loading of a DLL */
static const struct callout *under_way;
static struct stage stage;
static struct residue before; /* the first DLL was loaded */

/* --- what ends a callout before it returns --- */

static void say_and_end(enum wire_type type, const void *payload, size_t size)
{
    static char frames[FRAMES_SIZE];
    enum { SECONDS = 2 };
    inside = false;
    alarm(SECONDS); /* looking at a broken process may take for ever */
    size_t length = frames_take(frames, sizeof frames, type == WIRE_CRASHED);
    channel_send(&channel, type, payload, size, frames, length);
    _exit(1);
}

/* The rest of the process, the exit handlers of the DLL too, is of no interest any more. */
static void on_exit_inside(int status, void *unused)
{
    uint32_t code = (uint32_t)status;
    (void)unused;
    if (inside)
        say_and_end(WIRE_EXITED, &code, sizeof code);
}

static void on_crash(int signal, siginfo_t *info, void *context)
{
    enum { NULL_PAGES = 65536 };
    struct wire_crashed crashed = {.signal = (uint32_t)signal};
    uintptr_t address = (uintptr_t)info->si_addr;
    struct stage_place place;
    (void)context;
    if (signal != SIGSEGV && signal != SIGBUS) {
        crashed.place = PLACE_NOWHERE;
    } else if (address < NULL_PAGES) {
        crashed.place = PLACE_NULL;
        crashed.offset = (int64_t)address;
    } else if (under_way && stage_find(&stage, under_way, address, &place)) {
        crashed.place = place.current ? PLACE_ARGUMENT : PLACE_STALE;
        crashed.parameter = place.parameter;
        crashed.offset = place.offset;
    }
    say_and_end(WIRE_CRASHED, &crashed, sizeof crashed);
}

static void notice_crashes(void)
{
    static const int signals[] = {SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT, SIGTRAP, SIGSYS,
                                  SIGALRM /* the emulator's, when time is up */};
    static char stack[1 << 16]; /* the DLL may have used up the other */
    struct sigaction action = {.sa_sigaction = on_crash,
                               .sa_flags = SA_ONSTACK | SA_SIGINFO | SA_RESETHAND};
    sigaltstack(&(stack_t){.ss_sp = stack, .ss_size = sizeof stack}, NULL);
    for (size_t i = 0; i < sizeof signals / sizeof *signals; i++)
        sigaction(signals[i], &action, NULL);
}

/* A watch of its own: the thread that reads may be inside a callout that spins. */
static void *watch_channel(void *unused)
{
    (void)unused;
    struct pollfd end = {.fd = channel.input, .events = POLLRDHUP};
    while (poll(&end, 1, -1) < 0 || !(end.revents & (POLLRDHUP | POLLHUP | POLLERR | POLLNVAL)))
        ;
    _exit(0);
}

/* --- what DLLs print --- */

static int captures[STREAM_DEBUG]; /* where standard output and error go */

/* Whether there was something */
static bool tell_stream(uint32_t stream)
{
    char bytes[4096];
    off_t size = lseek(captures[stream], 0, SEEK_CUR), at = 0;
    ssize_t got;
    while (at < size && (got = pread(captures[stream], bytes,
                                     size - at < (off_t)sizeof bytes ? (size_t)(size - at) : sizeof bytes,
                                     at)) > 0) {
        channel_send(&channel, WIRE_PRINTED, &stream, sizeof stream, bytes, (size_t)got);
        at += got;
    }
    if (at > 0)
        lseek(captures[stream], 0, SEEK_SET);
    return at > 0;
}

static bool tell_printed(void)
{
    fflush(NULL);
    bool out = tell_stream(STREAM_OUT);
    return tell_stream(STREAM_ERR) || out;
}

/* --- requests --- */

static bool load(const struct wire_frame *frame)
{
    char path[WIRE_PAYLOAD_MOST + 1];
    struct text why = {0};
    struct wire_loaded loaded = {.result = LOAD_NO_MEMORY};
    memcpy(path, frame->payload, frame->header.length);
    path[frame->header.length] = '\0';
    if (module_count < MODULES_MOST) {
        struct module **module = &modules[module_count];
        if (module_count == 0)
            residue_look(&before);
        inside = true;
        loaded.result = host.load(host.self, &(struct dll_source){.path = path}, module, &why);
        inside = false;
        if (loaded.result == LOAD_OK) {
            struct export_list exports = host.exports(host.self, *module);
            loaded.exports = exports.all;
            loaded.unnamed = exports.unnamed;
            heap_watch(&heaps[module_count++], inprocess_library(*module));
        }
    }
    tell_printed();
    size_t length = why.length < WIRE_PAYLOAD_MOST / 2 ? why.length : WIRE_PAYLOAD_MOST / 2;
    bool sent = channel_send(&channel, WIRE_LOADED, &loaded, sizeof loaded, text_string(&why), length);
    text_free(&why);
    return sent;
}

/* One call's watch, with what the emulator decided beforehand */
struct visit {
    struct call_watch watch;
    bool fails;
};

static enum verdict on_forbidden(struct call_watch *watch, const char *function,
                                 const char *backtrace)
{
    static char frames[FRAMES_SIZE];
    (void)backtrace;
    struct visit *visit = (struct visit *)watch;
    fflush(NULL);
    channel_send(&channel, WIRE_FORBIDDEN, function, strlen(function) + 1, frames,
              frames_take(frames, sizeof frames, false));
    while (!visit->fails)
        pause(); /* the emulator ends this process when it likes */
    return VERDICT_RETURNS;
}

static void on_output(struct call_watch *watch, const char *name, const char *text)
{
    const uint32_t stream = STREAM_DEBUG;
    const size_t most = WIRE_PAYLOAD_MOST - sizeof stream, length = strlen(text);
    (void)watch, (void)name;
    channel_send(&channel, WIRE_PRINTED, &stream, sizeof stream, text, length < most ? length : most);
}

/* Whether the DLL behind this one is to be called too */
static bool goes_on(const struct wire_call *request, const struct callout *callout,
                    const struct call_report *report)
{
    bool refused = callout->result == RESULT_BOOL && report->result == FALSE;
    return report->slept_ns == 0 && !(refused && request->until_refusal);
}

/* One call of a request; *go_on is left as it is, or becomes false. */
static bool call_one(const struct wire_call *request, const struct wire_item *item,
                     struct arguments *arguments, bool *go_on)
{
    static uint8_t packed[sizeof(struct arguments)];
    const struct callout *callout = under_way = &callouts[item->callout];
    struct visit visit = {{.start = request->start, .now_ns = request->now_ns,
                           .forbidden = on_forbidden, .output = on_output},
                          request->forbidden_fails != 0};
    inside = true;
    struct call_report report = host.call(host.self, modules[item->module], callout,
                                          (enum origin)item->origin, arguments, &visit.watch);
    inside = false;
    if (item->callout == CALLOUT_TERMINATE)
        report.residue = residue_compare(&before);
    tell_printed();
    *go_on = *go_on && goes_on(request, callout, &report);
    const struct wire_returned returned = {.result = report.result, .damaged = report.damaged,
                                           .residue = report.residue, .goes_on = *go_on,
                                           .slept_ns = report.slept_ns};
    wire_pack(packed, arguments, callout);
    return channel_send(&channel, WIRE_RETURNED, &returned, sizeof returned, packed,
                        wire_arguments_size(callout));
}

static bool call(const struct wire_frame *frame)
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

static bool unload(const struct wire_frame *frame)
{
    char place[FRAMES_SIZE] = "";
    uint32_t number;
    const uint8_t *rest;
    size_t rest_size;
    const void *payload = wire_fixed(frame, sizeof number, &rest, &rest_size);
    if (!payload)
        return false;
    memcpy(&number, payload, sizeof number);
    if (number >= module_count || !modules[number])
        return false;
    inside = true;
    host.unload(host.self, modules[number], NULL);
    inside = false;
    modules[number] = NULL;
    tell_printed();
    struct heap_left left = heap_count(&heaps[number]);
    const struct wire_unloaded unloaded = {.blocks = left.blocks, .bytes = left.bytes};
    if (left.blocks)
        snprintf(place, sizeof place, "%llx %s\n", (unsigned long long)left.place - 1,
                 heaps[number].path);
    heap_forget(&heaps[number]);
    return channel_send(&channel, WIRE_UNLOADED, &unloaded, sizeof unloaded, place, strlen(place));
}

static bool serve(const struct wire_frame *frame)
{
    switch (frame->header.type) {
    case WIRE_LOAD:
        return load(frame);
    case WIRE_CALL:
        return call(frame);
    case WIRE_UNLOAD:
        return unload(frame);
    default:
        return false;
    }
}

/* --- the beginning --- */

/* Out of the way of a DLL that closes what it did not open */
static int move_away(int file)
{
    int moved = fcntl(file, F_DUPFD_CLOEXEC, CHANNEL_LEAST);
    if (moved >= 0 && file > STDERR_FILENO)
        close(file);
    return moved;
}

/* A number of a descriptor; -1 when it is none */
static int parse_file(const char *text)
{
    char *end;
    long given = strtol(text, &end, 10);
    return *text && !*end && given >= 0 && given <= 65535 ? (int)given : -1;
}

static bool open_channel(int argc, char **argv)
{
    int file = move_away(parse_file(argv[1]));
    channel = (struct channel){file, file, NULL, NULL};
    captures[STREAM_OUT] = move_away(STDOUT_FILENO);
    captures[STREAM_ERR] = move_away(STDERR_FILENO);
    if (file < 0 || argc == 2)
        return file >= 0;
    int shared = parse_file(argv[2]);
    void *page = mmap(NULL, sizeof(struct page), PROT_READ | PROT_WRITE, MAP_SHARED, shared, 0);
    close(shared);
    if (page == MAP_FAILED)
        return false;
    channel.in = &((struct page *)page)->to_worker;
    channel.out = &((struct page *)page)->to_emulator;
    return true;
}

int main(int argc, char **argv)
{
    static struct wire_frame frame;
    pthread_t watcher;
    if (argc < 2 || argc > 3 || !open_channel(argc, argv)) {
        fputs("rrasemu-worker: is started by rrasemu, not by hand\n", stderr);
        return 2;
    }
    if (pthread_create(&watcher, NULL, watch_channel, NULL) != 0 ||
        on_exit(on_exit_inside, NULL) != 0)
        return 2;
    host = inprocess_host(stage_reserve(&stage) ? &stage : NULL);
    frames_prepare();
    notice_crashes();
    for (;;) {
        enum wire_status status = channel_spin(&channel, &frame);
        if (status == WIRE_WAIT)
            status = channel_receive(&channel, &frame);
        if (status != WIRE_COMPLETE || !serve(&frame))
            _exit(0);
        wire_next(&frame);
    }
}
