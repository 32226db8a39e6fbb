/* SPDX-License-Identifier: MIT */
/*
 * rrasemu-worker FD [PAGE]: does what the emulator asks over the socket FD, or the page that is the file
 * PAGE, and ends when the socket is closed, also while a callout runs.
 */
#include "host/worker.h"

#include "host/fault.h"
#include "host/forked.h"
#include "host/backtrace.h"
#include "host/allocators_posix.h"
#include "host/inprocess.h"
#include "host/leaving.h"
#include "host/left_posix.h"

#include "runtime/loader.h"
#include "runtime/schedule.h"

#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/ptrace.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

enum { CHANNEL_LEAST = 100 };

static int captures[STREAM_DEBUG] = {-1, -1}; /* where standard output and error go */

/* --- what ends a callout before it returns --- */

static pthread_t callouts_thread;

static void tell_leaving(const char *call)
{
    if (worker.inside)
        worker_end(WIRE_EXITED, call, strlen(call) + 1, false);
}

/* The rest of the process, the exit handlers of the DLL too, is of no interest any more. */
static void on_exit_inside(int status, void *unused)
{
    char call[32];
    (void)unused;
    snprintf(call, sizeof call, "exit(%d)", status);
    if (forked_is_parent())
        tell_leaving(call);
}

static void on_crash(int number, siginfo_t *info, void *context)
{
    if (fault_let_through(&worker.stage, number, info, context))
        return;
    if (!forked_is_parent()) {
        signal(number, SIG_DFL);
        raise(number); /* which kills it */
        return;
    }
    backtrace_interrupted(fault_place(context));
    if (number == SIGALRM && rras_loader_waiting() > 0)
        worker_crash(WIRE_CRASH_LOADER, false, 0);
    if (number == SIGALRM && rras_schedule_stuck())
        worker_end_by_words(WIRE_CRASH_STUCK, rras_schedule_stuck());
    if (number == SIGALRM && rras_schedule_computes())
        worker_crash(WIRE_CRASH_COMPUTES, false, 0);
    /* of an address that no pointer can have the system does not tell it */
    bool access = (number == SIGSEGV || number == SIGBUS) && info->si_code != SI_KERNEL;
    worker_crash((uint32_t)number, access, (uintptr_t)info->si_addr);
}

/* The emulator's, when time is up: whichever thread takes it, the one that hangs is meant. */
static void on_time(int signal, siginfo_t *info, void *context)
{
    if (pthread_equal(pthread_self(), callouts_thread))
        on_crash(signal, info, context);
    pthread_kill(callouts_thread, signal);
}

/* The callout's thread knows where it stands. */
static void on_stuck(void)
{
    pthread_kill(callouts_thread, SIGALRM);
}

void system_watch_thread(void)
{
    static const int signals[] = {SIGSEGV, SIGBUS, SIGFPE, SIGILL, SIGABRT, SIGTRAP, SIGSYS};
    static char stack[1 << 16]; /* the DLL may have used up the other */
    struct sigaction action = {.sa_sigaction = on_crash, .sa_flags = SA_ONSTACK | SA_SIGINFO};
    sigaltstack(&(stack_t){.ss_sp = stack, .ss_size = sizeof stack}, NULL);
    for (size_t i = 0; i < sizeof signals / sizeof *signals; i++)
        sigaction(signals[i], &action, NULL);
    callouts_thread = pthread_self();
    action = (struct sigaction){.sa_sigaction = on_time, .sa_flags = SA_ONSTACK | SA_SIGINFO};
    sigaction(SIGALRM, &action, NULL);
}

/* A watch of its own: the thread that reads may be inside a callout that spins. */
static void *watch_channel(void *unused)
{
    (void)unused;
    struct pollfd end = {.fd = worker.channel.input, .events = POLLRDHUP};
    while (poll(&end, 1, -1) < 0 || !(end.revents & (POLLRDHUP | POLLHUP | POLLERR | POLLNVAL)))
        ;
    leaving_now(WIRE_EXIT_CHANNEL); /* the emulator has gone, or the DLL has closed what is not its own */
}

/* --- what a callout does to the process and its channel --- */

static struct stat channel_file; /* as it was opened */
static int channel_flags;

static bool channel_is_intact(void)
{
    struct stat now;
    struct pollfd end = {.fd = worker.channel.input, .events = POLLRDHUP};
    return fstat(worker.channel.input, &now) == 0 && now.st_ino == channel_file.st_ino &&
           now.st_dev == channel_file.st_dev && fcntl(worker.channel.input, F_GETFL) == channel_flags &&
           poll(&end, 1, 0) >= 0 && !(end.revents & (POLLRDHUP | POLLHUP | POLLERR | POLLNVAL));
}

