/* SPDX-License-Identifier: MIT */
/**
 * @file expectation.h
 * Whether what a scenario expects can be met at all: a misspelt callout never would be, or always.
 */
#ifndef RRASEMU_SCENARIO_EXPECTATION_H
#define RRASEMU_SCENARIO_EXPECTATION_H

#include "core/text.h"
#include "scenario/scenario.h"

/** Checks the words of an expectation; if they make no sense, writes what was expected instead. */
bool expectation_makes_sense(const struct expect *expect, struct text *expected);

#endif
