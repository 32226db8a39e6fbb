/* SPDX-License-Identifier: MIT */
/**
 * @file endpoint.h
 * @brief A socket of a DLL, and what peers of the scenario have sent it. Internal to the run-time library.
 *
 * A socket reaches peers (world.h), other programs of this machine by a socket of the system (socket_below.h), or both. What
 * peers send arrives in virtual time: it lies with the endpoint from the instant on at which it was asked for, and can be
 * received once the clock is there.
 */
#ifndef RRAS_RUNTIME_ENDPOINT_H
#define RRAS_RUNTIME_ENDPOINT_H

#include "socket_below.h"
#include "world.h"

/** What comes from a peer. */
struct arrival {
    struct arrival *next;
    uint64_t at_ns;
    const struct rras_peer *peer;
    enum { ARRIVES_ANSWER, ARRIVES_RESET, ARRIVES_END } kind;
    size_t taken; /**< bytes of the answer that were received */
};

/** Options that are kept as they are set; endpoint_options in socket_option.c has a row for each. */
enum { ENDPOINT_OPTIONS = 12 };

struct endpoint {
    struct endpoint *next; /**< of its bucket */
    SOCKET socket;
    int family, type;
    bool never_waits; /**< FIONBIO */
    bool below;       /**< the socket of the system is used: it is bound, or has sent to this machine */
    bool bound_any;   /**< by bind() to any address of this machine */
    bool listens;
    bool receives, sends;         /**< until shutdown() */
    const struct rras_peer *peer; /**< it is connected to that one */
    bool connecting, connected;   /**< by the socket of the system */
    bool reset;                   /**< TCP: by the peer */
    USHORT port;                  /**< its own, host order, while only peers know it; 0: none */
    struct arrival *first;        /**< in order of time */
    LONG options[ENDPOINT_OPTIONS];
};

/** One lock for all of them. It is given back while somebody waits. */
void endpoints_lock(void);
void endpoints_unlock(void);

/** The functions below are called with the lock held. */

/** NULL with the last error set: it is no socket. `function` is the caller's name. */
struct endpoint *endpoint_find(SOCKET socket, const char *function);

/** One more, for a socket of the system, which ends with it. NULL with the last error set, and the socket closed. */
struct endpoint *endpoint_add(SOCKET below, int family, int type);
void endpoint_remove(struct endpoint *endpoint);

/** The peer at an address, the first of them; NULL: there is none. */
const struct rras_peer *endpoint_peer_at(bool tcp, const SOCKADDR *address);

/** The socket sends this to the peers at that one's address, and one may answer. FALSE: no memory. */
bool endpoint_ask(struct endpoint *endpoint, const struct rras_peer *peer, const char *bytes, size_t size);

/** What has arrived and comes first; NULL: nothing has yet. */
struct arrival *endpoint_arrived(const struct endpoint *endpoint);

/** It is received. */
void endpoint_take(struct endpoint *endpoint);

/** Whether anything can still come, or is there, that no other program of this machine brings. */
bool endpoint_of_peers(const struct endpoint *endpoint);

/** What somebody waits for. */
struct interest {
    SOCKET socket;             /**< INVALID_SOCKET: nothing */
    SHORT events, found;       /**< as of WSAPOLLFD */
    struct endpoint *endpoint; /**< as it was last; NULL: it is closed */
};

/** Virtual time, nanoseconds. */
uint64_t endpoints_now(void);
#define ENDPOINTS_NEVER UINT64_MAX

/** Waits until there is something of these, or time is up: of how many there is. `call` is for messages. */
int endpoints_await(struct interest *interests, ULONG count, uint64_t until_ns, const char *call);

/** A port that no other endpoint of this process has, as systems give them out. */
USHORT endpoints_next_port(void);

#endif
