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
    struct rras_callout *callout = rras_callout_here();
    struct rras_clock clock;
    if (callout) {
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

/* Until the virtual clock has come that far; for a thread that is in no callout */
static void wait_for_callouts(uint64_t ns)
{
    rras_system_enter();
    pthread_mutex_lock(&lock);
    uint64_t until = last.ns + ns;
    while (last.ns < until)
        pthread_cond_wait(&passed, &lock);
    pthread_mutex_unlock(&lock);
    rras_system_leave();
}

void rras_clock_stop(BOOL stop)
{
    stopped = stop;
}

BOOL rras_clock_stands(void)
{
    return stopped;
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
        callout->slept_ns += ns;
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
