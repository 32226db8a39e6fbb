/* SPDX-License-Identifier: MIT */
/**
 * @file require.h
 * What a DLL must offer (C2.exports, C2.pairs), and in which generation its connections are served.
 */
#ifndef RRASEMU_CALLOUT_REQUIRE_H
#define RRASEMU_CALLOUT_REQUIRE_H

#include "callout/callout.h"
#include "core/text.h"
#include "ras/server.h"

/** What a DLL offers: by name, and by slot once its callback table is known. */
struct offer {
    callout_set exports;
    callout_set slots;
    bool by_table; /**< initialized by MprAdminInitializeDllEx */
};

/** Whether a DLL may be used; if not, adds to `missing` in words everything it lacks. */
bool require_check(const struct server_options *server, const struct offer *offer, struct text *missing);

/** Which initialize of a DLL is called (Q9); CALLOUT_NONE: it has none. */
enum callout_id require_initialize(const struct server_options *server, const struct offer *offer);

/** The callouts of one DLL's connections: one generation, the newest it has or the oldest (Q8). */
struct generation {
    enum callout_id accept, hangup; /**< CALLOUT_NONE: that half is missing */
    enum callout_id reauthenticate; /**< the one that goes with them; a DLL may have another, or none */
};

struct generation require_generation(const struct server_options *server, const struct offer *offer);

#endif
