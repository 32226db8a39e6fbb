/* SPDX-License-Identifier: MIT */
#include "core/tally.h"

#include <stdlib.h>

/* Mixes all bits into all (splitmix64's last step), as addresses are much alike. */
static uint64_t mix(uint64_t number)
{
    number = (number ^ number >> 30) * UINT64_C(0xbf58476d1ce4e5b9);
    number = (number ^ number >> 27) * UINT64_C(0x94d049bb133111eb);
    return number ^ number >> 31;
}

/* The entry of a number, or the free one where the search for it ends */
static struct tally_entry *entry_of(struct tally_entry *entries, size_t capacity, uint64_t number)
{
    size_t place = (size_t)mix(number) & (capacity - 1);
    while (entries[place].kept && entries[place].number != number)
        place = (place + 1) & (capacity - 1);
    return &entries[place];
}

/* Twice the room for those that are still there; entries without a count are left behind */
static bool grow(struct tally *tally)
{
    size_t live = 0;
    for (size_t i = 0; i < tally->capacity; i++)
        live += tally->entries[i].count > 0;
    size_t capacity = 16;
    while (capacity < live * 4)
        capacity *= 2;
    struct tally_entry *entries = calloc(capacity, sizeof *entries);
    if (!entries)
        return false;
    for (size_t i = 0; i < tally->capacity; i++)
        if (tally->entries[i].count > 0)
            *entry_of(entries, capacity, tally->entries[i].number) = tally->entries[i];
    free(tally->entries);
    *tally = (struct tally){.entries = entries, .capacity = capacity, .used = live};
    return true;
}

bool tally_add(struct tally *tally, uint64_t number)
{
    if (tally->used * 4 >= tally->capacity * 3 && !grow(tally))
        return false;
    struct tally_entry *entry = entry_of(tally->entries, tally->capacity, number);
    tally->used += !entry->kept;
    *entry = (struct tally_entry){number, entry->count + 1, true};
    return true;
}

void tally_remove(struct tally *tally, uint64_t number)
{
    if (tally->capacity == 0)
        return;
    struct tally_entry *entry = entry_of(tally->entries, tally->capacity, number);
    if (entry->count > 0)
        entry->count--;
}

uint32_t tally_count(const struct tally *tally, uint64_t number)
{
    return tally->capacity ? entry_of(tally->entries, tally->capacity, number)->count : 0;
}

void tally_close(struct tally *tally)
{
    free(tally->entries);
    *tally = (struct tally){0};
}
