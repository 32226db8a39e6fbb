/* SPDX-License-Identifier: MIT */
/*
 * A DLL that looks at the clock: users are refused from 17:00 on. `sleeper` is kept waiting for two
 * seconds, and refused if the clock does not show them; addresses take half a second. A debugger is
 * told who comes.
 */
#include <windows.h>

#include <mprapi.h>

DWORD APIENTRY MprAdminInitializeDll(VOID)
{
    return NO_ERROR;
}

DWORD APIENTRY MprAdminTerminateDll(VOID)
{
    return NO_ERROR;
}

DWORD APIENTRY MprAdminGetIpAddressForUser(WCHAR *user, WCHAR *port, DWORD *address, BOOL *notify)
{
    (void)user, (void)port, (void)address;
    *notify = TRUE;
    SleepEx(500, TRUE);
    return NO_ERROR;
}

VOID APIENTRY MprAdminReleaseIpAddress(WCHAR *user, WCHAR *port, DWORD *address)
{
    (void)user, (void)port, (void)address;
}

static BOOL shows_two_seconds(void)
{
    LARGE_INTEGER count_before, count_after, frequency;
    ULONGLONG before = GetTickCount64();
    QueryPerformanceFrequency(&frequency);
    QueryPerformanceCounter(&count_before);
    Sleep(2000);
    QueryPerformanceCounter(&count_after);
    return GetTickCount64() - before == 2000 && GetTickCount() == (DWORD)GetTickCount64() &&
           (count_after.QuadPart - count_before.QuadPart) / frequency.QuadPart == 2;
}

BOOL APIENTRY MprAdminAcceptNewConnection(RAS_CONNECTION_0 *c0, RAS_CONNECTION_1 *c1)
{
    SYSTEMTIME now, utc;
    (void)c1;
    OutputDebugStringW(c0->wszUserName);
    OutputDebugStringW(L"\x00fc\x4e2d\xd83d\xde00\xd83d");
    OutputDebugStringA("\tnarrow\n");
    OutputDebugStringW(NULL);
    GetLocalTime(&now);
    GetSystemTime(&utc);
    if (now.wYear != utc.wYear || now.wHour != utc.wHour || now.wMilliseconds != utc.wMilliseconds)
        return FALSE;
    if (_wcsnicmp(c0->wszUserName, L"sleeper", 7) == 0 && !shows_two_seconds())
        return FALSE;
    return now.wHour < 17;
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
