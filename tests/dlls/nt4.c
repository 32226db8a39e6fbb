/* SPDX-License-Identifier: MIT */
/*
 * A DLL of Windows NT 4.0, whose answers the user's name decides as in script.c: quiet, noaddress,
 * zero, refused, nosecond; of one called media the texts among the medium's parameters are told to a debugger.
 * -DWITHOUT_RELEASE leaves one of the four callouts out.
 */
#include <windows.h>

#include <rassapi.h>

static BOOL is(const WCHAR *user, const WCHAR *beginning)
{
    return _wcsnicmp(user, beginning, wcslen(beginning)) == 0;
}

BOOL APIENTRY RasAdminAcceptNewConnection(RAS_PORT_1 *port, RAS_PORT_STATISTICS *statistics, RAS_PARAMETERS *parameters)
{
    BOOL second = (port->rasport0.Flags & PORT_MULTILINKED) != 0;
    if (port->LineCondition != RAS_PORT_AUTHENTICATED || statistics->dwPortBytesXmited || !parameters)
        return FALSE;
    for (DWORD i = 0; is(port->rasport0.wszUserName, L"media") && i < port->NumMediaParms; i++)
        if (parameters[i].P_Type == ParamString)
            OutputDebugStringA(parameters[i].P_Value.String.Data);
    return !is(port->rasport0.wszUserName, L"refused") && !(second && is(port->rasport0.wszUserName, L"nosecond"));
}

VOID APIENTRY RasAdminConnectionHangupNotification(RAS_PORT_1 *port, RAS_PORT_STATISTICS *statistics,
                                                   RAS_PARAMETERS *parameters)
{
    (void)port, (void)statistics, (void)parameters;
}

DWORD APIENTRY RasAdminGetIpAddressForUser(WCHAR *user, WCHAR *port, IPADDR *address, BOOL *notify)
{
    (void)port;
    if (is(user, L"zero"))
        *address = 0;
    *notify = !is(user, L"quiet");
    return is(user, L"noaddress") ? 5 : NO_ERROR;
}

#ifndef WITHOUT_RELEASE
VOID APIENTRY RasAdminReleaseIpAddress(WCHAR *user, WCHAR *port, IPADDR *address)
{
    (void)user, (void)port, (void)address;
}
#endif
