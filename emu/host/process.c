/* SPDX-License-Identifier: MIT */
#include "host/process.h"

#include "core/host_clock.h"
#include "host/children.h"
#include "host/backtrace.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

enum { CAPTURE_SIZE = LAUNCH_CAPTURE_SIZE };

/* --- starting --- */

/* A frame that nobody waits for stays where it is. */
static void on_channel(void *self)
{
    struct process *process = self;
    if (!process->awaited)
        reactor_pause(&process->channel_watch);
}

static void on_end(void *self)
{
    struct process *process = self;
    process->ended = true;
    reactor_pause(&process->end_watch);
}

/* The end of the process itself is watched too: a child of it may keep the channel open. An old kernel cannot tell it:
 * then it shows at the time limit. */
static bool watch(struct process *process)
{
    process->end_file = (int)syscall(SYS_pidfd_open, process->pid, 0);
    return reactor_watch(process->reactor, &process->channel_watch, process->channel.input, on_channel, process) &&
           (process->end_file < 0 ||
            reactor_watch(process->reactor, &process->end_watch, process->end_file, on_end, process));
}

bool process_start(struct process *process, struct reactor *reactor, const struct launch_options *options,
                   unsigned timeout_ms, struct error *error)
{
    *process = (struct process){.next_ns = UINT64_MAX, .reactor = reactor, .end_file = -1, .timeout_ms = timeout_ms};
    if (!launch(&process->launched, options, error))
        return false;
    process->pid = process->launched.pid;
    children_know(process->pid);
    process->channel = process->launched.channel;
    if (watch(process))
        return true;
    process_stop(process);
    return error_set(error, FAILURE_INTERNAL, "no worker can be watched");
}

/* --- listening --- */

/* A text ends at a NUL, and what a DLL prints does not. */
static void keep_printed(struct text *printed, const char *bytes, size_t length)
{
    static const char null[] = "\xe2\x90\x80"; /* its picture in UTF-8 */
    for (const char *end = bytes + length; bytes < end && printed->length <= OUTPUT_MOST;) {
        const char *nul = memchr(bytes, '\0', (size_t)(end - bytes));
        text_add_bytes(printed, bytes, (size_t)((nul ? nul : end) - bytes));
        text_add(printed, nul ? null : "");
        bytes = nul ? nul + 1 : end;
    }
}

/* What a worker that is gone printed and did not tell */
static void take_rest(struct process *process)
{
    for (int i = 0; i < STREAM_DEBUG; i++) {
        char bytes[CAPTURE_SIZE];
        off_t size = lseek(process->launched.captures[i], 0, SEEK_CUR);
        ssize_t got = size > 0 ? pread(process->launched.captures[i], bytes,
                                       size < CAPTURE_SIZE ? (size_t)size : CAPTURE_SIZE, 0)
                               : 0;
        if (got > 0)
            keep_printed(&process->printed[i], bytes, (size_t)got);
        lseek(process->launched.captures[i], 0, SEEK_SET);
    }
}

/* What a living one tells; *spoken: a callout said it to a debugger, and that is all of it */
static bool take_printed(struct process *process, bool *spoken)
{
    uint32_t stream;
    size_t length = process->frame.header.length;
    *spoken = false;
    if (length < sizeof stream)
        return false;
    memcpy(&stream, process->frame.payload, sizeof stream);
    *spoken = stream == STREAM_DEBUG;
    stream &= ~WIRE_STREAM_GOES_ON;
    if (stream >= STREAM_COUNT)
        return false;
    keep_printed(&process->printed[stream], (const char *)process->frame.payload + sizeof stream,
                 length - sizeof stream);
    return true;
}

/* What ended it: a signal here, an exception of Windows */
static void describe_signal(char *text, uint32_t number)
{
    static const struct {
        uint32_t number;
        const char *name;
    } names[] = {{0xc0000005, "exception 0xc0000005 (access violation)"},
                 {0xc000001d, "exception 0xc000001d (illegal instruction)"},
                 {0xc0000094, "exception 0xc0000094 (integer division by zero)"},
                 {0xc00000fd, "exception 0xc00000fd (stack overflow)"},
                 {0xc06d007e, "exception 0xc06d007e (a delay-loaded DLL is missing)"},
                 {0xc06d007f, "exception 0xc06d007f (a delay-loaded DLL lacks a function)"},
                 {0xe06d7363, "exception 0xe06d7363 (C++)"},
                 {WIRE_CRASH_ABORT, "abort()"}};
    const char *signal = number < 64 ? sigabbrev_np((int)number) : NULL;
    snprintf(text, 64, number > 64 ? "exception 0x%08x" : "signal %u", (unsigned)number);
    if (signal)
        snprintf(text, 64, "SIG%s", signal);
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (names[i].number == number)
            snprintf(text, 64, "%s", names[i].name);
}

/* The frames that a worker has told, in words and as they are */
static void take_frames(struct process_end *end, const void *frames, size_t length)
{
    backtrace_describe(&end->backtrace, frames, length);
    text_add_bytes(&end->frames, frames, length);
}

