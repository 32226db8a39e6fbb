/* SPDX-License-Identifier: MIT */
/* A test DLL that exports two generations of connection callouts and both forms of initialize. With -DWITH_EX it
 * exports the newest, too, and re-authentication in both its forms. */
#include <windows.h>

#include <mprapi.h>

DWORD APIENTRY MprAdminInitializeDll(VOID)
{
    return NO_ERROR;
}

DWORD APIENTRY MprAdminInitializeDllEx(PMPRAPI_ADMIN_DLL_CALLBACKS table)
{
    (void)table; /* everything is an export */
    return NO_ERROR;
}

DWORD APIENTRY MprAdminTerminateDll(VOID)
{
    return NO_ERROR;
}

BOOL APIENTRY MprAdminAcceptNewConnection(RAS_CONNECTION_0 *c0, RAS_CONNECTION_1 *c1)
{
    (void)c0, (void)c1;
    return TRUE;
}

VOID APIENTRY MprAdminConnectionHangupNotification(RAS_CONNECTION_0 *c0, RAS_CONNECTION_1 *c1)
{
    (void)c0, (void)c1;
}

BOOL APIENTRY MprAdminAcceptNewConnection3(RAS_CONNECTION_0 *c0, RAS_CONNECTION_1 *c1, RAS_CONNECTION_2 *c2,
                                           RAS_CONNECTION_3 *c3)
{
    (void)c0, (void)c1, (void)c2, (void)c3;
    return TRUE;
}

VOID APIENTRY MprAdminConnectionHangupNotification3(RAS_CONNECTION_0 *c0, RAS_CONNECTION_1 *c1, RAS_CONNECTION_2 *c2,
                                                    RAS_CONNECTION_3 *c3)
{
    (void)c0, (void)c1, (void)c2, (void)c3;
}

BOOL APIENTRY MprAdminAcceptNewLink(RAS_PORT_0 *p0, RAS_PORT_1 *p1)
{
    (void)p0, (void)p1;
    return TRUE;
}

VOID APIENTRY MprAdminLinkHangupNotification(RAS_PORT_0 *p0, RAS_PORT_1 *p1)
{
    (void)p0, (void)p1;
}

#ifdef WITH_EX
BOOL APIENTRY MprAdminAcceptNewConnectionEx(RAS_CONNECTION_EX *connection)
{
    (void)connection;
    return TRUE;
}

VOID APIENTRY MprAdminConnectionHangupNotificationEx(RAS_CONNECTION_EX *connection)
{
    (void)connection;
}

BOOL APIENTRY MprAdminAcceptReauthentication(RAS_CONNECTION_0 *c0, RAS_CONNECTION_1 *c1, RAS_CONNECTION_2 *c2,
                                             RAS_CONNECTION_3 *c3)
{
    (void)c0, (void)c1, (void)c2, (void)c3;
    return TRUE;
}

BOOL APIENTRY MprAdminAcceptReauthenticationEx(RAS_CONNECTION_EX *connection)
{
    (void)connection;
    return TRUE;
}
#endif
