/* SPDX-License-Identifier: MIT */
/**
 * @file lookalike.h
 * Exports that are meant to be callouts and are not, as their names are spelt, decorated or mangled.
 */
#ifndef RRASEMU_HOST_LOOKALIKE_H
#define RRASEMU_HOST_LOOKALIKE_H

#include "core/text.h"

/** Adds what is wrong with an exported name, if it is nearly a callout's; several are separated by "; ". */
void lookalike_add(struct text *words, const char *exported);

#endif
