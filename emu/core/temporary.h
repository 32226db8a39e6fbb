/* SPDX-License-Identifier: MIT */
/**
 * @file temporary.h
 * Folders for temporary files.
 */
#ifndef RRASEMU_CORE_TEMPORARY_H
#define RRASEMU_CORE_TEMPORARY_H

#include <limits.h>
#include <stdbool.h>

/** Makes a new folder in $TMPDIR, or in /tmp where that is no full path. False with errno set when that cannot be done. */
bool temporary_folder(char path[PATH_MAX]);

#endif
