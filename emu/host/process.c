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
#include <sys/mman.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

/* What a worker finds: its end of the channel, and the page if there is one */
enum { WORKER_CHANNEL = 3, WORKER_PAGE = 4, WORDS_MOST = 32, WRAP_MOST = 1024 };

/* What is kept of what a DLL prints in one call; then writing fails. */
enum { CAPTURE_SIZE = 1 << 16 };

extern char **environ;

/* --- starting --- */

/* The descriptors of both ends; -1: not there */
struct files {
    int channel[2], captures[STREAM_DEBUG], page;
};

static void close_file(int file)
{
    if (file >= 0)
        close(file);
}

static void close_files(const struct files *files)
{
    for (int i = 0; i < 2; i++)
        close_file(files->channel[i]);
    for (int i = 0; i < STREAM_DEBUG; i++)
        close_file(files->captures[i]);
    close_file(files->page);
}

/* A file in memory of a size that stays */
static int open_memory(size_t size)
{
    int file = memfd_create("rrasemu", MFD_CLOEXEC | MFD_ALLOW_SEALING);
    if (file >= 0 && (ftruncate(file, (off_t)size) != 0 ||
                      fcntl(file, F_ADD_SEALS, F_SEAL_GROW | F_SEAL_SHRINK) != 0)) {
        close(file);
        file = -1;
    }
    return file;
}

static bool open_files(struct files *files, bool page)
{
    *files = (struct files){{-1, -1}, {-1, -1}, -1};
    bool fine = socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, files->channel) == 0;
    for (int i = 0; fine && i < STREAM_DEBUG; i++)
        fine = (files->captures[i] = open_memory(CAPTURE_SIZE)) >= 0;
    if (fine && page)
        fine = (files->page = open_memory(sizeof(struct page))) >= 0;
    if (!fine)
        close_files(files);
    return fine;
}

/* Splits the command at its blanks, in place; the worker's own words come behind it. */
static void make_words(char *wrap, const struct process_options *options,
                       char *words[WORDS_MOST + 1])
{
    char *rest = NULL;
    size_t count = 0;
    for (char *word = strtok_r(wrap, " ", &rest); word && count < WORDS_MOST - 3;
         word = strtok_r(NULL, " ", &rest))
        words[count++] = word;
    words[count++] = (char *)options->program;
    words[count++] = "3"; /* WORKER_CHANNEL */
    if (options->page)
        words[count++] = "4"; /* WORKER_PAGE */
    words[count] = NULL;
}

