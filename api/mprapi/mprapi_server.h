/* SPDX-License-Identifier: MIT */
/**
 * @file mprapi_server.h
 * Facts about a server: up-time, ports, and the settings of its tunnel protocols.
 */
#ifndef MPRAPI_SERVER_H
#define MPRAPI_SERVER_H

#include "mprapi_base.h"
#include "mprapi_tunnel.h"

/**
 * @defgroup mprapi_server Server facts
 * Records of the server calls.
 * @{
 */

#if WINVER >= 0x0501
#define MPR_ENABLE_RAS_ON_DEVICE 0x01 /**< The ports take dial-in users. */
#define MPR_ENABLE_ROUTING_ON_DEVICE 0x02 /**< The ports serve demand-dial routing; not for SSTP. */
#endif /* WINVER >= 0x0501 */

/** Server facts, level 0 (ns-mprapi-mpr_server_0). */
typedef struct _MPR_SERVER_0 {
    BOOL fLanOnlyMode;
        /**< TRUE if the server routes between LANs only: there are no RAS calls then. */
    DWORD dwUpTime; /**< Seconds since the service started. */
    DWORD dwTotalPorts; /**< Ports. */
    DWORD dwPortsInUse; /**< Ports with a link. */
} MPR_SERVER_0;
typedef MPR_SERVER_0 *PMPR_SERVER_0; /**< Pointer to #MPR_SERVER_0. */

#if WINVER >= 0x0501
/** Server facts, level 1: port counts. Since Server 2003 (ns-mprapi-mpr_server_1). */
typedef struct _MPR_SERVER_1 {
    DWORD dwNumPptpPorts; /**< PPTP ports. */
    DWORD dwPptpPortFlags; /**< `MPR_ENABLE_` bits of PPTP. */
    DWORD dwNumL2tpPorts; /**< L2TP ports. */
    DWORD dwL2tpPortFlags; /**< `MPR_ENABLE_` bits of L2TP. */
} MPR_SERVER_1;
typedef MPR_SERVER_1 *PMPR_SERVER_1; /**< Pointer to #MPR_SERVER_1. */
#endif /* WINVER >= 0x0501 */

#if WINVER >= 0x0600
/** Server facts, level 2: SSTP added. Since Server 2008 (ns-mprapi-mpr_server_2). */
typedef struct _MPR_SERVER_2 {
    DWORD dwNumPptpPorts; /**< PPTP ports. */
    DWORD dwPptpPortFlags; /**< `MPR_ENABLE_` bits of PPTP. */
    DWORD dwNumL2tpPorts; /**< L2TP ports. */
    DWORD dwL2tpPortFlags; /**< `MPR_ENABLE_` bits of L2TP. */
    DWORD dwNumSstpPorts; /**< SSTP ports. */
    DWORD dwSstpPortFlags; /**< `MPR_ENABLE_` bits of SSTP. */
} MPR_SERVER_2;
typedef MPR_SERVER_2 *PMPR_SERVER_2; /**< Pointer to #MPR_SERVER_2. */
#endif /* WINVER >= 0x0600 */

#if WINVER >= 0x0601
#define MPRAPI_MPR_SERVER_OBJECT_REVISION_1 1 /**< Revision of #MPR_SERVER_EX. Since Windows 7. */
/** Revision of #MPR_SERVER_EX. Since Windows 7 in the header. */
#define MPRAPI_MPR_SERVER_OBJECT_REVISION_2 2
#endif /* WINVER >= 0x0601 */

#if WINVER >= 0x0601 && NTDDI_VERSION >= 0x06030000
#define MPRAPI_MPR_SERVER_OBJECT_REVISION_3 3 /**< Revision of #MPR_SERVER_EX. Since Windows 8.1. */
#define MPRAPI_MPR_SERVER_OBJECT_REVISION_4 4 /**< Revision of #MPR_SERVER_EX. Since Windows 8.1. */
#endif /* WINVER >= 0x0601 && NTDDI_VERSION >= 0x06030000 */

