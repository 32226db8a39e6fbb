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

/** For a file that the loader has refused: adds every library and symbol that is missing, and says which it
 * is. LOAD_REFUSED, and nothing added, when that was not the reason. */
enum load_result elf_image_unresolved(const char *path, struct text *why);

/** For a DLL that is loaded: adds the libraries that were found only because they lie in its own folder. */
void elf_image_own_libraries(const char *path, struct text *why);

/** Adds the exports that are nearly callouts (lookalike.h). */
void elf_image_lookalikes(const char *path, struct text *words);

#endif
