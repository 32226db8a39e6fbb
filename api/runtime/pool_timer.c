/* SPDX-License-Identifier: MIT */
/* What is due at an instant. One thread waits for it, as long as there is something. */
#include "pool.h"
#include "schedule.h"

#include <pthread.h>
#include <stdlib.h>
#include <time.h>

#define NS_PER_MS UINT64_C(1000000)
#define NS_PER_SECOND UINT64_C(1000000000)

struct rras_timer {
    struct rras_timer *next; /* of those that are set, by the instant and then by when they were set */
    void (*alarm)(void *self);
    void *self;
    uint64_t due_ns;
    DWORD period_ms;
    bool set;
};

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t changed = PTHREAD_COND_INITIALIZER; /* the first, or the one whose alarm runs */
static struct rras_timer *set, *alarming;
static pthread_t waiter;
static bool waits;

/* Whoever sets a timer does not look at the clock: that would count as waiting for it (schedule.h). */
static uint64_t now_ns(void)
{
    struct timespec now;
    uint64_t elapsed_ns;
    if (rras_schedule_mine() && rras_clock_elapsed(&elapsed_ns))
        return elapsed_ns;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (uint64_t)now.tv_sec * NS_PER_SECOND + (uint64_t)now.tv_nsec;
}

static void add(struct rras_timer *timer)
{
    struct rras_timer **at = &set;
    while (*at && (*at)->due_ns <= timer->due_ns)
        at = &(*at)->next;
    timer->next = *at;
    *at = timer;
    timer->set = true;
}

static void take_out(struct rras_timer *timer)
{
    struct rras_timer **at = &set;
    while (*at != timer)
        at = &(*at)->next;
    *at = timer->next;
    timer->set = false;
}

/* The lock is held, but while the alarm runs. */
static void alarm_first(void)
{
    struct rras_timer *timer = alarming = set;
    take_out(timer);
    if (timer->period_ms) {
        timer->due_ns += timer->period_ms * NS_PER_MS;
        add(timer);
    }
    pthread_mutex_unlock(&lock);
    timer->alarm(timer->self);
    pthread_mutex_lock(&lock);
    alarming = NULL;
    pthread_cond_broadcast(&changed);
}

static struct timespec limit_in(uint64_t ns)
{
    struct timespec limit;
    clock_gettime(CLOCK_MONOTONIC, &limit);
    ns += (uint64_t)limit.tv_nsec;
    return (struct timespec){limit.tv_sec + (time_t)(ns / NS_PER_SECOND), (long)(ns % NS_PER_SECOND)};
}

static DWORD WINAPI wait_for_timers(LPVOID unused)
{
    (void)unused;
    pthread_mutex_lock(&lock);
    waiter = pthread_self();
    while (set) {
        uint64_t due_ns = set->due_ns, now = now_ns();
        if (due_ns <= now) {
            alarm_first();
            continue;
        }
        const struct timespec limit = limit_in(due_ns - now);
        pthread_cond_clockwait(&changed, &lock, CLOCK_MONOTONIC, &limit);
    }
    waits = false;
    pthread_mutex_unlock(&lock);
    return 0;
}

struct rras_timer *rras_timer_make(void (*alarm)(void *self), void *self)
{
    struct rras_timer *timer = malloc(sizeof *timer);
    if (timer)
        *timer = (struct rras_timer){.alarm = alarm, .self = self};
    else
        SetLastError(ERROR_NOT_ENOUGH_MEMORY);
    return timer;
}

BOOL rras_timer_set(struct rras_timer *timer, uint64_t delay_ns, DWORD period_ms)
{
    pthread_mutex_lock(&lock);
    if (timer->set)
        take_out(timer);
    timer->due_ns = now_ns() + delay_ns;
    timer->period_ms = period_ms;
    add(timer);
    bool begins = !waits;
    waits = true;
    pthread_cond_broadcast(&changed);
    pthread_mutex_unlock(&lock);
    HANDLE thread = begins ? CreateThread(NULL, 0, wait_for_timers, NULL, 0, NULL) : NULL;
    if (thread)
        CloseHandle(thread);
    if (begins && !thread) {
        rras_timer_cancel(timer);
        pthread_mutex_lock(&lock);
        waits = false;
        pthread_mutex_unlock(&lock);
    }
    return !begins || thread;
}

bool rras_timer_cancel(struct rras_timer *timer)
{
    pthread_mutex_lock(&lock);
    bool was_set = timer->set;
    if (was_set)
        take_out(timer);
    pthread_cond_broadcast(&changed);
    pthread_mutex_unlock(&lock);
    return was_set;
}

bool rras_timer_is_set(struct rras_timer *timer)
{
    pthread_mutex_lock(&lock);
    bool is_set = timer->set;
    pthread_mutex_unlock(&lock);
    return is_set;
}

void rras_timer_delete(struct rras_timer *timer)
{
    pthread_mutex_lock(&lock);
    if (timer->set)
        take_out(timer);
    while (alarming == timer && !pthread_equal(waiter, pthread_self()))
        pthread_cond_wait(&changed, &lock);
    if (timer->set) /* again, by its alarm */
        take_out(timer);
    pthread_cond_broadcast(&changed);
    pthread_mutex_unlock(&lock);
    free(timer);
}

uint64_t rras_timer_delay(int64_t due)
{
    FILETIME now;
    if (due <= 0)
        return (uint64_t)-due * 100;
    GetSystemTimeAsFileTime(&now);
    uint64_t then = (uint64_t)due, at = (uint64_t)now.dwHighDateTime << 32 | now.dwLowDateTime;
    return then > at ? (then - at) * 100 : 0;
}

uint64_t rras_timer_delay_of(const FILETIME *due)
{
    return rras_timer_delay((int64_t)((uint64_t)due->dwHighDateTime << 32 | due->dwLowDateTime));
}
