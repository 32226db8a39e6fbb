/* SPDX-License-Identifier: MIT */
/**
 * @file fcntl.h
 * @brief The system's `<fcntl.h>`, and the modes of io.h. Their numbers are not those of Windows.
 */
#pragma GCC system_header

#include_next <fcntl.h>

#if __SIZEOF_WCHAR_T__ == 2 && !defined(RRAS_WIN32_FCNTL_H)
#define RRAS_WIN32_FCNTL_H

#define _O_RDONLY O_RDONLY   /**< Read. */
#define _O_WRONLY O_WRONLY   /**< Write. */
#define _O_RDWR O_RDWR       /**< Both. */
#define _O_APPEND O_APPEND   /**< Write at the end. */
#define _O_CREAT O_CREAT     /**< Make it if need be. */
#define _O_TRUNC O_TRUNC     /**< Empty it. */
#define _O_EXCL O_EXCL       /**< With #_O_CREAT: it must not be there. */
#define _O_TEXT 0x10000000   /**< Lines end in CR LF in the file; so it is unless #_O_BINARY is given. */
#define _O_BINARY 0x20000000 /**< Bytes as they are. */
#define _O_NOINHERIT 0       /**< No other program gets it; none does here. */
#define _O_SEQUENTIAL 0      /**< Changes nothing. */
#define _O_RANDOM 0          /**< Changes nothing. */
#define O_TEXT _O_TEXT       /**< As #_O_TEXT. */
#define O_BINARY _O_BINARY   /**< As #_O_BINARY. */

#endif
