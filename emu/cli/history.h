/* SPDX-License-Identifier: MIT */
/**
 * @file history.h
 * Remembers a run and compares it with a scenario's expectations.
 */
#ifndef RRASEMU_CLI_HISTORY_H
#define RRASEMU_CLI_HISTORY_H

#include "core/text.h"
#include "ras/record.h"
#include "scenario/scenario.h"

/** What is remembered of a run; all zero at first. */
struct history {
    struct history_call *calls;
    size_t call_count;
    struct history_connection *connections; /**< by number */
    size_t connection_count;
    struct history_event *events;
    size_t event_count;
    struct history_finding *findings;
    size_t finding_count;
    struct history_sent *sent;
    size_t sent_count;
    const char *stopped_start; /**< the rule that stopped the start, or NULL */
    uint64_t last_service;     /**< the record of the service's last change */
    const char *first_dll;
    bool several_dlls;
    bool failed; /**< memory ran out: nothing here may be compared */
};

/** An observer that fills a history. */
struct record_sink history_sink(struct history *history);

void history_free(struct history *history);

/** Compares what happened with one expectation, about the connection of this `number` or (0) about all.
 * What came is added to `got`, in the form in which the expectation is written. *around is the record at
 * which the two diverge, 0 if there is none. True when they are equal; when `got` has failed the answer
 * means nothing. */
bool history_meets(const struct history *history, const struct expect *expect, uint32_t number, struct text *got,
                   uint64_t *around);

/** Adds the findings of these levels in words, the separator between them. Returns the record of the
 * first; 0: there is none. */
uint64_t history_add_findings(struct text *text, const struct history *history, enum severity least, enum severity most,
                              const char *separator);

#endif
