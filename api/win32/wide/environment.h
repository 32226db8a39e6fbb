/* SPDX-License-Identifier: MIT */
/**
 * @file environment.h
 * @brief The environment and paths as texts, as Microsoft's C run-time library has them.
 *
 * The environment is a server's, fixed, and nothing of the machine below but what the emulator was started with. The library has
 * a copy of its own: what SetEnvironmentVariableW() changes is not seen here, what _putenv_s() changes is seen by both. The case of
 * a name does not count. Included by stdlib.h and wchar.h.
 */
#ifndef RRAS_WIN32_WIDE_ENVIRONMENT_H
#define RRAS_WIN32_WIDE_ENVIRONMENT_H

#include <wide/secure_base.h>

#ifdef __cplusplus
extern "C" {
#endif

/** @name Variables
 * @{ */
#ifndef RRAS_SYSTEM_STDIO
/** Tells a variable; NULL when there is none. The text stays as it is, also when the variable is changed. */
char *getenv(const char *name) RRAS_NOTHROW RRAS_SYMBOL("rras_getenv");
#endif
/** Wide. @copydoc getenv */
wchar_t *_wgetenv(const wchar_t *name) RRAS_SYMBOL("rras__wgetenv");
/** Copies a variable into a buffer of this size and tells the size it needs, 0 when there is none; 0 or an errno. */
errno_t getenv_s(size_t *needed, char *to, size_t size, const char *name) RRAS_SYMBOL("rras_getenv_s");
/** Makes a copy to be given to free(), NULL when there is no such variable, and tells its size; 0 or an errno. */
errno_t _dupenv_s(char **to, size_t *size, const char *name) RRAS_SYMBOL("rras__dupenv_s");
/** Wide. @copydoc _dupenv_s */
errno_t _wdupenv_s(wchar_t **to, size_t *size, const wchar_t *name) RRAS_SYMBOL("rras__wdupenv_s");
/** Sets a variable, or takes it away where the value is empty; 0 or an errno. */
errno_t _putenv_s(const char *name, const char *value) RRAS_SYMBOL("rras__putenv_s");
/** Sets a variable by `NAME=VALUE`; 0, or -1. */
int _putenv(const char *setting) RRAS_SYMBOL("rras__putenv");
/** Wide. @copydoc _putenv */
int _wputenv(const wchar_t *setting) RRAS_SYMBOL("rras__wputenv");
/** Wide. @copydoc _putenv_s */
errno_t _wputenv_s(const wchar_t *name, const wchar_t *value) RRAS_SYMBOL("rras__wputenv_s");
/** @} */

/** @name errno
 * @{ */
/** Tells it; 0 or an errno. */
errno_t _get_errno(int *code) RRAS_SYMBOL("rras__get_errno");
/** Sets it; 0. */
errno_t _set_errno(int code) RRAS_SYMBOL("rras__set_errno");
/** @} */

#ifndef _MAX_PATH
#define _MAX_PATH 260  /**< Units of a path, with its null. */
#define _MAX_DRIVE 3   /**< Units of a drive, with its null. */
#define _MAX_DIR 256   /**< Units of the folders, with their null. */
#define _MAX_FNAME 256 /**< Units of a name, with its null. */
#define _MAX_EXT 256   /**< Units of what stands behind the last dot, with its null. */
#endif

/** @name Paths as texts
 * What a part's pointer being NULL and its size 0 leaves out is not told.
 * @{ */
/** Makes a path whole, as GetFullPathNameW() does; `to` NULL: a copy to be given to free(). NULL when it does not fit. */
char *_fullpath(char *to, const char *path, size_t size) RRAS_SYMBOL("rras__fullpath");
/** Wide. @copydoc _fullpath */
wchar_t *_wfullpath(wchar_t *to, const wchar_t *path, size_t size) RRAS_SYMBOL("rras__wfullpath");
/** Takes a path apart: the drive with its colon, folders with the last slash, the name, its extension with the dot; 0 or an errno. */
errno_t _splitpath_s(const char *path, char *drive, size_t drive_size, char *folder, size_t folder_size, char *name,
                     size_t name_size, char *extension, size_t extension_size) RRAS_SYMBOL("rras__splitpath_s");
/** Wide. @copydoc _splitpath_s */
errno_t _wsplitpath_s(const wchar_t *path, wchar_t *drive, size_t drive_size, wchar_t *folder, size_t folder_size,
                      wchar_t *name, size_t name_size, wchar_t *extension, size_t extension_size)
    RRAS_SYMBOL("rras__wsplitpath_s");
/** Takes a path apart into buffers of #_MAX_DRIVE, #_MAX_DIR, #_MAX_FNAME and #_MAX_EXT units. */
void _splitpath(const char *path, char *drive, char *folder, char *name, char *extension)
    RRAS_SYMBOL("rras__splitpath");
/** Wide. @copydoc _splitpath */
void _wsplitpath(const wchar_t *path, wchar_t *drive, wchar_t *folder, wchar_t *name, wchar_t *extension)
    RRAS_SYMBOL("rras__wsplitpath");
/** Puts a path together; the colon, the slash behind the folders and the dot are added where they are missing; 0 or an errno. */
errno_t _makepath_s(char *to, size_t size, const char *drive, const char *folder, const char *name,
                    const char *extension) RRAS_SYMBOL("rras__makepath_s");
/** Puts a path together in a buffer of #_MAX_PATH units. */
void _makepath(char *to, const char *drive, const char *folder, const char *name, const char *extension)
    RRAS_SYMBOL("rras__makepath");
/** Wide. @copydoc _makepath */
void _wmakepath(wchar_t *to, const wchar_t *drive, const wchar_t *folder, const wchar_t *name, const wchar_t *extension)
    RRAS_SYMBOL("rras__wmakepath");
/** Wide. @copydoc _makepath_s */
errno_t _wmakepath_s(wchar_t *to, size_t size, const wchar_t *drive, const wchar_t *folder, const wchar_t *name,
                     const wchar_t *extension) RRAS_SYMBOL("rras__wmakepath_s");
/** @} */

#ifdef __cplusplus
}
#endif

#endif
