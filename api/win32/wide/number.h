/* SPDX-License-Identifier: MIT */
/**
 * @file number.h
 * @brief Numbers in wide strings, numbers as strings, and strings from narrow to wide.
 *
 * A `long` is read and written as 32 bits, as on Windows. Included by stdlib.h and wchar.h.
 */
#ifndef RRAS_WIN32_WIDE_NUMBER_H
#define RRAS_WIN32_WIDE_NUMBER_H

#include <wide/secure_base.h>

#ifdef __cplusplus
extern "C" {
#endif

/** @name From strings
 * What does not fit gives the nearest number that does, with `errno` ERANGE.
 * @{ */
/** Reads a number of 32 bits to a base from 2 to 36; 0: 16 after 0x, 8 after 0, else 10. */
long wcstol(const wchar_t *text, wchar_t **end, int base) RRAS_SYMBOL("rras_wcstol");
/** Reads a number of 32 bits without a sign. */
unsigned long wcstoul(const wchar_t *text, wchar_t **end, int base) RRAS_SYMBOL("rras_wcstoul");
/** Reads a number of 64 bits. */
long long wcstoll(const wchar_t *text, wchar_t **end, int base) RRAS_SYMBOL("rras_wcstoll");
/** Reads a number of 64 bits without a sign. */
unsigned long long wcstoull(const wchar_t *text, wchar_t **end, int base) RRAS_SYMBOL("rras_wcstoull");
/** Reads a floating-point number; the locale does not matter. */
double wcstod(const wchar_t *text, wchar_t **end) RRAS_SYMBOL("rras_wcstod");
/** Reads a decimal number. */
int _wtoi(const wchar_t *text) RRAS_SYMBOL("rras__wtoi");
/** Reads a decimal number of 32 bits. */
long _wtol(const wchar_t *text) RRAS_SYMBOL("rras__wtol");
/** Reads a decimal number of 64 bits. */
long long _wtoi64(const wchar_t *text) RRAS_SYMBOL("rras__wtoi64");
/** Reads a floating-point number. */
double _wtof(const wchar_t *text) RRAS_SYMBOL("rras__wtof");
#define _strtoi64 strtoll   /**< Reads a number of 64 bits. */
#define _strtoui64 strtoull /**< Reads a number of 64 bits without a sign. */
#define _wcstoi64 wcstoll   /**< Reads a number of 64 bits. */
#define _wcstoui64 wcstoull /**< Reads a number of 64 bits without a sign. */
/** @} */

/** @name To strings
 * Only to base 10 a negative number has a sign.
 * @{ */
/** Writes a number of 32 bits to a base from 2 to 36; the buffer must be large enough. */
wchar_t *_itow(int value, wchar_t *to, int base) RRAS_SYMBOL("rras__itow");
/** The same with the size of the buffer. */
errno_t _itow_s(int value, wchar_t *to, size_t size, int base) RRAS_SYMBOL("rras__itow_s");
/** Writes a number of 32 bits to a base from 2 to 36; the buffer must be large enough. */
wchar_t *_ltow(long value, wchar_t *to, int base) RRAS_SYMBOL("rras__ltow");
/** The same with the size of the buffer. */
errno_t _ltow_s(long value, wchar_t *to, size_t size, int base) RRAS_SYMBOL("rras__ltow_s");
/** Writes a number of 32 bits without a sign to a base from 2 to 36; the buffer must be large enough. */
wchar_t *_ultow(unsigned long value, wchar_t *to, int base) RRAS_SYMBOL("rras__ultow");
/** The same with the size of the buffer. */
errno_t _ultow_s(unsigned long value, wchar_t *to, size_t size, int base) RRAS_SYMBOL("rras__ultow_s");
/** Writes a number of 64 bits to a base from 2 to 36; the buffer must be large enough. */
wchar_t *_i64tow(long long value, wchar_t *to, int base) RRAS_SYMBOL("rras__i64tow");
/** The same with the size of the buffer. */
errno_t _i64tow_s(long long value, wchar_t *to, size_t size, int base) RRAS_SYMBOL("rras__i64tow_s");
/** Writes a number of 64 bits without a sign to a base from 2 to 36; the buffer must be large enough. */
wchar_t *_ui64tow(unsigned long long value, wchar_t *to, int base) RRAS_SYMBOL("rras__ui64tow");
/** The same with the size of the buffer. */
errno_t _ui64tow_s(unsigned long long value, wchar_t *to, size_t size, int base) RRAS_SYMBOL("rras__ui64tow_s");
/** Writes a number of 32 bits to a base from 2 to 36; the buffer must be large enough. */
char *_itoa(int value, char *to, int base) RRAS_SYMBOL("rras__itoa");
/** The same with the size of the buffer. */
errno_t _itoa_s(int value, char *to, size_t size, int base) RRAS_SYMBOL("rras__itoa_s");
/** Writes a number of 32 bits to a base from 2 to 36; the buffer must be large enough. */
char *_ltoa(long value, char *to, int base) RRAS_SYMBOL("rras__ltoa");
/** The same with the size of the buffer. */
errno_t _ltoa_s(long value, char *to, size_t size, int base) RRAS_SYMBOL("rras__ltoa_s");
/** Writes a number of 32 bits without a sign to a base from 2 to 36; the buffer must be large enough. */
char *_ultoa(unsigned long value, char *to, int base) RRAS_SYMBOL("rras__ultoa");
/** The same with the size of the buffer. */
errno_t _ultoa_s(unsigned long value, char *to, size_t size, int base) RRAS_SYMBOL("rras__ultoa_s");
/** Writes a number of 64 bits to a base from 2 to 36; the buffer must be large enough. */
char *_i64toa(long long value, char *to, int base) RRAS_SYMBOL("rras__i64toa");
/** The same with the size of the buffer. */
errno_t _i64toa_s(long long value, char *to, size_t size, int base) RRAS_SYMBOL("rras__i64toa_s");
/** Writes a number of 64 bits without a sign to a base from 2 to 36; the buffer must be large enough. */
char *_ui64toa(unsigned long long value, char *to, int base) RRAS_SYMBOL("rras__ui64toa");
/** The same with the size of the buffer. */
errno_t _ui64toa_s(unsigned long long value, char *to, size_t size, int base) RRAS_SYMBOL("rras__ui64toa_s");
/** @} */

/** @name Between narrow and wide
 * Narrow text is UTF-8.
 * @{ */
/** Converts at most so many units; (size_t)-1: the bytes are not UTF-8. NULL for `to` only counts. */
size_t mbstowcs(wchar_t *to, const char *from, size_t most) RRAS_SYMBOL("rras_mbstowcs");
/** Converts at most so many bytes; (size_t)-1: half a pair. NULL for `to` only counts. */
size_t wcstombs(char *to, const wchar_t *from, size_t most) RRAS_SYMBOL("rras_wcstombs");
/**
 * Converts and always ends the text.
 * @param converted receives the units with the null, or NULL
 * @param to buffer, or NULL with a size of 0: only count
 * @param size units in the buffer
 * @param from text
 * @param count most units without the null; #_TRUNCATE: as many as fit, then #STRUNCATE is returned
 * @return 0 or an errno
 */
errno_t mbstowcs_s(size_t *converted, wchar_t *to, size_t size, const char *from, size_t count)
    RRAS_SYMBOL("rras_mbstowcs_s");
/** The other way round, like mbstowcs_s(). */
errno_t wcstombs_s(size_t *converted, char *to, size_t size, const wchar_t *from, size_t count)
    RRAS_SYMBOL("rras_wcstombs_s");
/** Converts one character of at most so many bytes; the bytes it has, or -1. */
int mbtowc(wchar_t *to, const char *from, size_t bytes) RRAS_SYMBOL("rras_mbtowc");
/** Converts one unit; the bytes it has, or -1. */
int wctomb(char *to, wchar_t unit) RRAS_SYMBOL("rras_wctomb");
/** @} */

#ifdef __cplusplus
}

