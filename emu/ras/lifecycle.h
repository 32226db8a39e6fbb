/* SPDX-License-Identifier: MIT */
/**
 * @file lifecycle.h
 * The life of a connection as one table (C3).
 */
#ifndef RRASEMU_RAS_LIFECYCLE_H
#define RRASEMU_RAS_LIFECYCLE_H

#include "ras/callouts.h"
#include "ras/connection.h"

#include <stdbool.h>
#include <stddef.h>

struct server;

/** What can happen to a connection. Those of a link say which. */
enum connection_event {
    ON_CALL,                  /**< a client calls */
    ON_AUTHENTICATION_FAILED,
    ON_AUTHENTICATED,
    ON_COOKIE,                /**< an SSTP client presents a cookie instead of authenticating */
    ON_COOKIE_ACCEPTED,
    ON_COOKIE_REFUSED,
    ON_ADDRESS_FAILED,        /**< a Get callout returned a code */
    ON_NO_ADDRESS,            /**< nobody had an address */
    ON_DUPLICATE_ADDRESS,     /**< it is another client's, and a policy minds */
    ON_NEGOTIATED,
    ON_NEGOTIATION_OVER,      /**< authentication or negotiation took too long */
    ON_ACCEPTED,
    ON_REFUSED,
    ON_LINK_AUTHENTICATED,    /**< a further link wants to join */
    ON_LINK_ACCEPTED,
    ON_LINK_REFUSED,
    ON_LINK_DOWN,
    ON_QUARANTINE_CHANGE,     /**< the NAP agent changed the state */
    ON_REAUTHENTICATED,
    ON_PROBATION_OVER,
    ON_FILTERS_OVER,          /**< the session time under quarantine filters */
    ON_QUARANTINE_LIFTED,     /**< Network Access Quarantine Control let the client out */
    ON_MOVE,                  /**< the client's outer address changes */
    ON_MOVED,
    ON_UNREACHABLE,
    ON_REACHABLE,
    ON_OUTAGE,                /**< the network-outage time may be over */
    ON_ECHO_OVER,             /**< the time may be over in which a silent PPP peer is believed in */
    ON_IDLE,                  /**< the idle time may be over */
    ON_SESSION_LIMIT,
    ON_HANGUP,                /**< the connection is to end; connection.ending says why */
    ON_SERVICE_LOST,          /**< the service's process ended */
    ON_DROPPED,               /**< the service stops and says nothing (Q13) */
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
    void (*action)(struct server *server, struct connection *connection, uint32_t link);
    enum end_reason ending; /**< why the connection ends by this row, unless that is known already */
    const char *text; /**< what happens, for readers of the table and of transcripts */
};

extern const struct lifecycle_row lifecycle[];
extern const size_t lifecycle_length;

/** Something happens to a connection, or to its link of that number. False when the table has no row for
 * it: then nothing happens. */
bool lifecycle_event(struct server *server, struct connection *connection,
                     enum connection_event event, uint32_t link);

/** The answer to the question a connection has asked; dropped when it does not wait for it. */
void lifecycle_answer(struct server *server, const struct answer *answer);

/** A duration of the connection's own random stream, from range[0] to range[1] milliseconds. */
uint64_t lifecycle_draw_ms(struct connection *connection, const uint32_t range[2]);

#endif