bool system_returned(bool *forked)
{
    *forked = forked_returned();
    return channel_is_intact();
}

bool system_exception(char *words, size_t size)
{
    return inprocess_exception(words, size);
}

/* A callout that attaches itself to the emulator would stop it for good. Only a debugger of the user's may trace,
 * and that is not started here. */
static void forbid_tracing(void)
{
    struct sock_filter filter[] = {
        BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, nr)),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_ptrace, 0, 4),
        BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(struct seccomp_data, args)),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, PTRACE_ATTACH, 1, 0),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, PTRACE_SEIZE, 0, 1),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EPERM),
        BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
    };
    const struct sock_fprog program = {sizeof filter / sizeof *filter, filter};
    if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0) /* an old kernel has no filters, and this does nothing there */
        prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program); /* valgrind does not know the newer call */
}

bool system_watch(void)
{
    pthread_t watcher;
    backtrace_prepare();
    channel_flags = fcntl(worker.channel.input, F_GETFL);
    if (fstat(worker.channel.input, &channel_file) != 0 || !forked_begin())
        return false;
    prctl(PR_SET_CHILD_SUBREAPER, 1); /* what its children leave is seen here, left_posix.c */
    forbid_tracing();
    leaving_begin(tell_leaving);
    rras_on_stuck(on_stuck);
    return pthread_create(&watcher, NULL, watch_channel, NULL) == 0 && on_exit(on_exit_inside, NULL) == 0;
}

void system_set_alarm(void)
{
    enum { SECONDS = 2 };
    rras_system_enter(); /* it is not the DLL's */
    alarm(SECONDS);
    rras_system_leave();
}

void system_exit(int status)
{
    leaving_now(status);
}

/* --- what DLLs print --- */

/* No other stream is flushed: a thread of the DLL's may hold it, waiting for something to read. */
void system_flush(void)
{
    fflush(stdout);
    fflush(stderr);
}

/* What is printed while it is taken is taken too. */
size_t system_take_printed(enum wire_stream stream, char *bytes, size_t room)
{
    static off_t taken[STREAM_DEBUG];
    off_t left = lseek(captures[stream], 0, SEEK_CUR) - taken[stream];
    ssize_t got = left > 0 ? pread(captures[stream], bytes, left < (off_t)room ? (size_t)left : room, taken[stream])
                           : 0;
    if (got > 0) {
        taken[stream] += got;
        return (size_t)got;
    }
    if (taken[stream] > 0)
        lseek(captures[stream], 0, SEEK_SET);
    taken[stream] = 0;
    return 0;
}

/* --- what DLLs leave --- */

void system_look(void)
{
    residue_begin();
}

void system_turn(uint32_t number)
{
    residue_turn(number);
}

uint32_t system_residue(uint32_t number, const struct image *image, uint32_t asked)
{
    (void)image;
    return residue_of(number, asked);
}

void system_loaded(const struct module *module, struct image *image)
{
    void *library = inprocess_library(module);
    backtrace_image_of(library, image);
    allocators_watch(library);
}

struct held_memory system_held(const struct image *image)
{
    return held_memory_of(image->base, image->end, NULL, NULL);
}

/* The loader keeps what is marked so, as most of C++ is here and nothing on Windows. */
bool system_is_gone(const struct image *image)
{
    void *library = dlopen(image->path, RTLD_LAZY | RTLD_NOLOAD);
    if (library)
        dlclose(library);
    return !library;
}

/* --- the beginning --- */

struct host system_host(struct stage *stage)
{
    static struct inprocess here;
    here.stage = stage;
    return inprocess_host(&here);
}

/* Out of the way of a DLL that closes what it did not open */
static int move_away(int file)
{
    int moved = fcntl(file, F_DUPFD_CLOEXEC, CHANNEL_LEAST);
    if (moved < 0) /* few descriptors are allowed */
        moved = fcntl(file, F_DUPFD_CLOEXEC, STDERR_FILENO + 1);
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

bool system_open(int argc, char **argv, struct channel *channel)
{
    if (argc < 2 || argc > 3)
        return false;
    int file = move_away(parse_file(argv[1]));
    *channel = (struct channel){.input = file, .output = file, .waits = true};
    captures[STREAM_OUT] = move_away(STDOUT_FILENO);
    captures[STREAM_ERR] = move_away(STDERR_FILENO);
    if (file < 0 || argc == 2)
        return file >= 0;
    int shared = parse_file(argv[2]);
    void *page = mmap(NULL, sizeof(struct page), PROT_READ | PROT_WRITE, MAP_SHARED, shared, 0);
    close(shared);
    if (page == MAP_FAILED)
        return false;
    channel->guarded = page;
    channel->in = &((struct page *)page)->to_worker;
    channel->out = &((struct page *)page)->to_emulator;
    return true;
}
