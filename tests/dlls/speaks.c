/* SPDX-License-Identifier: MIT */
/*
 * A test DLL that says something to a debugger and prints: in DllMain, in a thread, in a callout; and there more
 * than is kept.
 */
#include <windows.h>

#include <mprapi.h>

#define OWN_ACCEPT
#define OWN_HANGUP
#include "rest.h"

#include <stdio.h>
#include <string.h>

#ifdef _WIN32
static DWORD WINAPI speak(void *unused)
#else
#include <pthread.h>
static void *speak(void *unused)
#endif
{
    OutputDebugStringA("in a thread\n");
    return unused ? 0 : 0;
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    (void)instance, (void)reserved;
    if (reason == DLL_PROCESS_ATTACH)
        OutputDebugStringW(L"attached\n");
    if (reason == DLL_PROCESS_DETACH)
        OutputDebugStringA("detached\n");
    return TRUE;
}

static void say_much(void)
{
    static char much[70001];
    static WCHAR wide[5001];
    memset(much, 'm', sizeof much - 1);
    OutputDebugStringA(much);
    for (size_t i = 0; i < sizeof wide / sizeof *wide - 1; i++)
        wide[i] = L'w';
    OutputDebugStringW(wide);
}

__declspec(dllexport) BOOL WINAPI MprAdminAcceptNewConnection(RAS_CONNECTION_0 *c0, RAS_CONNECTION_1 *c1)
{
    (void)c0, (void)c1;
#ifdef _WIN32
    HANDLE thread = CreateThread(NULL, 0, speak, NULL, 0, NULL);
    WaitForSingleObject(thread, INFINITE);
    CloseHandle(thread);
#else
    pthread_t thread;
    pthread_create(&thread, NULL, speak, NULL);
    pthread_join(thread, NULL);
#endif
    printf("printed, ");
    fprintf(stderr, "told, ");
    OutputDebugStringA("then said\n");
    printf("printed again\n");
    OutputDebugStringA("one\ntwo");
    say_much();
    printf("first\nsecond\n");
    fwrite("nul\0there\n", 1, 10, stdout);
    return TRUE;
}

__declspec(dllexport) VOID WINAPI MprAdminConnectionHangupNotification(RAS_CONNECTION_0 *c0, RAS_CONNECTION_1 *c1)
{
    (void)c0, (void)c1;
    for (int i = 0; i < 10000; i++)
        printf("0123456789\n");
}
