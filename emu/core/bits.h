/* SPDX-License-Identifier: MIT */
/**
 * @file bits.h
 * Numbered places, of which the lowest free one is found in a few steps however many there are.
 */
#ifndef RRASEMU_CORE_BITS_H
#define RRASEMU_CORE_BITS_H

#include <stdbool.h>
#include <stdint.h>

enum { BITS_LEVELS = 6 };

/** A bit a place, set: taken. A bit of a higher level is set when all 64 below it are. All zero has no places. */
struct bits {
    uint64_t *levels[BITS_LEVELS];
    uint32_t size; /**< number of places */
    unsigned depth;
    uint32_t taken;
};

/** All places are free. False when memory ran out. */
bool bits_open(struct bits *bits, uint32_t size);

/** Takes a place, or frees it; whether that has changed anything. */
bool bits_take(struct bits *bits, uint32_t place);
bool bits_free(struct bits *bits, uint32_t place);

/** The lowest free place; `size` when all are taken. */
uint32_t bits_lowest(const struct bits *bits);

void bits_close(struct bits *bits);

#endif
