/* SPDX-License-Identifier: MIT */
/* From the call to the first accepted link: C3.1 to C3.10. */
#include "ras/actions.h"

#include <string.h>

GUARD(port_answers)
{
    (void)server;
    return connection->first_port != NULL;
}

GUARD(addresses_come_later)
{
    (void)connection;
    return server_policy(server, POLICY_ADDRESS_TIME) == ADDRESS_AFTER_ACCEPT;
}

/* Only SSTP clients can bring one, and only where the feature is on (Q18) */
static bool brings_cookie(const struct server *server, const struct connection *connection)
{
    return connection->dial.user->cookie && connection->dial.tunnel == TUNNEL_SSTP &&
           server->options.profile->family >= FAMILY_R2 &&
           server_policy(server, POLICY_PREAUTHENTICATION) != POLICY_DEFAULT;
}

ACTION(begin_call)
{
    const struct tunnel_facts *tunnel = &tunnels[connection->dial.tunnel];
    connection->filtered = connection->dial.user->filtered;
    if (brings_cookie(server, connection))
        server_schedule(server, connection, lifecycle_draw_ms(connection, tunnel->setup_ms),
                        ON_COOKIE, 0);
    else
        authenticate(server, connection, link);
}

ACTION(authenticate)
{
    (void)link;
    const struct user *user = connection->dial.user;
    const struct tunnel_facts *tunnel = &tunnels[connection->dial.tunnel];
    server_schedule(server, connection, lifecycle_draw_ms(connection, tunnel->setup_ms),
                    user->wrong_password || user->no_permission ? ON_AUTHENTICATION_FAILED
                                                                : ON_AUTHENTICATED,
                    0);
}

GUARD(password_is_right)
{
    (void)server;
    return !connection->dial.user->wrong_password;
}

GUARD(has_no_permission)
{
    (void)server;
    return connection->dial.user->no_permission;
}

/* Only who is called over a telephone line can be called back over it. */
GUARD(is_to_be_called_back)
{
    (void)server;
    return connection->dial.user->call_back && !connection->called_back &&
           tunnels[connection->dial.tunnel].dialled;
}

/* The user authenticates once more, over the line that the server dialled. */
ACTION(call_back)
{
    connection->called_back = true;
    authenticate(server, connection, link);
}

ACTION(ask_preauthentication)
{
    (void)link;
    action_ask(server, connection, ASK_PREAUTHENTICATION, (struct question){0});
}

GUARD(cookie_or_nothing)
{
    (void)connection;
    return server_policy(server, POLICY_PREAUTHENTICATION_REFUSED) != POLICY_DEFAULT;
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

/* The account's fixed address, or the pool's next (B2.account, B2.pool, B2.dhcp). One that is the pool's and
 * free is taken from it, so that nobody else is proposed it. */
static uint32_t propose_ipv4(struct server *server, struct connection *connection)
{
    uint32_t fixed = connection->dial.user->ipv4;
    if (!fixed)
        return connection->ipv4_from_pool =
                   pool_take(&server->pool, server_policy(server, POLICY_DHCP_LOSS) != POLICY_DEFAULT);
    if (pool_claim(&server->pool, fixed))
        connection->ipv4_from_pool = fixed;
    return fixed;
}

/* One family after the other, IPv4 first; then the negotiation takes its time. */
ACTION(ask_addresses)
{
    struct question question = {0};
    (void)link;
    if (connection->lease4.wanted && !connection->lease4.asked) {
        connection->lease4.asked = true;
        question.ipv4 = propose_ipv4(server, connection);
        action_ask(server, connection, ASK_GET4, question);
    } else if (connection->lease6.wanted && !connection->lease6.asked) {
        connection->lease6.asked = true;
        propose_ipv6(server, connection, question.ipv6);
        action_ask(server, connection, ASK_GET6, question);
    } else {
        const struct tunnel_facts *tunnel = &tunnels[connection->dial.tunnel];
        server_schedule(server, connection, lifecycle_draw_ms(connection, tunnel->negotiation_ms),
                        ON_NEGOTIATED, 0);
    }
}

GUARD(awaits_address)
{
    (void)server;
    return connection->asked & (UINT32_C(1) << ASK_GET4 | UINT32_C(1) << ASK_GET6);
}

void connect_answer_address(struct server *server, struct connection *connection,
                            const struct answer *answer)
{
    static const uint8_t no_id[8];
    bool v4 = answer->ask == ASK_GET4;
    struct lease *lease = v4 ? &connection->lease4 : &connection->lease6;
    bool any = v4 ? answer->ipv4 != 0 : memcmp(answer->ipv6_id, no_id, sizeof no_id) != 0;
    lease->given = answer->agreed && any;
    lease->notify = lease->given && answer->notify; /* Q40: nothing given, nothing released */
    if (server_policy(server, POLICY_SECOND_FAMILY) && !lease->given)
        connection->lease4.notify = false;
    if (v4) {
        connection->ipv4 = lease->given ? answer->ipv4 : 0;
        /* what a DLL gives from the pool's range must not be proposed to others */
        if (connection->ipv4 != connection->ipv4_from_pool) {
            pool_give(&server->pool, connection->ipv4_from_pool);
            connection->ipv4_from_pool =
                pool_claim(&server->pool, connection->ipv4) ? connection->ipv4 : 0;
        }
    } else if (lease->given) {
        memcpy(connection->ipv6_id, answer->ipv6_id, sizeof connection->ipv6_id);
    }
    if (!answer->agreed) {
        connection->error = answer->code;
        lifecycle_event(server, connection, ON_ADDRESS_FAILED, 0);
    } else if (!any) {
        lifecycle_event(server, connection, ON_NO_ADDRESS, 0);
    } else if (connection->ending != END_NONE) {
        lifecycle_event(server, connection, ON_HANGUP, 0); /* meanwhile */
    } else {
        ask_addresses(server, connection, 0);
    }
}

ACTION(ask_connection)
{
    (void)link;
    connection->since_ns = server->now_ns;
    action_ask(server, connection, ASK_ACCEPT_CONNECTION, (struct question){0});
}

ACTION(ask_first_link)
{
    (void)link;
    struct link *first = connection_link(connection, 1);
    first->since_ns = server->now_ns;
    first->state = LINK_ASKED;
    action_ask(server, connection, ASK_ACCEPT_LINK, (struct question){.link = first});
}

ACTION(begin_service)
{
    keep_link(server, connection, link);
    changes_begin(server, connection);
    connection->served = true;
    server->records->totals.accepted++;
}
