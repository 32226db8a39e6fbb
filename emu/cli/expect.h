/* SPDX-License-Identifier: MIT */
/**
 * @file expect.h
 * Remembers a run and compares it with a scenario's expectations.
 */
#ifndef RRASEMU_CLI_EXPECT_H
#define RRASEMU_CLI_EXPECT_H

#include "core/text.h"
#include "ras/record.h"
#include "scenario/player.h"

struct memory_call;
struct memory_connection;

/** What is remembered of a run; all zero at first. */
struct memory {
    struct memory_call *calls;
    size_t call_count;
    struct memory_connection *connections; /**< by number */
    size_t connection_count;
    struct memory_event *events;
    size_t event_count;
    struct text findings; /**< ids, a blank between them */
    const char *stopped_start;    /**< the rule that stopped the start, or NULL */
    const char *first_dll;
    bool several_dlls;
    bool failed; /**< memory ran out */
};

/** An observer that fills a memory. */
struct record_sink memory_sink(struct memory *memory);

void memory_free(struct memory *memory);

/** Compares: what came out instead of what was expected is added to `got`, in the form in which the
 * expectation is written. True when they are equal. */
bool memory_meets(const struct memory *memory, const struct expect *expect,
                  const struct player *player, struct text *got);

#endif
