/* SPDX-License-Identifier: MIT */
#include "ras/engine.h"

#include "ras/actions.h"
#include "ras/lifecycle.h"
#include "ras/service.h"

/* RFC 5737: addresses of documentation, so that no transcript names somebody's machine */
#define DOCUMENTATION_CLIENTS UINT32_C(0xc6336400) /* 198.51.100.0/24 */

/* A place and a port for a new link, or NULL */
static struct link *take_port(struct server *server, struct connection *connection)
{
    struct port *port = ports_listening(&server->ports, connection->dial.tunnel);
    struct link *link = port ? connection_new_link(connection) : NULL;
    if (!link)
        return NULL;
    port->connection = connection->number;
    port->calls++;
    link->port = port;
    return link;
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
    struct link *first = server->state == SERVICE_RUNNING ? take_port(server, connection) : NULL;
    connection->first_port = first ? first->port : NULL;
    struct connection_ref ref = {connection->slot, connection->number};
    lifecycle_event(server, connection, ON_CALL, 0);
    return ref;
}

uint32_t engine_join(struct server *server, struct connection_ref ref)
{
    struct connection *connection = server_connection(server, ref);
    if (!connection || connection->state != CONNECTION_ACTIVE)
        return 0;
    struct link *link = take_port(server, connection);
    if (!link)
        return 0;
    const struct tunnel_facts *tunnel = &tunnels[connection->dial.tunnel];
    server_schedule(server, connection, lifecycle_draw_ms(connection, tunnel->setup_ms),
                    ON_LINK_AUTHENTICATED, link->number);
    return link->number;
}

bool engine_leave(struct server *server, struct connection_ref ref, uint32_t link)
{
    struct connection *connection = server_connection(server, ref);
    const struct link *leaving = connection ? connection_link(connection, link) : NULL;
    return leaving && leaving->state == LINK_ACTIVE &&
           lifecycle_event(server, connection, ON_LINK_DOWN, link);
}

bool engine_end(struct server *server, struct connection_ref ref, enum end_reason reason)
{
    struct connection *connection = server_connection(server, ref);
    if (!connection || connection->ending != END_NONE)
        return false;
    connection->ending = reason;
    lifecycle_event(server, connection, ON_HANGUP, 0); /* or it waits for an answer */
    return true;
}

bool engine_fail_hardware(struct server *server, struct connection_ref ref)
{
    struct connection *connection = server_connection(server, ref);
    for (int i = 0; connection && i < CONNECTION_LINKS_MOST; i++)
        connection->links[i].failed = true;
    return engine_end(server, ref, END_HARDWARE);
}

bool engine_quarantine(struct server *server, struct connection_ref ref, uint32_t quarantine,
                       uint64_t probation_ns)
{
    struct connection *connection = server_connection(server, ref);
    if (!connection || connection->state != CONNECTION_ACTIVE ||
        connection->quarantine == quarantine)
        return false;
    connection->wish.quarantine = quarantine;
    connection->wish.probation_ns = probation_ns;
    return lifecycle_event(server, connection, ON_QUARANTINE_CHANGE, 0);
}

bool engine_lift_quarantine(struct server *server, struct connection_ref ref)
{
    struct connection *connection = server_connection(server, ref);
    return connection && lifecycle_event(server, connection, ON_QUARANTINE_LIFTED, 0);
}

bool engine_move(struct server *server, struct connection_ref ref, uint32_t endpoint, uint32_t local)
{
    struct connection *connection = server_connection(server, ref);
    if (!connection)
        return false;
    connection->wish.endpoint = endpoint ? endpoint : connection->endpoint;
    connection->wish.local_endpoint = local;
    return lifecycle_event(server, connection, ON_MOVE, 0);
}

bool engine_reach(struct server *server, struct connection_ref ref, bool reachable)
{
    struct connection *connection = server_connection(server, ref);
    return connection && lifecycle_event(server, connection, reachable ? ON_REACHABLE : ON_UNREACHABLE, 0);
}

bool engine_transfer(struct server *server, struct connection_ref ref, uint64_t bytes_sent,
                     uint64_t bytes_received)
{
    struct connection *connection = server_connection(server, ref);
    if (!connection || !connection_active_links(connection) || connection->dormant || connection->silent)
        return false;
    connection->traffic_ns = server->now_ns;
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

bool engine_disturb(struct server *server, struct connection_ref ref, uint32_t link,
                    const uint32_t errors[LINE_ERRORS])
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

bool engine_is_done(const struct server *server)
{
    return server->script_events == 0 && server->live_events == 0;
}

void engine_settle(struct server *server)
{
    while (server->error.class == FAILURE_NONE &&
           (server->callouts->pump(server->callouts->self, server) || service_settle(server)))
        ;
}

bool engine_stop(struct server *server)
{
    service_stop(server);
    engine_settle(server);
    while (server->state == SERVICE_STOPPING &&
           server->callouts->pending(server->callouts->self) == PENDING_TIME && engine_step(server))
        ;
    if (server->state == SERVICE_STOPPING)
        server->callouts->abandon(server->callouts->self, server);
    return server->state == SERVICE_STOPPED;
}

static void happen_to(struct server *server, const struct queue_event *event)
{
    struct connection *connection =
        server_connection(server, (struct connection_ref){event->subject, event->number});
    enum connection_event what = (enum connection_event)event->value;
    if (connection && event->kind == EVENT_CONNECTION) {
        connection->events--;
        server->live_events--;
    }
    if (connection && !changes_postpone(server, connection, what))
        lifecycle_event(server, connection, what, event->link);
}

bool engine_step(struct server *server)
{
    struct queue_event event;
    if (server->error.class != FAILURE_NONE || engine_is_done(server) ||
        !queue_pop(&server->queue, &event))
        return false;
    server->now_ns = event.time_ns;
    if (event.kind == EVENT_SCRIPT) {
        server->script_events--;
        server->script.step(server->script.self, server, event.value);
    }
    if (event.kind == EVENT_CONNECTION || event.kind == EVENT_DEADLINE)
        happen_to(server, &event);
    if (event.kind == EVENT_CALLOUTS)
        server->live_events--;
    if (event.kind == EVENT_RESTART)
        service_restart(server);
    engine_settle(server);
    return true;
}

void engine_run_until(struct server *server, uint64_t time_ns)
{
    uint64_t next;
    while (queue_next_time(&server->queue, &next) && next <= time_ns && engine_step(server))
        ;
    if (time_ns > server->now_ns)
        server->now_ns = time_ns;
}
