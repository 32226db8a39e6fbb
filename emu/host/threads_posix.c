/* SPDX-License-Identifier: MIT */
/*
 * Threads of POSIX and C++ that DLLs begin, end and wait for: they take part in the schedule, and the loader lock of
 * Windows holds for them. What begins, ends or waits for one calls these functions, since a program comes before its
 * libraries. For programs only: a library must not do that to those who use it; and not for those built with a sanitizer,
 * which sees to threads itself.
 */
#include "host/behind.h"
#include "host/timed.h"

#include "runtime/loader.h"
#include "runtime/schedule.h"

#include <errno.h>
#include <pthread.h>
#include <stdbool.h>
#include <stdlib.h>
#include <threads.h>
#include <time.h>
#include <unistd.h>

struct start {
    void *(*function)(void *);
    void *argument;
    bool locks; /* it takes part in the loader lock, which those of CreateThread() do by themselves */
    struct rras_thread *thread;
};

static void leave(void *start)
{
    if (((struct start *)start)->locks)
        rras_loader_leave();
}

/* However it ends, it says so before anybody who waits for it goes on. */
static void *run(void *self)
{
    struct start start = *(struct start *)self;
    void *result;
    free(self);
    rras_schedule_start(start.thread);
    pthread_cleanup_push(leave, &start);
    if (start.locks)
        rras_loader_enter(TRUE);
    result = start.function(start.argument);
    pthread_cleanup_pop(1);
    return result;
}

BEHIND(int, pthread_create, (pthread_t *, const pthread_attr_t *, void *(*)(void *), void *))
int pthread_create(pthread_t *thread, const pthread_attr_t *attributes, void *(*function)(void *), void *argument)
{
    FIND(pthread_create);
    if (!rras_schedule_mine())
        return system_pthread_create(thread, attributes, function, argument);
    struct start *start = malloc(sizeof *start);
    struct rras_thread *made = rras_schedule_create();
    if (!start || !made) {
        free(start);
        rras_schedule_forget(made);
        return EAGAIN;
    }
    bool locks = !rras_thread_is_own(function);
    *start = (struct start){function, argument, locks, made};
    if (locks)
        rras_loader_create();
    int failed = system_pthread_create(thread, attributes, run, start);
    if (!failed) {
        rras_schedule_add(made, *thread);
        return 0;
    }
    if (locks)
        rras_loader_enter(FALSE);
    free(start);
    rras_schedule_forget(made);
    return failed;
}

struct c_start {
    thrd_start_t function;
    void *argument;
};

static void *run_c(void *self)
{
    struct c_start start = *(struct c_start *)self;
    free(self);
    return (void *)(intptr_t)start.function(start.argument);
}

int thrd_create(thrd_t *thread, thrd_start_t function, void *argument)
{
    struct c_start *start = malloc(sizeof *start);
    if (!start)
        return thrd_nomem;
    *start = (struct c_start){function, argument};
    int failed = pthread_create(thread, NULL, run_c, start);
    if (failed)
        free(start);
    return failed ? thrd_error : thrd_success;
}

/* --- waiting for their end --- */

/* Until it has ended, but for its last steps in the C library; ETIMEDOUT: the limit has come */
static int await_end(pthread_t thread, uint64_t limit_ns, const char *call)
{
    while (rras_schedule_lives(thread)) {
        rras_schedule_prepare((const void *)thread, limit_ns, call);
        bool late = rras_schedule_block();
        pthread_testcancel();
        if (late)
            return ETIMEDOUT;
    }
    return 0;
}

/* Under the loader lock no thread ends: those that can still run do so first, and one that is ready to end is waited for
 * in vain. */
static void look_for_deadlock(pthread_t thread)
{
    if (!rras_loader_is_deadlock(TRUE))
        return;
    rras_schedule_settle();
    if (rras_schedule_lives(thread))
        rras_loader_deadlock("pthread_join");
}

BEHIND(int, pthread_join, (pthread_t, void **))
int pthread_join(pthread_t thread, void **result)
{
    FIND(pthread_join);
    if (rras_schedule_mine()) {
        if (pthread_equal(thread, pthread_self()))
            return EDEADLK;
        look_for_deadlock(thread);
        await_end(thread, RRAS_NEVER, "pthread_join");
    }
    return system_pthread_join(thread, result);
}

BEHIND(int, pthread_tryjoin_np, (pthread_t, void **))
int pthread_tryjoin_np(pthread_t thread, void **result)
{
    FIND(pthread_tryjoin_np);
    if (!rras_schedule_mine())
        return system_pthread_tryjoin_np(thread, result);
    rras_schedule_look(25); /* who asks in a loop waits */
    return rras_schedule_lives(thread) ? EBUSY : pthread_join(thread, result);
}

BEHIND(int, pthread_clockjoin_np, (pthread_t, void **, clockid_t, const struct timespec *))
int pthread_clockjoin_np(pthread_t thread, void **result, clockid_t clock, const struct timespec *deadline)
{
    uint64_t limit_ns;
    FIND(pthread_clockjoin_np);
    if (!rras_schedule_mine())
        return system_pthread_clockjoin_np(thread, result, clock, deadline);
    int failed = timed_limit(clock, deadline, &limit_ns);
    if (!failed)
        failed = await_end(thread, limit_ns, "pthread_clockjoin_np");
    return failed ? failed : pthread_join(thread, result);
}

int pthread_timedjoin_np(pthread_t thread, void **result, const struct timespec *deadline)
{
    return pthread_clockjoin_np(thread, result, CLOCK_REALTIME, deadline);
}

int thrd_join(thrd_t thread, int *result)
{
    void *ended;
    int failed = pthread_join(thread, &ended);
    if (!failed && result)
        *result = (int)(intptr_t)ended;
    return failed ? thrd_error : thrd_success;
}

BEHIND(int, pthread_cancel, (pthread_t))
/* It is woken to take notice. */
int pthread_cancel(pthread_t thread)
{
    FIND(pthread_cancel);
    int failed = system_pthread_cancel(thread);
    rras_schedule_interrupt(thread);
    return failed;
}
