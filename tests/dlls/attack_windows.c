/* SPDX-License-Identifier: MIT */
/*
 * A Windows DLL that does to its process what no callout should: $HOW is what, $AT is where: INIT, ACCEPT (the default),
 * HANGUP or TERM.
 */
#include <windows.h>

#include <mprapi.h>

#include <stdlib.h>
#include <string.h>

static void close_handles(void)
{
    for (ULONG_PTR handle = 4; handle < 4096; handle += 4)
        CloseHandle((HANDLE)handle);
}

static void close_streams(void)
{
    CloseHandle(GetStdHandle(STD_INPUT_HANDLE));
    CloseHandle(GetStdHandle(STD_OUTPUT_HANDLE));
    CloseHandle(GetStdHandle(STD_ERROR_HANDLE));
}

/* What is written there is no answer of the worker's. */
static void flood_handles(void)
{
    static char noise[65536];
    DWORD written;
    for (ULONG_PTR handle = 4; handle < 512; handle += 4)
        WriteFile((HANDLE)handle, noise, sizeof noise, &written, NULL);
}

static void write_to_null(void)
{
    *(volatile int *)8 = 1;
}

static void unfiltered_crash(void)
{
    SetUnhandledExceptionFilter(NULL);
    write_to_null();
}

static void break_into(void)
{
    DebugBreak();
}

static void suspend_itself(void)
{
    SuspendThread(GetCurrentThread());
}

static DWORD WINAPI crash_soon(LPVOID unused)
{
    (void)unused;
    write_to_null();
    return 0;
}

static void crash_in_thread(void)
{
    HANDLE thread = CreateThread(NULL, 0, crash_soon, NULL, 0, NULL);
    WaitForSingleObject(thread, INFINITE);
}

static void exit_in_thread(void)
{
    HANDLE thread = CreateThread(NULL, 0, (LPTHREAD_START_ROUTINE)(void (*)(void))exit, (LPVOID)3, 0, NULL);
    WaitForSingleObject(thread, INFINITE);
}

static void exhaust_memory(void)
{
    while (malloc(64 << 20))
        ;
    write_to_null();
}

#ifndef PINGS /* a number that nobody else pings */
#define PINGS "611"
#endif

static void leave_process(void)
{
    STARTUPINFOA start = {.cb = sizeof start};
    PROCESS_INFORMATION made;
    char command[] = "ping.exe -n " PINGS " 127.0.0.1";
    if (CreateProcessA(NULL, command, NULL, NULL, FALSE, DETACHED_PROCESS, NULL, NULL, &start, &made)) {
        CloseHandle(made.hThread);
        CloseHandle(made.hProcess);
    }
}

static void attack(const char *at)
{
    static const struct {
        const char *name;
        void (*function)(void);
    } attacks[] = {
        {"close-handles", close_handles},
        {"close-streams", close_streams},
        {"flood-handles", flood_handles},
        {"unfiltered", unfiltered_crash},
        {"break", break_into},
        {"suspend", suspend_itself},
        {"crash-in-thread", crash_in_thread},
        {"exit-in-thread", exit_in_thread},
        {"exhaust", exhaust_memory},
        {"leave-process", leave_process},
    };
    const char *how = getenv("HOW"), *wanted = getenv("AT");
    for (size_t i = 0; how && i < sizeof attacks / sizeof *attacks; i++)
        if (strcmp(attacks[i].name, how) == 0 && strcmp(wanted ? wanted : "ACCEPT", at) == 0)
            attacks[i].function();
}

#define EXPORT __declspec(dllexport)

EXPORT DWORD APIENTRY MprAdminInitializeDll(VOID)
{
    attack("INIT");
    return NO_ERROR;
}

EXPORT DWORD APIENTRY MprAdminTerminateDll(VOID)
{
    attack("TERM");
    return NO_ERROR;
}

EXPORT BOOL APIENTRY MprAdminAcceptNewConnection(RAS_CONNECTION_0 *c0, RAS_CONNECTION_1 *c1)
{
    (void)c0, (void)c1;
    attack("ACCEPT");
    return TRUE;
}

EXPORT VOID APIENTRY MprAdminConnectionHangupNotification(RAS_CONNECTION_0 *c0, RAS_CONNECTION_1 *c1)
{
    (void)c0, (void)c1;
    attack("HANGUP");
}

EXPORT BOOL APIENTRY MprAdminAcceptNewLink(RAS_PORT_0 *p0, RAS_PORT_1 *p1)
{
    (void)p0, (void)p1;
    return TRUE;
}

EXPORT VOID APIENTRY MprAdminLinkHangupNotification(RAS_PORT_0 *p0, RAS_PORT_1 *p1)
{
    (void)p0, (void)p1;
}
