/* SPDX-License-Identifier: MIT */
/**
 * @file mprapi_projection.h
 * What a tunnel negotiated: the form RAS_CONNECTION_EX and RAS_CONNECTION_4 carry.
 */
#ifndef MPRAPI_PROJECTION_H
#define MPRAPI_PROJECTION_H

#include "mprapi_ppp.h"

/**
 * @defgroup mprapi_projection Projection of a tunnel
 * The newer form of the negotiation results: one record for PPP tunnels (SSTP, PPTP, L2TP) and one
 * for IKEv2, told apart by a type byte.
 * @{
 */

#if WINVER >= 0x0601
#define MPRAPI_IKEV2_AUTH_USING_CERT 1 /**< IKEv2: machine certificate. */
#define MPRAPI_IKEV2_AUTH_USING_EAP 2 /**< IKEv2: EAP. */
#define MPRAPI_PPP_PROJECTION_INFO_TYPE 1 /**< The PPP record is the valid one. */
#define MPRAPI_IKEV2_PROJECTION_INFO_TYPE 2 /**< The IKEv2 record is the valid one. */

/**
 * Results of a PPP tunnel. Addresses and identifiers are valid only if the error of their family is
 * 0. Since Windows 7 (ns-mprapi-ppp_projection_info).
 */
typedef struct _PPP_PROJECTION_INFO {
    DWORD dwIPv4NegotiationError; /**< 0 if IPv4 was negotiated, else the error. */
    WCHAR wszAddress[IPADDRESSLEN + 1]; /**< Server's IPv4 address, `a.b.c.d` (Q26). */
    WCHAR wszRemoteAddress[IPADDRESSLEN + 1]; /**< Client's IPv4 address, `a.b.c.d`. */
    DWORD dwIPv4Options; /**< IPCP options of the server: 0 or #PPP_IPCP_VJ. */
    DWORD dwIPv4RemoteOptions; /**< IPCP options of the client: 0 or #PPP_IPCP_VJ. */
    ULONG64 IPv4SubInterfaceIndex;
        /**< Index of the connection's IPv4 sub-interface on the server. */
    DWORD dwIPv6NegotiationError; /**< 0 if IPv6 was negotiated, else the error. */
    BYTE bInterfaceIdentifier[8];
        /**< Server's interface identifier; not zero if IPv6 was negotiated. */
    BYTE bRemoteInterfaceIdentifier[8];
        /**< Client's interface identifier; not zero if IPv6 was negotiated. */
    BYTE bPrefix[8]; /**< Prefix of the client's IPv6 address. */
    DWORD dwPrefixLength; /**< Valid bits of the prefix. */
    ULONG64 IPv6SubInterfaceIndex;
        /**< Index of the connection's IPv6 sub-interface on the server. */
    DWORD dwLcpError; /**< 0 if the link was negotiated, else the error. */
    DWORD dwAuthenticationProtocol;
        /**< How the server authenticated itself: `PPP_LCP_PAP` to `PPP_LCP_EAP`, or 0. */
    DWORD dwAuthenticationData;
        /**< CHAP variant of that, `PPP_LCP_CHAP_MD5` to `PPP_LCP_CHAP_MSV2`. */
    DWORD dwRemoteAuthenticationProtocol;
        /**< How the client was authenticated: the one that matters for a dial-in user. */
    DWORD dwRemoteAuthenticationData; /**< CHAP variant of that. */
    DWORD dwLcpTerminateReason; /**< Always 0. */
    DWORD dwLcpRemoteTerminateReason; /**< Always 0. */
    DWORD dwLcpOptions; /**< `PPP_LCP_` option bits of the server. */
    DWORD dwLcpRemoteOptions; /**< `PPP_LCP_` option bits of the client. */
    DWORD dwEapTypeId; /**< EAP method of the server; valid only with EAP. */
    DWORD dwRemoteEapTypeId; /**< EAP method of the client; valid only with EAP. */
    DWORD dwCcpError; /**< 0 if compression was negotiated, else the error. */
    DWORD dwCompressionAlgorithm;
        /**< Algorithm of the server, `RASCCPCA_MPPC` or `RASCCPCA_STAC`. */
    DWORD dwCcpOptions; /**< `PPP_CCP_` bits of the server. */
    DWORD dwRemoteCompressionAlgorithm; /**< Algorithm of the client. */
    DWORD dwCcpRemoteOptions; /**< `PPP_CCP_` bits of the client. */
} PPP_PROJECTION_INFO;
typedef PPP_PROJECTION_INFO *PPPP_PROJECTION_INFO; /**< Pointer to #PPP_PROJECTION_INFO. */

/**
 * As #PPP_PROJECTION_INFO, with the inner EAP method. Since Server 2012 (the header shows it from
 * Windows 7 on).
 */
