/* SPDX-License-Identifier: MIT */
/*
 * Looks after the token of the schedule, in real time: a thread that has it and does not give it back would keep all others
 * waiting. That is one which waits for something that the schedule does not know, and one which computes.
 */
#include "schedule_core.h"

enum {
    ASLEEP_LOOKS = 3,    /* in a row: then it waits */
    AWAIT_LOOKS = 10,    /* so long what it waits for may come from elsewhere, where time is real */
    SERVICE_LOOKS = 200, /* the same for the service's own thread: whoever it waits for may need time to pass */
    COMPUTES_MS = 50,    /* of its own time, while others are ready: then they run too */
    SPINS_MS = 1000,     /* of its own time: then it waits for something that only time brings */
};
#define NS_PER_MS UINT64_C(1000000)

/* The thread that had the token at the last look */
static struct {
    uint64_t turn, cpu_ns, begin_ns;
    unsigned still, asleep; /* so many looks in a row */
} seen;

/* How much a thread may compute */
static uint64_t ns_of(unsigned ms)
{
    return ms * NS_PER_MS * rras_schedule_slowness();
}

/* It goes on without the token, and the others with it. */
static void take_token(struct rras_thread *thread, bool asleep)
{
    thread->state = AWAY;
    thread->asleep = asleep;
    thread->asleep_looks = 0;
    thread->holds = true;
    rras_schedule.parallel = rras_schedule.calls;
    rras_schedule.away++;
    rras_schedule.holding++;
    rras_schedule.computing += !asleep;
    rras_schedule.running = NULL;
    rras_schedule_dispatch();
}

static void look_at_running(struct rras_thread *thread)
{
    if (thread->state != RUNS) /* it is about to wait */
        return;
    bool begun = rras_thread_has_begun(thread);
    uint64_t now = begun ? rras_thread_cpu_ns(thread) : 0;
    if (!begun || seen.turn != rras_schedule.turn) {
        seen.turn = rras_schedule.turn;
        seen.begin_ns = seen.cpu_ns = now;
        seen.still = seen.asleep = 0;
        return;
    }
    seen.still = now == seen.cpu_ns ? seen.still + 1 : 0;
    seen.asleep = seen.still && rras_thread_sleeps(thread, seen.still) ? seen.asleep + 1 : 0;
    seen.cpu_ns = now;
    if (seen.asleep >= ASLEEP_LOOKS)
        take_token(thread, true);
    else if (now - seen.begin_ns >= ns_of(COMPUTES_MS) &&
             (rras_schedule.ready.first || now - seen.begin_ns >= ns_of(SPINS_MS)))
        take_token(thread, false);
}

/* Time passes again when one has computed for so long that it is taken to wait in a loop, or has slept for a moment; the
 * service's own thread for longer, as it may wait for what is outside, or for one of these that wait for time. */
static void look_at_away(struct rras_thread *thread)
{
    if (thread->state != AWAY || !thread->holds)
        return;
    if (thread->asleep) {
        if (++thread->asleep_looks >= (thread == &rras_schedule.service ? SERVICE_LOOKS : AWAIT_LOOKS)) {
            rras_schedule_let_pass(thread);
            rras_schedule_dispatch();
        }
        return;
    }
    if (!thread->away_ns)
        thread->away_ns = rras_thread_cpu_ns(thread);
    if (rras_thread_cpu_ns(thread) - thread->away_ns < ns_of(SPINS_MS))
        return;
    rras_schedule_let_pass(thread);
    rras_schedule_dispatch();
}

static void look_outside(void)
{
    rras_outside_look();
    for (struct rras_thread *thread = rras_schedule.waiting.first; thread; thread = thread->next)
        thread->moment -= thread->outside && thread->moment > 0;
}

void rras_schedule_look_after(void)
{
    rras_schedule_lock();
    look_outside();
    if (rras_schedule.running)
        look_at_running(rras_schedule.running);
    else if (rras_schedule.inside || rras_schedule.doubts)
        rras_schedule_dispatch();
    for (struct rras_thread *thread = rras_schedule.living; thread; thread = thread->next_living)
        look_at_away(thread);
    if (rras_schedule.inside)
        look_at_away(&rras_schedule.service);
    rras_schedule_unlock();
}
