/* SPDX-License-Identifier: MIT */
#include "ras/oddity.h"

#include <stdbool.h>
#include <stddef.h>

/* Blocks of addresses that are no client's */
static const struct {
    uint32_t network, mask;
    const char *words;
} blocks[] = {
    {0xffffffff, 0xffffffff, "the broadcast address of every network"},
    {0x00000000, 0xff000000, "of network 0, which means this network"},
    {0x7f000000, 0xff000000, "a loopback address"},
    {0xe0000000, 0xf0000000, "a multicast address"},
    {0xf0000000, 0xf0000000, "of the reserved block 240.0.0.0/4"},
};

static uint32_t turn_round(uint32_t address)
{
    return address << 24 | (address & 0xff00) << 8 | (address >> 8 & 0xff00) | address >> 24;
}

static bool is_of_pool(uint32_t address, const struct pool *pool)
{
    return address >= pool->first && address <= pool->last;
}

/* The bits of a host in the smallest network that holds the pool */
static uint32_t host_bits(const struct pool *pool)
{
    uint32_t bits = 0;
    while ((pool->first & ~bits) != (pool->last & ~bits))
        bits = bits << 1 | 1;
    return bits;
}

/* Next to each other in the octet that stands first, alike in the others */
static bool counts_in_first_octet(uint32_t address, uint32_t before)
{
    uint32_t now = address >> 24, then = before >> 24;
    return before != 0 && (address & 0xffffff) == (before & 0xffffff) && (now == then + 1 || then == now + 1);
}

void oddity_describe(struct text *words, uint32_t address, uint32_t before, const struct pool *pool)
{
    uint32_t mirror = turn_round(address), bits = host_bits(pool);
    for (size_t i = 0; i < sizeof blocks / sizeof *blocks; i++)
        if ((address & blocks[i].mask) == blocks[i].network) {
            text_add(words, blocks[i].words);
            return;
        }
    if (address == pool->first) {
        text_add(words, "the server's own");
    } else if (bits > 3 && (address & ~bits) == (pool->first & ~bits) && (address & bits) == bits) {
        text_add(words, "the broadcast address of the server's network");
    } else if (bits > 3 && (address & ~bits) == (pool->first & ~bits) && (address & bits) == 0) {
        text_add(words, "the name of the server's network");
    } else if (!is_of_pool(address, pool) && is_of_pool(mirror, pool)) {
        text_add_ipv4(words, mirror);
        text_add(words, " with its bytes turned round: addresses cross in network byte order, as htonl() makes them");
    } else if (!is_of_pool(address, pool) && counts_in_first_octet(address, before)) {
        text_add(words,
                 "next to the one before it in its first octet: addresses cross in network byte order, as htonl() "
                 "makes them");
    }
}
