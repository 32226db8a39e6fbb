/* SPDX-License-Identifier: MIT */
/**
 * @file raserror.h
 * Error numbers of remote access, 600 and up.
 *
 * None is reserved for an administration DLL: they tell why a connection failed or
 * ended, and appear in the `dwError` members of the negotiation results.
 */
#ifndef _RASERROR_H_
#define _RASERROR_H_

/* Which obsolete names exist depends on the target; alone, this header takes Windows 10. */
#ifndef WINVER
#ifdef _WIN32_WINNT
/** Target version: as mprapi.h chooses it. */
#define WINVER _WIN32_WINNT
#else
/** Target version: as mprapi.h chooses it. */
#define WINVER 0x0A00
#endif
#endif

/**
 * @defgroup raserror Errors of remote access
 * From 600 on.
 * @{
 */

#define RASBASE 600 /**< Where the numbers start. */
#define SUCCESS 0 /**< No error. */

#define SUCCESS 0 /**< No error. */
#define PENDING (RASBASE + 0) /**< Started, not finished. */
#define ERROR_INVALID_PORT_HANDLE (RASBASE + 1) /**< No port has this handle. */
#define ERROR_PORT_ALREADY_OPEN (RASBASE + 2) /**< The port is open already. */
#define ERROR_BUFFER_TOO_SMALL (RASBASE + 3) /**< The caller's buffer is too small. */
#define ERROR_WRONG_INFO_SPECIFIED (RASBASE + 4) /**< Wrong information was given. */
#if WINVER < 0x0600
#define ERROR_CANNOT_SET_PORT_INFO (RASBASE + 5) /**< The port's settings cannot be set. */
#endif /* WINVER < 0x0600 */

#define ERROR_PORT_NOT_CONNECTED (RASBASE + 6) /**< The port has no link. */
#if WINVER < 0x0600
#define ERROR_EVENT_INVALID (RASBASE + 7) /**< No such event. */
#endif /* WINVER < 0x0600 */

#define ERROR_DEVICE_DOES_NOT_EXIST (RASBASE + 8) /**< No such device. */
#define ERROR_DEVICETYPE_DOES_NOT_EXIST (RASBASE + 9) /**< No such type of device. */
#define ERROR_BUFFER_INVALID (RASBASE + 10) /**< The buffer cannot be used. */
#if WINVER < 0x0600
#define ERROR_ROUTE_NOT_AVAILABLE (RASBASE + 11) /**< No such route. */
#endif /* WINVER < 0x0600 */

#define ERROR_ROUTE_NOT_ALLOCATED (RASBASE + 12) /**< The route was not allocated. */
#if WINVER < 0x0600
#define ERROR_INVALID_COMPRESSION_SPECIFIED (RASBASE + 13) /**< No such compression. */
#define ERROR_OUT_OF_BUFFERS (RASBASE + 14) /**< No buffer is left. */
#endif /* WINVER < 0x0600 */

#define ERROR_PORT_NOT_FOUND (RASBASE + 15) /**< No such port. */
#define ERROR_ASYNC_REQUEST_PENDING (RASBASE + 16) /**< A request is under way. */
#define ERROR_ALREADY_DISCONNECTING (RASBASE + 17) /**< The port is hanging up already. */
#define ERROR_PORT_NOT_OPEN (RASBASE + 18) /**< The port is not open. */
#define ERROR_PORT_DISCONNECTED (RASBASE + 19) /**< The link went down. */
#if WINVER < 0x0600
#define ERROR_NO_ENDPOINTS (RASBASE + 20) /**< No endpoint is there. */
#endif /* WINVER < 0x0600 */

#define ERROR_CANNOT_OPEN_PHONEBOOK (RASBASE + 21) /**< The phone-book file cannot be opened. */
#define ERROR_CANNOT_LOAD_PHONEBOOK (RASBASE + 22) /**< The phone-book file cannot be read. */
#define ERROR_CANNOT_FIND_PHONEBOOK_ENTRY (RASBASE + 23) /**< The phone-book has no such entry. */
#define ERROR_CANNOT_WRITE_PHONEBOOK (RASBASE + 24) /**< The phone-book file cannot be written. */
#define ERROR_CORRUPT_PHONEBOOK (RASBASE + 25) /**< The phone-book file is damaged. */
#if WINVER < 0x0600
#define ERROR_CANNOT_LOAD_STRING (RASBASE + 26) /**< A text is missing. */
#endif /* WINVER < 0x0600 */

