/* SPDX-License-Identifier: MIT */
/* The server's language, English as in the United States: winnls.h, and the case of letters, winuser.h. */
#include <ctype.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <windows.h>
#include <winnls.h>

enum { ENGLISH = 0x0409, UTF8 = 65001 };

UINT WINAPI GetACP(VOID)
{
    return UTF8;
}

UINT WINAPI GetOEMCP(VOID)
{
    return UTF8;
}

LCID WINAPI GetSystemDefaultLCID(VOID)
{
    return ENGLISH;
}

LCID WINAPI GetUserDefaultLCID(VOID)
{
    return ENGLISH;
}

/* --- the case of letters --- */

/* Ranges of capitals, and how far away the small letters are; `every` second one is a capital, or each */
static const struct {
    WCHAR first, last;
    int distance;
    int every;
} capitals[] = {
    {0x0041, 0x005a, 32, 1}, {0x00c0, 0x00d6, 32, 1}, {0x00d8, 0x00de, 32, 1}, {0x0100, 0x012e, 1, 2},
    {0x0132, 0x0136, 1, 2},  {0x0139, 0x0147, 1, 2},  {0x014a, 0x0176, 1, 2},  {0x0178, 0x0178, -121, 1},
    {0x0179, 0x017d, 1, 2},  {0x0386, 0x0386, 38, 1}, {0x0388, 0x038a, 37, 1}, {0x038c, 0x038c, 64, 1},
    {0x038e, 0x038f, 63, 1}, {0x0391, 0x03a1, 32, 1}, {0x03a3, 0x03ab, 32, 1}, {0x0400, 0x040f, 80, 1},
    {0x0410, 0x042f, 32, 1}, {0x0460, 0x0480, 1, 2},
};

static WCHAR to_lower(WCHAR letter)
{
    for (size_t i = 0; i < sizeof capitals / sizeof *capitals; i++)
        if (letter >= capitals[i].first && letter <= capitals[i].last)
            return (letter - capitals[i].first) % capitals[i].every ? letter : (WCHAR)(letter + capitals[i].distance);
    return letter;
}

static WCHAR to_upper(WCHAR letter)
{
    for (size_t i = 0; i < sizeof capitals / sizeof *capitals; i++) {
        int capital = letter - capitals[i].distance;
        if (capital >= capitals[i].first && capital <= capitals[i].last &&
            (capital - capitals[i].first) % capitals[i].every == 0)
            return (WCHAR)capital;
    }
    return letter;
}

/* A text; or, by Windows' custom, one character in the place of its address */
static LPWSTR change(LPWSTR text, WCHAR (*to)(WCHAR letter))
{
    if ((uintptr_t)text >> 16 == 0)
        return (LPWSTR)(uintptr_t)to((WCHAR)(uintptr_t)text);
    for (LPWSTR at = text; *at; at++)
        *at = to(*at);
    return text;
}

LPWSTR WINAPI CharLowerW(LPWSTR text)
{
    return change(text, to_lower);
}

LPWSTR WINAPI CharUpperW(LPWSTR text)
{
    return change(text, to_upper);
}

int WINAPI LCMapStringW(LCID language, DWORD flags, LPCWSTR text, int length, LPWSTR to, int room)
{
    int units = length < 0 && text ? lstrlenW(text) + 1 : length;
    (void)language;
    if (!text || length == 0 || room < 0) {
        SetLastError(ERROR_INVALID_PARAMETER);
        return 0;
    }
    if (flags != LCMAP_LOWERCASE && flags != LCMAP_UPPERCASE) {
        SetLastError(ERROR_INVALID_FLAGS);
        return 0;
    }
    if (room != 0 && room < units) {
        SetLastError(ERROR_INSUFFICIENT_BUFFER);
        return 0;
    }
    for (int i = 0; room != 0 && i < units; i++)
        to[i] = flags == LCMAP_LOWERCASE ? to_lower(text[i]) : to_upper(text[i]);
    return units;
}

