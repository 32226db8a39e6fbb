/* SPDX-License-Identifier: MIT */
#include "scenario/registry_text.h"

#include "core/utf16.h"

#include <string.h>

static const char *const first_lines[] = {
    [REGISTRY_VERSION_4] = "REGEDIT4",
    [REGISTRY_VERSION_5] = "Windows Registry Editor Version 5.00",
};

#define EXPECTED_FIRST_LINE "expected REGEDIT4 or Windows Registry Editor Version 5.00"

static bool begins(const char *bytes, size_t length, const char *with, size_t count)
{
    return length >= count && memcmp(bytes, with, count) == 0;
}

/* --- UTF-16LE --- */

/* A message at the end of the UTF-8 text made so far */
static bool wrong_unit(const struct text *copy, const char *name, const char *what, struct error *error)
{
    int line = 1, column = 1;
    for (size_t i = 0; i < copy->length; i++) {
        column += ((unsigned char)copy->data[i] & 0xc0) != 0x80;
        if (copy->data[i] == '\n') {
            line++;
            column = 1;
        }
    }
    return error_set(error, FAILURE_USAGE, "%s:%d:%d: %s", name, line, column, what);
}

static uint16_t unit_at(const char *bytes)
{
    return (uint16_t)((unsigned char)bytes[0] | (unsigned char)bytes[1] << 8);
}

size_t registry_text_add_utf16(struct text *text, const char *bytes, size_t length)
{
    size_t at = 0;
    while (length - at >= 2) {
        uint16_t units[2] = {unit_at(bytes + at), length - at >= 4 ? unit_at(bytes + at + 2) : 0};
        bool half = units[0] >= 0xd800 && units[0] <= 0xdfff;
        bool pair = half && units[0] <= 0xdbff && units[1] >= 0xdc00 && units[1] <= 0xdfff;
        if (units[0] == 0 || (half && !pair))
            break;
        utf16_add(text, units, pair ? 2 : 1);
        at += pair ? 4 : 2;
    }
    return at;
}

static bool convert(struct text *copy, const char *bytes, size_t length, const char *name, struct error *error)
{
    size_t taken = registry_text_add_utf16(copy, bytes, length);
    if (copy->failed)
        return error_out_of_memory(error);
    if (taken == length)
        return true;
    return wrong_unit(copy, name,
                      length - taken == 1           ? "ends within a character, expected UTF-16LE"
                      : unit_at(bytes + taken) == 0 ? "holds the control character 0, expected text in lines"
                                                    : "half a surrogate pair, expected UTF-16LE",
                      error);
}

/* --- either --- */

static bool take_first_line(struct registry_text *text, const char *name, struct error *error)
{
    for (size_t i = 0; i < sizeof first_lines / sizeof *first_lines; i++) {
        size_t length = strlen(first_lines[i]);
        if (!begins(text->start, (size_t)(text->end - text->start), first_lines[i], length))
            continue;
        const char *at = text->start + length;
        while (at < text->end && (*at == ' ' || *at == '\t' || *at == '\r'))
            at++;
        if (at < text->end && *at != '\n')
            continue;
        text->version = (enum registry_version)i;
        text->body = at;
        return true;
    }
    return error_set(error, FAILURE_USAGE, "%s:1:1: %s, " EXPECTED_FIRST_LINE, name,
                     text->start == text->end ? "is empty" : "does not begin as a registry export");
}

/* Every character is UTF-8 and one that stands in text. */
static bool check_characters(const struct registry_text *text, const char *name, struct error *error)
{
    int line = 1, column = 1;
    for (const char *at = text->start; at < text->end; column++) {
        uint32_t code;
        size_t left = (size_t)(text->end - at);
        char window[5] = {0}; /* a character never reads beyond the text */
        memcpy(window, at, left < 4 ? left : 4);
        size_t taken = utf8_decode(window, &code);
        if (taken == 0)
            return error_set(error, FAILURE_USAGE, "%s:%d:%d: byte 0x%02x is not UTF-8, expected %s", name, line,
                             column, (unsigned char)*at,
                             text->version == REGISTRY_VERSION_4
                                 ? "UTF-8: save files in a Windows code page as Version 5.00"
                                 : "UTF-8, or UTF-16LE with a byte order mark");
        bool lone_return = code == '\r' && (left < 2 || at[1] != '\n');
        if ((code < ' ' && code != '\n' && code != '\r' && code != '\t') || lone_return)
            return error_set(error, FAILURE_USAGE,
                             "%s:%d:%d: holds the control character %u, "
                             "expected text in lines",
                             name, line, column, (unsigned)code);
        at += taken;
        if (code == '\n') {
            line++;
            column = 0;
        }
    }
    return true;
}

/* Byte orders and widths that are not read, by how such a file begins */
static const char *wrong_encoding(const char *bytes, size_t length)
{
    if (begins(bytes, length, "\xff\xfe\0\0", 4))
        return "is UTF-32";
    if (begins(bytes, length, "\xfe\xff", 2))
        return "has the byte order mark of UTF-16BE";
    if (begins(bytes, length, "W\0", 2) || begins(bytes, length, "R\0", 2))
        return "is UTF-16 without a byte order mark";
    return NULL;
}

static bool find_text(struct registry_text *text, const char *bytes, size_t length, const char *name,
                      struct error *error)
{
    const char *wrong = wrong_encoding(bytes, length);
    if (wrong)
        return error_set(error, FAILURE_USAGE, "%s:1:1: %s, expected UTF-16LE with a byte order mark, or UTF-8", name,
                         wrong);
    bool wide = begins(bytes, length, "\xff\xfe", 2);
    if (wide) {
        if (!convert(&text->copy, bytes + 2, length - 2, name, error))
            return false;
        text->start = text_string(&text->copy);
        text->end = text->start + text->copy.length;
    } else {
        size_t mark = begins(bytes, length, "\xef\xbb\xbf", 3) ? 3 : 0;
        text->start = bytes + mark;
        text->end = bytes + length;
    }
    if (!take_first_line(text, name, error) || !check_characters(text, name, error))
        return false;
    if (wide && text->version == REGISTRY_VERSION_4)
        return error_set(error, FAILURE_USAGE,
                         "%s:1:1: REGEDIT4 in UTF-16, expected bytes, or "
                         "Windows Registry Editor Version 5.00",
                         name);
    return true;
}

bool registry_text_open(struct registry_text *text, const char *bytes, size_t length, const char *name,
                        struct error *error)
{
    *text = (struct registry_text){0};
    if (find_text(text, bytes, length, name, error))
        return true;
    registry_text_close(text);
    return false;
}

void registry_text_close(struct registry_text *text)
{
    text_free(&text->copy);
    *text = (struct registry_text){0};
}
