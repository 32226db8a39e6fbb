/* SPDX-License-Identifier: MIT */
/**
 * @file mprapi_interface.h
 * Records of router interfaces, devices, credentials and transports.
 */
#ifndef MPRAPI_INTERFACE_H
#define MPRAPI_INTERFACE_H

#include "mprapi_connection.h"

/**
 * @defgroup mprapi_interface Router interfaces
 * Records that the router calls return and take.
 * @{
 */

/** State of an interface (ne-mprapi-router_connection_state). */
typedef enum _ROUTER_CONNECTION_STATE {
    ROUTER_IF_STATE_UNREACHABLE = 0, /**< Cannot be connected; the reasons tell why. */
    ROUTER_IF_STATE_DISCONNECTED = 1, /**< Not connected, but could be. */
    ROUTER_IF_STATE_CONNECTING = 2, /**< Being connected. */
    ROUTER_IF_STATE_CONNECTED = 3 /**< Connected. */
} ROUTER_CONNECTION_STATE;

#define MPR_INTERFACE_OUT_OF_RESOURCES 0x00000001 /**< Unreachable: no port is left. */
#define MPR_INTERFACE_ADMIN_DISABLED 0x00000002 /**< Unreachable: disabled by the administrator. */
/** Unreachable: the last attempt failed, see `dwLastError`. */
#define MPR_INTERFACE_CONNECTION_FAILURE 0x00000004
#define MPR_INTERFACE_SERVICE_PAUSED 0x00000008 /**< Unreachable: the service is paused. */
#define MPR_INTERFACE_DIALOUT_HOURS_RESTRICTION 0x00000010 /**< Unreachable: not at this hour. */
#define MPR_INTERFACE_NO_MEDIA_SENSE 0x00000020 /**< Unreachable: no cable. */
#define MPR_INTERFACE_NO_DEVICE 0x00000040 /**< Unreachable: no device. */

/** A router interface, level 0 (ns-mprapi-mpr_interface_0). */
typedef struct _MPR_INTERFACE_0 {
    WCHAR wszInterfaceName[MAX_INTERFACE_NAME_LEN + 1]; /**< Name. */
    HANDLE hInterface; /**< Handle of the interface. */
    BOOL fEnabled; /**< TRUE if enabled. */
    ROUTER_INTERFACE_TYPE dwIfType; /**< Kind. */
    ROUTER_CONNECTION_STATE dwConnectionState; /**< State. */
    DWORD fUnReachabilityReasons; /**< `MPR_INTERFACE_` bits if unreachable. */
    DWORD dwLastError; /**< Error of the last failed connect, else 0. */
} MPR_INTERFACE_0;
typedef MPR_INTERFACE_0 *PMPR_INTERFACE_0; /**< Pointer to #MPR_INTERFACE_0. */

/** Name and identifier of an IP-in-IP tunnel. */
typedef struct _MPR_IPINIP_INTERFACE_0 {
    WCHAR wszFriendlyName[MAX_INTERFACE_NAME_LEN + 1]; /**< Display name. */
    GUID Guid; /**< Identifier. */
} MPR_IPINIP_INTERFACE_0;
typedef MPR_IPINIP_INTERFACE_0 *PMPR_IPINIP_INTERFACE_0; /**< Pointer to #MPR_IPINIP_INTERFACE_0. */

