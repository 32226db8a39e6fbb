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

enum { PREFIX_BITS = 64 };

uint32_t fill_unconfigured(const struct source *from)
{
    return from->tunnel->ppp ? ERROR_PROTOCOL_NOT_CONFIGURED : ERROR_PPP_NO_PROTOCOLS_CONFIGURED;
}

uint32_t fill_family_error(const struct source *from, const struct lease *lease)
{
    return lease->given ? NO_ERROR : fill_unconfigured(from);
}

static DWORD connection_flags(const struct source *from)
{
    const struct connection *connection = from->connection;
    enum policy_id policy = from->tunnel->ppp ? POLICY_PPP_FLAG : POLICY_IKEV2_FLAG;
    DWORD kind = from->tunnel->ppp ? FLAG_PPP : FLAG_IKEV2;
    return (server_policy(from->server, policy) == POLICY_DEFAULT ? kind : 0) | /* Q24, Q27 */
           (connection->filtered ? RAS_FLAGS_QUARANTINE_PRESENT : 0) |
           (connection->dormant ? RAS_FLAGS_DORMANT : 0);
}

static void fill_guid(GUID *guid, const struct source *from)
{
    memcpy(guid, from->connection->guid, sizeof *guid);
}

/* Q25: the instant by which the client must be healthy; zero unless on probation */
static void fill_deadline(FILETIME *time, const struct source *from)
{
    if (!from->connection->probation_ns)
        return;
    uint64_t deadline =
        calendar_filetime(from->server->options.start, from->connection->probation_ns);
    if (server_policy(from->server, POLICY_PROBATION_TIME) == DURATION)
        deadline = (from->connection->probation_ns - from->server->now_ns) / 100;
    time->dwLowDateTime = (DWORD)deadline;
    time->dwHighDateTime = (DWORD)(deadline >> 32);
}

/* Q26: in the server's view local, the plain name, is the server */
static bool client_view(const struct source *from)
{
    return server_policy(from->server, POLICY_ADDRESS_VIEW) != POLICY_DEFAULT;
}

static uint32_t side_ipv4(const struct source *from, bool local)
{
    return local != client_view(from) ? from->server->pool.first : from->connection->ipv4;
}

static void fill_side_id(BYTE id[8], const struct source *from, bool local)
{
    static const BYTE server_id[8] = {0, 0, 0, 0, 0, 0, 0, 1};
    memcpy(id, local != client_view(from) ? server_id : from->connection->ipv6_id, 8);
}

/* For IPCP, IPCP2 and projections, which name these members alike */
#define FILL_IPV4(structure, from)                                         \
    do {                                                                   \
        if ((from)->connection->lease4.given) {                            \
            FILL_DOTTED((structure)->wszAddress, side_ipv4(from, true));    \
            FILL_DOTTED((structure)->wszRemoteAddress, side_ipv4(from, false)); \
        }                                                                  \
    } while (0)

#define FILL_IPV6(structure, from)                                                  \
    do {                                                                            \
        if ((from)->connection->lease6.given) {                                     \
            fill_side_id((structure)->bInterfaceIdentifier, from, true);            \
            fill_side_id((structure)->bRemoteInterfaceIdentifier, from, false);     \
            memcpy((structure)->bPrefix, (from)->server->options.ipv6_prefix, 8);   \
            (structure)->dwPrefixLength = PREFIX_BITS;                              \
        }                                                                           \
    } while (0)

static void fill_ip2(PPP_IPCP_INFO2 *ip, const struct source *from)
{
    ip->dwError = fill_family_error(from, &from->connection->lease4);
    FILL_IPV4(ip, from);
}

static void fill_ccp(PPP_CCP_INFO *ccp, const struct source *from)
{
    if (!from->tunnel->ppp)
        return; /* Q39 */
    ccp->dwError = from->tunnel->compression_algorithm ? NO_ERROR : ERROR_PROTOCOL_NOT_CONFIGURED;
    ccp->dwCompressionAlgorithm = ccp->dwRemoteCompressionAlgorithm =
        from->tunnel->compression_algorithm;
    ccp->dwOptions = ccp->dwRemoteOptions = from->tunnel->compression_options;
}

static void fill_lcp(PPP_LCP_INFO *lcp, const struct source *from)
{
    if (!from->tunnel->ppp)
        return; /* Q39 */
    lcp->dwOptions = lcp->dwRemoteOptions = from->tunnel->lcp_options;
    if (from->connection->preauthenticated)
        return; /* nobody was authenticated (C3.2a) */
    /* only the client, the remote side of a dial-in connection, was */
    lcp->dwRemoteAuthenticationProtocol = from->tunnel->authentication;
    lcp->dwRemoteAuthenticationData = from->tunnel->authentication_data;
    lcp->dwRemoteEapTypeId = from->tunnel->eap_type;
}

/* Q42 */
static void fill_interface_name(WCHAR *array, size_t capacity, const struct source *from)
{
    char port[PORT_NAME_SIZE];
    port_name(from->connection->first_port, port);
    bool by_port = server_policy(from->server, POLICY_INTERFACE_NAME) != POLICY_DEFAULT;
    utf16_store((uint16_t *)array, capacity, by_port ? port : from->connection->dial.user->name);
}

/* Q34, Q42 */
static ROUTER_INTERFACE_TYPE interface_type(const struct source *from)
{
    return from->connection->dial.user->router ? ROUTER_IF_TYPE_FULL_ROUTER : ROUTER_IF_TYPE_CLIENT;
}