#define ERROR_KEY_NOT_FOUND (RASBASE + 27) /**< A key is missing. */
#define ERROR_DISCONNECTION (RASBASE + 28) /**< The link went down; no reason known. */
#define ERROR_REMOTE_DISCONNECTION (RASBASE + 29) /**< The other side hung up. */
#define ERROR_HARDWARE_FAILURE (RASBASE + 30) /**< The device failed. */
#define ERROR_USER_DISCONNECTION (RASBASE + 31) /**< The user hung up. */
#define ERROR_INVALID_SIZE (RASBASE + 32) /**< A structure has a wrong size. */
#define ERROR_PORT_NOT_AVAILABLE (RASBASE + 33) /**< The port is in use or not set up for this. */
#if WINVER < 0x0600
/** The client cannot be made known on the network. */
#define ERROR_CANNOT_PROJECT_CLIENT (RASBASE + 34)
#endif /* WINVER < 0x0600 */

#define ERROR_UNKNOWN (RASBASE + 35) /**< Error without a number of its own. */
#define ERROR_WRONG_DEVICE_ATTACHED (RASBASE + 36) /**< Another device is on the port. */
#if WINVER < 0x0600
#define ERROR_BAD_STRING (RASBASE + 37) /**< A text could not be turned into another form. */
#endif /* WINVER < 0x0600 */

#define ERROR_REQUEST_TIMEOUT (RASBASE + 38) /**< No answer in time. */
#if WINVER < 0x0600
#define ERROR_CANNOT_GET_LANA (RASBASE + 39) /**< No NetBIOS adapter number. */
#define ERROR_NETBIOS_ERROR (RASBASE + 40) /**< NetBIOS failed. */
/** The server has no NetBIOS resources left. */
#define ERROR_SERVER_OUT_OF_RESOURCES (RASBASE + 41)
#define ERROR_NAME_EXISTS_ON_NET (RASBASE + 42) /**< The NetBIOS name is taken. */
#define ERROR_SERVER_GENERAL_NET_FAILURE (RASBASE + 43) /**< The server's network failed. */
#define WARNING_MSG_ALIAS_NOT_ADDED (RASBASE + 44) /**< No messages will arrive on this client. */
#endif /* WINVER < 0x0600 */

#define ERROR_AUTH_INTERNAL (RASBASE + 45) /**< Authentication failed inside. */
#define ERROR_RESTRICTED_LOGON_HOURS (RASBASE + 46) /**< The account may not log on at this hour. */
#define ERROR_ACCT_DISABLED (RASBASE + 47) /**< The account is disabled. */
#define ERROR_PASSWD_EXPIRED (RASBASE + 48) /**< The password has expired. */
#define ERROR_NO_DIALIN_PERMISSION (RASBASE + 49) /**< The account may not dial in. */
#if WINVER < 0x0600
#define ERROR_SERVER_NOT_RESPONDING (RASBASE + 50) /**< The server does not answer. */
#endif /* WINVER < 0x0600 */

#define ERROR_FROM_DEVICE (RASBASE + 51) /**< The device reported an error. */
#define ERROR_UNRECOGNIZED_RESPONSE (RASBASE + 52) /**< The device gave an unknown answer. */
#define ERROR_MACRO_NOT_FOUND (RASBASE + 53) /**< A macro of the device is missing. */
/** A macro of the device is used and not defined. */
#define ERROR_MACRO_NOT_DEFINED (RASBASE + 54)
/** The message macro of the device is missing. */
#define ERROR_MESSAGE_MACRO_NOT_FOUND (RASBASE + 55)
/** The default-off macro of the device is missing. */
#define ERROR_DEFAULTOFF_MACRO_NOT_FOUND (RASBASE + 56)
#define ERROR_FILE_COULD_NOT_BE_OPENED (RASBASE + 57) /**< The device's file cannot be opened. */
#define ERROR_DEVICENAME_TOO_LONG (RASBASE + 58) /**< The device name is too long. */
#define ERROR_DEVICENAME_NOT_FOUND (RASBASE + 59) /**< The device's file lacks the device. */
#define ERROR_NO_RESPONSES (RASBASE + 60) /**< The device's file has no answers. */
#define ERROR_NO_COMMAND_FOUND (RASBASE + 61) /**< The device's file lacks a command. */
#define ERROR_WRONG_KEY_SPECIFIED (RASBASE + 62) /**< A key not in the device's file was set. */
#define ERROR_UNKNOWN_DEVICE_TYPE (RASBASE + 63) /**< The device's file has an unknown type. */
#define ERROR_ALLOCATING_MEMORY (RASBASE + 64) /**< No memory. */
#define ERROR_PORT_NOT_CONFIGURED (RASBASE + 65) /**< The port is not set up for remote access. */
#define ERROR_DEVICE_NOT_READY (RASBASE + 66) /**< The device is not ready. */
#define ERROR_READING_INI_FILE (RASBASE + 67) /**< A settings file cannot be read. */
#define ERROR_NO_CONNECTION (RASBASE + 68) /**< There is no connection. */
/** A settings file has a wrong use of a port. */
#define ERROR_BAD_USAGE_IN_INI_FILE (RASBASE + 69)
#define ERROR_READING_SECTIONNAME (RASBASE + 70) /**< A settings file lacks a section name. */
#define ERROR_READING_DEVICETYPE (RASBASE + 71) /**< A settings file lacks a device type. */
#define ERROR_READING_DEVICENAME (RASBASE + 72) /**< A settings file lacks a device name. */
#define ERROR_READING_USAGE (RASBASE + 73) /**< A settings file lacks the use of a port. */
#if WINVER < 0x0600
#define ERROR_READING_MAXCONNECTBPS (RASBASE + 74) /**< A settings file lacks the connect speed. */
#define ERROR_READING_MAXCARRIERBPS (RASBASE + 75) /**< A settings file lacks the carrier speed. */
#endif /* WINVER < 0x0600 */

