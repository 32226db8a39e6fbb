/* SPDX-License-Identifier: MIT */
#include "current_callout.h"

#include <stddef.h>

static _Thread_local struct rras_callout *under_way;
static struct rras_callout *_Atomic last_begun; /* on whatever thread */

void rras_callout_enter(struct rras_callout *callout)
{
    under_way = callout;
    last_begun = callout;
}

void rras_callout_leave(void)
{
    under_way = NULL;
    last_begun = NULL;
}

struct rras_callout *rras_callout_here(void)
{
    return under_way;
}

struct rras_callout *rras_callout_last(void)
{
    return last_begun;
}
