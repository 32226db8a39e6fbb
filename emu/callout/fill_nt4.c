/* SPDX-License-Identifier: MIT */
/* The structures of Windows NT 4.0 (callouts.md F.10): how they look, and how they are filled. */
#include "callout/fill.h"
#include "callout/layout_build.h"
#include "callout/nt4.h"
#include "core/calendar.h"

#include "rassapi.h"

_Static_assert(sizeof(struct nt4_port) == sizeof(RAS_PORT_1), "room for a port");
_Static_assert(sizeof(struct nt4_statistics) == sizeof(RAS_PORT_STATISTICS), "room for statistics");
_Static_assert(sizeof(struct nt4_parameters) == sizeof(RAS_PARAMETERS), "room for a parameter");

/* --- how they look --- */

static const struct member layout_nt4_port_0_members[] = {
    MEMBER(WSTRING, RAS_PORT_0, wszPortName),
    MEMBER(WSTRING, RAS_PORT_0, wszDeviceType),
    MEMBER(WSTRING, RAS_PORT_0, wszDeviceName),
    MEMBER(WSTRING, RAS_PORT_0, wszMediaName),
    MEMBER(NUMBER, RAS_PORT_0, reserved),
    MEMBER(NUMBER, RAS_PORT_0, Flags),
    MEMBER(WSTRING, RAS_PORT_0, wszUserName),
    MEMBER(WSTRING, RAS_PORT_0, wszComputer),
    MEMBER(NUMBER, RAS_PORT_0, dwStartSessionTime),
    MEMBER(WSTRING, RAS_PORT_0, wszLogonDomain),
    MEMBER(BOOL, RAS_PORT_0, fAdvancedServer),
};
static LAYOUT(layout_nt4_port_0, RAS_PORT_0);

static const struct member layout_nbf_members[] = {
    MEMBER(NUMBER, RAS_PPP_NBFCP_RESULT, dwError),
    MEMBER(NUMBER, RAS_PPP_NBFCP_RESULT, dwNetBiosError),
    MEMBER(BYTES, RAS_PPP_NBFCP_RESULT, szName),
    MEMBER(WSTRING, RAS_PPP_NBFCP_RESULT, wszWksta),
};
static LAYOUT(layout_nbf, RAS_PPP_NBFCP_RESULT);

static const struct member layout_ip_members[] = {
    MEMBER(NUMBER, RAS_PPP_IPCP_RESULT, dwError),
    MEMBER(WSTRING, RAS_PPP_IPCP_RESULT, wszAddress),
};
static LAYOUT(layout_ip, RAS_PPP_IPCP_RESULT);

static const struct member layout_ipx_members[] = {
    MEMBER(NUMBER, RAS_PPP_IPXCP_RESULT, dwError),
    MEMBER(WSTRING, RAS_PPP_IPXCP_RESULT, wszAddress),
};
static LAYOUT(layout_ipx, RAS_PPP_IPXCP_RESULT);

static const struct member layout_at_members[] = {
    MEMBER(NUMBER, RAS_PPP_ATCP_RESULT, dwError),
    MEMBER(WSTRING, RAS_PPP_ATCP_RESULT, wszAddress),
};
static LAYOUT(layout_at, RAS_PPP_ATCP_RESULT);

static const struct member layout_projection_members[] = {
    NESTED(RAS_PPP_PROJECTION_RESULT, nbf, layout_nbf),
    NESTED(RAS_PPP_PROJECTION_RESULT, ip, layout_ip),
    NESTED(RAS_PPP_PROJECTION_RESULT, ipx, layout_ipx),
    NESTED(RAS_PPP_PROJECTION_RESULT, at, layout_at),
};
static LAYOUT(layout_projection, RAS_PPP_PROJECTION_RESULT);

static const struct member layout_nt4_port_members[] = {
    NESTED(RAS_PORT_1, rasport0, layout_nt4_port_0),
    MEMBER(NUMBER, RAS_PORT_1, LineCondition),
    MEMBER(NUMBER, RAS_PORT_1, HardwareCondition),
    MEMBER(NUMBER, RAS_PORT_1, LineSpeed),
    MEMBER(NUMBER, RAS_PORT_1, NumStatistics),
    MEMBER(NUMBER, RAS_PORT_1, NumMediaParms),
    MEMBER(NUMBER, RAS_PORT_1, SizeMediaParms),
    NESTED(RAS_PORT_1, ProjResult, layout_projection),
};
LAYOUT(layout_nt4_port, RAS_PORT_1);

#define COUNTERS(prefix)                                               \
    MEMBER(NUMBER, RAS_PORT_STATISTICS, prefix##BytesXmited),             \
    MEMBER(NUMBER, RAS_PORT_STATISTICS, prefix##BytesRcved),              \
    MEMBER(NUMBER, RAS_PORT_STATISTICS, prefix##FramesXmited),            \
    MEMBER(NUMBER, RAS_PORT_STATISTICS, prefix##FramesRcved),             \
    MEMBER(NUMBER, RAS_PORT_STATISTICS, prefix##CrcErr),                  \
    MEMBER(NUMBER, RAS_PORT_STATISTICS, prefix##TimeoutErr),              \
    MEMBER(NUMBER, RAS_PORT_STATISTICS, prefix##AlignmentErr),            \
    MEMBER(NUMBER, RAS_PORT_STATISTICS, prefix##HardwareOverrunErr),      \
    MEMBER(NUMBER, RAS_PORT_STATISTICS, prefix##FramingErr),              \
    MEMBER(NUMBER, RAS_PORT_STATISTICS, prefix##BufferOverrunErr),        \
    MEMBER(NUMBER, RAS_PORT_STATISTICS, prefix##BytesXmitedUncompressed), \
    MEMBER(NUMBER, RAS_PORT_STATISTICS, prefix##BytesRcvedUncompressed),  \
    MEMBER(NUMBER, RAS_PORT_STATISTICS, prefix##BytesXmitedCompressed),   \
    MEMBER(NUMBER, RAS_PORT_STATISTICS, prefix##BytesRcvedCompressed)

static const struct member layout_nt4_statistics_members[] = {COUNTERS(dw), COUNTERS(dwPort)};
LAYOUT(layout_nt4_statistics, RAS_PORT_STATISTICS);

static const struct member layout_nt4_parameters_members[] = {
    MEMBER(BYTES, RAS_PARAMETERS, P_Key),
    MEMBER(NUMBER, RAS_PARAMETERS, P_Type),
    MEMBER(NUMBER, RAS_PARAMETERS, P_Attributes),
};
LAYOUT(layout_nt4_parameters, RAS_PARAMETERS);

const uint16_t *nt4_user_name(const struct nt4_port *port)
{
    return (const uint16_t *)((const char *)port + offsetof(RAS_PORT_1, rasport0.wszUserName));
}

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
