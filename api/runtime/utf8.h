/* SPDX-License-Identifier: MIT */
/**
 * @file utf8.h
 * @brief UTF-8 read as UTF-16. Internal to the run-time library.
 */
#ifndef RRAS_RUNTIME_UTF8_H
#define RRAS_RUNTIME_UTF8_H

#include <stddef.h>

/** What stands for bytes that are not UTF-8: the replacement character. */
#define RRAS_UTF8_INVALID 0xfffd

/**
 * Reads one character.
 * @param text bytes to read
 * @param bytes how many there are, at least 1
 * @param character receives the code point; #RRAS_UTF8_INVALID when the bytes are not UTF-8
 * @return bytes read, at least 1; 0 when all of them are the beginning of a longer character
 */
size_t rras_utf8_read(const char *text, size_t bytes, unsigned *character);

/**
 * Writes one character as UTF-16.
 * @param character code point
 * @param units receives the units
 * @return units written, 1 or 2
 */
size_t rras_utf16_write(unsigned character, wchar_t units[2]);

/** Most bytes of one character. */
#define RRAS_UTF8_LONGEST 4

/**
 * Writes one character of a wide string as UTF-8. Half a pair alone becomes #RRAS_UTF8_INVALID.
 * @param units where it begins
 * @param count units there are, at least 1
 * @param bytes receives the bytes
 * @param written receives how many
 * @return units taken, 1 or 2
 */
size_t rras_utf8_write(const wchar_t *units, size_t count, char bytes[RRAS_UTF8_LONGEST], size_t *written);

#endif
