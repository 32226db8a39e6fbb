/* SPDX-License-Identifier: MIT */
/**
 * @file string.h
 * @brief The system's `<string.h>`, and what Microsoft's has beyond it.
 *
 * Where wide characters have 32 bits it is the system's header and nothing else.
 */
#pragma GCC system_header

#include_next <string.h>

#if __SIZEOF_WCHAR_T__ == 2
#ifndef RRAS_WIN32_STRING_H
#define RRAS_WIN32_STRING_H

#include <wide/secure.h>

#ifdef __cplusplus
extern "C" {
#endif

/** @name Narrow strings
 * The letters A to Z count as a to z.
 * @{ */
/**
 * Compares two strings.
 * @param left the first
 * @param right the second
 * @return negative, 0 or positive as left comes before, is equal to, or comes after right
 */
int _stricmp(const char *left, const char *right) RRAS_SYMBOL("rras__stricmp");
/**
 * Compares at most limit bytes of two strings.
 * @param left the first
 * @param right the second
 * @param limit most bytes to look at
 * @return negative, 0 or positive
 */
int _strnicmp(const char *left, const char *right, size_t limit) RRAS_SYMBOL("rras__strnicmp");
/**
 * Makes the letters A to Z small.
 * @param text the string, which is changed
 * @return the string
 */
char *_strlwr(char *text) RRAS_SYMBOL("rras__strlwr");
/**
 * Makes the letters a to z capitals.
 * @param text the string, which is changed
 * @return the string
 */
char *_strupr(char *text) RRAS_SYMBOL("rras__strupr");
/**
 * Turns the order of the bytes round.
 * @param text the string, which is changed
 * @return the string
 */
char *_strrev(char *text) RRAS_SYMBOL("rras__strrev");
/**
 * Makes a copy.
 * @param text the string
 * @return the copy, for free(); NULL when memory ran out
 */
char *_strdup(const char *text) RRAS_SYMBOL("rras__strdup");
/** @} */

/**
 * Says what an errno means; what does not fit is cut.
 * @param to buffer
 * @param size bytes in the buffer
 * @param code the errno
 * @return 0, or an errno
 */
errno_t strerror_s(char *to, size_t size, int code) RRAS_SYMBOL("rras_strerror_s");

#ifdef __cplusplus
}
#endif

#endif
#endif
