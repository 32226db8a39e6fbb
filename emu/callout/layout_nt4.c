/* SPDX-License-Identifier: MIT */
/* How the structures of Windows NT 4.0 look. */
#include "callout/layout_build.h"
#include "callout/nt4.h"

#include "rassapi.h"

static const struct member layout_nt4_port_0_members[] = {
    MEMBER(WSTRING, RAS_PORT_0, wszPortName),       MEMBER(WSTRING, RAS_PORT_0, wszDeviceType),
    MEMBER(WSTRING, RAS_PORT_0, wszDeviceName),     MEMBER(WSTRING, RAS_PORT_0, wszMediaName),
    MEMBER(NUMBER, RAS_PORT_0, reserved),           MEMBER(NUMBER, RAS_PORT_0, Flags),
    MEMBER(WSTRING, RAS_PORT_0, wszUserName),       MEMBER(WSTRING, RAS_PORT_0, wszComputer),
    MEMBER(NUMBER, RAS_PORT_0, dwStartSessionTime), MEMBER(WSTRING, RAS_PORT_0, wszLogonDomain),
    MEMBER(BOOL, RAS_PORT_0, fAdvancedServer),
};
static LAYOUT(layout_nt4_port_0, RAS_PORT_0);

static const struct member layout_nbf_members[] = {
    MEMBER(NUMBER, RAS_PPP_NBFCP_RESULT, dwError),
    MEMBER(NUMBER, RAS_PPP_NBFCP_RESULT, dwNetBiosError),
    MEMBER(BYTES, RAS_PPP_NBFCP_RESULT, szName),
    MEMBER(WSTRING, RAS_PPP_NBFCP_RESULT, wszWksta),
};
static LAYOUT(layout_nbf, RAS_PPP_NBFCP_RESULT);

static const struct member layout_ip_members[] = {
    MEMBER(NUMBER, RAS_PPP_IPCP_RESULT, dwError),
    MEMBER(WSTRING, RAS_PPP_IPCP_RESULT, wszAddress),
};
static LAYOUT(layout_ip, RAS_PPP_IPCP_RESULT);

static const struct member layout_ipx_members[] = {
    MEMBER(NUMBER, RAS_PPP_IPXCP_RESULT, dwError),
    MEMBER(WSTRING, RAS_PPP_IPXCP_RESULT, wszAddress),
};
static LAYOUT(layout_ipx, RAS_PPP_IPXCP_RESULT);

static const struct member layout_at_members[] = {
    MEMBER(NUMBER, RAS_PPP_ATCP_RESULT, dwError),
    MEMBER(WSTRING, RAS_PPP_ATCP_RESULT, wszAddress),
};
static LAYOUT(layout_at, RAS_PPP_ATCP_RESULT);

static const struct member layout_projection_members[] = {
    NESTED(RAS_PPP_PROJECTION_RESULT, nbf, layout_nbf),
    NESTED(RAS_PPP_PROJECTION_RESULT, ip, layout_ip),
    NESTED(RAS_PPP_PROJECTION_RESULT, ipx, layout_ipx),
    NESTED(RAS_PPP_PROJECTION_RESULT, at, layout_at),
};
static LAYOUT(layout_projection, RAS_PPP_PROJECTION_RESULT);

static const struct member layout_nt4_port_members[] = {
    NESTED(RAS_PORT_1, rasport0, layout_nt4_port_0), MEMBER(NUMBER, RAS_PORT_1, LineCondition),
    MEMBER(NUMBER, RAS_PORT_1, HardwareCondition),   MEMBER(NUMBER, RAS_PORT_1, LineSpeed),
    MEMBER(NUMBER, RAS_PORT_1, NumStatistics),       MEMBER(NUMBER, RAS_PORT_1, NumMediaParms),
    MEMBER(NUMBER, RAS_PORT_1, SizeMediaParms),      NESTED(RAS_PORT_1, ProjResult, layout_projection),
};
LAYOUT(layout_nt4_port, RAS_PORT_1);

#define COUNTERS(prefix)                                                                                               \
    MEMBER(NUMBER, RAS_PORT_STATISTICS, prefix##BytesXmited), MEMBER(NUMBER, RAS_PORT_STATISTICS, prefix##BytesRcved), \
        MEMBER(NUMBER, RAS_PORT_STATISTICS, prefix##FramesXmited),                                                     \
        MEMBER(NUMBER, RAS_PORT_STATISTICS, prefix##FramesRcved), MEMBER(NUMBER, RAS_PORT_STATISTICS, prefix##CrcErr), \
        MEMBER(NUMBER, RAS_PORT_STATISTICS, prefix##TimeoutErr),                                                       \
        MEMBER(NUMBER, RAS_PORT_STATISTICS, prefix##AlignmentErr),                                                     \
        MEMBER(NUMBER, RAS_PORT_STATISTICS, prefix##HardwareOverrunErr),                                               \
        MEMBER(NUMBER, RAS_PORT_STATISTICS, prefix##FramingErr),                                                       \
        MEMBER(NUMBER, RAS_PORT_STATISTICS, prefix##BufferOverrunErr),                                                 \
        MEMBER(NUMBER, RAS_PORT_STATISTICS, prefix##BytesXmitedUncompressed),                                          \
        MEMBER(NUMBER, RAS_PORT_STATISTICS, prefix##BytesRcvedUncompressed),                                           \
        MEMBER(NUMBER, RAS_PORT_STATISTICS, prefix##BytesXmitedCompressed),                                            \
        MEMBER(NUMBER, RAS_PORT_STATISTICS, prefix##BytesRcvedCompressed)

static const struct member layout_nt4_statistics_members[] = {COUNTERS(dw), COUNTERS(dwPort)};
LAYOUT(layout_nt4_statistics, RAS_PORT_STATISTICS);

static const struct member layout_nt4_parameters_members[] = {
    MEMBER(BYTES, RAS_PARAMETERS, P_Key),
    MEMBER(NUMBER, RAS_PARAMETERS, P_Type),
    MEMBER(NUMBER, RAS_PARAMETERS, P_Attributes),
    {"P_Value", MEMBER_NUMBER, offsetof(RAS_PARAMETERS, P_Value), sizeof(DWORD), NULL, 0}, /* a number, or a length */
};
LAYOUT(layout_nt4_parameters, RAS_PARAMETERS);

const uint16_t *nt4_user_name(const struct nt4_port *port)
{
    return (const uint16_t *)((const char *)port + offsetof(RAS_PORT_1, rasport0.wszUserName));
}

void nt4_parameters_place(struct nt4_parameters *parameters, bool gone)
{
    for (size_t i = 0; i < NT4_PARAMETERS_MOST; i++) {
        RAS_PARAMETERS *parameter = (RAS_PARAMETERS *)parameters->words[i];
        uintptr_t at = (uintptr_t)parameter->P_Value.String.Data, base = (uintptr_t)parameters;
        if (parameter->P_Type == ParamString)
            parameter->P_Value.String.Data = (PCHAR)(gone ? at - base : at + base);
    }
}
