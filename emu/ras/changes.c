/* SPDX-License-Identifier: MIT */
/* What can happen to an active connection: quarantine (C3.14 to C3.17, C4), mobility (C3.18 to
 * C3.22) and limits (C3.23). */
#include "ras/actions.h"

#include "mprapi.h"

/* --- limits --- */

void changes_pass_traffic(struct server *server, struct connection *connection)
{
    uint64_t idle_ns = connection->dial.user->idle_ns;
    if (idle_ns)
        deadline_set(server, connection, DEADLINE_IDLE, server->now_ns + idle_ns);
}

void changes_begin(struct server *server, struct connection *connection)
{
    const struct user *user = connection->dial.user;
    deadline_clear(connection, DEADLINE_NEGOTIATION);
    changes_pass_traffic(server, connection);
    if (user->session_ns)
        deadline_set(server, connection, DEADLINE_SESSION, server->now_ns + user->session_ns);
    if (connection->filtered && user->filters_ns) /* C4.rqs */
        deadline_set(server, connection, DEADLINE_FILTERS, server->now_ns + user->filters_ns);
}

void changes_set_probation(struct server *server, struct connection *connection, uint64_t probation_ns)
{
    connection->probation_ns = server->now_ns + probation_ns;
    deadline_set(server, connection, DEADLINE_PROBATION, connection->probation_ns);
}

/* --- quarantine --- */

GUARD(lacks_protection)
{
    (void)connection, (void)link;
    return server->options.profile->family < FAMILY_2008;
}

GUARD(quarantine_is_same)
{
    (void)server, (void)link;
    return connection->quarantine == connection->wish.quarantine && !connection->deferred.first;
}

ACTION(change_quarantine)
{
    (void)link;
    connection->quarantine = connection->wish.quarantine;
    connection->probation_ns = 0;
    deadline_clear(connection, DEADLINE_PROBATION);
    if (connection->quarantine == RAS_QUAR_STATE_PROBATION)
        changes_set_probation(server, connection, connection->wish.probation_ns);
}

/* The callout already sees the new state. */
ACTION(ask_reauthentication)
{
    change_quarantine(server, connection, link);
    action_ask(server, connection, ASK_REAUTHENTICATION, (struct question){0});
}

GUARD(refusal_keeps_user)
{
    (void)connection, (void)link;
    return POLICY_IS(server, REAUTHENTICATION_REFUSED, KEEP);
}

GUARD(nobody_was_asked)
{
    (void)server, (void)link;
    return !connection->change_asked;
}

GUARD(is_filtered)
{
    (void)server, (void)link;
    return connection->filtered;
}

/* Q16: on 2008 and later, where it changes the state */
GUARD(lifting_reauthenticates)
{
    return connection->filtered && connection->quarantine != RAS_QUAR_STATE_NORMAL &&
           !lacks_protection(server, connection, link) && POLICY_IS(server, LIFT_REAUTHENTICATES, YES);
}

ACTION(lift_and_reauthenticate)
{
    lift_quarantine(server, connection, link);
    connection->wish.quarantine = RAS_QUAR_STATE_NORMAL;
    ask_reauthentication(server, connection, link);
}

ACTION(lift_quarantine)
{
    (void)server, (void)link;
    connection->filtered = false;
    deadline_clear(connection, DEADLINE_FILTERS);
}

/* --- mobility --- */

GUARD(mobility_is_off)
{
    return may_move(server, connection, link) && server->options.immobile;
}

GUARD(may_move)
{
    (void)link;
    return server->options.profile->family >= FAMILY_R2 && connection->dial.tunnel == TUNNEL_IKEV2;
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
    connection->new_endpoint = connection->wish.endpoint ? connection->wish.endpoint : connection->endpoint;
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
    deadline_clear(connection, DEADLINE_OUTAGE);
}

GUARD(refusal_keeps_endpoint)
{
    (void)connection, (void)link;
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
    return may_move(server, connection, link) && !connection->dormant;
}

GUARD(is_dormant)
{
    (void)server, (void)link;
    return connection->dormant;
}

ACTION(fall_dormant)
{
    (void)link;
    connection->dormant = true;
    deadline_set(server, connection, DEADLINE_OUTAGE, server->now_ns + server->options.outage_ns);
}

ACTION(wake_up)
{
    (void)link;
    connection->dormant = false;
    deadline_clear(connection, DEADLINE_OUTAGE);
    changes_pass_traffic(server, connection);
}

/* --- PPP peers that vanish: nothing shows it but echo requests that stay without an answer --- */

GUARD(may_vanish)
{
    (void)server, (void)link;
    return tunnels[connection->dial.tunnel].ppp && !connection->silent;
}

GUARD(is_silent)
{
    (void)server, (void)link;
    return connection->silent;
}

ACTION(vanish)
{
    (void)link;
    connection->silent = true;
    deadline_set(server, connection, DEADLINE_ECHO, server->now_ns + server->options.echo_ns);
}

ACTION(answer_again)
{
    (void)server, (void)link;
    connection->silent = false;
    deadline_clear(connection, DEADLINE_ECHO);
}
