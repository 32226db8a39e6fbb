/* SPDX-License-Identifier: MIT */
/*
 * A test DLL that waits while a connection is to be accepted, as its user's name says:
 *
 *   event    for an event that nobody signals, 2 s: accepted after them
 *   thread   for a thread of its own, 5 s at most: accepted at once
 *   several  for two events of which one is signalled: accepted at once
 *   mutex    for a mutex it owns: accepted at once
 *
 * DllMain makes the event and closes it; without it everyone is refused.
 */
#include <windows.h>

#include <mprapi.h>

static HANDLE never;

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    (void)instance, (void)reserved;
    if (reason == DLL_PROCESS_ATTACH)
        never = CreateEventW(NULL, TRUE, FALSE, NULL);
    if (reason == DLL_PROCESS_DETACH)
        CloseHandle(never);
    return TRUE;
}

static DWORD WINAPI work(LPVOID result)
{
    *(LONG *)result = 7;
    return 42;
}

static BOOL wait_for_thread(void)
{
    static LONG result;
    DWORD code = 0;
    HANDLE thread = CreateThread(NULL, 0, work, &result, 0, NULL);
    BOOL ended = thread && WaitForSingleObject(thread, 5000) == WAIT_OBJECT_0 && GetExitCodeThread(thread, &code);
    CloseHandle(thread);
    return ended && code == 42 && result == 7;
}

static BOOL wait_for_several(void)
{
    HANDLE both[] = {never, CreateEventW(NULL, FALSE, TRUE, NULL)};
    DWORD which = WaitForMultipleObjects(2, both, FALSE, 5000);
    DWORD again = WaitForSingleObject(both[1], 0); /* the signal was taken */
    CloseHandle(both[1]);
    return which == WAIT_OBJECT_0 + 1 && again == WAIT_TIMEOUT;
}

static BOOL wait_for_mutex(void)
{
    HANDLE mutex = CreateMutexW(NULL, TRUE, NULL);
    BOOL owned = WaitForSingleObject(mutex, 5000) == WAIT_OBJECT_0 && ReleaseMutex(mutex) && ReleaseMutex(mutex) &&
                 !ReleaseMutex(mutex);
    CloseHandle(mutex);
    return owned && GetLastError() == ERROR_NOT_OWNER;
}

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
    switch (c0->wszUserName[0]) {
    case L'e': {
        ULONGLONG before = GetTickCount64();
        return WaitForSingleObject(never, 2000) == WAIT_TIMEOUT && GetTickCount64() - before == 2000;
    }
    case L't':
        return wait_for_thread();
    case L's':
        return wait_for_several();
    case L'm':
        return wait_for_mutex();
    }
    return FALSE;
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
