/* SPDX-License-Identifier: MIT */
/* Opens files under all kinds of names when a user calls, and tells a debugger what Windows says of each. */
#include <windows.h>

#include <mprapi.h>

#include <stdio.h>

static const WCHAR *const paths[] = {
    L"made.txt",
    L"MADE.TXT",
    L"C:made.txt",
    L"c:/windows/SYSTEM32/made.txt",
    L"C:\\Windows\\System32\\made.txt",
    L"\\\\?\\C:\\Windows\\System32\\made.txt",
    L"..\\System32\\made.txt",
    L"C:\\..\\..\\Windows\\System32\\.\\made.txt",
    L"made.txt. . ",
    L"System32.\\made.txt",
    L"nothing.txt",
    L"nothing\\made.txt",
    L"C:\\Windows\\Temp\\nothing.txt",
    L"",
    L"a<b",
    L"a>b",
    L"a:b",
    L"a\"b",
    L"a|b",
    L"a?b",
    L"a*b",
    L"tab\tulator",
    L"C:\\a?b\\made.txt",
    L"D:\\made.txt",
    L"q:made.txt",
    L"\\\\server\\share\\made.txt",
    L"\\\\.\\pipe\\made",
    L"\\\\.\\PhysicalDrive0",
    L"CON",
    L"conin$",
    L"C:\\Windows\\CONOUT$",
    L"com1",
    L"LPT9.txt",
    L"aux",
    L"prn:",
    L"COM0",
    L"console",
    L"NUL",
    L"C:\\Windows\\nul.txt",
    L"Z:\\nowhere\\made.txt",
    L"Z:\\dev\\null",
    L"/dev/null",
    L"/nowhere/made.txt",
};

static void tell(const WCHAR *path, DWORD error)
{
    WCHAR line[200];
    swprintf(line, sizeof line / sizeof *line, L"%u %s\n", (unsigned)error, path);
    OutputDebugStringW(line);
}

static DWORD open_one(const WCHAR *path, DWORD disposition)
{
    SetLastError(NO_ERROR);
    HANDLE file = CreateFileW(path, GENERIC_READ | GENERIC_WRITE, FILE_SHARE_READ | FILE_SHARE_WRITE, NULL, disposition,
                              FILE_ATTRIBUTE_NORMAL, NULL);
    if (file == INVALID_HANDLE_VALUE)
        return GetLastError();
    CloseHandle(file);
    return NO_ERROR;
}

#define OWN_ACCEPT
__declspec(dllexport) BOOL WINAPI MprAdminAcceptNewConnection(RAS_CONNECTION_0 *c0, RAS_CONNECTION_1 *c1)
{
    (void)c0, (void)c1;
    tell(L"is made", open_one(L"made.txt", CREATE_NEW));
    for (size_t i = 0; i < sizeof paths / sizeof *paths; i++)
        tell(paths[i], open_one(paths[i], OPEN_EXISTING));
    tell(L"of no path", open_one(NULL, OPEN_EXISTING));
    return TRUE;
}

#include "rest.h"
