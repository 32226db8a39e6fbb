/* SPDX-License-Identifier: MIT */
/* Records become steps of a sequence. */
#include "observe/sequence_build.h"

#include "callout/call.h"
#include "core/utf16.h"
#include "ras/service.h"

#include <string.h>

/* How a change of a connection's state is drawn. */
enum drawing {
    DRAW_NOTHING,
    DRAW_CALL,    /* a message: the client calls */
    DRAW_UNHEARD, /* the same, and a note why nobody answered */
    DRAW_END,     /* a message from who ends it */
    DRAW_ACTIVE,  /* a note with the client's addresses */
    DRAW_NOTE,    /* a note */
};

enum { ANY = -1 };
#define ANY_RULE NULL

/* The first row that fits; ANY fits all. `words` stand in front of the lifecycle row's own, or
 * alone if they do not end with a blank. */
/* clang-format off */
static const struct change_row {
    const char *rule; /* or ANY_RULE */
    int from, to;     /* enum connection_state, or ANY */
    enum drawing drawing;
    enum tone tone;
    const char *words;
} changes[] = {
    {ANY_RULE, CONNECTION_CLOSING, CONNECTION_CLOSING,  DRAW_NOTE,    TONE_PLAIN,   ""},
    {ANY_RULE, CONNECTION_IDLE,     CONNECTION_AUTH,     DRAW_CALL,    TONE_PLAIN,   ""},
    {ANY_RULE, CONNECTION_IDLE,     CONNECTION_CLOSED,   DRAW_UNHEARD, TONE_BAD,     "failed: "},
    {"C3.2",   CONNECTION_AUTH,     CONNECTION_IDLE,     DRAW_NOTE,    TONE_BAD,     "failed: "},
    {"C3.3",   CONNECTION_AUTH,     CONNECTION_ADDR,     DRAW_NOTHING, TONE_PLAIN,   ""},
    {"C3.4",   CONNECTION_ADDR,     CONNECTION_CLOSING,  DRAW_NOTE,    TONE_BAD,     "failed: "},
    {"C3.5",   CONNECTION_ADDR,     CONNECTION_CLOSING,  DRAW_NOTE,    TONE_BAD,     "failed: "},
    {"C3.6",   CONNECTION_ADDR,     CONNECTION_ASKCONN,  DRAW_NOTHING, TONE_PLAIN,   ""},
    {"C3.7",   CONNECTION_ASKCONN,  CONNECTION_ASKLINK,  DRAW_NOTHING, TONE_PLAIN,   ""},
    {"C3.8",   CONNECTION_ASKCONN,  CONNECTION_CLOSING,  DRAW_NOTE,    TONE_BAD,     "refused: "},
    {"C3.9",   CONNECTION_ASKLINK,  CONNECTION_ACTIVE,   DRAW_ACTIVE,  TONE_GOOD,    "connection active"},
    {"C3.10",  CONNECTION_ASKLINK,  CONNECTION_CLOSING,  DRAW_NOTE,    TONE_BAD,     "refused: "},
    {"C3.12",  ANY,                 ANY,                 DRAW_NOTE,    TONE_BAD,     "refused: "},
    {"C3.15",  ANY,                 ANY,                 DRAW_NOTE,    TONE_GOOD,    ""},
    {"C3.16",  ANY,                 ANY,                 DRAW_NOTE,    TONE_BAD,     "refused: "},
    {"C3.17",  ANY,                 ANY,                 DRAW_NOTE,    TONE_BAD,     "ended: "},
    {"C3.18",  CONNECTION_ACTIVE,   CONNECTION_MOVE,     DRAW_NOTE,    TONE_PLAIN,   ""},
    {"C3.18",  ANY,                 ANY,                 DRAW_NOTE,    TONE_WARNING, ""},
    {"C3.19",  ANY,                 ANY,                 DRAW_NOTE,    TONE_GOOD,    ""},
    {"C3.20",  ANY,                 ANY,                 DRAW_NOTE,    TONE_BAD,     "refused: "},
    {"C3.21",  ANY,                 ANY,                 DRAW_NOTE,    TONE_WARNING, ""},
    {"C3.22",  ANY,                 ANY,                 DRAW_NOTE,    TONE_BAD,     "ended: "},
    {"C3.24",  ANY,                 ANY,                 DRAW_NOTE,    TONE_PLAIN,   "connection closed"},
    {ANY_RULE, ANY,                 CONNECTION_CLOSING,  DRAW_END,     TONE_PLAIN,   ""},
    {ANY_RULE, ANY,                 ANY,                 DRAW_NOTE,    TONE_PLAIN,   ""},
};
/* clang-format on */

