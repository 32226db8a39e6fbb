/* SPDX-License-Identifier: MIT */
/* What can happen to an active connection: quarantine (C3.14 to C3.17, C4), mobility (C3.18 to
 * C3.22) and limits (C3.23). */
#include "ras/actions.h"

#include "mprapi.h"

/* --- limits --- */

static void watch_idle(struct server *server, struct connection *connection)
{
    uint64_t idle_ns = connection->dial.user->idle_ns;
    if (idle_ns)
        server_schedule(server, connection, connection->traffic_ns + idle_ns - server->now_ns,
                        ON_IDLE, 0);
}

void changes_begin(struct server *server, struct connection *connection)
{
    connection->traffic_ns = server->now_ns;
    watch_idle(server, connection);
    const struct user *user = connection->dial.user;
    if (user->session_ns)
        server_schedule(server, connection, user->session_ns, ON_SESSION_LIMIT, 0);
    if (connection->filtered && user->filters_ns) /* C4.rqs */
        server_schedule(server, connection, user->filters_ns, ON_FILTERS_OVER, 0);
    if (connection->probation_ns) /* it was there when the user called */
        server_schedule(server, connection,
                        connection->probation_ns > server->now_ns ? connection->probation_ns - server->now_ns : 0,
                        ON_PROBATION_OVER, 0);
}

bool changes_postpone(struct server *server, struct connection *connection,
                      enum connection_event event)
{
    enum { LOOK_AGAIN_MS = 1000 };
    if (event != ON_IDLE)
        return false;
    if (!idle_is_over(server, connection))
        watch_idle(server, connection);
    else if (connection->state == CONNECTION_REAUTH || connection->state == CONNECTION_MOVE)
        server_schedule(server, connection, LOOK_AGAIN_MS * UINT64_C(1000000), ON_IDLE, 0);
    else
        return false;
    return true;
}

GUARD(idle_is_over)
{
    return server->now_ns >= connection->traffic_ns + connection->dial.user->idle_ns;
}

/* --- quarantine --- */

GUARD(knows_reauthentication)
{
    (void)connection;
    return server->options.profile->family >= FAMILY_2008;
}

/* The callout already sees the new state. */
ACTION(ask_reauthentication)
{
    (void)link;
    connection->quarantine = connection->wish.quarantine;
    connection->probation_ns = 0;
    if (connection->quarantine == RAS_QUAR_STATE_PROBATION) {
        connection->probation_ns = server->now_ns + connection->wish.probation_ns;
        server_schedule(server, connection, connection->wish.probation_ns, ON_PROBATION_OVER, 0);
    }
    action_ask(server, connection, ASK_REAUTHENTICATION, (struct question){0});
}

ACTION(finish_reauthentication)
{
    (void)link;
    /* a deadline that passed meanwhile must not be missed */
    if (connection->probation_ns && connection->probation_ns <= server->now_ns)
        server_schedule(server, connection, 0, ON_PROBATION_OVER, 0);
}

GUARD(refusal_keeps_user)
{
    (void)connection;
    return POLICY_IS(server, REAUTHENTICATION_REFUSED, KEEP);
}

GUARD(probation_is_over)
{
    return connection->probation_ns && connection->probation_ns <= server->now_ns;
}

GUARD(nobody_was_asked)
{
    (void)server;
    return !connection->change_asked;
}

GUARD(is_filtered)
{
    (void)server;
    return connection->filtered;
}

/* Q16: on 2008 and later, where it changes the state */
GUARD(lifting_reauthenticates)
{
    return connection->filtered && connection->quarantine != RAS_QUAR_STATE_NORMAL &&
           knows_reauthentication(server, connection) &&
           POLICY_IS(server, LIFT_REAUTHENTICATES, YES);
}

ACTION(lift_and_reauthenticate)
{
    connection->filtered = false;
    connection->wish.quarantine = RAS_QUAR_STATE_NORMAL;
    ask_reauthentication(server, connection, link);
}

ACTION(lift_quarantine)
{
    (void)server, (void)link;
    connection->filtered = false;
}

/* --- mobility --- */

GUARD(mobility_is_off)
{
    return may_move(server, connection) && server->options.immobile;
}

GUARD(may_move)
{
    return server->options.profile->family >= FAMILY_R2 &&
           connection->dial.tunnel == TUNNEL_IKEV2;
}

static void set_endpoints(struct connection *connection, uint32_t endpoint, uint32_t local)
{
    connection->endpoint = endpoint;
    connection->local_endpoint = local;
}

/* Q17: the strings already show the new endpoints; completed switches are counted. */
ACTION(ask_endpoint)
{
    (void)link;
    connection->old_endpoint = connection->endpoint;
    connection->old_local = connection->local_endpoint;
    connection->new_endpoint = connection->wish.endpoint;
    connection->new_local = connection->wish.local_endpoint ? connection->wish.local_endpoint
                                                            : connection->local_endpoint;
    if (POLICY_IS(server, ENDPOINT_STRINGS, NEW))
        set_endpoints(connection, connection->new_endpoint, connection->new_local);
    connection->switchovers += POLICY_IS(server, SWITCHOVERS, PENDING);
    action_ask(server, connection, ASK_ENDPOINT, (struct question){0});
}

ACTION(finish_move)
{
    (void)link;
    set_endpoints(connection, connection->new_endpoint, connection->new_local);
    connection->switchovers += POLICY_IS(server, SWITCHOVERS, COMPLETED);
    connection->dormant = false;
}

GUARD(refusal_keeps_endpoint)
{
    (void)connection;
    return POLICY_IS(server, ENDPOINT_REFUSED, KEEP);
}

ACTION(keep_endpoint)
{
    (void)link;
    set_endpoints(connection, connection->old_endpoint, connection->old_local);
    connection->switchovers -= POLICY_IS(server, SWITCHOVERS, PENDING);
}

GUARD(may_sleep)
{
    return may_move(server, connection) && !connection->dormant;
}

GUARD(is_dormant)
{
    (void)server;
    return connection->dormant;
}

ACTION(fall_dormant)
{
    (void)link;
    connection->dormant = true;
    connection->dormant_ns = server->now_ns;
    server_schedule(server, connection, server->options.outage_ns, ON_OUTAGE, 0);
}

ACTION(wake_up)
{
    (void)server, (void)link;
    connection->dormant = false;
    connection->traffic_ns = server->now_ns;
}

GUARD(outage_is_over)
{
    return connection->dormant &&
           server->now_ns >= connection->dormant_ns + server->options.outage_ns;
}

/* --- PPP peers that vanish: nothing shows it but echo requests that stay without an answer --- */

GUARD(may_vanish)
{
    (void)server;
    return tunnels[connection->dial.tunnel].ppp && !connection->silent;
}

GUARD(is_silent)
{
    (void)server;
    return connection->silent;
}

ACTION(vanish)
{
    (void)link;
    connection->silent = true;
    connection->silent_ns = server->now_ns;
    server_schedule(server, connection, server->options.echo_ns, ON_ECHO_OVER, 0);
}

ACTION(answer_again)
{
    (void)server, (void)link;
    connection->silent = false;
}

GUARD(echo_is_over)
{
    return connection->silent && server->now_ns >= connection->silent_ns + server->options.echo_ns;
}
