/* SPDX-License-Identifier: MIT */
/* Every id that a table of the engine names is a rule, and every row has one. */
#include "callout/finding.h"
#include "ras/lifecycle.h"
#include "ras/rule.h"
#include "ras/service.h"
#include "tests/cmocka_tests.h"

static void known(const char *id)
{
    if (!id || !rule_find(id))
        fail_msg("%s is no rule", id ? id : "NULL");
}

static void every_row_names_a_rule(void **state)
{
    (void)state;
    for (size_t i = 0; i < lifecycle_length; i++)
        if (lifecycle[i].rule)
            known(lifecycle[i].rule);
    for (size_t i = 0; i < service_table_length; i++)
        known(service_table[i].rule);
    for (size_t i = 0; i < CALLOUT_COUNT; i++)
        known(callouts[i].rule);
    for (size_t i = 0; i < FINDING_COUNT; i++)
        if (findings[i].rule)
            known(findings[i].rule);
}

static void every_rule_is_told_once(void **state)
{
    (void)state;
    for (size_t i = 0; i < rule_count; i++) {
        assert_ptr_equal(rule_find(rules[i].id), &rules[i]);
        assert_true(strlen(rules[i].text) > 5);
    }
}

static void every_arc_of_the_lifecycle_is_a_row(void **state)
{
    (void)state;
    for (size_t i = 0; i < rule_count; i++) {
        if (strncmp(rules[i].id, "C3.", 3) != 0)
            continue;
        bool found = false;
        for (size_t j = 0; j < lifecycle_length; j++)
            found |= lifecycle[j].rule && strcmp(lifecycle[j].rule, rules[i].id) == 0;
        if (!found)
            fail_msg("no row for %s", rules[i].id);
    }
}

static void pairs_point_at_each_other(void **state)
{
    (void)state;
    for (int id = 0; id < CALLOUT_COUNT; id++)
        if (callouts[id].pair != CALLOUT_NONE)
            assert_int_equal(callouts[callouts[id].pair].pair, id);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_row_names_a_rule),
        cmocka_unit_test(every_rule_is_told_once),
        cmocka_unit_test(every_arc_of_the_lifecycle_is_a_row),
        cmocka_unit_test(pairs_point_at_each_other),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