typedef struct _PPP_PROJECTION_INFO2 {
    DWORD dwIPv4NegotiationError; /**< 0 if IPv4 was negotiated, else the error. */
    WCHAR wszAddress[IPADDRESSLEN + 1]; /**< Server's IPv4 address, `a.b.c.d` (Q26). */
    WCHAR wszRemoteAddress[IPADDRESSLEN + 1]; /**< Client's IPv4 address, `a.b.c.d`. */
    DWORD dwIPv4Options; /**< IPCP options of the server: 0 or #PPP_IPCP_VJ. */
    DWORD dwIPv4RemoteOptions; /**< IPCP options of the client: 0 or #PPP_IPCP_VJ. */
    ULONG64 IPv4SubInterfaceIndex;
        /**< Index of the connection's IPv4 sub-interface on the server. */
    DWORD dwIPv6NegotiationError; /**< 0 if IPv6 was negotiated, else the error. */
    BYTE bInterfaceIdentifier[8];
        /**< Server's interface identifier; not zero if IPv6 was negotiated. */
    BYTE bRemoteInterfaceIdentifier[8];
        /**< Client's interface identifier; not zero if IPv6 was negotiated. */
    BYTE bPrefix[8]; /**< Prefix of the client's IPv6 address. */
    DWORD dwPrefixLength; /**< Valid bits of the prefix. */
    ULONG64 IPv6SubInterfaceIndex;
        /**< Index of the connection's IPv6 sub-interface on the server. */
    DWORD dwLcpError; /**< 0 if the link was negotiated, else the error. */
    DWORD dwAuthenticationProtocol;
        /**< How the server authenticated itself: `PPP_LCP_PAP` to `PPP_LCP_EAP`, or 0. */
    DWORD dwAuthenticationData;
        /**< CHAP variant of that, `PPP_LCP_CHAP_MD5` to `PPP_LCP_CHAP_MSV2`. */
    DWORD dwRemoteAuthenticationProtocol;
        /**< How the client was authenticated: the one that matters for a dial-in user. */
    DWORD dwRemoteAuthenticationData; /**< CHAP variant of that. */
    DWORD dwLcpTerminateReason; /**< Always 0. */
    DWORD dwLcpRemoteTerminateReason; /**< Always 0. */
    DWORD dwLcpOptions; /**< `PPP_LCP_` option bits of the server. */
    DWORD dwLcpRemoteOptions; /**< `PPP_LCP_` option bits of the client. */
    DWORD dwEapTypeId; /**< EAP method of the server; valid only with EAP. */
    DWORD dwEmbeddedEAPTypeId;
        /**< Method inside a tunnelling EAP method such as PEAP; valid only with EAP. */
    DWORD dwRemoteEapTypeId; /**< EAP method of the client; valid only with EAP. */
    DWORD dwCcpError; /**< 0 if compression was negotiated, else the error. */
    DWORD dwCompressionAlgorithm;
        /**< Algorithm of the server, `RASCCPCA_MPPC` or `RASCCPCA_STAC`. */
    DWORD dwCcpOptions; /**< `PPP_CCP_` bits of the server. */
    DWORD dwRemoteCompressionAlgorithm; /**< Algorithm of the client. */
    DWORD dwCcpRemoteOptions; /**< `PPP_CCP_` bits of the client. */
} PPP_PROJECTION_INFO2;
typedef PPP_PROJECTION_INFO2 *PPPP_PROJECTION_INFO2; /**< Pointer to #PPP_PROJECTION_INFO2. */

/**
 * Results of an IKEv2 tunnel; validity as in #PPP_PROJECTION_INFO. Since Windows 7
 * (ns-mprapi-ikev2_projection_info).
 */
typedef struct _IKEV2_PROJECTION_INFO {
    DWORD dwIPv4NegotiationError; /**< 0 if IPv4 was negotiated, else the error. */
    WCHAR wszAddress[IPADDRESSLEN + 1]; /**< Server's IPv4 address, `a.b.c.d` (Q26). */
    WCHAR wszRemoteAddress[IPADDRESSLEN + 1]; /**< Client's IPv4 address, `a.b.c.d`. */
    ULONG64 IPv4SubInterfaceIndex;
        /**< Index of the connection's IPv4 sub-interface on the server. */
    DWORD dwIPv6NegotiationError; /**< 0 if IPv6 was negotiated, else the error. */
    BYTE bInterfaceIdentifier[8];
        /**< Server's interface identifier; not zero if IPv6 was negotiated. */
    BYTE bRemoteInterfaceIdentifier[8];
        /**< Client's interface identifier; not zero if IPv6 was negotiated. */
    BYTE bPrefix[8]; /**< Prefix of the client's IPv6 address. */
    DWORD dwPrefixLength; /**< Valid bits of the prefix. */
    ULONG64 IPv6SubInterfaceIndex;
        /**< Index of the connection's IPv6 sub-interface on the server. */
    DWORD dwOptions; /**< Not used. */
    DWORD dwAuthenticationProtocol;
        /**< #MPRAPI_IKEV2_AUTH_USING_CERT or #MPRAPI_IKEV2_AUTH_USING_EAP. */
    DWORD dwEapTypeId; /**< EAP method; valid only with EAP. */
    DWORD dwCompressionAlgorithm; /**< Not used. */
    DWORD dwEncryptionMethod; /**< IPsec cipher: 2 triple DES, 3 AES-128, 4 AES-192, 5 AES-256. */
} IKEV2_PROJECTION_INFO;
typedef IKEV2_PROJECTION_INFO *PIKEV2_PROJECTION_INFO; /**< Pointer to #IKEV2_PROJECTION_INFO. */

