/* SPDX-License-Identifier: MIT */
/*
 * A test DLL that calls the run-time library in a way that makes no sense: $HOW is what it does, $AT is ACCEPT (the
 * default), LINK, HANGUP or INIT.
 */
#include <windows.h>

#include <mprapi.h>

#ifndef _WIN32
#include <sys/timerfd.h>
#include <time.h>
#include <unistd.h>
#endif

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <wchar.h>

#define STRSAFE_NO_DEPRECATE
#include <strsafe.h>

#define OWN_ACCEPT
#define OWN_INITIALIZE
#define OWN_HANGUP
#define OWN_LINK
#include "rest.h"

static FILE *closed_stream(void)
{
    FILE *file = fopen("C:\\Windows\\Temp\\misuse.log", "w");
    if (file)
        fclose(file);
    return file;
}

static void write_to_closed(void)
{
    fwprintf(closed_stream(), L"x");
}

static void write_to_all_closed(void)
{
    FILE *file;
    if (_wfopen_s(&file, L"C:\\Windows\\Temp\\misuse.log", L"w") != 0)
        return;
    _fcloseall();
    fwprintf(file, L"x");
}

static void bytes_to_closed(void)
{
    const char *volatile text = "x"; /* so that the compiler chooses no other function */
    fputs(text, closed_stream());
}

static void close_twice(void)
{
    fclose(closed_stream());
}

static void write_to_null(void)
{
    FILE *volatile nothing = NULL;
    fputws(L"x", nothing);
}

static void fine_stream(void)
{
    closed_stream();
    FILE *file = fopen("C:\\Windows\\Temp\\misuse.log", "w"); /* perhaps where the closed one was */
    if (!file)
        return;
    fputs("x", file);
    fclose(file);
}

static void set_closed(void)
{
    HANDLE event = CreateEventW(NULL, FALSE, FALSE, NULL);
    CloseHandle(event);
    SetEvent(event);
}

static void close_handle_twice(void)
{
    HANDLE event = CreateEventW(NULL, FALSE, FALSE, NULL);
    CloseHandle(event);
    CloseHandle(event);
}

static void write_to_no_file(void)
{
    DWORD written;
    WriteFile(INVALID_HANDLE_VALUE, "x", 1, &written, NULL);
}

static void write_to_no_handle(void)
{
    DWORD written;
    WriteFile(NULL, "x", 1, &written, NULL);
}

static void wait_for_closed(void)
{
    HANDLE event = CreateEventW(NULL, FALSE, TRUE, NULL);
    CloseHandle(event);
    WaitForSingleObject(event, 0);
}

static void close_key_twice(void)
{
    HKEY key;
    if (RegCreateKeyExW(HKEY_LOCAL_MACHINE, L"SOFTWARE\\Misuse", 0, NULL, 0, KEY_ALL_ACCESS, NULL, &key, NULL) == 0) {
        RegCloseKey(key);
        RegCloseKey(key);
    }
}

/* A timer that virtual time does not know */
#ifdef _WIN32
static void real_clock(void)
{
    UINT_PTR timer = SetTimer(NULL, 0, 3600000, NULL);
    KillTimer(NULL, timer);
}
#else
static void real_clock(void)
{
    const struct itimerspec hour = {.it_value.tv_sec = 3600};
    int timer = timerfd_create(CLOCK_MONOTONIC, 0);
    timerfd_settime(timer, 0, &hour, NULL);
    close(timer);
}
#endif

static void unknown_conversion(void)
{
    char text[64];
    const char *volatile format = "%y";
    sprintf(text, format, 1);
}

static void unknown_wide_conversion(void)
{
    WCHAR text[64];
    const WCHAR *volatile format = L"%l64d %q";
    wsprintfW(text, format, 1, 2);
}

static void wrong_size(void)
{
    BYTE buffer[120];
    StringCchPrintfW((LPWSTR)(void *)buffer, 120, L"%s", L"short");
}

static void wrong_byte_size(void)
{
    WCHAR buffer[10];
    StringCbCopyW(buffer, 21, L"short");
}

static void right_size(void)
{
    WCHAR buffer[10];
    StringCchCopyW(buffer, 10, L"short");
    StringCbCopyW(buffer, sizeof buffer, L"short");
}

static void keep_event(void)
{
    CreateEventW(NULL, FALSE, FALSE, NULL);
}

static void keep_key(void)
{
    HKEY key;
    RegCreateKeyExW(HKEY_LOCAL_MACHINE, L"SOFTWARE\\Misuse", 0, NULL, 0, KEY_ALL_ACCESS, NULL, &key, NULL);
}

static DWORD WINAPI never(LPVOID unused)
{
    (void)unused;
    return 0;
}

/* Nobody resumes it. */
static void begin_suspended(void)
{
    CloseHandle(CreateThread(NULL, 0, never, NULL, CREATE_SUSPENDED, NULL));
}

static void do_it(const char *at)
{
    static const struct {
        const char *name;
        void (*function)(void);
    } ways[] = {
        {"write-to-closed", write_to_closed},
        {"write-to-all-closed", write_to_all_closed},
        {"bytes-to-closed", bytes_to_closed},
        {"close-twice", close_twice},
        {"write-to-null", write_to_null},
        {"fine-stream", fine_stream},
        {"set-closed", set_closed},
        {"close-handle-twice", close_handle_twice},
        {"write-to-no-file", write_to_no_file},
        {"write-to-no-handle", write_to_no_handle},
        {"wait-for-closed", wait_for_closed},
        {"close-key-twice", close_key_twice},
        {"real-clock", real_clock},
        {"unknown-conversion", unknown_conversion},
        {"unknown-wide-conversion", unknown_wide_conversion},
        {"wrong-size", wrong_size},
        {"wrong-byte-size", wrong_byte_size},
        {"right-size", right_size},
        {"keep-event", keep_event},
        {"keep-key", keep_key},
        {"begin-suspended", begin_suspended},
    };
    const char *how = getenv("HOW"), *wanted = getenv("AT");
    for (size_t i = 0; how && i < sizeof ways / sizeof *ways; i++)
        if (strcmp(ways[i].name, how) == 0 && strcmp(wanted ? wanted : "ACCEPT", at) == 0)
            ways[i].function();
}

__declspec(dllexport) DWORD WINAPI MprAdminInitializeDll(void)
{
    do_it("INIT");
    return NO_ERROR;
}

__declspec(dllexport) BOOL WINAPI MprAdminAcceptNewConnection(RAS_CONNECTION_0 *c0, RAS_CONNECTION_1 *c1)
{
    (void)c0, (void)c1;
    do_it("ACCEPT");
    return TRUE;
}

__declspec(dllexport) BOOL WINAPI MprAdminAcceptNewLink(RAS_PORT_0 *p0, RAS_PORT_1 *p1)
{
    (void)p0, (void)p1;
    do_it("LINK");
    return TRUE;
}

__declspec(dllexport) VOID WINAPI MprAdminConnectionHangupNotification(RAS_CONNECTION_0 *c0, RAS_CONNECTION_1 *c1)
{
    (void)c0, (void)c1;
    do_it("HANGUP");
}

/* What is opened when the DLL is loaded and closed when it is unloaded is not left behind. */
static HANDLE own;

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    (void)instance, (void)reserved;
    if (reason == DLL_PROCESS_ATTACH)
        own = CreateEventW(NULL, FALSE, FALSE, NULL);
    if (reason == DLL_PROCESS_DETACH)
        CloseHandle(own);
    return TRUE;
}
