/* SPDX-License-Identifier: MIT */
#include "callout/layout_build.h"

#include "mprapi.h"

/* The run of twelve counters that several structures hold */
#define STATISTICS(structure)                                                                       \
    MEMBER(NUMBER, structure, dwBytesXmited), MEMBER(NUMBER, structure, dwBytesRcved),              \
        MEMBER(NUMBER, structure, dwFramesXmited), MEMBER(NUMBER, structure, dwFramesRcved),        \
        MEMBER(NUMBER, structure, dwCrcErr), MEMBER(NUMBER, structure, dwTimeoutErr),               \
        MEMBER(NUMBER, structure, dwAlignmentErr), MEMBER(NUMBER, structure, dwHardwareOverrunErr), \
        MEMBER(NUMBER, structure, dwFramingErr), MEMBER(NUMBER, structure, dwBufferOverrunErr),     \
        MEMBER(NUMBER, structure, dwCompressionRatioIn), MEMBER(NUMBER, structure, dwCompressionRatioOut)

static const struct member layout_header_members[] = {
    MEMBER(NUMBER, MPRAPI_OBJECT_HEADER, revision),
    MEMBER(NUMBER, MPRAPI_OBJECT_HEADER, type),
    MEMBER(NUMBER, MPRAPI_OBJECT_HEADER, size),
};
static LAYOUT(layout_header, MPRAPI_OBJECT_HEADER);

static const struct member layout_nbf_members[] = {
    MEMBER(NUMBER, PPP_NBFCP_INFO, dwError),
    MEMBER(WSTRING, PPP_NBFCP_INFO, wszWksta),
};
static LAYOUT(layout_nbf, PPP_NBFCP_INFO);

static const struct member layout_ip_members[] = {
    MEMBER(NUMBER, PPP_IPCP_INFO, dwError),
    MEMBER(WSTRING, PPP_IPCP_INFO, wszAddress),
    MEMBER(WSTRING, PPP_IPCP_INFO, wszRemoteAddress),
};
static LAYOUT(layout_ip, PPP_IPCP_INFO);

static const struct member layout_ip2_members[] = {
    MEMBER(NUMBER, PPP_IPCP_INFO2, dwError),           MEMBER(WSTRING, PPP_IPCP_INFO2, wszAddress),
    MEMBER(WSTRING, PPP_IPCP_INFO2, wszRemoteAddress), MEMBER(NUMBER, PPP_IPCP_INFO2, dwOptions),
    MEMBER(NUMBER, PPP_IPCP_INFO2, dwRemoteOptions),
};
static LAYOUT(layout_ip2, PPP_IPCP_INFO2);

static const struct member layout_ipx_members[] = {
    MEMBER(NUMBER, PPP_IPXCP_INFO, dwError),
    MEMBER(WSTRING, PPP_IPXCP_INFO, wszAddress),
};
static LAYOUT(layout_ipx, PPP_IPXCP_INFO);

static const struct member layout_at_members[] = {
    MEMBER(NUMBER, PPP_ATCP_INFO, dwError),
    MEMBER(WSTRING, PPP_ATCP_INFO, wszAddress),
};
static LAYOUT(layout_at, PPP_ATCP_INFO);

static const struct member layout_ipv6_members[] = {
    MEMBER(NUMBER, PPP_IPV6_CP_INFO, dwVersion),
    MEMBER(NUMBER, PPP_IPV6_CP_INFO, dwSize),
    MEMBER(NUMBER, PPP_IPV6_CP_INFO, dwError),
    MEMBER(BYTES, PPP_IPV6_CP_INFO, bInterfaceIdentifier),
    MEMBER(BYTES, PPP_IPV6_CP_INFO, bRemoteInterfaceIdentifier),
    MEMBER(NUMBER, PPP_IPV6_CP_INFO, dwOptions),
    MEMBER(NUMBER, PPP_IPV6_CP_INFO, dwRemoteOptions),
    MEMBER(BYTES, PPP_IPV6_CP_INFO, bPrefix),
    MEMBER(NUMBER, PPP_IPV6_CP_INFO, dwPrefixLength),
};
static LAYOUT(layout_ipv6, PPP_IPV6_CP_INFO);

