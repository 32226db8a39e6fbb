/* SPDX-License-Identifier: MIT */
/* From the call to the first accepted link: C3.1 to C3.10. */
#include "ras/actions.h"

#include "mprapi.h"

#include <string.h>

GUARD(service_is_down)
{
    (void)connection, (void)link;
    return server->state != SERVICE_RUNNING;
}

GUARD(port_answers)
{
    (void)server, (void)link;
    return connection->first_port != NULL;
}

GUARD(addresses_come_later)
{
    (void)connection, (void)link;
    return POLICY_IS(server, ADDRESS_TIME, AFTER_ACCEPT);
}

/* Only SSTP clients can bring one, and only where the feature is on (Q18) */
static bool brings_cookie(const struct server *server, const struct connection *connection)
{
    return connection->dial.user->cookie && connection->dial.tunnel == TUNNEL_SSTP &&
           server->options.profile->family >= FAMILY_R2 && POLICY_IS(server, PREAUTHENTICATION, ON);
}

ACTION(begin_call)
{
    const struct tunnel_facts *tunnel = &tunnels[connection->dial.tunnel];
    const struct user *user = connection->dial.user;
    enum family family = server->options.profile->family;
    connection->filtered = user->filtered && family >= FAMILY_2003;        /* C4.rqs */
    connection->quarantine = family >= FAMILY_2008 ? user->quarantine : 0; /* C4.nap */
    if (server->options.negotiation_ns)
        deadline_set(server, connection, DEADLINE_NEGOTIATION, server->now_ns + server->options.negotiation_ns);
    if (brings_cookie(server, connection))
        server_schedule(server, connection, lifecycle_draw_ms(connection, tunnel->setup_ms), ON_COOKIE, 0);
    else
        authenticate(server, connection, link);
}

ACTION(authenticate)
{
    (void)link;
    const struct user *user = connection->dial.user;
    const struct tunnel_facts *tunnel = &tunnels[connection->dial.tunnel];
    server_schedule(server, connection, lifecycle_draw_ms(connection, tunnel->setup_ms),
                    user->wrong_password || user->no_permission ? ON_AUTHENTICATION_FAILED : ON_AUTHENTICATED, 0);
}

GUARD(password_is_right)
{
    (void)server, (void)link;
    return !connection->dial.user->wrong_password;
}

GUARD(has_no_permission)
{
    (void)server, (void)link;
    return connection->dial.user->no_permission;
}

/* Only who is called over a telephone line can be called back over it. */
GUARD(is_to_be_called_back)
{
    (void)server, (void)link;
    return connection->dial.user->call_back && !connection->called_back && tunnels[connection->dial.tunnel].dialled;
}

/* Q33: the callouts belong to the call of the client */
GUARD(asks_before_call_back)
{
    return is_to_be_called_back(server, connection, link) && !connection->accepted &&
           POLICY_IS(server, CALLBACK_CALLOUTS, FIRST);
}

GUARD(was_accepted)
{
    (void)server, (void)link;
    return connection->accepted;
}

GUARD(was_asked_before)
{
    (void)link;
    return connection->accepted && POLICY_IS(server, CALLBACK_CALLOUTS, FIRST) && connection->called_back;
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
    (void)connection, (void)link;
    return POLICY_IS(server, PREAUTHENTICATION_REFUSED, DROP);
}

/* RAS's own proposal: interface identifiers below the server's prefix (Q20) */
static void propose_ipv6(const struct server *server, struct connection *connection, uint8_t ipv6[16])
{
    memcpy(ipv6, server->options.ipv6_prefix.bytes, 8);
    if (server->options.no_identifiers)
        return; /* 0: the DLL must have one */
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
        return connection->ipv4_from_pool = pool_take(&server->pool, POLICY_IS(server, DHCP_LOSS, LEASED));
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
        server_schedule(server, connection, lifecycle_draw_ms(connection, tunnel->negotiation_ms), ON_NEGOTIATED, 0);
    }
}

GUARD(awaits_address)
{
    (void)server, (void)link;
    return connection->asked & (UINT32_C(1) << ASK_GET4 | UINT32_C(1) << ASK_GET6);
}

/* Q40: whether the release callout is owed for what the DLL has answered */
static bool wants_release(const struct server *server, const struct answer *answer, bool any)
{
    bool owed = !answer->agreed ? POLICY_IS(server, FAILED_GET_RELEASE, YES)
                : !any          ? POLICY_IS(server, ZERO_RELEASE, YES)
                                : true;
    return answer->notify && owed;
}

/* What a DLL gives from the pool's range must not be proposed to others. */
static void hold_ipv4(struct server *server, struct connection *connection)
{
    if (connection->lease4.given && connection->ipv4 == connection->ipv4_from_pool)
        return;
    pool_give(&server->pool, connection->ipv4_from_pool);
    connection->ipv4_from_pool = connection->lease4.given && pool_claim(&server->pool, connection->ipv4)
                                     ? connection->ipv4
                                     : 0;
}

static enum response judge_address(const struct answer *answer, bool any, bool refused)
{
    if (!answer->agreed)
        return RESPONSE_REFUSED;
    return !any ? RESPONSE_EMPTY : refused ? RESPONSE_DUPLICATE : RESPONSE_AGREED;
}

enum response connect_take_address(struct server *server, struct connection *connection, const struct answer *answer)
{
    static const uint8_t no_id[8];
    bool v4 = answer->ask == ASK_GET4;
    struct lease *lease = v4 ? &connection->lease4 : &connection->lease6;
    bool any = v4 ? answer->ipv4 != 0 : memcmp(answer->ipv6_id, no_id, sizeof no_id) != 0;
    bool refused = answer->duplicate && POLICY_IS(server, DUPLICATE_ADDRESS, REFUSE);
    lease->given = answer->agreed && any && !refused;
    lease->notify = wants_release(server, answer, any);
    if (POLICY_IS(server, SECOND_FAMILY, KEEP) && !v4 && !lease->given)
        connection->lease4.notify = false;
    if (v4) {
        connection->ipv4 = answer->ipv4;
        hold_ipv4(server, connection);
    } else {
        memcpy(connection->ipv6_id, answer->ipv6_id, sizeof connection->ipv6_id);
    }
    server_take_lease(server, connection, v4);
    return judge_address(answer, any, refused);
}

ACTION(ask_connection)
{
    (void)link;
    connection->since_ns = server->now_ns;
    if (connection->quarantine == RAS_QUAR_STATE_PROBATION && !connection->probation_ns)
        changes_set_probation(server, connection, connection->dial.user->probation_ns);
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
