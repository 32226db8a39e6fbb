/* SPDX-License-Identifier: MIT */
/* What comes to threads of the schedule from outside: over files, by timers and signals, and from threads that are none of it. */
#include "schedule_core.h"

#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/time.h>
#include <unistd.h>

#define all rras_schedule

/* --- files --- */

/* In the order in which the threads came, whatever came first to the files */
bool rras_outside_wakes(void)
{
    struct rras_thread *next;
    bool any = false;
    for (struct rras_thread *thread = all.outside_waits ? all.waiting.first : NULL; thread; thread = next) {
        next = thread->next;
        if (!thread->outside || !thread->system.files || poll(thread->system.files, thread->system.file_count, 0) == 0)
            continue;
        rras_schedule_ready(thread);
        any = true;
    }
    if (any)
        rras_outside_renew(false); /* what has come may be half of what others wait for */
    return any;
}

void rras_outside_look(void)
{
}

BOOL rras_schedule_await_files(struct pollfd *files, unsigned count, uint64_t until_ns, const char *call)
{
    rras_schedule_prepare_outside(NULL, until_ns, call, RRAS_MOMENT);
    rras_schedule_lock();
    rras_me->system.files = files;
    rras_me->system.file_count = count;
    rras_schedule_unlock();
    BOOL late = rras_schedule_block();
    rras_me->system.files = NULL;
    return late;
}

/* --- others --- */

static unsigned other_threads; /* 0: not counted yet */

/* A number behind a word in a file of /proc; 0: none */
static unsigned number_behind(const char *path, const char *word)
{
    char text[4096];
    int file = open(path, O_RDONLY | O_CLOEXEC);
    ssize_t size = file >= 0 ? read(file, text, sizeof text - 1) : -1;
    if (file >= 0)
        close(file);
    text[size > 0 ? size : 0] = '\0';
    const char *found = strstr(text, word);
    return found ? (unsigned)strtoul(found + strlen(word), NULL, 10) : 0;
}

static unsigned count_threads(void)
{
    return number_behind("/proc/self/status", "Threads:");
}

void rras_schedule_count_threads(void)
{
    if (!other_threads)
        other_threads = count_threads();
}

/* A timer, a signal's handler, a thread that is not of the schedule: each could wake somebody. */
bool rras_outside_may_come_late(void)
{
    struct sigaction child;
    struct itimerval timer;
    unsigned known = other_threads;
    if (all.outside_waits)
        return true;
    for (const struct rras_thread *thread = all.living; thread; thread = thread->next_living)
        known++;
    for (int kind = ITIMER_REAL; kind <= ITIMER_PROF; kind++)
        if (getitimer(kind, &timer) == 0 && (timer.it_value.tv_sec || timer.it_value.tv_usec))
            return true;
    return count_threads() != known || number_behind("/proc/self/timers", "ClockID:") ||
           number_behind("/proc/self/timers", "signal:") || sigaction(SIGCHLD, NULL, &child) != 0 ||
           (child.sa_handler != SIG_DFL && child.sa_handler != SIG_IGN);
}

/* --- timers: each thread waits for its own --- */

uint64_t rras_timers_next(void)
{
    return RRAS_NEVER;
}

void rras_timers_fire(uint64_t now)
{
    (void)now;
}
