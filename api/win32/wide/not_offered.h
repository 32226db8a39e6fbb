/* SPDX-License-Identifier: MIT */
/**
 * @file not_offered.h
 * @brief The functions of the system's `<wchar.h>` that are not offered: to call one is an error.
 *
 * The C library's own would read and write 32-bit characters. Included by wchar.h.
 */
#ifndef RRAS_WIN32_WIDE_NOT_OFFERED_H
#define RRAS_WIN32_WIDE_NOT_OFFERED_H

#include <stdarg.h>
#include <stddef.h>
#include <stdio.h>
#include <wide/refuse.h>

struct tm;

#ifdef __cplusplus
extern "C" {
#endif

/** @cond one message says it all */

/* Strings */
RRAS_NOT_OFFERED(size_t, wcsxfrm, (wchar_t *, const wchar_t *, size_t));
RRAS_NOT_OFFERED(int, wcscoll_l, (const wchar_t *, const wchar_t *, void *));
RRAS_NOT_OFFERED(size_t, wcsxfrm_l, (wchar_t *, const wchar_t *, size_t, void *));
RRAS_NOT_OFFERED(int, wcscasecmp, (const wchar_t *, const wchar_t *));
RRAS_NOT_OFFERED(int, wcsncasecmp, (const wchar_t *, const wchar_t *, size_t));
RRAS_NOT_OFFERED(int, wcscasecmp_l, (const wchar_t *, const wchar_t *, void *));
RRAS_NOT_OFFERED(int, wcsncasecmp_l, (const wchar_t *, const wchar_t *, size_t, void *));
RRAS_NOT_OFFERED(wchar_t *, wcschrnul, (const wchar_t *, wchar_t));
RRAS_NOT_OFFERED(wchar_t *, wcswcs, (const wchar_t *, const wchar_t *));
RRAS_NOT_OFFERED(wchar_t *, wmempcpy, (wchar_t *, const wchar_t *, size_t));
RRAS_NOT_OFFERED(wchar_t *, wcpcpy, (wchar_t *, const wchar_t *));
RRAS_NOT_OFFERED(wchar_t *, wcpncpy, (wchar_t *, const wchar_t *, size_t));
RRAS_NOT_OFFERED(size_t, wcslcpy, (wchar_t *, const wchar_t *, size_t));
RRAS_NOT_OFFERED(size_t, wcslcat, (wchar_t *, const wchar_t *, size_t));
RRAS_NOT_OFFERED(int, wcwidth, (wchar_t));
RRAS_NOT_OFFERED(int, wcswidth, (const wchar_t *, size_t));
RRAS_NOT_OFFERED(size_t, wcsftime_l, (wchar_t *, size_t, const wchar_t *, const void *, void *));

/* Conversion between narrow and wide */
RRAS_NOT_OFFERED(size_t, mbrtowc, (wchar_t *, const char *, size_t, mbstate_t *));
RRAS_NOT_OFFERED(size_t, wcrtomb, (char *, wchar_t, mbstate_t *));
RRAS_NOT_OFFERED(size_t, mbsrtowcs, (wchar_t *, const char **, size_t, mbstate_t *));
RRAS_NOT_OFFERED(size_t, wcsrtombs, (char *, const wchar_t **, size_t, mbstate_t *));
RRAS_NOT_OFFERED(size_t, mbsnrtowcs, (wchar_t *, const char **, size_t, size_t, mbstate_t *));
RRAS_NOT_OFFERED(size_t, wcsnrtombs, (char *, const wchar_t **, size_t, size_t, mbstate_t *));

/* Numbers */
RRAS_NOT_OFFERED(float, wcstof, (const wchar_t *, wchar_t **));
RRAS_NOT_OFFERED(long double, wcstold, (const wchar_t *, wchar_t **));
RRAS_NOT_OFFERED(double, wcstof16, (const wchar_t *, wchar_t **));
RRAS_NOT_OFFERED(double, wcstof32, (const wchar_t *, wchar_t **));
RRAS_NOT_OFFERED(double, wcstof64, (const wchar_t *, wchar_t **));
RRAS_NOT_OFFERED(double, wcstof128, (const wchar_t *, wchar_t **));
RRAS_NOT_OFFERED(double, wcstof32x, (const wchar_t *, wchar_t **));
RRAS_NOT_OFFERED(double, wcstof64x, (const wchar_t *, wchar_t **));
RRAS_NOT_OFFERED(double, wcstof128x, (const wchar_t *, wchar_t **));
RRAS_NOT_OFFERED(long long, wcstoq, (const wchar_t *, wchar_t **, int));
RRAS_NOT_OFFERED(unsigned long long, wcstouq, (const wchar_t *, wchar_t **, int));
RRAS_NOT_OFFERED(long, wcstol_l, (const wchar_t *, wchar_t **, int, void *));
RRAS_NOT_OFFERED(unsigned long, wcstoul_l, (const wchar_t *, wchar_t **, int, void *));
RRAS_NOT_OFFERED(long long, wcstoll_l, (const wchar_t *, wchar_t **, int, void *));
RRAS_NOT_OFFERED(unsigned long long, wcstoull_l, (const wchar_t *, wchar_t **, int, void *));
RRAS_NOT_OFFERED(double, wcstod_l, (const wchar_t *, wchar_t **, void *));
RRAS_NOT_OFFERED(double, wcstof_l, (const wchar_t *, wchar_t **, void *));
RRAS_NOT_OFFERED(double, wcstold_l, (const wchar_t *, wchar_t **, void *));
RRAS_NOT_OFFERED(double, wcstof16_l, (const wchar_t *, wchar_t **, void *));
RRAS_NOT_OFFERED(double, wcstof32_l, (const wchar_t *, wchar_t **, void *));
RRAS_NOT_OFFERED(double, wcstof64_l, (const wchar_t *, wchar_t **, void *));
RRAS_NOT_OFFERED(double, wcstof128_l, (const wchar_t *, wchar_t **, void *));
RRAS_NOT_OFFERED(double, wcstof32x_l, (const wchar_t *, wchar_t **, void *));
RRAS_NOT_OFFERED(double, wcstof64x_l, (const wchar_t *, wchar_t **, void *));
RRAS_NOT_OFFERED(double, wcstof128x_l, (const wchar_t *, wchar_t **, void *));

/* Input and output */
RRAS_NOT_OFFERED(int, fwide, (FILE *, int));
RRAS_NOT_OFFERED(int, fwscanf, (FILE *, const wchar_t *, ...));
RRAS_NOT_OFFERED(int, wscanf, (const wchar_t *, ...));
RRAS_NOT_OFFERED(int, vfwscanf, (FILE *, const wchar_t *, va_list));
RRAS_NOT_OFFERED(int, vwscanf, (const wchar_t *, va_list));
RRAS_NOT_OFFERED(wint_t, getwchar, (void));
RRAS_NOT_OFFERED(wint_t, putwchar, (wchar_t));
RRAS_NOT_OFFERED(wint_t, ungetwc, (wint_t, FILE *));
RRAS_NOT_OFFERED(wint_t, getwc_unlocked, (FILE *));
RRAS_NOT_OFFERED(wint_t, getwchar_unlocked, (void));
RRAS_NOT_OFFERED(wint_t, fgetwc_unlocked, (FILE *));
RRAS_NOT_OFFERED(wint_t, fputwc_unlocked, (wchar_t, FILE *));
RRAS_NOT_OFFERED(wint_t, putwc_unlocked, (wchar_t, FILE *));
RRAS_NOT_OFFERED(wint_t, putwchar_unlocked, (wchar_t));
RRAS_NOT_OFFERED(wchar_t *, fgetws_unlocked, (wchar_t *, int, FILE *));
RRAS_NOT_OFFERED(int, fputws_unlocked, (const wchar_t *, FILE *));

/** @endcond */

#ifdef __cplusplus
}
#endif

#endif
