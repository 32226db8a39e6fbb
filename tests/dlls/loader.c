/* SPDX-License-Identifier: MIT */
/*
 * A test DLL that waits for threads while it is loaded or unloaded, when Windows lets none begin or end; $HOW says how:
 *
 *   attach-event, attach-thread    for an event that its thread signals, for the thread: never on Windows
 *   attach-a-while                 for the thread, 100 ms: in vain
 *   detach-thread                  for a thread that ends only then: never on Windows
 *   detach-event                   for an event that a thread of before signals: that is fine
 *   detach-sleep                   an hour, which takes no time
 *   detach-ended                   for a thread that has ended: that is fine
 */
#include <windows.h>

#include <mprapi.h>

#include <stdlib.h>
#include <string.h>

#define OWN_ACCEPT
#define OWN_TERMINATE
#include "rest.h"

static HANDLE ready, stop, thread;

static DWORD WINAPI signal_ready(LPVOID unused)
{
    (void)unused;
    SetEvent(ready);
    return 0;
}

static DWORD WINAPI wait_for_stop(LPVOID unused)
{
    (void)unused;
    WaitForSingleObject(stop, INFINITE);
    SetEvent(ready);
    return 0;
}

static int is(const char *wanted)
{
    const char *how = getenv("HOW");
    return how && strcmp(how, wanted) == 0;
}

static void attach(void)
{
    ready = CreateEventW(NULL, TRUE, FALSE, NULL);
    stop = CreateEventW(NULL, TRUE, FALSE, NULL);
    if (is("attach-event") || is("attach-thread") || is("attach-a-while"))
        thread = CreateThread(NULL, 0, signal_ready, NULL, 0, NULL);
    if (is("attach-event"))
        WaitForSingleObject(ready, INFINITE);
    if (is("attach-thread"))
        WaitForSingleObject(thread, INFINITE);
    if (is("attach-a-while") && WaitForSingleObject(thread, 100) != WAIT_TIMEOUT)
        abort();
}

static void detach(void)
{
    if (is("detach-thread") || is("detach-event"))
        SetEvent(stop);
    if (thread && (is("detach-thread") || is("detach-ended")))
        WaitForSingleObject(thread, INFINITE);
    if (is("detach-sleep"))
        Sleep(3600000);
    if (thread && is("detach-event")) {
        WaitForSingleObject(ready, INFINITE);
        ResetEvent(stop);
        Sleep(100); /* until the thread is out of this DLL's code */
    }
    if (thread)
        CloseHandle(thread);
    CloseHandle(ready);
    CloseHandle(stop);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    (void)instance, (void)reserved;
    if (reason == DLL_PROCESS_ATTACH)
        attach();
    if (reason == DLL_PROCESS_DETACH)
        detach();
    return TRUE;
}

__declspec(dllexport) BOOL WINAPI MprAdminAcceptNewConnection(RAS_CONNECTION_0 *c0, RAS_CONNECTION_1 *c1)
{
    (void)c0, (void)c1;
    if (!thread && (is("detach-thread") || is("detach-event")))
        thread = CreateThread(NULL, 0, wait_for_stop, NULL, 0, NULL);
    if (!thread && is("detach-ended"))
        thread = CreateThread(NULL, 0, signal_ready, NULL, 0, NULL);
    return TRUE;
}

__declspec(dllexport) DWORD WINAPI MprAdminTerminateDll(void)
{
    if (is("detach-ended") && thread)
        WaitForSingleObject(thread, INFINITE);
    return NO_ERROR;
}
