/* SPDX-License-Identifier: MIT */
#include "schedule_core.h"

#include <dlfcn.h>
#include <linux/futex.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/syscall.h>
#include <unistd.h>

enum { DESTRUCTOR_ROUNDS = 4 }; /* POSIX's least, and what Linux has: PTHREAD_DESTRUCTOR_ITERATIONS */

struct rras_schedule rras_schedule;
#define all rras_schedule

static _Thread_local struct rras_thread *me __attribute__((tls_model("initial-exec")));
static _Thread_local volatile sig_atomic_t in_core __attribute__((tls_model("initial-exec")));
static _Thread_local int cancel_type __attribute__((tls_model("initial-exec"))); /* before the lock was taken */
static volatile sig_atomic_t missed; /* a handler has woken somebody while its thread was in here */

/* --- the lock, and the token: not the C library's, which DLLs reach by way of this file --- */

static long (*system_call)(long number, ...);

void rras_schedule_sleep_on(atomic_int *word, int value)
{
    system_call(SYS_futex, word, FUTEX_WAIT_PRIVATE, value, NULL, NULL, 0);
}

void rras_schedule_wake_on(atomic_int *word, int count)
{
    system_call(SYS_futex, word, FUTEX_WAKE_PRIVATE, count, NULL, NULL, 0);
}

