/* SPDX-License-Identifier: MIT */
#include "ras/service.h"

#include "ras/audit.h"
#include "ras/lifecycle.h"

#include "core/calendar.h"

#include <stdio.h>

const char *const service_state_names[SERVICE_STATE_COUNT] = {
    [SERVICE_STOPPED] = "stopped",           [SERVICE_READING] = "reading", [SERVICE_LOADING] = "loading",
    [SERVICE_INITIALIZING] = "initializing", [SERVICE_RUNNING] = "running", [SERVICE_STOPPING] = "stopping",
    [SERVICE_START_FAILED] = "start failed",
};

const char *const service_event_names[SERVICE_EVENT_COUNT] = {
    [ON_START] = "start",
    [ON_LIST_READ] = "list of DLLs read",
    [ON_LIST_DENIED] = "the list cannot be read",
    [ON_LOADED] = "all loaded",
    [ON_UNLOADABLE] = "a DLL cannot be loaded",
    [ON_EXPORT_MISSING] = "an export is missing",
    [ON_INITIALIZED] = "all initialized",
    [ON_INITIALIZE_FAILED] = "an initialize failed",
    [ON_TABLE_UNUSABLE] = "a callback table is unusable",
    [ON_DHCP_LOST] = "DHCP server lost",
    [ON_DHCP_BACK] = "DHCP server back",
    [ON_STOP] = "stop",
    [ON_TERMINATED] = "all DLLs terminated",
    [ON_PROCESS_ENDED] = "process ended",
};

static void read_list(struct server *server);
static void begin_stop(struct server *server);
static void load_dlls(struct server *server);
static void initialize(struct server *server);
static void nothing(struct server *server);
static void lose_dhcp(struct server *server);
static void find_dhcp(struct server *server);
static void lose_connections(struct server *server);

#define STATE(name) SERVICE_##name

/* clang-format off */
const struct service_row service_table[] = {
    {"S1",      STATE(STOPPED),      ON_START,             STATE(READING),      read_list,        "the list of administration DLLs is read"},
    {"S1",      STATE(START_FAILED), ON_START,             STATE(READING),      read_list,        "the list of administration DLLs is read"},
    {"S2",      STATE(READING),      ON_LIST_READ,         STATE(LOADING),      load_dlls,        "each DLL is loaded, in list order"},
    {"D.key",   STATE(READING),      ON_LIST_DENIED,       STATE(START_FAILED), nothing,          "the list of administration DLLs cannot be read"},
    {"S3",      STATE(LOADING),      ON_UNLOADABLE,        STATE(START_FAILED), nothing,          "a DLL is missing or cannot be loaded"},
    {"S4",      STATE(LOADING),      ON_EXPORT_MISSING,    STATE(START_FAILED), nothing,          "a required export or half of a pair is missing"},
    {"S5",      STATE(LOADING),      ON_LOADED,            STATE(INITIALIZING), initialize,       "each DLL is initialized, in list order"},
    {"Q12",     STATE(INITIALIZING), ON_UNLOADABLE,        STATE(START_FAILED), nothing,          "a DLL is missing or cannot be loaded"},
    {"Q12",     STATE(INITIALIZING), ON_EXPORT_MISSING,    STATE(START_FAILED), nothing,          "a required export or half of a pair is missing"},
    {"S6",      STATE(INITIALIZING), ON_INITIALIZE_FAILED, STATE(START_FAILED), nothing,          "an initialize callout failed"},
    {"S6a",     STATE(INITIALIZING), ON_TABLE_UNUSABLE,    STATE(START_FAILED), nothing,          "a callback table cannot be used"},
    {"S7",      STATE(INITIALIZING), ON_INITIALIZED,       STATE(RUNNING),      nothing,          "callouts may arrive from now on"},
    {"B2.dhcp", STATE(RUNNING),      ON_DHCP_LOST,         STATE(RUNNING),      lose_dhcp,        "the DHCP server cannot be reached any more"},
    {"B2.dhcp", STATE(RUNNING),      ON_DHCP_BACK,         STATE(RUNNING),      find_dhcp,        "the DHCP server can be reached again"},
    {"S8",      STATE(RUNNING),      ON_STOP,              STATE(STOPPING),     begin_stop,       "live connections are dropped"},
    {"S9",      STATE(STOPPING),     ON_TERMINATED,        STATE(STOPPED),      nothing,          "each DLL was terminated and unloaded"},
    {"Q32",     STATE(RUNNING),      ON_PROCESS_ENDED,     STATE(STOPPED),      lose_connections, "a callout ended the service's process"},
    {"Q32",     STATE(STOPPING),     ON_PROCESS_ENDED,     STATE(STOPPED),      lose_connections, "a callout ended the service's process"},
};
/* clang-format on */
const size_t service_table_length = sizeof service_table / sizeof *service_table;

static void happen(struct server *server, enum service_event event)
{
    for (size_t i = 0; i < service_table_length; i++) {
        const struct service_row *row = &service_table[i];
        if (row->from != server->state || row->event != event)
            continue;
        server->state = row->to;
        coverage_take(server, COVERED_SERVICE, i);
        struct record record = {
            .type = RECORD_SERVICE,
            .rule = row->rule,
            .change = {.from = row->from,
                       .to = row->to,
                       .event = row->event,
                       .row = (uint32_t)i,
                       .detail = row->action == read_list ? server->options.display_name : NULL},
        };
        server_emit(server, &record);
        row->action(server);
        return;
    }
}

static void nothing(struct server *server)
{
    (void)server;
}

