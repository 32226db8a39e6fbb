/* SPDX-License-Identifier: MIT */
/**
 * @file schedule.h
 * @brief Threads of DLLs in virtual time. Between the library and the emulator only; no program includes it.
 *
 * Code of DLLs runs on one thread at a time: the one that holds the token. It hands the token on when it waits, and when
 * it ends; who is next is decided by who was first, never by the machine. Once nobody is ready and the service itself is
 * inside a DLL, the clock goes on to where the first of those that wait with a limit wakes. So computing takes no virtual
 * time, however long it takes, and every run is the same.
 *
 * A thread that waits for something that is not known here, or that computes while others are ready, loses the token and
 * takes part again at its next call of something that is known. While it computes, time stands.
 *
 * This works in programs whose functions stand in front of the C library's (emu/host/timed_posix.c); in others the
 * schedule is off, and threads run as the machine has them.
 */
#ifndef RRAS_RUNTIME_SCHEDULE_H
#define RRAS_RUNTIME_SCHEDULE_H

#include "current_callout.h"

#include <stdint.h>

struct pollfd;

/** A limit that never comes. */
#define RRAS_NEVER UINT64_MAX

/** A thread of a DLL. */
struct rras_thread;

/** The system's name of one: of pthread_self(), or GetCurrentThreadId(). */
typedef uintptr_t rras_thread_id;

/** Turns the schedule on, for good. To be called before any DLL is loaded. */
void rras_schedule_begin(void);

/** Begins to look after threads that do not give the token back; before the first DLL is loaded. FALSE: it
 * cannot, and may be asked again. */
BOOL rras_schedule_watch(void);

/** A child process has no schedule: to be called there, on its only thread. */
void rras_schedule_end_in_child(void);

/** Whether a callout, or whatever else the service did in a DLL, is over, and threads that are ready run. For every thread,
 * and safe in a signal handler. */
BOOL rras_schedule_settles(void);

/** Whether it is on. */
BOOL rras_schedule_is_on(void);

/** Code of a DLL runs on this thread, which is the service's, from here on: lets those threads run first that wake before
 * the clock is there, and waits for the token. A clock that is not set is the one that is. Time can pass from now on.
 * Nests. */
void rras_schedule_enter(struct rras_clock clock);

/** No longer: lets run who is ready, and gives the token back. */
void rras_schedule_leave(void);

/** When the first thread of a DLL that waits wakes by its limit; RRAS_NEVER: none does. For the service, outside of DLLs. */
uint64_t rras_schedule_next(void);

/** Whether this thread is one of the schedule. */
BOOL rras_schedule_inside(void);

/** Whether it is one, and runs code of a DLL; one that had lost the token has it again then. The
 * functions below are for those threads only, if nothing else is said. Safe in a signal handler. */
BOOL rras_schedule_mine(void);

/** Whether all that runs since the service came into a DLL has run one at a time, so that the order of what threads do is the
 * schedule's. For the thread that has the token. */
BOOL rras_schedule_in_order(void);

/** A thread that this one is about to create, or NULL: no memory. Then follow either rras_schedule_add() and, on the new
 * thread, rras_schedule_start(), or rras_schedule_forget(). */
struct rras_thread *rras_schedule_create(void);
void rras_schedule_add(struct rras_thread *thread, rras_thread_id id);
void rras_schedule_forget(struct rras_thread *thread);

/** The first step of a new thread; it ends by itself, behind the last destructor that a DLL may have. */
void rras_schedule_start(struct rras_thread *thread);

/** Whether this is a thread of the schedule that has not ended. */
BOOL rras_schedule_lives(rras_thread_id thread);

/** From here on the thread is woken by rras_schedule_wake() of the same address, at `until_ns` at the latest; it still has
 * the token. rras_schedule_block() or rras_schedule_cancel() must follow. `call` is for messages. */
void rras_schedule_prepare(const void *on, uint64_t until_ns, const char *call);

/** Hands the token on unless it was woken already. Returns whether the limit has come instead. */
BOOL rras_schedule_block(void);
void rras_schedule_cancel(void);

/** Waits until poll() has something to tell of one of these files, at most until `until_ns`. Returns whether the limit has
 * come instead. */
BOOL rras_schedule_await_files(struct pollfd *files, unsigned count, uint64_t until_ns, const char *call);

/** Wakes those that wait for it, in the order in which they came: `count` of them at most. For every thread, and safe
 * in a signal handler. */
void rras_schedule_wake(const void *on, unsigned count);

/** Wakes a thread, whatever it waits for. For every thread. */
void rras_schedule_interrupt(rras_thread_id thread);

/** Whether this thread's last wait was ended by that. */
BOOL rras_schedule_interrupted(void);

/** So many times in this wait others have had first what this thread is about to wait for, and so many times in all: it keeps its
 * place in this wait, and after the second time who gives it back lets this one run. */
void rras_schedule_again(unsigned tries, unsigned often);

/** Lets those run first that are ready. */
void rras_schedule_yield(void);

/** Has `function` called, on whichever thread finds it, when the service is inside a DLL and every thread waits for what
 * only another one could bring: then none of them ever goes on. */
void rras_on_stuck(void (*function)(void));

/** That it is so, in words; NULL: it is not. For every thread, and safe in a signal handler. */
const char *rras_schedule_stuck(void);

/** Whether a thread of a DLL, not the service's, runs. For every thread, and safe in a signal handler. */
BOOL rras_schedule_computes(void);

/** From here on this thread's waits are told by this name; NULL: no longer. Nests: the outermost counts. */
void rras_schedule_call(const char *call);

/** Lets all others run until each of them waits; no time passes. */
void rras_schedule_settle(void);

/** Virtual time; each look counts as so many: who looks again and again waits for the clock, and it goes on. */
uint64_t rras_schedule_look(unsigned weight);

#endif
