/* SPDX-License-Identifier: MIT */
/* How virtual time passes for DLLs: whose time it is, and sleeping. */
#include "current_callout.h"
#include "schedule_system.h"

#include <windows.h>

#include <pthread.h>
#include <time.h>

enum { NS_PER_MS = 1000000, SECONDS_PER_DAY = 86400 };
#define NS_PER_SECOND UINT64_C(1000000000)

/* What the last callout of the process, or its loading, said of the time, for the DLL's own threads */
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t passed = PTHREAD_COND_INITIALIZER;
static struct rras_clock last;

/* --- whose time it is --- */

#ifdef _WIN32
#define in_system (*(unsigned *)rras_slot(rras_system_slot)) /* compilers' variables of threads end before these do */
#else
static _Thread_local unsigned in_system;
#endif
static _Thread_local BOOL of_dll;  /* this thread */
static _Thread_local BOOL stopped; /* a DLL is loaded or unloaded on it */

void rras_system_enter(void)
{
    in_system++;
}

void rras_system_leave(void)
{
    in_system--;
}

const unsigned *rras_system_depth(void)
{
    return &in_system;
}

void rras_clock_stop(BOOL stop)
{
    stopped = stop;
}

BOOL rras_clock_stands(void)
{
    return stopped;
}

void rras_thread_belongs(void)
{
    of_dll = TRUE;
}

BOOL rras_time_is_virtual(void)
{
    if (in_system)
        return FALSE;
    return rras_schedule_is_on() ? rras_schedule_inside() : rras_callout_here() || ((of_dll || stopped) && last.set);
}

void rras_clock_set(struct rras_clock clock)
{
    pthread_mutex_lock(&lock);
    last = clock;
    pthread_cond_broadcast(&passed);
    pthread_mutex_unlock(&lock);
}

BOOL rras_clock_is(const void *object)
{
    return object == &lock || object == &passed;
}

void rras_clock_pass(uint64_t ns)
{
    pthread_mutex_lock(&lock);
    last.ns = ns;
    pthread_cond_broadcast(&passed);
    pthread_mutex_unlock(&lock);
}

static struct rras_clock real_clock(void)
{
    struct timespec now;
    rras_system_enter();
    clock_gettime(CLOCK_REALTIME, &now);
    rras_system_leave();
    return (struct rras_clock){TRUE, now.tv_sec, (uint64_t)now.tv_nsec};
}

struct rras_clock rras_clock_last(void)
{
    rras_system_enter(); /* waiting for a lock looks at a clock */
    pthread_mutex_lock(&lock);
    struct rras_clock clock = last;
    pthread_mutex_unlock(&lock);
    rras_system_leave();
    return clock;
}

BOOL rras_clock_elapsed(uint64_t *ns)
{
    struct rras_clock clock = rras_clock_last();
    *ns = clock.ns;
    return clock.set;
}

struct rras_clock rras_clock_now(void)
{
    enum { LOOKS_MOST = 5000, LOOK_NS = 10000 };
    struct rras_callout *callout = rras_callout_here();
    struct rras_clock clock;
    if (rras_schedule_mine())
        return (struct rras_clock){TRUE, last.start, rras_schedule_look(1)};
    if (callout) {
        if (++callout->looks > LOOKS_MOST) /* it waits for the clock without sleeping */
            callout->slept_ns += LOOK_NS;
        clock = callout->clock;
        clock.ns += callout->slept_ns;
        return clock;
    }
    clock = rras_clock_last();
    return clock.set ? clock : real_clock();
}

/* --- code of DLLs begins and ends --- */

void rras_dll_enter(struct rras_clock clock)
{
    if (rras_schedule_is_on())
        rras_schedule_enter(clock);
    else if (clock.set)
        rras_clock_set(clock);
}

void rras_dll_leave(void)
{
    if (rras_schedule_is_on())
        rras_schedule_leave();
}

uint64_t rras_callout_slept(const struct rras_callout *callout)
{
    return rras_schedule_is_on() ? last.ns - callout->clock.ns : callout->slept_ns;
}

/* --- where there is no schedule: threads of a DLL that sleep, or wait with a limit --- */

/* Their limits, 0: a place is free; of this process, and under the lock, as all here. A thread that is ended by force leaves
 * its own behind: one that is past counts no more. */
enum { LIMITS_MOST = 1024 };
static uint64_t limits[LIMITS_MOST];
static size_t limits_end; /* behind the last that was used */

/* What the service waits for, when that waits for one of them */
static struct {
    BOOL is;
    struct rras_callout *callout; /* NULL: a DLL is loaded or unloaded */
    uint64_t limit_ns;
} blocked;

BOOL rras_clock_blocked(uint64_t limit_ns)
{
    struct rras_callout *callout = rras_callout_here();
    if (in_system || (!callout && !stopped))
        return FALSE;
    rras_system_enter();
    pthread_mutex_lock(&lock);
    blocked.is = TRUE;
    blocked.callout = callout;
    blocked.limit_ns = limit_ns;
    pthread_cond_broadcast(&passed);
    pthread_mutex_unlock(&lock);
    rras_system_leave();
    return TRUE;
}

void rras_clock_unblocked(void)
{
    rras_system_enter();
    pthread_mutex_lock(&lock);
    blocked.is = FALSE;
    pthread_mutex_unlock(&lock);
    rras_system_leave();
}

static BOOL is_next(const struct rras_limit *self)
{
    for (size_t i = 0; i < limits_end; i++)
        if (limits[i] > last.ns && limits[i] < self->until_ns)
            return FALSE;
    return blocked.is && self->until_ns <= blocked.limit_ns;
}

