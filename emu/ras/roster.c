/* SPDX-License-Identifier: MIT */
#include "ras/roster.h"

#include <stdlib.h>

bool roster_add(struct roster *roster, uint32_t number, uint32_t slot)
{
    if (roster->count == roster->capacity) {
        size_t capacity = roster->capacity ? roster->capacity * 2 : 16;
        struct roster_entry *list = realloc(roster->list, capacity * sizeof *list);
        if (!list)
            return false;
        roster->list = list;
        roster->capacity = capacity;
    }
    roster->list[roster->count++] = (struct roster_entry){number, slot};
    roster->live++;
    return true;
}

/* The place of the first entry whose number is not below this one */
static size_t place_of_number(const struct roster *roster, uint32_t number)
{
    size_t low = 0, high = roster->count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (roster->list[middle].number < number)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

static const struct roster_entry *find_entry(const struct roster *roster, uint32_t number)
{
    size_t place = place_of_number(roster, number);
    return place < roster->count && roster->list[place].number == number ? &roster->list[place] : NULL;
}

/* Once most entries are of connections that have ended, which is after as many ends as it costs */
static void compact(struct roster *roster)
{
    size_t kept = 0;
    for (size_t i = 0; i < roster->count; i++)
        if (roster->list[i].slot != ROSTER_GONE)
            roster->list[kept++] = roster->list[i];
    roster->count = kept;
}

void roster_remove(struct roster *roster, uint32_t number)
{
    enum { SMALL = 32 };
    struct roster_entry *entry = (struct roster_entry *)find_entry(roster, number);
    if (!entry || entry->slot == ROSTER_GONE)
        return;
    entry->slot = ROSTER_GONE;
    roster->live--;
    if (roster->count > SMALL && roster->live < roster->count / 2)
        compact(roster);
}

uint32_t roster_find(const struct roster *roster, uint32_t number)
{
    const struct roster_entry *entry = find_entry(roster, number);
    return entry ? entry->slot : ROSTER_GONE;
}

uint32_t roster_above(const struct roster *roster, uint32_t number)
{
    size_t place = number == UINT32_MAX ? roster->count : place_of_number(roster, number + 1);
    while (place < roster->count && roster->list[place].slot == ROSTER_GONE)
        place++;
    return place < roster->count ? roster->list[place].slot : ROSTER_GONE;
}

uint32_t roster_below(const struct roster *roster, uint32_t number)
{
    size_t place = place_of_number(roster, number);
    while (place > 0 && roster->list[place - 1].slot == ROSTER_GONE)
        place--;
    return place > 0 ? roster->list[place - 1].slot : ROSTER_GONE;
}

void roster_close(struct roster *roster)
{
    free(roster->list);
    *roster = (struct roster){0};
}
