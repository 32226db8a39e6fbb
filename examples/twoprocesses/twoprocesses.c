/* SPDX-License-Identifier: MIT */
/*
 * twoprocesses: a mistake to learn from. The DLL counts the addresses it has given out and accepts a
 * connection only if one of them is waiting for it. That works wherever both callouts see the same
 * variable. On Windows they do not: the address callouts run in one process and all others in another,
 * each with a `waiting` of its own, and the one that is asked here is always 0.
 */
#include <windows.h>

#include <mprapi.h>

static LONG waiting; /* addresses given out whose connection was not accepted yet */

DWORD APIENTRY MprAdminInitializeDll(VOID)
{
    waiting = 0;
    return NO_ERROR;
}

DWORD APIENTRY MprAdminTerminateDll(VOID)
{
    return NO_ERROR;
}

DWORD APIENTRY MprAdminGetIpAddressForUser(WCHAR *user, WCHAR *port, DWORD *address, BOOL *notify)
{
    (void)user, (void)port, (void)address; /* what RAS proposes is fine */
    waiting++;
    *notify = FALSE;
    return NO_ERROR;
}

VOID APIENTRY MprAdminReleaseIpAddress(WCHAR *user, WCHAR *port, DWORD *address)
{
    (void)user, (void)port, (void)address;
}

BOOL APIENTRY MprAdminAcceptNewConnection(RAS_CONNECTION_0 *who, RAS_CONNECTION_1 *traffic)
{
    (void)who, (void)traffic;
    if (waiting == 0)
        return FALSE; /* an address that we did not give? */
    waiting--;
    return TRUE;
}

VOID APIENTRY MprAdminConnectionHangupNotification(RAS_CONNECTION_0 *who, RAS_CONNECTION_1 *traffic)
{
    (void)who, (void)traffic;
}

BOOL APIENTRY MprAdminAcceptNewLink(RAS_PORT_0 *port, RAS_PORT_1 *traffic)
{
    (void)port, (void)traffic;
    return TRUE;
}

VOID APIENTRY MprAdminLinkHangupNotification(RAS_PORT_0 *port, RAS_PORT_1 *traffic)
{
    (void)port, (void)traffic;
}