#define ERROR_LINE_BUSY (RASBASE + 76) /**< The line is busy. */
#define ERROR_VOICE_ANSWER (RASBASE + 77) /**< A person answered. */
#define ERROR_NO_ANSWER (RASBASE + 78) /**< Nobody answered. */
#define ERROR_NO_CARRIER (RASBASE + 79) /**< No carrier. */
#define ERROR_NO_DIALTONE (RASBASE + 80) /**< No dial tone. */
#if WINVER < 0x0600
#define ERROR_IN_COMMAND (RASBASE + 81) /**< A command to the device failed. */
#define ERROR_WRITING_SECTIONNAME (RASBASE + 82) /**< A section name could not be written. */
#define ERROR_WRITING_DEVICETYPE (RASBASE + 83) /**< A device type could not be written. */
#define ERROR_WRITING_DEVICENAME (RASBASE + 84) /**< A device name could not be written. */
#define ERROR_WRITING_MAXCONNECTBPS (RASBASE + 85) /**< A connect speed could not be written. */
#define ERROR_WRITING_MAXCARRIERBPS (RASBASE + 86) /**< A carrier speed could not be written. */
#define ERROR_WRITING_USAGE (RASBASE + 87) /**< The use of a port could not be written. */
#define ERROR_WRITING_DEFAULTOFF (RASBASE + 88) /**< A default-off value could not be written. */
#define ERROR_READING_DEFAULTOFF (RASBASE + 89) /**< A default-off value could not be read. */
#define ERROR_EMPTY_INI_FILE (RASBASE + 90) /**< A settings file is empty. */
#endif /* WINVER < 0x0600 */

#define ERROR_AUTHENTICATION_FAILURE (RASBASE + 91) /**< Wrong user name or password. */
#define ERROR_PORT_OR_DEVICE (RASBASE + 92) /**< The port or its device failed. */
#define ERROR_NOT_BINARY_MACRO (RASBASE + 93) /**< The macro is not binary. */
#define ERROR_DCB_NOT_FOUND (RASBASE + 94) /**< A device control block is missing. */
#define ERROR_STATE_MACHINES_NOT_STARTED (RASBASE + 95) /**< The state machines do not run. */
#define ERROR_STATE_MACHINES_ALREADY_STARTED (RASBASE + 96) /**< The state machines run already. */
#define ERROR_PARTIAL_RESPONSE_LOOPING (RASBASE + 97) /**< The device repeats part of an answer. */
#define ERROR_UNKNOWN_RESPONSE_KEY (RASBASE + 98) /**< The device's answer has an unknown key. */
#define ERROR_RECV_BUF_FULL (RASBASE + 99) /**< The device's answer is too long. */
#define ERROR_CMD_TOO_LONG (RASBASE + 100) /**< A command to the device is too long. */
#define ERROR_UNSUPPORTED_BPS (RASBASE + 101) /**< The device has no such speed. */
#define ERROR_UNEXPECTED_RESPONSE (RASBASE + 102) /**< An answer nobody asked for. */
#define ERROR_INTERACTIVE_MODE (RASBASE + 103) /**< A person must answer a question. */
#define ERROR_BAD_CALLBACK_NUMBER (RASBASE + 104) /**< The call-back number is wrong. */
#define ERROR_INVALID_AUTH_STATE (RASBASE + 105) /**< Authentication is in a wrong state. */
#if WINVER < 0x0600
#define ERROR_WRITING_INITBPS (RASBASE + 106) /**< The initial speed could not be written. */
#endif /* WINVER < 0x0600 */

