/* SPDX-License-Identifier: MIT */
/**
 * @file mprapi_tunnel.h
 * Settings of the VPN protocols: IKEv2, L2TP, PPTP, SSTP, GRE, for a server and per interface.
 *
 * Names with a number are fixed. A name without one stands for the form the target version knows,
 * so its size changes with the target: compare the object header's size before you read.
 */
#ifndef MPRAPI_TUNNEL_H
#define MPRAPI_TUNNEL_H

#include "mprapi_base.h"

/**
 * @defgroup mprapi_tunnel Tunnel settings
 * Port counts and IPsec settings per protocol.
 * @{
 */

#if WINVER >= 0x0601 && NTDDI_VERSION >= 0x06020000
/**
 * IPsec algorithms of a tunnel; serves IKEv2 and L2TP. Since Windows 8
 * (ns-mprapi-router_custom_ikev2_policy0).
 */
typedef struct _ROUTER_CUSTOM_IKEv2_POLICY0 {
    DWORD dwIntegrityMethod; /**< Integrity algorithm of the main mode. */
    DWORD dwEncryptionMethod; /**< Cipher of the main mode. */
    DWORD dwCipherTransformConstant; /**< Cipher of the data. */
    DWORD dwAuthTransformConstant; /**< Integrity algorithm of the data. */
    DWORD dwPfsGroup; /**< Group of perfect forward secrecy. */
    DWORD dwDhGroup; /**< Diffie-Hellman group. */
} ROUTER_CUSTOM_IKEv2_POLICY0;
/** Pointer to #ROUTER_CUSTOM_IKEv2_POLICY0. */
typedef ROUTER_CUSTOM_IKEv2_POLICY0 *PROUTER_CUSTOM_IKEv2_POLICY0;
/** The same record, for L2TP. */
typedef ROUTER_CUSTOM_IKEv2_POLICY0 ROUTER_CUSTOM_L2TP_POLICY0;
/** Pointer to #ROUTER_CUSTOM_L2TP_POLICY0. */
typedef ROUTER_CUSTOM_L2TP_POLICY0 *PROUTER_CUSTOM_L2TP_POLICY0;
#endif /* WINVER >= 0x0601 && NTDDI_VERSION >= 0x06020000 */

#if WINVER >= 0x0601 && NTDDI_VERSION >= 0x06030000
/** One accepted use of a certificate. Since Windows 8.1 (ns-mprapi-mpr_cert_eku). */
typedef struct _MPR_CERT_EKU {
    DWORD dwSize; /**< Characters of the text. */
    BOOL IsEKUOID; /**< TRUE if the text is an object identifier, FALSE if a name. */
    WCHAR *pwszEKU; /**< The text. */
} MPR_CERT_EKU;
typedef MPR_CERT_EKU *PMPR_CERT_EKU; /**< Pointer to #MPR_CERT_EKU. */
#endif /* WINVER >= 0x0601 && NTDDI_VERSION >= 0x06030000 */

#if WINVER >= 0x0601
/** Address family of a traffic selector (ne-mprapi-mpr_vpn_ts_type). */
typedef enum _MPR_VPN_TS_TYPE {
    MPR_VPN_TS_IPv4_ADDR_RANGE = 7, /**< Range of IPv4 addresses. */
    MPR_VPN_TS_IPv6_ADDR_RANGE = 8 /**< Range of IPv6 addresses. */
} MPR_VPN_TS_TYPE;

/** One end of an address range (ns-mprapi-vpn_ts_ip_address). */
typedef struct _VPN_TS_IP_ADDRESS {
    USHORT Type; /**< Address family, which tells the valid member. */
    union {
        IN_ADDR v4; /**< IPv4 address. */
        IN6_ADDR v6; /**< IPv6 address. */
    };
} VPN_TS_IP_ADDRESS;
typedef VPN_TS_IP_ADDRESS *PVPN_TS_IP_ADDRESS; /**< Pointer to #VPN_TS_IP_ADDRESS. */

/** Traffic that goes through a tunnel (ns-mprapi-mpr_vpn_traffic_selector). */
typedef struct _MPR_VPN_TRAFFIC_SELECTOR {
    MPR_VPN_TS_TYPE type; /**< Address family. */
    UINT8 protocolId; /**< IP protocol; 0 is any. */
    UINT16 portStart; /**< First port. */
    UINT16 portEnd; /**< Last port. */
    UINT16 tsPayloadId; /**< Payload the selector belongs to. */
    VPN_TS_IP_ADDRESS addrStart; /**< First address. */
    VPN_TS_IP_ADDRESS addrEnd; /**< Last address. */
} MPR_VPN_TRAFFIC_SELECTOR;
/** Pointer to #MPR_VPN_TRAFFIC_SELECTOR. */
typedef MPR_VPN_TRAFFIC_SELECTOR *PMPR_VPN_TRAFFIC_SELECTOR;

