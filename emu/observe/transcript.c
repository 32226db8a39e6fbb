/* SPDX-License-Identifier: MIT */
#include "observe/transcript.h"

#include "callout/call.h"
#include "core/calendar.h"
#include "core/utf16.h"
#include "observe/json.h"
#include "ras/connection.h"

#include <string.h>

/* --- jsonl --- */

static void take_jsonl(void *self, const struct record *record)
{
    struct output *output = self;
    json_add_record(&output->pending, record);
    text_add(&output->pending, "\n");
    output_settle(output);
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

/* The cells of one line */
struct line {
    struct text what, dll, answer, words;
    const char *colour;
};

static void add_ipv4(struct text *text, const void *network_order)
{
    const unsigned char *p = network_order;
    text_addf(text, "%u.%u.%u.%u", p[0], p[1], p[2], p[3]);
}

static void add_id(struct text *text, const IN6_ADDR *address)
{
    const unsigned char *p = (const unsigned char *)address;
    text_addf(text, "id %x:%x:%x:%x", p[8] << 8 | p[9], p[10] << 8 | p[11], p[12] << 8 | p[13],
              p[14] << 8 | p[15]);
}

static void describe_address(struct line *line, const struct callout_call *call)
{
    for (unsigned i = 0; i < call->callout->parameter_count; i++) {
        const struct parameter *parameter = &call->callout->parameters[i];
        bool out = parameter->direction != DIRECTION_IN && call->result == NO_ERROR;
        if (parameter->argument == ARGUMENT_IPV4) {
            text_add(&line->what, " ");
            add_ipv4(&line->what, &call->in->ipv4);
            if (out)
                add_ipv4(&line->answer, &call->out->ipv4);
        }
        if (parameter->argument == ARGUMENT_IPV6) {
            text_add(&line->what, " ");
            add_id(&line->what, &call->in->ipv6);
            if (out)
                add_id(&line->answer, &call->out->ipv6);
        }
        if (parameter->argument == ARGUMENT_NOTIFY && out && call->out->notify)
            text_add(&line->answer, ", notify");
    }
}

static void describe_call(struct line *line, const struct callout_call *call)
{
    text_add(&line->what, call->callout->name);
    text_add(&line->dll, call->dll);
    describe_address(line, call);
    switch (call->callout->result) {
    case RESULT_VOID:
        break;
    case RESULT_BOOL:
        text_add(&line->answer, call->effective ? "TRUE" : "FALSE");
        if (call->effective != call->result)
            text_addf(&line->answer, " (%d)", (int)call->result);
        line->colour = call->effective ? GREEN : RED;
        break;
    case RESULT_DWORD:
        if (call->result != NO_ERROR) {
            text_addf(&line->answer, "error %u", (unsigned)call->result);
            line->colour = RED;
        } else if (line->answer.length == 0) {
            text_add(&line->answer, "NO_ERROR");
        }
        break;
    }
}

static void describe_state(struct line *line, const struct record_change *change)
{
    const struct connection *connection = change->connection;
    text_addf(&line->what, "%s > %s", change->from, change->to);
    line->colour = DIM;
    if (connection && connection->state == CONNECTION_AUTH) { /* the call: say who and how */
        char port[PORT_NAME_SIZE];
        port_name(connection->first_port, port);
        text_addf(&line->words, "%s\\%s calls, %s on %s", connection->dial.user->domain,
                  connection->dial.user->name, tunnels[connection->dial.tunnel].name, port);
    } else if (connection && connection->state == CONNECTION_CLOSING && connection->ending) {
        text_add(&line->words, end_reasons[connection->ending].text);
    } else {
        text_add(&line->words, change->text);
    }
}

static void describe_eventlog(struct line *line, const struct record_eventlog *eventlog)
{
    text_addf(&line->what, "event %u (%s)", eventlog->id, eventlog->level);
    for (size_t i = 0; i < eventlog->param_count; i++)
        text_addf(&line->words, "%s%s", i ? ", " : "", eventlog->params[i]);
    line->colour = YELLOW;
}

static void describe_finding(struct line *line, const struct record_finding *finding)
{
    text_addf(&line->what, "%s: %s", severity_names[finding->severity], finding->id);
    text_add(&line->dll, finding->dll);
    text_addf(&line->answer, "%s: %s", finding->callout, finding->message);
    line->colour = finding->severity == SEVERITY_ERROR ? RED : YELLOW;
}

static void describe_summary(struct line *line, const struct record_summary *summary)
{
    text_addf(&line->what,
              "%u connection%s: %u accepted, %u refused, %u failed; %llu callout%s; %u error%s, "
              "%u warning%s",
              summary->connections, summary->connections == 1 ? "" : "s", summary->accepted,
              summary->refused, summary->failed, (unsigned long long)summary->callouts,
              summary->callouts == 1 ? "" : "s",
              summary->findings[SEVERITY_ERROR], summary->findings[SEVERITY_ERROR] == 1 ? "" : "s",
              summary->findings[SEVERITY_WARNING],
              summary->findings[SEVERITY_WARNING] == 1 ? "" : "s");
    line->colour = BOLD;
}

static void describe(struct line *line, const struct record *record)
{
    switch (record->type) {
    case RECORD_SERVICE:
        text_add(&line->what, "service ");
        describe_state(line, &record->change);
        break;
    case RECORD_STATE:
        describe_state(line, &record->change);
        break;
    case RECORD_CALLOUT:
        describe_call(line, record->call);
        break;
    case RECORD_EVENTLOG:
        describe_eventlog(line, &record->eventlog);
        break;
    case RECORD_FINDING:
        describe_finding(line, &record->finding);
        break;
    case RECORD_SUMMARY:
        describe_summary(line, &record->summary);
        break;
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

static void add_line(struct text *out, const struct record *record, const struct line *line)
{
    struct text who = {0};
    if (record->connection)
        text_addf(&who, "%u", (unsigned)record->connection);
    if (record->link)
        text_addf(&who, ".%u", (unsigned)record->link);
    calendar_add_clock(out, record->time_ns);
    text_add(out, " ");
    add_cell(out, text_string(&who), CONNECTION_WIDTH);
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
    out->failed |= who.failed;
    text_free(&who);
}

static void take_text(void *self, const struct record *record)
{
    struct output *output = self;
    struct text *out = &output->pending;
    struct line line = {.colour = ""};
    if (record->sequence == 1)
        add_header(out);
    describe(&line, record);
    if (output->colour)
        text_add(out, line.colour);
    add_line(out, record, &line);
    text_add(out, output->colour && *line.colour ? PLAIN "\n" : "\n");
    out->failed |= line.what.failed | line.dll.failed | line.answer.failed | line.words.failed;
    text_free(&line.what);
    text_free(&line.dll);
    text_free(&line.answer);
    text_free(&line.words);
    output_settle(output);
}

const struct transcript_format transcript_formats[] = {
    {"text", take_text, "columns for people to read"},
    {"jsonl", take_jsonl, "one JSON object a line, for programs"},
};
const size_t transcript_format_count = sizeof transcript_formats / sizeof *transcript_formats;

struct record_sink transcript_sink(const struct transcript_format *format, struct output *output)
{
    return (struct record_sink){format->take, output};
}