static void read_list(struct server *server)
{
    happen(server, server->callouts->read(server->callouts->self, server) ? ON_LIST_READ : ON_LIST_DENIED);
}

static enum service_event event_of(enum start_result result, enum service_event when_fine)
{
    switch (result) {
    case START_UNLOADABLE:
        return ON_UNLOADABLE;
    case START_MISSING:
        return ON_EXPORT_MISSING;
    case START_INIT_FAILED:
    case START_ENDED:
        return ON_INITIALIZE_FAILED;
    case START_TABLE_UNUSABLE:
        return ON_TABLE_UNUSABLE;
    case START_BLOCKED:
        return SERVICE_EVENT_COUNT; /* which is no event */
    case START_OK:
        break;
    }
    return when_fine;
}

static void load_dlls(struct server *server)
{
    happen(server, event_of(server->callouts->load(server->callouts->self, server), ON_LOADED));
}

static void initialize(struct server *server)
{
    happen(server, event_of(server->callouts->initialize(server->callouts->self, server), ON_INITIALIZED));
}

static void lose_dhcp(struct server *server)
{
    server->pool.lost = true;
}

static void find_dhcp(struct server *server)
{
    server->pool.lost = false;
}

bool service_start(struct server *server)
{
    happen(server, ON_START);
    return server->state == SERVICE_RUNNING;
}

void service_stop_and_start(struct server *server)
{
    server->start_again = true;
    happen(server, ON_STOP);
}

void service_stop(struct server *server)
{
    server->start_again = false;
    happen(server, ON_STOP);
}

static void lose_connections(struct server *server)
{
    struct connection *each;
    while ((each = server_above(server, 0)))
        if (each->forgotten)
            server_abandon(server, each);
        else
            lifecycle_happen(server, each, &(struct happening){.event = ON_SERVICE_LOST});
}

/* 7031 when it is going to be started again, 7034 when not */
static void log_end(struct server *server, bool restarts)
{
    enum { RESTARTS = 7031, ENDED = 7034 };
    char count[12];
    snprintf(count, sizeof count, "%u", (unsigned)server->process_ends);
    server_eventlog(server, "Q32", restarts ? RESTARTS : ENDED, (const char *const[]){SERVICE_TITLE, count, NULL});
}

/* Whether the limit of restarts within a while is not reached yet */
static bool may_restart(struct server *server)
{
    const struct server_options *options = &server->options;
    if (server->now_ns - server->restarts_since_ns > options->restart_while_ns)
        server->restarts_since_ns = server->now_ns, server->restarts = 0;
    return server->restarts++ < options->restarts_most;
}

void service_process_ended(struct server *server)
{
    bool stopping = server->state == SERVICE_STOPPING;
    bool restarts = !stopping && may_restart(server);
    server->process_ends++;
    server->callouts->reset(server->callouts->self, server);
    happen(server, ON_PROCESS_ENDED);
    log_end(server, restarts);
    if (restarts)
        server_schedule_restart(server, server->options.restart_delay_ns);
    else if (!stopping)
        error_set(&server->error, FAILURE_SERVICE_START,
                  "the service's process ended %u times within %u s; it is not started again",
                  (unsigned)server->restarts, (unsigned)(server->options.restart_while_ns / CALENDAR_NS_PER_SECOND));
}

void service_restart(struct server *server)
{
    if ((server->state == SERVICE_STOPPED || server->state == SERVICE_START_FAILED) && server_renew(server))
        happen(server, ON_START);
}

/* What the service has no lease from, because the server did not answer when it started, it does not lose. */
void service_reach_dhcp(struct server *server, bool reachable)
{
    server->options.pool.absent = !reachable; /* when it starts again */
    if (server->pool.options.source == ADDRESSES_DHCP && server->pool.lost == reachable)
        happen(server, reachable ? ON_DHCP_BACK : ON_DHCP_LOST);
}

static struct connection *next_to_drop(const struct server *server, bool newest_first)
{
    return newest_first ? server_below(server, server->dropped) : server_above(server, server->dropped);
}

static void begin_stop(struct server *server)
{
    server->dropped = POLICY_IS(server, STOP_ORDER, NEWEST_FIRST) ? UINT32_MAX : 0;
}

/* Q41: in order of their start, each after the one before it has gone as far as it can */
static bool drop_next_connection(struct server *server)
{
    bool newest_first = POLICY_IS(server, STOP_ORDER, NEWEST_FIRST);
    struct connection *each = next_to_drop(server, newest_first);
    while (each && each->forgotten) {
        server->dropped = each->number;
        each = next_to_drop(server, newest_first);
    }
    if (!each)
        return false;
    if (POLICY_IS(server, STOP_HANGUP, NO)) { /* Q13; what was asked is answered first */
        bool due = each->awaited == 0;
        if (due)
            lifecycle_happen(server, each, &(struct happening){.event = ON_DROPPED});
        return due;
    }
    server->dropped = each->number;
    lifecycle_happen(server, each, &(struct happening){.event = ON_HANGUP, .reason = END_STOP});
    return true;
}

bool service_continue_stop(struct server *server)
{
    if (server->state != SERVICE_STOPPING)
        return false;
    if (server->roster.live)
        return drop_next_connection(server);
    enum stop_result result = server->callouts->terminate(server->callouts->self, server);
    if (result == STOP_BLOCKED)
        return false;
    if (result == STOP_ENDED)
        service_process_ended(server);
    else
        happen(server, ON_TERMINATED);
    audit_stopped(server);
    if (server->start_again && server_renew(server)) {
        server->start_again = false;
        happen(server, ON_START);
    }
    return true;
}
