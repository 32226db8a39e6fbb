/* SPDX-License-Identifier: MIT */
/* The schedule's part of POSIX and Linux: its lock sleeps on futexes, not by the C library, which DLLs reach by way of it. */
#include "schedule_core.h"

#include <dlfcn.h>
#include <fcntl.h>
#include <limits.h>
#include <linux/futex.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

enum { DESTRUCTOR_ROUNDS = 4 }; /* POSIX's least, and what Linux has: PTHREAD_DESTRUCTOR_ITERATIONS */
#define all rras_schedule
#define NS_PER_SECOND UINT64_C(1000000000)

_Thread_local struct rras_thread *rras_me __attribute__((tls_model("initial-exec")));
_Thread_local volatile sig_atomic_t rras_in_core __attribute__((tls_model("initial-exec")));
static _Thread_local int cancel_type __attribute__((tls_model("initial-exec"))); /* before it went in */
static pthread_key_t ends;
static bool valgrind; /* a thread that computes waits for its turn there, and seems to sleep */

static long (*system_call)(long number, ...);

void rras_schedule_sleep_on(atomic_int *word, int value)
{
    system_call(SYS_futex, word, FUTEX_WAIT_PRIVATE, value, NULL, NULL, 0);
}

void rras_schedule_wake_on(atomic_int *word, int count)
{
    system_call(SYS_futex, word, FUTEX_WAKE_PRIVATE, count, NULL, NULL, 0);
}

/* --- into the schedule and out again: a thread that is cancelled at any place would be so in there --- */

void rras_core_enter(void)
{
    int type;
    pthread_setcanceltype(PTHREAD_CANCEL_DEFERRED, &type);
    rras_system_enter();
    rras_in_core = 1;
    cancel_type = type;
}

void rras_core_leave(void)
{
    int type = cancel_type, unused;
    rras_system_leave();
    pthread_setcanceltype(type, &unused);
}

int rras_core_hold(void)
{
    int type = cancel_type;
    cancel_type = PTHREAD_CANCEL_DEFERRED;
    return type;
}

void rras_core_release(int held)
{
    int unused;
    pthread_setcanceltype(held, &unused);
}

/* --- threads --- */

void rras_thread_know(struct rras_thread *thread)
{
    thread->id = pthread_self();
    thread->system.number = gettid();
    thread->system.in_system = rras_system_depth();
    thread->system.destructor_rounds = 0;
    pthread_getcpuclockid(pthread_self(), &thread->system.cpu);
    pthread_setspecific(ends, thread);
}

void rras_thread_given(struct rras_thread *thread)
{
    (void)thread;
}

void rras_thread_takes(void)
{
}

uint64_t rras_thread_cpu_ns(const struct rras_thread *thread)
{
    struct timespec time = {0};
    clock_gettime(thread->system.cpu, &time);
    return (uint64_t)time.tv_sec * NS_PER_SECOND + (uint64_t)time.tv_nsec;
}

bool rras_thread_has_begun(const struct rras_thread *thread)
{
    return thread->system.in_system != NULL;
}

bool rras_thread_sleeps(const struct rras_thread *thread, unsigned still)
{
    (void)still;
    char path[64], line[256] = "";
    if (valgrind || *thread->system.in_system != 0)
        return false;
    snprintf(path, sizeof path, "/proc/self/task/%d/stat", (int)thread->system.number);
    int file = open(path, O_RDONLY | O_CLOEXEC);
    if (file < 0)
        return false;
    ssize_t size = read(file, line, sizeof line - 1);
    close(file);
    const char *name_end = size > 0 ? strrchr(line, ')') : NULL;
    return name_end && name_end[1] == ' ' && name_end[2] == 'S';
}

/* The C library calls this when the thread ends, and again as long as it is asked to: the last time, destructors that a
 * DLL has for the memory of its threads have run. */
static void end_thread(void *self)
{
    struct rras_thread *thread = self;
    int unused;
    if (++thread->system.destructor_rounds < DESTRUCTOR_ROUNDS) {
        pthread_setspecific(ends, thread);
        return;
    }
    pthread_setcanceltype(PTHREAD_CANCEL_DEFERRED, &unused);
    if (thread == &all.service) { /* a callout has ended it */
        rras_schedule_end_service();
        return;
    }
    rras_schedule_mine();
    rras_schedule_end(thread);
}

/* --- the beginning, and a child process's --- */

void rras_schedule_begin(void)
{
    void *found = dlsym(RTLD_NEXT, "syscall");
    memcpy(&system_call, &found, sizeof found);
    all.on = pthread_key_create(&ends, end_thread) == 0;
}

void rras_schedule_end_in_child(void)
{
    all.on = false;
    atomic_store(&all.lock, 0); /* the watch may have had it */
    atomic_store(&all.waiting_count, 0);
    rras_me = NULL;
    rras_in_core = 0;
}

/* --- the watch --- */

unsigned rras_schedule_slowness(void)
{
    enum { UNDER_VALGRIND = 50 };
    return valgrind ? UNDER_VALGRIND : 1;
}

static void *watch(void *unused)
{
    (void)unused;
    rras_system_enter(); /* this thread is none of a DLL */
    for (;;) {
        while (atomic_load(&all.attended) == 0)
            rras_schedule_sleep_on(&all.attended, 0);
        rras_schedule_look_after();
        usleep(RRAS_WATCH_MS * 1000);
    }
    return NULL;
}

BOOL rras_schedule_watch(void)
{
    static bool tried, begun;
    pthread_t thread;
    sigset_t every, before;
    const char *preloaded = getenv("LD_PRELOAD");
    if (!all.on || tried)
        return !all.on || begun; /* one that came later would be taken for a DLL's */
    tried = true;
    valgrind = preloaded && strstr(preloaded, "vgpreload");
    sigfillset(&every);
    pthread_sigmask(SIG_SETMASK, &every, &before); /* they are for others */
    begun = pthread_create(&thread, NULL, watch, NULL) == 0;
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    if (begun)
        pthread_detach(thread);
    return begun;
}
