/* SPDX-License-Identifier: MIT */
/**
 * @file mprapi_admin.h
 * RAS administration: the service, its connections and its ports, while it runs.
 */
#ifndef MPRAPI_ADMIN_H
#define MPRAPI_ADMIN_H

#include "mprapi_base.h"
#include "mprapi_connection.h"

#ifdef __cplusplus
extern "C" {
#endif

/**
 * @defgroup mprapi_admin RAS administration
 * The functions a callout must not call (B0.forbidden), and the ones they need. Called inside a
 * callout, most of them never return.
 * @{
 */

/**
 * Opens the handle that the other calls need. One handle serves RAS and router calls.
 * It says nothing about the service being usable: ask MprAdminIsServiceRunning(). Since Server 2000
 * (nf-mprapi-mpradminserverconnect).
 * @param lpwsServerName in: the machine; NULL for this one
 * @param phMprServer out: handle; close it with MprAdminServerDisconnect()
 * @return NO_ERROR; 5 no rights; 1702 NULL output; 1717 the service does not run there.
 */
DWORD APIENTRY MprAdminServerConnect(LPWSTR lpwsServerName, MPR_SERVER_HANDLE *phMprServer);

/**
 * Closes a handle. Unknown values are ignored. Connections are not touched
 * (nf-mprapi-mpradminserverdisconnect).
 * @param hMprServer in: handle of MprAdminServerConnect()
 */
VOID APIENTRY MprAdminServerDisconnect(MPR_SERVER_HANDLE hMprServer);

/**
 * Asks whether the service runs and the caller may administer it
 * (nf-mprapi-mpradminisservicerunning).
 * @param lpwsServerName in: the machine; NULL for this one
 * @return TRUE or FALSE, not an error number.
 */
BOOL APIENTRY MprAdminIsServiceRunning(LPWSTR lpwsServerName);

#if WINVER >= 0x0601
/**
 * Asks whether the service is up, all administration DLLs initialized. The output is set with every
 * answer but 87. Since 2008 R2 (nf-mprapi-mpradminisserviceinitialized).
 * @param lpwsServerName in: the machine; NULL for this one
 * @param fIsServiceInitialized out: TRUE if the service runs and the caller may see it
 * @return NO_ERROR; 5 no rights; 87 NULL output; 1062 not running.
 */
DWORD APIENTRY MprAdminIsServiceInitialized(LPWSTR lpwsServerName, BOOL *fIsServiceInitialized);
#endif /* WINVER >= 0x0601 */

/**
 * Frees what an MprAdmin call allocated, and the inner pointers of #MPR_SERVER_EX and
 * #MPR_IF_CUSTOMINFOEX (nf-mprapi-mpradminbufferfree).
 * @param pBuffer in: memory to free
 * @return NO_ERROR; 87 for NULL.
 */
DWORD APIENTRY MprAdminBufferFree(LPVOID pBuffer);

/**
 * Text of an error number, 600 to 956 (nf-mprapi-mpradmingeterrorstring).
 * @param dwError in: error number
 * @param lplpwsErrorString out: text; free it with LocalFree, not with MprAdminBufferFree()
 * @return NO_ERROR; 5; 87 NULL output; 317 number unknown.
 */
DWORD APIENTRY MprAdminGetErrorString(DWORD dwError, LPWSTR *lplpwsErrorString);

/**
 * Sets the counters of a connection to zero. The hang-up callouts see the smaller numbers.
 * Forbidden in a callout. Since Windows 2000 (nf-mprapi-mpradminconnectionclearstats).
 * @param hRasServer in: handle of MprAdminServerConnect()
 * @param hRasConnection in: the connection, as an enumeration or a callout gave it
 * @return NO_ERROR; 5; 87 bad connection; 903; 1702 NULL server.
 */
DWORD APIENTRY MprAdminConnectionClearStats(RAS_SERVER_HANDLE hRasServer, HANDLE hRasConnection);

/**
 * Lists the live connections: levels 0 to 4 give #RAS_CONNECTION_0 to #RAS_CONNECTION_4. Forbidden
 * in a callout. Since Windows 2000 (nf-mprapi-mpradminconnectionenum).
 * @param hRasServer in: handle of MprAdminServerConnect()
 * @param dwLevel in: level, which selects the record
 * @param lplpbBuffer out: record or array; free it with MprAdminBufferFree()
 * @param dwPrefMaxLen in: wished size in bytes; 0xFFFFFFFF for everything
 * @param lpdwEntriesRead out: records delivered
 * @param lpdwTotalEntries out: records there were from the resume position on
 * @param lpdwResumeHandle in/out: 0 at first, then as returned; 0 again when nothing is left; may
 *   be NULL
 * @return NO_ERROR; 87 NULL output; 124 bad level; 234 more to come; 903; 1702.
 */
DWORD APIENTRY MprAdminConnectionEnum(RAS_SERVER_HANDLE hRasServer, DWORD dwLevel,
    LPBYTE *lplpbBuffer, DWORD dwPrefMaxLen, LPDWORD lpdwEntriesRead, LPDWORD lpdwTotalEntries,
    LPDWORD lpdwResumeHandle);

#if WINVER >= 0x0601
/**
 * Lists the live connections as #RAS_CONNECTION_EX. Note the place of the array among the
 * parameters. Forbidden in a callout. Since Windows 7 (nf-mprapi-mpradminconnectionenumex).
 * @param hRasServer in: handle of MprAdminServerConnect()
 * @param pObjectHeader in: wanted record: revision 1, type 1, size of #RAS_CONNECTION_EX
 * @param dwPreferedMaxLen in: wished size in bytes; 0xFFFFFFFF for everything
 * @param lpdwEntriesRead out: records delivered
 * @param lpdwTotalEntries out: records there were from the resume position on
 * @param ppRasConn out: array; free it with MprAdminBufferFree()
 * @param lpdwResumeHandle in/out: 0 at first, then as returned; must not be NULL
 * @return NO_ERROR; 5; 87 bad header; 127; 234 more to come; 903.
 */
DWORD APIENTRY MprAdminConnectionEnumEx(RAS_SERVER_HANDLE hRasServer,
    PMPRAPI_OBJECT_HEADER pObjectHeader, DWORD dwPreferedMaxLen, LPDWORD lpdwEntriesRead,
    LPDWORD lpdwTotalEntries, PRAS_CONNECTION_EX *ppRasConn, LPDWORD lpdwResumeHandle);
#endif /* WINVER >= 0x0601 */

/**
 * Reads one connection; levels as in MprAdminConnectionEnum(). Forbidden in a callout. Since
 * Windows 2000 (nf-mprapi-mpradminconnectiongetinfo).
 * @param hRasServer in: handle of MprAdminServerConnect()
 * @param dwLevel in: level, which selects the record
 * @param hRasConnection in: the connection, as an enumeration or a callout gave it
 * @param lplpbBuffer out: record or array; free it with MprAdminBufferFree()
 * @return NO_ERROR; 87 bad handle; 124 bad level; 906 no such connection; 1702.
 */
DWORD APIENTRY MprAdminConnectionGetInfo(RAS_SERVER_HANDLE hRasServer, DWORD dwLevel,
    HANDLE hRasConnection, LPBYTE *lplpbBuffer);

#if WINVER >= 0x0601
/**
 * Reads one connection as #RAS_CONNECTION_EX into the caller's memory; there is nothing to free.
 * Forbidden in a callout. Since Windows 7 (nf-mprapi-mpradminconnectiongetinfoex).
 * @param hRasServer in: handle of MprAdminServerConnect()
 * @param hRasConnection in: the connection, as an enumeration or a callout gave it
 * @param pRasConnection in/out: the caller's record
 * @return NO_ERROR; 5; 127; 903; 906 no such connection.
 */
DWORD APIENTRY MprAdminConnectionGetInfoEx(RAS_SERVER_HANDLE hRasServer, HANDLE hRasConnection,
    PRAS_CONNECTION_EX pRasConnection);
#endif /* WINVER >= 0x0601 */

/**
 * Lifts the quarantine of a client (C4.rqs). Where that changes the state, the re-authentication
 * callouts follow (Q16). Forbidden in a callout. Since Server 2003
 * (nf-mprapi-mpradminconnectionremovequarantine).
 * @param hRasServer in: handle of MprAdminServerConnect()
 * @param hRasConnection in: the connection, or its IPv4 address in network byte order
 * @param fIsIpAddress in: TRUE if the connection is given by its IPv4 address
 * @return NO_ERROR; 87 bad handle; 1168 the client is in no quarantine.
 */
DWORD APIENTRY MprAdminConnectionRemoveQuarantine(HANDLE hRasServer, HANDLE hRasConnection,
    BOOL fIsIpAddress);

/**
 * Sets the counters of a port to zero. Forbidden in a callout. Since Windows 2000
 * (nf-mprapi-mpradminportclearstats).
 * @param hRasServer in: handle of MprAdminServerConnect()
 * @param hPort in: the port
 * @return NO_ERROR; 5; 903; 1702 bad server or port.
 */
DWORD APIENTRY MprAdminPortClearStats(RAS_SERVER_HANDLE hRasServer, HANDLE hPort);

/**
 * Takes down the link on a port: hang-up callouts follow, for the last link those of the connection
 * too. A port without a link is left alone. Forbidden in a callout. Since Windows 2000
 * (nf-mprapi-mpradminportdisconnect).
 * @param hRasServer in: handle of MprAdminServerConnect()
 * @param hPort in: the port
 * @return NO_ERROR; 5; 87 bad port; 903.
 */
DWORD APIENTRY MprAdminPortDisconnect(RAS_SERVER_HANDLE hRasServer, HANDLE hPort);

/**
 * Lists the ports of a connection as #RAS_PORT_0. Forbidden in a callout. Since Windows 2000
 * (nf-mprapi-mpradminportenum).
 * @param hRasServer in: handle of MprAdminServerConnect()
 * @param dwLevel in: 0
 * @param hRasConnection in: the connection; INVALID_HANDLE_VALUE for every port
 * @param lplpbBuffer out: record or array; free it with MprAdminBufferFree()
 * @param dwPrefMaxLen in: wished size in bytes; 0xFFFFFFFF for everything
 * @param lpdwEntriesRead out: records delivered
 * @param lpdwTotalEntries out: records there were from the resume position on
 * @param lpdwResumeHandle in/out: 0 at first, then as returned; 0 again when nothing is left; may
 *   be NULL
 * @return NO_ERROR; 5; 6 NULL connection; 50 bad level; 87 NULL output; 234 more to come; 903.
 */
DWORD APIENTRY MprAdminPortEnum(RAS_SERVER_HANDLE hRasServer, DWORD dwLevel,
    HANDLE hRasConnection, LPBYTE *lplpbBuffer, DWORD dwPrefMaxLen, LPDWORD lpdwEntriesRead,
    LPDWORD lpdwTotalEntries, LPDWORD lpdwResumeHandle);

/**
 * Reads one port: level 0 gives #RAS_PORT_0, level 1 #RAS_PORT_1. Forbidden in a callout. Since
 * Windows 2000 (nf-mprapi-mpradminportgetinfo).
 * @param hRasServer in: handle of MprAdminServerConnect()
 * @param dwLevel in: level, which selects the record
 * @param hPort in: the port
 * @param lplpbBuffer out: record or array; free it with MprAdminBufferFree()
 * @return NO_ERROR; 5; 50 bad level; 87 NULL output; 601 bad port; 903.
 */
DWORD APIENTRY MprAdminPortGetInfo(RAS_SERVER_HANDLE hRasServer, DWORD dwLevel, HANDLE hPort,
    LPBYTE *lplpbBuffer);

/**
 * Resets the device of a port; a link on it goes down as by MprAdminPortDisconnect(). Forbidden in
 * a callout. Since Windows 2000 (nf-mprapi-mpradminportreset).
 * @param hRasServer in: handle of MprAdminServerConnect()
 * @param hPort in: the port
 * @return NO_ERROR; 5; 87 bad port; 903.
 */
DWORD APIENTRY MprAdminPortReset(RAS_SERVER_HANDLE hRasServer, HANDLE hPort);

#if WINVER >= 0x0601
/**
 * Moves a live IKEv2 tunnel to another endpoint; the endpoint-change callout follows (Q17).
 * Declared since Windows 7, on no page.
 * @param hRasServer in: handle of MprAdminServerConnect()
 * @param hRasConnection in: the connection, as an enumeration or a callout gave it
 * @param pRasUpdateConnection in: the new endpoint
 * @return NO_ERROR; 5; 87; 903; 906 no such connection.
 */
DWORD APIENTRY MprAdminUpdateConnection(RAS_SERVER_HANDLE hRasServer, HANDLE hRasConnection,
    PRAS_UPDATE_CONNECTION pRasUpdateConnection);
#endif /* WINVER >= 0x0601 */

/** @} */

#ifdef __cplusplus
}
#endif

#endif /* MPRAPI_ADMIN_H */
