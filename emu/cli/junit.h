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

/** What one test came to. */
struct test_case {
    const char *name;
    const char *file; /**< the scenario, and where in it the expectation stands: */
    int line;
    const char *kind; /**< what the expectation is about: a key of the scenario, or `run` */
    bool passed;
    const char *got, *expected; /**< why it failed; `expected` may be NULL */
    const char *excerpt;        /**< the transcript around that, or empty */
};

/** A scenario whose tests are over. */
struct test_suite {
    const char *name;
    uint64_t seed;
    uint64_t took_ns;   /**< of real time */
    const char *output; /**< the whole transcript, shown when a test failed */
};

/** Results so far; all zero at first. */
struct junit {
    struct text suites; /**< finished ones */
    struct text cases;  /**< of the suite under way */
    unsigned count, failures;
};

/** Adds a case to the suite under way. */
void junit_case(struct junit *junit, const struct test_case *test);

/** Ends the suite under way. */
void junit_suite(struct junit *junit, const struct test_suite *suite);

/** Adds the whole document. */
void junit_write(struct text *out, const struct junit *junit);

void junit_free(struct junit *junit);

#endif
