/* SPDX-License-Identifier: MIT */
/**
 * @file fibersapi.h
 * @brief Memory of threads with a function that is called when one ends.
 */
#ifndef RRAS_WIN32_FIBERSAPI_H
#define RRAS_WIN32_FIBERSAPI_H

#include <windef.h>

#ifdef __cplusplus
extern "C" {
#endif

#define FLS_OUT_OF_INDEXES ((DWORD)0xFFFFFFFF) /**< There are too many. */

/**
 * What is called with a value that is not NULL when its thread ends or its index is freed.
 * @param lpFlsData the value
 */
typedef VOID(WINAPI *PFLS_CALLBACK_FUNCTION)(PVOID lpFlsData);

/**
 * Makes an index, under which every thread has a value, NULL at first.
 * @param lpCallback the function, or NULL
 * @return it, or #FLS_OUT_OF_INDEXES
 */
DWORD WINAPI FlsAlloc(PFLS_CALLBACK_FUNCTION lpCallback);
/**
 * 
 * @param dwFlsIndex the index
 * @return this thread's value; NULL with ERROR_INVALID_PARAMETER for an index that is none
 */
PVOID WINAPI FlsGetValue(DWORD dwFlsIndex);
/**
 * Sets this thread's value.
 * @param dwFlsIndex the index
 * @param lpFlsData the value
 * @return TRUE; FALSE with ERROR_INVALID_PARAMETER
 */
BOOL WINAPI FlsSetValue(DWORD dwFlsIndex, PVOID lpFlsData);
/**
 * Frees an index, and calls the function for the value of every thread.
 * @param dwFlsIndex the index
 * @return TRUE; FALSE with ERROR_INVALID_PARAMETER
 */
BOOL WINAPI FlsFree(DWORD dwFlsIndex);

#ifdef __cplusplus
}
#endif

#endif
