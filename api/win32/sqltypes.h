/* SPDX-License-Identifier: MIT */
/**
 * @file sqltypes.h
 * @brief Types of ODBC, for sql.h.
 */
#ifndef RRAS_WIN32_SQLTYPES_H
#define RRAS_WIN32_SQLTYPES_H

#include <windows.h>

typedef unsigned char SQLCHAR;       /**< A character. */
typedef WCHAR SQLWCHAR;              /**< A wide one. */
typedef short SQLSMALLINT;           /**< 16 bits. */
typedef unsigned short SQLUSMALLINT; /**< 16 bits, without a sign. */
typedef LONG SQLINTEGER;             /**< 32 bits. */
typedef ULONG SQLUINTEGER;           /**< 32 bits, without a sign. */
typedef INT64 SQLLEN;                /**< A length. */
typedef UINT64 SQLULEN;              /**< A length, without a sign. */
typedef void *SQLPOINTER;            /**< An address. */
typedef void *SQLHANDLE;             /**< A handle. */
typedef SQLHANDLE SQLHENV;           /**< An environment. */
typedef SQLHANDLE SQLHDBC;           /**< A connection. */
typedef SQLHANDLE SQLHSTMT;          /**< A statement. */
typedef HANDLE SQLHWND;              /**< A window. */
typedef SQLSMALLINT SQLRETURN;       /**< What functions return. */

#endif
