/* SPDX-License-Identifier: MIT */
/*
 * officehours: lets users in from Monday to Friday, 8:00 to 18:00 UTC. The clock of the Windows headers
 * is the emulator's virtual one, so a week is tested in no time.
 */
#include <windows.h>

#include <mprapi.h>

static BOOL is_open(void)
{
    SYSTEMTIME now;
    GetSystemTime(&now);
    return now.wDayOfWeek >= 1 && now.wDayOfWeek <= 5 && now.wHour >= 8 && now.wHour < 18;
}

DWORD APIENTRY MprAdminInitializeDll(VOID)
{
    return NO_ERROR;
}

DWORD APIENTRY MprAdminTerminateDll(VOID)
{
    return NO_ERROR;
}

BOOL APIENTRY MprAdminAcceptNewConnection(RAS_CONNECTION_0 *who, RAS_CONNECTION_1 *traffic)
{
    (void)who, (void)traffic;
    return is_open();
}

VOID APIENTRY MprAdminConnectionHangupNotification(RAS_CONNECTION_0 *who, RAS_CONNECTION_1 *traffic)
{
    (void)who, (void)traffic;
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
