/* SPDX-License-Identifier: MIT */
#include "schedule_core.h"

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
