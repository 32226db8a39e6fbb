/* SPDX-License-Identifier: MIT */
/*
 * A DLL that notices when a callout is entered before another has returned: it refuses everything from
 * then on. Callouts of one group share a place (E.group).
 */
#include <windows.h>

#include <mprapi.h>

static int address_group, notification_group, broken;

static void inside(int *group)
{
    volatile int i;
    broken |= ++*group != 1;
    for (i = 0; i < 1000; i++)
        ;
    --*group;
}

DWORD APIENTRY MprAdminInitializeDll(VOID)
{
    inside(&notification_group);
    return NO_ERROR;
}

DWORD APIENTRY MprAdminTerminateDll(VOID)
{
    return broken;
}

DWORD APIENTRY MprAdminGetIpAddressForUser(WCHAR *user, WCHAR *port, DWORD *address, BOOL *notify)
{
    (void)user, (void)port, (void)address;
    *notify = TRUE;
    inside(&address_group);
    return (DWORD)broken;
}

VOID APIENTRY MprAdminReleaseIpAddress(WCHAR *user, WCHAR *port, DWORD *address)
{
    (void)user, (void)port, (void)address;
    inside(&address_group);
}

DWORD APIENTRY MprAdminGetIpv6AddressForUser(WCHAR *user, WCHAR *port, IN6_ADDR *address, BOOL *notify)
{
    (void)user, (void)port, (void)address;
    *notify = TRUE;
    inside(&address_group);
    return (DWORD)broken;
}

VOID APIENTRY MprAdminReleaseIpv6AddressForUser(WCHAR *user, WCHAR *port, IN6_ADDR *address)
{
    (void)user, (void)port, (void)address;
    inside(&address_group);
}

BOOL APIENTRY MprAdminAcceptNewConnection(RAS_CONNECTION_0 *c0, RAS_CONNECTION_1 *c1)
{
    (void)c0, (void)c1;
    inside(&notification_group);
    return !broken;
}

VOID APIENTRY MprAdminConnectionHangupNotification(RAS_CONNECTION_0 *c0, RAS_CONNECTION_1 *c1)
{
    (void)c0, (void)c1;
    inside(&notification_group);
}

BOOL APIENTRY MprAdminAcceptNewLink(RAS_PORT_0 *p0, RAS_PORT_1 *p1)
{
    (void)p0, (void)p1;
    inside(&notification_group);
    return !broken;
}

VOID APIENTRY MprAdminLinkHangupNotification(RAS_PORT_0 *p0, RAS_PORT_1 *p1)
{
    (void)p0, (void)p1;
    inside(&notification_group);
}
