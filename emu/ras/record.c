/* SPDX-License-Identifier: MIT */
#include "ras/record.h"

#include <assert.h>

const char *const record_type_names[RECORD_TYPE_COUNT] = {
    [RECORD_SERVICE] = "service",   [RECORD_STATE] = "state",     [RECORD_CALLOUT] = "callout",
    [RECORD_EVENTLOG] = "eventlog", [RECORD_OUTPUT] = "output",   [RECORD_FINDING] = "finding",
    [RECORD_INPUT] = "input",       [RECORD_SUMMARY] = "summary",
};

const char *const severity_names[SEVERITY_COUNT] = {
    [SEVERITY_WARNING] = "warning",
    [SEVERITY_FAULT] = "error",
};

void record_observe(struct record_stream *stream, struct record_sink sink)
{
    assert(stream->sink_count < RECORD_SINKS_MOST);
    stream->sinks[stream->sink_count++] = sink;
}

void record_emit(struct record_stream *stream, struct record *record)
{
    record->sequence = ++stream->sequence;
    if (record->type == RECORD_CALLOUT)
        stream->totals.callouts++;
    if (record->type == RECORD_FINDING)
        stream->totals.findings[record->finding.severity]++;
    for (size_t i = 0; i < stream->sink_count; i++)
        stream->sinks[i].take(stream->sinks[i].self, record);
}
