/* SPDX-License-Identifier: MIT */
/**
 * @file pace.h
 * The loop that lets a server live: as fast as it can, or at the pace of a clock on the wall.
 */
#ifndef RRASEMU_CLI_PACE_H
#define RRASEMU_CLI_PACE_H

#include "core/error.h"
#include "host/baton.h"
#include "host/reactor.h"
#include "ras/server.h"

/** A pace: virtual seconds in one real second, in thousandths; 0: as fast as possible. */
struct pace {
    uint64_t thousandths;
};

/** Reads `max`, `real` or a factor such as `10x`, `0.5x`. */
bool pace_parse(const char *string, struct pace *pace);

/** From now on the first SIGINT or SIGTERM asks to stop; a second one ends the process, also while a
 * callout hangs. */
void pace_heed_signals(void);

/** Whether a signal has asked for an end. */
bool pace_is_interrupted(void);

/** Whether a signal has asked to stop. If none has, signals are again what they were before. */
bool pace_restore_signals(void);

/** Acts out events until none is left or a signal asks to stop. The order and content of records do not
 * depend on the pace. */
bool pace_run(struct server *server, struct reactor *reactor, struct baton *baton, struct pace pace, bool show_progress,
              struct error *error);

#endif
