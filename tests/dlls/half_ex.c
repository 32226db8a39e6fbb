/* SPDX-License-Identifier: MIT */
/* A test DLL that exports half an Ex pair and leaves its callback table empty. */
#include <windows.h>

#include <mprapi.h>

DWORD APIENTRY MprAdminInitializeDllEx(PMPRAPI_ADMIN_DLL_CALLBACKS table)
{
    (void)table;
    return NO_ERROR;
}

DWORD APIENTRY MprAdminTerminateDll(VOID)
{
    return NO_ERROR;
}

BOOL APIENTRY MprAdminAcceptNewConnectionEx(RAS_CONNECTION_EX *connection)
{
    (void)connection;
    return FALSE;
}

BOOL APIENTRY MprAdminAcceptNewLink(RAS_PORT_0 *p0, RAS_PORT_1 *p1)
{
    (void)p0, (void)p1;
    return TRUE;
}
