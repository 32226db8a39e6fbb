/* SPDX-License-Identifier: MIT */
/* rrasemu run: acts scenarios out and writes what happened. */
#include "callout/chain.h"
#include "cli/pace.h"
#include "cli/verb.h"
#include "core/calendar.h"
#include "host/inprocess.h"
#include "observe/stats.h"
#include "observe/transcript.h"
#include "ras/service.h"
#include "scenario/player.h"
#include "scenario/values.h"

#include <stdio.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

/** What the command line says. */
struct run_options {
    const char *dlls[CHAIN_DLLS_MOST];
    size_t dll_count;
    const struct profile *profile; /* NULL: the scenario's */
    bool seed_given, start_given;
    uint64_t seed;
    int64_t start;
    struct pace pace;
    enum severity fail_on; /* SEVERITY_COUNT: never */
    const struct transcript_format *format;
    const char *output;
    bool stats;
};

/* --- options --- */

static bool set_dll(void *self, const char *argument, struct error *error)
{
    struct run_options *options = self;
    if (options->dll_count == CHAIN_DLLS_MOST)
        return error_set(error, FAILURE_USAGE, "--dll: more than %d DLLs", CHAIN_DLLS_MOST);
    options->dlls[options->dll_count++] = argument;
    return true;
}

static bool set_os(void *self, const char *argument, struct error *error)
{
    size_t index;
    if (!verb_choose("--os", argument, profiles, profile_count, sizeof *profiles, &index, error))
        return false;
    ((struct run_options *)self)->profile = &profiles[index];
    return true;
}

static bool set_seed(void *self, const char *argument, struct error *error)
{
    struct run_options *options = self;
    options->seed_given = true;
    return value_uint64(argument, &options->seed) ||
           error_set(error, FAILURE_USAGE,
                     "--seed: %s, expected a whole number from 0 to 18446744073709551615", argument);
}

static bool set_start(void *self, const char *argument, struct error *error)
{
    struct run_options *options = self;
    options->start_given = true;
    return calendar_parse(argument, &options->start) ||
           error_set(error, FAILURE_USAGE,
                     "--start: %s, expected a date such as 2026-01-05T08:00:00Z", argument);
}

static bool set_pace(void *self, const char *argument, struct error *error)
{
    struct run_options *options = self;
    return pace_parse(argument, &options->pace) ||
           error_set(error, FAILURE_USAGE, "--pace: %s, expected max, real or a factor such as 10x",
                     argument);
}

static bool set_fail_on(void *self, const char *argument, struct error *error)
{
    static const char *const words[] = {[SEVERITY_WARNING] = "warning", [SEVERITY_ERROR] = "error",
                                        [SEVERITY_COUNT] = "never"};
    size_t index;
    if (!verb_choose("--fail-on", argument, words, sizeof words / sizeof *words, sizeof *words,
                     &index, error))
        return false;
    ((struct run_options *)self)->fail_on = (enum severity)index;
    return true;
}

static bool set_format(void *self, const char *argument, struct error *error)
{
    size_t index;
    if (!verb_choose("--format", argument, transcript_formats, transcript_format_count,
                     sizeof *transcript_formats, &index, error))
        return false;
    ((struct run_options *)self)->format = &transcript_formats[index];
    return true;
}

static bool set_output(void *self, const char *argument, struct error *error)
{
    (void)error;
    ((struct run_options *)self)->output = argument;
    return true;
}

static bool set_stats(void *self, const char *argument, struct error *error)
{
    (void)argument;
    (void)error;
    ((struct run_options *)self)->stats = true;
    return true;
}

