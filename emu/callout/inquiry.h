/* SPDX-License-Identifier: MIT */
/**
 * @file inquiry.h
 * How a question of the server goes through the chain, call by call, and who waits for whom.
 *
 * Callouts of one group are serialized (E.group, Q31). A question holds its group from its first call
 * to its last; those that come meanwhile wait in order. A call takes no virtual time unless the
 * callout sleeps, so they wait only for sleepers, and for callouts that never return.
 */
#ifndef RRASEMU_CALLOUT_INQUIRY_H
#define RRASEMU_CALLOUT_INQUIRY_H

#include "ras/questions.h"

#include <stddef.h>

struct chain;

/** The serialized groups. */
enum group_id {
    GROUP_ADDRESS,
    GROUP_NOTIFICATION,
    /* of callouts that the documentation names in no group, where they are by themselves (Q31) */
    GROUP_IPV6,
    GROUP_LINK,
    GROUP_REAUTHENTICATION,
    GROUP_ENDPOINT,
    GROUP_PREAUTHENTICATION,
    GROUP_COUNT
};

/** A question on its way through the chain. */
struct inquiry {
    struct inquiry *next; /**< the one behind it, in its group or among the spare ones */
    struct question question;
    struct answer answer; /**< so far */
    size_t next_dll;
    size_t announced; /**< calls of DLLs before this one are known to the host */
    bool called_all;
    uint64_t since_ns; /**< when it was asked */
    uint64_t sequence;
};

/** A group: the question that holds it and those that wait. */
struct group {
    struct inquiry *first, *last;
    uint64_t free_ns; /**< until when a callout sleeps */
    bool blocked;     /**< a callout never returns */
};

/* What the chain offers the server (ras/questions.h); self is the chain */
void inquiry_ask(void *self, struct server *server, const struct question *question);
bool inquiry_pump(void *self, struct server *server);
enum pending inquiry_pending(void *self);
void inquiry_reset(void *self, struct server *server);
void inquiry_abandon(void *self, struct server *server);

/** Drops all questions. */
void inquiry_free(struct chain *chain);

#endif
