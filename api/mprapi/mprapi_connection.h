/* SPDX-License-Identifier: MIT */
/**
 * @file mprapi_connection.h
 * Connections and ports as callouts receive them and administration functions list them.
 */
#ifndef MPRAPI_CONNECTION_H
#define MPRAPI_CONNECTION_H

#include "mprapi_ppp.h"
#include "mprapi_projection.h"

/**
 * @defgroup mprapi_connection Connections and ports
 * A connection is one user's session; a port is one link of it. Callouts get them by pointer, valid
 * until the callout returns (B0.forbidden applies meanwhile). All strings end with NUL.
 * @{
 */

/** Kind of a router interface (ne-mprapi-router_interface_type). */
typedef enum _ROUTER_INTERFACE_TYPE {
    ROUTER_IF_TYPE_CLIENT = 0,
        /**< A remote client: the kind of a dial-in user's connection (Q42). */
    ROUTER_IF_TYPE_HOME_ROUTER = 1, /**< A router at a user's home. */
    ROUTER_IF_TYPE_FULL_ROUTER = 2, /**< A demand-dial interface to another router. */
    ROUTER_IF_TYPE_DEDICATED = 3, /**< Always connected: LAN or leased line. */
    ROUTER_IF_TYPE_INTERNAL = 4, /**< The server's own interface to its clients. */
    ROUTER_IF_TYPE_LOOPBACK = 5, /**< Loopback. */
    ROUTER_IF_TYPE_TUNNEL1 = 6, /**< Tunnel; no page says more. */
    ROUTER_IF_TYPE_DIALOUT = 7, /**< Dialled on demand, outwards only. */
    ROUTER_IF_TYPE_MAX = 8 /**< First number that is no kind. */
} ROUTER_INTERFACE_TYPE;

/**
 * State of a port. The NT 4.0 header uses the same names with other numbers
 * (ne-mprapi-ras_port_condition).
 */
typedef enum _RAS_PORT_CONDITION {
    RAS_PORT_NON_OPERATIONAL = 0, /**< Out of order. */
    RAS_PORT_DISCONNECTED = 1, /**< The link is down. */
    RAS_PORT_CALLING_BACK = 2, /**< The server is calling the user back. */
    RAS_PORT_LISTENING = 3, /**< Waiting for a call. */
    RAS_PORT_AUTHENTICATING = 4, /**< The caller is being authenticated. */
    RAS_PORT_AUTHENTICATED = 5, /**< Connected and authenticated. */
    RAS_PORT_INITIALIZING = 6 /**< Being set up. */
} RAS_PORT_CONDITION;

/** State of the device behind a port (ne-mprapi-ras_hardware_condition). */
typedef enum _RAS_HARDWARE_CONDITION {
    RAS_HARDWARE_OPERATIONAL = 0, /**< Works. */
    RAS_HARDWARE_FAILURE = 1 /**< Broken. */
} RAS_HARDWARE_CONDITION;

#if WINVER >= 0x0500
/**
 * Result of the client's health check. A change leads to MprAdminAcceptReauthentication()
 * (B3.reauth, C4.nap). Since Vista/2008 (ne-mprapi-ras_quarantine_state).
 */
typedef enum _RAS_QUARANTINE_STATE {
    RAS_QUAR_STATE_NORMAL = 0, /**< Full access. */
    RAS_QUAR_STATE_QUARANTINE = 1, /**< Failed the check: limited to some servers. */
    RAS_QUAR_STATE_PROBATION = 2, /**< Failed, full access until a deadline, then dropped. */
    RAS_QUAR_STATE_NOT_CAPABLE = 3 /**< Unknown: the client takes no part in health checks. */
} RAS_QUARANTINE_STATE;
#endif /* WINVER >= 0x0500 */

#define RAS_FLAGS_PPP_CONNECTION 0x00000001 /**< The connection uses PPP. */
/** The client can receive MprAdminSendUserMessage(). */
#define RAS_FLAGS_MESSENGER_PRESENT 0x00000002
#if WINVER < 0x0501
#define RAS_FLAGS_RAS_CONNECTION 0x00000004 /**< Windows 2000 only; no page describes it. */
#endif /* WINVER < 0x0501 */

/** Quarantined by a network policy (C4.rqs), see MprAdminConnectionRemoveQuarantine(). */
#define RAS_FLAGS_QUARANTINE_PRESENT 0x00000008
/** AppleTalk remote access, on systems before Windows 7. Shares its number with the next (Q24). */
#define RAS_FLAGS_ARAP_CONNECTION 0x00000010
/** IKEv2, since Windows 7 (Q24). The SDK defines neither name. */
#define RAS_FLAGS_IKEV2_CONNECTION 0x00000010
#if WINVER >= 0x0601
#define RAS_FLAGS_DORMANT 0x00000020 /**< IKEv2 tunnel whose peer cannot be reached just now. */
#endif /* WINVER >= 0x0601 */

