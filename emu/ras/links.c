/* SPDX-License-Identifier: MIT */
/* Further links of a connection: C3.11 to C3.13. */
#include "ras/actions.h"

/* Multilink is PPP's; the limit is the server's. */
GUARD(link_may_join)
{
    return tunnels[connection->dial.tunnel].ppp &&
           connection_active_links(connection) < server->options.links_most;
}

GUARD(other_links_are_up)
{
    (void)server;
    return connection_active_links(connection) > 1;
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
        server_free_port(gone);
}
