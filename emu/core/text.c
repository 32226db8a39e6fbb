/* SPDX-License-Identifier: MIT */
#include "core/text.h"

#include <ctype.h>
#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static bool reserve(struct text *text, size_t more)
{
    if (text->failed)
        return false;
    if (text->length + more + 1 <= text->capacity)
        return true;
    size_t capacity = text->capacity ? text->capacity : 256;
    while (capacity < text->length + more + 1)
        capacity *= 2;
    char *data = realloc(text->data, capacity);
    if (!data) {
        text->failed = true;
        return false;
    }
    text->data = data;
    text->capacity = capacity;
    return true;
}

void text_add_bytes(struct text *text, const char *bytes, size_t count)
{
    if (!reserve(text, count))
        return;
    memcpy(text->data + text->length, bytes, count);
    text->length += count;
    text->data[text->length] = '\0';
}

void text_add(struct text *text, const char *string)
{
    text_add_bytes(text, string, strlen(string));
}

void text_addf(struct text *text, const char *format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    size_t room = text->data && !text->failed ? text->capacity - text->length : 0; /* with its NUL */
    int length = vsnprintf(room ? text->data + text->length : NULL, room, format, arguments);
    va_end(arguments);
    if (length < 0 || !reserve(text, (size_t)length)) {
        if (room)
            text->data[text->length] = '\0';
        text->failed = true;
        return;
    }
    if ((size_t)length >= room) { /* once more, as it did not fit */
        va_start(arguments, format);
        vsnprintf(text->data + text->length, (size_t)length + 1, format, arguments);
        va_end(arguments);
    }
    text->length += (size_t)length;
}

void text_add_uint(struct text *text, uint64_t number)
{
    char digits[20];
    size_t at = sizeof digits;
    do
        digits[--at] = (char)('0' + number % 10);
    while ((number /= 10) != 0);
    text_add_bytes(text, digits + at, sizeof digits - at);
}

bool text_open_gap(struct text *text, size_t at, size_t size)
{
    if (!reserve(text, size))
        return false;
    memmove(text->data + at + size, text->data + at, text->length - at + 1); /* with its NUL */
    text->length += size;
    return true;
}

void text_pad(struct text *text, size_t from, size_t width)
{
    size_t columns = 0;
    for (size_t i = from; i < text->length; i++)
        columns += ((unsigned char)text->data[i] & 0xc0) != 0x80;
    static const char blanks[] = "                                ";
    for (size_t most = sizeof blanks - 1; columns < width; columns += most) {
        most = width - columns < most ? width - columns : most;
        text_add_bytes(text, blanks, most);
    }
}

void text_add_ipv4(struct text *text, uint32_t address)
{
    text_addf(text, "%u.%u.%u.%u", (unsigned)(address >> 24), (unsigned)(address >> 16 & 255),
              (unsigned)(address >> 8 & 255), (unsigned)(address & 255));
}

void text_add_guid(struct text *text, const unsigned char p[16])
{
    /* three little-endian numbers, then bytes */
    text_addf(text, "{%02x%02x%02x%02x-%02x%02x-%02x%02x-%02x%02x-%02x%02x%02x%02x%02x%02x}", p[3], p[2], p[1], p[0],
              p[5], p[4], p[7], p[6], p[8], p[9], p[10], p[11], p[12], p[13], p[14], p[15]);
}

void text_reset(struct text *text)
{
    text->length = 0;
    text->failed = false;
    if (text->data)
        text->data[0] = '\0';
}

void text_free(struct text *text)
{
    free(text->data);
    *text = (struct text){0};
}

const char *text_string(const struct text *text)
{
    return text->length > 0 ? text->data : "";
}

char *text_duplicate(const char *string)
{
    size_t size = strlen(string) + 1;
    char *copy = malloc(size);
    return copy ? memcpy(copy, string, size) : NULL;
}

enum { NEAREST_LONGEST = 64 };

/* Levenshtein distance without regard to case */
static size_t distance(const char *a, const char *b)
{
    size_t length = strlen(b), row[NEAREST_LONGEST + 1];
    if (length > NEAREST_LONGEST)
        return length;
    for (size_t j = 0; j <= length; j++)
        row[j] = j;
    for (size_t i = 0; a[i]; i++) {
        size_t diagonal = row[0];
        row[0] = i + 1;
        for (size_t j = 0; j < length; j++) {
            bool same = tolower((unsigned char)a[i]) == tolower((unsigned char)b[j]);
            size_t best = diagonal + !same;
            diagonal = row[j + 1];
            best = row[j] + 1 < best ? row[j] + 1 : best;
            best = diagonal + 1 < best ? diagonal + 1 : best;
            row[j + 1] = best;
        }
    }
    return row[length];
}

const char *text_nearest(const char *word, const void *words, size_t count, size_t stride)
{
    size_t limit = strlen(word) / 3 + 1, best = limit + 1;
    const char *nearest = NULL;
    for (size_t i = 0; i < count; i++) {
        const char *candidate;
        memcpy(&candidate, (const char *)words + i * stride, sizeof candidate);
        size_t d = distance(word, candidate);
        if (d < best && d < strlen(candidate)) {
            best = d;
            nearest = candidate;
        }
    }
    return nearest;
}