#define ERROR_X25_DIAGNOSTIC (RASBASE + 107) /**< The X.25 network reported an error. */
#define ERROR_ACCT_EXPIRED (RASBASE + 108) /**< The account has expired. */
#define ERROR_CHANGING_PASSWORD (RASBASE + 109) /**< The new password was refused. */
#define ERROR_OVERRUN (RASBASE + 110) /**< Data was lost on a serial line. */
#define ERROR_RASMAN_CANNOT_INITIALIZE (RASBASE + 111) /**< The connection manager did not start. */
#if WINVER < 0x0600
#define ERROR_BIPLEX_PORT_NOT_AVAILABLE (RASBASE + 112) /**< A two-way port is not ready yet. */
#endif /* WINVER < 0x0600 */

#define ERROR_NO_ACTIVE_ISDN_LINES (RASBASE + 113) /**< No ISDN line is active. */
#if WINVER < 0x0600
#define ERROR_NO_ISDN_CHANNELS_AVAILABLE (RASBASE + 114) /**< No ISDN channel is free. */
#define ERROR_TOO_MANY_LINE_ERRORS (RASBASE + 115) /**< The line is too bad. */
#endif /* WINVER < 0x0600 */

#define ERROR_IP_CONFIGURATION (RASBASE + 116) /**< The IP configuration cannot be used. */
#define ERROR_NO_IP_ADDRESSES (RASBASE + 117) /**< The address pool is empty (B2.pool, Q21). */
#define ERROR_PPP_TIMEOUT (RASBASE + 118) /**< The PPP peer was silent for too long. */
#if WINVER < 0x0600
#define ERROR_PPP_REMOTE_TERMINATED (RASBASE + 119) /**< The PPP peer ended the link. */
#endif /* WINVER < 0x0600 */

/** PPP has no protocol to negotiate (Q39). */
#define ERROR_PPP_NO_PROTOCOLS_CONFIGURED (RASBASE + 120)
#define ERROR_PPP_NO_RESPONSE (RASBASE + 121) /**< The PPP peer does not answer. */
#define ERROR_PPP_INVALID_PACKET (RASBASE + 122) /**< A PPP packet is wrong. */
#define ERROR_PHONE_NUMBER_TOO_LONG (RASBASE + 123) /**< The phone number is too long. */
#if WINVER < 0x0600
/** IPX is not set up for dialling out. */
#define ERROR_IPXCP_NO_DIALOUT_CONFIGURED (RASBASE + 124)
#define ERROR_IPXCP_NO_DIALIN_CONFIGURED (RASBASE + 125) /**< IPX is not set up for dialling in. */
#endif /* WINVER < 0x0600 */

#define ERROR_IPXCP_DIALOUT_ALREADY_ACTIVE (RASBASE + 126) /**< IPX dials out already. */
#if WINVER < 0x0600
#define ERROR_ACCESSING_TCPCFGDLL (RASBASE + 127) /**< The TCP/IP configuration library failed. */
#endif /* WINVER < 0x0600 */

#define ERROR_NO_IP_RAS_ADAPTER (RASBASE + 128) /**< IP has no remote access adapter. */
#define ERROR_SLIP_REQUIRES_IP (RASBASE + 129) /**< SLIP needs IP. */
#if WINVER < 0x0600
#define ERROR_PROJECTION_NOT_COMPLETE (RASBASE + 130) /**< The negotiation is not finished. */
#endif /* WINVER < 0x0600 */

