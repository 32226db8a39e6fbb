/* SPDX-License-Identifier: MIT */
/*
 * onesession: a user may be connected once at a time. The second connection is refused.
 *
 * RAS calls AcceptNewConnection and ConnectionHangupNotification one at a time and in the same
 * process, so the list of sessions needs no lock and no file.
 */
#include <windows.h>

#include <mprapi.h>

#include <stdlib.h>
#include <string.h>

typedef struct session {
    struct session *next;
    HANDLE connection;
    WCHAR user[UNLEN + 1];
    WCHAR domain[DNLEN + 1];
} session;

static session *sessions;

static BOOL is_connected(const RAS_CONNECTION_0 *who)
{
    const session *each;
    for (each = sessions; each; each = each->next)
        if (_wcsicmp(each->user, who->wszUserName) == 0 && _wcsicmp(each->domain, who->wszLogonDomain) == 0)
            return TRUE;
    return FALSE;
}

DWORD APIENTRY MprAdminInitializeDll(VOID)
{
    return NO_ERROR;
}

DWORD APIENTRY MprAdminTerminateDll(VOID)
{
    while (sessions) {
        session *gone = sessions;
        sessions = gone->next;
        free(gone);
    }
    return NO_ERROR;
}

BOOL APIENTRY MprAdminAcceptNewConnection(RAS_CONNECTION_0 *who, RAS_CONNECTION_1 *traffic)
{
    session *new_session;
    (void)traffic;
    if (is_connected(who))
        return FALSE;
    new_session = malloc(sizeof *new_session);
    if (!new_session)
        return FALSE; /* what cannot be counted cannot be allowed */
    new_session->connection = who->hConnection;
    memcpy(new_session->user, who->wszUserName, sizeof new_session->user);
    memcpy(new_session->domain, who->wszLogonDomain, sizeof new_session->domain);
    new_session->next = sessions;
    sessions = new_session;
    return TRUE;
}

/* Since Windows Server 2003 this is called for refused connections too. They are not in the list,
 * so looking for the handle, not for the user, keeps the first session in it. */
VOID APIENTRY MprAdminConnectionHangupNotification(RAS_CONNECTION_0 *who, RAS_CONNECTION_1 *traffic)
{
    session **each;
    (void)traffic;
    for (each = &sessions; *each; each = &(*each)->next) {
        if ((*each)->connection == who->hConnection) {
            session *gone = *each;
            *each = gone->next;
            free(gone);
            return;
        }
    }
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
