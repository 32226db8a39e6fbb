/* SPDX-License-Identifier: MIT */
/* A test DLL that says what opening each of these names for writing comes to. */
#include <windows.h>

#include <mprapi.h>

#define OWN_ACCEPT
#include "rest.h"

#include <stdio.h>

__declspec(dllexport) BOOL WINAPI MprAdminAcceptNewConnection(RAS_CONNECTION_0 *c0, RAS_CONNECTION_1 *c1)
{
    static const char *const names[] = {"NUL",
                                        "nul.txt",
                                        "CON",
                                        "AUX",
                                        "prn",
                                        "COM1",
                                        "C:\\Windows\\LPT9.txt",
                                        "CONIN$",
                                        "\\\\.\\PhysicalDrive77",
                                        "a\nb",
                                        "COM",
                                        "COM1x",
                                        "console"};
    (void)c0, (void)c1;
    for (unsigned i = 0; i < sizeof names / sizeof *names; i++) {
        char said[64];
        HANDLE file = CreateFileA(names[i], GENERIC_WRITE, 0, NULL, OPEN_ALWAYS, 0, NULL);
        snprintf(said, sizeof said, "%u: %u", i, file == INVALID_HANDLE_VALUE ? (unsigned)GetLastError() : 0);
        if (file != INVALID_HANDLE_VALUE)
            CloseHandle(file);
        OutputDebugStringA(said);
    }
    return TRUE;
}
