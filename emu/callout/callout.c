/* SPDX-License-Identifier: MIT */
#include "callout/callout.h"

#include "mprapi.h"

#include <string.h>

const char *const role_names[] = {
    [ROLE_BOTH] = "both",
    [ROLE_ADDRESS] = "address",
    [ROLE_NOTIFICATION] = "notification",
};

#define SLOT(field) #field, offsetof(MPRAPI_ADMIN_DLL_CALLBACKS, field)
#define NO_SLOT NULL, CALLOUT_NO_SLOT
#define NO_ASK ASK_COUNT
#define SINCE(family) FAMILY_##family, FAMILY_R2
#define NT4_ONLY FAMILY_NT4, FAMILY_NT4
/* clang-format off */
#define TAKES(name, argument) {name, ARGUMENT_##argument, DIRECTION_IN}
#define GIVES(name, argument) {name, ARGUMENT_##argument, DIRECTION_OUT}
#define EXCHANGES(name, argument) {name, ARGUMENT_##argument, DIRECTION_IN_OUT}
/* clang-format on */

#define CONNECTION_01 TAKES("pRasConnection0", CONNECTION_0), TAKES("pRasConnection1", CONNECTION_1)
#define CONNECTION_012 CONNECTION_01, TAKES("pRasConnection2", CONNECTION_2)
#define CONNECTION_0123 CONNECTION_012, TAKES("pRasConnection3", CONNECTION_3)
#define CONNECTION_EX TAKES("pRasConn", CONNECTION_EX)
#define NT4_PORT TAKES("pRasPort1", NT4_PORT), TAKES("pRasStats", NT4_STATISTICS), TAKES("pRasParams", NT4_PARAMETERS)
#define PORT_01 TAKES("pRasPort0", PORT_0), TAKES("pRasPort1", PORT_1)

