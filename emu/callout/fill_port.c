/* SPDX-License-Identifier: MIT */
/* The structures of a link, and of a client that brings a cookie. */
#include "callout/fill.h"

#include "mprapi.h"

#include <string.h>

void *fill_handle(uint32_t number)
{
    return (void *)(uintptr_t)number;
}

void fill_dotted(uint16_t *array, uint32_t address)
{
    for (int shift = 24; shift >= 0; shift -= 8) {
        uint32_t part = address >> shift & 255;
        if (part >= 100)
            *array++ = (uint16_t)('0' + part / 100);
        if (part >= 10)
            *array++ = (uint16_t)('0' + part / 10 % 10);
        *array++ = (uint16_t)('0' + part % 10);
        *array++ = shift > 0 ? '.' : 0;
    }
}

static bool is_hangup(const struct fill_source *from)
{
    return from->question->ask == ASK_LINK_HANGUP || from->question->ask == ASK_CONNECTION_HANGUP;
}

bool fill_has_counters(const struct fill_source *from)
{
    return !is_hangup(from) || POLICY_IS(from->server, HANGUP_COUNTERS, FINAL);
}

uint32_t fill_seconds(const struct fill_source *from, uint64_t since_ns)
{
    return fill_has_counters(from) ? connection_seconds(since_ns, from->server->now_ns) : 0;
}

uint32_t fill_ratio(const struct fill_source *from)
{
    uint32_t ratio = from->connection->dial.user->ratio;
    return ratio ? ratio : 100; /* nothing is compressed */
}

const char *fill_legacy(const struct fill_source *from, const char *address)
{
    return from->tunnel->ppp && from->server->options.profile->family <= FAMILY_2003 ? address : NULL;
}

bool fill_is_disconnected(const struct fill_source *from)
{
    return is_hangup(from) && POLICY_IS(from->server, PORT_CONDITION, BY_CALL);
}

void fill_port_0(void *place, const struct fill_source *from)
{
    RAS_PORT_0 *p = place;
    const struct link *link = from->question->link;
    char name[PORT_NAME_SIZE];
    port_name(link->port, name);
    p->hPort = fill_handle(link->port->handle);
    p->hConnection = fill_handle(connection_handle(from->connection));
    p->dwPortCondition = fill_is_disconnected(from) ? RAS_PORT_DISCONNECTED : RAS_PORT_AUTHENTICATED;
    p->dwTotalNumberOfCalls = link->port->calls;
    p->dwConnectDuration = fill_seconds(from, link->since_ns);
    FILL_STRING(p->wszPortName, name);
    FILL_STRING(p->wszMediaName, from->tunnel->media);
    FILL_STRING(p->wszDeviceName, from->tunnel->device_name);
    FILL_STRING(p->wszDeviceType, from->tunnel->device_type);
}

void fill_port_1(void *place, const struct fill_source *from)
{
    RAS_PORT_1 *p = place;
    const struct link *link = from->question->link;
    p->hPort = fill_handle(link->port->handle);
    p->hConnection = fill_handle(connection_handle(from->connection));
    p->dwHardwareCondition = link->failed ? RAS_HARDWARE_FAILURE : RAS_HARDWARE_OPERATIONAL;
    p->dwLineSpeed = from->tunnel->line_speed;
    FILL_STATISTICS(p, from, &link->counters);
}

void fill_authentication(void *place, const struct fill_source *from)
{
    enum { REVISION = 1 }; /* the only one there is */
    AUTH_VALIDATION_EX *a = place;
    const struct user *user = from->connection->dial.user;
    a->Header = (MPRAPI_OBJECT_HEADER){REVISION, MPRAPI_OBJECT_TYPE_AUTH_VALIDATION_OBJECT, sizeof *a};
    a->hRasConnection = fill_handle(connection_handle(from->connection));
    FILL_NAME(a->wszUserName, user->wide.name);
    FILL_NAME(a->wszLogonDomain, user->wide.domain);
    a->AuthInfoSize = (DWORD)strlen(user->cookie);
    memcpy((char *)place + offsetof(AUTH_VALIDATION_EX, AuthInfo), user->cookie, a->AuthInfoSize);
}
