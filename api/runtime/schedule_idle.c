/* SPDX-License-Identifier: MIT */
/* What happens in the schedule when no thread is ready: a file has something for one, time passes, or nothing ever will. */
#include "schedule_core.h"

#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/time.h>
#include <unistd.h>

#define all rras_schedule

/* --- files --- */

/* In the order in which the threads came, whatever came first to the files */
static bool wake_readable(void)
{
    struct rras_thread *next;
    bool any = false;
    for (struct rras_thread *thread = all.file_waits ? all.waiting.first : NULL; thread; thread = next) {
        next = thread->next;
        if (!thread->files || poll(thread->files, thread->file_count, 0) == 0)
            continue;
        rras_schedule_ready(thread);
        any = true;
        all.file_looks = 0;
    }
    return any;
}

/* Who is asked by a callout, or by a thread that works for it, may be outside of this process, where time is real: it is
 * given a moment. What was waited for before the call has had its time. */
static bool files_may_bring_something(void)
{
    enum { LOOKS_MOST = 10 };
    for (const struct rras_thread *thread = all.file_waits ? all.waiting.first : NULL; thread; thread = thread->next)
        if (thread->files && thread->since_call == all.calls)
            return all.file_looks < LOOKS_MOST;
    return false;
}

/* --- nothing ever happens --- */

static unsigned other_threads; /* 0: not counted yet */
static char stuck_words[320];
static void (*tell_stuck)(void);

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
static bool somebody_else_may_wake(void)
{
    struct sigaction child;
    struct itimerval timer;
    unsigned known = other_threads;
    for (const struct rras_thread *thread = all.living; thread; thread = thread->next_living)
        known++;
    for (int kind = ITIMER_REAL; kind <= ITIMER_PROF; kind++)
        if (getitimer(kind, &timer) == 0 && (timer.it_value.tv_sec || timer.it_value.tv_usec))
            return true;
    return count_threads() != known || number_behind("/proc/self/timers", "ClockID:") ||
           number_behind("/proc/self/timers", "signal:") || sigaction(SIGCHLD, NULL, &child) != 0 ||
           (child.sa_handler != SIG_DFL && child.sa_handler != SIG_IGN);
}

static void note_stuck(void)
{
    size_t length = 0;
    if (*stuck_words || all.away || all.file_waits || !all.waiting.first || somebody_else_may_wake())
        return;
    for (const struct rras_thread *thread = all.waiting.first; thread && length < sizeof stuck_words;
         thread = thread->next)
        length += (size_t)snprintf(stuck_words + length, sizeof stuck_words - length, "%s%s in %s",
                                   length ? ", " : "every thread waits for ever (",
                                   thread == &all.service ? "the callout" : "one of the DLL's", thread->call);
    if (length < sizeof stuck_words - 1)
        strcpy(stuck_words + length, ")");
    all.stuck = true;
}

void rras_on_stuck(void (*function)(void))
{
    tell_stuck = function;
}

const char *rras_schedule_stuck(void)
{
    return *stuck_words ? stuck_words : NULL;
}

void rras_schedule_tell_stuck(void)
{
    if (tell_stuck)
        tell_stuck();
}

/* --- time --- */

static uint64_t next_limit(void)
{
    uint64_t next = RRAS_NEVER;
    for (const struct rras_thread *thread = all.waiting.first; thread; thread = thread->next)
        next = thread->until_ns < next ? thread->until_ns : next;
    return next;
}

void rras_schedule_wake_due(uint64_t now)
{
    struct rras_thread *next;
    for (struct rras_thread *thread = all.waiting.first; thread; thread = next) {
        next = thread->next;
        if (thread->until_ns <= now) {
            thread->timed_out = true;
            rras_schedule_ready(thread);
        }
    }
}

bool rras_schedule_idle(void)
{
    uint64_t next = next_limit();
    if (wake_readable())
        return true;
    if (!all.inside || all.holding || files_may_bring_something())
        return false;
    if (next == RRAS_NEVER) {
        note_stuck();
        return false;
    }
    rras_clock_pass(next);
    rras_schedule_wake_due(next);
    return true;
}

uint64_t rras_schedule_next(void)
{
    if (!all.on)
        return RRAS_NEVER;
    rras_schedule_lock();
    uint64_t next = next_limit();
    rras_schedule_unlock();
    return next;
}
