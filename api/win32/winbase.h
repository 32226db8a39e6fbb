/* SPDX-License-Identifier: MIT */
/**
 * @file winbase.h
 * @brief The wide string functions that Windows offers beside the C run-time library, and what speaks to
 * a debugger.
 *
 * The string functions accept NULL where the functions of the C library would crash. Comparison follows the words
 * of a language on Windows; here it is the same on every machine and in every locale: letters
 * compare without regard to case first (Latin, Greek and Cyrillic), a small letter comes before
 * its capital.
 */
#ifndef RRAS_WIN32_WINBASE_H
#define RRAS_WIN32_WINBASE_H

#include <windef.h>

#ifdef __cplusplus
extern "C" {
#endif

/**
 * Compares two strings, capitals and small letters being different.
 * @param left the first string, or NULL, which comes before every string
 * @param right the second string, or NULL
 * @return -1, 0 or 1 as left comes before, is equal to, or comes after right
 */
int WINAPI lstrcmpW(LPCWSTR left, LPCWSTR right);

/**
 * Compares two strings, capitals and small letters being the same.
 * @param left the first string, or NULL, which comes before every string
 * @param right the second string, or NULL
 * @return -1, 0 or 1 as left comes before, is equal to, or comes after right
 */
int WINAPI lstrcmpiW(LPCWSTR left, LPCWSTR right);

/**
 * Counts the units of a string.
 * @param string the string, or NULL
 * @return units before the terminating null; 0 for NULL
 */
int WINAPI lstrlenW(LPCWSTR string);

/**
 * Copies a string.
 * @param to buffer large enough for the string and its null
 * @param from string to copy
 * @return to, or NULL when one of the two is NULL
 */
LPWSTR WINAPI lstrcpyW(LPWSTR to, LPCWSTR from);

/**
 * Appends a string.
 * @param to string in a buffer large enough for both strings and one null
 * @param from string to append
 * @return to, or NULL when one of the two is NULL
 */
LPWSTR WINAPI lstrcatW(LPWSTR to, LPCWSTR from);

/**
 * Speaks to a debugger. Inside a callout the text becomes a record of the transcript, of the type
 * `output` and the stream `debug`; elsewhere nobody hears it.
 * @param text the text, or NULL, which says nothing
 */
VOID WINAPI OutputDebugStringW(LPCWSTR text);

/**
 * Speaks to a debugger, in narrow characters, which are UTF-8 here.
 * @param text the text, or NULL, which says nothing
 */
VOID WINAPI OutputDebugStringA(LPCSTR text);

#ifdef __cplusplus
}
#endif

/** @name Names without a suffix
 * They mean the wide functions where the source defines UNICODE; of the string functions the narrow
 * ones are not offered yet.
 * @{ */
#ifdef UNICODE
#define lstrcmp lstrcmpW   /**< Compares two strings. */
#define lstrcmpi lstrcmpiW /**< Compares two strings, ignoring case. */
#define lstrlen lstrlenW   /**< Counts the units of a string. */
#define lstrcpy lstrcpyW   /**< Copies a string. */
#define lstrcat lstrcatW   /**< Appends a string. */
#define OutputDebugString OutputDebugStringW /**< Speaks to a debugger. */
#else
#define OutputDebugString OutputDebugStringA /**< Speaks to a debugger. */
#endif
/** @} */

#endif
