/* SPDX-License-Identifier: MIT */
#include "ras/lifecycle.h"

#include "ras/actions.h"
#include "ras/audit.h"
#include "ras/eventlog.h"
#include "ras/server.h"

enum { NS_PER_MS = 1000000 };

const char *const connection_event_names[CONNECTION_EVENT_COUNT] = {
    [ON_CALL] = "call",
    [ON_AUTHENTICATION_FAILED] = "authentication failed",
    [ON_AUTHENTICATED] = "authenticated",
    [ON_COOKIE] = "cookie",
    [ON_COOKIE_ACCEPTED] = "cookie accepted",
    [ON_COOKIE_REFUSED] = "cookie refused",
    [ON_ADDRESS_FAILED] = "address callout failed",
    [ON_NO_ADDRESS] = "no address",
    [ON_DUPLICATE_ADDRESS] = "duplicate address",
    [ON_NEGOTIATED] = "negotiated",
    [ON_NEGOTIATION_OVER] = "negotiation time over",
    [ON_ACCEPTED] = "accepted",
    [ON_REFUSED] = "refused",
    [ON_LINK_AUTHENTICATED] = "further link",
    [ON_LINK_ACCEPTED] = "link accepted",
    [ON_LINK_REFUSED] = "link refused",
    [ON_LINK_DOWN] = "link down",
    [ON_QUARANTINE_CHANGE] = "quarantine change",
    [ON_REAUTHENTICATED] = "re-authenticated",
    [ON_PROBATION_OVER] = "probation over",
    [ON_FILTERS_OVER] = "filtered session over",
    [ON_QUARANTINE_LIFTED] = "quarantine lifted",
    [ON_MOVE] = "endpoint change",
    [ON_MOVED] = "endpoint changed",
    [ON_UNREACHABLE] = "peer unreachable",
    [ON_REACHABLE] = "peer reachable",
    [ON_OUTAGE] = "outage time over",
    [ON_ECHO_OVER] = "echo time over",
    [ON_IDLE] = "idle time over",
    [ON_SESSION_LIMIT] = "session limit",
    [ON_HANGUP] = "hang-up",
    [ON_SERVICE_LOST] = "service lost",
    [ON_DROPPED] = "dropped",
    [ON_DISMANTLED] = "dismantled",
};

#define S(name) CONNECTION_##name

