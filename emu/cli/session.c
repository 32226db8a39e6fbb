/* SPDX-License-Identifier: MIT */
#include "cli/session.h"

#include "cli/guard.h"
#include "cli/sandbox.h"
#include "host/baton.h"
#include "host/children.h"
#include "host/inprocess.h"
#include "host/isolated.h"
#include "scenario/replay.h"
#include "ras/engine.h"
#include "ras/service.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

/* The scenario's server, with what the command line puts before it */
static struct server_options server_options(const struct run_options *options, const struct scenario *scenario)
{
    struct server_options server = scenario->options;
    if (options->profile)
        server.profile = options->profile;
    for (size_t i = 0; i < POLICY_COUNT; i++)
        if (options->policy_given[i])
            server.policies.value[i] = options->policies.value[i];
    if (options->seed_given)
        server.seed = options->seed;
    if (options->start_given)
        server.start = options->start;
    if (options->registry.block)
        server.pool.block = options->registry.block;
    server.display_name = options->registry.admindll.display_name;
    return server;
}

/* Those of the registry come before those of the command line. */
static bool add_dlls(const struct session *session, struct chain *chain, struct error *error)
{
    for (size_t i = 0; i < session->admindll.count; i++)
        if (!chain_add(chain,
                       &(struct dll_source){.path = session->admindll.files[i], .listed = session->admindll.paths[i]},
                       error))
            return false;
    for (size_t i = 0; i < session->options->dll_count; i++)
        if (!chain_add(chain, &(struct dll_source){.path = session->options->dlls[i]}, error))
            return false;
    return true;
}

/* The service starts once more, and reads the registry as callouts have left it (S1). */
static bool list_again(void *self, struct chain *chain, struct error *error)
{
    struct session *session = self;
    admindll_free(&session->admindll);
    return run_registry_list(&session->options->registry, true, &session->server.options.policies, &session->admindll,
                             error) &&
           add_dlls(session, chain, error);
}

static void say(const char *what)
{
    fprintf(stderr, "rrasemu: %s\n", what);
}

