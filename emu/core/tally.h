/* SPDX-License-Identifier: MIT */
/**
 * @file tally.h
 * How often each number is there, found at once however many there are.
 */
#ifndef RRASEMU_CORE_TALLY_H
#define RRASEMU_CORE_TALLY_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/** Counts of numbers, by open addressing; all zero is an empty one. */
struct tally {
    struct tally_entry {
        uint64_t number;
        uint32_t count; /**< 0: the place was never used, or is free again while `kept` */
        bool kept;      /**< a search goes on behind it */
    } * entries;
    size_t capacity; /**< a power of two, or 0 */
    size_t used;     /**< entries that a search does not end at */
};

/** Counts one more; false when memory ran out. */
bool tally_add(struct tally *tally, uint64_t number);

/** Counts one less of a number that is there. */
void tally_remove(struct tally *tally, uint64_t number);

/** How often the number is there. */
uint32_t tally_count(const struct tally *tally, uint64_t number);

void tally_close(struct tally *tally);

#endif