/* The service's states that a picture shows */
static const struct {
    enum service_state to;
    enum tone tone;
    const char *words;
} service_states[] = {
    {SERVICE_RUNNING, TONE_PLAIN, "service running"},
    {SERVICE_STOPPING, TONE_PLAIN, "service stopping"},
    {SERVICE_STOPPED, TONE_PLAIN, "service stopped"},
    {SERVICE_START_FAILED, TONE_BAD, "service start failed: "},
};

static void add_note(struct sequence *sequence, const struct record *record, enum tone tone, const char *words,
                     const char *more)
{
    struct text text = {0};
    size_t length = strlen(words);
    text_add(&text, words);
    if (length == 0 || words[length - 1] == ' ')
        text_add(&text, more);
    struct sequence_step *step = sequence_add_step(sequence, STEP_NOTE, record);
    step->tone = tone;
    step->text = sequence_keep_text(sequence, &text);
}

static void add_wide(struct text *text, const WCHAR *string, size_t units)
{
    utf16_add(text, (const uint16_t *)string, units);
}

#define ADD_WIDE(text, array) add_wide(text, array, sizeof(array) / sizeof *(array))

/* The arguments a reader looks for: who, and what it is about */
static void add_key_arguments(struct text *text, const struct callout_call *call)
{
    const struct arguments *in = call->in;
    text_add(text, "(");
    for (unsigned i = 0; i < call->callout->parameter_count; i++) {
        switch (call->callout->parameters[i].argument) {
        case ARGUMENT_USER_NAME:
            ADD_WIDE(text, in->user_name);
            break;
        case ARGUMENT_CONNECTION_0:
            ADD_WIDE(text, in->connection_0.wszUserName);
            break;
        case ARGUMENT_CONNECTION_EX:
            ADD_WIDE(text, in->connection_ex.wszUserName);
            break;
        case ARGUMENT_AUTHENTICATION:
            ADD_WIDE(text, in->authentication.info.wszUserName);
            break;
        case ARGUMENT_NT4_PORT:
            add_wide(text, nt4_user_name(&in->nt4_port), UNLEN + 1);
            break;
        case ARGUMENT_PORT_0:
            ADD_WIDE(text, in->port_0.wszPortName);
            break;
        default:
            break;
        }
    }
    words_add_addresses(text, call, ", ");
    text_add(text, ")");
}

static void take_callout(struct sequence *sequence, const struct record *record)
{
    const struct callout_call *call = record->call;
    struct text text = {0}, answer = {0};
    struct sequence_step *step = sequence_add_step(sequence, STEP_CALLOUT, record);
    text_add(&text, call->callout->name);
    add_key_arguments(&text, call);
    step->tone = words_add_answer(&answer, call);
    step->text = sequence_keep_text(sequence, &text);
    step->answer = sequence_keep_text(sequence, &answer);
    step->from = PARTY_SERVER;
    step->to = step->also = sequence_dll_party(sequence, call->dll, call->callout->role);
}

static void take_call(struct sequence *sequence, const struct record *record)
{
    struct text text = {0};
    struct sequence_step *step = sequence_add_step(sequence, STEP_MESSAGE, record);
    words_add_caller(&text, &record->subject);
    step->text = sequence_keep_text(sequence, &text);
}

/* Who ends a connection says so; where no side does, the lifecycle's words are a note. */
static void take_end(struct sequence *sequence, const struct record *record)
{
    enum end_reason ending = (enum end_reason)record->subject.ending;
    if (ending == END_NONE || ending == END_LINE) {
        add_note(sequence, record, TONE_PLAIN, "ended: ", ending ? end_reasons[ending].text : words_row(record));
        return;
    }
    struct sequence_step *step = sequence_add_step(sequence, STEP_MESSAGE, record);
    step->from = ending == END_CLIENT ? PARTY_FIRST : PARTY_SERVER;
    step->to = ending == END_CLIENT ? PARTY_SERVER : PARTY_FIRST;
    step->text = sequence_keep(sequence, end_reasons[ending].text);
}

