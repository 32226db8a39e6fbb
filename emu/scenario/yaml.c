/* SPDX-License-Identifier: MIT */
#include "scenario/yaml.h"

#include "core/utf16.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <yaml.h>

enum { SHOWN_COLUMNS = 100, DEPTH_MOST = 32, BLOCK_NODES = 512 };

struct node_block {
    struct node_block *next;
    size_t count;
    struct node nodes[BLOCK_NODES];
};

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

bool yaml_error(const struct yaml *yaml, struct place place, struct error *error, const char *format, ...)
{
    char what[512], shown[SHOWN_COLUMNS + 1];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(what, sizeof what, format, arguments);
    va_end(arguments);
    copy_line(yaml, place.line, shown);
    bool fits = place.column >= 1 && (size_t)place.column <= strlen(shown) + 1;
    return error_set(error, FAILURE_USAGE, "%s:%d:%d: %s%s%s%s%*s%s", yaml->name, place.line, place.column, what,
                     *shown ? "\n  " : "", shown, *shown && fits ? "\n  " : "", *shown && fits ? place.column - 1 : 0,
                     "", *shown && fits ? "^" : "");
}

/* --- nodes, made of what the parser meets --- */

/* The document under way */
struct building {
    struct yaml *yaml;
    struct error *error;
    struct node *open[DEPTH_MOST], *last[DEPTH_MOST]; /* collections that have not ended, and their last parts */
    int depth;
    int documents;
};

/* A zeroed node, or NULL */
static struct node *add_node(struct yaml *yaml)
{
    if (!yaml->blocks || yaml->blocks->count == BLOCK_NODES) {
        struct node_block *block = calloc(1, sizeof *block);
        if (!block)
            return NULL;
        block->next = yaml->blocks;
        yaml->blocks = block;
    }
    return &yaml->blocks->nodes[yaml->blocks->count++];
}

static struct place place_of_mark(yaml_mark_t mark)
{
    return (struct place){(int)mark.line + 1, (int)mark.column + 1};
}

/* Puts it where the collection under way goes on; a collection is the one under way from then on. */
static bool put_node(struct building *building, struct node *node)
{
    struct node **at = &building->yaml->root;
    int top = building->depth - 1;
    if (top >= 0)
        at = building->last[top] ? &building->last[top]->next : &building->open[top]->first;
    *at = node;
    if (top >= 0)
        building->last[top] = node;
    if (node->kind != NODE_LIST && node->kind != NODE_MAP)
        return true;
    if (building->depth == DEPTH_MOST)
        return yaml_error(building->yaml, node->place, building->error, "more than %d collections stand in each other",
                          DEPTH_MOST);
    building->open[building->depth] = node;
    building->last[building->depth++] = NULL;
    return true;
}

static bool make_node(struct building *building, yaml_event_t *event, enum node_kind kind)
{
    struct node *node = add_node(building->yaml);
    if (!node)
        return error_out_of_memory(building->error);
    node->kind = kind;
    node->place = place_of_mark(event->start_mark);
    node->place.line += building->yaml->lines_before;
    if (kind == NODE_SCALAR) {
        node->text = (char *)event->data.scalar.value; /* it changes hands */
        node->length = event->data.scalar.length;
        node->plain = event->data.scalar.style == YAML_PLAIN_SCALAR_STYLE;
        event->data.scalar.value = NULL;
    }
    return put_node(building, node);
}

static bool take_event(struct building *building, yaml_event_t *event)
{
    switch (event->type) {
    case YAML_SCALAR_EVENT:
        return make_node(building, event, NODE_SCALAR);
    case YAML_SEQUENCE_START_EVENT:
        return make_node(building, event, NODE_LIST);
    case YAML_MAPPING_START_EVENT:
        return make_node(building, event, NODE_MAP);
    case YAML_ALIAS_EVENT:
        return make_node(building, event, NODE_ALIAS);
    case YAML_SEQUENCE_END_EVENT:
    case YAML_MAPPING_END_EVENT:
        building->depth--;
        return true;
    case YAML_DOCUMENT_START_EVENT:
        return ++building->documents == 1 ||
               yaml_error(building->yaml, place_of_mark(event->start_mark), building->error,
                          "a second document begins, expected one scenario in a file");
    default:
        return true;
    }
}

static bool syntax_error(const struct yaml *yaml, const yaml_parser_t *parser, struct error *error)
{
    if (parser->error == YAML_MEMORY_ERROR)
        return error_out_of_memory(error);
    const char *problem = parser->problem ? parser->problem : "is not YAML";
    struct place place = place_of_mark(parser->problem_mark);
    place.line += yaml->lines_before;
    return yaml_error(yaml, place, error, "%s%s%s", problem, parser->context ? " " : "",
                      parser->context ? parser->context : "");
}

static bool read_nodes(struct yaml *yaml, yaml_parser_t *parser, struct error *error)
{
    struct building building = {.yaml = yaml, .error = error};
    yaml_parser_set_encoding(parser, YAML_UTF8_ENCODING);
    yaml_parser_set_input_string(parser, (const unsigned char *)yaml->text, yaml->length);
    for (bool ended = false; !ended;) {
        yaml_event_t event;
        if (!yaml_parser_parse(parser, &event))
            return syntax_error(yaml, parser, error);
        ended = event.type == YAML_STREAM_END_EVENT;
        bool taken = take_event(&building, &event);
        yaml_event_delete(&event);
        if (!taken)
            return false;
    }
    return yaml->root || yaml_error(yaml, (struct place){1, 1}, error, "is empty, expected a scenario");
}

/* What no scenario holds and the parser should not see: bytes that are no text, and directives */
static bool check_bytes(const struct yaml *yaml, struct error *error)
{
    struct place place = {1 + yaml->lines_before, 1};
    for (size_t at = 0; at < yaml->length; place.column++) {
        char window[5] = {0}; /* a character never reads beyond the text */
        memcpy(window, yaml->text + at, yaml->length - at < 4 ? yaml->length - at : 4);
        uint32_t code;
        size_t taken = utf8_decode(window, &code);
        if (taken == 0)
            return yaml_error(yaml, place, error, "is not valid UTF-8 here, expected YAML text");
        if (code < ' ' && code != '\n' && code != '\r' && code != '\t')
            return yaml_error(yaml, place, error, "holds the control character %u, expected YAML text", (unsigned)code);
        if (code == '%' && place.column == 1)
            return yaml_error(yaml, place, error, "a YAML directive, which scenarios do not use");
        at += taken;
        if (code == '\n')
            place = (struct place){place.line + 1, 0};
    }
    return true;
}

bool yaml_open(struct yaml *yaml, const char *text, size_t length, const char *name, struct error *error)
{
    return yaml_open_at(yaml, text, length, name, 0, error);
}

bool yaml_open_at(struct yaml *yaml, const char *text, size_t length, const char *name, int lines_before,
                  struct error *error)
{
    yaml_parser_t parser;
    *yaml = (struct yaml){.name = name, .text = text, .length = length, .lines_before = lines_before};
    if (!check_bytes(yaml, error))
        return false;
    if (!yaml_parser_initialize(&parser))
        return error_out_of_memory(error);
    bool read = read_nodes(yaml, &parser, error);
    yaml_parser_delete(&parser);
    if (!read)
        yaml_close(yaml);
    return read;
}

void yaml_close(struct yaml *yaml)
{
    for (struct node_block *block = yaml->blocks, *next; block; block = next) {
        next = block->next;
        for (size_t i = 0; i < block->count; i++)
            free(block->nodes[i].text);
        free(block);
    }
    *yaml = (struct yaml){0};
}
