/* SPDX-License-Identifier: MIT */
/*
 * The wide string functions of <wchar.h> for 16-bit characters. The header binds each name to a
 * symbol with the prefix rras_, so what is defined here never replaces a function of the C
 * library.
 */
#include <string.h>
#include <wchar.h>

/* Newer clang turns the loop of wcslen() into a call of the C library's wcslen(): it may not. */
#if defined(__has_attribute)
#if __has_attribute(__no_builtin__) && defined(__clang__)
#define PLAIN_LOOP __attribute__((__no_builtin__("wcslen")))
#endif
#endif
#ifndef PLAIN_LOOP
#define PLAIN_LOOP
#endif

static int order(wchar_t left, wchar_t right)
{
    return (left > right) - (left < right);
}

static wchar_t lower_ascii(wchar_t unit)
{
    return unit >= L'A' && unit <= L'Z' ? (wchar_t)(unit + (L'a' - L'A')) : unit;
}

PLAIN_LOOP size_t wcslen(const wchar_t *string)
{
    const wchar_t *end = string;

    while (*end != 0) {
        end++;
    }
    return (size_t)(end - string);
}

PLAIN_LOOP size_t wcsnlen(const wchar_t *string, size_t limit)
{
    size_t length = 0;

    while (length < limit && string[length] != 0) {
        length++;
    }
    return length;
}

int wcscmp(const wchar_t *left, const wchar_t *right)
{
    while (*left != 0 && *left == *right) {
        left++;
        right++;
    }
    return order(*left, *right);
}

int wcsncmp(const wchar_t *left, const wchar_t *right, size_t limit)
{
    for (; limit > 0; limit--, left++, right++) {
        if (*left != *right || *left == 0) {
            return order(*left, *right);
        }
    }
    return 0;
}

int _wcsicmp(const wchar_t *left, const wchar_t *right)
{
    return _wcsnicmp(left, right, (size_t)-1);
}

int _wcsnicmp(const wchar_t *left, const wchar_t *right, size_t limit)
{
    for (; limit > 0; limit--, left++, right++) {
        wchar_t l = lower_ascii(*left);
        wchar_t r = lower_ascii(*right);

        if (l != r || l == 0) {
            return (int)l - (int)r;
        }
    }
    return 0;
}

wchar_t *wcscpy(wchar_t *to, const wchar_t *from)
{
    return wmemcpy(to, from, wcslen(from) + 1);
}

wchar_t *wcsncpy(wchar_t *to, const wchar_t *from, size_t limit)
{
    size_t length = wcsnlen(from, limit);

    wmemcpy(to, from, length);
    wmemset(to + length, 0, limit - length);
    return to;
}

wchar_t *wcscat(wchar_t *to, const wchar_t *from)
{
    wcscpy(to + wcslen(to), from);
    return to;
}

wchar_t *wcsncat(wchar_t *to, const wchar_t *from, size_t limit)
{
    size_t length = wcsnlen(from, limit);
    wchar_t *end = to + wcslen(to);

    wmemcpy(end, from, length);
    end[length] = 0;
    return to;
}

wchar_t *wcschr(const wchar_t *string, wchar_t unit)
{
    for (;; string++) {
        if (*string == unit) {
            return (wchar_t *)string;
        }
        if (*string == 0) {
            return NULL;
        }
    }
}

wchar_t *wcsrchr(const wchar_t *string, wchar_t unit)
{
    const wchar_t *last = NULL;

    for (;; string++) {
        if (*string == unit) {
            last = string;
        }
        if (*string == 0) {
            return (wchar_t *)last;
        }
    }
}

wchar_t *wcsstr(const wchar_t *string, const wchar_t *part)
{
    size_t length = wcslen(part);

    if (length == 0) {
        return (wchar_t *)string;
    }
    for (; (string = wcschr(string, part[0])) != NULL; string++) {
        if (wcsncmp(string, part, length) == 0) {
            return (wchar_t *)string;
        }
    }
    return NULL;
}

wchar_t *wmemcpy(wchar_t *to, const wchar_t *from, size_t count)
{
    return memcpy(to, from, count * sizeof(*to));
}

wchar_t *wmemmove(wchar_t *to, const wchar_t *from, size_t count)
{
    return memmove(to, from, count * sizeof(*to));
}

wchar_t *wmemset(wchar_t *to, wchar_t unit, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        to[i] = unit;
    }
    return to;
}

int wmemcmp(const wchar_t *left, const wchar_t *right, size_t limit)
{
    for (size_t i = 0; i < limit; i++) {
        if (left[i] != right[i]) {
            return order(left[i], right[i]);
        }
    }
    return 0;
}

wchar_t *wmemchr(const wchar_t *from, wchar_t unit, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        if (from[i] == unit) {
            return (wchar_t *)(from + i);
        }
    }
    return NULL;
}
