/* SPDX-License-Identifier: MIT */
/**
 * @file near_miss.h
 * What in a registry export looks as if it named administration DLLs, and does not (D.key).
 */
#ifndef RRASEMU_SCENARIO_NEAR_MISS_H
#define RRASEMU_SCENARIO_NEAR_MISS_H

#include "scenario/registry.h"

/** Adds a warning, a line each, for every key and value that Windows passes over. */
void near_miss_keys(struct text *warnings, const struct registry *registry, const char *reg_path);

/** Why a path of DLLPath is hardly what is meant, and which policy reads it as it is meant (Q28); NULL: it looks
 * like a path. `as_read` is with quotes taken off and variables replaced as the policies say. */
const char *near_miss_path(const char *as_read);

#endif
