/* SPDX-License-Identifier: MIT */
#include "ras/tunnel.h"

#include "mprapi.h"

enum { EAP_MSCHAPV2 = 26, MEGABIT = 1000000 };

const struct tunnel_facts tunnels[TUNNEL_COUNT] = {
    [TUNNEL_SSTP] = {.name = "SSTP", .device_name = "WAN Miniport (SSTP)", .line_speed = 100 * MEGABIT,
        .since = FAMILY_2008, .ppp = true, .setup_ms = {90, 240}, .negotiation_ms = {30, 90},
        .authentication = PPP_LCP_EAP, .eap_type = EAP_MSCHAPV2,
        .lcp_options = PPP_LCP_PFC | PPP_LCP_ACFC},
    [TUNNEL_IKEV2] = {.name = "IKEv2", .device_name = "WAN Miniport (IKEv2)", .line_speed = 100 * MEGABIT,
        .since = FAMILY_R2, .ppp = false, .setup_ms = {60, 180}, .negotiation_ms = {5, 20},
        .eap_type = EAP_MSCHAPV2},
    [TUNNEL_L2TP] = {.name = "L2TP", .device_name = "WAN Miniport (L2TP)", .line_speed = 100 * MEGABIT,
        .since = FAMILY_2000, .ppp = true, .setup_ms = {110, 300}, .negotiation_ms = {30, 90},
        .authentication = PPP_LCP_CHAP, .authentication_data = PPP_LCP_CHAP_MSV2,
        .lcp_options = PPP_LCP_PFC | PPP_LCP_ACFC | PPP_LCP_3_DES},
    [TUNNEL_PPTP] = {.name = "PPTP", .device_name = "WAN Miniport (PPTP)", .line_speed = 100 * MEGABIT,
        .since = FAMILY_NT4, .ppp = true, .setup_ms = {70, 200}, .negotiation_ms = {30, 90},
        .authentication = PPP_LCP_CHAP, .authentication_data = PPP_LCP_CHAP_MSV2,
        .lcp_options = PPP_LCP_PFC | PPP_LCP_ACFC,
        .compression_algorithm = RASCCPCA_MPPC,
        .compression_options = PPP_CCP_ENCRYPTION128BIT | PPP_CCP_HISTORYLESS},
};

bool tunnel_is_known(enum tunnel tunnel, const struct profile *profile)
{
    return tunnels[tunnel].since <= profile->family;
}

enum tunnel tunnel_default(const struct profile *profile)
{
    return tunnel_is_known(TUNNEL_SSTP, profile) ? TUNNEL_SSTP : TUNNEL_PPTP;
}
