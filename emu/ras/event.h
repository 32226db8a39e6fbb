/* SPDX-License-Identifier: MIT */
/**
 * @file event.h
 * What can happen to a connection.
 */
#ifndef RRASEMU_RAS_EVENT_H
#define RRASEMU_RAS_EVENT_H

#include <stdint.h>

/** What can happen to a connection. Those of a link say which. */
enum connection_event {
    ON_CALL, /**< a client calls */
    ON_AUTHENTICATION_FAILED,
    ON_AUTHENTICATED,
    ON_COOKIE, /**< an SSTP client presents a cookie instead of authenticating */
    ON_COOKIE_ACCEPTED,
    ON_COOKIE_REFUSED,
    ON_ADDRESS_FAILED,    /**< a Get callout returned a code */
    ON_NO_ADDRESS,        /**< nobody had an address */
    ON_DUPLICATE_ADDRESS, /**< it is another client's, and a policy minds */
    ON_ADDRESS_GIVEN,     /**< for the family that was asked for */
    ON_NEGOTIATED,
    ON_NEGOTIATION_OVER, /**< authentication or negotiation took too long */
    ON_ACCEPTED,
    ON_REFUSED,
    ON_LINK_CALL,          /**< a further link calls */
    ON_LINK_AUTHENTICATED, /**< a further link wants to join */
    ON_LINK_ACCEPTED,
    ON_LINK_REFUSED,
    ON_LINK_DOWN,
    ON_LINK_TOLD,         /**< the DLLs were told of the end of a link */
    ON_QUARANTINE_CHANGE, /**< the NAP agent changed the state */
    ON_REAUTHENTICATED,
    ON_PROBATION_OVER,
    ON_FILTERS_OVER,      /**< the session time under quarantine filters */
    ON_QUARANTINE_LIFTED, /**< Network Access Quarantine Control let the client out */
    ON_MOVE,              /**< the client's outer address changes */
    ON_MOVED,
    ON_UNREACHABLE,
    ON_REACHABLE,
    ON_OUTAGE,    /**< the network-outage time is over */
    ON_ECHO_OVER, /**< the time is over in which a silent PPP peer is believed in */
    ON_IDLE,      /**< the idle time is over */
    ON_SESSION_LIMIT,
    ON_HANGUP,       /**< the connection is to end */
    ON_SERVICE_LOST, /**< the service's process ended */
    ON_DROPPED,      /**< the service stops and says nothing (Q13) */
    ON_TOLD,         /**< the DLLs were told of a step of the end */
    ON_DISMANTLED,   /**< everyone who had to be told was told */
    CONNECTION_EVENT_COUNT,
};

/** Names of the events, for tables and pictures. */
extern const char *const connection_event_names[CONNECTION_EVENT_COUNT];

/** What a change that comes from outside asks for. */
struct wish {
    uint32_t quarantine;               /**< RAS_QUARANTINE_STATE */
    uint32_t endpoint, local_endpoint; /**< host order; 0: as it is */
    uint64_t probation_ns;             /**< how long a probation lasts */
};

/** One event, and what it brings. */
struct happening {
    enum connection_event event;
    uint32_t link;   /**< number of the link concerned; 0: none */
    uint32_t reason; /**< ON_HANGUP: enum end_reason */
    struct wish wish;
};

#endif
