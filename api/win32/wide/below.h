/* SPDX-License-Identifier: MIT */
/**
 * @file below.h
 * @brief The functions of `<unistd.h>` that take a path, under the paths of Windows: access(), unlink(), rmdir(), chdir().
 *
 * A source that has read `<unistd.h>` before means the system's, and may have called them already. Included by io.h and direct.h.
 */
#ifndef RRAS_WIN32_WIDE_BELOW_H
#define RRAS_WIN32_WIDE_BELOW_H

#include <wide/offered.h>

#if !defined(_UNISTD_H) && !defined(RRAS_SYSTEM_STDIO)
#include <unistd.h>

#ifdef __cplusplus
extern "C" {
#endif

/** The system's, but a path of Windows leads into the sandbox; -1 with errno. */
int access(const char *path, int mode) RRAS_NOTHROW RRAS_SYMBOL("rras_access");
/** The system's, but a path of Windows leads into the sandbox; -1 with errno. */
int unlink(const char *path) RRAS_NOTHROW RRAS_SYMBOL("rras_unlink");
/** The system's, but a path of Windows leads into the sandbox; -1 with errno. */
int rmdir(const char *path) RRAS_NOTHROW RRAS_SYMBOL("rras_rmdir");
/** The system's, but a path of Windows is the current folder of Windows; -1 with errno. */
int chdir(const char *path) RRAS_NOTHROW RRAS_SYMBOL("rras_chdir");

#ifdef __cplusplus
}
#endif
#else
#include <unistd.h>
#endif

#endif
