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

#define PROCESSOR_ARCHITECTURE_AMD64 9 /**< x86-64. */
#define PROCESSOR_AMD_X8664 8664       /**< x86-64. */

/** The processors of the server: one, of x86-64, whatever the machine below. */
typedef struct _SYSTEM_INFO {
    __extension__ union {
        DWORD dwOemId; /**< Not used. */
        __extension__ struct {
            WORD wProcessorArchitecture; /**< #PROCESSOR_ARCHITECTURE_AMD64. */
            WORD wReserved;              /**< 0. */
        };
    };
    DWORD dwPageSize;                   /**< 4096. */
    LPVOID lpMinimumApplicationAddress; /**< The first address of a program. */
    LPVOID lpMaximumApplicationAddress; /**< The last. */
    DWORD_PTR dwActiveProcessorMask;    /**< A bit for each processor. */
    DWORD dwNumberOfProcessors;         /**< 1. */
    DWORD dwProcessorType;              /**< #PROCESSOR_AMD_X8664. */
    DWORD dwAllocationGranularity;      /**< 65536. */
    WORD wProcessorLevel;               /**< 6. */
    WORD wProcessorRevision;            /**< 0. */
} SYSTEM_INFO;
typedef SYSTEM_INFO *LPSYSTEM_INFO; /**< Address of one. */

/** The memory of the server: 4 GB, half of it free, whatever the machine below. */
typedef struct _MEMORYSTATUSEX {
    DWORD dwLength;                    /**< Its size, to be set. */
    DWORD dwMemoryLoad;                /**< Percent that are used. */
    DWORDLONG ullTotalPhys;            /**< Bytes there are. */
    DWORDLONG ullAvailPhys;            /**< Bytes that are free. */
    DWORDLONG ullTotalPageFile;        /**< With the page file. */
    DWORDLONG ullAvailPageFile;        /**< With the page file, free. */
    DWORDLONG ullTotalVirtual;         /**< Of addresses. */
    DWORDLONG ullAvailVirtual;         /**< Of addresses, free. */
    DWORDLONG ullAvailExtendedVirtual; /**< 0. */
} MEMORYSTATUSEX;
typedef MEMORYSTATUSEX *LPMEMORYSTATUSEX; /**< Address of one. */

/** A zone. */
typedef struct _TIME_ZONE_INFORMATION {
    LONG Bias;               /**< Minutes that UTC is ahead. */
    WCHAR StandardName[32];  /**< Its name in winter. */
    SYSTEMTIME StandardDate; /**< When winter begins; month 0: there is no summer. */
    LONG StandardBias;       /**< Minutes that are added in winter. */
    WCHAR DaylightName[32];  /**< Its name in summer. */
    SYSTEMTIME DaylightDate; /**< When summer begins. */
    LONG DaylightBias;       /**< Minutes that are added in summer. */
} TIME_ZONE_INFORMATION;
typedef TIME_ZONE_INFORMATION *LPTIME_ZONE_INFORMATION; /**< Address of one. */
#define TIME_ZONE_ID_INVALID ((DWORD)0xFFFFFFFF)        /**< It cannot be told. */
#define TIME_ZONE_ID_UNKNOWN 0                          /**< There is no summer. */
#define TIME_ZONE_ID_STANDARD 1                         /**< It is winter. */
#define TIME_ZONE_ID_DAYLIGHT 2                         /**< It is summer. */

/**
 * Tells of the processors.
 * @param lpSystemInfo receives it
 */
VOID WINAPI GetSystemInfo(LPSYSTEM_INFO lpSystemInfo);
/**
 * The same.
 * @param lpSystemInfo receives it
 */
VOID WINAPI GetNativeSystemInfo(LPSYSTEM_INFO lpSystemInfo);
/**
 * Tells of the memory.
 * @param lpBuffer receives it; its length is set
 * @return TRUE; FALSE with ERROR_INVALID_PARAMETER: the length is wrong
 */
BOOL WINAPI GlobalMemoryStatusEx(LPMEMORYSTATUSEX lpBuffer);
/**
 * Tells of the server's zone, which is UTC.
 * @param lpTimeZoneInformation receives it
 * @return #TIME_ZONE_ID_UNKNOWN
 */
DWORD WINAPI GetTimeZoneInformation(LPTIME_ZONE_INFORMATION lpTimeZoneInformation);
/**
 * The time of day in a zone.
 * @param lpTimeZoneInformation the zone, without a summer; NULL: the server's
 * @param lpUniversalTime UTC
 * @param lpLocalTime receives it
 * @return TRUE; FALSE with ERROR_INVALID_PARAMETER, or ERROR_NOT_SUPPORTED: the zone has a summer
 */
BOOL WINAPI SystemTimeToTzSpecificLocalTime(const TIME_ZONE_INFORMATION *lpTimeZoneInformation,
                                            const SYSTEMTIME *lpUniversalTime, LPSYSTEMTIME lpLocalTime);

#define GetSystemTimePreciseAsFileTime GetSystemTimeAsFileTime /**< Both are precise. */

#ifdef __cplusplus
}
#endif

#endif
