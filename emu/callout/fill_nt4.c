/* SPDX-License-Identifier: MIT */
/* The structures of Windows NT 4.0: how they look, and how they are filled. */
#include "callout/fill.h"
#include "callout/nt4.h"
#include "core/calendar.h"

#include "rassapi.h"

#include <stdio.h>
#include <string.h>

_Static_assert((int)NT4_PARAMETERS_MOST == (int)MEDIA_PARAMETERS_MOST, "room for all of a medium");
_Static_assert(sizeof(struct nt4_port) == sizeof(RAS_PORT_1), "room for a port");
_Static_assert(sizeof(struct nt4_statistics) == sizeof(RAS_PORT_STATISTICS), "room for statistics");
_Static_assert(sizeof((struct nt4_parameters *)0)->words[0] == sizeof(RAS_PARAMETERS), "room for a parameter");

/* --- how they are filled --- */

static void fill_port(RAS_PORT_0 *port, const struct fill_source *from)
{
    const struct user *user = from->connection->dial.user;
    const struct link *link = from->question->link;
    char name[PORT_NAME_SIZE];
    port_name(link->port, name);
    FILL_STRING(port->wszPortName, name);
    FILL_STRING(port->wszDeviceType, from->tunnel->device_type);
    FILL_STRING(port->wszDeviceName, from->tunnel->device_name);
    FILL_STRING(port->wszMediaName, from->tunnel->media);
    port->Flags = USER_AUTHENTICATED | PPP_CLIENT | (user->messenger ? MESSENGER_PRESENT : 0) |
                  (from->connection->last_link > 1 ? PORT_MULTILINKED : 0);
    FILL_NAME(port->wszUserName, user->wide.name); /* Q38 */
    FILL_NAME(port->wszComputer, user->wide.computer);
    port->dwStartSessionTime = (DWORD)(from->server->options.start +
                                       (int64_t)(link->since_ns / CALENDAR_NS_PER_SECOND));
    FILL_NAME(port->wszLogonDomain, user->wide.domain);
    port->fAdvancedServer = TRUE;
}

void fill_nt4_port(void *place, const struct fill_source *from)
{
    RAS_PORT_1 *port = place;
    RAS_PPP_PROJECTION_RESULT *result = &port->ProjResult;
    fill_port(&port->rasport0, from);
    const struct user *user = from->connection->dial.user;
    port->LineCondition = fill_is_disconnected(from) ? RAS_PORT_DISCONNECTED : RAS_PORT_AUTHENTICATED;
    port->HardwareCondition = from->question->link->failed ? RAS_MODEM_HARDWARE_FAILURE : RAS_MODEM_OPERATIONAL;
    port->LineSpeed = from->tunnel->line_speed;
    port->NumMediaParms = (WORD)user->media_count;
    port->SizeMediaParms = user->media_count * (DWORD)sizeof(RAS_PARAMETERS);
    result->nbf.dwError = user->netbios ? NO_ERROR : fill_unconfigured(from);
    result->ipx.dwError = user->ipx ? NO_ERROR : fill_unconfigured(from);
    result->at.dwError = user->appletalk ? NO_ERROR : fill_unconfigured(from);
    FILL_STRING(result->nbf.wszWksta, user->netbios);
    FILL_STRING(result->ipx.wszAddress, user->ipx);
    FILL_STRING(result->at.wszAddress, user->appletalk);
    snprintf(result->nbf.szName, sizeof result->nbf.szName, "%s", user->netbios ? user->netbios : "");
    result->ip.dwError = fill_family_error(from, &from->connection->lease4);
    if (from->connection->lease4.given)
        FILL_DOTTED(result->ip.wszAddress, from->connection->ipv4);
}

/* Of the connection, or, with dwPort, of its port. Nothing is compressed. */
#define FILL_COUNTERS(statistics, prefix, counters)                                \
    do {                                                                           \
        (statistics)->prefix##BytesXmited = (counters)->bytes_sent;                \
        (statistics)->prefix##BytesRcved = (counters)->bytes_received;             \
        (statistics)->prefix##FramesXmited = (counters)->frames_sent;              \
        (statistics)->prefix##FramesRcved = (counters)->frames_received;           \
        (statistics)->prefix##BytesXmitedUncompressed = (counters)->bytes_sent;    \
        (statistics)->prefix##BytesRcvedUncompressed = (counters)->bytes_received; \
        (statistics)->prefix##BytesXmitedCompressed = (counters)->bytes_sent;      \
        (statistics)->prefix##BytesRcvedCompressed = (counters)->bytes_received;   \
    } while (0)

void fill_nt4_statistics(void *place, const struct fill_source *from)
{
    RAS_PORT_STATISTICS *statistics = place;
    FILL_COUNTERS(statistics, dw, &from->connection->counters);
    FILL_COUNTERS(statistics, dwPort, &from->question->link->counters);
}

void fill_nt4_parameters(void *place, const struct fill_source *from)
{
    struct nt4_parameters *parameters = place;
    const struct user *user = from->connection->dial.user;
    for (uint32_t i = 0; i < user->media_count; i++) {
        RAS_PARAMETERS *parameter = (RAS_PARAMETERS *)parameters->words[i];
        const struct media_parameter *media = &user->media[i];
        snprintf(parameter->P_Key, sizeof parameter->P_Key, "%s", media->key);
        parameter->P_Type = media->text ? ParamString : ParamNumber;
        parameter->P_Value.Number = media->number;
        if (!media->text)
            continue;
        snprintf(parameters->texts[i], sizeof parameters->texts[i], "%s", media->text);
        parameter->P_Value.String.Length = (DWORD)strlen(parameters->texts[i]);
        parameter->P_Value.String.Data = (PCHAR)(parameters->texts[i] - (char *)parameters);
    }
}