static const struct option_row run_rows[] = {
    {"dll", 0, "PATH", "administration DLL to load; again for more, called in this order", set_dll},
    {"os", 0, "PROFILE", "Windows version to be, as 2003, 2008r2, 2022 (default)", set_os},
    {"seed", 0, "N", "decides every made-up value (default 1)", set_seed},
    {"start", 0, "TIME", "virtual date of the service start (2026-01-05T08:00:00Z)", set_start},
    {"pace", 0, "PACE", "max (default), real, or a factor such as 10x", set_pace},
    {"fail-on", 0, "LEVEL", "exit with 1 on findings: error (default), warning, never", set_fail_on},
    {"format", 0, "FORMAT", "text (default) or jsonl", set_format},
    {"output", 'o', "FILE", "write the transcript there instead of standard output", set_output},
    {"stats", 0, NULL, "print counts and speed to standard error at the end", set_stats},
};

/* --- running --- */

/* Everything one run needs, made and unmade together */
struct run {
    struct record_stream records;
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
    if (options->seed_given)
        server.seed = options->seed;
    if (options->start_given)
        server.start = options->start;
    *run = (struct run){0};
    record_observe(&run->records, transcript_sink(options->format, output));
    record_observe(&run->records, stats_sink(&run->stats));
    chain_open(&run->chain, inprocess_host());
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
                  "no callout was called: name an administration DLL with --dll");
    else if (counted > 0)
        error_set(error, FAILURE_FINDING, "%u finding%s", counted, counted == 1 ? "" : "s");
    return error->class == FAILURE_NONE;
}

static bool run_service(struct run *run, const struct run_options *options,
                        const struct output *output, struct error *error)
{
    bool interrupted = false;
    bool progress = isatty(STDERR_FILENO) && !output->terminal;
    if (!service_start(&run->server)) {
        *error = run->chain.start_error;
        return false;
    }
    if (!pace_run(&run->server, options->pace, progress, &interrupted, error))
        return false;
    service_stop(&run->server);
    return judge(run, options, interrupted, error);
}

static bool run_one(const struct run_options *options, const struct scenario *scenario,
                    struct output *output, struct error *error)
{
    static struct run run; /* 64 DLLs and a server: too much for a stack */
    uint64_t begin = host_ns();
    if (open_run(&run, options, scenario, output, error)) {
        run_service(&run, options, output, error);
        struct record summary = {.type = RECORD_SUMMARY, .summary = run.records.totals};
        server_emit(&run.server, &summary);
    }
    if (options->stats) {
        struct text report = {0};
        stats_add_report(&report, &run.stats, host_ns() - begin);
        fputs(text_string(&report), stderr);
        text_free(&report);
    }
    close_run(&run);
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

static enum failure run_all(const struct run_options *options, int count, char **paths,
                            struct output *output)
{
    enum failure worst = FAILURE_NONE;
    for (int i = 0; i < (count ? count : 1); i++) {
        struct scenario scenario;
        struct error error = {0};
        bool read = count ? scenario_read(&scenario, paths[i], &error)
                          : scenario_builtin(&scenario, &error);
        bool named = read && count > 1; /* reading errors name the file themselves */
        if (read) {
            run_one(options, &scenario, output, &error);
            scenario_free(&scenario);
        }
        note(&error, named ? paths[i] : "", &worst);
    }
    return worst;
}

static enum failure run_verb(int argc, char **argv, struct error *error)
{
    struct run_options options = {.fail_on = SEVERITY_ERROR, .format = &transcript_formats[0]};
    struct output output;
    bool helped;
    int count = verb_parse(&verb_run, argc, argv, &options, &helped, error);
    if (count < 0 || helped)
        return error->class;
    if (!output_open(&output, options.output, error))
        return error->class;
    enum failure worst = run_all(&options, count, argv, &output);
    if (!output_close(&output, options.output, error))
        worst = error->class > worst ? error->class : worst;
    return worst;
}

const struct verb verb_run = {
    .name = "run",
    .synopsis = "[--dll PATH]... [OPTION]... [SCENARIO]...",
    .text = "Starts the emulated service with the DLLs and acts out each scenario in turn, or the\n"
            "built-in one: user alice of domain EXAMPLE over one SSTP tunnel.",
    .options = run_rows,
    .option_count = sizeof run_rows / sizeof *run_rows,
    .run = run_verb,
};
