/* SPDX-License-Identifier: MIT */
/**
 * @file audit.h
 * The engine checks itself: whoever was told of a beginning is told of the end, and what was taken is
 * given back.
 *
 * It keeps its own books from the questions and answers alone and shares no decision with closing.c, so
 * that a mistake there is found here. A violation is the emulator's own bug: FAILURE_INTERNAL.
 */
#ifndef RRASEMU_RAS_AUDIT_H
#define RRASEMU_RAS_AUDIT_H

#include "ras/questions.h"

/** An answer that obliges: an accept to its hang-up, a wish for notification to its release. */
void audit_answer(const struct server *server, struct connection *connection, const struct answer *answer);

/** A question that settles what was owed. */
void audit_question(struct connection *connection, enum ask ask);

/** A connection is forgotten: nothing may be owed beyond what the policies remit. */
void audit_connection(struct server *server, const struct connection *connection);

/** The service has stopped: no connection, port or address may be in use. */
void audit_stopped(struct server *server);

#endif
