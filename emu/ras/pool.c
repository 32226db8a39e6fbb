/* SPDX-License-Identifier: MIT */
#include "ras/pool.h"

/* What a machine without a DHCP server gives itself (B2.dhcp) */
#define AUTOMATIC_FIRST UINT32_C(0xa9fe0001) /* 169.254.0.1 */
#define AUTOMATIC_LAST UINT32_C(0xa9fefffe)  /* 169.254.255.254 */

static uint32_t size_of(const struct pool *pool)
{
    return pool->last - pool->first + 1;
}

static void fetch_block(struct pool *pool)
{
    uint32_t left = size_of(pool) - pool->held;
    pool->held += left < pool->options.block ? left : pool->options.block;
}

bool pool_open(struct pool *pool, const struct pool_options *options)
{
    *pool = (struct pool){.options = *options, .first = options->first, .last = options->last};
    if (options->source == ADDRESSES_DHCP && options->absent) {
        pool->first = AUTOMATIC_FIRST;
        pool->last = AUTOMATIC_LAST;
        pool->options.source = ADDRESSES_STATIC;
    }
    if (!bits_open(&pool->used, size_of(pool)))
        return false;
    bits_take(&pool->used, 0); /* the server's own */
    if (pool->options.source == ADDRESSES_STATIC)
        pool->held = size_of(pool);
    else if (pool->options.source == ADDRESSES_DHCP)
        fetch_block(pool);
    return true;
}

static uint32_t take_held(struct pool *pool)
{
    uint32_t place = bits_lowest(&pool->used);
    if (place >= pool->held)
        return 0;
    bits_take(&pool->used, place);
    return pool->first + place;
}

uint32_t pool_take(struct pool *pool, bool leased_do)
{
    if (pool->lost && !leased_do)
        return 0;
    uint32_t address = take_held(pool);
    while (!address && pool->options.source == ADDRESSES_DHCP && !pool->lost && pool->held < size_of(pool)) {
        fetch_block(pool);
        address = take_held(pool);
    }
    return address;
}

bool pool_claim(struct pool *pool, uint32_t address)
{
    return address > pool->first && address <= pool->last && bits_take(&pool->used, address - pool->first);
}

void pool_give(struct pool *pool, uint32_t address)
{
    if (address > pool->first && address <= pool->last)
        bits_free(&pool->used, address - pool->first);
}

uint32_t pool_in_use(const struct pool *pool)
{
    return pool->used.taken - 1; /* without the server's own */
}

void pool_close(struct pool *pool)
{
    bits_close(&pool->used);
    *pool = (struct pool){0};
}
