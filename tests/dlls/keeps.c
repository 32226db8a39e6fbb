/* SPDX-License-Identifier: MIT */
/* A test DLL that keeps an argument and reads it when the connection ends. */
#include <windows.h>

#include <mprapi.h>

#define OWN_ACCEPT
#define OWN_HANGUP
#include "rest.h"

static RAS_CONNECTION_0 *kept;
static volatile DWORD seen;

__declspec(dllexport) BOOL WINAPI MprAdminAcceptNewConnection(RAS_CONNECTION_0 *c0, RAS_CONNECTION_1 *c1)
{
    (void)c1;
    kept = c0;
    return TRUE;
}

__declspec(dllexport) VOID WINAPI MprAdminConnectionHangupNotification(RAS_CONNECTION_0 *c0, RAS_CONNECTION_1 *c1)
{
    (void)c0, (void)c1;
    seen = kept->dwConnectDuration;
}
