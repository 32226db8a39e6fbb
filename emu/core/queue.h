/* SPDX-License-Identifier: MIT */
/**
 * @file queue.h
 * The queue of virtual time: events in order of (time, sequence).
 *
 * Two events of the same instant leave in the order in which they were pushed, whatever else is
 * queued; this is what makes a run repeatable. libevent's timers give no such order, so they only
 * pace what this queue decides.
 */
#ifndef RRASEMU_CORE_QUEUE_H
#define RRASEMU_CORE_QUEUE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/** What happens at an instant. Only the pusher knows what the numbers mean. */
struct queue_event {
    uint64_t time_ns; /**< virtual nanoseconds since the service started */
    uint32_t kind;
    uint32_t subject;
    uint32_t number;
    uint32_t value;
    uint32_t link;
};

/** A 16-byte heap entry; the payload stays in its slot, so that sifting moves little memory. */
struct queue_key {
    uint64_t time_ns;
    uint64_t tie; /**< sequence number above, slot number in the low QUEUE_SLOT_BITS bits */
};

/** A queue; all zero is an empty one. */
struct queue {
    struct queue_key *keys;
    struct queue_event *slots;
    uint32_t *free_slots;
    size_t count, capacity;
    uint64_t sequence;
};

/** Adds an event. False when memory ran out or the queue holds 2^24 events already. */
bool queue_push(struct queue *queue, const struct queue_event *event);

/** Takes the earliest event out; false when there is none. */
bool queue_pop(struct queue *queue, struct queue_event *event);

/** The earliest event's time; false when there is none. */
bool queue_next_time(const struct queue *queue, uint64_t *time_ns);

/** Frees what the queue holds; it is empty and usable again afterwards. */
void queue_clear(struct queue *queue);

#endif
