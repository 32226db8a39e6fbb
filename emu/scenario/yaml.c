/* SPDX-License-Identifier: MIT */
#include "scenario/yaml.h"

#include "core/utf16.h"
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

enum { SHOWN_COLUMNS = 100 };

/* A line of the source without its end, at most SHOWN_COLUMNS bytes, what is no ASCII as question marks */
static void copy_line(const struct yaml *yaml, int line, char shown[SHOWN_COLUMNS + 1])
{
    const char *at = yaml->text, *end = yaml->text + yaml->length;
    for (int i = 1; i < line && at < end; i++) {
        const char *next = memchr(at, '\n', (size_t)(end - at));
        at = next ? next + 1 : end;
    }
    size_t length = 0;
    for (; at < end && *at != '\n' && *at != '\r' && length < SHOWN_COLUMNS; at++)
        shown[length++] = (unsigned char)*at < ' ' ? ' ' : (unsigned char)*at > '~' ? '?' : *at;
    shown[length] = '\0';
}

bool yaml_error(const struct yaml *yaml, struct place place, struct error *error,
                const char *format, ...)
{
    char what[512], shown[SHOWN_COLUMNS + 1];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(what, sizeof what, format, arguments);
    va_end(arguments);
    copy_line(yaml, place.line, shown);
    bool fits = place.column >= 1 && (size_t)place.column <= strlen(shown) + 1;
    return error_set(error, FAILURE_USAGE, "%s:%d:%d: %s%s%s%s%*s%s", yaml->name, place.line,
                     place.column, what, *shown ? "\n  " : "", shown, *shown && fits ? "\n  " : "",
                     *shown && fits ? place.column - 1 : 0, "", *shown && fits ? "^" : "");
}

/* libfyaml knows places of scalars; a collection begins where its first scalar does */
static struct fy_node *first_scalar(struct fy_node *node)
{
    void *iterator = NULL;
    switch (fy_node_get_type(node)) {
    case FYNT_SCALAR:
        return node;
    case FYNT_SEQUENCE: {
        struct fy_node *item = fy_node_sequence_iterate(node, &iterator);
        return item ? first_scalar(item) : NULL;
    }
    case FYNT_MAPPING: {
        struct fy_node_pair *pair = fy_node_mapping_iterate(node, &iterator);
        return pair ? first_scalar(fy_node_pair_key(pair)) : NULL;
    }
    }
    return NULL;
}

struct place yaml_place(struct fy_node *node)
{
    struct fy_node *scalar = node ? first_scalar(node) : NULL;
    struct fy_token *token = scalar ? fy_node_get_scalar_token(scalar) : NULL;
    const struct fy_mark *mark = token ? fy_token_start_mark(token) : NULL;
    if (!mark)
        return (struct place){1, 1};
    enum fy_node_style style = fy_node_get_style(scalar);
    bool quoted = style == FYNS_SINGLE_QUOTED || style == FYNS_DOUBLE_QUOTED; /* marked inside */
    return (struct place){mark->line + 1, mark->column + 1 - quoted};
}

/* The first thing the library complained about; collected errors count lines from 1 */
static bool syntax_error(const struct yaml *yaml, struct error *error)
{
    void *iterator = NULL;
    struct fy_diag_error *first = fy_diag_errors_iterate(yaml->diag, &iterator);
    if (!first)
        return yaml_error(yaml, (struct place){1, 1}, error, "is not YAML");
    struct place place = {first->line > 0 ? first->line : 1, first->column > 0 ? first->column : 1};
    return yaml_error(yaml, place, error, "%s", first->msg);
}

/* What no scenario holds and the library should not see: bytes that are no text, and directives,
 * over some of which libfyaml 0.7 never comes to an end. */
static bool check_bytes(const struct yaml *yaml, struct error *error)
{
    struct place place = {1, 1};
    for (size_t at = 0; at < yaml->length; place.column++) {
        char window[5] = {0}; /* a character never reads beyond the text */
        memcpy(window, yaml->text + at, yaml->length - at < 4 ? yaml->length - at : 4);
        uint32_t code;
        size_t taken = utf8_decode(window, &code);
        if (taken == 0)
            return yaml_error(yaml, place, error, "is not valid UTF-8 here, expected YAML text");
        if (code < ' ' && code != '\n' && code != '\r' && code != '\t')
            return yaml_error(yaml, place, error,
                              "holds the control character %u, expected YAML text", (unsigned)code);
        if (code == '%' && place.column == 1)
            return yaml_error(yaml, place, error, "a YAML directive, which scenarios do not use");
        at += taken;
        if (code == '\n')
            place = (struct place){place.line + 1, 0};
    }
    return true;
}

bool yaml_open(struct yaml *yaml, const char *text, size_t length, const char *name,
               struct error *error)
{
    *yaml = (struct yaml){.name = name, .text = text, .length = length};
    if (!check_bytes(yaml, error))
        return false;
    struct fy_diag_cfg diag_cfg;
    fy_diag_cfg_default(&diag_cfg);
    yaml->diag = fy_diag_create(&diag_cfg);
    struct fy_parse_cfg cfg = {
        /* duplicates are looked for by decode.c: the library compares every key with every other */
        .flags = FYPCF_QUIET | FYPCF_COLLECT_DIAG | FYPCF_ALLOW_DUPLICATE_KEYS,
        .diag = yaml->diag};
    if (yaml->diag)
        fy_diag_set_collect_errors(yaml->diag, true);
    yaml->parser = yaml->diag ? fy_parser_create(&cfg) : NULL;
    if (!yaml->parser || fy_parser_set_string(yaml->parser, text, length) != 0) {
        yaml_close(yaml);
        return error_out_of_memory(error);
    }
    yaml->document = fy_parse_load_document(yaml->parser);
    if (!yaml->document) {
        if (fy_diag_got_error(yaml->diag))
            syntax_error(yaml, error);
        else
            yaml_error(yaml, (struct place){1, 1}, error, "is empty, expected a scenario");
    } else {
        struct fy_document *second = fy_parse_load_document(yaml->parser);
        if (second)
            yaml_error(yaml, yaml_place(fy_document_root(second)), error,
                       "a second document begins, expected one scenario in a file");
        else if (fy_diag_got_error(yaml->diag))
            syntax_error(yaml, error);
        fy_parse_document_destroy(yaml->parser, second);
    }
    if (error->class == FAILURE_NONE)
        return true;
    yaml_close(yaml);
    return false;
}

void yaml_close(struct yaml *yaml)
{
    if (yaml->parser) {
        fy_parse_document_destroy(yaml->parser, yaml->document);
        fy_parser_destroy(yaml->parser);
    }
    if (yaml->diag)
        fy_diag_destroy(yaml->diag);
    *yaml = (struct yaml){0};
}
