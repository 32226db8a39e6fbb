/* SPDX-License-Identifier: MIT */
/**
 * @file stats.h
 * The observer behind `--stats`: how often each callout was called and how fast the run was.
 */
#ifndef RRASEMU_OBSERVE_STATS_H
#define RRASEMU_OBSERVE_STATS_H

#include "callout/callout.h"
#include "core/text.h"
#include "ras/record.h"

/** Counts so far; all zero at first. */
struct stats {
    uint64_t calls[CALLOUT_COUNT];
    uint64_t records;
    uint64_t virtual_ns;
    struct record_summary summary;
};

struct record_sink stats_sink(struct stats *stats);

/** Adds the report. `real_ns` is what the run took on the host's clock. */
void stats_add_report(struct text *text, const struct stats *stats, uint64_t real_ns);

#endif