/** A port, level 0: what it is and in which state (ns-mprapi-ras_port_0). */
typedef struct _RAS_PORT_0 {
    HANDLE hPort; /**< Handle of the port. */
    HANDLE hConnection; /**< Connection the port belongs to; ties a link to its session. */
    RAS_PORT_CONDITION dwPortCondition; /**< State of the port (Q35). */
    DWORD dwTotalNumberOfCalls; /**< Calls this port has served so far. */
    DWORD dwConnectDuration; /**< Seconds since the connection was made. */
    WCHAR wszPortName[MAX_PORT_NAME + 1]; /**< Name of the port. */
    WCHAR wszMediaName[MAX_MEDIA_NAME + 1]; /**< Name of its medium. */
    WCHAR wszDeviceName[MAX_DEVICE_NAME + 1]; /**< Name of its device. */
    WCHAR wszDeviceType[MAX_DEVICETYPE_NAME + 1];
        /**< Type of its device, one of the `MPRDT_` strings. */
} RAS_PORT_0;
typedef RAS_PORT_0 *PRAS_PORT_0; /**< Pointer to #RAS_PORT_0. */

/** A port, level 1: condition and counters. Bytes are counted compressed (ns-mprapi-ras_port_1). */
typedef struct _RAS_PORT_1 {
    HANDLE hPort; /**< Handle of the port. */
    HANDLE hConnection; /**< Connection the port belongs to. */
    RAS_HARDWARE_CONDITION dwHardwareCondition; /**< State of the device. */
    DWORD dwLineSpeed; /**< Speed in bits per second. */
    DWORD dwBytesXmited; /**< Bytes the server sent. */
    DWORD dwBytesRcved; /**< Bytes the server received. */
    DWORD dwFramesXmited; /**< Frames sent. */
    DWORD dwFramesRcved; /**< Frames received. */
    DWORD dwCrcErr; /**< Frames with a wrong checksum. */
    DWORD dwTimeoutErr; /**< Time-outs. */
    DWORD dwAlignmentErr; /**< Misaligned frames. */
    DWORD dwHardwareOverrunErr; /**< Overruns of the hardware. */
    DWORD dwFramingErr; /**< Framing errors. */
    DWORD dwBufferOverrunErr; /**< Overruns of buffers. */
    DWORD dwCompressionRatioIn; /**< Received: compressed size in percent of the plain size. */
    DWORD dwCompressionRatioOut; /**< Sent: compressed size in percent of the plain size. */
} RAS_PORT_1;
typedef RAS_PORT_1 *PRAS_PORT_1; /**< Pointer to #RAS_PORT_1. */

/** A port with 64-bit counters. Declared only: no page tells which call returns it. */
typedef struct _RAS_PORT_2 {
    HANDLE hPort; /**< Handle of the port. */
    HANDLE hConnection; /**< Connection the port belongs to. */
    DWORD dwConn_State; /**< State of the connection. */
    WCHAR wszPortName[MAX_PORT_NAME + 1]; /**< Name of the port. */
    WCHAR wszMediaName[MAX_MEDIA_NAME + 1]; /**< Name of its medium. */
    WCHAR wszDeviceName[MAX_DEVICE_NAME + 1]; /**< Name of its device. */
    WCHAR wszDeviceType[MAX_DEVICETYPE_NAME + 1];
        /**< Type of its device, one of the `MPRDT_` strings. */
    RAS_HARDWARE_CONDITION dwHardwareCondition; /**< State of the device. */
    DWORD dwLineSpeed; /**< Speed in bits per second. */
    DWORD dwCrcErr; /**< Frames with a wrong checksum. */
    DWORD dwSerialOverRunErrs; /**< Overruns of the serial line. */
    DWORD dwTimeoutErr; /**< Time-outs. */
    DWORD dwAlignmentErr; /**< Misaligned frames. */
    DWORD dwHardwareOverrunErr; /**< Overruns of the hardware. */
    DWORD dwFramingErr; /**< Framing errors. */
    DWORD dwBufferOverrunErr; /**< Overruns of buffers. */
    DWORD dwCompressionRatioIn; /**< Received: compressed size in percent of the plain size. */
    DWORD dwCompressionRatioOut; /**< Sent: compressed size in percent of the plain size. */
    DWORD dwTotalErrors; /**< All errors together. */
    ULONGLONG ullBytesXmited; /**< Bytes the server sent. */
    ULONGLONG ullBytesRcved; /**< Bytes the server received. */
    ULONGLONG ullFramesXmited; /**< Frames sent. */
    ULONGLONG ullFramesRcved; /**< Frames received. */
    ULONGLONG ullBytesTxUncompressed; /**< Bytes sent, before compression. */
    ULONGLONG ullBytesTxCompressed; /**< Bytes sent, after compression. */
    ULONGLONG ullBytesRcvUncompressed; /**< Bytes received, after decompression. */
    ULONGLONG ullBytesRcvCompressed; /**< Bytes received, before decompression. */
} RAS_PORT_2;
typedef RAS_PORT_2 *PRAS_PORT_2; /**< Pointer to #RAS_PORT_2. */

