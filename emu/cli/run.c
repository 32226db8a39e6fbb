/* SPDX-License-Identifier: MIT */
/* rrasemu run: acts scenarios out and writes what happened. */
#include "cli/guard.h"
#include "cli/run_options.h"
#include "core/calendar.h"
#include "host/inprocess.h"
#include "observe/filter.h"
#include "observe/stats.h"
#include "ras/service.h"
#include "scenario/player.h"

#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

/* --- running --- */

/* Everything one run needs, made and unmade together */
struct run {
    struct record_stream records;
    struct transcript transcript;
    struct filtered filtered;
    struct chain chain;
    struct server server;
    struct player player;
    struct stats stats;
};

static bool open_run(struct run *run, const struct run_options *options,
                     const struct scenario *scenario, struct output *output, struct error *error)
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
    *run = (struct run){0};
    run->transcript = (struct transcript){.format = options->format, .output = output};
    run->filtered = (struct filtered){&options->filter, transcript_sink(&run->transcript)};
    record_observe(&run->records, filter_sink(&run->filtered));
    record_observe(&run->records, stats_sink(&run->stats));
    chain_open(&run->chain, inprocess_host());
    if (!run_registry_add_dlls(&options->registry, &run->chain, error))
        return false;
    for (size_t i = 0; i < options->dll_count; i++)
        if (!chain_add(&run->chain, &(struct dll_source){.path = options->dlls[i]}, error))
            return false;
    return server_open(&run->server, &server, &run->chain.callouts, &run->records, error) &&
           player_open(&run->player, scenario, &run->server, error);
}

static void close_run(struct run *run)
{
    player_close(&run->player);
    server_close(&run->server);
    chain_close(&run->chain);
    transcript_close(&run->transcript);
}

static uint64_t host_ns(void)
{
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (uint64_t)now.tv_sec * CALENDAR_NS_PER_SECOND + (uint64_t)now.tv_nsec;
}

/* What a finished run means for the exit status */
static bool judge(const struct run *run, const struct run_options *options, bool interrupted,
                  struct error *error)
{
    const struct record_summary *totals = &run->records.totals;
    uint32_t counted = 0;
    for (int severity = (int)options->fail_on; severity < SEVERITY_COUNT; severity++)
        counted += totals->findings[severity];
    if (run->server.error.class != FAILURE_NONE)
        *error = run->server.error;
    else if (interrupted)
        error_set(error, FAILURE_FINDING, "the run was interrupted; the service was stopped");
    else if (totals->callouts == 0)
        error_set(error, FAILURE_FINDING,
                  "no callout was called%s",
                  run->chain.count ? "" : ": name an administration DLL with --dll or --reg");
    else if (counted > 0)
        error_set(error, FAILURE_FINDING, "%u finding%s", counted, counted == 1 ? "" : "s");
    return error->class == FAILURE_NONE;
}

static bool run_service(struct run *run, const struct run_options *options,
                        const struct output *output, bool *interrupted, struct error *error)
{
    bool progress = isatty(STDERR_FILENO) && !output->terminal;
    if (!service_start(&run->server)) {
        *error = run->chain.start_error;
        return false;
    }
    if (!pace_run(&run->server, options->pace, progress, interrupted, error))
        return false;
    service_stop(&run->server);
    return judge(run, options, *interrupted, error);
}

static void add_stats(const struct run *run, uint64_t real_ns)
{
    struct text report = {0};
    stats_add_report(&report, &run->stats, real_ns);
    fputs(text_string(&report), stderr);
    text_free(&report);
}

