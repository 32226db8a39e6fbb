/* SPDX-License-Identifier: MIT */
/**
 * @file sql.h
 * @brief Databases by ODBC: so much that callouts with them compile.
 *
 * There is no database: SQLAllocHandle() returns #SQL_ERROR, all others #SQL_INVALID_HANDLE; that is the finding `not-here`. A
 * DLL built for Windows has them all under Wine.
 */
#ifndef RRAS_WIN32_SQL_H
#define RRAS_WIN32_SQL_H

#include <sqltypes.h>

#ifdef __cplusplus
extern "C" {
#endif

/** @name Results
 * @{ */
#define SQL_SUCCESS 0                        /**< It went well. */
#define SQL_SUCCESS_WITH_INFO 1              /**< It went well, and there is something to tell. */
#define SQL_NO_DATA 100                      /**< There is no further row. */
#define SQL_ERROR (-1)                       /**< It did not. */
#define SQL_INVALID_HANDLE (-2)              /**< The handle is none. */
#define SQL_SUCCEEDED(rc) (((rc) & ~1) == 0) /**< Whether it went well. */
/** @} */

#define SQL_NULL_HANDLE NULL /**< No handle. */
#define SQL_NULL_HENV NULL   /**< No environment. */
#define SQL_NULL_HDBC NULL   /**< No connection. */
#define SQL_NULL_HSTMT NULL  /**< No statement. */
#define SQL_HANDLE_ENV 1     /**< Kind of handle: an environment. */
#define SQL_HANDLE_DBC 2     /**< Kind of handle: a connection. */
#define SQL_HANDLE_STMT 3    /**< Kind of handle: a statement. */
#define SQL_NTS (-3)         /**< A text that ends with a null. */
#define SQL_NULL_DATA (-1)   /**< There is no value. */
#define SQL_CHAR 1           /**< Type: characters. */
#define SQL_INTEGER 4        /**< Type: a whole number. */
#define SQL_VARCHAR 12       /**< Type: characters, as many as there are. */

/** @cond each fails, as said above */
SQLRETURN WINAPI SQLAllocHandle(SQLSMALLINT HandleType, SQLHANDLE InputHandle, SQLHANDLE *OutputHandle);
SQLRETURN WINAPI SQLFreeHandle(SQLSMALLINT HandleType, SQLHANDLE Handle);
SQLRETURN WINAPI SQLSetEnvAttr(SQLHENV EnvironmentHandle, SQLINTEGER Attribute, SQLPOINTER Value,
                               SQLINTEGER StringLength);
SQLRETURN WINAPI SQLSetConnectAttrW(SQLHDBC ConnectionHandle, SQLINTEGER Attribute, SQLPOINTER Value,
                                    SQLINTEGER StringLength);
SQLRETURN WINAPI SQLConnectW(SQLHDBC ConnectionHandle, SQLWCHAR *ServerName, SQLSMALLINT NameLength1,
                             SQLWCHAR *UserName, SQLSMALLINT NameLength2, SQLWCHAR *Authentication,
                             SQLSMALLINT NameLength3);
SQLRETURN WINAPI SQLDisconnect(SQLHDBC ConnectionHandle);
SQLRETURN WINAPI SQLPrepareW(SQLHSTMT StatementHandle, SQLWCHAR *StatementText, SQLINTEGER TextLength);
SQLRETURN WINAPI SQLExecute(SQLHSTMT StatementHandle);
SQLRETURN WINAPI SQLExecDirectW(SQLHSTMT StatementHandle, SQLWCHAR *StatementText, SQLINTEGER TextLength);
SQLRETURN WINAPI SQLFetch(SQLHSTMT StatementHandle);
SQLRETURN WINAPI SQLGetData(SQLHSTMT StatementHandle, SQLUSMALLINT ColumnNumber, SQLSMALLINT TargetType,
                            SQLPOINTER TargetValue, SQLLEN BufferLength, SQLLEN *StrLen_or_Ind);
SQLRETURN WINAPI SQLGetDiagRecW(SQLSMALLINT HandleType, SQLHANDLE Handle, SQLSMALLINT RecNumber, SQLWCHAR *Sqlstate,
                                SQLINTEGER *NativeError, SQLWCHAR *MessageText, SQLSMALLINT BufferLength,
                                SQLSMALLINT *TextLength);
/** @endcond */

#ifdef __cplusplus
}
#endif

/** @name Names without a suffix
 * @{ */
#ifdef UNICODE
#define SQLSetConnectAttr SQLSetConnectAttrW /**< As SQLSetConnectAttrW(). */
#define SQLConnect SQLConnectW               /**< As SQLConnectW(). */
#define SQLPrepare SQLPrepareW               /**< As SQLPrepareW(). */
#define SQLExecDirect SQLExecDirectW         /**< As SQLExecDirectW(). */
#define SQLGetDiagRec SQLGetDiagRecW         /**< As SQLGetDiagRecW(). */
#endif
/** @} */

#endif