static const struct member layout_ccp_members[] = {
    MEMBER(NUMBER, PPP_CCP_INFO, dwError),         MEMBER(NUMBER, PPP_CCP_INFO, dwCompressionAlgorithm),
    MEMBER(NUMBER, PPP_CCP_INFO, dwOptions),       MEMBER(NUMBER, PPP_CCP_INFO, dwRemoteCompressionAlgorithm),
    MEMBER(NUMBER, PPP_CCP_INFO, dwRemoteOptions),
};
static LAYOUT(layout_ccp, PPP_CCP_INFO);

static const struct member layout_lcp_members[] = {
    MEMBER(NUMBER, PPP_LCP_INFO, dwError),
    MEMBER(NUMBER, PPP_LCP_INFO, dwAuthenticationProtocol),
    MEMBER(NUMBER, PPP_LCP_INFO, dwAuthenticationData),
    MEMBER(NUMBER, PPP_LCP_INFO, dwRemoteAuthenticationProtocol),
    MEMBER(NUMBER, PPP_LCP_INFO, dwRemoteAuthenticationData),
    MEMBER(NUMBER, PPP_LCP_INFO, dwTerminateReason),
    MEMBER(NUMBER, PPP_LCP_INFO, dwRemoteTerminateReason),
    MEMBER(NUMBER, PPP_LCP_INFO, dwOptions),
    MEMBER(NUMBER, PPP_LCP_INFO, dwRemoteOptions),
    MEMBER(NUMBER, PPP_LCP_INFO, dwEapTypeId),
    MEMBER(NUMBER, PPP_LCP_INFO, dwRemoteEapTypeId),
};
static LAYOUT(layout_lcp, PPP_LCP_INFO);

static const struct member layout_ppp_members[] = {
    NESTED(PPP_INFO, nbf, layout_nbf),
    NESTED(PPP_INFO, ip, layout_ip),
    NESTED(PPP_INFO, ipx, layout_ipx),
    NESTED(PPP_INFO, at, layout_at),
};
static LAYOUT(layout_ppp, PPP_INFO);

static const struct member layout_ppp2_members[] = {
    NESTED(PPP_INFO_2, nbf, layout_nbf), NESTED(PPP_INFO_2, ip, layout_ip2),  NESTED(PPP_INFO_2, ipx, layout_ipx),
    NESTED(PPP_INFO_2, at, layout_at),   NESTED(PPP_INFO_2, ccp, layout_ccp), NESTED(PPP_INFO_2, lcp, layout_lcp),
};
static LAYOUT(layout_ppp2, PPP_INFO_2);

static const struct member layout_ppp3_members[] = {
    NESTED(PPP_INFO_3, nbf, layout_nbf), NESTED(PPP_INFO_3, ip, layout_ip2),  NESTED(PPP_INFO_3, ipv6, layout_ipv6),
    NESTED(PPP_INFO_3, ccp, layout_ccp), NESTED(PPP_INFO_3, lcp, layout_lcp),
};
static LAYOUT(layout_ppp3, PPP_INFO_3);

static const struct member layout_connection_0_members[] = {
    MEMBER(HANDLE, RAS_CONNECTION_0, hConnection),        MEMBER(HANDLE, RAS_CONNECTION_0, hInterface),
    MEMBER(NUMBER, RAS_CONNECTION_0, dwConnectDuration),  MEMBER(NUMBER, RAS_CONNECTION_0, dwInterfaceType),
    MEMBER(NUMBER, RAS_CONNECTION_0, dwConnectionFlags),  MEMBER(WSTRING, RAS_CONNECTION_0, wszInterfaceName),
    MEMBER(WSTRING, RAS_CONNECTION_0, wszUserName),       MEMBER(WSTRING, RAS_CONNECTION_0, wszLogonDomain),
    MEMBER(WSTRING, RAS_CONNECTION_0, wszRemoteComputer),
};
LAYOUT(layout_connection_0, RAS_CONNECTION_0);

static const struct member layout_connection_1_members[] = {
    MEMBER(HANDLE, RAS_CONNECTION_1, hConnection),
    MEMBER(HANDLE, RAS_CONNECTION_1, hInterface),
    NESTED(RAS_CONNECTION_1, PppInfo, layout_ppp),
    STATISTICS(RAS_CONNECTION_1),
};
LAYOUT(layout_connection_1, RAS_CONNECTION_1);

