/* SPDX-License-Identifier: MIT */
#include "ras/answers.h"

#include "ras/actions.h"
#include "ras/audit.h"

#include <string.h>

const char *const response_names[RESPONSE_COUNT] = {
    [RESPONSE_AGREED] = "agreed",
    [RESPONSE_REFUSED] = "refused",
    [RESPONSE_EMPTY] = "no address",
    [RESPONSE_DUPLICATE] = "duplicate address",
};

const char *const ask_names[ASK_COUNT] = {
    [ASK_PREAUTHENTICATION] = "pre-authentication",
    [ASK_GET4] = "IPv4 address",
    [ASK_GET6] = "IPv6 identifier",
    [ASK_ACCEPT_CONNECTION] = "accept connection",
    [ASK_ACCEPT_LINK] = "accept link",
    [ASK_REAUTHENTICATION] = "re-authentication",
    [ASK_ENDPOINT] = "endpoint",
    [ASK_RELEASE4] = "IPv4 release",
    [ASK_RELEASE6] = "IPv6 release",
    [ASK_LINK_HANGUP] = "link hang-up",
    [ASK_CONNECTION_HANGUP] = "connection hang-up",
};

/* clang-format off */
const struct answer_row answers[] = {
    {ASK_PREAUTHENTICATION, RESPONSE_AGREED,    ON_COOKIE_ACCEPTED,   false},
    {ASK_PREAUTHENTICATION, RESPONSE_REFUSED,   ON_COOKIE_REFUSED,    false},
    {ASK_GET4,              RESPONSE_AGREED,    ON_ADDRESS_GIVEN,     false},
    {ASK_GET4,              RESPONSE_REFUSED,   ON_ADDRESS_FAILED,    false},
    {ASK_GET4,              RESPONSE_EMPTY,     ON_NO_ADDRESS,        false},
    {ASK_GET4,              RESPONSE_DUPLICATE, ON_DUPLICATE_ADDRESS, false},
    {ASK_GET6,              RESPONSE_AGREED,    ON_ADDRESS_GIVEN,     false},
    {ASK_GET6,              RESPONSE_REFUSED,   ON_ADDRESS_FAILED,    false},
    {ASK_GET6,              RESPONSE_EMPTY,     ON_NO_ADDRESS,        false},
    {ASK_GET6,              RESPONSE_DUPLICATE, ON_DUPLICATE_ADDRESS, false},
    {ASK_ACCEPT_CONNECTION, RESPONSE_AGREED,    ON_ACCEPTED,          false},
    {ASK_ACCEPT_CONNECTION, RESPONSE_REFUSED,   ON_REFUSED,           false},
    {ASK_ACCEPT_LINK,       RESPONSE_AGREED,    ON_LINK_ACCEPTED,     false},
    {ASK_ACCEPT_LINK,       RESPONSE_REFUSED,   ON_LINK_REFUSED,      false},
    {ASK_REAUTHENTICATION,  RESPONSE_AGREED,    ON_REAUTHENTICATED,   true},
    {ASK_REAUTHENTICATION,  RESPONSE_REFUSED,   ON_REFUSED,           false},
    {ASK_ENDPOINT,          RESPONSE_AGREED,    ON_MOVED,             true},
    {ASK_ENDPOINT,          RESPONSE_REFUSED,   ON_REFUSED,           false},
    /* nobody can refuse what is only told */
    {ASK_RELEASE4,          RESPONSE_AGREED,    ON_TOLD,              false},
    {ASK_RELEASE4,          RESPONSE_REFUSED,   ON_TOLD,              false},
    {ASK_RELEASE6,          RESPONSE_AGREED,    ON_TOLD,              false},
    {ASK_RELEASE6,          RESPONSE_REFUSED,   ON_TOLD,              false},
    {ASK_LINK_HANGUP,       RESPONSE_AGREED,    ON_LINK_TOLD,         false},
    {ASK_LINK_HANGUP,       RESPONSE_REFUSED,   ON_LINK_TOLD,         false},
    {ASK_CONNECTION_HANGUP, RESPONSE_AGREED,    ON_TOLD,              false},
    {ASK_CONNECTION_HANGUP, RESPONSE_REFUSED,   ON_TOLD,              false},
};
/* clang-format on */
const size_t answers_length = sizeof answers / sizeof *answers;

static enum response take_agreement(const struct answer *answer)
{
    return answer->agreed ? RESPONSE_AGREED : RESPONSE_REFUSED;
}

/* What the connection keeps of an answer, and what it comes to */
static enum response take_answer(struct server *server, struct connection *connection, const struct answer *answer)
{
    struct link *link;
    switch (answer->ask) {
    case ASK_GET4:
    case ASK_GET6:
        return connect_take_address(server, connection, answer);
    case ASK_ACCEPT_CONNECTION:
        connection->heard = answer->heard;
        connection->accepted = answer->agreed;
        break;
    case ASK_ACCEPT_LINK:
        link = connection_link(connection, answer->link);
        link->heard = answer->heard;
        link->accepted = answer->agreed;
        link->state = LINK_ANSWERED;
        break;
    case ASK_PREAUTHENTICATION:
        connection->preauthenticated = answer->agreed;
        break;
    case ASK_REAUTHENTICATION:
    case ASK_ENDPOINT:
        connection->change_asked = answer->asked;
        break;
    case ASK_LINK_HANGUP:
    case ASK_RELEASE4:
    case ASK_RELEASE6:
    case ASK_CONNECTION_HANGUP:
    case ASK_COUNT:
        break;
    }
    return take_agreement(answer);
}

static const struct answer_row *find_row(enum ask ask, enum response response)
{
    size_t i = 0;
    while (answers[i].ask != ask || answers[i].response != response)
        i++;
    return &answers[i];
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
    const struct answer_row *row = find_row(answer->ask, take_answer(server, connection, answer));
    coverage_take(server, COVERED_ANSWERS, (size_t)(row - answers));
    const uint32_t *range = tunnels[connection->dial.tunnel].negotiation_ms;
    if (row->exchange)
        server_schedule(server, connection, lifecycle_draw_ms(connection, range), row->event, answer->link);
    else
        lifecycle_happen(server, connection, &(struct happening){.event = row->event, .link = answer->link});
}
