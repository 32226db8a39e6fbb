/* SPDX-License-Identifier: MIT */
#include "cli/history.h"

#include "callout/call.h"
#include "observe/json.h"
#include "ras/connection.h"

#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/** A call. */
struct history_call {
    uint64_t sequence;
    uint32_t connection, link;
    const struct callout *callout;
    char *dll;
    bool refused;
    char *json; /* the whole record */
};

/** A connection as it stood last. */
struct history_connection {
    uint64_t sequence; /* of the last change of its state */
    bool accepted;
    enum end_reason ending;
    uint32_t ipv4;
};

/** What a peer was sent. */
struct history_sent {
    uint64_t sequence;
    uint32_t connection;
    char *peer, *text;
};

struct history_event {
    uint64_t sequence;
    uint32_t connection;
    unsigned id;
};

/** A finding. */
struct history_finding {
    uint64_t sequence;
    const char *id; /* of the table of findings */
    enum severity severity;
    char *text; /* who did what */
};

/* --- remembering --- */

/* Grows an array at every power of two; NULL when history ran out */
static void *grown(void *array, size_t count, size_t size)
{
    return count & (count - 1) ? array : realloc(array, (count ? count * 2 : 1) * size);
}

static bool remember_call(struct history *history, const struct record *record)
{
    const struct callout_call *call = record->call;
    struct history_call *calls = grown(history->calls, history->call_count, sizeof *calls);
    struct text json = {0};
    if (!calls)
        return false;
    history->calls = calls;
    json_add_record(&json, record);
    struct history_call *kept = &calls[history->call_count++];
    *kept = (struct history_call){
        .sequence = record->sequence,
        .connection = record->connection,
        .link = record->link,
        .callout = call->callout,
        .dll = text_duplicate(call->dll),
        .refused = call->refused,
        .json = json.data,
    };
    if (history->first_dll && kept->dll)
        history->several_dlls |= strcmp(history->first_dll, kept->dll) != 0;
    else
        history->first_dll = kept->dll;
    return kept->dll && !json.failed;
}

static bool remember_state(struct history *history, const struct record *record)
{
    const struct record_subject *subject = &record->subject;
    size_t number = record->connection;
    if (number >= history->connection_count) {
        struct history_connection *more = realloc(history->connections, number * 2 * sizeof *more);
        if (!more)
            return false;
        memset(more + history->connection_count, 0, (number * 2 - history->connection_count) * sizeof *more);
        history->connections = more;
        history->connection_count = number * 2;
    }
    struct history_connection *kept = &history->connections[number];
    kept->sequence = record->sequence;
    kept->accepted |= record->change.to == CONNECTION_ACTIVE;
    kept->ending = (enum end_reason)subject->ending;
    if (subject->given4)
        kept->ipv4 = subject->ipv4;
    return true;
}

static bool remember_event(struct history *history, const struct record *record)
{
    struct history_event *events = grown(history->events, history->event_count, sizeof *events);
    if (!events)
        return false;
    history->events = events;
    events[history->event_count++] = (struct history_event){record->sequence, record->connection, record->eventlog.id};
    return true;
}

static bool remember_finding(struct history *history, const struct record *record)
{
    const struct record_finding *finding = &record->finding;
    struct history_finding *findings = grown(history->findings, history->finding_count, sizeof *findings);
    struct text text = {0};
    if (!findings)
        return false;
    history->findings = findings;
    text_addf(&text, "%s: %s%s%s%s%s", finding->id, finding->dll ? finding->dll : "", finding->dll ? " " : "",
              finding->callout ? finding->callout : "", finding->callout ? ": " : "", finding->message);
    findings[history->finding_count++] = (struct history_finding){record->sequence, finding->id, finding->severity,
                                                                  text.data};
    return !text.failed;
}

/* What was sent to a peer; what a DLL prints is not compared */
static bool remember_sent(struct history *history, const struct record *record)
{
    struct history_sent *sent = grown(history->sent, history->sent_count, sizeof *sent);
    if (!sent)
        return false;
    history->sent = sent;
    struct history_sent *one = &sent[history->sent_count++];
    *one = (struct history_sent){record->sequence, record->connection, text_duplicate(record->output.peer),
                                 text_duplicate(record->output.text)};
    return one->peer && one->text;
}

static void take_into_history(void *self, const struct record *record)
{
    struct history *history = self;
    switch (record->type) {
    case RECORD_CALLOUT:
        history->failed |= !remember_call(history, record);
        break;
    case RECORD_STATE:
        history->failed |= !remember_state(history, record);
        break;
    case RECORD_SERVICE:
        if (record->change.to == SERVICE_START_FAILED)
            history->stopped_start = record->rule;
        history->last_service = record->sequence;
        break;
    case RECORD_EVENTLOG:
        history->failed |= !remember_event(history, record);
        break;
    case RECORD_FINDING:
        history->failed |= !remember_finding(history, record);
        break;
    case RECORD_OUTPUT:
        history->failed |= record->output.peer && !remember_sent(history, record);
        break;
    case RECORD_INPUT:
    case RECORD_SUMMARY:
    case RECORD_TYPE_COUNT:
        break;
    }
}

