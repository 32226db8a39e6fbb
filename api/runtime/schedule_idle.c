/* SPDX-License-Identifier: MIT */
/* What happens in the schedule when no thread is ready: something has come from outside, time passes, or nothing ever will. */
#include "schedule_core.h"

#include <stdio.h>
#include <string.h>

#define all rras_schedule

/* --- nothing ever happens --- */

static char stuck_words[320];
static void (*tell_stuck)(void);

/* While somebody from outside may wake one that waits, the watch looks again: a thread that has ended is among the process's for a
 * moment longer, and nothing tells when it is not. */
static void set_doubt(bool doubts)
{
    if (doubts == all.doubts)
        return;
    all.doubts = doubts;
    if (!doubts) {
        atomic_fetch_sub(&all.attended, 1);
        return;
    }
    atomic_fetch_add(&all.attended, 1);
    rras_schedule_wake_on(&all.attended, 1);
}

static void note_stuck(void)
{
    size_t length = 0;
    if (*stuck_words || all.away || !all.waiting.first)
        return;
    set_doubt(rras_outside_may_come_late());
    if (all.doubts)
        return;
    for (const struct rras_thread *thread = all.waiting.first; thread && length < sizeof stuck_words;
         thread = thread->next)
        length += (size_t)snprintf(stuck_words + length, sizeof stuck_words - length, "%s%s in %s",
                                   length ? ", " : "every thread waits for ever (",
                                   thread == &all.service ? "the callout" : "one of the DLL's", thread->call);
    if (length < sizeof stuck_words - 1)
        strcpy(stuck_words + length, ")");
    all.stuck = true;
}

void rras_on_stuck(void (*function)(void))
{
    tell_stuck = function;
}

const char *rras_schedule_stuck(void)
{
    return *stuck_words ? stuck_words : NULL;
}

void rras_schedule_tell_stuck(void)
{
    if (tell_stuck)
        tell_stuck();
}

/* --- what comes from outside --- */

/* Who is asked by a callout, or by a thread that works for it, may be outside of this process, where time is real: it is
 * given a moment. What was waited for before the call has had its time. */
static bool outside_may_bring(void)
{
    for (const struct rras_thread *thread = all.outside_waits ? all.waiting.first : NULL; thread; thread = thread->next)
        if (thread->outside && thread->since_call == all.calls && thread->moment > 0)
            return true;
    return false;
}

void rras_outside_renew(bool from_before)
{
    for (struct rras_thread *thread = all.outside_waits ? all.waiting.first : NULL; thread; thread = thread->next) {
        if (!thread->outside || (!from_before && thread->since_call != all.calls))
            continue;
        thread->since_call = all.calls;
        thread->moment = thread->moment > RRAS_MOMENT ? thread->moment : RRAS_MOMENT;
    }
}

/* --- time --- */

static uint64_t next_limit(void)
{
    uint64_t next = rras_timers_next();
    for (const struct rras_thread *thread = all.waiting.first; thread; thread = thread->next)
        next = thread->until_ns < next ? thread->until_ns : next;
    return next;
}

void rras_schedule_wake_due(uint64_t now)
{
    struct rras_thread *next;
    rras_timers_fire(now);
    for (struct rras_thread *thread = all.waiting.first; thread; thread = next) {
        next = thread->next;
        if (thread->until_ns <= now) {
            thread->timed_out = true;
            rras_schedule_ready(thread);
        }
    }
}

uint64_t rras_loop_step(struct rras_loop *loop, uint64_t now, unsigned weight, unsigned loop_from)
{
    enum { FREE = 5000, ROUND_NS = 1000, PART = 1000 };
    if (loop->rounds == 0)
        loop->since_ns = now;
    if (loop->rounds < loop_from)
        loop->rounds += weight;
    uint64_t part = loop->rounds < loop_from ? 0 : (now - loop->since_ns) / PART, least = weight * (uint64_t)ROUND_NS;
    return loop->rounds <= FREE ? 0 : part > least ? part : least;
}

/* Threads that wake each other for ever are never all waiting, and would keep the time from passing for the others. */
void rras_schedule_busy(void)
{
    enum { LOOP_FROM = 15000 };
    uint64_t now;
    if (!all.inside || all.settles || all.service.state == READY)
        return;
    rras_clock_elapsed(&now);
    uint64_t step = rras_loop_step(&all.turns, now, 1, LOOP_FROM);
    if (step == 0 || all.holding)
        return;
    uint64_t then = now + step, next = next_limit();
    then = then < next ? then : next;
    if (then > now)
        rras_clock_pass(then);
    rras_schedule_wake_due(then);
}

bool rras_schedule_idle(void)
{
    uint64_t next = next_limit();
    if (rras_outside_wakes())
        return true;
    if (!all.inside || all.holding || outside_may_bring()) {
        set_doubt(false);
        return false;
    }
    if (next == RRAS_NEVER) {
        note_stuck();
        return false;
    }
    set_doubt(false);
    all.turns.rounds = 0;
    rras_clock_pass(next);
    rras_schedule_wake_due(next);
    return true;
}

uint64_t rras_schedule_next(void)
{
    if (!all.on)
        return RRAS_NEVER;
    rras_schedule_lock();
    uint64_t next = next_limit();
    rras_schedule_unlock();
    return next;
}