void process_end_free(struct process_end *end)
{
    text_free(&end->backtrace);
    text_free(&end->frames);
}

static void tell_loader_lock(struct process_end *end)
{
    end->finding = FINDING_LOADER_LOCK;
    snprintf(end->text, sizeof end->text, "waits for a thread");
}

static void take_crash(const struct process *process, struct process_end *end)
{
    const uint8_t *rest;
    size_t rest_size;
    const struct wire_crashed *crashed = wire_fixed(&process->frame, sizeof *crashed, &rest, &rest_size);
    char place[96] = "", what[64];
    if (!crashed)
        return;
    end->returned = crashed->returned != 0;
    if (crashed->signal == WIRE_CRASH_EXCEPTION || crashed->signal == WIRE_CRASH_STUCK) {
        size_t words = strnlen((const char *)rest, rest_size);
        snprintf(end->text, sizeof end->text, "%.*s", (int)words, (const char *)rest);
        end->finding = crashed->signal == WIRE_CRASH_STUCK ? FINDING_HANG : FINDING_EXCEPTION;
        words += words < rest_size;
        take_frames(end, rest + words, rest_size - words);
        return;
    }
    take_frames(end, rest, rest_size);
    if (crashed->signal == WIRE_CRASH_THREAD) {
        end->finding = FINDING_THREAD_EXIT;
        snprintf(end->text, sizeof end->text, process->launched.life >= 0 ? "ExitThread" : "pthread_exit");
        return;
    }
    if (crashed->signal == WIRE_CRASH_LOADER) {
        tell_loader_lock(end);
        return;
    }
    if (crashed->place == PLACE_NULL && crashed->offset)
        snprintf(place, sizeof place, " at null+0x%llx", (unsigned long long)crashed->offset);
    else if (crashed->place == PLACE_NULL)
        snprintf(place, sizeof place, " at null");
    if (crashed->place == PLACE_CHANNEL) {
        end->finding = FINDING_CHANNEL;
        snprintf(end->text, sizeof end->text, "it reached for the emulator's own channel");
        return;
    }
    if (crashed->place == PLACE_STALE)
        end->finding = FINDING_USE_AFTER_RETURN;
    describe_signal(what, crashed->signal);
    snprintf(end->text, sizeof end->text, "%s%s", what, place);
}

static bool has_exited(const struct process *process)
{
    siginfo_t info = {0};
    return waitid(P_PID, (id_t)process->pid, &info, WEXITED | WNOHANG | WNOWAIT) == 0 && info.si_pid == process->pid;
}

void process_kill(struct process *process)
{
    if (!process->pid)
        return;
    children_end(process->pid);
    process->left_process = children_end_orphans(process->pid);
    process->pid = 0;
    take_rest(process);
}

/* What the worker said of its end, or, when it could not, what the system knows of it */
static void take_end(struct process *process, bool spoke, struct process_end *end)
{
    const uint64_t usual_ns = 200000000, most_ns = 6000000000, look_ns = 4000000;
    /* under Wine an exit goes its way, which may be long, and only the system knows its status */
    bool own_way = spoke && process->frame.header.type == WIRE_EXITED && process->launched.life >= 0;
    uint64_t until = host_clock_ns() + (own_way ? most_ns : usual_ns);
    bool exited;
    while (!(exited = has_exited(process)) && host_clock_ns() < until)
        if (!reactor_run(process->reactor, process->end_file >= 0 ? until : host_clock_ns() + look_ns))
            break;
    int status = children_end(process->pid); /* one that closed the channel may live */
    process->left_process = children_end_orphans(process->pid);
    process->pid = 0;
    take_rest(process);
    if (spoke && process->frame.header.type == WIRE_CRASHED) {
        end->finding = FINDING_CRASH;
        take_crash(process, end);
    } else if (spoke) {
        const uint8_t *call = process->frame.payload;
        size_t most = process->frame.header.length, length = strnlen((const char *)call, most);
        if (length < most)
            take_frames(end, call + length + 1, most - length - 1);
        end->finding = FINDING_EXIT;
        if (length)
            snprintf(end->text, sizeof end->text, "%.*s", (int)length, (const char *)call);
        else
            snprintf(end->text, sizeof end->text, "exit(%d)", WEXITSTATUS(status));
    } else if (!exited || (WIFEXITED(status) && WEXITSTATUS(status) == WIRE_EXIT_CHANNEL)) {
        end->finding = FINDING_CHANNEL;
        snprintf(end->text, sizeof end->text, "it closed or changed the emulator's own channel");
    } else if (WIFSIGNALED(status)) {
        end->finding = FINDING_CRASH;
        describe_signal(end->text, (uint32_t)WTERMSIG(status));
    } else {
        end->finding = FINDING_EXIT;
        snprintf(end->text, sizeof end->text, "_exit(%d)", WEXITSTATUS(status));
    }
}

