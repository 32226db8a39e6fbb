/* SPDX-License-Identifier: MIT */
/* rrasemu run: acts scenarios out and writes what happened. */
#include "cli/guard.h"
#include "cli/sandbox.h"
#include "cli/session.h"
#include "cli/views.h"
#include "observe/compare.h"

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

/* Other options make another run, which is what is wanted. */
static bool is_compared(const struct run_options *options)
{
    bool changed = options->profile || options->seed_given || options->start_given;
    for (int i = 0; i < POLICY_COUNT; i++)
        changed |= options->policy_given[i];
    return options->from && !options->no_compare && !changed;
}

static bool run_one(const struct run_options *options, const struct scenario *scenario, struct views *views,
                    bool *interrupted, struct error *error)
{
    static struct session session; /* 64 DLLs and a server: too much for a stack */
    struct output *output = views->transcript;
    bool progress = isatty(STDERR_FILENO) && !output->terminal;
    struct compare compare = {0};
    session = (struct session){0};
    if (is_compared(options)) {
        if (!compare_open(&compare, options->from, error))
            return false;
        record_observe(&session.records, compare_sink(&compare, &session.server.error));
    }
    views_begin(views, &session);
    if (options->host == HOST_IN_PROCESS) {
        struct guard guard = {.output = output, .server = &session.server, .timeout_ms = run_options_timeout(options)};
        views_guarded(views, guard.outputs);
        guard_begin(&guard);
    }
    if (session_open(&session, options, scenario, error) &&
        session_run(&session, options, progress, interrupted, error))
        judge(&session, options, *interrupted, error);
    views_end(views, &session);
    session_close(&session, error);
    compare_close(&compare);
    guard_end();
    return error->class == FAILURE_NONE;
}

static bool check_from(const struct run_options *options, int count, struct error *error)
{
    if (options->from && count > 0)
        return error_set(error, FAILURE_USAGE, "--from %s: is the scenario, expected no other", options->from);
    return options->from || !options->no_compare ||
           error_set(error, FAILURE_USAGE, "--no-compare goes with --from only");
}

/* A scenario that fails does not keep the next from running; the worst class is the answer. */
static enum failure run_list(const struct run_options *options, const struct scenario_list *list, struct views *views)
{
    enum failure worst = FAILURE_NONE;
    bool interrupted = false;
    for (size_t i = 0; i < list->count && !interrupted; i++) {
        struct error error = {0};
        run_one(options, &list->scenarios[i], views, &interrupted, &error);
        session_note(&error, list->count > 1 ? list->names[i] : NULL, &worst);
    }
    return worst;
}

static enum failure run_verb(int argc, char **argv, struct error *error)
{
    struct run_options options = {.fail_on = SEVERITY_FAULT, .format = &transcript_formats[0]};
    struct scenario_list list = {0};
    struct views views;
    bool helped;
    int count = verb_parse(&verb_run, argc, argv, &options, &helped, error);
    enum failure worst = FAILURE_NONE;
    if (count >= 0 && !helped && check_from(&options, count, error) && sandbox_choose(options.sandbox, error) &&
        run_registry_read(&options.registry, error)) {
        if (options.from)
            scenario_list_replay(&list, options.from);
        else
            scenario_list_read(&list, count, argv);
        worst = list.worst;
        if (list.count > 0) {
            enum failure run = FAILURE_NONE;
            if (views_open(&views, &options, true, count, argv, error))
                run = run_list(&options, &list, &views);
            views_close(&views, error);
            worst = run > worst ? run : worst;
        }
        scenario_list_free(&list);
    }
    sandbox_tell(options.sandbox);
    run_registry_free(&options.registry);
    return error->class > worst ? error->class : worst;
}

const struct verb verb_run = {
    .name = "run",
    .synopsis = "[--dll PATH]... [--reg FILE] [OPTION]... [SCENARIO]...",
    .text = "Starts the emulated service with the DLLs and acts out each scenario in turn, or the\n"
            "built-in one: user alice of domain EXAMPLE over one SSTP tunnel.",
    .groups = {&server_option_group, &view_option_group, &play_option_group},
    .run = run_verb,
};
