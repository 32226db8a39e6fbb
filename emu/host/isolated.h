/* SPDX-License-Identifier: MIT */
/**
 * @file isolated.h
 * DLL code in processes of its own: one for the address callouts, one for all others (E.process).
 */
#ifndef RRASEMU_HOST_ISOLATED_H
#define RRASEMU_HOST_ISOLATED_H

#include "callout/host.h"
#include "core/error.h"
#include "host/reactor.h"

#include <limits.h>

/** Which DLLs are taken. */
enum isolated_kinds {
    ISOLATED_ANY,
    ISOLATED_NATIVE,  /**< shared objects of this system only */
    ISOLATED_WINDOWS, /**< DLLs for Windows only, which run under Wine */
};

/** What workers are like. */
struct isolated_options {
    struct reactor *reactor; /**< the session's */
    const char *program;     /**< the worker's path; NULL: the one that belongs to this program */
    const char *wrap;        /**< a command to run it under, as `valgrind -q`, or NULL */
    unsigned timeout_ms;     /**< real time a callout may take; 0: as long as it likes */
    enum isolated_kinds kinds;
    void (*say)(const char *what); /**< told of what takes long; or NULL */
    bool single;                   /**< one process for all callouts, instead of two (Q11) */
    bool page;                     /**< speak to them over a shared page, not over the socket alone */
};

/** Where the worker program of this system is, or ought to be. */
void isolated_program(char program[PATH_MAX]);

/** Makes the host; NULL when memory ran out. The workers start when the first DLL is loaded. */
struct isolated *isolated_open(const struct isolated_options *options);

struct host isolated_host(struct isolated *isolated);

/** Why no worker can be used; empty: they can. */
const struct error *isolated_error(const struct isolated *isolated);

/** Questions to workers that were answered, so far. */
uint64_t isolated_round_trips(const struct isolated *isolated);

/** Whether two processors are free for a page that both ends watch. */
bool isolated_page_pays(void);

/** Ends the workers and frees the host. */
void isolated_close(struct isolated *isolated);

#endif
