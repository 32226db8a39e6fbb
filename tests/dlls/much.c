/* SPDX-License-Identifier: MIT */
/* Writes more into the registry than there is room for, and says what was answered. */
#include <windows.h>
#include <mprapi.h>
#include <stdio.h>
#define OWN_ACCEPT
#include "rest.h"
__declspec(dllexport) BOOL WINAPI MprAdminAcceptNewConnection(RAS_CONNECTION_0 *c0, RAS_CONNECTION_1 *c1)
{
    static BYTE data[300000];
    char line[64];
    HKEY key;
    (void)c0, (void)c1;
    RegCreateKeyExW(HKEY_LOCAL_MACHINE, L"SOFTWARE\\Much", 0, NULL, 0, KEY_ALL_ACCESS, NULL, &key, NULL);
    snprintf(line, sizeof line, "answer %ld", (long)RegSetValueExW(key, L"much", 0, REG_BINARY, data, sizeof data));
    OutputDebugStringA(line);
    RegCloseKey(key);
    return TRUE;
}
