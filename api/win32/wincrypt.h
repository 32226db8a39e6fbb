/* SPDX-License-Identifier: MIT */
/**
 * @file wincrypt.h
 * @brief Counted byte strings of the certificate functions, as far as mprapi.h uses them.
 */
#ifndef RRAS_WIN32_WINCRYPT_H
#define RRAS_WIN32_WINCRYPT_H

#include <windef.h>

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

#endif