/** A connection, level 0: who (ns-mprapi-ras_connection_0). */
typedef struct _RAS_CONNECTION_0 {
    HANDLE hConnection; /**< Handle of the connection. */
    HANDLE hInterface; /**< Handle of the interface that stands for the client (Q42). */
    DWORD dwConnectDuration; /**< Seconds since the connection was made. */
    ROUTER_INTERFACE_TYPE dwInterfaceType;
        /**< Kind of interface; #ROUTER_IF_TYPE_CLIENT for a dial-in user. */
    DWORD dwConnectionFlags; /**< `RAS_FLAGS_` bits (Q24, Q27). */
    WCHAR wszInterfaceName[MAX_INTERFACE_NAME_LEN + 1];
        /**< Name of the interface; for a client, the user name (Q42). */
    WCHAR wszUserName[UNLEN + 1]; /**< User who logged on, without the domain (Q38). */
    WCHAR wszLogonDomain[DNLEN + 1]; /**< Domain that authenticated the user. */
    WCHAR wszRemoteComputer[NETBIOS_NAME_LEN + 1]; /**< Name of the client's computer. */
} RAS_CONNECTION_0;
typedef RAS_CONNECTION_0 *PRAS_CONNECTION_0; /**< Pointer to #RAS_CONNECTION_0. */

/** A connection, level 1: addresses and counters (ns-mprapi-ras_connection_1). */
typedef struct _RAS_CONNECTION_1 {
    HANDLE hConnection; /**< Handle of the connection. */
    HANDLE hInterface; /**< Handle of the interface that stands for the client (Q42). */
    PPP_INFO PppInfo; /**< Negotiation results. */
    DWORD dwBytesXmited; /**< Bytes the server sent. */
    DWORD dwBytesRcved; /**< Bytes the server received. */
    DWORD dwFramesXmited; /**< Frames sent. */
    DWORD dwFramesRcved; /**< Frames received. */
    DWORD dwCrcErr; /**< Frames with a wrong checksum. */
    DWORD dwTimeoutErr; /**< Time-outs. */
    DWORD dwAlignmentErr; /**< Misaligned frames. */
    DWORD dwHardwareOverrunErr; /**< Overruns of the hardware. */
    DWORD dwFramingErr; /**< Framing errors. */
    DWORD dwBufferOverrunErr; /**< Overruns of buffers. */
    DWORD dwCompressionRatioIn; /**< Received: compressed size in percent of the plain size. */
    DWORD dwCompressionRatioOut; /**< Sent: compressed size in percent of the plain size. */
} RAS_CONNECTION_1;
typedef RAS_CONNECTION_1 *PRAS_CONNECTION_1; /**< Pointer to #RAS_CONNECTION_1. */

#if WINVER >= 0x0500
/**
 * A connection, level 2: identity and full PPP results. Since Windows 2000
 * (ns-mprapi-ras_connection_2).
 */
typedef struct _RAS_CONNECTION_2 {
    HANDLE hConnection; /**< Handle of the connection. */
    WCHAR wszUserName[UNLEN + 1]; /**< User who logged on, without the domain (Q38). */
    ROUTER_INTERFACE_TYPE dwInterfaceType;
        /**< Kind of interface; #ROUTER_IF_TYPE_CLIENT for a dial-in user. */
    GUID guid; /**< Identifier of the connection; for an incoming one valid only while it lasts. */
    PPP_INFO_2 PppInfo2; /**< Negotiation results. */
} RAS_CONNECTION_2;
typedef RAS_CONNECTION_2 *PRAS_CONNECTION_2; /**< Pointer to #RAS_CONNECTION_2. */
#endif /* WINVER >= 0x0500 */

