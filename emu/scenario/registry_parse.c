/* SPDX-License-Identifier: MIT */
/* The lines of a registry export, one statement each, in the order of the file. */
#include "scenario/registry_scan.h"

#include "core/utf16.h"

#include "scenario/source.h"

#include <stdlib.h>
#include <string.h>

/* Longest names, in UTF-16 units, that Windows takes */
enum { KEY_NAME_LONGEST = 255, VALUE_NAME_LONGEST = 16383 };

/* Adds a statement to the registry */
static bool keep(struct scan *scan, const struct registry_statement *statement, struct spot spot)
{
    struct registry *registry = scan->registry;
    if (registry->count == REGISTRY_STATEMENTS_MOST)
        return scan_wrong(scan, spot, "more than %d keys and values", REGISTRY_STATEMENTS_MOST);
    if (registry->count == registry->capacity) {
        size_t capacity = registry->capacity ? 2 * registry->capacity : 16;
        void *grown = realloc(registry->statements, capacity * sizeof *registry->statements);
        if (!grown)
            return error_out_of_memory(scan->error);
        registry->statements = grown;
        registry->capacity = capacity;
    }
    registry->statements[registry->count++] = *statement;
    return true;
}

/* --- keys --- */

/* The bracket that ends the key. A name may hold brackets; behind this one is a comment at most. */
static const char *closing_bracket(struct scan *scan)
{
    while (!scan_at_line_end(scan)) {
        const char *bracket = scan->at;
        if (*scan->at++ == ']' && scan_rest(scan))
            return bracket;
    }
    return NULL;
}

static bool check_key(const struct scan *scan, struct spot spot, const char *path)
{
    struct spot part = spot;
    if (!registry_same_name(path, "HKEY_", strlen("HKEY_")))
        return scan_wrong(scan, spot,
                          "a key of no root, expected one such as "
                          "HKEY_LOCAL_MACHINE\\SOFTWARE");
    while (true) {
        size_t length = strcspn(path, "\\");
        char one[4 * KEY_NAME_LONGEST + 1];
        if (length == 0)
            return scan_wrong(scan, part,
                              "an empty name in a key, expected one backslash between "
                              "names and none at the end");
        memcpy(one, path, length < sizeof one ? length : 0);
        one[length < sizeof one ? length : 0] = '\0';
        if (length >= sizeof one || utf16_length(one) > KEY_NAME_LONGEST)
            return scan_wrong(scan, part, "a name in a key is longer than %d characters", KEY_NAME_LONGEST);
        if (!path[length])
            return true;
        path += length + 1;
        part.at += length + 1;
    }
}

static bool parse_key(struct scan *scan)
{
    struct spot begin = scan_here(scan);
    scan->at++;
    bool deletes = scan_take(scan, '-');
    struct spot path = scan_here(scan);
    const char *bracket = closing_bracket(scan);
    if (!bracket)
        return scan_wrong(scan, begin,
                          "a key without its closing bracket, expected ] at the end of "
                          "the line");
    struct registry_statement statement = {.act = deletes ? REGISTRY_DELETE_KEY : REGISTRY_OPEN_KEY,
                                           .name = (uint32_t)scan->registry->store.length,
                                           .place = scan_place(begin)};
    text_add_bytes(&scan->registry->store, path.at, (size_t)(bracket - path.at));
    scan_close_string(scan);
    if (scan->registry->store.failed)
        return error_out_of_memory(scan->error);
    return check_key(scan, path, scan->registry->store.data + statement.name) && keep(scan, &statement, begin);
}

/* --- values --- */

static bool parse_value(struct scan *scan)
{
    struct text *store = &scan->registry->store;
    const struct registry *registry = scan->registry;
    struct spot begin = scan_here(scan);
    struct registry_statement statement = {.name = (uint32_t)store->length, .place = scan_place(begin)};
    if (scan_take(scan, '@'))
        scan_close_string(scan);
    else if (!registry_take_string(scan, false))
        return false;
    if (store->failed)
        return error_out_of_memory(scan->error);
    if (utf16_length(store->data + statement.name) > VALUE_NAME_LONGEST)
        return scan_wrong(scan, begin, "the name of a value is longer than %d characters", VALUE_NAME_LONGEST);
    scan_blanks(scan);
    if (!scan_take(scan, '='))
        return scan_wrong(scan, scan_here(scan), "expected = behind the name of a value");
    scan_blanks(scan);
    if (registry->count == 0)
        return scan_wrong(scan, begin, "a value before the first key, expected [HKEY_...]");
    if (registry->statements[registry->count - 1].act == REGISTRY_DELETE_KEY)
        return scan_wrong(scan, begin, "a value of a key that was just deleted, expected [HKEY_...]");
    if (!registry_take_data(scan, &statement))
        return false;
    return store->failed ? error_out_of_memory(scan->error) : keep(scan, &statement, begin);
}

static bool parse_line(struct scan *scan)
{
    scan_blanks(scan);
    if (scan_rest(scan))
        return true;
    switch (scan_peek(scan)) {
    case '[':
        return parse_key(scan);
    case '"':
    case '@':
        return parse_value(scan);
    }
    return scan_wrong(scan, scan_here(scan),
                      "expected a key such as [HKEY_LOCAL_MACHINE\\SOFTWARE], a value such as "
                      "\"name\"=, or ; and a comment");
}

bool registry_parse(struct registry *registry, const char *bytes, size_t length, const char *name, struct error *error)
{
    struct registry_text text;
    *registry = (struct registry){0};
    if (!registry_text_open(&text, bytes, length, name, error))
        return false;
    struct scan scan = {.registry = registry,
                        .name = name,
                        .version = text.version,
                        .at = text.body,
                        .end = text.end,
                        .line = 1,
                        .line_start = text.start,
                        .error = error};
    bool fine = true;
    for (scan_next_line(&scan); fine && scan.at < scan.end; scan_next_line(&scan))
        fine = parse_line(&scan);
    registry_text_close(&text);
    if (!fine)
        registry_free(registry);
    return fine;
}

bool registry_read(struct registry *registry, const char *path, struct error *error)
{
    struct text text = {0};
    bool fine = source_read(&text, path, "registry file", error) &&
                registry_parse(registry, text_string(&text), text.length, path, error);
    text_free(&text);
    return fine;
}
