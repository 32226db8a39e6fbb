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

#ifdef __cplusplus
}
#endif

#endif
