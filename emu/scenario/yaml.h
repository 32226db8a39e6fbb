/* SPDX-License-Identifier: MIT */
/**
 * @file yaml.h
 * One YAML document with its source, and messages that point into it.
 */
#ifndef RRASEMU_SCENARIO_YAML_H
#define RRASEMU_SCENARIO_YAML_H

#include "core/error.h"
#include "scenario/scenario.h"

#include <libfyaml.h>

/** A document. */
struct yaml {
    const char *name; /**< of the file */
    const char *text;
    size_t length;
    struct fy_diag *diag;
    struct fy_parser *parser;
    struct fy_document *document;
};

/** Reads the only document in the text. Empty text and a second document are errors. */
bool yaml_open(struct yaml *yaml, const char *text, size_t length, const char *name,
               struct error *error);

void yaml_close(struct yaml *yaml);

/** Where a node begins. */
struct place yaml_place(struct fy_node *node);

/** Sets `name:line:column: what`, followed by the source line and a caret. Returns false. */
#ifdef __GNUC__
__attribute__((format(printf, 4, 5)))
#endif
bool yaml_error(const struct yaml *yaml, struct place place, struct error *error,
                const char *format, ...);

#endif
