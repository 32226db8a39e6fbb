/* SPDX-License-Identifier: MIT */
/* A chain's beginning and end: what it offers the server is put together here. */
#include "callout/chain.h"

#include "callout/inquiry.h"
#include "callout/start.h"
#include "callout/threads.h"

void chain_open(struct chain *chain, struct host host)
{
    *chain = (struct chain){.host = host};
    chain->callouts = (struct ras_callouts){.self = chain,
                                            .read = start_read,
                                            .load = start_load,
                                            .initialize = start_initialize,
                                            .terminate = start_terminate,
                                            .ask = inquiry_ask,
                                            .pump = inquiry_pump,
                                            .next = threads_next,
                                            .advance = threads_advance,
                                            .pending = inquiry_pending,
                                            .reset = inquiry_reset,
                                            .abandon = inquiry_abandon};
}

void chain_close(struct chain *chain)
{
    chain_forget_modules(chain);
    chain_clear(chain);
    inquiry_free(chain);
    *chain = (struct chain){0};
}
