/* SPDX-License-Identifier: MIT */
/**
 * @file minwinbase.h
 * @brief Two structures that functions of several kinds take.
 */
#ifndef RRAS_WIN32_MINWINBASE_H
#define RRAS_WIN32_MINWINBASE_H

#include <windef.h>

/** Who may use an object. Nothing here looks into it. */
typedef struct _SECURITY_ATTRIBUTES {
    DWORD nLength;               /**< Size of this structure. */
    LPVOID lpSecurityDescriptor; /**< Who may. */
    BOOL bInheritHandle;         /**< Whether child processes have the handle too. */
} SECURITY_ATTRIBUTES;
typedef SECURITY_ATTRIBUTES *PSECURITY_ATTRIBUTES;  /**< Address of a SECURITY_ATTRIBUTES. */
typedef SECURITY_ATTRIBUTES *LPSECURITY_ATTRIBUTES; /**< Address of a SECURITY_ATTRIBUTES. */

/** Where a file is read or written. */
typedef struct _OVERLAPPED {
    ULONG_PTR Internal;     /**< The system's. */
    ULONG_PTR InternalHigh; /**< The system's: bytes that were read or written. */
    __extension__ union {
        __extension__ struct {
            DWORD Offset;     /**< The place, its low half. */
            DWORD OffsetHigh; /**< Its high half. */
        };
        PVOID Pointer; /**< The system's. */
    };
    HANDLE hEvent; /**< Not used: the call waits. */
} OVERLAPPED;
typedef OVERLAPPED *LPOVERLAPPED; /**< Address of an OVERLAPPED. */

#endif
