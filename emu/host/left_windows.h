/* SPDX-License-Identifier: MIT */
/**
 * @file left_windows.h
 * What Windows DLLs open, begin and allocate, and leave behind: seen by what they and their C run-time library import.
 */
#ifndef RRASEMU_HOST_LEFT_WINDOWS_H
#define RRASEMU_HOST_LEFT_WINDOWS_H

#include "host/imports.h"

#include <stdint.h>

/** What C run-time libraries are led to as well; the last has no name. */
extern const struct replacement left_replacements[];

/** What is called instead of a function that allocates or frees, or NULL. `original` is kept, to be called by it. */
FARPROC left_memory_replacement(const char *name, FARPROC original);

/** A file was opened on behalf of a DLL; returns it. */
HANDLE left_opened(HANDLE file);

/** Memory that is left of a DLL, which may be unloaded. */
struct left_memory {
    uint32_t blocks;
    uint64_t bytes;
    uintptr_t place; /**< behind the call that made the oldest; offset from its base */
};

/** Counts what code between two addresses has allocated and nobody has freed. */
struct left_memory left_of(uintptr_t base, uintptr_t end);

/** Looks at this process. */
void left_look(void);

/** Code of a DLL is about to run: what is opened or begun from now on is its doing, and what has changed that of the
 * one before. */
void left_turn(uint32_t module);

/** What this DLL has changed and not put right, a RESIDUE_* bit each. */
uint32_t left_compare(uint32_t module);

#endif
