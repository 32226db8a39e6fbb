/* SPDX-License-Identifier: MIT */
/**
 * @file winuser.h
 * @brief Of what draws windows, the two functions that format text. A service has no screen.
 */
#ifndef RRAS_WIN32_WINUSER_H
#define RRAS_WIN32_WINUSER_H

#include <stdarg.h>
#include <windef.h>

#ifdef __cplusplus
extern "C" {
#endif

/**
 * Formats text, at most 1,024 units.
 * @param to buffer, large enough
 * @param format the format, as of wide/print.h
 * @return units written without the null
 */
int WINAPIV wsprintfW(LPWSTR to, LPCWSTR format, ...);
/** Narrow. @copydoc wsprintfW */
int WINAPIV wsprintfA(LPSTR to, LPCSTR format, ...);
/**
 * Formats text, at most 1,024 units.
 * @param to buffer, large enough
 * @param format the format, as of wide/print.h
 * @param arguments its arguments
 * @return units written without the null
 */
int WINAPI wvsprintfW(LPWSTR to, LPCWSTR format, va_list arguments);
/** Narrow. @copydoc wvsprintfW */
int WINAPI wvsprintfA(LPSTR to, LPCSTR format, va_list arguments);

#ifdef __cplusplus
}
#endif

/** @name Names without a suffix
 * @{ */
#ifdef UNICODE
#define wsprintf wsprintfW   /**< Formats text. */
#define wvsprintf wvsprintfW /**< Formats text. */
#else
#define wsprintf wsprintfA   /**< Formats text. */
#define wvsprintf wvsprintfA /**< Formats text. */
#endif
/** @} */

#endif
