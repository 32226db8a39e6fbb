/* SPDX-License-Identifier: MIT */
#include "cli/views.h"

#include "core/host_clock.h"
#include "host/isolated.h"
#include "observe/report.h"

#include <stdio.h>

/* Two images are no image. */
static bool check_count(const struct run_options *options, int scenario_count, struct error *error)
{
    return scenario_count <= 1 || !options->format->single ||
           error_set(error, FAILURE_USAGE, "--format %s: a picture shows one scenario, not %d", options->format->name,
                     scenario_count);
}

/* What the runs are made from must not be written over. */
static const char *what_is_read_from(const struct output *output, const struct run_options *options, int scenario_count,
                                     char **scenarios)
{
    const struct run_registry *registry = &options->registry;
    for (int i = 0; i < scenario_count; i++)
        if (output_is_file(output, scenarios[i]))
            return "one of the scenarios";
    if (options->from && output_is_file(output, options->from))
        return "the transcript that is repeated";
    for (size_t i = 0; i < options->dll_count; i++)
        if (output_is_file(output, options->dlls[i]))
            return "one of the DLLs";
    if (registry->path && output_is_file(output, registry->path))
        return "the registry export";
    for (size_t i = 0; i < registry->admindll.count; i++)
        if (output_is_file(output, registry->admindll.files[i]))
            return "one of the DLLs";
    return NULL;
}

bool views_open_file(struct output *output, const char *option, const char *path, const struct run_options *options,
                     int scenario_count, char **scenarios, struct error *error)
{
    if (!output_open(output, path, error))
        return false;
    const char *is = what_is_read_from(output, options, scenario_count, scenarios);
    return !is || error_set(error, FAILURE_USAGE, "%s %s: is %s", option, path, is);
}

/* Nothing is emptied before all are open. */
static bool open_files(struct views *views, bool usually, int scenario_count, char **scenarios, struct error *error)
{
    const struct run_options *options = views->options;
    if (options->report) {
        views->report = &views->reports;
        if (!views_open_file(views->report, "--report", options->report, options, scenario_count, scenarios, error))
            return false;
    }
    if (usually || options->output) {
        views->transcript = &views->transcripts;
        if (!views_open_file(views->transcript, "-o", options->output, options, scenario_count, scenarios, error))
            return false;
    }
    return !(options->output && options->report && output_is_file(views->report, options->output)) ||
           error_set(error, FAILURE_USAGE, "-o %s: is the report too, expected another file", options->output);
}

bool views_open(struct views *views, const struct run_options *options, bool usually, int scenario_count,
                char **scenarios, struct error *error)
{
    *views = (struct views){.options = options, .transcripts.file = -1, .reports.file = -1};
    if (!check_count(options, scenario_count, error) || !open_files(views, usually, scenario_count, scenarios, error))
        return false;
    if (views->transcript) {
        output_begin(views->transcript);
        views->transcript->each_line |= options->pace.thousandths != 0; /* whoever paces a run watches it */
    }
    if (views->report)
        output_begin(views->report);
    return true;
}

void views_begin(struct views *views, struct session *session)
{
    transcript_close(
        &views->drawing); /* of the run before, whose DLLs may have ended it as late as they were unloaded */
    views->begin_ns = host_clock_ns();
    views->stats = (struct stats){0};
    views->drawing = (struct transcript){.format = views->options->format, .output = views->transcript};
    views->filtered = (struct filtered){&views->options->filter, transcript_sink(&views->drawing)};
    if (views->transcript)
        record_observe(&session->records, filter_sink(&views->filtered));
    if (views->options->stats)
        record_observe(&session->records, stats_sink(&views->stats));
    if (views->report)
        record_observe(&session->records, report_sink(views->report));
}

void views_guarded(struct views *views, struct guardian_output outputs[GUARDIAN_OUTPUTS])
{
    if (views->transcript && !views->options->format->draw)
        outputs[0] = (struct guardian_output){views->transcript, transcript_sink(&views->drawing)};
    outputs[1] = (struct guardian_output){views->report, report_sink(views->report)};
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

void views_end(struct views *views, const struct session *session)
{
    if (views->options->stats)
        print_stats(&views->stats, session, host_clock_ns() - views->begin_ns);
}

void views_close(struct views *views, struct error *error)
{
    transcript_close(&views->drawing);
    if (views->transcript)
        output_close(views->transcript, views->options->output, error);
    if (views->report)
        output_close(views->report, views->options->report, error);
}