/* --- comparing --- */

static int sign_of(int difference)
{
    return difference < 0 ? CSTR_LESS_THAN : difference > 0 ? CSTR_GREATER_THAN : CSTR_EQUAL;
}

static bool take_lengths(LPCWSTR a, int *a_length, LPCWSTR b, int *b_length)
{
    if (!a || !b || *a_length < -1 || *b_length < -1) {
        SetLastError(ERROR_INVALID_PARAMETER);
        return false;
    }
    *a_length = *a_length < 0 ? lstrlenW(a) : *a_length;
    *b_length = *b_length < 0 ? lstrlenW(b) : *b_length;
    return true;
}

int WINAPI CompareStringOrdinal(LPCWSTR a, int a_length, LPCWSTR b, int b_length, BOOL any_case)
{
    if (!take_lengths(a, &a_length, b, &b_length))
        return 0;
    for (int i = 0; i < a_length && i < b_length; i++) {
        int difference = any_case ? to_upper(a[i]) - to_upper(b[i]) : a[i] - b[i];
        if (difference)
            return sign_of(difference);
    }
    return sign_of(a_length - b_length);
}

/* In a dictionary punctuation comes before digits, and digits before letters. */
static int place_of(WCHAR letter)
{
    WCHAR small = to_lower(letter);
    bool is_letter = small != to_upper(letter) || small > 0x7f;
    return (is_letter ? 0x20000 : small >= '0' && small <= '9' ? 0x10000 : 0) + small;
}

int WINAPI CompareStringW(LCID language, DWORD flags, LPCWSTR a, int a_length, LPCWSTR b, int b_length)
{
    int by_case = 0;
    (void)language;
    if (!take_lengths(a, &a_length, b, &b_length))
        return 0;
    for (int i = 0; i < a_length && i < b_length; i++) {
        int difference = place_of(a[i]) - place_of(b[i]);
        if (difference)
            return sign_of(difference);
        if (!by_case && a[i] != b[i])
            by_case = a[i] == to_lower(a[i]) ? -1 : 1;
    }
    if (a_length != b_length)
        return sign_of(a_length - b_length);
    return sign_of(flags & (NORM_IGNORECASE | LINGUISTIC_IGNORECASE) ? 0 : by_case);
}

/* In UTF-16, to be freed; *length is what it has then. NULL: it is NULL, or there is no memory */
static LPWSTR widen(LPCSTR text, int *length)
{
    int units = text ? MultiByteToWideChar(CP_ACP, 0, text, *length, NULL, 0) : 0;
    LPWSTR wide = text ? malloc(((size_t)units + 1) * sizeof *wide) : NULL;
    if (wide)
        MultiByteToWideChar(CP_ACP, 0, text, *length, wide, units);
    if (wide && *length >= 0)
        *length = units;
    return wide;
}

int WINAPI CompareStringA(LCID language, DWORD flags, LPCSTR a, int a_length, LPCSTR b, int b_length)
{
    LPWSTR wide_a = widen(a, &a_length), wide_b = widen(b, &b_length);
    int result = CompareStringW(language, flags, wide_a, a_length, wide_b, b_length);
    free(wide_a);
    free(wide_b);
    return result;
}

/* --- what is told of the language --- */

static int give(const char *text, LPWSTR to, int room)
{
    int units = (int)strlen(text) + 1; /* ASCII */
    if (room == 0)
        return units;
    if (!to || room < units) {
        SetLastError(ERROR_INSUFFICIENT_BUFFER);
        return 0;
    }
    for (int i = 0; i < units; i++)
        to[i] = (WCHAR)text[i];
    return units;
}

