/* SPDX-License-Identifier: MIT */
/**
 * @file guard.h
 * What a DLL in this process can still do to a run: end it, by a crash, an exit or a callout that does
 * not return. Then that is a finding, the transcript so far is kept, and the exit status tells.
 */
#ifndef RRASEMU_CLI_GUARD_H
#define RRASEMU_CLI_GUARD_H

#include "callout/host.h"
#include "cli/guardian.h"
#include "host/stage.h"
#include "observe/output.h"
#include "ras/server.h"

/** What is to be done when a DLL ends the run. */
struct guard {
    struct output *output;                            /**< is written */
    struct guardian_output outputs[GUARDIAN_OUTPUTS]; /**< and these, where another process must write the end */
    const struct server *server;                      /**< runs the DLLs */
    unsigned timeout_ms;                              /**< real time a callout may take; 0: as much as it likes */
    /** Says in its own way what has happened, before the outputs are written; or NULL. */
    void (*last_words)(void *self, const char *what);
    void *self;
};

/** For DLLs in this process: from now on an end of it is recorded and ends with FAILURE_FINDING; so is a
 * callout that takes too long, unless a debugger holds the process. The guard is copied. */
void guard_begin(const struct guard *guard);

/** Watches this thread; for every thread that runs DLL code. */
void guard_thread(void);

/** Memory for arguments which the guard knows of, so that who touches the bytes beside them is let through and
 * told. NULL: there is none, or a sanitizer looks. */
struct stage *guard_stage(void);

/** From now on the output is written before any code of a DLL runs: should that end the process as nobody can notice,
 * it ends there. */
void guard_host(struct host *host);

/** A descriptor of the emulator's: a DLL that closes or changes it ends the run, which is told. */
void guard_keep(int file);

/** It is about to be closed. */
void guard_release(int file);

/** The run is over. */
void guard_end(void);

#endif
