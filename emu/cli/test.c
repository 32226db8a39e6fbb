/* SPDX-License-Identifier: MIT */
/* rrasemu test: compares scenarios with what they expect; prints TAP. */
#include "cli/guard.h"
#include "cli/history.h"
#include "cli/junit.h"
#include "cli/sandbox.h"
#include "cli/session.h"
#include "cli/views.h"
#include "core/host_clock.h"
#include "observe/excerpt.h"
#include "scenario/schemas.h"

#include <string.h>

/** All results so far. */
struct results {
    const struct run_options *options;
    struct output *output;
    struct views *views;
    struct output junit_file; /**< file -1: not asked for */
    struct junit junit;
    unsigned count, failed;
};

/** One scenario's test. */
struct testing {
    struct results *results;
    const struct scenario *scenario;
    const char *name;
    uint64_t begin_ns; /**< real time */
    struct history history;
    struct excerpt excerpt;
    struct session session;
};

/* The key that says what an expectation is about */
static const char *kind_name(const struct expect *expect)
{
    for (size_t i = 0; i < expect_schema.count; i++)
        if (expect_schema.fields[i].kind == FIELD_ACTION && expect_schema.fields[i].least == expect->kind)
            return expect_schema.fields[i].key;
    return "";
}

static void add_name(struct text *name, const char *scenario, const struct expect *expect)
{
    text_addf(name, "%s:%d: ", scenario, expect->place.line);
    if (expect->rule)
        text_addf(name, "%s: ", expect->rule);
    if (expect->connection)
        text_addf(name, "%s: ", expect->connection);
    if (expect->argument || expect->of)
        text_addf(name, "%s ", expect->argument ? expect->argument : expect->of);
    text_addf(name, "%s %s", kind_name(expect), expect->value);
}

/* Each line behind `#`, which TAP takes for a comment */
static void add_comment(struct text *out, const char *lines)
{
    for (size_t length; *lines; lines += length + (lines[length] == '\n')) {
        length = strcspn(lines, "\n");
        text_addf(out, "#   %.*s\n", (int)length, lines);
    }
}

/* Where two sequences begin to differ, marked below the second */
static void add_divergence(struct text *out, const char *got, const char *expected)
{
    size_t same = 0;
    while (got[same] && got[same] == expected[same])
        same++;
    text_addf(out, "#   got      %s\n#   expected %s\n#            %*s^\n", got, expected, (int)same, "");
}

static void tell_case(struct results *results, const struct test_case *test)
{
    struct text *out = &results->output->pending;
    text_addf(out, "%sok %u - %s\n", test->passed ? "" : "not ", ++results->count, test->name);
    results->failed += !test->passed;
    if (!test->passed && test->expected)
        add_divergence(out, test->got, test->expected);
    else if (!test->passed)
        add_comment(out, test->got);
    if (!test->passed)
        add_comment(out, test->excerpt);
    junit_case(&results->junit, test);
    output_flush_if_due(results->output);
}

/* A case about the run as a whole: what is wrong, and the transcript around that record */
static void tell_run(struct testing *testing, const char *what, const char *wrong, uint64_t around)
{
    struct text name = {0}, excerpt = {0};
    text_addf(&name, "%s%s%s", testing->name, what ? ": " : "", what ? what : "");
    if (wrong)
        excerpt_add_around(&excerpt, &testing->excerpt, around, 0, "");
    tell_case(testing->results, &(struct test_case){.name = text_string(&name),
                                                    .file = testing->name,
                                                    .kind = "run",
                                                    .passed = !wrong,
                                                    .got = wrong,
                                                    .excerpt = text_string(&excerpt)});
    testing->results->output->pending.failed |= name.failed || excerpt.failed;
    text_free(&name);
    text_free(&excerpt);
}

/* False when memory ran out: then nothing is said about the expectation. */
static bool compare_sequences(struct testing *testing, const struct expect *expect)
{
    uint32_t number = expect->connection ? testing->session.player.connections[expect->dial].number : 0;
    struct text name = {0}, got = {0}, excerpt = {0};
    uint64_t around;
    bool met = history_meets(&testing->history, expect, number, &got, &around);
    add_name(&name, testing->name, expect);
    if (!met)
        excerpt_add_around(&excerpt, &testing->excerpt, around, number, "");
    bool fine = !got.failed && !name.failed && !excerpt.failed;
    if (fine)
        tell_case(testing->results, &(struct test_case){.name = text_string(&name),
                                                        .file = testing->name,
                                                        .line = expect->place.line,
                                                        .kind = kind_name(expect),
                                                        .passed = met,
                                                        .got = text_string(&got),
                                                        .expected = expect->value,
                                                        .excerpt = text_string(&excerpt)});
    text_free(&name);
    text_free(&got);
    text_free(&excerpt);
    return fine;
}

