/* SPDX-License-Identifier: MIT */
#include "cli/guardian.h"

#include "host/children.h"

#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/ptrace.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

enum { NAME_SIZE = 128, LOOKS = 8 };

#define WAKES_GUARDIAN SIGRTMAX

/* What both processes see; the DLL could write on it too. */
struct seen {
    _Atomic pid_t thread; /* runs DLL code */
    _Atomic bool in_dll;  /* a signal handler clears it beside the thread that works */
    char dll[NAME_SIZE], what[NAME_SIZE];
    struct call_mark mark; /* the transcript ends there */
    _Atomic bool has_cause;
    enum finding_id finding; /* and what is the cause */
    char cause[NAME_SIZE];
    _Atomic bool is_over, is_told; /* nothing else is told of this process; the guardian has done so */
};

static struct seen *seen; /* NULL: there is no guardian */

/* --- in the guardian --- */

static struct {
    pid_t process;          /* this one, for its parent */
    pid_t watched, starter; /* this process's parent, and its parent */
    struct stat program;    /* of both */
    int look_ms;
    int ends; /* is closed when the watched program has ended, or was replaced */
    struct guardian_output outputs[GUARDIAN_OUTPUTS];
} guardian;

/* The records that the watched process owes. Its memory has gone: the DLL and callout are known by name, and nothing is
 * of the arguments and the stack. */
static void tell_finding(enum finding_id id, const char *what)
{
    char message[2 * NAME_SIZE];
    const struct call_mark *mark = &seen->mark;
    const struct finding *finding = &findings[id];
    struct record found = {.sequence = mark->sequence + 1,
                           .time_ns = mark->time_ns,
                           .type = RECORD_FINDING,
                           .rule = finding->rule,
                           .connection = mark->connection,
                           .finding = {.id = finding->name,
                                       .severity = finding->severity,
                                       .callout = *seen->what && mark->callout ? mark->callout->name : NULL,
                                       .dll = *seen->dll ? seen->dll : NULL,
                                       .message = message}};
    struct record summary = {
        .sequence = mark->sequence + 2, .time_ns = mark->time_ns, .type = RECORD_SUMMARY, .summary = mark->totals};
    summary.summary.findings[finding->severity]++;
    snprintf(message, sizeof message, finding->text, what);
    dprintf(STDERR_FILENO, "rrasemu: %.*s: %s in %.*s; the run ends here\n", NAME_SIZE - 1,
            *seen->dll ? seen->dll : "a DLL", what, NAME_SIZE - 1,
            *seen->what ? seen->what : "no callout, on a thread of its own");
    for (size_t i = 0; i < GUARDIAN_OUTPUTS; i++) {
        const struct guardian_output *to = &guardian.outputs[i];
        if (!to->output)
            continue;
        to->sink.take(to->sink.self, &found);
        to->sink.take(to->sink.self, &summary);
        output_flush(to->output);
    }
}

static _Noreturn void end_watched(enum finding_id id, const char *what)
{
    kill(guardian.watched, SIGKILL);
    tell_finding(id, what);
    _exit(0);
}

/* The line of /proc/PROCESS/task/THREAD/status that begins with `key`, behind it; "" when there is none */
static void look_up(pid_t process, pid_t thread, const char *key, char *value, size_t size)
{
    char path[64], line[NAME_SIZE];
    snprintf(path, sizeof path, "/proc/%d/task/%d/status", (int)process, (int)thread);
    FILE *file = fopen(path, "re");
    *value = '\0';
    while (file && fgets(line, sizeof line, file))
        if (strncmp(line, key, strlen(key)) == 0)
            snprintf(value, size, "%s", line + strlen(key) + strspn(line + strlen(key), " \t"));
    if (file)
        fclose(file);
}

static pid_t number_of(pid_t process, pid_t thread, const char *key)
{
    char value[NAME_SIZE];
    look_up(process, thread, key, value, sizeof value);
    return (pid_t)atoi(value);
}

/* Whether a process, which exists, runs this program, or another */
static bool runs(pid_t process, bool this_one)
{
    char path[64];
    struct stat program;
    snprintf(path, sizeof path, "/proc/%d/exe", (int)process);
    return stat(path, &program) == 0 &&
           (program.st_dev == guardian.program.st_dev && program.st_ino == guardian.program.st_ino) == this_one;
}

