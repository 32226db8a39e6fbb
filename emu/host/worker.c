/* SPDX-License-Identifier: MIT */
/*
 * rrasemu-worker FD: a process in which DLLs run. It does what the emulator asks over the socket FD and
 * ends when that is closed, also while a callout runs.
 */
#include "host/frames.h"
#include "host/inprocess.h"
#include "host/residue.h"
#include "host/wire.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum { MODULES_MOST = 64, CHANNEL_LEAST = 100 };

static int channel;
static struct host host;
static struct module *modules[MODULES_MOST];
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
    wire_send(channel, type, payload, size, frames, length);
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
    struct pollfd end = {.fd = channel, .events = POLLRDHUP};
    while (poll(&end, 1, -1) < 0 || !(end.revents & (POLLRDHUP | POLLHUP | POLLERR | POLLNVAL)))
        ;
    _exit(0);
}

/* --- requests --- */

static bool load(const struct wire_frame *frame)
{
    char path[WIRE_PAYLOAD_MOST + 1];
    struct text why = {0};
    struct wire_loaded loaded = {LOAD_NO_MEMORY, 0};
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
            loaded.exports = host.exports(host.self, *module);
            module_count++;
        }
    }
    size_t length = why.length < WIRE_PAYLOAD_MOST / 2 ? why.length : WIRE_PAYLOAD_MOST / 2;
    bool sent = wire_send(channel, WIRE_LOADED, &loaded, sizeof loaded, text_string(&why), length);
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
    wire_send(channel, WIRE_FORBIDDEN, function, strlen(function) + 1, frames,
              frames_take(frames, sizeof frames, false));
    while (!visit->fails)
        pause(); /* the emulator ends this process when it likes */
    return VERDICT_RETURNS;
}

static void on_output(struct call_watch *watch, const char *stream, const char *text)
{
    size_t length = strlen(text);
    (void)watch, (void)stream;
    wire_send(channel, WIRE_DEBUG, text, length < WIRE_PAYLOAD_MOST ? length : WIRE_PAYLOAD_MOST, NULL, 0);
}

static bool call(const struct wire_frame *frame)
{
    const uint8_t *bytes;
    size_t size;
    const struct wire_call *request = wire_fixed(frame, sizeof *request, &bytes, &size);
    struct arguments arguments;
    if (!request || request->module >= module_count || request->callout >= CALLOUT_COUNT ||
        request->origin > ORIGIN_SLOT ||
        !wire_unpack(&arguments, &callouts[request->callout], bytes, size))
        return false;
    const struct callout *callout = under_way = &callouts[request->callout];
    struct visit visit = {
        {.start = request->start, .now_ns = request->now_ns, .forbidden = on_forbidden,
         .output = on_output},
        request->forbidden_fails != 0};
    inside = true;
    struct call_report report = host.call(host.self, modules[request->module], callout,
                                          (enum origin)request->origin, &arguments, &visit.watch);
    inside = false;
    if (request->callout == CALLOUT_TERMINATE)
        report.residue = residue_compare(&before);
    struct wire_returned returned = {.result = report.result, .damaged = report.damaged, .residue = report.residue,
                                     .slept_ns = report.slept_ns};
    static uint8_t packed[sizeof(struct arguments)];
    wire_pack(packed, &arguments, callout);
    fflush(NULL); /* what the DLL printed belongs to this call */
    return wire_send(channel, WIRE_RETURNED, &returned, sizeof returned, packed,
                     wire_arguments_size(callout));
}

static bool unload(const struct wire_frame *frame)
{
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
    host.unload(host.self, modules[number]);
    inside = false;
    modules[number] = NULL;
    fflush(NULL);
    return wire_send(channel, WIRE_UNLOADED, NULL, 0, NULL, 0);
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

int main(int argc, char **argv)
{
    static struct wire_frame frame;
    pthread_t watcher;
    char *end;
    long given = argc == 2 ? strtol(argv[1], &end, 10) : -1;
    if (given < 0 || given > 65535 || *end) {
        fputs("rrasemu-worker: is started by rrasemu, not by hand\n", stderr);
        return 2;
    }
    /* out of the way of a DLL that closes what it did not open */
    channel = fcntl((int)given, F_DUPFD_CLOEXEC, CHANNEL_LEAST);
    close((int)given);
    if (channel < 0 || pthread_create(&watcher, NULL, watch_channel, NULL) != 0 ||
        on_exit(on_exit_inside, NULL) != 0)
        return 2;
    host = inprocess_host(stage_reserve(&stage) ? &stage : NULL);
    frames_prepare();
    notice_crashes();
    while (wire_receive(channel, &frame) == WIRE_COMPLETE && serve(&frame))
        wire_next(&frame);
    _exit(0);
}
