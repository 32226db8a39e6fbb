/* SPDX-License-Identifier: MIT */
#include "host/baton.h"

#include <pthread.h>
#include <time.h>

/* One hand-over; the thread that works knows its own by a thread-local pointer. */
struct baton {
    void (*work)(void *self);
    void *self;
    pthread_mutex_t lock;
    pthread_cond_t passed;
    enum { WORKING, PARKED, DONE } state;
};

static _Thread_local struct baton *mine;
static bool parked; /* read only by whoever waited for the thread */

static void pass(struct baton *baton, int state)
{
    pthread_mutex_lock(&baton->lock);
    baton->state = state;
    pthread_cond_signal(&baton->passed);
    pthread_mutex_unlock(&baton->lock);
}

static void (*thread_end)(void);

void baton_on_thread_end(void (*function)(void))
{
    thread_end = function;
}

static void end_by_itself(void *unused)
{
    (void)unused;
    if (thread_end)
        thread_end();
}

static void *work(void *self)
{
    struct baton *baton = mine = self;
    pthread_cleanup_push(end_by_itself, NULL);
    baton->work(baton->self);
    pthread_cleanup_pop(0);
    pass(baton, DONE);
    return NULL;
}

bool baton_run(void (*function)(void *self), void *self, struct error *error)
{
    struct baton baton = {function, self, PTHREAD_MUTEX_INITIALIZER, PTHREAD_COND_INITIALIZER, WORKING};
    do {
        pthread_t thread;
        baton.state = WORKING;
        if (pthread_create(&thread, NULL, work, &baton) != 0)
            return error_set(error, FAILURE_INTERNAL, "no thread can be made for callouts");
        pthread_mutex_lock(&baton.lock);
        while (baton.state == WORKING)
            pthread_cond_wait(&baton.passed, &baton.lock);
        pthread_mutex_unlock(&baton.lock);
        if (baton.state == DONE)
            pthread_join(thread, NULL);
        else
            pthread_detach(thread);
    } while (baton.state == PARKED);
    return true;
}

bool baton_has_parked(void)
{
    return parked;
}

void baton_park(void)
{
    parked = true;
    pass(mine, PARKED);
    for (;;)
        nanosleep(&(struct timespec){.tv_sec = 3600}, NULL);
}
