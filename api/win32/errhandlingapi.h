/* SPDX-License-Identifier: MIT */
/**
 * @file errhandlingapi.h
 * @brief The error code of a thread.
 */
#ifndef RRAS_WIN32_ERRHANDLINGAPI_H
#define RRAS_WIN32_ERRHANDLINGAPI_H

#include <windef.h>

#ifdef __cplusplus
extern "C" {
#endif

/**
 * The code that the last function of this thread has left that leaves one; their descriptions say which do.
 * @return the code, of winerror.h
 */
DWORD WINAPI GetLastError(VOID);

/**
 * Leaves a code for GetLastError() of this thread.
 * @param dwErrCode the code
 */
VOID WINAPI SetLastError(DWORD dwErrCode);

#ifdef __cplusplus
}
#endif

#endif
