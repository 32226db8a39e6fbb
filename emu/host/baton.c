/* SPDX-License-Identifier: MIT */
#include "host/baton.h"

#include <time.h>

static _Thread_local struct baton *mine; /* of a thread that works for one */

static void pass(struct baton *baton, enum baton_state state)
{
    pthread_mutex_lock(&baton->lock);
    baton->state = state;
    pthread_cond_broadcast(&baton->passed);
    pthread_mutex_unlock(&baton->lock);
}

static void (*thread_end)(void);

void baton_on_thread_end(void (*function)(void))
{
    thread_end = function;
}

void baton_thread_ends(void)
{
    if (mine && thread_end)
        thread_end();
}

static void end_by_itself(void *unused)
{
    (void)unused;
    baton_thread_ends();
}

/* Waits until the state is not this one; returns what it is. */
static enum baton_state wait_while(struct baton *baton, enum baton_state state)
{
    pthread_mutex_lock(&baton->lock);
    while (baton->state == state)
        pthread_cond_wait(&baton->passed, &baton->lock);
    state = baton->state;
    pthread_mutex_unlock(&baton->lock);
    return state;
}

static void *work(void *self)
{
    struct baton *baton = mine = self;
    while (wait_while(baton, BATON_IDLE) == BATON_WORKING) {
        pthread_cleanup_push(end_by_itself, NULL);
        baton->work(baton->self);
        pthread_cleanup_pop(0);
        pass(baton, BATON_IDLE);
    }
    return NULL;
}

bool baton_run(struct baton *baton, void (*function)(void *self), void *self, struct error *error)
{
    baton->work = function;
    baton->self = self;
    for (;;) {
        pass(baton, BATON_WORKING);
        if (!baton->has_thread && pthread_create(&baton->thread, NULL, work, baton) != 0) {
            baton->state = BATON_IDLE;
            return error_set(error, FAILURE_INTERNAL, "no thread can be made for callouts");
        }
        baton->has_thread = true;
        if (wait_while(baton, BATON_WORKING) != BATON_PARKED)
            return true;
        pthread_detach(baton->thread);
        baton->has_thread = false;
        baton->has_parked = true;
    }
}

void baton_close(struct baton *baton)
{
    if (!baton->has_thread)
        return;
    pass(baton, BATON_ENDING);
    pthread_join(baton->thread, NULL);
    baton->has_thread = false;
}

bool baton_has_parked(void)
{
    return mine && mine->has_parked;
}

void baton_park(void)
{
    pass(mine, BATON_PARKED);
    for (;;)
        nanosleep(&(struct timespec){.tv_sec = 3600}, NULL);
}