/** Selectors of both sides (ns-mprapi-mpr_vpn_traffic_selectors). */
typedef struct _MPR_VPN_TRAFFIC_SELECTORS {
    DWORD numTsi; /**< Selectors of the initiator. */
    DWORD numTsr; /**< Selectors of the responder. */
    MPR_VPN_TRAFFIC_SELECTOR *tsI; /**< The initiator's, `numTsi` of them. */
    MPR_VPN_TRAFFIC_SELECTOR *tsR; /**< The responder's, `numTsr` of them. */
} MPR_VPN_TRAFFIC_SELECTORS;
/** Pointer to #MPR_VPN_TRAFFIC_SELECTORS. */
typedef MPR_VPN_TRAFFIC_SELECTORS *PMPR_VPN_TRAFFIC_SELECTORS;
#endif /* WINVER >= 0x0601 */

#if WINVER >= 0x0601 && NTDDI_VERSION >= 0x06020000
/** Form 0 of the record. Since Windows 8. */
#define MPRAPI_MPR_IF_CUSTOM_CONFIG_OBJECT_REVISION_1 1
#endif /* WINVER >= 0x0601 && NTDDI_VERSION >= 0x06020000 */

#if WINVER >= 0x0601 && NTDDI_VERSION >= 0x06030000
/** Form 1 of the record. Since Windows 8.1. */
#define MPRAPI_MPR_IF_CUSTOM_CONFIG_OBJECT_REVISION_2 2
#endif /* WINVER >= 0x0601 && NTDDI_VERSION >= 0x06030000 */

#if WINVER >= 0x0601 && NTDDI_VERSION >= 0x0A000000
/** Form 2 of the record. Since Windows 10. */
#define MPRAPI_MPR_IF_CUSTOM_CONFIG_OBJECT_REVISION_3 3
#endif /* WINVER >= 0x0601 && NTDDI_VERSION >= 0x0A000000 */

#if WINVER >= 0x0601 && NTDDI_VERSION >= 0x06020000
/** The record has IKEv2 settings; flags of 0 delete them. */
#define MPRAPI_IF_CUSTOM_CONFIG_FOR_IKEV2 1

/** IKEv2 settings of an interface, Windows 8 (ns-mprapi-router_ikev2_if_custom_config0). */
typedef struct _ROUTER_IKEv2_IF_CUSTOM_CONFIG0 {
    DWORD dwSaLifeTime; /**< Seconds a security association lives. */
    DWORD dwSaDataSize; /**< Amount of data after which it is renewed. */
    CERT_NAME_BLOB certificateName; /**< Name of the certificate to use. */
    ROUTER_CUSTOM_IKEv2_POLICY0 *customPolicy; /**< Algorithms, or NULL for the defaults. */
} ROUTER_IKEv2_IF_CUSTOM_CONFIG0;
/** Pointer to #ROUTER_IKEv2_IF_CUSTOM_CONFIG0. */
typedef ROUTER_IKEv2_IF_CUSTOM_CONFIG0 *PROUTER_IKEv2_IF_CUSTOM_CONFIG0;

/** Custom information of an interface, Windows 8 (ns-mprapi-mpr_if_custominfoex0). */
typedef struct _MPR_IF_CUSTOMINFOEX0 {
    MPRAPI_OBJECT_HEADER Header; /**< Revision 1, type 6, size. */
    DWORD dwFlags; /**< #MPRAPI_IF_CUSTOM_CONFIG_FOR_IKEV2, or 0 to delete. */
    ROUTER_IKEv2_IF_CUSTOM_CONFIG0 customIkev2Config;
        /**< The IKEv2 settings; inner pointers are freed one by one. */
} MPR_IF_CUSTOMINFOEX0;
typedef MPR_IF_CUSTOMINFOEX0 *PMPR_IF_CUSTOMINFOEX0; /**< Pointer to #MPR_IF_CUSTOMINFOEX0. */
#endif /* WINVER >= 0x0601 && NTDDI_VERSION >= 0x06020000 */

