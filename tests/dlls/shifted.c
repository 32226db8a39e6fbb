/* SPDX-License-Identifier: MIT */
/* A test DLL built with mingw-w64's own mprapi.h, whose callback table lacks two slots. */
#include <windows.h>

#include <mprapi.h>

static DWORD APIENTRY terminate(VOID)
{
    return 0;
}

static BOOL APIENTRY accept_connection(PRAS_CONNECTION_EX connection)
{
    (void)connection;
    return TRUE;
}

static VOID APIENTRY hangup(PRAS_CONNECTION_EX connection)
{
    (void)connection;
}

static BOOL APIENTRY accept_link(RAS_PORT_0 *p0, RAS_PORT_1 *p1)
{
    (void)p0, (void)p1;
    return TRUE;
}

__declspec(dllexport) DWORD APIENTRY MprAdminInitializeDllEx(PMPRAPI_ADMIN_DLL_CALLBACKS table)
{
    table->lpfnRasAdminTerminateDll = terminate;
    table->lpfnRasAdminAcceptNewLink = accept_link;
    table->lpfnRasAdminAcceptNewConnectionEx = (void *)accept_connection;
    table->lpfnRasAdminConnectionHangupNotificationEx = (void *)hangup;
    return NO_ERROR;
}