/* Rows of the same state and event are tried in order. */
/* clang-format off */
const struct lifecycle_row lifecycle[] = {
    {"C3.1",   S(IDLE),    ON_CALL,                  service_is_down,        S(CLOSED),  forget,                  END_NO_SERVICE,     "a client calls, but the service does not run"},
    {"C3.1",   S(IDLE),    ON_CALL,                  port_answers,           S(AUTH),    begin_call,              END_NONE,           "a client calls"},
    {"C3.1",   S(IDLE),    ON_CALL,                  NULL,                   S(CLOSED),  forget,                  END_NO_PORT,        "a client calls, but no port listens"},
    {"C3.2",   S(AUTH),    ON_AUTHENTICATION_FAILED, password_is_right,      S(IDLE),    forget,                  END_PERMISSION,     "the account has no dial-in permission"},
    {"C3.2",   S(AUTH),    ON_AUTHENTICATION_FAILED, NULL,                   S(IDLE),    forget,                  END_AUTHENTICATION, "authentication failed"},
    {"C3.2a",  S(AUTH),    ON_COOKIE,                NULL,                   S(AUTH),    ask_preauthentication,   END_NONE,           "a client presents a cookie instead of authenticating"},
    {"C3.2",   S(AUTH),    ON_COOKIE_ACCEPTED,       has_no_permission,      S(IDLE),    forget,                  END_PERMISSION,     "the account has no dial-in permission"},
    {"Q1",     S(AUTH),    ON_COOKIE_ACCEPTED,       addresses_come_later,   S(ASKCONN), ask_connection,          END_NONE,           "the cookie lets the user in; addresses come later"},
    {"C3.2a",  S(AUTH),    ON_COOKIE_ACCEPTED,       NULL,                   S(ADDR),    ask_addresses,           END_NONE,           "the cookie lets the user in"},
    {"C3.2a",  S(AUTH),    ON_COOKIE_REFUSED,        cookie_or_nothing,      S(IDLE),    forget,                  END_COOKIE,         "the cookie is refused, and so is the client"},
    {"Q18",    S(AUTH),    ON_COOKIE_REFUSED,        NULL,                   S(AUTH),    authenticate,            END_NONE,           "the cookie is refused; the user has to authenticate"},
    {"C3.23",  S(AUTH),    ON_HANGUP,                was_accepted,           S(CLOSING), dismantle,               END_NONE,           "the call ends before the server calls back"},
    {"C3.23",  S(AUTH),    ON_HANGUP,                NULL,                   S(IDLE),    forget,                  END_NONE,           "the call ends before authentication"},
    {"C3.23",  S(AUTH),    ON_NEGOTIATION_OVER,      was_accepted,           S(CLOSING), dismantle,               END_NEGOTIATION,    "authentication takes too long"},
    {"C3.23",  S(AUTH),    ON_NEGOTIATION_OVER,      NULL,                   S(IDLE),    forget,                  END_NEGOTIATION,    "authentication takes too long"},
    {"Q33",    S(AUTH),    ON_AUTHENTICATED,         asks_before_call_back,  S(ASKCONN), ask_connection,          END_NONE,           "the user is authenticated; the DLLs are asked before the call-back"},
    {"Q33",    S(AUTH),    ON_AUTHENTICATED,         is_to_be_called_back,   S(AUTH),    call_back,               END_NONE,           "the server hangs up and calls the user back"},
    {"Q33",    S(AUTH),    ON_AUTHENTICATED,         was_accepted,           S(ADDR),    ask_addresses,           END_NONE,           "the user is authenticated, once more"},
    {"Q1",     S(AUTH),    ON_AUTHENTICATED,         addresses_come_later,   S(ASKCONN), ask_connection,          END_NONE,           "the user is authenticated; addresses come later"},
    {"C3.3",   S(AUTH),    ON_AUTHENTICATED,         NULL,                   S(ADDR),    ask_addresses,           END_NONE,           "the user is authenticated"},
    {"C3.4",   S(ADDR),    ON_ADDRESS_FAILED,        NULL,                   S(CLOSING), dismantle,               END_ADDRESS,        "the address callout fails"},
    {"C3.5",   S(ADDR),    ON_NO_ADDRESS,            NULL,                   S(CLOSING), dismantle,               END_NO_ADDRESS,     "there is no address to give"},
    {"Q21",    S(ADDR),    ON_DUPLICATE_ADDRESS,     NULL,                   S(CLOSING), dismantle,               END_DUPLICATE,      "the address is another client's"},
    {"C3.23",  S(ADDR),    ON_NEGOTIATION_OVER,      awaits_address,         S(ADDR),    action_none,             END_NEGOTIATION,    "negotiation takes too long while a DLL is asked for an address"},
    {"C3.23",  S(ADDR),    ON_NEGOTIATION_OVER,      NULL,                   S(CLOSING), dismantle,               END_NEGOTIATION,    "negotiation takes too long"},
    {"Q33",    S(ADDR),    ON_NEGOTIATED,            was_asked_before,       S(ASKLINK), ask_first_link,          END_NONE,           "the network protocols are negotiated"},
    {"Q1",     S(ADDR),    ON_NEGOTIATED,            addresses_come_later,   S(ASKLINK), ask_first_link,          END_NONE,           "the network protocols are negotiated"},
    {"C3.6",   S(ADDR),    ON_NEGOTIATED,            NULL,                   S(ASKCONN), ask_connection,          END_NONE,           "the network protocols are negotiated"},
    {"C3.23",  S(ADDR),    ON_HANGUP,                awaits_address,         S(ADDR),    action_none,             END_NONE,           "the call ends while a DLL is asked for an address"},
    {"C3.23",  S(ADDR),    ON_HANGUP,                NULL,                   S(CLOSING), dismantle,               END_NONE,           "the call ends while protocols are negotiated"},
    {"C3.23",  S(ASKCONN), ON_ACCEPTED,              is_ending,              S(CLOSING), dismantle,               END_NONE,           "the call ended while the DLLs were asked"},
    {"Q33",    S(ASKCONN), ON_ACCEPTED,              is_to_be_called_back,   S(AUTH),    call_back,               END_NONE,           "every DLL accepts the connection; the server hangs up and calls the user back"},
    {"Q1",     S(ASKCONN), ON_ACCEPTED,              addresses_come_later,   S(ADDR),    ask_addresses,           END_NONE,           "every DLL accepts the connection; now addresses"},
    {"C3.7",   S(ASKCONN), ON_ACCEPTED,              NULL,                   S(ASKLINK), ask_first_link,          END_NONE,           "every DLL accepts the connection"},
    {"C3.23",  S(ASKCONN), ON_NEGOTIATION_OVER,      NULL,                   S(ASKCONN), action_none,             END_NEGOTIATION,    "negotiation takes too long while the DLLs are asked"},
    {"C3.8",   S(ASKCONN), ON_REFUSED,               NULL,                   S(CLOSING), close_refused,           END_REFUSED,        "a DLL refuses the connection"},
    {"C3.23",  S(ASKLINK), ON_LINK_ACCEPTED,         is_ending,              S(CLOSING), dismantle,               END_NONE,           "the call ended while the DLLs were asked"},
    {"C3.9",   S(ASKLINK), ON_LINK_ACCEPTED,         NULL,                   S(ACTIVE),  begin_service,           END_NONE,           "every DLL accepts the link"},
    {"C3.23",  S(ASKLINK), ON_NEGOTIATION_OVER,      NULL,                   S(ASKLINK), action_none,             END_NEGOTIATION,    "negotiation takes too long while the DLLs are asked"},
    {"C3.10",  S(ASKLINK), ON_LINK_REFUSED,          NULL,                   S(CLOSING), close_refused,           END_REFUSED,        "a DLL refuses the first link"},
    {"C3.11",  S(ACTIVE),  ON_LINK_AUTHENTICATED,    link_may_join,          S(ACTIVE),  ask_further_link,        END_NONE,           "a further link joins"},
    {"C3.11",  S(ACTIVE),  ON_LINK_AUTHENTICATED,    NULL,                   S(ACTIVE),  drop_link,               END_NONE,           "a further link finds no room"},
    {"C3.11",  S(ACTIVE),  ON_LINK_ACCEPTED,         NULL,                   S(ACTIVE),  keep_link,               END_NONE,           "every DLL accepts the link"},
    {"C3.12",  S(ACTIVE),  ON_LINK_REFUSED,          NULL,                   S(ACTIVE),  drop_link,               END_NONE,           "a DLL refuses the further link"},
    {"C3.13",  S(ACTIVE),  ON_LINK_DOWN,             other_links_are_up,     S(ACTIVE),  drop_link,               END_NONE,           "one of several links goes down"},
    {"C3.23",  S(ACTIVE),  ON_LINK_DOWN,             NULL,                   S(CLOSING), dismantle,               END_LINE,           "the last link goes down"},
    {"C3.11",  S(REAUTH),  ON_LINK_AUTHENTICATED,    link_may_join,          S(REAUTH),  ask_further_link,        END_NONE,           "a further link joins"},
    {"C3.11",  S(REAUTH),  ON_LINK_AUTHENTICATED,    NULL,                   S(REAUTH),  drop_link,               END_NONE,           "a further link finds no room"},
    {"C3.11",  S(REAUTH),  ON_LINK_ACCEPTED,         NULL,                   S(REAUTH),  keep_link,               END_NONE,           "every DLL accepts the link"},
    {"C3.12",  S(REAUTH),  ON_LINK_REFUSED,          NULL,                   S(REAUTH),  drop_link,               END_NONE,           "a DLL refuses the further link"},
    {"C3.13",  S(REAUTH),  ON_LINK_DOWN,             other_links_are_up,     S(REAUTH),  drop_link,               END_NONE,           "one of several links goes down"},
    {"C3.23",  S(REAUTH),  ON_LINK_DOWN,             NULL,                   S(CLOSING), dismantle,               END_LINE,           "the last link goes down"},
    {"C3.14",  S(ACTIVE),  ON_QUARANTINE_CHANGE,     knows_reauthentication, S(REAUTH),  ask_reauthentication,    END_NONE,           "the client's quarantine state changes"},
    {"C3.15",  S(REAUTH),  ON_REAUTHENTICATED,       nobody_was_asked,       S(ACTIVE),  finish_reauthentication, END_NONE,           "no DLL has a callout that is asked whether the user may stay"},
    {"C3.15",  S(REAUTH),  ON_REAUTHENTICATED,       NULL,                   S(ACTIVE),  finish_reauthentication, END_NONE,           "every DLL lets the user stay"},
    {"Q16",    S(REAUTH),  ON_REFUSED,               refusal_keeps_user,     S(ACTIVE),  finish_reauthentication, END_NONE,           "a DLL refuses, and the user stays"},
    {"C3.16",  S(REAUTH),  ON_REFUSED,               NULL,                   S(CLOSING), dismantle,               END_REAUTH_REFUSED, "a DLL does not let the user stay"},
    {"C3.17",  S(ACTIVE),  ON_PROBATION_OVER,        probation_is_over,      S(CLOSING), dismantle,               END_PROBATION,      "the probation time is over"},
    {"Q16",    S(ACTIVE),  ON_QUARANTINE_LIFTED,     lifting_reauthenticates, S(REAUTH), lift_and_reauthenticate, END_NONE,           "the quarantine filters are removed; re-authentication"},
    {"C4.rqs", S(ACTIVE),  ON_QUARANTINE_LIFTED,     is_filtered,            S(ACTIVE),  lift_quarantine,         END_NONE,           "the quarantine filters are removed"},
    {"C4.rqs", S(ACTIVE),  ON_FILTERS_OVER,          is_filtered,            S(CLOSING), dismantle,               END_FILTERS,        "the session time under quarantine filters is over"},
    {"C4.rqs", S(REAUTH),  ON_FILTERS_OVER,          is_filtered,            S(CLOSING), dismantle,               END_FILTERS,        "the session time under quarantine filters is over"},
    {"C4.rqs", S(MOVE),    ON_FILTERS_OVER,          is_filtered,            S(CLOSING), dismantle,               END_FILTERS,        "the session time under quarantine filters is over"},
    {"C3.18",  S(ACTIVE),  ON_MOVE,                  mobility_is_off,        S(ACTIVE),  action_none,             END_NONE,           "error 843: mobility is disabled"},
    {"C3.18",  S(ACTIVE),  ON_MOVE,                  may_move,               S(MOVE),    ask_endpoint,            END_NONE,           "the tunnel's endpoint changes"},
    {"C3.18",  S(REAUTH),  ON_MOVE,                  may_move,               S(REAUTH),  action_none,             END_NONE,           "error 844: no move while re-authenticating"},
    {"C3.18",  S(MOVE),    ON_MOVE,                  NULL,                   S(MOVE),    action_none,             END_NONE,           "error 838: a move is under way"},
    {"C3.18",  S(AUTH),    ON_MOVE,                  may_move,               S(AUTH),    action_none,             END_NONE,           "error 844: no move while connecting"},
    {"C3.18",  S(ADDR),    ON_MOVE,                  may_move,               S(ADDR),    action_none,             END_NONE,           "error 844: no move while connecting"},
    {"C3.19",  S(MOVE),    ON_MOVED,                 nobody_was_asked,       S(ACTIVE),  finish_move,             END_NONE,           "no DLL has a callout that is asked about the new endpoint"},
    {"C3.19",  S(MOVE),    ON_MOVED,                 NULL,                   S(ACTIVE),  finish_move,             END_NONE,           "every DLL accepts the new endpoint"},
    {"Q17",    S(MOVE),    ON_REFUSED,               refusal_keeps_endpoint, S(ACTIVE),  keep_endpoint,           END_NONE,           "a DLL refuses; the old endpoint stays"},
    {"C3.20",  S(MOVE),    ON_REFUSED,               NULL,                   S(CLOSING), dismantle,               END_MOVE_REFUSED,   "a DLL refuses the new endpoint"},
    {"C3.21",  S(ACTIVE),  ON_UNREACHABLE,           may_sleep,              S(ACTIVE),  fall_dormant,            END_NONE,           "the peer is unreachable: dormant"},
    {"C3.21",  S(ACTIVE),  ON_REACHABLE,             is_dormant,             S(ACTIVE),  wake_up,                 END_NONE,           "the peer is back"},
    {"C3.23",  S(ACTIVE),  ON_UNREACHABLE,           may_vanish,             S(ACTIVE),  vanish,                  END_NONE,           "the peer is silent; the server believes in it for its echo time"},
    {"C3.23",  S(ACTIVE),  ON_REACHABLE,             is_silent,              S(ACTIVE),  answer_again,            END_NONE,           "the peer answers again"},
    {"C3.23",  S(ACTIVE),  ON_ECHO_OVER,             echo_is_over,           S(CLOSING), dismantle,               END_ECHO,           "the peer answered no echo request"},
    {"C3.23",  S(REAUTH),  ON_ECHO_OVER,             echo_is_over,           S(CLOSING), dismantle,               END_ECHO,           "the peer answered no echo request"},
    {"C3.22",  S(ACTIVE),  ON_OUTAGE,                outage_is_over,         S(CLOSING), dismantle,               END_OUTAGE,         "the peer did not come back"},
    {"C3.23",  S(ACTIVE),  ON_IDLE,                  idle_is_over,           S(CLOSING), dismantle,               END_IDLE,           "idle for too long"},
    {"C3.23",  S(ACTIVE),  ON_SESSION_LIMIT,         NULL,                   S(CLOSING), dismantle,               END_SESSION,        "the session limit is reached"},
    {"C3.23",  S(ACTIVE),  ON_HANGUP,                NULL,                   S(CLOSING), dismantle,               END_NONE,           "the connection ends"},
    {"C3.23",  S(REAUTH),  ON_HANGUP,                NULL,                   S(CLOSING), dismantle,               END_NONE,           "the connection ends"},
    {"C3.23",  S(REAUTH),  ON_SESSION_LIMIT,         NULL,                   S(CLOSING), dismantle,               END_SESSION,        "the session limit is reached"},
    {"C3.23",  S(MOVE),    ON_HANGUP,                NULL,                   S(CLOSING), dismantle,               END_NONE,           "the connection ends"},
    {"C3.23",  S(MOVE),    ON_SESSION_LIMIT,         NULL,                   S(CLOSING), dismantle,               END_SESSION,        "the session limit is reached"},
    {"C3.24",  S(CLOSING), ON_DISMANTLED,            NULL,                   S(CLOSED),  forget,                  END_NONE,           "everyone was told"},
    {"Q32",    S(AUTH),     ON_SERVICE_LOST,          NULL,                   S(CLOSED),  lose,                    END_PROCESS,        "the service's process has ended"},
    {"Q32",    S(ADDR),     ON_SERVICE_LOST,          NULL,                   S(CLOSED),  lose,                    END_PROCESS,        "the service's process has ended"},
    {"Q32",    S(ASKCONN),  ON_SERVICE_LOST,          NULL,                   S(CLOSED),  lose,                    END_PROCESS,        "the service's process has ended"},
    {"Q32",    S(ASKLINK),  ON_SERVICE_LOST,          NULL,                   S(CLOSED),  lose,                    END_PROCESS,        "the service's process has ended"},
    {"Q32",    S(ACTIVE),   ON_SERVICE_LOST,          NULL,                   S(CLOSED),  lose,                    END_PROCESS,        "the service's process has ended"},
    {"Q32",    S(REAUTH),   ON_SERVICE_LOST,          NULL,                   S(CLOSED),  lose,                    END_PROCESS,        "the service's process has ended"},
    {"Q32",    S(MOVE),     ON_SERVICE_LOST,          NULL,                   S(CLOSED),  lose,                    END_PROCESS,        "the service's process has ended"},
    {"Q32",    S(CLOSING),  ON_SERVICE_LOST,          NULL,                   S(CLOSED),  lose,                    END_PROCESS,        "the service's process has ended"},
    {"Q13",    S(AUTH),    ON_DROPPED,               NULL,                   S(CLOSED),  lose,                    END_STOP,           "the service stops, and tells nobody"},
    {"Q13",    S(ADDR),    ON_DROPPED,               NULL,                   S(CLOSED),  lose,                    END_STOP,           "the service stops, and tells nobody"},
    {"Q13",    S(ASKCONN), ON_DROPPED,               NULL,                   S(CLOSED),  lose,                    END_STOP,           "the service stops, and tells nobody"},
    {"Q13",    S(ASKLINK), ON_DROPPED,               NULL,                   S(CLOSED),  lose,                    END_STOP,           "the service stops, and tells nobody"},
    {"Q13",    S(ACTIVE),  ON_DROPPED,               NULL,                   S(CLOSED),  lose,                    END_STOP,           "the service stops, and tells nobody"},
    {"Q13",    S(REAUTH),  ON_DROPPED,               NULL,                   S(CLOSED),  lose,                    END_STOP,           "the service stops, and tells nobody"},
    {"Q13",    S(MOVE),    ON_DROPPED,               NULL,                   S(CLOSED),  lose,                    END_STOP,           "the service stops, and tells nobody"},
    {"Q13",    S(CLOSING), ON_DROPPED,               NULL,                   S(CLOSED),  lose,                    END_STOP,           "the service stops, and tells nobody"},
};
/* clang-format on */
const size_t lifecycle_length = sizeof lifecycle / sizeof *lifecycle;

