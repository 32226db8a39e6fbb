/* SPDX-License-Identifier: MIT */
/**
 * @file entry.h
 * Entries of the event log that a DLL writes.
 */
#ifndef RRASEMU_CALLOUT_ENTRY_H
#define RRASEMU_CALLOUT_ENTRY_H

#include "ras/record.h"

#include <stdbool.h>

enum { ENTRY_PARAMETERS_MOST = 256 };

/** One, as a record has it. */
struct entry_of_dll {
    struct record_eventlog record;
    const char *parameters[ENTRY_PARAMETERS_MOST];
};

/** Whether what a DLL says is one (runtime/current_callout.h): then reads it, and points into the line, which it cuts. */
bool entry_read(char *line, struct entry_of_dll *entry);

/** Reads a line that tells what a peer of the scenario was sent, and returns that; NULL: it is none. The line is cut up. */
const char *entry_read_sent(char *line, const char **peer);

#endif