bool session_open(struct session *session, const struct run_options *options, const struct scenario *scenario,
                  struct error *error)
{
    struct server_options server = server_options(options, scenario);
    session->baton = (struct baton)BATON_INITIALIZER;
    session->folder = open(".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    bool own_processes = options->host != HOST_IN_PROCESS;
    session->here.stage = own_processes ? NULL : guard_stage();
    chain_open(&session->chain, inprocess_host(&session->here));
    if (!own_processes)
        guard_host(&session->chain.host);
    if (!sandbox_set_world(scenario, error) || !(session->reactor = reactor_open(error)))
        return false;
    guard_keep(session->folder);
    guard_keep(reactor_file(session->reactor));
    if (!own_processes && (options->wrap || options->channel != CHANNEL_AUTO))
        return error_set(error, FAILURE_USAGE, "%s with --host in-process, which has no processes",
                         options->wrap ? "--wrap" : "--channel");
    bool single = server.policies.value[POLICY_PROCESSES] == PROCESSES_ONE;
    children_adopt();
    if (own_processes) {
        struct isolated_options isolated = {
            .reactor = session->reactor,
            .wrap = options->wrap,
            .kinds = options->host == HOST_WINE       ? ISOLATED_WINDOWS
                     : options->host == HOST_ISOLATED ? ISOLATED_NATIVE
                                                      : ISOLATED_ANY,
            .say = isatty(STDERR_FILENO) ? say : NULL,
            .single = single,
            .page = options->channel == CHANNEL_PAGE ||
                    (options->channel == CHANNEL_AUTO && !options->wrap && isolated_page_pays()),
            .timeout_ms = run_options_timeout(options)};
        if (!(session->isolated = isolated_open(&isolated)))
            return error_out_of_memory(error);
        session->chain.host = isolated_host(session->isolated);
    }
    session->options = options;
    session->chain.list = list_again;
    session->chain.list_self = session;
    if (!run_registry_list(&options->registry, false, &server.policies, &session->admindll, error) ||
        !add_dlls(session, &session->chain, error))
        return false;
    return server_open(&session->server, &server, &session->chain.callouts, &session->records, error) &&
           player_open(&session->player, scenario, &session->server, error);
}

/* The beginning and the end of a run, each on a thread that may be parked (baton.h); begun again, they
 * go on where the model stands. */
static void start(void *self)
{
    struct session *session = self;
    guard_thread();
    if (session->server.state == SERVICE_STOPPED)
        service_start(&session->server);
}

static void add_stop(struct text *text, const void *unused)
{
    (void)unused;
    text_add(text, "\"stop\":\"service\"");
}

static void stop(void *self)
{
    struct session *session = self;
    guard_thread();
    if (pace_is_interrupted() && session->server.state == SERVICE_RUNNING)
        stimulus_apply(&session->server, &(struct stimulus){.kind = STIMULUS_STOP, .origin = ORIGIN_SIGNAL}, add_stop,
                       NULL);
    engine_stop(&session->server);
}

/* Why the service did not start: processes that cannot be had are no fault of a DLL's. */
static const struct error *start_error(const struct session *session)
{
    return session->isolated && isolated_error(session->isolated)->class != FAILURE_NONE
               ? isolated_error(session->isolated)
               : &session->chain.start_error;
}

static bool start_service(struct session *session, struct error *error)
{
    struct server *server = &session->server;
    if (!baton_run(&session->baton, start, session, error) || server->state == SERVICE_RUNNING)
        return error->class == FAILURE_NONE;
    *error = *start_error(session);
    if (error->class == FAILURE_NONE) /* neither running nor failed: a callout never returned */
        error_set(error, FAILURE_SERVICE_START, "%s%sthe service did not start", server->error.text,
                  *server->error.text ? "; " : "a callout never returns; ");
    return false;
}

bool session_run(struct session *session, const struct run_options *options, bool show_progress, bool *interrupted,
                 struct error *error)
{
    struct server *server = &session->server;
    pace_heed_signals();
    player_record_server(server, session->player.scenario, (enum origin_kind)session->player.scenario->origin);
    if (start_service(session, error) &&
        pace_run(server, session->reactor, &session->baton, options->pace, show_progress, error) &&
        server->error.class == FAILURE_NONE)
        baton_run(&session->baton, stop, session, error);
    *interrupted = pace_restore_signals();
    if (error->class == FAILURE_NONE && server->error.class != FAILURE_NONE)
        *error = server->error;
    if (error->class == FAILURE_NONE && session->chain.start_error.class != FAILURE_NONE)
        *error = *start_error(session); /* it did not start again */
    struct record summary = {.type = RECORD_SUMMARY, .summary = session->records.totals};
    server_emit(server, &summary);
    if (error->class == FAILURE_NONE) /* an observer may have one to the last record */
        *error = server->error;
    return error->class == FAILURE_NONE;
}

void session_close(struct session *session, struct error *error)
{
    baton_close(&session->baton);
    player_close(&session->player);
    server_close(&session->server);
    chain_close(&session->chain);
    admindll_free(&session->admindll);
    isolated_close(session->isolated);
    sandbox_end_world();
    if (session->reactor)
        guard_release(reactor_file(session->reactor));
    guard_release(session->folder);
    reactor_close(session->reactor);
    children_end_orphans(0); /* of DLLs in this process */
    if (session->folder >= 0 && (fchdir(session->folder) != 0 || close(session->folder) != 0))
        error_set(error, FAILURE_INTERNAL, "the working directory is gone");
}

void scenario_list_replay(struct scenario_list *list, const char *path)
{
    struct error error = {0};
    *list = (struct scenario_list){.scenarios = calloc(1, sizeof *list->scenarios),
                                   .names = calloc(1, sizeof *list->names)};
    if (!list->scenarios || !list->names)
        error_out_of_memory(&error);
    else if (replay_read(&list->scenarios[0], path, &error))
        list->names[list->count++] = path;
    session_note(&error, NULL, &list->worst);
}

void scenario_list_read(struct scenario_list *list, int count, char **paths)
{
    size_t most = count > 0 ? (size_t)count : 1;
    *list = (struct scenario_list){.scenarios = calloc(most, sizeof *list->scenarios),
                                   .names = calloc(most, sizeof *list->names)};
    for (size_t i = 0; i < most; i++) {
        struct error error = {0};
        if (!list->scenarios || !list->names)
            error_out_of_memory(&error);
        else if (count > 0 ? scenario_read(&list->scenarios[list->count], paths[i], &error)
                           : scenario_builtin(&list->scenarios[list->count], &error))
            list->names[list->count++] = count > 0 ? paths[i] : NULL;
        session_note(&error, NULL, &list->worst);
    }
}

void scenario_list_free(struct scenario_list *list)
{
    for (size_t i = 0; i < list->count; i++)
        scenario_free(&list->scenarios[i]);
    free(list->scenarios);
    free(list->names);
}

void session_note(const struct error *error, const char *scenario, enum failure *worst)
{
    if (error->class == FAILURE_NONE)
        return;
    fprintf(stderr, "rrasemu: %s%s%s\n", scenario ? scenario : "", scenario ? ": " : "", error->text);
    if (error->class > *worst)
        *worst = error->class;
}
