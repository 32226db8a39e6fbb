/* SPDX-License-Identifier: MIT */
/**
 * @file misuse_windows.h
 * Calls of Windows DLLs that make no sense: seen by what they import.
 */
#ifndef RRASEMU_HOST_MISUSE_WINDOWS_H
#define RRASEMU_HOST_MISUSE_WINDOWS_H

#include "host/imports_windows.h"

/** Functions that take a stream, a handle or a format. */
extern const struct watched misuse_watched[];

/** Notes a call that has failed for want of a handle. Returns `fine`. */
BOOL misuse_check_handle(BOOL fine, HANDLE handle, const char *function);

#endif
