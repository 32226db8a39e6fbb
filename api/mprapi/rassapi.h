/* SPDX-License-Identifier: MIT */
/**
 * @file rassapi.h
 * The callouts of Windows NT 4.0 and their structures (B5.nt4).
 *
 * An administration DLL for Windows NT 4.0 without the Routing and RAS update exports the four
 * functions at the end of this header, and includes it in place of mprapi.h, which gives some of its
 * names other members. Windows 2000 and later do not load such a DLL; the header went with Windows
 * Vista. The functions of the same name that administration programs call (RasAdminPortEnum and the
 * like) are not declared: nothing here answers them.
 */
#ifndef _RASSAPI_H_
#define _RASSAPI_H_

#ifdef __ROUTING_MPRADMIN_H__
#error "rassapi.h and mprapi.h give the same names other members: include only one of them"
#else

#if !defined(_WIN32) && defined(__SIZEOF_WCHAR_T__) && __SIZEOF_WCHAR_T__ != 2
#error "rassapi.h needs a 16-bit wchar_t: compile with the flags of `pkg-config --cflags mprapi`"
#endif

#include <windows.h>
#include <lmcons.h>

#ifdef __cplusplus
extern "C" {
#endif

/**
 * @defgroup rassapi Windows NT 4.0
 * What a connection's port looks like to a DLL of Windows NT 4.0, and the four callouts of such a DLL.
 * Arrays of names are as long as their constant says, without a place more for the final NUL.
 * @{
 */

#define RASSAPI_MAX_PHONENUMBER_SIZE 128 /**< Characters of a phone number. */
#define RASSAPI_MAX_MEDIA_NAME 16        /**< Characters of a medium's name. */
#define RASSAPI_MAX_PORT_NAME 16         /**< Characters of a port's name. */
#define RASSAPI_MAX_DEVICE_NAME 128      /**< Characters of a device's name. */
#define RASSAPI_MAX_DEVICETYPE_NAME 16   /**< Characters of a device type. */
#define RASSAPI_MAX_PARAM_KEY_SIZE 32    /**< Bytes of a parameter's key. */
#define RAS_IPADDRESSLEN 15              /**< Characters of an IPv4 address. */
#define RAS_IPXADDRESSLEN 22             /**< Characters of an IPX address. */
#define RAS_ATADDRESSLEN 32              /**< Characters of an AppleTalk address. */

/** Privileges of #RAS_USER_0.bfPrivilege. */
#define RASPRIV_NoCallback 0x01        /**< The server does not call back. */
#define RASPRIV_AdminSetCallback 0x02  /**< It calls back a number the administrator set. */
#define RASPRIV_CallerSetCallback 0x04 /**< It calls back a number the caller tells. */
#define RASPRIV_DialinPrivilege 0x08   /**< The user may dial in. */
/** The bits that say how the server calls back. */
#define RASPRIV_CallbackType \
    (RASPRIV_AdminSetCallback | RASPRIV_CallerSetCallback | RASPRIV_NoCallback)

/** Values of #RAS_PORT_1.HardwareCondition. */
#define RAS_MODEM_OPERATIONAL 1        /**< Works. */
#define RAS_MODEM_NOT_RESPONDING 2     /**< Does not answer. */
#define RAS_MODEM_HARDWARE_FAILURE 3   /**< Broken. */
#define RAS_MODEM_INCORRECT_RESPONSE 4 /**< Answers nonsense. */
#define RAS_MODEM_UNKNOWN 5            /**< Nothing is known. */

/** Values of #RAS_PORT_1.LineCondition: the names of mprapi.h with other numbers. */
#define RAS_PORT_NON_OPERATIONAL 1 /**< Out of order. */
#define RAS_PORT_DISCONNECTED 2    /**< The link is down. */
#define RAS_PORT_CALLING_BACK 3    /**< The server is calling the user back. */
#define RAS_PORT_LISTENING 4       /**< Waiting for a call. */
#define RAS_PORT_AUTHENTICATING 5  /**< The caller is being authenticated. */
#define RAS_PORT_AUTHENTICATED 6   /**< Connected and authenticated. */
#define RAS_PORT_INITIALIZING 7    /**< Being set up. */

/** Bits of #RAS_PORT_0.Flags. */
#define USER_AUTHENTICATED 0x0001 /**< The user is authenticated. */
#define MESSENGER_PRESENT 0x0002  /**< The client can receive messages. */
#define PPP_CLIENT 0x0004         /**< The client speaks PPP. */
#define GATEWAY_ACTIVE 0x0008     /**< A NetBIOS gateway runs for it. */
#define REMOTE_LISTEN 0x0010      /**< The server listens for remote NetBIOS names. */
#define PORT_MULTILINKED 0x0020   /**< The port is one of several of a connection. */

/** Values of a medium, for programs that know it by number. */
#define MEDIA_UNKNOWN 0      /**< Not known. */
#define MEDIA_SERIAL 1       /**< Serial line. */
#define MEDIA_RAS10_SERIAL 2 /**< Serial line of RAS 1.0. */
#define MEDIA_X25 3          /**< X.25. */
#define MEDIA_ISDN 4         /**< ISDN. */

/** Values of #RAS_SERVER_0.RasVersion. */
#define RASDOWNLEVEL 10     /**< Older than Windows NT 3.5. */
#define RASADMIN_35 35      /**< Windows NT 3.5. */
#define RASADMIN_CURRENT 40 /**< Windows NT 4.0. */

/** An IPv4 address, in network byte order (Q19). */
typedef ULONG IPADDR;

/** Which member of #RAS_PARAMS_VALUE counts (ras-params-format-str). */
typedef enum RAS_PARAMS_FORMAT {
    ParamNumber = 0, /**< The number. */
    ParamString = 1  /**< The string. */
} RAS_PARAMS_FORMAT;

/** Value of a medium's parameter (ras-params-value-str). */
typedef union RAS_PARAMS_VALUE {
    DWORD Number; /**< The number. */
    struct {
        DWORD Length; /**< Bytes of the string. */
        PCHAR Data;   /**< The string, not terminated. */
    } String;         /**< The string. */
} RAS_PARAMS_VALUE;

/** A medium's parameter (ras-parameters-str). */
typedef struct RAS_PARAMETERS {
    CHAR P_Key[RASSAPI_MAX_PARAM_KEY_SIZE]; /**< Its name. */
    RAS_PARAMS_FORMAT P_Type;               /**< What kind of value it has. */
    BYTE P_Attributes;                      /**< Undescribed. */
    RAS_PARAMS_VALUE P_Value;               /**< The value. */
} RAS_PARAMETERS;

/** A user's dial-in rights. Passed to no callout. */
typedef struct _RAS_USER_0 {
    BYTE bfPrivilege; /**< `RASPRIV_` bits. */
    WCHAR szPhoneNumber[RASSAPI_MAX_PHONENUMBER_SIZE + 1]; /**< Number the server calls back. */
} RAS_USER_0, *PRAS_USER_0;

/** A port and its user (ras-port-0-str). */
typedef struct _RAS_PORT_0 {
    WCHAR wszPortName[RASSAPI_MAX_PORT_NAME];         /**< Its name. */
    WCHAR wszDeviceType[RASSAPI_MAX_DEVICETYPE_NAME]; /**< `modem`, `vpn` ... */
    WCHAR wszDeviceName[RASSAPI_MAX_DEVICE_NAME];     /**< The device behind it. */
    WCHAR wszMediaName[RASSAPI_MAX_MEDIA_NAME];       /**< `serial`, `rastapi` ... */
    DWORD reserved;                                   /**< 0. */
    DWORD Flags;                                      /**< #USER_AUTHENTICATED and the bits after it. */
    WCHAR wszUserName[UNLEN + 1];                     /**< The user, without domain (Q38). */
    WCHAR wszComputer[NETBIOS_NAME_LEN];              /**< The client's computer. */
    DWORD dwStartSessionTime;         /**< When the session began, seconds since 1 January 1970 UTC. */
    WCHAR wszLogonDomain[DNLEN + 1];  /**< Domain that authenticated the user. */
    BOOL fAdvancedServer;             /**< TRUE: the server is a Windows NT Server. */
} RAS_PORT_0, *PRAS_PORT_0;

/** What NetBEUI came to (pre-2003). */
typedef struct _RAS_PPP_NBFCP_RESULT {
    DWORD dwError;                      /**< 0: negotiated; otherwise why not. */
    DWORD dwNetBiosError;               /**< NetBIOS' own code. */
    CHAR szName[NETBIOS_NAME_LEN + 1];  /**< The name in conflict. */
    WCHAR wszWksta[NETBIOS_NAME_LEN + 1]; /**< The workstation's name. */
} RAS_PPP_NBFCP_RESULT;

/** What IPv4 came to. */
typedef struct _RAS_PPP_IPCP_RESULT {
    DWORD dwError;                          /**< 0: negotiated; otherwise why not. */
    WCHAR wszAddress[RAS_IPADDRESSLEN + 1]; /**< The client's address. */
} RAS_PPP_IPCP_RESULT;

/** What IPX came to. */
typedef struct _RAS_PPP_IPXCP_RESULT {
    DWORD dwError;                           /**< 0: negotiated; otherwise why not. */
    WCHAR wszAddress[RAS_IPXADDRESSLEN + 1]; /**< The client's net and node. */
} RAS_PPP_IPXCP_RESULT;

/** What AppleTalk came to. */
typedef struct _RAS_PPP_ATCP_RESULT {
    DWORD dwError;                          /**< 0: negotiated; otherwise why not. */
    WCHAR wszAddress[RAS_ATADDRESSLEN + 1]; /**< The client's address. */
} RAS_PPP_ATCP_RESULT;

/** What each protocol came to. */
typedef struct _RAS_PPP_PROJECTION_RESULT {
    RAS_PPP_NBFCP_RESULT nbf; /**< NetBEUI. */
    RAS_PPP_IPCP_RESULT ip;   /**< IPv4. */
    RAS_PPP_IPXCP_RESULT ipx; /**< IPX. */
    RAS_PPP_ATCP_RESULT at;   /**< AppleTalk. */
} RAS_PPP_PROJECTION_RESULT;

/** A port, its user and its line (ras-port-1-str). */
typedef struct _RAS_PORT_1 {
    RAS_PORT_0 rasport0;     /**< Port and user. */
    DWORD LineCondition;     /**< #RAS_PORT_NON_OPERATIONAL and the values after it. */
    DWORD HardwareCondition; /**< #RAS_MODEM_OPERATIONAL and the values after it. */
    DWORD LineSpeed;         /**< Bits per second. */
    WORD NumStatistics;      /**< Not used. */
    WORD NumMediaParms;      /**< Number of the medium's parameters. */
    DWORD SizeMediaParms;    /**< Bytes of them all. */
    RAS_PPP_PROJECTION_RESULT ProjResult; /**< The protocols. */
} RAS_PORT_1, *PRAS_PORT_1;

/**
 * Counters since the connection was set up: of the connection, then of the port. They are equal
 * where the connection has one port (ras-port-statistics-str).
 */
typedef struct _RAS_PORT_STATISTICS {
    DWORD dwBytesXmited;             /**< Bytes sent. */
    DWORD dwBytesRcved;              /**< Bytes received. */
    DWORD dwFramesXmited;            /**< Frames sent. */
    DWORD dwFramesRcved;             /**< Frames received. */
    DWORD dwCrcErr;                  /**< Frames with a wrong check sum. */
    DWORD dwTimeoutErr;              /**< Time-outs. */
    DWORD dwAlignmentErr;            /**< Alignment errors. */
    DWORD dwHardwareOverrunErr;      /**< Hardware overruns. */
    DWORD dwFramingErr;              /**< Framing errors. */
    DWORD dwBufferOverrunErr;        /**< Buffer overruns. */
    DWORD dwBytesXmitedUncompressed; /**< Bytes sent, before compression. */
    DWORD dwBytesRcvedUncompressed;  /**< Bytes received, after decompression. */
    DWORD dwBytesXmitedCompressed;   /**< Bytes sent, compressed. */
    DWORD dwBytesRcvedCompressed;    /**< Bytes received, compressed. */
    DWORD dwPortBytesXmited;             /**< The port's bytes sent. */
    DWORD dwPortBytesRcved;              /**< The port's bytes received. */
    DWORD dwPortFramesXmited;            /**< The port's frames sent. */
    DWORD dwPortFramesRcved;             /**< The port's frames received. */
    DWORD dwPortCrcErr;                  /**< The port's frames with a wrong check sum. */
    DWORD dwPortTimeoutErr;              /**< The port's time-outs. */
    DWORD dwPortAlignmentErr;            /**< The port's alignment errors. */
    DWORD dwPortHardwareOverrunErr;      /**< The port's hardware overruns. */
    DWORD dwPortFramingErr;              /**< The port's framing errors. */
    DWORD dwPortBufferOverrunErr;        /**< The port's buffer overruns. */
    DWORD dwPortBytesXmitedUncompressed; /**< The port's bytes sent, before compression. */
    DWORD dwPortBytesRcvedUncompressed;  /**< The port's bytes received, after decompression. */
    DWORD dwPortBytesXmitedCompressed;   /**< The port's bytes sent, compressed. */
    DWORD dwPortBytesRcvedCompressed;    /**< The port's bytes received, compressed. */
} RAS_PORT_STATISTICS, *PRAS_PORT_STATISTICS;

/** A server. Passed to no callout. */
typedef struct _RAS_SERVER_0 {
    WORD TotalPorts; /**< Ports it has. */
    WORD PortsInUse; /**< Ports that are connected. */
    DWORD RasVersion; /**< #RASDOWNLEVEL, #RASADMIN_35 or #RASADMIN_CURRENT. */
} RAS_SERVER_0, *PRAS_SERVER_0;

/**
 * A user tries to connect: may the port be used? Asked once for every port of a multilink connection
 * (B5.nt4). Windows NT 4.0 only.
 * @param pRasPort1 the port, its user and the negotiated addresses
 * @param pRasStats its counters, all 0
 * @param pRasParams the medium's parameters, RAS_PORT_1::NumMediaParms of them
 * @return TRUE accepts, FALSE refuses; then no hang-up callout follows for this port
 */
BOOL APIENTRY RasAdminAcceptNewConnection(RAS_PORT_1 *pRasPort1, RAS_PORT_STATISTICS *pRasStats,
                                          RAS_PARAMETERS *pRasParams);

/**
 * A port of an accepted connection was hung up; once for every port (B5.nt4). Windows NT 4.0 only.
 * @param pRasPort1 the port as it was last
 * @param pRasStats its counters since the connection was set up
 * @param pRasParams the medium's parameters
 */
VOID APIENTRY RasAdminConnectionHangupNotification(RAS_PORT_1 *pRasPort1,
                                                   RAS_PORT_STATISTICS *pRasStats,
                                                   RAS_PARAMETERS *pRasParams);

/**
 * An authenticated user needs an IPv4 address (B5.nt4, B2.get4). Windows NT 4.0 only.
 * @param lpszUserName the user
 * @param lpszPortName the port
 * @param pipAddress in: RAS's proposal, or 0; out: the address to use
 * @param bNotifyRelease out: TRUE asks for RasAdminReleaseIpAddress() at the end
 * @return NO_ERROR; any other code ends the connection
 */
DWORD APIENTRY RasAdminGetIpAddressForUser(WCHAR *lpszUserName, WCHAR *lpszPortName,
                                           IPADDR *pipAddress, BOOL *bNotifyRelease);

/**
 * The address is about to be released, if the DLL wanted to know (B5.nt4, B2.release4). Windows NT 4.0
 * only.
 * @param lpszUserName the user, as given before
 * @param lpszPortName the port, as given before
 * @param pipAddress the address
 */
VOID APIENTRY RasAdminReleaseIpAddress(WCHAR *lpszUserName, WCHAR *lpszPortName, IPADDR *pipAddress);

/** @} */

#ifdef __cplusplus
}
#endif

#endif
#endif /* _RASSAPI_H_ */