#define ERROR_PROTOCOL_NOT_CONFIGURED (RASBASE + 131) /**< The protocol is not set up. */
#define ERROR_PPP_NOT_CONVERGING (RASBASE + 132) /**< The PPP sides do not agree. */
#define ERROR_PPP_CP_REJECTED (RASBASE + 133) /**< The peer refused the protocol. */
#define ERROR_PPP_LCP_TERMINATED (RASBASE + 134) /**< The link negotiation ended. */
/** The address asked for was refused. */
#define ERROR_PPP_REQUIRED_ADDRESS_REJECTED (RASBASE + 135)
#define ERROR_PPP_NCP_TERMINATED (RASBASE + 136) /**< The peer ended the protocol. */
#define ERROR_PPP_LOOPBACK_DETECTED (RASBASE + 137) /**< The line leads back to this side. */
#define ERROR_PPP_NO_ADDRESS_ASSIGNED (RASBASE + 138) /**< No address was given (Q21). */
/** The protocol cannot use the logon password. */
#define ERROR_CANNOT_USE_LOGON_CREDENTIALS (RASBASE + 139)
#define ERROR_TAPI_CONFIGURATION (RASBASE + 140) /**< The telephony settings are wrong. */
#define ERROR_NO_LOCAL_ENCRYPTION (RASBASE + 141) /**< This side lacks the encryption wanted. */
/** The other side lacks the encryption wanted. */
#define ERROR_NO_REMOTE_ENCRYPTION (RASBASE + 142)
#if WINVER < 0x0600
/** The other side insists on encryption. */
#define ERROR_REMOTE_REQUIRES_ENCRYPTION (RASBASE + 143)
#define ERROR_IPXCP_NET_NUMBER_CONFLICT (RASBASE + 144) /**< The IPX network number is in use. */
#define ERROR_INVALID_SMM (RASBASE + 145) /**< The security monitor module is wrong. */
#define ERROR_SMM_UNINITIALIZED (RASBASE + 146) /**< The security monitor module is not started. */
#define ERROR_NO_MAC_FOR_PORT (RASBASE + 147) /**< The port has no network layer. */
/** The security monitor module gave no answer in time. */
#define ERROR_SMM_TIMEOUT (RASBASE + 148)
#endif /* WINVER < 0x0600 */

#define ERROR_BAD_PHONE_NUMBER (RASBASE + 149) /**< The phone number is wrong. */
#if WINVER < 0x0600
#define ERROR_WRONG_MODULE (RASBASE + 150) /**< Wrong module. */
/** The call-back number has wrong characters. */
#define ERROR_INVALID_CALLBACK_NUMBER (RASBASE + 151)
#endif /* WINVER < 0x0600 */

#define ERROR_SCRIPT_SYNTAX (RASBASE + 152) /**< A script is wrong. */
#define ERROR_HANGUP_FAILED (RASBASE + 153) /**< Hanging up failed. */
#define ERROR_BUNDLE_NOT_FOUND (RASBASE + 154) /**< The multilink bundle is missing. */
#define ERROR_CANNOT_DO_CUSTOMDIAL (RASBASE + 155) /**< The entry dials by a library of its own. */
/** The connection is being dialled already. */
#define ERROR_DIAL_ALREADY_IN_PROGRESS (RASBASE + 156)
#define ERROR_RASAUTO_CANNOT_INITIALIZE (RASBASE + 157) /**< The automatic dialler did not start. */
#if WINVER < 0x0600
#define ERROR_CONNECTION_ALREADY_SHARED (RASBASE + 158) /**< The connection is shared already. */
#define ERROR_SHARING_CHANGE_FAILED (RASBASE + 159) /**< Sharing could not be changed. */
#define ERROR_SHARING_ROUTER_INSTALL (RASBASE + 160) /**< Sharing could not install the router. */
#define ERROR_SHARE_CONNECTION_FAILED (RASBASE + 161) /**< Sharing failed. */
/** Sharing could not set up the private network. */
#define ERROR_SHARING_PRIVATE_INSTALL (RASBASE + 162)
#define ERROR_CANNOT_SHARE_CONNECTION (RASBASE + 163) /**< The connection cannot be shared. */
#endif /* WINVER < 0x0600 */

#define ERROR_NO_SMART_CARD_READER (RASBASE + 164) /**< No smart card reader. */
/** The address that sharing needs is in use. */
#define ERROR_SHARING_ADDRESS_EXISTS (RASBASE + 165)
#define ERROR_NO_CERTIFICATE (RASBASE + 166) /**< No certificate. */
/** Sharing needs one address, and there are more. */
#define ERROR_SHARING_MULTIPLE_ADDRESSES (RASBASE + 167)
#define ERROR_FAILED_TO_ENCRYPT (RASBASE + 168) /**< Encryption failed. */
#define ERROR_BAD_ADDRESS_SPECIFIED (RASBASE + 169) /**< The destination is not known. */
#define ERROR_CONNECTION_REJECT (RASBASE + 170) /**< The destination refused. */
#define ERROR_CONGESTION (RASBASE + 171) /**< The network is busy. */
#define ERROR_INCOMPATIBLE (RASBASE + 172) /**< The other side is of another kind. */
#define ERROR_NUMBERCHANGED (RASBASE + 173) /**< The number has changed. */
#define ERROR_TEMPFAILURE (RASBASE + 174) /**< Failed for now. */
#define ERROR_BLOCKED (RASBASE + 175) /**< The call was blocked. */
#define ERROR_DONOTDISTURB (RASBASE + 176) /**< The other side does not want calls now. */
#define ERROR_OUTOFORDER (RASBASE + 177) /**< The other side is out of order. */
/** The server could not prove who it is. */
#define ERROR_UNABLE_TO_AUTHENTICATE_SERVER (RASBASE + 178)
#if WINVER < 0x0600
#define ERROR_SMART_CARD_REQUIRED (RASBASE + 179) /**< A smart card is needed. */
#endif /* WINVER < 0x0600 */

