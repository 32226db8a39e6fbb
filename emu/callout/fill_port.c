/* SPDX-License-Identifier: MIT */
/* The structures of a link, and of a client that brings a cookie. */
#include "callout/fill.h"

#include "mprapi.h"

#include <stdio.h>
#include <string.h>

void *fill_handle(uint32_t number)
{
    return (void *)(uintptr_t)number;
}

void fill_dotted(uint16_t *array, size_t capacity, uint32_t address)
{
    char dotted[16];
    snprintf(dotted, sizeof dotted, "%u.%u.%u.%u", address >> 24, address >> 16 & 255,
             address >> 8 & 255, address & 255);
    utf16_store(array, capacity, dotted);
}

void fill_port_0(void *place, const struct source *from)
{
    RAS_PORT_0 *p = place;
    const struct link *link = from->question->link;
    char name[PORT_NAME_SIZE];
    port_name(link->port, name);
    p->hPort = fill_handle(link->port->handle);
    p->hConnection = fill_handle(connection_handle(from->connection));
    p->dwPortCondition = from->question->ask == ASK_LINK_HANGUP ? RAS_PORT_DISCONNECTED
                                                                 : RAS_PORT_AUTHENTICATED; /* Q35 */
    p->dwTotalNumberOfCalls = link->port->calls;
    p->dwConnectDuration = connection_seconds(link->since_ns, from->server->now_ns);
    FILL_STRING(p->wszPortName, name);
    FILL_STRING(p->wszMediaName, from->tunnel->media);
    FILL_STRING(p->wszDeviceName, from->tunnel->device_name);
    FILL_STRING(p->wszDeviceType, from->tunnel->device_type);
}

void fill_port_1(void *place, const struct source *from)
{
    RAS_PORT_1 *p = place;
    const struct link *link = from->question->link;
    p->hPort = fill_handle(link->port->handle);
    p->hConnection = fill_handle(connection_handle(from->connection));
    p->dwHardwareCondition = RAS_HARDWARE_OPERATIONAL;
    p->dwLineSpeed = from->tunnel->line_speed;
    FILL_STATISTICS(p, &link->counters);
}

void fill_authentication(void *place, const struct source *from)
{
    enum { REVISION = 1 }; /* F.8 */
    AUTH_VALIDATION_EX *a = place;
    const struct user *user = from->connection->dial.user;
    a->Header =
        (MPRAPI_OBJECT_HEADER){REVISION, MPRAPI_OBJECT_TYPE_AUTH_VALIDATION_OBJECT, sizeof *a};
    a->hRasConnection = fill_handle(connection_handle(from->connection));
    FILL_STRING(a->wszUserName, user->name);
    FILL_STRING(a->wszLogonDomain, user->domain);
    a->AuthInfoSize = (DWORD)strlen(user->cookie);
    memcpy((char *)place + offsetof(AUTH_VALIDATION_EX, AuthInfo), user->cookie, a->AuthInfoSize);
}