/* A thread that is cancelled at any place would be so in here. */
void rras_schedule_lock(void)
{
    int state = 0, type;
    pthread_setcanceltype(PTHREAD_CANCEL_DEFERRED, &type);
    rras_system_enter();
    in_core = 1;
    cancel_type = type;
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
    int type = cancel_type, unused;
    all.stuck = false;
    if (atomic_exchange(&all.lock, 0) == 2)
        rras_schedule_wake_on(&all.lock, 1);
    in_core = 0;
    if (stuck)
        rras_schedule_tell_stuck();
    rras_system_leave();
    pthread_setcanceltype(type, &unused);
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
        if (first) {
            rras_line_take_out(&all.ready, first);
            first->state = RUNS;
            all.running = first;
            all.turn++;
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
    rras_system_leave();
}

/* There is one more that the watch has to look after. */
static void attend(void)
{
    atomic_fetch_add(&all.attended, 1);
    rras_schedule_wake_on(&all.attended, 1);
}

static void hand_on(void)
{
    int type = cancel_type, unused;
    cancel_type = PTHREAD_CANCEL_DEFERRED; /* until it has the token again */
    all.running = NULL;
    rras_schedule_dispatch();
    rras_schedule_unlock();
    wait_for_token();
    pthread_setcanceltype(type, &unused);
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
    me->named = call;
}

BOOL rras_schedule_inside(void)
{
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
    if (in_core || !all.on || !rras_time_is_virtual())
        return FALSE;
    if (me->state == AWAY)
        come_back();
    return TRUE;
}

/* The watch may take the token from a thread at any time but under the lock. */
static void lock_with_token(void)
{
    rras_schedule_lock();
    while (me->state == AWAY) {
        rras_schedule_unlock();
        come_back();
        rras_schedule_lock();
    }
}

void rras_schedule_yield(void)
{
    lock_with_token();
    me->state = READY;
    rras_line_append(&all.ready, me);
    hand_on();
}

/* Two threads that wake each other for ever are left to it. */
void rras_schedule_settle(void)
{
    enum { TURNS_MOST = 1000000 };
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

/* How long one more look takes that counts as so many. A thread that only looks would keep the clock from going on: each
 * further one is a thousandth of the time that it has looked so, which is soon done with, and late by no more. */
static uint64_t step_of(uint64_t now, unsigned weight)
{
    enum { LOOKS_MOST = 5000, LEAST_NS = 10000, PART = 1000 };
    if (me->looks == 0)
        me->looks_since_ns = now;
    me->looks += weight;
    if (me->looks <= LOOKS_MOST)
        return 0;
    uint64_t step = (now - me->looks_since_ns) / PART;
    return step > LEAST_NS ? step : LEAST_NS;
}

void rras_schedule_prepare(const void *on, uint64_t until_ns, const char *call)
{
    enum { WEIGHT = 25 };
    uint64_t now = now_ns();
    lock_with_token();
    if (until_ns <= now) /* it is over at once, as Sleep(0) is: who does that in a loop only looks */
        until_ns = now + step_of(now, WEIGHT);
    else
        me->looks = 0;
    me->on = on;
    me->until_ns = until_ns;
    me->interrupted = false;
    me->call = me->named ? me->named : call;
    rras_line_add_wait(me);
    rras_schedule_unlock();
}

BOOL rras_schedule_await_files(struct pollfd *files, unsigned count, uint64_t until_ns, const char *call)
{
    lock_with_token();
    me->on = NULL;
    me->until_ns = until_ns;
    me->interrupted = false;
    me->call = call;
    me->files = files;
    me->file_count = count;
    me->since_call = all.calls;
    all.file_waits++;
    attend();
    rras_line_add_wait(me);
    hand_on();
    return me->timed_out;
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
        hand_on();
    else
        rras_schedule_unlock();
    return me->timed_out;
}

void rras_schedule_again(unsigned tries)
{
    enum { PATIENCE = 2 };
    me->again = tries > 0;
    me->insists = tries >= PATIENCE;
}

void rras_schedule_wake(const void *on, unsigned count)
{
    struct rras_thread *next;
    bool insists = false;
    if (!atomic_load(&all.waiting_count))
        return;
    if (in_core) {
        missed |= !rras_clock_is(on); /* whose lock is taken in here */
        return;
    }
    rras_schedule_lock();
    for (struct rras_thread *thread = all.waiting.first; thread && count > 0; thread = next) {
        next = thread->next;
        if (thread->on != on)
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

void rras_schedule_interrupt(pthread_t id)
{
    struct rras_thread *next;
    rras_schedule_lock();
    for (struct rras_thread *thread = all.waiting.first; thread; thread = next) {
        next = thread->next;
        if (thread == &all.service || !pthread_equal(thread->id, id))
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
    unsigned looks = me->looks;
    if (!step)
        return now;
    rras_schedule_prepare(NULL, now + step, "a loop that looks at the clock");
    rras_schedule_block();
    me->looks = looks;
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

void rras_schedule_add(struct rras_thread *thread, pthread_t id)
{
    rras_schedule_lock();
    thread->id = id;
    thread->next_living = all.living;
    all.living = thread;
    attend();
    thread->state = READY;
    rras_line_append(&all.ready, thread);
    rras_schedule_dispatch();
    rras_schedule_unlock();
}

/* What the watch needs to know */
static void know_self(void)
{
    me->id = pthread_self();
    me->number = gettid();
    me->in_system = rras_system_depth();
    pthread_getcpuclockid(me->id, &me->cpu);
}

void rras_schedule_start(struct rras_thread *thread)
{
    me = thread;
    know_self();
    pthread_setspecific(all.end, thread);
    wait_for_token();
}

BOOL rras_schedule_lives(pthread_t id)
{
    bool lives = false;
    rras_schedule_lock();
    for (const struct rras_thread *thread = all.living; thread && !lives; thread = thread->next_living)
        lives = pthread_equal(thread->id, id);
    rras_schedule_unlock();
    return lives;
}

/* A callout has ended the thread that was the service's; this is another one. */
static void forget_service(void)
{
    switch (all.service.state) {
    case AWAY:
        all.away--;
        rras_schedule_let_pass(&all.service);
        break;
    case RUNS:
        if (all.running == &all.service)
            all.running = NULL;
        break;
    case WAITS:
        rras_line_end_wait(&all.service);
        break;
    case READY:
        rras_line_take_out(&all.ready, &all.service);
        break;
    }
    all.inside = 0;
}

/* The C library calls this when the thread ends, and again as long as it is asked to: the last time, destructors that a
 * DLL has for the memory of its threads have run. */
static void end_thread(void *self)
{
    struct rras_thread *thread = self, **at = &all.living;
    int unused;
    if (++thread->destructor_rounds < DESTRUCTOR_ROUNDS) {
        pthread_setspecific(all.end, thread);
        return;
    }
    pthread_setcanceltype(PTHREAD_CANCEL_DEFERRED, &unused);
    if (thread == &all.service) { /* a callout has ended it */
        rras_schedule_lock();
        if (all.inside > 0)
            forget_service();
        me = NULL;
        rras_schedule_dispatch();
        rras_schedule_unlock();
        return;
    }
    rras_schedule_mine();
    rras_schedule_lock();
    while (*at != thread)
        at = &(*at)->next_living;
    *at = thread->next_living;
    atomic_fetch_sub(&all.attended, 1);
    if (thread->state == WAITS) /* it was cancelled before it came to wait */
        rras_line_end_wait(thread);
    me = NULL;
    for (struct rras_thread *waiting = all.waiting.first, *next; waiting; waiting = next) {
        next = waiting->next;
        if (waiting->on == (const void *)thread->id)
            rras_schedule_ready(waiting);
    }
    if (all.running == thread)
        all.running = NULL;
    rras_schedule_dispatch();
    rras_schedule_unlock();
    free(thread);
}

/* --- the service --- */

void rras_schedule_begin(void)
{
    void *found = dlsym(RTLD_NEXT, "syscall");
    memcpy(&system_call, &found, sizeof found);
    all.on = pthread_key_create(&all.end, end_thread) == 0;
}

void rras_schedule_end_in_child(void)
{
    all.on = false;
    atomic_store(&all.lock, 0); /* the watch may have had it */
    atomic_store(&all.waiting_count, 0);
    me = NULL;
    in_core = 0;
}

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
    me->destructor_rounds = 0;
    know_self();
    pthread_setspecific(all.end, me);
    all.inside = 1;
    all.calls++;
    all.file_looks = 0;
    rras_schedule_count_threads();
    forget_sleepers();
    all.service.on = NULL;
    all.service.looks = 0;
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
    lock_with_token();
    all.settles = false;
    all.inside = 0;
    all.running = NULL;
    me = NULL;
    rras_schedule_dispatch();
    rras_schedule_unlock();
}