/** The function does not fit this entry. */
#define ERROR_INVALID_FUNCTION_FOR_ENTRY (RASBASE + 180)
#if WINVER < 0x0600
#define ERROR_CERT_FOR_ENCRYPTION_NOT_FOUND (RASBASE + 181) /**< No certificate for encryption. */
#endif /* WINVER < 0x0600 */

#define ERROR_SHARING_RRAS_CONFLICT (RASBASE + 182) /**< Sharing and routing exclude each other. */
#define ERROR_SHARING_NO_PRIVATE_LAN (RASBASE + 183) /**< Sharing has no private network. */
#define ERROR_NO_DIFF_USER_AT_LOGON (RASBASE + 184) /**< Not as another user at logon. */
/** Not with the registry's certificate at logon. */
#define ERROR_NO_REG_CERT_AT_LOGON (RASBASE + 185)
#define ERROR_OAKLEY_NO_CERT (RASBASE + 186) /**< IPsec: no machine certificate. */
#define ERROR_OAKLEY_AUTH_FAIL (RASBASE + 187) /**< IPsec: authentication failed. */
#define ERROR_OAKLEY_ATTRIB_FAIL (RASBASE + 188) /**< IPsec: attributes do not match. */
#define ERROR_OAKLEY_GENERAL_PROCESSING (RASBASE + 189) /**< IPsec: negotiation failed. */
/** IPsec: the peer has no machine certificate. */
#define ERROR_OAKLEY_NO_PEER_CERT (RASBASE + 190)
#define ERROR_OAKLEY_NO_POLICY (RASBASE + 191) /**< IPsec: no policy. */
#define ERROR_OAKLEY_TIMED_OUT (RASBASE + 192) /**< IPsec: no answer in time. */
#define ERROR_OAKLEY_ERROR (RASBASE + 193) /**< IPsec: failed. */
/** RADIUS named an unknown framed protocol. */
#define ERROR_UNKNOWN_FRAMED_PROTOCOL (RASBASE + 194)
#define ERROR_WRONG_TUNNEL_TYPE (RASBASE + 195) /**< RADIUS named a wrong tunnel type. */
#define ERROR_UNKNOWN_SERVICE_TYPE (RASBASE + 196) /**< RADIUS named an unknown service type. */
/** The device to connect with is missing. */
#define ERROR_CONNECTING_DEVICE_NOT_FOUND (RASBASE + 197)
#define ERROR_NO_EAPTLS_CERTIFICATE (RASBASE + 198) /**< No certificate for EAP. */
/** The address of the sharing host is in use. */
#define ERROR_SHARING_HOST_ADDRESS_CONFLICT (RASBASE + 199)
#define ERROR_AUTOMATIC_VPN_FAILED (RASBASE + 200) /**< No kind of tunnel worked. */
#define ERROR_VALIDATING_SERVER_CERT (RASBASE + 201) /**< The server's certificate is not valid. */
#define ERROR_READING_SCARD (RASBASE + 202) /**< The smart card cannot be read. */
/** The saved PEAP session has other settings. */
#define ERROR_INVALID_PEAP_COOKIE_CONFIG (RASBASE + 203)
/** The saved PEAP session is another user's. */
#define ERROR_INVALID_PEAP_COOKIE_USER (RASBASE + 204)
#define ERROR_INVALID_MSCHAPV2_CONFIG (RASBASE + 205) /**< The MS-CHAP settings have changed. */
#define ERROR_VPN_GRE_BLOCKED (RASBASE + 206) /**< GRE packets do not get through. */
#define ERROR_VPN_DISCONNECT (RASBASE + 207) /**< The tunnel was cut. */
#define ERROR_VPN_REFUSED (RASBASE + 208) /**< The server refused the tunnel. */
#define ERROR_VPN_TIMEOUT (RASBASE + 209) /**< The server gave no answer to the tunnel. */
#define ERROR_VPN_BAD_CERT (RASBASE + 210) /**< The tunnel's certificates do not fit. */
#define ERROR_VPN_BAD_PSK (RASBASE + 211) /**< The tunnel's pre-shared keys do not fit. */
#define ERROR_SERVER_POLICY (RASBASE + 212) /**< A policy of the server refused. */
#define ERROR_BROADBAND_ACTIVE (RASBASE + 213) /**< Broadband is connected already. */
#define ERROR_BROADBAND_NO_NIC (RASBASE + 214) /**< Broadband has no network card. */
#define ERROR_BROADBAND_TIMEOUT (RASBASE + 215) /**< Broadband gave no answer. */
#define ERROR_FEATURE_DEPRECATED (RASBASE + 216) /**< The feature has been removed. */
#define ERROR_CANNOT_DELETE (RASBASE + 217) /**< Cannot be deleted while connected. */
#if WINVER <= 0x0600
/** The health client could not start. */
#define ERROR_RASQEC_RESOURCE_CREATION_FAILED (RASBASE + 218)
#define ERROR_RASQEC_NAPAGENT_NOT_ENABLED (RASBASE + 219) /**< The health agent is off. */
/** The health agent cannot be reached. */
#define ERROR_RASQEC_NAPAGENT_NOT_CONNECTED (RASBASE + 220)
/** The health client has no such connection. */
#define ERROR_RASQEC_CONN_DOESNOTEXIST (RASBASE + 221)
#define ERROR_RASQEC_TIMEOUT (RASBASE + 222) /**< The health client gave no answer in time. */
#endif /* WINVER <= 0x0600 */

