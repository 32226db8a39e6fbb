/* SPDX-License-Identifier: MIT */
/**
 * @file views.h
 * What a command shows of the runs it makes: the transcript, the report of findings, the statistics.
 */
#ifndef RRASEMU_CLI_VIEWS_H
#define RRASEMU_CLI_VIEWS_H

#include "cli/guardian.h"
#include "cli/session.h"
#include "observe/filter.h"
#include "observe/stats.h"
#include "observe/transcript.h"

/** The files of a command, and what looks on at the run under way. It must not move. */
struct views {
    const struct run_options *options;
    struct output transcripts, reports; /**< of all runs */
    struct output *transcript, *report; /**< those two; NULL: not asked for */
    struct transcript drawing;
    struct filtered filtered;
    struct stats stats;
    uint64_t begin_ns; /**< real time */
};

/** Opens the files and empties them. Refuses one that the runs are made from, and a picture of several scenarios.
 * Without `-o` the transcript goes to standard output if it is `usually` shown, and otherwise nowhere. `scenarios` are
 * the paths of the command line. */
bool views_open(struct views *views, const struct run_options *options, bool usually, int scenario_count,
                char **scenarios, struct error *error);

/** Opens one more file that the command writes, which `option` named, and refuses it likewise; what it holds stays. */
bool views_open_file(struct output *output, const char *option, const char *path, const struct run_options *options,
                     int scenario_count, char **scenarios, struct error *error);

/** Looks on at a run that is about to begin. */
void views_begin(struct views *views, struct session *session);

/** What the guard of DLLs in this process is to write should one end it. */
void views_guarded(struct views *views, struct guardian_output outputs[GUARDIAN_OUTPUTS]);

/** That run is over; its session is still open. */
void views_end(struct views *views, const struct session *session);

/** Writes what is pending and closes the files. */
void views_close(struct views *views, struct error *error);

#endif
