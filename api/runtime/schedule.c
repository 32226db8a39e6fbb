/* SPDX-License-Identifier: MIT */
#include "schedule_core.h"

#include <signal.h>
#include <stdlib.h>

struct rras_schedule rras_schedule;
#define all rras_schedule
#define me rras_me

static volatile sig_atomic_t missed; /* a handler has woken somebody while its thread was in here */

/* --- the lock --- */

void rras_schedule_lock(void)
{
    int state = 0;
    rras_core_enter();
    if (atomic_compare_exchange_strong(&all.lock, &state, 1))
        return;
    while (atomic_exchange(&all.lock, 2) != 0)
        rras_schedule_sleep_on(&all.lock, 2);
}

static void wake_all_that_wait_for_something(void)
{
    struct rras_thread *next;
    for (struct rras_thread *thread = all.waiting.first; thread; thread = next) {
        next = thread->next;
        if (thread->on)
            rras_schedule_ready(thread);
    }
    rras_schedule_dispatch();
}

void rras_schedule_unlock(void)
{
    if (missed) {
        missed = 0;
        wake_all_that_wait_for_something(); /* each looks again for what it waits for */
    }
    bool stuck = all.stuck;
    all.stuck = false;
    if (atomic_exchange(&all.lock, 0) == 2)
        rras_schedule_wake_on(&all.lock, 1);
    rras_in_core = 0;
    if (stuck)
        rras_schedule_tell_stuck();
    rras_core_leave();
}

/* --- those that wait --- */

/* One that has still the token goes on: it has said that it will wait, and does not yet. */
void rras_schedule_ready(struct rras_thread *thread)
{
    rras_line_end_wait(thread);
    if (all.running == thread) {
        thread->state = RUNS;
        return;
    }
    thread->state = READY;
    rras_line_append(&all.ready, thread);
}

/* --- who runs next --- */

static uint64_t now_ns(void)
{
    uint64_t ns;
    rras_clock_elapsed(&ns);
    return ns;
}

void rras_schedule_dispatch(void)
{
    while (!all.running) {
        struct rras_thread *first = all.ready.first;
        while (first && first->suspended)
            first = first->next;
        if (first) {
            rras_schedule_busy();
            rras_line_take_out(&all.ready, first);
            first->state = RUNS;
            all.running = first;
            all.turn++;
            rras_thread_given(first);
            if (atomic_exchange(&first->token, GIVEN) == AWAITED)
                rras_schedule_wake_on(&first->token, 1);
            return;
        }
        if (!rras_schedule_idle())
            return;
    }
}

static void wait_for_token(void)
{
    rras_system_enter();
    for (int none = NONE; atomic_load(&me->token) != GIVEN; none = NONE)
        if (atomic_compare_exchange_strong(&me->token, &none, AWAITED) || none == AWAITED)
            rras_schedule_sleep_on(&me->token, AWAITED);
    atomic_store(&me->token, NONE);
    rras_thread_takes();
    rras_system_leave();
}

void rras_schedule_attend(void)
{
    atomic_fetch_add(&all.attended, 1);
    rras_schedule_wake_on(&all.attended, 1);
}

void rras_schedule_hand_on(void)
{
    int held = rras_core_hold();
    all.running = NULL;
    rras_schedule_dispatch();
    rras_schedule_unlock();
    wait_for_token();
    rras_core_release(held);
}

BOOL rras_schedule_computes(void)
{
    for (const struct rras_thread *thread = all.living; thread; thread = thread->next_living)
        if (thread->state == RUNS || (thread->state == AWAY && !thread->asleep))
            return TRUE;
    return FALSE;
}

void rras_schedule_call(const char *call)
{
    me->calls += call ? 1 : -1;
    if (me->calls == (call != NULL))
        me->named = call;
}

BOOL rras_schedule_inside(void)
{
    rras_thread_recognize();
    return me != NULL;
}

/* It no longer keeps the clock from going on. */
void rras_schedule_let_pass(struct rras_thread *thread)
{
    if (!thread->holds)
        return;
    thread->holds = false;
    all.holding--;
    all.computing -= !thread->asleep;
    if (all.service.state == WAITS && all.service.on == &all.holding)
        rras_schedule_ready(&all.service);
}

static void come_back(void)
{
    rras_schedule_lock();
    all.away--;
    me->away_ns = 0;
    me->state = READY;
    rras_line_append(&all.ready, me);
    rras_schedule_let_pass(me); /* behind it */
    rras_schedule_dispatch();
    rras_schedule_unlock();
    wait_for_token();
}

BOOL rras_schedule_mine(void)
{
    if (rras_in_core || !all.on || !rras_time_is_virtual())
        return FALSE;
    if (me->state == AWAY)
        come_back();
    return TRUE;
}