#if WINVER >= 0x0601 && NTDDI_VERSION >= 0x06030000
/** IKEv2 settings of an interface, Windows 8.1 (ns-mprapi-router_ikev2_if_custom_config1). */
typedef struct _ROUTER_IKEv2_IF_CUSTOM_CONFIG1 {
    DWORD dwSaLifeTime; /**< Seconds a security association lives. */
    DWORD dwSaDataSize; /**< Amount of data after which it is renewed. */
    CERT_NAME_BLOB certificateName; /**< Name of the certificate to use. */
    ROUTER_CUSTOM_IKEv2_POLICY0 *customPolicy; /**< Algorithms, or NULL for the defaults. */
    CRYPT_HASH_BLOB certificateHash; /**< Hash of the certificate to use. */
} ROUTER_IKEv2_IF_CUSTOM_CONFIG1;
/** Pointer to #ROUTER_IKEv2_IF_CUSTOM_CONFIG1. */
typedef ROUTER_IKEv2_IF_CUSTOM_CONFIG1 *PROUTER_IKEv2_IF_CUSTOM_CONFIG1;

/** Custom information of an interface, Windows 8.1 (ns-mprapi-mpr_if_custominfoex1). */
typedef struct _MPR_IF_CUSTOMINFOEX1 {
    MPRAPI_OBJECT_HEADER Header; /**< Revision 2, type 6, size. */
    DWORD dwFlags; /**< #MPRAPI_IF_CUSTOM_CONFIG_FOR_IKEV2, or 0 to delete. */
    ROUTER_IKEv2_IF_CUSTOM_CONFIG1 customIkev2Config;
        /**< The IKEv2 settings; inner pointers are freed one by one. */
} MPR_IF_CUSTOMINFOEX1;
typedef MPR_IF_CUSTOMINFOEX1 *PMPR_IF_CUSTOMINFOEX1; /**< Pointer to #MPR_IF_CUSTOMINFOEX1. */
#endif /* WINVER >= 0x0601 && NTDDI_VERSION >= 0x06030000 */

#if WINVER >= 0x0601 && NTDDI_VERSION >= 0x0A000000
/** IKEv2 settings of an interface, Windows 10 (ns-mprapi-router_ikev2_if_custom_config2). */
typedef struct _ROUTER_IKEv2_IF_CUSTOM_CONFIG2 {
    DWORD dwSaLifeTime; /**< Seconds a security association lives. */
    DWORD dwSaDataSize; /**< Amount of data after which it is renewed. */
    CERT_NAME_BLOB certificateName; /**< Name of the certificate to use. */
    ROUTER_CUSTOM_IKEv2_POLICY0 *customPolicy; /**< Algorithms, or NULL for the defaults. */
    CRYPT_HASH_BLOB certificateHash; /**< Hash of the certificate to use. */
    DWORD dwMmSaLifeTime; /**< Seconds a main mode association lives. */
    MPR_VPN_TRAFFIC_SELECTORS vpnTrafficSelectors; /**< Traffic that goes through the tunnel. */
} ROUTER_IKEv2_IF_CUSTOM_CONFIG2;
/** Pointer to #ROUTER_IKEv2_IF_CUSTOM_CONFIG2. */
typedef ROUTER_IKEv2_IF_CUSTOM_CONFIG2 *PROUTER_IKEv2_IF_CUSTOM_CONFIG2;

/** Custom information of an interface, Windows 10 (ns-mprapi-mpr_if_custominfoex2). */
typedef struct _MPR_IF_CUSTOMINFOEX2 {
    MPRAPI_OBJECT_HEADER Header; /**< Revision 3, type 6, size. */
    DWORD dwFlags; /**< #MPRAPI_IF_CUSTOM_CONFIG_FOR_IKEV2, or 0 to delete. */
    ROUTER_IKEv2_IF_CUSTOM_CONFIG2 customIkev2Config;
        /**< The IKEv2 settings; inner pointers are freed one by one. */
} MPR_IF_CUSTOMINFOEX2;
typedef MPR_IF_CUSTOMINFOEX2 *PMPR_IF_CUSTOMINFOEX2; /**< Pointer to #MPR_IF_CUSTOMINFOEX2. */
#endif /* WINVER >= 0x0601 && NTDDI_VERSION >= 0x0A000000 */

#if NTDDI_VERSION < 0x06020000
/** IKEv2 settings of a server, Windows 7 and earlier targets (ns-mprapi-ikev2_tunnel_config_params1). */
typedef struct _IKEV2_TUNNEL_CONFIG_PARAMS1 {
    DWORD dwIdleTimeout; /**< Seconds without traffic before the tunnel is closed. */
    DWORD dwNetworkBlackoutTime; /**< Seconds an unreachable peer is waited for (C3.22). */
    DWORD dwSaLifeTime; /**< Seconds a security association lives. */
    DWORD dwSaDataSizeForRenegotiation; /**< Amount of data after which it is renewed. */
    DWORD dwConfigOptions; /**< Options. */
    DWORD dwTotalCertificates; /**< Number of `certificateNames`. */
    CERT_NAME_BLOB *certificateNames; /**< Root certificates accepted from clients. */
} IKEV2_TUNNEL_CONFIG_PARAMS1;
/** Pointer to #IKEV2_TUNNEL_CONFIG_PARAMS1. */
typedef IKEV2_TUNNEL_CONFIG_PARAMS1 *PIKEV2_TUNNEL_CONFIG_PARAMS1;
#endif /* NTDDI_VERSION < 0x06020000 */

