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

static bool refuses(const struct server *server, const struct callout *callout, uint32_t result)
{
    switch (callout->result) {
    case RESULT_VOID:
        return false;
    case RESULT_BOOL:
        return result == FALSE;
    case RESULT_DWORD:
        return result != NO_ERROR;
    case RESULT_ALLOWANCE:
        return server_policy(server, POLICY_PREAUTHENTICATION_RESULT) == POLICY_DEFAULT
                   ? result != ALLOW_NO_AUTH
                   : result != NO_ERROR;
    }
    return false;
}

struct callout_call call_make(struct chain *chain, struct server *server, struct dll *dll,
                              const struct callout *callout, struct call_subject subject,
                              const struct arguments *in, struct arguments *out)
{
    callout_set bit = CALLOUT_BIT(callout_id(callout));
    enum origin origin = dll->offer.slots & bit ? ORIGIN_SLOT : ORIGIN_EXPORT;
    arguments_copy(out, in, callout);
    under_way = (struct call_place){callout->name, dll->name, subject.connection};
    struct call_report report =
        chain->host.call(chain->host.self, dll->module, callout, origin, out);
    under_way = (struct call_place){0};
    bool returned = report.outcome == OUTCOME_RETURNED;
    struct callout_call call = {
        .callout = callout,
        .dll = dll->name,
        .in = in,
        .out = out,
        .outcome = report.outcome,
        .result = report.result,
        .effective = callout->result == RESULT_BOOL ? report.result != 0 : report.result,
        .slept_ns = report.slept_ns,
        .waited_ns = subject.waited_ns,
    };
    call.refused = !returned || refuses(server, callout, call.effective);
    struct record record = {.type = RECORD_CALLOUT,
                            .rule = callout->rule,
                            .connection = subject.connection,
                            .link = subject.link,
                            .call = &call};
    server_emit(server, &record);
    if (returned && callout->result == RESULT_BOOL && call.result > 1)
        finding_report(server, FINDING_ODD_BOOL, subject.connection, callout, dll->name, "its result");
    return call;
}
