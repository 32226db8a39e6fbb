/* SPDX-License-Identifier: MIT */
#include "ras/engine.h"

#include "ras/actions.h"
#include "ras/lifecycle.h"
#include "ras/service.h"

/* RFC 5737: addresses of documentation, so that no transcript names somebody's machine */
#define DOCUMENTATION_CLIENTS UINT32_C(0xc6336400) /* 198.51.100.0/24 */

/* Something from outside happens to a connection; false when it has ended or does not take it. */
static bool happen(struct server *server, struct connection_ref ref, const struct happening *happening)
{
    struct connection *connection = server_living(server, ref);
    return connection && lifecycle_happen(server, connection, happening) != DECISION_IGNORE;
}

static void make_guid(struct connection *connection)
{
    random_bytes(&connection->random, connection->guid, sizeof connection->guid);
    connection->guid[7] = (connection->guid[7] & 0x0f) | 0x40; /* version 4: high byte of Data3 */
    connection->guid[8] = (connection->guid[8] & 0x3f) | 0x80;
}

struct connection_ref engine_dial(struct server *server, const struct dial *dial)
{
    struct connection *connection = server_new_connection(server);
    if (!connection) {
        error_out_of_memory(&server->error);
        return (struct connection_ref){0};
    }
    server->records->totals.connections++;
    connection->dial = *dial;
    connection->random = random_open(server->options.seed, "connection", connection->number);
    connection->lease4.wanted = dial->ipv4;
    connection->lease6.wanted = dial->ipv6;
    make_guid(connection);
    uint32_t made_up = DOCUMENTATION_CLIENTS + (uint32_t)random_between(&connection->random, 1, 254);
    connection->endpoint = dial->endpoint ? dial->endpoint : made_up;
    connection->local_endpoint = server->options.endpoint;
    struct link *first = server->state == SERVICE_RUNNING ? connection_take_port(server, connection) : NULL;
    connection->first_port = first ? first->port : NULL;
    struct connection_ref ref = {connection->slot, connection->number};
    lifecycle_happen(server, connection, &(struct happening){.event = ON_CALL});
    return ref;
}

uint32_t engine_join(struct server *server, struct connection_ref ref)
{
    if (!happen(server, ref, &(struct happening){.event = ON_LINK_CALL}))
        return 0;
    return server_living(server, ref)->last_link;
}

bool engine_leave(struct server *server, struct connection_ref ref, uint32_t link)
{
    return happen(server, ref, &(struct happening){.event = ON_LINK_DOWN, .link = link});
}

bool engine_end(struct server *server, struct connection_ref ref, enum end_reason reason)
{
    return happen(server, ref, &(struct happening){.event = ON_HANGUP, .reason = reason});
}

bool engine_quarantine(struct server *server, struct connection_ref ref, uint32_t quarantine, uint64_t probation_ns)
{
    const struct wish wish = {.quarantine = quarantine, .probation_ns = probation_ns};
    return happen(server, ref, &(struct happening){.event = ON_QUARANTINE_CHANGE, .wish = wish});
}

bool engine_lift_quarantine(struct server *server, struct connection_ref ref)
{
    return happen(server, ref, &(struct happening){.event = ON_QUARANTINE_LIFTED});
}

bool engine_move(struct server *server, struct connection_ref ref, uint32_t endpoint, uint32_t local)
{
    const struct wish wish = {.endpoint = endpoint, .local_endpoint = local};
    return happen(server, ref, &(struct happening){.event = ON_MOVE, .wish = wish});
}

bool engine_reach(struct server *server, struct connection_ref ref, bool reachable)
{
    return happen(server, ref, &(struct happening){.event = reachable ? ON_REACHABLE : ON_UNREACHABLE});
}

bool engine_transfer(struct server *server, struct connection_ref ref, uint64_t bytes_sent, uint64_t bytes_received)
{
    struct connection *connection = server_connection(server, ref);
    bool ends = connection && connection->state == CONNECTION_CLOSING;
    if (!connection || ends || !connection_active_links(connection) || connection->dormant || connection->silent)
        return false;
    changes_pass_traffic(server, connection);
    /* shared out evenly; what is left over goes to the oldest link */
    unsigned links = connection_active_links(connection);
    uint64_t rest_sent = bytes_sent % links, rest_received = bytes_received % links;
    for (int i = 0; i < CONNECTION_LINKS_MOST; i++) {
        if (connection->links[i].state != LINK_ACTIVE)
            continue;
        connection_transfer(connection, &connection->links[i], bytes_sent / links + rest_sent,
                            bytes_received / links + rest_received);
        rest_sent = rest_received = 0;
    }
    return true;
}

bool engine_disturb(struct server *server, struct connection_ref ref, uint32_t link, const uint32_t errors[LINE_ERRORS])
{
    struct connection *connection = server_connection(server, ref);
    struct link *disturbed = connection ? connection_link(connection, link) : NULL;
    if (!disturbed || disturbed->state != LINK_ACTIVE)
        return false;
    for (int i = 0; i < LINE_ERRORS; i++) {
        disturbed->counters.errors[i] += errors[i];
        connection->counters.errors[i] += errors[i];
    }
    return true;
}

