/* SPDX-License-Identifier: MIT */
/*
 * Every row of every table is taken by a test that was written for what it shows; random lives and failing allocations
 * do not count. The other tests have left what they took in the file that RRASEMU_COVERAGE names (ras/coverage.h), so
 * that this one runs behind them.
 */
#include "callout/finding.h"
#include "ras/answers.h"
#include "ras/closing.h"
#include "ras/coverage.h"
#include "ras/eventlog.h"
#include "ras/lifecycle.h"
#include "ras/policy.h"
#include "ras/service.h"
#include "tests/cmocka_tests.h"

#include <stdio.h>
#include <stdlib.h>

static bool taken[COVERED_TABLES][COVERED_ROWS_MOST];
static bool chosen[POLICY_COUNT][COVERED_ROWS_MOST];

static const char *const names[COVERED_TABLES] = {"lifecycle", "answers", "closing", "service", "eventlog", "findings"};

static void take_policy(char *word)
{
    char *value = strchr(word, '=');
    if (!value)
        return;
    *value++ = '\0';
    for (int i = 0; i < POLICY_COUNT; i++)
        for (unsigned choice = 0; strcmp(policies[i].name, word) == 0 && choice < policy_value_count(&policies[i]);
             choice++)
            chosen[i][choice] |= strcmp(policies[i].values[choice].name, value) == 0;
}

static void take_line(char *line)
{
    char *rest = NULL, *table = strtok_r(line, " \n", &rest);
    for (char *word; table && (word = strtok_r(NULL, " \n", &rest));) {
        if (strcmp(table, "policies") == 0)
            take_policy(word);
        for (int i = 0; i < COVERED_TABLES; i++)
            if (strcmp(table, names[i]) == 0)
                taken[i][strtoul(word, NULL, 10) % COVERED_ROWS_MOST] = true;
    }
}

static int read_coverage(void **state)
{
    const char *path = getenv("RRASEMU_COVERAGE");
    char read_path[4096], *line = NULL;
    size_t size = 0;
    FILE *file = path ? fopen(path, "r") : NULL;
    (void)state;
    if (!file) {
        fprintf(stderr, "RRASEMU_COVERAGE names no file: the other tests have not run\n");
        return 1;
    }
    while (getline(&line, &size, file) > 0)
        take_line(line);
    free(line);
    fclose(file);
    snprintf(read_path, sizeof read_path, "%s.last", path); /* the next run begins anew */
    return rename(path, read_path);
}

static unsigned missing;

static void expect_taken(bool is_taken, const char *what, const char *which)
{
    if (is_taken)
        return;
    missing++;
    printf("# no test takes: %s: %s\n", what, which);
}

static void describe(char *text, size_t size, const struct lifecycle_row *row)
{
    int length = 0;
    *text = '\0';
    for (enum connection_state state = 0; state < CONNECTION_STATE_COUNT; state++)
        if (row->from & STATE_BIT(state) && (size_t)length < size)
            length += snprintf(text + length, size - (size_t)length, "%s ", connection_state_names[state]);
    snprintf(text + length, size - (size_t)length, "%s, %s: %s", connection_event_names[row->event],
             lifecycle_guards[row->guard].text, row->text);
}

static void every_row_of_the_lifecycle_is_taken(void **state)
{
    (void)state;
    missing = 0;
    for (size_t i = 0; i < lifecycle_length; i++) {
        char text[512];
        if (lifecycle[i].decision == DECISION_CANNOT)
            continue; /* which is what it says */
        describe(text, sizeof text, &lifecycle[i]);
        expect_taken(taken[COVERED_LIFECYCLE][i], "lifecycle", text);
    }
    assert_int_equal(missing, 0);
}

static void every_answer_is_taken(void **state)
{
    (void)state;
    missing = 0;
    for (size_t i = 0; i < answers_length; i++) {
        char text[128];
        bool told = answers[i].event == ON_TOLD || answers[i].event == ON_LINK_TOLD;
        if (told && answers[i].response == RESPONSE_REFUSED)
            continue; /* nobody can refuse it; the row decides what happened then */
        snprintf(text, sizeof text, "%s %s", ask_names[answers[i].ask], response_names[answers[i].response]);
        expect_taken(taken[COVERED_ANSWERS][i], "answers", text);
    }
    assert_int_equal(missing, 0);
}

static void every_step_of_closing_is_taken(void **state)
{
    (void)state;
    missing = 0;
    for (size_t i = 0; i < closing_length; i++)
        expect_taken(taken[COVERED_CLOSING][i], "closing", closing_rows[i].text);
    assert_int_equal(missing, 0);
}

static void every_row_of_the_service_is_taken(void **state)
{
    (void)state;
    missing = 0;
    for (size_t i = 0; i < service_table_length; i++)
        expect_taken(taken[COVERED_SERVICE][i], service_state_names[service_table[i].from],
                     service_event_names[service_table[i].event]);
    assert_int_equal(missing, 0);
}

static void every_entry_of_the_event_log_is_taken(void **state)
{
    (void)state;
    missing = 0;
    for (size_t i = 0; i < eventlog_length; i++) {
        char id[80];
        snprintf(id, sizeof id, "%u on %s", eventlog_rows[i].id, connection_event_names[eventlog_rows[i].event]);
        expect_taken(taken[COVERED_EVENTLOG][i], "event log", id);
    }
    assert_int_equal(missing, 0);
}

static void every_value_of_every_policy_is_chosen(void **state)
{
    (void)state;
    missing = 0;
    for (int i = 0; i < POLICY_COUNT; i++)
        for (unsigned value = 0; value < policy_value_count(&policies[i]); value++)
            expect_taken(chosen[i][value], policies[i].name, policies[i].values[value].name);
    assert_int_equal(missing, 0);
}

static void every_finding_is_reported(void **state)
{
    (void)state;
    missing = 0;
    for (size_t i = 0; i < FINDING_COUNT; i++)
        expect_taken(taken[COVERED_FINDINGS][i], "findings", findings[i].name);
    assert_int_equal(missing, 0);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_row_of_the_lifecycle_is_taken),
        cmocka_unit_test(every_answer_is_taken),
        cmocka_unit_test(every_step_of_closing_is_taken),
        cmocka_unit_test(every_row_of_the_service_is_taken),
        cmocka_unit_test(every_entry_of_the_event_log_is_taken),
        cmocka_unit_test(every_value_of_every_policy_is_chosen),
        cmocka_unit_test(every_finding_is_reported),
    };
    return cmocka_run_group_tests(tests, read_coverage, NULL);
}
