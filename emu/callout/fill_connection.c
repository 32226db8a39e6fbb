/* SPDX-License-Identifier: MIT */
/* The structures of a connection, in each of their generations. */
#include "callout/fill.h"

#include "core/calendar.h"

#include "mprapi.h"
#include "mprerror.h"
#include "raserror.h"

#include <string.h>

/* RAS_FLAGS_IKEV2_CONNECTION needs no header to agree on it (Q24) */
enum { FLAG_PPP = 0x1, FLAG_IKEV2 = 0x10 };

uint32_t fill_unconfigured(const struct fill_source *from)
{
    return from->tunnel->ppp ? ERROR_PROTOCOL_NOT_CONFIGURED : ERROR_PPP_NO_PROTOCOLS_CONFIGURED;
}

uint32_t fill_family_error(const struct fill_source *from, const struct lease *lease)
{
    return lease->given ? NO_ERROR : fill_unconfigured(from);
}

static DWORD connection_flags(const struct fill_source *from)
{
    const struct connection *connection = from->connection;
    bool set = from->tunnel->ppp ? POLICY_IS(from->server, PPP_FLAG, SET) : POLICY_IS(from->server, IKEV2_FLAG, SET);
    DWORD kind = from->tunnel->ppp ? FLAG_PPP : FLAG_IKEV2;
    return (set ? kind : 0) | /* Q24, Q27 */
           (connection->dial.user->messenger ? RAS_FLAGS_MESSENGER_PRESENT : 0) |
           (connection->filtered ? RAS_FLAGS_QUARANTINE_PRESENT : 0) | (connection->dormant ? RAS_FLAGS_DORMANT : 0);
}

static void fill_guid(GUID *guid, const struct fill_source *from)
{
    memcpy(guid, from->connection->guid, sizeof *guid);
}

/* Q25: the instant by which the client must be healthy; zero unless on probation */
static void fill_deadline(FILETIME *time, const struct fill_source *from)
{
    if (!from->connection->probation_ns)
        return;
    uint64_t deadline = calendar_filetime(from->server->options.start, from->connection->probation_ns);
    if (POLICY_IS(from->server, PROBATION_TIME, DURATION))
        deadline = (from->connection->probation_ns - from->server->now_ns) / 100;
    time->dwLowDateTime = (DWORD)deadline;
    time->dwHighDateTime = (DWORD)(deadline >> 32);
}

/* Q26: whether local, the plain name, is the server, in structures of PPP or in projections */
static bool server_view(const struct fill_source *from, bool projection)
{
    return POLICY_IS(from->server, ADDRESS_VIEW, SERVER) ||
           (POLICY_IS(from->server, ADDRESS_VIEW, BY_PAGE) && !projection);
}

static uint32_t side_ipv4(const struct fill_source *from, bool is_server)
{
    return is_server ? from->server->pool.first : from->connection->ipv4;
}

static void fill_side_id(BYTE id[8], const struct fill_source *from, bool is_server)
{
    static const BYTE server_id[8] = {0, 0, 0, 0, 0, 0, 0, 1};
    memcpy(id, is_server ? server_id : from->connection->ipv6_id, 8);
}

/* For IPCP, IPCP2 and projections, which name these members alike */
#define FILL_IPV4(structure, from, projection)                                          \
    do {                                                                                \
        bool server_first = server_view(from, projection);                              \
        if ((from)->connection->lease4.given) {                                         \
            FILL_DOTTED((structure)->wszAddress, side_ipv4(from, server_first));        \
            FILL_DOTTED((structure)->wszRemoteAddress, side_ipv4(from, !server_first)); \
        }                                                                               \
    } while (0)