bool lifecycle_event(struct server *server, struct connection *connection,
                     enum connection_event event, uint32_t link)
{
    for (size_t i = 0; i < lifecycle_length; i++) {
        const struct lifecycle_row *row = &lifecycle[i];
        if (row->from != connection->state || row->event != event ||
            (row->guard && !row->guard(server, connection)))
            continue;
        connection->state = row->to;
        if (connection->ending == END_NONE)
            connection->ending = row->ending;
        struct record record = {
            .type = RECORD_STATE,
            .rule = row->rule,
            .connection = connection->number,
            .link = link,
            .change = {.from = connection_state_names[row->from],
                       .to = connection_state_names[row->to],
                       .text = row->text,
                       .connection = connection},
        };
        server_emit(server, &record);
        eventlog_arc(server, connection, row);
        row->action(server, connection, link);
        return true;
    }
    return false;
}

void action_ask(struct server *server, struct connection *connection, enum ask ask,
                struct question question)
{
    question.ask = ask;
    question.connection = connection;
    connection->asked |= UINT32_C(1) << ask;
    connection->awaited++;
    audit_question(connection, ask);
    server->callouts->ask(server->callouts->self, server, &question);
}

ACTION(action_none)
{
    (void)server, (void)connection, (void)link;
}

uint64_t lifecycle_draw_ms(struct connection *connection, const uint32_t range[2])
{
    return random_between(&connection->random, range[0], range[1]) * NS_PER_MS;
}

