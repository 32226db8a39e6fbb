/* SPDX-License-Identifier: MIT */
#include "ras/lifecycle.h"

#include "ras/server.h"

#include <string.h>

enum { NS_PER_MS = 1000000 };

const char *const connection_event_names[CONNECTION_EVENT_COUNT] = {
    [ON_CALL] = "call",
    [ON_AUTHENTICATION_FAILED] = "authentication failed",
    [ON_AUTHENTICATED] = "authenticated",
    [ON_ADDRESS_FAILED] = "address callout failed",
    [ON_NO_ADDRESS] = "no address",
    [ON_NEGOTIATED] = "negotiated",
    [ON_ACCEPTED] = "accepted",
    [ON_REFUSED] = "refused",
    [ON_HANGUP] = "hang-up",
    [ON_DISMANTLED] = "dismantled",
};

static bool port_answers(const struct server *server, const struct connection *connection);
static void begin_call(struct server *server, struct connection *connection);
static void end_unanswered(struct server *server, struct connection *connection);
static void end_unauthenticated(struct server *server, struct connection *connection);
static void ask_addresses(struct server *server, struct connection *connection);
static void close_without_address(struct server *server, struct connection *connection);
static void ask_connection(struct server *server, struct connection *connection);
static void ask_first_link(struct server *server, struct connection *connection);
static void close_refused(struct server *server, struct connection *connection);
static void begin_service(struct server *server, struct connection *connection);
static void dismantle(struct server *server, struct connection *connection);
static void forget(struct server *server, struct connection *connection);

#define STATE(name) CONNECTION_##name

/* clang-format off */
const struct lifecycle_row lifecycle[] = {
    {"C3.1",  STATE(IDLE),    ON_CALL,        port_answers, STATE(AUTH),    begin_call,            "a client calls"},
    {"C3.1",  STATE(IDLE),    ON_CALL,        NULL,         STATE(CLOSED),  end_unanswered,        "a client calls, but no port listens"},
    {"C3.2",  STATE(AUTH),    ON_AUTHENTICATION_FAILED, NULL, STATE(IDLE),  end_unauthenticated,   "authentication fails"},
    {"C3.23", STATE(AUTH),    ON_HANGUP,      NULL,         STATE(IDLE),    end_unauthenticated,   "the call ends before authentication"},
    {"C3.3",  STATE(AUTH),    ON_AUTHENTICATED, NULL,       STATE(ADDR),    ask_addresses,         "the user is authenticated"},
    {"C3.4",  STATE(ADDR),    ON_ADDRESS_FAILED, NULL,      STATE(CLOSING), close_without_address, "the address callout fails"},
    {"C3.5",  STATE(ADDR),    ON_NO_ADDRESS,  NULL,         STATE(CLOSING), close_without_address, "there is no address to give"},
    {"C3.6",  STATE(ADDR),    ON_NEGOTIATED,  NULL,         STATE(ASKCONN), ask_connection,        "the network protocols are negotiated"},
    {"C3.23", STATE(ADDR),    ON_HANGUP,      NULL,         STATE(CLOSING), dismantle,             "the call ends while protocols are negotiated"},
    {"C3.7",  STATE(ASKCONN), ON_ACCEPTED,    NULL,         STATE(ASKLINK), ask_first_link,        "every DLL accepts the connection"},
    {"C3.8",  STATE(ASKCONN), ON_REFUSED,     NULL,         STATE(CLOSING), close_refused,         "a DLL refuses the connection"},
    {"C3.9",  STATE(ASKLINK), ON_ACCEPTED,    NULL,         STATE(ACTIVE),  begin_service,         "every DLL accepts the link"},
    {"C3.10", STATE(ASKLINK), ON_REFUSED,     NULL,         STATE(CLOSING), close_refused,         "a DLL refuses the first link"},
    {"C3.23", STATE(ACTIVE),  ON_HANGUP,      NULL,         STATE(CLOSING), dismantle,             "the connection ends"},
    {"C3.24", STATE(CLOSING), ON_DISMANTLED,  NULL,         STATE(CLOSED),  forget,                "everyone was told"},
};
/* clang-format on */
const size_t lifecycle_length = sizeof lifecycle / sizeof *lifecycle;

