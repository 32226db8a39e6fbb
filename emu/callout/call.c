/* SPDX-License-Identifier: MIT */
#include "callout/entry.h"
#include "callout/call.h"

#include "callout/chain.h"
#include "callout/check.h"
#include "callout/checker.h"
#include "callout/finding.h"
#include "ras/server.h"

#include <stdio.h>
#include <string.h>
#include <strings.h>

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
        return POLICY_IS(server, PREAUTHENTICATION_RESULT, ALLOW_NO_AUTH) ? result != ALLOW_NO_AUTH
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
    char forbidden[64];           /* the forbidden function it called and that returned; empty: none */
    struct text forbidden_frames; /* where from */
};
_Static_assert(offsetof(struct making, watch) == 0, "what is handed back is the whole");

/* Also read by signal handlers and a watching thread */
static struct making *_Atomic current;
static const char *_Atomic current_dll, *_Atomic current_what;
static _Atomic uint64_t calls;
static const struct chain *_Atomic last_chain; /* of the last call */

/* `what` is the callout's name, or what else a DLL does */
static void set_current(struct making *making, const char *what)
{
    calls++;
    current = making;
    if (making)
        last_chain = making->chain;
    current_dll = making ? making->call.dll : NULL;
    current_what = what;
}

struct call_place call_under_way(void)
{
    return (struct call_place){calls, current_dll, current_what};
}

struct call_mark call_mark(const struct server *server)
{
    const struct making *making = current;
    if (!server->records)
        return (struct call_mark){0};
    return (struct call_mark){server->records->sequence, server->now_ns, making ? making->subject.connection : 0,
                              making ? making->call.callout : NULL, server->records->totals};
}

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
    finding_report(making->server, &(struct fault){.id = id,
                                                   .connection = making->subject.connection,
                                                   .callout = making->call.callout,
                                                   .dll = making->call.dll,
                                                   .subject = detail});
}

static const char *base_name(const char *path)
{
    const char *end = path + strlen(path);
    while (end > path && end[-1] != '/' && end[-1] != '\\')
        end--;
    return end;
}

/* The DLL whose code is the innermost of these frames; NULL: none of the chain's. A thread of one DLL may crash
 * while another is called. */
static const struct dll *owner_of(const struct chain *chain, const char *frames)
{
    for (const char *line = frames; line && *line; line += strcspn(line, "\n"), line += *line == '\n') {
        char module[4096]; /* OFFSET PATH */
        snprintf(module, sizeof module, "%.*s", (int)strcspn(line, "\n"), line);
        for (size_t i = 0; i < chain->count; i++)
            if (chain->dlls[i].source.path && strcasecmp(base_name(module), base_name(chain->dlls[i].source.path)) == 0)
                return &chain->dlls[i];
    }
    return NULL;
}

/* Whose code it was decides whom it is laid on. */
static void report_found(const struct making *making, const struct call_end *found)
{
    const struct dll *owner = owner_of(making->chain, found->frames);
    bool own = !owner || strcmp(owner->name, making->call.dll) == 0;
    bool of_callout = own && !found->returned;
    finding_report(making->server, &(struct fault){.id = found->finding,
                                                   .connection = of_callout ? making->subject.connection : 0,
                                                   .callout = of_callout ? making->call.callout : NULL,
                                                   .dll = own ? making->call.dll : owner->name,
                                                   .subject = found->detail,
                                                   .backtrace = found->backtrace});
}

/* The call does not return: all that is heard of it is told here. */
static void give_up(struct making *making, enum outcome outcome, const struct call_end *end)
{
    set_current(NULL, NULL);
    making->call.outcome = outcome;
    making->call.fault = end->finding;
    making->call.refused = true;
    if (making->call.callout)
        emit(making);
    report_found(making, end);
}

