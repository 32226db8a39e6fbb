/* SPDX-License-Identifier: MIT */
/**
 * @file baton.h
 * One thread that runs the engine and its callouts, until a callout is never to return.
 *
 * A callout runs on the engine's own thread, without a hop. When it must not return, that thread stays
 * where it is for good, with the DLL's frames on its stack, and the engine goes on in a fresh one. So
 * the work handed over has to be a loop that can begin again from its top: what it is doing stands in
 * structures, not on its stack.
 */
#ifndef RRASEMU_HOST_BATON_H
#define RRASEMU_HOST_BATON_H

#include "core/error.h"

#include <stdbool.h>

/** Runs `work` on a thread of its own and waits for its end; again, on a fresh thread, whenever the
 * thread was parked. False when no thread can be made. */
bool baton_run(void (*work)(void *self), void *self, struct error *error);

/** Parks the thread that works, for good. Only from inside the work of baton_run(). */
_Noreturn void baton_park(void);

/** Whether a thread was ever parked; then no DLL may be unloaded, as its code is on a stack. */
bool baton_has_parked(void);

/** What is to be done when a thread of baton_run() is ended by the code it runs, as by pthread_exit(); it must not
 * return. */
void baton_on_thread_end(void (*function)(void));

#endif