#if WINVER >= 0x0601 && NTDDI_VERSION >= 0x06020000
/** IKEv2 settings of a server, Windows 8 (ns-mprapi-ikev2_tunnel_config_params2). */
typedef struct _IKEV2_TUNNEL_CONFIG_PARAMS2 {
    DWORD dwIdleTimeout; /**< Seconds without traffic before the tunnel is closed. */
    DWORD dwNetworkBlackoutTime; /**< Seconds an unreachable peer is waited for (C3.22). */
    DWORD dwSaLifeTime; /**< Seconds a security association lives. */
    DWORD dwSaDataSizeForRenegotiation; /**< Amount of data after which it is renewed. */
    DWORD dwConfigOptions; /**< Options. */
    DWORD dwTotalCertificates; /**< Number of `certificateNames`. */
    CERT_NAME_BLOB *certificateNames; /**< Root certificates accepted from clients. */
    CERT_NAME_BLOB machineCertificateName; /**< Certificate of the server, by name. */
    DWORD dwEncryptionType; /**< How strong the encryption must be. */
    ROUTER_CUSTOM_IKEv2_POLICY0 *customPolicy; /**< Algorithms, or NULL for the defaults. */
} IKEV2_TUNNEL_CONFIG_PARAMS2;
/** Pointer to #IKEV2_TUNNEL_CONFIG_PARAMS2. */
typedef IKEV2_TUNNEL_CONFIG_PARAMS2 *PIKEV2_TUNNEL_CONFIG_PARAMS2;
#endif /* WINVER >= 0x0601 && NTDDI_VERSION >= 0x06020000 */

#if WINVER >= 0x0601 && NTDDI_VERSION >= 0x06030000
/** IKEv2 settings of a server, Windows 8.1 (ns-mprapi-ikev2_tunnel_config_params3). */
typedef struct _IKEV2_TUNNEL_CONFIG_PARAMS3 {
    DWORD dwIdleTimeout; /**< Seconds without traffic before the tunnel is closed. */
    DWORD dwNetworkBlackoutTime; /**< Seconds an unreachable peer is waited for (C3.22). */
    DWORD dwSaLifeTime; /**< Seconds a security association lives. */
    DWORD dwSaDataSizeForRenegotiation; /**< Amount of data after which it is renewed. */
    DWORD dwConfigOptions; /**< Options. */
    DWORD dwTotalCertificates; /**< Number of `certificateNames`. */
    CERT_NAME_BLOB *certificateNames; /**< Root certificates accepted from clients. */
    CERT_NAME_BLOB machineCertificateName; /**< Certificate of the server, by name. */
    DWORD dwEncryptionType; /**< How strong the encryption must be. */
    ROUTER_CUSTOM_IKEv2_POLICY0 *customPolicy; /**< Algorithms, or NULL for the defaults. */
    DWORD dwTotalEkus; /**< Number of `certificateEKUs`. */
    MPR_CERT_EKU *certificateEKUs; /**< Uses that a client's certificate must have. */
    CRYPT_HASH_BLOB machineCertificateHash; /**< Certificate of the server, by hash. */
} IKEV2_TUNNEL_CONFIG_PARAMS3;
/** Pointer to #IKEV2_TUNNEL_CONFIG_PARAMS3. */
typedef IKEV2_TUNNEL_CONFIG_PARAMS3 *PIKEV2_TUNNEL_CONFIG_PARAMS3;
#endif /* WINVER >= 0x0601 && NTDDI_VERSION >= 0x06030000 */

