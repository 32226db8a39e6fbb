/* SPDX-License-Identifier: MIT */
/**
 * @file decode.h
 * From YAML nodes to C structures, as the schema tables say.
 */
#ifndef RRASEMU_SCENARIO_DECODE_H
#define RRASEMU_SCENARIO_DECODE_H

#include "input/schema.h"
#include "scenario/yaml.h"

/** Decodes a mapping into a record; what the file does not name keeps its value. */
bool decode_record(const struct yaml *yaml, const struct node *node, const struct schema *schema, void *record,
                   struct error *error);

/** Frees what decode_record() allocated inside a record. */
void decode_free(const struct schema *schema, void *record);

/** Says that a key was given. */
void decode_mark(const struct schema *schema, void *record, const char *key);

/** Whether the file named this key. */
bool decode_given(const struct schema *schema, const void *record, const char *key);

#endif
