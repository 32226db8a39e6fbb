/* SPDX-License-Identifier: MIT */
/**
 * @file pool.h
 * The static IPv4 address pool, from which RRAS proposes addresses (B2.pool).
 */
#ifndef RRASEMU_RAS_POOL_H
#define RRASEMU_RAS_POOL_H

#include <stdbool.h>
#include <stdint.h>

/** A pool of consecutive addresses; numbers are in host byte order. The first belongs to the
 * server's own RAS interface. */
struct pool {
    uint32_t first, last;
    uint32_t *used; /**< one bit an address */
};

/** Makes a pool; first..last must hold the server's address and may be empty otherwise. False when
 * memory ran out. */
bool pool_open(struct pool *pool, uint32_t first, uint32_t last);

/** Takes the lowest free client address; 0 when all are used. */
uint32_t pool_take(struct pool *pool);

/** Takes this address, if it is the pool's and free. */
bool pool_claim(struct pool *pool, uint32_t address);

/** Gives an address back; one that is not the pool's is none of its business. */
void pool_give(struct pool *pool, uint32_t address);

/** Number of client addresses in use. */
uint32_t pool_in_use(const struct pool *pool);

void pool_close(struct pool *pool);

#endif
