/* SPDX-License-Identifier: MIT */
/**
 * @file left_windows.h
 * What Windows DLLs open, begin and allocate, and leave behind: seen by what they and their C run-time library import.
 */
#ifndef RRASEMU_HOST_LEFT_WINDOWS_H
#define RRASEMU_HOST_LEFT_WINDOWS_H

#include "host/held.h"
#include "host/image.h"
#include "host/imports_windows.h"

#include <stdint.h>

/** What C run-time libraries are led to as well; the last has no name. */
extern const struct replacement left_replacements[];

/** Functions that allocate or free. */
extern const struct watched left_memory[];

/** A file was opened on behalf of a DLL; returns it. */
HANDLE left_opened(HANDLE file);

/** Counts what its code has allocated and nobody has freed, but for what the run-time library in it keeps. */
struct held_memory left_of(const struct image *image);

/** Waits until every thread that DLLs have created has begun, or for as long as nobody waits longer. */
void left_wait_for_threads(void);

/** Looks at this process. */
void left_look(void);

/** Code of a DLL is about to run: what is opened or begun from now on is its doing, and what has changed that of the
 * one before. */
void left_turn(uint32_t module);

/** What this DLL, which is at `image`, has changed and not put right, a RESIDUE_* bit each. */
uint32_t left_compare(uint32_t module, const struct image *image);

#endif
