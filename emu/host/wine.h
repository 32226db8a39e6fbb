/* SPDX-License-Identifier: MIT */
/**
 * @file wine.h
 * Wine, in which workers run Windows DLLs: where it is, and a prefix of our own for it.
 */
#ifndef RRASEMU_HOST_WINE_H
#define RRASEMU_HOST_WINE_H

#include "core/error.h"

#include <limits.h>
#include <stdbool.h>
#include <stddef.h>

/** What it takes to run something under Wine. */
struct wine {
    char program[PATH_MAX]; /**< wine itself */
    char worker[PATH_MAX];  /**< rrasemu-worker.exe */
    char prefix[PATH_MAX];  /**< the folder it keeps its C: and its registry in, never the user's own */
    char **environment;     /**< what it is started with */
};

/** Looks for a program in the folders of PATH. */
bool wine_find_in_path(char found[PATH_MAX], const char *name);

/** Looks for Wine alone. */
bool wine_find_program(struct wine *wine, struct error *error);

/** Asks it for its version, as `wine-8.0`. */
bool wine_version(const struct wine *wine, char *version, size_t size, struct error *error);

/** Looks for all that. `worker` is the native worker's path, beside which the other one lies. False with
 * an error that says what is missing. */
bool wine_find(struct wine *wine, const char *worker, struct error *error);

/** Creates the prefix unless that was done before, by this run or another one; `say` is told that it
 * takes a while, or NULL. */
bool wine_prepare(const struct wine *wine, void (*say)(const char *what), struct error *error);

void wine_free(struct wine *wine);

#endif