#if WINVER >= 0x0500
/** A router interface, level 1: dial-out hours (ns-mprapi-mpr_interface_1). */
typedef struct _MPR_INTERFACE_1 {
    WCHAR wszInterfaceName[MAX_INTERFACE_NAME_LEN + 1]; /**< Name. */
    HANDLE hInterface; /**< Handle of the interface. */
    BOOL fEnabled; /**< TRUE if enabled. */
    ROUTER_INTERFACE_TYPE dwIfType; /**< Kind. */
    ROUTER_CONNECTION_STATE dwConnectionState; /**< State. */
    DWORD fUnReachabilityReasons; /**< `MPR_INTERFACE_` bits if unreachable. */
    DWORD dwLastError; /**< Error of the last failed connect, else 0. */
    WCHAR *lpwsDialoutHoursRestriction;
        /**< Hours of dialling, strings `day HH:MM-HH:MM ...` (0 is Sunday), ended by an empty one.
             */
} MPR_INTERFACE_1;
typedef MPR_INTERFACE_1 *PMPR_INTERFACE_1; /**< Pointer to #MPR_INTERFACE_1. */

#define MPR_MaxDeviceType 16 /**< Device type. */
#define MPR_MaxPhoneNumber 128 /**< Phone number. */
#define MPR_MaxIpAddress 15 /**< IPv4 address as text. */
#define MPR_MaxIpxAddress 21 /**< IPX address as text. */
#define MPR_MaxEntryName 256 /**< Phone-book entry. */
#define MPR_MaxDeviceName 128 /**< Device name. */
#define MPR_MaxCallbackNumber 128 /**< Call-back number. */
#define MPR_MaxAreaCode 10 /**< Area code. */
#define MPR_MaxPadType 32 /**< X.25 PAD type. */
#define MPR_MaxX25Address 200 /**< X.25 address. */
#define MPR_MaxFacilities 200 /**< X.25 facilities. */
#define MPR_MaxUserData 200 /**< X.25 user data. */
#endif /* WINVER >= 0x0500 */

/** @name Options of a demand-dial interface (`dwfOptions`) */
/** @{ */
#if WINVER >= 0x0500
#define MPRIO_SpecificIpAddr 0x00000002 /**< Ask for the address in `ipaddr`. */
#define MPRIO_SpecificNameServers 0x00000004 /**< Use the name servers given. */
#define MPRIO_IpHeaderCompression 0x00000008 /**< Negotiate header compression. */
#define MPRIO_RemoteDefaultGateway 0x00000010 /**< Default route goes over the interface. */
#define MPRIO_DisableLcpExtensions 0x00000020 /**< No LCP extensions. */
#define MPRIO_SwCompression 0x00000200 /**< Negotiate compression. */
#define MPRIO_RequireEncryptedPw 0x00000400 /**< No password in clear. */
#define MPRIO_RequireMsEncryptedPw 0x00000800 /**< MS-CHAP only. */
#define MPRIO_RequireDataEncryption 0x00001000 /**< Encryption is a must. */
#define MPRIO_NetworkLogon 0x00002000 /**< Reserved. */
#define MPRIO_PromoteAlternates 0x00008000 /**< A number that worked moves to the front. */
#define MPRIO_SecureLocalFiles 0x00010000 /**< Guard file sharing before connecting. */
#define MPRIO_RequireEAP 0x00020000 /**< EAP is allowed. */
#define MPRIO_RequirePAP 0x00040000 /**< PAP is allowed. */
#define MPRIO_RequireSPAP 0x00080000 /**< SPAP is allowed. */
#define MPRIO_SharedPhoneNumbers 0x00800000 /**< All links share the numbers. */
#define MPRIO_RequireCHAP 0x08000000 /**< CHAP is allowed. */
#define MPRIO_RequireMsCHAP 0x10000000 /**< MS-CHAP is allowed. */
#define MPRIO_RequireMsCHAP2 0x20000000 /**< MS-CHAP version 2 is allowed. */
#endif /* WINVER >= 0x0500 */

#if WINVER >= 0x0501
#define MPRIO_IpSecPreSharedKey 0x80000000 /**< Pre-shared key for L2TP. */
#endif /* WINVER >= 0x0501 */

