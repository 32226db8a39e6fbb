/* SPDX-License-Identifier: MIT */
/**
 * @file secure_base.h
 * @brief What the functions share whose name ends in `_s`.
 */
#ifndef RRAS_WIN32_WIDE_SECURE_BASE_H
#define RRAS_WIN32_WIDE_SECURE_BASE_H

#include <errno.h>
#include <stddef.h>
#include <stdint.h>
#include <wide/offered.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef int errno_t;    /**< An errno as a result; 0: none. */
typedef size_t rsize_t; /**< A size that is looked at. */

#ifndef _countof
#define _countof(array) (sizeof(array) / sizeof((array)[0])) /**< Number of elements of an array. */
#endif
#define _TRUNCATE ((size_t)-1) /**< As a count: what does not fit is cut. */
#define STRUNCATE 80           /**< The text was cut, as #_TRUNCATE allowed. */

/**
 * What is called when an argument makes no sense. The release build of Microsoft's library, and this one, tell
 * it nothing: all text is NULL and all numbers 0.
 * @param expression the condition that does not hold
 * @param function whose argument it is
 * @param file its source
 * @param line the line there
 * @param reserved 0
 */
typedef void (*_invalid_parameter_handler)(const wchar_t *expression, const wchar_t *function, const wchar_t *file,
                                           unsigned line, uintptr_t reserved);

/**
 * Names the function to be called when an argument makes no sense; without one the process ends.
 * @param handler the function, or NULL
 * @return the one before
 */
_invalid_parameter_handler _set_invalid_parameter_handler(_invalid_parameter_handler handler)
    RRAS_SYMBOL("rras__set_invalid_parameter_handler");

#ifdef __cplusplus
}
#endif

#endif
