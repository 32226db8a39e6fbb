/* SPDX-License-Identifier: MIT */
/* rrasemu run: acts scenarios out and writes what happened. */
#include "cli/guard.h"
#include "cli/sandbox.h"
#include "cli/session.h"
#include "core/host_clock.h"
#include "host/isolated.h"
#include "observe/compare.h"
#include "observe/filter.h"
#include "observe/report.h"
#include "observe/stats.h"

#include <stdio.h>
#include <unistd.h>

/* What a run that came to its end means for the exit status */
static bool judge(const struct session *session, const struct run_options *options, bool interrupted,
                  struct error *error)
{
    const struct record_summary *totals = &session->records.totals;
    uint32_t counted = 0;
    for (int severity = (int)options->fail_on; severity < SEVERITY_COUNT; severity++)
        counted += totals->findings[severity];
    if (interrupted)
        error_set(error, FAILURE_FINDING, "the run was interrupted; the service was stopped");
    else if (totals->callouts == 0)
        error_set(error, FAILURE_FINDING, "no callout was called%s",
                  session->chain.count                 ? ""
                  : session->server.options.key_denied ? ": the registry key of the DLLs cannot be opened"
                  : options->registry.path ? ": the registry names no administration DLL in " ADMINDLL_KEY ", DLLPath"
                                           : ": name an administration DLL with --dll or --reg");
    else if (counted > 0)
        error_set(error, FAILURE_FINDING, "%u finding%s", counted, counted == 1 ? "" : "s");
    return error->class == FAILURE_NONE;
}

static void print_stats(const struct stats *stats, const struct session *session, uint64_t real_ns)
{
    struct text report = {0};
    stats_add_report(&report, stats, real_ns);
    if (session->isolated)
        text_addf(&report, "round trips %llu\n", (unsigned long long)isolated_round_trips(session->isolated));
    fputs(text_string(&report), stderr);
    text_free(&report);
}

/* Other options make another run, which is what is wanted. */
static bool is_compared(const struct run_options *options)
{
    bool changed = options->profile || options->seed_given || options->start_given;
    for (int i = 0; i < POLICY_COUNT; i++)
        changed |= options->policy_given[i];
    return options->from && !options->no_compare && !changed;
}

static bool run_one(const struct run_options *options, const struct scenario *scenario, struct output *output,
                    struct output *report, bool *interrupted, struct error *error)
{
    static struct session session; /* 64 DLLs and a server: too much for a stack */
    struct stats stats = {0};
    struct transcript transcript = {.format = options->format, .output = output};
    struct filtered filtered = {&options->filter, transcript_sink(&transcript)};
    bool progress = isatty(STDERR_FILENO) && !output->terminal;
    uint64_t begin = host_clock_ns();
    struct compare compare = {0};
    session = (struct session){0};
    if (is_compared(options)) {
        if (!compare_open(&compare, options->from, error))
            return false;
        record_observe(&session.records, compare_sink(&compare, &session.server.error));
    }
    record_observe(&session.records, filter_sink(&filtered));
    record_observe(&session.records, stats_sink(&stats));
    if (report)
        record_observe(&session.records, report_sink(report));
    output->each_line |= options->pace.thousandths != 0; /* whoever paces a run watches it */
    if (options->host == HOST_IN_PROCESS)
        guard_begin(&(struct guard){.output = output,
                                    .server = &session.server,
                                    .outputs = {{options->format->draw ? NULL : output, transcript_sink(&transcript)},
                                                {report, report_sink(report)}},
                                    .timeout_ms = run_options_timeout(options)});
    if (session_open(&session, options, scenario, error) &&
        session_run(&session, options, progress, interrupted, error))
        judge(&session, options, *interrupted, error);
    if (options->stats)
        print_stats(&stats, &session, host_clock_ns() - begin);
    session_close(&session, error);
    compare_close(&compare);
    transcript_close(&transcript);
    guard_end();
    return error->class == FAILURE_NONE;
}

/* Two images are no image. */
static bool check_count(const struct run_options *options, int count, struct error *error)
{
    if (options->from && count > 0)
        return error_set(error, FAILURE_USAGE, "--from %s: is the scenario, expected no other", options->from);
    if (options->no_compare && !options->from)
        return error_set(error, FAILURE_USAGE, "--no-compare goes with --from only");
    return count <= 1 || !options->format->single ||
           error_set(error, FAILURE_USAGE, "--format %s: a picture shows one scenario, not %d", options->format->name,
                     count);
}

/* The transcript must not be written over what it is made from. */
static bool check_output(const struct run_options *options, int count, char **paths, const struct output *output,
                         struct error *error)
{
    for (int i = 0; i < count; i++)
        if (output_is_file(output, paths[i]))
            return error_set(error, FAILURE_USAGE, "-o %s: is one of the scenarios", options->output);
    if (options->from && output_is_file(output, options->from))
        return error_set(error, FAILURE_USAGE, "-o %s: is the transcript that is repeated", options->output);
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

/* A scenario that fails does not keep the next from running; the worst class is the answer. */
static enum failure run_list(const struct run_options *options, const struct scenario_list *list, struct output *output,
                             struct output *report)
{
    enum failure worst = FAILURE_NONE;
    bool interrupted = false;
    for (size_t i = 0; i < list->count && !interrupted; i++) {
        struct error error = {0};
        run_one(options, &list->scenarios[i], output, report, &interrupted, &error);
        session_note(&error, list->count > 1 ? list->names[i] : NULL, &worst);
    }
    return worst;
}

static enum failure run_with_report(const struct run_options *options, const struct scenario_list *list,
                                    struct output *output, struct error *error)
{
    struct output report;
    if (!options->report)
        return run_list(options, list, output, NULL);
    if (!output_open(&report, options->report, error))
        return error->class;
    output_begin(&report);
    enum failure worst = run_list(options, list, output, &report);
    output_close(&report, options->report, error);
    return worst;
}

static enum failure run_verb(int argc, char **argv, struct error *error)
{
    struct run_options options = {.fail_on = SEVERITY_FAULT, .format = &transcript_formats[0]};
    struct scenario_list list;
    struct output output;
    bool helped;
    int count = verb_parse(&verb_run, argc, argv, &options, &helped, error);
    if (count < 0 || helped || !check_count(&options, count, error) || !sandbox_choose(options.sandbox, error) ||
        !run_registry_read(&options.registry, error)) {
        sandbox_tell(options.sandbox);
        run_registry_free(&options.registry);
        return error->class;
    }
    if (options.from)
        scenario_list_replay(&list, options.from);
    else
        scenario_list_read(&list, count, argv);
    enum failure worst = list.worst;
    if (list.count > 0 && output_open(&output, options.output, error)) {
        if (check_output(&options, count, argv, &output, error)) {
            output_begin(&output);
            enum failure run = run_with_report(&options, &list, &output, error);
            worst = run > worst ? run : worst;
        }
        output_close(&output, options.output, error);
    }
    scenario_list_free(&list);
    sandbox_tell(options.sandbox);
    run_registry_free(&options.registry);
    return error->class > worst ? error->class : worst;
}

const struct verb verb_run = {
    .name = "run",
    .synopsis = "[--dll PATH]... [--reg FILE] [OPTION]... [SCENARIO]...",
    .text = "Starts the emulated service with the DLLs and acts out each scenario in turn, or the\n"
            "built-in one: user alice of domain EXAMPLE over one SSTP tunnel.",
    .groups = {&server_option_group, &transcript_option_group},
    .run = run_verb,
};
