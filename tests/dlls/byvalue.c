/* SPDX-License-Identifier: MIT */
/* A test DLL whose MprAdminConnectionHangupNotification3 is made after the typedef of Windows: the last structure comes
 * by value. It says what it finds there. */
#include <windows.h>

#define MprAdminConnectionHangupNotification3 prototype_of_the_header
#include <mprapi.h>
#undef MprAdminConnectionHangupNotification3

#define OWN_ACCEPT
#define OWN_HANGUP
#include "rest.h"

__declspec(dllexport) BOOL WINAPI
    MprAdminAcceptNewConnection3(RAS_CONNECTION_0 *c0, RAS_CONNECTION_1 *c1, RAS_CONNECTION_2 *c2, RAS_CONNECTION_3 *c3)
{
    (void)c0, (void)c1, (void)c2, (void)c3;
    return TRUE;
}

__declspec(dllexport) VOID WINAPI MprAdminConnectionHangupNotification3(RAS_CONNECTION_0 *c0, RAS_CONNECTION_1 *c1,
                                                                        RAS_CONNECTION_2 *c2, RAS_CONNECTION_3 c3)
{
    (void)c0, (void)c1, (void)c2;
    OutputDebugStringA(c3.dwVersion == 0 && c3.dwSize == sizeof c3 ? "by value" : "garbage");
}
