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

#include <pthread.h>
#include <stdbool.h>

/** A server's thread, which is made for the first work and kept. All zero but the two initializers; it must not move.
 * One thread at a time may hand it work. */
struct baton {
    pthread_mutex_t lock;
    pthread_cond_t passed;
    enum baton_state { BATON_IDLE, BATON_WORKING, BATON_PARKED, BATON_ENDING } state;
    void (*work)(void *self);
    void *self;
    pthread_t thread;
    bool has_thread;
    bool has_parked; /**< one before it */
};

/* clang-format off */
#define BATON_INITIALIZER {.lock = PTHREAD_MUTEX_INITIALIZER, .passed = PTHREAD_COND_INITIALIZER}
/* clang-format on */

/** Runs `work` on the baton's thread and waits for its end; again, on a fresh thread, whenever the
 * thread was parked. False when no thread can be made. */
bool baton_run(struct baton *baton, void (*work)(void *self), void *self, struct error *error);

/** Ends the thread. Those that were parked stay. */
void baton_close(struct baton *baton);

/** Parks the calling thread, which works for a baton, for good. */
_Noreturn void baton_park(void);

/** Whether a thread of the calling thread's baton was ever parked; then no DLL may be unloaded, as its code is on a stack. */
bool baton_has_parked(void);

/** What is to be done when a baton's thread is ended by the code it runs, as by pthread_exit(); it must not
 * return. The same for all. */
void baton_on_thread_end(void (*function)(void));

/** Does that now, when the calling thread works for a baton: the thread is about to end where nothing else sees it. */
void baton_thread_ends(void);

#endif
