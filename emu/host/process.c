/* SPDX-License-Identifier: MIT */
#include "host/process.h"

#include "host/frames.h"

#include <errno.h>
#include <event2/event.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <spawn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

/* The worker's end of the channel, as it finds it */
enum { WORKER_CHANNEL = 3, PRINTED_MOST = 1 << 16, WORDS_MOST = 32, WRAP_MOST = 1024 };

extern char **environ;

/* --- starting --- */

struct pipes {
    int channel[2], streams[STREAM_COUNT][2];
};

static void close_pair(const int pair[2])
{
    for (int i = 0; i < 2; i++)
        if (pair[i] >= 0)
            close(pair[i]);
}

static void close_pipes(const struct pipes *pipes)
{
    close_pair(pipes->channel);
    for (int i = 0; i < STREAM_COUNT; i++)
        close_pair(pipes->streams[i]);
}

static bool open_pipes(struct pipes *pipes)
{
    *pipes = (struct pipes){{-1, -1}, {{-1, -1}, {-1, -1}}};
    bool fine = socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, pipes->channel) == 0;
    for (int i = 0; fine && i < STREAM_COUNT; i++)
        fine = pipe2(pipes->streams[i], O_CLOEXEC) == 0;
    if (!fine)
        close_pipes(pipes);
    return fine;
}

/* Splits the command at its blanks, in place; the worker's own words come behind it. */
static void make_words(char *wrap, const char *program, char *words[WORDS_MOST + 1])
{
    char *rest = NULL;
    size_t count = 0;
    for (char *word = strtok_r(wrap, " ", &rest); word && count < WORDS_MOST - 2;
         word = strtok_r(NULL, " ", &rest))
        words[count++] = word;
    words[count++] = (char *)program;
    words[count++] = "3"; /* WORKER_CHANNEL */
    words[count] = NULL;
}

static int spawn(struct worker *process, const char *program, const char *wrap,
                 const struct pipes *pipes)
{
    posix_spawn_file_actions_t actions;
    posix_spawnattr_t attributes;
    sigset_t defaults;
    char *words[WORDS_MOST + 1], command[WRAP_MOST];
    snprintf(command, sizeof command, "%s", wrap ? wrap : "");
    make_words(command, program, words);
    /* what an interrupt means is for the emulator to decide */
    sigfillset(&defaults);
    posix_spawnattr_init(&attributes);
    posix_spawnattr_setsigdefault(&attributes, &defaults);
    posix_spawnattr_setpgroup(&attributes, 0);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP);
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_adddup2(&actions, pipes->streams[STREAM_OUT][1], STDOUT_FILENO);
    posix_spawn_file_actions_adddup2(&actions, pipes->streams[STREAM_ERR][1], STDERR_FILENO);
    posix_spawn_file_actions_adddup2(&actions, pipes->channel[1], WORKER_CHANNEL);
    int failed = posix_spawnp(&process->pid, words[0], &actions, &attributes, words, environ);
    posix_spawn_file_actions_destroy(&actions);
    posix_spawnattr_destroy(&attributes);
    return failed;
}

static void on_printed(evutil_socket_t file, short what, void *self)
{
    (void)file, (void)what;
    process_drain(self);
}

static void on_frame(evutil_socket_t file, short what, void *self)
{
    (void)file, (void)what, (void)self; /* waking up is all it is for */
}

static void on_time(evutil_socket_t none, short what, void *self)
{
    (void)none, (void)what;
    ((struct worker *)self)->timed_out = true;
}

/* The end of the process itself: a child of it may keep the channel open */
static void watch_end(struct worker *process)
{
    process->end_file = (int)syscall(SYS_pidfd_open, process->pid, 0);
    if (process->end_file < 0)
        return; /* an old kernel: then its end shows at the time limit */
    process->end_event =
        event_new(process->base, process->end_file, EV_READ | EV_PERSIST, on_frame, process);
    if (process->end_event)
        event_add(process->end_event, NULL);
}

static bool watch(struct worker *process)
{
    struct event_base *base = process->base = event_base_new();
    if (!base)
        return false;
    for (int i = 0; i <= STREAM_COUNT; i++) {
        bool channel = i == STREAM_COUNT;
        process->events[i] = event_new(base, channel ? process->channel : process->streams[i],
                                       EV_READ | EV_PERSIST, channel ? on_frame : on_printed, process);
        if (!process->events[i] || event_add(process->events[i], NULL) != 0)
            return false;
    }
    watch_end(process);
    return (process->timer = evtimer_new(base, on_time, process)) != NULL;
}

