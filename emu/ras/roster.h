/* SPDX-License-Identifier: MIT */
/**
 * @file roster.h
 * The live connections in the order of their numbers. Numbers only grow, so that whoever goes through it sees each
 * connection that lives throughout exactly once, whatever comes and goes meanwhile.
 */
#ifndef RRASEMU_RAS_ROSTER_H
#define RRASEMU_RAS_ROSTER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/** One connection; its slot is ROSTER_GONE when it has ended. */
struct roster_entry {
    uint32_t number, slot;
};

#define ROSTER_GONE UINT32_MAX

/** All zero is an empty one. */
struct roster {
    struct roster_entry *list; /**< by number; entries of connections that have ended are among them */
    size_t count, live, capacity;
};

/** Adds a connection whose number is the highest so far; false when memory ran out. */
bool roster_add(struct roster *roster, uint32_t number, uint32_t slot);

void roster_remove(struct roster *roster, uint32_t number);

/** The slot of a live connection; ROSTER_GONE. */
uint32_t roster_find(const struct roster *roster, uint32_t number);

/** The slot of the live connection with the next higher, or next lower, number; ROSTER_GONE behind the last. */
uint32_t roster_above(const struct roster *roster, uint32_t number);
uint32_t roster_below(const struct roster *roster, uint32_t number);

void roster_close(struct roster *roster);

#endif
