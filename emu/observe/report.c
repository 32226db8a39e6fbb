/* SPDX-License-Identifier: MIT */
#include "observe/report.h"

#include "core/calendar.h"
#include "observe/words.h"

#include <string.h>

enum { INDENT = 4 };

const char *report_take_frame(const char *lines, struct report_frame *frame)
{
    const char **starts[] = {&frame->function, &frame->file, &frame->line, &frame->module, &frame->offset};
    int *lengths[] = {&frame->function_length, &frame->file_length, &frame->line_length, &frame->module_length,
                      &frame->offset_length};
    for (size_t i = 0; i < sizeof starts / sizeof *starts; i++) {
        size_t length = strcspn(lines, "\t\n");
        *starts[i] = lines;
        *lengths[i] = (int)length;
        lines += length + (lines[length] != '\0');
    }
    return lines;
}

void report_add_backtrace(struct text *text, const char *lines, size_t indent)
{
    struct report_frame frame;
    while (lines && *lines) {
        lines = report_take_frame(lines, &frame);
        text_pad(text, text->length, indent);
        if (frame.function_length)
            text_addf(text, "in %.*s", frame.function_length, frame.function);
        else
            text_addf(text, "in %.*s+%.*s", frame.module_length, frame.module, frame.offset_length, frame.offset);
        if (frame.file_length)
            text_addf(text, " (%.*s:%.*s)", frame.file_length, frame.file, frame.line_length, frame.line);
        text_add(text, "\n");
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
    text_addf(text, ", %s%s%s\n    %s\n", finding->callout ? finding->callout : "", finding->callout ? " of " : "",
              finding->dll ? finding->dll : "the scenario", finding->message);
    report_add_backtrace(text, finding->backtrace, INDENT);
    text_add(text, "\n");
}

static void take_finding(void *self, const struct record *record)
{
    struct output *output = self;
    if (record->type == RECORD_FINDING)
        add_finding(&output->pending, record);
    if (record->type == RECORD_SUMMARY) {
        words_add_summary(&output->pending, &record->summary);
        text_add(&output->pending, "\n");
    }
    output_flush_if_due(output);
}

struct record_sink report_sink(struct output *output)
{
    return (struct record_sink){take_finding, output};
}
