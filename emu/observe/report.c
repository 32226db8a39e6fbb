/* SPDX-License-Identifier: MIT */
#include "observe/report.h"

#include "core/calendar.h"
#include "observe/words.h"

#include <string.h>

enum { INDENT = 4 };

void report_add_backtrace(struct text *text, const char *lines, size_t indent)
{
    for (size_t length; lines && *lines; lines += length + (lines[length] == '\n')) {
        length = strcspn(lines, "\n");
        text_pad(text, text->length, indent);
        text_addf(text, "in %.*s\n", (int)length, lines);
    }
}

static void add_finding(struct text *text, const struct record *record)
{
    const struct record_finding *finding = &record->finding;
    text_addf(text, "%s: %s", severity_names[finding->severity], finding->id);
    if (record->rule)
        text_addf(text, " (%s)", record->rule);
    text_add(text, "\n    ");
    calendar_add_clock(text, record->time_ns);
    if (record->connection)
        text_addf(text, ", connection %u", (unsigned)record->connection);
    text_addf(text, ", %s%s%s\n    %s\n", finding->callout ? finding->callout : "",
              finding->callout ? " of " : "", finding->dll ? finding->dll : "the scenario", finding->message);
    report_add_backtrace(text, finding->backtrace, INDENT);
    text_add(text, "\n");
}

static void take(void *self, const struct record *record)
{
    struct output *output = self;
    if (record->type == RECORD_FINDING)
        add_finding(&output->pending, record);
    if (record->type == RECORD_SUMMARY) {
        words_add_summary(&output->pending, &record->summary);
        text_add(&output->pending, "\n");
    }
    output_settle(output);
}

struct record_sink report_sink(struct output *output)
{
    return (struct record_sink){take, output};
}
