/* SPDX-License-Identifier: MIT */
/**
 * @file handleapi.h
 * @brief Handles: numbers that name files, events, mutexes, semaphores and threads.
 */
#ifndef RRAS_WIN32_HANDLEAPI_H
#define RRAS_WIN32_HANDLEAPI_H

#include <windef.h>

#ifdef __cplusplus
extern "C" {
#endif

/** The handle that stands for a failure of CreateFileW(). */
#define INVALID_HANDLE_VALUE ((HANDLE)(LONG_PTR)-1)

/**
 * Gives a handle back. An object ends with its last handle; a thread goes on without one.
 * @param hObject the handle
 * @return TRUE; FALSE with ERROR_INVALID_HANDLE when it names nothing
 */
BOOL WINAPI CloseHandle(HANDLE hObject);

#define DUPLICATE_CLOSE_SOURCE 1 /**< The first handle is given back. */
#define DUPLICATE_SAME_ACCESS 2  /**< With the rights of the first; so it is always. */

/**
 * Makes another handle to an object of this process.
 * @param hSourceProcessHandle GetCurrentProcess()
 * @param hSourceHandle a handle; GetCurrentThread() gives one by which others can wait for this thread
 * @param hTargetProcessHandle GetCurrentProcess()
 * @param lpTargetHandle receives the handle, to be closed
 * @param dwDesiredAccess not looked at
 * @param bInheritHandle not looked at
 * @param dwOptions DUPLICATE_
 * @return TRUE; FALSE with ERROR_INVALID_HANDLE, or ERROR_INVALID_PARAMETER for another process
 */
BOOL WINAPI DuplicateHandle(HANDLE hSourceProcessHandle, HANDLE hSourceHandle, HANDLE hTargetProcessHandle,
                            LPHANDLE lpTargetHandle, DWORD dwDesiredAccess, BOOL bInheritHandle, DWORD dwOptions);

#ifdef __cplusplus
}
#endif

#endif