struct record_sink history_sink(struct history *history)
{
    return (struct record_sink){take_into_history, history};
}

void history_free(struct history *history)
{
    for (size_t i = 0; i < history->call_count; i++) {
        free(history->calls[i].dll);
        free(history->calls[i].json);
    }
    free(history->calls);
    free(history->connections);
    free(history->events);
    for (size_t i = 0; i < history->finding_count; i++)
        free(history->findings[i].text);
    free(history->findings);
    for (size_t i = 0; i < history->sent_count; i++) {
        free(history->sent[i].peer);
        free(history->sent[i].text);
    }
    free(history->sent);
    *history = (struct history){0};
}

/* --- comparing --- */

/* What an expectation is compared with: the words of the run, each with the record it comes from. The
 * first word that differs from the expected ones is where the two diverge. */
struct comparison {
    struct text *got;
    const char *expected; /* what is left of it */
    uint64_t around;      /* the record of the first difference so far; 0: there is none */
};

static void compare_word(struct comparison *comparison, const char *word, uint64_t sequence)
{
    size_t length = strlen(word);
    const char *at = comparison->expected;
    text_addf(comparison->got, "%s%s", comparison->got->length ? " " : "", word);
    bool same = strncmp(at, word, length) == 0 && (!at[length] || at[length] == ' ');
    if (!same && !comparison->around)
        comparison->around = sequence;
    comparison->expected = same ? at + length + (at[length] == ' ') : at + strlen(at);
}

static void compare_call(struct comparison *comparison, const struct history *history, const struct history_call *call)
{
    struct text word = {0};
    text_add(&word, call->callout->shorthand);
    if (call->link > 1)
        text_addf(&word, "%u", (unsigned)call->link);
    if (history->several_dlls) /* without the file name's ending */
        text_addf(&word, ".%.*s", (int)strcspn(call->dll, "."), call->dll);
    text_add(&word, call->refused ? "(F)" : "");
    compare_word(comparison, text_string(&word), call->sequence);
    comparison->got->failed |= word.failed;
    text_free(&word);
}

/* The whole run when number is 0, where initialize and terminate count too */
static void compare_calls(struct comparison *comparison, const struct history *history, uint32_t number)
{
    for (size_t i = 0; i < history->call_count; i++)
        if (!number || history->calls[i].connection == number)
            compare_call(comparison, history, &history->calls[i]);
}

static void compare_events(struct comparison *comparison, const struct history *history, uint32_t number)
{
    for (size_t i = 0; i < history->event_count; i++) {
        char word[16];
        snprintf(word, sizeof word, "%u", history->events[i].id);
        if (!number || history->events[i].connection == number)
            compare_word(comparison, word, history->events[i].sequence);
    }
}

static void compare_findings(struct comparison *comparison, const struct history *history)
{
    for (size_t i = 0; i < history->finding_count; i++)
        compare_word(comparison, history->findings[i].id, history->findings[i].sequence);
}

/* One of what the peer was sent that contains the words is enough. */
static void compare_sent(struct comparison *comparison, const struct history *history, uint32_t number,
                         const char *peer)
{
    for (size_t i = 0; i < history->sent_count; i++) {
        const struct history_sent *sent = &history->sent[i];
        if ((number && sent->connection != number) || strcmp(sent->peer, peer) != 0)
            continue;
        comparison->around = comparison->around ? comparison->around : sent->sequence;
        if (strcmp(comparison->expected, "none") != 0 && strstr(sent->text, comparison->expected)) {
            text_reset(comparison->got);
            text_add(comparison->got, comparison->expected);
            return;
        }
        text_addf(comparison->got, "%s%.*s", comparison->got->length ? ", " : "", (int)strcspn(sent->text, "\n"),
                  sent->text);
    }
}

/* The first call by that name or shorthand; NULL when there is none. *count is how many there are. */
static const struct history_call *find_calls(const struct history *history, uint32_t number, const char *name,
                                             size_t length, unsigned *count)
{
    const struct history_call *first = NULL;
    *count = 0;
    for (size_t i = 0; i < history->call_count; i++) {
        const struct history_call *call = &history->calls[i];
        if ((number && call->connection != number) || !callout_is_named(call->callout, name, length))
            continue;
        first = first ? first : call;
        ++*count;
    }
    return first;
}

