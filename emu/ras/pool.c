/* SPDX-License-Identifier: MIT */
#include "ras/pool.h"

#include <stdlib.h>

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
    pool->used = calloc(size_of(pool) / 32 + 1, sizeof *pool->used);
    if (!pool->used)
        return false;
    pool->used[0] = 1; /* the server's own */
    if (pool->options.source == ADDRESSES_STATIC)
        pool->held = size_of(pool);
    else if (pool->options.source == ADDRESSES_DHCP)
        fetch_block(pool);
    return true;
}

static uint32_t take_held(struct pool *pool)
{
    for (uint32_t word = 0; word * 32 < pool->held; word++) {
        if (pool->used[word] == UINT32_MAX)
            continue;
        for (uint32_t bit = 0; bit < 32 && word * 32 + bit < pool->held; bit++) {
            if (pool->used[word] & UINT32_C(1) << bit)
                continue;
            pool->used[word] |= UINT32_C(1) << bit;
            return pool->first + word * 32 + bit;
        }
    }
    return 0;
}

uint32_t pool_take(struct pool *pool, bool leased_do)
{
    if (pool->lost && !leased_do)
        return 0;
    uint32_t address = take_held(pool);
    while (!address && pool->options.source == ADDRESSES_DHCP && !pool->lost &&
           pool->held < size_of(pool)) {
        fetch_block(pool);
        address = take_held(pool);
    }
    return address;
}

bool pool_claim(struct pool *pool, uint32_t address)
{
    if (address <= pool->first || address > pool->last)
        return false;
    uint32_t at = address - pool->first, bit = UINT32_C(1) << at % 32;
    bool free = !(pool->used[at / 32] & bit);
    pool->used[at / 32] |= bit;
    return free;
}

void pool_give(struct pool *pool, uint32_t address)
{
    if (address <= pool->first || address > pool->last)
        return;
    uint32_t at = address - pool->first;
    pool->used[at / 32] &= ~(UINT32_C(1) << at % 32);
}

uint32_t pool_in_use(const struct pool *pool)
{
    uint32_t count = 0;
    for (uint32_t at = 1; at < size_of(pool); at++)
        count += pool->used[at / 32] >> at % 32 & 1;
    return count;
}

void pool_close(struct pool *pool)
{
    free(pool->used);
    *pool = (struct pool){0};
}
