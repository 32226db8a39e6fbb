/* SPDX-License-Identifier: MIT */
/**
 * @file ras.h
 * Constants of the remote access client interface that servers and callouts use (POSIX).
 *
 * Only constants: the client's structures and functions have no place in a server.
 */
#ifndef _RAS_H_
#define _RAS_H_

#include <windows.h>
#include <lmcons.h>

#ifndef WINVER
#ifdef _WIN32_WINNT
/** Target version: as mprapi.h chooses it. */
#define WINVER _WIN32_WINNT
#else
/** Target version: as mprapi.h chooses it. */
#define WINVER 0x0A00
#endif
#endif

/* The device types below are texts of either width; a windows.h that has TEXT keeps its own. */
#ifndef TEXT
#ifdef UNICODE
/** A text literal of the width that UNICODE selects. */
#define TEXT(text) L##text
#else
/** A text literal of the width that UNICODE selects. */
#define TEXT(text) text
#endif
#endif

/**
 * @defgroup ras Constants of the client interface
 * Values shared by the client and the router interface.
 * @{
 */

#define RAS_MaxDeviceType 16   /**< Device type. */
#define RAS_MaxPhoneNumber 128 /**< Phone number. */
#define RAS_MaxIpAddress 15    /**< IPv4 address as text. */
#define RAS_MaxIpxAddress 21   /**< IPX address as text. */
#if WINVER >= 0x0400
#define RAS_MaxEntryName 256      /**< Phone-book entry. */
#define RAS_MaxDeviceName 128     /**< Device name. */
#define RAS_MaxCallbackNumber 128 /**< Call-back number. */
#endif                            /* WINVER >= 0x0400 */

#define RAS_MaxAreaCode 10       /**< Area code. */
#define RAS_MaxPadType 32        /**< X.25 PAD type. */
#define RAS_MaxX25Address 200    /**< X.25 address. */
#define RAS_MaxFacilities 200    /**< X.25 facilities. */
#define RAS_MaxUserData 200      /**< X.25 user data. */
#define RAS_MaxReplyMessage 1024 /**< Message of the server. */
#define RAS_MaxDnsSuffix 256     /**< DNS suffix. */
#define RAS_MaxIDSize 256        /**< Pre-shared key identity. */
#if WINVER >= 0x0500
#define ET_None 0       /**< No encryption. */
#define ET_Require 1    /**< Encryption, any strength. */
#define ET_RequireMax 2 /**< Strongest encryption only. */
#define ET_Optional 3   /**< Encryption if possible. */
#endif                  /* WINVER >= 0x0500 */

#define VS_Default 0   /**< The system's order of tunnels. */
#define VS_PptpOnly 1  /**< PPTP only. */
#define VS_PptpFirst 2 /**< PPTP first. */
#define VS_L2tpOnly 3  /**< L2TP only. */
#define VS_L2tpFirst 4 /**< L2TP first. */
#if WINVER >= 0x0600
#define VS_SstpOnly 5  /**< SSTP only. */
#define VS_SstpFirst 6 /**< SSTP first. */
#endif                 /* WINVER >= 0x0600 */

#if WINVER >= 0x0601
#define VS_Ikev2Only 7  /**< IKEv2 only. */
#define VS_Ikev2First 8 /**< IKEv2 first. */
#endif                  /* WINVER >= 0x0601 */

#if WINVER >= 0x0603
#define VS_GREOnly 9 /**< GRE only. */
#endif               /* WINVER >= 0x0603 */

#if WINVER >= 0x0601
#define VS_PptpSstp 12  /**< PPTP, then SSTP. */
#define VS_L2tpSstp 13  /**< L2TP, then SSTP. */
#define VS_Ikev2Sstp 14 /**< IKEv2, then SSTP. */
#endif                  /* WINVER >= 0x0601 */

#if WINVER >= 0x0A00
#define VS_ProtocolList 15 /**< The order of a list. */
#endif                     /* WINVER >= 0x0A00 */

