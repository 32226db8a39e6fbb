/* SPDX-License-Identifier: MIT */
/**
 * @file junit.h
 * Test results as JUnit XML, which build servers read.
 */
#ifndef RRASEMU_CLI_JUNIT_H
#define RRASEMU_CLI_JUNIT_H

#include "core/text.h"

#include <stdbool.h>
#include <stdint.h>

/** Results so far; all zero at first. */
struct junit {
    struct text suites; /**< finished ones */
    struct text cases;  /**< of the suite under way */
    unsigned count, failures;
};

/** Adds a case to the suite under way; `what` is why it failed, or NULL. */
void junit_case(struct junit *junit, const char *name, const char *what);

/** Ends a suite: a scenario, with its seed. */
void junit_suite(struct junit *junit, const char *name, uint64_t seed);

/** Adds the whole document. */
void junit_write(struct text *out, const struct junit *junit);

void junit_free(struct junit *junit);

#endif
