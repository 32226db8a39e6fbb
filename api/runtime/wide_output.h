/* SPDX-License-Identifier: MIT */
/**
 * @file wide_output.h
 * @brief Where the text of a format goes. Internal to the run-time library.
 */
#ifndef RRAS_RUNTIME_WIDE_OUTPUT_H
#define RRAS_RUNTIME_WIDE_OUTPUT_H

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

/** Where the text goes. The text of a narrow format is made of units as well: each is one byte. */
struct wide_output {
    wchar_t *to;   /**< The buffer. */
    size_t size;   /**< Units in the buffer. */
    size_t length; /**< Units put so far, those that did not fit included. */
    bool narrow;   /**< The text will be narrow. */
};

/**
 * Puts one unit.
 * @param output where
 * @param unit what
 */
void rras_wide_put(struct wide_output *output, wchar_t unit);

/**
 * Puts a unit many times.
 * @param output where
 * @param unit what
 * @param count how often
 */
void rras_wide_put_many(struct wide_output *output, wchar_t unit, size_t count);

/**
 * What a field lacks to its width.
 * @param conversion the width
 * @param length units that it has
 * @return units to fill it up with
 */
size_t rras_wide_fill_for(const struct wide_conversion *conversion, size_t length);

/**
 * Begins and ends a field: it is filled up to its width, on the side that the conversion says; text with zeros too, if
 * asked.
 * @param output where
 * @param conversion width, side
 * @param length units between the two
 */
void rras_wide_begin_field(struct wide_output *output, const struct wide_conversion *conversion, size_t length);
void rras_wide_end_field(struct wide_output *output, const struct wide_conversion *conversion, size_t length);

/**
 * Puts wide text; in narrow text it becomes UTF-8, whole characters only.
 * @param output where
 * @param conversion its field: width, side
 * @param text the text
 * @param length its units
 * @param most at most so many units, or bytes where the text is narrow
 */
void rras_wide_put_wide(struct wide_output *output, const struct wide_conversion *conversion, const wchar_t *text,
                        size_t length, size_t most);

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

#endif
