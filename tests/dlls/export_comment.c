/* SPDX-License-Identifier: MIT */
/* A test DLL whose exports stand in comments for the linker of Visual C++; one export is in none of them with -DUNNAMED. */
#include <windows.h>

#include <mprapi.h>

#ifdef __GNUC__
#pragma GCC diagnostic ignored "-Wunknown-pragmas"
#endif
#pragma comment(linker, "/EXPORT:MprAdminInitializeDll")
#pragma comment(linker, "/EXPORT:MprAdminTerminateDll=MprAdminTerminateDll")
#pragma comment(linker, "/export:MprAdminAcceptNewConnection,@3")
#pragma comment(linker, "/NODEFAULTLIB:libcmt -EXPORT:MprAdminConnectionHangupNotification")
#pragma comment(linker, "/EXPORT:MprAdminAcceptNewLink")

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
    (void)c0, (void)c1;
    return TRUE;
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

#ifndef UNNAMED
__declspec(dllexport)
#endif
    VOID APIENTRY MprAdminLinkHangupNotification(RAS_PORT_0 *p0, RAS_PORT_1 *p1)
{
    (void)p0, (void)p1;
}
