/* SPDX-License-Identifier: MIT */
/* A test DLL that writes to the event log: when it is initialized, from a callout in every way, and from a thread. */
#include <windows.h>

#include <mprapi.h>

#include <stdio.h>

static void say(const char *what, BOOL done)
{
    char words[80];
    snprintf(words, sizeof words, "%s: %d %u\n", what, done, done ? 0 : (unsigned)GetLastError());
    OutputDebugStringA(words);
}

static DWORD WINAPI later(LPVOID unused)
{
    const WCHAR *words[] = {L"from a thread"};
    (void)unused;
    Sleep(5000);
    HANDLE log = RegisterEventSourceW(NULL, L"Later");
    ReportEventW(log, EVENTLOG_INFORMATION_TYPE, 0, 7, NULL, 1, 0, words, NULL);
    DeregisterEventSource(log);
    return 0;
}

#define OWN_INITIALIZE
#define OWN_ACCEPT
#include "rest.h"

__declspec(dllexport) DWORD WINAPI MprAdminInitializeDll(VOID)
{
    HANDLE log = RegisterEventSourceA(NULL, "Started");
    ReportEventA(log, EVENTLOG_SUCCESS, 0, 1, NULL, 0, 0, NULL, NULL);
    DeregisterEventSource(log);
    CloseHandle(CreateThread(NULL, 0, later, NULL, 0, NULL));
    return NO_ERROR;
}

__declspec(dllexport) BOOL WINAPI MprAdminAcceptNewConnection(RAS_CONNECTION_0 *connection, RAS_CONNECTION_1 *more)
{
    unsigned char data[] = {0x0a, 0x00, 0xff};
    const WCHAR *words[] = {connection->wszUserName, L"two\nlines \u00e9", NULL,
                            L"a\x1f"
                            L"b"};
    const char *narrow[] = {"narrow"};
    const WCHAR *many[257] = {0};
    HANDLE log = RegisterEventSourceW(L"", L"My \"callout\"");
    (void)more;
    say("wide", ReportEventW(log, EVENTLOG_WARNING_TYPE, 3, 0x80000101, NULL, 4, sizeof data, words, data));
    OutputDebugStringA("between\n");
    say("narrow", ReportEventA(log, EVENTLOG_ERROR_TYPE, 0, 0xc0000002, NULL, 1, 0, narrow, NULL));
    say("audit", ReportEventW(log, EVENTLOG_AUDIT_FAILURE, 0, 3, NULL, 0, 0, NULL, NULL));
    say("many", ReportEventW(log, EVENTLOG_ERROR_TYPE, 0, 4, NULL, 257, 0, many, NULL));
    say("closed", DeregisterEventSource(log));
    say("closed again", DeregisterEventSource(log));
    say("written to a closed one", ReportEventA(log, EVENTLOG_ERROR_TYPE, 0, 5, NULL, 1, 0, narrow, NULL));
    say("another machine", RegisterEventSourceW(L"\\\\other", L"me") != NULL);
    OutputDebugStringA("\x1e"
                       "false\x1f"
                       "1\x1f"
                       "0\x1f"
                       "6\n");
    return TRUE;
}
