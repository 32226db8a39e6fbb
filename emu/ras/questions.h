/* SPDX-License-Identifier: MIT */
/**
 * @file questions.h
 * What the server asks of whoever answers for its administration DLLs.
 *
 * The server model knows when RRAS asks and what an answer means. It knows nothing of DLLs, their
 * order or their processes: that is the chain's (callout/chain.h), which implements this interface.
 */
#ifndef RRASEMU_RAS_QUESTIONS_H
#define RRASEMU_RAS_QUESTIONS_H

#include <stdbool.h>
#include <stdint.h>

struct server;
struct connection;
struct link;

/** The questions of a connection's life. */
enum ask {
    ASK_PREAUTHENTICATION, /**< may the client skip PPP authentication */
    ASK_GET4,              /**< an IPv4 address for the user */
    ASK_GET6,              /**< an IPv6 interface identifier for the user */
    ASK_ACCEPT_CONNECTION, /**< may the connection live */
    ASK_ACCEPT_LINK,       /**< may the link join */
    ASK_REAUTHENTICATION,  /**< may the user stay after a change of the quarantine state */
    ASK_ENDPOINT,          /**< may the tunnel's endpoint change */
    ASK_RELEASE4,          /**< the IPv4 address is about to be released */
    ASK_RELEASE6,          /**< the IPv6 address is about to be released */
    ASK_LINK_HANGUP,       /**< a link was dismantled */
    ASK_CONNECTION_HANGUP, /**< the last link is gone */
    ASK_COUNT,
};

/** Names a connection for good: numbers are never used again, slots are. */
struct connection_ref {
    uint32_t slot, number; /**< number 0: nothing */
};

/** A question. Connection and link stay where they are until it is answered. */
struct question {
    enum ask ask;
    struct connection *connection;
    struct link *link; /**< the link concerned, or NULL */
    uint32_t ipv4;     /**< ASK_GET4: RAS's proposal; ASK_RELEASE4: the address. Host order */
    uint8_t ipv6[16];  /**< the same for the IPv6 pair */
    uint64_t heard;    /**< hang-ups: the listeners to tell, one bit each */
};

/** The answer, given to lifecycle_answer(), which drops one that no longer matters. */
struct answer {
    enum ask ask;
    struct connection_ref connection;
    uint32_t link; /**< number of the link asked about; 0: none */
    bool agreed;   /**< accepted; for addresses: NO_ERROR */
    uint32_t ipv4; /**< the address to use, host order; 0: none */
    uint8_t ipv6_id[8];
    bool notify;    /**< the release callout is wanted */
    bool duplicate; /**< another connection uses that address (Q21) */
    bool asked;     /**< accepts: a DLL has a callout for it, and was asked */
    uint64_t heard; /**< accepts: the listeners that were asked */
};

/** How the service's start went. */
enum start_result {
    START_OK,
    START_UNLOADABLE,    /**< S3 */
    START_MISSING,       /**< S4 */
    START_INIT_FAILED,   /**< S6 */
    START_ENDED,         /**< a callout ended its process; to the service that is S6 */
    START_BLOCKED,       /**< a callout never returns: the service neither starts nor fails */
    START_TABLE_UNUSABLE /**< S6a */
};

/** How the service's stop went. */
enum stop_result {
    STOP_OK,
    STOP_BLOCKED, /**< a callout never returns */
    STOP_ENDED,   /**< a callout ended the process: nobody is left to be called */
};

/** What the questions that are not answered yet wait for. */
enum pending {
    PENDING_NOTHING, /**< there are none */
    PENDING_TIME,    /**< virtual time has to pass: a callout sleeps */
    PENDING_FOREVER, /**< a callout that never returns (B0.forbidden) */
};

/** The answering side. */
struct ras_callouts {
    void *self;
    /** Reads the list of DLLs (S1); false when that cannot be done, which has been written to the event log. */
    bool (*read)(void *self, struct server *server);
    /** Loads and checks every DLL (S2 to S5). A failure has been written to the event log. */
    enum start_result (*load)(void *self, struct server *server);
    /** Initializes every DLL in order (S5 to S7). */
    enum start_result (*initialize)(void *self, struct server *server);
    /** Terminates every initialized DLL and unloads all (S9). */
    enum stop_result (*terminate)(void *self, struct server *server);
    /** Takes a question; the answer comes by lifecycle_answer() from inside a later pump(). */
    void (*ask)(void *self, struct server *server, const struct question *question);
    /** Goes on with what was asked. Whether there was anything to do; then more may follow. */
    bool (*pump)(void *self, struct server *server);
    /** When a thread of a DLL wants to run next, in virtual time; false: none does. */
    bool (*next)(void *self, uint64_t *time_ns);
    /** Lets such threads run, before `horizon_ns`; the server's time is then where one of them has done something. */
    void (*advance)(void *self, struct server *server, uint64_t horizon_ns);
    /** What is left to do after a pump() that did nothing. */
    enum pending (*pending)(void *self);
    /** Forgets every question and every DLL: the processes they ran in are gone. */
    void (*reset)(void *self, struct server *server);
    /** Gives up what can never be answered, and reports who waited for it. */
    void (*abandon)(void *self, struct server *server);
};

#endif
