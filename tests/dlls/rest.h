/* SPDX-License-Identifier: MIT */
/* The exports that a test DLL has to have and does not care for: it includes this behind <mprapi.h>, and defines
 * OWN_INITIALIZE, OWN_ACCEPT, OWN_HANGUP, OWN_LINK or OWN_TERMINATE where it has a function of its own. */
#ifndef OWN_INITIALIZE
__declspec(dllexport) DWORD WINAPI MprAdminInitializeDll(void)
{
    return NO_ERROR;
}
#endif

#ifndef OWN_TERMINATE
__declspec(dllexport) DWORD WINAPI MprAdminTerminateDll(void)
{
    return NO_ERROR;
}
#endif

#ifndef OWN_ACCEPT
__declspec(dllexport) BOOL WINAPI MprAdminAcceptNewConnection(RAS_CONNECTION_0 *c0, RAS_CONNECTION_1 *c1)
{
    (void)c0, (void)c1;
    return TRUE;
}
#endif

#ifndef OWN_HANGUP
__declspec(dllexport) VOID WINAPI MprAdminConnectionHangupNotification(RAS_CONNECTION_0 *c0, RAS_CONNECTION_1 *c1)
{
    (void)c0, (void)c1;
}
#endif

#ifndef OWN_LINK
__declspec(dllexport) BOOL WINAPI MprAdminAcceptNewLink(RAS_PORT_0 *p0, RAS_PORT_1 *p1)
{
    (void)p0, (void)p1;
    return TRUE;
}
#endif

__declspec(dllexport) VOID WINAPI MprAdminLinkHangupNotification(RAS_PORT_0 *p0, RAS_PORT_1 *p1)
{
    (void)p0, (void)p1;
}
