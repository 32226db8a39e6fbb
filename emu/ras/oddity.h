/* SPDX-License-Identifier: MIT */
/**
 * @file oddity.h
 * Addresses that no client can use, though RRAS delivers them as given (Q21).
 */
#ifndef RRASEMU_RAS_ODDITY_H
#define RRASEMU_RAS_ODDITY_H

#include "core/text.h"
#include "ras/pool.h"

#include <stdint.h>

/** Adds to *words what is odd about an address, in host byte order; nothing when nothing is. `before` is the address
 * that the same DLL gave last, or 0. */
void oddity_describe(struct text *words, uint32_t address, uint32_t before, const struct pool *pool);

#endif
