/* SPDX-License-Identifier: MIT */
/**
 * @file names.h
 * Which number a name stands for, found quickly among many.
 */
#ifndef RRASEMU_SCENARIO_NAMES_H
#define RRASEMU_SCENARIO_NAMES_H

#include <stdbool.h>
#include <stdint.h>

/** Names; all zero is none. The strings stay the caller's. */
struct names {
    void *tree;
};

/** Lets a name stand for a number, from now on. False when memory ran out. */
bool names_set(struct names *names, const char *name, uint32_t number);

/** The number of a name; false when it stands for none. */
bool names_get(const struct names *names, const char *name, uint32_t *number);

void names_free(struct names *names);

#endif
