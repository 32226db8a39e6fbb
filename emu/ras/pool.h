/* SPDX-License-Identifier: MIT */
/**
 * @file pool.h
 * The IPv4 addresses RRAS proposes: a static pool, or leases of a DHCP server (B2.pool, B2.dhcp).
 */
#ifndef RRASEMU_RAS_POOL_H
#define RRASEMU_RAS_POOL_H

#include "core/bits.h"

#include <stdbool.h>
#include <stdint.h>

/** Where the proposals come from. */
enum address_source {
    ADDRESSES_STATIC, /**< the server's configured range */
    ADDRESSES_DHCP,   /**< leases, fetched in blocks */
    ADDRESSES_NONE,   /**< RRAS has none: the DLL must */
};

/** What a pool is made from. Numbers are in host byte order. */
struct pool_options {
    uint32_t source;      /**< enum address_source */
    uint32_t first, last; /**< the range, or what the DHCP server has to lease */
    uint32_t block;       /**< leases fetched at once: InitialAddressPoolSize */
    uint32_t absent;      /**< 1: no DHCP server answers when the service starts */
};

enum { POOL_BLOCK_DEFAULT = 10, POOL_BLOCK_MOST = 1 << 20 };

/** A pool of consecutive addresses. The first belongs to the server's own RAS interface. */
struct pool {
    struct pool_options options;
    uint32_t first, last; /**< as in the options; 169.254/16 where no DHCP server answered */
    uint32_t held;        /**< how many of them RRAS has to give, its own included */
    bool lost;            /**< the DHCP server cannot be reached any more */
    struct bits used;     /**< by distance from the first */
};

/** Makes a pool and fetches its first block. False when memory ran out. */
bool pool_open(struct pool *pool, const struct pool_options *options);

/** Takes the lowest free client address, fetching a further block for it if need be; 0 when there is
 * none. While the DHCP server is lost there is one only if `leased_do`: those fetched before. */
uint32_t pool_take(struct pool *pool, bool leased_do);

/** Takes this address, if it is the pool's and free. */
bool pool_claim(struct pool *pool, uint32_t address);

/** Gives an address back; one that is not the pool's is none of its business. */
void pool_give(struct pool *pool, uint32_t address);

/** Number of client addresses in use. */
uint32_t pool_in_use(const struct pool *pool);

void pool_close(struct pool *pool);

#endif
