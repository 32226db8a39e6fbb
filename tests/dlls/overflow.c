/* SPDX-License-Identifier: MIT */
/* A test DLL that writes behind a block of memory, which only a checker sees. */
#include <windows.h>

#include <mprapi.h>

#define OWN_ACCEPT
#include "rest.h"

#include <stdlib.h>

__declspec(dllexport) BOOL WINAPI MprAdminAcceptNewConnection(RAS_CONNECTION_0 *c0, RAS_CONNECTION_1 *c1)
{
    volatile char *block = malloc(4);
    (void)c0, (void)c1;
    block[5] = 1;
    free((void *)block);
    return TRUE;
}