int WINAPI GetLocaleInfoW(LCID language, DWORD type, LPWSTR to, int room)
{
    static const struct {
        DWORD type;
        const char *text;
    } rows[] = {
        {LOCALE_SLANGUAGE, "English (United States)"},
        {LOCALE_SENGLANGUAGE, "English"},
        {LOCALE_SENGCOUNTRY, "United States"},
        {LOCALE_SDECIMAL, "."},
        {LOCALE_STHOUSAND, ","},
        {LOCALE_SISO639LANGNAME, "en"},
        {LOCALE_SISO3166CTRYNAME, "US"},
    };
    (void)language;
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        if (rows[i].type == type)
            return give(rows[i].text, to, room);
    SetLastError(ERROR_INVALID_FLAGS);
    return 0;
}

/* --- dates and times of day --- */

static const char *const days[] = {"Sunday", "Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday"};
static const char *const months[] = {"January", "February", "March",     "April",   "May",      "June",
                                     "July",    "August",   "September", "October", "November", "December"};

/* One element of a format, so many letters long; false: the letter is none */
static bool write_element(char letter, size_t length, const SYSTEMTIME *time, char *to, size_t size)
{
    int hour = time->wHour % 12 ? time->wHour % 12 : 12;
    const char *half = time->wHour < 12 ? "AM" : "PM";
    int number;
    switch (letter) {
    case 'd':
        if (length > 2)
            return snprintf(to, size, "%.*s", length == 3 ? 3 : 99, days[time->wDayOfWeek % 7]) >= 0;
        number = time->wDay;
        break;
    case 'M':
        if (length > 2)
            return snprintf(to, size, "%.*s", length == 3 ? 3 : 99, months[(time->wMonth + 11) % 12]) >= 0;
        number = time->wMonth;
        break;
    case 'y':
        if (length > 2)
            return snprintf(to, size, "%04u", time->wYear) >= 0;
        number = time->wYear % 100;
        break;
    case 'h':
        number = hour;
        break;
    case 'H':
        number = time->wHour;
        break;
    case 'm':
        number = time->wMinute;
        break;
    case 's':
        number = time->wSecond;
        break;
    case 't':
        return snprintf(to, size, "%.*s", length > 1 ? 2 : 1, half) >= 0;
    default:
        return false;
    }
    return snprintf(to, size, length > 1 ? "%02d" : "%d", number) >= 0;
}

/* By a format; `letters` are those that mean something in it. The text is what it has room for. */
static void write_format(const char *format, const char *letters, const SYSTEMTIME *time, char *to, size_t size)
{
    size_t used = 0;
    *to = '\0';
    while (*format && used + 1 < size) {
        size_t length = strspn(format, (char[]){*format, '\0'});
        if (*format == '\'') {
            for (format++; *format && (*format != '\'' || format[1] == '\''); format++) {
                format += *format == '\'';
                if (used + 1 < size)
                    to[used++] = *format;
            }
            format += *format == '\'';
            to[used] = '\0';
            continue;
        }
        if (strchr(letters, *format) && write_element(*format, length, time, to + used, size - used)) {
            used += strlen(to + used);
            format += length;
            continue;
        }
        to[used++] = *format++;
        to[used] = '\0';
    }
}

enum { FORMAT_BYTES = 256 };

/* Now where none is given; else the given one with its day of the week, or, for a time of day, whatever its date. FALSE: there is
 * no such date or time */
static BOOL take_time(const SYSTEMTIME *given, BOOL of_day, SYSTEMTIME *time)
{
    FILETIME unused;
    if (!given) {
        GetLocalTime(time);
        return TRUE;
    }
    *time = *given;
    if (of_day) {
        const SYSTEMTIME day = {2000, 1, 0, 1, given->wHour, given->wMinute, given->wSecond, given->wMilliseconds};
        return SystemTimeToFileTime(&day, &unused);
    }
    time->wHour = time->wMinute = time->wSecond = time->wMilliseconds = 0;
    return SystemTimeToFileTime(time, &unused) && FileTimeToSystemTime(&unused, time);
}