/* The watch may take the token from a thread at any time but under the lock. */
void rras_schedule_lock_with_token(void)
{
    rras_schedule_lock();
    while (me->state == AWAY) {
        rras_schedule_unlock();
        come_back();
        rras_schedule_lock();
    }
}

BOOL rras_schedule_in_order(void)
{
    return all.parallel != all.calls;
}

void rras_schedule_yield(void)
{
    rras_schedule_lock_with_token();
    me->state = READY;
    rras_line_append(&all.ready, me);
    rras_schedule_hand_on();
}

/* Two threads that wake each other for ever are left to it. */
void rras_schedule_settle(void)
{
    enum { TURNS_MOST = 1000 };
    for (int turns = 0; turns < TURNS_MOST && all.ready.first; turns++)
        rras_schedule_yield();
}

/* Whoever computes is waited for, as long as time stands for it: else it would be the machine's whether it is done in this
 * call or the next. */
static void settle_all(void)
{
    for (;;) {
        rras_schedule_settle();
        rras_schedule_prepare(&all.holding, RRAS_NEVER, "the end of a callout");
        if (!all.computing) {
            rras_schedule_cancel();
            return;
        }
        rras_schedule_block();
    }
}

/* How long one more look at the clock takes */
static uint64_t step_of(uint64_t now, unsigned weight)
{
    enum { LOOP_FROM = 100000 };
    return rras_loop_step(&me->looks, now, weight, LOOP_FROM);
}

static void begin_to_wait(const void *on, uint64_t until_ns, const char *call, unsigned moment)
{
    uint64_t now = now_ns();
    rras_schedule_lock_with_token();
    if (until_ns <= now) /* it is over at once, as Sleep(0) is: who does that in a loop only looks */
        until_ns = now + step_of(now, 1);
    else
        me->looks.rounds = 0;
    me->on = on;
    me->until_ns = until_ns;
    me->interrupted = false;
    me->call = me->named ? me->named : call;
    if (moment) {
        me->outside = true;
        me->since_call = me->again ? me->since_call : all.calls;
        me->moment = me->again ? me->moment : moment;
        all.outside_waits++;
        rras_schedule_attend();
    }
    rras_line_add_wait(me);
    rras_schedule_unlock();
}

void rras_schedule_prepare(const void *on, uint64_t until_ns, const char *call)
{
    begin_to_wait(on, until_ns, call, 0);
}

void rras_schedule_prepare_outside(const void *on, uint64_t until_ns, const char *call, unsigned moment)
{
    begin_to_wait(on, until_ns, call, moment);
}

void rras_schedule_cancel(void)
{
    rras_schedule_lock();
    if (me->state == WAITS)
        rras_line_end_wait(me);
    me->state = RUNS;
    rras_schedule_unlock();
}

BOOL rras_schedule_block(void)
{
    rras_schedule_lock();
    if (me->state == WAITS)
        rras_schedule_hand_on();
    else
        rras_schedule_unlock();
    return me->timed_out;
}

void rras_schedule_again(unsigned tries, unsigned often)
{
    enum { PATIENCE = 2 };
    me->again = tries > 0;
    me->insists = often >= PATIENCE;
}

void rras_schedule_wake_those(bool (*is_one)(const struct rras_thread *thread, const void *on), const void *on,
                              unsigned count)
{
    struct rras_thread *next;
    bool insists = false;
    if (!atomic_load(&all.waiting_count))
        return;
    if (rras_in_core) {
        missed |= !rras_clock_is(on); /* whose lock is taken in here */
        return;
    }
    rras_schedule_lock();
    for (struct rras_thread *thread = all.waiting.first; thread && count > 0; thread = next) {
        next = thread->next;
        if (!is_one(thread, on))
            continue;
        insists |= thread->insists;
        thread->insists = false;
        rras_schedule_ready(thread);
        count--;
    }
    rras_schedule_dispatch();
    rras_schedule_unlock();
    if (insists && rras_schedule_mine())
        rras_schedule_yield(); /* else this thread might have it again before */
}

static bool waits_for(const struct rras_thread *thread, const void *on)
{
    return thread->on == on;
}

void rras_schedule_wake(const void *on, unsigned count)
{
    rras_schedule_wake_those(waits_for, on, count);
}

void rras_schedule_interrupt(rras_thread_id id)
{
    struct rras_thread *next;
    rras_schedule_lock();
    for (struct rras_thread *thread = all.waiting.first; thread; thread = next) {
        next = thread->next;
        if (thread == &all.service || thread->id != id)
            continue;
        thread->interrupted = true;
        rras_schedule_ready(thread);
    }
    rras_schedule_dispatch();
    rras_schedule_unlock();
}

BOOL rras_schedule_interrupted(void)
{
    return me->interrupted;
}

