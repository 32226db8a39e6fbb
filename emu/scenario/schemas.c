/* SPDX-License-Identifier: MIT */
#include "scenario/schemas.h"

#include "scenario/scenario.h"

#define WORDS(name, ...)                                    \
    static const char *const name##_list[] = {__VA_ARGS__}; \
    static const struct words name = {name##_list, sizeof name##_list / sizeof *name##_list}

/* in the order of enum tunnel, enum authentication, WANTS_* bits, enum address_source */
WORDS(tunnel_words, "SSTP", "IKEv2", "L2TP", "PPTP", "modem");
WORDS(permission_words, "yes", "no");
WORDS(authentication_words, "succeeds", "fails");
WORDS(family_words, "ipv4", "ipv6");
WORDS(no_yes_words, "no", "yes");
WORDS(source_words, "static", "dhcp", "none");
WORDS(dhcp_server_words, "present", "absent");
WORDS(yes_no_words, "yes", "no");
WORDS(key_words, "readable", "denied");
/* in the order of enum protocol, enum encryption, enum compression, ROUTER_INTERFACE_TYPE */
WORDS(protocol_words, "default", "PAP", "SPAP", "CHAP", "MS-CHAP", "MS-CHAPv2", "EAP", "certificate");
WORDS(encryption_words, "default", "none", "40-bit", "56-bit", "128-bit", "3DES", "AES-192", "AES-256");
WORDS(compression_words, "default", "none", "STAC", "MPPC");
WORDS(interface_words, "client", "home-router", "full-router", "dedicated", "internal", "loopback", "tunnel1",
      "dialout");
static const struct words quarantine_words = {quarantine_names, QUARANTINE_STATES};

/* mprapi.h's arrays hold one unit more, for the NUL */
enum {
    GROUPS_UNITS = 4000,
    ENDPOINT_UNITS = 21,
    HOST_UNITS = 255,
    ANSWER_UNITS = 65000,
    DOMAIN_UNITS = 15,
    COMPUTER_UNITS = 16,
    NAME_UNITS = 256
};

#define AT(type, member) offsetof(struct type, member)
#define LENGTH(array) (sizeof(array) / sizeof *(array))
#define NOT_KEPT SIZE_MAX

enum { PARAMETER_KEY = 31, PARAMETER_TEXT = 63, IPX_UNITS = 22, APPLETALK_UNITS = 32 };

static const struct field parameter_fields[] = {
    {.key = "number",
     .kind = FIELD_UINT,
     .offset = AT(scenario_parameter, number),
     .most = UINT32_MAX,
     .text = "its value, if it is a number"},
    {.key = "text",
     .kind = FIELD_TEXT,
     .offset = AT(scenario_parameter, text),
     .most = PARAMETER_TEXT,
     .text = "its value, if it is a text"},
};
const struct schema parameter_schema = {"a parameter",
                                        parameter_fields,
                                        LENGTH(parameter_fields),
                                        sizeof(struct scenario_parameter),
                                        AT(scenario_parameter, given),
                                        AT(scenario_parameter, place),
                                        AT(scenario_parameter, name)};

static const struct field user_fields[] = {
    {.key = "user",
     .kind = FIELD_TEXT,
     .offset = AT(scenario_user, user),
     .most = NAME_UNITS,
     .empty = true,
     .text = "the user name as callouts see it; empty for a machine; default the name it has here"},
    {.key = "domain",
     .kind = FIELD_TEXT,
     .offset = AT(scenario_user, domain),
     .most = DOMAIN_UNITS,
     .empty = true,
     .text = "logon domain, perhaps empty; default EXAMPLE"},
    {.key = "computer",
     .kind = FIELD_TEXT,
     .offset = AT(scenario_user, computer),
     .most = COMPUTER_UNITS,
     .empty = true,
     .text = "name of the client's computer; default the user's name and -PC"},
    {.key = "authentication",
     .kind = FIELD_CHOICE,
     .offset = AT(scenario_user, authentication),
     .words = &authentication_words,
     .text = "whether the password is right; default succeeds"},
    {.key = "protocol",
     .kind = FIELD_CHOICE,
     .offset = AT(scenario_user, wishes.protocol),
     .words = &protocol_words,
     .text = "how the user is authenticated; default as is usual for the tunnel"},
    {.key = "eap",
     .kind = FIELD_UINT,
     .offset = AT(scenario_user, wishes.eap_type),
     .least = 1,
     .most = 255,
     .text = "EAP type, with EAP; default 26, MS-CHAPv2"},
    {.key = "encryption",
     .kind = FIELD_CHOICE,
     .offset = AT(scenario_user, wishes.encryption),
     .words = &encryption_words,
     .text = "how the link is encrypted; default as is usual for the tunnel"},
    {.key = "compression",
     .kind = FIELD_CHOICE,
     .offset = AT(scenario_user, wishes.compression),
     .words = &compression_words,
     .text = "how data is compressed; default as is usual for the tunnel"},
    {.key = "ratio",
     .kind = FIELD_UINT,
     .offset = AT(scenario_user, ratio),
     .least = 1,
     .most = 1000,
     .text = "compressed to uncompressed size in percent; default 100"},
    {.key = "vj",
     .kind = FIELD_CHOICE,
     .offset = AT(scenario_user, vj),
     .words = &no_yes_words,
     .text = "yes: VJ compression of headers is negotiated"},
    {.key = "netbios",
     .kind = FIELD_TEXT,
     .offset = AT(scenario_user, netbios),
     .most = COMPUTER_UNITS,
     .text = "NetBIOS name of a client that has NetBEUI too, up to Server 2003; default it has not"},
    {.key = "ipx",
     .kind = FIELD_TEXT,
     .offset = AT(scenario_user, ipx),
     .most = IPX_UNITS,
     .text = "its IPX address, net.node, up to Server 2003; default it has none"},
    {.key = "appletalk",
     .kind = FIELD_TEXT,
     .offset = AT(scenario_user, appletalk),
     .most = APPLETALK_UNITS,
     .text = "its AppleTalk address, up to Server 2003; default it has none"},
    {.key = "messenger",
     .kind = FIELD_CHOICE,
     .offset = AT(scenario_user, messenger),
     .words = &no_yes_words,
     .text = "yes: the client can receive messages"},
    {.key = "interface",
     .kind = FIELD_CHOICE,
     .offset = AT(scenario_user, interface_type),
     .words = &interface_words,
     .text = "kind of interface; default client (Q34)"},
    {.key = "parameters",
     .kind = FIELD_MAP,
     .offset = AT(scenario_user, parameters),
     .schema = &parameter_schema,
     .text = "what pRasParams of Windows NT 4.0 holds, at most four, by name"},
    {.key = "permission",
     .kind = FIELD_CHOICE,
     .offset = AT(scenario_user, no_permission),
     .words = &permission_words,
     .text = "whether the account may dial in; default yes"},
    {.key = "callback",
     .kind = FIELD_CHOICE,
     .offset = AT(scenario_user, call_back),
     .words = &no_yes_words,
     .text = "yes: the server hangs up and calls back, over a modem (Q33)"},
    {.key = "router",
     .kind = FIELD_CHOICE,
     .offset = AT(scenario_user, router),
     .words = &no_yes_words,
     .text = "yes: a demand-dial router, not a person (Q34)"},
    {.key = "cookie",
     .kind = FIELD_TEXT,
     .offset = AT(scenario_user, cookie),
     .most = COOKIE_MOST / 3,
     .text = "what an SSTP client presents instead of authenticating, where the policy preauthentication "
             "is on; default nothing (C3.2a)"},
    {.key = "filters",
     .kind = FIELD_CHOICE,
     .offset = AT(scenario_user, filters),
     .words = &no_yes_words,
     .text = "yes: quarantine filters apply after authentication, from Server 2003 on (C4.rqs)"},
    {.key = "filters-session",
     .kind = FIELD_DURATION,
     .offset = AT(scenario_user, filters_ns),
     .text = "ends a connection whose filters are not removed by then; default never"},
    {.key = "quarantine",
     .kind = FIELD_CHOICE,
     .offset = AT(scenario_user, quarantine),
     .words = &quarantine_words,
     .text = "quarantine state when the user calls, from Server 2008 on; default "
             "normal, with filters quarantine (C4.nap)"},
    {.key = "probation",
     .kind = FIELD_DURATION,
     .offset = AT(scenario_user, probation_ns),
     .text = "how long a probation lasts, with quarantine: probation"},
    {.key = "address",
     .kind = FIELD_IPV4,
     .offset = AT(scenario_user, address),
     .text = "the account's fixed IPv4 address (B2.account); default one from the pool"},
    {.key = "idle",
     .kind = FIELD_DURATION,
     .offset = AT(scenario_user, idle_ns),
     .text = "ends a connection without traffic; default never"},
    {.key = "session",
     .kind = FIELD_DURATION,
     .offset = AT(scenario_user, session_ns),
     .text = "ends a connection; default never"},
    {.key = "groups",
     .kind = FIELD_TEXT,
     .offset = AT(scenario_user, groups),
     .most = GROUPS_UNITS,
     .text = "the groups the account is in, with commas between, as NetUserGetLocalGroups tells them; default none"},
    {.key = "password",
     .kind = FIELD_TEXT,
     .offset = AT(scenario_user, password),
     .most = NAME_UNITS,
     .text = "what LogonUser takes; default any, where authentication succeeds"},
};
const struct schema user_schema = {"a user",
                                   user_fields,
                                   LENGTH(user_fields),
                                   sizeof(struct scenario_user),
                                   AT(scenario_user, given),
                                   AT(scenario_user, place),
                                   AT(scenario_user, name)};

static const struct field peer_fields[] = {
    {.key = "udp",
     .kind = FIELD_TEXT,
     .offset = AT(scenario_peer, udp),
     .most = ENDPOINT_UNITS,
     .text = "where datagrams reach it, as 127.0.0.1:1812"},
    {.key = "tcp",
     .kind = FIELD_TEXT,
     .offset = AT(scenario_peer, tcp),
     .most = ENDPOINT_UNITS,
     .text = "where it can be connected to, as 10.0.0.5:389"},
    {.key = "host",
     .kind = FIELD_TEXT,
     .offset = AT(scenario_peer, host),
     .most = HOST_UNITS,
     .text = "the name that getaddrinfo finds it by"},
    {.key = "when",
     .kind = FIELD_TEXT,
     .offset = AT(scenario_peer, when),
     .most = NAME_UNITS,
     .text = "it answers to what contains this; of several peers at one place the first that does; default to all"},
    {.key = "answer",
     .kind = FIELD_TEXT,
     .offset = AT(scenario_peer, answer),
     .most = ANSWER_UNITS,
     .text = "what it answers; default it is silent"},
    {.key = "bytes",
     .kind = FIELD_TEXT,
     .offset = AT(scenario_peer, hex),
     .most = ANSWER_UNITS,
     .text = "the same as hexadecimal digits"},
    {.key = "after",
     .kind = FIELD_DURATION,
     .offset = AT(scenario_peer, after_ns),
     .text = "how long its answer takes; default 0"},
    {.key = "resets",
     .kind = FIELD_CHOICE,
     .offset = AT(scenario_peer, resets),
     .words = &no_yes_words,
     .text = "yes: its answer is that nobody is there, WSAECONNRESET"},
    {.key = "closes",
     .kind = FIELD_CHOICE,
     .offset = AT(scenario_peer, closes),
     .words = &no_yes_words,
     .text = "yes: with tcp, it ends the connection behind its answer"},
};
const struct schema peer_schema = {"a peer",
                                   peer_fields,
                                   LENGTH(peer_fields),
                                   sizeof(struct scenario_peer),
                                   AT(scenario_peer, given),
                                   AT(scenario_peer, place),
                                   AT(scenario_peer, name)};

#define WITH(name) (UINT32_C(1) << STIMULUS_##name)

/* clang-format off */
#define ERRORS(name, which)                                                                              \
    {.key = name, .kind = FIELD_UINT, .offset = AT(step, with.errors) + LINE_##which * sizeof(uint32_t),      \
     .most = 1000000000, .actions = WITH(DISTURB), .text = "how many errors of this kind"}
/* clang-format on */

static const struct field step_fields[] = {
    {.key = "at", .kind = FIELD_DURATION, .offset = AT(step, at_ns), .text = "time since the service start"},
    {.key = "after",
     .kind = FIELD_DURATION,
     .offset = AT(step, after_ns),
     .text = "time since the step before; default 0"},
/* clang-format off */
#define STIMULUS(id, name, needs, raises, apply, words)                          \
    {.key = name, .kind = FIELD_ACTION, .offset = AT(step, subject),             \
     .least = STIMULUS_##id, .most = NAME_UNITS, .text = words},
/* clang-format on */
#include "input/stimuli.def"
#undef STIMULUS
    {.key = "as",
     .kind = FIELD_TEXT,
     .offset = AT(step, as),
     .most = NAME_UNITS,
     .actions = WITH(DIAL),
     .text = "name of the connection for later steps; default the user's"},
    {.key = "tunnel",
     .kind = FIELD_CHOICE,
     .offset = AT(step, with.tunnel),
     .words = &tunnel_words,
     .actions = WITH(DIAL),
     .text = "default SSTP, or PPTP before 2008"},
    {.key = "wants",
     .kind = FIELD_FLAGS,
     .offset = AT(step, with.wants),
     .words = &family_words,
     .actions = WITH(DIAL),
     .text = "address families the client asks for; default [ipv4]"},
    {.key = "from",
     .kind = FIELD_IPV4,
     .offset = AT(step, with.from),
     .actions = WITH(DIAL),
     .text = "the client's outer address; default one made up from the seed"},
    {.key = "sent",
     .kind = FIELD_SIZE,
     .offset = AT(step, with.sent),
     .actions = WITH(TRANSFER),
     .text = "what the server sends; default 0"},
    {.key = "received",
     .kind = FIELD_SIZE,
     .offset = AT(step, with.received),
     .actions = WITH(TRANSFER),
     .text = "what the server receives; default 0"},
    {.key = "link",
     .kind = FIELD_UINT,
     .offset = AT(step, with.link),
     .least = 1,
     .most = UINT32_MAX,
     .actions = WITH(LEAVE) | WITH(DISTURB),
     .text = "number of the link, in order of joining; default 1"},
    {.key = "state",
     .kind = FIELD_CHOICE,
     .offset = AT(step, with.state),
     .words = &quarantine_words,
     .actions = WITH(QUARANTINE),
     .text = "the new state; default normal"},
    {.key = "for",
     .kind = FIELD_DURATION,
     .offset = AT(step, with.probation_ns),
     .actions = WITH(QUARANTINE),
     .text = "how long a probation lasts"},
    {.key = "to",
     .kind = FIELD_IPV4,
     .offset = AT(step, with.to),
     .actions = WITH(MOVE) | WITH(UPDATE),
     .text = "the client's new outer address"},
    {.key = "local",
     .kind = FIELD_IPV4,
     .offset = AT(step, with.local),
     .actions = WITH(UPDATE),
     .text = "the server's new outer address"},
    ERRORS("crc", CRC),
    ERRORS("timeout", TIMEOUT),
    ERRORS("alignment", ALIGNMENT),
    ERRORS("hardware-overrun", HARDWARE_OVERRUN),
    ERRORS("framing", FRAMING),
    ERRORS("buffer-overrun", BUFFER_OVERRUN),
};
const struct schema step_schema = {
    "a step", step_fields, LENGTH(step_fields), sizeof(struct step), AT(step, given), AT(step, place), NOT_KEPT};

/* clang-format off */
#define EXPECT(name, what, words)                                                  \
    {.key = name, .kind = FIELD_ACTION, .offset = AT(expect, value),               \
     .least = EXPECT_##what, .most = 4000, .text = words}
/* clang-format on */
#define FOR(name) (UINT32_C(1) << EXPECT_##name)

static const struct field expect_fields[] = {
    EXPECT("calls", CALLS,
           "the callouts in order: GA AC AL RA LH CH RE EP IN TE, GA6 RA6; (F) behind "
           "one that refused, a number behind further links, .DLL where there are several; none"),
    EXPECT("never", NEVER, "a callout that is not called, by name or shorthand"),
    EXPECT("count", COUNT, "how often the callout in of is called"),
    {.key = "is",
     .kind = FIELD_ACTION,
     .offset = AT(expect, value),
     .least = EXPECT_ARGUMENT,
     .most = 4000,
     .empty = true,
     .text = "the value of argument at the first such call, perhaps empty"},
    EXPECT("accepted", ACCEPTED, "yes or no: whether the connection was active"),
    EXPECT("ending", ENDING, "why the connection ended, as the transcript says it"),
    EXPECT("error", ERROR, "the RAS error number the connection ended with, as 812"),
    EXPECT("address", ADDRESS, "the client's IPv4 address"),
    EXPECT("events", EVENTS, "ids of the event-log entries, in order; none"),
    EXPECT("findings", FINDINGS, "ids of the findings, in order; none"),
    EXPECT("asked", ASKED, "words that something the peer in peer was sent contains; none: it was sent nothing"),
    EXPECT("start", START, "running, or the rule that stopped the start"),
    {.key = "connection",
     .kind = FIELD_TEXT,
     .offset = AT(expect, connection),
     .most = NAME_UNITS,
     .text = "which connection it is about; default the whole run"},
    {.key = "of",
     .kind = FIELD_TEXT,
     .offset = AT(expect, of),
     .most = NAME_UNITS,
     .actions = FOR(COUNT),
     .text = "a callout, by name or shorthand"},
    {.key = "argument",
     .kind = FIELD_TEXT,
     .offset = AT(expect, argument),
     .most = NAME_UNITS,
     .actions = FOR(ARGUMENT),
     .text = "a callout and a path: AC pRasConnection0.wszUserName"},
    {.key = "peer",
     .kind = FIELD_TEXT,
     .offset = AT(expect, peer),
     .most = NAME_UNITS,
     .actions = FOR(ASKED),
     .text = "a peer, by its name"},
    {.key = "rule",
     .kind = FIELD_TEXT,
     .offset = AT(expect, rule),
     .most = NAME_UNITS,
     .text = "ids of the rules it proves, for test reports"},
};
const struct schema expect_schema = {
    "an expectation",  expect_fields, LENGTH(expect_fields), sizeof(struct expect), AT(expect, given),
    AT(expect, place), NOT_KEPT};

/* clang-format off */
#define PORTS(name, tunnel)                                                          \
    {.key = name, .kind = FIELD_UINT, .offset = TUNNEL_##tunnel * sizeof(uint32_t),  \
     .most = PORTS_MOST, .text = "number of " name " ports"}
/* clang-format on */
static const struct field port_fields[] = {PORTS("SSTP", SSTP), PORTS("IKEv2", IKEV2), PORTS("L2TP", L2TP),
                                           PORTS("PPTP", PPTP), PORTS("modem", MODEM)};
const struct schema port_schema = {"ports",  port_fields, LENGTH(port_fields), sizeof(uint32_t[TUNNEL_COUNT]), NOT_KEPT,
                                   NOT_KEPT, NOT_KEPT};

enum { DEVICES_MOST = 999 };
/* clang-format off */
#define DEVICE(name, tunnel)                                                            \
    {.key = name, .kind = FIELD_UINT, .offset = TUNNEL_##tunnel * sizeof(uint32_t),      \
     .most = DEVICES_MOST, .text = "device number of " name ", as in VPN2-0"}
/* clang-format on */
static const struct field device_fields[] = {DEVICE("SSTP", SSTP), DEVICE("IKEv2", IKEV2), DEVICE("L2TP", L2TP),
                                             DEVICE("PPTP", PPTP)};
const struct schema device_schema = {
    "devices", device_fields, LENGTH(device_fields), sizeof(uint32_t[TUNNEL_COUNT]), NOT_KEPT, NOT_KEPT, NOT_KEPT};

static const struct field dhcp_fields[] = {
    {.key = "server",
     .kind = FIELD_CHOICE,
     .offset = AT(pool_options, absent),
     .words = &dhcp_server_words,
     .text = "whether a DHCP server answers at the start; without one clients get 169.254/16; "
             "default present"},
    {.key = "block",
     .kind = FIELD_UINT,
     .offset = AT(pool_options, block),
     .least = 1,
     .most = POOL_BLOCK_MOST,
     .text = "leases fetched at once; default 10"},
};
const struct schema dhcp_schema = {"dhcp",   dhcp_fields, LENGTH(dhcp_fields), sizeof(struct pool_options), NOT_KEPT,
                                   NOT_KEPT, NOT_KEPT};

static const struct field scenario_fields[] = {
    {.key = "title",
     .kind = FIELD_TEXT,
     .offset = AT(scenario, title),
     .most = 1000,
     .text = "what the scenario shows"},
    {.key = "os",
     .kind = FIELD_CHOICE,
     .offset = AT(scenario, profile),
     .words = NULL,
     .text = "the Windows version to be; default 2022"},
    {.key = "seed",
     .kind = FIELD_UINT64,
     .offset = AT(scenario, options.seed),
     .text = "decides every made-up value; default 1"},
    {.key = "start",
     .kind = FIELD_DATE,
     .offset = AT(scenario, options.start),
     .text = "virtual date of the service start; default 2026-01-05T08:00:00Z"},
    {.key = "pool",
     .kind = FIELD_IPV4_RANGE,
     .offset = AT(scenario, options.pool.first),
     .text = "the range of addresses, FIRST-LAST; the first is the server's own; default "
             "192.168.1.1-192.168.1.254"},
    {.key = "addresses",
     .kind = FIELD_CHOICE,
     .offset = AT(scenario, options.pool.source),
     .words = &source_words,
     .text = "where RRAS has addresses from: a static pool, leases of a DHCP "
             "server, or nowhere; default static"},
    {.key = "dhcp",
     .kind = FIELD_RECORD,
     .offset = AT(scenario, options.pool),
     .schema = &dhcp_schema,
     .text = "how addresses are leased"},
    {.key = "prefix",
     .kind = FIELD_IPV6_PREFIX,
     .offset = AT(scenario, options.ipv6_prefix),
     .text = "the server's IPv6 prefix, of at most 64 bits; default 2001:db8:0:1::/64"},
    {.key = "identifiers",
     .kind = FIELD_CHOICE,
     .offset = AT(scenario, options.no_identifiers),
     .words = &yes_no_words,
     .text = "whether RRAS proposes IPv6 interface identifiers, or 0; default yes"},
    {.key = "ports",
     .kind = FIELD_RECORD,
     .offset = AT(scenario, options.ports),
     .schema = &port_schema,
     .text = "ports of each tunnel type; default 128 each, and 8 modems"},
    {.key = "devices",
     .kind = FIELD_RECORD,
     .offset = AT(scenario, options.devices),
     .schema = &device_schema,
     .text = "device number of each tunnel type, which port names show; default SSTP 0, "
             "IKEv2 1, L2TP 2, PPTP 3"},
    {.key = "links",
     .kind = FIELD_UINT,
     .offset = AT(scenario, options.links_most),
     .least = 1,
     .most = CONNECTION_LINKS_MOST,
     .text = "most links of a connection; default 2"},
    {.key = "outage",
     .kind = FIELD_DURATION,
     .offset = AT(scenario, options.outage_ns),
     .text = "how long an IKEv2 peer may be silent; default 30m"},
    {.key = "echo",
     .kind = FIELD_DURATION,
     .offset = AT(scenario, options.echo_ns),
     .text = "how long a silent PPP peer is believed in; default 1m"},
    {.key = "negotiation",
     .kind = FIELD_DURATION,
     .offset = AT(scenario, options.negotiation_ns),
     .text = "how long a call may take until it is active (NegotiateTime), 0s for ever; default 150s"},
    {.key = "mobility",
     .kind = FIELD_CHOICE,
     .offset = AT(scenario, options.immobile),
     .words = &yes_no_words,
     .text = "no: tunnels may not change their endpoints (error 843); default yes"},
    {.key = "registry",
     .kind = FIELD_CHOICE,
     .offset = AT(scenario, options.key_denied),
     .words = &key_words,
     .text = "denied: the key of the DLLs cannot be opened (D.key); default readable"},
    {.key = "policies",
     .kind = FIELD_POLICIES,
     .offset = AT(scenario, options.policies),
     .text = "choices where the documentation is silent, by policy name"},
    {.key = "users",
     .kind = FIELD_MAP,
     .offset = AT(scenario, users),
     .schema = &user_schema,
     .text = "the accounts, by user name"},
    {.key = "peers",
     .kind = FIELD_MAP,
     .offset = AT(scenario, peers),
     .schema = &peer_schema,
     .text = "servers on the network that callouts ask, by name; nothing else is there but this machine"},
    {.key = "timeline",
     .kind = FIELD_LIST,
     .offset = AT(scenario, steps),
     .schema = &step_schema,
     .text = "what happens, in order"},
    {.key = "expect",
     .kind = FIELD_LIST,
     .offset = AT(scenario, expects),
     .schema = &expect_schema,
     .text = "what rrasemu test checks"},
};
const struct schema scenario_schema = {
    "a scenario",        scenario_fields, LENGTH(scenario_fields), sizeof(struct scenario), AT(scenario, given),
    AT(scenario, place), NOT_KEPT};

/* `given` has a bit for each key */
_Static_assert(LENGTH(user_fields) <= 64 && LENGTH(step_fields) <= 64 && LENGTH(expect_fields) <= 64 &&
                   LENGTH(scenario_fields) <= 64,
               "a bit for each key");
_Static_assert(STIMULUS_COUNT <= 32, "a bit for each kind in field.actions");
