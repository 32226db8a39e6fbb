/* SPDX-License-Identifier: MIT */
/**
 * @file text.h
 * A growing piece of UTF-8 text, and the words of the emulator's number formats.
 */
#ifndef RRASEMU_CORE_TEXT_H
#define RRASEMU_CORE_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/** Growing text; all zero is an empty one. Once memory runs out `failed` stays set and additions
 * are dropped, so that a writer checks once at its end. */
struct text {
    char *data; /**< NUL-terminated when length > 0 */
    size_t length, capacity;
    bool failed;
};

void text_add(struct text *text, const char *string);
void text_add_bytes(struct text *text, const char *bytes, size_t count);
#ifdef __GNUC__
__attribute__((format(printf, 2, 3)))
#endif
void text_addf(struct text *text, const char *format, ...);

/** Moves what stands from `at` on by `size` bytes, which the caller is to fill. False when memory ran out. */
bool text_open_gap(struct text *text, size_t at, size_t size);

/** Adds blanks until the text since `from` is `width` columns wide (UTF-8 counts per character). */
void text_pad(struct text *text, size_t from, size_t width);

/** Adds an unsigned number in decimal. */
void text_add_uint(struct text *text, uint64_t number);

/** Adds an IPv4 address in host byte order, dotted. */
void text_add_ipv4(struct text *text, uint32_t address);

/** Adds the 16 bytes of a GUID as Windows lays them out, `{00112233-...}`. */
void text_add_guid(struct text *text, const unsigned char guid[16]);

/** Forgets the content, keeps the memory. */
void text_reset(struct text *text);

/** Frees the memory. */
void text_free(struct text *text);

/** The content as a string, never NULL. */
const char *text_string(const struct text *text);

/** Of `count` words (at `words`, `stride` bytes apart) the one most like `word`, or NULL when none
 * is near enough to have been meant. */
const char *text_nearest(const char *word, const void *words, size_t count, size_t stride);

/** A copy of a string that the caller frees, or NULL. */
char *text_duplicate(const char *string);

#endif
