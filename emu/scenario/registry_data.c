/* SPDX-License-Identifier: MIT */
/* The data of a registry export's values: strings, numbers, bytes. */
#include "scenario/registry_scan.h"

#include "core/utf16.h"

#include <string.h>

/* --- strings --- */

/* A quoted string into the store. Windows writes a line end within data as it is. */
bool registry_take_string(struct scan *scan, bool over_lines)
{
    struct text *store = &scan->registry->store;
    struct spot begin = scan_here(scan);
    scan->at++;
    while (scan->at < scan->end && (over_lines || !scan_at_line_end(scan))) {
        const char *run = scan->at;
        while (scan->at < scan->end && !strchr("\"\\\r\n", *scan->at))
            scan->at++;
        text_add_bytes(store, run, (size_t)(scan->at - run));
        struct spot escape = scan_here(scan);
        if (scan_take(scan, '"')) {
            scan_close_string(scan);
            return true;
        }
        if (scan_take(scan, '\\')) {
            if (scan_peek(scan) != '\\' && scan_peek(scan) != '"')
                return scan_wrong(scan, escape,
                                  "a backslash before neither \\ nor \", expected \\\\ "
                                  "for each backslash");
            text_add_bytes(store, scan->at++, 1);
        } else if (over_lines && scan->at < scan->end && scan_at_line_end(scan)) {
            run = scan->at;
            scan_next_line(scan);
            text_add_bytes(store, run, (size_t)(scan->at - run));
        }
    }
    return scan_wrong(scan, begin, "a string without its closing quote");
}

/* --- data --- */

/* `\` at the end of a line, the data goes on in the next */
static bool parse_continuation(struct scan *scan)
{
    struct spot begin = scan_here(scan);
    scan->at++;
    if (!scan_rest(scan))
        return scan_wrong(scan, begin,
                          "a backslash within hexadecimal data, expected it at the end "
                          "of the line");
    scan_next_line(scan);
    scan_blanks(scan);
    if (scan->at == scan->end)
        return scan_wrong(scan, begin, "the file ends where data goes on, expected bytes such as 0d");
    return true;
}

/* Bytes between commas into the store; none at all are fine. */
static bool parse_bytes(struct scan *scan)
{
    bool first = true;
    while (true) {
        uint32_t byte;
        scan_blanks(scan);
        if (scan_peek(scan) == '\\' && !parse_continuation(scan))
            return false;
        if (first && (scan_at_line_end(scan) || scan_peek(scan) == ';'))
            return true;
        struct spot begin = scan_here(scan);
        if (scan_hex(scan, 2, &byte) == 0)
            return scan_wrong(scan, begin, "expected a byte in hexadecimal such as 0d");
        text_add_bytes(&scan->registry->store, &(char){(char)byte}, 1);
        first = false;
        scan_blanks(scan);
        if (scan_peek(scan) == '\\' && !parse_continuation(scan))
            return false;
        if (!scan_take(scan, ','))
            return true;
    }
}

/* What hex(1) and hex(2) spell, behind their bytes in the store. Data that is no text stays bytes:
 * Windows stores such values too, and only whoever needs the string minds. */
static void spell_string(struct scan *scan, struct registry_statement *statement)
{
    struct text *store = &scan->registry->store, string = {0};
    const char *bytes = store->data + statement->data;
    size_t length = statement->length;
    bool fine;
    if (scan->version == REGISTRY_VERSION_4) {
        text_add_bytes(&string, bytes, strnlen(bytes, length));
        fine = utf16_length(text_string(&string)) >= 0;
    } else {
        size_t taken = registry_text_add_utf16(&string, bytes, length);
        fine = length % 2 == 0 && (taken == length || (!bytes[taken] && !bytes[taken + 1]));
    }
    if (fine) {
        statement->is_string = true;
        statement->data = (uint32_t)store->length;
        statement->length = (uint32_t)string.length;
        text_add_bytes(store, text_string(&string), string.length);
        scan_close_string(scan);
    }
    store->failed |= string.failed;
    text_free(&string);
}

static bool parse_hex(struct scan *scan, struct registry_statement *statement, struct spot begin)
{
    statement->type = REGISTRY_BINARY;
    if (scan_take(scan, '(') && (scan_hex(scan, 8, &statement->type) == 0 || !scan_take(scan, ')')))
        return scan_wrong(scan, begin, "a wrong type, expected hex(N): with a number such as 2 or b");
    if (!scan_take(scan, ':'))
        return scan_wrong(scan, begin, "expected a colon behind hex");
    if (!parse_bytes(scan))
        return false;
    statement->length = (uint32_t)(scan->registry->store.length - statement->data);
    scan_close_string(scan); /* so that there are data when there are no bytes */
    if (scan->registry->store.failed)
        return error_out_of_memory(scan->error);
    if (statement->type == REGISTRY_SZ || statement->type == REGISTRY_EXPAND_SZ)
        spell_string(scan, statement);
    return true;
}

static bool parse_dword(struct scan *scan, struct registry_statement *statement)
{
    uint32_t number;
    struct spot begin = scan_here(scan);
    scan_blanks(scan);
    if (scan_hex(scan, 8, &number) == 0)
        return scan_wrong(scan, begin, "expected up to eight hexadecimal digits behind dword:");
    statement->type = REGISTRY_DWORD;
    statement->length = sizeof number;
    for (size_t i = 0; i < sizeof number; i++, number >>= 8)
        text_add_bytes(&scan->registry->store, &(char){(char)(number & 0xff)}, 1);
    return true;
}

static bool take_word(struct scan *scan, const char *word)
{
    size_t length = strlen(word);
    bool there = (size_t)(scan->end - scan->at) >= length && registry_same_name(scan->at, word, length);
    scan->at += there ? length : 0;
    return there;
}

bool registry_take_data(struct scan *scan, struct registry_statement *statement)
{
    struct spot begin = scan_here(scan);
    statement->act = REGISTRY_SET_VALUE;
    statement->data = (uint32_t)scan->registry->store.length;
    bool quoted = scan_peek(scan) == '"';
    if (quoted) {
        if (!registry_take_string(scan, true))
            return false;
        statement->type = REGISTRY_SZ;
        statement->is_string = true;
        statement->length = (uint32_t)(scan->registry->store.length - statement->data - 1);
    } else if (take_word(scan, "dword:")) {
        if (!parse_dword(scan, statement))
            return false;
    } else if (take_word(scan, "hex")) {
        if (!parse_hex(scan, statement, begin))
            return false;
    } else if (scan_take(scan, '-')) {
        statement->act = REGISTRY_DELETE_VALUE;
    } else {
        return scan_wrong(scan, begin, "expected data: \"string\", dword:, hex:, hex(N): or - for a deletion");
    }
    struct spot rest = scan_here(scan);
    if (scan_rest(scan))
        return true;
    if (quoted && rest.line != begin.line) /* the quote that closed opened another */
        return scan_wrong(scan, begin, "a string without its closing quote on this line");
    return scan_wrong(scan, scan_here(scan), "expected the end of the line");
}
