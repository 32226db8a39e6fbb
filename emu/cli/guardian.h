/* SPDX-License-Identifier: MIT */
/**
 * @file guardian.h
 * A process that looks at this one while DLLs run in it, and tells what this one cannot: that a DLL has stopped it, had
 * it traced, replaced its program, or ended it at once.
 */
#ifndef RRASEMU_CLI_GUARDIAN_H
#define RRASEMU_CLI_GUARDIAN_H

#include "callout/call.h"
#include "callout/finding.h"
#include "observe/output.h"
#include "ras/record.h"

/** Where it adds a finding and the summary, when this process could not. */
struct guardian_output {
    struct output *output;   /**< is flushed whenever a DLL's code runs; NULL: there is none */
    struct record_sink sink; /**< writes there, a record at a time */
};

enum { GUARDIAN_OUTPUTS = 2 };

/** Begins it, the first time only; it ends with this process. Without it (no process could be had, or a debugger holds
 * this one) nothing is told.
 * @param timeout_ms real time that this process may stand still in a DLL's code; 0: for ever, and there is no guardian
 * @param outputs are told on, beside standard error
 */
void guardian_begin(unsigned timeout_ms, const struct guardian_output outputs[GUARDIAN_OUTPUTS]);

/** The calling thread is the one that runs DLL code. */
void guardian_thread(void);

/** Why this process is about to end, should it not come to say so itself: with guardian_leave() it has. False when there
 * is no guardian. */
bool guardian_cause(enum finding_id finding, const char *what);

/** Has it told now, before this process ends; false when there is no guardian. */
bool guardian_tells(enum finding_id finding, const char *what);

/** Whom it is laid on. */
void guardian_blame(const struct call_place *place);

/** Code of a DLL is about to run, or has run, or this process is about to end by itself. */
void guardian_enter(const struct call_place *place, const struct call_mark *mark);
void guardian_leave(void);

#endif