#if WINVER >= 0x0601 && NTDDI_VERSION >= 0x0A000000
/** IKEv2 settings of a server, Windows 10 (ns-mprapi-ikev2_tunnel_config_params4). */
typedef struct _IKEV2_TUNNEL_CONFIG_PARAMS4 {
    DWORD dwIdleTimeout; /**< Seconds without traffic before the tunnel is closed. */
    DWORD dwNetworkBlackoutTime; /**< Seconds an unreachable peer is waited for (C3.22). */
    DWORD dwSaLifeTime; /**< Seconds a security association lives. */
    DWORD dwSaDataSizeForRenegotiation; /**< Amount of data after which it is renewed. */
    DWORD dwConfigOptions; /**< Options. */
    DWORD dwTotalCertificates; /**< Number of `certificateNames`. */
    CERT_NAME_BLOB *certificateNames; /**< Root certificates accepted from clients. */
    CERT_NAME_BLOB machineCertificateName; /**< Certificate of the server, by name. */
    DWORD dwEncryptionType; /**< How strong the encryption must be. */
    ROUTER_CUSTOM_IKEv2_POLICY0 *customPolicy; /**< Algorithms, or NULL for the defaults. */
    DWORD dwTotalEkus; /**< Number of `certificateEKUs`. */
    MPR_CERT_EKU *certificateEKUs; /**< Uses that a client's certificate must have. */
    CRYPT_HASH_BLOB machineCertificateHash; /**< Certificate of the server, by hash. */
    DWORD dwMmSaLifeTime; /**< Seconds a main mode association lives. */
} IKEV2_TUNNEL_CONFIG_PARAMS4;
/** Pointer to #IKEV2_TUNNEL_CONFIG_PARAMS4. */
typedef IKEV2_TUNNEL_CONFIG_PARAMS4 *PIKEV2_TUNNEL_CONFIG_PARAMS4;
#endif /* WINVER >= 0x0601 && NTDDI_VERSION >= 0x0A000000 */

#if WINVER >= 0x0601 && NTDDI_VERSION >= 0x06030000
/** IPsec settings of L2TP, Windows 8.1 (ns-mprapi-l2tp_tunnel_config_params1). */
typedef struct _L2TP_TUNNEL_CONFIG_PARAMS1 {
    DWORD dwIdleTimeout; /**< Seconds without traffic before the tunnel is closed. */
    DWORD dwEncryptionType; /**< How strong the encryption must be. */
    DWORD dwSaLifeTime; /**< Seconds a security association lives. */
    DWORD dwSaDataSizeForRenegotiation; /**< Amount of data after which it is renewed. */
    ROUTER_CUSTOM_L2TP_POLICY0 *customPolicy; /**< Algorithms, or NULL for the defaults. */
} L2TP_TUNNEL_CONFIG_PARAMS1;
/** Pointer to #L2TP_TUNNEL_CONFIG_PARAMS1. */
typedef L2TP_TUNNEL_CONFIG_PARAMS1 *PL2TP_TUNNEL_CONFIG_PARAMS1;
#endif /* WINVER >= 0x0601 && NTDDI_VERSION >= 0x06030000 */

#if WINVER >= 0x0601 && NTDDI_VERSION >= 0x0A000000
/** IPsec settings of L2TP, Windows 10 (ns-mprapi-l2tp_tunnel_config_params2). */
typedef struct _L2TP_TUNNEL_CONFIG_PARAMS2 {
    DWORD dwIdleTimeout; /**< Seconds without traffic before the tunnel is closed. */
    DWORD dwEncryptionType; /**< How strong the encryption must be. */
    DWORD dwSaLifeTime; /**< Seconds a security association lives. */
    DWORD dwSaDataSizeForRenegotiation; /**< Amount of data after which it is renewed. */
    ROUTER_CUSTOM_L2TP_POLICY0 *customPolicy; /**< Algorithms, or NULL for the defaults. */
    DWORD dwMmSaLifeTime; /**< Seconds a main mode association lives. */
} L2TP_TUNNEL_CONFIG_PARAMS2;
/** Pointer to #L2TP_TUNNEL_CONFIG_PARAMS2. */
typedef L2TP_TUNNEL_CONFIG_PARAMS2 *PL2TP_TUNNEL_CONFIG_PARAMS2;
#endif /* WINVER >= 0x0601 && NTDDI_VERSION >= 0x0A000000 */

