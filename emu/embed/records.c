/* SPDX-License-Identifier: MIT */
/* The embedding library: records, and what they say of connections. */
#include "embed/embed.h"

#include "callout/call.h"
#include "observe/json.h"

#include <stdlib.h>
#include <string.h>

static void free_record(rrasemu_record *record)
{
    if (!record)
        return;
    free((char *)record->dll);
    free((char *)record->json);
    free(record);
}

static rrasemu_record *copy_record(const struct record *record)
{
    struct text json = {0};
    json_add_record(&json, record);
    rrasemu_record *copy = json.failed ? NULL : calloc(1, sizeof *copy);
    if (!copy) {
        text_free(&json);
        return NULL;
    }
    *copy = (rrasemu_record){.seq = record->sequence,
                             .t_ns = record->time_ns,
                             .type = record_type_names[record->type],
                             .rule = record->rule,
                             .connection = record->connection,
                             .link = record->link,
                             .json = json.data};
    if (record->type == RECORD_CALLOUT) {
        copy->callout = record->call->callout->name;
        copy->result = record->call->result;
        copy->dll = text_duplicate(record->call->dll);
        if (!copy->dll) {
            free_record(copy);
            return NULL;
        }
    }
    return copy;
}

static bool add_record(rrasemu_server *server, const struct record *record)
{
    size_t count = server->record_count, limit = server->record_limit;
    if (limit == 0) {
        server->record_count++;
        return true;
    }
    if (count < limit && (count & (count - 1)) == 0) { /* grown at every power of two */
        rrasemu_record **records = realloc(server->records, (count ? count * 2 : 1) * sizeof(rrasemu_record *));
        if (!records)
            return false;
        server->records = records;
    }
    rrasemu_record *copy = copy_record(record);
    if (!copy)
        return false;
    rrasemu_record **place = &server->records[count % limit];
    if (count >= limit)
        free_record(*place);
    *place = copy;
    server->record_count++;
    return true;
}

static struct remembered *remember(rrasemu_server *server, uint32_t number)
{
    if (number >= server->connection_count) {
        size_t count = (size_t)number * 2;
        struct remembered *connections = realloc(server->connections, count * sizeof *connections);
        if (!connections)
            return NULL;
        memset(connections + server->connection_count, 0, (count - server->connection_count) * sizeof *connections);
        server->connections = connections;
        server->connection_count = count;
    }
    return &server->connections[number];
}

static void take_record(void *self, const struct record *record)
{
    rrasemu_server *server = self;
    server->out_of_memory |= !add_record(server, record);
    if (record->type != RECORD_STATE)
        return;
    struct remembered *connection = remember(server, record->connection);
    if (!connection) {
        server->out_of_memory = true;
        return;
    }
    /* rrasemu_state begins with UNKNOWN and then follows the model's order */
    connection->state = (rrasemu_state)(record->change.to + RRASEMU_IDLE);
    connection->accepted |= connection->state == RRASEMU_ACTIVE;
}

struct record_sink embed_sink(rrasemu_server *server)
{
    return (struct record_sink){take_record, server};
}

void embed_forget(rrasemu_server *server)
{
    for (size_t i = rrasemu_records_lost(server); i < server->record_count; i++)
        free_record(server->records[i % server->record_limit]);
    free(server->records);
    free(server->connections);
}

rrasemu_state rrasemu_connection_state(const rrasemu_server *server, uint32_t connection)
{
    return connection < server->connection_count ? server->connections[connection].state : RRASEMU_UNKNOWN;
}

int rrasemu_connection_accepted(const rrasemu_server *server, uint32_t connection)
{
    return connection < server->connection_count && server->connections[connection].accepted;
}

size_t rrasemu_record_count(const rrasemu_server *server)
{
    return server->record_count;
}

size_t rrasemu_records_lost(const rrasemu_server *server)
{
    return server->record_count > server->record_limit ? server->record_count - server->record_limit : 0;
}

const rrasemu_record *rrasemu_record_at(const rrasemu_server *server, size_t index)
{
    bool kept = index >= rrasemu_records_lost(server) && index < server->record_count;
    return kept ? server->records[index % server->record_limit] : NULL;
}