/* Acts one scenario out. The working directory is the same afterwards, whatever a DLL did to it. */
static bool run_one(const struct run_options *options, const struct scenario *scenario,
                    struct output *output, bool *interrupted, struct error *error)
{
    static struct run run; /* 64 DLLs and a server: too much for a stack */
    int here = open(".", O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    uint64_t begin = host_ns();
    output->each_line |= options->pace.thousandths != 0; /* whoever paces a run watches it */
    guard_begin(output);
    if (open_run(&run, options, scenario, output, error)) {
        run_service(&run, options, output, interrupted, error);
        struct record summary = {.type = RECORD_SUMMARY, .summary = run.records.totals};
        server_emit(&run.server, &summary);
    }
    if (options->stats)
        add_stats(&run, host_ns() - begin);
    close_run(&run);
    guard_end();
    if (here >= 0 && (fchdir(here) != 0 || close(here) != 0))
        error_set(error, FAILURE_INTERNAL, "the working directory is gone");
    return error->class == FAILURE_NONE;
}

/* A scenario that fails does not keep the next from running; the worst class is the answer. */
static void note(const struct error *error, const char *scenario, enum failure *worst)
{
    if (error->class == FAILURE_NONE)
        return;
    fprintf(stderr, "rrasemu: %s%s%s\n", scenario, *scenario ? ": " : "", error->text);
    if (error->class > *worst)
        *worst = error->class;
}

/** The scenarios of a command line, read before anything runs or is written. */
struct scenario_list {
    struct scenario *scenarios;
    const char **names; /* "" for the built-in one */
    size_t count;
};

static void free_list(struct scenario_list *list)
{
    for (size_t i = 0; i < list->count; i++)
        scenario_free(&list->scenarios[i]);
    free(list->scenarios);
    free(list->names);
}

static enum failure read_list(struct scenario_list *list, int count, char **paths)
{
    enum failure worst = FAILURE_NONE;
    size_t most = count > 0 ? (size_t)count : 1;
    *list = (struct scenario_list){calloc(most, sizeof *list->scenarios),
                                   calloc(most, sizeof *list->names), 0};
    if (!list->scenarios || !list->names)
        return FAILURE_INTERNAL;
    for (size_t i = 0; i < most; i++) {
        struct error error = {0};
        struct scenario *scenario = &list->scenarios[list->count];
        bool read = count > 0 ? scenario_read(scenario, paths[i], &error)
                              : scenario_builtin(scenario, &error);
        if (read)
            list->names[list->count++] = count > 1 ? paths[i] : "";
        note(&error, "", &worst);
    }
    return worst;
}

/* Two images are no image. */
static bool check_count(const struct run_options *options, int count, struct error *error)
{
    return count <= 1 || !options->format->single ||
           error_set(error, FAILURE_USAGE, "--format %s: a picture shows one scenario, not %d",
                     options->format->name, count);
}

/* The transcript must not be written over what it is made from. */
static bool check_output(const struct run_options *options, int count, char **paths,
                         const struct output *output, struct error *error)
{
    for (int i = 0; i < count; i++)
        if (output_is_file(output, paths[i]))
            return error_set(error, FAILURE_USAGE, "-o %s: is one of the scenarios",
                             options->output);
    for (size_t i = 0; i < options->dll_count; i++)
        if (output_is_file(output, options->dlls[i]))
            return error_set(error, FAILURE_USAGE, "-o %s: is one of the DLLs", options->output);
    const struct run_registry *registry = &options->registry;
    if (registry->path && output_is_file(output, registry->path))
        return error_set(error, FAILURE_USAGE, "-o %s: is the registry export", options->output);
    for (size_t i = 0; i < registry->admindll.count; i++)
        if (output_is_file(output, registry->admindll.files[i]))
            return error_set(error, FAILURE_USAGE, "-o %s: is one of the DLLs", options->output);
    return true;
}

static enum failure run_list(const struct run_options *options, const struct scenario_list *list,
                             struct output *output)
{
    enum failure worst = FAILURE_NONE;
    bool interrupted = false;
    for (size_t i = 0; i < list->count && !interrupted; i++) {
        struct error error = {0};
        run_one(options, &list->scenarios[i], output, &interrupted, &error);
        note(&error, list->names[i], &worst);
    }
    return worst;
}

static enum failure run_verb(int argc, char **argv, struct error *error)
{
    struct run_options options = {.fail_on = SEVERITY_ERROR, .format = &transcript_formats[0]};
    struct scenario_list list;
    struct output output;
    bool helped;
    int count = verb_parse(&verb_run, argc, argv, &options, &helped, error);
    if (count < 0 || helped || !check_count(&options, count, error) ||
        !run_registry_read(&options.registry, error)) {
        run_registry_free(&options.registry);
        return error->class;
    }
    enum failure worst = read_list(&list, count, argv);
    if (list.count > 0 && output_open(&output, options.output, error)) {
        if (check_output(&options, count, argv, &output, error)) {
            output_begin(&output);
            enum failure run = run_list(&options, &list, &output);
            worst = run > worst ? run : worst;
        }
        output_close(&output, options.output, error);
    }
    free_list(&list);
    run_registry_free(&options.registry);
    return error->class > worst ? error->class : worst;
}

const struct verb verb_run = {
    .name = "run",
    .synopsis = "[--dll PATH]... [--reg FILE] [OPTION]... [SCENARIO]...",
    .text = "Starts the emulated service with the DLLs and acts out each scenario in turn, or the\n"
            "built-in one: user alice of domain EXAMPLE over one SSTP tunnel.",
    .options = run_option_rows,
    .option_count = RUN_OPTION_COUNT,
    .run = run_verb,
};
