/* SPDX-License-Identifier: MIT */
/**
 * @file sysinfoapi.h
 * @brief The clock: reading it, and waiting for it.
 *
 * Inside a callout this is the emulator's virtual clock: it stands still while the callout runs, but
 * for the time the callout spends in Sleep(). So a callout that refuses users after office hours is
 * tested in milliseconds. On a thread of the DLL's own the clock shows the virtual time of the callout
 * that was called last, and Sleep() waits until callouts come from beyond its end; no order is promised
 * there. In a program that is no callout it is the machine's clock. The zone is always UTC. The C
 * library's own clocks (time(), clock_gettime()) stay real everywhere.
 */
#ifndef RRAS_WIN32_SYSINFOAPI_H
#define RRAS_WIN32_SYSINFOAPI_H

#include <windef.h>

#ifdef __cplusplus
extern "C" {
#endif

/** A date and time of day. */
typedef struct _SYSTEMTIME {
    WORD wYear;         /**< The year, as 2026. */
    WORD wMonth;        /**< 1 for January. */
    WORD wDayOfWeek;    /**< 0 for Sunday. */
    WORD wDay;          /**< Day of the month, from 1. */
    WORD wHour;         /**< 0 to 23. */
    WORD wMinute;       /**< 0 to 59. */
    WORD wSecond;       /**< 0 to 59. */
    WORD wMilliseconds; /**< 0 to 999. */
} SYSTEMTIME;
typedef SYSTEMTIME *PSYSTEMTIME;  /**< Address of a SYSTEMTIME. */
typedef SYSTEMTIME *LPSYSTEMTIME; /**< Address of a SYSTEMTIME. */

/** No end of waiting. */
#define INFINITE 0xFFFFFFFF

/**
 * The date and time, in UTC.
 * @param lpSystemTime receives them
 */
VOID WINAPI GetSystemTime(LPSYSTEMTIME lpSystemTime);

/**
 * The date and time where the server is: UTC.
 * @param lpSystemTime receives them
 */
VOID WINAPI GetLocalTime(LPSYSTEMTIME lpSystemTime);

/**
 * The date and time as a number of 100 nanoseconds since 1601, in UTC.
 * @param lpSystemTimeAsFileTime receives it
 */
VOID WINAPI GetSystemTimeAsFileTime(LPFILETIME lpSystemTimeAsFileTime);

/**
 * Milliseconds since the server was started; begins again after 49.7 days.
 * @return the milliseconds
 */
DWORD WINAPI GetTickCount(VOID);

/**
 * Milliseconds since the server was started.
 * @return the milliseconds
 */
ULONGLONG WINAPI GetTickCount64(VOID);

/**
 * A fine clock without a date.
 * @param lpPerformanceCount receives its count
 * @return TRUE
 */
BOOL WINAPI QueryPerformanceCounter(LARGE_INTEGER *lpPerformanceCount);

/**
 * How often the fine clock counts.
 * @param lpFrequency receives the counts a second: 10,000,000
 * @return TRUE
 */
BOOL WINAPI QueryPerformanceFrequency(LARGE_INTEGER *lpFrequency);

/**
 * Waits. Inside a callout virtual time passes and real time does not; meanwhile no callout of the same
 * group is called (E.group).
 * @param dwMilliseconds how long; #INFINITE never ends, and the callout counts as hanging
 */
VOID WINAPI Sleep(DWORD dwMilliseconds);

/**
 * Waits; there is nothing here that could end it early.
 * @param dwMilliseconds how long
 * @param bAlertable has no effect
 * @return 0
 */
DWORD WINAPI SleepEx(DWORD dwMilliseconds, BOOL bAlertable);

/**
 * Splits a number of 100 nanoseconds since 1601 into a date and time of day.
 * @param lpFileTime the number
 * @param lpSystemTime receives them
 * @return TRUE; FALSE when the number is beyond the year 30827
 */
BOOL WINAPI FileTimeToSystemTime(const FILETIME *lpFileTime, LPSYSTEMTIME lpSystemTime);

/**
 * Joins a date and time of day to a number of 100 nanoseconds since 1601.
 * @param lpSystemTime date and time; the day of the week is not looked at
 * @param lpFileTime receives the number
 * @return TRUE; FALSE with ERROR_INVALID_PARAMETER when there is no such date
 */
BOOL WINAPI SystemTimeToFileTime(const SYSTEMTIME *lpSystemTime, LPFILETIME lpFileTime);

/**
 * Compares two times.
 * @param lpFileTime1 the first
 * @param lpFileTime2 the second
 * @return -1, 0 or 1 as the first is earlier, the same or later
 */
LONG WINAPI CompareFileTime(const FILETIME *lpFileTime1, const FILETIME *lpFileTime2);

/**
 * Makes local time of UTC, which is the same here.
 * @param lpFileTime the time
 * @param lpLocalFileTime receives it
 * @return TRUE
 */
BOOL WINAPI FileTimeToLocalFileTime(const FILETIME *lpFileTime, LPFILETIME lpLocalFileTime);

/**
 * Makes UTC of local time, which is the same here.
 * @param lpLocalFileTime the time
 * @param lpFileTime receives it
 * @return TRUE
 */
BOOL WINAPI LocalFileTimeToFileTime(const FILETIME *lpLocalFileTime, LPFILETIME lpFileTime);

/**
 * Time since the server was started.
 * @param UnbiasedTime receives it, in units of 100 ns
 * @return TRUE
 */
BOOL WINAPI QueryUnbiasedInterruptTime(PULONGLONG UnbiasedTime);

#define GetSystemTimePreciseAsFileTime GetSystemTimeAsFileTime /**< Both are precise. */

#ifdef __cplusplus
}
#endif

#endif
