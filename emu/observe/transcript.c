/* SPDX-License-Identifier: MIT */
#include "observe/transcript.h"

#include "callout/call.h"
#include "core/calendar.h"
#include "core/json_text.h"
#include "observe/json.h"
#include "observe/report.h"
#include "observe/words.h"

#include <string.h>

/* --- jsonl --- */

static void take_jsonl(struct transcript *transcript, const struct record *record)
{
    struct output *output = transcript->output;
    json_add_record(&output->pending, record);
    text_add(&output->pending, "\n");
    output_flush_if_due(output);
}

/* --- text --- */

/* Widths of the columns of the transcript for people. What happens to a callout has a DLL and an
 * answer; words about anything else take both columns. */
enum {
    TIME_WIDTH = 13,
    CONNECTION_WIDTH = 6,
    WHAT_WIDTH = 44,
    DLL_WIDTH = 18,
    ANSWER_WIDTH = 26,
    WORDS_WIDTH = DLL_WIDTH + ANSWER_WIDTH,
};

/* Colours, used on terminals only (ECMA-48 SGR) */
#define PLAIN "\033[0m"
#define DIM "\033[2m"
#define BOLD "\033[1m"
#define RED "\033[31m"
#define GREEN "\033[32m"
#define YELLOW "\033[33m"

static const char *const tone_sgr[TONE_COUNT] = {
    [TONE_PLAIN] = "", [TONE_GOOD] = GREEN, [TONE_BAD] = RED, [TONE_WARNING] = YELLOW};

/* E.group: who waited for others, and who made them wait */
static void add_time(struct text *text, const char *word, uint64_t ns)
{
    if (ns)
        text_addf(text, "%s%s %llu.%03u s", text->length ? ", " : "", word,
                  (unsigned long long)(ns / CALENDAR_NS_PER_SECOND), (unsigned)(ns / 1000000 % 1000));
}

static void describe_call(struct transcript_line *line, const struct callout_call *call)
{
    text_add(&line->what, call->callout->name);
    text_add(&line->dll, call->dll);
    words_add_addresses(&line->what, call, " ");
    line->colour = tone_sgr[words_add_answer(&line->answer, call)];
    add_time(&line->answer, "waited", call->waited_ns);
    add_time(&line->answer, "slept", call->slept_ns);
}

static void describe_change(struct transcript_line *line, const struct record *record)
{
    text_addf(&line->what, "%s > %s", words_state(record, record->change.from), words_state(record, record->change.to));
    words_add_change(&line->words, record);
    line->colour = DIM;
}

static void describe_eventlog(struct transcript_line *line, const struct record *record)
{
    text_addf(&line->what, "event %u (%s)", record->eventlog.id, words_level(record));
    words_add_event(record->eventlog.source ? &line->answer : &line->words, record);
    text_add(&line->dll, record->eventlog.source ? record->eventlog.dll : "");
    line->colour = strcmp(words_level(record), "information") == 0 ? DIM : YELLOW;
}

static void describe_finding(struct transcript_line *line, const struct record_finding *finding)
{
    text_addf(&line->what, "%s: %s", severity_names[finding->severity], finding->id);
    text_add(&line->dll, finding->dll ? finding->dll : "");
    text_addf(&line->answer, "%s%s%s", finding->callout ? finding->callout : "", finding->callout ? ": " : "",
              finding->message);
    line->colour = finding->severity == SEVERITY_FAULT ? RED : YELLOW;
}

static void describe_summary(struct transcript_line *line, const struct record_summary *summary)
{
    words_add_summary(&line->what, summary);
    line->colour = BOLD;
}

/* Quoted, as a DLL may print what a terminal obeys; the line feed at the end is what makes it a line. */
static void describe_output(struct transcript_line *line, const struct record_output *output)
{
    struct text said = {0};
    size_t length = strlen(output->text);
    text_add_bytes(&said, output->text, length - (length > 0 && output->text[length - 1] == '\n'));
    text_addf(&line->what, "%s%s%s", output->stream, output->peer ? " " : "", output->peer ? output->peer : "");
    if (strcmp(output->process, role_names[ROLE_BOTH]) != 0)
        text_addf(&line->what, ", %s process", output->process);
    text_add(&line->dll, output->dll);
    json_add_string(&line->answer, text_string(&said));
    line->answer.failed |= said.failed;
    text_free(&said);
    line->colour = DIM;
}

static void describe(struct transcript_line *line, const struct record *record)
{
    switch (record->type) {
    case RECORD_SERVICE:
        text_add(&line->what, "service ");
        describe_change(line, record);
        break;
    case RECORD_STATE:
        describe_change(line, record);
        break;
    case RECORD_CALLOUT:
        describe_call(line, record->call);
        break;
    case RECORD_EVENTLOG:
        describe_eventlog(line, record);
        break;
    case RECORD_OUTPUT:
        describe_output(line, &record->output);
        break;
    case RECORD_FINDING:
        describe_finding(line, &record->finding);
        break;
    case RECORD_SUMMARY:
        describe_summary(line, &record->summary);
        break;
    case RECORD_INPUT:
    case RECORD_TYPE_COUNT:
        break;
    }
}

