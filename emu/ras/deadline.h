/* SPDX-License-Identifier: MIT */
/**
 * @file deadline.h
 * Times at which something is over for a connection, unless it is put off or cancelled before.
 */
#ifndef RRASEMU_RAS_DEADLINE_H
#define RRASEMU_RAS_DEADLINE_H

#include "ras/event.h"

#include <stdbool.h>
#include <stdint.h>

struct server;
struct connection;

enum deadline {
    DEADLINE_NEGOTIATION,
    DEADLINE_IDLE,
    DEADLINE_SESSION,
    DEADLINE_PROBATION,
    DEADLINE_FILTERS,
    DEADLINE_OUTAGE,
    DEADLINE_ECHO,
    DEADLINE_COUNT,
    DEADLINE_NONE = DEADLINE_COUNT,
};

/** A kind of deadline. */
struct deadline_row {
    enum connection_event event; /**< what happens when it is due */
    bool
        keeps_run; /**< a run does not end while it is still to come; otherwise something else is, or it does not matter */
};

extern const struct deadline_row deadlines[DEADLINE_COUNT];

/** One deadline of a connection. */
struct deadline_state {
    uint64_t due_ns;    /**< 0: there is none */
    uint64_t queued_ns; /**< when the queue looks at it; 0: it does not */
};

/** Sets it, or puts it off. */
void deadline_set(struct server *server, struct connection *connection, enum deadline deadline, uint64_t due_ns);

/** Cancels it. */
void deadline_clear(struct connection *connection, enum deadline deadline);
void deadline_clear_all(struct connection *connection);

/** The queue looks at it: whether it is due. One that was put off is queued anew. */
bool deadline_look(struct server *server, struct connection *connection, enum deadline deadline, uint64_t queued_ns);

/** The deadline whose event this is; DEADLINE_NONE. */
enum deadline deadline_of(enum connection_event event);

/** Whether it was set for a time that has come. */
bool deadline_is_due(const struct server *server, const struct connection *connection, enum deadline deadline);

#endif
