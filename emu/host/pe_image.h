/* SPDX-License-Identifier: MIT */
/**
 * @file pe_image.h
 * What can be said of a Windows DLL without running any of it.
 */
#ifndef RRASEMU_HOST_PE_IMAGE_H
#define RRASEMU_HOST_PE_IMAGE_H

#include "callout/host.h"

#include <stdbool.h>

/** Whether a file is meant for Windows: a PE image, whole or not. */
bool pe_image_is(const char *path);

/** Looks at such a file before the loader does. LOAD_OK, or why RRAS cannot load it, in words in *why. */
enum load_result pe_image_check(const char *path, struct text *why);

#endif