bool process_start(struct worker *process, const char *program, const char *wrap,
                   struct error *error)
{
    struct pipes pipes;
    *process = (struct worker){.end_file = -1};
    if (!open_pipes(&pipes))
        return error_set(error, FAILURE_INTERNAL, "no worker can be started: %s", strerror(errno));
    int failed = spawn(process, program, wrap, &pipes);
    if (failed) {
        process->pid = 0;
        close_pipes(&pipes);
        return error_set(error, wrap ? FAILURE_USAGE : FAILURE_INTERNAL,
                         "%s: no worker can be started: %s", wrap ? wrap : program, strerror(failed));
    }
    close(pipes.channel[1]);
    process->channel = pipes.channel[0];
    fcntl(process->channel, F_SETFL, O_NONBLOCK);
    for (int i = 0; i < STREAM_COUNT; i++) {
        close(pipes.streams[i][1]);
        process->streams[i] = pipes.streams[i][0];
        fcntl(process->streams[i], F_SETFL, O_NONBLOCK);
    }
    if (watch(process))
        return true;
    process_stop(process);
    return error_set(error, FAILURE_INTERNAL, "no worker can be watched");
}

/* --- listening --- */

void process_drain(struct worker *process)
{
    for (int i = 0; i < STREAM_COUNT; i++) {
        char bytes[4096];
        ssize_t got;
        while ((got = read(process->streams[i], bytes, sizeof bytes)) > 0)
            if (process->printed[i].length < PRINTED_MOST)
                text_add_bytes(&process->printed[i], bytes, (size_t)got);
        if (got == 0)
            event_del(process->events[i]); /* closed: it would be readable for ever */
    }
}

static const char *signal_name(int number)
{
    static const struct {
        int number;
        const char *name;
    } names[] = {{SIGSEGV, "SIGSEGV"}, {SIGBUS, "SIGBUS"},   {SIGFPE, "SIGFPE"},
                 {SIGILL, "SIGILL"},   {SIGABRT, "SIGABRT"}, {SIGTRAP, "SIGTRAP"},
                 {SIGSYS, "SIGSYS"},   {SIGKILL, "SIGKILL"}, {SIGTERM, "SIGTERM"},
                 {SIGALRM, "SIGALRM"}, {SIGUSR1, "SIGUSR1"}, {SIGUSR2, "SIGUSR2"},
                 {SIGPIPE, "SIGPIPE"}, {SIGHUP, "SIGHUP"},   {SIGINT, "SIGINT"}};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++)
        if (names[i].number == number)
            return names[i].name;
    return "a signal";
}

/* RAS_CONNECTION_0+0x1c, or the parameter's name where it is no structure */
static void describe_argument(char *text, size_t size, const struct callout *callout,
                              const struct wire_crashed *crashed)
{
    if (!callout || crashed->parameter >= callout->parameter_count)
        return;
    const struct parameter *parameter = &callout->parameters[crashed->parameter];
    const struct layout *layout = argument_places[parameter->argument].layout;
    bool before = crashed->offset < 0;
    snprintf(text, size, " at %s%s0x%llx", layout ? layout->name : parameter->name,
             before ? "-" : "+",
             (unsigned long long)(before ? -crashed->offset : crashed->offset));
}

static void take_crash(const struct wire_frame *frame, const struct callout *callout,
                       struct process_end *end)
{
    const uint8_t *rest;
    size_t rest_size;
    const struct wire_crashed *crashed = wire_fixed(frame, sizeof *crashed, &rest, &rest_size);
    char place[96] = "";
    if (!crashed)
        return;
    frames_describe(&end->backtrace, (const char *)rest, rest_size);
    if (crashed->place == PLACE_ARGUMENT)
        describe_argument(place, sizeof place, callout, crashed);
    else if (crashed->place == PLACE_NULL && crashed->offset)
        snprintf(place, sizeof place, " at null+0x%llx", (unsigned long long)crashed->offset);
    else if (crashed->place == PLACE_NULL)
        snprintf(place, sizeof place, " at null");
    if (crashed->place == PLACE_STALE)
        end->finding = FINDING_USE_AFTER_RETURN;
    snprintf(end->text, sizeof end->text, "%s%s", signal_name((int)crashed->signal), place);
}

static bool has_exited(const struct worker *process)
{
    siginfo_t info = {0};
    return waitid(P_PID, (id_t)process->pid, &info, WEXITED | WNOHANG | WNOWAIT) == 0 &&
           info.si_pid == process->pid;
}

void process_kill(struct worker *process)
{
    if (!process->pid)
        return;
    kill(-process->pid, SIGKILL); /* its children too, as far as they stayed in its group */
    kill(process->pid, SIGKILL);
    waitpid(process->pid, NULL, 0);
    process->pid = 0;
}

