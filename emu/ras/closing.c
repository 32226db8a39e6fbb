/* SPDX-License-Identifier: MIT */
/* The end of a connection: C3.24. */
#include "ras/actions.h"

#include <string.h>

bool closing_owes_hangup(const struct server *server, uint64_t heard, bool accepted)
{
    return heard && (accepted || profile_hangs_up_after_refusal(server->options.profile));
}

/* A hang-up that came while a question was out waits for its answer. */
GUARD(is_ending)
{
    (void)server;
    return connection->ending != END_NONE;
}

ACTION(close_refused)
{
    connection->ending = END_REFUSED;
    dismantle(server, connection, link);
}

ACTION(close_last_link)
{
    connection->ending = END_LINE;
    dismantle(server, connection, link);
}

/* The steps in their order: further links leave as they would alone, then Q2. */
enum closing_step {
    CLOSE_FURTHER_LINKS,
    CLOSE_RELEASE4,
    CLOSE_RELEASE6,
    CLOSE_LAST_LINK,
    CLOSE_CONNECTION,
    CLOSE_DONE,
};

/* Takes the newest link down; Q41: the last to join goes first. True when its end is told. Its port
 * listens again with the others' when the connection is forgotten. */
static bool take_link_down(struct server *server, struct connection *connection)
{
    struct link *link = connection_newest_link(connection);
    link->state = LINK_NONE;
    if (!closing_owes_hangup(server, link->heard, link->accepted))
        return false;
    action_ask(server, connection, ASK_LINK_HANGUP,
               (struct question){.link = link, .heard = link->heard});
    return true;
}

static unsigned links_left(const struct connection *connection)
{
    unsigned count = 0;
    for (int i = 0; i < CONNECTION_LINKS_MOST; i++)
        count += connection->links[i].state != LINK_NONE;
    return count;
}

static bool release(struct server *server, struct connection *connection, enum ask ask)
{
    struct question question = {.ipv4 = connection->ipv4};
    const struct lease *lease = ask == ASK_RELEASE4 ? &connection->lease4 : &connection->lease6;
    if (!lease->notify)
        return false;
    memcpy(question.ipv6, server->options.ipv6_prefix, 8);
    memcpy(question.ipv6 + 8, connection->ipv6_id, 8);
    action_ask(server, connection, ask, question);
    return true;
}

/* Acts out one step; true when a question was put, whose answer leads back to dismantle(). */
static bool close_step(struct server *server, struct connection *connection)
{
    switch ((enum closing_step)connection->closing_step) {
    case CLOSE_FURTHER_LINKS:
        if (links_left(connection) > 1)
            return take_link_down(server, connection);
        break;
    case CLOSE_RELEASE4:
        connection->closing_step++;
        return release(server, connection, ASK_RELEASE4);
    case CLOSE_RELEASE6:
        connection->closing_step++;
        return release(server, connection, ASK_RELEASE6);
    case CLOSE_LAST_LINK:
        if (links_left(connection) > 0)
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
    }
    connection->closing_step++;
    return false;
}

ACTION(dismantle)
{
    (void)link;
    while (!close_step(server, connection))
        ;
}

ACTION(forget)
{
    (void)link;
    server_forget(server, connection);
}