void fill_connection_0(void *place, const struct source *from)
{
    RAS_CONNECTION_0 *c = place;
    const struct user *user = from->connection->dial.user;
    c->hConnection = fill_handle(connection_handle(from->connection));
    c->hInterface = fill_handle(connection_interface_handle(from->connection));
    c->dwConnectDuration = connection_seconds(from->connection->since_ns, from->server->now_ns);
    c->dwInterfaceType = interface_type(from);
    c->dwConnectionFlags = connection_flags(from);
    fill_interface_name(c->wszInterfaceName, sizeof c->wszInterfaceName / sizeof(WCHAR), from);
    FILL_STRING(c->wszUserName, user->name); /* Q38 */
    FILL_STRING(c->wszLogonDomain, user->domain);
    FILL_STRING(c->wszRemoteComputer, user->computer);
}

void fill_connection_1(void *place, const struct source *from)
{
    RAS_CONNECTION_1 *c = place;
    c->hConnection = fill_handle(connection_handle(from->connection));
    c->hInterface = fill_handle(connection_interface_handle(from->connection));
    c->PppInfo.nbf.dwError = fill_unconfigured(from);
    c->PppInfo.ip.dwError = fill_family_error(from, &from->connection->lease4);
    FILL_IPV4(&c->PppInfo.ip, from);
    c->PppInfo.ipx.dwError = fill_unconfigured(from);
    c->PppInfo.at.dwError = fill_unconfigured(from);
    FILL_STATISTICS(c, &from->connection->counters);
}

void fill_connection_2(void *place, const struct source *from)
{
    RAS_CONNECTION_2 *c = place;
    c->hConnection = fill_handle(connection_handle(from->connection));
    FILL_STRING(c->wszUserName, from->connection->dial.user->name);
    c->dwInterfaceType = interface_type(from);
    fill_guid(&c->guid, from);
    c->PppInfo2.nbf.dwError = fill_unconfigured(from);
    fill_ip2(&c->PppInfo2.ip, from);
    c->PppInfo2.ipx.dwError = fill_unconfigured(from);
    c->PppInfo2.at.dwError = fill_unconfigured(from);
    fill_ccp(&c->PppInfo2.ccp, from);
    fill_lcp(&c->PppInfo2.lcp, from);
}

void fill_connection_3(void *place, const struct source *from)
{
    RAS_CONNECTION_3 *c = place;
    bool sized = server_policy(from->server, POLICY_SIZE_FIELDS) == POLICY_DEFAULT;
    c->dwSize = sized ? sizeof *c : 0; /* F.size, Q23 */
    c->hConnection = fill_handle(connection_handle(from->connection));
    FILL_STRING(c->wszUserName, from->connection->dial.user->name);
    c->dwInterfaceType = interface_type(from);
    fill_guid(&c->guid, from);
    c->PppInfo3.nbf.dwError = fill_unconfigured(from);
    fill_ip2(&c->PppInfo3.ip, from);
    c->PppInfo3.ipv6.dwSize = sized ? sizeof c->PppInfo3.ipv6 : 0;
    c->PppInfo3.ipv6.dwError = fill_family_error(from, &from->connection->lease6);
    FILL_IPV6(&c->PppInfo3.ipv6, from);
    fill_ccp(&c->PppInfo3.ccp, from);
    fill_lcp(&c->PppInfo3.lcp, from);
    c->rasQuarState = (RAS_QUARANTINE_STATE)from->connection->quarantine;
    fill_deadline(&c->timer, from);
}

static void fill_ppp_projection(PPP_PROJECTION_INFO *p, const struct source *from)
{
    PPP_CCP_INFO ccp = {0};
    PPP_LCP_INFO lcp = {0};
    fill_ccp(&ccp, from);
    fill_lcp(&lcp, from);
    p->dwIPv4NegotiationError = fill_family_error(from, &from->connection->lease4);
    FILL_IPV4(p, from);
    p->dwIPv6NegotiationError = fill_family_error(from, &from->connection->lease6);
    FILL_IPV6(p, from);
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

static void fill_ikev2_projection(IKEV2_PROJECTION_INFO *p, const struct source *from)
{
    enum { AES_256 = 5 }; /* IPSEC_CIPHER_TYPE_AES_256 (F.7) */
    p->dwIPv4NegotiationError = fill_family_error(from, &from->connection->lease4);
    FILL_IPV4(p, from);
    p->dwIPv6NegotiationError = fill_family_error(from, &from->connection->lease6);
    FILL_IPV6(p, from);
    p->IPv4SubInterfaceIndex = p->IPv6SubInterfaceIndex = from->connection->number;
    p->dwAuthenticationProtocol = MPRAPI_IKEV2_AUTH_USING_EAP;
    p->dwEapTypeId = from->tunnel->eap_type;
    p->dwEncryptionMethod = AES_256;
}

void fill_connection_ex(void *place, const struct source *from)
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
    FILL_STATISTICS(c, &from->connection->counters);
    c->dwNumSwitchOvers = from->connection->switchovers;
    if (!from->tunnel->dialled) {
        FILL_DOTTED(c->wszRemoteEndpointAddress, from->connection->endpoint);
        FILL_DOTTED(c->wszLocalEndpointAddress, from->server->options.endpoint);
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
