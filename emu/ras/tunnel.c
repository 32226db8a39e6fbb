/* SPDX-License-Identifier: MIT */
#include "ras/tunnel.h"

#include "mprapi.h"

enum { EAP_MSCHAPV2 = 26, MEGABIT = 1000000 };

/* Every virtual device is alike (events.md). */
#define TUNNEL(name) \
    .device_name = name, .device_type = "vpn", .media = "rastapi", .line_speed = 100 * MEGABIT

const struct tunnel_facts tunnels[TUNNEL_COUNT] = {
    [TUNNEL_SSTP] = {.name = "SSTP", TUNNEL("WAN Miniport (SSTP)"),
        .since = FAMILY_2008, .ppp = true, .setup_ms = {90, 240}, .negotiation_ms = {30, 90},
        .authentication = PPP_LCP_EAP, .eap_type = EAP_MSCHAPV2,
        .lcp_options = PPP_LCP_PFC | PPP_LCP_ACFC},
    [TUNNEL_IKEV2] = {.name = "IKEv2", TUNNEL("WAN Miniport (IKEv2)"),
        .since = FAMILY_R2, .ppp = false, .setup_ms = {60, 180}, .negotiation_ms = {5, 20},
        .eap_type = EAP_MSCHAPV2},
    [TUNNEL_L2TP] = {.name = "L2TP", TUNNEL("WAN Miniport (L2TP)"),
        .since = FAMILY_2000, .ppp = true, .setup_ms = {110, 300}, .negotiation_ms = {30, 90},
        .authentication = PPP_LCP_CHAP, .authentication_data = PPP_LCP_CHAP_MSV2,
        .lcp_options = PPP_LCP_PFC | PPP_LCP_ACFC | PPP_LCP_3_DES},
    [TUNNEL_PPTP] = {.name = "PPTP", TUNNEL("WAN Miniport (PPTP)"),
        .since = FAMILY_NT4, .ppp = true, .setup_ms = {70, 200}, .negotiation_ms = {30, 90},
        .authentication = PPP_LCP_CHAP, .authentication_data = PPP_LCP_CHAP_MSV2,
        .lcp_options = PPP_LCP_PFC | PPP_LCP_ACFC,
        .compression_algorithm = RASCCPCA_MPPC,
        .compression_options = PPP_CCP_ENCRYPTION128BIT | PPP_CCP_HISTORYLESS},
    [TUNNEL_MODEM] = {.name = "modem", .device_name = "Standard Modem", .device_type = "modem",
        .media = "serial", .dialled = true, .line_speed = 33600,
        .since = FAMILY_NT4, .ppp = true, .setup_ms = {12000, 25000}, .negotiation_ms = {300, 900},
        .authentication = PPP_LCP_CHAP, .authentication_data = PPP_LCP_CHAP_MSV2,
        .lcp_options = PPP_LCP_PFC | PPP_LCP_ACFC,
        .compression_algorithm = RASCCPCA_MPPC,
        .compression_options = PPP_CCP_COMPRESSION},
};

bool tunnel_is_known(enum tunnel tunnel, const struct profile *profile)
{
    return tunnels[tunnel].since <= profile->family;
}

enum tunnel tunnel_default(const struct profile *profile)
{
    return tunnel_is_known(TUNNEL_SSTP, profile) ? TUNNEL_SSTP : TUNNEL_PPTP;
}
