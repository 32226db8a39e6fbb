/* SPDX-License-Identifier: MIT */
/**
 * @file uses.h
 * What a callout's source calls, and where that is.
 */
#ifndef RRASEMU_CLI_USES_H
#define RRASEMU_CLI_USES_H

#include "core/error.h"

/** Tells for each source, a line on standard output each, whether it runs here or under Wine only, and by which functions
 * of Windows. The error is that of the first that neither compiler takes. */
void uses_tell(char *const *sources, int count, struct error *error);

#endif
