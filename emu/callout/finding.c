/* SPDX-License-Identifier: MIT */
#include "callout/finding.h"

#include "ras/server.h"

#include <stdio.h>

const struct finding findings[FINDING_COUNT] = {
    [FINDING_CRASH] = {"crash", SEVERITY_ERROR, "Q32", "ended the process of the callout"},
    [FINDING_EXIT] = {"exit", SEVERITY_ERROR, "Q32", "ended the process of the callout"},
    [FINDING_HANG] = {"hang", SEVERITY_ERROR, "Q32", "passed, and the callout has not returned"},
    [FINDING_FORBIDDEN_CALL] = {"forbidden-call", SEVERITY_ERROR, "B0.forbidden",
                                "is called, which never returns inside a callout"},
    [FINDING_BLOCKED] = {"blocked", SEVERITY_ERROR, "E.group",
                         "waits for good: a callout of its group never returns"},
    [FINDING_INIT_DIFFERS] = {"init-differs", SEVERITY_WARNING, "Q11",
                              "the results differ, the first that is not zero counts"},
    [FINDING_ODD_BOOL] = {"odd-bool", SEVERITY_WARNING, "B0.accept",
                          "holds neither 0 nor 1; any BOOL but 0 counts as TRUE"},
    [FINDING_ZERO_ADDRESS] = {"zero-address", SEVERITY_WARNING, "C3.5",
                              "returned NO_ERROR without an address; the user cannot connect"},
    [FINDING_DUPLICATE_ADDRESS] = {"duplicate-address", SEVERITY_WARNING, "Q21",
                                   "gave an address that another connection uses"},
};

void finding_report(struct server *server, enum finding_id id, uint32_t connection,
                    const struct callout *callout, const char *dll, const char *detail)
{
    const struct finding *finding = &findings[id];
    char message[256];
    snprintf(message, sizeof message, "%s%s%s", detail ? detail : "", detail ? " " : "",
             finding->text);
    struct record record = {
        .type = RECORD_FINDING,
        .rule = finding->rule,
        .connection = connection,
        .finding = {finding->name, finding->severity, callout->name, dll, message},
    };
    server_emit(server, &record);
}