static enum verdict on_forbidden_call(struct call_watch *watch, const char *function, const char *backtrace)
{
    struct making *making = (struct making *)watch;
    struct server *server = making->server;
    bool process_ends = POLICY_IS(server, FORBIDDEN_CALL, REPORT) && making->chain->host.reset;
    if (POLICY_IS(server, FORBIDDEN_CALL, FAIL)) {
        snprintf(making->forbidden, sizeof making->forbidden, "%s", function);
        text_reset(&making->forbidden_frames);
        text_add(&making->forbidden_frames, backtrace ? backtrace : "");
        return VERDICT_RETURNS;
    }
    give_up(making, process_ends ? OUTCOME_ENDED : OUTCOME_BLOCKED,
            &(struct call_end){FINDING_FORBIDDEN_CALL, function, backtrace, NULL, false});
    if (process_ends)
        return VERDICT_ENDS;
    if (making->subject.blocked)
        *making->subject.blocked = true;
    if (POLICY_IS(server, FORBIDDEN_CALL, REPORT))
        error_set(&server->error, FAILURE_FINDING, "%s: %s calls %s, which never returns there; the run ends here",
                  making->call.dll, making->call.callout->name, function);
    return VERDICT_BLOCKS;
}

static void on_ended(struct call_watch *watch, const struct call_end *end)
{
    give_up((struct making *)watch, OUTCOME_ENDED, end);
}

struct call_place call_place_of(const char *frames)
{
    struct call_place place = call_under_way();
    const struct chain *chain = last_chain;
    const struct dll *owner = chain ? owner_of(chain, frames) : NULL;
    if (owner && (!place.dll || strcmp(owner->name, place.dll) != 0)) {
        place.dll = owner->name;
        place.what = NULL;
    }
    return place;
}

bool call_end(const struct call_end *end)
{
    struct making *making = current;
    if (!making)
        return false;
    give_up(making, OUTCOME_ENDED, end);
    struct record summary = {.type = RECORD_SUMMARY, .summary = making->server->records->totals};
    server_emit(making->server, &summary);
    return true;
}

static void on_differs(struct call_watch *watch, uint32_t address, uint32_t notification)
{
    struct making *making = (struct making *)watch;
    making->differs = true;
    making->results[0] = address;
    making->results[1] = notification;
}

static enum role role_of(const struct making *making, enum role role)
{
    return role == ROLE_BOTH && making->call.callout ? making->call.callout->role : role;
}

static void emit_output(const struct making *making, const char *stream, const char *peer, enum role role,
                        const char *text)
{
    struct record record = {.type = RECORD_OUTPUT,
                            .connection = making->subject.connection,
                            .link = making->subject.link,
                            .output = {stream, making->call.dll, role_names[role_of(making, role)], text, peer}};
    server_emit(making->server, &record);
}

static void emit_line(const struct making *making, const char *stream, enum role role, const char *text)
{
    emit_output(making, stream, NULL, role, text);
}

/* Whether it was sent to a peer */
static bool emit_sent(const struct making *making, enum role role, struct text *line)
{
    const char *peer, *sent = line->failed ? NULL : entry_read_sent(line->data, &peer);
    if (sent)
        emit_output(making, "peer", peer, role, sent);
    return sent != NULL;
}

/* Whether it was one */
static bool emit_entry(const struct making *making, enum role role, struct text *line)
{
    struct entry_of_dll entry;
    if (line->failed || !entry_read(line->data, &entry))
        return false;
    entry.record.dll = making->call.dll;
    entry.record.process = role_names[role_of(making, role)];
    struct record record = {.type = RECORD_EVENTLOG,
                            .connection = making->subject.connection,
                            .link = making->subject.link,
                            .eventlog = entry.record};
    server_emit(making->server, &record);
    return true;
}

/* What runs the DLL, or is built into it, has found something. */
static void report_checker(const struct making *making, const char *line)
{
    const char *error = checker_error(line);
    char detail[200];
    if (!error)
        return;
    snprintf(detail, sizeof detail, "%.*s", (int)strcspn(error, "\n"), error);
    report(making, FINDING_MEMORY_ERROR, detail);
}