/* What the worker said of its end, or, when it could not, what the system knows of it */
static void take_end(struct worker *process, bool spoke, struct process_end *end)
{
    enum { TRIES = 50, PAUSE_US = 4000 };
    int status = 0;
    uint32_t code = 0;
    bool exited = has_exited(process);
    for (int i = 0; i < TRIES && !exited; i++) {
        usleep(PAUSE_US);
        exited = has_exited(process);
    }
    process_drain(process);
    kill(-process->pid, SIGKILL);
    kill(process->pid, SIGKILL); /* one that closed the channel may live */
    waitpid(process->pid, &status, 0);
    process->pid = 0;
    if (spoke && process->frame.header.type == WIRE_CRASHED) {
        end->finding = FINDING_CRASH;
        take_crash(&process->frame, process->callout, end);
    } else if (spoke) {
        memcpy(&code, process->frame.payload, sizeof code);
        if (process->frame.header.length > sizeof code)
            frames_describe(&end->backtrace, (const char *)process->frame.payload + sizeof code,
                            process->frame.header.length - sizeof code);
        end->finding = FINDING_EXIT;
        snprintf(end->text, sizeof end->text, "exit(%d)", (int)code);
    } else if (!exited) {
        end->finding = FINDING_CRASH;
        snprintf(end->text, sizeof end->text, "closing the emulator's own channel");
    } else if (WIFSIGNALED(status)) {
        end->finding = FINDING_CRASH;
        snprintf(end->text, sizeof end->text, "%s", signal_name(WTERMSIG(status)));
    } else {
        end->finding = FINDING_EXIT;
        snprintf(end->text, sizeof end->text, "_exit(%d)", WEXITSTATUS(status));
    }
}

/* A worker that hangs can still say where. */
static void ask_where(struct worker *process, struct process_end *end)
{
    enum { PATIENCE_MS = 500 };
    struct pollfd channel = {.fd = process->channel, .events = POLLIN};
    const uint8_t *rest;
    size_t rest_size;
    wire_next(&process->frame);
    kill(process->pid, SIGALRM);
    while (poll(&channel, 1, PATIENCE_MS) > 0) {
        enum wire_status status = wire_receive(process->channel, &process->frame);
        if (status == WIRE_COMPLETE && process->frame.header.type == WIRE_CRASHED &&
            wire_fixed(&process->frame, sizeof(struct wire_crashed), &rest, &rest_size))
            frames_describe(&end->backtrace, (const char *)rest, rest_size);
        if (status != WIRE_WAIT)
            return;
    }
}

static uint64_t now_ms(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (uint64_t)now.tv_sec * 1000 + (uint64_t)now.tv_nsec / 1000000;
}

void process_begin(struct worker *process, unsigned timeout_ms)
{
    process->timeout_ms = timeout_ms;
    process->deadline_ms = timeout_ms ? now_ms() + timeout_ms : 0;
}

/* Waits until a frame is there, the process has ended, or time is up. */
static enum wire_status wait_for_frame(struct worker *process)
{
    enum wire_status status = WIRE_WAIT;
    /* a frame that came with the one before needs no look; otherwise what the worker printed before it
     * spoke is seen with what it says, or earlier */
    bool look = process->frame.have == 0;
    while (!process->timed_out) {
        if (look && event_base_loop(process->base, EVLOOP_ONCE) < 0)
            return WIRE_BROKEN;
        status = wire_receive(process->channel, &process->frame);
        if (status == WIRE_WAIT && has_exited(process)) { /* perhaps with a last word just now */
            status = wire_receive(process->channel, &process->frame);
            status = status == WIRE_WAIT ? WIRE_CLOSED : status;
        }
        if (status != WIRE_WAIT)
            break;
        look = true;
    }
    return status;
}

bool process_wait(struct worker *process, struct process_end *end)
{
    wire_next(&process->frame);
    uint64_t now = process->deadline_ms ? now_ms() : 0;
    process->timed_out = process->deadline_ms && now >= process->deadline_ms;
    if (process->deadline_ms && !process->timed_out) {
        uint64_t left = process->deadline_ms - now;
        event_add(process->timer, &(struct timeval){(time_t)(left / 1000),
                                                    (suseconds_t)(left % 1000) * 1000});
    }
    enum wire_status status = wait_for_frame(process);
    event_del(process->timer);
    bool last = status == WIRE_COMPLETE && (process->frame.header.type == WIRE_CRASHED ||
                                            process->frame.header.type == WIRE_EXITED);
    if (status == WIRE_COMPLETE && !last)
        return true;
    if (status == WIRE_WAIT) {
        ask_where(process, end);
        process_kill(process);
        end->finding = FINDING_HANG;
        snprintf(end->text, sizeof end->text, "the time limit of %u.%03u s",
                 process->timeout_ms / 1000, process->timeout_ms % 1000);
    } else if (status == WIRE_BROKEN) {
        process_kill(process);
        end->finding = FINDING_CRASH;
        snprintf(end->text, sizeof end->text, "nonsense on the emulator's own channel");
    } else {
        take_end(process, last, end);
    }
    return false;
}

void process_stop(struct worker *process)
{
    process_kill(process);
    for (int i = 0; i <= STREAM_COUNT; i++)
        if (process->events[i])
            event_free(process->events[i]);
    if (process->timer)
        event_free(process->timer);
    if (process->end_event)
        event_free(process->end_event);
    if (process->base) {
        event_base_free(process->base);
        close(process->channel);
        if (process->end_file >= 0)
            close(process->end_file);
        for (int i = 0; i < STREAM_COUNT; i++)
            close(process->streams[i]);
    }
    for (int i = 0; i < STREAM_COUNT; i++)
        text_free(&process->printed[i]);
    *process = (struct worker){0};
}