static bool expects(const struct scenario *scenario, enum expectation kind)
{
    for (size_t i = 0; i < scenario->expect_count; i++)
        if (scenario->expects[i].kind == kind)
            return true;
    return false;
}

/* What the DLLs did wrong fails the test, unless the scenario names the findings it expects; what does not
 * fail it is told in a comment. */
static void judge_findings(struct testing *testing)
{
    const struct run_options *options = testing->results->options;
    enum severity fail_on = options->fail_on;
    struct text found = {0};
    bool named = expects(testing->scenario, EXPECT_FINDINGS);
    if (!named && fail_on < SEVERITY_COUNT) {
        uint64_t around = history_add_findings(&found, &testing->history, fail_on, SEVERITY_FAULT, "\n");
        tell_run(testing, fail_on == SEVERITY_FAULT ? "no finding of level error" : "no finding",
                 around ? text_string(&found) : NULL, around);
    }
    text_reset(&found);
    if (!named && fail_on > SEVERITY_WARNING)
        history_add_findings(&found, &testing->history, SEVERITY_WARNING,
                             fail_on == SEVERITY_COUNT ? SEVERITY_FAULT : SEVERITY_WARNING, "\n");
    add_comment(&testing->results->output->pending, text_string(&found));
    testing->results->output->pending.failed |= found.failed;
    text_free(&found);
}

static bool compare_all(struct testing *testing)
{
    const struct scenario *scenario = testing->scenario;
    if (testing->history.failed || testing->excerpt.failed)
        return false;
    for (size_t i = 0; i < scenario->expect_count; i++)
        if (!compare_sequences(testing, &scenario->expects[i]))
            return false;
    judge_findings(testing);
    return true;
}

static void end_suite(struct testing *testing)
{
    junit_suite(&testing->results->junit, &(struct test_suite){.name = testing->name,
                                                               .seed = testing->session.server.options.seed,
                                                               .took_ns = host_clock_ns() - testing->begin_ns,
                                                               .output = excerpt_all(&testing->excerpt)});
}

/* Whether a run that failed is nevertheless to be compared: a start that fails, or a run that a finding
 * ends, may be just what is expected. */
static bool is_to_be_compared(const struct scenario *scenario, enum failure class)
{
    return class == FAILURE_NONE || (class == FAILURE_SERVICE_START && expects(scenario, EXPECT_START)) ||
           (class == FAILURE_FINDING && expects(scenario, EXPECT_FINDINGS));
}

/* *error is what makes further tests meaningless: wrong usage, or a failure of the emulator. */
static void test_one(struct testing *testing, bool *interrupted, struct error *error)
{
    struct session *session = &testing->session;
    struct error run = {0};
    record_observe(&session->records, history_sink(&testing->history));
    record_observe(&session->records, excerpt_sink(&testing->excerpt));
    views_begin(testing->results->views, session);
    if (session_open(session, testing->results->options, testing->scenario, &run))
        session_run(session, testing->results->options, false, interrupted, &run);
    if (*interrupted)
        error_set(&run, FAILURE_FINDING, "interrupted");
    if (testing->scenario->expect_count == 0)
        error_set(&run, FAILURE_FINDING, "nothing is expected of this scenario");
    if (run.class == FAILURE_USAGE || run.class == FAILURE_INTERNAL)
        error_set(error, run.class, "%s: %s", testing->name, run.text);
    else if (*interrupted || !is_to_be_compared(testing->scenario, run.class))
        tell_run(testing, NULL, run.text, 0);
    else if (!compare_all(testing))
        error_out_of_memory(error);
    end_suite(testing);
    views_end(testing->results->views, session);
    run = (struct error){0};
    session_close(session, &run);
    if (run.class != FAILURE_NONE)
        error_set(error, run.class, "%s", run.text);
}

static void write_junit(struct results *results, struct error *error)
{
    struct output *file = &results->junit_file;
    if (file->file < 0)
        return;
    output_begin(file);
    junit_write(&file->pending, &results->junit);
    output_close(file, results->options->junit, error);
}