static void add_cell(struct text *out, const char *cell, size_t width)
{
    size_t from = out->length;
    text_add(out, cell);
    text_pad(out, from, width - 1);
    text_add(out, " ");
}

static void add_header(struct text *out)
{
    add_cell(out, "time", TIME_WIDTH);
    add_cell(out, "conn", CONNECTION_WIDTH);
    add_cell(out, "what happens", WHAT_WIDTH);
    add_cell(out, "DLL", DLL_WIDTH);
    add_cell(out, "answer", ANSWER_WIDTH);
    text_add(out, "rule\n");
}

static void add_line(struct text *out, const struct record *record, const struct transcript_line *line)
{
    calendar_add_clock(out, record->time_ns);
    text_add(out, " ");
    add_cell(out, text_string(&line->who), CONNECTION_WIDTH);
    add_cell(out, text_string(&line->what), WHAT_WIDTH);
    if (line->words.length > 0) {
        add_cell(out, text_string(&line->words), WORDS_WIDTH);
    } else {
        add_cell(out, text_string(&line->dll), DLL_WIDTH);
        add_cell(out, text_string(&line->answer), ANSWER_WIDTH);
    }
    text_add(out, record->rule ? record->rule : "");
    while (out->length > 0 && out->data[out->length - 1] == ' ')
        out->length--;
}

/* Does something with each cell; text_reset() forgets that memory ran out, so that is taken first. */
static bool each_cell(struct transcript_line *line, void (*what)(struct text *cell))
{
    struct text *const cells[] = {&line->who, &line->what, &line->dll, &line->answer, &line->words};
    bool failed = false;
    for (size_t i = 0; i < sizeof cells / sizeof *cells; i++) {
        failed |= cells[i]->failed;
        what(cells[i]);
    }
    return failed;
}

static void take_text(struct transcript *transcript, const struct record *record)
{
    struct output *output = transcript->output;
    struct text *out = &output->pending;
    struct transcript_line *line = &transcript->line;
    if (record->sequence == 1)
        add_header(out);
    if (record->type == RECORD_INPUT)
        return; /* what it leads to is told */
    line->colour = "";
    if (record->connection)
        text_addf(&line->who, "%u", (unsigned)record->connection);
    if (record->link)
        text_addf(&line->who, ".%u", (unsigned)record->link);
    describe(line, record);
    if (output->colour)
        text_add(out, line->colour);
    add_line(out, record, line);
    text_add(out, output->colour && *line->colour ? PLAIN "\n" : "\n");
    if (record->type == RECORD_FINDING)
        report_add_backtrace(out, record->finding.backtrace, TIME_WIDTH + CONNECTION_WIDTH);
    out->failed |= each_cell(line, text_reset);
    output_flush_if_due(output);
}

/* --- pictures --- */

static void take_picture(struct transcript *transcript, const struct record *record)
{
    struct text *out = &transcript->output->pending;
    sequence_take(&transcript->sequence, record);
    if (record->type != RECORD_SUMMARY)
        return;
    if (transcript->sequence.failed)
        out->failed = true;
    else
        transcript->format->draw(out, &transcript->sequence);
    sequence_free(&transcript->sequence);
    output_flush_if_due(transcript->output);
}

const struct transcript_format transcript_formats[] = {
    {"text", take_text, NULL, false, "columns for people to read"},
    {"jsonl", take_jsonl, NULL, false, "one JSON object a line, for programs"},
    {"mermaid", NULL, sequence_add_mermaid, true, "a sequence diagram for Mermaid"},
    {"msc", NULL, sequence_add_msc, true, "a sequence chart for mscgen"},
    {"dot", NULL, sequence_add_dot, false, "a sequence diagram for Graphviz"},
    {"markdown", NULL, sequence_add_markdown, false, "a table of the steps and a Mermaid diagram"},
    {"svg", NULL, sequence_add_svg, true, "a sequence diagram to look at"},
};
const size_t transcript_format_count = sizeof transcript_formats / sizeof *transcript_formats;

static void take_by_format(void *self, const struct record *record)
{
    struct transcript *transcript = self;
    if (transcript->format->draw)
        take_picture(transcript, record);
    else
        transcript->format->take(transcript, record);
}

struct record_sink transcript_sink(struct transcript *transcript)
{
    return (struct record_sink){take_by_format, transcript};
}

void transcript_close(struct transcript *transcript)
{
    each_cell(&transcript->line, text_free);
    sequence_free(&transcript->sequence);
}
