/* SPDX-License-Identifier: MIT */
/**
 * @file excerpt.h
 * Keeps the transcript for people, to show a part of it afterwards.
 */
#ifndef RRASEMU_OBSERVE_EXCERPT_H
#define RRASEMU_OBSERVE_EXCERPT_H

#include "observe/transcript.h"
#include "ras/record.h"

/** A kept transcript; all zero at first. */
struct excerpt {
    struct output output;          /**< kept, never written */
    struct transcript transcript;  /**< that writes to it */
    struct excerpt_entry *entries; /**< where each record's lines begin */
    size_t count;
    bool failed; /**< memory ran out */
};

/** An observer that keeps the transcript. */
struct record_sink excerpt_sink(struct excerpt *excerpt);

/** Adds the lines around the record of this number (0: the last ones), those of one connection and of
 * the service when `connection` is not 0. Each line begins with `prefix`. */
void excerpt_add_around(struct text *text, const struct excerpt *excerpt, uint64_t sequence, uint32_t connection,
                        const char *prefix);

/** The whole transcript. */
const char *excerpt_all(const struct excerpt *excerpt);

void excerpt_free(struct excerpt *excerpt);

#endif
