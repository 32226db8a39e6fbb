/* SPDX-License-Identifier: MIT */
/**
 * @file sandbox.h
 * @brief Where paths of Windows lead to: a folder of the run. Internal to the run-time library.
 *
 * The environment variable RRASEMU_SANDBOX names the folder; without it there is one of this process in the
 * folder for temporary files. Its folder `C` is the drive C:, whose folders Windows, Windows/System32 and
 * Windows/Temp come into being with the first file that is written. A path that begins with a slash is one of
 * the system below and stays as it is, and so, as under Wine, is what lies on the drive Z:.
 */
#ifndef RRAS_RUNTIME_SANDBOX_H
#define RRAS_RUNTIME_SANDBOX_H

#include "path.h"

#include <limits.h>
#include <windows.h>

/** The folder; it need not be there. */
const char *rras_sandbox_folder(void);

/** Makes it, and in it what a Windows machine has. */
void rras_sandbox_make(void);

/**
 * Translates a path. The case of letters does not count in what is there already.
 * @param path a path of Windows, relative or not, or one of the system below; UTF-8
 * @param create whether something is to be written there, so that the sandbox must exist
 * @param native receives the path of the system below
 * @return 0, or the error: ERROR_PATH_NOT_FOUND when a folder is missing, ERROR_INVALID_NAME
 */
DWORD rras_sandbox_path(LPCSTR path, BOOL create, char native[PATH_MAX]);

/**
 * Translates a wide path.
 * @param path as above
 * @param create as above
 * @param native receives the path of the system below
 * @return as above
 */
DWORD rras_sandbox_wide_path(LPCWSTR path, BOOL create, char native[PATH_MAX]);

/**
 * The Windows error for an errno.
 * @param code the errno
 * @return the error
 */
DWORD rras_error_of(int code);

#endif
