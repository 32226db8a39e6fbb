/* SPDX-License-Identifier: MIT */
/* Further links of a connection: C3.11 to C3.13. */
#include "ras/actions.h"

/* Multilink is PPP's; the limit is the server's. */
GUARD(link_may_call)
{
    (void)link;
    return ports_listening(&server->ports, connection->dial.tunnel) && connection_has_place(connection);
}

GUARD(link_may_join)
{
    (void)link;
    return tunnels[connection->dial.tunnel].ppp && connection_active_links(connection) < server->options.links_most;
}

GUARD(link_is_up)
{
    (void)server;
    return connection_link_state(connection, link) == LINK_ACTIVE;
}

GUARD(other_links_are_up)
{
    return link_is_up(server, connection, link) && connection_active_links(connection) > 1;
}

GUARD(link_was_dropped)
{
    (void)server;
    return connection_link_state(connection, link) == LINK_ENDING;
}

ACTION(begin_link)
{
    (void)link;
    const struct tunnel_facts *tunnel = &tunnels[connection->dial.tunnel];
    const struct link *further = connection_take_port(server, connection);
    server_schedule(server, connection, lifecycle_draw_ms(connection, tunnel->setup_ms), ON_LINK_AUTHENTICATED,
                    further->number);
}

ACTION(free_link)
{
    server_free_port(server, connection_link(connection, link));
}

ACTION(ask_further_link)
{
    struct link *further = connection_link(connection, link);
    further->since_ns = server->now_ns;
    further->state = LINK_ASKED;
    action_ask(server, connection, ASK_ACCEPT_LINK, (struct question){.link = further});
}

ACTION(keep_link)
{
    struct link *kept = connection_link(connection, link);
    (void)server;
    kept->state = LINK_ACTIVE;
}

/* Q6: only those who were asked about a link hear of its end. */
ACTION(drop_link)
{
    struct link *gone = connection_link(connection, link);
    gone->state = LINK_ENDING;
    if (closing_owes_hangup(server, gone->heard, gone->accepted))
        action_ask(server, connection, ASK_LINK_HANGUP, /* and then the port is free */
                   (struct question){.link = gone, .heard = gone->heard});
    else
        server_free_port(server, gone);
}
