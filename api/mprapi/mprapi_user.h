/* SPDX-License-Identifier: MIT */
/**
 * @file mprapi_user.h
 * Dial-in settings of user accounts, and messages to connected users.
 */
#ifndef MPRAPI_USER_H
#define MPRAPI_USER_H

#include "mprapi_base.h"

#ifdef __cplusplus
extern "C" {
#endif

/**
 * @defgroup mprapi_user RAS user administration
 * Privileges of an account, kept with the account. No server handle is needed.
 * @{
 */

#define RASPRIV_NoCallback 0x01 /**< Never call back. A new account has this value only. */
#define RASPRIV_AdminSetCallback 0x02 /**< Always call back the stored number. */
/** The caller may name a number; the stored one is the default. */
#define RASPRIV_CallerSetCallback 0x04
#define RASPRIV_DialinPrivilege 0x08 /**< The account may dial in. */
#define RASPRIV_CallbackType 0x07 /**< Mask over the three call-back values. */
#define RASPRIV2_DialinPolicy 0x01 /**< The network policy decides about dial-in. */

/** Dial-in settings of an account, level 0 (ns-mprapi-ras_user_0). */
typedef struct _RAS_USER_0 {
    BYTE bfPrivilege; /**< `RASPRIV_` bits: one call-back value, and the right to dial in. */
    WCHAR wszPhoneNumber[MAX_PHONE_NUMBER_LEN + 1];
        /**< Number to call back; an array inside the record, not a pointer. */
} RAS_USER_0;
typedef RAS_USER_0 *PRAS_USER_0; /**< Pointer to #RAS_USER_0. */

/** Dial-in settings of an account, level 1: policy added (ns-mprapi-ras_user_1). */
typedef struct _RAS_USER_1 {
    BYTE bfPrivilege; /**< `RASPRIV_` bits: one call-back value, and the right to dial in. */
    WCHAR wszPhoneNumber[MAX_PHONE_NUMBER_LEN + 1];
        /**< Number to call back; an array inside the record, not a pointer. */
    BYTE bfPrivilege2; /**< 0 or #RASPRIV2_DialinPolicy. */
} RAS_USER_1;
typedef RAS_USER_1 *PRAS_USER_1; /**< Pointer to #RAS_USER_1. */

/**
 * Reads the dial-in settings of an account: level 0 #RAS_USER_0, level 1 #RAS_USER_1. Forbidden in
 * a callout. Since Windows 2000 (nf-mprapi-mpradminusergetinfo).
 * @param lpszServer in: machine with the accounts, as MprAdminGetPDCServer() names it; NULL for
 *   this one
 * @param lpszUser in: account
 * @param dwLevel in: level, which selects the record
 * @param lpbBuffer out: the caller's record
 * @return NO_ERROR; 5; 87 NULL buffer; 124 bad level; 1317 no such account.
 */
DWORD APIENTRY MprAdminUserGetInfo(LPCWSTR lpszServer, LPCWSTR lpszUser, DWORD dwLevel,
    LPBYTE lpbBuffer);

/**
 * Writes the dial-in settings of an account. They count at the next call; live connections stay as
 * they are. Forbidden in a callout. Since Windows 2000 (nf-mprapi-mpradminusersetinfo).
 * @param lpszServer in: machine with the accounts, as MprAdminGetPDCServer() names it; NULL for
 *   this one
 * @param lpszUser in: account
 * @param dwLevel in: level, which selects the record
 * @param lpbBuffer in: record of that level
 * @return NO_ERROR; 5; 8; 87 NULL buffer; 124 bad level; 1317 no such account.
 */
DWORD APIENTRY MprAdminUserSetInfo(LPCWSTR lpszServer, LPCWSTR lpszUser, DWORD dwLevel,
    const LPBYTE lpbBuffer);

/**
 * Sends a text to a connected user, who must have #RAS_FLAGS_MESSENGER_PRESENT. Forbidden in a
 * callout. Since Windows 2000 (nf-mprapi-mpradminsendusermessage).
 * @param hMprServer in: handle of MprAdminServerConnect()
 * @param hConnection in: the connection
 * @param lpwszMessage in: text
 * @return NO_ERROR; 5; 87 NULL text; 903; 906 no such connection.
 */
DWORD APIENTRY MprAdminSendUserMessage(MPR_SERVER_HANDLE hMprServer, HANDLE hConnection,
    LPWSTR lpwszMessage);

/**
 * Names the machine that keeps the accounts of a domain or server. Forbidden in a callout. Since
 * Windows 2000 (nf-mprapi-mpradmingetpdcserver).
 * @param lpszDomain in: domain of the server; NULL if none, then the server must be named
 * @param lpszServer in: RAS server, with two leading backslashes; may be NULL if the domain is
 *   given
 * @param lpszPDCServer out: the caller's buffer of UNCLEN + 1 characters; gets the name with two
 *   leading backslashes
 * @return NO_ERROR; 87 both NULL; 1355 no such domain; 2351 no such server.
 */
DWORD APIENTRY MprAdminGetPDCServer(LPCWSTR lpszDomain, LPCWSTR lpszServer, LPWSTR lpszPDCServer);

/** @} */

#ifdef __cplusplus
}
#endif

#endif /* MPRAPI_USER_H */
