/* SPDX-License-Identifier: MIT */
#include "core/queue.h"

#include <stdlib.h>

enum { QUEUE_SLOT_BITS = 24, QUEUE_ARITY = 4, QUEUE_FIRST_CAPACITY = 64 };
#define QUEUE_SLOT_MASK ((UINT64_C(1) << QUEUE_SLOT_BITS) - 1)

static bool earlier(struct queue_key a, struct queue_key b)
{
    return a.time_ns != b.time_ns ? a.time_ns < b.time_ns : a.tie < b.tie;
}

static bool grow(struct queue *queue)
{
    size_t capacity = queue->capacity ? queue->capacity * 2 : QUEUE_FIRST_CAPACITY;
    if (capacity > QUEUE_SLOT_MASK + 1)
        return false;
    struct queue_key *keys = realloc(queue->keys, capacity * sizeof *keys);
    if (!keys)
        return false;
    queue->keys = keys;
    struct queue_event *slots = realloc(queue->slots, capacity * sizeof *slots);
    if (!slots)
        return false;
    queue->slots = slots;
    uint32_t *free_slots = realloc(queue->free_slots, capacity * sizeof *free_slots);
    if (!free_slots)
        return false;
    queue->free_slots = free_slots;
    for (size_t slot = queue->capacity; slot < capacity; slot++)
        queue->free_slots[slot] = (uint32_t)slot;
    queue->capacity = capacity;
    return true;
}

static void sift_up(struct queue *queue, size_t at, struct queue_key key)
{
    while (at > 0) {
        size_t parent = (at - 1) / QUEUE_ARITY;
        if (!earlier(key, queue->keys[parent]))
            break;
        queue->keys[at] = queue->keys[parent];
        at = parent;
    }
    queue->keys[at] = key;
}

static void sift_down(struct queue *queue, struct queue_key key)
{
    size_t at = 0;
    for (;;) {
        size_t first = at * QUEUE_ARITY + 1;
        if (first >= queue->count)
            break;
        size_t last = first + QUEUE_ARITY < queue->count ? first + QUEUE_ARITY : queue->count;
        size_t best = first;
        for (size_t child = first + 1; child < last; child++)
            if (earlier(queue->keys[child], queue->keys[best]))
                best = child;
        if (!earlier(queue->keys[best], key))
            break;
        queue->keys[at] = queue->keys[best];
        at = best;
    }
    queue->keys[at] = key;
}

bool queue_push(struct queue *queue, const struct queue_event *event)
{
    if (queue->count == queue->capacity && !grow(queue))
        return false;
    /* free_slots[count..capacity) are the slots not in use */
    uint32_t slot = queue->free_slots[queue->count];
    queue->slots[slot] = *event;
    struct queue_key key = {event->time_ns, queue->sequence++ << QUEUE_SLOT_BITS | slot};
    sift_up(queue, queue->count++, key);
    return true;
}

bool queue_pop(struct queue *queue, struct queue_event *event)
{
    if (queue->count == 0)
        return false;
    uint32_t slot = (uint32_t)(queue->keys[0].tie & QUEUE_SLOT_MASK);
    *event = queue->slots[slot];
    queue->count--;
    queue->free_slots[queue->count] = slot;
    if (queue->count > 0)
        sift_down(queue, queue->keys[queue->count]);
    return true;
}

bool queue_next_time(const struct queue *queue, uint64_t *time_ns)
{
    if (queue->count == 0)
        return false;
    *time_ns = queue->keys[0].time_ns;
    return true;
}

void queue_clear(struct queue *queue)
{
    free(queue->keys);
    free(queue->slots);
    free(queue->free_slots);
    *queue = (struct queue){0};
}
