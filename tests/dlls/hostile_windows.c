/* SPDX-License-Identifier: MIT */
/*
 * A test DLL for Windows that does one bad thing when the user `culprit` is to be accepted:
 *
 *   -DBAD_CRASH -DBAD_KEEP -DBAD_STACK -DBAD_DIVIDE -DBAD_RAISE
 *   -DBAD_ABORT -DBAD_EXIT -DBAD_EXIT_THREAD -DBAD_EXIT_PROCESS -DBAD_TERMINATE -DBAD_HANG -DBAD_FORBIDDEN
 *   -DBAD_PRINT -DBAD_BOX -DBAD_DEBUG -DBAD_PREBIND (the clock by GetProcAddress)
 *
 * or -DBAD_ATTACH, which refuses to be loaded.
 */
#include <windows.h>

#include <mprapi.h>

#include <stdio.h>
#include <stdlib.h>

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    (void)instance, (void)reserved;
#ifdef BAD_ATTACH
    if (reason == DLL_PROCESS_ATTACH)
        return FALSE;
#endif
    (void)reason;
    return TRUE;
}

#ifdef BAD_STACK
static int deeper(volatile int *from)
{
    volatile int here[1000] = {*from};
    return deeper(here) + here[999];
}
#endif

static void misbehave(RAS_CONNECTION_0 *c0)
{
#if defined(BAD_CRASH)
    volatile int *nothing = NULL;
    *nothing = 1;
#elif defined(BAD_STACK)
    volatile int from = 1;
    deeper(&from);
#elif defined(BAD_DIVIDE)
    volatile int zero = 0;
    zero = 7 / zero;
#elif defined(BAD_RAISE)
    RaiseException(0xE0000001, 0, 0, NULL);
#elif defined(BAD_ABORT)
    abort();
#elif defined(BAD_EXIT)
    exit(5);
#elif defined(BAD_EXIT_PROCESS)
    ExitProcess(9);
#elif defined(BAD_TERMINATE)
    TerminateProcess(GetCurrentProcess(), 9);
#elif defined(BAD_EXIT_THREAD)
    ExitThread(4);
#elif defined(BAD_HANG)
    for (volatile int i = 0;; i++)
        if (i > 5)
            i = 0;
#elif defined(BAD_FORBIDDEN)
    LPBYTE buffer;
    DWORD read, total;
    MprAdminPortEnum((RAS_SERVER_HANDLE)1, 0, NULL, &buffer, 0, &read, &total, NULL);
#elif defined(BAD_PRINT)
    printf("to the \"screen\"\n");
    fprintf(stderr, "and aside\n");
#elif defined(BAD_BOX)
    MessageBoxW(NULL, L"press me", L"title", MB_OK);
#elif defined(BAD_DEBUG)
    OutputDebugStringW(L"\x00fc wide");
    OutputDebugStringA("narrow");
#elif defined(BAD_PREBIND)
    typedef ULONGLONG(WINAPI * clock_function)(VOID);
    clock_function ticks = (clock_function)(void (*)(void))GetProcAddress(GetModuleHandleA("kernel32.dll"),
                                                                          "GetTickCount64");
    char text[64];
    sprintf(text, "%u ms", (unsigned)ticks());
    OutputDebugStringA(text);
#endif
    (void)c0;
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
    static RAS_CONNECTION_0 *kept;
    (void)c1;
#ifdef BAD_KEEP
    if (kept && _wcsicmp(c0->wszUserName, L"culprit") == 0)
        kept->dwConnectDuration++;
#endif
    kept = c0;
    if (_wcsicmp(c0->wszUserName, L"culprit") == 0)
        misbehave(c0);
    return kept != NULL;
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
