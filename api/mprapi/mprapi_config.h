/* SPDX-License-Identifier: MIT */
/**
 * @file mprapi_config.h
 * Router configuration: what is stored and takes effect at the next start.
 */
#ifndef MPRAPI_CONFIG_H
#define MPRAPI_CONFIG_H

#include "mprapi_base.h"
#include "mprapi_interface.h"
#include "mprapi_server.h"
#include "mprapi_tunnel.h"

#ifdef __cplusplus
extern "C" {
#endif

/**
 * @defgroup mprapi_config Router configuration
 * Calls to the stored configuration; they work while the service is stopped.
 * @{
 */

/**
 * Frees what an MprConfig call allocated (nf-mprapi-mprconfigbufferfree).
 * @param pBuffer in: memory to free
 * @return NO_ERROR.
 */
DWORD APIENTRY MprConfigBufferFree(LPVOID pBuffer);

#if WINVER >= 0x0600
/**
 * Reads the static filter switch of a transport. Since 2008 (nf-mprapi-mprconfigfiltergetinfo).
 * @param hMprConfig in: handle of MprConfigServerConnect()
 * @param dwLevel in: level, which selects the record
 * @param dwTransportId in: transport, a `PID_` value
 * @param lpBuffer out: #MPR_FILTER_0 of the caller
 * @return NO_ERROR; 87.
 */
DWORD APIENTRY MprConfigFilterGetInfo(HANDLE hMprConfig, DWORD dwLevel, DWORD dwTransportId,
    LPBYTE lpBuffer);

/**
 * Writes the static filter switch of a transport. Since 2008 (nf-mprapi-mprconfigfiltersetinfo).
 * @param hMprConfig in: handle of MprConfigServerConnect()
 * @param dwLevel in: level, which selects the record
 * @param dwTransportId in: transport, a `PID_` value
 * @param lpBuffer in: #MPR_FILTER_0
 * @return NO_ERROR; 87.
 */
DWORD APIENTRY MprConfigFilterSetInfo(HANDLE hMprConfig, DWORD dwLevel, DWORD dwTransportId,
    LPBYTE lpBuffer);
#endif /* WINVER >= 0x0600 */

/**
 * Display name of an interface, from its identifier (nf-mprapi-mprconfiggetfriendlyname).
 * @param hMprConfig in: handle of MprConfigServerConnect()
 * @param pszGuidName in: identifier of the interface as text
 * @param pszBuffer out: the caller's buffer
 * @param dwBufferSize in: bytes of the buffer
 * @return NO_ERROR; 87; 111 buffer too small; 1168 no such name.
 */
DWORD APIENTRY MprConfigGetFriendlyName(HANDLE hMprConfig, PWSTR pszGuidName, PWCHAR pszBuffer,
    DWORD dwBufferSize);

/**
 * Identifier of an interface, from its display name (nf-mprapi-mprconfiggetguidname).
 * @param hMprConfig in: handle of MprConfigServerConnect()
 * @param pszFriendlyName in: display name
 * @param pszBuffer out: the caller's buffer
 * @param dwBufferSize in: bytes of the buffer
 * @return NO_ERROR; 87; 111 buffer too small; 1168 no such name.
 */
DWORD APIENTRY MprConfigGetGuidName(HANDLE hMprConfig, PWSTR pszFriendlyName, PWCHAR pszBuffer,
    DWORD dwBufferSize);

/**
 * Adds an interface to the stored configuration (nf-mprapi-mprconfiginterfacecreate).
 * @param hMprConfig in: handle of MprConfigServerConnect()
 * @param dwLevel in: level, which selects the record
 * @param lpbBuffer in: record of that level
 * @param phRouterInterface out: handle of the stored interface
 * @return NO_ERROR; 8; 87.
 */
DWORD APIENTRY MprConfigInterfaceCreate(HANDLE hMprConfig, DWORD dwLevel, LPBYTE lpbBuffer,
    HANDLE *phRouterInterface);

/**
 * Removes a stored interface and its transports (nf-mprapi-mprconfiginterfacedelete).
 * @param hMprConfig in: handle of MprConfigServerConnect()
 * @param hRouterInterface in: the stored interface
 * @return NO_ERROR; 8; 87.
 */
DWORD APIENTRY MprConfigInterfaceDelete(HANDLE hMprConfig, HANDLE hRouterInterface);

/**
 * Lists the stored interfaces (nf-mprapi-mprconfiginterfaceenum).
 * @param hMprConfig in: handle of MprConfigServerConnect()
 * @param dwLevel in: 0
 * @param lplpBuffer out: record or array; free it with the family's buffer-free call
 * @param dwPrefMaxLen in: wished size in bytes; 0xFFFFFFFF for everything
 * @param lpdwEntriesRead out: records delivered
 * @param lpdwTotalEntries out: records there were from the resume position on
 * @param lpdwResumeHandle in/out: 0 at first, then as returned; 0 again when nothing is left; may
 *   be NULL
 * @return NO_ERROR; 8; 87 NULL, or the wished size holds no record; 259 nothing left.
 */
DWORD APIENTRY MprConfigInterfaceEnum(HANDLE hMprConfig, DWORD dwLevel, LPBYTE *lplpBuffer,
    DWORD dwPrefMaxLen, LPDWORD lpdwEntriesRead, LPDWORD lpdwTotalEntries,
    LPDWORD lpdwResumeHandle);

#if WINVER >= 0x0601 && NTDDI_VERSION >= 0x06020000
/**
 * Reads the stored IKEv2 settings of an interface. Since Server 2012
 * (nf-mprapi-mprconfiginterfacegetcustominfoex).
 * @param hMprConfig in: handle of MprConfigServerConnect()
 * @param hRouterInterface in: the stored interface
 * @param pCustomInfo the caller's record
 * @return NO_ERROR; 8; 87; 905 no such interface.
 */
DWORD APIENTRY MprConfigInterfaceGetCustomInfoEx(HANDLE hMprConfig, HANDLE hRouterInterface,
    PMPR_IF_CUSTOMINFOEX pCustomInfo);
#endif /* WINVER >= 0x0601 && NTDDI_VERSION >= 0x06020000 */

/**
 * Finds a stored interface by name, a LAN by its identifier
 * (nf-mprapi-mprconfiginterfacegethandle).
 * @param hMprConfig in: handle of MprConfigServerConnect()
 * @param lpwsInterfaceName in: interface by name
 * @param phRouterInterface out: handle of the stored interface
 * @return NO_ERROR; 8; 87; 905 no such interface.
 */
DWORD APIENTRY MprConfigInterfaceGetHandle(HANDLE hMprConfig, LPWSTR lpwsInterfaceName,
    HANDLE *phRouterInterface);

/**
 * Reads a stored interface at levels 0 to 3 (nf-mprapi-mprconfiginterfacegetinfo).
 * @param hMprConfig in: handle of MprConfigServerConnect()
 * @param hRouterInterface in: the stored interface
 * @param dwLevel in: level, which selects the record
 * @param lplpBuffer out: record or array; free it with the family's buffer-free call
 * @param lpdwBufferSize out: bytes of the record
 * @return NO_ERROR; 8; 87; 905 no such interface.
 */
DWORD APIENTRY MprConfigInterfaceGetInfo(HANDLE hMprConfig, HANDLE hRouterInterface,
    DWORD dwLevel, LPBYTE *lplpBuffer, LPDWORD lpdwBufferSize);

#if WINVER >= 0x0601 && NTDDI_VERSION >= 0x06020000
/**
 * Writes the stored IKEv2 settings of an interface. Since Server 2012
 * (nf-mprapi-mprconfiginterfacesetcustominfoex).
 * @param hMprConfig in: handle of MprConfigServerConnect()
 * @param hRouterInterface in: the stored interface
 * @param pCustomInfo the caller's record
 * @return NO_ERROR; 87 no demand-dial router interface; 905 no such interface.
 */
DWORD APIENTRY MprConfigInterfaceSetCustomInfoEx(HANDLE hMprConfig, HANDLE hRouterInterface,
    PMPR_IF_CUSTOMINFOEX pCustomInfo);
#endif /* WINVER >= 0x0601 && NTDDI_VERSION >= 0x06020000 */

/**
 * Changes a stored interface (nf-mprapi-mprconfiginterfacesetinfo).
 * @param hMprConfig in: handle of MprConfigServerConnect()
 * @param hRouterInterface in: the stored interface
 * @param dwLevel in: level, which selects the record
 * @param lpbBuffer in: record of that level
 * @return NO_ERROR; 87; 905 no such interface.
 */
DWORD APIENTRY MprConfigInterfaceSetInfo(HANDLE hMprConfig, HANDLE hRouterInterface,
    DWORD dwLevel, LPBYTE lpbBuffer);

/**
 * Adds a transport to a stored interface, or updates it (nf-mprapi-mprconfiginterfacetransportadd).
 * @param hMprConfig in: handle of MprConfigServerConnect()
 * @param hRouterInterface in: the stored interface
 * @param dwTransportId in: transport, a `PID_` value
 * @param lpwsTransportName in: name of the transport
 * @param pInterfaceInfo in: information header of the interface
 * @param dwInterfaceInfoSize in: its bytes
 * @param phRouterIfTransport out: handle of the transport
 * @return NO_ERROR; 8; 87.
 */
DWORD APIENTRY MprConfigInterfaceTransportAdd(HANDLE hMprConfig, HANDLE hRouterInterface,
    DWORD dwTransportId, LPWSTR lpwsTransportName, LPBYTE pInterfaceInfo,
    DWORD dwInterfaceInfoSize, HANDLE *phRouterIfTransport);

/**
 * Lists the transports of a stored interface (nf-mprapi-mprconfiginterfacetransportenum).
 * @param hMprConfig in: handle of MprConfigServerConnect()
 * @param hRouterInterface in: the stored interface
 * @param dwLevel in: 0
 * @param lplpBuffer out: record or array; free it with the family's buffer-free call
 * @param dwPrefMaxLen in: wished size in bytes; 0xFFFFFFFF for everything
 * @param lpdwEntriesRead out: records delivered
 * @param lpdwTotalEntries out: records there were from the resume position on
 * @param lpdwResumeHandle in/out: 0 at first, then as returned; 0 again when nothing is left; may
 *   be NULL
 * @return NO_ERROR; 8; 87; 259 nothing left.
 */
DWORD APIENTRY MprConfigInterfaceTransportEnum(HANDLE hMprConfig, HANDLE hRouterInterface,
    DWORD dwLevel, LPBYTE *lplpBuffer, DWORD dwPrefMaxLen, LPDWORD lpdwEntriesRead,
    LPDWORD lpdwTotalEntries, LPDWORD lpdwResumeHandle);

/**
 * Finds a transport of a stored interface (nf-mprapi-mprconfiginterfacetransportgethandle).
 * @param hMprConfig in: handle of MprConfigServerConnect()
 * @param hRouterInterface in: the stored interface
 * @param dwTransportId in: transport, a `PID_` value
 * @param phRouterIfTransport out: handle of the transport
 * @return NO_ERROR; 8; 87; 905 no such interface.
 */
DWORD APIENTRY MprConfigInterfaceTransportGetHandle(HANDLE hMprConfig, HANDLE hRouterInterface,
    DWORD dwTransportId, HANDLE *phRouterIfTransport);

/**
 * Reads what a transport stores for an interface; a NULL output succeeds and does nothing
 * (nf-mprapi-mprconfiginterfacetransportgetinfo).
 * @param hMprConfig in: handle of MprConfigServerConnect()
 * @param hRouterInterface in: the stored interface
 * @param hRouterIfTransport in: the transport of the stored interface
 * @param ppInterfaceInfo out: information header of the interface
 * @param lpdwInterfaceInfoSize out: its bytes
 * @return NO_ERROR; 8; 87; 905 no such interface.
 */
DWORD APIENTRY MprConfigInterfaceTransportGetInfo(HANDLE hMprConfig, HANDLE hRouterInterface,
    HANDLE hRouterIfTransport, LPBYTE *ppInterfaceInfo, LPDWORD lpdwInterfaceInfoSize);

/**
 * Removes a transport from a stored interface (nf-mprapi-mprconfiginterfacetransportremove).
 * @param hMprConfig in: handle of MprConfigServerConnect()
 * @param hRouterInterface in: the stored interface
 * @param hRouterIfTransport in: the transport of the stored interface
 * @return NO_ERROR; 87.
 */
DWORD APIENTRY MprConfigInterfaceTransportRemove(HANDLE hMprConfig, HANDLE hRouterInterface,
    HANDLE hRouterIfTransport);

/**
 * Writes what a transport stores for an interface; a NULL input succeeds and does nothing
 * (nf-mprapi-mprconfiginterfacetransportsetinfo).
 * @param hMprConfig in: handle of MprConfigServerConnect()
 * @param hRouterInterface in: the stored interface
 * @param hRouterIfTransport in: the transport of the stored interface
 * @param pInterfaceInfo in: information header of the interface
 * @param dwInterfaceInfoSize in: its bytes
 * @return NO_ERROR; 87; 905 no such interface.
 */
DWORD APIENTRY MprConfigInterfaceTransportSetInfo(HANDLE hMprConfig, HANDLE hRouterInterface,
    HANDLE hRouterIfTransport, LPBYTE pInterfaceInfo, DWORD dwInterfaceInfoSize);

/**
 * Saves the configuration into a folder (nf-mprapi-mprconfigserverbackup).
 * @param hMprConfig in: handle of MprConfigServerConnect()
 * @param lpwsPath in: folder, with a final backslash
 * @return NO_ERROR; 8; 87.
 */
DWORD APIENTRY MprConfigServerBackup(HANDLE hMprConfig, LPWSTR lpwsPath);

/**
 * Opens the stored configuration of a machine (nf-mprapi-mprconfigserverconnect).
 * @param lpwsServerName in: the machine; NULL for this one
 * @param phMprConfig out: handle; close it with MprConfigServerDisconnect()
 * @return NO_ERROR; 8; 87 NULL output.
 */
DWORD APIENTRY MprConfigServerConnect(LPWSTR lpwsServerName, HANDLE *phMprConfig);

/**
 * Closes the stored configuration (nf-mprapi-mprconfigserverdisconnect).
 * @param hMprConfig in: handle of MprConfigServerConnect()
 */
VOID APIENTRY MprConfigServerDisconnect(HANDLE hMprConfig);

/**
 * Reads stored server facts; levels as in MprAdminServerGetInfo()
 * (nf-mprapi-mprconfigservergetinfo).
 * @param hMprConfig in: handle of MprConfigServerConnect()
 * @param dwLevel in: level, which selects the record
 * @param lplpbBuffer out: record or array; free it with MprAdminBufferFree()
 * @return NO_ERROR; 8; 87.
 */
DWORD APIENTRY MprConfigServerGetInfo(HANDLE hMprConfig, DWORD dwLevel, LPBYTE *lplpbBuffer);

#if WINVER >= 0x0601
/**
 * Reads stored server and tunnel settings into the caller's record. Since 2008 R2
 * (nf-mprapi-mprconfigservergetinfoex).
 * @param hMprConfig in: handle of MprConfigServerConnect()
 * @param pServerInfo the caller's record, with its header filled in
 * @return NO_ERROR; 5; 127; 903.
 */
DWORD APIENTRY MprConfigServerGetInfoEx(HANDLE hMprConfig, MPR_SERVER_EX *pServerInfo);
#endif /* WINVER >= 0x0601 */

/**
 * Puts the service back to a default configuration; does not start it
 * (nf-mprapi-mprconfigserverinstall).
 * @param dwLevel in: 0
 * @param pBuffer in: NULL
 * @return NO_ERROR; 87 other arguments.
 */
DWORD APIENTRY MprConfigServerInstall(DWORD dwLevel, PVOID pBuffer);

/**
 * Reads back what MprConfigServerBackup() saved (nf-mprapi-mprconfigserverrestore).
 * @param hMprConfig in: handle of MprConfigServerConnect()
 * @param lpwsPath in: folder, with a final backslash
 * @return NO_ERROR; 8; 87.
 */
DWORD APIENTRY MprConfigServerRestore(HANDLE hMprConfig, LPWSTR lpwsPath);

/**
 * Stores port counts for the next start. Since Server 2003 (nf-mprapi-mprconfigserversetinfo).
 * @param hMprServer in: handle of MprConfigServerConnect(), whatever its type says
 * @param dwLevel in: level, which selects the record
 * @param lpbBuffer in: record of that level
 * @return NO_ERROR; 5; 6; 50 bad level; 87; 3010 restart the machine.
 */
DWORD APIENTRY MprConfigServerSetInfo(MPR_SERVER_HANDLE hMprServer, DWORD dwLevel,
    LPBYTE lpbBuffer);

#if WINVER >= 0x0601
/**
 * Stores tunnel settings for the next start. Since 2008 R2 (nf-mprapi-mprconfigserversetinfoex).
 * @param hMprConfig in: handle of MprConfigServerConnect()
 * @param pSetServerConfig in: record, with its header filled in
 * @return NO_ERROR; 5; 87 NULL or bad header; 903.
 */
DWORD APIENTRY MprConfigServerSetInfoEx(HANDLE hMprConfig,
    MPR_SERVER_SET_CONFIG_EX *pSetServerConfig);
#endif /* WINVER >= 0x0601 */

/**
 * Adds a transport to the stored configuration, or updates it (nf-mprapi-mprconfigtransportcreate).
 * @param hMprConfig in: handle of MprConfigServerConnect()
 * @param dwTransportId in: transport, a `PID_` value
 * @param lpwsTransportName in: name of the transport
 * @param pGlobalInfo in: information header of the transport; NULL to skip it
 * @param dwGlobalInfoSize in: its bytes
 * @param pClientInterfaceInfo in: information header for clients' interfaces; NULL to skip it
 * @param dwClientInterfaceInfoSize in: its bytes
 * @param lpwsDLLPath in: path of the router manager's DLL
 * @param phRouterTransport out: handle of the transport
 * @return NO_ERROR; 8; 87.
 */
DWORD APIENTRY MprConfigTransportCreate(HANDLE hMprConfig, DWORD dwTransportId,
    LPWSTR lpwsTransportName, LPBYTE pGlobalInfo, DWORD dwGlobalInfoSize,
    LPBYTE pClientInterfaceInfo, DWORD dwClientInterfaceInfoSize, LPWSTR lpwsDLLPath,
    HANDLE *phRouterTransport);

/**
 * Removes a stored transport (nf-mprapi-mprconfigtransportdelete).
 * @param hMprConfig in: handle of MprConfigServerConnect()
 * @param hRouterTransport in: the stored transport
 * @return NO_ERROR; 8; 87.
 */
DWORD APIENTRY MprConfigTransportDelete(HANDLE hMprConfig, HANDLE hRouterTransport);

/**
 * Lists the stored transports as #MPR_TRANSPORT_0 (nf-mprapi-mprconfigtransportenum).
 * @param hMprConfig in: handle of MprConfigServerConnect()
 * @param dwLevel in: 0
 * @param lplpBuffer out: record or array; free it with the family's buffer-free call
 * @param dwPrefMaxLen in: wished size in bytes; 0xFFFFFFFF for everything
 * @param lpdwEntriesRead out: records delivered
 * @param lpdwTotalEntries out: records there were from the resume position on
 * @param lpdwResumeHandle in/out: 0 at first, then as returned; 0 again when nothing is left; may
 *   be NULL
 * @return NO_ERROR; 8; 87; 259 nothing left.
 */
DWORD APIENTRY MprConfigTransportEnum(HANDLE hMprConfig, DWORD dwLevel, LPBYTE *lplpBuffer,
    DWORD dwPrefMaxLen, LPDWORD lpdwEntriesRead, LPDWORD lpdwTotalEntries,
    LPDWORD lpdwResumeHandle);

/**
 * Finds a stored transport (nf-mprapi-mprconfigtransportgethandle).
 * @param hMprConfig in: handle of MprConfigServerConnect()
 * @param dwTransportId in: transport, a `PID_` value
 * @param phRouterTransport out: handle of the transport
 * @return NO_ERROR; 8; 87; 902 no such transport.
 */
DWORD APIENTRY MprConfigTransportGetHandle(HANDLE hMprConfig, DWORD dwTransportId,
    HANDLE *phRouterTransport);

/**
 * Reads what a transport stores; NULL for all outputs succeeds and does nothing
 * (nf-mprapi-mprconfigtransportgetinfo).
 * @param hMprConfig in: handle of MprConfigServerConnect()
 * @param hRouterTransport in: the stored transport
 * @param ppGlobalInfo out: information header of the transport; NULL to skip it
 * @param lpdwGlobalInfoSize out: its bytes
 * @param ppClientInterfaceInfo out: information header for clients' interfaces; NULL to skip it
 * @param lpdwClientInterfaceInfoSize out: its bytes
 * @param lplpwsDLLPath out: path of the router manager's DLL; NULL to skip it
 * @return NO_ERROR; 8; 87; 902 no such transport.
 */
DWORD APIENTRY MprConfigTransportGetInfo(HANDLE hMprConfig, HANDLE hRouterTransport,
    LPBYTE *ppGlobalInfo, LPDWORD lpdwGlobalInfoSize, LPBYTE *ppClientInterfaceInfo,
    LPDWORD lpdwClientInterfaceInfoSize, LPWSTR *lplpwsDLLPath);

/**
 * Writes what a transport stores: global, client, DLL name; stops at the first failure
 * (nf-mprapi-mprconfigtransportsetinfo).
 * @param hMprConfig in: handle of MprConfigServerConnect()
 * @param hRouterTransport in: the stored transport
 * @param pGlobalInfo in: information header of the transport; NULL to skip it
 * @param dwGlobalInfoSize in: its bytes
 * @param pClientInterfaceInfo in: information header for clients' interfaces; NULL to skip it
 * @param dwClientInterfaceInfoSize in: its bytes
 * @param lpwsDLLPath in: path of the router manager's DLL
 * @return NO_ERROR; 87; 902 no such transport.
 */
DWORD APIENTRY MprConfigTransportSetInfo(HANDLE hMprConfig, HANDLE hRouterTransport,
    LPBYTE pGlobalInfo, DWORD dwGlobalInfoSize, LPBYTE pClientInterfaceInfo,
    DWORD dwClientInterfaceInfoSize, LPWSTR lpwsDLLPath);

/**
 * Declared, on no page.
 * @param hMprConfig in: handle of MprConfigServerConnect()
 * @return NO_ERROR; 120 here.
 */
DWORD APIENTRY MprConfigServerRefresh(HANDLE hMprConfig);

/** @} */

#ifdef __cplusplus
}
#endif

#endif /* MPRAPI_CONFIG_H */
