/* SPDX-License-Identifier: MIT */
/**
 * @file start.h
 * The chain's part in starting and stopping the service: load, check, initialize, terminate.
 */
#ifndef RRASEMU_CALLOUT_START_H
#define RRASEMU_CALLOUT_START_H

#include "callout/chain.h"

/** These are ras_callouts' load, initialize and terminate; `self` is the chain. */
bool start_read(void *self, struct server *server);
enum start_result start_load(void *self, struct server *server);
enum start_result start_initialize(void *self, struct server *server);
enum stop_result start_terminate(void *self, struct server *server);

#endif