/** @name Unnumbered names: what they stand for depends on the target version */
/** @{ */
#if WINVER >= 0x0601
#if NTDDI_VERSION >= 0x06020000
/** The policy of this target: #ROUTER_CUSTOM_IKEv2_POLICY0, since Windows 8. */
#define ROUTER_CUSTOM_IKEv2_POLICY ROUTER_CUSTOM_IKEv2_POLICY0
/** Pointer to #ROUTER_CUSTOM_IKEv2_POLICY. */
#define PROUTER_CUSTOM_IKEv2_POLICY PROUTER_CUSTOM_IKEv2_POLICY0
#endif
#if NTDDI_VERSION >= 0x06030000
/** The L2TP policy of this target: #ROUTER_CUSTOM_L2TP_POLICY0, since Windows 8.1. */
#define ROUTER_CUSTOM_L2TP_POLICY ROUTER_CUSTOM_L2TP_POLICY0
/** Pointer to #ROUTER_CUSTOM_L2TP_POLICY. */
#define PROUTER_CUSTOM_L2TP_POLICY PROUTER_CUSTOM_L2TP_POLICY0
/** GRE settings of this target: #GRE_CONFIG_PARAMS0, since Windows 8.1. */
#define GRE_CONFIG_PARAMS GRE_CONFIG_PARAMS0
/** Pointer to #GRE_CONFIG_PARAMS. */
#define PGRE_CONFIG_PARAMS PGRE_CONFIG_PARAMS0
/** L2TP settings of this target: form 1 since Windows 8.1, form 0 before. */
#define L2TP_CONFIG_PARAMS L2TP_CONFIG_PARAMS1
/** Pointer to #L2TP_CONFIG_PARAMS. */
#define PL2TP_CONFIG_PARAMS PL2TP_CONFIG_PARAMS1
#else
#define L2TP_CONFIG_PARAMS L2TP_CONFIG_PARAMS0
#define PL2TP_CONFIG_PARAMS PL2TP_CONFIG_PARAMS0
#endif
#if NTDDI_VERSION >= 0x0A000000
/** IKEv2 tunnel settings of this target: forms 1 to 4 for Windows 7, 8, 8.1, 10. */
#define IKEV2_TUNNEL_CONFIG_PARAMS IKEV2_TUNNEL_CONFIG_PARAMS4
/** Pointer to #IKEV2_TUNNEL_CONFIG_PARAMS. */
#define PIKEV2_TUNNEL_CONFIG_PARAMS PIKEV2_TUNNEL_CONFIG_PARAMS4
/** L2TP tunnel settings of this target: form 1 for Windows 8.1, 2 for 10. */
#define L2TP_TUNNEL_CONFIG_PARAMS L2TP_TUNNEL_CONFIG_PARAMS2
/** Pointer to #L2TP_TUNNEL_CONFIG_PARAMS. */
#define PL2TP_TUNNEL_CONFIG_PARAMS PL2TP_TUNNEL_CONFIG_PARAMS2
/** IKEv2 settings of an interface: forms 0, 1, 2 for Windows 8, 8.1, 10. */
#define ROUTER_IKEv2_IF_CUSTOM_CONFIG ROUTER_IKEv2_IF_CUSTOM_CONFIG2
/** Pointer to #ROUTER_IKEv2_IF_CUSTOM_CONFIG. */
#define PROUTER_IKEv2_IF_CUSTOM_CONFIG PROUTER_IKEv2_IF_CUSTOM_CONFIG2
/** Custom information of an interface: forms 0, 1, 2 for Windows 8, 8.1, 10. */
#define MPR_IF_CUSTOMINFOEX MPR_IF_CUSTOMINFOEX2
/** Pointer to #MPR_IF_CUSTOMINFOEX. */
#define PMPR_IF_CUSTOMINFOEX PMPR_IF_CUSTOMINFOEX2
/** Settings of all tunnel protocols: form 1, with GRE, since Windows 10; form 0 before. */
#define MPRAPI_TUNNEL_CONFIG_PARAMS MPRAPI_TUNNEL_CONFIG_PARAMS1
/** Pointer to #MPRAPI_TUNNEL_CONFIG_PARAMS. */
#define PMPRAPI_TUNNEL_CONFIG_PARAMS PMPRAPI_TUNNEL_CONFIG_PARAMS1
#elif NTDDI_VERSION >= 0x06030000
#define IKEV2_TUNNEL_CONFIG_PARAMS IKEV2_TUNNEL_CONFIG_PARAMS3
#define PIKEV2_TUNNEL_CONFIG_PARAMS PIKEV2_TUNNEL_CONFIG_PARAMS3
#define L2TP_TUNNEL_CONFIG_PARAMS L2TP_TUNNEL_CONFIG_PARAMS1
#define PL2TP_TUNNEL_CONFIG_PARAMS PL2TP_TUNNEL_CONFIG_PARAMS1
#define ROUTER_IKEv2_IF_CUSTOM_CONFIG ROUTER_IKEv2_IF_CUSTOM_CONFIG1
#define PROUTER_IKEv2_IF_CUSTOM_CONFIG PROUTER_IKEv2_IF_CUSTOM_CONFIG1
#define MPR_IF_CUSTOMINFOEX MPR_IF_CUSTOMINFOEX1
#define PMPR_IF_CUSTOMINFOEX PMPR_IF_CUSTOMINFOEX1
#define MPRAPI_TUNNEL_CONFIG_PARAMS MPRAPI_TUNNEL_CONFIG_PARAMS0
#define PMPRAPI_TUNNEL_CONFIG_PARAMS PMPRAPI_TUNNEL_CONFIG_PARAMS0
#elif NTDDI_VERSION >= 0x06020000
#define IKEV2_TUNNEL_CONFIG_PARAMS IKEV2_TUNNEL_CONFIG_PARAMS2
#define PIKEV2_TUNNEL_CONFIG_PARAMS PIKEV2_TUNNEL_CONFIG_PARAMS2
#define ROUTER_IKEv2_IF_CUSTOM_CONFIG ROUTER_IKEv2_IF_CUSTOM_CONFIG0
#define PROUTER_IKEv2_IF_CUSTOM_CONFIG PROUTER_IKEv2_IF_CUSTOM_CONFIG0
#define MPR_IF_CUSTOMINFOEX MPR_IF_CUSTOMINFOEX0
#define PMPR_IF_CUSTOMINFOEX PMPR_IF_CUSTOMINFOEX0
#define MPRAPI_TUNNEL_CONFIG_PARAMS MPRAPI_TUNNEL_CONFIG_PARAMS0
#define PMPRAPI_TUNNEL_CONFIG_PARAMS PMPRAPI_TUNNEL_CONFIG_PARAMS0
#else
#define IKEV2_TUNNEL_CONFIG_PARAMS IKEV2_TUNNEL_CONFIG_PARAMS1
#define PIKEV2_TUNNEL_CONFIG_PARAMS PIKEV2_TUNNEL_CONFIG_PARAMS1
#define MPRAPI_TUNNEL_CONFIG_PARAMS MPRAPI_TUNNEL_CONFIG_PARAMS0
#define PMPRAPI_TUNNEL_CONFIG_PARAMS PMPRAPI_TUNNEL_CONFIG_PARAMS0
#endif
#endif /* WINVER >= 0x0601 */
/** @} */

