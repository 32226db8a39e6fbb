/* SPDX-License-Identifier: MIT */
#include "callout/call.h"

#include "callout/chain.h"
#include "callout/finding.h"
#include "ras/server.h"

#include <stdio.h>
#include <string.h>

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

/* A call under way, and who has to be told of it */
struct making {
    struct call_watch watch;
    struct chain *chain;
    struct server *server;
    struct callout_call call;
    struct call_subject subject;
    bool printed;
    bool differs; /* in both processes, and the results were not the same: */
    uint32_t results[2];
    char forbidden[64]; /* the forbidden function it called and that returned; empty: none */
};

static void emit(struct making *making)
{
    struct record record = {.type = RECORD_CALLOUT,
                            .rule = making->call.callout->rule,
                            .connection = making->subject.connection,
                            .link = making->subject.link,
                            .call = &making->call};
    server_emit(making->server, &record);
}

static void report(const struct making *making, enum finding_id id, const char *detail)
{
    finding_report(making->server, id, making->subject.connection, making->call.callout,
                   making->call.dll, detail, NULL);
}

/* The call does not return: all that is heard of it is told here. */
static void give_up(struct making *making, enum outcome outcome, enum finding_id finding,
                    const char *detail, const char *backtrace)
{
    under_way = (struct call_place){0};
    making->call.outcome = outcome;
    making->call.refused = true;
    emit(making);
    finding_report(making->server, finding, making->subject.connection, making->call.callout,
                   making->call.dll, detail, backtrace);
}

static enum verdict on_forbidden(struct call_watch *watch, const char *function,
                                 const char *backtrace)
{
    struct making *making = (struct making *)watch;
    struct server *server = making->server;
    unsigned policy = server_policy(server, POLICY_FORBIDDEN_CALL);
    bool process_ends = policy == FORBIDDEN_REPORTED && making->chain->host.reset;
    if (policy == FORBIDDEN_FAILS) {
        snprintf(making->forbidden, sizeof making->forbidden, "%s", function);
        return VERDICT_RETURNS;
    }
    give_up(making, process_ends ? OUTCOME_ENDED : OUTCOME_BLOCKED, FINDING_FORBIDDEN_CALL, function,
            backtrace);
    if (process_ends)
        return VERDICT_ENDS;
    if (making->subject.blocked)
        *making->subject.blocked = true;
    if (policy == FORBIDDEN_REPORTED)
        error_set(&server->error, FAILURE_FINDING,
                  "%s: %s calls %s, which never returns there; the run ends here", making->call.dll,
                  making->call.callout->name, function);
    return VERDICT_BLOCKS;
}

static void on_ended(struct call_watch *watch, enum finding_id finding, const char *detail,
                     const char *backtrace)
{
    give_up((struct making *)watch, OUTCOME_ENDED, finding, detail, backtrace);
}

static void on_differs(struct call_watch *watch, uint32_t address, uint32_t notification)
{
    struct making *making = (struct making *)watch;
    making->differs = true;
    making->results[0] = address;
    making->results[1] = notification;
}

static void on_output(struct call_watch *watch, const char *stream, const char *text)
{
    struct making *making = (struct making *)watch;
    struct record record = {.type = RECORD_OUTPUT,
                            .connection = making->subject.connection,
                            .link = making->subject.link,
                            .output = {stream, making->call.dll, text}};
    server_emit(making->server, &record);
    making->printed |= strcmp(stream, "debug") != 0; /* which is where a service speaks */
}

static void tell_output(struct making *making)
{
    const struct host *host = &making->chain->host;
    if (host->output)
        host->output(host->self, &making->watch);
}

static void report_difference(const struct making *making)
{
    char detail[80];
    snprintf(detail, sizeof detail, "%u in the address process, %u in the notification process:",
             (unsigned)making->results[0], (unsigned)making->results[1]);
    report(making, FINDING_INIT_DIFFERS, detail);
}

/* What the DLL did to memory that was not its to write. The release callouts get a pointer to the
 * address too, which is an argument like others. */
static void report_arguments(const struct making *making, uint32_t damaged)
{
    const struct callout *callout = making->call.callout;
    for (unsigned i = 0; i < callout->parameter_count; i++) {
        const struct parameter *parameter = &callout->parameters[i];
        const struct member *place = &argument_places[parameter->argument];
        if (damaged >> i & 1)
            report(making, FINDING_OVERRUN, parameter->name);
        if (parameter->direction == DIRECTION_IN &&
            memcmp((const char *)making->call.in + place->offset,
                   (const char *)making->call.out + place->offset, place->size) != 0)
            report(making, FINDING_IN_MODIFIED, parameter->name);
    }
}

static void report_residue(const struct making *making, uint32_t residue)
{
    static const struct {
        uint32_t bit;
        enum finding_id finding;
    } kinds[] = {
        {RESIDUE_FOLDER, FINDING_CWD_CHANGED},   {RESIDUE_SIGNALS, FINDING_SIGNALS_CHANGED},
        {RESIDUE_LOCALE, FINDING_LOCALE_CHANGED}, {RESIDUE_FLOAT, FINDING_FPU_CHANGED},
        {RESIDUE_FILES, FINDING_LEFTOVER_FD},    {RESIDUE_THREADS, FINDING_LEFTOVER_THREAD},
    };
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (residue & kinds[i].bit)
            report(making, kinds[i].finding, NULL);
}

struct callout_call call_make(struct chain *chain, struct server *server, struct dll *dll,
                              const struct callout *callout, struct call_subject subject,
                              const struct arguments *in, struct arguments *out)
{
    callout_set bit = CALLOUT_BIT(callout_id(callout));
    enum origin origin = dll->offer.slots & bit ? ORIGIN_SLOT : ORIGIN_EXPORT;
    struct making making = {
        .watch = {.start = server->options.start,
                  .now_ns = server->now_ns,
                  .forbidden_fails =
                      server_policy(server, POLICY_FORBIDDEN_CALL) == FORBIDDEN_FAILS,
                  .forbidden = on_forbidden,
                  .ended = on_ended,
                  .differs = on_differs,
                  .output = on_output},
        .chain = chain,
        .server = server,
        .call = {.callout = callout, .dll = dll->name, .in = in, .out = out,
                 .waited_ns = subject.waited_ns},
        .subject = subject,
    };
    arguments_copy(out, in, callout);
    under_way = (struct call_place){callout->name, dll->name, subject.connection};
    struct call_report answer = chain->host.call(chain->host.self, dll->module, callout, origin, out,
                                                 &making.watch);
    under_way = (struct call_place){0};
    struct callout_call *call = &making.call;
    if (answer.outcome != OUTCOME_RETURNED) {
        tell_output(&making);
        return *call;
    }
    call->result = answer.result;
    call->effective = callout->result == RESULT_BOOL ? answer.result != 0 : answer.result;
    call->refused = refuses(server, callout, call->effective);
    call->slept_ns = answer.slept_ns;
    emit(&making);
    tell_output(&making);
    if (making.printed)
        report(&making, FINDING_STDIO_OUTPUT, NULL);
    if (making.differs)
        report_difference(&making);
    report_arguments(&making, answer.damaged);
    report_residue(&making, answer.residue);
    if (*making.forbidden)
        report(&making, FINDING_FORBIDDEN_CALL, making.forbidden);
    if (callout->result == RESULT_BOOL && call->result > 1)
        report(&making, FINDING_ODD_BOOL, "its result");
    return *call;
}
