/* SPDX-License-Identifier: MIT */
/**
 * @file mail.h
 * Events on their way: those that were raised and wait for their turn, and those that a connection keeps until its
 * state changes. All lists of a server share one store, so that nothing is allocated for an event once it has grown.
 */
#ifndef RRASEMU_RAS_MAIL_H
#define RRASEMU_RAS_MAIL_H

#include "ras/questions.h"
#include "ras/event.h"

#include <stdbool.h>

/** An event for a connection. */
struct letter {
    struct connection_ref to;
    struct happening happening;
    bool deferred; /**< it was decided before, and put off */
    uint32_t next; /**< place + 1 of the next in its list or among the free ones; 0: the last */
};

/** A list of letters, first in, first out; all zero is an empty one. */
struct letters {
    uint32_t first, last; /**< places + 1 */
};

/** The store. */
struct mail {
    struct letter *letters;
    uint32_t count, capacity;
    uint32_t free; /**< place + 1 */
};

/** Adds a letter; false when memory ran out. */
bool mail_add(struct mail *mail, struct letters *list, const struct letter *letter);

/** Takes the first out; false when there is none. */
bool mail_take(struct mail *mail, struct letters *list, struct letter *letter);

/** Moves all of `from` behind those of `to`. */
void mail_move(struct mail *mail, struct letters *from, struct letters *to);

void mail_close(struct mail *mail);

#endif
