/* SPDX-License-Identifier: MIT */
/**
 * @file tunnel.h
 * What clients call by, tunnels and modems, and the plausible facts of a connection made over each.
 */
#ifndef RRASEMU_RAS_TUNNEL_H
#define RRASEMU_RAS_TUNNEL_H

#include "ras/profile.h"
#include "ras/terms.h"

#include <stdbool.h>
#include <stdint.h>

/** The tunnel types, in the order of the emulated machine's device numbers; then the
 * telephone line, which is none but is chosen alike. */
enum tunnel { TUNNEL_SSTP, TUNNEL_IKEV2, TUNNEL_L2TP, TUNNEL_PPTP, TUNNEL_MODEM, TUNNEL_COUNT };

/** What a tunnel type is made of. */
struct tunnel_facts {
    const char *name;
    const char *device_name, *device_type, *media;
    bool dialled;               /**< over a telephone line: no outer address, the server can call back */
    uint32_t line_speed;        /**< bit/s */
    enum family since;          /**< the first Windows that has it */
    bool ppp;                   /**< PPP negotiates inside; otherwise IKEv2 does it all */
    uint32_t setup_ms[2];       /**< from the call to the end of authentication: least, most */
    uint32_t negotiation_ms[2]; /**< from the address to the end of negotiation: least, most */
    uint32_t lcp_options;       /**< PPP only: PPP_LCP_* besides those of encryption */
    enum cipher_place cipher_place;
    struct wishes usual; /**< what users have who ask for nothing else */
};

extern const struct tunnel_facts tunnels[TUNNEL_COUNT];

/** Whether this version of Windows has the tunnel type. */
bool tunnel_is_known(enum tunnel tunnel, const struct profile *profile);

/** What clients use that name no type: SSTP, or PPTP where there is none. */
enum tunnel tunnel_default(const struct profile *profile);

#endif
