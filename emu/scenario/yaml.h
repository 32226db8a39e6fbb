/* SPDX-License-Identifier: MIT */
/**
 * @file yaml.h
 * One YAML document with its source, and messages that point into it.
 */
#ifndef RRASEMU_SCENARIO_YAML_H
#define RRASEMU_SCENARIO_YAML_H

#include "core/error.h"
#include "scenario/scenario.h"

/** What a node is. */
enum node_kind { NODE_SCALAR, NODE_LIST, NODE_MAP, NODE_ALIAS };

/** A part of a document; it lives as long as that. */
struct node {
    enum node_kind kind;
    struct place place; /**< where it begins */
    bool plain;         /**< a scalar without quotes */
    char *text;         /**< of a scalar, with a NUL behind it */
    size_t length;      /**< of the text */
    struct node *first; /**< of a list its first item; of a map its first key */
    struct node *next;  /**< behind a key stands its value, behind that the next key */
};

/** A document. */
struct yaml {
    const char *name; /**< of the file */
    const char *text;
    size_t length;
    int lines_before; /**< of the file, in front of the text */
    struct node *root;
    struct node_block *blocks; /**< where the nodes are kept */
};

/** Reads the only document in the text. Empty text and a second document are errors. */
bool yaml_open(struct yaml *yaml, const char *text, size_t length, const char *name, struct error *error);

/** The same for a part of a file that begins behind so many lines. */
bool yaml_open_at(struct yaml *yaml, const char *text, size_t length, const char *name, int lines_before,
                  struct error *error);

void yaml_close(struct yaml *yaml);

/** Sets `name:line:column: what`, followed by the source line and a caret. Returns false. */
#ifdef __GNUC__
__attribute__((format(printf, 4, 5)))
#endif
bool yaml_error(const struct yaml *yaml, struct place place, struct error *error,
                const char *format, ...);

#endif