bool engine_clear(struct server *server, struct connection_ref ref)
{
    struct connection *connection = server_living(server, ref);
    if (!connection)
        return false;
    connection->counters = (struct counters){0};
    for (int i = 0; i < CONNECTION_LINKS_MOST; i++)
        connection->links[i].counters = (struct counters){0};
    return true;
}

/* The input whose stimulus is due first, and when; NULL when none has any */
static const struct server_input *first_input(const struct server *server, uint64_t *time_ns)
{
    const struct server_input *first = NULL;
    for (size_t i = 0; i < server->input_count; i++) {
        const struct server_input *input = &server->inputs[i];
        uint64_t due_ns;
        if (input->next(input->self, &due_ns) && (!first || due_ns < *time_ns)) {
            first = input;
            *time_ns = due_ns;
        }
    }
    return first;
}

bool engine_is_done(const struct server *server)
{
    uint64_t unused;
    return server->live_events == 0 && !first_input(server, &unused);
}

bool engine_next_time(const struct server *server, uint64_t *time_ns)
{
    uint64_t queued_ns;
    bool queued = queue_next_time(&server->queue, &queued_ns);
    bool input = first_input(server, time_ns) != NULL;
    if (queued && (!input || queued_ns < *time_ns))
        *time_ns = queued_ns;
    return queued || input;
}

void engine_drain(struct server *server)
{
    while (server->error.class == FAILURE_NONE &&
           (server->callouts->pump(server->callouts->self, server) || service_continue_stop(server)))
        ;
}

bool engine_stop(struct server *server)
{
    service_stop(server);
    engine_drain(server);
    while (server->state == SERVICE_STOPPING && server->callouts->pending(server->callouts->self) == PENDING_TIME &&
           engine_step(server))
        ;
    if (server->state == SERVICE_STOPPING)
        server->callouts->abandon(server->callouts->self, server);
    return server->state == SERVICE_STOPPED;
}

/* An event of the queue that was counted as what a run goes on for */
static void count_down(struct server *server, struct connection *connection)
{
    connection->events--;
    server->live_events--;
}

static void act_out(struct server *server, struct connection *connection, const struct queue_event *event)
{
    const struct happening happening = {.event = (enum connection_event)event->value, .link = event->link};
    count_down(server, connection);
    lifecycle_happen(server, connection, &happening);
}

static void look_at_deadline(struct server *server, struct connection *connection, const struct queue_event *event)
{
    enum deadline deadline = (enum deadline)event->value;
    if (deadlines[deadline].keeps_run)
        count_down(server, connection);
    if (deadline_look(server, connection, deadline, event->time_ns))
        lifecycle_happen(server, connection, &(struct happening){.event = deadlines[deadline].event});
}

static void happen_to(struct server *server, const struct queue_event *event)
{
    struct connection *connection = server_living(server, (struct connection_ref){event->subject, event->number});
    if (!connection)
        return;
    if (event->kind == EVENT_CONNECTION)
        act_out(server, connection, event);
    else
        look_at_deadline(server, connection, event);
}

static void take_event(struct server *server)
{
    struct queue_event event;
    queue_pop(&server->queue, &event);
    server->now_ns = event.time_ns;
    switch ((enum server_event)event.kind) {
    case EVENT_CONNECTION:
    case EVENT_DEADLINE:
        happen_to(server, &event);
        break;
    case EVENT_CALLOUTS:
        server->live_events--;
        break;
    case EVENT_RESTART:
        service_restart(server);
        break;
    }
}

/* Lets threads of DLLs run if one of them is to run before anything else happens; false: none is */
static bool run_threads(struct server *server, uint64_t horizon_ns)
{
    uint64_t wanted_ns;
    if (!server->callouts->next(server->callouts->self, &wanted_ns) || wanted_ns >= horizon_ns)
        return false;
    server->now_ns = wanted_ns > server->now_ns ? wanted_ns : server->now_ns;
    server->callouts->advance(server->callouts->self, server, horizon_ns);
    return true;
}

/* The next event or stimulus, whether or not anything is left that a run goes on for; before it, threads of DLLs. An event
 * comes before a thread that wakes at the same instant, and the queue before an input. */
static bool take_next(struct server *server)
{
    uint64_t queued_ns = UINT64_MAX, due_ns = UINT64_MAX;
    if (server->error.class != FAILURE_NONE)
        return false;
    const struct server_input *input = first_input(server, &due_ns);
    bool queued = queue_next_time(&server->queue, &queued_ns);
    if ((queued || input) && run_threads(server, queued_ns < due_ns ? queued_ns : due_ns)) {
        engine_drain(server);
        return true;
    }
    if (queued && (!input || queued_ns <= due_ns)) {
        take_event(server);
    } else if (input) {
        server->now_ns = due_ns > server->now_ns ? due_ns : server->now_ns;
        input->apply(input->self, server);
    } else {
        return false;
    }
    engine_drain(server);
    return true;
}

bool engine_step(struct server *server)
{
    return !engine_is_done(server) && take_next(server);
}

void engine_run_until(struct server *server, uint64_t time_ns)
{
    uint64_t next;
    while (engine_next_time(server, &next) && next <= time_ns && take_next(server))
        ;
    if (time_ns > server->now_ns)
        server->now_ns = time_ns;
}
