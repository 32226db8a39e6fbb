/* SPDX-License-Identifier: MIT */
#include "ras/audit.h"

#include "ras/server.h"

#include <string.h>

static const char *const debt_names[DEBT_COUNT] = {
    [DEBT_CONNECTION_HANGUP] = "connection hang-ups",
    [DEBT_LINK_HANGUP] = "link hang-ups",
    [DEBT_RELEASE4] = "IPv4 releases",
    [DEBT_RELEASE6] = "IPv6 releases",
};

/* Q3, Q5, Q6: who was asked hears of the end; after a refusal only where the version or the policy has it so */
static bool is_owed(const struct server *server, const struct answer *answer)
{
    if (!answer->heard)
        return false;
    if (answer->agreed || POLICY_IS(server, HANGUP_AFTER_REFUSAL, ALWAYS))
        return true;
    return POLICY_IS(server, HANGUP_AFTER_REFUSAL, BY_VERSION) && server->options.profile->family >= FAMILY_2003;
}

static void accept_answered(const struct server *server, struct connection *connection, const struct answer *answer)
{
    int owed = is_owed(server, answer);
    if (answer->ask == ASK_ACCEPT_LINK) {
        connection->owed[DEBT_LINK_HANGUP] += owed;
        if (answer->link == 1 && !answer->agreed && POLICY_IS(server, LINK_REFUSAL_HANGUP, NO))
            connection->owed[DEBT_CONNECTION_HANGUP] = 0; /* Q7 */
    } else {
        connection->owed[DEBT_CONNECTION_HANGUP] += owed;
        if (!answer->agreed && POLICY_IS(server, UNOFFERED_LINK_HANGUP, YES))
            connection->owed[DEBT_LINK_HANGUP] += owed; /* Q6 */
    }
}

static void address_answered(const struct server *server, struct connection *connection, const struct answer *answer)
{
    static const uint8_t no_id[sizeof answer->ipv6_id];
    bool v4 = answer->ask == ASK_GET4;
    bool any = v4 ? answer->ipv4 != 0 : memcmp(answer->ipv6_id, no_id, sizeof no_id) != 0;
    bool given = answer->agreed && any;
    bool owed = given || (answer->agreed && POLICY_IS(server, ZERO_RELEASE, YES)) ||
                (!answer->agreed && POLICY_IS(server, FAILED_GET_RELEASE, YES));
    bool kept = given && !(answer->duplicate && POLICY_IS(server, DUPLICATE_ADDRESS, REFUSE));
    connection->owed[v4 ? DEBT_RELEASE4 : DEBT_RELEASE6] += owed && answer->notify;
    if (!kept && !v4 && POLICY_IS(server, SECOND_FAMILY, KEEP))
        connection->owed[DEBT_RELEASE4] = 0; /* Q40 */
}

void audit_answer(const struct server *server, struct connection *connection, const struct answer *answer)
{
    if (answer->ask == ASK_ACCEPT_CONNECTION || answer->ask == ASK_ACCEPT_LINK)
        accept_answered(server, connection, answer);
    else if (answer->ask == ASK_GET4 || answer->ask == ASK_GET6)
        address_answered(server, connection, answer);
}

void audit_question(struct connection *connection, enum ask ask)
{
    static const struct {
        enum ask ask;
        enum debt debt;
    } paid_by[] = {
        {ASK_CONNECTION_HANGUP, DEBT_CONNECTION_HANGUP},
        {ASK_LINK_HANGUP, DEBT_LINK_HANGUP},
        {ASK_RELEASE4, DEBT_RELEASE4},
        {ASK_RELEASE6, DEBT_RELEASE6},
    };
    for (size_t i = 0; i < sizeof paid_by / sizeof *paid_by; i++)
        if (paid_by[i].ask == ask)
            connection->owed[paid_by[i].debt]--;
}

void audit_connection(struct server *server, const struct connection *connection)
{
    for (int debt = 0; debt < DEBT_COUNT; debt++)
        if (connection->owed[debt] != 0)
            error_set(&server->error, FAILURE_INTERNAL,
                      "the emulator's own bug: connection %u ended with %d %s owed, expected none",
                      (unsigned)connection->number, connection->owed[debt], debt_names[debt]);
}

void audit_stopped(struct server *server)
{
    uint32_t ports = ports_in_use(&server->ports), addresses = pool_in_use(&server->pool);
    if (server->roster.live || ports || addresses)
        error_set(&server->error, FAILURE_INTERNAL,
                  "the emulator's own bug: the service stopped with %s connections alive, %u ports and "
                  "%u addresses in use, expected none",
                  server->roster.live ? "some" : "no", (unsigned)ports, (unsigned)addresses);
}