#define FILL_IPV6(structure, from, projection)                                          \
    do {                                                                                \
        bool server_first = server_view(from, projection);                              \
        if ((from)->connection->lease6.given) {                                         \
            fill_side_id((structure)->bInterfaceIdentifier, from, server_first);        \
            fill_side_id((structure)->bRemoteInterfaceIdentifier, from, !server_first); \
            memcpy((structure)->bPrefix, (from)->server->options.ipv6_prefix.bytes, 8); \
            (structure)->dwPrefixLength = (from)->server->options.ipv6_prefix.length;   \
        }                                                                               \
    } while (0)

static void fill_ip2(PPP_IPCP_INFO2 *ip, const struct fill_source *from)
{
    ip->dwError = fill_family_error(from, &from->connection->lease4);
    FILL_IPV4(ip, from, false);
    if (from->connection->lease4.given && from->connection->dial.user->vj)
        ip->dwOptions = ip->dwRemoteOptions = PPP_IPCP_VJ;
}

static void fill_ccp(PPP_CCP_INFO *ccp, const struct fill_source *from)
{
    if (!from->tunnel->ppp)
        return; /* Q39 */
    const struct terms terms = connection_terms(from->connection);
    ccp->dwError = terms.compression_algorithm ? NO_ERROR : ERROR_PROTOCOL_NOT_CONFIGURED;
    ccp->dwCompressionAlgorithm = ccp->dwRemoteCompressionAlgorithm = terms.compression_algorithm;
    ccp->dwOptions = ccp->dwRemoteOptions = terms.compression_options;
}

static void fill_lcp(PPP_LCP_INFO *lcp, const struct fill_source *from)
{
    if (!from->tunnel->ppp)
        return; /* Q39 */
    const struct terms terms = connection_terms(from->connection);
    lcp->dwOptions = lcp->dwRemoteOptions = from->tunnel->lcp_options | terms.lcp_options;
    if (from->connection->preauthenticated)
        return; /* nobody was authenticated (C3.2a) */
    /* only the client, the remote side of a dial-in connection, was */
    lcp->dwRemoteAuthenticationProtocol = terms.authentication;
    lcp->dwRemoteAuthenticationData = terms.authentication_data;
    lcp->dwRemoteEapTypeId = terms.eap_type;
}

/* Q39: the members that IKEv2 has no use for */
static bool has_ppp_info(const struct fill_source *from)
{
    return from->tunnel->ppp || POLICY_IS(from->server, IKEV2_PPP_INFO, ADDRESS);
}

/* Protocols that only PPP of NT 4.0 to Server 2003 negotiates; NULL: the client has none */
static uint32_t legacy_error(const struct fill_source *from, const char *address)
{
    return fill_legacy(from, address) ? NO_ERROR : fill_unconfigured(from);
}

#define FILL_LEGACY(info, from)                                                 \
    do {                                                                        \
        const struct user *user = (from)->connection->dial.user;                \
        (info)->nbf.dwError = legacy_error(from, user->netbios);                \
        (info)->ipx.dwError = legacy_error(from, user->ipx);                    \
        (info)->at.dwError = legacy_error(from, user->appletalk);               \
        FILL_STRING((info)->nbf.wszWksta, fill_legacy(from, user->netbios));    \
        FILL_STRING((info)->ipx.wszAddress, fill_legacy(from, user->ipx));      \
        FILL_STRING((info)->at.wszAddress, fill_legacy(from, user->appletalk)); \
    } while (0)

/* Q42 */
static void fill_interface_name(WCHAR *array, size_t capacity, const struct fill_source *from)
{
    char port[PORT_NAME_SIZE];
    port_name(from->connection->first_port, port);
    bool by_port = POLICY_IS(from->server, INTERFACE_NAME, PORT);
    utf16_store((uint16_t *)array, capacity, by_port ? port : from->connection->dial.user->name);
}

/* Q34, Q42 */
static ROUTER_INTERFACE_TYPE interface_type(const struct fill_source *from)
{
    return (ROUTER_INTERFACE_TYPE)from->connection->dial.user->interface_type;
}

