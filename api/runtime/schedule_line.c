/* SPDX-License-Identifier: MIT */
#include "schedule_core.h"

#define all rras_schedule

void rras_line_append(struct rras_line *line, struct rras_thread *thread)
{
    thread->next = NULL;
    if (line->last)
        line->last->next = thread;
    else
        line->first = thread;
    line->last = thread;
}

void rras_line_take_out(struct rras_line *line, struct rras_thread *thread)
{
    struct rras_thread *before = NULL;
    for (struct rras_thread *at = line->first; at != thread; at = at->next)
        before = at;
    if (before)
        before->next = thread->next;
    else
        line->first = thread->next;
    if (line->last == thread)
        line->last = before;
}

void rras_line_add_wait(struct rras_thread *thread)
{
    thread->state = WAITS;
    thread->timed_out = false;
    atomic_fetch_add(&all.waiting_count, 1);
    thread->order = thread == &all.service ? 0 : thread->again ? thread->order : ++all.orders;
    thread->again = false;
    struct rras_thread **at = &all.waiting.first;
    if (all.waiting.last && all.waiting.last->order <= thread->order)
        at = &all.waiting.last->next;
    while (*at && (*at)->order <= thread->order)
        at = &(*at)->next;
    thread->next = *at;
    *at = thread;
    if (!thread->next)
        all.waiting.last = thread;
}

void rras_line_end_wait(struct rras_thread *thread)
{
    if (thread->outside) {
        thread->outside = false;
        all.outside_waits--;
        atomic_fetch_sub(&all.attended, 1);
    }
    rras_line_take_out(&all.waiting, thread);
    atomic_fetch_sub(&all.waiting_count, 1);
}
