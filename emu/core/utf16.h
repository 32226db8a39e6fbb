/* SPDX-License-Identifier: MIT */
/**
 * @file utf16.h
 * UTF-8 to and from the UTF-16 of the callout interface.
 */
#ifndef RRASEMU_CORE_UTF16_H
#define RRASEMU_CORE_UTF16_H

#include "core/text.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/** Number of UTF-16 units a valid UTF-8 string takes, without the NUL; -1 when it is not valid
 * UTF-8. */
int utf16_length(const char *utf8);

/** Writes valid UTF-8 into an array of `capacity` units, NUL-terminated, the rest zeroed. What does
 * not fit is cut between characters, never inside a surrogate pair. */
void utf16_store(uint16_t *array, size_t capacity, const char *utf8);

/** The same of a UTF-16 string. */
void utf16_copy(uint16_t *array, size_t capacity, const uint16_t *utf16);

/** Adds the UTF-16 string in an array of `capacity` units, up to its NUL or the array's end.
 * Unpaired surrogates become U+FFFD. */
void utf16_add(struct text *text, const uint16_t *array, size_t capacity);

/** Decodes one UTF-8 character; returns the bytes it takes, 0 when the bytes are not UTF-8. */
size_t utf8_decode(const char *utf8, uint32_t *code);

/** Whether valid UTF-8 holds what would break lines or steer a terminal when it is shown (C0, DEL, C1). */
bool utf8_has_control(const char *utf8);

#endif
