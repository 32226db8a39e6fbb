/* SPDX-License-Identifier: MIT */
/**
 * @file check.h
 * What a DLL does to the arguments it is given: found where it runs, and told by the emulator.
 */
#ifndef RRASEMU_CALLOUT_CHECK_H
#define RRASEMU_CALLOUT_CHECK_H

#include "callout/arguments.h"
#include "callout/finding.h"

/** What a call did to parameters that are only to be read. */
struct input_faults {
    uint32_t modified;                              /**< bit N: parameter N was changed */
    uint32_t unterminated[CALLOUT_PARAMETERS_MOST]; /**< bit N: the parameter's text N lost its end */
};

/** Compares the arguments with what they were.
 * @param now where each stands; of a parameter that is not only to be read, it is not looked at */
struct input_faults check_inputs(const struct callout *callout, const struct arguments *before,
                                 void *const now[CALLOUT_PARAMETERS_MOST]);

/** Told of each fault, with the argument in words. */
typedef void check_report(void *self, enum finding_id finding, const char *argument);

/** Puts faults into words: a parameter, or a member as pRasConnection0.wszUserName. */
void check_tell(const struct input_faults *faults, const struct callout *callout, check_report *report, void *self);

#endif
