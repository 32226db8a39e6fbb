/* SPDX-License-Identifier: MIT */
#include "core/bits.h"

#include <stdlib.h>

enum { WORD_BITS = 64 };

static uint32_t words_for(uint32_t count)
{
    return count / WORD_BITS + (count % WORD_BITS != 0);
}

bool bits_open(struct bits *bits, uint32_t size)
{
    *bits = (struct bits){.size = size};
    for (uint32_t count = size; count > 0; count = count > WORD_BITS ? words_for(count) : 0) {
        uint64_t *words = calloc(words_for(count), sizeof *words);
        if (!words) {
            bits_close(bits);
            return false;
        }
        if (count % WORD_BITS) /* what is behind the last place is never free */
            words[count / WORD_BITS] = ~UINT64_C(0) << count % WORD_BITS;
        bits->levels[bits->depth++] = words;
    }
    return true;
}

static uint64_t *word_of(const struct bits *bits, unsigned level, uint32_t place)
{
    return &bits->levels[level][place / WORD_BITS];
}

static uint64_t bit_of(uint32_t place)
{
    return UINT64_C(1) << place % WORD_BITS;
}

bool bits_take(struct bits *bits, uint32_t place)
{
    if (place >= bits->size || *word_of(bits, 0, place) & bit_of(place))
        return false;
    bits->taken++;
    for (unsigned level = 0; level < bits->depth; level++, place /= WORD_BITS) {
        uint64_t *word = word_of(bits, level, place);
        *word |= bit_of(place);
        if (*word != ~UINT64_C(0))
            break;
    }
    return true;
}

bool bits_free(struct bits *bits, uint32_t place)
{
    if (place >= bits->size || !(*word_of(bits, 0, place) & bit_of(place)))
        return false;
    bits->taken--;
    for (unsigned level = 0; level < bits->depth; level++, place /= WORD_BITS)
        *word_of(bits, level, place) &= ~bit_of(place);
    return true;
}

static uint32_t lowest_clear(uint64_t word)
{
    uint32_t bit = 0;
    while (word >> bit & 1)
        bit++;
    return bit;
}

uint32_t bits_lowest(const struct bits *bits)
{
    uint32_t place = 0;
    if (bits->taken == bits->size)
        return bits->size;
    for (unsigned level = bits->depth; level-- > 0;)
        place = place * WORD_BITS + lowest_clear(bits->levels[level][place]);
    return place;
}

void bits_close(struct bits *bits)
{
    for (unsigned level = 0; level < BITS_LEVELS; level++)
        free(bits->levels[level]);
    *bits = (struct bits){0};
}