static const struct member layout_connection_2_members[] = {
    MEMBER(HANDLE, RAS_CONNECTION_2, hConnection),     MEMBER(WSTRING, RAS_CONNECTION_2, wszUserName),
    MEMBER(NUMBER, RAS_CONNECTION_2, dwInterfaceType), MEMBER(GUID, RAS_CONNECTION_2, guid),
    NESTED(RAS_CONNECTION_2, PppInfo2, layout_ppp2),
};
LAYOUT(layout_connection_2, RAS_CONNECTION_2);

static const struct member layout_connection_3_members[] = {
    MEMBER(NUMBER, RAS_CONNECTION_3, dwVersion),       MEMBER(NUMBER, RAS_CONNECTION_3, dwSize),
    MEMBER(HANDLE, RAS_CONNECTION_3, hConnection),     MEMBER(WSTRING, RAS_CONNECTION_3, wszUserName),
    MEMBER(NUMBER, RAS_CONNECTION_3, dwInterfaceType), MEMBER(GUID, RAS_CONNECTION_3, guid),
    NESTED(RAS_CONNECTION_3, PppInfo3, layout_ppp3),   MEMBER(NUMBER, RAS_CONNECTION_3, rasQuarState),
    MEMBER(FILETIME, RAS_CONNECTION_3, timer),
};
LAYOUT(layout_connection_3, RAS_CONNECTION_3);

static const struct member layout_ppp_projection_members[] = {
    MEMBER(NUMBER, PPP_PROJECTION_INFO, dwIPv4NegotiationError),
    MEMBER(WSTRING, PPP_PROJECTION_INFO, wszAddress),
    MEMBER(WSTRING, PPP_PROJECTION_INFO, wszRemoteAddress),
    MEMBER(NUMBER, PPP_PROJECTION_INFO, dwIPv4Options),
    MEMBER(NUMBER, PPP_PROJECTION_INFO, dwIPv4RemoteOptions),
    MEMBER(NUMBER, PPP_PROJECTION_INFO, IPv4SubInterfaceIndex),
    MEMBER(NUMBER, PPP_PROJECTION_INFO, dwIPv6NegotiationError),
    MEMBER(BYTES, PPP_PROJECTION_INFO, bInterfaceIdentifier),
    MEMBER(BYTES, PPP_PROJECTION_INFO, bRemoteInterfaceIdentifier),
    MEMBER(BYTES, PPP_PROJECTION_INFO, bPrefix),
    MEMBER(NUMBER, PPP_PROJECTION_INFO, dwPrefixLength),
    MEMBER(NUMBER, PPP_PROJECTION_INFO, IPv6SubInterfaceIndex),
    MEMBER(NUMBER, PPP_PROJECTION_INFO, dwLcpError),
    MEMBER(NUMBER, PPP_PROJECTION_INFO, dwAuthenticationProtocol),
    MEMBER(NUMBER, PPP_PROJECTION_INFO, dwAuthenticationData),
    MEMBER(NUMBER, PPP_PROJECTION_INFO, dwRemoteAuthenticationProtocol),
    MEMBER(NUMBER, PPP_PROJECTION_INFO, dwRemoteAuthenticationData),
    MEMBER(NUMBER, PPP_PROJECTION_INFO, dwLcpTerminateReason),
    MEMBER(NUMBER, PPP_PROJECTION_INFO, dwLcpRemoteTerminateReason),
    MEMBER(NUMBER, PPP_PROJECTION_INFO, dwLcpOptions),
    MEMBER(NUMBER, PPP_PROJECTION_INFO, dwLcpRemoteOptions),
    MEMBER(NUMBER, PPP_PROJECTION_INFO, dwEapTypeId),
    MEMBER(NUMBER, PPP_PROJECTION_INFO, dwRemoteEapTypeId),
    MEMBER(NUMBER, PPP_PROJECTION_INFO, dwCcpError),
    MEMBER(NUMBER, PPP_PROJECTION_INFO, dwCompressionAlgorithm),
    MEMBER(NUMBER, PPP_PROJECTION_INFO, dwCcpOptions),
    MEMBER(NUMBER, PPP_PROJECTION_INFO, dwRemoteCompressionAlgorithm),
    MEMBER(NUMBER, PPP_PROJECTION_INFO, dwCcpRemoteOptions),
};
static LAYOUT(layout_ppp_projection, PPP_PROJECTION_INFO);

