/* SPDX-License-Identifier: MIT */
/**
 * @file wide_conversion.h
 * @brief One conversion of a wide format. Internal to the run-time library.
 */
#ifndef RRAS_RUNTIME_WIDE_CONVERSION_H
#define RRAS_RUNTIME_WIDE_CONVERSION_H

#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>

/** The size that stands before the letter of a conversion. */
enum wide_size {
    WIDE_SIZE_NONE,        /**< No size: an int; for text, the letter decides. */
    WIDE_SIZE_HH,          /**< `hh`: a char; narrow text. */
    WIDE_SIZE_H,           /**< `h`: a short; narrow text. */
    WIDE_SIZE_L,           /**< `l`: a Windows long, 32 bits; wide text. */
    WIDE_SIZE_W,           /**< `w`: wide text. */
    WIDE_SIZE_32,          /**< `I32`: 32 bits. */
    WIDE_SIZE_64,          /**< `ll`, `I64`, `j`: 64 bits. */
    WIDE_SIZE_POINTER,     /**< `I`, `z`, `t`: as wide as a pointer. */
    WIDE_SIZE_LONG_DOUBLE, /**< `L`: a long double. */
};

/** A conversion as the format writes it. */
struct wide_conversion {
    bool left;           /**< `-`: fill up on the right. */
    bool plus;           /**< `+`: a sign before positive numbers too. */
    bool space;          /**< A blank where the sign of a positive number would stand. */
    bool alternative;    /**< `#`: 0x, 0X or 0 before the number. */
    bool zero;           /**< `0`: fill up with zeros. */
    int width;           /**< Least number of units. */
    int precision;       /**< Least number of digits, greatest length of text; negative: none. */
    enum wide_size size; /**< Size of the argument. */
    wchar_t type;        /**< The letter. */
};

/** Arguments in a form that can be handed on by address on every platform. */
struct wide_arguments {
    va_list list; /**< What is left of them. */
};

/** Where the text goes. The text of a narrow format is made of units as well: each is one byte. */
struct wide_output {
    wchar_t *to;   /**< The buffer. */
    size_t size;   /**< Units in the buffer. */
    size_t length; /**< Units put so far, those that did not fit included. */
    bool narrow;   /**< The text will be narrow. */
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
 * Puts one unit.
 * @param output where
 * @param unit what
 */
void rras_wide_put(struct wide_output *output, wchar_t unit);

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
 * Puts narrow text; in wide text it is UTF-8.
 * @param output where
 * @param conversion its field: width, side
 * @param text the text
 * @param bytes its bytes
 * @param cut whether more of it would follow, so that a character begun at its end is left out
 */
void rras_wide_put_narrow(struct wide_output *output, const struct wide_conversion *conversion, const char *text,
                          size_t bytes, bool cut);

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
