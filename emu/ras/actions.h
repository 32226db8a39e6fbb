/* SPDX-License-Identifier: MIT */
/**
 * @file actions.h
 * The guards and actions of the lifecycle table, by the time of life they belong to.
 */
#ifndef RRASEMU_RAS_ACTIONS_H
#define RRASEMU_RAS_ACTIONS_H

#include "ras/answers.h"
#include "ras/lifecycle.h"
#include "ras/server.h"

/* Every guard of guards.def */
#define GUARD(id, function, text, recipe) \
    bool function(const struct server *server, const struct connection *connection, uint32_t link);
#include "ras/guards.def"
#undef GUARD

#define ACTION(name) void name(struct server *server, struct connection *connection, uint32_t link)
#define GUARD(name) bool name(const struct server *server, const struct connection *connection, uint32_t link)

/** Puts a question; connection and kind are filled in. */
void action_ask(struct server *server, struct connection *connection, enum ask ask, struct question question);

/* connect.c: from the call to the first accepted link */
ACTION(call_back);
ACTION(begin_call);
ACTION(ask_preauthentication);
ACTION(authenticate);
ACTION(ask_addresses);
ACTION(ask_connection);
ACTION(ask_first_link);
ACTION(begin_service);
/** What the connection keeps of an address, and what the answer comes to. */
enum response connect_take_address(struct server *server, struct connection *connection, const struct answer *answer);

/* links.c: further links */
ACTION(begin_link);
ACTION(free_link);
ACTION(ask_further_link);
ACTION(keep_link);
ACTION(drop_link);

/* changes.c: quarantine, mobility, limits */
ACTION(lift_and_reauthenticate);
ACTION(keep_endpoint);
ACTION(vanish);
ACTION(answer_again);
ACTION(change_quarantine);
ACTION(ask_reauthentication);
ACTION(lift_quarantine);
ACTION(ask_endpoint);
ACTION(finish_move);
ACTION(fall_dormant);
ACTION(wake_up);
/** Sets the limits of a connection that became active. */
void changes_begin(struct server *server, struct connection *connection);
/** Traffic puts the idle time off. */
void changes_pass_traffic(struct server *server, struct connection *connection);
/** A probation begins. */
void changes_set_probation(struct server *server, struct connection *connection, uint64_t probation_ns);

/* closing.c: the end */
ACTION(close_refused);
ACTION(dismantle);
ACTION(lose);

/** Whether a hang-up callout is owed: to those whose accept callout was called (Q5, Q6), and after a
 * refusal only where the profile does so (Q3). */
bool closing_owes_hangup(const struct server *server, uint64_t heard, bool accepted);

#endif
