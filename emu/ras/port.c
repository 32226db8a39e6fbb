/* SPDX-License-Identifier: MIT */
#include "ras/port.h"

#include <stdio.h>
#include <stdlib.h>

enum { PORT_FIRST_HANDLE = 0x100 };

bool ports_open(struct ports *ports, const uint32_t count[TUNNEL_COUNT],
                const uint32_t devices[TUNNEL_COUNT])
{
    *ports = (struct ports){0};
    for (int tunnel = 0; tunnel < TUNNEL_COUNT; tunnel++)
        ports->first[tunnel + 1] = ports->first[tunnel] + count[tunnel];
    ports->list = calloc(ports->first[TUNNEL_COUNT] + 1, sizeof *ports->list);
    if (!ports->list)
        return false;
    for (int tunnel = 0; tunnel < TUNNEL_COUNT; tunnel++)
        for (uint32_t i = ports->first[tunnel]; i < ports->first[tunnel + 1]; i++)
            ports->list[i] = (struct port){.tunnel = (enum tunnel)tunnel,
                                           .index = i - ports->first[tunnel],
                                           .device = devices[tunnel],
                                           .handle = PORT_FIRST_HANDLE + i};
    return true;
}

struct port *ports_listening(const struct ports *ports, enum tunnel tunnel)
{
    for (uint32_t i = ports->first[tunnel]; i < ports->first[tunnel + 1]; i++)
        if (ports->list[i].connection == 0)
            return &ports->list[i];
    return NULL;
}

uint32_t ports_in_use(const struct ports *ports)
{
    uint32_t count = 0;
    for (uint32_t i = 0; i < ports->first[TUNNEL_COUNT]; i++)
        count += ports->list[i].connection != 0;
    return count;
}

void port_write_name(enum tunnel tunnel, uint32_t device, uint32_t index, char name[PORT_NAME_SIZE])
{
    if (tunnels[tunnel].dialled)
        snprintf(name, PORT_NAME_SIZE, "COM%u", (unsigned)index + 1);
    else
        snprintf(name, PORT_NAME_SIZE, "VPN%u-%u", (unsigned)device, (unsigned)index);
}

void port_name(const struct port *port, char name[PORT_NAME_SIZE])
{
    port_write_name(port->tunnel, port->device, port->index, name);
}

void ports_close(struct ports *ports)
{
    free(ports->list);
    *ports = (struct ports){0};
}
