/* SPDX-License-Identifier: MIT */
#include "observe/json.h"

#include "callout/call.h"
#include "core/calendar.h"
#include "core/json_text.h"
#include "core/utf16.h"
#include "observe/report.h"
#include "observe/words.h"
#include "ras/eventlog.h"
#include "ras/port.h"

#include <string.h>

/* --- arguments --- */

static uint64_t number_at(const unsigned char *place, size_t size)
{
    uint64_t number = 0;
    memcpy(&number, place, size); /* little-endian, as every machine Windows runs on */
    return number;
}

static void add_wide(struct text *text, const unsigned char *place, size_t size)
{
    size_t from = json_begin_string(text);
    utf16_add(text, (const uint16_t *)(const void *)place, size / sizeof(uint16_t));
    json_end_string(text, from);
}

static void add_hex(struct text *text, const unsigned char *place, size_t size)
{
    for (size_t i = 0; i < size; i++)
        text_addf(text, "%02x", place[i]);
}

static void add_guid(struct text *text, const unsigned char *p)
{
    text_add(text, "\"");
    text_add_guid(text, p);
    text_add(text, "\"");
}

static void add_filetime(struct text *text, const unsigned char *place)
{
    uint64_t filetime = number_at(place, 8);
    if (filetime == 0) {
        text_add(text, "null");
        return;
    }
    text_add(text, "\"");
    calendar_add_filetime(text, filetime);
    text_add(text, "\"");
}

/* In full, as eight groups: the shortest form would need rules of its own */
static void add_ipv6(struct text *text, const unsigned char *p)
{
    text_add(text, "\"");
    for (int i = 0; i < 16; i += 2)
        text_addf(text, "%s%x", i ? ":" : "", (unsigned)(p[i] << 8 | p[i + 1]));
    text_add(text, "\"");
}

static void add_struct(struct text *text, const unsigned char *place, const struct layout *layout);

static void add_member(struct text *text, const unsigned char *place, const struct member *member)
{
    switch (member->kind) {
    case MEMBER_NUMBER:
    case MEMBER_HANDLE:
        text_add_uint(text, number_at(place, member->size));
        break;
    case MEMBER_WSTRING:
        add_wide(text, place, member->size);
        break;
    case MEMBER_BYTES:
        text_add(text, "\"");
        add_hex(text, place, member->size);
        text_add(text, "\"");
        break;
    case MEMBER_COUNTED:
        text_add(text, "\"");
        add_hex(text, place, number_at(place - sizeof(uint32_t), sizeof(uint32_t)));
        text_add(text, "\"");
        break;
    case MEMBER_GUID:
        add_guid(text, place);
        break;
    case MEMBER_FILETIME:
        add_filetime(text, place);
        break;
    case MEMBER_FUNCTION: /* an address would differ from run to run */
        text_add(text, number_at(place, member->size) ? "\"set\"" : "null");
        break;
    case MEMBER_IPV4:
        text_addf(text, "\"%u.%u.%u.%u\"", place[0], place[1], place[2], place[3]);
        break;
    case MEMBER_IPV6:
        add_ipv6(text, place);
        break;
    case MEMBER_BOOL:
        text_addf(text, "%d", (int)(int32_t)number_at(place, member->size));
        break;
    case MEMBER_STRUCT:
        add_struct(text, place, member->layout);
        break;
    }
}

static void add_struct(struct text *text, const unsigned char *place, const struct layout *layout)
{
    const char *separator = "{";
    for (size_t i = 0; i < layout->count; i++) {
        const struct member *member = &layout->members[i];
        if (member->only_if && member->only_if != place[0])
            continue;
        text_addf(text, "%s\"%s\":", separator, member->name);
        add_member(text, place + member->offset, member);
        separator = ",";
    }
    text_add(text, "}");
}

/* The parameters of a direction, with the opening brace before the first. Whether there was any. */
static bool add_parameters(struct text *text, const struct callout_call *call, const struct arguments *arguments,
                           enum direction direction)
{
    bool any = false;
    for (unsigned i = 0; i < call->callout->parameter_count; i++) {
        const struct parameter *parameter = &call->callout->parameters[i];
        const struct member *place = &argument_places[parameter->argument];
        if (parameter->direction != direction && parameter->direction != DIRECTION_IN_OUT)
            continue;
        text_addf(text, "%s\"%s\":", any ? "," : direction == DIRECTION_IN ? "{" : ",\"out\":{", parameter->name);
        add_member(text, (const unsigned char *)arguments + place->offset, place);
        any = true;
    }
    return any;
}

