/* SPDX-License-Identifier: MIT */
/**
 * @file file.h
 * @brief What the functions of files share. Internal to the run-time library.
 */
#ifndef RRAS_RUNTIME_FILE_H
#define RRAS_RUNTIME_FILE_H

#include <limits.h>
#include <sys/stat.h>
#include <windows.h>

/** Sets the last error; TRUE for none. */
BOOL rras_done(DWORD error);

/** NO_ERROR, or the error for errno. */
DWORD rras_error_unless(BOOL fine);

/** Wide paths are narrow ones in UTF-8 from here on; one that is too long stays too long. */
LPCSTR rras_narrowed(LPCWSTR path, char narrow[PATH_MAX]);

/** A descriptor of its own, so that nobody can close the file meanwhile; -1 with the last error set. */
int rras_file_take(HANDLE handle);

/** The attributes of what is there. */
DWORD rras_attributes_of(const struct stat *status);

/** A time of the system below as one of Windows, and back. */
FILETIME rras_file_time(struct timespec time);
struct timespec rras_system_time(FILETIME time);

#endif
