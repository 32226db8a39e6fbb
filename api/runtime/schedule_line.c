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
    bool is_first = thread == &all.service || thread->again;
    thread->again = false;
    if (is_first && all.waiting.first) {
        thread->next = all.waiting.first;
        all.waiting.first = thread;
    } else {
        rras_line_append(&all.waiting, thread);
    }
}

void rras_line_end_wait(struct rras_thread *thread)
{
    if (thread->files) {
        thread->files = NULL;
        all.file_waits--;
        atomic_fetch_sub(&all.attended, 1);
    }
    rras_line_take_out(&all.waiting, thread);
    atomic_fetch_sub(&all.waiting_count, 1);
}
