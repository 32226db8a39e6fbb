/* SPDX-License-Identifier: MIT */
/* The structures of Windows NT 4.0 (callouts.md F.10): how they look, and how they are filled. */
#include "callout/fill.h"
#include "callout/nt4.h"
#include "core/calendar.h"

#include "rassapi.h"

_Static_assert(sizeof(struct nt4_port) == sizeof(RAS_PORT_1), "room for a port");
_Static_assert(sizeof(struct nt4_statistics) == sizeof(RAS_PORT_STATISTICS), "room for statistics");
_Static_assert(sizeof(struct nt4_parameters) == sizeof(RAS_PARAMETERS), "room for a parameter");

/* --- how they are filled --- */

static void fill_port(RAS_PORT_0 *port, const struct source *from)
{
    const struct user *user = from->connection->dial.user;
    const struct link *link = from->question->link;
    char name[PORT_NAME_SIZE];
    port_name(link->port, name);
    FILL_STRING(port->wszPortName, name);
    FILL_STRING(port->wszDeviceType, from->tunnel->device_type);
    FILL_STRING(port->wszDeviceName, from->tunnel->device_name);
    FILL_STRING(port->wszMediaName, from->tunnel->media);
    port->Flags = USER_AUTHENTICATED | PPP_CLIENT | (from->connection->last_link > 1 ? PORT_MULTILINKED : 0);
    FILL_STRING(port->wszUserName, user->name); /* Q38 */
    FILL_STRING(port->wszComputer, user->computer);
    port->dwStartSessionTime =
        (DWORD)(from->server->options.start + (int64_t)(link->since_ns / CALENDAR_NS_PER_SECOND));
    FILL_STRING(port->wszLogonDomain, user->domain);
    port->fAdvancedServer = TRUE;
}

void fill_nt4_port(void *place, const struct source *from)
{
    RAS_PORT_1 *port = place;
    RAS_PPP_PROJECTION_RESULT *result = &port->ProjResult;
    fill_port(&port->rasport0, from);
    port->LineCondition = from->question->ask == ASK_LINK_HANGUP ? RAS_PORT_DISCONNECTED
                                                                 : RAS_PORT_AUTHENTICATED; /* Q35 */
    port->HardwareCondition = RAS_MODEM_OPERATIONAL;
    port->LineSpeed = from->tunnel->line_speed;
    result->nbf.dwError = result->ipx.dwError = result->at.dwError = fill_unconfigured(from);
    result->ip.dwError = fill_family_error(from, &from->connection->lease4);
    if (from->connection->lease4.given)
        FILL_DOTTED(result->ip.wszAddress, from->connection->ipv4);
}

/* Of the connection, or, with dwPort, of its port. Nothing is compressed. */
#define FILL_COUNTERS(statistics, prefix, counters)                                     \
    do {                                                                                \
        (statistics)->prefix##BytesXmited = (counters)->bytes_sent;                     \
        (statistics)->prefix##BytesRcved = (counters)->bytes_received;                  \
        (statistics)->prefix##FramesXmited = (counters)->frames_sent;                   \
        (statistics)->prefix##FramesRcved = (counters)->frames_received;                \
        (statistics)->prefix##BytesXmitedUncompressed = (counters)->bytes_sent;         \
        (statistics)->prefix##BytesRcvedUncompressed = (counters)->bytes_received;      \
        (statistics)->prefix##BytesXmitedCompressed = (counters)->bytes_sent;           \
        (statistics)->prefix##BytesRcvedCompressed = (counters)->bytes_received;        \
    } while (0)

void fill_nt4_statistics(void *place, const struct source *from)
{
    RAS_PORT_STATISTICS *statistics = place;
    FILL_COUNTERS(statistics, dw, &from->connection->counters);
    FILL_COUNTERS(statistics, dwPort, &from->question->link->counters);
}
