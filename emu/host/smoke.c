/* SPDX-License-Identifier: MIT */
/* rrasemu-smoke.dll: the least that RRAS takes; rrasemu doctor tries Wine with it. */
#include <windows.h>

#include <mprapi.h>

#define CALLOUT(result) __declspec(dllexport) result APIENTRY

CALLOUT(DWORD) MprAdminInitializeDll(VOID);
CALLOUT(DWORD) MprAdminTerminateDll(VOID);
CALLOUT(BOOL) MprAdminAcceptNewConnection(RAS_CONNECTION_0 *c0, RAS_CONNECTION_1 *c1);
CALLOUT(VOID) MprAdminConnectionHangupNotification(RAS_CONNECTION_0 *c0, RAS_CONNECTION_1 *c1);
CALLOUT(BOOL) MprAdminAcceptNewLink(RAS_PORT_0 *p0, RAS_PORT_1 *p1);
CALLOUT(VOID) MprAdminLinkHangupNotification(RAS_PORT_0 *p0, RAS_PORT_1 *p1);

DWORD APIENTRY MprAdminInitializeDll(VOID)
{
    return NO_ERROR;
}

DWORD APIENTRY MprAdminTerminateDll(VOID)
{
    return NO_ERROR;
}

BOOL APIENTRY MprAdminAcceptNewConnection(RAS_CONNECTION_0 *c0, RAS_CONNECTION_1 *c1)
{
    (void)c1;
    return lstrcmpW(c0->wszUserName, L"alice") == 0; /* of the built-in scenario */
}

VOID APIENTRY MprAdminConnectionHangupNotification(RAS_CONNECTION_0 *c0, RAS_CONNECTION_1 *c1)
{
    (void)c0, (void)c1;
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
