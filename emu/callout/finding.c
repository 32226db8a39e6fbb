/* SPDX-License-Identifier: MIT */
#include "callout/finding.h"

#include "ras/server.h"

#include <stdio.h>

const struct finding findings[FINDING_COUNT] = {
    [FINDING_CRASH] = {"crash", SEVERITY_FAULT, "Q32", false, "ended the process of the callout"},
    [FINDING_EXIT] = {"exit", SEVERITY_FAULT, "Q32", false, "ended the process of the callout"},
    [FINDING_HANG] = {"hang", SEVERITY_FAULT, "Q32", false, "passed, and the callout has not returned"},
    [FINDING_FORBIDDEN_CALL] = {"forbidden-call", SEVERITY_FAULT, "B0.forbidden", true,
                                "is called, which never returns inside a callout"},
    [FINDING_BLOCKED] = {"blocked", SEVERITY_FAULT, "E.group", true,
                         "waits for good: a callout of its group never returns"},
    [FINDING_USE_AFTER_RETURN] = {"use-after-return", SEVERITY_FAULT, "Q32", false,
                                  "in an argument of an earlier callout ended the process"},
    [FINDING_OVERRUN] = {"overrun", SEVERITY_FAULT, "B0.fault", false,
                         "and the memory before it was written to"},
    [FINDING_IN_MODIFIED] = {"in-modified", SEVERITY_WARNING, "B0.fault", true,
                             "is for reading only, and was changed; nobody else sees the change"},
    [FINDING_UNTERMINATED] = {"unterminated", SEVERITY_WARNING, "B0.fault", true,
                              "has lost the NUL at its end; who reads it runs beyond"},
    [FINDING_UNSET_OUT] = {"unset-out", SEVERITY_WARNING, "Q22", true,
                           "was not set by a callout that succeeded; what was there before counts"},
    [FINDING_CWD_CHANGED] = {"cwd-changed", SEVERITY_WARNING, "B1.terminate", false,
                             "has left its process in another working directory"},
    [FINDING_SIGNALS_CHANGED] = {"signals-changed", SEVERITY_WARNING, "B1.terminate", false,
                                 "has left signal handlers in its process"},
    [FINDING_LOCALE_CHANGED] = {"locale-changed", SEVERITY_WARNING, "B1.terminate", false,
                                "has left its process with another locale"},
    [FINDING_FPU_CHANGED] = {"fpu-changed", SEVERITY_WARNING, "B1.terminate", false,
                             "has left floating-point numbers to be rounded otherwise"},
    [FINDING_LEFTOVER_FD] = {"leftover-fd", SEVERITY_WARNING, "B1.terminate", false,
                             "has left files open"},
    [FINDING_LEFTOVER_THREAD] = {"leftover-thread", SEVERITY_WARNING, "B1.terminate", false,
                                 "has left threads running"},
    [FINDING_LEAK] = {"leak", SEVERITY_WARNING, "B1.terminate", false,
                      "were not freed when the DLL was unloaded"},
    [FINDING_STDIO_OUTPUT] = {"stdio-output", SEVERITY_WARNING, "E.process", false,
                              "prints, and a service has nobody who reads it"},
    [FINDING_NOT_EXPORTED] = {"not-exported", SEVERITY_FAULT, "S4", true,
                              "named neither by a .def file nor by __declspec(dllexport); Windows would not find "
                              "what is named here, and this DLL would not be used as it is here"},
    [FINDING_INIT_DIFFERS] = {"init-differs", SEVERITY_WARNING, "Q11", false,
                              "the results differ, the first that is not zero counts"},
    [FINDING_ODD_BOOL] = {"odd-bool", SEVERITY_WARNING, "B0.accept", true,
                          "holds neither 0 nor 1; any BOOL but 0 counts as TRUE"},
    [FINDING_ZERO_ADDRESS] = {"zero-address", SEVERITY_WARNING, "C3.5", true,
                              "returned NO_ERROR without an address; the user cannot connect"},
    [FINDING_DUPLICATE_ADDRESS] = {"duplicate-address", SEVERITY_WARNING, "Q21", true,
                                   "gave an address that another connection uses"},
};

void finding_report(struct server *server, enum finding_id id, uint32_t connection,
                    const struct callout *callout, const char *dll, const char *detail,
                    const char *backtrace)
{
    const struct finding *finding = &findings[id];
    char message[1024];
    snprintf(message, sizeof message, "%s%s%s", detail ? detail : "", detail ? " " : "",
             finding->text);
    struct record record = {
        .type = RECORD_FINDING,
        .rule = finding->rule,
        .connection = connection,
        .finding = {finding->name, finding->severity, callout ? callout->name : NULL, dll,
                    message, backtrace},
    };
    server_emit(server, &record);
}
