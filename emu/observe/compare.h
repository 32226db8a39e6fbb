/* SPDX-License-Identifier: MIT */
/**
 * @file compare.h
 * Compares a run with the transcript it repeats, record by record.
 */
#ifndef RRASEMU_OBSERVE_COMPARE_H
#define RRASEMU_OBSERVE_COMPARE_H

#include "core/error.h"
#include "ras/record.h"

#include <stdbool.h>
#include <stdio.h>

/** A comparison under way. */
struct compare {
    FILE *file; /**< the transcript */
    const char *path;
    char *line;
    size_t size;
    struct text got;
    struct error *error; /**< is set to the first difference; what runs stops at that */
    bool over;           /**< there was one, or the run is over */
};

/** Opens the transcript. The error, which must outlive the run, gets the first difference: class FAILURE_FINDING. */
bool compare_open(struct compare *compare, const char *path, struct error *error);

/** The observer. Frames of findings are left out of the comparison, as hosts differ in them. */
struct record_sink compare_sink(struct compare *compare, struct error *difference);

void compare_close(struct compare *compare);

#endif