static const struct member layout_ikev2_projection_members[] = {
    MEMBER(NUMBER, IKEV2_PROJECTION_INFO, dwIPv4NegotiationError),
    MEMBER(WSTRING, IKEV2_PROJECTION_INFO, wszAddress),
    MEMBER(WSTRING, IKEV2_PROJECTION_INFO, wszRemoteAddress),
    MEMBER(NUMBER, IKEV2_PROJECTION_INFO, IPv4SubInterfaceIndex),
    MEMBER(NUMBER, IKEV2_PROJECTION_INFO, dwIPv6NegotiationError),
    MEMBER(BYTES, IKEV2_PROJECTION_INFO, bInterfaceIdentifier),
    MEMBER(BYTES, IKEV2_PROJECTION_INFO, bRemoteInterfaceIdentifier),
    MEMBER(BYTES, IKEV2_PROJECTION_INFO, bPrefix),
    MEMBER(NUMBER, IKEV2_PROJECTION_INFO, dwPrefixLength),
    MEMBER(NUMBER, IKEV2_PROJECTION_INFO, IPv6SubInterfaceIndex),
    MEMBER(NUMBER, IKEV2_PROJECTION_INFO, dwOptions),
    MEMBER(NUMBER, IKEV2_PROJECTION_INFO, dwAuthenticationProtocol),
    MEMBER(NUMBER, IKEV2_PROJECTION_INFO, dwEapTypeId),
    MEMBER(NUMBER, IKEV2_PROJECTION_INFO, dwCompressionAlgorithm),
    MEMBER(NUMBER, IKEV2_PROJECTION_INFO, dwEncryptionMethod),
};
static LAYOUT(layout_ikev2_projection, IKEV2_PROJECTION_INFO);

static const struct member layout_projection_members[] = {
    MEMBER(NUMBER, PROJECTION_INFO, projectionInfoType),
    VARIANT(PROJECTION_INFO, PppProjectionInfo, layout_ppp_projection, MPRAPI_PPP_PROJECTION_INFO_TYPE),
    VARIANT(PROJECTION_INFO, Ikev2ProjectionInfo, layout_ikev2_projection, MPRAPI_IKEV2_PROJECTION_INFO_TYPE),
};
static LAYOUT(layout_projection, PROJECTION_INFO);

static const struct member layout_connection_ex_members[] = {
    NESTED(RAS_CONNECTION_EX, Header, layout_header),
    MEMBER(NUMBER, RAS_CONNECTION_EX, dwConnectDuration),
    MEMBER(NUMBER, RAS_CONNECTION_EX, dwInterfaceType),
    MEMBER(NUMBER, RAS_CONNECTION_EX, dwConnectionFlags),
    MEMBER(WSTRING, RAS_CONNECTION_EX, wszInterfaceName),
    MEMBER(WSTRING, RAS_CONNECTION_EX, wszUserName),
    MEMBER(WSTRING, RAS_CONNECTION_EX, wszLogonDomain),
    MEMBER(WSTRING, RAS_CONNECTION_EX, wszRemoteComputer),
    MEMBER(GUID, RAS_CONNECTION_EX, guid),
    MEMBER(NUMBER, RAS_CONNECTION_EX, rasQuarState),
    MEMBER(FILETIME, RAS_CONNECTION_EX, probationTime),
    STATISTICS(RAS_CONNECTION_EX),
    MEMBER(NUMBER, RAS_CONNECTION_EX, dwNumSwitchOvers),
    MEMBER(WSTRING, RAS_CONNECTION_EX, wszRemoteEndpointAddress),
    MEMBER(WSTRING, RAS_CONNECTION_EX, wszLocalEndpointAddress),
    NESTED(RAS_CONNECTION_EX, ProjectionInfo, layout_projection),
    MEMBER(HANDLE, RAS_CONNECTION_EX, hConnection),
    MEMBER(HANDLE, RAS_CONNECTION_EX, hInterface),
};
LAYOUT(layout_connection_ex, RAS_CONNECTION_EX);