void fill_connection_0(void *place, const struct fill_source *from)
{
    RAS_CONNECTION_0 *c = place;
    const struct user *user = from->connection->dial.user;
    c->hConnection = fill_handle(connection_handle(from->connection));
    c->hInterface = fill_handle(connection_interface_handle(from->connection));
    c->dwConnectDuration = fill_seconds(from, from->connection->since_ns);
    c->dwInterfaceType = interface_type(from);
    c->dwConnectionFlags = connection_flags(from);
    fill_interface_name(c->wszInterfaceName, sizeof c->wszInterfaceName / sizeof(WCHAR), from);
    FILL_NAME(c->wszUserName, user->wide.name); /* Q38 */
    FILL_NAME(c->wszLogonDomain, user->wide.domain);
    FILL_NAME(c->wszRemoteComputer, user->wide.computer);
}

void fill_connection_1(void *place, const struct fill_source *from)
{
    RAS_CONNECTION_1 *c = place;
    c->hConnection = fill_handle(connection_handle(from->connection));
    c->hInterface = fill_handle(connection_interface_handle(from->connection));
    if (has_ppp_info(from)) {
        c->PppInfo.ip.dwError = fill_family_error(from, &from->connection->lease4);
        FILL_IPV4(&c->PppInfo.ip, from, false);
        FILL_LEGACY(&c->PppInfo, from);
    }
    FILL_STATISTICS(c, from, &from->connection->counters);
}

void fill_connection_2(void *place, const struct fill_source *from)
{
    RAS_CONNECTION_2 *c = place;
    c->hConnection = fill_handle(connection_handle(from->connection));
    FILL_NAME(c->wszUserName, from->connection->dial.user->wide.name);
    c->dwInterfaceType = interface_type(from);
    fill_guid(&c->guid, from);
    if (has_ppp_info(from)) {
        fill_ip2(&c->PppInfo2.ip, from);
        FILL_LEGACY(&c->PppInfo2, from);
    }
    fill_ccp(&c->PppInfo2.ccp, from);
    fill_lcp(&c->PppInfo2.lcp, from);
}

void fill_connection_3(void *place, const struct fill_source *from)
{
    RAS_CONNECTION_3 *c = place;
    bool sized = POLICY_IS(from->server, SIZE_FIELDS, SIZE);
    c->dwSize = sized ? sizeof *c : 0; /* F.size, Q23 */
    c->hConnection = fill_handle(connection_handle(from->connection));
    FILL_NAME(c->wszUserName, from->connection->dial.user->wide.name);
    c->dwInterfaceType = interface_type(from);
    fill_guid(&c->guid, from);
    c->PppInfo3.ipv6.dwSize = sized ? sizeof c->PppInfo3.ipv6 : 0;
    if (has_ppp_info(from)) {
        c->PppInfo3.nbf.dwError = fill_unconfigured(from);
        fill_ip2(&c->PppInfo3.ip, from);
        c->PppInfo3.ipv6.dwError = fill_family_error(from, &from->connection->lease6);
        FILL_IPV6(&c->PppInfo3.ipv6, from, false);
    }
    fill_ccp(&c->PppInfo3.ccp, from);
    fill_lcp(&c->PppInfo3.lcp, from);
    c->rasQuarState = (RAS_QUARANTINE_STATE)from->connection->quarantine;
    fill_deadline(&c->timer, from);
}

