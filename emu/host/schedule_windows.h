/* SPDX-License-Identifier: MIT */
/**
 * @file schedule_windows.h
 * What the files of the worker under Wine that see to the schedule share.
 */
#ifndef RRASEMU_HOST_SCHEDULE_WINDOWS_H
#define RRASEMU_HOST_SCHEDULE_WINDOWS_H

#include <windows.h>

struct rras_thread;

/** A thread of the schedule that has not ended, the service's too while it is in a DLL; or NULL. */
struct rras_thread *schedule_find(DWORD id);

/** This thread is the worker's own: it never takes part, nor asks whether it does, which takes the lock. One that it has
 * suspended may have that. */
void schedule_stay_out(void);

/** It is not given the token until it was resumed as often. */
void schedule_suspend(struct rras_thread *thread);
void schedule_resume(struct rras_thread *thread);

/** This thread is about to end: who has the token next waits first until the system says so, and all that wait for objects
 * look again. Its handle is closed then. */
void schedule_await_end(HANDLE thread);

/** Makes ready all that wait for objects, under the schedule's lock. */
void schedule_ready_outside(void);

#endif
