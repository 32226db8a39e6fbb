/* SPDX-License-Identifier: MIT */
/**
 * @file stage.h
 * Memory for the arguments of a call that shows what a callout does beside them.
 *
 * Each argument ends where a page ends, and the pages beside it are closed. On Windows they would be memory of
 * the service, so that who touches them is let through and told afterwards. What lies before an argument in its
 * own page is known and compared. After the call the pages are closed, and other ones are used for the next
 * calls, so that a kept pointer leads nowhere for a while.
 */
#ifndef RRASEMU_HOST_STAGE_H
#define RRASEMU_HOST_STAGE_H

#include "callout/arguments.h"
#include "callout/host.h"

#include <stdbool.h>

/** How many calls it takes until the same pages are used again. */
enum { STAGE_ROUNDS = 16 };

/** The memory. */
struct stage {
    uint8_t *pages;
    size_t page_size;
    unsigned round;
    const struct callout *callout; /**< of the call under way; NULL: none is */
    uint32_t opened;               /**< bit 2 * parameter + side: its closed pages are open for this call */
    struct overruns overruns;      /**< of this call */
};

/** Reserves the memory; false when there is none. */
bool stage_reserve(struct stage *stage);

/** Puts the arguments on it. The pointers to give to the callout come back in `pointers`. */
void stage_set(struct stage *stage, const struct callout *callout, const struct arguments *arguments,
               void *pointers[CALLOUT_PARAMETERS_MOST]);

/** The call is over: closes the arguments' pages if they are to be `gone`. What happened beside them is in
 * `overruns` until the next call. */
void stage_clear(struct stage *stage, bool gone);

/** An address that cannot be accessed: opens it for the rest of the call when it lies beside an argument, and
 * notes the access (OVERRUN_*). Otherwise false. May be called from a signal handler. */
bool stage_let_through(struct stage *stage, uintptr_t address, unsigned access);

/** Whether an address is the stage's, which who kept a pointer to an earlier argument uses; may be called from a
 * signal handler. */
bool stage_has(const struct stage *stage, uintptr_t address);

#endif