/* A DLL in this process has ended it: what is known is told, and no further test can run. */
static void tell_end(void *self, const char *what)
{
    struct testing *testing = self;
    struct error error = {0};
    tell_run(testing, NULL, what, 0);
    text_addf(&testing->results->output->pending, "Bail out! a DLL ended this process\n");
    end_suite(testing);
    write_junit(testing->results, &error);
}

static void test_list(struct results *results, const struct scenario_list *list, struct error *error)
{
    static struct testing testing; /* 64 DLLs and a server: too much for a stack */
    const struct run_options *options = results->options;
    bool interrupted = false;
    if (options->host == HOST_IN_PROCESS) {
        struct guard guard = {.output = results->output,
                              .server = &testing.session.server,
                              .timeout_ms = run_options_timeout(options),
                              .last_words = tell_end,
                              .self = &testing};
        views_guarded(results->views, guard.outputs);
        guard_begin(&guard);
    }
    for (size_t i = 0; i < list->count && !interrupted && error->class == FAILURE_NONE; i++) {
        testing = (struct testing){
            .results = results, .scenario = &list->scenarios[i], .name = list->names[i], .begin_ns = host_clock_ns()};
        test_one(&testing, &interrupted, error);
        history_free(&testing.history);
        excerpt_free(&testing.excerpt);
    }
    guard_end();
    if (error->class == FAILURE_NONE)
        text_addf(&results->output->pending, "1..%u\n", results->count);
    else
        text_addf(&results->output->pending, "Bail out! %s\n", error->text);
}

/* Standard output holds the results. */
static bool check_views(const struct run_options *options, struct error *error)
{
    if (options->output && strcmp(options->output, "-") == 0)
        return error_set(error, FAILURE_USAGE, "-o -: the results are there, expected a file for the transcripts");
    if (options->format && !options->output)
        return error_set(error, FAILURE_USAGE, "--format %s: expected -o too, the file for the transcripts",
                         options->format->name);
    return options->output || (options->filter.connection_count == 0 && !options->filter.limited) ||
           error_set(error, FAILURE_USAGE, "--only and --between choose what -o shows, expected that too");
}

/* Returns the worst that befell a scenario. */
static enum failure test_paths(struct run_options *options, int count, char **paths, struct error *error)
{
    struct scenario_list list;
    struct output output;
    struct views views = {0};
    struct results results = {.options = options, .output = &output, .views = &views, .junit_file.file = -1};
    scenario_list_read(&list, count, paths);
    if ((!options->junit ||
         views_open_file(&results.junit_file, "--junit", options->junit, options, count, paths, error)) &&
        views_open(&views, options, false, count, paths, error)) {
        if (output_open(&output, NULL, error)) {
            test_list(&results, &list, error);
            output_close(&output, NULL, error);
        }
        write_junit(&results, error);
        if (results.failed || (results.count == 0 && list.worst == FAILURE_NONE))
            error_set(error, FAILURE_FINDING, "%u of %u tests failed", results.failed, results.count);
    }
    views_close(&views, error);
    output_close(&results.junit_file, options->junit, error);
    junit_free(&results.junit);
    scenario_list_free(&list);
    return list.worst;
}

static enum failure test_verb(int argc, char **argv, struct error *error)
{
    struct run_options options = {.fail_on = SEVERITY_FAULT};
    enum failure worst = FAILURE_NONE;
    bool helped;
    int count = verb_parse(&verb_test, argc, argv, &options, &helped, error);
    if (count == 0 && !helped)
        error_set(error, FAILURE_FINDING, "nothing to test: name at least one scenario");
    if (count > 0 && check_views(&options, error) && sandbox_choose(options.sandbox, error) &&
        run_registry_read(&options.registry, error)) {
        if (!options.format)
            options.format = &transcript_formats[0];
        worst = test_paths(&options, count, argv, error);
    }
    sandbox_tell(options.sandbox);
    run_registry_free(&options.registry);
    return error->class > worst ? error->class : worst;
}

const struct verb verb_test = {
    .name = "test",
    .synopsis = "[--dll PATH]... [OPTION]... SCENARIO...",
    .text = "Acts each scenario out as run does and compares what happened with its expect part.\n"
            "Prints one line of TAP for each expectation, and one that fails when a DLL did something\n"
            "wrong that no findings: expects. With -o the transcripts are written too.",
    .groups = {&server_option_group, &view_option_group, &test_option_group},
    .run = test_verb,
};
