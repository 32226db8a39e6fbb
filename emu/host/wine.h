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

/** What it takes to run something under Wine. */
struct wine {
    char program[PATH_MAX]; /**< wine itself */
    char worker[PATH_MAX];  /**< rrasemu-worker.exe */
    char prefix[PATH_MAX];  /**< the folder it keeps its C: and its registry in, never the user's own */
    char **environment;     /**< what it is started with */
};

/** Looks for all that. `worker` is the native worker's path, beside which the other one lies. False with
 * an error that says what is missing. */
bool wine_find(struct wine *wine, const char *worker, struct error *error);

/** Creates the prefix unless that was done before, by this run or another one; `say` is told that it
 * takes a while, or NULL. */
bool wine_prepare(const struct wine *wine, void (*say)(const char *what), struct error *error);

void wine_free(struct wine *wine);

#endif
