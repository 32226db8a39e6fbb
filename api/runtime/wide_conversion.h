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
    WIDE_SIZE_NONE,    /**< No size: an int; for text, the letter decides. */
    WIDE_SIZE_HH,      /**< `hh`: a char; narrow text. */
    WIDE_SIZE_H,       /**< `h`: a short; narrow text. */
    WIDE_SIZE_L,       /**< `l`: a Windows long, 32 bits; wide text. */
    WIDE_SIZE_W,       /**< `w`: wide text. */
    WIDE_SIZE_32,      /**< `I32`: 32 bits. */
    WIDE_SIZE_64,      /**< `ll`, `I64`, `j`: 64 bits. */
    WIDE_SIZE_POINTER, /**< `I`, `z`, `t`: as wide as a pointer. */
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
    bool narrow;  /**< The format is a narrow function's: `%s` means narrow text. */
};

/** Where the text goes. */
struct wide_output {
    wchar_t *to;   /**< The buffer. */
    size_t size;   /**< Units in the buffer. */
    size_t length; /**< Units put so far, those that did not fit included. */
};

/**
 * Puts one unit.
 * @param output where
 * @param unit what
 */
void rras_wide_put(struct wide_output *output, wchar_t unit);

/**
 * Formats into a narrow buffer, UTF-8, and always terminates it; no character is cut.
 * @param to buffer
 * @param size bytes in the buffer
 * @param format the format, narrow; `%s` and `%c` are narrow, `%S` and `%C` wide
 * @param list its arguments
 * @return bytes written without the null; -1 when the text was cut or the format makes no sense
 */
int rras_format_narrow(char *to, size_t size, const char *format, va_list list);

/**
 * Puts narrow text, UTF-8, as wide.
 * @param output where
 * @param conversion its field: width, side
 * @param text the text
 * @param bytes its bytes
 * @param cut whether more of it would follow, so that a character begun at its end is left out
 */
void rras_wide_put_narrow(struct wide_output *output, const struct wide_conversion *conversion,
                          const char *text, size_t bytes, bool cut);

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
