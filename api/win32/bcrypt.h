/* SPDX-License-Identifier: MIT */
/**
 * @file bcrypt.h
 * @brief Hashes and random numbers: so much that callouts with them compile.
 *
 * Each function fails, BCryptOpenAlgorithmProvider() with #STATUS_NOT_FOUND, all others with #STATUS_INVALID_HANDLE; that is the
 * finding `not-here`. A DLL built for Windows has them all under Wine.
 */
#ifndef RRAS_WIN32_BCRYPT_H
#define RRAS_WIN32_BCRYPT_H

#include <windows.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef LONG NTSTATUS;       /**< A status of the kernel: negative values are failures. */
typedef NTSTATUS *PNTSTATUS; /**< Address of one. */
#ifndef STATUS_INVALID_HANDLE
#define STATUS_INVALID_HANDLE ((NTSTATUS)0xC0000008) /**< The handle is none. */
#endif
#define STATUS_NOT_FOUND ((NTSTATUS)0xC0000225) /**< There is no such thing. */

typedef PVOID BCRYPT_HANDLE;              /**< Of anything. */
typedef BCRYPT_HANDLE BCRYPT_ALG_HANDLE;  /**< Of an algorithm. */
typedef BCRYPT_HANDLE BCRYPT_HASH_HANDLE; /**< Of a hash under way. */

#define BCRYPT_SUCCESS(status) ((NTSTATUS)(status) >= 0) /**< Whether it went well. */
#define BCRYPT_MD5_ALGORITHM L"MD5"                      /**< An algorithm. */
#define BCRYPT_SHA1_ALGORITHM L"SHA1"                    /**< An algorithm. */
#define BCRYPT_SHA256_ALGORITHM L"SHA256"                /**< An algorithm. */
#define BCRYPT_RNG_ALGORITHM L"RNG"                      /**< Random numbers. */
#define BCRYPT_ALG_HANDLE_HMAC_FLAG 0x00000008           /**< With a key. */
#define BCRYPT_USE_SYSTEM_PREFERRED_RNG 0x00000002       /**< The usual random numbers. */

/** @cond each fails, as said above */
NTSTATUS WINAPI BCryptOpenAlgorithmProvider(BCRYPT_ALG_HANDLE *phAlgorithm, LPCWSTR pszAlgId, LPCWSTR pszImplementation,
                                            ULONG dwFlags);
NTSTATUS WINAPI BCryptCloseAlgorithmProvider(BCRYPT_ALG_HANDLE hAlgorithm, ULONG dwFlags);
NTSTATUS WINAPI BCryptGenRandom(BCRYPT_ALG_HANDLE hAlgorithm, PUCHAR pbBuffer, ULONG cbBuffer, ULONG dwFlags);
NTSTATUS WINAPI BCryptCreateHash(BCRYPT_ALG_HANDLE hAlgorithm, BCRYPT_HASH_HANDLE *phHash, PUCHAR pbHashObject,
                                 ULONG cbHashObject, PUCHAR pbSecret, ULONG cbSecret, ULONG dwFlags);
NTSTATUS WINAPI BCryptHashData(BCRYPT_HASH_HANDLE hHash, PUCHAR pbInput, ULONG cbInput, ULONG dwFlags);
NTSTATUS WINAPI BCryptFinishHash(BCRYPT_HASH_HANDLE hHash, PUCHAR pbOutput, ULONG cbOutput, ULONG dwFlags);
NTSTATUS WINAPI BCryptDestroyHash(BCRYPT_HASH_HANDLE hHash);
/** @endcond */

#ifdef __cplusplus
}
#endif

#endif
