/* SPDX-License-Identifier: MIT */
/**
 * @file check.h
 * What a DLL does to the arguments it is given.
 */
#ifndef RRASEMU_CALLOUT_CHECK_H
#define RRASEMU_CALLOUT_CHECK_H

#include "callout/arguments.h"
#include "callout/finding.h"

/** Told of each fault, with the argument in words. */
typedef void check_report(void *self, enum finding_id finding, const char *argument);

/** Looks for parameters that are only read but were changed, and texts in them that lost their end. */
void check_inputs(const struct arguments *before, const struct arguments *after,
                  const struct callout *callout, check_report *report, void *self);

#endif