static void add_value(struct text *got, const json_t *value)
{
    if (json_is_string(value))
        text_add(got, json_string_value(value));
    else if (json_is_integer(value))
        text_addf(got, "%lld", (long long)json_integer_value(value));
    else
        text_add(got, json_is_null(value) ? "null" : value ? "a structure" : "no such argument");
}

/* CALLOUT PATH of the first such call: a member of args, of out behind out., or result */
static void compare_argument(struct comparison *comparison, const struct history *history, uint32_t number,
                             const char *argument)
{
    size_t name = strcspn(argument, " ");
    const char *path = argument + name + strspn(argument + name, " ");
    unsigned count;
    const struct history_call *call = find_calls(history, number, argument, name, &count);
    if (!call) {
        text_add(comparison->got, "no such call");
        return;
    }
    json_error_t why;
    json_t *record = json_loads(call->json, 0, &why);
    bool top = strncmp(path, "out.", 4) == 0 || strcmp(path, "result") == 0;
    const json_t *value = top ? record : json_object_get(record, "args");
    while (*path && value) {
        char key[128];
        size_t length = strcspn(path, ".");
        snprintf(key, sizeof key, "%.*s", (int)length, path);
        value = json_object_get(value, key);
        path += length + (path[length] == '.');
    }
    add_value(comparison->got, value);
    comparison->around = call->sequence;
    comparison->got->failed |= !record; /* it is ours, and fine: memory ran out */
    json_decref(record);
}

static void add_address(struct text *got, uint32_t ipv4)
{
    if (ipv4)
        text_add_ipv4(got, ipv4);
    else
        text_add(got, "none");
}

/* An expectation about how a connection stood at last */
static void compare_connection(struct comparison *comparison, const struct history *history, enum expectation kind,
                               uint32_t number)
{
    static const struct history_connection nothing;
    const struct history_connection *connection = number < history->connection_count ? &history->connections[number]
                                                                                     : &nothing;
    if (kind == EXPECT_ACCEPTED)
        text_add(comparison->got, connection->accepted ? "yes" : "no");
    else if (kind == EXPECT_ENDING)
        text_add(comparison->got, end_reasons[connection->ending].text);
    else if (kind == EXPECT_ERROR)
        text_addf(comparison->got, "%u", (unsigned)end_reasons[connection->ending].code);
    else
        add_address(comparison->got, connection->ipv4);
    comparison->around = connection->sequence;
}

bool history_meets(const struct history *history, const struct expect *expect, uint32_t number, struct text *got,
                   uint64_t *around)
{
    struct comparison comparison = {got, expect->value, 0};
    const struct history_call *call;
    unsigned count;
    switch ((enum expectation)expect->kind) {
    case EXPECT_CALLS:
        compare_calls(&comparison, history, number);
        break;
    case EXPECT_NEVER:
        call = find_calls(history, number, expect->value, strlen(expect->value), &count);
        text_add(got, call ? "called" : expect->value);
        comparison.around = call ? call->sequence : 0;
        break;
    case EXPECT_COUNT:
        call = find_calls(history, number, expect->of, strlen(expect->of), &count);
        text_addf(got, "%u", count);
        comparison.around = call ? call->sequence : 0;
        break;
    case EXPECT_ARGUMENT:
        compare_argument(&comparison, history, number, expect->argument);
        break;
    case EXPECT_ACCEPTED:
    case EXPECT_ENDING:
    case EXPECT_ERROR:
    case EXPECT_ADDRESS:
        compare_connection(&comparison, history, (enum expectation)expect->kind, number);
        break;
    case EXPECT_EVENTS:
        compare_events(&comparison, history, number);
        break;
    case EXPECT_FINDINGS:
        compare_findings(&comparison, history);
        break;
    case EXPECT_ASKED:
        compare_sent(&comparison, history, number, expect->peer);
        break;
    case EXPECT_START:
        text_add(got, history->stopped_start ? history->stopped_start : "running");
        comparison.around = history->last_service;
        break;
    case EXPECT_KINDS:
        break;
    }
    bool list = expect->kind == EXPECT_CALLS || expect->kind == EXPECT_EVENTS || expect->kind == EXPECT_FINDINGS ||
                expect->kind == EXPECT_ASKED;
    if (list && !got->length)
        text_add(got, "none");
    *around = comparison.around;
    return strcmp(text_string(got), expect->value) == 0;
}

uint64_t history_add_findings(struct text *text, const struct history *history, enum severity least, enum severity most,
                              const char *separator)
{
    uint64_t first = 0;
    for (size_t i = 0; i < history->finding_count; i++) {
        const struct history_finding *finding = &history->findings[i];
        if (finding->severity < least || finding->severity > most)
            continue;
        text_addf(text, "%s%s: %s", first ? separator : "", severity_names[finding->severity],
                  finding->text ? finding->text : finding->id);
        first = first ? first : finding->sequence;
    }
    return first;
}
