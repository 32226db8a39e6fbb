/* SPDX-License-Identifier: MIT */
#include "callout/call.h"

#include "callout/chain.h"
#include "callout/finding.h"
#include "ras/server.h"

static struct call_place under_way;

struct call_place call_under_way(void)
{
    return under_way;
}

uint32_t call_make(struct chain *chain, struct server *server, struct dll *dll,
                   const struct callout *callout, uint32_t connection, uint32_t link,
                   const struct arguments *in, struct arguments *out)
{
    callout_set bit = CALLOUT_BIT(callout_id(callout));
    enum origin origin = dll->offer.slots & bit ? ORIGIN_SLOT : ORIGIN_EXPORT;
    arguments_copy(out, in, callout);
    struct callout_call call = {.callout = callout, .dll = dll->name, .in = in, .out = out};
    under_way = (struct call_place){callout->name, dll->name, connection};
    call.result = chain->host.call(chain->host.self, dll->module, callout, origin, out);
    under_way = (struct call_place){0};
    call.effective = callout->result == RESULT_BOOL ? call.result != 0 : call.result;
    struct record record = {.type = RECORD_CALLOUT,
                            .rule = callout->rule,
                            .connection = connection,
                            .link = link,
                            .call = &call};
    server_emit(server, &record);
    if (callout->result == RESULT_BOOL && call.result > 1)
        finding_report(server, FINDING_ODD_BOOL, connection, callout, dll->name, "its result");
    return call.effective;
}
