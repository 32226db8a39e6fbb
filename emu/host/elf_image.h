/* SPDX-License-Identifier: MIT */
/**
 * @file elf_image.h
 * What can be said of a shared object without running any of it.
 */
#ifndef RRASEMU_HOST_ELF_IMAGE_H
#define RRASEMU_HOST_ELF_IMAGE_H

#include "callout/host.h"

/** Looks at a file before the loader does. LOAD_OK, or why it cannot be loaded, in words in *why. */
enum load_result elf_image_check(const char *path, struct text *why);

/** For a file that the loader has refused: adds every library and symbol that is missing. Adds
 * nothing when that was not the reason. */
void elf_image_unresolved(const char *path, struct text *why);

#endif