#if WINVER >= 0x0602
/** Machine certificate for IKEv2. Since Windows 8. */
#define MPRIO_RequireMachineCertificates 0x01000000
/** Pre-shared key when calling by IKEv2. Since Windows 8. */
#define MPRIO_UsePreSharedKeyForIkev2Initiator 0x02000000
/** Pre-shared key when called by IKEv2. Since Windows 8. */
#define MPRIO_UsePreSharedKeyForIkev2Responder 0x04000000
#endif /* WINVER >= 0x0602 */

/** @} */

/** @name Values of the members of MPR_INTERFACE_2 and MPR_INTERFACE_3 */
/** @{ */
#if WINVER >= 0x0500
#define MPRNP_Ipx 0x02 /**< Negotiate IPX. */
#define MPRNP_Ip 0x04 /**< Negotiate IPv4. */
#endif /* WINVER >= 0x0500 */

#if WINVER >= 0x0600
#define MPRNP_Ipv6 0x08 /**< Negotiate IPv6. Since 2008. */
#endif /* WINVER >= 0x0600 */

#if WINVER >= 0x0500
#define MPRET_Phone 1 /**< Phone line. */
#define MPRET_Vpn 2 /**< Virtual private network. */
#endif /* WINVER >= 0x0500 */

#if WINVER >= 0x0500 && WINVER < 0x0600
#define MPRET_Direct 3 /**< Direct cable; Windows 2000 to 2003. */
#endif /* WINVER >= 0x0500 && WINVER < 0x0600 */

#if WINVER >= 0x0500
#define MPRDM_DialFirst 0 /**< First link only. */
#define MPRDM_DialAll 1 /**< All links at once. */
#define MPRDM_DialAsNeeded 2 /**< Links as the load demands. */
#define MPRIDS_Disabled 0xFFFFFFFF /**< Never hang up when idle. */
#define MPRIDS_UseGlobalValue 0 /**< Use the user's setting. */
#define MPR_ET_None 0 /**< No encryption. */
#define MPR_ET_Require 1 /**< Encryption, any strength. */
#define MPR_ET_RequireMax 2 /**< Strongest encryption only. */
#define MPR_ET_Optional 3 /**< Encryption if possible. */
#define MPR_VS_Default 0 /**< PPTP, then L2TP. */
#define MPR_VS_PptpOnly 1 /**< PPTP only. */
#define MPR_VS_PptpFirst 2 /**< PPTP first. */
#define MPR_VS_L2tpOnly 3 /**< L2TP only. */
#define MPR_VS_L2tpFirst 4 /**< L2TP first. */
#define MPR_VS_Ikev2Only 7 /**< IKEv2 only. */
#define MPR_VS_Ikev2First 8 /**< IKEv2 first. */
#define MPRDT_Modem TEXT("modem") /**< Modem. */
#define MPRDT_Isdn TEXT("isdn") /**< ISDN card. */
#define MPRDT_X25 TEXT("x25") /**< X.25 card. */
#define MPRDT_Vpn TEXT("vpn") /**< Tunnel: the type of every VPN port. */
#define MPRDT_Pad TEXT("pad") /**< X.25 PAD. */
#define MPRDT_Generic TEXT("GENERIC") /**< Generic. */
#define MPRDT_Serial TEXT("SERIAL") /**< Serial cable. */
#define MPRDT_FrameRelay TEXT("FRAMERELAY") /**< Frame relay. */
#define MPRDT_Atm TEXT("ATM") /**< ATM. */
#define MPRDT_Sonet TEXT("SONET") /**< SONET. */
#define MPRDT_SW56 TEXT("SW56") /**< Switched 56. */
#define MPRDT_Irda TEXT("IRDA") /**< Infrared. */
#define MPRDT_Parallel TEXT("PARALLEL") /**< Parallel cable. */
#endif /* WINVER >= 0x0500 */

/** @} */

