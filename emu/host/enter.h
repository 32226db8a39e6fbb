/* SPDX-License-Identifier: MIT */
/**
 * @file enter.h
 * The functions of a loaded DLL, and the step into one of them: the same on every system.
 */
#ifndef RRASEMU_HOST_ENTER_H
#define RRASEMU_HOST_ENTER_H

#include "callout/host.h"
#include "host/stage.h"

typedef void (*callout_pointer)(void);

/** What a DLL offers. */
struct functions {
    callout_pointer exports[CALLOUT_COUNT];
    callout_pointer slots[CALLOUT_COUNT]; /**< of its callback table, once it is initialized */
};

/** How a callout is entered. */
struct entry {
    struct call_watch *watch;
    struct stage *stage; /**< that arguments are put on; NULL: `out` holds them */
    /** It calls a function that is forbidden there: what that returns, if it does. */
    DWORD (*forbidden)(struct call_watch *watch, const char *function);
};

/** Calls one, as a host does. */
struct call_report enter(struct functions *functions, const struct callout *callout, enum origin origin,
                         const struct arguments *in, struct arguments *out, const struct entry *entry);

/** When threads of DLLs want to run next, as a host says it. */
uint64_t enter_next(void *unused);

/** Lets them run between callouts until then, or until there is something to tell; watch->now_ns is how far they came. */
void enter_advance(struct call_watch *watch, uint64_t horizon_ns, bool (*told)(void));

#endif
