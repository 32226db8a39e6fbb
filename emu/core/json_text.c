/* SPDX-License-Identifier: MIT */
#include "core/json_text.h"

#include "core/utf16.h"

#include <stdio.h>
#include <string.h>

enum { ESCAPE_ROOM = 8 };

/* Of the next character: how many bytes it takes, and in `escape` what stands for it; "": it stands for itself. */
static size_t look_at_character(const char *string, char escape[ESCAPE_ROOM])
{
    uint32_t code;
    size_t taken = utf8_decode(string, &code);
    escape[0] = '\0';
    if (taken == 0)
        snprintf(escape, ESCAPE_ROOM, "\xef\xbf\xbd");
    else if (code == '"' || code == '\\')
        snprintf(escape, ESCAPE_ROOM, "\\%c", (int)code);
    else if (code == '\n' || code == '\t')
        snprintf(escape, ESCAPE_ROOM, "%s", code == '\n' ? "\\n" : "\\t");
    else if (code < ' ' || code == 0x7f)
        snprintf(escape, ESCAPE_ROOM, "\\u%04x", (unsigned)code);
    return taken ? taken : 1;
}

/* Most of what is written is this. */
static size_t count_plain(const char *string)
{
    size_t count = 0;
    while (string[count] >= ' ' && string[count] < 0x7f && string[count] != '"' && string[count] != '\\')
        count++;
    return count;
}

/* Writes the string to `to`, or counts only; returns how long it becomes. */
static size_t escape_string(const char *string, char *to)
{
    char escape[ESCAPE_ROOM];
    size_t length = 0;
    for (size_t taken, put; *string; string += taken, length += put) {
        const char *from = string;
        put = taken = count_plain(string);
        if (taken == 0) {
            taken = look_at_character(string, escape);
            from = *escape ? escape : string;
            put = *escape ? strlen(escape) : taken;
        }
        if (to)
            memmove(to + length, from, put);
    }
    return length;
}

void json_end_string(struct text *text, size_t from)
{
    if (text->failed)
        return;
    size_t length = text->length - from, escaped = escape_string(text_string(text) + from, NULL);
    /* What is read lies behind what is written all the way: each character that grows uses up its part of the gap. */
    if (escaped != length && text_open_gap(text, from, escaped - length))
        escape_string(text->data + from + escaped - length, text->data + from);
    text_add(text, "\"");
}

size_t json_begin_string(struct text *text)
{
    text_add(text, "\"");
    return text->length;
}

void json_add_string(struct text *text, const char *string)
{
    size_t from = json_begin_string(text);
    text_add(text, string);
    json_end_string(text, from);
}
