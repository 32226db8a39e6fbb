/* SPDX-License-Identifier: MIT */
/* Dates: what is between FILETIME and SYSTEMTIME, and the dates of the C library in Microsoft's way. */
#include "stream.h"

#include <errno.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <wchar.h>
#include <windows.h>

enum { FIRST_YEAR = 1601, LAST_YEAR = 30827, SECONDS_PER_DAY = 86400, MONTHS = 12 };

static BOOL is_leap(unsigned year)
{
    return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

BOOL WINAPI SystemTimeToFileTime(const SYSTEMTIME *from, LPFILETIME time)
{
    static const WORD before[MONTHS + 1] = {0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365};
    unsigned month = from->wMonth, leap = is_leap(from->wYear);
    BOOL fine = from->wYear >= FIRST_YEAR && from->wYear <= LAST_YEAR && month >= 1 && month <= MONTHS &&
                from->wDay >= 1 && from->wHour < 24 && from->wMinute < 60 && from->wSecond < 60 &&
                from->wMilliseconds < 1000;
    if (!fine || from->wDay > before[month] - before[month - 1] + (month == 2 ? leap : 0)) {
        SetLastError(ERROR_INVALID_PARAMETER);
        return FALSE;
    }
    uint64_t years = from->wYear - FIRST_YEAR;
    uint64_t days = years * 365 + years / 4 - years / 100 + years / 400 + before[month - 1] + (month > 2 ? leap : 0) +
                    from->wDay - 1;
    uint64_t seconds = days * SECONDS_PER_DAY + from->wHour * 3600u + from->wMinute * 60u + from->wSecond;
    uint64_t ticks = (seconds * 1000 + from->wMilliseconds) * 10000;
    *time = (FILETIME){(DWORD)ticks, (DWORD)(ticks >> 32)};
    return TRUE;
}

LONG WINAPI CompareFileTime(const FILETIME *left, const FILETIME *right)
{
    uint64_t l = (uint64_t)left->dwHighDateTime << 32 | left->dwLowDateTime;
    uint64_t r = (uint64_t)right->dwHighDateTime << 32 | right->dwLowDateTime;
    return (l > r) - (l < r);
}

BOOL WINAPI FileTimeToLocalFileTime(const FILETIME *time, LPFILETIME local)
{
    *local = *time;
    return TRUE;
}

BOOL WINAPI LocalFileTimeToFileTime(const FILETIME *local, LPFILETIME time)
{
    *time = *local;
    return TRUE;
}

/* --- of the C library --- */

errno_t localtime_s(struct tm *to, const time_t *from)
{
    if (!to || !from)
        return rras_invalid_parameter(EINVAL, EINVAL);
    return localtime_r(from, to) ? 0 : errno;
}

errno_t gmtime_s(struct tm *to, const time_t *from)
{
    if (!to || !from)
        return rras_invalid_parameter(EINVAL, EINVAL);
    return gmtime_r(from, to) ? 0 : errno;
}

size_t wcsftime(wchar_t *to, size_t size, const wchar_t *format, const struct tm *from)
{
    size_t length = wcslen(format) + 1, room = 4 * size + 1;
    char *narrow = malloc(3 * length), *text = malloc(room);
    size_t units = 0;
    if (narrow && text && wcstombs(narrow, format, 3 * length) != (size_t)-1 &&
        (strftime(text, room, narrow, from) > 0 || *format == 0))
        units = (size_t)MultiByteToWideChar(CP_UTF8, 0, *format ? text : "", -1, NULL, 0);
    if (units > 0 && units <= size)
        MultiByteToWideChar(CP_UTF8, 0, *format ? text : "", -1, to, (int)size);
    free(narrow);
    free(text);
    return units > 0 && units <= size ? units - 1 : 0;
}
