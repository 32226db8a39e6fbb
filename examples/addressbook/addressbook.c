/* SPDX-License-Identifier: MIT */
/*
 * addressbook: users listed here get the IPv4 address and the IPv6 interface identifier of their
 * own; everybody else gets what RAS proposes.
 *
 * Windows runs the address callouts in another process than the rest of a DLL. All that this one
 * remembers is used by address callouts only.
 */
#include <windows.h>

#include <mprapi.h>

#include <string.h>

/* An address as it crosses the interface: network byte order, first number in the first byte */
#define IPV4(a, b, c, d) ((DWORD)(a) | (DWORD)(b) << 8 | (DWORD)(c) << 16 | (DWORD)(d) << 24)

typedef struct entry {
    const WCHAR *user;
    DWORD ipv4;
    UCHAR ipv6_id[8]; /* the interface identifier, the last 64 bits of the address */
    BOOL ipv4_in_use, ipv6_in_use;
} entry;

static entry book[] = {
    {L"alice", IPV4(10, 0, 0, 11), {0, 0, 0, 0, 0, 0, 0, 0x11}, FALSE, FALSE},
    {L"bob", IPV4(10, 0, 0, 12), {0, 0, 0, 0, 0, 0, 0, 0x12}, FALSE, FALSE},
};

static entry *find(const WCHAR *user)
{
    size_t i;
    for (i = 0; i < sizeof book / sizeof *book; i++)
        if (_wcsicmp(book[i].user, user) == 0)
            return &book[i];
    return NULL;
}

DWORD APIENTRY MprAdminInitializeDll(VOID)
{
    return NO_ERROR;
}

DWORD APIENTRY MprAdminTerminateDll(VOID)
{
    return NO_ERROR;
}

/* A user's second session finds the address in use and gets RAS's proposal. */
DWORD APIENTRY MprAdminGetIpAddressForUser(WCHAR *user, WCHAR *port, DWORD *address, BOOL *notify)
{
    entry *own = find(user);
    (void)port;
    if (own && !own->ipv4_in_use) {
        own->ipv4_in_use = TRUE;
        *address = own->ipv4;
        *notify = TRUE;
    }
    return NO_ERROR;
}

VOID APIENTRY MprAdminReleaseIpAddress(WCHAR *user, WCHAR *port, DWORD *address)
{
    entry *own = find(user);
    (void)port;
    if (own && own->ipv4 == *address)
        own->ipv4_in_use = FALSE;
}

DWORD APIENTRY MprAdminGetIpv6AddressForUser(WCHAR *user, WCHAR *port, IN6_ADDR *address, BOOL *notify)
{
    entry *own = find(user);
    (void)port;
    if (own && !own->ipv6_in_use) {
        own->ipv6_in_use = TRUE;
        memcpy((UCHAR *)address + 8, own->ipv6_id, sizeof own->ipv6_id);
        *notify = TRUE;
    }
    return NO_ERROR;
}

VOID APIENTRY MprAdminReleaseIpv6AddressForUser(WCHAR *user, WCHAR *port, IN6_ADDR *address)
{
    entry *own = find(user);
    (void)port;
    if (own && memcmp((UCHAR *)address + 8, own->ipv6_id, sizeof own->ipv6_id) == 0)
        own->ipv6_in_use = FALSE;
}

/* The rest is here because RRAS does not start with a DLL that lacks it. */

BOOL APIENTRY MprAdminAcceptNewConnection(RAS_CONNECTION_0 *who, RAS_CONNECTION_1 *traffic)
{
    (void)who;
    (void)traffic;
    return TRUE;
}

VOID APIENTRY MprAdminConnectionHangupNotification(RAS_CONNECTION_0 *who, RAS_CONNECTION_1 *traffic)
{
    (void)who;
    (void)traffic;
}

BOOL APIENTRY MprAdminAcceptNewLink(RAS_PORT_0 *port, RAS_PORT_1 *traffic)
{
    (void)port;
    (void)traffic;
    return TRUE;
}

VOID APIENTRY MprAdminLinkHangupNotification(RAS_PORT_0 *port, RAS_PORT_1 *traffic)
{
    (void)port;
    (void)traffic;
}