/**
 * As #IKEV2_PROJECTION_INFO, with the inner EAP method. Since Server 2012 (the header shows it from
 * Windows 7 on).
 */
typedef struct _IKEV2_PROJECTION_INFO2 {
    DWORD dwIPv4NegotiationError; /**< 0 if IPv4 was negotiated, else the error. */
    WCHAR wszAddress[IPADDRESSLEN + 1]; /**< Server's IPv4 address, `a.b.c.d` (Q26). */
    WCHAR wszRemoteAddress[IPADDRESSLEN + 1]; /**< Client's IPv4 address, `a.b.c.d`. */
    ULONG64 IPv4SubInterfaceIndex;
        /**< Index of the connection's IPv4 sub-interface on the server. */
    DWORD dwIPv6NegotiationError; /**< 0 if IPv6 was negotiated, else the error. */
    BYTE bInterfaceIdentifier[8];
        /**< Server's interface identifier; not zero if IPv6 was negotiated. */
    BYTE bRemoteInterfaceIdentifier[8];
        /**< Client's interface identifier; not zero if IPv6 was negotiated. */
    BYTE bPrefix[8]; /**< Prefix of the client's IPv6 address. */
    DWORD dwPrefixLength; /**< Valid bits of the prefix. */
    ULONG64 IPv6SubInterfaceIndex;
        /**< Index of the connection's IPv6 sub-interface on the server. */
    DWORD dwOptions; /**< Not used. */
    DWORD dwAuthenticationProtocol;
        /**< #MPRAPI_IKEV2_AUTH_USING_CERT or #MPRAPI_IKEV2_AUTH_USING_EAP. */
    DWORD dwEapTypeId; /**< EAP method; valid only with EAP. */
    DWORD dwEmbeddedEAPTypeId;
        /**< Method inside a tunnelling EAP method such as PEAP; valid only with EAP. */
    DWORD dwCompressionAlgorithm; /**< Not used. */
    DWORD dwEncryptionMethod; /**< IPsec cipher: 2 triple DES, 3 AES-128, 4 AES-192, 5 AES-256. */
} IKEV2_PROJECTION_INFO2;
typedef IKEV2_PROJECTION_INFO2 *PIKEV2_PROJECTION_INFO2; /**< Pointer to #IKEV2_PROJECTION_INFO2. */

/** The results of a tunnel, either form. Since Windows 7 (ns-mprapi-projection_info). */
typedef struct _PROJECTION_INFO {
    UCHAR projectionInfoType;
        /**< Which member is valid: #MPRAPI_PPP_PROJECTION_INFO_TYPE or
             #MPRAPI_IKEV2_PROJECTION_INFO_TYPE. */
    union {
        PPP_PROJECTION_INFO PppProjectionInfo; /**< Valid for SSTP, PPTP and L2TP. */
        IKEV2_PROJECTION_INFO Ikev2ProjectionInfo; /**< Valid for IKEv2. */
    };
} PROJECTION_INFO;
typedef PROJECTION_INFO *PPROJECTION_INFO; /**< Pointer to #PROJECTION_INFO. */

/** The results of a tunnel in the newer forms; only in #RAS_CONNECTION_4. */
typedef struct _PROJECTION_INFO2 {
    UCHAR projectionInfoType;
        /**< Which member is valid: #MPRAPI_PPP_PROJECTION_INFO_TYPE or
             #MPRAPI_IKEV2_PROJECTION_INFO_TYPE. */
    union {
        PPP_PROJECTION_INFO2 PppProjectionInfo; /**< Valid for SSTP, PPTP and L2TP. */
        IKEV2_PROJECTION_INFO2 Ikev2ProjectionInfo; /**< Valid for IKEv2. */
    };
} PROJECTION_INFO2;
typedef PROJECTION_INFO2 *PPROJECTION_INFO2; /**< Pointer to #PROJECTION_INFO2. */
#endif /* WINVER >= 0x0601 */

/** @} */

#endif /* MPRAPI_PROJECTION_H */
