/* SPDX-License-Identifier: MIT */
/**
 * @file session.h
 * One scenario acted out with the DLLs of a command line, for whatever verb.
 */
#ifndef RRASEMU_CLI_SESSION_H
#define RRASEMU_CLI_SESSION_H

#include "callout/chain.h"
#include "cli/run_options.h"
#include "host/baton.h"
#include "host/inprocess.h"
#include "host/reactor.h"
#include "ras/server.h"
#include "scenario/player.h"

/** Everything one scenario needs, made and unmade together. It must not move. */
struct session {
    struct reactor *reactor;
    struct baton baton;
    struct inprocess here;
    struct record_stream records;
    struct isolated *isolated; /**< NULL: DLLs run in this process */
    struct chain chain;
    struct server server;
    struct player player;
    const struct run_options *options;
    struct admindll admindll; /* the DLLs the registry names */
    int folder;               /* the working directory, which a DLL may change */
};

/** Makes a stopped server with its DLLs and the scenario; observers may be added to `records`
 * before. The session must be zeroed before its first observer. */
bool session_open(struct session *session, const struct run_options *options, const struct scenario *scenario,
                  struct error *error);

/** Starts the service, acts the scenario out, stops. False when the service did not start or the
 * emulator failed. The last record is the summary. */
bool session_run(struct session *session, const struct run_options *options, bool show_progress, bool *interrupted,
                 struct error *error);

/** Frees all and goes back to the working directory. */
void session_close(struct session *session, struct error *error);

/** The scenarios of a command line, read before anything runs or is written. */
struct scenario_list {
    struct scenario *scenarios;
    const char **names; /**< of the files; NULL for the built-in one */
    size_t count;
    enum failure worst; /**< of those that could not be read, which are told on standard error */
};

/** Reads them; without paths the built-in one. */
void scenario_list_read(struct scenario_list *list, int count, char **paths);

/** The same from a transcript (scenario/replay.h). */
void scenario_list_replay(struct scenario_list *list, const char *path);

void scenario_list_free(struct scenario_list *list);

/** Tells a failure on standard error, after the scenario's name if there is one; keeps the worst. */
void session_note(const struct error *error, const char *scenario, enum failure *worst);

#endif
