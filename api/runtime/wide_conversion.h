/* SPDX-License-Identifier: MIT */
/**
 * @file wide_conversion.h
 * @brief One conversion of a wide format. Internal to the run-time library.
 */
#ifndef RRAS_RUNTIME_WIDE_CONVERSION_H
#define RRAS_RUNTIME_WIDE_CONVERSION_H

#include "wide_output.h"

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>

/** Arguments in a form that can be handed on by address on every platform. */
struct wide_arguments {
    va_list list; /**< What is left of them. */
};

/**
 * Reads a conversion.
 * @param format behind its percent sign
 * @param arguments where an asterisk is taken from, or NULL
 * @param conversion what it says
 * @return the place behind it; NULL when a number is too large
 */
const wchar_t *rras_read_conversion(const wchar_t *format, struct wide_arguments *arguments,
                                    struct wide_conversion *conversion);

/**
 * Looks for a conversion that does not exist.
 * @param format the format
 * @return its letter; the percent sign when none follows one; 0: all exist
 */
wchar_t rras_format_unknown(const wchar_t *format);

/**
 * Formats as much as fits, and does not terminate it.
 * @param to buffer; NULL with a size of 0 only counts
 * @param size units in the buffer
 * @param format the format; `%s` and `%c` are wide
 * @param list its arguments
 * @return units of the whole text; -1 when the format makes no sense
 */
int rras_format_wide(wchar_t *to, size_t size, const wchar_t *format, va_list list);

/**
 * Formats as much as fits, and does not terminate it. What is wide becomes UTF-8.
 * @param to buffer; NULL with a size of 0 only counts
 * @param size bytes in the buffer
 * @param format the format; `%s` and `%c` are narrow
 * @param list its arguments
 * @return bytes of the whole text; -1 when the format makes no sense or memory ran out
 */
int rras_format_narrow(char *to, size_t size, const char *format, va_list list);

/**
 * Follows a conversion of floating point.
 * @param output where the text goes
 * @param conversion the conversion
 * @param arguments where its argument is taken from
 * @return false when memory ran out
 */
bool rras_wide_convert_float(struct wide_output *output, const struct wide_conversion *conversion,
                             struct wide_arguments *arguments);

/**
 * Follows one conversion.
 * @param output where the text goes
 * @param conversion the conversion
 * @param arguments where its argument is taken from
 * @return false, with errno EINVAL, when there is no such conversion
 */
bool rras_wide_convert(struct wide_output *output, const struct wide_conversion *conversion,
                       struct wide_arguments *arguments);

#endif