void lifecycle_event(struct server *server, struct connection *connection,
                     enum connection_event event)
{
    for (size_t i = 0; i < lifecycle_length; i++) {
        const struct lifecycle_row *row = &lifecycle[i];
        if (row->from != connection->state || row->event != event ||
            (row->guard && !row->guard(server, connection)))
            continue;
        connection->state = row->to;
        struct record record = {
            .type = RECORD_STATE,
            .rule = row->rule,
            .connection = connection->number,
            .change = {connection_state_names[row->from], connection_state_names[row->to], row->text,
                       connection},
        };
        server_emit(server, &record);
        row->action(server, connection);
        return;
    }
}

static void ask(struct server *server, struct connection *connection, enum ask what,
                struct question question)
{
    question.ask = what;
    question.connection = connection;
    if (!question.link)
        question.link = &connection->links[0];
    server->callouts->ask(server->callouts->self, server, &question);
}

/* --- from the call to the accept callouts --- */

static bool port_answers(const struct server *server, const struct connection *connection)
{
    (void)server;
    return connection->link_count > 0;
}

static uint64_t draw_ms(struct connection *connection, const uint32_t range[2])
{
    return random_between(&connection->random, range[0], range[1]) * NS_PER_MS;
}

static void begin_call(struct server *server, struct connection *connection)
{
    const struct tunnel_facts *tunnel = &tunnels[connection->dial.tunnel];
    server->records->totals.connections++;
    server_schedule(server, connection, draw_ms(connection, tunnel->setup_ms),
                    connection->dial.user->wrong_password ? ON_AUTHENTICATION_FAILED
                                                          : ON_AUTHENTICATED);
}

static void end_unanswered(struct server *server, struct connection *connection)
{
    server->records->totals.connections++;
    server->records->totals.failed++;
    connection->ending = END_NO_PORT;
    server_forget(server, connection);
}

static void end_unauthenticated(struct server *server, struct connection *connection)
{
    if (connection->ending == END_NONE)
        connection->ending = END_AUTHENTICATION;
    server->records->totals.failed++;
    server_forget(server, connection);
}

/* RAS's own proposal: interface identifiers below the server's prefix (Q20) */
static void propose_ipv6(const struct server *server, struct connection *connection,
                         uint8_t ipv6[16])
{
    memcpy(ipv6, server->options.ipv6_prefix, 8);
    random_bytes(&connection->random, ipv6 + 8, 8);
    ipv6[8] &= (uint8_t)~2; /* not universal: this identifier comes from no hardware address */
    ipv6[15] |= 1;          /* never zero */
}

/* One family after the other, IPv4 first; then the negotiation takes its time. */
static void ask_addresses(struct server *server, struct connection *connection)
{
    struct question question = {0};
    if (connection->lease4.wanted && !connection->lease4.asked) {
        connection->lease4.asked = true;
        connection->ipv4_from_pool = question.ipv4 = pool_take(&server->pool);
        ask(server, connection, ASK_GET4, question);
    } else if (connection->lease6.wanted && !connection->lease6.asked) {
        connection->lease6.asked = true;
        propose_ipv6(server, connection, question.ipv6);
        ask(server, connection, ASK_GET6, question);
    } else {
        const struct tunnel_facts *tunnel = &tunnels[connection->dial.tunnel];
        server_schedule(server, connection, draw_ms(connection, tunnel->negotiation_ms),
                        ON_NEGOTIATED);
    }
}

static void answer_address(struct server *server, struct connection *connection,
                           const struct answer *answer)
{
    static const uint8_t no_id[8];
    bool v4 = answer->ask == ASK_GET4;
    struct lease *lease = v4 ? &connection->lease4 : &connection->lease6;
    bool any = v4 ? answer->ipv4 != 0 : memcmp(answer->ipv6_id, no_id, sizeof no_id) != 0;
    lease->given = answer->agreed && any;
    lease->notify = lease->given && answer->notify; /* Q40: nothing given, nothing released */
    if (v4) {
        connection->ipv4 = lease->given ? answer->ipv4 : 0;
        if (connection->ipv4_from_pool && connection->ipv4 != connection->ipv4_from_pool) {
            pool_give(&server->pool, connection->ipv4_from_pool);
            connection->ipv4_from_pool = 0;
        }
    } else if (lease->given) {
        memcpy(connection->ipv6_id, answer->ipv6_id, sizeof connection->ipv6_id);
    }
    if (!answer->agreed) {
        connection->ending = END_ADDRESS;
        connection->error = answer->code;
        lifecycle_event(server, connection, ON_ADDRESS_FAILED);
    } else if (!any) {
        connection->ending = END_NO_ADDRESS;
        lifecycle_event(server, connection, ON_NO_ADDRESS);
    } else {
        ask_addresses(server, connection);
    }
}

