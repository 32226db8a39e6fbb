/* SPDX-License-Identifier: MIT */
#include "callout/finding.h"

#include "core/text.h"
#include "ras/server.h"

#include <string.h>
#include <stdio.h>

/* clang-format off */
const struct finding findings[FINDING_COUNT] = {
    [FINDING_CRASH] = {"crash", SEVERITY_FAULT, "Q32", false, "%s ended the process of the DLL"},
    [FINDING_EXIT] = {"exit", SEVERITY_FAULT, "Q32", false, "%s ended the process of the DLL"},
    [FINDING_HANG] = {"hang", SEVERITY_FAULT, "Q32", false, "%s, and the callout has not returned"},
    [FINDING_EXCEPTION] = {"exception", SEVERITY_FAULT, "Q32", false,
        "%s left the callout and ended its process; on Windows it ends the service: catch it in the callout"},
    [FINDING_THREAD_EXIT] = {"thread-exit", SEVERITY_FAULT, "Q32", false,
        "%s ended the thread it was called on, which is the service's"},
    [FINDING_CHANNEL] = {"channel", SEVERITY_FAULT, NULL, false,
        "%s: descriptors and handles that a DLL has not opened are the service's; its process was ended"},
    [FINDING_LOADER_LOCK] = {"loader-lock", SEVERITY_FAULT, NULL, false,
        "%s while the DLL is loaded or unloaded; that holds the loader lock, so that on Windows no thread begins or ends "
        "meanwhile, and it waits for good: begin threads in MprAdminInitializeDll, end them in MprAdminTerminateDll"},
    [FINDING_MEMORY_ERROR] = {"memory-error", SEVERITY_FAULT, NULL, false,
        "%s: the checker's report stands in what was printed"},
    [FINDING_LEFTOVER_PROCESS] = {"leftover-process", SEVERITY_WARNING, "B1.terminate", false,
        "has left a process running that it started; it was ended"},
    [FINDING_FORBIDDEN_CALL] = {"forbidden-call", SEVERITY_FAULT, "B0.forbidden", true,
        "%s is called, which never returns inside a callout"},
    [FINDING_BLOCKED] = {"blocked", SEVERITY_FAULT, "E.group", true,
        "waits for good: a callout of its group never returns"},
    [FINDING_USE_AFTER_RETURN] = {"use-after-return", SEVERITY_FAULT, "B0.arguments", false,
        "%s in an argument of an earlier callout ended the process"},
    [FINDING_OVERRUN] = {"overrun", SEVERITY_FAULT, "B0.arguments", true,
        "%s; on Windows that is other memory of the service: what is read there is chance, what is written breaks it"},
    [FINDING_IN_MODIFIED] = {"in-modified", SEVERITY_WARNING, "B0.arguments", true,
        "%s is for reading only, and was changed; nobody else sees the change"},
    [FINDING_UNTERMINATED] = {"unterminated", SEVERITY_WARNING, "B0.arguments", true,
        "%s has lost the NUL at its end; who reads it runs beyond"},
    [FINDING_TABLE_SHAPE] = {"table-shape", SEVERITY_WARNING, "Q9", true,
        "%s; mingw-w64's own mprapi.h lacks slots (88 bytes, not 104), so that what is set behind the first "
        "lies one too early: build with pkg-config mprapi-mingw"},
    [FINDING_CWD_CHANGED] = {"cwd-changed", SEVERITY_WARNING, "B1.terminate", false,
        "has left its process in another working directory"},
    [FINDING_SIGNALS_CHANGED] = {"signals-changed", SEVERITY_WARNING, "B1.terminate", false,
        "has left signal handlers in its process"},
    [FINDING_LOCALE_CHANGED] = {"locale-changed", SEVERITY_WARNING, "B1.terminate", false,
        "has left its process with another locale"},
    [FINDING_FPU_CHANGED] = {"fpu-changed", SEVERITY_WARNING, "B1.terminate", false,
        "has left floating-point numbers to be rounded otherwise"},
    [FINDING_LEFTOVER_FD] = {"leftover-fd", SEVERITY_WARNING, "B1.terminate", false, "has left files open"},
    [FINDING_LEFTOVER_THREAD] = {"leftover-thread", SEVERITY_WARNING, "B1.terminate", false,
        "has left threads running"},
    [FINDING_LEFTOVER_HANDLE] = {"leftover-handle", SEVERITY_WARNING, "B1.terminate", false,
        "has left handles of events, threads or registry keys open"},
    [FINDING_LEAK] = {"leak", SEVERITY_WARNING, "B1.terminate", false,
        "%s were not freed when the DLL was unloaded"},
    [FINDING_CLOSED_FILE] = {"closed-file", SEVERITY_FAULT, NULL, false,
        "%s; on Windows the C run-time library ends the service, or writes into a file of somebody else"},
    [FINDING_CLOSED_HANDLE] = {"closed-handle", SEVERITY_WARNING, NULL, false,
        "%s; the number may name an object of somebody else by then: forget a handle when it is closed"},
    [FINDING_BAD_FORMAT] = {"bad-format", SEVERITY_WARNING, NULL, false,
        "%s; what becomes of it and of the arguments behind it differs with the C run-time library"},
    [FINDING_WRONG_SIZE] = {"wrong-size", SEVERITY_WARNING, NULL, false,
        "%s; a longer text will run beyond its end: sizes in Cch are characters, in Cb bytes"},
    [FINDING_REAL_CLOCK] = {"real-clock", SEVERITY_WARNING, NULL, false,
        "%s, not by virtual time: when that comes differs from run to run; on Windows it is fine"},
    [FINDING_NO_NETWORK] = {"no-network", SEVERITY_WARNING, NULL, false,
        "%s: neither this machine nor a peer of the scenario, so it is told that there is no way there; describe a server that "
        "answers under peers: of the scenario"},
    [FINDING_NOT_HERE] = {"not-here", SEVERITY_WARNING, NULL, false,
        "%s, as where the server is out of reach: only Windows and Wine have it; rrasemu build --windows makes a DLL for them"},
    [FINDING_STDIO_OUTPUT] = {"stdio-output", SEVERITY_WARNING, NULL, false,
        "prints, and a service has nobody who reads it; the event log is where a service speaks"},
    [FINDING_NOT_EXPORTED] = {"not-exported", SEVERITY_FAULT, "C2.exports", true,
        "on Windows nothing exports %s: write a .def file, or __declspec(dllexport) in front of each; "
        "here rrasemu def makes a .def file into what the linker needs, and /EXPORT comments are found in the source of a "
        "DLL that was built with -g"},
    [FINDING_INIT_DIFFERS] = {"init-differs", SEVERITY_WARNING, "Q11", false,
        "%s: the results differ, the first that is not zero counts"},
    [FINDING_ODD_BOOL] = {"odd-bool", SEVERITY_WARNING, "B0.accept", true,
        "%s holds neither 0 nor 1; any BOOL but 0 counts as TRUE"},
    [FINDING_ZERO_ADDRESS] = {"zero-address", SEVERITY_WARNING, "C3.5", true,
        "returned NO_ERROR without an address; the user cannot connect"},
    [FINDING_DUPLICATE_ADDRESS] = {"duplicate-address", SEVERITY_WARNING, "Q21", true,
        "gave an address that another connection uses"},
    [FINDING_ODD_ADDRESS] = {"odd-address", SEVERITY_WARNING, "Q21", true, "gave %s; the client gets it, and cannot use it"},
    [FINDING_NO_REAUTHENTICATION] = {"no-reauthentication", SEVERITY_WARNING, "Q10", true,
        "has no re-authentication callout, so that this change of the quarantine state is accepted unseen; "
        "where Windows requires the callout, the service would not start"},
    [FINDING_STEP_IGNORED] = {"step-ignored", SEVERITY_WARNING, NULL, true, "%s, and nothing happens"},
};
/* clang-format on */