static void add_call(struct text *text, const struct callout_call *call)
{
    const struct callout *callout = call->callout;
    text_addf(text, ",\"callout\":\"%s\",\"dll\":", callout->name);
    json_add_string(text, call->dll);
    text_addf(text, ",\"process\":\"%s\",\"args\":", role_names[callout->role]);
    text_add(text, add_parameters(text, call, call->in, DIRECTION_IN) ? "}" : "{}");
    if (callout->result == RESULT_VOID || call->outcome != OUTCOME_RETURNED)
        text_add(text, ",\"result\":null");
    else if (callout->result == RESULT_BOOL)
        text_addf(text, ",\"result\":%d", (int)(int32_t)call->result);
    else
        text_addf(text, ",\"result\":%u", (unsigned)call->result);
    if (call->outcome != OUTCOME_RETURNED)
        return;
    bool any = add_parameters(text, call, call->out, DIRECTION_OUT);
    if (call->effective != call->result) {
        text_addf(text, "%s\"effective\":%u", any ? "," : ",\"out\":{", (unsigned)call->effective);
        any = true;
    }
    if (any)
        text_add(text, "}");
}

/* --- the other types --- */

static void add_change(struct text *text, const struct record *record)
{
    text_addf(text, ",\"from\":\"%s\",\"to\":\"%s\"", words_state(record, record->change.from),
              words_state(record, record->change.to));
}

/* A string that `add` writes */
static void add_made(struct text *text, void (*add)(struct text *, const struct record *, size_t),
                     const struct record *record, size_t index)
{
    size_t from = json_begin_string(text);
    add(text, record, index);
    json_end_string(text, from);
}

/* Of an entry of a DLL's */
static void add_source(struct text *text, const struct record_eventlog *entry)
{
    if (entry->data && *entry->data)
        text_addf(text, ",\"data\":\"%s\"", entry->data);
    text_add(text, ",\"source\":");
    json_add_string(text, entry->source);
    text_addf(text, ",\"category\":%u,\"qualifiers\":%u,\"dll\":", entry->category, entry->qualifiers);
    json_add_string(text, entry->dll);
    text_addf(text, ",\"process\":\"%s\"", entry->process);
}

static void add_eventlog(struct text *text, const struct record *record)
{
    uint8_t data[EVENTLOG_DATA_MOST];
    size_t count = eventlog_parameter_count(record), size = eventlog_data(record, data);
    text_addf(text, ",\"id\":%u,\"level\":\"%s\",\"params\":[", record->eventlog.id, words_level(record));
    for (size_t i = 0; i < count; i++) {
        text_add(text, i ? "," : "");
        add_made(text, eventlog_add_parameter, record, i);
    }
    text_add(text, "]");
    if (size) {
        text_add(text, ",\"data\":\"");
        add_hex(text, data, size);
        text_add(text, "\"");
    }
    if (record->eventlog.source)
        add_source(text, &record->eventlog);
}

static void add_words(struct text *text, const struct record *record, size_t unused)
{
    (void)unused;
    words_add_record(text, record);
}

/* Behind the keys of the type: whom it is about, and what the text transcript says */
static void add_subject(struct text *text, const struct record *record)
{
    const struct record_subject *subject = &record->subject;
    char port[PORT_NAME_SIZE];
    if (!subject->user || record->type == RECORD_INPUT) /* whose arguments tell the same */
        return;
    text_add(text, ",\"user\":");
    json_add_string(text, subject->user);
    text_addf(text, ",\"tunnel\":\"%s\"", tunnels[subject->tunnel].name);
    if (subject->has_port) {
        port_write_name(subject->tunnel, subject->device, subject->port, port);
        text_addf(text, ",\"port\":\"%s\"", port);
    }
    if (record->type == RECORD_STATE && record->change.from != record->change.to && subject->ending)
        text_addf(text, ",\"ending\":\"%s\"", end_reasons[subject->ending].text);
}

