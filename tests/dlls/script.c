/* SPDX-License-Identifier: MIT */
/*
 * A test DLL whose answers the user's name decides, so that a scenario tells the whole story:
 *
 *   quiet...      no notification of the release      noaddress...  the Get callout fails with 5
 *   zero...       the address 0                       refused...    the connection is refused
 *   nolink...     the first link is refused           nosecond...   the second link is refused
 *   noreauth...   re-authentication is refused        nomove...     the endpoint change is refused
 *   same...       the same identifier for everybody
 *   slow...       every callout takes 100 ms; behind the dots the others go on: slow-noreauth
 *
 * A cookie of four bytes or more that begins with "good" lets its client in.
 *
 * -DGENERATION=1 2 3 chooses the exported connection pair; 4 is Ex, by the callback table. -DSLOW_MS=MS is another time.
 */
#include <windows.h>

#include <mprapi.h>

#include <string.h>

#ifndef GENERATION
#define GENERATION 1
#endif

#ifndef SLOW_MS
#define SLOW_MS 100
#endif

enum { SESSIONS = 4096 };
static struct {
    HANDLE connection;
    WCHAR user[UNLEN + 1];
    int links;
} sessions[SESSIONS];

static BOOL begins(const WCHAR *user, const WCHAR *beginning)
{
    return _wcsnicmp(user, beginning, wcslen(beginning)) == 0;
}

static BOOL is(const WCHAR *user, const WCHAR *beginning)
{
    return begins(begins(user, L"slow-") ? user + wcslen(L"slow-") : user, beginning);
}

static void take_time(const WCHAR *user)
{
    if (begins(user, L"slow"))
        Sleep(SLOW_MS);
}

static int find(HANDLE connection)
{
    int i;
    for (i = 0; i < SESSIONS; i++)
        if (sessions[i].connection == connection)
            return i;
    return -1;
}

static BOOL accept_user(HANDLE connection, const WCHAR *user)
{
    int i = find(NULL);
    take_time(user);
    sessions[i].connection = connection;
    sessions[i].links = 0;
    wcscpy(sessions[i].user, user);
    return !is(user, L"refused");
}

static void forget(HANDLE connection)
{
    int i = find(connection);
    if (i < 0)
        return;
    take_time(sessions[i].user);
    sessions[i].connection = NULL;
}

static BOOL APIENTRY accept_link(RAS_PORT_0 *p0, RAS_PORT_1 *p1)
{
    int i = find(p0->hConnection);
    (void)p1;
    if (i < 0)
        return FALSE;
    take_time(sessions[i].user);
    sessions[i].links++;
    return !(sessions[i].links == 1 && is(sessions[i].user, L"nolink")) &&
           !(sessions[i].links == 2 && is(sessions[i].user, L"nosecond"));
}

static VOID APIENTRY link_hangup(RAS_PORT_0 *p0, RAS_PORT_1 *p1)
{
    int i = find(p0->hConnection);
    (void)p1;
    if (i >= 0)
        take_time(sessions[i].user);
}

static DWORD APIENTRY get4(WCHAR *user, WCHAR *port, DWORD *address, BOOL *notify)
{
    (void)port;
    take_time(user);
    if (is(user, L"zero"))
        *address = 0;
    *notify = !is(user, L"quiet");
    return is(user, L"noaddress") ? 5 : NO_ERROR;
}

static VOID APIENTRY release4(WCHAR *user, WCHAR *port, DWORD *address)
{
    (void)port, (void)address;
    take_time(user);
}

static DWORD APIENTRY get6(WCHAR *user, WCHAR *port, IN6_ADDR *address, BOOL *notify)
{
    (void)port;
    if (is(user, L"same"))
        memset(address, 1, sizeof *address);
    *notify = !is(user, L"quiet");
    return is(user, L"no6") ? 5 : NO_ERROR;
}

static VOID APIENTRY release6(WCHAR *user, WCHAR *port, IN6_ADDR *address)
{
    (void)user, (void)port, (void)address;
}

static DWORD APIENTRY terminate(VOID)
{
    memset(sessions, 0, sizeof sessions);
    return NO_ERROR;
}

#if GENERATION == 4

static BOOL APIENTRY accept_ex(RAS_CONNECTION_EX *c)
{
    return accept_user(c->hConnection, c->wszUserName);
}

static VOID APIENTRY hangup_ex(RAS_CONNECTION_EX *c)
{
    forget(c->hConnection);
}

