/* SPDX-License-Identifier: MIT */
/**
 * @file choose.h
 * Finding a word among the names of a table, and the message when it is none of them.
 */
#ifndef RRASEMU_CORE_CHOOSE_H
#define RRASEMU_CORE_CHOOSE_H

#include "core/error.h"

#include <stdbool.h>
#include <stddef.h>

/** Finds a word among names at `words`, `stride` bytes apart. A wrong one is a usage error that
 * begins with `what` and tells all names and the one that was likely meant. */
bool choose_word(const char *what, const char *word, const void *words, size_t count, size_t stride, size_t *index,
                 struct error *error);

#endif
