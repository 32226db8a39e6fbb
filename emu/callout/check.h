/* SPDX-License-Identifier: MIT */
/**
 * @file check.h
 * What a DLL does to the arguments it is given.
 */
#ifndef RRASEMU_CALLOUT_CHECK_H
#define RRASEMU_CALLOUT_CHECK_H

#include "callout/arguments.h"
#include "callout/finding.h"

/** Makes it visible, in a copy that is about to be given to a DLL, which bytes of an out-parameter the
 * DLL sets. */
void check_prepare(struct arguments *arguments, const struct callout *callout);

/** Puts back, after the call, what `preset` held where the DLL has set nothing (Q22). Bit i of the result:
 * parameter i was not set, or only a part of it. */
uint32_t check_settle(struct arguments *arguments, const struct arguments *preset,
                      const struct callout *callout);

/** Told of each fault, with the argument in words. */
typedef void check_report(void *self, enum finding_id finding, const char *argument);

/** Looks for parameters that are only read but were changed, and texts in them that lost their end. */
void check_inputs(const struct arguments *before, const struct arguments *after,
                  const struct callout *callout, check_report *report, void *self);

#endif
