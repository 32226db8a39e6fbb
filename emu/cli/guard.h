/* SPDX-License-Identifier: MIT */
/**
 * @file guard.h
 * What a DLL in this process can still do to a run: end it. Then the transcript so far is kept, the
 * callout is named and the exit status tells.
 */
#ifndef RRASEMU_CLI_GUARD_H
#define RRASEMU_CLI_GUARD_H

#include "observe/output.h"

/** From now on a crash or an exit flushes this output, says where it happened and ends with
 * FAILURE_FINDING. */
void guard_begin(struct output *output);

/** Gives this thread a stack for noticing crashes; for every thread that runs DLL code. */
void guard_thread(void);

/** The run is over. */
void guard_end(void);

#endif
