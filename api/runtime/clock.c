/* SPDX-License-Identifier: MIT */
/* The clock of sysinfoapi.h. */
#include "current_callout.h"

#include <windows.h>

enum { NS_PER_TICK = 100, NS_PER_MS = 1000000, MS_PER_SECOND = 1000, SECONDS_PER_DAY = 86400 };
#define NS_PER_SECOND UINT64_C(1000000000)
#define SECONDS_1601_TO_1970 INT64_C(11644473600)

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
    uint64_t unused;
    struct rras_clock clock = rras_clock_now();
    /* since the service's start; the machine's own start is of no interest to a real clock either */
    return clock.ns / NS_PER_MS +
           (rras_callout_here() || rras_clock_elapsed(&unused) ? 0 : (ULONGLONG)clock.start * 1000);
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

BOOL WINAPI QueryUnbiasedInterruptTime(PULONGLONG time)
{
    *time = rras_clock_now().ns / NS_PER_TICK;
    return TRUE;
}
