/* SPDX-License-Identifier: MIT */
#include "observe/words.h"

#include "callout/call.h"
#include "core/json_text.h"
#include "ras/eventlog.h"
#include "ras/port.h"
#include "ras/service.h"

void words_add_ipv4(struct text *text, const void *network_order)
{
    const unsigned char *p = network_order;
    text_addf(text, "%u.%u.%u.%u", p[0], p[1], p[2], p[3]);
}

void words_add_id(struct text *text, const void *address)
{
    const unsigned char *p = address;
    text_addf(text, "id %x:%x:%x:%x", p[8] << 8 | p[9], p[10] << 8 | p[11], p[12] << 8 | p[13], p[14] << 8 | p[15]);
}

void words_add_addresses(struct text *text, const struct callout_call *call, const char *separator)
{
    for (unsigned i = 0; i < call->callout->parameter_count; i++) {
        enum argument argument = call->callout->parameters[i].argument;
        if (argument == ARGUMENT_IPV4) {
            text_add(text, separator);
            words_add_ipv4(text, &call->in->ipv4);
        } else if (argument == ARGUMENT_IPV6) {
            text_add(text, separator);
            words_add_id(text, &call->in->ipv6);
        }
    }
}

/* What a callout that agreed wrote into its out-parameters */
static void add_given(struct text *text, const struct callout_call *call)
{
    for (unsigned i = 0; i < call->callout->parameter_count; i++) {
        const struct parameter *parameter = &call->callout->parameters[i];
        if (parameter->direction == DIRECTION_IN)
            continue;
        if (parameter->argument == ARGUMENT_IPV4)
            words_add_ipv4(text, &call->out->ipv4);
        else if (parameter->argument == ARGUMENT_IPV6)
            words_add_id(text, &call->out->ipv6);
        else if (parameter->argument == ARGUMENT_NOTIFY && call->out->notify)
            text_add(text, ", notify");
    }
}

enum tone words_add_answer(struct text *text, const struct callout_call *call)
{
    size_t from = text->length;
    if (call->outcome != OUTCOME_RETURNED) {
        text_add(text, call->outcome == OUTCOME_BLOCKED ? "never returns" : "did not return");
        return TONE_BAD;
    }
    switch (call->callout->result) {
    case RESULT_VOID:
        break;
    case RESULT_BOOL:
        text_add(text, call->effective ? "TRUE" : "FALSE");
        if (call->effective != call->result)
            text_addf(text, " (%d)", (int)call->result);
        return call->effective ? TONE_GOOD : TONE_BAD;
    case RESULT_DWORD:
        if (call->result != NO_ERROR) {
            text_addf(text, "error %u", (unsigned)call->result);
            return TONE_BAD;
        }
        add_given(text, call);
        if (text->length == from)
            text_add(text, "NO_ERROR");
        break;
    case RESULT_ALLOWANCE:
        text_add(text, call->refused ? "authenticate" : "allow");
        text_addf(text, " (%u)", (unsigned)call->result);
        return call->refused ? TONE_BAD : TONE_GOOD;
    }
    return TONE_PLAIN;
}

const char *words_state(const struct record *record, uint32_t state)
{
    return record->type == RECORD_STATE ? connection_state_names[state] : service_state_names[state];
}

const char *words_row(const struct record *record)
{
    uint32_t row = record->change.row;
    return record->type == RECORD_STATE ? lifecycle[row].text : service_table[row].text;
}

void words_add_caller(struct text *text, const struct record_subject *subject)
{
    char port[PORT_NAME_SIZE];
    if (*subject->user)
        text_add(text, subject->user);
    else
        text_addf(text, "a client without a user%s%s", *subject->computer ? ", " : "", subject->computer);
    text_addf(text, " calls, %s", tunnels[subject->tunnel].name);
    if (subject->has_port) {
        port_write_name(subject->tunnel, subject->device, subject->port, port);
        text_addf(text, " on %s", port);
    }
}

const char *words_level(const struct record *record)
{
    const struct record_eventlog *entry = &record->eventlog;
    return entry->row ? entry->row->level : entry->source ? entry->level : "error";
}

/* A DLL's words may be anything, so they are quoted. */
static void add_entry(struct text *text, const struct record_eventlog *entry)
{
    json_add_string(text, entry->source);
    for (size_t i = 0; i < entry->param_count; i++) {
        text_add(text, i ? ", " : ": ");
        json_add_string(text, entry->params[i]);
    }
}

void words_add_event(struct text *text, const struct record *record)
{
    if (record->eventlog.row) {
        text_add(text, record->eventlog.row->text);
        return;
    }
    if (record->eventlog.source) {
        add_entry(text, &record->eventlog);
        return;
    }
    for (size_t i = 0; i < record->eventlog.param_count; i++)
        text_addf(text, "%s%s", i ? ", " : "", record->eventlog.params[i]);
}

void words_add_change(struct text *text, const struct record *record)
{
    const struct record_change *change = &record->change;
    const struct record_subject *subject = &record->subject;
    bool connection = record->type == RECORD_STATE;
    bool ends = connection && change->from != change->to && change->to == CONNECTION_CLOSING;
    if (connection && (subject->ending == END_NO_PORT || subject->ending == END_NO_SERVICE)) {
        words_add_caller(text, subject);
        text_addf(text, ": %s", end_reasons[subject->ending].text);
    } else if (connection && change->from == CONNECTION_IDLE) {
        words_add_caller(text, subject);
    } else if (ends && subject->ending) {
        text_add(text, end_reasons[subject->ending].text);
        if (!subject->served) /* what the client is told */
            text_addf(text, " (error %u)", (unsigned)end_reasons[subject->ending].code);
    } else {
        text_add(text, words_row(record));
        if (change->detail)
            text_addf(text, ": %s", change->detail);
    }
}

void words_add_record(struct text *text, const struct record *record)
{
    switch (record->type) {
    case RECORD_SERVICE:
    case RECORD_STATE:
        words_add_change(text, record);
        break;
    case RECORD_CALLOUT:
        words_add_answer(text, record->call);
        break;
    case RECORD_EVENTLOG:
        words_add_event(text, record);
        break;
    case RECORD_FINDING:
        text_add(text, record->finding.message);
        break;
    case RECORD_SUMMARY:
        words_add_summary(text, &record->summary);
        break;
    case RECORD_INPUT:
        text_addf(text, "%s, from %s", record->input.kind, record->input.origin);
        break;
    case RECORD_OUTPUT:
    case RECORD_TYPE_COUNT:
        break;
    }
}

void words_add_summary(struct text *text, const struct record_summary *summary)
{
    text_addf(text,
              "%u connection%s: %u accepted, %u refused, %u failed; %llu callout%s; %u error%s, "
              "%u warning%s",
              summary->connections, summary->connections == 1 ? "" : "s", summary->accepted, summary->refused,
              summary->failed, (unsigned long long)summary->callouts, summary->callouts == 1 ? "" : "s",
              summary->findings[SEVERITY_FAULT], summary->findings[SEVERITY_FAULT] == 1 ? "" : "s",
              summary->findings[SEVERITY_WARNING], summary->findings[SEVERITY_WARNING] == 1 ? "" : "s");
}
