/* SPDX-License-Identifier: MIT */
/**
 * @file io.h
 * @brief Files by number, and files by path, as Microsoft's C run-time library has them.
 *
 * Paths are those of fileapi.h. The numbers are the library's own, from 3 on behind the three that a program begins with, and none of
 * the system below; a file that was opened as
 * text has lines that end in CR LF. Functions return 0 or what they say, and -1 with errno. Any thread may call them; two must not
 * use one number at the same time.
 */
#ifndef RRAS_WIN32_IO_H
#define RRAS_WIN32_IO_H

#include <fcntl.h>
#include <share.h>
#include <time.h>
#include <wide/below.h>
#include <wide/secure_base.h>

#ifdef __cplusplus
extern "C" {
#endif

/** @name By path
 * @{ */
/**
 * Looks whether a file is there (mode 0), can be written (2), read (4).
 * @param path the path
 * @param mode 0, 2, 4 or 6
 * @return 0, or -1 with errno
 */
int _access(const char *path, int mode) RRAS_SYMBOL("rras__access");
/** Wide. @copydoc _access */
int _waccess(const wchar_t *path, int mode) RRAS_SYMBOL("rras__waccess");
/**
 * As _access(), but returns an errno.
 * @param path the path
 * @param mode 0, 2, 4 or 6
 * @return 0, or -1 with errno
 */
errno_t _access_s(const char *path, int mode) RRAS_SYMBOL("rras__access_s");
/** Wide. @copydoc _access_s */
errno_t _waccess_s(const wchar_t *path, int mode) RRAS_SYMBOL("rras__waccess_s");
/**
 * Makes a file read-only, or with `_S_IWRITE` writable.
 * @param path the path
 * @param mode `_S_IREAD` or `_S_IWRITE`
 * @return 0, or -1 with errno
 */
int _chmod(const char *path, int mode) RRAS_SYMBOL("rras__chmod");
/** Wide. @copydoc _chmod */
int _wchmod(const wchar_t *path, int mode) RRAS_SYMBOL("rras__wchmod");
/**
 * Deletes a file.
 * @param path the path
 * @return 0, or -1 with errno
 */
int _unlink(const char *path) RRAS_SYMBOL("rras__unlink");
/** Wide. @copydoc _unlink */
int _wunlink(const wchar_t *path) RRAS_SYMBOL("rras__wunlink");
/** @} */

/** @name Files of a folder
 * @{ */
#define _A_NORMAL 0x00 /**< A file that can be written. */
#define _A_RDONLY 0x01 /**< It cannot be written. */
#define _A_HIDDEN 0x02 /**< It is hidden; none is here. */
#define _A_SYSTEM 0x04 /**< It is of the system; none is here. */
#define _A_SUBDIR 0x10 /**< A folder. */
#define _A_ARCH 0x20   /**< Any file. */

/** What is found. */
struct _finddata_t {
    unsigned attrib;    /**< _A_ */
    time_t time_create; /**< When it was made. */
    time_t time_access; /**< When it was read. */
    time_t time_write;  /**< When it was written. */
    unsigned size;      /**< Bytes. */
    char name[260];     /**< Its name. */
};
/** The same with a wide name. */
struct _wfinddata_t {
    unsigned attrib;    /**< _A_ */
    time_t time_create; /**< When it was made. */
    time_t time_access; /**< When it was read. */
    time_t time_write;  /**< When it was written. */
    unsigned size;      /**< Bytes. */
    wchar_t name[260];  /**< Its name. */
};
/**
 * Finds the first file that a pattern fits.
 * @param pattern a path whose last name may hold `*` and `?`
 * @param found receives it
 * @return a handle for _findnext() and _findclose(), or -1 with errno
 */
intptr_t _findfirst(const char *pattern, struct _finddata_t *found) RRAS_SYMBOL("rras__findfirst");
/** Wide. @copydoc _findfirst */
intptr_t _wfindfirst(const wchar_t *pattern, struct _wfinddata_t *found) RRAS_SYMBOL("rras__wfindfirst");
/**
 * Finds the next.
 * @param handle the handle
 * @param found receives it
 * @return 0, or -1 with errno ENOENT
 */
int _findnext(intptr_t handle, struct _finddata_t *found) RRAS_SYMBOL("rras__findnext");
/** Wide. @copydoc _findnext */
int _wfindnext(intptr_t handle, struct _wfinddata_t *found) RRAS_SYMBOL("rras__wfindnext");
/**
 * Ends a search.
 * @param handle the handle
 * @return 0, or -1 with errno
 */
int _findclose(intptr_t handle) RRAS_SYMBOL("rras__findclose");
/** @} */

/** @name By number
 * @{ */
/**
 * Opens a file. With #_O_CREAT a further argument says whether it may be written later, too.
 * @param path the path
 * @param flags of fcntl.h
 * @return its number, or -1 with errno
 */
int _open(const char *path, int flags, ...) RRAS_SYMBOL("rras__open");
/** Wide. @copydoc _open */
int _wopen(const wchar_t *path, int flags, ...) RRAS_SYMBOL("rras__wopen");
/**
 * Opens a file.
 * @param number the number
 * @param path the path
 * @param flags of fcntl.h
 * @param share of share.h
 * @param mode `_S_IREAD`, `_S_IWRITE`
 * @return 0 or an errno
 */
errno_t _sopen_s(int *number, const char *path, int flags, int share, int mode) RRAS_SYMBOL("rras__sopen_s");
/** Wide. @copydoc _sopen_s */
errno_t _wsopen_s(int *number, const wchar_t *path, int flags, int share, int mode) RRAS_SYMBOL("rras__wsopen_s");
/**
 * Makes or empties a file, to be written.
 * @param path the path
 * @param mode `_S_IREAD`, `_S_IWRITE`
 * @return its number, or -1 with errno
 */
int _creat(const char *path, int mode) RRAS_SYMBOL("rras__creat");
/**
 * Closes a file.
 * @param number the number
 * @return 0, or -1 with errno
 */
int _close(int number) RRAS_SYMBOL("rras__close");
/**
 * Reads.
 * @param number the number
 * @param to buffer
 * @param size its size
 * @return how many bytes the program got, 0 at the end, or -1 with errno
 */
int _read(int number, void *to, unsigned size) RRAS_SYMBOL("rras__read");
/**
 * Writes.
 * @param number the number
 * @param from what to write
 * @param size its size
 * @return how many bytes the program gave, or -1 with errno
 */
int _write(int number, const void *from, unsigned size) RRAS_SYMBOL("rras__write");
/**
 * Goes to a place.
 * @param number the number
 * @param distance how far
 * @param whence SEEK_SET, SEEK_CUR or SEEK_END
 * @return where that is, or -1 with errno
 */
long _lseek(int number, long distance, int whence) RRAS_SYMBOL("rras__lseek");
/**
 * Goes to a place.
 * @param number the number
 * @param distance how far
 * @param whence SEEK_SET, SEEK_CUR or SEEK_END
 * @return where that is, or -1 with errno
 */
long long _lseeki64(int number, long long distance, int whence) RRAS_SYMBOL("rras__lseeki64");
/**
 * Makes another number for a file.
 * @param number the number
 * @return the other number, or -1 with errno
 */
int _dup(int number) RRAS_SYMBOL("rras__dup");
/**
 * Tells the place.
 * @param number the number
 * @return the place, or -1 with errno
 */
long long _telli64(int number) RRAS_SYMBOL("rras__telli64");
/**
 * Tells the place.
 * @param number the number
 * @return the place, or -1 with errno
 */
long _tell(int number) RRAS_SYMBOL("rras__tell");
/**
 * Whether the place is the end.
 * @param number the number
 * @return 1 or 0, or -1 with errno
 */
int _eof(int number) RRAS_SYMBOL("rras__eof");
/**
 * Tells how long the file is.
 * @param number the number
 * @return bytes, or -1 with errno, also where they are more than a `long` of Windows can tell
 */
long _filelength(int number) RRAS_SYMBOL("rras__filelength");
/**
 * Tells how long the file is.
 * @param number the number
 * @return bytes, or -1 with errno
 */
long long _filelengthi64(int number) RRAS_SYMBOL("rras__filelengthi64");
/**
 * Makes the file as long as this.
 * @param number the number
 * @param size bytes
 * @return 0, or -1 with errno
 */
int _chsize(int number, long size) RRAS_SYMBOL("rras__chsize");
/**
 * Makes the file as long as this.
 * @param number the number
 * @param size bytes
 * @return 0 or an errno
 */
errno_t _chsize_s(int number, long long size) RRAS_SYMBOL("rras__chsize_s");
/**
 * Has what was written on the disk.
 * @param number the number
 * @return 0, or -1 with errno
 */
int _commit(int number) RRAS_SYMBOL("rras__commit");
/**
 * Changes between #_O_TEXT and #_O_BINARY.
 * @param number the number
 * @param mode #_O_TEXT or #_O_BINARY
 * @return what it was, or -1 with errno
 */
int _setmode(int number, int mode) RRAS_SYMBOL("rras__setmode");
/**
 * Whether it is a terminal: a file is none.
 * @param number the number
 * @return 0
 */
int _isatty(int number) RRAS_SYMBOL("rras__isatty");
/**
 * Tells the handle of a number, which is closed with it.
 * @param number the number
 * @return the handle, or -1 as INVALID_HANDLE_VALUE
 */
intptr_t _get_osfhandle(int number) RRAS_SYMBOL("rras__get_osfhandle");
/**
 * Makes a number for a handle, which is closed with it.
 * @param handle the handle
 * @param flags of fcntl.h
 * @return the number, or -1 with errno
 */
int _open_osfhandle(intptr_t handle, int flags) RRAS_SYMBOL("rras__open_osfhandle");
/** @} */

#ifdef __cplusplus
}
#endif

#endif
