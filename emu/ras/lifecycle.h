/* SPDX-License-Identifier: MIT */
/**
 * @file lifecycle.h
 * The life of a connection as one table (C3), which decides every pair of state and event.
 *
 * What happens to a connection comes in by lifecycle_happen() or lifecycle_answer(). The row that decides it changes
 * the state, makes a record, and runs its action. An action never calls the table: what it raises (lifecycle_raise())
 * waits in the server's mail until the action has returned, and then is decided in the same way, in order.
 */
#ifndef RRASEMU_RAS_LIFECYCLE_H
#define RRASEMU_RAS_LIFECYCLE_H

#include "ras/questions.h"
#include "ras/connection.h"
#include "ras/event.h"

#include <stdbool.h>
#include <stddef.h>

struct server;

/** What a row decides. */
enum decision {
    DECISION_GO,     /**< the state changes, the action runs */
    DECISION_IGNORE, /**< nothing happens, for the reason that the row's text gives */
    DECISION_DEFER,  /**< it is kept with the connection, and decided again when the state has changed */
    DECISION_CANNOT, /**< it cannot happen: reaching this row is the emulator's own bug */
    DECISION_COUNT,
};

extern const char *const decision_names[DECISION_COUNT];

/** What must hold for a row, besides state and event. */
enum guard_id {
    GUARD_NONE,
#define GUARD(id, function, text, recipe) GUARD_##id,
#include "ras/guards.def"
#undef GUARD
    GUARD_COUNT,
};

/** A guard. */
struct guard_row {
    const char *text;   /**< what holds, in words */
    const char *recipe; /**< what in a scenario makes it true */
    bool (*holds)(const struct server *server, const struct connection *connection, uint32_t link);
};

extern const struct guard_row lifecycle_guards[GUARD_COUNT];

/** A set of states, a bit each. */
typedef uint32_t state_set;
#define STATE_BIT(state) ((state_set)1 << (state))

/** One row. Rows that fit the same pair are tried in order; the last has no guard, so that every pair is decided. */
struct lifecycle_row {
    const char *rule; /**< NULL: a step of the emulator's own, of which no record is made */
    state_set from;
    enum connection_event event;
    enum guard_id guard;
    enum decision decision;
    enum connection_state to; /**< CONNECTION_STATE_COUNT: the state stays */
    void (*action)(struct server *server, struct connection *connection, uint32_t link); /**< or NULL */
    enum end_reason ending; /**< why the connection ends by this row, unless that is known already */
    const char *text;       /**< what happens, for readers of the table and of transcripts */
};

extern const struct lifecycle_row lifecycle[];
extern const size_t lifecycle_length;

/** The rows of each pair of state and event, in order; made at a server's first event. */
struct lifecycle_index {
    bool made;
    uint16_t first[CONNECTION_STATE_COUNT][CONNECTION_EVENT_COUNT]; /**< where the rows of a pair begin in `rows` */
    uint16_t end[CONNECTION_STATE_COUNT][CONNECTION_EVENT_COUNT];
    uint8_t rows[1024];
};

void lifecycle_index(struct lifecycle_index *index);

/** Something happens to a connection: it is decided now, and then what was raised by that. Returns the decision on it.
 * From inside an action it is raised only, and the answer is DECISION_DEFER. */
enum decision lifecycle_happen(struct server *server, struct connection *connection, const struct happening *happening);

/** The same once the action that runs has returned. For actions. */
void lifecycle_raise(struct server *server, struct connection *connection, enum connection_event event, uint32_t link);

/** The answer to the question a connection has asked; dropped when the connection has ended. */
void lifecycle_answer(struct server *server, const struct answer *answer);

/** A duration of the connection's own random stream, from range[0] to range[1] milliseconds. */
uint64_t lifecycle_draw_ms(struct connection *connection, const uint32_t range[2]);

#endif