#if WINVER >= 0x0600
/** A connection, level 3: IPv6 and quarantine. Since Vista/2008 (ns-mprapi-ras_connection_3). */
typedef struct _RAS_CONNECTION_3 {
    DWORD dwVersion; /**< Version of the structure: 0 (Q23). */
    DWORD dwSize; /**< Bytes of the structure (F.size, Q23). */
    HANDLE hConnection; /**< Handle of the connection. */
    WCHAR wszUserName[UNLEN + 1]; /**< User who logged on, without the domain (Q38). */
    ROUTER_INTERFACE_TYPE dwInterfaceType;
        /**< Kind of interface; #ROUTER_IF_TYPE_CLIENT for a dial-in user. */
    GUID guid; /**< Identifier of the connection; for an incoming one valid only while it lasts. */
    PPP_INFO_3 PppInfo3; /**< Negotiation results. */
    RAS_QUARANTINE_STATE rasQuarState; /**< Health state of the client. */
    FILETIME timer; /**< Deadline in UTC; valid only in state #RAS_QUAR_STATE_PROBATION (Q25). */
} RAS_CONNECTION_3;
typedef RAS_CONNECTION_3 *PRAS_CONNECTION_3; /**< Pointer to #RAS_CONNECTION_3. */
#endif /* WINVER >= 0x0600 */

#if WINVER >= 0x0601
#define MPRAPI_RAS_CONNECTION_OBJECT_REVISION_1 1 /**< The only revision of #RAS_CONNECTION_EX. */

/**
 * A connection in one record, for PPP tunnels and IKEv2. Since Windows 7/2008 R2
 * (ns-mprapi-ras_connection_ex).
 */
typedef struct _RAS_CONNECTION_EX {
    MPRAPI_OBJECT_HEADER Header;
        /**< Revision 1, type 1, size of this structure (F.revision, F.size). */
    DWORD dwConnectDuration; /**< Seconds since the connection was made. */
    ROUTER_INTERFACE_TYPE dwInterfaceType;
        /**< Kind of interface; #ROUTER_IF_TYPE_CLIENT for a dial-in user. */
    DWORD dwConnectionFlags; /**< `RAS_FLAGS_` bits (Q24, Q27). */
    WCHAR wszInterfaceName[MAX_INTERFACE_NAME_LEN + 1];
        /**< Name of the interface; for a client, the user name (Q42). */
    WCHAR wszUserName[UNLEN + 1]; /**< User who logged on, without the domain (Q38). */
    WCHAR wszLogonDomain[DNLEN + 1]; /**< Domain that authenticated the user. */
    WCHAR wszRemoteComputer[NETBIOS_NAME_LEN + 1]; /**< Name of the client's computer. */
    GUID guid; /**< Identifier of the connection; for an incoming one valid only while it lasts. */
    RAS_QUARANTINE_STATE rasQuarState; /**< Health state of the client. */
    FILETIME probationTime;
        /**< Deadline in UTC; valid only in state #RAS_QUAR_STATE_PROBATION (Q25). */
    DWORD dwBytesXmited; /**< Bytes the server sent. */
    DWORD dwBytesRcved; /**< Bytes the server received. */
    DWORD dwFramesXmited; /**< Frames sent. */
    DWORD dwFramesRcved; /**< Frames received. */
    DWORD dwCrcErr; /**< Frames with a wrong checksum. */
    DWORD dwTimeoutErr; /**< Time-outs. */
    DWORD dwAlignmentErr; /**< Misaligned frames. */
    DWORD dwHardwareOverrunErr; /**< Overruns of the hardware. */
    DWORD dwFramingErr; /**< Framing errors. */
    DWORD dwBufferOverrunErr; /**< Overruns of buffers. */
    DWORD dwCompressionRatioIn; /**< Received: compressed size in percent of the plain size. */
    DWORD dwCompressionRatioOut; /**< Sent: compressed size in percent of the plain size. */
    DWORD dwNumSwitchOvers; /**< Endpoint changes completed so far; IKEv2 only (Q17). */
    WCHAR wszRemoteEndpointAddress[MAXIPADRESSLEN + 1];
        /**< Client's outer tunnel address, as text. */
    WCHAR wszLocalEndpointAddress[MAXIPADRESSLEN + 1];
        /**< Server's outer tunnel address, as text. */
    PROJECTION_INFO ProjectionInfo; /**< Negotiation results. */
    HANDLE hConnection; /**< Handle of the connection. */
    HANDLE hInterface; /**< Handle of the interface that stands for the client (Q42). */
} RAS_CONNECTION_EX;
typedef RAS_CONNECTION_EX *PRAS_CONNECTION_EX; /**< Pointer to #RAS_CONNECTION_EX. */

