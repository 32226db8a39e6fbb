/* SPDX-License-Identifier: MIT */
#include "cli/expect.h"

#include "callout/call.h"
#include "observe/json.h"
#include "ras/connection.h"

#include <jansson.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/** A call. */
struct memory_call {
    uint32_t connection, link;
    const struct callout *callout;
    char *dll;
    bool refused;
    char *json; /* the whole record */
};

/** A connection as it stood last. */
struct memory_connection {
    bool accepted;
    enum end_reason ending;
    uint32_t ipv4;
};

struct memory_event {
    uint32_t connection;
    unsigned id;
};

/* --- remembering --- */

/* Grows an array at every power of two; NULL when memory ran out */
static void *grown(void *array, size_t count, size_t size)
{
    return count & (count - 1) ? array : realloc(array, (count ? count * 2 : 1) * size);
}

static bool remember_call(struct memory *memory, const struct record *record)
{
    const struct callout_call *call = record->call;
    struct memory_call *calls = grown(memory->calls, memory->call_count, sizeof *calls);
    struct text json = {0};
    if (!calls)
        return false;
    memory->calls = calls;
    json_add_record(&json, record);
    struct memory_call *kept = &calls[memory->call_count++];
    *kept = (struct memory_call){
        .connection = record->connection,
        .link = record->link,
        .callout = call->callout,
        .dll = text_duplicate(call->dll),
        .refused = call->refused,
        .json = json.data,
    };
    if (memory->first_dll && kept->dll)
        memory->several_dlls |= strcmp(memory->first_dll, kept->dll) != 0;
    else
        memory->first_dll = kept->dll;
    return kept->dll && !json.failed;
}

static bool remember_state(struct memory *memory, const struct record *record)
{
    const struct connection *connection = record->change.connection;
    size_t number = record->connection;
    if (number >= memory->connection_count) {
        struct memory_connection *more =
            realloc(memory->connections, number * 2 * sizeof *more);
        if (!more)
            return false;
        memset(more + memory->connection_count, 0,
               (number * 2 - memory->connection_count) * sizeof *more);
        memory->connections = more;
        memory->connection_count = number * 2;
    }
    struct memory_connection *kept = &memory->connections[number];
    kept->accepted |= connection->state == CONNECTION_ACTIVE;
    kept->ending = connection->ending;
    if (connection->ipv4)
        kept->ipv4 = connection->ipv4;
    return true;
}

static bool remember_event(struct memory *memory, const struct record *record)
{
    struct memory_event *events = grown(memory->events, memory->event_count, sizeof *events);
    if (!events)
        return false;
    memory->events = events;
    events[memory->event_count++] = (struct memory_event){record->connection, record->eventlog.id};
    return true;
}

static void take(void *self, const struct record *record)
{
    struct memory *memory = self;
    switch (record->type) {
    case RECORD_CALLOUT:
        memory->failed |= !remember_call(memory, record);
        break;
    case RECORD_STATE:
        memory->failed |= !remember_state(memory, record);
        break;
    case RECORD_SERVICE:
        if (strcmp(record->change.to, "start failed") == 0)
            memory->stopped_start = record->rule;
        break;
    case RECORD_EVENTLOG:
        memory->failed |= !remember_event(memory, record);
        break;
    case RECORD_FINDING:
        text_addf(&memory->findings, "%s%s", memory->findings.length ? " " : "",
                  record->finding.id);
        break;
    case RECORD_OUTPUT:
    case RECORD_SUMMARY:
    case RECORD_TYPE_COUNT:
        break;
    }
}

struct record_sink memory_sink(struct memory *memory)
{
    return (struct record_sink){take, memory};
}

void memory_free(struct memory *memory)
{
    for (size_t i = 0; i < memory->call_count; i++) {
        free(memory->calls[i].dll);
        free(memory->calls[i].json);
    }
    free(memory->calls);
    free(memory->connections);
    free(memory->events);
    text_free(&memory->findings);
    *memory = (struct memory){0};
}

/* --- comparing --- */

