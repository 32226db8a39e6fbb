/* SPDX-License-Identifier: MIT */
#include "ras/deadline.h"

#include "ras/server.h"

const struct deadline_row deadlines[DEADLINE_COUNT] = {
    [DEADLINE_NEGOTIATION] = {ON_NEGOTIATION_OVER, false},
    [DEADLINE_IDLE] = {ON_IDLE, true},
    [DEADLINE_SESSION] = {ON_SESSION_LIMIT, true},
    [DEADLINE_PROBATION] = {ON_PROBATION_OVER, true},
    [DEADLINE_FILTERS] = {ON_FILTERS_OVER, true},
    [DEADLINE_OUTAGE] = {ON_OUTAGE, true},
    [DEADLINE_ECHO] = {ON_ECHO_OVER, true},
};

/* The queue keeps one entry of each deadline, for its earliest time: one that is put off is queued anew when the queue
 * has come to the old time. */
void deadline_set(struct server *server, struct connection *connection, enum deadline deadline, uint64_t due_ns)
{
    struct deadline_state *state = &connection->deadlines[deadline];
    state->due_ns = due_ns;
    if (state->queued_ns && state->queued_ns <= due_ns)
        return;
    state->queued_ns = due_ns;
    server_schedule_deadline(server, connection, due_ns, deadline, deadlines[deadline].keeps_run);
}

void deadline_clear(struct connection *connection, enum deadline deadline)
{
    connection->deadlines[deadline].due_ns = 0;
}

void deadline_clear_all(struct connection *connection)
{
    for (enum deadline each = 0; each < DEADLINE_COUNT; each++)
        deadline_clear(connection, each);
}

bool deadline_look(struct server *server, struct connection *connection, enum deadline deadline, uint64_t queued_ns)
{
    struct deadline_state *state = &connection->deadlines[deadline];
    if (state->queued_ns != queued_ns)
        return false; /* it was set to an earlier time since, and has its entry there */
    state->queued_ns = 0;
    if (state->due_ns > server->now_ns)
        deadline_set(server, connection, deadline, state->due_ns);
    return deadline_is_due(server, connection, deadline);
}

enum deadline deadline_of(enum connection_event event)
{
    enum deadline each = 0;
    while (each < DEADLINE_COUNT && deadlines[each].event != event)
        each++;
    return each;
}

bool deadline_is_due(const struct server *server, const struct connection *connection, enum deadline deadline)
{
    uint64_t due_ns = connection->deadlines[deadline].due_ns;
    return due_ns && due_ns <= server->now_ns;
}