static void fill_ppp_projection(PPP_PROJECTION_INFO *p, const struct fill_source *from)
{
    PPP_CCP_INFO ccp = {0};
    PPP_LCP_INFO lcp = {0};
    fill_ccp(&ccp, from);
    fill_lcp(&lcp, from);
    p->dwIPv4NegotiationError = fill_family_error(from, &from->connection->lease4);
    FILL_IPV4(p, from, true);
    if (from->connection->lease4.given && from->connection->dial.user->vj)
        p->dwIPv4Options = p->dwIPv4RemoteOptions = PPP_IPCP_VJ;
    p->dwIPv6NegotiationError = fill_family_error(from, &from->connection->lease6);
    FILL_IPV6(p, from, true);
    p->IPv4SubInterfaceIndex = p->IPv6SubInterfaceIndex = from->connection->number;
    p->dwRemoteAuthenticationProtocol = lcp.dwRemoteAuthenticationProtocol;
    p->dwRemoteAuthenticationData = lcp.dwRemoteAuthenticationData;
    p->dwLcpOptions = lcp.dwOptions;
    p->dwLcpRemoteOptions = lcp.dwRemoteOptions;
    p->dwRemoteEapTypeId = lcp.dwRemoteEapTypeId;
    p->dwCcpError = ccp.dwError;
    p->dwCompressionAlgorithm = ccp.dwCompressionAlgorithm;
    p->dwCcpOptions = ccp.dwOptions;
    p->dwRemoteCompressionAlgorithm = ccp.dwRemoteCompressionAlgorithm;
    p->dwCcpRemoteOptions = ccp.dwRemoteOptions;
}

static void fill_ikev2_projection(IKEV2_PROJECTION_INFO *p, const struct fill_source *from)
{
    const struct terms terms = connection_terms(from->connection);
    p->dwIPv4NegotiationError = fill_family_error(from, &from->connection->lease4);
    FILL_IPV4(p, from, true);
    p->dwIPv6NegotiationError = fill_family_error(from, &from->connection->lease6);
    FILL_IPV6(p, from, true);
    p->IPv4SubInterfaceIndex = p->IPv6SubInterfaceIndex = from->connection->number;
    p->dwAuthenticationProtocol = terms.ikev2_authentication;
    p->dwEapTypeId = terms.eap_type;
    p->dwEncryptionMethod = terms.ikev2_encryption;
}

void fill_connection_ex(void *place, const struct fill_source *from)
{
    RAS_CONNECTION_EX *c = place;
    RAS_CONNECTION_0 same = {0};
    fill_connection_0(&same, from);
    c->Header = (MPRAPI_OBJECT_HEADER){MPRAPI_RAS_CONNECTION_OBJECT_REVISION_1,
                                       MPRAPI_OBJECT_TYPE_RAS_CONNECTION_OBJECT, sizeof *c};
    c->dwConnectDuration = same.dwConnectDuration;
    c->dwInterfaceType = same.dwInterfaceType;
    c->dwConnectionFlags = same.dwConnectionFlags;
    memcpy(c->wszInterfaceName, same.wszInterfaceName, sizeof c->wszInterfaceName);
    memcpy(c->wszUserName, same.wszUserName, sizeof c->wszUserName);
    memcpy(c->wszLogonDomain, same.wszLogonDomain, sizeof c->wszLogonDomain);
    memcpy(c->wszRemoteComputer, same.wszRemoteComputer, sizeof c->wszRemoteComputer);
    fill_guid(&c->guid, from);
    c->rasQuarState = (RAS_QUARANTINE_STATE)from->connection->quarantine;
    fill_deadline(&c->probationTime, from);
    FILL_STATISTICS(c, from, &from->connection->counters);
    c->dwNumSwitchOvers = from->connection->switchovers;
    if (!from->tunnel->dialled) {
        FILL_DOTTED(c->wszRemoteEndpointAddress, from->connection->endpoint);
        FILL_DOTTED(c->wszLocalEndpointAddress, from->connection->local_endpoint);
    }
    if (from->tunnel->ppp) {
        c->ProjectionInfo.projectionInfoType = MPRAPI_PPP_PROJECTION_INFO_TYPE;
        fill_ppp_projection(&c->ProjectionInfo.PppProjectionInfo, from);
    } else {
        c->ProjectionInfo.projectionInfoType = MPRAPI_IKEV2_PROJECTION_INFO_TYPE;
        fill_ikev2_projection(&c->ProjectionInfo.Ikev2ProjectionInfo, from);
    }
    c->hConnection = same.hConnection;
    c->hInterface = same.hInterface;
}
