/* SPDX-License-Identifier: MIT */
/*
 * Prints what becomes of format_cases.h: with our runtime, or for Windows with the UCRT. A line has the case's number, its
 * format, the length and the text of the wide function, the text of the narrow one (whose format means the same), and,
 * where that differs, the text of the older msvcrt.dll.
 */
#undef RRAS_SYSTEM_STDIO
#include <windows.h>

#include <math.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

enum { ROOM = 600 };

#ifdef _WIN32
typedef int(__cdecl *wide_function)(unsigned long long, wchar_t *, size_t, const wchar_t *, void *, va_list);
typedef int(__cdecl *narrow_function)(unsigned long long, char *, size_t, const char *, void *, va_list);
typedef int(__cdecl *old_function)(wchar_t *, size_t, const wchar_t *, va_list);

static void (*function_of(const char *library, const char *name))(void)
{
    return (void (*)(void))GetProcAddress(LoadLibraryA(library), name);
}

/* As Visual C++ calls them, with the wide meaning of %s in a wide format */
static int format_wide(wchar_t *to, const wchar_t *format, va_list list)
{
    enum { LEGACY_WIDE_SPECIFIERS = 4 };
    wide_function function = (wide_function)function_of("ucrtbase.dll", "__stdio_common_vswprintf");
    return function(LEGACY_WIDE_SPECIFIERS, to, ROOM, format, NULL, list);
}

static int format_narrow(char *to, const char *format, va_list list)
{
    narrow_function function = (narrow_function)function_of("ucrtbase.dll", "__stdio_common_vsprintf");
    return function(0, to, ROOM, format, NULL, list);
}

static int format_old(wchar_t *to, const wchar_t *format, va_list list)
{
    return ((old_function)function_of("msvcrt.dll", "_vsnwprintf"))(to, ROOM, format, list);
}
#else
static int format_wide(wchar_t *to, const wchar_t *format, va_list list)
{
    return vswprintf(to, ROOM, format, list);
}

static int format_narrow(char *to, const char *format, va_list list)
{
    return _vsnprintf(to, ROOM, format, list);
}

/* There is no older one. */
static int format_old(wchar_t *to, const wchar_t *format, va_list list)
{
    return format_wide(to, format, list);
}
#endif

/* The narrow format that means the same: without a size, s and S, c and C change places */
static void make_narrow(char *to, const wchar_t *format)
{
    bool sized = false, inside = false;
    for (; *format; format++) {
        wchar_t unit = *format;
        if (inside && !sized && wcschr(L"sScC", unit))
            unit ^= 0x20;
        sized = inside && wcschr(L"hlwI", *format);
        if (*format == L'%')
            inside = !inside;
        else if (inside && wcschr(L"diouxXeEfFgGaAcCsSpn", *format))
            inside = false;
        to += WideCharToMultiByte(CP_UTF8, 0, &unit, 1, to, 4, NULL, NULL);
    }
    *to = '\0';
}

/* What is not ASCII in hexadecimal: no reader need know which of it is UTF-8 */
static const char *escaped(const char *text)
{
    static char shown[4 * ROOM];
    char *to = shown;
    for (; *text; text++)
        to += sprintf(to, (*text & 0x80) ? "\\x%02x" : "%c", (unsigned char)*text);
    *to = '\0';
    return shown;
}

static void show(int number, const wchar_t *format, ...)
{
    static wchar_t text[ROOM], old[ROOM];
    static char narrow[ROOM], narrow_format[256], shown[256], wide[4 * ROOM], older[4 * ROOM];
    va_list list, same, third;
    memset(text, 0, sizeof text), memset(old, 0, sizeof old), memset(narrow, 0, sizeof narrow);
    va_start(list, format);
    va_copy(same, list);
    va_copy(third, list);
    int length = format_wide(text, format, list);
    make_narrow(narrow_format, format);
    if (format_narrow(narrow, narrow_format, same) < 0)
        strcpy(narrow, "(fails)");
    if (format_old(old, format, third) < 0)
        wcscpy(old, L"(fails)");
    va_end(list);
    va_end(same);
    va_end(third);
    WideCharToMultiByte(CP_UTF8, 0, text, -1, wide, sizeof wide, NULL, NULL);
    WideCharToMultiByte(CP_UTF8, 0, old, -1, older, sizeof older, NULL, NULL);
    WideCharToMultiByte(CP_UTF8, 0, format, -1, shown, sizeof shown, NULL, NULL);
    printf("%d\t%s\t%d\t%s\t%s\t%s\n", number, shown, length, wide, escaped(narrow),
           strcmp(wide, older) == 0 ? "=" : older);
}

#define HUNDRED L"abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuv"
#define LONG_TEXT HUNDRED HUNDRED HUNDRED
#define NOT_A_NUMBER ((double)NAN)
#define INFINITELY_MUCH ((double)INFINITY)

int main(void)
{
    int number = 0;
#define CASE(...) show(++number, __VA_ARGS__);
#include "format_cases.h"
    return 0;
}
