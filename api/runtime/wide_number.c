/* SPDX-License-Identifier: MIT */
/* Numbers in wide strings, and numbers as strings. */
#include "stream.h"

#include <errno.h>
#include <limits.h>
#include <locale.h>
#include <pthread.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <wchar.h>

static bool is_blank(wchar_t unit)
{
    return unit == L' ' || (unit >= L'\t' && unit <= L'\r');
}

static unsigned digit_of(wchar_t unit)
{
    if (unit >= L'0' && unit <= L'9')
        return unit - (unsigned)L'0';
    unit |= 0x20;
    return unit >= L'a' && unit <= L'z' ? unit - (unsigned)L'a' + 10 : UINT_MAX;
}

/* Reads sign and digits; what is beyond `most` (or its negative counterpart) is cut to it. */
static uint64_t read_whole(const wchar_t *text, wchar_t **end, int base, uint64_t most, bool is_signed)
{
    const wchar_t *at = text, *first;
    uint64_t value = 0;
    bool negative, beyond = false;
    if (base < 0 || base == 1 || base > 36) {
        rras_invalid_parameter(EINVAL, 0);
        if (end)
            *end = (wchar_t *)text;
        return 0;
    }
    while (is_blank(*at))
        at++;
    negative = *at == L'-';
    at += negative || *at == L'+';
    if ((base == 0 || base == 16) && at[0] == L'0' && (at[1] | 0x20) == L'x' && digit_of(at[2]) < 16) {
        at += 2;
        base = 16;
    }
    if (base == 0)
        base = *at == L'0' ? 8 : 10;
    const uint64_t limit = is_signed ? most + negative : most;
    for (first = at; digit_of(*at) < (unsigned)base; at++) {
        unsigned digit = digit_of(*at);
        beyond |= value > (limit - digit) / (unsigned)base;
        value = beyond ? limit : value * (unsigned)base + digit;
    }
    if (end)
        *end = (wchar_t *)(at == first ? text : at);
    if (beyond)
        errno = ERANGE;
    return negative && !(beyond && !is_signed) ? 0 - value : value;
}

/* A long has 32 bits on Windows: what does not fit in that is cut. */
long wcstol(const wchar_t *text, wchar_t **end, int base)
{
    return (long)(int64_t)read_whole(text, end, base, INT32_MAX, true);
}

unsigned long wcstoul(const wchar_t *text, wchar_t **end, int base)
{
    return (uint32_t)read_whole(text, end, base, UINT32_MAX, false);
}

long long wcstoll(const wchar_t *text, wchar_t **end, int base)
{
    return (long long)read_whole(text, end, base, INT64_MAX, true);
}

unsigned long long wcstoull(const wchar_t *text, wchar_t **end, int base)
{
    return read_whole(text, end, base, UINT64_MAX, false);
}

int _wtoi(const wchar_t *text)
{
    return (int)wcstol(text, NULL, 10);
}

long _wtol(const wchar_t *text)
{
    return wcstol(text, NULL, 10);
}

long long _wtoi64(const wchar_t *text)
{
    return wcstoll(text, NULL, 10);
}

/* --- floating point, whatever the locale --- */

static locale_t plain;

static void make_plain(void)
{
    plain = newlocale(LC_ALL_MASK, "C", (locale_t)0);
}

double wcstod(const wchar_t *text, wchar_t **end)
{
    enum { LONGEST = 800 };
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    char narrow[LONGEST + 1], *stop;
    size_t blanks = 0, length = 0;
    pthread_once(&once, make_plain);
    while (is_blank(text[blanks]))
        blanks++;
    for (; length < LONGEST && text[blanks + length] > 0 && text[blanks + length] < 128; length++)
        narrow[length] = (char)text[blanks + length];
    narrow[length] = '\0';
    double value = strtod_l(narrow, &stop, plain);
    if (end)
        *end = (wchar_t *)text + (stop == narrow ? 0 : blanks + (size_t)(stop - narrow));
    return value;
}

double _wtof(const wchar_t *text)
{
    return wcstod(text, NULL);
}

/* --- numbers as strings --- */

/* Digits of a number from the end of `text` on; returns the first. Only base 10 has a sign. */
static const char *digits_of(uint64_t value, bool negative, int base, char text[66])
{
    char *at = text + 65;
    *at = '\0';
    do
        *--at = "0123456789abcdefghijklmnopqrstuvwxyz"[value % (unsigned)base];
    while (value /= (unsigned)base);
    if (negative)
        *--at = '-';
    return at;
}

/* Each function once for a number of so many bits: with and without a sign, narrow and wide, with and
 * without the size of the buffer. */
static errno_t put_number(void *to, size_t unit, size_t size, uint64_t value, bool negative, int base)
{
    char text[66];
    if (to == NULL || size == 0 || base < 2 || base > 36)
        return rras_invalid_parameter(EINVAL, EINVAL);
    const char *digits = digits_of(negative ? 0 - value : value, negative, base, text);
    size_t length = strlen(digits);
    bool fits = length < size;
    for (size_t i = 0; i <= length && fits; i++) {
        if (unit == 1)
            ((char *)to)[i] = digits[i];
        else
            ((wchar_t *)to)[i] = (unsigned char)digits[i];
    }
    if (!fits)
        memset(to, 0, unit);
    return fits ? 0 : rras_invalid_parameter(ERANGE, ERANGE);
}

#define NUMBER_FUNCTIONS(name, type, bits, is_signed, UNIT)                                                     \
    errno_t name##_s(type value, UNIT *to, size_t size, int base)                                               \
    {                                                                                                           \
        bool negative = is_signed && base == 10 && (int##bits##_t)value < 0;                                    \
        uint64_t number = negative ? (uint64_t)(int64_t)(int##bits##_t)value : (uint64_t)(uint##bits##_t)value; \
        return put_number(to, sizeof *to, size, number, negative, base);                                        \
    }                                                                                                           \
    UNIT *name(type value, UNIT *to, int base)                                                                  \
    {                                                                                                           \
        name##_s(value, to, SIZE_MAX, base);                                                                    \
        return to;                                                                                              \
    }

NUMBER_FUNCTIONS(_itow, int, 32, true, wchar_t)
NUMBER_FUNCTIONS(_ltow, long, 32, true, wchar_t)
NUMBER_FUNCTIONS(_ultow, unsigned long, 32, false, wchar_t)
NUMBER_FUNCTIONS(_i64tow, long long, 64, true, wchar_t)
NUMBER_FUNCTIONS(_ui64tow, unsigned long long, 64, false, wchar_t)
NUMBER_FUNCTIONS(_itoa, int, 32, true, char)
NUMBER_FUNCTIONS(_ltoa, long, 32, true, char)
NUMBER_FUNCTIONS(_ultoa, unsigned long, 32, false, char)
NUMBER_FUNCTIONS(_i64toa, long long, 64, true, char)
NUMBER_FUNCTIONS(_ui64toa, unsigned long long, 64, false, char)