static int write_date(DWORD flags, const SYSTEMTIME *date, const char *format, char to[FORMAT_BYTES])
{
    SYSTEMTIME time;
    if (format && flags) {
        SetLastError(ERROR_INVALID_FLAGS);
        return 0;
    }
    if (!take_time(date, FALSE, &time)) {
        SetLastError(ERROR_INVALID_PARAMETER);
        return 0;
    }
    write_format(format                  ? format
                 : flags & DATE_LONGDATE ? "dddd, MMMM d, yyyy"
                                         : "M/d/yyyy",
                 "dMy", &time, to, FORMAT_BYTES);
    return 1;
}

static int write_time(DWORD flags, const SYSTEMTIME *given, const char *format, char to[FORMAT_BYTES])
{
    SYSTEMTIME time;
    char usual[32];
    if (!take_time(given, TRUE, &time)) {
        SetLastError(ERROR_INVALID_PARAMETER);
        return 0;
    }
    BOOL whole_day = flags & TIME_FORCE24HOURFORMAT;
    snprintf(usual, sizeof usual, "%s%s%s%s", whole_day ? "H" : "h", flags & TIME_NOMINUTESORSECONDS ? "" : ":mm",
             flags & (TIME_NOMINUTESORSECONDS | TIME_NOSECONDS) ? "" : ":ss",
             whole_day || (flags & TIME_NOTIMEMARKER) ? "" : " tt");
    write_format(format ? format : usual, "hHmst", &time, to, FORMAT_BYTES);
    return 1;
}

static int give_wide(const char *text, LPWSTR to, int room)
{
    int units = MultiByteToWideChar(CP_UTF8, 0, text, -1, room ? to : NULL, room);
    return units;
}

static int give_narrow(const char *text, LPSTR to, int room)
{
    int bytes = (int)strlen(text) + 1;
    if (room != 0 && (room < bytes || !to)) {
        SetLastError(ERROR_INSUFFICIENT_BUFFER);
        return 0;
    }
    if (room != 0)
        memcpy(to, text, (size_t)bytes);
    return bytes;
}

/* In UTF-8; false: it is too long */
static bool narrow_format(LPCWSTR format, char to[FORMAT_BYTES])
{
    return !format || WideCharToMultiByte(CP_UTF8, 0, format, -1, to, FORMAT_BYTES, NULL, NULL) > 0;
}

int WINAPI GetDateFormatA(LCID language, DWORD flags, const SYSTEMTIME *date, LPCSTR format, LPSTR to, int room)
{
    char text[FORMAT_BYTES];
    (void)language;
    return write_date(flags, date, format, text) ? give_narrow(text, to, room) : 0;
}

int WINAPI GetDateFormatW(LCID language, DWORD flags, const SYSTEMTIME *date, LPCWSTR format, LPWSTR to, int room)
{
    char text[FORMAT_BYTES], narrow[FORMAT_BYTES];
    (void)language;
    if (!narrow_format(format, narrow)) {
        SetLastError(ERROR_INVALID_PARAMETER);
        return 0;
    }
    return write_date(flags, date, format ? narrow : NULL, text) ? give_wide(text, to, room) : 0;
}

int WINAPI GetTimeFormatA(LCID language, DWORD flags, const SYSTEMTIME *time, LPCSTR format, LPSTR to, int room)
{
    char text[FORMAT_BYTES];
    (void)language;
    return write_time(flags, time, format, text) ? give_narrow(text, to, room) : 0;
}

int WINAPI GetTimeFormatW(LCID language, DWORD flags, const SYSTEMTIME *time, LPCWSTR format, LPWSTR to, int room)
{
    char text[FORMAT_BYTES], narrow[FORMAT_BYTES];
    (void)language;
    if (!narrow_format(format, narrow)) {
        SetLastError(ERROR_INVALID_PARAMETER);
        return 0;
    }
    return write_time(flags, time, format ? narrow : NULL, text) ? give_wide(text, to, room) : 0;
}
