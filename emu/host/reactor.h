/* SPDX-License-Identifier: MIT */
/**
 * @file reactor.h
 * What a session waits for outside of its virtual time: workers, signals, real time. One reactor owns them all, so that
 * each is heard while another is waited for.
 */
#ifndef RRASEMU_HOST_REACTOR_H
#define RRASEMU_HOST_REACTOR_H

#include "core/error.h"

#include <stdbool.h>
#include <stdint.h>

struct event;
struct reactor;

/** A file descriptor that is watched. All zero is none. */
struct reactor_watch {
    struct event *event;
    void (*ready)(void *self);
    void *self;
    bool paused;
};

/** Returns NULL with an error when memory or descriptors run out. */
struct reactor *reactor_open(struct error *error);

/** No watch may be left. */
void reactor_close(struct reactor *reactor);

/** Calls `ready` from reactor_run() as often as there is something to read, or the other end is closed. The watch must
 * not move; `file` stays the caller's. */
bool reactor_watch(struct reactor *reactor, struct reactor_watch *watch, int file, void (*ready)(void *self),
                   void *self);

/** Does not call it for a while. `ready` pauses what it does not read: else reactor_run() never sleeps. */
void reactor_pause(struct reactor_watch *watch);
void reactor_resume(struct reactor_watch *watch);

/** Ends a watch, if there is one. */
void reactor_unwatch(struct reactor_watch *watch);

/** Sleeps until something watched is ready, or reactor_wake() is called, or host_clock_ns() has reached `until_ns`
 * (UINT64_MAX: never). The only place where a session blocks. False when the system refuses, as when a DLL in this
 * process has closed descriptors. */
bool reactor_run(struct reactor *reactor, uint64_t until_ns);

/** A descriptor that it needs: whoever has closed all has closed this one. */
int reactor_file(const struct reactor *reactor);

/** Makes reactor_run() return, the present call or else the next one. For signal handlers too. */
void reactor_wake(struct reactor *reactor);

#endif
