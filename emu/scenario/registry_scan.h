/* SPDX-License-Identifier: MIT */
/**
 * @file registry_scan.h
 * A way through the text of a registry export, character by character, that knows where it is.
 * Shared by what reads lines (registry_parse.c) and what reads data (registry_data.c).
 */
#ifndef RRASEMU_SCENARIO_REGISTRY_SCAN_H
#define RRASEMU_SCENARIO_REGISTRY_SCAN_H

#include "scenario/registry.h"
#include "scenario/registry_text.h"

/** The text, how much of it is read, and what for. */
struct scan {
    struct registry *registry; /**< what is being read */
    const char *name;          /**< of the file */
    enum registry_version version;
    const char *at, *end; /**< the text that is left; it holds no NUL */
    int line;
    const char *line_start;
    struct error *error;
};

/** A spot in the text, for messages about what began there. */
struct spot {
    int line;
    const char *line_start, *at;
};

struct spot scan_here(const struct scan *scan);
struct place scan_place(struct spot spot);

/** Fails with a message about a spot. */
#ifdef __GNUC__
__attribute__((format(printf, 3, 4)))
#endif
bool scan_wrong(const struct scan *scan, struct spot spot, const char *format, ...);

/** The next character, NUL at the end of the text. */
char scan_peek(const struct scan *scan);

/** Takes the next character if it is this one. */
bool scan_take(struct scan *scan, char wanted);

void scan_blanks(struct scan *scan);

/** Whether the line, or the text, ends here. */
bool scan_at_line_end(const struct scan *scan);

/** Goes behind the line end that is here. */
void scan_next_line(struct scan *scan);

/** Takes blanks and a comment up to the end of the line; false when something else is there. */
bool scan_rest(struct scan *scan);

/** Takes a hexadecimal number of at most `most` digits. Returns how many there were. */
int scan_hex(struct scan *scan, int most, uint32_t *number);

/** Ends what was added to the registry's store as a string. */
void scan_close_string(struct scan *scan);

/** Takes a quoted string into the store; data may go over line ends, as Windows writes them. */
bool registry_take_string(struct scan *scan, bool over_lines);

/** Takes what stands behind `name=`, up to the end of the line. */
bool registry_take_data(struct scan *scan, struct registry_statement *statement);

#endif