/* Who debugs this run came from elsewhere; a DLL has itself traced by whoever started the program, or by a child. */
static bool is_traced_by_dll(void)
{
    pid_t tracer = number_of(guardian.watched, seen->thread, "TracerPid:");
    return tracer != 0 && (tracer == guardian.starter || number_of(tracer, tracer, "PPid:") == guardian.watched);
}

/* The signal is delivered to the thread as it goes on: it tells where it was (guard.c). */
static void wake(void)
{
    syscall(SYS_tgkill, guardian.watched, seen->thread, SIGALRM);
    kill(guardian.watched, SIGCONT);
}

/* What the watched thread has been found to be, so many times one after another */
static void judge(unsigned *stopped, unsigned *traced)
{
    char state[NAME_SIZE];
    look_up(guardian.watched, seen->thread, "State:", state, sizeof state);
    *stopped = *state == 'T' && seen->in_dll ? *stopped + 1 : 0;
    *traced = *state == 't' && is_traced_by_dll() ? *traced + 1 : 0;
    if (*traced > LOOKS)
        end_watched(FINDING_HANG, "the time limit passed, while it was traced and stopped");
    if (*stopped > LOOKS) {
        wake();
        *stopped = 0;
    }
}

/* A dead process is kept as long as somebody traces it. A copy of this program that does is one a DLL has made. */
static void release(pid_t thread)
{
    pid_t tracer = number_of(guardian.watched, thread, "TracerPid:");
    if (tracer && runs(tracer, true))
        kill(tracer, SIGKILL);
}

/* Once, of a process that has ended or waits for this before it does */
static void tell_end(void)
{
    if (seen->is_told)
        return;
    if (seen->has_cause)
        tell_finding(seen->finding, seen->cause);
    else if (seen->in_dll)
        tell_finding(FINDING_CRASH, "a signal, perhaps of somebody else, or a system call");
    seen->is_told = true;
}

static void ignore(int signal)
{
    (void)signal; /* it ends the waiting */
}

static _Noreturn void look_on(void)
{
    enum { SOON_MS = 20 };
    unsigned stopped = 0, traced = 0;
    int looked_ms = 0, wait_ms = guardian.look_ms;
    struct pollfd closed = {.fd = guardian.ends, .events = POLLIN};
    sigset_t others;
    signal(WAKES_GUARDIAN, ignore);
    sigprocmask(SIG_BLOCK, NULL, &others);
    sigdelset(&others, WAKES_GUARDIAN);
    for (;;) {
        const struct timespec look = {.tv_sec = wait_ms / 1000, .tv_nsec = wait_ms % 1000 * 1000000L};
        int ready = ppoll(&closed, 1, &look, &others);
        if (ready > 0)
            closed.fd = -1, wait_ms = SOON_MS; /* it ends, or a DLL has closed its descriptors */
        bool has_ended = getppid() != guardian.watched;
        if (has_ended || seen->is_over)
            tell_end();
        if (has_ended) {
            release(guardian.watched);
            release(seen->thread);
            _exit(0);
        }
        if (runs(guardian.watched, false))
            end_watched(FINDING_EXIT, "exec");
        looked_ms += ready == 0 ? wait_ms : 0;
        if (looked_ms < guardian.look_ms)
            continue;
        judge(&stopped, &traced);
        looked_ms = 0;
    }
}

/* Descriptors stay open as long as anybody has them: it keeps what it needs, and where errors go. */
static void close_all_but(int end)
{
    enum { ABOVE = STDERR_FILENO + 1 + GUARDIAN_OUTPUTS, FIRST = STDERR_FILENO + 1 };
    int kept[GUARDIAN_OUTPUTS];
    end = fcntl(end, F_DUPFD, ABOVE);
    for (size_t i = 0; i < GUARDIAN_OUTPUTS; i++)
        kept[i] = guardian.outputs[i].output ? fcntl(guardian.outputs[i].output->file, F_DUPFD, ABOVE) : -1;
    for (size_t i = 0; i < GUARDIAN_OUTPUTS; i++)
        if (guardian.outputs[i].output)
            text_reset(&guardian.outputs[i].output->pending); /* it is written there */
    guardian.ends = dup2(end, STDIN_FILENO);
    close(STDOUT_FILENO);
    for (size_t i = 0; i < GUARDIAN_OUTPUTS; i++)
        if (kept[i] >= 0)
            guardian.outputs[i].output->file = dup2(kept[i], FIRST + (int)i);
        else
            close(FIRST + (int)i);
    syscall(SYS_close_range, ABOVE, ~0U, 0);
}