/** The same for an array, whose size the compiler knows. */
template <size_t Size> errno_t _itow_s(int value, wchar_t (&to)[Size], int base)
{
    return _itow_s(value, to, Size, base);
}
/** The same for an array, whose size the compiler knows. */
template <size_t Size> errno_t _ltow_s(long value, wchar_t (&to)[Size], int base)
{
    return _ltow_s(value, to, Size, base);
}
/** The same for an array, whose size the compiler knows. */
template <size_t Size> errno_t _ultow_s(unsigned long value, wchar_t (&to)[Size], int base)
{
    return _ultow_s(value, to, Size, base);
}
/** The same for an array, whose size the compiler knows. */
template <size_t Size> errno_t _i64tow_s(long long value, wchar_t (&to)[Size], int base)
{
    return _i64tow_s(value, to, Size, base);
}
/** The same for an array, whose size the compiler knows. */
template <size_t Size> errno_t _ui64tow_s(unsigned long long value, wchar_t (&to)[Size], int base)
{
    return _ui64tow_s(value, to, Size, base);
}
/** The same for an array, whose size the compiler knows. */
template <size_t Size> errno_t _itoa_s(int value, char (&to)[Size], int base)
{
    return _itoa_s(value, to, Size, base);
}
/** The same for an array, whose size the compiler knows. */
template <size_t Size> errno_t _ltoa_s(long value, char (&to)[Size], int base)
{
    return _ltoa_s(value, to, Size, base);
}
/** The same for an array, whose size the compiler knows. */
template <size_t Size> errno_t _ultoa_s(unsigned long value, char (&to)[Size], int base)
{
    return _ultoa_s(value, to, Size, base);
}
/** The same for an array, whose size the compiler knows. */
template <size_t Size> errno_t _i64toa_s(long long value, char (&to)[Size], int base)
{
    return _i64toa_s(value, to, Size, base);
}
/** The same for an array, whose size the compiler knows. */
template <size_t Size> errno_t _ui64toa_s(unsigned long long value, char (&to)[Size], int base)
{
    return _ui64toa_s(value, to, Size, base);
}
/** The same for an array, whose size the compiler knows. */
template <size_t Size> errno_t mbstowcs_s(size_t *converted, wchar_t (&to)[Size], const char *from, size_t count)
{
    return mbstowcs_s(converted, to, Size, from, count);
}
/** The same for an array, whose size the compiler knows. */
template <size_t Size> errno_t wcstombs_s(size_t *converted, char (&to)[Size], const wchar_t *from, size_t count)
{
    return wcstombs_s(converted, to, Size, from, count);
}
#endif

#endif
