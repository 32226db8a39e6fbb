/* SPDX-License-Identifier: MIT */
/**
 * @file residue.h
 * What DLLs leave behind in the process they ran in.
 */
#ifndef RRASEMU_HOST_RESIDUE_H
#define RRASEMU_HOST_RESIDUE_H

#include "callout/host.h"

#include <limits.h>
#include <signal.h>

/** A process as it was before. */
struct residue {
    char folder[PATH_MAX];
    char locale[256];
    int rounding;
    unsigned files, threads;
    void (*handlers[32])(int);
};

/** Looks at this process. */
void residue_look(struct residue *residue);

/** What is different now, a RESIDUE_* bit each. */
uint32_t residue_compare(const struct residue *before);

#endif
