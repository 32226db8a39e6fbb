/* SPDX-License-Identifier: MIT */
/**
 * @file callout.h
 * What the library knows of the callout under way, and what becomes of forbidden calls. Between the
 * library and the emulator only; no program includes it.
 */
#ifndef RRAS_RUNTIME_CALLOUT_H
#define RRAS_RUNTIME_CALLOUT_H

#include <windows.h>

/** A callout under way on a thread. */
struct rras_callout {
    /** One of the fifteen functions was called (B0.forbidden): its answer, if it returns at all. */
    DWORD (*forbidden)(struct rras_callout *self, const char *function);
};

/** The callout begins or ends on this thread. */
void rras_callout_enter(struct rras_callout *callout);
void rras_callout_leave(void);

/** The callout this thread is inside, or NULL. */
struct rras_callout *rras_callout_here(void);

#endif