#if WINVER >= 0x0601 && NTDDI_VERSION >= 0x0A000000
#define MPRAPI_MPR_SERVER_OBJECT_REVISION_5 5 /**< Revision of #MPR_SERVER_EX. Since Windows 10. */
#endif /* WINVER >= 0x0601 && NTDDI_VERSION >= 0x0A000000 */

#if WINVER >= 0x0601
/** Revision of #MPR_SERVER_SET_CONFIG_EX. Since Windows 7. */
#define MPRAPI_MPR_SERVER_SET_CONFIG_OBJECT_REVISION_1 1
#endif /* WINVER >= 0x0601 */

#if WINVER >= 0x0601 && NTDDI_VERSION >= 0x06020000
/** Revision of #MPR_SERVER_SET_CONFIG_EX. Since Windows 8. */
#define MPRAPI_MPR_SERVER_SET_CONFIG_OBJECT_REVISION_2 2
#endif /* WINVER >= 0x0601 && NTDDI_VERSION >= 0x06020000 */

#if WINVER >= 0x0601 && NTDDI_VERSION >= 0x06030000
/** Revision of #MPR_SERVER_SET_CONFIG_EX. Since Windows 8.1. */
#define MPRAPI_MPR_SERVER_SET_CONFIG_OBJECT_REVISION_3 3
/** Revision of #MPR_SERVER_SET_CONFIG_EX. Since Windows 8.1. */
#define MPRAPI_MPR_SERVER_SET_CONFIG_OBJECT_REVISION_4 4
#endif /* WINVER >= 0x0601 && NTDDI_VERSION >= 0x06030000 */

#if WINVER >= 0x0601 && NTDDI_VERSION >= 0x0A000000
/** Revision of #MPR_SERVER_SET_CONFIG_EX. Since Windows 10. */
#define MPRAPI_MPR_SERVER_SET_CONFIG_OBJECT_REVISION_5 5
#endif /* WINVER >= 0x0601 && NTDDI_VERSION >= 0x0A000000 */

#if WINVER >= 0x0601
#define MPRAPI_SET_CONFIG_PROTOCOL_FOR_PPTP 0x01 /**< Set the PPTP part. */
#define MPRAPI_SET_CONFIG_PROTOCOL_FOR_L2TP 0x02 /**< Set the L2TP part. */
#define MPRAPI_SET_CONFIG_PROTOCOL_FOR_SSTP 0x04 /**< Set the SSTP part. */
#define MPRAPI_SET_CONFIG_PROTOCOL_FOR_IKEV2 0x08 /**< Set the IKEv2 part. */
#define MPRAPI_SET_CONFIG_PROTOCOL_FOR_GRE 0x10 /**< Set the GRE part. */

/**
 * Server facts and tunnel settings, up to Windows 8.1. The caller owns the record and frees inner
 * pointers only (ns-mprapi-mpr_server_ex0).
 */
typedef struct _MPR_SERVER_EX0 {
    MPRAPI_OBJECT_HEADER Header; /**< Type 2; revision and size as the caller wants them. */
    DWORD fLanOnlyMode;
        /**< TRUE if the server routes between LANs only: there are no RAS calls then. */
    DWORD dwUpTime; /**< Seconds since the service started. */
    DWORD dwTotalPorts; /**< Ports. */
    DWORD dwPortsInUse; /**< Ports with a link. */
    DWORD Reserved; /**< 0. */
    MPRAPI_TUNNEL_CONFIG_PARAMS0 ConfigParams; /**< Tunnel settings. */
} MPR_SERVER_EX0;
typedef MPR_SERVER_EX0 *PMPR_SERVER_EX0; /**< Pointer to #MPR_SERVER_EX0. */
#endif /* WINVER >= 0x0601 */

