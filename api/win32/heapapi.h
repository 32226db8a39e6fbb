/* SPDX-License-Identifier: MIT */
/**
 * @file heapapi.h
 * @brief Memory: heaps, and the local and global heap of older programs, which are all one here.
 */
#ifndef RRAS_WIN32_HEAPAPI_H
#define RRAS_WIN32_HEAPAPI_H

#include <windef.h>

#ifdef __cplusplus
extern "C" {
#endif

#define HEAP_NO_SERIALIZE 1        /**< Has no effect: every heap may be used by several threads. */
#define HEAP_GENERATE_EXCEPTIONS 4 /**< Has no effect: failures return NULL. */
#define HEAP_ZERO_MEMORY 8         /**< Fills new memory with zeros. */
#define LMEM_FIXED 0               /**< Memory that stays where it is; all does. */
#define LMEM_MOVEABLE 2            /**< Memory that may be moved; none is, and the handle is its address. */
#define LMEM_ZEROINIT 0x40         /**< Fills new memory with zeros. */
#define LPTR 0x40                  /**< LMEM_FIXED and LMEM_ZEROINIT. */
#define GMEM_FIXED 0               /**< As LMEM_FIXED. */
#define GMEM_MOVEABLE 2            /**< As LMEM_MOVEABLE. */
#define GMEM_ZEROINIT 0x40         /**< As LMEM_ZEROINIT. */
#define GPTR 0x40                  /**< GMEM_FIXED and GMEM_ZEROINIT. */

/** @return the heap of this process */
HANDLE WINAPI GetProcessHeap(VOID);
/** Makes a heap; its memory is that of the process heap.
 * @param flOptions has no effect
 * @param dwInitialSize has no effect
 * @param dwMaximumSize has no effect
 * @return the heap */
HANDLE WINAPI HeapCreate(DWORD flOptions, SIZE_T dwInitialSize, SIZE_T dwMaximumSize);
/** Unmakes a heap. Unlike on Windows, memory that was not freed stays.
 * @param hHeap the heap
 * @return TRUE */
BOOL WINAPI HeapDestroy(HANDLE hHeap);
/** Allocates.
 * @param hHeap the heap
 * @param dwFlags HEAP_ZERO_MEMORY or 0
 * @param dwBytes how much
 * @return the memory, NULL when there is none; to be freed with HeapFree() */
LPVOID WINAPI HeapAlloc(HANDLE hHeap, DWORD dwFlags, SIZE_T dwBytes);
/** Makes memory larger or smaller, perhaps elsewhere.
 * @param hHeap the heap
 * @param dwFlags HEAP_ZERO_MEMORY for what is new, or 0
 * @param lpMem the memory
 * @param dwBytes its new size
 * @return the memory; NULL when there is none, and the old memory stays */
LPVOID WINAPI HeapReAlloc(HANDLE hHeap, DWORD dwFlags, LPVOID lpMem, SIZE_T dwBytes);
/** How large memory is.
 * @param hHeap the heap
 * @param dwFlags 0
 * @param lpMem the memory
 * @return its size, at least what was asked for */
SIZE_T WINAPI HeapSize(HANDLE hHeap, DWORD dwFlags, LPCVOID lpMem);
/** Frees.
 * @param hHeap the heap
 * @param dwFlags 0
 * @param lpMem the memory, or NULL
 * @return TRUE */
BOOL WINAPI HeapFree(HANDLE hHeap, DWORD dwFlags, LPVOID lpMem);

/** Allocates.
 * @param uFlags LMEM_*
 * @param uBytes how much
 * @return the memory, NULL when there is none; to be freed with LocalFree() */
HLOCAL WINAPI LocalAlloc(UINT uFlags, SIZE_T uBytes);
/** Makes memory larger or smaller.
 * @param hMem the memory
 * @param uBytes its new size
 * @param uFlags LMEM_ZEROINIT for what is new, or 0
 * @return the memory; NULL when there is none */
HLOCAL WINAPI LocalReAlloc(HLOCAL hMem, SIZE_T uBytes, UINT uFlags);
/** Frees.
 * @param hMem the memory, or NULL
 * @return NULL */
HLOCAL WINAPI LocalFree(HLOCAL hMem);
/** The address of memory.
 * @param hMem the memory
 * @return its address, which is the handle */
LPVOID WINAPI LocalLock(HLOCAL hMem);
/** The memory may be moved again.
 * @param hMem the memory
 * @return FALSE: it is not locked any more */
BOOL WINAPI LocalUnlock(HLOCAL hMem);

/** As LocalAlloc().
 * @param uFlags GMEM_*
 * @param dwBytes how much
 * @return the memory; to be freed with GlobalFree() */
HGLOBAL WINAPI GlobalAlloc(UINT uFlags, SIZE_T dwBytes);
/** Frees.
 * @param hMem the memory, or NULL
 * @return NULL */
HGLOBAL WINAPI GlobalFree(HGLOBAL hMem);
/** The address of memory.
 * @param hMem the memory
 * @return its address, which is the handle */
LPVOID WINAPI GlobalLock(HGLOBAL hMem);
/** The memory may be moved again.
 * @param hMem the memory
 * @return FALSE: it is not locked any more */
BOOL WINAPI GlobalUnlock(HGLOBAL hMem);

/**
 * Whether a heap is whole; valgrind and the sanitizers tell that better.
 * @param hHeap the heap
 * @param dwFlags not used
 * @param lpMem not used
 * @return TRUE
 */
BOOL WINAPI HeapValidate(HANDLE hHeap, DWORD dwFlags, LPCVOID lpMem);

#ifdef __cplusplus
}
#endif

#endif
