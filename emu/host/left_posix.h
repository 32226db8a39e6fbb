/* SPDX-License-Identifier: MIT */
/**
 * @file left_posix.h
 * What DLLs leave behind in the process they run in, and which of them.
 *
 * A change belongs to the DLL whose code ran between the looks before and after it.
 */
#ifndef RRASEMU_HOST_LEFT_POSIX_H
#define RRASEMU_HOST_LEFT_POSIX_H

#include "callout/host.h"

/** Remembers this process as it is, before the first DLL is loaded. */
void residue_begin(void);

/** Code of a DLL is about to run; whatever has changed belongs to the one that ran before. */
void residue_turn(uint32_t module);

/** What of this, RESIDUE_* bits, the DLL has changed and not put right. */
uint32_t residue_of(uint32_t module, uint32_t asked);

#endif
