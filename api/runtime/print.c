/* SPDX-License-Identifier: MIT */
/* The printf families, narrow and wide; the formats themselves are followed in wide_format.c. */
#undef RRAS_SYSTEM_STDIO
#include "stream.h"
#include "wide_conversion.h"

#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <wchar.h>
#include <windef.h>
#include <winuser.h>

/* --- the two that differ: what swprintf and snprintf of the C standard do in the UCRT --- */

int vswprintf(wchar_t *to, size_t size, const wchar_t *format, va_list arguments)
{
    int length = rras_format_wide(to, size, format, arguments);
    if (size > 0 && length >= 0)
        to[(size_t)length < size ? (size_t)length : size - 1] = 0;
    return length >= 0 && (size_t)length < size ? length : -1;
}

int vsnprintf(char *to, size_t size, const char *format, va_list arguments)
{
    int length = rras_format_narrow(to, size, format, arguments);
    if (size > 0 && to)
        to[length < 0 ? 0 : (size_t)length < size ? (size_t)length : size - 1] = '\0';
    return length;
}

int vsprintf(char *to, const char *format, va_list arguments)
{
    return vsnprintf(to, INT_MAX, format, arguments);
}

/* Without a size, as tchar.h's _stprintf() has it */
int _swprintf(wchar_t *to, const wchar_t *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    int length = vswprintf(to, INT_MAX, format, arguments);
    va_end(arguments);
    return length;
}

int sprintf(char *to, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    int length = vsprintf(to, format, arguments);
    va_end(arguments);
    return length;
}

#define UNIT wchar_t
#define FORMAT rras_format_wide
#define PUT rras_stream_put_wide
#define VSNPRINTF_OLD _vsnwprintf
#define VSNPRINTF vswprintf
#define VSPRINTF_S vswprintf_s
#define VSNPRINTF_S _vsnwprintf_s
#define VSCPRINTF _vscwprintf
#define VFPRINTF vfwprintf
#define VPRINTF vwprintf
#define SNPRINTF_OLD _snwprintf
#define SNPRINTF swprintf
#define SPRINTF_S swprintf_s
#define SNPRINTF_S _snwprintf_s
#define SCPRINTF _scwprintf
#define FPRINTF fwprintf
#define PRINTF wprintf
#include "print_unit.h"

#define UNIT char
#define FORMAT rras_format_narrow
#define PUT rras_stream_put_narrow
#define VSNPRINTF_OLD _vsnprintf
#define VSNPRINTF vsnprintf
#define VSPRINTF_S vsprintf_s
#define VSNPRINTF_S _vsnprintf_s
#define VSCPRINTF _vscprintf
#define VFPRINTF vfprintf
#define VPRINTF vprintf
#define SNPRINTF_OLD _snprintf
#define SNPRINTF snprintf
#define SPRINTF_S sprintf_s
#define SNPRINTF_S _snprintf_s
#define SCPRINTF _scprintf
#define FPRINTF fprintf
#define PRINTF printf
#include "print_unit.h"

/* --- user32's: no buffer's size, but never more than so many characters, the null included --- */

enum { WSPRINTF_ROOM = 1025 };

int WINAPI wvsprintfW(LPWSTR to, LPCWSTR format, va_list arguments)
{
    int length = vswprintf(to, WSPRINTF_ROOM, format, arguments);
    return length < 0 ? (int)wcslen(to) : length;
}

int WINAPI wvsprintfA(LPSTR to, LPCSTR format, va_list arguments)
{
    int length = vsnprintf(to, WSPRINTF_ROOM, format, arguments);
    return length < WSPRINTF_ROOM ? length : WSPRINTF_ROOM - 1;
}

int WINAPIV wsprintfW(LPWSTR to, LPCWSTR format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    int length = wvsprintfW(to, format, arguments);
    va_end(arguments);
    return length;
}

int WINAPIV wsprintfA(LPSTR to, LPCSTR format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    int length = wvsprintfA(to, format, arguments);
    va_end(arguments);
    return length;
}
