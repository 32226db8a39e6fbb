/* SPDX-License-Identifier: MIT */
/*
 * A test DLL of the Ex generation: everything in the callback table.
 *
 *   -DREVISION=N       what it sets revision to (default 2)
 *   -DEMPTY            leaves every slot empty
 *   -DHALF_ADDRESS     sets the get slot without the release slot
 *   -DHALVES           sets one half of the link and of the connection callouts only
 *   -DREAUTHENTICATES  sets the slot for re-authentication too
 *   -DPLAIN_EXPORTS    exports the plain connection pair beside the table
 */
#include <windows.h>

#include <mprapi.h>

#ifndef REVISION
#define REVISION 2
#endif

static DWORD APIENTRY terminate(VOID)
{
    return 0;
}

static DWORD APIENTRY get(WCHAR *user, WCHAR *port, DWORD *address, BOOL *notify)
{
    (void)user, (void)port, (void)address;
    *notify = TRUE;
    return 0;
}

static VOID APIENTRY release(WCHAR *user, WCHAR *port, DWORD *address)
{
    (void)user, (void)port, (void)address;
}

static BOOL APIENTRY accept_connection(RAS_CONNECTION_EX *connection)
{
    return connection->Header.size == sizeof *connection;
}

static VOID APIENTRY hangup(RAS_CONNECTION_EX *connection)
{
    (void)connection;
}

static BOOL APIENTRY accept_link(RAS_PORT_0 *p0, RAS_PORT_1 *p1)
{
    (void)p0, (void)p1;
    return TRUE;
}

static VOID APIENTRY link_hangup(RAS_PORT_0 *p0, RAS_PORT_1 *p1)
{
    (void)p0, (void)p1;
}

DWORD APIENTRY MprAdminInitializeDllEx(PMPRAPI_ADMIN_DLL_CALLBACKS table)
{
    table->revision = REVISION;
#ifndef EMPTY
    table->lpfnRasAdminTerminateDll = terminate;
    table->lpfnMprAdminGetIpAddressForUser = get;
    table->lpfnRasAdminAcceptNewLink = accept_link;
    table->lpfnRasAdminAcceptNewConnectionEx = accept_connection;
#ifdef REAUTHENTICATES
    table->lpfnRasAdminAcceptReauthenticationEx = accept_connection;
#endif
#ifndef HALF_ADDRESS
    table->lpfnMprAdminReleaseIpAddress = release;
#endif
#ifndef HALVES
    table->lpfnRasAdminLinkHangupNotification = link_hangup;
    table->lpfnRasAdminConnectionHangupNotificationEx = hangup;
#endif
#endif
    (void)terminate, (void)get, (void)release, (void)accept_connection, (void)hangup;
    (void)accept_link, (void)link_hangup;
    return 0;
}

#ifdef PLAIN_EXPORTS
BOOL APIENTRY MprAdminAcceptNewConnection(RAS_CONNECTION_0 *c0, RAS_CONNECTION_1 *c1)
{
    (void)c0, (void)c1;
    return TRUE;
}

VOID APIENTRY MprAdminConnectionHangupNotification(RAS_CONNECTION_0 *c0, RAS_CONNECTION_1 *c1)
{
    (void)c0, (void)c1;
}
#endif
