/* SPDX-License-Identifier: MIT */
#include "ras/lifecycle.h"

#include "ras/actions.h"
#include "ras/audit.h"
#include "ras/eventlog.h"
#include "ras/server.h"

enum { NS_PER_MS = 1000000 };

/* --- mail --- */

static struct connection_ref ref_of(const struct connection *connection)
{
    return (struct connection_ref){connection->slot, connection->number};
}

static void post(struct server *server, struct letters *list, const struct connection *connection,
                 const struct happening *happening, bool deferred)
{
    const struct letter letter = {.to = ref_of(connection), .happening = *happening, .deferred = deferred};
    if (!mail_add(&server->mail, list, &letter))
        error_out_of_memory(&server->error);
}

void lifecycle_raise(struct server *server, struct connection *connection, enum connection_event event, uint32_t link)
{
    const struct happening happening = {.event = event, .link = link};
    post(server, &server->raised, connection, &happening, false);
}

/* --- deciding --- */

static const struct lifecycle_row *row_for(const struct server *server, const struct connection *connection,
                                           const struct happening *happening)
{
    const struct lifecycle_index *index = &server->index;
    uint16_t end = index->end[connection->state][happening->event];
    for (uint16_t i = index->first[connection->state][happening->event]; i < end; i++) {
        const struct lifecycle_row *row = &lifecycle[index->rows[i]];
        bool (*holds)(const struct server *, const struct connection *, uint32_t) = lifecycle_guards[row->guard].holds;
        if (!holds || holds(server, connection, happening->link))
            return row;
    }
    return NULL;
}

static void emit(struct server *server, const struct connection *connection, const struct lifecycle_row *row,
                 enum connection_state from, uint32_t link)
{
    struct record record = {
        .type = RECORD_STATE,
        .rule = row->rule,
        .connection = connection->number,
        .link = link,
        .change = {.from = from, .to = connection->state, .event = row->event, .row = (uint32_t)(row - lifecycle)},
    };
    server_emit(server, &record);
}

/* A deferred event was told when it was deferred first. */
static void defer(struct server *server, struct connection *connection, const struct lifecycle_row *row,
                  const struct letter *letter)
{
    if (!letter->deferred && row->rule)
        emit(server, connection, row, connection->state, letter->happening.link);
    post(server, &connection->deferred, connection, &letter->happening, true);
}

/* What waited for another state comes before what the action raises. */
static void enter(struct server *server, struct connection *connection, enum connection_state state)
{
    if (connection->state == state)
        return;
    connection->state = state;
    mail_move(&server->mail, &connection->deferred, &server->raised);
    if (state == CONNECTION_CLOSING)
        deadline_clear_all(connection);
}

static bool has_ended(const struct connection *connection)
{
    return connection->state == CONNECTION_IDLE || connection->state == CONNECTION_CLOSED;
}

static void go(struct server *server, struct connection *connection, const struct lifecycle_row *row,
               const struct happening *happening)
{
    enum connection_state from = connection->state;
    if (deadline_of(happening->event) != DEADLINE_NONE)
        deadline_clear(connection, deadline_of(happening->event));
    enter(server, connection, row->to == CONNECTION_STATE_COUNT ? from : row->to);
    if (connection->ending == END_NONE)
        connection->ending = row->ending ? row->ending : (enum end_reason)happening->reason;
    if (row->rule) {
        emit(server, connection, row, from, happening->link);
        eventlog_arc(server, connection, row, from);
    }
    if (row->action)
        row->action(server, connection, happening->link);
    if (has_ended(connection)) {
        audit_connection(server, connection);
        server_forget(server, connection);
    }
}

static enum decision fail(struct server *server, const struct connection *connection, const struct happening *happening)
{
    error_set(&server->error, FAILURE_INTERNAL,
              "the emulator's own bug: connection %u in %s, event '%s', expected never to happen",
              (unsigned)connection->number, connection_state_names[connection->state],
              connection_event_names[happening->event]);
    return DECISION_CANNOT;
}

/* A deadline that was put off or cancelled while it was deferred is none any more. */
static bool is_stale(struct server *server, struct connection *connection, const struct letter *letter)
{
    enum deadline deadline = deadline_of(letter->happening.event);
    return letter->deferred && deadline != DEADLINE_NONE && !deadline_is_due(server, connection, deadline);
}

static enum decision decide(struct server *server, struct connection *connection, const struct letter *letter)
{
    const struct happening *happening = &letter->happening;
    if (is_stale(server, connection, letter))
        return DECISION_IGNORE;
    connection->wish = happening->wish;
    const struct lifecycle_row *row = row_for(server, connection, happening);
    enum decision decision = row ? row->decision : DECISION_CANNOT;
    if (row)
        coverage_take(server, COVERED_LIFECYCLE, (size_t)(row - lifecycle));
    switch (decision) {
    case DECISION_GO:
        go(server, connection, row, happening);
        break;
    case DECISION_IGNORE:
        if (row->rule)
            emit(server, connection, row, connection->state, happening->link);
        break;
    case DECISION_DEFER:
        defer(server, connection, row, letter);
        break;
    case DECISION_CANNOT:
    case DECISION_COUNT:
        return fail(server, connection, happening);
    }
    return decision;
}

/* What was raised for a connection that has ended meanwhile is dropped: its end was recorded. */
static void drain(struct server *server)
{
    struct letter letter;
    while (mail_take(&server->mail, &server->raised, &letter)) {
        struct connection *connection = server_living(server, letter.to);
        if (connection && server->error.class == FAILURE_NONE)
            decide(server, connection, &letter);
    }
}

enum decision lifecycle_happen(struct server *server, struct connection *connection, const struct happening *happening)
{
    if (server->deciding) {
        post(server, &server->raised, connection, happening, false);
        return DECISION_DEFER;
    }
    if (!server->index.made)
        lifecycle_index(&server->index);
    server->deciding = true;
    enum decision decision = decide(server, connection, &(struct letter){.happening = *happening});
    drain(server);
    server->deciding = false;
    return decision;
}

uint64_t lifecycle_draw_ms(struct connection *connection, const uint32_t range[2])
{
    return random_between(&connection->random, range[0], range[1]) * NS_PER_MS;
}