static int spawn(struct worker *process, const struct process_options *options,
                 const struct files *files)
{
    posix_spawn_file_actions_t actions;
    posix_spawnattr_t attributes;
    sigset_t defaults;
    char *words[WORDS_MOST + 1], command[WRAP_MOST];
    snprintf(command, sizeof command, "%s", options->wrap ? options->wrap : "");
    make_words(command, options, words);
    /* what an interrupt means is for the emulator to decide */
    sigfillset(&defaults);
    posix_spawnattr_init(&attributes);
    posix_spawnattr_setsigdefault(&attributes, &defaults);
    posix_spawnattr_setpgroup(&attributes, 0);
    posix_spawnattr_setflags(&attributes, POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETPGROUP);
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_addopen(&actions, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_adddup2(&actions, files->captures[STREAM_OUT], STDOUT_FILENO);
    posix_spawn_file_actions_adddup2(&actions, files->captures[STREAM_ERR], STDERR_FILENO);
    /* the second might lie where the first is to go */
    int page = files->page == WORKER_CHANNEL ? dup(files->page) : -1;
    posix_spawn_file_actions_adddup2(&actions, files->channel[1], WORKER_CHANNEL);
    if (options->page)
        posix_spawn_file_actions_adddup2(&actions, page >= 0 ? page : files->page, WORKER_PAGE);
    int failed = posix_spawnp(&process->pid, words[0], &actions, &attributes, words, environ);
    close_file(page);
    posix_spawn_file_actions_destroy(&actions);
    posix_spawnattr_destroy(&attributes);
    return failed;
}

static void on_event(evutil_socket_t file, short what, void *self)
{
    (void)file, (void)what, (void)self; /* waking up is all it is for */
}

static void on_end(evutil_socket_t file, short what, void *self)
{
    (void)file, (void)what;
    ((struct worker *)self)->ended = true;
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
        event_new(process->base, process->end_file, EV_READ, on_end, process);
    if (process->end_event)
        event_add(process->end_event, NULL);
}

static bool watch(struct worker *process)
{
    process->base = event_base_new();
    if (!process->base)
        return false;
    process->channel_event = event_new(process->base, process->channel.input, EV_READ | EV_PERSIST,
                                       on_event, process);
    if (!process->channel_event || event_add(process->channel_event, NULL) != 0)
        return false;
    watch_end(process);
    return (process->timer = evtimer_new(process->base, on_time, process)) != NULL;
}

/* Takes over this end of what was opened */
static bool take_files(struct worker *process, const struct files *files)
{
    close(files->channel[1]);
    process->started = true;
    process->channel = (struct channel){files->channel[0], files->channel[0], NULL, NULL};
    fcntl(files->channel[0], F_SETFL, O_NONBLOCK);
    for (int i = 0; i < STREAM_DEBUG; i++)
        process->captures[i] = files->captures[i];
    if (files->page < 0)
        return true;
    void *page = mmap(NULL, sizeof(struct page), PROT_READ | PROT_WRITE, MAP_SHARED, files->page, 0);
    close(files->page);
    if (page == MAP_FAILED)
        return false;
    process->page = page;
    process->channel.in = &process->page->to_emulator;
    process->channel.out = &process->page->to_worker;
    return true;
}

bool process_start(struct worker *process, const struct process_options *options,
                   struct error *error)
{
    struct files files;
    *process = (struct worker){.end_file = -1};
    if (!open_files(&files, options->page))
        return error_set(error, FAILURE_INTERNAL, "no worker can be started: %s", strerror(errno));
    int failed = spawn(process, options, &files);
    if (failed) {
        process->pid = 0;
        close_files(&files);
        return error_set(error, options->wrap ? FAILURE_USAGE : FAILURE_INTERNAL,
                         "%s: no worker can be started: %s",
                         options->wrap ? options->wrap : options->program, strerror(failed));
    }
    if (take_files(process, &files) && watch(process))
        return true;
    process_stop(process);
    return error_set(error, FAILURE_INTERNAL, "no worker can be watched");
}

/* --- listening --- */

/* What a worker that is gone printed and did not tell */
static void take_rest(struct worker *process)
{
    for (int i = 0; i < STREAM_DEBUG; i++) {
        char bytes[CAPTURE_SIZE];
        off_t size = lseek(process->captures[i], 0, SEEK_CUR);
        ssize_t got = size > 0 ? pread(process->captures[i], bytes,
                                       size < CAPTURE_SIZE ? (size_t)size : CAPTURE_SIZE, 0)
                               : 0;
        if (got > 0)
            text_add_bytes(&process->printed[i], bytes, (size_t)got);
        lseek(process->captures[i], 0, SEEK_SET);
    }
}

/* What a living one tells */
static bool take_printed(struct worker *process)
{
    enum { KEPT_MOST = CAPTURE_SIZE };
    uint32_t stream;
    size_t length = process->frame.header.length;
    if (length < sizeof stream)
        return false;
    memcpy(&stream, process->frame.payload, sizeof stream);
    if (stream >= STREAM_COUNT)
        return false;
    if (process->printed[stream].length < KEPT_MOST)
        text_add_bytes(&process->printed[stream], (const char *)process->frame.payload + sizeof stream,
                       length - sizeof stream);
    return true;
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
    take_rest(process);
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
    kill(-process->pid, SIGKILL);
    kill(process->pid, SIGKILL); /* one that closed the channel may live */
    waitpid(process->pid, &status, 0);
    process->pid = 0;
    take_rest(process);
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
    struct pollfd channel = {.fd = process->channel.input, .events = POLLIN};
    const uint8_t *rest;
    size_t rest_size;
    wire_next(&process->frame);
    kill(process->pid, SIGALRM);
    enum wire_status status;
    while ((status = channel_receive(&process->channel, &process->frame)) == WIRE_WAIT)
        if (poll(&channel, 1, PATIENCE_MS) <= 0)
            return;
    if (status == WIRE_COMPLETE && process->frame.header.type == WIRE_CRASHED &&
        wire_fixed(&process->frame, sizeof(struct wire_crashed), &rest, &rest_size))
        frames_describe(&end->backtrace, (const char *)rest, rest_size);
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

static void set_timer(struct worker *process)
{
    uint64_t now = now_ms();
    uint64_t left = now < process->deadline_ms ? process->deadline_ms - now : 0;
    process->timed_out = process->deadline_ms && left == 0;
    if (left > 0)
        event_add(process->timer, &(struct timeval){(time_t)(left / 1000),
                                                    (suseconds_t)(left % 1000) * 1000});
}

/* Waits until a frame is there, the process has ended, or time is up. */
static enum wire_status wait_for_frame(struct worker *process)
{
    enum wire_status status = channel_spin(&process->channel, &process->frame);
    if (status != WIRE_WAIT)
        return status;
    set_timer(process);
    while (!process->timed_out) {
        status = channel_receive(&process->channel, &process->frame);
        if (status == WIRE_WAIT && process->ended) { /* perhaps with a last word just now */
            status = channel_receive(&process->channel, &process->frame);
            status = status == WIRE_WAIT ? WIRE_CLOSED : status;
        }
        if (status != WIRE_WAIT || event_base_loop(process->base, EVLOOP_ONCE) < 0)
            break;
    }
    event_del(process->timer);
    return status;
}

/* The next frame that is not just something printed */
static enum wire_status next_frame(struct worker *process)
{
    for (;;) {
        wire_next(&process->frame);
        if (process->deadline_ms && now_ms() >= process->deadline_ms)
            return WIRE_WAIT;
        enum wire_status status = wait_for_frame(process);
        if (status != WIRE_COMPLETE || process->frame.header.type != WIRE_PRINTED)
            return status;
        if (process->frame.payload[0] == STREAM_DEBUG && process->frame.header.length > 3)
            return status;
        if (!take_printed(process))
            return WIRE_BROKEN;
    }
}

bool process_wait(struct worker *process, struct process_end *end)
{
    enum wire_status status = next_frame(process);
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
    if (process->channel_event)
        event_free(process->channel_event);
    if (process->timer)
        event_free(process->timer);
    if (process->end_event)
        event_free(process->end_event);
    if (process->base)
        event_base_free(process->base);
    if (process->started) {
        close(process->channel.input);
        close_file(process->end_file);
        for (int i = 0; i < STREAM_DEBUG; i++)
            close_file(process->captures[i]);
    }
    if (process->page)
        munmap(process->page, sizeof(struct page));
    for (int i = 0; i < STREAM_COUNT; i++)
        text_free(&process->printed[i]);
    *process = (struct worker){0};
}
