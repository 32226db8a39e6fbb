/* SPDX-License-Identifier: MIT */
/**
 * @file source.h
 * Reads a whole input file, be it a scenario or a registry export.
 */
#ifndef RRASEMU_SCENARIO_SOURCE_H
#define RRASEMU_SCENARIO_SOURCE_H

#include "core/error.h"
#include "core/text.h"

#include <stdbool.h>

/** Larger files are refused. */
enum { SOURCE_LARGEST = 64 << 20 };

/** Reads a file of at most SOURCE_LARGEST bytes, to be freed with text_free() in any case. `kind` names
 * it in messages: "scenario file". */
bool source_read(struct text *text, const char *path, const char *kind, struct error *error);

#endif