static void add_call(struct text *got, const struct memory *memory, const struct memory_call *call)
{
    text_addf(got, "%s%s", got->length ? " " : "", call->callout->shorthand);
    if (call->link > 1)
        text_addf(got, "%u", (unsigned)call->link);
    if (memory->several_dlls) /* without the file name's ending */
        text_addf(got, ".%.*s", (int)strcspn(call->dll, "."), call->dll);
    text_add(got, call->refused ? "(F)" : "");
}

/* The whole run when number is 0, where initialize and terminate count too */
static void add_calls(struct text *got, const struct memory *memory, uint32_t number)
{
    for (size_t i = 0; i < memory->call_count; i++)
        if (!number || memory->calls[i].connection == number)
            add_call(got, memory, &memory->calls[i]);
    if (!got->length)
        text_add(got, "none");
}

static unsigned count_calls(const struct memory *memory, uint32_t number, const char *name)
{
    unsigned count = 0;
    for (size_t i = 0; i < memory->call_count; i++)
        count += (!number || memory->calls[i].connection == number) &&
                 callout_is_named(memory->calls[i].callout, name, strlen(name));
    return count;
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
static void add_argument(struct text *got, const struct memory *memory, uint32_t number,
                         const char *argument)
{
    size_t name = strcspn(argument, " ");
    const char *path = argument + name + strspn(argument + name, " ");
    const struct memory_call *call = NULL;
    for (size_t i = 0; i < memory->call_count && !call; i++)
        if ((!number || memory->calls[i].connection == number) &&
            callout_is_named(memory->calls[i].callout, argument, name))
            call = &memory->calls[i];
    if (!call) {
        text_add(got, "no such call");
        return;
    }
    json_t *record = json_loads(call->json, 0, NULL);
    bool top = strncmp(path, "out.", 4) == 0 || strcmp(path, "result") == 0;
    const json_t *value = top ? record : json_object_get(record, "args");
    while (*path && value) {
        char key[128];
        size_t length = strcspn(path, ".");
        snprintf(key, sizeof key, "%.*s", (int)length, path);
        value = json_object_get(value, key);
        path += length + (path[length] == '.');
    }
    add_value(got, value);
    json_decref(record);
}

static void add_events(struct text *got, const struct memory *memory, uint32_t number)
{
    for (size_t i = 0; i < memory->event_count; i++)
        if (!number || memory->events[i].connection == number)
            text_addf(got, "%s%u", got->length ? " " : "", memory->events[i].id);
    if (!got->length)
        text_add(got, "none");
}

static void add_address(struct text *got, uint32_t ipv4)
{
    if (ipv4)
        text_add_ipv4(got, ipv4);
    else
        text_add(got, "none");
}

bool memory_meets(const struct memory *memory, const struct expect *expect,
                  const struct player *player, struct text *got)
{
    static const struct memory_connection nothing;
    uint32_t number = expect->connection ? player->connections[expect->dial].number : 0;
    const struct memory_connection *connection =
        number < memory->connection_count ? &memory->connections[number] : &nothing;
    switch ((enum expectation)expect->kind) {
    case EXPECT_CALLS:
        add_calls(got, memory, number);
        break;
    case EXPECT_NEVER:
        text_add(got, count_calls(memory, number, expect->value) ? "called" : expect->value);
        break;
    case EXPECT_COUNT:
        text_addf(got, "%u", count_calls(memory, number, expect->of));
        break;
    case EXPECT_ARGUMENT:
        add_argument(got, memory, number, expect->argument);
        break;
    case EXPECT_ACCEPTED:
        text_add(got, connection->accepted ? "yes" : "no");
        break;
    case EXPECT_ENDING:
        text_add(got, end_reasons[connection->ending].text);
        break;
    case EXPECT_ADDRESS:
        add_address(got, connection->ipv4);
        break;
    case EXPECT_EVENTS:
        add_events(got, memory, number);
        break;
    case EXPECT_FINDINGS:
        text_add(got, memory->findings.length ? text_string(&memory->findings) : "none");
        break;
    case EXPECT_START:
        text_add(got, memory->stopped_start ? memory->stopped_start : "running");
        break;
    case EXPECT_KINDS:
        break;
    }
    return !got->failed && !memory->failed && strcmp(text_string(got), expect->value) == 0;
}