static void take_active(struct sequence *sequence, const struct record *record, const char *words)
{
    const struct record_subject *subject = &record->subject;
    struct text text = {0};
    text_add(&text, words);
    if (subject->given4) {
        text_add(&text, ", ");
        text_add_ipv4(&text, subject->ipv4);
    }
    if (subject->given6) {
        uint8_t address[16] = {0};
        memcpy(address + 8, subject->ipv6_id, sizeof subject->ipv6_id);
        text_add(&text, ", ");
        words_add_id(&text, address);
    }
    add_note(sequence, record, TONE_GOOD, "", text_string(&text));
    sequence->failed |= text.failed;
    text_free(&text);
}

static bool fits(const struct change_row *row, const struct record *record)
{
    return (!row->rule || strcmp(row->rule, record->rule) == 0) &&
           (row->from == ANY || (uint32_t)row->from == record->change.from) &&
           (row->to == ANY || (uint32_t)row->to == record->change.to);
}

static void take_state(struct sequence *sequence, const struct record *record)
{
    const struct change_row *row = changes;
    while (!fits(row, record))
        row++; /* the last one fits */
    enum drawing drawing = row->drawing;
    if (drawing == DRAW_CALL || drawing == DRAW_UNHEARD)
        take_call(sequence, record);
    if (drawing == DRAW_END)
        take_end(sequence, record);
    if (drawing == DRAW_ACTIVE)
        take_active(sequence, record, row->words);
    if (drawing == DRAW_NOTE || drawing == DRAW_UNHEARD)
        add_note(sequence, record, row->tone, row->words, words_row(record));
}

static void take_service(struct sequence *sequence, const struct record *record)
{
    for (size_t i = 0; i < sizeof service_states / sizeof *service_states; i++)
        if (service_states[i].to == record->change.to)
            add_note(sequence, record, service_states[i].tone, service_states[i].words, words_row(record));
}

/* What went wrong; information would drown the picture */
static void take_eventlog(struct sequence *sequence, const struct record *record)
{
    if (strcmp(words_level(record), "information") == 0)
        return;
    struct text text = {0};
    text_addf(&text, "event %u (%s): ", record->eventlog.id, words_level(record));
    words_add_event(&text, record);
    add_note(sequence, record, TONE_WARNING, "", text_string(&text));
    sequence->failed |= text.failed;
    text_free(&text);
}

static void take_finding(struct sequence *sequence, const struct record *record)
{
    const struct record_finding *finding = &record->finding;
    const struct callout *callout = finding->callout ? callout_find(finding->callout) : NULL;
    struct text text = {0};
    text_addf(&text, "%s: %s: %s", severity_names[finding->severity], finding->id, finding->message);
    struct sequence_step *step = sequence_add_step(sequence, STEP_NOTE, record);
    step->tone = finding->severity == SEVERITY_FAULT ? TONE_BAD : TONE_WARNING;
    step->text = sequence_keep_text(sequence, &text);
    if (!finding->dll) /* it is one of the scenario */
        return;
    step->from = PARTY_SERVER;
    step->to = sequence_dll_party(sequence, finding->dll, callout ? callout->role : ROLE_BOTH);
}

static void take_summary(struct sequence *sequence, const struct record *record)
{
    struct text text = {0};
    words_add_summary(&text, &record->summary);
    sequence->summary = sequence_keep_text(sequence, &text);
    sequence_finish(sequence);
}

void sequence_take(struct sequence *sequence, const struct record *record)
{
    switch (record->type) {
    case RECORD_SERVICE:
        take_service(sequence, record);
        break;
    case RECORD_STATE:
        take_state(sequence, record);
        break;
    case RECORD_CALLOUT:
        take_callout(sequence, record);
        break;
    case RECORD_EVENTLOG:
        take_eventlog(sequence, record);
        break;
    case RECORD_FINDING:
        take_finding(sequence, record);
        break;
    case RECORD_SUMMARY:
        take_summary(sequence, record);
        break;
    case RECORD_OUTPUT:
    case RECORD_INPUT:
    case RECORD_TYPE_COUNT:
        break;
    }
}
