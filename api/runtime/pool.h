/* SPDX-License-Identifier: MIT */
/**
 * @file pool.h
 * @brief Threads that do what is handed to them. Internal to the run-time library.
 *
 * A task is done by a thread of the pool as often as it is submitted, in the order of that; a thread begins when none is
 * free, and ends when nothing is left to do, so that none outlives the work of a DLL. Timers submit a task when their time
 * has come: one thread waits for all of them, as long as one is set.
 */
#ifndef RRAS_RUNTIME_POOL_H
#define RRAS_RUNTIME_POOL_H

#include <windows.h>

#include <stdbool.h>
#include <stdint.h>

/** What a thread of the pool does: the first member of what is allocated, and freed with it. */
struct rras_task {
    void (*call)(struct rras_task *task, PTP_CALLBACK_INSTANCE instance, bool timed_out);
    unsigned pending, running; /**< how often it is still to be done, and is being done */
    bool closed;
};

/** Has it done once more; FALSE: no memory. */
BOOL rras_task_submit(struct rras_task *task, bool timed_out);

/** Waits until it is done; what has not begun is not done where it is cancelled. */
void rras_task_wait(struct rras_task *task, bool cancel);

/** Whether it is still to be done, or is being done. */
bool rras_task_is_under_way(const struct rras_task *task);

/** It is not submitted any more, and is freed when it is done. */
void rras_task_close(struct rras_task *task);

/** A timer: a task, and when it is due. */
struct rras_timer;

/** Makes one that is not set; `alarm` is called by the timers' thread, and is quick. NULL: no memory. */
struct rras_timer *rras_timer_make(void (*alarm)(void *self), void *self);

/** Sets it, anew if it was; `period_ms` 0: once. FALSE: no thread. */
BOOL rras_timer_set(struct rras_timer *timer, uint64_t delay_ns, DWORD period_ms);

/** It is not due any more; returns whether it was set. Its alarm may still run. */
bool rras_timer_cancel(struct rras_timer *timer);

/** Whether it is set. */
bool rras_timer_is_set(struct rras_timer *timer);

/** Cancels and frees it. Its alarm does not run any more, unless this is called by it. */
void rras_timer_delete(struct rras_timer *timer);

/** How long it is to a time of Windows: negative is a delay, positive an instant, in units of 100 ns. */
uint64_t rras_timer_delay(int64_t due);
uint64_t rras_timer_delay_of(const FILETIME *due);

#endif