/* Of a link that joined too late for a connection that ends, the end is told with the others'. */
static void answer_link(struct server *server, struct connection *connection,
                        const struct answer *answer)
{
    struct link *link = connection_link(connection, answer->link);
    if (!link || link->state != LINK_ASKED)
        return;
    link->heard = answer->heard;
    link->accepted = answer->agreed;
    link->state = LINK_ANSWERED;
    if (connection->state == CONNECTION_CLOSING)
        dismantle(server, connection, 0);
    else
        lifecycle_event(server, connection, answer->agreed ? ON_LINK_ACCEPTED : ON_LINK_REFUSED,
                        answer->link);
}

/* One link of several may have gone while the others live. */
static void answer_link_hangup(struct server *server, struct connection *connection,
                               const struct answer *answer)
{
    struct link *link = connection_link(connection, answer->link);
    bool alone = link && link->state == LINK_ENDING;
    if (alone)
        server_free_port(link);
    if (!alone && connection->state == CONNECTION_CLOSING)
        dismantle(server, connection, 0);
}

/* Agreement to a change starts the exchange with the client that completes it. */
static void answer_change(struct server *server, struct connection *connection,
                          const struct answer *answer, enum connection_event when_done)
{
    const uint32_t *range = tunnels[connection->dial.tunnel].negotiation_ms;
    connection->change_asked = answer->asked;
    if (answer->agreed)
        server_schedule(server, connection, lifecycle_draw_ms(connection, range), when_done, 0);
    else
        lifecycle_event(server, connection, ON_REFUSED, 0);
}

