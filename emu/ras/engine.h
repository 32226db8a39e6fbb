/* SPDX-License-Identifier: MIT */
/**
 * @file engine.h
 * What makes a server live: clients that call, and time that passes.
 */
#ifndef RRASEMU_RAS_ENGINE_H
#define RRASEMU_RAS_ENGINE_H

#include "ras/server.h"

/** A client calls, now. */
struct connection_ref engine_dial(struct server *server, const struct dial *dial);

/** A further link of the client begins to join an active connection. Returns its number; 0 when the
 * connection is not active or no port listens. */
uint32_t engine_join(struct server *server, struct connection_ref ref);

/* What follows happens now, to a connection that has not ended. False when it cannot be: when nothing
 * happens at all. */

/** A link goes down, one that is up. */
bool engine_leave(struct server *server, struct connection_ref ref, uint32_t link);

/** The connection ends, for a reason from outside: END_CLIENT, END_LINE, END_ADMIN,
 * END_HARDWARE. */
bool engine_end(struct server *server, struct connection_ref ref, enum end_reason reason);

/** The NAP agent changes the client's quarantine state (C3.14); for a probation, how long. */
bool engine_quarantine(struct server *server, struct connection_ref ref, uint32_t quarantine, uint64_t probation_ns);

/** Network Access Quarantine Control lets the client out (C4.rqs). */
bool engine_lift_quarantine(struct server *server, struct connection_ref ref);

/** Outer addresses change (C3.18): the client's, the server's, or both; 0 stays as it is. */
bool engine_move(struct server *server, struct connection_ref ref, uint32_t endpoint, uint32_t local);

/** A peer cannot be reached any more, or can again: over IKEv2 the connection is dormant meanwhile (C3.21),
 * over PPP the server does not know. */
bool engine_reach(struct server *server, struct connection_ref ref, bool reachable);

/** Bytes pass over the connection's active links. */
bool engine_transfer(struct server *server, struct connection_ref ref, uint64_t bytes_sent, uint64_t bytes_received);

/** Errors are counted on an active link. */
bool engine_disturb(struct server *server, struct connection_ref ref, uint32_t link,
                    const uint32_t errors[LINE_ERRORS]);

/** The counters of a connection and its links begin anew. */
bool engine_clear(struct server *server, struct connection_ref ref);

/** Acts out what is due now: questions go through the chain, their answers come back. To be called
 * after any of the above that is not called from inside a step. */
void engine_drain(struct server *server);

/** Stops the service. False when it does not stop, as a callout never returns. */
bool engine_stop(struct server *server);

/** Whether nothing can happen any more: the script is over, and no connection that lives has a limit or a
 * deadline still to come. */
bool engine_is_done(const struct server *server);

/** When the next event or stimulus is due; false: there is none. */
bool engine_next_time(const struct server *server, uint64_t *time_ns);

/** Takes the next event or stimulus and acts it out; false when there is none or the server failed. */
bool engine_step(struct server *server);

/** Lets virtual time pass: acts out every event up to `time_ns`, then stands at it. */
void engine_run_until(struct server *server, uint64_t time_ns);

#endif