#if WINVER >= 0x0500
/** A demand-dial interface, level 2: its phone-book data (ns-mprapi-mpr_interface_2). */
typedef struct _MPR_INTERFACE_2 {
    WCHAR wszInterfaceName[MAX_INTERFACE_NAME_LEN + 1]; /**< Name. */
    HANDLE hInterface; /**< Handle of the interface. */
    BOOL fEnabled; /**< TRUE if enabled. */
    ROUTER_INTERFACE_TYPE dwIfType; /**< Kind. */
    ROUTER_CONNECTION_STATE dwConnectionState; /**< State. */
    DWORD fUnReachabilityReasons; /**< `MPR_INTERFACE_` bits if unreachable. */
    DWORD dwLastError; /**< Error of the last failed connect, else 0. */
    DWORD dwfOptions; /**< `MPRIO_` bits. */
    WCHAR szLocalPhoneNumber[MPR_MaxPhoneNumber + 1]; /**< Number or host to dial. */
    WCHAR *szAlternates; /**< Further numbers, ended by an empty one; NULL if none. */
    DWORD ipaddr; /**< IPv4 address to ask for, with #MPRIO_SpecificIpAddr. */
    DWORD ipaddrDns; /**< First DNS server, with #MPRIO_SpecificNameServers. */
    DWORD ipaddrDnsAlt; /**< Second DNS server. */
    DWORD ipaddrWins; /**< First WINS server. */
    DWORD ipaddrWinsAlt; /**< Second WINS server. */
    DWORD dwfNetProtocols; /**< `MPRNP_` bits. */
    WCHAR szDeviceType[MPR_MaxDeviceType + 1]; /**< Device type, an `MPRDT_` string. */
    WCHAR szDeviceName[MPR_MaxDeviceName + 1]; /**< Device name. */
    WCHAR szX25PadType[MPR_MaxPadType + 1]; /**< X.25 PAD type. */
    WCHAR szX25Address[MPR_MaxX25Address + 1]; /**< X.25 address. */
    WCHAR szX25Facilities[MPR_MaxFacilities + 1]; /**< X.25 facilities. */
    WCHAR szX25UserData[MPR_MaxUserData + 1]; /**< X.25 user data. */
    DWORD dwChannels; /**< Reserved. */
    DWORD dwSubEntries; /**< Number of links of the entry. */
    DWORD dwDialMode; /**< `MPRDM_` value: how many links to dial. */
    DWORD dwDialExtraPercent; /**< Load in percent that brings up a further link. */
    DWORD dwDialExtraSampleSeconds; /**< For how many seconds. */
    DWORD dwHangUpExtraPercent; /**< Load in percent below which a link is dropped. */
    DWORD dwHangUpExtraSampleSeconds; /**< For how many seconds. */
    DWORD dwIdleDisconnectSeconds; /**< Idle seconds before hang-up, or an `MPRIDS_` value. */
    DWORD dwType; /**< `MPRET_` value. */
    DWORD dwEncryptionType; /**< `MPR_ET_` value. */
    DWORD dwCustomAuthKey; /**< EAP method, with #MPRIO_RequireEAP. */
    DWORD dwCustomAuthDataSize; /**< Bytes of the method's data. */
    BYTE *lpbCustomAuthData; /**< The method's data. */
    GUID guidId; /**< Identifier of the phone-book entry; read only. */
    DWORD dwVpnStrategy; /**< `MPR_VS_` value: which tunnel to try. */
} MPR_INTERFACE_2;
typedef MPR_INTERFACE_2 *PMPR_INTERFACE_2; /**< Pointer to #MPR_INTERFACE_2. */
#endif /* WINVER >= 0x0500 */

#if WINVER >= 0x0600
/**
 * A demand-dial interface, level 3: IPv6 name servers added. Since 2008
 * (ns-mprapi-mpr_interface_3).
 */
