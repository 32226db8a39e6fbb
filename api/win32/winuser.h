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

/**
 * Makes letters small, as far as Latin, Greek and Cyrillic go.
 * @param lpsz a text, which is changed; or one character in the place of its address
 * @return the text, or the character
 */
LPWSTR WINAPI CharLowerW(LPWSTR lpsz);
/**
 * Makes letters capitals, as far as Latin, Greek and Cyrillic go.
 * @param lpsz a text, which is changed; or one character in the place of its address
 * @return the text, or the character
 */
LPWSTR WINAPI CharUpperW(LPWSTR lpsz);

#define MB_OK 0x00000000                   /**< One button. */
#define MB_YESNO 0x00000004                /**< Two. */
#define MB_ICONERROR 0x00000010            /**< With the sign of an error. */
#define MB_ICONWARNING 0x00000030          /**< With that of a warning. */
#define MB_ICONINFORMATION 0x00000040      /**< With that of an information. */
#define MB_SERVICE_NOTIFICATION 0x00200000 /**< From a service. */
#define IDOK 1                             /**< The button that was pressed. */
/**
 * Shows a box. A service has no screen, and on Windows nobody would ever press the button: here the words count as printed
 * (finding `stdio-output`).
 * @param hWnd not used
 * @param lpText the words
 * @param lpCaption what stands above them
 * @param uType not used
 * @return #IDOK
 */
int WINAPI MessageBoxW(HWND hWnd, LPCWSTR lpText, LPCWSTR lpCaption, UINT uType);
/** Narrow. @copydoc MessageBoxW */
int WINAPI MessageBoxA(HWND hWnd, LPCSTR lpText, LPCSTR lpCaption, UINT uType);

#ifdef __cplusplus
}
#endif

/** @name Names without a suffix
 * @{ */
#ifdef UNICODE
#define wsprintf wsprintfW     /**< Formats text. */
#define wvsprintf wvsprintfW   /**< Formats text. */
#define CharLower CharLowerW   /**< Makes letters small. */
#define CharUpper CharUpperW   /**< Makes letters capitals. */
#define MessageBox MessageBoxW /**< Shows a box. */
#else
#define wsprintf wsprintfA     /**< Formats text. */
#define wvsprintf wvsprintfA   /**< Formats text. */
#define MessageBox MessageBoxA /**< Shows a box. */
#endif
/** @} */

#endif