void lifecycle_answer(struct server *server, const struct answer *answer)
{
    struct connection *connection = server_connection(server, answer->connection);
    if (!connection)
        return;
    connection->asked &= ~(UINT32_C(1) << answer->ask);
    connection->awaited--;
    if (connection->forgotten) {
        server_forget(server, connection);
        return;
    }
    audit_answer(server, connection, answer);
    switch (answer->ask) {
    case ASK_GET4:
    case ASK_GET6:
        connect_answer_address(server, connection, answer);
        break;
    case ASK_ACCEPT_CONNECTION:
        connection->heard = answer->heard;
        connection->accepted = answer->agreed;
        lifecycle_event(server, connection, answer->agreed ? ON_ACCEPTED : ON_REFUSED, 0);
        break;
    case ASK_ACCEPT_LINK:
        answer_link(server, connection, answer);
        break;
    case ASK_PREAUTHENTICATION:
        connection->preauthenticated = answer->agreed;
        lifecycle_event(server, connection, answer->agreed ? ON_COOKIE_ACCEPTED : ON_COOKIE_REFUSED, 0);
        break;
    case ASK_REAUTHENTICATION:
        answer_change(server, connection, answer, ON_REAUTHENTICATED);
        break;
    case ASK_ENDPOINT:
        answer_change(server, connection, answer, ON_MOVED);
        break;
    case ASK_LINK_HANGUP:
        answer_link_hangup(server, connection, answer);
        break;
    case ASK_RELEASE4:
    case ASK_RELEASE6:
    case ASK_CONNECTION_HANGUP:
        if (connection->state == CONNECTION_CLOSING)
            dismantle(server, connection, 0);
        break;
    case ASK_COUNT:
        break;
    }
}