static void close_without_address(struct server *server, struct connection *connection)
{
    server->records->totals.failed++;
    dismantle(server, connection);
}

static void ask_connection(struct server *server, struct connection *connection)
{
    connection->since_ns = server->now_ns;
    ask(server, connection, ASK_ACCEPT_CONNECTION, (struct question){0});
}

static void ask_first_link(struct server *server, struct connection *connection)
{
    connection->accepted = true;
    connection->links[0].since_ns = server->now_ns;
    ask(server, connection, ASK_ACCEPT_LINK, (struct question){.link_number = 1});
}

static void begin_service(struct server *server, struct connection *connection)
{
    connection->links[0].accepted = true;
    server->records->totals.accepted++;
}

/* --- the end --- */

static void close_refused(struct server *server, struct connection *connection)
{
    server->records->totals.refused++;
    connection->ending = END_REFUSED;
    dismantle(server, connection);
}

/* Whether a hang-up callout is owed: to those whose accept callout was called (Q5, Q6), and after a
 * refusal only where the profile does so (Q3). */
static bool owes_hangup(const struct server *server, uint64_t heard, bool accepted)
{
    return heard && (accepted || profile_hangs_up_after_refusal(server->options.profile));
}

/* The steps of C3.24 in their order (Q2). */
enum closing_step { CLOSE_RELEASE4, CLOSE_RELEASE6, CLOSE_LINKS, CLOSE_CONNECTION, CLOSE_DONE };

/* Asks what is owed next; every answer comes back here (lifecycle_answer). */
static void dismantle(struct server *server, struct connection *connection)
{
    struct question question = {0};
    for (;;) {
        switch ((enum closing_step)connection->closing_step) {
        case CLOSE_RELEASE4:
            connection->closing_step++;
            if (connection->lease4.notify) {
                question.ipv4 = connection->ipv4;
                ask(server, connection, ASK_RELEASE4, question);
                return;
            }
            break;
        case CLOSE_RELEASE6:
            connection->closing_step++;
            if (connection->lease6.notify) {
                memcpy(question.ipv6, server->options.ipv6_prefix, 8);
                memcpy(question.ipv6 + 8, connection->ipv6_id, 8);
                ask(server, connection, ASK_RELEASE6, question);
                return;
            }
            break;
        case CLOSE_LINKS:
            if (connection->link_count > 0) {
                struct link *link = &connection->links[connection->link_count - 1];
                uint32_t number = connection->link_count--; /* Q41: the last to join goes first */
                if (owes_hangup(server, link->heard, link->accepted)) {
                    question.link_number = number;
                    question.heard = link->heard;
                    question.link = link;
                    ask(server, connection, ASK_LINK_HANGUP, question);
                    return;
                }
            } else {
                connection->closing_step++;
            }
            break;
        case CLOSE_CONNECTION:
            connection->closing_step++;
            if (owes_hangup(server, connection->heard, connection->accepted)) {
                question.heard = connection->heard;
                ask(server, connection, ASK_CONNECTION_HANGUP, question);
                return;
            }
            break;
        case CLOSE_DONE:
            lifecycle_event(server, connection, ON_DISMANTLED);
            return;
        }
    }
}

static void forget(struct server *server, struct connection *connection)
{
    server_forget(server, connection);
}

void lifecycle_answer(struct server *server, struct connection *connection,
                      const struct answer *answer)
{
    switch (answer->ask) {
    case ASK_GET4:
    case ASK_GET6:
        answer_address(server, connection, answer);
        break;
    case ASK_ACCEPT_CONNECTION:
        connection->heard = answer->heard;
        lifecycle_event(server, connection, answer->agreed ? ON_ACCEPTED : ON_REFUSED);
        break;
    case ASK_ACCEPT_LINK:
        connection->links[0].heard = answer->heard;
        lifecycle_event(server, connection, answer->agreed ? ON_ACCEPTED : ON_REFUSED);
        break;
    case ASK_RELEASE4:
    case ASK_RELEASE6:
    case ASK_LINK_HANGUP:
    case ASK_CONNECTION_HANGUP:
        dismantle(server, connection);
        break;
    case ASK_COUNT:
        break;
    }
}