/* A line of text is a record; of what is too long the rest is not kept, which is said. */
static void on_output(struct call_watch *watch, const char *stream, enum role role, const char *text)
{
    struct making *making = (struct making *)watch;
    size_t length = strnlen(text, OUTPUT_MOST + 1), size;
    bool cut = length > OUTPUT_MOST;
    while (cut && length > 0 && ((unsigned char)text[--length] & 0xc0) == 0x80)
        ;
    for (const char *at = text, *end = text + length; at < end; at += size) {
        const char *newline = memchr(at, '\n', (size_t)(end - at));
        struct text line = {0};
        size = (size_t)((newline ? newline + 1 : end) - at);
        text_add_bytes(&line, at, size);
        bool debug = strcmp(stream, "debug") == 0;
        if (!debug || (!emit_entry(making, role, &line) && !emit_sent(making, role, &line)))
            emit_line(making, stream, role, text_string(&line));
        report_checker(making, text_string(&line));
        making->printed |= !debug && !checker_printed(text_string(&line));
        text_free(&line);
    }
    if (cut)
        emit_line(making, stream, role, "[more than 65536 bytes: the rest is not kept]");
}

static void on_found(struct call_watch *watch, const struct call_end *found)
{
    report_found((const struct making *)watch, found);
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
    snprintf(detail, sizeof detail, "%u in the address process, %u in the notification process",
             (unsigned)making->results[0], (unsigned)making->results[1]);
    report(making, FINDING_INIT_DIFFERS, detail);
}

static void report_argument(void *self, enum finding_id finding, const char *argument)
{
    report(self, finding, argument);
}

static void report_overrun(const struct making *making, const struct parameter *parameter, enum side side,
                           const struct overrun *overrun)
{
    static const char *const accesses[] = {"", "read", "written to", "read and written to", "read or written to"};
    const struct layout *layout = argument_places[parameter->argument].layout;
    char detail[160], distance[32] = "right";
    unsigned access = overrun->access < sizeof accesses / sizeof *accesses ? overrun->access : OVERRUN_WRITTEN;
    if (overrun->distance)
        snprintf(distance, sizeof distance, "%u byte%s", overrun->distance, overrun->distance == 1 ? "" : "s");
    snprintf(detail, sizeof detail, "%s: the memory %s %s %s was %s", parameter->name, distance,
             side == SIDE_BEFORE ? "before" : "behind the end of", layout ? layout->name : "it", accesses[access]);
    report(making, FINDING_OVERRUN, detail);
}

/* What the DLL did to memory that was not its to write */
static void report_arguments(struct making *making, const struct call_report *answer)
{
    const struct overruns *overruns = &answer->overruns;
    const struct callout *callout = making->call.callout;
    for (unsigned i = 0; i < callout->parameter_count; i++)
        for (enum side side = 0; side < SIDES; side++)
            if (overruns->of[i][side].access)
                report_overrun(making, &callout->parameters[i], side, &overruns->of[i][side]);
    check_tell(&answer->faults, callout, report_argument, making);
}

static void report_residue(const struct making *making, uint32_t residue)
{
    static const struct {
        uint32_t bit;
        enum finding_id finding;
    } kinds[] = {
        {RESIDUE_FOLDER, FINDING_CWD_CHANGED},         {RESIDUE_SIGNALS, FINDING_SIGNALS_CHANGED},
        {RESIDUE_LOCALE, FINDING_LOCALE_CHANGED},      {RESIDUE_FLOAT, FINDING_FPU_CHANGED},
        {RESIDUE_FILES, FINDING_LEFTOVER_FD},          {RESIDUE_THREADS, FINDING_LEFTOVER_THREAD},
        {RESIDUE_PROCESSES, FINDING_LEFTOVER_PROCESS}, {RESIDUE_HANDLES, FINDING_LEFTOVER_HANDLE},
    };
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++)
        if (residue & kinds[i].bit)
            report(making, kinds[i].finding, NULL);
}

enum origin call_origin(const struct dll *dll, const struct callout *callout)
{
    return dll->called_slots & CALLOUT_BIT(callout_id(callout)) ? ORIGIN_SLOT : ORIGIN_EXPORT;
}