/* clang-format off */
/*   name, exported, slot, since and until, role, result, ask, takes_ex, pair, rule, shorthand, parameters, last_by_value */
const struct callout callouts[CALLOUT_COUNT] = {
[CALLOUT_INITIALIZE] =
    {"MprAdminInitializeDll", true, NO_SLOT,
     SINCE(2000), ROLE_BOTH, RESULT_DWORD, NO_ASK, false, CALLOUT_NONE, "B1.init", "IN", {{0}}, 0, false},
[CALLOUT_INITIALIZE_EX] =
    {"MprAdminInitializeDllEx", true, NO_SLOT,
     SINCE(R2), ROLE_BOTH, RESULT_DWORD, NO_ASK, false, CALLOUT_NONE, "B1.initex", "IN",
     {EXCHANGES("pAdminCallbacks", CALLBACKS)}, 1, false},
[CALLOUT_TERMINATE] =
    {"MprAdminTerminateDll", true, SLOT(lpfnRasAdminTerminateDll),
     SINCE(2000), ROLE_BOTH, RESULT_DWORD, NO_ASK, false, CALLOUT_NONE, "B1.terminate", "TE", {{0}}, 0, false},
[CALLOUT_GET4] =
    {"MprAdminGetIpAddressForUser", true, SLOT(lpfnMprAdminGetIpAddressForUser),
     SINCE(NT4_RRAS), ROLE_ADDRESS, RESULT_DWORD, ASK_GET4, false, CALLOUT_RELEASE4, "B2.get4", "GA",
     {TAKES("lpwszUserName", USER_NAME), TAKES("lpwszPortName", PORT_NAME),
      EXCHANGES("lpdwIpAddress", IPV4), GIVES("bNotifyRelease", NOTIFY)}, 4, false},
[CALLOUT_RELEASE4] =
    {"MprAdminReleaseIpAddress", true, SLOT(lpfnMprAdminReleaseIpAddress),
     SINCE(NT4_RRAS), ROLE_ADDRESS, RESULT_VOID, ASK_RELEASE4, false, CALLOUT_GET4, "B2.release4", "RA",
     {TAKES("lpszUserName", USER_NAME), TAKES("lpszPortName", PORT_NAME), TAKES("lpdwIpAddress", IPV4)}, 3, false},
[CALLOUT_GET6] =
    {"MprAdminGetIpv6AddressForUser", true, SLOT(lpfnMprAdminGetIpv6AddressForUser),
     SINCE(2008), ROLE_ADDRESS, RESULT_DWORD, ASK_GET6, false, CALLOUT_RELEASE6, "B2.get6", "GA6",
     {TAKES("lpwszUserName", USER_NAME), TAKES("lpwszPortName", PORT_NAME),
      EXCHANGES("lpdwIpv6Address", IPV6), GIVES("bNotifyRelease", NOTIFY)}, 4, false},
[CALLOUT_RELEASE6] =
    {"MprAdminReleaseIpv6AddressForUser", true, SLOT(lpfnMprAdminReleaseIpV6AddressForUser),
     SINCE(2008), ROLE_ADDRESS, RESULT_VOID, ASK_RELEASE6, false, CALLOUT_GET6, "B2.release6", "RA6",
     {TAKES("lpszUserName", USER_NAME), TAKES("lpszPortName", PORT_NAME), TAKES("lpdwIpv6Address", IPV6)}, 3, false},
[CALLOUT_ACCEPT] =
    {"MprAdminAcceptNewConnection", true, NO_SLOT,
     SINCE(NT4_RRAS), ROLE_NOTIFICATION, RESULT_BOOL, ASK_ACCEPT_CONNECTION, false, CALLOUT_HANGUP, "B3.accept", "AC",
     {CONNECTION_01}, 2, false},
[CALLOUT_HANGUP] =
    {"MprAdminConnectionHangupNotification", true, NO_SLOT,
     SINCE(NT4_RRAS), ROLE_NOTIFICATION, RESULT_VOID, ASK_CONNECTION_HANGUP, false, CALLOUT_ACCEPT, "B3.hangup", "CH",
     {CONNECTION_01}, 2, false},
[CALLOUT_ACCEPT2] =
    {"MprAdminAcceptNewConnection2", true, NO_SLOT,
     SINCE(2000), ROLE_NOTIFICATION, RESULT_BOOL, ASK_ACCEPT_CONNECTION, false, CALLOUT_HANGUP2, "B3.accept", "AC",
     {CONNECTION_012}, 3, false},
[CALLOUT_HANGUP2] =
    {"MprAdminConnectionHangupNotification2", true, NO_SLOT,
     SINCE(2000), ROLE_NOTIFICATION, RESULT_VOID, ASK_CONNECTION_HANGUP, false, CALLOUT_ACCEPT2, "B3.hangup", "CH",
     {CONNECTION_012}, 3, false},
[CALLOUT_ACCEPT3] =
    {"MprAdminAcceptNewConnection3", true, NO_SLOT,
     SINCE(2008), ROLE_NOTIFICATION, RESULT_BOOL, ASK_ACCEPT_CONNECTION, false, CALLOUT_HANGUP3, "B3.accept", "AC",
     {CONNECTION_0123}, 4, false},
[CALLOUT_HANGUP3] =
    {"MprAdminConnectionHangupNotification3", true, NO_SLOT,
     SINCE(2008), ROLE_NOTIFICATION, RESULT_VOID, ASK_CONNECTION_HANGUP, false, CALLOUT_ACCEPT3, "B3.hangup", "CH",
     {CONNECTION_0123}, 4, true},
[CALLOUT_ACCEPT_EX] =
    {"MprAdminAcceptNewConnectionEx", true, SLOT(lpfnRasAdminAcceptNewConnectionEx),
     SINCE(R2), ROLE_NOTIFICATION, RESULT_BOOL, ASK_ACCEPT_CONNECTION, true, CALLOUT_HANGUP_EX, "B3.accept", "AC",
     {CONNECTION_EX}, 1, false},
[CALLOUT_HANGUP_EX] =
    {"MprAdminConnectionHangupNotificationEx", true, SLOT(lpfnRasAdminConnectionHangupNotificationEx),
     SINCE(R2), ROLE_NOTIFICATION, RESULT_VOID, ASK_CONNECTION_HANGUP, true, CALLOUT_ACCEPT_EX, "B3.hangup", "CH",
     {CONNECTION_EX}, 1, false},
[CALLOUT_REAUTHENTICATE] =
    {"MprAdminAcceptReauthentication", true, NO_SLOT,
     SINCE(2008), ROLE_NOTIFICATION, RESULT_BOOL, ASK_REAUTHENTICATION, false, CALLOUT_NONE, "B3.reauth", "RE",
     {CONNECTION_0123}, 4, false},
[CALLOUT_REAUTHENTICATE_EX] =
    {"MprAdminAcceptReauthenticationEx", true, SLOT(lpfnRasAdminAcceptReauthenticationEx),
     SINCE(R2), ROLE_NOTIFICATION, RESULT_BOOL, ASK_REAUTHENTICATION, true, CALLOUT_NONE, "B3.reauth", "RE",
     {CONNECTION_EX}, 1, false},
[CALLOUT_ENDPOINT_EX] =
    {"lpfnRasAdminAcceptEndpointChangeEx", false, SLOT(lpfnRasAdminAcceptEndpointChangeEx),
     SINCE(R2), ROLE_NOTIFICATION, RESULT_BOOL, ASK_ENDPOINT, true, CALLOUT_NONE, "B3.endpoint", "EP",
     {CONNECTION_EX}, 1, false},
[CALLOUT_PREAUTHENTICATE_EX] =
    {"lpfnRASValidatePreAuthenticatedConnectionEx", false,
     SLOT(lpfnRASValidatePreAuthenticatedConnectionEx),
     SINCE(R2), ROLE_NOTIFICATION, RESULT_ALLOWANCE, ASK_PREAUTHENTICATION, false, CALLOUT_NONE, "B3.preauth", "PA",
     {TAKES("pAuthValidation", AUTHENTICATION)}, 1, false},
[CALLOUT_ACCEPT_LINK] =
    {"MprAdminAcceptNewLink", true, SLOT(lpfnRasAdminAcceptNewLink),
     SINCE(NT4_RRAS), ROLE_NOTIFICATION, RESULT_BOOL, ASK_ACCEPT_LINK, false, CALLOUT_LINK_HANGUP, "B4.link", "AL",
     {PORT_01}, 2, false},
[CALLOUT_LINK_HANGUP] =
    {"MprAdminLinkHangupNotification", true, SLOT(lpfnRasAdminLinkHangupNotification),
     SINCE(NT4_RRAS), ROLE_NOTIFICATION, RESULT_VOID, ASK_LINK_HANGUP, false, CALLOUT_ACCEPT_LINK, "B4.linkhangup", "LH",
     {PORT_01}, 2, false},
[CALLOUT_NT4_ACCEPT] =
    {"RasAdminAcceptNewConnection", true, NO_SLOT,
     NT4_ONLY, ROLE_NOTIFICATION, RESULT_BOOL, ASK_ACCEPT_LINK, false, CALLOUT_NT4_HANGUP, "B5.nt4", "AC",
     {NT4_PORT}, 3, false},
[CALLOUT_NT4_HANGUP] =
    {"RasAdminConnectionHangupNotification", true, NO_SLOT,
     NT4_ONLY, ROLE_NOTIFICATION, RESULT_VOID, ASK_LINK_HANGUP, false, CALLOUT_NT4_ACCEPT, "B5.nt4", "CH",
     {NT4_PORT}, 3, false},
[CALLOUT_NT4_GET4] =
    {"RasAdminGetIpAddressForUser", true, NO_SLOT,
     NT4_ONLY, ROLE_ADDRESS, RESULT_DWORD, ASK_GET4, false, CALLOUT_NT4_RELEASE4, "B5.nt4", "GA",
     {TAKES("lpszUserName", USER_NAME), TAKES("lpszPortName", PORT_NAME),
      EXCHANGES("pipAddress", IPV4), GIVES("bNotifyRelease", NOTIFY)}, 4, false},
[CALLOUT_NT4_RELEASE4] =
    {"RasAdminReleaseIpAddress", true, NO_SLOT,
     NT4_ONLY, ROLE_ADDRESS, RESULT_VOID, ASK_RELEASE4, false, CALLOUT_NT4_GET4, "B5.nt4", "RA",
     {TAKES("lpszUserName", USER_NAME), TAKES("lpszPortName", PORT_NAME), TAKES("pipAddress", IPV4)}, 3, false},
};
/* clang-format on */

enum callout_id callout_id(const struct callout *callout)
{
    return (enum callout_id)(callout - callouts);
}

const struct callout *callout_find(const char *name)
{
    for (int id = 0; id < CALLOUT_COUNT; id++)
        if (strcmp(callouts[id].name, name) == 0 || (callouts[id].slot && strcmp(callouts[id].slot, name) == 0))
            return &callouts[id];
    return NULL;
}

bool callout_is_named(const struct callout *callout, const char *name, size_t length)
{
    return (strlen(callout->name) == length && strncmp(callout->name, name, length) == 0) ||
           (strlen(callout->shorthand) == length && strncmp(callout->shorthand, name, length) == 0);
}

callout_set callouts_known(const struct profile *profile)
{
    callout_set known = 0;
    for (int id = 0; id < CALLOUT_COUNT; id++)
        if (callouts[id].since <= profile->family && profile->family <= callouts[id].until)
            known |= CALLOUT_BIT(id);
    return known;
}
