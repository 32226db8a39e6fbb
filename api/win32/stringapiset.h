/* SPDX-License-Identifier: MIT */
/**
 * @file stringapiset.h
 * @brief Between narrow and wide strings.
 *
 * All code pages that follow the machine (CP_ACP, CP_OEMCP, CP_THREAD_ACP) are UTF-8 here, on every machine
 * and in every locale.
 */
#ifndef RRAS_WIN32_STRINGAPISET_H
#define RRAS_WIN32_STRINGAPISET_H

#include <windef.h>

#ifdef __cplusplus
extern "C" {
#endif

#define CP_ACP 0                   /**< The machine's code page: UTF-8. */
#define CP_OEMCP 1                 /**< The console's: UTF-8. */
#define CP_THREAD_ACP 3            /**< The thread's: UTF-8. */
#define CP_UTF8 65001              /**< UTF-8. */
#define MB_PRECOMPOSED 1           /**< Has no effect. */
#define MB_ERR_INVALID_CHARS 8     /**< Fails when the bytes are not UTF-8. */
#define WC_ERR_INVALID_CHARS 0x80  /**< Fails when the units are not UTF-16. */
#define WC_NO_BEST_FIT_CHARS 0x400 /**< Has no effect: everything fits. */

/**
 * Makes a wide string of a narrow one.
 * @param CodePage CP_UTF8, or one that means it
 * @param dwFlags MB_ERR_INVALID_CHARS or 0
 * @param lpMultiByteStr the bytes
 * @param cbMultiByte how many; -1: up to and with the null
 * @param lpWideCharStr receives the units
 * @param cchWideChar room for how many; 0 asks how many it takes
 * @return the units; 0 with ERROR_INSUFFICIENT_BUFFER, ERROR_INVALID_PARAMETER or
 * ERROR_NO_UNICODE_TRANSLATION
 */
int WINAPI MultiByteToWideChar(UINT CodePage, DWORD dwFlags, LPCSTR lpMultiByteStr, int cbMultiByte,
                               LPWSTR lpWideCharStr, int cchWideChar);

/**
 * Makes a narrow string of a wide one.
 * @param CodePage CP_UTF8, or one that means it
 * @param dwFlags WC_ERR_INVALID_CHARS or 0
 * @param lpWideCharStr the units
 * @param cchWideChar how many; -1: up to and with the null
 * @param lpMultiByteStr receives the bytes
 * @param cbMultiByte room for how many; 0 asks how many it takes
 * @param lpDefaultChar NULL
 * @param lpUsedDefaultChar receives FALSE, or NULL
 * @return the bytes; 0 with an error as MultiByteToWideChar()
 */
int WINAPI WideCharToMultiByte(UINT CodePage, DWORD dwFlags, LPCWSTR lpWideCharStr, int cchWideChar,
                               LPSTR lpMultiByteStr, int cbMultiByte, LPCSTR lpDefaultChar, LPBOOL lpUsedDefaultChar);

#ifdef __cplusplus
}
#endif

#endif
