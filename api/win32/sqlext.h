/* SPDX-License-Identifier: MIT */
/**
 * @file sqlext.h
 * @brief More of ODBC; see sql.h.
 */
#ifndef RRAS_WIN32_SQLEXT_H
#define RRAS_WIN32_SQLEXT_H

#include <sql.h>

#ifdef __cplusplus
extern "C" {
#endif

#define SQL_ATTR_ODBC_VERSION 200                /**< Attribute: the version that the caller knows. */
#define SQL_OV_ODBC3 3UL                         /**< Version 3. */
#define SQL_LOGIN_TIMEOUT 103                    /**< Attribute: seconds that connecting may take. */
#define SQL_ATTR_LOGIN_TIMEOUT SQL_LOGIN_TIMEOUT /**< The same. */
#define SQL_DRIVER_NOPROMPT 0                    /**< Nobody is asked. */
#define SQL_PARAM_INPUT 1                        /**< A parameter that goes in. */
#define SQL_WVARCHAR (-9)                        /**< Type: wide characters. */
#define SQL_C_CHAR SQL_CHAR                      /**< C type: characters. */
#define SQL_C_LONG SQL_INTEGER                   /**< C type: a whole number. */
#define SQL_C_WCHAR (-8)                         /**< C type: wide characters. */

/** @cond each fails, as sql.h says */
SQLRETURN WINAPI SQLDriverConnectW(SQLHDBC hdbc, SQLHWND hwnd, SQLWCHAR *szConnStrIn, SQLSMALLINT cchConnStrIn,
                                   SQLWCHAR *szConnStrOut, SQLSMALLINT cchConnStrOutMax, SQLSMALLINT *pcchConnStrOut,
                                   SQLUSMALLINT fDriverCompletion);
SQLRETURN WINAPI SQLBindParameter(SQLHSTMT hstmt, SQLUSMALLINT ipar, SQLSMALLINT fParamType, SQLSMALLINT fCType,
                                  SQLSMALLINT fSqlType, SQLULEN cbColDef, SQLSMALLINT ibScale, SQLPOINTER rgbValue,
                                  SQLLEN cbValueMax, SQLLEN *pcbValue);
/** @endcond */

#ifdef __cplusplus
}
#endif

#ifdef UNICODE
#define SQLDriverConnect SQLDriverConnectW /**< As SQLDriverConnectW(). */
#endif

#endif
