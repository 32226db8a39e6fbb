/* SPDX-License-Identifier: MIT */
#include "ras/engine.h"

#include "ras/lifecycle.h"
#include "ras/service.h"

/* RFC 5737: addresses of documentation, so that no transcript names somebody's machine */
#define DOCUMENTATION_CLIENTS UINT32_C(0xc6336400) /* 198.51.100.0/24 */

/* The first link's port; without one the call is not answered. */
static void take_port(struct server *server, struct connection *connection)
{
    struct port *port = ports_listening(&server->ports, connection->dial.tunnel);
    if (!port)
        return;
    port->connection = connection->number;
    port->calls++;
    connection->links[0].port = port;
    connection->link_count = 1;
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
    connection->dial = *dial;
    connection->random = random_open(server->options.seed, "connection", connection->number);
    connection->lease4.wanted = dial->ipv4;
    connection->lease6.wanted = dial->ipv6;
    make_guid(connection);
    uint32_t made_up = DOCUMENTATION_CLIENTS + (uint32_t)random_between(&connection->random, 1, 254);
    connection->endpoint = dial->endpoint ? dial->endpoint : made_up;
    take_port(server, connection);
    struct connection_ref ref = {connection->slot, connection->number};
    lifecycle_event(server, connection, ON_CALL);
    return ref;
}

void engine_hang_up(struct server *server, struct connection_ref ref)
{
    struct connection *connection = server_connection(server, ref);
    if (!connection || connection->ending != END_NONE)
        return;
    connection->ending = END_CLIENT;
    lifecycle_event(server, connection, ON_HANGUP);
}

void engine_transfer(struct server *server, struct connection_ref ref, uint64_t bytes_sent,
                     uint64_t bytes_received)
{
    struct connection *connection = server_connection(server, ref);
    if (connection && connection->state == CONNECTION_ACTIVE)
        connection_transfer(connection, &connection->links[0], bytes_sent, bytes_received);
}

bool engine_step(struct server *server)
{
    struct queue_event event;
    if (server->error.class != FAILURE_NONE || !queue_pop(&server->queue, &event))
        return false;
    server->now_ns = event.time_ns;
    if (event.kind == EVENT_SCRIPT) {
        server->script.step(server->script.self, server, event.value);
        return true;
    }
    struct connection *connection =
        server_connection(server, (struct connection_ref){event.subject, event.number});
    if (connection)
        lifecycle_event(server, connection, (enum connection_event)event.value);
    service_settle(server);
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
