/* SPDX-License-Identifier: MIT */
/*
 * Looks after the token of the schedule, in real time: a thread that has it and does not give it back would keep all others
 * waiting. That is one which waits for something that the schedule does not know, and one which computes.
 */
#include "schedule_core.h"

#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

enum {
    LOOK_MS = 5,
    VALGRIND = 50,    /* so much slower is everything under it */
    ASLEEP_LOOKS = 3, /* in a row: then it waits */
    AWAIT_LOOKS = 10, /* so long what it waits for may come from elsewhere, where time is real */
    COMPUTES_MS = 50, /* of its own time, while others are ready: then they run too */
    SPINS_MS = 1000,  /* of its own time: then it waits for something that only time brings */
};
#define NS_PER_MS UINT64_C(1000000)

/* The thread that had the token at the last look */
static struct {
    uint64_t turn, cpu_ns, begin_ns;
    unsigned asleep;
} seen;

static bool valgrind; /* a thread that computes waits for its turn there, and seems to sleep */

static uint64_t cpu_ns(const struct rras_thread *thread)
{
    struct timespec time = {0};
    clock_gettime(thread->cpu, &time);
    return (uint64_t)time.tv_sec * 1000 * NS_PER_MS + (uint64_t)time.tv_nsec;
}

/* How much a thread may compute */
static uint64_t ns_of(unsigned ms)
{
    return ms * NS_PER_MS * (valgrind ? VALGRIND : 1);
}

static bool sleeps(const struct rras_thread *thread)
{
    char path[64], line[256] = "";
    snprintf(path, sizeof path, "/proc/self/task/%d/stat", (int)thread->number);
    int file = open(path, O_RDONLY | O_CLOEXEC);
    if (file < 0)
        return false;
    ssize_t size = read(file, line, sizeof line - 1);
    close(file);
    const char *name_end = size > 0 ? strrchr(line, ')') : NULL;
    return name_end && name_end[1] == ' ' && name_end[2] == 'S';
}

/* It goes on without the token, and the others with it. */
static void take_token(struct rras_thread *thread, bool asleep)
{
    thread->state = AWAY;
    thread->asleep = asleep;
    thread->asleep_looks = 0;
    thread->holds = true;
    rras_schedule.away++;
    rras_schedule.holding++;
    rras_schedule.computing += !asleep;
    rras_schedule.running = NULL;
    rras_schedule_dispatch();
}

static void look_at_running(struct rras_thread *thread)
{
    if (thread->state != RUNS) /* it is about to wait */
        return;
    uint64_t now = thread->in_system ? cpu_ns(thread) : 0; /* it has not begun */
    if (!thread->in_system || seen.turn != rras_schedule.turn) {
        seen.turn = rras_schedule.turn;
        seen.begin_ns = seen.cpu_ns = now;
        seen.asleep = 0;
        return;
    }
    bool idle = !valgrind && now == seen.cpu_ns && *thread->in_system == 0 && sleeps(thread);
    seen.asleep = idle ? seen.asleep + 1 : 0;
    seen.cpu_ns = now;
    if (seen.asleep >= ASLEEP_LOOKS)
        take_token(thread, true);
    else if (now - seen.begin_ns >= ns_of(COMPUTES_MS) &&
             (rras_schedule.ready.first || now - seen.begin_ns >= ns_of(SPINS_MS)))
        take_token(thread, false);
}

/* Time passes again when one has computed for so long that it is taken to wait in a loop, or has slept for a moment. The
 * service's own thread may sleep as long as it likes. */
static void look_at_away(struct rras_thread *thread)
{
    if (thread->state != AWAY || !thread->holds)
        return;
    if (thread->asleep) {
        if (thread != &rras_schedule.service && ++thread->asleep_looks >= AWAIT_LOOKS) {
            rras_schedule_let_pass(thread);
            rras_schedule_dispatch();
        }
        return;
    }
    if (!thread->away_ns)
        thread->away_ns = cpu_ns(thread);
    if (cpu_ns(thread) - thread->away_ns < ns_of(SPINS_MS))
        return;
    rras_schedule_let_pass(thread);
    rras_schedule_dispatch();
}

static void look(void)
{
    rras_schedule_lock();
    if (rras_schedule.running) {
        look_at_running(rras_schedule.running);
    } else if (rras_schedule.inside) {
        rras_schedule.file_looks += rras_schedule.file_waits > 0;
        rras_schedule_dispatch();
    }
    for (struct rras_thread *thread = rras_schedule.living; thread; thread = thread->next_living)
        look_at_away(thread);
    if (rras_schedule.inside)
        look_at_away(&rras_schedule.service);
    rras_schedule_unlock();
}

static void *watch(void *unused)
{
    (void)unused;
    rras_system_enter(); /* this thread is none of a DLL */
    for (;;) {
        while (atomic_load(&rras_schedule.attended) == 0)
            rras_schedule_sleep_on(&rras_schedule.attended, 0);
        look();
        usleep(LOOK_MS * 1000);
    }
    return NULL;
}

BOOL rras_schedule_watch(void)
{
    static bool begun;
    pthread_t thread;
    sigset_t every, before;
    const char *preloaded = getenv("LD_PRELOAD");
    if (!rras_schedule.on || begun)
        return TRUE;
    valgrind = preloaded && strstr(preloaded, "vgpreload");
    sigfillset(&every);
    pthread_sigmask(SIG_SETMASK, &every, &before); /* they are for others */
    begun = pthread_create(&thread, NULL, watch, NULL) == 0;
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    if (begun)
        pthread_detach(thread);
    return begun;
}