/* The row's text, its %s replaced */
static void add_message(struct text *message, const struct fault *fault)
{
    const char *text = findings[fault->id].text, *hole = strstr(text, "%s");
    if (!hole) {
        text_add(message, text);
        return;
    }
    text_add_bytes(message, text, (size_t)(hole - text));
    text_add(message, fault->subject ? fault->subject : "");
    text_add(message, hole + strlen("%s"));
}

void finding_report(struct server *server, const struct fault *fault)
{
    const struct finding *finding = &findings[fault->id];
    coverage_take(server, COVERED_FINDINGS, fault->id);
    struct text message = {0};
    add_message(&message, fault);
    struct record record = {
        .type = RECORD_FINDING,
        .rule = finding->rule,
        .connection = fault->connection,
        .finding = {finding->name, finding->severity, fault->callout ? fault->callout->name : NULL, fault->dll,
                    text_string(&message), fault->backtrace},
    };
    if (message.failed)
        error_out_of_memory(&server->error);
    server_emit(server, &record);
    text_free(&message);
}

void finding_time_limit(char *text, size_t size, unsigned limit_ms, bool computes)
{
    snprintf(text, size, "the time limit of %u.%03u s passed%s", limit_ms / 1000, limit_ms % 1000,
             computes ? " while a thread of the DLL computes (--timeout limits real work)" : "");
}