typedef struct _MPR_INTERFACE_3 {
    WCHAR wszInterfaceName[MAX_INTERFACE_NAME_LEN + 1]; /**< Name. */
    HANDLE hInterface; /**< Handle of the interface. */
    BOOL fEnabled; /**< TRUE if enabled. */
    ROUTER_INTERFACE_TYPE dwIfType; /**< Kind. */
    ROUTER_CONNECTION_STATE dwConnectionState; /**< State. */
    DWORD fUnReachabilityReasons; /**< `MPR_INTERFACE_` bits if unreachable. */
    DWORD dwLastError; /**< Error of the last failed connect, else 0. */
    DWORD dwfOptions; /**< `MPRIO_` bits. */
    WCHAR szLocalPhoneNumber[MPR_MaxPhoneNumber + 1]; /**< Number or host to dial. */
    WCHAR *szAlternates; /**< Further numbers, ended by an empty one; NULL if none. */
    DWORD ipaddr; /**< IPv4 address to ask for, with #MPRIO_SpecificIpAddr. */
    DWORD ipaddrDns; /**< First DNS server, with #MPRIO_SpecificNameServers. */
    DWORD ipaddrDnsAlt; /**< Second DNS server. */
    DWORD ipaddrWins; /**< First WINS server. */
    DWORD ipaddrWinsAlt; /**< Second WINS server. */
    DWORD dwfNetProtocols; /**< `MPRNP_` bits. */
    WCHAR szDeviceType[MPR_MaxDeviceType + 1]; /**< Device type, an `MPRDT_` string. */
    WCHAR szDeviceName[MPR_MaxDeviceName + 1]; /**< Device name. */
    WCHAR szX25PadType[MPR_MaxPadType + 1]; /**< X.25 PAD type. */
    WCHAR szX25Address[MPR_MaxX25Address + 1]; /**< X.25 address. */
    WCHAR szX25Facilities[MPR_MaxFacilities + 1]; /**< X.25 facilities. */
    WCHAR szX25UserData[MPR_MaxUserData + 1]; /**< X.25 user data. */
    DWORD dwChannels; /**< Reserved. */
    DWORD dwSubEntries; /**< Number of links of the entry. */
    DWORD dwDialMode; /**< `MPRDM_` value: how many links to dial. */
    DWORD dwDialExtraPercent; /**< Load in percent that brings up a further link. */
    DWORD dwDialExtraSampleSeconds; /**< For how many seconds. */
    DWORD dwHangUpExtraPercent; /**< Load in percent below which a link is dropped. */
    DWORD dwHangUpExtraSampleSeconds; /**< For how many seconds. */
    DWORD dwIdleDisconnectSeconds; /**< Idle seconds before hang-up, or an `MPRIDS_` value. */
    DWORD dwType; /**< `MPRET_` value. */
    DWORD dwEncryptionType; /**< `MPR_ET_` value. */
    DWORD dwCustomAuthKey; /**< EAP method, with #MPRIO_RequireEAP. */
    DWORD dwCustomAuthDataSize; /**< Bytes of the method's data. */
    BYTE *lpbCustomAuthData; /**< The method's data. */
    GUID guidId; /**< Identifier of the phone-book entry; read only. */
    DWORD dwVpnStrategy; /**< `MPR_VS_` value: which tunnel to try. */
    ULONG AddressCount; /**< Number of addresses in `ipv6addr`. */
    IN6_ADDR ipv6addrDns; /**< First IPv6 DNS server. */
    IN6_ADDR ipv6addrDnsAlt; /**< Second IPv6 DNS server. */
    IN6_ADDR *ipv6addr; /**< IPv6 addresses. */
} MPR_INTERFACE_3;
typedef MPR_INTERFACE_3 *PMPR_INTERFACE_3; /**< Pointer to #MPR_INTERFACE_3. */
#endif /* WINVER >= 0x0600 */