#if WINVER >= 0x0601
#define MPRAPI_IKEV2_SET_TUNNEL_CONFIG_PARAMS 1 /**< The IKEv2 tunnel settings are to be set too. */
#define MPRAPI_L2TP_SET_TUNNEL_CONFIG_PARAMS 1 /**< The L2TP tunnel settings are to be set too. */
#define MAX_SSTP_HASH_SIZE 32 /**< Most bytes of a certificate hash. */

/**
 * IKEv2 of a server; the size depends on the target. Since Windows 7
 * (ns-mprapi-ikev2_config_params).
 */
typedef struct _IKEV2_CONFIG_PARAMS {
    DWORD dwNumPorts; /**< Number of ports. */
    DWORD dwPortFlags; /**< `MPR_ENABLE_` bits. */
    DWORD dwTunnelConfigParamFlags; /**< 1 if `TunnelConfigParams` is to be set. */
    IKEV2_TUNNEL_CONFIG_PARAMS TunnelConfigParams;
        /**< Tunnel settings; the form depends on the target. */
} IKEV2_CONFIG_PARAMS;
typedef IKEV2_CONFIG_PARAMS *PIKEV2_CONFIG_PARAMS; /**< Pointer to #IKEV2_CONFIG_PARAMS. */

/** PPTP of a server. Since Windows 7 (ns-mprapi-pptp_config_params). */
typedef struct _PPTP_CONFIG_PARAMS {
    DWORD dwNumPorts; /**< Number of ports. */
    DWORD dwPortFlags; /**< `MPR_ENABLE_` bits. */
} PPTP_CONFIG_PARAMS;
typedef PPTP_CONFIG_PARAMS *PPPTP_CONFIG_PARAMS; /**< Pointer to #PPTP_CONFIG_PARAMS. */

/** L2TP of a server. Since Windows 7 (ns-mprapi-l2tp_config_params0). */
typedef struct _L2TP_CONFIG_PARAMS0 {
    DWORD dwNumPorts; /**< Number of ports. */
    DWORD dwPortFlags; /**< `MPR_ENABLE_` bits. */
} L2TP_CONFIG_PARAMS0;
typedef L2TP_CONFIG_PARAMS0 *PL2TP_CONFIG_PARAMS0; /**< Pointer to #L2TP_CONFIG_PARAMS0. */
#endif /* WINVER >= 0x0601 */

