/* SPDX-License-Identifier: MIT */
/* The clock of sysinfoapi.h. */
#include "current_callout.h"

#include <windows.h>

#include <pthread.h>
#include <time.h>

enum { NS_PER_TICK = 100, NS_PER_MS = 1000000, MS_PER_SECOND = 1000, SECONDS_PER_DAY = 86400 };
#define NS_PER_SECOND UINT64_C(1000000000)
#define SECONDS_1601_TO_1970 INT64_C(11644473600)

/* What the last callout of the process, or its loading, said of the time, for the DLL's own threads */
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t passed = PTHREAD_COND_INITIALIZER;
static struct rras_clock last;

/* --- whose time it is --- */

static _Thread_local unsigned in_system;
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
    return !in_system && (rras_callout_here() || ((of_dll || stopped) && last.set));
}

void rras_clock_set(struct rras_clock clock)
{
    pthread_mutex_lock(&lock);
    last = clock;
    pthread_cond_broadcast(&passed);
    pthread_mutex_unlock(&lock);
}

BOOL rras_clock_elapsed(uint64_t *ns)
{
    rras_system_enter(); /* waiting for a lock looks at a clock */
    pthread_mutex_lock(&lock);
    BOOL set = last.set;
    *ns = last.ns;
    pthread_mutex_unlock(&lock);
    rras_system_leave();
    return set;
}

static struct rras_clock real_clock(void)
{
    struct timespec now;
    rras_system_enter();
    clock_gettime(CLOCK_REALTIME, &now);
    rras_system_leave();
    return (struct rras_clock){TRUE, now.tv_sec, (uint64_t)now.tv_nsec};
}

struct rras_clock rras_clock_now(void)
{
    enum { LOOKS_MOST = 5000, LOOK_NS = 10000 };
    struct rras_callout *callout = rras_callout_here();
    struct rras_clock clock;
    if (callout) {
        if (++callout->looks > LOOKS_MOST) /* it waits for the clock without sleeping */
            callout->slept_ns += LOOK_NS;
        clock = callout->clock;
        clock.ns += callout->slept_ns;
        return clock;
    }
    rras_system_enter();
    pthread_mutex_lock(&lock);
    clock = last;
    pthread_mutex_unlock(&lock);
    rras_system_leave();
    return clock.set ? clock : real_clock();
}

static uint64_t filetime(void)
{
    struct rras_clock clock = rras_clock_now();
    return (uint64_t)(clock.start + SECONDS_1601_TO_1970) * (NS_PER_SECOND / NS_PER_TICK) + clock.ns / NS_PER_TICK;
}

static FILETIME split(uint64_t ticks)
{
    return (FILETIME){(DWORD)ticks, (DWORD)(ticks >> 32)};
}

VOID WINAPI GetSystemTimeAsFileTime(LPFILETIME time)
{
    *time = split(filetime());
}

/* Days since 1601-01-01, a Monday that begins a cycle of 400 years */
static void add_date(SYSTEMTIME *time, uint64_t days)
{
    enum { DAYS_400 = 146097, DAYS_100 = 36524, DAYS_4 = 1461, DAYS_1 = 365 };
    static const WORD before[2][13] = {{0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365},
                                       {0, 31, 60, 91, 121, 152, 182, 213, 244, 274, 305, 335, 366}};
    time->wDayOfWeek = (WORD)((days + 1) % 7);
    uint64_t year = 1601 + 400 * (days / DAYS_400), rest = days % DAYS_400;
    uint64_t centuries = rest / DAYS_100 < 4 ? rest / DAYS_100 : 3;
    rest -= centuries * DAYS_100;
    uint64_t fours = rest / DAYS_4;
    rest -= fours * DAYS_4;
    uint64_t ones = rest / DAYS_1 < 4 ? rest / DAYS_1 : 3;
    rest -= ones * DAYS_1;
    year += centuries * 100 + fours * 4 + ones;
    BOOL leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    time->wYear = (WORD)year;
    time->wMonth = 1;
    while (rest >= before[leap][time->wMonth])
        time->wMonth++;
    time->wDay = (WORD)(rest - before[leap][time->wMonth - 1] + 1);
}

BOOL WINAPI FileTimeToSystemTime(const FILETIME *from, LPSYSTEMTIME time)
{
    uint64_t ticks = (uint64_t)from->dwHighDateTime << 32 | from->dwLowDateTime;
    uint64_t ms = ticks / (NS_PER_MS / NS_PER_TICK), seconds = ms / MS_PER_SECOND;
    if (ticks >> 63)
        return FALSE;
    add_date(time, seconds / SECONDS_PER_DAY);
    time->wHour = (WORD)(seconds % SECONDS_PER_DAY / 3600);
    time->wMinute = (WORD)(seconds / 60 % 60);
    time->wSecond = (WORD)(seconds % 60);
    time->wMilliseconds = (WORD)(ms % MS_PER_SECOND);
    return TRUE;
}

VOID WINAPI GetSystemTime(LPSYSTEMTIME time)
{
    FILETIME now = split(filetime());
    FileTimeToSystemTime(&now, time);
}

VOID WINAPI GetLocalTime(LPSYSTEMTIME time)
{
    GetSystemTime(time);
}

ULONGLONG WINAPI GetTickCount64(VOID)
{
    struct rras_clock clock = rras_clock_now();
    /* since the service's start; the machine's own start is of no interest to a real clock either */
    return clock.ns / NS_PER_MS + (rras_callout_here() || last.set ? 0 : (ULONGLONG)clock.start * 1000);
}

DWORD WINAPI GetTickCount(VOID)
{
    return (DWORD)GetTickCount64();
}

BOOL WINAPI QueryPerformanceCounter(LARGE_INTEGER *count)
{
    count->QuadPart = (LONGLONG)(filetime());
    return TRUE;
}

BOOL WINAPI QueryPerformanceFrequency(LARGE_INTEGER *frequency)
{
    frequency->QuadPart = NS_PER_SECOND / NS_PER_TICK;
    return TRUE;
}

/* --- threads of a DLL that sleep, or wait with a limit --- */

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
}

static __attribute__((constructor)) void watch_forks(void)
{
    pthread_atfork(NULL, NULL, leave_virtual_time);
}
#endif

static void sleep_really(uint64_t ns)
{
    struct timespec real = {(time_t)(ns / NS_PER_SECOND), (long)(ns % NS_PER_SECOND)};
    rras_system_enter();
    nanosleep(&real, NULL);
    rras_system_leave();
}

void rras_clock_sleep(uint64_t ns)
{
    const uint64_t moment = UINT64_C(100) * NS_PER_MS;
    struct rras_callout *callout = rras_callout_here();
    if (callout)
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
    while (ms == INFINITE)
        sleep_really(SECONDS_PER_DAY * NS_PER_SECOND);
    rras_clock_sleep((uint64_t)ms * NS_PER_MS);
}

DWORD WINAPI SleepEx(DWORD ms, BOOL alertable)
{
    (void)alertable;
    Sleep(ms);
    return 0;
}
