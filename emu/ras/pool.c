/* SPDX-License-Identifier: MIT */
#include "ras/pool.h"

#include <stdlib.h>

static uint32_t size_of(const struct pool *pool)
{
    return pool->last - pool->first + 1;
}

bool pool_open(struct pool *pool, uint32_t first, uint32_t last)
{
    *pool = (struct pool){.first = first, .last = last};
    pool->used = calloc(size_of(pool) / 32 + 1, sizeof *pool->used);
    if (pool->used)
        pool->used[0] = 1; /* the server's own */
    return pool->used != NULL;
}

uint32_t pool_take(struct pool *pool)
{
    uint32_t size = size_of(pool);
    for (uint32_t word = 0; word <= size / 32; word++) {
        if (pool->used[word] == UINT32_MAX)
            continue;
        for (uint32_t bit = 0; bit < 32 && word * 32 + bit < size; bit++) {
            if (pool->used[word] & UINT32_C(1) << bit)
                continue;
            pool->used[word] |= UINT32_C(1) << bit;
            return pool->first + word * 32 + bit;
        }
    }
    return 0;
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
