/* SPDX-License-Identifier: MIT */
/**
 * @file stage.h
 * Memory for the arguments of a call that shows what a callout does beside them.
 *
 * Each argument ends where a page ends, and no page beside it can be touched. What lies before it in
 * its own page is known and compared afterwards. After the call the pages are closed, and other ones
 * are used for the next calls, so that a kept pointer leads nowhere for a while.
 */
#ifndef RRASEMU_HOST_STAGE_H
#define RRASEMU_HOST_STAGE_H

#include "callout/arguments.h"

#include <stdbool.h>

/** How many calls it takes until the same pages are used again. */
enum { STAGE_ROUNDS = 16 };

/** The memory. */
struct stage {
    uint8_t *pages;
    size_t page_size;
    unsigned round;
    bool open; /**< a call is under way */
};

/** Where an address lies, as far as the stage knows. */
struct stage_place {
    unsigned parameter; /**< of the callout */
    int64_t offset;     /**< from the argument's beginning */
    bool current;       /**< of the call under way; otherwise of an earlier one */
};

/** Reserves the memory; false when there is none. */
bool stage_reserve(struct stage *stage);

/** Puts the arguments on it. The pointers to give to the callout come back in `pointers`. */
void stage_set(struct stage *stage, const struct callout *callout, const struct arguments *arguments,
               void *pointers[CALLOUT_PARAMETERS_MOST]);

/** Takes the arguments back, and closes their pages if they are to be `gone`. Bit i is set when the memory before parameter i
 * was written to. */
uint32_t stage_clear(struct stage *stage, const struct callout *callout,
                     struct arguments *arguments, void *const pointers[CALLOUT_PARAMETERS_MOST],
                     bool gone);

/** Whether an address is the stage's; may be called from a signal handler. */
bool stage_find(const struct stage *stage, const struct callout *callout, uintptr_t address,
                struct stage_place *place);

#endif