static BOOL APIENTRY reauthenticate_ex(RAS_CONNECTION_EX *c)
{
    take_time(c->wszUserName);
    return !is(c->wszUserName, L"noreauth");
}

static BOOL APIENTRY endpoint_ex(RAS_CONNECTION_EX *c)
{
    take_time(c->wszUserName);
    return !is(c->wszUserName, L"nomove");
}

static DWORD APIENTRY preauthenticate(AUTH_VALIDATION_EX *a)
{
    return a->AuthInfoSize >= 4 && memcmp(a->AuthInfo, "good", 4) == 0 ? ALLOW_NO_AUTH : DO_NOT_ALLOW_NO_AUTH;
}

DWORD APIENTRY MprAdminInitializeDllEx(PMPRAPI_ADMIN_DLL_CALLBACKS table)
{
    table->lpfnRasAdminTerminateDll = terminate;
    table->lpfnMprAdminGetIpAddressForUser = get4;
    table->lpfnMprAdminReleaseIpAddress = release4;
    table->lpfnMprAdminGetIpv6AddressForUser = get6;
    table->lpfnMprAdminReleaseIpV6AddressForUser = release6;
    table->lpfnRasAdminAcceptNewLink = accept_link;
    table->lpfnRasAdminLinkHangupNotification = link_hangup;
    table->lpfnRasAdminAcceptNewConnectionEx = accept_ex;
    table->lpfnRasAdminConnectionHangupNotificationEx = hangup_ex;
    table->lpfnRasAdminAcceptReauthenticationEx = reauthenticate_ex;
    table->lpfnRasAdminAcceptEndpointChangeEx = endpoint_ex;
    table->lpfnRASValidatePreAuthenticatedConnectionEx = preauthenticate;
    return NO_ERROR;
}

#else

DWORD APIENTRY MprAdminInitializeDll(VOID)
{
    return NO_ERROR;
}

DWORD APIENTRY MprAdminTerminateDll(VOID)
{
    return terminate();
}

DWORD APIENTRY MprAdminGetIpAddressForUser(WCHAR *user, WCHAR *port, DWORD *address, BOOL *notify)
{
    return get4(user, port, address, notify);
}

VOID APIENTRY MprAdminReleaseIpAddress(WCHAR *user, WCHAR *port, DWORD *address)
{
    release4(user, port, address);
}

DWORD APIENTRY MprAdminGetIpv6AddressForUser(WCHAR *user, WCHAR *port, IN6_ADDR *address, BOOL *notify)
{
    return get6(user, port, address, notify);
}

VOID APIENTRY MprAdminReleaseIpv6AddressForUser(WCHAR *user, WCHAR *port, IN6_ADDR *address)
{
    release6(user, port, address);
}

BOOL APIENTRY MprAdminAcceptNewLink(RAS_PORT_0 *p0, RAS_PORT_1 *p1)
{
    return accept_link(p0, p1);
}

VOID APIENTRY MprAdminLinkHangupNotification(RAS_PORT_0 *p0, RAS_PORT_1 *p1)
{
    link_hangup(p0, p1);
}

#if GENERATION == 1
#define PARAMETERS RAS_CONNECTION_0 *c0, RAS_CONNECTION_1 *c1
#define USE (void)c1
#define ACCEPT_NAME MprAdminAcceptNewConnection
#define HANGUP_NAME MprAdminConnectionHangupNotification
#elif GENERATION == 2
#define PARAMETERS RAS_CONNECTION_0 *c0, RAS_CONNECTION_1 *c1, RAS_CONNECTION_2 *c2
#define USE (void)c1, (void)c2
#define ACCEPT_NAME MprAdminAcceptNewConnection2
#define HANGUP_NAME MprAdminConnectionHangupNotification2
#else
#define PARAMETERS RAS_CONNECTION_0 *c0, RAS_CONNECTION_1 *c1, RAS_CONNECTION_2 *c2, RAS_CONNECTION_3 *c3
#define USE (void)c1, (void)c2, (void)c3
#define ACCEPT_NAME MprAdminAcceptNewConnection3
#define HANGUP_NAME MprAdminConnectionHangupNotification3

BOOL APIENTRY MprAdminAcceptReauthentication(PARAMETERS)
{
    USE;
    return !is(c0->wszUserName, L"noreauth");
}
#endif

BOOL APIENTRY ACCEPT_NAME(PARAMETERS)
{
    USE;
    return accept_user(c0->hConnection, c0->wszUserName);
}

VOID APIENTRY HANGUP_NAME(PARAMETERS)
{
    USE;
    forget(c0->hConnection);
}

#endif
