/* SPDX-License-Identifier: MIT */
/**
 * @file mprapi_router.h
 * Router administration: server settings, devices, interfaces and transports of a running router.
 */
#ifndef MPRAPI_ROUTER_H
#define MPRAPI_ROUTER_H

#include "mprapi_base.h"
#include "mprapi_interface.h"
#include "mprapi_server.h"
#include "mprapi_tunnel.h"

#ifdef __cplusplus
extern "C" {
#endif

/**
 * @defgroup mprapi_router Router administration
 * Calls to the running router; they fail while the service is stopped.
 * @{
 */

/**
 * Stops signalling an event (nf-mprapi-mpradminderegisterconnectionnotification).
 * @param hMprServer in: handle of MprAdminServerConnect()
 * @param hEventNotification in: event object
 * @return NO_ERROR; 5; 87 bad event; 903.
 */
DWORD APIENTRY MprAdminDeregisterConnectionNotification(MPR_SERVER_HANDLE hMprServer,
    HANDLE hEventNotification);

/**
 * Registers a machine as RAS server of a domain, or withdraws it. Since Server 2003
 * (nf-mprapi-mpradminestablishdomainrasserver).
 * @param pszDomain in: domain
 * @param pszMachine in: machine
 * @param bEnable in: TRUE to register, FALSE to withdraw
 * @return NO_ERROR; 1168 bad machine; 1355 in no domain; 8224 no domain user; 8250 bad domain.
 */
DWORD APIENTRY MprAdminEstablishDomainRasServer(LPWSTR pszDomain, LPWSTR pszMachine, BOOL bEnable);

/**
 * Lists the devices as #MPR_DEVICE_0, without paging (nf-mprapi-mpradmindeviceenum).
 * @param hMprServer in: handle of MprAdminServerConnect()
 * @param dwLevel in: 0
 * @param lplpbBuffer out: record or array; free it with MprAdminBufferFree()
 * @param lpdwTotalEntries out: records delivered
 * @return NO_ERROR; 50 bad level; 87 NULL output.
 */
DWORD APIENTRY MprAdminDeviceEnum(MPR_SERVER_HANDLE hMprServer, DWORD dwLevel,
    LPBYTE *lplpbBuffer, LPDWORD lpdwTotalEntries);

/**
 * Connects a demand-dial interface outwards; no callout follows
 * (nf-mprapi-mpradmininterfaceconnect).
 * @param hMprServer in: handle of MprAdminServerConnect()
 * @param hInterface in: the interface
 * @param hEvent in: event to signal at the end; NULL to wait
 * @param fSynchronous in: TRUE to wait for the end
 * @return NO_ERROR; 5; 6; 600 started; 903; 910 already; 916 disabled; 925 no device; 928 paused.
 */
DWORD APIENTRY MprAdminInterfaceConnect(MPR_SERVER_HANDLE hMprServer, HANDLE hInterface,
    HANDLE hEvent, BOOL fSynchronous);

/**
 * Removes a demand-dial interface from the running router (nf-mprapi-mpradmininterfacedelete).
 * @param hMprServer in: handle of MprAdminServerConnect()
 * @param hInterface in: the interface
 * @return NO_ERROR; 5; 6; 908 still connected.
 */
DWORD APIENTRY MprAdminInterfaceDelete(MPR_SERVER_HANDLE hMprServer, HANDLE hInterface);

/**
 * Adds a demand-dial interface; levels 0 to 3 take #MPR_INTERFACE_0 to #MPR_INTERFACE_3
 * (nf-mprapi-mpradmininterfacecreate).
 * @param hMprServer in: handle of MprAdminServerConnect()
 * @param dwLevel in: level, which selects the record
 * @param lpbBuffer in: record of that level
 * @param phInterface out: handle of the interface
 * @return NO_ERROR; 5; 8; 50 bad level; 903; 904 name taken.
 */
DWORD APIENTRY MprAdminInterfaceCreate(MPR_SERVER_HANDLE hMprServer, DWORD dwLevel,
    LPBYTE lpbBuffer, HANDLE *phInterface);

/**
 * Reads a device of a demand-dial interface: #MPR_DEVICE_0 or #MPR_DEVICE_1
 * (nf-mprapi-mpradmininterfacedevicegetinfo).
 * @param hMprServer in: handle of MprAdminServerConnect()
 * @param hInterface in: the interface
 * @param dwIndex in: number of the device, from 1
 * @param dwLevel in: level, which selects the record
 * @param lplpBuffer out: record; free it with MprAdminBufferFree()
 * @return NO_ERROR; 5; 6; 8; 50 bad level; 87 NULL buffer.
 */
DWORD APIENTRY MprAdminInterfaceDeviceGetInfo(MPR_SERVER_HANDLE hMprServer, HANDLE hInterface,
    DWORD dwIndex, DWORD dwLevel, LPBYTE *lplpBuffer);

/**
 * Writes a device of a demand-dial interface (nf-mprapi-mpradmininterfacedevicesetinfo).
 * @param hMprServer in: handle of MprAdminServerConnect()
 * @param hInterface in: the interface
 * @param dwIndex in: number of the device, from 1
 * @param dwLevel in: level, which selects the record
 * @param lpbBuffer in: record of that level
 * @return NO_ERROR; 5; 6; 8; 50 bad level; 87 NULL buffer.
 */
DWORD APIENTRY MprAdminInterfaceDeviceSetInfo(MPR_SERVER_HANDLE hMprServer, HANDLE hInterface,
    DWORD dwIndex, DWORD dwLevel, LPBYTE lpbBuffer);

/**
 * Disconnects an interface. For a client's interface that is a hang-up of all its links, with the
 * callouts (nf-mprapi-mpradmininterfacedisconnect).
 * @param hMprServer in: handle of MprAdminServerConnect()
 * @param hInterface in: the interface
 * @return NO_ERROR; 5; 6; 903; 906 not connected.
 */
DWORD APIENTRY MprAdminInterfaceDisconnect(MPR_SERVER_HANDLE hMprServer, HANDLE hInterface);

/**
 * Lists the interfaces as #MPR_INTERFACE_0, clients included (nf-mprapi-mpradmininterfaceenum).
 * @param hMprServer in: handle of MprAdminServerConnect()
 * @param dwLevel in: 0
 * @param lplpbBuffer out: record or array; free it with MprAdminBufferFree()
 * @param dwPrefMaxLen in: wished size in bytes; 0xFFFFFFFF for everything
 * @param lpdwEntriesRead out: records delivered
 * @param lpdwTotalEntries out: records there were from the resume position on
 * @param lpdwResumeHandle in/out: 0 at first, then as returned; 0 again when nothing is left; may
 *   be NULL
 * @return NO_ERROR; 5; 8; 50 bad level; 234 more to come.
 */
DWORD APIENTRY MprAdminInterfaceEnum(MPR_SERVER_HANDLE hMprServer, DWORD dwLevel,
    LPBYTE *lplpbBuffer, DWORD dwPrefMaxLen, LPDWORD lpdwEntriesRead, LPDWORD lpdwTotalEntries,
    LPDWORD lpdwResumeHandle);

/**
 * Reads user, password and domain of a demand-dial interface into buffers of 257 characters (domain
 * 16). NULL for all three succeeds and does nothing (nf-mprapi-mpradmininterfacegetcredentials).
 * @param lpwsServer in: machine; NULL for this one
 * @param lpwsInterfaceName in: interface by name
 * @param lpwsUserName user name; NULL to skip it
 * @param lpwsPassword password; NULL to skip it
 * @param lpwsDomainName domain; NULL to skip it
 * @return NO_ERROR; 87 NULL name; 623 no such data.
 */
DWORD APIENTRY MprAdminInterfaceGetCredentials(LPWSTR lpwsServer, LPWSTR lpwsInterfaceName,
    LPWSTR lpwsUserName, LPWSTR lpwsPassword, LPWSTR lpwsDomainName);

/**
 * Reads EAP credentials (level 0, #MPR_CREDENTIALSEX_0) or the pre-shared key (level 1)
 * (nf-mprapi-mpradmininterfacegetcredentialsex).
 * @param hMprServer in: handle of MprAdminServerConnect()
 * @param hInterface in: the interface
 * @param dwLevel in: level, which selects the record
 * @param lplpbBuffer out: record or array; free it with MprAdminBufferFree()
 * @return NO_ERROR; 5; 6; 8; 50 bad level; 87.
 */
DWORD APIENTRY MprAdminInterfaceGetCredentialsEx(MPR_SERVER_HANDLE hMprServer, HANDLE hInterface,
    DWORD dwLevel, LPBYTE *lplpbBuffer);

#if WINVER >= 0x0601 && NTDDI_VERSION >= 0x06020000
/**
 * Reads the IKEv2 settings of an interface; free the inner pointers one by one. Since Server 2012
 * (nf-mprapi-mpradmininterfacegetcustominfoex).
 * @param hMprServer in: handle of MprAdminServerConnect()
 * @param hInterface in: the interface
 * @param pCustomInfo the caller's record
 * @return NO_ERROR; 5; 6; 8; 87 no demand-dial router interface.
 */
DWORD APIENTRY MprAdminInterfaceGetCustomInfoEx(MPR_SERVER_HANDLE hMprServer, HANDLE hInterface,
    PMPR_IF_CUSTOMINFOEX pCustomInfo);
#endif /* WINVER >= 0x0601 && NTDDI_VERSION >= 0x06020000 */

/**
 * Finds an interface by name; several clients may have the same
 * (nf-mprapi-mpradmininterfacegethandle).
 * @param hMprServer in: handle of MprAdminServerConnect()
 * @param lpwsInterfaceName in: interface by name
 * @param phInterface out: handle of the interface
 * @param fIncludeClientInterfaces in: TRUE to look among the clients' interfaces too
 * @return NO_ERROR; 5; 905 no such name; 1702 NULL server; 1780 NULL name.
 */
DWORD APIENTRY MprAdminInterfaceGetHandle(MPR_SERVER_HANDLE hMprServer, LPWSTR lpwsInterfaceName,
    HANDLE *phInterface, BOOL fIncludeClientInterfaces);

/**
 * Reads an interface at levels 0 to 3 (nf-mprapi-mpradmininterfacegetinfo).
 * @param hMprServer in: handle of MprAdminServerConnect()
 * @param hInterface in: the interface
 * @param dwLevel in: level, which selects the record
 * @param lplpbBuffer out: record or array; free it with MprAdminBufferFree()
 * @return NO_ERROR; 5; 6; 8; 50 bad level; 87 NULL buffer; 124 not for this kind.
 */
DWORD APIENTRY MprAdminInterfaceGetInfo(MPR_SERVER_HANDLE hMprServer, HANDLE hInterface,
    DWORD dwLevel, LPBYTE *lplpbBuffer);

/**
 * How the last route update over an interface ended (nf-mprapi-mpradmininterfacequeryupdateresult).
 * @param hMprServer in: handle of MprAdminServerConnect()
 * @param hInterface in: the interface
 * @param dwProtocolId in: transport or router manager, a `PID_` value
 * @param lpdwUpdateResult out: error of the update, or 0
 * @return NO_ERROR; 5; 6; 87; 902 bad transport; 905 not on the interface; 906 not connected.
 */
DWORD APIENTRY MprAdminInterfaceQueryUpdateResult(MPR_SERVER_HANDLE hMprServer, HANDLE hInterface,
    DWORD dwProtocolId, LPDWORD lpdwUpdateResult);

/**
 * Stores user, domain and password; NULL for all three deletes them. The order differs from the
 * reading call (nf-mprapi-mpradmininterfacesetcredentials).
 * @param lpwsServer in: machine; NULL for this one
 * @param lpwsInterfaceName in: interface by name
 * @param lpwsUserName user name; NULL to skip it
 * @param lpwsDomainName domain; NULL to skip it
 * @param lpwsPassword password; NULL to skip it
 * @return NO_ERROR; 8; 87.
 */
DWORD APIENTRY MprAdminInterfaceSetCredentials(LPWSTR lpwsServer, LPWSTR lpwsInterfaceName,
    LPWSTR lpwsUserName, LPWSTR lpwsDomainName, LPWSTR lpwsPassword);

/**
 * Stores EAP credentials (level 0) or a pre-shared key (level 1; size 0 deletes it)
 * (nf-mprapi-mpradmininterfacesetcredentialsex).
 * @param hMprServer in: handle of MprAdminServerConnect()
 * @param hInterface in: the interface
 * @param dwLevel in: level, which selects the record
 * @param lpbBuffer in: record of that level
 * @return NO_ERROR; 5; 6; 8; 50 bad level; 87.
 */
DWORD APIENTRY MprAdminInterfaceSetCredentialsEx(MPR_SERVER_HANDLE hMprServer, HANDLE hInterface,
    DWORD dwLevel, LPBYTE lpbBuffer);

#if WINVER >= 0x0601 && NTDDI_VERSION >= 0x06020000
/**
 * Sets the IKEv2 settings of an interface; flags 0 delete them. Since Server 2012
 * (nf-mprapi-mpradmininterfacesetcustominfoex).
 * @param hMprServer in: handle of MprAdminServerConnect()
 * @param hInterface in: the interface
 * @param pCustomInfo the caller's record
 * @return NO_ERROR; 5; 6; 8; 87 no demand-dial router interface.
 */
DWORD APIENTRY MprAdminInterfaceSetCustomInfoEx(MPR_SERVER_HANDLE hMprServer, HANDLE hInterface,
    PMPR_IF_CUSTOMINFOEX pCustomInfo);
#endif /* WINVER >= 0x0601 && NTDDI_VERSION >= 0x06020000 */

/**
 * Changes an interface at levels 0 to 3 (nf-mprapi-mpradmininterfacesetinfo).
 * @param hMprServer in: handle of MprAdminServerConnect()
 * @param hInterface in: the interface
 * @param dwLevel in: level, which selects the record
 * @param lpbBuffer in: record of that level
 * @return NO_ERROR; 5; 6; 8; 50 bad level; 87.
 */
DWORD APIENTRY MprAdminInterfaceSetInfo(MPR_SERVER_HANDLE hMprServer, HANDLE hInterface,
    DWORD dwLevel, LPBYTE lpbBuffer);

/**
 * Puts a transport on an interface (nf-mprapi-mpradmininterfacetransportadd).
 * @param hMprServer in: handle of MprAdminServerConnect()
 * @param hInterface in: the interface
 * @param dwTransportId in: transport, a `PID_` value
 * @param pInterfaceInfo in: information header of the interface
 * @param dwInterfaceInfoSize in: its bytes
 * @return NO_ERROR; 5; 6; 87 NULL information; 902 bad transport.
 */
DWORD APIENTRY MprAdminInterfaceTransportAdd(MPR_SERVER_HANDLE hMprServer, HANDLE hInterface,
    DWORD dwTransportId, LPBYTE pInterfaceInfo, DWORD dwInterfaceInfoSize);

/**
 * Reads what a transport keeps for an interface (nf-mprapi-mpradmininterfacetransportgetinfo).
 * @param hMprServer in: handle of MprAdminServerConnect()
 * @param hInterface in: the interface
 * @param dwTransportId in: transport, a `PID_` value
 * @param ppInterfaceInfo out: information header of the interface
 * @param lpdwInterfaceInfoSize out: its bytes
 * @return NO_ERROR; 5; 6; 8; 902 bad transport; 905 not on the interface.
 */
DWORD APIENTRY MprAdminInterfaceTransportGetInfo(MPR_SERVER_HANDLE hMprServer, HANDLE hInterface,
    DWORD dwTransportId, LPBYTE *ppInterfaceInfo, LPDWORD lpdwInterfaceInfoSize);

/**
 * Takes a transport off an interface (nf-mprapi-mpradmininterfacetransportremove).
 * @param hMprServer in: handle of MprAdminServerConnect()
 * @param hInterface in: the interface
 * @param dwTransportId in: transport, a `PID_` value
 * @return NO_ERROR; 5; 6; 902 bad transport; 905 not on it; 908 connected.
 */
DWORD APIENTRY MprAdminInterfaceTransportRemove(MPR_SERVER_HANDLE hMprServer, HANDLE hInterface,
    DWORD dwTransportId);

/**
 * Writes what a transport keeps for an interface (nf-mprapi-mpradmininterfacetransportsetinfo).
 * @param hMprServer in: handle of MprAdminServerConnect()
 * @param hInterface in: the interface
 * @param dwTransportId in: transport, a `PID_` value
 * @param pInterfaceInfo in: information header of the interface
 * @param dwInterfaceInfoSize in: its bytes
 * @return NO_ERROR; 5; 6; 87; 902 bad transport; 905 not on the interface.
 */
DWORD APIENTRY MprAdminInterfaceTransportSetInfo(MPR_SERVER_HANDLE hMprServer, HANDLE hInterface,
    DWORD dwTransportId, LPBYTE pInterfaceInfo, DWORD dwInterfaceInfoSize);

/**
 * Reads the phone-book entry of an interface again
 * (nf-mprapi-mpradmininterfaceupdatephonebookinfo).
 * @param hMprServer in: handle of MprAdminServerConnect()
 * @param hInterface in: the interface
 * @return NO_ERROR; 5; 6; 8; 621 or 622 phone-book; 903; 925 no device.
 */
DWORD APIENTRY MprAdminInterfaceUpdatePhonebookInfo(MPR_SERVER_HANDLE hMprServer,
    HANDLE hInterface);

/**
 * Has a router manager refresh its routes over an interface
 * (nf-mprapi-mpradmininterfaceupdateroutes).
 * @param hMprServer in: handle of MprAdminServerConnect()
 * @param hInterface in: the interface
 * @param dwProtocolId in: transport or router manager, a `PID_` value
 * @param hEvent in: event to signal at the end; NULL to wait
 * @return NO_ERROR; 5; 6; 600 started; 902 bad transport; 905 not on it; 906; 911 already.
 */
DWORD APIENTRY MprAdminInterfaceUpdateRoutes(MPR_SERVER_HANDLE hMprServer, HANDLE hInterface,
    DWORD dwProtocolId, HANDLE hEvent);

/**
 * Asks whether a machine is a registered RAS server. Since Server 2003
 * (nf-mprapi-mpradminisdomainrasserver).
 * @param pszDomain in: domain
 * @param pszMachine in: machine
 * @param pbIsRasServer out: TRUE if registered
 * @return NO_ERROR; 1168 bad machine; 1355 in no domain; 8224 no domain user; 8250 bad domain.
 */
DWORD APIENTRY MprAdminIsDomainRasServer(LPWSTR pszDomain, LPWSTR pszMachine, PBOOL pbIsRasServer);

/**
 * Signals an event whenever an interface connects or disconnects: the way to follow connections
 * without a callout (nf-mprapi-mpradminregisterconnectionnotification).
 * @param hMprServer in: handle of MprAdminServerConnect()
 * @param hEventNotification in: event object
 * @return NO_ERROR; 5; 87 bad event; 903.
 */
DWORD APIENTRY MprAdminRegisterConnectionNotification(MPR_SERVER_HANDLE hMprServer,
    HANDLE hEventNotification);

/**
 * Reads the server's pre-shared key as #MPR_CREDENTIALSEX_1. Since Server 2003
 * (nf-mprapi-mpradminservergetcredentials).
 * @param hMprServer in: handle of MprAdminServerConnect()
 * @param dwLevel in: 0
 * @param lplpbBuffer out: record or array; free it with MprAdminBufferFree()
 * @return NO_ERROR; 5; 50 bad level; 87.
 */
DWORD APIENTRY MprAdminServerGetCredentials(MPR_SERVER_HANDLE hMprServer, DWORD dwLevel,
    LPBYTE *lplpbBuffer);

/**
 * Reads server facts: levels 0, 1, 2 give #MPR_SERVER_0, #MPR_SERVER_1, #MPR_SERVER_2
 * (nf-mprapi-mpradminservergetinfo).
 * @param hMprServer in: handle of MprAdminServerConnect()
 * @param dwLevel in: level, which selects the record
 * @param lplpbBuffer out: record or array; free it with MprAdminBufferFree()
 * @return NO_ERROR; 5; 50 bad level; 87 NULL buffer; 1702 NULL server.
 */
DWORD APIENTRY MprAdminServerGetInfo(MPR_SERVER_HANDLE hMprServer, DWORD dwLevel,
    LPBYTE *lplpbBuffer);

#if WINVER >= 0x0601
/**
 * Reads server facts and tunnel settings into the caller's record; free inner pointers only. Since
 * 2008 R2 (nf-mprapi-mpradminservergetinfoex).
 * @param hMprServer in: handle of MprAdminServerConnect()
 * @param pServerInfo the caller's record, with its header filled in
 * @return NO_ERROR; 5; 87 bad header; 127; 903.
 */
DWORD APIENTRY MprAdminServerGetInfoEx(MPR_SERVER_HANDLE hMprServer, MPR_SERVER_EX *pServerInfo);
#endif /* WINVER >= 0x0601 */

/**
 * Sets the server's pre-shared key; size 0 deletes it. Since Server 2003
 * (nf-mprapi-mpradminserversetcredentials).
 * @param hMprServer in: handle of MprAdminServerConnect()
 * @param dwLevel in: 0
 * @param lpbBuffer in: record of that level
 * @return NO_ERROR; 5; 50 bad level; 87.
 */
DWORD APIENTRY MprAdminServerSetCredentials(MPR_SERVER_HANDLE hMprServer, DWORD dwLevel,
    LPBYTE lpbBuffer);

/**
 * Sets port counts, levels 1 and 2; kept over restarts, done in the background. Since Server 2003
 * (nf-mprapi-mpradminserversetinfo).
 * @param hMprServer in: handle of MprAdminServerConnect()
 * @param dwLevel in: level, which selects the record
 * @param lpbBuffer in: record of that level
 * @return NO_ERROR; 5; 6; 50 bad level; 87 out of range; 903; 3010 restart the machine.
 */
DWORD APIENTRY MprAdminServerSetInfo(MPR_SERVER_HANDLE hMprServer, DWORD dwLevel, LPBYTE lpbBuffer);

#if WINVER >= 0x0601
/**
 * Sets tunnel settings of the running server. Since 2008 R2 (nf-mprapi-mpradminserversetinfoex).
 * @param hMprServer in: handle of MprAdminServerConnect()
 * @param pServerInfo in: record, with its header filled in
 * @return NO_ERROR; 5; 127; 903.
 */
DWORD APIENTRY MprAdminServerSetInfoEx(MPR_SERVER_HANDLE hMprServer,
    MPR_SERVER_SET_CONFIG_EX *pServerInfo);
#endif /* WINVER >= 0x0601 */

/**
 * Loads a transport and its router manager (nf-mprapi-mpradmintransportcreate).
 * @param hMprServer in: handle of MprAdminServerConnect()
 * @param dwTransportId in: transport, a `PID_` value
 * @param lpwsTransportName in: name of the transport
 * @param pGlobalInfo in: information header of the transport; NULL to skip it
 * @param dwGlobalInfoSize in: its bytes
 * @param pClientInterfaceInfo in: information header for clients' interfaces; NULL to skip it
 * @param dwClientInterfaceInfoSize in: its bytes
 * @param lpwsDLLPath in: path of the router manager's DLL
 * @return NO_ERROR; 5; 8; 87; 902 bad transport; 948 already there.
 */
DWORD APIENTRY MprAdminTransportCreate(MPR_SERVER_HANDLE hMprServer, DWORD dwTransportId,
    LPWSTR lpwsTransportName, LPBYTE pGlobalInfo, DWORD dwGlobalInfoSize,
    LPBYTE pClientInterfaceInfo, DWORD dwClientInterfaceInfoSize, LPWSTR lpwsDLLPath);

/**
 * Reads what a transport keeps for itself and for clients (nf-mprapi-mpradmintransportgetinfo).
 * @param hMprServer in: handle of MprAdminServerConnect()
 * @param dwTransportId in: transport, a `PID_` value
 * @param ppGlobalInfo out: information header of the transport; NULL to skip it
 * @param lpdwGlobalInfoSize out: its bytes
 * @param ppClientInterfaceInfo out: information header for clients' interfaces; NULL to skip it
 * @param lpdwClientInterfaceInfoSize out: its bytes
 * @return NO_ERROR; 5; 8; 87; 902 bad transport.
 */
DWORD APIENTRY MprAdminTransportGetInfo(MPR_SERVER_HANDLE hMprServer, DWORD dwTransportId,
    LPBYTE *ppGlobalInfo, LPDWORD lpdwGlobalInfoSize, LPBYTE *ppClientInterfaceInfo,
    LPDWORD lpdwClientInterfaceInfoSize);

/**
 * Writes what a transport keeps for itself and for clients (nf-mprapi-mpradmintransportsetinfo).
 * @param hMprServer in: handle of MprAdminServerConnect()
 * @param dwTransportId in: transport, a `PID_` value
 * @param pGlobalInfo in: information header of the transport; NULL to skip it
 * @param dwGlobalInfoSize in: its bytes
 * @param pClientInterfaceInfo in: information header for clients' interfaces; NULL to skip it
 * @param dwClientInterfaceInfoSize in: its bytes
 * @return NO_ERROR; 5; 8; 87; 902 bad transport.
 */
DWORD APIENTRY MprAdminTransportSetInfo(MPR_SERVER_HANDLE hMprServer, DWORD dwTransportId,
    LPBYTE pGlobalInfo, DWORD dwGlobalInfoSize, LPBYTE pClientInterfaceInfo,
    DWORD dwClientInterfaceInfoSize);

/** @} */

#ifdef __cplusplus
}
#endif

#endif /* MPRAPI_ROUTER_H */
