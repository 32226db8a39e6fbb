/* SPDX-License-Identifier: MIT */
/**
 * @file random.h
 * Named streams of random numbers (xoshiro256**, seeded by splitmix64).
 *
 * Every stream depends on the run's seed, its name and its index only: a connection draws the same
 * numbers however many others live beside it.
 */
#ifndef RRASEMU_CORE_RANDOM_H
#define RRASEMU_CORE_RANDOM_H

#include <stddef.h>
#include <stdint.h>

/** The state of one stream. */
struct random_stream {
    uint64_t state[4];
};

/** Opens the stream `name`, number `index`, of the run with this seed. */
struct random_stream random_open(uint64_t seed, const char *name, uint64_t index);

/** The next 64 bits. */
uint64_t random_next(struct random_stream *stream);

/** A number from low to high, both included, each as likely as the other. */
uint64_t random_between(struct random_stream *stream, uint64_t low, uint64_t high);

/** Fills memory. */
void random_bytes(struct random_stream *stream, void *bytes, size_t count);

#endif
