/* SPDX-License-Identifier: MIT */
/* A chain's beginning and end: what it offers the server is put together here. */
#include "callout/chain.h"

#include "callout/run.h"
#include "callout/start.h"

void chain_open(struct chain *chain, struct host host)
{
    *chain = (struct chain){.host = host};
    chain->callouts = (struct ras_callouts){chain,    start_read, start_load, start_initialize, start_terminate,
                                          run_ask,  run_pump,   run_pending,
                                          run_reset, run_abandon};
}

void chain_close(struct chain *chain)
{
    chain_forget_modules(chain);
    chain_clear(chain);
    run_free(chain);
    *chain = (struct chain){0};
}
