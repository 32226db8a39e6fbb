/* SPDX-License-Identifier: MIT */
/**
 * @file dialect.h
 * What Visual C++ takes and no compiler here does, although these pass it over without a word.
 */
#ifndef RRASEMU_CLI_DIALECT_H
#define RRASEMU_CLI_DIALECT_H

#include "core/error.h"

#include <stdbool.h>

/** False, with its place and what to write instead: the source has such a thing. One that cannot be read is the compiler's to
 * tell. */
bool dialect_check(const char *source, struct error *error);

#endif