#if WINVER >= 0x0601 && NTDDI_VERSION >= 0x06030000
/** Server facts and tunnel settings, with GRE; used since Windows 10 (ns-mprapi-mpr_server_ex1). */
typedef struct _MPR_SERVER_EX1 {
    MPRAPI_OBJECT_HEADER Header; /**< Type 2; revision and size as the caller wants them. */
    DWORD fLanOnlyMode;
        /**< TRUE if the server routes between LANs only: there are no RAS calls then. */
    DWORD dwUpTime; /**< Seconds since the service started. */
    DWORD dwTotalPorts; /**< Ports. */
    DWORD dwPortsInUse; /**< Ports with a link. */
    DWORD Reserved; /**< 0. */
    MPRAPI_TUNNEL_CONFIG_PARAMS1 ConfigParams; /**< Tunnel settings. */
} MPR_SERVER_EX1;
typedef MPR_SERVER_EX1 *PMPR_SERVER_EX1; /**< Pointer to #MPR_SERVER_EX1. */
#endif /* WINVER >= 0x0601 && NTDDI_VERSION >= 0x06030000 */

#if WINVER >= 0x0601
/** Tunnel settings to store, up to Windows 8.1 (ns-mprapi-mpr_server_set_config_ex0). */
typedef struct _MPR_SERVER_SET_CONFIG_EX0 {
    MPRAPI_OBJECT_HEADER Header; /**< Type 3; revision and size. */
    DWORD setConfigForProtocols; /**< `MPRAPI_SET_CONFIG_PROTOCOL_FOR_` bits: the parts to use. */
    MPRAPI_TUNNEL_CONFIG_PARAMS0 ConfigParams; /**< Tunnel settings. */
} MPR_SERVER_SET_CONFIG_EX0;
/** Pointer to #MPR_SERVER_SET_CONFIG_EX0. */
typedef MPR_SERVER_SET_CONFIG_EX0 *PMPR_SERVER_SET_CONFIG_EX0;
#endif /* WINVER >= 0x0601 */

#if WINVER >= 0x0601 && NTDDI_VERSION >= 0x06030000
/**
 * Tunnel settings to store, with GRE; used since Windows 10 (ns-mprapi-mpr_server_set_config_ex1).
 */
typedef struct _MPR_SERVER_SET_CONFIG_EX1 {
    MPRAPI_OBJECT_HEADER Header; /**< Type 3; revision and size. */
    DWORD setConfigForProtocols; /**< `MPRAPI_SET_CONFIG_PROTOCOL_FOR_` bits: the parts to use. */
    MPRAPI_TUNNEL_CONFIG_PARAMS1 ConfigParams; /**< Tunnel settings. */
} MPR_SERVER_SET_CONFIG_EX1;
/** Pointer to #MPR_SERVER_SET_CONFIG_EX1. */
typedef MPR_SERVER_SET_CONFIG_EX1 *PMPR_SERVER_SET_CONFIG_EX1;
#endif /* WINVER >= 0x0601 && NTDDI_VERSION >= 0x06030000 */

#if WINVER >= 0x0601
#if NTDDI_VERSION >= 0x0A000000
/** Server facts of this target: form 1 since Windows 10, form 0 before. */
#define MPR_SERVER_EX MPR_SERVER_EX1
/** Pointer to #MPR_SERVER_EX. */
#define PMPR_SERVER_EX PMPR_SERVER_EX1
/** Settings to store, of this target: form 1 since Windows 10, form 0 before. */
#define MPR_SERVER_SET_CONFIG_EX MPR_SERVER_SET_CONFIG_EX1
/** Pointer to #MPR_SERVER_SET_CONFIG_EX. */
#define PMPR_SERVER_SET_CONFIG_EX PMPR_SERVER_SET_CONFIG_EX1
#else
#define MPR_SERVER_EX MPR_SERVER_EX0
#define PMPR_SERVER_EX PMPR_SERVER_EX0
#define MPR_SERVER_SET_CONFIG_EX MPR_SERVER_SET_CONFIG_EX0
#define PMPR_SERVER_SET_CONFIG_EX PMPR_SERVER_SET_CONFIG_EX0
#endif
#endif /* WINVER >= 0x0601 */

/** @} */

#endif /* MPRAPI_SERVER_H */
