/* SPDX-License-Identifier: MIT */
/**
 * @file calls.h
 * The functions of our run-time library that a DLL calls.
 */
#ifndef RRASEMU_CLI_CALLS_H
#define RRASEMU_CLI_CALLS_H

#include "core/text.h"

#include <stdbool.h>

/** Adds those that `is_one` chooses (NULL: all), with commas between; how many there are. */
unsigned calls_add(const char *dll, bool (*is_one)(const char *name), struct text *names);

/** Whether it fails here, and only Windows and Wine have it (runtime/absent.h). */
bool calls_is_absent(const char *name);

#endif
