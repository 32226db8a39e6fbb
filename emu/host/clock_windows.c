/* SPDX-License-Identifier: MIT */
/* The clocks of C run-time libraries and of multimedia, in virtual time; what calls the kernel's is led there by itself. */
#include "host/imports_windows.h"

#include "host/ntdll.h"
#include "host/replaced.h"

#include "runtime/current_callout.h"

#include <errno.h>
#include <stdint.h>
#include <stdio.h>
#include <string.h>
#include <sys/timeb.h>
#include <time.h>

#define NS_PER_SECOND UINT64_C(1000000000)
enum { NS_PER_MS = 1000000, DAY_TEXT_ROOM = 9 };

static int64_t seconds_now(void)
{
    struct rras_clock now = rras_clock_now();
    return now.start + (int64_t)(now.ns / NS_PER_SECOND);
}

static __time64_t __cdecl time_64(__time64_t *shown)
{
    __time64_t now = seconds_now();
    if (shown)
        *shown = now;
    return now;
}

static __time32_t __cdecl time_32(__time32_t *shown)
{
    __time32_t now = (__time32_t)seconds_now();
    if (shown)
        *shown = now;
    return now;
}

static errno_t __cdecl ftime_64(struct __timeb64 *shown)
{
    if (!shown)
        return EINVAL;
    *shown = (struct __timeb64){.time = seconds_now(),
                                .millitm = (unsigned short)(rras_clock_now().ns % NS_PER_SECOND / NS_PER_MS)};
    return 0;
}

static errno_t __cdecl ftime_32(struct __timeb32 *shown)
{
    struct __timeb64 now;
    if (!shown)
        return EINVAL;
    ftime_64(&now);
    *shown = (struct __timeb32){.time = (__time32_t)now.time, .millitm = now.millitm};
    return 0;
}

static int __cdecl timespec_64(struct _timespec64 *shown, int base)
{
    if (!shown || base != 1)
        return 0;
    *shown = (struct _timespec64){seconds_now(), (long)(rras_clock_now().ns % NS_PER_SECOND)};
    return base;
}

static int __cdecl timespec_32(struct _timespec32 *shown, int base)
{
    if (!shown || base != 1)
        return 0;
    *shown = (struct _timespec32){(__time32_t)seconds_now(), (long)(rras_clock_now().ns % NS_PER_SECOND)};
    return base;
}

static clock_t __cdecl clock_passed(void)
{
    return (clock_t)(rras_clock_now().ns / NS_PER_MS);
}

/* --- dates as text: 01/05/26 and 08:00:00 --- */

static errno_t write_date(char text[DAY_TEXT_ROOM])
{
    SYSTEMTIME now;
    rras_GetSystemTime(&now);
    snprintf(text, DAY_TEXT_ROOM, "%02u/%02u/%02u", now.wMonth % 100u, now.wDay % 100u, now.wYear % 100u);
    return 0;
}

static errno_t write_time(char text[DAY_TEXT_ROOM])
{
    SYSTEMTIME now;
    rras_GetSystemTime(&now);
    snprintf(text, DAY_TEXT_ROOM, "%02u:%02u:%02u", now.wHour % 100u, now.wMinute % 100u, now.wSecond % 100u);
    return 0;
}

static errno_t give(errno_t (*write)(char *), char *to, size_t room)
{
    if (!to || room < DAY_TEXT_ROOM)
        return !to ? EINVAL : ERANGE;
    return write(to);
}

static errno_t give_wide(errno_t (*write)(char *), WCHAR *to, size_t room)
{
    char text[DAY_TEXT_ROOM];
    if (!to || room < DAY_TEXT_ROOM)
        return !to ? EINVAL : ERANGE;
    write(text);
    for (size_t i = 0; i < DAY_TEXT_ROOM; i++)
        to[i] = (WCHAR)text[i];
    return 0;
}

static char *__cdecl str_date(char *to)
{
    return give(write_date, to, DAY_TEXT_ROOM) == 0 ? to : NULL;
}

static char *__cdecl str_time(char *to)
{
    return give(write_time, to, DAY_TEXT_ROOM) == 0 ? to : NULL;
}

static WCHAR *__cdecl wide_date(WCHAR *to)
{
    return give_wide(write_date, to, DAY_TEXT_ROOM) == 0 ? to : NULL;
}

static WCHAR *__cdecl wide_time(WCHAR *to)
{
    return give_wide(write_time, to, DAY_TEXT_ROOM) == 0 ? to : NULL;
}

static errno_t __cdecl str_date_s(char *to, size_t room)
{
    return give(write_date, to, room);
}

static errno_t __cdecl str_time_s(char *to, size_t room)
{
    return give(write_time, to, room);
}

static errno_t __cdecl wide_date_s(WCHAR *to, size_t room)
{
    return give_wide(write_date, to, room);
}

