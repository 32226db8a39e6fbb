/* SPDX-License-Identifier: MIT */
/**
 * @file mprapi_ppp.h
 * Results of the PPP negotiation: one structure per control protocol, three collections.
 */
#ifndef MPRAPI_PPP_H
#define MPRAPI_PPP_H

#include "mprapi_base.h"

/**
 * @defgroup mprapi_ppp PPP results
 * One structure per control protocol. `dwError` 0 means that the protocol was negotiated; with any
 * other value the remaining members mean nothing. "Local" is the server, "remote" the client (Q26).
 * @{
 */

#define IPADDRESSLEN 15 /**< IPv4 address as text. */
#define IPXADDRESSLEN 22 /**< IPX address as text, `net.node`. */
#define ATADDRESSLEN 32 /**< AppleTalk address as text. */
/** Address of a tunnel endpoint as text (the spelling is the interface's). */
#define MAXIPADRESSLEN 64

/** NetBEUI result. Meaningful before Server 2003 (ns-mprapi-ppp_nbfcp_info). */
typedef struct _PPP_NBFCP_INFO {
    DWORD dwError; /**< 0 if negotiated, else the error that ended it. */
    WCHAR wszWksta[NETBIOS_NAME_LEN + 1]; /**< Computer name of the client. */
} PPP_NBFCP_INFO;

/** IPv4 result (ns-mprapi-ppp_ipcp_info). */
typedef struct _PPP_IPCP_INFO {
    DWORD dwError; /**< 0 if negotiated, else the error that ended it. */
    WCHAR wszAddress[IPADDRESSLEN + 1]; /**< Server's address, `a.b.c.d`. */
    WCHAR wszRemoteAddress[IPADDRESSLEN + 1]; /**< Client's address; empty if unknown. */
} PPP_IPCP_INFO;

#define PPP_IPCP_VJ 0x01 /**< That side sends Van Jacobson compressed headers. */

/** IPv4 result with options (ns-mprapi-ppp_ipcp_info2). */
typedef struct _PPP_IPCP_INFO2 {
    DWORD dwError; /**< 0 if negotiated, else the error that ended it. */
    WCHAR wszAddress[IPADDRESSLEN + 1]; /**< Server's address, `a.b.c.d`. */
    WCHAR wszRemoteAddress[IPADDRESSLEN + 1]; /**< Client's address; empty if unknown. */
    DWORD dwOptions; /**< Options of the server: 0 or #PPP_IPCP_VJ. */
    DWORD dwRemoteOptions; /**< Options of the client: 0 or #PPP_IPCP_VJ. */
} PPP_IPCP_INFO2;

/** IPX result; up to 32-bit Server 2003 (ns-mprapi-ppp_ipxcp_info). */
typedef struct _PPP_IPXCP_INFO {
    DWORD dwError; /**< 0 if negotiated, else the error that ended it. */
    WCHAR wszAddress[IPXADDRESSLEN + 1]; /**< Client's address, `net.node`. */
} PPP_IPXCP_INFO;

/** AppleTalk result (ns-mprapi-ppp_atcp_info). */
typedef struct _PPP_ATCP_INFO {
    DWORD dwError; /**< 0 if negotiated, else the error that ended it. */
    WCHAR wszAddress[ATADDRESSLEN + 1]; /**< Client's address. */
} PPP_ATCP_INFO;

#if WINVER >= 0x0600
/** IPv6 result. Since Vista/2008 (ns-mprapi-ppp_ipv6_cp_info). */
typedef struct _PPP_IPV6_CP_INFO {
    DWORD dwVersion; /**< Version of the structure: 0 (Q23). */
    DWORD dwSize; /**< Bytes of the structure (F.size, Q23). */
    DWORD dwError; /**< 0 if negotiated, else the error that ended it. */
    BYTE bInterfaceIdentifier[8]; /**< Server's 64-bit interface identifier. */
    BYTE bRemoteInterfaceIdentifier[8]; /**< Client's 64-bit interface identifier. */
    DWORD dwOptions; /**< Not used: 0. */
    DWORD dwRemoteOptions; /**< Not used: 0. */
    BYTE bPrefix[8]; /**< Prefix of the client's address. */
    DWORD dwPrefixLength; /**< Valid bits of the prefix. */
} PPP_IPV6_CP_INFO;
#endif /* WINVER >= 0x0600 */

/** Results at level 1: one part per protocol (ns-mprapi-ppp_info). */
typedef struct _PPP_INFO {
    PPP_NBFCP_INFO nbf; /**< NetBEUI. */
    PPP_IPCP_INFO ip; /**< IPv4. */
    PPP_IPXCP_INFO ipx; /**< IPX. */
    PPP_ATCP_INFO at; /**< AppleTalk. */
} PPP_INFO;

#if WINVER >= 0x0500
/** Microsoft compression (and MPPE encryption, see the options). */
#define RASCCPCA_MPPC 0x00000006
#define RASCCPCA_STAC 0x00000005 /**< Stac compression. */
#define PPP_CCP_COMPRESSION 0x00000001 /**< Compression without encryption. */
#define PPP_CCP_ENCRYPTION40BITOLD 0x00000010 /**< MPPE, 40-bit key, old form. */
#define PPP_CCP_ENCRYPTION40BIT 0x00000020 /**< MPPE, 40-bit key. */
#define PPP_CCP_ENCRYPTION128BIT 0x00000040 /**< MPPE, 128-bit key. */
#define PPP_CCP_ENCRYPTION56BIT 0x00000080 /**< MPPE, 56-bit key. */
#define PPP_CCP_HISTORYLESS 0x01000000 /**< MPPE without state: the key changes with each packet. */

