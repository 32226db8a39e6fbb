/* SPDX-License-Identifier: MIT */
/**
 * @file schedule_windows.h
 * What the files of the worker under Wine that see to the schedule share.
 */
#ifndef RRASEMU_HOST_SCHEDULE_WINDOWS_H
#define RRASEMU_HOST_SCHEDULE_WINDOWS_H

#include <stdbool.h>

#include <windows.h>

struct rras_thread;

/** A thread of the schedule that has not ended, the service's too while it is in a DLL; or NULL. */
struct rras_thread *schedule_find(DWORD id);

/** The same by a handle of whatever rights. */
struct rras_thread *schedule_find_object(HANDLE thread);

/** This thread is the worker's own: it never takes part, nor asks whether it does, which takes the lock. One that it has
 * suspended may have that. */
void schedule_stay_out(void);

/** It is not given the token until it was resumed as often. */
void schedule_suspend(struct rras_thread *thread);
void schedule_resume(struct rras_thread *thread);

/** This thread is about to end: who has the token next waits first until the system says so, and all that wait for objects
 * look again. Its handle is closed then. */
void schedule_await_end(HANDLE thread);

/** What all wait for who wait for objects, and whether a thread does for this one; NULL: for any. */
extern const char schedule_objects;
bool schedule_waits_for(const struct rras_thread *thread, const void *object);

/** Makes ready all that wait for this object, under the schedule's lock; NULL: all that wait for any. */
void schedule_ready_objects(HANDLE object);

#endif