uint64_t rras_schedule_look(unsigned weight)
{
    uint64_t now = now_ns(), step = step_of(now, weight);
    unsigned looks = me->looks.rounds;
    if (!step)
        return now;
    rras_schedule_prepare(NULL, now + step, "a loop that looks at the clock");
    rras_schedule_block();
    me->looks.rounds = looks;
    return now_ns();
}

/* --- threads begin and end --- */

struct rras_thread *rras_schedule_create(void)
{
    return calloc(1, sizeof(struct rras_thread));
}

void rras_schedule_forget(struct rras_thread *thread)
{
    free(thread);
}

void rras_schedule_add(struct rras_thread *thread, rras_thread_id id)
{
    rras_schedule_lock();
    thread->id = id;
    thread->next_living = all.living;
    all.living = thread;
    rras_schedule_attend();
    thread->state = READY;
    rras_line_append(&all.ready, thread);
    rras_schedule_dispatch();
    rras_schedule_unlock();
}

void rras_schedule_start(struct rras_thread *thread)
{
    me = thread;
    rras_thread_know(thread);
    wait_for_token();
}

struct rras_thread *rras_schedule_find(rras_thread_id id)
{
    rras_schedule_lock();
    struct rras_thread *thread = all.living;
    while (thread && thread->id != id)
        thread = thread->next_living;
    rras_schedule_unlock();
    return thread;
}

BOOL rras_schedule_lives(rras_thread_id id)
{
    return rras_schedule_find(id) != NULL;
}

/* Wherever it stands, it takes no part any more. */
static void forget(struct rras_thread *thread)
{
    switch (thread->state) {
    case AWAY:
        all.away--;
        rras_schedule_let_pass(thread);
        break;
    case RUNS:
        if (all.running == thread)
            all.running = NULL;
        break;
    case WAITS: /* it was cancelled before it came to wait */
        rras_line_end_wait(thread);
        if (all.running == thread)
            all.running = NULL;
        break;
    case READY:
        rras_line_take_out(&all.ready, thread);
        break;
    }
}

/* A callout has ended the thread that was the service's; this is another one. */
static void forget_service(void)
{
    forget(&all.service);
    all.inside = 0;
}

void rras_schedule_end_service(void)
{
    rras_schedule_lock();
    if (all.inside > 0)
        forget_service();
    me = NULL;
    rras_schedule_dispatch();
    rras_schedule_unlock();
}

void rras_schedule_end(struct rras_thread *thread)
{
    struct rras_thread **at = &all.living;
    rras_schedule_lock();
    while (*at != thread)
        at = &(*at)->next_living;
    *at = thread->next_living;
    atomic_fetch_sub(&all.attended, 1);
    forget(thread);
    if (me == thread)
        me = NULL;
    for (struct rras_thread *waiting = all.waiting.first, *next; waiting; waiting = next) {
        next = waiting->next;
        if (waiting->on == (const void *)thread->id)
            rras_schedule_ready(waiting);
    }
    rras_schedule_dispatch();
    rras_schedule_unlock();
    free(thread);
}

/* --- the service --- */

BOOL rras_schedule_settles(void)
{
    return all.settles;
}

BOOL rras_schedule_is_on(void)
{
    return all.on;
}

/* Those that wait for something unknown since before this call may wait for ever. */
static void forget_sleepers(void)
{
    for (struct rras_thread *thread = all.living; thread; thread = thread->next_living)
        if (thread->state == AWAY && thread->asleep)
            rras_schedule_let_pass(thread);
}

void rras_schedule_enter(struct rras_clock clock)
{
    if (me == &all.service) {
        all.inside++;
        return;
    }
    rras_schedule_lock();
    if (all.inside > 0)
        forget_service();
    me = &all.service;
    rras_thread_know(me);
    all.inside = 1;
    all.calls++;
    rras_schedule_count_threads();
    forget_sleepers();
    all.service.on = NULL;
    all.service.looks.rounds = 0;
    all.service.until_ns = clock.ns;
    if (clock.set && clock.ns > now_ns()) {
        rras_line_add_wait(&all.service);
    } else {
        if (clock.set)
            rras_clock_set(clock);
        all.service.state = READY;
        rras_line_append(&all.ready, &all.service);
        rras_schedule_wake_due(now_ns()); /* behind it; it might never let the clock come past them */
    }
    rras_schedule_dispatch();
    rras_schedule_unlock();
    wait_for_token();
    all.turns.rounds = 0;
}

void rras_schedule_leave(void)
{
    if (all.inside > 1) {
        all.inside--;
        return;
    }
    all.settles = true;
    rras_schedule_mine();
    settle_all();
    rras_schedule_lock_with_token();
    all.settles = false;
    all.inside = 0;
    all.running = NULL;
    me = NULL;
    rras_schedule_dispatch();
    rras_schedule_unlock();
}
