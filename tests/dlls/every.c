/* SPDX-License-Identifier: MIT */
/*
 * One source for many test DLLs.
 *
 *   -DGENERATION=1 2 3     which connection pair is exported (default 1)
 *   -DWITHOUT_X            leaves out an export: INITIALIZE TERMINATE ACCEPT HANGUP ACCEPT_LINK
 *                          LINK_HANGUP ADDRESS (both halves) RELEASE
 *   -DINITIALIZE=N         what MprAdminInitializeDll returns
 *   -DANSWER=N, -DLINK=N   what the accept callouts return
 *   -DGET=N, -DADDRESS=N, -DNOTIFY=N   code, address (network order) and flag of the get callout
 *   -DNOTIFY_UNTOUCHED     leaves the flag as it is; -DNOTIFY_KEPT reads it and sets it to the same;
 *                          -DNOTIFY_BYTE sets one byte of it
 *   -DSLEEP=MS             sleeps when a user is to be accepted whose name begins with slow
 */
#include <windows.h>

#include <mprapi.h>

#ifndef GENERATION
#define GENERATION 1
#endif
#ifndef INITIALIZE
#define INITIALIZE 0
#endif
#ifndef ANSWER
#define ANSWER TRUE
#endif
#ifndef LINK
#define LINK TRUE
#endif
#ifndef GET
#define GET 0
#endif
#ifndef NOTIFY
#define NOTIFY TRUE
#endif

#ifndef WITHOUT_INITIALIZE
DWORD APIENTRY MprAdminInitializeDll(VOID)
{
    return INITIALIZE;
}
#endif

#ifndef WITHOUT_TERMINATE
DWORD APIENTRY MprAdminTerminateDll(VOID)
{
    return 0;
}
#endif

#ifndef WITHOUT_ADDRESS
DWORD APIENTRY MprAdminGetIpAddressForUser(WCHAR *user, WCHAR *port, DWORD *address, BOOL *notify)
{
    (void)user, (void)port, (void)address;
#ifdef ADDRESS
    *address = ADDRESS;
#endif
#if defined(NOTIFY_UNTOUCHED)
    (void)notify;
#elif defined(NOTIFY_KEPT)
    *notify = *notify ? TRUE : FALSE;
#elif defined(NOTIFY_BYTE)
    *(char *)notify = TRUE;
#else
    *notify = NOTIFY;
#endif
    return GET;
}

#ifndef WITHOUT_RELEASE
VOID APIENTRY MprAdminReleaseIpAddress(WCHAR *user, WCHAR *port, DWORD *address)
{
    (void)user, (void)port, (void)address;
}
#endif
#endif

#if GENERATION == 1
#define PARAMETERS RAS_CONNECTION_0 *c0, RAS_CONNECTION_1 *c1
#define USE (void)c0, (void)c1
#define ACCEPT_NAME MprAdminAcceptNewConnection
#define HANGUP_NAME MprAdminConnectionHangupNotification
#elif GENERATION == 2
#define PARAMETERS RAS_CONNECTION_0 *c0, RAS_CONNECTION_1 *c1, RAS_CONNECTION_2 *c2
#define USE (void)c0, (void)c1, (void)c2
#define ACCEPT_NAME MprAdminAcceptNewConnection2
#define HANGUP_NAME MprAdminConnectionHangupNotification2
#else
#define PARAMETERS RAS_CONNECTION_0 *c0, RAS_CONNECTION_1 *c1, RAS_CONNECTION_2 *c2, RAS_CONNECTION_3 *c3
#define USE (void)c0, (void)c1, (void)c2, (void)c3
#define ACCEPT_NAME MprAdminAcceptNewConnection3
#define HANGUP_NAME MprAdminConnectionHangupNotification3
#endif

#ifndef WITHOUT_ACCEPT
BOOL APIENTRY ACCEPT_NAME(PARAMETERS)
{
    USE;
#ifdef SLEEP
    if (_wcsnicmp(c0->wszUserName, L"slow", 4) == 0)
        Sleep(SLEEP);
#endif
    return ANSWER;
}
#endif

#ifndef WITHOUT_HANGUP
VOID APIENTRY HANGUP_NAME(PARAMETERS)
{
    USE;
}
#endif

#ifndef WITHOUT_ACCEPT_LINK
BOOL APIENTRY MprAdminAcceptNewLink(RAS_PORT_0 *p0, RAS_PORT_1 *p1)
{
    (void)p0, (void)p1;
    return LINK;
}
#endif

#ifndef WITHOUT_LINK_HANGUP
VOID APIENTRY MprAdminLinkHangupNotification(RAS_PORT_0 *p0, RAS_PORT_1 *p1)
{
    (void)p0, (void)p1;
}
#endif