#define RASEO_UseCountryAndAreaCodes 0x00000001 /**< Dial with country and area code. */
#define RASEO_SpecificIpAddr 0x00000002         /**< Ask for a given address. */
#define RASEO_SpecificNameServers 0x00000004    /**< Use given name servers. */
#define RASEO_IpHeaderCompression 0x00000008    /**< Negotiate header compression. */
#define RASEO_RemoteDefaultGateway 0x00000010   /**< Default route over the connection. */
#define RASEO_DisableLcpExtensions 0x00000020   /**< No LCP extensions. */
#define RASEO_TerminalBeforeDial 0x00000040     /**< Terminal before dialling. */
#define RASEO_TerminalAfterDial 0x00000080      /**< Terminal after dialling. */
#define RASEO_ModemLights 0x00000100            /**< Show the status. */
#define RASEO_SwCompression 0x00000200          /**< Negotiate compression. */
#define RASEO_RequireEncryptedPw 0x00000400     /**< No password in clear. */
#define RASEO_RequireMsEncryptedPw 0x00000800   /**< MS-CHAP only. */
#define RASEO_RequireDataEncryption 0x00001000  /**< Encryption is a must. */
#define RASEO_NetworkLogon 0x00002000           /**< Log on to the network. */
#define RASEO_UseLogonCredentials 0x00004000    /**< Use the user's logon. */
#define RASEO_PromoteAlternates 0x00008000      /**< A number that worked moves to the front. */
#if WINVER >= 0x0401
#define RASEO_SecureLocalFiles 0x00010000 /**< Guard file sharing before connecting. */
#endif                                    /* WINVER >= 0x0401 */

#if WINVER >= 0x0500
#define RASEO_RequireEAP 0x00020000          /**< EAP is allowed. */
#define RASEO_RequirePAP 0x00040000          /**< PAP is allowed. */
#define RASEO_RequireSPAP 0x00080000         /**< SPAP is allowed. */
#define RASEO_Custom 0x00100000              /**< The entry encrypts in its own way. */
#define RASEO_PreviewPhoneNumber 0x00200000  /**< Show the number before dialling. */
#define RASEO_SharedPhoneNumbers 0x00800000  /**< All links share the numbers. */
#define RASEO_PreviewUserPw 0x01000000       /**< Ask for user and password. */
#define RASEO_PreviewDomain 0x02000000       /**< Ask for the domain. */
#define RASEO_ShowDialingProgress 0x04000000 /**< Show the progress. */
#define RASEO_RequireCHAP 0x08000000         /**< CHAP is allowed. */
#define RASEO_RequireMsCHAP 0x10000000       /**< MS-CHAP is allowed. */
#define RASEO_RequireMsCHAP2 0x20000000      /**< MS-CHAP version 2 is allowed. */
#define RASEO_RequireW95MSCHAP 0x40000000    /**< MS-CHAP as Windows 95 does it. */
#define RASEO_CustomScript 0x80000000        /**< The entry has a script library. */
#endif                                       /* WINVER >= 0x0500 */

#define RASNP_NetBEUI 0x01 /**< Negotiate NetBEUI. */
#define RASNP_Ipx 0x02     /**< Negotiate IPX. */
#define RASNP_Ip 0x04      /**< Negotiate IPv4. */
#if WINVER >= 0x0600
#define RASNP_Ipv6 0x08 /**< Negotiate IPv6. */
#endif                  /* WINVER >= 0x0600 */

#define RASET_Phone 1 /**< Phone line. */
#define RASET_Vpn 2   /**< Virtual private network. */
#if WINVER < 0x0600
#define RASET_Direct 3 /**< Direct cable; before Vista. */
#endif                 /* WINVER < 0x0600 */

#define RASET_Internet 4 /**< Internet service. */
#if WINVER >= 0x0501
#define RASET_Broadband 5 /**< Broadband. */
#endif                    /* WINVER >= 0x0501 */

#if WINVER >= 0x0401
#define RASEDM_DialAll 1           /**< All links at once. */
#define RASEDM_DialAsNeeded 2      /**< Links as the load demands. */
#define RASIDS_Disabled 0xFFFFFFFF /**< Never hang up when idle. */
#define RASIDS_UseGlobalValue 0    /**< Use the user's setting. */
#endif                             /* WINVER >= 0x0401 */

#define RASDT_Modem TEXT("modem")           /**< Modem. */
#define RASDT_Isdn TEXT("isdn")             /**< ISDN card. */
#define RASDT_X25 TEXT("x25")               /**< X.25 card. */
#define RASDT_Vpn TEXT("vpn")               /**< Tunnel. */
#define RASDT_Pad TEXT("pad")               /**< X.25 PAD. */
#define RASDT_Generic TEXT("GENERIC")       /**< Generic. */
#define RASDT_Serial TEXT("SERIAL")         /**< Serial cable. */
#define RASDT_FrameRelay TEXT("FRAMERELAY") /**< Frame relay. */
#define RASDT_Atm TEXT("ATM")               /**< ATM. */
#define RASDT_Sonet TEXT("SONET")           /**< SONET. */
#define RASDT_SW56 TEXT("SW56")             /**< Switched 56. */
#define RASDT_Irda TEXT("IRDA")             /**< Infrared. */
#define RASDT_Parallel TEXT("PARALLEL")     /**< Parallel cable. */
#if WINVER >= 0x0501
#define RASDT_PPPoE TEXT("PPPoE") /**< Broadband (PPPoE). */
#endif                            /* WINVER >= 0x0501 */

/** @} */

#endif /* _RAS_H_ */
