/* SPDX-License-Identifier: MIT */
/* Leaves memory behind and, with -DLEFT, a thread and an open file. */
#include <windows.h>

#include <mprapi.h>

#include <stdlib.h>
#include <string.h>

#ifdef LEFT
static DWORD WINAPI wait_for_ever(LPVOID event)
{
    return WaitForSingleObject(event, INFINITE);
}
#endif

static void *kept[3];

DWORD APIENTRY MprAdminInitializeDll(VOID)
{
    kept[0] = malloc(100);
    kept[1] = HeapAlloc(GetProcessHeap(), 0, 30);
    kept[2] = _strdup("twelve bytes");
    free(malloc(7));
    LocalFree(LocalAlloc(LPTR, 40));
    kept[2] = realloc(kept[2], 20);
    HANDLE closed = CreateFileA("closed.txt", GENERIC_WRITE, 0, NULL, CREATE_ALWAYS, 0, NULL);
    CloseHandle(closed);
#ifdef LEFT
    CreateThread(NULL, 0, wait_for_ever, CreateEventW(NULL, TRUE, FALSE, NULL), 0, NULL);
    CreateFileA("left.txt", GENERIC_WRITE, 0, NULL, CREATE_ALWAYS, 0, NULL);
#endif
    return NO_ERROR;
}

DWORD APIENTRY MprAdminTerminateDll(VOID)
{
    return NO_ERROR;
}

BOOL APIENTRY MprAdminAcceptNewConnection(RAS_CONNECTION_0 *connection, RAS_CONNECTION_1 *traffic)
{
    (void)connection, (void)traffic;
    return TRUE;
}

VOID APIENTRY MprAdminConnectionHangupNotification(RAS_CONNECTION_0 *connection, RAS_CONNECTION_1 *traffic)
{
    (void)connection, (void)traffic;
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
