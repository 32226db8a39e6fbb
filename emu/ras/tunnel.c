/* SPDX-License-Identifier: MIT */
#include "ras/tunnel.h"

#include "mprapi.h"

enum { EAP_MSCHAPV2 = 26, MEGABIT = 1000000 };

/* Every virtual device is alike. */
#define TUNNEL(name) .device_name = name, .device_type = "vpn", .media = "rastapi", .line_speed = 100 * MEGABIT

#define USUAL(protocol, eap_type, encryption, compression) \
    .usual = {PROTOCOL_##protocol, eap_type, ENCRYPTION_##encryption, COMPRESSION_##compression}

const struct tunnel_facts tunnels[TUNNEL_COUNT] = {
    [TUNNEL_SSTP] = {.name = "SSTP",
                     TUNNEL("WAN Miniport (SSTP)"),
                     .since = FAMILY_2008,
                     .ppp = true,
                     .setup_ms = {90, 240},
                     .negotiation_ms = {30, 90},
                     .lcp_options = PPP_LCP_PFC | PPP_LCP_ACFC,
                     .cipher_place = CIPHER_CCP,
                     USUAL(EAP, EAP_MSCHAPV2, NONE, NONE)},
    [TUNNEL_IKEV2] = {.name = "IKEv2",
                      TUNNEL("WAN Miniport (IKEv2)"),
                      .since = FAMILY_R2,
                      .ppp = false,
                      .setup_ms = {60, 180},
                      .negotiation_ms = {5, 20},
                      .cipher_place = CIPHER_IKEV2,
                      USUAL(EAP, EAP_MSCHAPV2, AES_256, NONE)},
    [TUNNEL_L2TP] = {.name = "L2TP",
                     TUNNEL("WAN Miniport (L2TP)"),
                     .since = FAMILY_2000,
                     .ppp = true,
                     .setup_ms = {110, 300},
                     .negotiation_ms = {30, 90},
                     .lcp_options = PPP_LCP_PFC | PPP_LCP_ACFC,
                     .cipher_place = CIPHER_LCP,
                     USUAL(MSCHAPV2, 0, 3DES, NONE)},
    [TUNNEL_PPTP] = {.name = "PPTP",
                     TUNNEL("WAN Miniport (PPTP)"),
                     .since = FAMILY_NT4,
                     .ppp = true,
                     .setup_ms = {70, 200},
                     .negotiation_ms = {30, 90},
                     .lcp_options = PPP_LCP_PFC | PPP_LCP_ACFC,
                     .cipher_place = CIPHER_CCP,
                     USUAL(MSCHAPV2, 0, 128, NONE)},
    [TUNNEL_MODEM] = {.name = "modem",
                      .device_name = "Standard Modem",
                      .device_type = "modem",
                      .media = "serial",
                      .dialled = true,
                      .line_speed = 33600,
                      .since = FAMILY_NT4,
                      .ppp = true,
                      .setup_ms = {12000, 25000},
                      .negotiation_ms = {300, 900},
                      .lcp_options = PPP_LCP_PFC | PPP_LCP_ACFC,
                      .cipher_place = CIPHER_CCP,
                      USUAL(MSCHAPV2, 0, NONE, MPPC)},
};

bool tunnel_is_known(enum tunnel tunnel, const struct profile *profile)
{
    return tunnels[tunnel].since <= profile->family;
}

enum tunnel tunnel_default(const struct profile *profile)
{
    return tunnel_is_known(TUNNEL_SSTP, profile) ? TUNNEL_SSTP : TUNNEL_PPTP;
}
