/* SPDX-License-Identifier: MIT */
/* The end of a connection: C3.24. */
#include "ras/closing.h"

#include "ras/actions.h"

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
    (void)server, (void)link;
    return connection->ending != END_NONE;
}

/* Q6, Q7: who hears of a link that was never offered, and of a connection whose link was refused */
static void decide_who_hears(const struct server *server, struct connection *connection)
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
    decide_who_hears(server, connection);
    dismantle(server, connection, link);
}

/* Takes a link down; Q41: the last to join goes first, or the first. Its port listens again with the others' when the
 * connection is forgotten. */
static enum closing_progress take_link_down(struct server *server, struct connection *connection)
{
    bool oldest = POLICY_IS(server, LINK_ORDER, OLDEST_FIRST);
    struct link *link = connection_next_link(connection, oldest);
    link->state = LINK_NONE;
    if (!closing_owes_hangup(server, link->heard, link->accepted))
        return CLOSING_MORE;
    action_ask(server, connection, ASK_LINK_HANGUP, (struct question){.link = link, .heard = link->heard});
    return CLOSING_WAITS;
}

/* A link that the DLLs are asked about is answered first. */
static enum closing_progress end_further_links(struct server *server, struct connection *connection)
{
    if (connection_asks_link(connection))
        return CLOSING_WAITS;
    return connection_links_left(connection) > 1 ? take_link_down(server, connection) : CLOSING_OVER;
}

static enum closing_progress end_last_link(struct server *server, struct connection *connection)
{
    return connection_links_left(connection) > 0 ? take_link_down(server, connection) : CLOSING_OVER;
}

static enum closing_progress release(struct server *server, struct connection *connection, enum ask ask)
{
    struct question question = {.ipv4 = connection->ipv4};
    const struct lease *lease = ask == ASK_RELEASE4 ? &connection->lease4 : &connection->lease6;
    if (!lease->notify)
        return CLOSING_OVER;
    memcpy(question.ipv6, server->options.ipv6_prefix.bytes, 8);
    memcpy(question.ipv6 + 8, connection->ipv6_id, 8);
    action_ask(server, connection, ask, question);
    return CLOSING_LAST;
}

static enum closing_progress release_ipv4(struct server *server, struct connection *connection)
{
    return release(server, connection, ASK_RELEASE4);
}

static enum closing_progress release_ipv6(struct server *server, struct connection *connection)
{
    return release(server, connection, ASK_RELEASE6);
}

static enum closing_progress end_connection(struct server *server, struct connection *connection)
{
    if (!closing_owes_hangup(server, connection->heard, connection->accepted))
        return CLOSING_OVER;
    action_ask(server, connection, ASK_CONNECTION_HANGUP, (struct question){.heard = connection->heard});
    return CLOSING_LAST;
}

/* place[]: release-time=first, between, last */
/* clang-format off */
const struct closing_row closing_rows[] = {
    {"C3.13",       {0, 0, 0}, ASK_LINK_HANGUP,       "each further link ends, for those who were asked to accept it", end_further_links},
    {"B2.release4", {1, 2, 3}, ASK_RELEASE4,          "the IPv4 address is released, where the DLL that gave it wants to know", release_ipv4},
    {"B2.release6", {2, 3, 4}, ASK_RELEASE6,          "the IPv6 identifier is released, where the DLL that gave it wants to know", release_ipv6},
    {"C3.24",       {3, 1, 1}, ASK_LINK_HANGUP,       "the last link ends, for those who were asked to accept it", end_last_link},
    {"C3.24",       {4, 4, 2}, ASK_CONNECTION_HANGUP, "the connection ends, for those who were asked to accept it", end_connection},
};
/* clang-format on */
const size_t closing_length = sizeof closing_rows / sizeof *closing_rows;

/* The step at a place of the order in force; NULL behind the last */
static const struct closing_row *step_at(const struct server *server, unsigned place)
{
    unsigned order = server_policy(server, POLICY_RELEASE_TIME);
    for (size_t i = 0; i < closing_length; i++)
        if (closing_rows[i].place[order] == place)
            return &closing_rows[i];
    return NULL;
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
    const struct closing_row *step;
    for (int i = 0; connection->ending == END_HARDWARE && i < CONNECTION_LINKS_MOST; i++)
        connection->links[i].failed = true;
    drop_unoffered_links(connection);
    while ((step = step_at(server, connection->closing_step))) {
        enum closing_progress progress = step->act(server, connection);
        if (progress == CLOSING_WAITS || progress == CLOSING_LAST)
            coverage_take(server, COVERED_CLOSING, (size_t)(step - closing_rows));
        connection->closing_step += progress == CLOSING_OVER || progress == CLOSING_LAST;
        if (progress == CLOSING_WAITS || progress == CLOSING_LAST)
            return;
    }
    lifecycle_raise(server, connection, ON_DISMANTLED, 0);
}

/* Nobody is left who could be told. */
ACTION(lose)
{
    (void)server, (void)link;
    memset(connection->owed, 0, sizeof connection->owed);
    connection->awaited = 0;
}
