/* SPDX-License-Identifier: MIT */
/**
 * @file mprapi_base.h
 * What every topic header needs: target version, Windows types, handles, the object header.
 */
#ifndef MPRAPI_BASE_H
#define MPRAPI_BASE_H

/*
 * One target decides what is declared. Setting one of the three macros is enough, the others
 * follow it; setting none means Windows 10. It must be done before windows.h, which picks its own
 * defaults for what it finds unset.
 */
#ifndef _WIN32_WINNT
#if defined(WINVER)
#define _WIN32_WINNT WINVER
#elif defined(NTDDI_VERSION)
#define _WIN32_WINNT (NTDDI_VERSION / 0x10000)
#else
/** Windows version the program is built for, 0xMMmm; follows WINVER or NTDDI_VERSION if set. */
#define _WIN32_WINNT 0x0A00
#endif
#endif
#ifndef WINVER
/** Windows version that decides which declarations a program sees; follows _WIN32_WINNT. */
#define WINVER _WIN32_WINNT
#endif
#ifndef NTDDI_VERSION
/** As WINVER, with the service pack in the low half; from Windows 8 on it decides the layouts. */
#define NTDDI_VERSION (_WIN32_WINNT * 0x10000)
#endif
#if NTDDI_VERSION / 0x10000 != _WIN32_WINNT
#error "NTDDI_VERSION and _WIN32_WINNT name different Windows versions; set only one of them"
#endif

#if !defined(_WIN32) && defined(__SIZEOF_WCHAR_T__) && __SIZEOF_WCHAR_T__ != 2
#error "mprapi.h needs a 16-bit wchar_t: compile with the flags of `pkg-config --cflags mprapi`"
#endif

#include <windows.h>
#include <lmcons.h>

#if defined(__MINGW32__)
/** @cond spellings of Visual C++ with one underscore, which mingw-w64 does not have */
#ifndef _declspec
#define _declspec(attribute) __declspec(attribute)
#endif
#ifndef _int64
#define _int64 __int64
#endif
#ifndef _inline
#define _inline __inline
#endif
#ifndef _fastcall
#define _fastcall __fastcall
#endif
/** @endcond */
#endif
#include <ras.h>
#include <inaddr.h>
#include <in6addr.h>
#include <wincrypt.h>

#include "mprapidef.h"

/**
 * @defgroup mprapi_base Common names
 * Service name, transports, handles and the header of versioned records.
 * @{
 */

/** Name of the service for the service control manager. */
#define RRAS_SERVICE_NAME TEXT("RemoteAccess")
#define PID_IPX 0x2B /**< Transport IPX. */
#define PID_IP 0x21 /**< Transport IPv4. */
#define PID_IPV6 0x57 /**< Transport IPv6. */
#define PID_NBF 0x3F /**< Transport NetBEUI. */
#define PID_ATALK 0x29 /**< Transport AppleTalk. */

/** Administration handle of a RAS server, made by MprAdminServerConnect(). */
typedef HANDLE RAS_SERVER_HANDLE;
/** Administration handle of a router; the same handle as #RAS_SERVER_HANDLE. */
typedef HANDLE MPR_SERVER_HANDLE;
/** Handle of the management variables, made by MprAdminMIBServerConnect(). */
typedef HANDLE MIB_SERVER_HANDLE;

#if WINVER >= 0x0601
/**
 * Kind of a versioned record; goes into MPRAPI_OBJECT_HEADER::type. Since Windows 7
 * (ne-mprapi-mprapi_object_type).
 */
typedef enum _MPRAPI_OBJECT_TYPE {
    MPRAPI_OBJECT_TYPE_RAS_CONNECTION_OBJECT = 1, /**< #RAS_CONNECTION_EX. */
    MPRAPI_OBJECT_TYPE_MPR_SERVER_OBJECT = 2, /**< #MPR_SERVER_EX. */
    MPRAPI_OBJECT_TYPE_MPR_SERVER_SET_CONFIG_OBJECT = 3, /**< #MPR_SERVER_SET_CONFIG_EX. */
    MPRAPI_OBJECT_TYPE_AUTH_VALIDATION_OBJECT = 4, /**< #AUTH_VALIDATION_EX. */
    MPRAPI_OBJECT_TYPE_UPDATE_CONNECTION_OBJECT = 5, /**< #RAS_UPDATE_CONNECTION. */
    MPRAPI_OBJECT_TYPE_IF_CUSTOM_CONFIG_OBJECT = 6
        /**< #MPR_IF_CUSTOMINFOEX; known since Windows 8. */
} MPRAPI_OBJECT_TYPE;
typedef MPRAPI_OBJECT_TYPE *PMPRAPI_OBJECT_TYPE; /**< Pointer to #MPRAPI_OBJECT_TYPE. */

/**
 * Head of every versioned record; says which form follows (F.revision, F.size). Since Windows 7
 * (ns-mprapi-mprapi_object_header).
 */
typedef struct _MPRAPI_OBJECT_HEADER {
    UCHAR revision; /**< Revision of the record; one of the `..._OBJECT_REVISION_n` values. */
    UCHAR type; /**< Kind of record, an #MPRAPI_OBJECT_TYPE. */
    USHORT size; /**< Bytes of the whole record, this head included. */
} MPRAPI_OBJECT_HEADER;
typedef MPRAPI_OBJECT_HEADER *PMPRAPI_OBJECT_HEADER; /**< Pointer to #MPRAPI_OBJECT_HEADER. */
#endif /* WINVER >= 0x0601 */

/** @} */

#endif /* MPRAPI_BASE_H */
