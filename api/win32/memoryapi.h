/* SPDX-License-Identifier: MIT */
/**
 * @file memoryapi.h
 * @brief Pages of memory, and files seen as memory. Functions that fail say why by GetLastError(). Any thread may call them.
 */
#ifndef RRAS_WIN32_MEMORYAPI_H
#define RRAS_WIN32_MEMORYAPI_H

#include <minwinbase.h>
#include <windef.h>

#ifdef __cplusplus
extern "C" {
#endif

/** @name What may be done with a page
 * @{ */
#define PAGE_NOACCESS 0x01          /**< Nothing. */
#define PAGE_READONLY 0x02          /**< It may be read. */
#define PAGE_READWRITE 0x04         /**< And written. */
#define PAGE_WRITECOPY 0x08         /**< And written, for oneself alone. */
#define PAGE_EXECUTE 0x10           /**< It holds code. */
#define PAGE_EXECUTE_READ 0x20      /**< That may be read. */
#define PAGE_EXECUTE_READWRITE 0x40 /**< And written. */
#define SEC_COMMIT 0x08000000       /**< Has no effect: a mapping is there as a whole. */
/** @} */

/** @name Pages
 * @{ */
#define MEM_COMMIT 0x1000     /**< They can be used, and hold zeros. */
#define MEM_RESERVE 0x2000    /**< Addresses that nobody else gets. */
#define MEM_DECOMMIT 0x4000   /**< They cannot be used any more. */
#define MEM_RELEASE 0x8000    /**< The addresses are given back as well. */
#define MEM_FREE 0x10000      /**< Nothing is there. */
#define MEM_PRIVATE 0x20000   /**< Of one process. */
#define MEM_MAPPED 0x40000    /**< A view of a mapping. */
#define MEM_TOP_DOWN 0x100000 /**< Has no effect. */
#define MEM_IMAGE 0x1000000   /**< Of a DLL. */
/** @} */

/** @name Views
 * @{ */
#define FILE_MAP_COPY 0x0001           /**< What is written is one's own. */
#define FILE_MAP_WRITE 0x0002          /**< Read and write. */
#define FILE_MAP_READ 0x0004           /**< Read. */
#define FILE_MAP_ALL_ACCESS 0x000F001F /**< Read and write. */
/** @} */

/** Pages that are alike. */
typedef struct _MEMORY_BASIC_INFORMATION {
    PVOID BaseAddress;       /**< The first of them. */
    PVOID AllocationBase;    /**< Where what they belong to begins. */
    DWORD AllocationProtect; /**< What it was made with. */
    WORD PartitionId;        /**< 0 */
    SIZE_T RegionSize;       /**< Bytes from the first of them on. */
    DWORD State;             /**< #MEM_COMMIT, #MEM_RESERVE, #MEM_FREE */
    DWORD Protect;           /**< PAGE_ */
    DWORD Type;              /**< #MEM_PRIVATE, #MEM_MAPPED, #MEM_IMAGE */
} MEMORY_BASIC_INFORMATION, *PMEMORY_BASIC_INFORMATION;

/**
 * Makes pages.
 * @param lpAddress where, among pages reserved before; NULL: anywhere
 * @param dwSize bytes; whole pages are made
 * @param flAllocationType #MEM_RESERVE, #MEM_COMMIT or both; #MEM_COMMIT alone reserves, too, where there is no address
 * @param flProtect PAGE_
 * @return the first; NULL with ERROR_INVALID_PARAMETER, ERROR_INVALID_ADDRESS or ERROR_NOT_ENOUGH_MEMORY
 */
LPVOID WINAPI VirtualAlloc(LPVOID lpAddress, SIZE_T dwSize, DWORD flAllocationType, DWORD flProtect);

/**
 * Gives pages back.
 * @param lpAddress with #MEM_RELEASE what VirtualAlloc() returned
 * @param dwSize with #MEM_RELEASE 0
 * @param dwFreeType #MEM_RELEASE or #MEM_DECOMMIT
 * @return TRUE; FALSE with ERROR_INVALID_PARAMETER or ERROR_INVALID_ADDRESS
 */
BOOL WINAPI VirtualFree(LPVOID lpAddress, SIZE_T dwSize, DWORD dwFreeType);

/**
 * Changes what may be done with pages.
 * @param lpAddress in the first
 * @param dwSize bytes
 * @param flNewProtect PAGE_
 * @param lpflOldProtect receives what it was for the first; must not be NULL
 * @return TRUE; FALSE with ERROR_INVALID_ADDRESS for pages that VirtualAlloc() did not make, ERROR_NOACCESS
 */
BOOL WINAPI VirtualProtect(LPVOID lpAddress, SIZE_T dwSize, DWORD flNewProtect, PDWORD lpflOldProtect);

/**
 * Tells of pages that VirtualAlloc() made, of a view, and of a DLL by an address in it, page by page; of others that nothing is there.
 * @param lpAddress in the first
 * @param lpBuffer receives it
 * @param dwLength its size
 * @return the bytes told; 0 with ERROR_BAD_LENGTH
 */
SIZE_T WINAPI VirtualQuery(LPCVOID lpAddress, PMEMORY_BASIC_INFORMATION lpBuffer, SIZE_T dwLength);

/**
 * Makes a file, or memory without one, ready to be seen.
 * @param hFile the file; INVALID_HANDLE_VALUE: memory, which ends with the last handle and view
 * @param lpFileMappingAttributes not looked at
 * @param flProtect #PAGE_READONLY, #PAGE_READWRITE, #PAGE_WRITECOPY
 * @param dwMaximumSizeHigh upper half of the size
 * @param dwMaximumSizeLow lower half of the size; a size of 0 is that of the file, which otherwise grows to the size
 * @param lpName by which it is found again in this process, or NULL; one that is there is opened, with the last error
 * ERROR_ALREADY_EXISTS
 * @return a handle; NULL with ERROR_INVALID_PARAMETER, ERROR_FILE_INVALID for an empty file, ERROR_ACCESS_DENIED
 */
HANDLE WINAPI CreateFileMappingW(HANDLE hFile, LPSECURITY_ATTRIBUTES lpFileMappingAttributes, DWORD flProtect,
                                 DWORD dwMaximumSizeHigh, DWORD dwMaximumSizeLow, LPCWSTR lpName);
/** Narrow. @copydoc CreateFileMappingW */
HANDLE WINAPI CreateFileMappingA(HANDLE hFile, LPSECURITY_ATTRIBUTES lpFileMappingAttributes, DWORD flProtect,
                                 DWORD dwMaximumSizeHigh, DWORD dwMaximumSizeLow, LPCSTR lpName);
/**
 * Opens one by its name.
 * @param dwDesiredAccess not looked at
 * @param bInheritHandle not looked at
 * @param lpName its name
 * @return a handle; NULL with ERROR_FILE_NOT_FOUND
 */
HANDLE WINAPI OpenFileMappingW(DWORD dwDesiredAccess, BOOL bInheritHandle, LPCWSTR lpName);
/** Narrow. @copydoc OpenFileMappingW */
HANDLE WINAPI OpenFileMappingA(DWORD dwDesiredAccess, BOOL bInheritHandle, LPCSTR lpName);

/**
 * Shows part of it in memory.
 * @param hFileMappingObject of CreateFileMappingW()
 * @param dwDesiredAccess FILE_MAP_
 * @param dwFileOffsetHigh upper half of where it begins
 * @param dwFileOffsetLow lower half of where it begins: a multiple of 65536
 * @param dwNumberOfBytesToMap how much; 0: all behind
 * @return where it is seen; NULL with ERROR_ACCESS_DENIED, also beyond the end, or ERROR_MAPPED_ALIGNMENT
 */
LPVOID WINAPI MapViewOfFile(HANDLE hFileMappingObject, DWORD dwDesiredAccess, DWORD dwFileOffsetHigh,
                            DWORD dwFileOffsetLow, SIZE_T dwNumberOfBytesToMap);
/**
 * Ends a view.
 * @param lpBaseAddress an address in it
 * @return TRUE; FALSE with ERROR_INVALID_ADDRESS
 */
BOOL WINAPI UnmapViewOfFile(LPCVOID lpBaseAddress);
/**
 * Writes what was changed in a view to its file.
 * @param lpBaseAddress an address in it
 * @param dwNumberOfBytesToFlush not looked at: all of it is written
 * @return TRUE; FALSE with ERROR_INVALID_ADDRESS
 */
BOOL WINAPI FlushViewOfFile(LPCVOID lpBaseAddress, SIZE_T dwNumberOfBytesToFlush);

/**
 * Whether bytes cannot be read now. Another thread may change that at once, so that the answer is of little use.
 * @param lp the first byte
 * @param ucb how many
 * @return TRUE, or FALSE with the last error set
 */
BOOL WINAPI IsBadReadPtr(CONST VOID *lp, UINT_PTR ucb);

#ifdef UNICODE
#define CreateFileMapping CreateFileMappingW /**< As CreateFileMappingW(). */
#define OpenFileMapping OpenFileMappingW     /**< As OpenFileMappingW(). */
#else
#define CreateFileMapping CreateFileMappingA /**< As CreateFileMappingA(). */
#define OpenFileMapping OpenFileMappingA     /**< As OpenFileMappingA(). */
#endif

#ifdef __cplusplus
}
#endif

#endif
