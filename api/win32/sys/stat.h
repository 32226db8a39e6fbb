/* SPDX-License-Identifier: MIT */
/**
 * @file sys/stat.h
 * @brief The system's `<sys/stat.h>`, and what Microsoft's tells of files.
 *
 * Where wide characters have 32 bits it is the system's header and nothing else. Paths are those of fileapi.h; times are in seconds
 * since 1970. Functions return 0, or -1 with errno.
 */
#pragma GCC system_header

#include_next <sys/stat.h>

#if __SIZEOF_WCHAR_T__ == 2 && !defined(RRAS_WIN32_SYS_STAT_H)
#define RRAS_WIN32_SYS_STAT_H

#include <time.h>
#include <wide/secure_base.h>

#ifdef __cplusplus
extern "C" {
#endif

#define _S_IFMT 0xF000   /**< What kind it is: a mask. */
#define _S_IFDIR 0x4000  /**< A folder. */
#define _S_IFCHR 0x2000  /**< A device. */
#define _S_IFREG 0x8000  /**< A file. */
#define _S_IREAD 0x0100  /**< It can be read. */
#define _S_IWRITE 0x0080 /**< It can be written. */
#define _S_IEXEC 0x0040  /**< It is a program, or a folder. */

/** @cond the system's names for times are macros, for members of members */
#ifdef st_mtime
#define RRAS_TIME(name, macro) \
    struct {                   \
        time_t tv_sec;         \
    } macro
#else
#define RRAS_TIME(name, macro) time_t name
#endif
#define RRAS_STAT_FIELDS(size_type) \
    unsigned st_dev;                \
    unsigned short st_ino, st_mode; \
    short st_nlink, st_uid, st_gid; \
    unsigned st_rdev;               \
    size_type st_size;              \
    RRAS_TIME(st_atime, st_atim);   \
    RRAS_TIME(st_mtime, st_mtim);   \
    RRAS_TIME(st_ctime, st_ctim);
/** @endcond */

/** Of a file smaller than 2 GiB: drive, kind and rights, size, and when it was read, written and made. */
struct _stat {
    RRAS_STAT_FIELDS(int)
};
/** Of any file. */
struct _stat64 {
    RRAS_STAT_FIELDS(long long)
};
#undef RRAS_TIME
#undef RRAS_STAT_FIELDS
/** @cond the names they have by the widths of times and sizes */
#define __stat64 _stat64
#define _stati64 _stat64
#define _fstati64 _fstat64
#define _wstati64 _wstat64
#define _stat64i32 _stat
#define _fstat64i32 _fstat
#define _wstat64i32 _wstat
/** @endcond */

/** Tells of what a path leads to. */
int _stat(const char *path, struct _stat *status) RRAS_SYMBOL("rras__stat");
/** Wide. @copydoc _stat */
int _wstat(const wchar_t *path, struct _stat *status) RRAS_SYMBOL("rras__wstat");
/** Tells of what a path leads to. */
int _stat64(const char *path, struct _stat64 *status) RRAS_SYMBOL("rras__stat64");
/** Wide. @copydoc _stat64 */
int _wstat64(const wchar_t *path, struct _stat64 *status) RRAS_SYMBOL("rras__wstat64");
#ifndef RRAS_SYSTEM_STDIO
/** The system's, but a path of Windows leads into the sandbox; -1 with errno. */
int stat(const char *path, struct stat *status) RRAS_NOTHROW RRAS_SYMBOL("rras_stat");
/** The system's, but a path of Windows leads into the sandbox; -1 with errno. */
int mkdir(const char *path, mode_t mode) RRAS_NOTHROW RRAS_SYMBOL("rras_mkdir");
#endif
/** Tells of a file that io.h opened. */
int _fstat(int number, struct _stat *status) RRAS_SYMBOL("rras__fstat");
/** Tells of a file that io.h opened. */
int _fstat64(int number, struct _stat64 *status) RRAS_SYMBOL("rras__fstat64");

#ifdef __cplusplus
}
#endif

#endif
