/* SPDX-License-Identifier: MIT */
/**
 * @file lifecycle.h
 * The life of a connection as one table (callouts.md C.3).
 */
#ifndef RRASEMU_RAS_LIFECYCLE_H
#define RRASEMU_RAS_LIFECYCLE_H

#include "ras/callouts.h"
#include "ras/connection.h"

#include <stdbool.h>
#include <stddef.h>

struct server;

/** What can happen to a connection. */
enum connection_event {
    ON_CALL,                  /**< a client calls */
    ON_AUTHENTICATION_FAILED,
    ON_AUTHENTICATED,
    ON_ADDRESS_FAILED,        /**< a Get callout returned a code */
    ON_NO_ADDRESS,            /**< nobody had an address */
    ON_NEGOTIATED,
    ON_ACCEPTED,
    ON_REFUSED,
    ON_HANGUP,                /**< the connection is to end; connection.ending says why */
    ON_DISMANTLED,            /**< everyone who had to be told was told */
    CONNECTION_EVENT_COUNT,
};

/** Names of the events, for tables and pictures. */
extern const char *const connection_event_names[CONNECTION_EVENT_COUNT];

/** One row: in this state, on this event, if the guard holds: next state, then the action. */
struct lifecycle_row {
    const char *rule;
    enum connection_state from;
    enum connection_event event;
    bool (*guard)(const struct server *server, const struct connection *connection);
    enum connection_state to;
    void (*action)(struct server *server, struct connection *connection);
    const char *text; /**< what happens, for readers of the table and of transcripts */
};

extern const struct lifecycle_row lifecycle[];
extern const size_t lifecycle_length;

/** Something happens to a connection. What the table has no row for, does not concern it. */
void lifecycle_event(struct server *server, struct connection *connection,
                     enum connection_event event);

/** The answer to the question a connection has asked. */
void lifecycle_answer(struct server *server, struct connection *connection,
                      const struct answer *answer);

#endif