#if WINVER >= 0x0500
/** A device, level 0. Since Windows 2000 (ns-mprapi-mpr_device_0). */
typedef struct _MPR_DEVICE_0 {
    WCHAR szDeviceType[MPR_MaxDeviceType + 1]; /**< Device type, an `MPRDT_` string. */
    WCHAR szDeviceName[MPR_MaxDeviceName + 1]; /**< Device name. */
} MPR_DEVICE_0;
typedef MPR_DEVICE_0 *PMPR_DEVICE_0; /**< Pointer to #MPR_DEVICE_0. */

/** A device, level 1: the numbers to dial with it (ns-mprapi-mpr_device_1). */
typedef struct _MPR_DEVICE_1 {
    WCHAR szDeviceType[MPR_MaxDeviceType + 1]; /**< Device type, an `MPRDT_` string. */
    WCHAR szDeviceName[MPR_MaxDeviceName + 1]; /**< Device name. */
    WCHAR szLocalPhoneNumber[MPR_MaxPhoneNumber + 1]; /**< Number or host to dial. */
    WCHAR *szAlternates; /**< Further numbers, ended by an empty one; NULL if none. */
} MPR_DEVICE_1;
typedef MPR_DEVICE_1 *PMPR_DEVICE_1; /**< Pointer to #MPR_DEVICE_1. */

/** EAP credentials of an interface (ns-mprapi-mpr_credentialsex_0). */
typedef struct _MPR_CREDENTIALSEX_0 {
    DWORD dwSize; /**< Bytes of the credentials. */
    BYTE *lpbCredentialsInfo; /**< The secret. */
} MPR_CREDENTIALSEX_0;
typedef MPR_CREDENTIALSEX_0 *PMPR_CREDENTIALSEX_0; /**< Pointer to #MPR_CREDENTIALSEX_0. */

/** Pre-shared key of an interface or a server (ns-mprapi-mpr_credentialsex_1). */
typedef struct _MPR_CREDENTIALSEX_1 {
    DWORD dwSize; /**< Bytes of the key; 0 deletes it when set. */
    BYTE *lpbCredentialsInfo; /**< The secret. */
} MPR_CREDENTIALSEX_1;
typedef MPR_CREDENTIALSEX_1 *PMPR_CREDENTIALSEX_1; /**< Pointer to #MPR_CREDENTIALSEX_1. */
#endif /* WINVER >= 0x0500 */

/** A transport of the router (ns-mprapi-mpr_transport_0). */
typedef struct _MPR_TRANSPORT_0 {
    DWORD dwTransportId; /**< Transport, a `PID_` value. */
    HANDLE hTransport; /**< Handle of the transport. */
    WCHAR wszTransportName[MAX_TRANSPORT_NAME_LEN + 1]; /**< Name. */
} MPR_TRANSPORT_0;
typedef MPR_TRANSPORT_0 *PMPR_TRANSPORT_0; /**< Pointer to #MPR_TRANSPORT_0. */

/** A transport of one interface (ns-mprapi-mpr_iftransport_0). */
typedef struct _MPR_IFTRANSPORT_0 {
    DWORD dwTransportId; /**< Transport, a `PID_` value. */
    HANDLE hIfTransport; /**< Handle of the transport on this interface. */
    WCHAR wszIfTransportName[MAX_TRANSPORT_NAME_LEN + 1]; /**< Name. */
} MPR_IFTRANSPORT_0;
typedef MPR_IFTRANSPORT_0 *PMPR_IFTRANSPORT_0; /**< Pointer to #MPR_IFTRANSPORT_0. */

#if WINVER >= 0x0600
/** Static filter switch of a transport. Since 2008 (ns-mprapi-mpr_filter_0). */
typedef struct _MPR_FILTER_0 {
    BOOL fEnable; /**< TRUE if the filters are on (mingw-w64 spells it `fEnabled`). */
} MPR_FILTER_0;
typedef MPR_FILTER_0 *PMPR_FILTER_0; /**< Pointer to #MPR_FILTER_0. */
#endif /* WINVER >= 0x0600 */

/** @} */

#endif /* MPRAPI_INTERFACE_H */
