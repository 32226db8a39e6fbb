/* SPDX-License-Identifier: MIT */
/**
 * @file direct.h
 * @brief Folders, as Microsoft's C run-time library has them. Paths are those of fileapi.h; 0, or -1 with errno.
 */
#ifndef RRAS_WIN32_DIRECT_H
#define RRAS_WIN32_DIRECT_H

#include <wide/below.h>
#include <wide/secure_base.h>

#ifdef __cplusplus
extern "C" {
#endif

/**
 * Makes a folder.
 * @param path the path
 * @return 0, or -1 with errno
 */
int _mkdir(const char *path) RRAS_SYMBOL("rras__mkdir");
/** Wide. @copydoc _mkdir */
int _wmkdir(const wchar_t *path) RRAS_SYMBOL("rras__wmkdir");
/**
 * Deletes a folder, which must be empty.
 * @param path the path
 * @return 0, or -1 with errno
 */
int _rmdir(const char *path) RRAS_SYMBOL("rras__rmdir");
/** Wide. @copydoc _rmdir */
int _wrmdir(const wchar_t *path) RRAS_SYMBOL("rras__wrmdir");
/**
 * Changes the current folder, as SetCurrentDirectoryW() does.
 * @param path the path
 * @return 0, or -1 with errno
 */
int _chdir(const char *path) RRAS_SYMBOL("rras__chdir");
/** Wide. @copydoc _chdir */
int _wchdir(const wchar_t *path) RRAS_SYMBOL("rras__wchdir");
/**
 * Tells the current folder: into a buffer of this size, or, with NULL, into one to be given to free().
 * @param to buffer
 * @param size its size
 * @return NULL with errno
 */
char *_getcwd(char *to, int size) RRAS_SYMBOL("rras__getcwd");
/** Wide. @copydoc _getcwd */
wchar_t *_wgetcwd(wchar_t *to, int size) RRAS_SYMBOL("rras__wgetcwd");
/**
 * Tells the current drive: 3, which is C.
 * @return 0, or -1 with errno
 */
int _getdrive(void) RRAS_SYMBOL("rras__getdrive");

#ifdef __cplusplus
}
#endif

#endif
