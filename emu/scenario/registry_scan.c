/* SPDX-License-Identifier: MIT */
#include "scenario/registry_scan.h"

#include <stdarg.h>
#include <stdio.h>

/* --- places --- */

struct spot scan_here(const struct scan *scan)
{
    return (struct spot){scan->line, scan->line_start, scan->at};
}

struct place scan_place(struct spot spot)
{
    struct place place = {spot.line, 1};
    for (const char *at = spot.line_start; at < spot.at; at++)
        place.column += ((unsigned char)*at & 0xc0) != 0x80;
    return place;
}

bool scan_wrong(const struct scan *scan, struct spot spot, const char *format, ...)
{
    char what[256];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(what, sizeof what, format, arguments);
    va_end(arguments);
    struct place place = scan_place(spot);
    return error_set(scan->error, FAILURE_USAGE, "%s:%d:%d: %s", scan->name, place.line, place.column, what);
}

/* --- characters; the text holds no NUL, so NUL stands for its end --- */

char scan_peek(const struct scan *scan)
{
    return scan->at < scan->end ? *scan->at : '\0';
}

bool scan_take(struct scan *scan, char wanted)
{
    bool there = scan->at < scan->end && *scan->at == wanted;
    scan->at += there;
    return there;
}

void scan_blanks(struct scan *scan)
{
    while (scan_peek(scan) == ' ' || scan_peek(scan) == '\t')
        scan->at++;
}

bool scan_at_line_end(const struct scan *scan)
{
    return scan->at == scan->end || *scan->at == '\n' || *scan->at == '\r';
}

/* Behind the line end where scan_at_line_end() holds */
void scan_next_line(struct scan *scan)
{
    scan_take(scan, '\r'); /* a line feed follows, registry_text.c has seen to it */
    if (scan_take(scan, '\n'))
        scan->line++;
    scan->line_start = scan->at;
}

/* Blanks and a comment up to the end of the line; false when something else is there */
bool scan_rest(struct scan *scan)
{
    scan_blanks(scan);
    if (scan_peek(scan) == ';')
        while (!scan_at_line_end(scan))
            scan->at++;
    return scan_at_line_end(scan);
}

/* A hexadecimal number of at most `most` digits; how many there were */
int scan_hex(struct scan *scan, int most, uint32_t *number)
{
    int digits = 0;
    for (*number = 0; digits < most; digits++, scan->at++) {
        char letter = scan_peek(scan);
        uint32_t digit = letter >= '0' && letter <= '9'   ? (uint32_t)(letter - '0')
                         : letter >= 'a' && letter <= 'f' ? (uint32_t)(letter - 'a' + 10)
                         : letter >= 'A' && letter <= 'F' ? (uint32_t)(letter - 'A' + 10)
                                                          : 16;
        if (digit == 16)
            break;
        *number = *number << 4 | digit;
    }
    return digits;
}

void scan_close_string(struct scan *scan)
{
    text_add_bytes(&scan->registry->store, "", 1);
}
