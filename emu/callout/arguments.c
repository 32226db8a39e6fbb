/* SPDX-License-Identifier: MIT */
#include "callout/arguments.h"

#include "callout/fill.h"

#include <arpa/inet.h>
#include <string.h>

DWORD arguments_ipv4(const struct server *server, DWORD address)
{
    return POLICY_IS(server, ADDRESS_BYTES, NETWORK) ? htonl(address) : address;
}

size_t arguments_id_offset(const struct server *server)
{
    return POLICY_IS(server, INTERFACE_IDENTIFIER, LAST) ? 8 : 0;
}

static void fill_user_name(void *place, const struct fill_source *from)
{
    const struct user *user = from->connection->dial.user; /* Q36, Q38 */
    bool with_domain = POLICY_IS(from->server, ADDRESS_USER_NAME, DOMAIN_USER);
    utf16_copy(place, UNLEN + 1, with_domain ? user->wide.title : user->wide.name);
}

/* Q36: of the first link, also when it has gone; or of the one that is left */
static const struct port *told_port(const struct fill_source *from)
{
    bool release = from->question->ask == ASK_RELEASE4 || from->question->ask == ASK_RELEASE6;
    const struct link *last = connection_next_link((struct connection *)from->connection, false);
    return release && last && POLICY_IS(from->server, RELEASE_PORT, LAST) ? last->port : from->connection->first_port;
}

static void fill_port_name(void *place, const struct fill_source *from)
{
    char name[PORT_NAME_SIZE];
    port_name(told_port(from), name);
    utf16_store(place, MAX_PORT_NAME + 1, name);
}

static void fill_ipv4(void *place, const struct fill_source *from)
{
    *(DWORD *)place = arguments_ipv4(from->server, from->question->ipv4);
}

static void fill_ipv6(void *place, const struct fill_source *from)
{
    size_t id = arguments_id_offset(from->server);
    memcpy((uint8_t *)place + id, from->question->ipv6 + 8, 8);
    memcpy((uint8_t *)place + 8 - id, from->question->ipv6, 8);
}

static void fill_notify(void *place, const struct fill_source *from)
{
    *(BOOL *)place = POLICY_IS(from->server, NOTIFY_PRESET, TRUE); /* Q22 */
}

/* What is preset to zero needs no more filling: callbacks are the chain's. */
static void (*const fill[ARGUMENT_COUNT])(void *place, const struct fill_source *from) = {
    [ARGUMENT_USER_NAME] = fill_user_name,
    [ARGUMENT_PORT_NAME] = fill_port_name,
    [ARGUMENT_IPV4] = fill_ipv4,
    [ARGUMENT_IPV6] = fill_ipv6,
    [ARGUMENT_NOTIFY] = fill_notify,
    [ARGUMENT_CONNECTION_0] = fill_connection_0,
    [ARGUMENT_CONNECTION_1] = fill_connection_1,
    [ARGUMENT_CONNECTION_2] = fill_connection_2,
    [ARGUMENT_CONNECTION_3] = fill_connection_3,
    [ARGUMENT_CONNECTION_EX] = fill_connection_ex,
    [ARGUMENT_PORT_0] = fill_port_0,
    [ARGUMENT_PORT_1] = fill_port_1,
    [ARGUMENT_AUTHENTICATION] = fill_authentication,
    [ARGUMENT_NT4_PORT] = fill_nt4_port,
    [ARGUMENT_NT4_STATISTICS] = fill_nt4_statistics,
    [ARGUMENT_NT4_PARAMETERS] = fill_nt4_parameters,
};

void arguments_fill(struct arguments *arguments, const struct callout *callout, const struct server *server,
                    const struct question *question)
{
    struct fill_source from = {
        .server = server,
        .question = question,
        .connection = question->connection,
        .tunnel = &tunnels[question->connection->dial.tunnel],
    };
    for (unsigned i = 0; i < callout->parameter_count; i++) {
        enum argument argument = callout->parameters[i].argument;
        void *place = (char *)arguments + argument_places[argument].offset;
        memset(place, 0, argument_places[argument].size);
        if (fill[argument])
            fill[argument](place, &from);
    }
}
