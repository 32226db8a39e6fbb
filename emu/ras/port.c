/* SPDX-License-Identifier: MIT */
#include "ras/port.h"

#include <stdio.h>
#include <stdlib.h>

enum { PORT_FIRST_HANDLE = 0x100 };

bool ports_open(struct ports *ports, const uint32_t count[TUNNEL_COUNT], const uint32_t devices[TUNNEL_COUNT])
{
    *ports = (struct ports){0};
    for (int tunnel = 0; tunnel < TUNNEL_COUNT; tunnel++)
        ports->first[tunnel + 1] = ports->first[tunnel] + count[tunnel];
    ports->list = calloc(ports->first[TUNNEL_COUNT] + 1, sizeof *ports->list);
    if (!ports->list)
        return false;
    for (int tunnel = 0; tunnel < TUNNEL_COUNT; tunnel++)
        if (!bits_open(&ports->used[tunnel], count[tunnel]))
            return false; /* ports_close() frees the rest */
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
    uint32_t place = bits_lowest(&ports->used[tunnel]);
    return place < ports->used[tunnel].size ? &ports->list[ports->first[tunnel] + place] : NULL;
}

void ports_occupy(struct ports *ports, struct port *port, uint32_t connection)
{
    bits_take(&ports->used[port->tunnel], port->index);
    port->connection = connection;
    port->calls++;
}

void ports_release(struct ports *ports, struct port *port)
{
    bits_free(&ports->used[port->tunnel], port->index);
    port->connection = 0;
}

uint32_t ports_in_use(const struct ports *ports)
{
    uint32_t count = 0;
    for (int tunnel = 0; tunnel < TUNNEL_COUNT; tunnel++)
        count += ports->used[tunnel].taken;
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
    for (int tunnel = 0; tunnel < TUNNEL_COUNT; tunnel++)
        bits_close(&ports->used[tunnel]);
    free(ports->list);
    *ports = (struct ports){0};
}
