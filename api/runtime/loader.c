/* SPDX-License-Identifier: MIT */
#include "loader.h"

#include "misuse.h"

#include <pthread.h>
#include <stdbool.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t changed = PTHREAD_COND_INITIALIZER;

static struct {
    unsigned depth; /* 0: nobody has it */
    pthread_t owner;
    bool loading;
    bool deadlock; /* the owner has waited for good, and those that wait for the lock were let through */
    unsigned waiting;
    unsigned created; /* and not begun */
} loader;

static bool is_owner(void)
{
    return loader.depth > 0 && pthread_equal(loader.owner, pthread_self());
}

void rras_loader_begin(BOOL loading)
{
    pthread_mutex_lock(&lock);
    while (!is_owner() && (loader.depth > 0 || loader.created > 0))
        pthread_cond_wait(&changed, &lock);
    if (loader.depth++ == 0) {
        loader.owner = pthread_self();
        loader.loading = loading != FALSE;
        loader.deadlock = false;
    }
    pthread_mutex_unlock(&lock);
}

BOOL rras_loader_end(void)
{
    pthread_mutex_lock(&lock);
    BOOL deadlock = loader.deadlock;
    loader.depth--;
    pthread_cond_broadcast(&changed);
    pthread_mutex_unlock(&lock);
    return deadlock;
}

/* With the mutex. A cancelled thread is cancelled later: it would keep the mutex. */
static void wait_for_lock(void)
{
    int before;
    pthread_setcancelstate(PTHREAD_CANCEL_DISABLE, &before);
    loader.waiting++;
    while (loader.depth > 0 && !is_owner() && !loader.deadlock)
        pthread_cond_wait(&changed, &lock);
    loader.waiting--;
    pthread_setcancelstate(before, NULL);
}

void rras_loader_create(void)
{
    pthread_mutex_lock(&lock);
    loader.created++;
    pthread_mutex_unlock(&lock);
}

void rras_loader_enter(BOOL created)
{
    pthread_mutex_lock(&lock);
    if (created)
        wait_for_lock();
    loader.created--;
    pthread_cond_broadcast(&changed);
    pthread_mutex_unlock(&lock);
}

void rras_loader_leave(void)
{
    pthread_mutex_lock(&lock);
    wait_for_lock();
    pthread_mutex_unlock(&lock);
}

BOOL rras_loader_is_deadlock(BOOL thread)
{
    pthread_mutex_lock(&lock);
    BOOL deadlock = is_owner() && !loader.deadlock && (thread || (loader.loading && loader.waiting > 0));
    pthread_mutex_unlock(&lock);
    return deadlock;
}

unsigned rras_loader_waiting(void)
{
    return loader.depth > 0 ? loader.waiting : 0; /* also asked by signal handlers */
}

void rras_loader_deadlock(const char *function)
{
    rras_misused(RRAS_MISUSE_LOADER, function, "waits for a thread");
    pthread_mutex_lock(&lock);
    loader.deadlock = true;
    pthread_cond_broadcast(&changed);
    pthread_mutex_unlock(&lock);
}
