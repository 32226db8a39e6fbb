/* SPDX-License-Identifier: MIT */
/**
 * @file shlwapi.h
 * @brief Of the shell's helpers, the one that looks whether a path leads to anything.
 */
#ifndef RRAS_WIN32_SHLWAPI_H
#define RRAS_WIN32_SHLWAPI_H

#include <fileapi.h>

#ifdef __cplusplus
extern "C" {
#endif

/**
 * Tells whether there is a file or folder.
 * @param pszPath a path as of fileapi.h
 * @return whether there is
 */
BOOL WINAPI PathFileExistsW(LPCWSTR pszPath);
/** Narrow. @copydoc PathFileExistsW */
BOOL WINAPI PathFileExistsA(LPCSTR pszPath);

#ifdef __cplusplus
}
#endif

/** @name Names without a suffix
 * @{ */
#ifdef UNICODE
#define PathFileExists PathFileExistsW /**< Tells whether there is a file or folder. */
#else
#define PathFileExists PathFileExistsA /**< Tells whether there is a file or folder. */
#endif
/** @} */

#endif
