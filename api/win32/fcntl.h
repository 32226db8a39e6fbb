/* SPDX-License-Identifier: MIT */
/**
 * @file fcntl.h
 * @brief The system's `<fcntl.h>`, and the modes of io.h. Their numbers are not those of Windows.
 */
#pragma GCC system_header

#if __SIZEOF_WCHAR_T__ == 2 && !defined(RRAS_SYSTEM_STDIO)
/** @cond names only */
#define open rras_system_open
#define creat rras_system_creat
#define open64 rras_system_open64
#define creat64 rras_system_creat64
/** @endcond */
#include_next <fcntl.h>
#undef open
#undef creat
#undef open64
#undef creat64
#else
#include_next <fcntl.h>
#endif

#if __SIZEOF_WCHAR_T__ == 2 && !defined(RRAS_WIN32_FCNTL_H)
/** @cond */
#define RRAS_WIN32_FCNTL_H
/** @endcond */

#include <wide/secure_base.h>

#ifndef RRAS_SYSTEM_STDIO
#ifdef __cplusplus
extern "C" {
#endif
/**
 * The system's, with a descriptor of the system's, but a path of Windows leads into the sandbox.
 * @param path the path
 * @param flags of fcntl.h; with `O_CREAT` a further argument has the rights
 * @return the descriptor, or -1 with errno
 */
int open(const char *path, int flags, ...) RRAS_SYMBOL("rras_open");
/**
 * The system's, as open().
 * @param path the path
 * @param mode rights
 * @return the descriptor, or -1 with errno
 */
int creat(const char *path, mode_t mode) RRAS_SYMBOL("rras_creat");
#ifdef __cplusplus
}
#endif
#endif

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
#define _O_SHORT_LIVED 0     /**< Changes nothing. */
#define _O_RAW _O_BINARY     /**< As #_O_BINARY. */
#define O_RAW _O_RAW         /**< As #_O_RAW. */
#define O_NOINHERIT 0        /**< Changes nothing. */
#define O_SEQUENTIAL 0       /**< Changes nothing. */
#define O_RANDOM 0           /**< Changes nothing. */
#define O_TEXT _O_TEXT       /**< As #_O_TEXT. */
#define O_BINARY _O_BINARY   /**< As #_O_BINARY. */

#endif