#if WINVER >= 0x0601 && NTDDI_VERSION >= 0x06030000
/** L2TP of a server with IPsec settings. Since Windows 8.1 (ns-mprapi-l2tp_config_params1). */
typedef struct _L2TP_CONFIG_PARAMS1 {
    DWORD dwNumPorts; /**< Number of ports. */
    DWORD dwPortFlags; /**< `MPR_ENABLE_` bits. */
    DWORD dwTunnelConfigParamFlags; /**< 1 if `TunnelConfigParams` is to be set. */
    L2TP_TUNNEL_CONFIG_PARAMS TunnelConfigParams;
        /**< Tunnel settings; the form depends on the target. */
} L2TP_CONFIG_PARAMS1;
typedef L2TP_CONFIG_PARAMS1 *PL2TP_CONFIG_PARAMS1; /**< Pointer to #L2TP_CONFIG_PARAMS1. */

/** GRE of a server. Since Windows 8.1 (ns-mprapi-gre_config_params0). */
typedef struct _GRE_CONFIG_PARAMS0 {
    DWORD dwNumPorts; /**< Number of ports. */
    DWORD dwPortFlags; /**< `MPR_ENABLE_` bits. */
} GRE_CONFIG_PARAMS0;
typedef GRE_CONFIG_PARAMS0 *PGRE_CONFIG_PARAMS0; /**< Pointer to #GRE_CONFIG_PARAMS0. */
#endif /* WINVER >= 0x0601 && NTDDI_VERSION >= 0x06030000 */

#if WINVER >= 0x0601
/** Certificate of SSTP (ns-mprapi-sstp_cert_info). */
typedef struct _SSTP_CERT_INFO {
    BOOL isDefault; /**< TRUE if chosen by the system. */
    CRYPT_HASH_BLOB certBlob; /**< Hash, at most #MAX_SSTP_HASH_SIZE bytes. */
} SSTP_CERT_INFO;
typedef SSTP_CERT_INFO *PSSTP_CERT_INFO; /**< Pointer to #SSTP_CERT_INFO. */

/** SSTP of a server. Since Windows 7 (ns-mprapi-sstp_config_params). */
typedef struct _SSTP_CONFIG_PARAMS {
    DWORD dwNumPorts; /**< Number of ports. */
    DWORD dwPortFlags; /**< `MPR_ENABLE_` bits. */
    BOOL isUseHttps; /**< TRUE for HTTPS, FALSE behind something that ends TLS. */
    DWORD certAlgorithm; /**< Hash algorithm; always the number of SHA-256. */
    SSTP_CERT_INFO sstpCertDetails; /**< The certificate. */
} SSTP_CONFIG_PARAMS;
typedef SSTP_CONFIG_PARAMS *PSSTP_CONFIG_PARAMS; /**< Pointer to #SSTP_CONFIG_PARAMS. */

/** Settings of all protocols, up to Windows 8.1 (ns-mprapi-mprapi_tunnel_config_params0). */
typedef struct _MPRAPI_TUNNEL_CONFIG_PARAMS0 {
    IKEV2_CONFIG_PARAMS IkeConfigParams; /**< IKEv2. */
    PPTP_CONFIG_PARAMS PptpConfigParams; /**< PPTP. */
    L2TP_CONFIG_PARAMS L2tpConfigParams; /**< L2TP. */
    SSTP_CONFIG_PARAMS SstpConfigParams; /**< SSTP. */
} MPRAPI_TUNNEL_CONFIG_PARAMS0;
/** Pointer to #MPRAPI_TUNNEL_CONFIG_PARAMS0. */
typedef MPRAPI_TUNNEL_CONFIG_PARAMS0 *PMPRAPI_TUNNEL_CONFIG_PARAMS0;
#endif /* WINVER >= 0x0601 */

#if WINVER >= 0x0601 && NTDDI_VERSION >= 0x06030000
/**
 * Settings of all protocols, with GRE; used since Windows 10
 * (ns-mprapi-mprapi_tunnel_config_params1).
 */
typedef struct _MPRAPI_TUNNEL_CONFIG_PARAMS1 {
    IKEV2_CONFIG_PARAMS IkeConfigParams; /**< IKEv2. */
    PPTP_CONFIG_PARAMS PptpConfigParams; /**< PPTP. */
    L2TP_CONFIG_PARAMS L2tpConfigParams; /**< L2TP. */
    SSTP_CONFIG_PARAMS SstpConfigParams; /**< SSTP. */
    GRE_CONFIG_PARAMS GREConfigParams; /**< GRE. */
} MPRAPI_TUNNEL_CONFIG_PARAMS1;
/** Pointer to #MPRAPI_TUNNEL_CONFIG_PARAMS1. */
typedef MPRAPI_TUNNEL_CONFIG_PARAMS1 *PMPRAPI_TUNNEL_CONFIG_PARAMS1;
#endif /* WINVER >= 0x0601 && NTDDI_VERSION >= 0x06030000 */

/** @} */

#endif /* MPRAPI_TUNNEL_H */
