/* SPDX-License-Identifier: MIT */
/**
 * @file allocators_posix.h
 * What a DLL allocates and does not give back.
 *
 * The calls that a DLL itself makes of malloc(), free() and their like are led through here, by its own
 * table of imports; nobody else's are. What the C library allocates or frees on its behalf is not seen, so
 * a buffer that getline() has made larger counts as lost.
 */
#ifndef RRASEMU_HOST_ALLOCATORS_POSIX_H
#define RRASEMU_HOST_ALLOCATORS_POSIX_H

#include "host/held.h"

#include <stdint.h>

/** A DLL whose allocations are watched. */
struct allocators_watch {
    uintptr_t base, end; /**< where it is loaded; 0: it is not watched */
    char *path;
};

/** Begins to watch a DLL that dlopen() gave. */
void allocators_watch(struct allocators_watch *watch, void *library);

/** Counts; best after the DLL was unloaded, since that frees too. */
struct held_memory allocators_count(const struct allocators_watch *watch);

/** Ends it. */
void allocators_forget(struct allocators_watch *watch);

#endif
