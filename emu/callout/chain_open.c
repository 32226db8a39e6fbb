/* SPDX-License-Identifier: MIT */
/* A chain's beginning and end: what it offers the server is put together here. */
#include "callout/chain.h"

#include "callout/inquiry.h"
#include "callout/start.h"

void chain_open(struct chain *chain, struct host host)
{
    *chain = (struct chain){.host = host};
    chain->callouts = (struct ras_callouts){chain,           start_read,     start_load,   start_initialize,
                                            start_terminate, inquiry_ask,    inquiry_pump, inquiry_pending,
                                            inquiry_reset,   inquiry_abandon};
}

void chain_close(struct chain *chain)
{
    chain_forget_modules(chain);
    chain_clear(chain);
    inquiry_free(chain);
    *chain = (struct chain){0};
}
