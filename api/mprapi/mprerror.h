/* SPDX-License-Identifier: MIT */
/**
 * @file mprerror.h
 * Error numbers of the router, 900 to 956. 947 is not used.
 */
#ifndef _MPRERROR_H_
#define _MPRERROR_H_

/**
 * @defgroup mprerror Errors of the router
 * From 900 on.
 * @{
 */

#define ROUTEBASE 900 /**< Where the numbers start. */

#define ERROR_ROUTER_STOPPED (ROUTEBASE + 0) /**< The service is stopped. */
#define ERROR_ALREADY_CONNECTED (ROUTEBASE + 1) /**< Connected already. */
#define ERROR_UNKNOWN_PROTOCOL_ID (ROUTEBASE + 2) /**< No router manager has this identifier. */
/** No dial-in part: the service is stopped, or routes between LANs only. */
#define ERROR_DDM_NOT_RUNNING (ROUTEBASE + 3)
#define ERROR_INTERFACE_ALREADY_EXISTS (ROUTEBASE + 4) /**< The interface name is taken. */
#define ERROR_NO_SUCH_INTERFACE (ROUTEBASE + 5) /**< No such interface. */
#define ERROR_INTERFACE_NOT_CONNECTED (ROUTEBASE + 6) /**< Not connected, or no such connection. */
#define ERROR_PROTOCOL_STOP_PENDING (ROUTEBASE + 7) /**< The protocol is being stopped. */
#define ERROR_INTERFACE_CONNECTED (ROUTEBASE + 8) /**< The interface is connected. */
#define ERROR_NO_INTERFACE_CREDENTIALS_SET (ROUTEBASE + 9) /**< The interface has no user name. */
#define ERROR_ALREADY_CONNECTING (ROUTEBASE + 10) /**< The interface is being connected. */
#define ERROR_UPDATE_IN_PROGRESS (ROUTEBASE + 11) /**< A route update is under way. */
#define ERROR_INTERFACE_CONFIGURATION (ROUTEBASE + 12) /**< The interface's settings are wrong. */
#define ERROR_NOT_CLIENT_PORT (ROUTEBASE + 13) /**< The port is no client's. */
#define ERROR_NOT_ROUTER_PORT (ROUTEBASE + 14) /**< The port is no router's. */
/** The client's interface exists already. */
#define ERROR_CLIENT_INTERFACE_ALREADY_EXISTS (ROUTEBASE + 15)
#define ERROR_INTERFACE_DISABLED (ROUTEBASE + 16) /**< The interface is disabled. */
/** The peer refused the authentication protocol. */
#define ERROR_AUTH_PROTOCOL_REJECTED (ROUTEBASE + 17)
/** The peer has no authentication protocol left. */
#define ERROR_NO_AUTH_PROTOCOL_AVAILABLE (ROUTEBASE + 18)
#define ERROR_PEER_REFUSED_AUTH (ROUTEBASE + 19) /**< The peer refused to authenticate. */
/** The peer's account may not dial in. */
#define ERROR_REMOTE_NO_DIALIN_PERMISSION (ROUTEBASE + 20)
#define ERROR_REMOTE_PASSWD_EXPIRED (ROUTEBASE + 21) /**< The peer's password has expired. */
#define ERROR_REMOTE_ACCT_DISABLED (ROUTEBASE + 22) /**< The peer's account is disabled. */
/** The peer's account may not log on at this hour. */
#define ERROR_REMOTE_RESTRICTED_LOGON_HOURS (ROUTEBASE + 23)
/** The peer's name or password is wrong. */
#define ERROR_REMOTE_AUTHENTICATION_FAILURE (ROUTEBASE + 24)
#define ERROR_INTERFACE_HAS_NO_DEVICES (ROUTEBASE + 25) /**< The interface has no device. */
#define ERROR_IDLE_DISCONNECTED (ROUTEBASE + 26) /**< Hung up after being idle. */
#define ERROR_INTERFACE_UNREACHABLE (ROUTEBASE + 27) /**< The interface cannot be connected now. */
#define ERROR_SERVICE_IS_PAUSED (ROUTEBASE + 28) /**< The service is paused. */
/** An administrator disconnected the interface. */
#define ERROR_INTERFACE_DISCONNECTED (ROUTEBASE + 29)
#define ERROR_AUTH_SERVER_TIMEOUT (ROUTEBASE + 30) /**< The authentication server gave no answer. */
/** The connection has all the links it may have. */
#define ERROR_PORT_LIMIT_REACHED (ROUTEBASE + 31)
#define ERROR_PPP_SESSION_TIMEOUT (ROUTEBASE + 32) /**< The session reached its time limit. */
#define ERROR_MAX_LAN_INTERFACE_LIMIT (ROUTEBASE + 33) /**< Too many LAN interfaces. */
#define ERROR_MAX_WAN_INTERFACE_LIMIT (ROUTEBASE + 34) /**< Too many demand-dial interfaces. */
#define ERROR_MAX_CLIENT_INTERFACE_LIMIT (ROUTEBASE + 35) /**< Too many clients. */
#define ERROR_BAP_DISCONNECTED (ROUTEBASE + 36) /**< Bandwidth allocation dropped the link. */
#define ERROR_USER_LIMIT (ROUTEBASE + 37) /**< Too many users. */
#define ERROR_NO_RADIUS_SERVERS (ROUTEBASE + 38) /**< No RADIUS server answers. */
#define ERROR_INVALID_RADIUS_RESPONSE (ROUTEBASE + 39) /**< The RADIUS answer is wrong. */
#define ERROR_DIALIN_HOURS_RESTRICTION (ROUTEBASE + 40) /**< Not at this hour. */
#define ERROR_ALLOWED_PORT_TYPE_RESTRICTION (ROUTEBASE + 41) /**< Not on this kind of port. */
/** Not with this authentication protocol. */
#define ERROR_AUTH_PROTOCOL_RESTRICTION (ROUTEBASE + 42)
#define ERROR_BAP_REQUIRED (ROUTEBASE + 43) /**< Bandwidth allocation is a must. */
/** The interface must not dial at this hour. */
#define ERROR_DIALOUT_HOURS_RESTRICTION (ROUTEBASE + 44)
/** The stored configuration is of another kind. */
#define ERROR_ROUTER_CONFIG_INCOMPATIBLE (ROUTEBASE + 45)
#define WARNING_NO_MD5_MIGRATION (ROUTEBASE + 46) /**< MD5 accounts were not taken over. */
#define ERROR_PROTOCOL_ALREADY_INSTALLED (ROUTEBASE + 48) /**< The protocol is installed already. */
#define ERROR_INVALID_SIGNATURE_LENGTH (ROUTEBASE + 49) /**< RADIUS: signature of a wrong length. */
#define ERROR_INVALID_SIGNATURE (ROUTEBASE + 50) /**< RADIUS: wrong signature. */
#define ERROR_NO_SIGNATURE (ROUTEBASE + 51) /**< RADIUS: no signature. */
/** RADIUS: wrong length or identifier. */
#define ERROR_INVALID_PACKET_LENGTH_OR_ID (ROUTEBASE + 52)
#define ERROR_INVALID_ATTRIBUTE_LENGTH (ROUTEBASE + 53) /**< RADIUS: attribute of a wrong length. */
#define ERROR_INVALID_PACKET (ROUTEBASE + 54) /**< RADIUS: wrong packet. */
#define ERROR_AUTHENTICATOR_MISMATCH (ROUTEBASE + 55) /**< RADIUS: wrong authenticator. */
/** Remote access is not set up or does not run. Since Windows 7. */
#define ERROR_REMOTEACCESS_NOT_CONFIGURED (ROUTEBASE + 56)

#define ROUTEBASEEND (ROUTEBASE + 57) /**< One past the last number. */

/** @} */

#endif /* _MPRERROR_H_ */
