/* SPDX-License-Identifier: MIT */
/* Prints what becomes of format_cases.h: with our runtime, or for Windows with the UCRT. */
#include <windows.h>

#include <math.h>
#include <stdarg.h>
#include <stdio.h>

enum { ROOM = 600 };

#ifdef _WIN32
typedef int(__cdecl *format_function)(unsigned long long, wchar_t *, size_t, const wchar_t *, void *,
                                      va_list);

/* As Visual C++ calls it, with the wide meaning of %s */
static int format_list(wchar_t *to, const wchar_t *format, va_list list)
{
    enum { LEGACY_WIDE_SPECIFIERS = 4 };
    static format_function function;
    if (!function)
        function = (format_function)(void (*)(void))GetProcAddress(LoadLibraryA("ucrtbase.dll"),
                                                                   "__stdio_common_vswprintf");
    return function(LEGACY_WIDE_SPECIFIERS, to, ROOM, format, NULL, list);
}
#else
static int format_list(wchar_t *to, const wchar_t *format, va_list list)
{
    return vswprintf(to, ROOM, format, list);
}
#endif

static void show(int number, const wchar_t *format, ...)
{
    wchar_t text[ROOM] = {0};
    char narrow[4 * ROOM], shown[256];
    va_list list;
    va_start(list, format);
    int length = format_list(text, format, list);
    va_end(list);
    WideCharToMultiByte(CP_UTF8, 0, text, -1, narrow, sizeof narrow, NULL, NULL);
    WideCharToMultiByte(CP_UTF8, 0, format, -1, shown, sizeof shown, NULL, NULL);
    printf("%d\t%s\t%d\t%s\n", number, shown, length, narrow);
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