#define ERROR_PEAP_CRYPTOBINDING_INVALID (RASBASE + 223) /**< PEAP crypto-binding is wrong. */
#define ERROR_PEAP_CRYPTOBINDING_NOTRECEIVED (RASBASE + 224) /**< PEAP crypto-binding is missing. */
#if WINVER >= 0x0600
#define ERROR_INVALID_VPNSTRATEGY (RASBASE + 225) /**< No such order of tunnels. */
#endif /* WINVER >= 0x0600 */

/** The saved EAP credentials are wrong. */
#define ERROR_EAPTLS_CACHE_CREDENTIALS_INVALID (RASBASE + 226)
#define ERROR_IPSEC_SERVICE_STOPPED (RASBASE + 227) /**< The IPsec service does not run. */
#if WINVER >= 0x0600
#define ERROR_IDLE_TIMEOUT (RASBASE + 228) /**< Nothing was sent for too long. */
#define ERROR_LINK_FAILURE (RASBASE + 229) /**< The link failed. */
#define ERROR_USER_LOGOFF (RASBASE + 230) /**< The user logged off. */
#define ERROR_FAST_USER_SWITCH (RASBASE + 231) /**< Another user took over the screen. */
#define ERROR_HIBERNATION (RASBASE + 232) /**< The machine hibernates. */
#define ERROR_SYSTEM_SUSPENDED (RASBASE + 233) /**< The machine sleeps. */
#define ERROR_RASMAN_SERVICE_STOPPED (RASBASE + 234) /**< The connection manager was stopped. */
/** The server's certificate is not acceptable. */
#define ERROR_INVALID_SERVER_CERT (RASBASE + 235)
#define ERROR_NOT_NAP_CAPABLE (RASBASE + 236) /**< The client takes no part in health checks. */
#endif /* WINVER >= 0x0600 */