/** Compression result (ns-mprapi-ppp_ccp_info). */
typedef struct _PPP_CCP_INFO {
    DWORD dwError; /**< 0 if negotiated, else the error that ended it. */
    DWORD dwCompressionAlgorithm;
        /**< Algorithm the server uses, #RASCCPCA_MPPC or #RASCCPCA_STAC. */
    DWORD dwOptions; /**< `PPP_CCP_` bits of the server; valid with MPPC. */
    DWORD dwRemoteCompressionAlgorithm; /**< Algorithm the client uses. */
    DWORD dwRemoteOptions; /**< `PPP_CCP_` bits of the client; valid with MPPC. */
} PPP_CCP_INFO;

#define PPP_LCP_PAP 0xC023 /**< Authentication by PAP: the password in clear. */
#define PPP_LCP_SPAP 0xC027 /**< Authentication by Shiva PAP. */
#define PPP_LCP_CHAP 0xC223 /**< Authentication by CHAP; the variant is in the data member. */
#define PPP_LCP_EAP 0xC227 /**< Authentication by EAP; the method is in the EAP type member. */
#define PPP_LCP_CHAP_MD5 0x05 /**< Plain CHAP, MD5. */
#define PPP_LCP_CHAP_MS 0x80 /**< MS-CHAP version 1. */
#define PPP_LCP_CHAP_MSV2 0x81 /**< MS-CHAP version 2. */
#define PPP_LCP_MULTILINK_FRAMING 0x00000001 /**< Multilink was negotiated. */
#define PPP_LCP_PFC 0x00000002 /**< Protocol field compression. */
#define PPP_LCP_ACFC 0x00000004 /**< Address and control field compression. */
#define PPP_LCP_SSHF 0x00000008 /**< Short sequence numbers in multilink headers. */
#define PPP_LCP_DES_56 0x00000010 /**< L2TP/IPsec encrypts with DES. */
#define PPP_LCP_3_DES 0x00000020 /**< L2TP/IPsec encrypts with triple DES. */
#endif /* WINVER >= 0x0500 */

#if WINVER >= 0x0600
#define PPP_LCP_AES_128 0x00000040 /**< L2TP/IPsec encrypts with AES-128. Since Vista/2008. */
#define PPP_LCP_AES_256 0x00000080 /**< L2TP/IPsec encrypts with AES-256. Since Vista/2008. */
#endif /* WINVER >= 0x0600 */

#if WINVER >= 0x0603
#define PPP_LCP_AES_192 0x00000100 /**< L2TP/IPsec encrypts with AES-192. Since 8.1. */
#define PPP_LCP_GCM_AES_128 0x00000200 /**< L2TP/IPsec encrypts with AES-GCM-128. Since 8.1. */
#define PPP_LCP_GCM_AES_192 0x00000400 /**< L2TP/IPsec encrypts with AES-GCM-192. Since 8.1. */
#define PPP_LCP_GCM_AES_256 0x00000800 /**< L2TP/IPsec encrypts with AES-GCM-256. Since 8.1. */
#endif /* WINVER >= 0x0603 */

#if WINVER >= 0x0500
/**
 * Link and authentication result. The option bits are the `PPP_LCP_` values, not the `RASLCPO_`
 * values of the client interface, which differ (ns-mprapi-ppp_lcp_info).
 */
typedef struct _PPP_LCP_INFO {
    DWORD dwError; /**< 0 if negotiated, else the error that ended it. */
    DWORD dwAuthenticationProtocol;
        /**< How the server authenticated itself: `PPP_LCP_PAP` to `PPP_LCP_EAP`, or 0. */
    DWORD dwAuthenticationData;
        /**< CHAP variant of that, `PPP_LCP_CHAP_MD5` to `PPP_LCP_CHAP_MSV2`. */
    DWORD dwRemoteAuthenticationProtocol;
        /**< How the client was authenticated: the one that matters for a dial-in user. */
    DWORD dwRemoteAuthenticationData; /**< CHAP variant of that. */
    DWORD dwTerminateReason; /**< Always 0. */
    DWORD dwRemoteTerminateReason; /**< Always 0. */
    DWORD dwOptions; /**< `PPP_LCP_` option bits of the server. */
    DWORD dwRemoteOptions; /**< `PPP_LCP_` option bits of the client. */
    DWORD dwEapTypeId; /**< EAP method of the server; valid only with EAP. */
    DWORD dwRemoteEapTypeId; /**< EAP method of the client; valid only with EAP. */
} PPP_LCP_INFO;

/** Results at level 2: options, compression and link added (ns-mprapi-ppp_info_2). */
typedef struct _PPP_INFO_2 {
    PPP_NBFCP_INFO nbf; /**< NetBEUI. */
    PPP_IPCP_INFO2 ip; /**< IPv4. */
    PPP_IPXCP_INFO ipx; /**< IPX. */
    PPP_ATCP_INFO at; /**< AppleTalk. */
    PPP_CCP_INFO ccp; /**< Compression and encryption. */
    PPP_LCP_INFO lcp; /**< Link and authentication. */
} PPP_INFO_2;
#endif /* WINVER >= 0x0500 */

#if WINVER >= 0x0600
/**
 * Results at level 3: IPv6 instead of IPX and AppleTalk. Since Vista/2008 (ns-mprapi-ppp_info_3).
 */
typedef struct _PPP_INFO_3 {
    PPP_NBFCP_INFO nbf; /**< NetBEUI. */
    PPP_IPCP_INFO2 ip; /**< IPv4. */
    PPP_IPV6_CP_INFO ipv6; /**< IPv6. */
    PPP_CCP_INFO ccp; /**< Compression and encryption. */
    PPP_LCP_INFO lcp; /**< Link and authentication. */
} PPP_INFO_3;
#endif /* WINVER >= 0x0600 */

/** @} */

#endif /* MPRAPI_PPP_H */