static const struct member layout_port_0_members[] = {
    MEMBER(HANDLE, RAS_PORT_0, hPort),
    MEMBER(HANDLE, RAS_PORT_0, hConnection),
    MEMBER(NUMBER, RAS_PORT_0, dwPortCondition),
    MEMBER(NUMBER, RAS_PORT_0, dwTotalNumberOfCalls),
    MEMBER(NUMBER, RAS_PORT_0, dwConnectDuration),
    MEMBER(WSTRING, RAS_PORT_0, wszPortName),
    MEMBER(WSTRING, RAS_PORT_0, wszMediaName),
    MEMBER(WSTRING, RAS_PORT_0, wszDeviceName),
    MEMBER(WSTRING, RAS_PORT_0, wszDeviceType),
};
LAYOUT(layout_port_0, RAS_PORT_0);

static const struct member layout_port_1_members[] = {
    MEMBER(HANDLE, RAS_PORT_1, hPort),
    MEMBER(HANDLE, RAS_PORT_1, hConnection),
    MEMBER(NUMBER, RAS_PORT_1, dwHardwareCondition),
    MEMBER(NUMBER, RAS_PORT_1, dwLineSpeed),
    STATISTICS(RAS_PORT_1),
};
LAYOUT(layout_port_1, RAS_PORT_1);

static const struct member layout_callbacks_members[] = {
    MEMBER(NUMBER, MPRAPI_ADMIN_DLL_CALLBACKS, revision),
    MEMBER(FUNCTION, MPRAPI_ADMIN_DLL_CALLBACKS, lpfnMprAdminGetIpAddressForUser),
    MEMBER(FUNCTION, MPRAPI_ADMIN_DLL_CALLBACKS, lpfnMprAdminReleaseIpAddress),
    MEMBER(FUNCTION, MPRAPI_ADMIN_DLL_CALLBACKS, lpfnMprAdminGetIpv6AddressForUser),
    MEMBER(FUNCTION, MPRAPI_ADMIN_DLL_CALLBACKS, lpfnMprAdminReleaseIpV6AddressForUser),
    MEMBER(FUNCTION, MPRAPI_ADMIN_DLL_CALLBACKS, lpfnRasAdminAcceptNewLink),
    MEMBER(FUNCTION, MPRAPI_ADMIN_DLL_CALLBACKS, lpfnRasAdminLinkHangupNotification),
    MEMBER(FUNCTION, MPRAPI_ADMIN_DLL_CALLBACKS, lpfnRasAdminTerminateDll),
    MEMBER(FUNCTION, MPRAPI_ADMIN_DLL_CALLBACKS, lpfnRasAdminAcceptNewConnectionEx),
    MEMBER(FUNCTION, MPRAPI_ADMIN_DLL_CALLBACKS, lpfnRasAdminAcceptEndpointChangeEx),
    MEMBER(FUNCTION, MPRAPI_ADMIN_DLL_CALLBACKS, lpfnRasAdminAcceptReauthenticationEx),
    MEMBER(FUNCTION, MPRAPI_ADMIN_DLL_CALLBACKS, lpfnRasAdminConnectionHangupNotificationEx),
    MEMBER(FUNCTION, MPRAPI_ADMIN_DLL_CALLBACKS, lpfnRASValidatePreAuthenticatedConnectionEx),
};
LAYOUT(layout_callbacks, MPRAPI_ADMIN_DLL_CALLBACKS);

static const struct member layout_authentication_members[] = {
    NESTED(AUTH_VALIDATION_EX, Header, layout_header), MEMBER(HANDLE, AUTH_VALIDATION_EX, hRasConnection),
    MEMBER(WSTRING, AUTH_VALIDATION_EX, wszUserName),  MEMBER(WSTRING, AUTH_VALIDATION_EX, wszLogonDomain),
    MEMBER(NUMBER, AUTH_VALIDATION_EX, AuthInfoSize),  MEMBER(COUNTED, AUTH_VALIDATION_EX, AuthInfo),
};
LAYOUT(layout_authentication, AUTH_VALIDATION_EX);
