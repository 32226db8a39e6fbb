/* SPDX-License-Identifier: MIT */
/*
 * A callback table beside exports of the same meaning (Q9). The export of AcceptNewLink refuses, the slot
 * agrees. With -DREVISION=1 the table is one of revision 1 and sets slots that this revision does not know,
 * which refuse connections; the exports agree. With -DREVISION=N another number is set.
 */
#include <windows.h>

#include <mprapi.h>

#ifndef REVISION
#define REVISION MPRAPI_ADMIN_DLL_VERSION_2
#endif

static BOOL APIENTRY accept_link_by_slot(RAS_PORT_0 *port0, RAS_PORT_1 *port1)
{
    (void)port0, (void)port1;
    return TRUE;
}

static BOOL APIENTRY refuse_by_slot(RAS_CONNECTION_EX *connection)
{
    (void)connection;
    return FALSE;
}

static VOID APIENTRY hang_up_by_slot(RAS_CONNECTION_EX *connection)
{
    (void)connection;
}

static DWORD APIENTRY terminate(VOID)
{
    return NO_ERROR;
}

DWORD APIENTRY MprAdminInitializeDllEx(MPRAPI_ADMIN_DLL_CALLBACKS *table)
{
    table->revision = REVISION;
    table->lpfnRasAdminTerminateDll = terminate;
    table->lpfnRasAdminAcceptNewLink = accept_link_by_slot;
    if (REVISION == MPRAPI_ADMIN_DLL_VERSION_1) {
        table->lpfnRasAdminAcceptNewConnectionEx = refuse_by_slot;
        table->lpfnRasAdminConnectionHangupNotificationEx = hang_up_by_slot;
    }
    return NO_ERROR;
}

BOOL APIENTRY MprAdminAcceptNewConnection(RAS_CONNECTION_0 *c0, RAS_CONNECTION_1 *c1)
{
    (void)c0, (void)c1;
    return TRUE;
}

VOID APIENTRY MprAdminConnectionHangupNotification(RAS_CONNECTION_0 *c0, RAS_CONNECTION_1 *c1)
{
    (void)c0, (void)c1;
}

BOOL APIENTRY MprAdminAcceptNewLink(RAS_PORT_0 *port0, RAS_PORT_1 *port1)
{
    (void)port0, (void)port1;
    return FALSE;
}

VOID APIENTRY MprAdminLinkHangupNotification(RAS_PORT_0 *port0, RAS_PORT_1 *port1)
{
    (void)port0, (void)port1;
}