static _Noreturn void be_guardian(int end)
{
    close_all_but(end);
    look_on();
}

/* --- in the watched process --- */

/* For DLLs: a thread that is traced by who started the program is kept for ever where that waits for the process
 * alone. As under a debugger, one more is refused. */
long ptrace(enum __ptrace_request request, ...)
{
    static long (*system_ptrace)(enum __ptrace_request, ...);
    va_list rest;
    if (request == PTRACE_TRACEME && seen && seen->in_dll) {
        errno = EPERM;
        return -1;
    }
    if (!system_ptrace) {
        void *found = dlsym(RTLD_NEXT, "ptrace");
        memcpy(&system_ptrace, &found, sizeof found);
    }
    va_start(rest, request);
    pid_t process = va_arg(rest, pid_t);
    void *address = va_arg(rest, void *);
    void *data = va_arg(rest, void *);
    va_end(rest);
    return system_ptrace(request, process, address, data);
}

/* Without a signal at its end: a DLL that waits for its children does not wait for this one. From its first instruction on
 * the child takes signals only where it waits for them. */
static pid_t fork_unseen(void)
{
    sigset_t most, before;
    sigfillset(&most);
    sigdelset(&most, SIGTSTP);                  /* ^Z stops both, and both go on */
    pthread_sigmask(SIG_BLOCK, &most, &before); /* what is meant for the group: ^C, and what a DLL sends */
    pid_t child = (pid_t)syscall(SYS_clone, 0, NULL, NULL, NULL, NULL);
    if (child != 0)
        pthread_sigmask(SIG_SETMASK, &before, NULL);
    return child;
}

void guardian_begin(unsigned timeout_ms, const struct guardian_output outputs[GUARDIAN_OUTPUTS])
{
    int ends[2];
    if (seen || !timeout_ms || number_of(getpid(), getpid(), "TracerPid:") != 0 ||
        stat("/proc/self/exe", &guardian.program) != 0 || socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) != 0)
        return;
    void *memory = mmap(NULL, sizeof *seen, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0);
    seen = memory == MAP_FAILED ? NULL : memory;
    guardian.watched = getpid();
    guardian.starter = getppid();
    memcpy(guardian.outputs, outputs, sizeof guardian.outputs);
    guardian.look_ms = (int)(timeout_ms / LOOKS) + 1;
    guardian_thread();
    pid_t child = seen ? fork_unseen() : -1;
    if (child == 0)
        be_guardian(ends[0]);
    close(ends[0]);
    guardian.process = child;
    if (child > 0) {
        children_know(child);
        return; /* the other end stays open until the program ends */
    }
    close(ends[1]);
    if (seen)
        munmap(seen, sizeof *seen);
    seen = NULL;
}

void guardian_thread(void)
{
    if (seen)
        seen->thread = (pid_t)syscall(SYS_gettid);
}

void guardian_blame(const struct call_place *place)
{
    if (!seen)
        return;
    strncpy(seen->dll, place->dll ? place->dll : "", NAME_SIZE - 1);
    strncpy(seen->what, place->what ? place->what : "", NAME_SIZE - 1);
}

void guardian_enter(const struct call_place *place, const struct call_mark *mark)
{
    if (!seen)
        return;
    guardian_blame(place);
    seen->mark = *mark;
    seen->in_dll = true;
}

bool guardian_cause(enum finding_id finding, const char *what)
{
    if (!seen)
        return false;
    seen->finding = finding;
    strncpy(seen->cause, what, NAME_SIZE - 1);
    seen->has_cause = true;
    return true;
}

/* Who waits for this process finds a whole transcript when it has ended. */
bool guardian_tells(enum finding_id finding, const char *what)
{
    enum { PATIENCE_MS = 1000 };
    if (!guardian_cause(finding, what))
        return false;
    seen->is_over = true;
    kill(guardian.process, WAKES_GUARDIAN);
    for (int ms = 0; !seen->is_told && ms < PATIENCE_MS; ms++)
        nanosleep(&(struct timespec){.tv_nsec = 1000000}, NULL);
    return true;
}

void guardian_leave(void)
{
    if (!seen)
        return;
    seen->in_dll = false;
    seen->has_cause = false;
}
