/* SPDX-License-Identifier: MIT */
/**
 * @file require.h
 * What a DLL must offer (callouts.md C.2), and in which generation its connections are served.
 */
#ifndef RRASEMU_CALLOUT_REQUIRE_H
#define RRASEMU_CALLOUT_REQUIRE_H

#include "callout/callout.h"
#include "core/text.h"

/** What a DLL offers: by name, and by slot once its callback table is known. */
struct offer {
    callout_set exports;
    callout_set slots;
    bool by_table; /**< initialized by MprAdminInitializeDllEx */
};

/** Whether a DLL may be used; if not, adds to `missing` in words everything it lacks. */
bool require_check(const struct profile *profile, const struct offer *offer, struct text *missing);

/** The callouts of one DLL's connections: one generation, the newest it has (Q8). */
struct generation {
    enum callout_id accept, hangup; /**< CALLOUT_NONE: that half is missing */
};

struct generation require_generation(const struct offer *offer);

#endif
