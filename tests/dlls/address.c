/* SPDX-License-Identifier: MIT */
/* A test DLL that gives each user the address that is the user's name. */
#include <windows.h>

#include <mprapi.h>

#include "rest.h"

static DWORD parse(const WCHAR *name)
{
    unsigned char bytes[4] = {0};
    DWORD address;
    for (const WCHAR *at = name; *at; at++)
        if (*at == L'\\')
            name = at + 1; /* behind the domain */
    for (int i = 0; i < 4 && *name; i++) {
        for (; *name >= L'0' && *name <= L'9'; name++)
            bytes[i] = (unsigned char)(bytes[i] * 10 + (*name - L'0'));
        name += *name == L'.';
    }
    CopyMemory(&address, bytes, sizeof address);
    return address;
}

__declspec(dllexport) DWORD WINAPI MprAdminGetIpAddressForUser(WCHAR *user, WCHAR *port, DWORD *address, BOOL *notify)
{
    (void)port, (void)notify;
    *address = parse(user);
    return NO_ERROR;
}

__declspec(dllexport) VOID WINAPI MprAdminReleaseIpAddress(WCHAR *user, WCHAR *port, DWORD *address)
{
    (void)user, (void)port, (void)address;
}
