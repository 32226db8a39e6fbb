/* SPDX-License-Identifier: MIT */
/**
 * @file misuse.h
 * What DLLs do wrong in calls of the run-time library, kept until the callout under way has ended.
 */
#ifndef RRASEMU_HOST_MISUSE_H
#define RRASEMU_HOST_MISUSE_H

#include "callout/host.h"
#include "runtime/misuse.h"

#include <stdbool.h>
#include <stddef.h>

enum { MISUSES_MOST = 16 };

/** A call that made no sense. */
struct misuse {
    enum rras_misuse kind;
    char words[256];   /**< the function, and what is wrong */
    char frames[2048]; /**< where it was called (backtrace.h) */
    size_t length;     /**< of the frames */
};

/** From now on they are kept: the first of each kind and words, up to a number. */
void misuse_listen(void);

/** Keeps one: `function` is NULL for the one the DLL has called last. */
void misuse_note(enum rras_misuse kind, const char *function, const char *words);

/** Whether two are the same but for the place. */
bool misuse_is_same(const struct misuse *a, const struct misuse *b);

/** Whether there is one. */
bool misuse_is_there(void);

/** Takes the first of them, or NULL; it stays until the next call of this. */
const struct misuse *misuse_take(void);

/** Tells of one, as the finding it is. */
void misuse_tell(const struct misuse *misuse, struct call_watch *watch);

#endif