void process_begin(struct process *process)
{
    process->deadline_ns = process->timeout_ms ? host_clock_ns() + process->timeout_ms * UINT64_C(1000000) : UINT64_MAX;
}

/* Receives what is there; the last word of a process that has ended is heard. */
static enum wire_status receive(struct process *process)
{
    bool ended = process->ended;
    enum wire_status status = channel_receive(&process->channel, &process->frame);
    return status == WIRE_WAIT && ended ? WIRE_CLOSED : status;
}

/* Waits until a frame is there, the process has ended, or time is up. */
static enum wire_status wait_for_frame(struct process *process)
{
    enum wire_status status = channel_spin(&process->channel, &process->frame);
    if (status != WIRE_WAIT)
        return status;
    process->awaited = true;
    reactor_resume(&process->channel_watch);
    while ((status = receive(process)) == WIRE_WAIT && host_clock_ns() < process->deadline_ns)
        if (!reactor_run(process->reactor, process->deadline_ns))
            break;
    process->awaited = false;
    return status;
}

/* A worker that hangs can still say where. */
static void ask_where(struct process *process, struct process_end *end)
{
    enum { PATIENCE_NS = 500000000 };
    unsigned limit_ms = process->timeout_ms;
    end->finding = FINDING_HANG;
    finding_time_limit(end->text, sizeof end->text, limit_ms, false);
    const struct wire_crashed *crashed;
    const uint8_t *rest;
    size_t rest_size;
    wire_next(&process->frame);
    if (process->launched.life < 0)
        kill(process->pid, SIGALRM);
    else if (write(process->launched.life, "", 1) != 1)
        return;
    process->deadline_ns = host_clock_ns() + PATIENCE_NS;
    enum wire_status status = wait_for_frame(process);
    if (status == WIRE_COMPLETE && process->frame.header.type == WIRE_CRASHED &&
        (crashed = wire_fixed(&process->frame, sizeof *crashed, &rest, &rest_size))) {
        take_frames(end, rest, rest_size);
        finding_time_limit(end->text, sizeof end->text, limit_ms, crashed->signal == WIRE_CRASH_COMPUTES);
        if (crashed->signal == WIRE_CRASH_LOADER)
            tell_loader_lock(end);
    }
}

/* A kind, words with a NUL, frames */
static bool take_misused(struct process *process)
{
    uint32_t kind;
    const uint8_t *rest;
    size_t size;
    const void *payload = wire_fixed(&process->frame, sizeof kind, &rest, &size);
    if (!payload)
        return false;
    memcpy(&kind, payload, sizeof kind);
    size_t words = strnlen((const char *)rest, size);
    if (kind >= RRAS_MISUSES || words == size)
        return false;
    if (process->misuse_count == MISUSES_MOST)
        return true;
    struct misuse *misuse = &process->misuses[process->misuse_count++];
    size -= words + 1;
    misuse->kind = (enum rras_misuse)kind;
    snprintf(misuse->words, sizeof misuse->words, "%s", (const char *)rest);
    misuse->length = size < sizeof misuse->frames ? size : sizeof misuse->frames - 1;
    memcpy(misuse->frames, rest + words + 1, misuse->length);
    misuse->frames[misuse->length] = '\0';
    return true;
}

/* The next frame that is not just something printed or kept for later */
static enum wire_status next_frame(struct process *process)
{
    for (;;) {
        wire_next(&process->frame);
        if (host_clock_ns() >= process->deadline_ns)
            return WIRE_WAIT;
        enum wire_status status = wait_for_frame(process);
        bool misused = process->frame.header.type == WIRE_MISUSED;
        if (status != WIRE_COMPLETE || (process->frame.header.type != WIRE_PRINTED && !misused))
            return status;
        bool spoken = false;
        if (!(misused ? take_misused(process) : take_printed(process, &spoken)))
            return WIRE_BROKEN;
        if (spoken)
            return status;
    }
}

bool process_wait(struct process *process, struct process_end *end)
{
    enum wire_status status = next_frame(process);
    bool last = status == WIRE_COMPLETE &&
                (process->frame.header.type == WIRE_CRASHED || process->frame.header.type == WIRE_EXITED);
    if (status == WIRE_COMPLETE && !last)
        return true;
    if (status == WIRE_WAIT) {
        ask_where(process, end);
        process_kill(process);
    } else if (status == WIRE_BROKEN) {
        process_kill(process);
        end->finding = FINDING_CHANNEL;
        snprintf(end->text, sizeof end->text, "it wrote to the emulator's own channel");
    } else {
        take_end(process, last, end);
    }
    return false;
}

void process_stop(struct process *process)
{
    process_kill(process);
    reactor_unwatch(&process->channel_watch);
    reactor_unwatch(&process->end_watch);
    if (process->launched.open && process->end_file >= 0)
        close(process->end_file);
    launch_close(&process->launched);
    for (int i = 0; i < STREAM_COUNT; i++)
        text_free(&process->printed[i]);
    *process = (struct process){0};
}