/* No clock goes back: a callout that waits for it without sleeping may be ahead. */
static void advance(uint64_t ns)
{
    struct rras_callout *callout = blocked.is ? blocked.callout : NULL;
    last.ns = ns > last.ns ? ns : last.ns;
    if (callout && last.ns > callout->clock.ns + callout->slept_ns)
        callout->slept_ns = last.ns - callout->clock.ns;
    pthread_cond_broadcast(&passed);
}

/* Until something happens to the clock, for a step at most */
static void wait_a_step(void)
{
    struct timespec until;
    rras_system_enter();
    clock_gettime(CLOCK_REALTIME, &until);
    uint64_t ns = (uint64_t)until.tv_nsec + RRAS_LIMIT_STEP_MS * UINT64_C(1000000);
    until.tv_sec += (time_t)(ns / NS_PER_SECOND);
    until.tv_nsec = (long)(ns % NS_PER_SECOND);
    pthread_mutex_lock(&lock);
    pthread_cond_timedwait(&passed, &lock, &until);
    pthread_mutex_unlock(&lock);
    rras_system_leave();
}

void rras_limit_begin(struct rras_limit *limit, uint64_t ns)
{
    rras_system_enter();
    pthread_mutex_lock(&lock);
    *limit = (struct rras_limit){.until_ns = last.ns + ns};
    while (limit->place < LIMITS_MOST && limits[limit->place])
        limit->place++;
    if (limit->place < LIMITS_MOST) {
        limits[limit->place] = limit->until_ns;
        limits_end = limit->place < limits_end ? limits_end : limit->place + 1;
    }
    pthread_mutex_unlock(&lock);
    rras_system_leave();
}

/* The clock goes on when a moment of real time has passed in which nothing else has happened. */
BOOL rras_limit_has_come(struct rras_limit *limit)
{
    enum { STEPS = 10 }; /* less than waits with a limit give, so that they do not end before */
    rras_system_enter();
    pthread_mutex_lock(&lock);
    limit->steps = is_next(limit) ? limit->steps + 1 : 0;
    if (limit->steps >= STEPS && last.ns < limit->until_ns)
        advance(limit->until_ns);
    BOOL come = last.ns >= limit->until_ns;
    pthread_mutex_unlock(&lock);
    rras_system_leave();
    return come;
}

void rras_limit_end(struct rras_limit *limit)
{
    rras_system_enter();
    pthread_mutex_lock(&lock);
    if (limit->place < LIMITS_MOST)
        limits[limit->place] = 0;
    pthread_mutex_unlock(&lock);
    rras_system_leave();
}

static void end_limit(void *limit)
{
    rras_limit_end(limit);
}

/* Until the virtual clock has come that far; for a thread that is in no callout. It goes on with the callouts, and where
 * one of them waits for a thread, with the first to wake. */
static void wait_for_callouts(uint64_t ns)
{
    struct rras_limit limit;
    rras_limit_begin(&limit, ns);
    pthread_cleanup_push(end_limit, &limit);
    while (!rras_limit_has_come(&limit))
        wait_a_step();
    pthread_cleanup_pop(1);
}

/* The callout's clock is its threads' too. */
static void sleep_in_callout(struct rras_callout *callout, uint64_t ns)
{
    rras_system_enter();
    pthread_mutex_lock(&lock);
    callout->slept_ns += ns;
    callout->looks = 0;
    advance(callout->clock.ns + callout->slept_ns);
    pthread_mutex_unlock(&lock);
    rras_system_leave();
}

#ifndef _WIN32
/* A child process is no part of the service: nobody tells it of virtual time. */
static void leave_virtual_time(void)
{
    in_system = 1;
    rras_schedule_end_in_child();
}

static __attribute__((constructor)) void watch_forks(void)
{
    pthread_atfork(NULL, NULL, leave_virtual_time);
}
#endif

static void sleep_in_schedule(uint64_t ns)
{
    uint64_t now;
    BOOL over;
    rras_clock_elapsed(&now);
    do {
        rras_schedule_prepare(NULL, ns < RRAS_NEVER - now ? now + ns : RRAS_NEVER, "a sleep");
        over = rras_schedule_block();
        pthread_testcancel();
    } while (!over);
}

static void sleep_really(uint64_t ns)
{
    struct timespec real = {(time_t)(ns / NS_PER_SECOND), (long)(ns % NS_PER_SECOND)};
    rras_system_enter();
    do
        nanosleep(&real, NULL);
    while (ns == RRAS_NEVER);
    rras_system_leave();
}

void rras_clock_sleep(uint64_t ns)
{
    const uint64_t moment = UINT64_C(100) * NS_PER_MS;
    struct rras_callout *callout = rras_callout_here();
    if (rras_schedule_mine())
        sleep_in_schedule(ns);
    else if (ns == RRAS_NEVER)
        sleep_really(ns);
    else if (callout)
        sleep_in_callout(callout, ns);
    else if (stopped)
        sleep_really(ns < moment ? ns : moment);
    else if (last.set)
        wait_for_callouts(ns);
    else
        sleep_really(ns);
}

VOID WINAPI Sleep(DWORD ms)
{
    rras_clock_sleep(ms == INFINITE ? RRAS_NEVER : ms * UINT64_C(1000000));
}

DWORD WINAPI SleepEx(DWORD ms, BOOL alertable)
{
    (void)alertable;
    Sleep(ms);
    return 0;
}
