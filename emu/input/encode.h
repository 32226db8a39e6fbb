/* SPDX-License-Identifier: MIT */
/**
 * @file encode.h
 * Prints records of a schema as JSON, which is YAML too: what scenario/decode.h reads again as the same.
 */
#ifndef RRASEMU_INPUT_ENCODE_H
#define RRASEMU_INPUT_ENCODE_H

#include "core/text.h"
#include "input/schema.h"

/** Adds the members of a record without braces: those that were given, or all where the schema does not keep that.
 * @param except keys that are left out, NULL behind the last; or NULL */
void encode_members(struct text *text, const struct schema *schema, const void *record, const char *const *except);

#endif
