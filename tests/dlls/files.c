/* SPDX-License-Identifier: MIT */
/*
 * Writes files and the registry as callouts do: a log in the system's folder, a list of users by the functions of the
 * kernel, the number of streams left open, a counter in the registry.
 */
#include <windows.h>

#include <mprapi.h>

#include <stdio.h>
#include <tchar.h>

static FILE *ledger;

static DWORD count_start(void)
{
    WCHAR greeting[32] = L"";
    DWORD starts = 0, size = sizeof starts, made, type = 0;
    HKEY key;
    LSTATUS status = RegCreateKeyExW(HKEY_LOCAL_MACHINE, L"SOFTWARE\\Example\\Ledger", 0, NULL, 0, KEY_ALL_ACCESS, NULL,
                                     &key, &made);
    if (status != ERROR_SUCCESS)
        return (DWORD)status;
    RegQueryValueExW(key, L"starts", NULL, NULL, (BYTE *)&starts, &size);
    starts++;
    RegSetValueExW(key, L"Starts", 0, REG_DWORD, (const BYTE *)&starts, sizeof starts);
    size = sizeof greeting;
    RegQueryValueExW(key, L"greeting", NULL, &type, (BYTE *)greeting, &size);
    RegSetValueExA(key, NULL, 0, REG_SZ, (const BYTE *)"ledger", 7);
    fwprintf(ledger, L"%s: start %u, type %u, %s\n", greeting, starts, type,
             RegDeleteValueW(key, L"nothing") == ERROR_FILE_NOT_FOUND ? L"fine" : L"wrong");
    return (DWORD)RegCloseKey(key);
}

DWORD APIENTRY MprAdminInitializeDll(VOID)
{
    WCHAR path[MAX_PATH];
    GetSystemDirectoryW(path, MAX_PATH);
    lstrcatW(path, L"\\log.txt");
    ledger = _wfopen(path, L"a");
    if (!ledger)
        return ERROR_ACCESS_DENIED;
    fwprintf(ledger, L"starting %s\n", path);
    return count_start();
}

DWORD APIENTRY MprAdminTerminateDll(VOID)
{
    fprintf(ledger, "ending %I64d %lu\n", 123456789012LL, (DWORD)7);
    int closed = _fcloseall();
    FILE *count = fopen("..\\Temp\\count.txt", "a");
    if (!count)
        return ERROR_ACCESS_DENIED;
    fprintf(count, "%d\n", closed);
    fclose(count);
    return NO_ERROR;
}

BOOL APIENTRY MprAdminAcceptNewConnection(RAS_CONNECTION_0 *connection, RAS_CONNECTION_1 *traffic)
{
    char line[300];
    DWORD written = 0;
    HANDLE file = CreateFile(_T("C:\\windows\\TEMP\\users.txt"), GENERIC_WRITE, 0, NULL, OPEN_ALWAYS,
                             FILE_ATTRIBUTE_NORMAL, NULL);
    (void)traffic;
    SetFilePointer(file, 0, NULL, FILE_END);
    wsprintfA(line, "%S\r\n", connection->wszUserName);
    WriteFile(file, line, (DWORD)lstrlenA(line), &written, NULL);
    CloseHandle(file);
    return file != INVALID_HANDLE_VALUE && written > 0 &&
           CreateFileA("D:\\x", GENERIC_READ, 0, NULL, OPEN_EXISTING, 0, NULL) == INVALID_HANDLE_VALUE;
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