#if WINVER >= 0x0601
#define ERROR_INVALID_TUNNELID (RASBASE + 237) /**< No tunnel has this identifier. */
/** An endpoint change is under way (B3.endpoint). */
#define ERROR_UPDATECONNECTION_REQUEST_IN_PROCESS (RASBASE + 238)
#define ERROR_PROTOCOL_ENGINE_DISABLED (RASBASE + 239) /**< The protocol engine is disabled. */
#define ERROR_INTERNAL_ADDRESS_FAILURE (RASBASE + 240) /**< IKEv2: no inner address. */
#define ERROR_FAILED_CP_REQUIRED (RASBASE + 241) /**< IKEv2: the client must ask for an address. */
#define ERROR_TS_UNACCEPTABLE (RASBASE + 242) /**< IKEv2: traffic selectors refused. */
#define ERROR_MOBIKE_DISABLED (RASBASE + 243) /**< IKEv2: mobility is disabled. */
/** IKEv2: no endpoint change while connecting or re-authenticating. */
#define ERROR_CANNOT_INITIATE_MOBIKE_UPDATE (RASBASE + 244)
/** The PEAP server refused the client's data. */
#define ERROR_PEAP_SERVER_REJECTED_CLIENT_TLV (RASBASE + 245)
#define ERROR_INVALID_PREFERENCES (RASBASE + 246) /**< The preferences are wrong. */
/** The saved smart card credentials are wrong. */
#define ERROR_EAPTLS_SCARD_CACHE_CREDENTIALS_INVALID (RASBASE + 247)
/** SSTP could not set the cookie (B3.preauth). */
#define ERROR_SSTP_COOKIE_SET_FAILURE (RASBASE + 248)
/** The saved PEAP session has wrong attributes. */
#define ERROR_INVALID_PEAP_COOKIE_ATTRIBUTES (RASBASE + 249)
#define ERROR_EAP_METHOD_NOT_INSTALLED (RASBASE + 250) /**< The EAP method is not installed. */
/** The EAP method has no single sign-on. */
#define ERROR_EAP_METHOD_DOES_NOT_SUPPORT_SSO (RASBASE + 251)
/** The EAP method cannot do that. */
#define ERROR_EAP_METHOD_OPERATION_NOT_SUPPORTED (RASBASE + 252)
#define ERROR_EAP_USER_CERT_INVALID (RASBASE + 253) /**< The user's certificate is not valid. */
#define ERROR_EAP_USER_CERT_EXPIRED (RASBASE + 254) /**< The user's certificate has expired. */
#define ERROR_EAP_USER_CERT_REVOKED (RASBASE + 255) /**< The user's certificate was revoked. */
/** The user's certificate has another fault. */
#define ERROR_EAP_USER_CERT_OTHER_ERROR (RASBASE + 256)
#define ERROR_EAP_SERVER_CERT_INVALID (RASBASE + 257) /**< The server's certificate is not valid. */
#define ERROR_EAP_SERVER_CERT_EXPIRED (RASBASE + 258) /**< The server's certificate has expired. */
#define ERROR_EAP_SERVER_CERT_REVOKED (RASBASE + 259) /**< The server's certificate was revoked. */
/** The server's certificate has another fault. */
#define ERROR_EAP_SERVER_CERT_OTHER_ERROR (RASBASE + 260)
/** The root of the user's certificate is missing. */
#define ERROR_EAP_USER_ROOT_CERT_NOT_FOUND (RASBASE + 261)
/** The root of the user's certificate is not valid. */
#define ERROR_EAP_USER_ROOT_CERT_INVALID (RASBASE + 262)
/** The root of the user's certificate has expired. */
#define ERROR_EAP_USER_ROOT_CERT_EXPIRED (RASBASE + 263)
/** The root of the server's certificate is missing. */
#define ERROR_EAP_SERVER_ROOT_CERT_NOT_FOUND (RASBASE + 264)
/** The root of the server's certificate is not valid. */
#define ERROR_EAP_SERVER_ROOT_CERT_INVALID (RASBASE + 265)
/** The root of the server's certificate must be named. */
#define ERROR_EAP_SERVER_ROOT_CERT_NAME_REQUIRED (RASBASE + 266)
/** The inner and outer PEAP identities differ. */
#define ERROR_PEAP_IDENTITY_MISMATCH (RASBASE + 267)
#define ERROR_DNSNAME_NOT_RESOLVABLE (RASBASE + 268) /**< The server's name has no address. */
#define ERROR_EAPTLS_PASSWD_INVALID (RASBASE + 269) /**< The EAP password is wrong. */
/** An IKEv2 interface with a key for this peer exists. */
#define ERROR_IKEV2_PSK_INTERFACE_ALREADY_EXISTS (RASBASE + 270)
#define ERROR_INVALID_DESTINATION_IP (RASBASE + 271) /**< The destination address is wrong. */
#endif /* WINVER >= 0x0601 */

#if WINVER >= 0x0603
#define ERROR_INVALID_INTERFACE_CONFIG (RASBASE + 272) /**< The interface's settings are wrong. */
#endif /* WINVER >= 0x0603 */

#define ERROR_VPN_PLUGIN_GENERIC (RASBASE + 273) /**< The tunnel's plug-in failed. */
#define ERROR_SSO_CERT_MISSING (RASBASE + 274) /**< The single sign-on certificate is missing. */
#define ERROR_DEVICE_COMPLIANCE (RASBASE + 275) /**< The device breaks a rule. */
#define ERROR_PLUGIN_NOT_INSTALLED (RASBASE + 276) /**< The tunnel's plug-in is not installed. */
#define ERROR_ACTION_REQUIRED (RASBASE + 277) /**< The user must do something. */
#define ERROR_WINHTTP_AUTO_PROXY_SERVICE (RASBASE + 278) /**< The proxy service failed. */

#define RASBASEEND (RASBASE + 278) /**< The last number. */

/** @} */

#endif /* _RASERROR_H_ */
