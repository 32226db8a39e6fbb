/* SPDX-License-Identifier: MIT */
/**
 * @file actions.h
 * The guards and actions of the lifecycle table, by the time of life they belong to.
 */
#ifndef RRASEMU_RAS_ACTIONS_H
#define RRASEMU_RAS_ACTIONS_H

#include "ras/lifecycle.h"
#include "ras/server.h"

#define ACTION(name) void name(struct server *server, struct connection *connection, uint32_t link)
#define GUARD(name) bool name(const struct server *server, const struct connection *connection)

/** Puts a question; connection and kind are filled in. */
void action_ask(struct server *server, struct connection *connection, enum ask ask,
                struct question question);

ACTION(action_none);

/* connect.c: from the call to the first accepted link */
GUARD(service_is_down);
GUARD(port_answers);
GUARD(addresses_come_later);
GUARD(cookie_or_nothing);
GUARD(awaits_address);
GUARD(password_is_right);
GUARD(has_no_permission);
GUARD(is_to_be_called_back);
GUARD(asks_before_call_back);
GUARD(was_accepted);
GUARD(was_asked_before);
ACTION(call_back);
ACTION(begin_call);
ACTION(ask_preauthentication);
ACTION(authenticate);
ACTION(ask_addresses);
ACTION(ask_connection);
ACTION(ask_first_link);
ACTION(begin_service);
void connect_answer_address(struct server *server, struct connection *connection,
                            const struct answer *answer);

/* links.c: further links */
GUARD(link_may_join);
GUARD(other_links_are_up);
ACTION(ask_further_link);
ACTION(keep_link);
ACTION(drop_link);

/* changes.c: quarantine, mobility, limits */
GUARD(knows_reauthentication);
GUARD(refusal_keeps_user);
GUARD(lifting_reauthenticates);
GUARD(refusal_keeps_endpoint);
ACTION(lift_and_reauthenticate);
ACTION(keep_endpoint);
GUARD(probation_is_over);
GUARD(is_filtered);
GUARD(nobody_was_asked);
GUARD(mobility_is_off);
GUARD(may_move);
GUARD(may_sleep);
GUARD(is_dormant);
GUARD(outage_is_over);
GUARD(may_vanish);
GUARD(is_silent);
GUARD(echo_is_over);
ACTION(vanish);
ACTION(answer_again);
GUARD(idle_is_over);
ACTION(ask_reauthentication);
ACTION(finish_reauthentication);
ACTION(lift_quarantine);
ACTION(ask_endpoint);
ACTION(finish_move);
ACTION(fall_dormant);
ACTION(wake_up);
/** Sets the limits of a connection that became active. */
void changes_begin(struct server *server, struct connection *connection);
/** Whether a timer came too early, as traffic has put it off, and was set anew. */
bool changes_postpone(struct server *server, struct connection *connection,
                      enum connection_event event);

/* closing.c: the end */
GUARD(is_ending);
ACTION(close_refused);
ACTION(dismantle);
ACTION(forget);
ACTION(lose);

/** Whether a hang-up callout is owed: to those whose accept callout was called (Q5, Q6), and after a
 * refusal only where the profile does so (Q3). */
bool closing_owes_hangup(const struct server *server, uint64_t heard, bool accepted);

#endif
