/* SPDX-License-Identifier: MIT */
/*
 * A DLL that calls an administration function inside a callout, where such a call never returns
 * (B0.forbidden): in MprAdminConnectionHangupNotification, or where -DWHERE=... says; for the user
 * `culprit` only. -DELSEWHERE calls it from a thread of the DLL's own instead, where it is allowed, and
 * -DTWICE calls it two times, -DALLOWED calls functions that are not among the fifteen; both refuse the user if that goes wrong.
 * -DCALL="CALL" makes that call.
 */
#include <windows.h>

#include <pthread.h>

#include <mprapi.h>

enum where { INITIALIZE = 1, GET, ACCEPT, HANGUP, TERMINATE };
#ifndef WHERE
#define WHERE HANGUP
#endif

static BOOL is_culprit(const WCHAR *user)
{
    return _wcsnicmp(user, L"culprit", 7) == 0;
}

#if defined(ALLOWED)
static DWORD ask(void)
{
    HANDLE server = NULL;
    if (MprAdminServerConnect(NULL, &server) == 1131)
        return 1131; /* where it is forbidden too (Q30) */
    return MprAdminIsServiceRunning(NULL) ? 1 : NO_ERROR;
}
#elif defined(CALL)
static DWORD ask(void)
{
    CALL;
    return NO_ERROR;
}
#else
static DWORD enumerate(void)
{
    LPBYTE ports = NULL;
    DWORD read = 0, total = 0;
    return MprAdminPortEnum((RAS_SERVER_HANDLE)&ports, 0, NULL, &ports, (DWORD)-1, &read, &total, NULL);
}

#if defined(ELSEWHERE)
static void *on_thread(void *answer)
{
    *(DWORD *)answer = enumerate();
    return NULL;
}

static DWORD ask(void)
{
    pthread_t thread;
    DWORD answer = 0;
    pthread_create(&thread, NULL, on_thread, &answer);
    pthread_join(thread, NULL);
    return answer == 903 ? NO_ERROR : 1;
}
#else
static DWORD ask(void)
{
#ifdef TWICE
    enumerate();
#endif
    return enumerate();
}
#endif
#endif

DWORD APIENTRY MprAdminInitializeDll(VOID)
{
    return WHERE == INITIALIZE ? ask() : NO_ERROR;
}

DWORD APIENTRY MprAdminTerminateDll(VOID)
{
    return WHERE == TERMINATE ? ask() : NO_ERROR;
}

DWORD APIENTRY MprAdminGetIpAddressForUser(WCHAR *user, WCHAR *port, DWORD *address, BOOL *notify)
{
    (void)port, (void)address;
    *notify = TRUE;
    return WHERE == GET && is_culprit(user) ? ask() : NO_ERROR;
}

VOID APIENTRY MprAdminReleaseIpAddress(WCHAR *user, WCHAR *port, DWORD *address)
{
    (void)user, (void)port, (void)address;
}

BOOL APIENTRY MprAdminAcceptNewConnection(RAS_CONNECTION_0 *c0, RAS_CONNECTION_1 *c1)
{
    (void)c1;
    return !(WHERE == ACCEPT && is_culprit(c0->wszUserName)) || ask() == NO_ERROR;
}

VOID APIENTRY MprAdminConnectionHangupNotification(RAS_CONNECTION_0 *c0, RAS_CONNECTION_1 *c1)
{
    (void)c1;
    if (WHERE == HANGUP && is_culprit(c0->wszUserName))
        ask();
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
