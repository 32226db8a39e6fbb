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

/** What is found in a folder. */
typedef struct _WIN32_FIND_DATAA {
    DWORD dwFileAttributes;      /**< #FILE_ATTRIBUTE_DIRECTORY and its like. */
    FILETIME ftCreationTime;     /**< Here as the next but one. */
    FILETIME ftLastAccessTime;   /**< When it was read. */
    FILETIME ftLastWriteTime;    /**< When it was written, by the machine's clock. */
    DWORD nFileSizeHigh;         /**< Its size, the high half. */
    DWORD nFileSizeLow;          /**< And the low half. */
    DWORD dwReserved0;           /**< 0 */
    DWORD dwReserved1;           /**< 0 */
    CHAR cFileName[MAX_PATH];    /**< Its name. */
    CHAR cAlternateFileName[14]; /**< Empty: there are no short names. */
} WIN32_FIND_DATAA;
typedef WIN32_FIND_DATAA *PWIN32_FIND_DATAA;  /**< Address of one. */
typedef WIN32_FIND_DATAA *LPWIN32_FIND_DATAA; /**< Address of one. */

/** What is found in a folder, with a wide name. */
typedef struct _WIN32_FIND_DATAW {
    DWORD dwFileAttributes;       /**< #FILE_ATTRIBUTE_DIRECTORY and its like. */
    FILETIME ftCreationTime;      /**< Here as the next but one. */
    FILETIME ftLastAccessTime;    /**< When it was read. */
    FILETIME ftLastWriteTime;     /**< When it was written, by the machine's clock. */
    DWORD nFileSizeHigh;          /**< Its size, the high half. */
    DWORD nFileSizeLow;           /**< And the low half. */
    DWORD dwReserved0;            /**< 0 */
    DWORD dwReserved1;            /**< 0 */
    WCHAR cFileName[MAX_PATH];    /**< Its name. */
    WCHAR cAlternateFileName[14]; /**< Empty: there are no short names. */
} WIN32_FIND_DATAW;
typedef WIN32_FIND_DATAW *PWIN32_FIND_DATAW;  /**< Address of one. */
typedef WIN32_FIND_DATAW *LPWIN32_FIND_DATAW; /**< Address of one. */

#ifdef UNICODE
typedef WIN32_FIND_DATAW WIN32_FIND_DATA;     /**< Wide. */
typedef PWIN32_FIND_DATAW PWIN32_FIND_DATA;   /**< Its address. */
typedef LPWIN32_FIND_DATAW LPWIN32_FIND_DATA; /**< Its address. */
#else
typedef WIN32_FIND_DATAA WIN32_FIND_DATA;     /**< Narrow. */
typedef PWIN32_FIND_DATAA PWIN32_FIND_DATA;   /**< Its address. */
typedef LPWIN32_FIND_DATAA LPWIN32_FIND_DATA; /**< Its address. */
#endif

/** What GetFileAttributesExW() tells. */
typedef enum _GET_FILEEX_INFO_LEVELS {
    GetFileExInfoStandard, /**< #WIN32_FILE_ATTRIBUTE_DATA */
    GetFileExMaxInfoLevel  /**< None. */
} GET_FILEEX_INFO_LEVELS;

#endif
