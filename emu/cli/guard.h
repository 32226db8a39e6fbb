/* SPDX-License-Identifier: MIT */
/**
 * @file guard.h
 * What a DLL in this process can still do to a run: end it, by a crash, an exit or a callout that does
 * not return. Then that is a finding, the transcript so far is kept, and the exit status tells.
 */
#ifndef RRASEMU_CLI_GUARD_H
#define RRASEMU_CLI_GUARD_H

#include "observe/output.h"

/** For DLLs in this process: from now on an end of it is recorded and ends with FAILURE_FINDING; so is a callout that
 * takes longer than `timeout_ms` of real time (0: none does), unless a debugger holds the process. Both
 * outputs are written; the second may be NULL. */
void guard_begin(struct output *output, struct output *report, unsigned timeout_ms);

/** Watches this thread; for every thread that runs DLL code. */
void guard_thread(void);

/** The run is over. */
void guard_end(void);

#endif