static errno_t __cdecl wide_time_s(WCHAR *to, size_t room)
{
    return give_wide(write_time, to, room);
}

/* --- interrupt time: as the ticks, in units of 100 ns --- */

static BOOL WINAPI query_unbiased(PULONGLONG shown)
{
    *shown = rras_clock_now().ns / NS_PER_TICK;
    return TRUE;
}

static VOID WINAPI query_interrupt(PULONGLONG shown)
{
    query_unbiased(shown);
}

const struct replacement clock_replacements[] = {
    REPLACED("time", time_64),
    REPLACED("_time64", time_64),
    REPLACED("_time32", time_32),
    REPLACED("_ftime", ftime_64),
    REPLACED("_ftime64", ftime_64),
    REPLACED("_ftime64_s", ftime_64),
    REPLACED("_ftime32", ftime_32),
    REPLACED("_ftime32_s", ftime_32),
    REPLACED("_timespec64_get", timespec_64),
    REPLACED("_timespec32_get", timespec_32),
    REPLACED("clock", clock_passed),
    REPLACED("_strdate", str_date),
    REPLACED("_strtime", str_time),
    REPLACED("_wstrdate", wide_date),
    REPLACED("_wstrtime", wide_time),
    REPLACED("_strdate_s", str_date_s),
    REPLACED("_strtime_s", str_time_s),
    REPLACED("_wstrdate_s", wide_date_s),
    REPLACED("_wstrtime_s", wide_time_s),
    REPLACED("timeGetTime", rras_GetTickCount),
    REPLACED("QueryUnbiasedInterruptTime", query_unbiased),
    REPLACED("QueryUnbiasedInterruptTimePrecise", query_interrupt),
    REPLACED("QueryInterruptTime", query_interrupt),
    REPLACED("QueryInterruptTimePrecise", query_interrupt),
    {NULL, NULL},
};

/* --- the kernel's clocks, for code that runs before its imports are led elsewhere: static constructors --- */

static FARPROC in_ntdll(const char *name)
{
    return GetProcAddress(GetModuleHandleA("ntdll.dll"), name);
}

static ULONGLONG real_ticks_of_100ns(void)
{
    LARGE_INTEGER count = {0};
    LONG(WINAPI * query)
    (LARGE_INTEGER *, LARGE_INTEGER *) = (LONG(WINAPI *)(LARGE_INTEGER *, LARGE_INTEGER *))(void (*)(void))in_ntdll(
        "NtQueryPerformanceCounter");
    if (query)
        query(&count, NULL);
    return (ULONGLONG)count.QuadPart;
}

static VOID WINAPI kernel_file_time(LPFILETIME shown)
{
    LARGE_INTEGER now = {0};
    LONG(WINAPI * query)
    (LARGE_INTEGER *) = (LONG(WINAPI *)(LARGE_INTEGER *))(void (*)(void))in_ntdll("NtQuerySystemTime");
    if (rras_time_is_virtual()) {
        rras_GetSystemTimeAsFileTime(shown);
        return;
    }
    if (query)
        query(&now);
    *shown = (FILETIME){now.LowPart, (DWORD)now.HighPart};
}

static VOID WINAPI kernel_system_time(LPSYSTEMTIME shown)
{
    FILETIME now;
    kernel_file_time(&now);
    rras_FileTimeToSystemTime(&now, shown);
}

static ULONGLONG WINAPI kernel_ticks_64(void)
{
    enum { TICKS_PER_MS = 10000 };
    return rras_time_is_virtual() ? rras_GetTickCount64() : real_ticks_of_100ns() / TICKS_PER_MS;
}

static DWORD WINAPI kernel_ticks(void)
{
    return (DWORD)kernel_ticks_64();
}

static BOOL WINAPI kernel_counter(LARGE_INTEGER *shown)
{
    if (rras_time_is_virtual())
        return rras_QueryPerformanceCounter(shown);
    shown->QuadPart = (LONGLONG)real_ticks_of_100ns();
    return TRUE;
}

void clock_take_over(void)
{
    static const struct replacement kernel[] = {
        REPLACED("GetSystemTimeAsFileTime", kernel_file_time),
        REPLACED("GetSystemTimePreciseAsFileTime", kernel_file_time),
        REPLACED("GetSystemTime", kernel_system_time),
        REPLACED("GetTickCount", kernel_ticks),
        REPLACED("GetTickCount64", kernel_ticks_64),
        REPLACED("QueryPerformanceCounter", kernel_counter),
    };
    static const char *const modules[] = {"kernelbase.dll", "kernel32.dll"};
    for (size_t m = 0; m < sizeof modules / sizeof *modules; m++)
        for (size_t i = 0; i < sizeof kernel / sizeof *kernel; i++)
            code_replace(GetModuleHandleA(modules[m]), kernel[i].name, kernel[i].function);
}
