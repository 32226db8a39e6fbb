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

/** Begins to watch a DLL that dlopen() gave; held_memory_of() its image counts. */
void allocators_watch(void *library);

#endif
