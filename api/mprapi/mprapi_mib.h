/* SPDX-License-Identifier: MIT */
/**
 * @file mprapi_mib.h
 * Management variables (MIB) of the router managers.
 */
#ifndef MPRAPI_MIB_H
#define MPRAPI_MIB_H

#include "mprapi_base.h"

#ifdef __cplusplus
extern "C" {
#endif

/**
 * @defgroup mprapi_mib Management variables
 * Access to the variables of a router manager, by protocol.
 * @{
 */

/**
 * Frees a value (nf-mprapi-mpradminmibbufferfree).
 * @param pBuffer in: memory to free
 * @return NO_ERROR; 87.
 */
DWORD APIENTRY MprAdminMIBBufferFree(LPVOID pBuffer);

/**
 * Creates a variable (nf-mprapi-mpradminmibentrycreate).
 * @param hMibServer in: handle of MprAdminMIBServerConnect()
 * @param dwPid in: router manager, a `PID_` value
 * @param dwRoutingPid in: routing protocol
 * @param lpEntry in: the variable
 * @param dwEntrySize in: its bytes
 * @return NO_ERROR; 5; 8; 902 bad manager; 1003 bad protocol.
 */
DWORD APIENTRY MprAdminMIBEntryCreate(MIB_SERVER_HANDLE hMibServer, DWORD dwPid,
    DWORD dwRoutingPid, LPVOID lpEntry, DWORD dwEntrySize);

/**
 * Deletes a variable (nf-mprapi-mpradminmibentrydelete).
 * @param hMibServer in: handle of MprAdminMIBServerConnect()
 * @param dwProtocolId in: transport or router manager, a `PID_` value
 * @param dwRoutingPid in: routing protocol
 * @param lpEntry in: the variable
 * @param dwEntrySize in: its bytes
 * @return NO_ERROR; 5; 902 bad manager; 1003 bad protocol.
 */
DWORD APIENTRY MprAdminMIBEntryDelete(MIB_SERVER_HANDLE hMibServer, DWORD dwProtocolId,
    DWORD dwRoutingPid, LPVOID lpEntry, DWORD dwEntrySize);

/**
 * Reads a variable (nf-mprapi-mpradminmibentryget).
 * @param hMibServer in: handle of MprAdminMIBServerConnect()
 * @param dwProtocolId in: transport or router manager, a `PID_` value
 * @param dwRoutingPid in: routing protocol
 * @param lpInEntry in: which variable
 * @param dwInEntrySize in: its bytes
 * @param lplpOutEntry out: the value; free it with MprAdminMIBBufferFree()
 * @param lpOutEntrySize out: its bytes
 * @return NO_ERROR; 5; 8; 902 bad manager; 1003 bad protocol.
 */
DWORD APIENTRY MprAdminMIBEntryGet(MIB_SERVER_HANDLE hMibServer, DWORD dwProtocolId,
    DWORD dwRoutingPid, LPVOID lpInEntry, DWORD dwInEntrySize, LPVOID *lplpOutEntry,
    LPDWORD lpOutEntrySize);

/**
 * Reads the first variable of a set (nf-mprapi-mpradminmibentrygetfirst).
 * @param hMibServer in: handle of MprAdminMIBServerConnect()
 * @param dwProtocolId in: transport or router manager, a `PID_` value
 * @param dwRoutingPid in: routing protocol
 * @param lpInEntry in: which variable
 * @param dwInEntrySize in: its bytes
 * @param lplpOutEntry out: the value; free it with MprAdminMIBBufferFree()
 * @param lpOutEntrySize out: its bytes
 * @return NO_ERROR; 5; 8; 902 bad manager; 1003 bad protocol.
 */
DWORD APIENTRY MprAdminMIBEntryGetFirst(MIB_SERVER_HANDLE hMibServer, DWORD dwProtocolId,
    DWORD dwRoutingPid, LPVOID lpInEntry, DWORD dwInEntrySize, LPVOID *lplpOutEntry,
    LPDWORD lpOutEntrySize);

/**
 * Reads the next variable of a set (nf-mprapi-mpradminmibentrygetnext).
 * @param hMibServer in: handle of MprAdminMIBServerConnect()
 * @param dwProtocolId in: transport or router manager, a `PID_` value
 * @param dwRoutingPid in: routing protocol
 * @param lpInEntry in: which variable
 * @param dwInEntrySize in: its bytes
 * @param lplpOutEntry out: the value; free it with MprAdminMIBBufferFree()
 * @param lpOutEntrySize out: its bytes
 * @return NO_ERROR; 5; 8; 902 bad manager; 1003 bad protocol.
 */
DWORD APIENTRY MprAdminMIBEntryGetNext(MIB_SERVER_HANDLE hMibServer, DWORD dwProtocolId,
    DWORD dwRoutingPid, LPVOID lpInEntry, DWORD dwInEntrySize, LPVOID *lplpOutEntry,
    LPDWORD lpOutEntrySize);

/**
 * Writes a variable (nf-mprapi-mpradminmibentryset).
 * @param hMibServer in: handle of MprAdminMIBServerConnect()
 * @param dwProtocolId in: transport or router manager, a `PID_` value
 * @param dwRoutingPid in: routing protocol
 * @param lpEntry in: the variable
 * @param dwEntrySize in: its bytes
 * @return NO_ERROR; 5; 902 bad manager; 1003 bad protocol.
 */
DWORD APIENTRY MprAdminMIBEntrySet(MIB_SERVER_HANDLE hMibServer, DWORD dwProtocolId,
    DWORD dwRoutingPid, LPVOID lpEntry, DWORD dwEntrySize);

/**
 * Asks the module that raised a trap. Declared, but no library offers it, this one neither
 * (nf-mprapi-mpradminmibgettrapinfo).
 * @param hMibServer in: handle of MprAdminMIBServerConnect()
 * @param dwProtocolId in: transport or router manager, a `PID_` value
 * @param dwRoutingPid in: routing protocol
 * @param lpInData in: question
 * @param dwInDataSize in: its bytes
 * @param lplpOutData out: answer; free it with MprAdminMIBBufferFree()
 * @param lpOutDataSize out: its bytes
 * @return NO_ERROR; 5; 8; 902 bad manager.
 */
DWORD APIENTRY MprAdminMIBGetTrapInfo(MIB_SERVER_HANDLE hMibServer, DWORD dwProtocolId,
    DWORD dwRoutingPid, LPVOID lpInData, DWORD dwInDataSize, LPVOID *lplpOutData,
    LPDWORD lpOutDataSize);

/**
 * Opens the variables of a machine (nf-mprapi-mpradminmibserverconnect).
 * @param lpwsServerName in: the machine; NULL for this one
 * @param phMibServer out: handle; close it with MprAdminMIBServerDisconnect()
 * @return NO_ERROR.
 */
DWORD APIENTRY MprAdminMIBServerConnect(LPWSTR lpwsServerName, MIB_SERVER_HANDLE *phMibServer);

/**
 * Closes the variables (nf-mprapi-mpradminmibserverdisconnect).
 * @param hMibServer in: handle of MprAdminMIBServerConnect()
 */
VOID APIENTRY MprAdminMIBServerDisconnect(MIB_SERVER_HANDLE hMibServer);

/**
 * Registers an event for traps. Declared, but no library offers it, this one neither
 * (nf-mprapi-mpradminmibsettrapinfo).
 * @param dwProtocolId in: transport or router manager, a `PID_` value
 * @param dwRoutingPid in: routing protocol
 * @param hEvent in: event to signal at the end; NULL to wait
 * @param lpInData in: question
 * @param dwInDataSize in: its bytes
 * @param lplpOutData out: answer; free it with MprAdminMIBBufferFree()
 * @param lpOutDataSize out: its bytes
 * @return NO_ERROR; 5; 8; 902 bad manager.
 */
DWORD APIENTRY MprAdminMIBSetTrapInfo(DWORD dwProtocolId, DWORD dwRoutingPid, HANDLE hEvent,
    LPVOID lpInData, DWORD dwInDataSize, LPVOID *lplpOutData, LPDWORD lpOutDataSize);

/** @} */

#ifdef __cplusplus
}
#endif

#endif /* MPRAPI_MIB_H */
