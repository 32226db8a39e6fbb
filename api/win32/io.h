/* SPDX-License-Identifier: MIT */
/**
 * @file io.h
 * @brief Files by number, and files by path, as Microsoft's C run-time library has them.
 *
 * Paths are those of fileapi.h. The numbers are the library's own, from 3 on, and none of the system below; a file that was opened as
 * text has lines that end in CR LF. Functions return 0 or what they say, and -1 with errno. Any thread may call them; two must not
 * use one number at the same time.
 */
#ifndef RRAS_WIN32_IO_H
#define RRAS_WIN32_IO_H

#include <fcntl.h>
#include <share.h>
#include <time.h>
#include <wide/secure_base.h>

#ifdef __cplusplus
extern "C" {
#endif

/** @name By path
 * @{ */
/** Looks whether a file is there (mode 0), can be written (2), read (4). */
int _access(const char *path, int mode) RRAS_SYMBOL("rras__access");
/** Wide. @copydoc _access */
int _waccess(const wchar_t *path, int mode) RRAS_SYMBOL("rras__waccess");
/** As _access(), but returns an errno. */
errno_t _access_s(const char *path, int mode) RRAS_SYMBOL("rras__access_s");
/** Wide. @copydoc _access_s */
errno_t _waccess_s(const wchar_t *path, int mode) RRAS_SYMBOL("rras__waccess_s");
/** Makes a file read-only, or with #_S_IWRITE writable. */
int _chmod(const char *path, int mode) RRAS_SYMBOL("rras__chmod");
/** Wide. @copydoc _chmod */
int _wchmod(const wchar_t *path, int mode) RRAS_SYMBOL("rras__wchmod");
/** Deletes a file. */
int _unlink(const char *path) RRAS_SYMBOL("rras__unlink");
/** Wide. @copydoc _unlink */
int _wunlink(const wchar_t *path) RRAS_SYMBOL("rras__wunlink");
/** @} */

/** @name By number
 * @{ */
/** Opens a file; its number. With #_O_CREAT a further argument says whether it may be written later, too. */
int _open(const char *path, int flags, ...) RRAS_SYMBOL("rras__open");
/** Wide. @copydoc _open */
int _wopen(const wchar_t *path, int flags, ...) RRAS_SYMBOL("rras__wopen");
/** Opens a file; 0 or an errno.
 * @param number receives its number
 * @param path the file
 * @param flags of fcntl.h
 * @param share of share.h
 * @param mode #_S_IREAD, #_S_IWRITE */
errno_t _sopen_s(int *number, const char *path, int flags, int share, int mode) RRAS_SYMBOL("rras__sopen_s");
/** Wide. @copydoc _sopen_s */
errno_t _wsopen_s(int *number, const wchar_t *path, int flags, int share, int mode) RRAS_SYMBOL("rras__wsopen_s");
/** Makes or empties a file, to be written; its number. */
int _creat(const char *path, int mode) RRAS_SYMBOL("rras__creat");
/** Closes a file. */
int _close(int number) RRAS_SYMBOL("rras__close");
/** Reads; how many bytes the program got, 0 at the end. */
int _read(int number, void *to, unsigned size) RRAS_SYMBOL("rras__read");
/** Writes; how many bytes the program gave. */
int _write(int number, const void *from, unsigned size) RRAS_SYMBOL("rras__write");
/** Goes to a place; where that is. */
long _lseek(int number, long distance, int whence) RRAS_SYMBOL("rras__lseek");
/** Goes to a place; where that is. */
long long _lseeki64(int number, long long distance, int whence) RRAS_SYMBOL("rras__lseeki64");
/** Tells the place. */
long _tell(int number) RRAS_SYMBOL("rras__tell");
/** Whether the place is the end. */
int _eof(int number) RRAS_SYMBOL("rras__eof");
/** Tells how long the file is. */
long _filelength(int number) RRAS_SYMBOL("rras__filelength");
/** Tells how long the file is. */
long long _filelengthi64(int number) RRAS_SYMBOL("rras__filelengthi64");
/** Makes the file as long as this. */
int _chsize(int number, long size) RRAS_SYMBOL("rras__chsize");
/** Has what was written on the disk. */
int _commit(int number) RRAS_SYMBOL("rras__commit");
/** Changes between #_O_TEXT and #_O_BINARY; what it was. */
int _setmode(int number, int mode) RRAS_SYMBOL("rras__setmode");
/** Whether it is a terminal: a file is none. */
int _isatty(int number) RRAS_SYMBOL("rras__isatty");
/** Tells the handle of a number, which is closed with it; -1 as INVALID_HANDLE_VALUE. */
intptr_t _get_osfhandle(int number) RRAS_SYMBOL("rras__get_osfhandle");
/** Makes a number for a handle, which is closed with it. */
int _open_osfhandle(intptr_t handle, int flags) RRAS_SYMBOL("rras__open_osfhandle");
/** @} */

#ifdef __cplusplus
}
#endif

#endif
