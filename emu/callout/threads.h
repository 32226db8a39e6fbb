/* SPDX-License-Identifier: MIT */
/**
 * @file threads.h
 * Threads that DLLs have begun: they run between callouts too, when the server's time has come to where they wake.
 */
#ifndef RRASEMU_CALLOUT_THREADS_H
#define RRASEMU_CALLOUT_THREADS_H

#include <stdbool.h>
#include <stdint.h>

struct server;

/** As ras_callouts.next; `self` is the chain. */
bool threads_next(void *self, uint64_t *time_ns);

/** As ras_callouts.advance. */
void threads_advance(void *self, struct server *server, uint64_t horizon_ns);

#endif
