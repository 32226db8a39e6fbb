/* SPDX-License-Identifier: MIT */
/**
 * @file enter.h
 * The functions of a loaded DLL, and the step into one of them: the same on every system.
 */
#ifndef RRASEMU_HOST_ENTER_H
#define RRASEMU_HOST_ENTER_H

#include "callout/host.h"

typedef void (*callout_pointer)(void);

/** What a DLL offers. */
struct functions {
    callout_pointer exports[CALLOUT_COUNT];
    callout_pointer slots[CALLOUT_COUNT]; /**< of its callback table, once it is initialized */
};

/** Calls one with pointers to its arguments. Returns what it returned, 0 of a VOID callout. */
uint32_t enter(struct functions *functions, const struct callout *callout, enum origin origin,
               void *const p[CALLOUT_PARAMETERS_MOST]);

#endif
