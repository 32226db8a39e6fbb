/* SPDX-License-Identifier: MIT */
/* rrasemu test: compares scenarios with what they expect; prints TAP. */
#include "cli/expect.h"
#include "cli/guard.h"
#include "cli/junit.h"
#include "cli/sandbox.h"
#include "cli/session.h"
#include "scenario/schema.h"

#include <string.h>

/** All results so far. */
struct results {
    struct output *output;
    struct junit junit;
    unsigned count, failed;
};

/* The key that says what an expectation is about */
static const char *kind_name(const struct expect *expect)
{
    for (size_t i = 0; i < expect_schema.count; i++)
        if (expect_schema.fields[i].kind == FIELD_ACTION &&
            expect_schema.fields[i].least == expect->kind)
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

/* Where two sequences begin to differ, marked below the second */
static void add_divergence(struct text *out, const char *got, const char *expected)
{
    size_t same = 0;
    while (got[same] && got[same] == expected[same])
        same++;
    text_addf(out, "#   got      %s\n#   expected %s\n#            %*s^\n", got, expected, (int)same,
              "");
}

static void tell(struct results *results, const char *name, const char *got, const char *expected)
{
    struct text *out = &results->output->pending;
    text_addf(out, "%sok %u - %s\n", got ? "not " : "", ++results->count, name);
    results->failed += got != NULL;
    if (got && expected)
        add_divergence(out, got, expected);
    else if (got)
        text_addf(out, "#   %s\n", got);
    junit_case(&results->junit, name, got);
    output_settle(results->output);
}

static void compare(struct results *results, const struct scenario *scenario, const char *name,
                    const struct memory *memory, const struct player *player)
{
    for (size_t i = 0; i < scenario->expect_count; i++) {
        const struct expect *expect = &scenario->expects[i];
        struct text title = {0}, got = {0};
        add_name(&title, name, expect);
        bool met = memory_meets(memory, expect, player, &got);
        tell(results, text_string(&title), met ? NULL : text_string(&got), expect->value);
        text_free(&title);
        text_free(&got);
    }
}

/* A start that fails, or a run that a finding ends, is an error unless the scenario expects it. */
static bool is_expected(const struct scenario *scenario, enum failure class)
{
    for (size_t i = 0; i < scenario->expect_count; i++)
        if (scenario->expects[i].kind == (class == FAILURE_SERVICE_START ? EXPECT_START : EXPECT_FINDINGS))
            return true;
    return false;
}

static void test_one(const struct run_options *options, const struct scenario *scenario,
                     const char *name, struct results *results, bool *interrupted)
{
    static struct session session;
    struct memory memory = {0};
    struct error error = {0};
    session = (struct session){0};
    record_observe(&session.records, memory_sink(&memory));
    if (session_open(&session, options, scenario, &error))
        session_run(&session, options, false, interrupted, &error);
    if ((error.class == FAILURE_SERVICE_START || error.class == FAILURE_FINDING) &&
        is_expected(scenario, error.class))
        error = (struct error){0};
    if (*interrupted)
        error_set(&error, FAILURE_FINDING, "interrupted");
    if (scenario->expect_count == 0)
        error_set(&error, FAILURE_FINDING, "nothing is expected of this scenario");
    if (error.class != FAILURE_NONE)
        tell(results, name, error.text, NULL);
    else
        compare(results, scenario, name, &memory, &session.player);
    junit_suite(&results->junit, name, session.server.options.seed);
    error = (struct error){0};
    session_close(&session, &error);
    memory_free(&memory);
}

static void test_list(const struct run_options *options, const struct scenario_list *list,
                      struct results *results)
{
    bool interrupted = false;
    if (options->host == HOST_IN_PROCESS)
        guard_begin(results->output, NULL, run_options_timeout(options));
    for (size_t i = 0; i < list->count && !interrupted; i++)
        test_one(options, &list->scenarios[i], list->names[i], results, &interrupted);
    guard_end();
    text_addf(&results->output->pending, "1..%u\n", results->count);
}

static void write_junit(const char *path, const struct junit *junit, struct error *error)
{
    struct output file;
    if (!path || !output_open(&file, path, error))
        return;
    output_begin(&file);
    junit_write(&file.pending, junit);
    output_close(&file, path, error);
}

static enum failure test_verb(int argc, char **argv, struct error *error)
{
    struct run_options options = {0};
    struct scenario_list list;
    struct output output;
    struct results results = {.output = &output};
    bool helped;
    int count = verb_parse(&verb_test, argc, argv, &options, &helped, error);
    if (count == 0 && !helped)
        error_set(error, FAILURE_FINDING, "nothing to test: name at least one scenario");
    if (count <= 0 || !sandbox_choose(options.sandbox, error) ||
        !run_registry_read(&options.registry, error)) {
        sandbox_tell(options.sandbox);
        run_registry_free(&options.registry);
        return error->class;
    }
    scenario_list_read(&list, count, argv);
    if (output_open(&output, NULL, error)) {
        test_list(&options, &list, &results);
        output_close(&output, NULL, error);
    }
    write_junit(options.junit, &results.junit, error);
    if (results.failed || results.count == 0)
        error_set(error, FAILURE_FINDING, "%u of %u expectations failed", results.failed,
                  results.count);
    junit_free(&results.junit);
    scenario_list_free(&list);
    sandbox_tell(options.sandbox);
    run_registry_free(&options.registry);
    return error->class > list.worst ? error->class : list.worst;
}

const struct verb verb_test = {
    .name = "test",
    .synopsis = "[--dll PATH]... [OPTION]... SCENARIO...",
    .text = "Acts each scenario out as run does and compares what happened with its expect part.\n"
            "Prints one line of TAP for each expectation.",
    .groups = {&server_option_group, &test_option_group},
    .run = test_verb,
};
