/* SPDX-License-Identifier: MIT */
#include "callout/threads.h"

#include "callout/call.h"
#include "callout/chain.h"
#include "ras/server.h"
#include "ras/service.h"

bool threads_next(void *self, uint64_t *time_ns)
{
    const struct chain *chain = self;
    *time_ns = chain->host.next ? chain->host.next(chain->host.self) : UINT64_MAX;
    return *time_ns != UINT64_MAX;
}

void threads_advance(void *self, struct server *server, uint64_t horizon_ns)
{
    struct chain *chain = self;
    enum outcome outcome = call_threads(chain, server, horizon_ns);
    if (outcome == OUTCOME_ENDED &&
        (POLICY_IS(server, PROCESS_ENDED, RESTART) || !chain->host.revive(chain->host.self)))
        service_process_ended(server);
}
