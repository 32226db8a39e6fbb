/* SPDX-License-Identifier: MIT */
#include "observe/stats.h"

#include "callout/call.h"
#include "core/calendar.h"

static void take_into_stats(void *self, const struct record *record)
{
    struct stats *stats = self;
    stats->records++;
    stats->virtual_ns = record->time_ns;
    if (record->type == RECORD_CALLOUT)
        stats->calls[callout_id(record->call->callout)]++;
    if (record->type == RECORD_SUMMARY)
        stats->summary = record->summary;
}

struct record_sink stats_sink(struct stats *stats)
{
    return (struct record_sink){take_into_stats, stats};
}

void stats_add_report(struct text *text, const struct stats *stats, uint64_t real_ns)
{
    const struct record_summary *summary = &stats->summary;
    uint64_t us = real_ns / 1000 ? real_ns / 1000 : 1;
    text_addf(text, "connections %u (accepted %u, refused %u, failed %u)\n", summary->connections, summary->accepted,
              summary->refused, summary->failed);
    for (int id = 0; id < CALLOUT_COUNT; id++)
        if (stats->calls[id])
            text_addf(text, "%10llu %s\n", (unsigned long long)stats->calls[id], callouts[id].name);
    text_add(text, "virtual time ");
    calendar_add_clock(text, stats->virtual_ns);
    text_addf(text, ", real time %llu.%03llu ms; %llu records, %llu callouts a second\n",
              (unsigned long long)(us / 1000), (unsigned long long)(us % 1000), (unsigned long long)stats->records,
              (unsigned long long)(summary->callouts * 1000000 / us));
}