struct call_watch call_watch_of(const struct server *server)
{
    return (struct call_watch){
        .start = server->options.start,
        .now_ns = server->now_ns,
        .arguments_stay = POLICY_IS(server, ARGUMENT_MEMORY, STAYS),
        .shared_forbidden = POLICY_IS(server, SHARED_FUNCTIONS, FORBIDDEN),
        .forbidden_fails = POLICY_IS(server, FORBIDDEN_CALL, FAIL),
    };
}

/* All that can be heard of a DLL */
static struct call_watch listen(const struct server *server)
{
    struct call_watch watch = call_watch_of(server);
    watch.forbidden = on_forbidden_call;
    watch.ended = on_ended;
    watch.differs = on_differs;
    watch.output = on_output;
    watch.found = on_found;
    return watch;
}

struct callout_call call_make(struct chain *chain, struct server *server, struct dll *dll,
                              const struct callout *callout, struct call_subject subject, const struct arguments *in,
                              struct arguments *out)
{
    struct making making = {
        .watch = listen(server),
        .chain = chain,
        .server = server,
        .call = {.callout = callout, .dll = dll->name, .in = in, .out = out, .waited_ns = subject.waited_ns},
        .subject = subject,
    };
    set_current(&making, callout->name);
    struct call_report answer = chain->host.call(chain->host.self, dll->module, callout, call_origin(dll, callout), in,
                                                 out, &making.watch);
    set_current(NULL, NULL);
    struct callout_call *call = &making.call;
    if (answer.outcome != OUTCOME_RETURNED) {
        text_free(&making.forbidden_frames);
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
    call->differs = making.differs;
    call->in_part = making.differs && (making.results[0] == NO_ERROR || making.results[1] == NO_ERROR);
    if (making.differs)
        report_difference(&making);
    report_arguments(&making, &answer);
    report_residue(&making, answer.residue);
    if (answer.forked)
        report(&making, FINDING_CHANNEL, "it forked, and its child process returned from the callout too");
    if (*making.forbidden)
        finding_report(server, &(struct fault){.id = FINDING_FORBIDDEN_CALL,
                                               .connection = subject.connection,
                                               .callout = callout,
                                               .dll = dll->name,
                                               .subject = making.forbidden,
                                               .backtrace = text_string(&making.forbidden_frames)});
    text_free(&making.forbidden_frames);
    if (callout->result == RESULT_BOOL && call->result > 1)
        report(&making, FINDING_ODD_BOOL, "its result");
    return *call;
}

void call_unload(struct chain *chain, struct server *server, struct dll *dll)
{
    struct making making = {
        .watch = listen(server),
        .chain = chain,
        .server = server,
        .call = {.dll = dll->name},
    };
    set_current(&making, "its unloading");
    uint32_t residue = chain->host.unload(chain->host.self, dll->module, &making.watch);
    set_current(NULL, NULL);
    dll->module = NULL;
    report_residue(&making, residue);
    tell_output(&making);
}

enum outcome call_threads(struct chain *chain, struct server *server, uint64_t horizon_ns)
{
    /* whose thread it is that runs is not known where there are several */
    struct making making = {.watch = listen(server),
                            .chain = chain,
                            .server = server,
                            .call = {.dll = chain->count == 1 ? chain->dlls[0].name : ""}};
    set_current(&making, "a thread of its own");
    enum outcome outcome = chain->host.advance(chain->host.self, &making.watch, horizon_ns);
    set_current(NULL, NULL);
    if (outcome == OUTCOME_RETURNED)
        server->now_ns = making.watch.now_ns;
    tell_output(&making);
    if (making.printed)
        report(&making, FINDING_STDIO_OUTPUT, NULL);
    return outcome;
}

enum load_result call_load(struct chain *chain, struct server *server, struct dll *dll, struct text *why)
{
    struct making making = {.watch = listen(server), .chain = chain, .server = server, .call = {.dll = dll->name}};
    set_current(&making, "its loading");
    struct dll_source source = dll->source;
    source.start = server->options.start;
    source.now_ns = server->now_ns;
    source.own_folder = POLICY_IS(server, DEPENDENT_FOLDER, YES);
    enum load_result result = chain->host.load(chain->host.self, &source, &dll->module, why);
    set_current(NULL, NULL);
    tell_output(&making);
    return result;
}
