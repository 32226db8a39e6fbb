/* SPDX-License-Identifier: MIT */
#include "current_callout.h"

#include <stddef.h>

static _Thread_local struct rras_callout *under_way;

void rras_callout_enter(struct rras_callout *callout)
{
    under_way = callout;
}

void rras_callout_leave(void)
{
    under_way = NULL;
}

struct rras_callout *rras_callout_here(void)
{
    return under_way;
}
