/* SPDX-License-Identifier: MIT */
/*
 * A test DLL that touches memory AT bytes behind the end of what its parameter OF points at (-DOF=c0, c1, p0, p1),
 * or before its beginning if AT is negative: -DREAD or -DWRITE, or both, COUNT bytes.
 */
#include <windows.h>

#include <mprapi.h>

#define OWN_ACCEPT
#define OWN_HANGUP
#define OWN_LINK
#define OWN_TERMINATE
#include "rest.h"

#include <string.h>

#ifndef COUNT
#define COUNT 1
#endif

static char seen[COUNT];

static void touch(void *begin, size_t size, const char *who)
{
    char *memory = (char *)begin + (AT < 0 ? 0 : size) + AT;
    if (strcmp(who, OF) != 0)
        return;
#ifdef READ
    memcpy(seen, memory, COUNT);
#endif
#ifdef WRITE
    memset(memory, 1, COUNT);
#endif
}

__declspec(dllexport) DWORD WINAPI MprAdminTerminateDll(void)
{
    return seen[0] == 'x';
}

__declspec(dllexport) BOOL WINAPI MprAdminAcceptNewConnection(RAS_CONNECTION_0 *c0, RAS_CONNECTION_1 *c1)
{
    touch(c0, sizeof *c0, "c0");
    touch(c1, sizeof *c1, "c1");
    return TRUE;
}

__declspec(dllexport) VOID WINAPI MprAdminConnectionHangupNotification(RAS_CONNECTION_0 *c0, RAS_CONNECTION_1 *c1)
{
    touch(c0, sizeof *c0, "h0");
    touch(c1, sizeof *c1, "h1");
}

__declspec(dllexport) BOOL WINAPI MprAdminAcceptNewLink(RAS_PORT_0 *p0, RAS_PORT_1 *p1)
{
    touch(p0, sizeof *p0, "p0");
    touch(p1, sizeof *p1, "p1");
    return TRUE;
}
