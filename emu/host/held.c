/* SPDX-License-Identifier: MIT */
#include "host/held.h"

#include <pthread.h>
#include <stdlib.h>

enum { FIRST_ROOM = 256 };

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static struct held **table; /* by address */
static size_t room, count;  /* places, a power of two; things */
static uint64_t sequence;
static int running = HELD_NOBODY;

void held_belong(int owner)
{
    pthread_mutex_lock(&lock);
    running = owner;
    pthread_mutex_unlock(&lock);
}

/* Blocks begin at multiples of 16, handles are multiples of 4. */
static size_t bucket_of(const void *what, size_t places)
{
    uint64_t mixed = ((uintptr_t)what >> 2) * UINT64_C(0x9e3779b97f4a7c15);
    return (size_t)(mixed >> 32) & (places - 1);
}

static bool grow(void)
{
    size_t larger = room ? 2 * room : FIRST_ROOM;
    struct held **fresh = calloc(larger, sizeof *fresh);
    if (!fresh)
        return room > 0;
    for (size_t i = 0; i < room; i++)
        for (struct held *each = table[i], *next; each; each = next) {
            struct held **place = &fresh[bucket_of(each->what, larger)];
            next = each->next;
            each->next = *place;
            *place = each;
        }
    free(table);
    table = fresh;
    room = larger;
    return true;
}

static void strike(enum held_kind kind, const void *what)
{
    struct held **at = room ? &table[bucket_of(what, room)] : NULL;
    while (at && *at && ((*at)->what != what || (*at)->kind != kind))
        at = &(*at)->next;
    if (!at || !*at)
        return;
    struct held *found = *at;
    *at = found->next;
    count--;
    free(found);
}

void *held_take(enum held_kind kind, void *what, size_t size, uintptr_t caller)
{
    if (!what)
        return NULL;
    pthread_mutex_lock(&lock);
    strike(kind, what);
    struct held *held = count < room || grow() ? malloc(sizeof *held) : NULL;
    if (held) {
        struct held **place = &table[bucket_of(what, room)];
        *held = (struct held){kind, what, size, caller, running, sequence++, *place};
        *place = held;
        count++;
    }
    pthread_mutex_unlock(&lock);
    return what;
}

void held_give_back(enum held_kind kind, const void *what)
{
    if (!what)
        return;
    pthread_mutex_lock(&lock);
    strike(kind, what);
    pthread_mutex_unlock(&lock);
}

void held_each(void (*visit)(void *self, const struct held *held), void *self)
{
    pthread_mutex_lock(&lock);
    for (size_t i = 0; i < room; i++)
        for (const struct held *each = table[i]; each; each = each->next)
            visit(self, each);
    pthread_mutex_unlock(&lock);
}

/* --- memory --- */

struct counting {
    uintptr_t base, end;
    bool (*keeps)(void *self, uintptr_t caller);
    void *self;
    struct held_memory memory;
    uint64_t oldest;
};

static void count_memory(void *self, const struct held *held)
{
    struct counting *counting = self;
    if (held->kind != HELD_MEMORY || held->caller < counting->base || held->caller >= counting->end ||
        (counting->keeps && counting->keeps(counting->self, held->caller)))
        return;
    if (counting->memory.blocks++ == 0 || held->sequence < counting->oldest) {
        counting->oldest = held->sequence;
        counting->memory.place = held->caller - counting->base;
    }
    counting->memory.bytes += held->size;
}

struct held_memory held_memory_of(uintptr_t base, uintptr_t end, bool (*keeps)(void *self, uintptr_t caller),
                                  void *self)
{
    struct counting counting = {.base = base, .end = end, .keeps = keeps, .self = self};
    held_each(count_memory, &counting);
    return counting.memory;
}
