/* SPDX-License-Identifier: MIT */
/**
 * @file port.h
 * The server's ports: a number of them for each tunnel type, and modems.
 */
#ifndef RRASEMU_RAS_PORT_H
#define RRASEMU_RAS_PORT_H

#include "ras/tunnel.h"

#include "core/bits.h"

#include <stdbool.h>
#include <stdint.h>

/** One port. */
struct port {
    enum tunnel tunnel;
    uint32_t index;      /**< among the ports of its tunnel type */
    uint32_t device;     /**< number of its device */
    uint32_t handle;     /**< hPort */
    uint32_t calls;      /**< served so far, the present one included */
    uint32_t connection; /**< number of the connection that uses it; 0: it listens */
};

/** All ports of a server. */
struct ports {
    struct port *list; /**< grouped by tunnel type */
    uint32_t first[TUNNEL_COUNT + 1];
    struct bits used[TUNNEL_COUNT]; /**< of each tunnel type */
};

/** Most ports of one type. The server's editions are documented with at most 30,000; a load test may want more. */
enum { PORTS_MOST = 10000000, PORTS_DEFAULT = 128, MODEMS_DEFAULT = 8 };

/** Makes the ports; false when memory ran out. */
bool ports_open(struct ports *ports, const uint32_t count[TUNNEL_COUNT], const uint32_t devices[TUNNEL_COUNT]);

/** The first listening port of a type, or NULL when all are busy. */
struct port *ports_listening(const struct ports *ports, enum tunnel tunnel);

/** The port answers a connection's call, or listens again. */
void ports_occupy(struct ports *ports, struct port *port, uint32_t connection);
void ports_release(struct ports *ports, struct port *port);

/** Number of ports in use. */
uint32_t ports_in_use(const struct ports *ports);

enum { PORT_NAME_SIZE = 17 };

/** Writes a port's name by its device and its number among the ports of its tunnel: `VPN<device>-<index>`,
 * `COM<number>`. */
void port_write_name(enum tunnel tunnel, uint32_t device, uint32_t index, char name[PORT_NAME_SIZE]);

void port_name(const struct port *port, char name[PORT_NAME_SIZE]);

void ports_close(struct ports *ports);

#endif
