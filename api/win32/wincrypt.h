/* SPDX-License-Identifier: MIT */
/**
 * @file wincrypt.h
 * @brief Counted byte strings of the certificate functions, and of keys so much that callouts with them compile.
 *
 * Each function fails: CryptProtectData() and CryptUnprotectData() with ERROR_NOT_SUPPORTED, CryptAcquireContextW() with
 * #NTE_PROVIDER_DLL_FAIL, all others with ERROR_INVALID_HANDLE; that is the finding `not-here`. A DLL built for Windows has them
 * all under Wine.
 */
#ifndef RRAS_WIN32_WINCRYPT_H
#define RRAS_WIN32_WINCRYPT_H

#include <windef.h>
#include <winerror.h>

/** A counted string of bytes. */
typedef struct _CRYPTOAPI_BLOB {
    DWORD cbData; /**< Number of bytes. */
    BYTE *pbData; /**< The bytes. */
} CRYPT_INTEGER_BLOB;

typedef CRYPT_INTEGER_BLOB *PCRYPT_INTEGER_BLOB; /**< Address of a CRYPT_INTEGER_BLOB. */
typedef CRYPT_INTEGER_BLOB CRYPT_DATA_BLOB;      /**< Any bytes. */
typedef CRYPT_DATA_BLOB *PCRYPT_DATA_BLOB;       /**< Address of a CRYPT_DATA_BLOB. */
typedef CRYPT_INTEGER_BLOB CRYPT_HASH_BLOB;      /**< The hash of a certificate. */
typedef CRYPT_HASH_BLOB *PCRYPT_HASH_BLOB;       /**< Address of a CRYPT_HASH_BLOB. */
typedef CRYPT_INTEGER_BLOB CERT_NAME_BLOB;       /**< The encoded name in a certificate. */
typedef CERT_NAME_BLOB *PCERT_NAME_BLOB;         /**< Address of a CERT_NAME_BLOB. */

typedef CRYPT_INTEGER_BLOB DATA_BLOB; /**< Any bytes. */
typedef DATA_BLOB *PDATA_BLOB;        /**< Address of one. */
typedef ULONG_PTR HCRYPTPROV;         /**< Who has keys. */

/** What a user is asked. */
typedef struct _CRYPTPROTECT_PROMPTSTRUCT {
    DWORD cbSize;        /**< Its size. */
    DWORD dwPromptFlags; /**< When. */
    HWND hwndApp;        /**< The window. */
    LPCWSTR szPrompt;    /**< The words. */
} CRYPTPROTECT_PROMPTSTRUCT;

#define CRYPTPROTECT_UI_FORBIDDEN 0x1               /**< Nobody is asked. */
#define CRYPTPROTECT_LOCAL_MACHINE 0x4              /**< Every user of the machine may read it. */
#define PROV_RSA_FULL 1                             /**< The usual provider. */
#define PROV_RSA_AES 24                             /**< The same with AES. */
#define CRYPT_VERIFYCONTEXT 0xF0000000              /**< Without keys. */
#define NTE_PROVIDER_DLL_FAIL ((HRESULT)0x8009001D) /**< The provider's DLL cannot be loaded. */

#ifdef __cplusplus
extern "C" {
#endif
/** @cond each fails, as said above */
BOOL WINAPI CryptProtectData(DATA_BLOB *pDataIn, LPCWSTR szDataDescr, DATA_BLOB *pOptionalEntropy, PVOID pvReserved,
                             CRYPTPROTECT_PROMPTSTRUCT *pPromptStruct, DWORD dwFlags, DATA_BLOB *pDataOut);
BOOL WINAPI CryptUnprotectData(DATA_BLOB *pDataIn, LPWSTR *ppszDataDescr, DATA_BLOB *pOptionalEntropy, PVOID pvReserved,
                               CRYPTPROTECT_PROMPTSTRUCT *pPromptStruct, DWORD dwFlags, DATA_BLOB *pDataOut);
BOOL WINAPI CryptAcquireContextW(HCRYPTPROV *phProv, LPCWSTR szContainer, LPCWSTR szProvider, DWORD dwProvType,
                                 DWORD dwFlags);
BOOL WINAPI CryptAcquireContextA(HCRYPTPROV *phProv, LPCSTR szContainer, LPCSTR szProvider, DWORD dwProvType,
                                 DWORD dwFlags);
BOOL WINAPI CryptGenRandom(HCRYPTPROV hProv, DWORD dwLen, BYTE *pbBuffer);
BOOL WINAPI CryptReleaseContext(HCRYPTPROV hProv, DWORD dwFlags);
/** @endcond */
#ifdef __cplusplus
}
#endif

/** @name Names without a suffix
 * @{ */
#ifdef UNICODE
#define CryptAcquireContext CryptAcquireContextW /**< As CryptAcquireContextW(). */
#else
#define CryptAcquireContext CryptAcquireContextA /**< As CryptAcquireContextW(). */
#endif
/** @} */

#endif
