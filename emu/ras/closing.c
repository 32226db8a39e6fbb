/* SPDX-License-Identifier: MIT */
/* The end of a connection: C3.24. */
#include "ras/actions.h"
#include "ras/audit.h"

#include <string.h>

bool closing_owes_hangup(const struct server *server, uint64_t heard, bool accepted)
{
    bool after_refusal = POLICY_IS(server, HANGUP_AFTER_REFUSAL, BY_VERSION)
                             ? profile_hangs_up_after_refusal(server->options.profile)
                             : POLICY_IS(server, HANGUP_AFTER_REFUSAL, ALWAYS);
    return heard && (accepted || after_refusal);
}

/* A hang-up that came while a question was out waits for its answer. */
GUARD(is_ending)
{
    (void)server;
    return connection->ending != END_NONE;
}

/* Q6, Q7: who hears of a link that was never offered, and of a connection whose link was refused */
static void settle_refusal(const struct server *server, struct connection *connection)
{
    struct link *first = connection_link(connection, 1);
    if (!connection->accepted && POLICY_IS(server, UNOFFERED_LINK_HANGUP, YES))
        first->heard = connection->heard;
    if (connection->accepted && POLICY_IS(server, LINK_REFUSAL_HANGUP, NO))
        connection->heard = 0;
}

ACTION(close_refused)
{
    connection->refused = true;
    settle_refusal(server, connection);
    dismantle(server, connection, link);
}

/* The steps; further links leave first, as they would alone. */
enum closing_step {
    CLOSE_FURTHER_LINKS,
    CLOSE_RELEASE4,
    CLOSE_RELEASE6,
    CLOSE_LAST_LINK,
    CLOSE_CONNECTION,
    CLOSE_DONE,
    CLOSE_STEPS,
};

/* Their order by POLICY_RELEASE_TIME (Q2) */
static const enum closing_step orders[][CLOSE_STEPS] = {
    [RELEASE_TIME_FIRST] = {CLOSE_FURTHER_LINKS, CLOSE_RELEASE4, CLOSE_RELEASE6, CLOSE_LAST_LINK,
                       CLOSE_CONNECTION, CLOSE_DONE},
    [RELEASE_TIME_BETWEEN] = {CLOSE_FURTHER_LINKS, CLOSE_LAST_LINK, CLOSE_RELEASE4, CLOSE_RELEASE6,
                         CLOSE_CONNECTION, CLOSE_DONE},
    [RELEASE_TIME_LAST] = {CLOSE_FURTHER_LINKS, CLOSE_LAST_LINK, CLOSE_CONNECTION, CLOSE_RELEASE4,
                      CLOSE_RELEASE6, CLOSE_DONE},
};

/* Takes a link down; Q41: the last to join goes first, or the first. True when its end is told. Its port
 * listens again with the others' when the connection is forgotten. */
static bool take_link_down(struct server *server, struct connection *connection)
{
    bool oldest = POLICY_IS(server, LINK_ORDER, OLDEST_FIRST);
    struct link *link = connection_next_link(connection, oldest);
    link->state = LINK_NONE;
    if (!closing_owes_hangup(server, link->heard, link->accepted))
        return false;
    action_ask(server, connection, ASK_LINK_HANGUP,
               (struct question){.link = link, .heard = link->heard});
    return true;
}

static bool release(struct server *server, struct connection *connection, enum ask ask)
{
    struct question question = {.ipv4 = connection->ipv4};
    const struct lease *lease = ask == ASK_RELEASE4 ? &connection->lease4 : &connection->lease6;
    if (!lease->notify)
        return false;
    memcpy(question.ipv6, server->options.ipv6_prefix.bytes, 8);
    memcpy(question.ipv6 + 8, connection->ipv6_id, 8);
    action_ask(server, connection, ask, question);
    return true;
}

/* Acts out one step; true when an answer is awaited, which leads back to dismantle(). */
static bool close_step(struct server *server, struct connection *connection)
{
    switch (orders[server_policy(server, POLICY_RELEASE_TIME)][connection->closing_step]) {
    case CLOSE_FURTHER_LINKS:
        if (connection_asks_link(connection))
            return true; /* the answer comes first */
        if (connection_links_left(connection) > 1)
            return take_link_down(server, connection);
        break;
    case CLOSE_RELEASE4:
        connection->closing_step++;
        return release(server, connection, ASK_RELEASE4);
    case CLOSE_RELEASE6:
        connection->closing_step++;
        return release(server, connection, ASK_RELEASE6);
    case CLOSE_LAST_LINK:
        if (connection_links_left(connection) > 0)
            return take_link_down(server, connection);
        break;
    case CLOSE_CONNECTION:
        connection->closing_step++;
        if (!closing_owes_hangup(server, connection->heard, connection->accepted))
            return false;
        action_ask(server, connection, ASK_CONNECTION_HANGUP,
                   (struct question){.heard = connection->heard});
        return true;
    case CLOSE_DONE:
        lifecycle_event(server, connection, ON_DISMANTLED, 0);
        return true;
    case CLOSE_STEPS:
        break;
    }
    connection->closing_step++;
    return false;
}

/* Q6: of further links that nobody was asked about nobody hears; only those that were asked count when it
 * comes to which is the last (Q2). */
static void drop_unoffered_links(struct connection *connection)
{
    for (int i = 0; i < CONNECTION_LINKS_MOST; i++)
        if (connection->links[i].state == LINK_AUTH && connection->links[i].number > 1)
            connection->links[i].state = LINK_NONE;
}

ACTION(dismantle)
{
    (void)link;
    drop_unoffered_links(connection);
    while (!close_step(server, connection))
        ;
}

/* Nobody is left who could be told. */
ACTION(lose)
{
    memset(connection->owed, 0, sizeof connection->owed);
    connection->awaited = 0;
    forget(server, connection, link);
}

ACTION(forget)
{
    (void)link;
    audit_connection(server, connection);
    server_forget(server, connection);
}
