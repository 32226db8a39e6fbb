/* SPDX-License-Identifier: MIT */
/**
 * @file basetsd.h
 * @brief Addresses of the integers of a named size, and integers as wide as a pointer. The integers are in windef.h.
 */
#ifndef RRAS_WIN32_BASETSD_H
#define RRAS_WIN32_BASETSD_H

#include <windef.h>

typedef INT8 *PINT8;         /**< Address of a INT8. */
typedef INT16 *PINT16;       /**< Address of a INT16. */
typedef INT32 *PINT32;       /**< Address of a INT32. */
typedef INT64 *PINT64;       /**< Address of a INT64. */
typedef UINT8 *PUINT8;       /**< Address of a UINT8. */
typedef UINT16 *PUINT16;     /**< Address of a UINT16. */
typedef UINT32 *PUINT32;     /**< Address of a UINT32. */
typedef UINT64 *PUINT64;     /**< Address of a UINT64. */
typedef LONG32 *PLONG32;     /**< Address of a LONG32. */
typedef ULONG32 *PULONG32;   /**< Address of a ULONG32. */
typedef DWORD32 *PDWORD32;   /**< Address of a DWORD32. */
typedef INT_PTR *PINT_PTR;   /**< Address of a INT_PTR. */
typedef UINT_PTR *PUINT_PTR; /**< Address of a UINT_PTR. */
typedef SSIZE_T *PSSIZE_T;   /**< Address of a SSIZE_T. */

#if defined(__LP64__)
typedef int HALF_PTR;           /**< Signed, half as wide as a pointer. */
typedef unsigned int UHALF_PTR; /**< Unsigned, half as wide as a pointer. */
#else
typedef short HALF_PTR;           /**< Signed, half as wide as a pointer. */
typedef unsigned short UHALF_PTR; /**< Unsigned, half as wide as a pointer. */
#endif
typedef HALF_PTR *PHALF_PTR;               /**< Address of a HALF_PTR. */
typedef UHALF_PTR *PUHALF_PTR;             /**< Address of a UHALF_PTR. */
typedef unsigned long long POINTER_64_INT; /**< Holds an address of 64 bits. */
typedef LONG_PTR SHANDLE_PTR;              /**< Holds a handle, signed. */
typedef ULONG_PTR HANDLE_PTR;              /**< Holds a handle. */
typedef ULONG_PTR KAFFINITY;               /**< A set of processors, one bit each. */
typedef KAFFINITY *PKAFFINITY;             /**< Address of a KAFFINITY. */

#endif
