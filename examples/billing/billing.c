/* SPDX-License-Identifier: MIT */
/*
 * billing: writes one line for every session: user, domain, seconds, bytes each way.
 *
 * Ex generation: the DLL exports nothing but MprAdminInitializeDllEx and hands RRAS a table of its
 * functions. The lines go to the file that the environment variable BILLING_FILE names, or to
 * billing.csv in the working directory, which is C:\Windows\System32 in a service.
 */
#include <windows.h>

#include <mprapi.h>

#include <stdio.h>
#include <stdlib.h>

static FILE *ledger;

static DWORD APIENTRY terminate(VOID)
{
    if (ledger)
        fclose(ledger);
    ledger = NULL;
    return NO_ERROR;
}

/* Quotes for CSV; what is not ASCII becomes a question mark, as the ledger's readers are old. */
static void write_field(const WCHAR *text)
{
    fputc('"', ledger);
    for (; *text; text++) {
        if (*text == L'"')
            fputc('"', ledger);
        fputc(*text < 128 ? (char)*text : '?', ledger);
    }
    fputs("\",", ledger);
}

static BOOL APIENTRY accept_connection(RAS_CONNECTION_EX *connection)
{
    (void)connection;
    return TRUE;
}

/* RAS calls this after the last link is gone: duration and counters are final. A connection that
 * another DLL refused comes by here too; it never carried anything. */
static VOID APIENTRY hangup(RAS_CONNECTION_EX *connection)
{
    if (connection->dwBytesXmited == 0 && connection->dwBytesRcved == 0)
        return;
    write_field(connection->wszUserName);
    write_field(connection->wszLogonDomain);
    fprintf(ledger, "%lu,%lu,%lu\n", (unsigned long)connection->dwConnectDuration,
            (unsigned long)connection->dwBytesXmited, (unsigned long)connection->dwBytesRcved);
    fflush(ledger); /* a crash of the service must not cost what was earned before it */
}

static BOOL APIENTRY accept_link(RAS_PORT_0 *port, RAS_PORT_1 *traffic)
{
    (void)port;
    (void)traffic;
    return TRUE;
}

static VOID APIENTRY link_hangup(RAS_PORT_0 *port, RAS_PORT_1 *traffic)
{
    (void)port;
    (void)traffic;
}

DWORD APIENTRY MprAdminInitializeDllEx(PMPRAPI_ADMIN_DLL_CALLBACKS callbacks)
{
    const char *path = getenv("BILLING_FILE");
    ledger = fopen(path ? path : "billing.csv", "a");
    if (!ledger)
        return ERROR_ACCESS_DENIED; /* a server that cannot bill does not start */
    callbacks->revision = MPRAPI_ADMIN_DLL_VERSION_2;
    callbacks->lpfnRasAdminTerminateDll = terminate;
    callbacks->lpfnRasAdminAcceptNewConnectionEx = accept_connection;
    callbacks->lpfnRasAdminConnectionHangupNotificationEx = hangup;
    callbacks->lpfnRasAdminAcceptNewLink = accept_link;
    callbacks->lpfnRasAdminLinkHangupNotification = link_hangup;
    return NO_ERROR;
}