/** The only revision of #RAS_UPDATE_CONNECTION. */
#define MPRAPI_RAS_UPDATE_CONNECTION_OBJECT_REVISION_1 1

/**
 * New endpoint of a live tunnel, for MprAdminUpdateConnection(). Since 2008 R2
 * (ns-mprapi-ras_update_connection).
 */
typedef struct _RAS_UPDATE_CONNECTION {
    MPRAPI_OBJECT_HEADER Header; /**< Revision 1, type 5, size. */
    DWORD dwIfIndex; /**< Index of the interface the endpoint moves to. */
    WCHAR wszLocalEndpointAddress[MAXIPADRESSLEN + 1];
        /**< New outer address of the server, `a.b.c.d`. */
    WCHAR wszRemoteEndpointAddress[MAXIPADRESSLEN + 1];
        /**< New outer address of the client, `a.b.c.d`. */
} RAS_UPDATE_CONNECTION;
typedef RAS_UPDATE_CONNECTION *PRAS_UPDATE_CONNECTION; /**< Pointer to #RAS_UPDATE_CONNECTION. */
#endif /* WINVER >= 0x0601 */

#if WINVER >= 0x0601 && NTDDI_VERSION >= 0x06020000
/**
 * A connection, level 4: start time, 64-bit byte counts. No callout gets it. Since Server 2012
 * (ns-mprapi-ras_connection_4).
 */
typedef struct _RAS_CONNECTION_4 {
    DWORD dwConnectDuration; /**< Seconds since the connection was made. */
    ROUTER_INTERFACE_TYPE dwInterfaceType;
        /**< Kind of interface; #ROUTER_IF_TYPE_CLIENT for a dial-in user. */
    DWORD dwConnectionFlags; /**< `RAS_FLAGS_` bits (Q24, Q27). */
    WCHAR wszInterfaceName[MAX_INTERFACE_NAME_LEN + 1];
        /**< Name of the interface; for a client, the user name (Q42). */
    WCHAR wszUserName[UNLEN + 1]; /**< User who logged on, without the domain (Q38). */
    WCHAR wszLogonDomain[DNLEN + 1]; /**< Domain that authenticated the user. */
    WCHAR wszRemoteComputer[NETBIOS_NAME_LEN + 1]; /**< Name of the client's computer. */
    GUID guid; /**< Identifier of the connection; for an incoming one valid only while it lasts. */
    RAS_QUARANTINE_STATE rasQuarState; /**< Health state of the client. */
    FILETIME probationTime;
        /**< Deadline in UTC; valid only in state #RAS_QUAR_STATE_PROBATION (Q25). */
    FILETIME connectionStartTime; /**< When the connection was made, UTC. */
    ULONGLONG ullBytesXmited; /**< Bytes the server sent. */
    ULONGLONG ullBytesRcved; /**< Bytes the server received. */
    DWORD dwFramesXmited; /**< Frames sent. */
    DWORD dwFramesRcved; /**< Frames received. */
    DWORD dwCrcErr; /**< Frames with a wrong checksum. */
    DWORD dwTimeoutErr; /**< Time-outs. */
    DWORD dwAlignmentErr; /**< Misaligned frames. */
    DWORD dwHardwareOverrunErr; /**< Overruns of the hardware. */
    DWORD dwFramingErr; /**< Framing errors. */
    DWORD dwBufferOverrunErr; /**< Overruns of buffers. */
    DWORD dwCompressionRatioIn; /**< Received: compressed size in percent of the plain size. */
    DWORD dwCompressionRatioOut; /**< Sent: compressed size in percent of the plain size. */
    DWORD dwNumSwitchOvers; /**< Endpoint changes completed so far; IKEv2 only (Q17). */
    WCHAR wszRemoteEndpointAddress[MAXIPADRESSLEN + 1];
        /**< Client's outer tunnel address, as text. */
    WCHAR wszLocalEndpointAddress[MAXIPADRESSLEN + 1];
        /**< Server's outer tunnel address, as text. */
    PROJECTION_INFO2 ProjectionInfo; /**< Negotiation results. */
    HANDLE hConnection; /**< Handle of the connection. */
    HANDLE hInterface; /**< Handle of the interface that stands for the client (Q42). */
    DWORD dwDeviceType; /**< Tunnel type: 8 PPTP, 9 L2TP, 14 SSTP, 15 IKEv2. */
} RAS_CONNECTION_4;
typedef RAS_CONNECTION_4 *PRAS_CONNECTION_4; /**< Pointer to #RAS_CONNECTION_4. */
#endif /* WINVER >= 0x0601 && NTDDI_VERSION >= 0x06020000 */

/** @} */

#endif /* MPRAPI_CONNECTION_H */
