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

/** The client hangs up, now; nothing happens when the connection has ended. */
void engine_hang_up(struct server *server, struct connection_ref ref);

/** Bytes pass over the connection's first link, now; ignored unless it is active. */
void engine_transfer(struct server *server, struct connection_ref ref, uint64_t bytes_sent,
                     uint64_t bytes_received);

/** Takes the next event and acts it out; false when the queue is empty or the server failed. */
bool engine_step(struct server *server);

/** Lets virtual time pass: acts out every event up to `time_ns`, then stands at it. */
void engine_run_until(struct server *server, uint64_t time_ns);

#endif
