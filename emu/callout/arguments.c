/* SPDX-License-Identifier: MIT */
#include "callout/arguments.h"

#include "core/calendar.h"
#include "core/utf16.h"
#include "ras/server.h"

#include "mprerror.h"
#include "raserror.h"

#include <arpa/inet.h>
#include <stdio.h>
#include <string.h>

#define ARGUMENT(name, kind, layout) \
    {#name, kind, offsetof(struct arguments, name), sizeof(((struct arguments *)0)->name), layout, 0}

const struct member argument_places[ARGUMENT_COUNT] = {
    [ARGUMENT_CALLBACKS] = ARGUMENT(callbacks, MEMBER_STRUCT, &layout_callbacks),
    [ARGUMENT_USER_NAME] = ARGUMENT(user_name, MEMBER_WSTRING, NULL),
    [ARGUMENT_PORT_NAME] = ARGUMENT(port_name, MEMBER_WSTRING, NULL),
    [ARGUMENT_IPV4] = ARGUMENT(ipv4, MEMBER_IPV4, NULL),
    [ARGUMENT_IPV6] = ARGUMENT(ipv6, MEMBER_IPV6, NULL),
    [ARGUMENT_NOTIFY] = ARGUMENT(notify, MEMBER_BOOL, NULL),
    [ARGUMENT_CONNECTION_0] = ARGUMENT(connection_0, MEMBER_STRUCT, &layout_connection_0),
    [ARGUMENT_CONNECTION_1] = ARGUMENT(connection_1, MEMBER_STRUCT, &layout_connection_1),
    [ARGUMENT_CONNECTION_2] = ARGUMENT(connection_2, MEMBER_STRUCT, &layout_connection_2),
    [ARGUMENT_CONNECTION_3] = ARGUMENT(connection_3, MEMBER_STRUCT, &layout_connection_3),
    [ARGUMENT_CONNECTION_EX] = ARGUMENT(connection_ex, MEMBER_STRUCT, &layout_connection_ex),
    [ARGUMENT_PORT_0] = ARGUMENT(port_0, MEMBER_STRUCT, &layout_port_0),
    [ARGUMENT_PORT_1] = ARGUMENT(port_1, MEMBER_STRUCT, &layout_port_1),
    [ARGUMENT_AUTHENTICATION] = ARGUMENT(authentication, MEMBER_STRUCT, &layout_authentication),
};

/* RAS_FLAGS_IKEV2_CONNECTION needs no header to agree on it (Q24) */
enum { FLAG_PPP = 0x1, FLAG_IKEV2 = 0x10 };

enum { PREFIX_BITS = 64 };

#define STORE(array, utf8) utf16_store((uint16_t *)(array), sizeof(array) / sizeof *(array), utf8)

DWORD arguments_ipv4(const struct server *server, DWORD address)
{
    return server_policy(server, POLICY_ADDRESS_BYTES) == POLICY_DEFAULT ? htonl(address) : address;
}

size_t arguments_id_offset(const struct server *server)
{
    return server_policy(server, POLICY_INTERFACE_IDENTIFIER) == POLICY_DEFAULT ? 8 : 0;
}

/* Everything a structure is filled from */
struct source {
    const struct server *server;
    const struct question *question;
    const struct connection *connection;
    const struct tunnel_facts *tunnel;
    bool ended; /* after the end: conditions say so, counters are final (Q35) */
};

static HANDLE handle(uint32_t number)
{
    return (HANDLE)(uintptr_t)number;
}

static void store_ipv4(WCHAR *array, size_t capacity, uint32_t address)
{
    char dotted[16];
    snprintf(dotted, sizeof dotted, "%u.%u.%u.%u", address >> 24, address >> 16 & 255,
             address >> 8 & 255, address & 255);
    utf16_store((uint16_t *)array, capacity, dotted);
}

#define STORE_IPV4(array, address) store_ipv4(array, sizeof(array) / sizeof *(array), address)

/* Data are not compressed, so what went over the line is 100 percent of it */
static DWORD ratio(uint32_t bytes)
{
    return bytes ? 100 : 0;
}

#define FILL_STATISTICS(structure, counters)                          \
    do {                                                              \
        (structure)->dwBytesXmited = (counters)->bytes_sent;          \
        (structure)->dwBytesRcved = (counters)->bytes_received;       \
        (structure)->dwFramesXmited = (counters)->frames_sent;        \
        (structure)->dwFramesRcved = (counters)->frames_received;     \
        (structure)->dwCompressionRatioIn = ratio((counters)->bytes_received); \
        (structure)->dwCompressionRatioOut = ratio((counters)->bytes_sent);    \
    } while (0)

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

/* Protocols that no server offers any more; PPP and IKEv2 say so in different words (Q39). */
static DWORD unconfigured(const struct source *from)
{
    return from->tunnel->ppp ? ERROR_PROTOCOL_NOT_CONFIGURED : ERROR_PPP_NO_PROTOCOLS_CONFIGURED;
}

static DWORD family_error(const struct source *from, const struct lease *lease)
{
    return lease->given ? NO_ERROR : unconfigured(from);
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
            STORE_IPV4((structure)->wszAddress, side_ipv4(from, true));    \
            STORE_IPV4((structure)->wszRemoteAddress, side_ipv4(from, false)); \
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
    ip->dwError = family_error(from, &from->connection->lease4);
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

static void fill_connection_0(void *place, const struct source *from)
{
    RAS_CONNECTION_0 *c = place;
    const struct user *user = from->connection->dial.user;
    c->hConnection = handle(connection_handle(from->connection));
    c->hInterface = handle(connection_interface_handle(from->connection));
    c->dwConnectDuration = connection_seconds(from->connection->since_ns, from->server->now_ns);
    c->dwInterfaceType = ROUTER_IF_TYPE_CLIENT; /* Q42 */
    c->dwConnectionFlags = connection_flags(from);
    fill_interface_name(c->wszInterfaceName, sizeof c->wszInterfaceName / sizeof(WCHAR), from);
    STORE(c->wszUserName, user->name); /* Q38 */
    STORE(c->wszLogonDomain, user->domain);
    STORE(c->wszRemoteComputer, user->computer);
}

static void fill_connection_1(void *place, const struct source *from)
{
    RAS_CONNECTION_1 *c = place;
    c->hConnection = handle(connection_handle(from->connection));
    c->hInterface = handle(connection_interface_handle(from->connection));
    c->PppInfo.nbf.dwError = unconfigured(from);
    c->PppInfo.ip.dwError = family_error(from, &from->connection->lease4);
    FILL_IPV4(&c->PppInfo.ip, from);
    c->PppInfo.ipx.dwError = unconfigured(from);
    c->PppInfo.at.dwError = unconfigured(from);
    FILL_STATISTICS(c, &from->connection->counters);
}

static void fill_connection_2(void *place, const struct source *from)
{
    RAS_CONNECTION_2 *c = place;
    c->hConnection = handle(connection_handle(from->connection));
    STORE(c->wszUserName, from->connection->dial.user->name);
    c->dwInterfaceType = ROUTER_IF_TYPE_CLIENT;
    fill_guid(&c->guid, from);
    c->PppInfo2.nbf.dwError = unconfigured(from);
    fill_ip2(&c->PppInfo2.ip, from);
    c->PppInfo2.ipx.dwError = unconfigured(from);
    c->PppInfo2.at.dwError = unconfigured(from);
    fill_ccp(&c->PppInfo2.ccp, from);
    fill_lcp(&c->PppInfo2.lcp, from);
}

static void fill_connection_3(void *place, const struct source *from)
{
    RAS_CONNECTION_3 *c = place;
    bool sized = server_policy(from->server, POLICY_SIZE_FIELDS) == POLICY_DEFAULT;
    c->dwSize = sized ? sizeof *c : 0; /* F.size, Q23 */
    c->hConnection = handle(connection_handle(from->connection));
    STORE(c->wszUserName, from->connection->dial.user->name);
    c->dwInterfaceType = ROUTER_IF_TYPE_CLIENT;
    fill_guid(&c->guid, from);
    c->PppInfo3.nbf.dwError = unconfigured(from);
    fill_ip2(&c->PppInfo3.ip, from);
    c->PppInfo3.ipv6.dwSize = sized ? sizeof c->PppInfo3.ipv6 : 0;
    c->PppInfo3.ipv6.dwError = family_error(from, &from->connection->lease6);
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
    p->dwIPv4NegotiationError = family_error(from, &from->connection->lease4);
    FILL_IPV4(p, from);
    p->dwIPv6NegotiationError = family_error(from, &from->connection->lease6);
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
    p->dwIPv4NegotiationError = family_error(from, &from->connection->lease4);
    FILL_IPV4(p, from);
    p->dwIPv6NegotiationError = family_error(from, &from->connection->lease6);
    FILL_IPV6(p, from);
    p->IPv4SubInterfaceIndex = p->IPv6SubInterfaceIndex = from->connection->number;
    p->dwAuthenticationProtocol = MPRAPI_IKEV2_AUTH_USING_EAP;
    p->dwEapTypeId = from->tunnel->eap_type;
    p->dwEncryptionMethod = AES_256;
}

static void fill_connection_ex(void *place, const struct source *from)
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
    STORE_IPV4(c->wszRemoteEndpointAddress, from->connection->endpoint);
    STORE_IPV4(c->wszLocalEndpointAddress, from->server->options.endpoint);
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

static void fill_port_0(void *place, const struct source *from)
{
    RAS_PORT_0 *p = place;
    const struct link *link = from->question->link;
    char name[PORT_NAME_SIZE];
    port_name(link->port, name);
    p->hPort = handle(link->port->handle);
    p->hConnection = handle(connection_handle(from->connection));
    p->dwPortCondition = from->ended ? RAS_PORT_DISCONNECTED : RAS_PORT_AUTHENTICATED; /* Q35 */
    p->dwTotalNumberOfCalls = link->port->calls;
    p->dwConnectDuration = connection_seconds(link->since_ns, from->server->now_ns);
    STORE(p->wszPortName, name);
    STORE(p->wszMediaName, TUNNEL_MEDIA);
    STORE(p->wszDeviceName, from->tunnel->device_name);
    STORE(p->wszDeviceType, TUNNEL_DEVICE_TYPE);
}

static void fill_port_1(void *place, const struct source *from)
{
    RAS_PORT_1 *p = place;
    const struct link *link = from->question->link;
    p->hPort = handle(link->port->handle);
    p->hConnection = handle(connection_handle(from->connection));
    p->dwHardwareCondition = RAS_HARDWARE_OPERATIONAL;
    p->dwLineSpeed = from->tunnel->line_speed;
    FILL_STATISTICS(p, &link->counters);
}

static void fill_user_name(void *place, const struct source *from)
{
    const struct user *user = from->connection->dial.user; /* Q36, Q38 */
    struct text name = {0};
    if (server_policy(from->server, POLICY_ADDRESS_USER_NAME) != POLICY_DEFAULT)
        text_addf(&name, "%s\\", user->domain);
    text_add(&name, user->name);
    utf16_store(place, UNLEN + 1, text_string(&name));
    text_free(&name);
}

static void fill_port_name(void *place, const struct source *from)
{
    char name[PORT_NAME_SIZE];
    port_name(from->connection->first_port, name); /* Q36 */
    utf16_store(place, MAX_PORT_NAME + 1, name);
}

static void fill_ipv4(void *place, const struct source *from)
{
    *(DWORD *)place = arguments_ipv4(from->server, from->question->ipv4);
}

static void fill_ipv6(void *place, const struct source *from)
{
    size_t id = arguments_id_offset(from->server);
    memcpy((uint8_t *)place + id, from->question->ipv6 + 8, 8);
    memcpy((uint8_t *)place + 8 - id, from->question->ipv6, 8);
}

static void fill_notify(void *place, const struct source *from)
{
    *(BOOL *)place = server_policy(from->server, POLICY_NOTIFY_PRESET) != POLICY_DEFAULT; /* Q22 */
}

static void fill_authentication(void *place, const struct source *from)
{
    enum { REVISION = 1 }; /* F.8 */
    AUTH_VALIDATION_EX *a = place;
    const struct user *user = from->connection->dial.user;
    a->Header =
        (MPRAPI_OBJECT_HEADER){REVISION, MPRAPI_OBJECT_TYPE_AUTH_VALIDATION_OBJECT, sizeof *a};
    a->hRasConnection = handle(connection_handle(from->connection));
    STORE(a->wszUserName, user->name);
    STORE(a->wszLogonDomain, user->domain);
    a->AuthInfoSize = (DWORD)strlen(user->cookie);
    memcpy((char *)place + offsetof(AUTH_VALIDATION_EX, AuthInfo), user->cookie, a->AuthInfoSize);
}

/* What is preset to zero needs no more filling; callbacks are the chain's. */
static void (*const fill[ARGUMENT_COUNT])(void *place, const struct source *from) = {
    [ARGUMENT_USER_NAME] = fill_user_name,
    [ARGUMENT_PORT_NAME] = fill_port_name,
    [ARGUMENT_IPV4] = fill_ipv4,
    [ARGUMENT_IPV6] = fill_ipv6,
    [ARGUMENT_NOTIFY] = fill_notify,
    [ARGUMENT_CONNECTION_0] = fill_connection_0,
    [ARGUMENT_CONNECTION_1] = fill_connection_1,
    [ARGUMENT_CONNECTION_2] = fill_connection_2,
    [ARGUMENT_CONNECTION_3] = fill_connection_3,
    [ARGUMENT_CONNECTION_EX] = fill_connection_ex,
    [ARGUMENT_PORT_0] = fill_port_0,
    [ARGUMENT_PORT_1] = fill_port_1,
    [ARGUMENT_AUTHENTICATION] = fill_authentication,
};

void arguments_fill(struct arguments *arguments, const struct callout *callout,
                    const struct server *server, const struct question *question)
{
    struct source from = {
        .server = server,
        .question = question,
        .connection = question->connection,
        .tunnel = &tunnels[question->connection->dial.tunnel],
        .ended = question->connection->state == CONNECTION_CLOSING,
    };
    for (unsigned i = 0; i < callout->parameter_count; i++) {
        enum argument argument = callout->parameters[i].argument;
        void *place = (char *)arguments + argument_places[argument].offset;
        memset(place, 0, argument_places[argument].size);
        if (fill[argument])
            fill[argument](place, &from);
    }
}

void arguments_copy(struct arguments *to, const struct arguments *from,
                    const struct callout *callout)
{
    for (unsigned i = 0; i < callout->parameter_count; i++) {
        const struct member *place = &argument_places[callout->parameters[i].argument];
        memcpy((char *)to + place->offset, (const char *)from + place->offset, place->size);
    }
}
