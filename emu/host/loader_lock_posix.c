/* SPDX-License-Identifier: MIT */
/*
 * The loader lock of Windows for threads of POSIX and C++: what begins, ends or waits for one calls these functions,
 * since a program comes before its libraries. For programs only: a library must not do that to those who use it; and
 * not for those built with a sanitizer, which sees to threads itself.
 */
#include "host/behind.h"

#include "runtime/current_callout.h"
#include "runtime/loader.h"

#include <errno.h>
#include <pthread.h>
#include <stdbool.h>
#include <stdlib.h>
#include <unistd.h>

struct start {
    void *(*function)(void *);
    void *argument;
    BOOL of_dll; /* a DLL has begun it */
};

static void leave(void *unused)
{
    (void)unused;
    rras_loader_leave();
}

/* However it ends, it says so before anybody who waits for it goes on. */
static void *run(void *self)
{
    struct start start = *(struct start *)self;
    void *result;
    free(self);
    if (start.of_dll)
        rras_thread_belongs();
    pthread_cleanup_push(leave, NULL);
    rras_loader_enter(TRUE);
    result = start.function(start.argument);
    pthread_cleanup_pop(1);
    return result;
}

int pthread_create(pthread_t *thread, const pthread_attr_t *attributes, void *(*function)(void *), void *argument)
{
    BEHIND(int, pthread_create, (pthread_t *, const pthread_attr_t *, void *(*)(void *), void *));
    if (rras_thread_is_own(function))
        return system_pthread_create(thread, attributes, function, argument);
    struct start *start = malloc(sizeof *start);
    if (!start)
        return EAGAIN;
    *start = (struct start){function, argument, rras_time_is_virtual()};
    rras_loader_create();
    int failed = system_pthread_create(thread, attributes, run, start);
    if (failed) {
        rras_loader_enter(FALSE);
        free(start);
    }
    return failed;
}

/* Whether a thread has ended, at once or within the moment that its last steps take; then it was waited for. */
static bool has_ended(pthread_t thread, void **result)
{
    enum { MOMENTS = 50, MOMENT_US = 2000 };
    for (int i = 0; i < MOMENTS && rras_loader_waiting() == 0; i++) {
        if (pthread_tryjoin_np(thread, result) == 0)
            return true;
        rras_system_enter();
        usleep(MOMENT_US);
        rras_system_leave();
    }
    return pthread_tryjoin_np(thread, result) == 0;
}

int pthread_join(pthread_t thread, void **result)
{
    BEHIND(int, pthread_join, (pthread_t, void **));
    if (rras_loader_is_deadlock(TRUE)) {
        if (has_ended(thread, result))
            return 0;
        rras_loader_deadlock("pthread_join");
    }
    BOOL blocked = rras_clock_blocked(UINT64_MAX);
    int failed = system_pthread_join(thread, result);
    if (blocked)
        rras_clock_unblocked();
    return failed;
}