static void add_frame_key(struct text *text, const char *key, const char *value, int length)
{
    text_addf(text, "\"%s\":", key);
    size_t from = json_begin_string(text);
    text_addf(text, "%.*s", length, value);
    json_end_string(text, from);
    text_add(text, ",");
}

static void add_frames(struct text *text, const char *lines)
{
    struct report_frame frame;
    const char *separator = ",\"frames\":[";
    while (*lines) {
        lines = report_take_frame(lines, &frame);
        text_add(text, separator);
        text_add(text, "{");
        if (frame.function_length)
            add_frame_key(text, "function", frame.function, frame.function_length);
        if (frame.file_length) {
            add_frame_key(text, "file", frame.file, frame.file_length);
            text_addf(text, "\"line\":%.*s,", frame.line_length, frame.line);
        }
        add_frame_key(text, "module", frame.module, frame.module_length);
        text_addf(text, "\"offset\":\"%.*s\"}", frame.offset_length, frame.offset);
        separator = ",";
    }
    text_add(text, "]");
}

static void add_finding(struct text *text, const struct record_finding *finding)
{
    text_addf(text, ",\"id\":\"%s\",\"severity\":\"%s\"", finding->id, severity_names[finding->severity]);
    if (finding->callout)
        text_addf(text, ",\"callout\":\"%s\"", finding->callout);
    if (finding->dll) {
        text_add(text, ",\"dll\":");
        json_add_string(text, finding->dll);
    }
    text_add(text, ",\"message\":");
    json_add_string(text, finding->message);
    if (finding->backtrace && *finding->backtrace)
        add_frames(text, finding->backtrace);
}

static void add_input(struct text *text, const struct record_input *input)
{
    text_addf(text, ",\"kind\":\"%s\",\"origin\":\"%s\"", input->kind, input->origin);
    size_t before = text->length;
    text_add(text, ",");
    size_t behind = text->length;
    input->add(text, input->source);
    if (text->length == behind && !text->failed)
        text->length = before; /* it has no arguments */
}

static void add_summary(struct text *text, const struct record_summary *summary)
{
    text_addf(text,
              ",\"connections\":%u,\"accepted\":%u,\"refused\":%u,\"failed\":%u,\"callouts\":%llu,"
              "\"warnings\":%u,\"errors\":%u",
              summary->connections, summary->accepted, summary->refused, summary->failed,
              (unsigned long long)summary->callouts, summary->findings[SEVERITY_WARNING],
              summary->findings[SEVERITY_FAULT]);
}

void json_add_record(struct text *text, const struct record *record)
{
    text_addf(text, "{\"seq\":%llu,\"t_ns\":%llu,\"type\":\"%s\"", (unsigned long long)record->sequence,
              (unsigned long long)record->time_ns, record_type_names[record->type]);
    if (record->rule)
        text_addf(text, ",\"rule\":\"%s\"", record->rule);
    if (record->connection)
        text_addf(text, ",\"connection\":%u", (unsigned)record->connection);
    if (record->link)
        text_addf(text, ",\"link\":%u", (unsigned)record->link);
    switch (record->type) {
    case RECORD_SERVICE:
    case RECORD_STATE:
        add_change(text, record);
        break;
    case RECORD_CALLOUT:
        add_call(text, record->call);
        break;
    case RECORD_EVENTLOG:
        add_eventlog(text, record);
        break;
    case RECORD_OUTPUT:
        text_addf(text, ",\"stream\":\"%s\"", record->output.stream);
        if (record->output.peer) {
            text_add(text, ",\"peer\":");
            json_add_string(text, record->output.peer);
        }
        text_add(text, ",\"dll\":");
        json_add_string(text, record->output.dll);
        text_addf(text, ",\"process\":\"%s\",\"text\":", record->output.process);
        json_add_string(text, record->output.text);
        break;
    case RECORD_FINDING:
        add_finding(text, &record->finding);
        break;
    case RECORD_INPUT:
        add_input(text, &record->input);
        break;
    case RECORD_SUMMARY:
        add_summary(text, &record->summary);
        break;
    case RECORD_TYPE_COUNT:
        break;
    }
    add_subject(text, record);
    if (record->type != RECORD_OUTPUT) {
        text_add(text, ",\"text\":");
        add_made(text, add_words, record, 0);
    }
    text_add(text, "}");
}
