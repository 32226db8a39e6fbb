/* SPDX-License-Identifier: MIT */
/* What the tables say of callouts and findings, and the small functions behind a call, against the plain definition. */
#include "callout/check.h"
#include "callout/checker.h"
#include "callout/finding.h"
#include "callout/layout.h"
#include "ras/answers.h"
#include "ras/eventlog.h"
#include "ras/profile.h"
#include "ras/tunnel.h"
#include "tests/cmocka_tests.h"

/* With those two the client takes part; everything else is settled on the server. */
static void only_what_the_client_must_agree_to_takes_an_exchange(void **state)
{
    (void)state;
    for (size_t i = 0; i < answers_length; i++) {
        enum ask ask = answers[i].ask;
        bool agreed = answers[i].response == RESPONSE_AGREED;
        assert_int_equal(answers[i].exchange, agreed && (ask == ASK_REAUTHENTICATION || ask == ASK_ENDPOINT));
    }
}

static void Q9_a_callout_takes_the_extended_structure_where_a_parameter_is_one(void **state)
{
    (void)state;
    for (int id = 0; id < CALLOUT_COUNT; id++) {
        bool takes = false;
        for (unsigned i = 0; i < callouts[id].parameter_count; i++)
            takes |= callouts[id].parameters[i].argument == ARGUMENT_CONNECTION_EX;
        assert_int_equal(callouts[id].takes_ex, takes);
    }
}

/* What is seen in the arguments, the answers and the order of calls; not what is seen of the process */
static void what_is_no_matter_of_the_process_is_found_by_every_host(void **state)
{
    static const enum finding_id portable[] = {
        FINDING_FORBIDDEN_CALL, FINDING_BLOCKED,     FINDING_OVERRUN,           FINDING_IN_MODIFIED,
        FINDING_UNTERMINATED,   FINDING_TABLE_SHAPE, FINDING_NOT_EXPORTED,      FINDING_ODD_BOOL,
        FINDING_ZERO_ADDRESS,   FINDING_ODD_ADDRESS, FINDING_DUPLICATE_ADDRESS, FINDING_NO_REAUTHENTICATION,
        FINDING_STEP_IGNORED,
    };
    (void)state;
    for (int id = 0; id < FINDING_COUNT; id++) {
        bool expected = false;
        for (size_t i = 0; i < LENGTH(portable); i++)
            expected |= portable[i] == (enum finding_id)id;
        if (findings[id].portable != expected)
            fail_msg("%s", findings[id].name);
    }
}

static void only_a_failed_authentication_has_binary_data_in_the_event_log(void **state)
{
    (void)state;
    for (size_t i = 0; i < eventlog_length; i++)
        assert_int_equal(eventlog_rows[i].error_data, eventlog_rows[i].id == 20271);
}

static void every_tunnel_but_IKEv2_carries_PPP(void **state)
{
    (void)state;
    for (int tunnel = 0; tunnel < TUNNEL_COUNT; tunnel++)
        assert_int_equal(tunnels[tunnel].ppp, tunnel != TUNNEL_IKEV2);
}

static void the_event_log_names_routing_domains_since_Windows_Server_2012_R2(void **state)
{
    static const char *const since[] = {"2012r2", "2016", "2019", "2022", "2025"};
    (void)state;
    for (size_t i = 0; i < profile_count; i++) {
        bool expected = false;
        for (size_t j = 0; j < LENGTH(since); j++)
            expected |= strcmp(profiles[i].name, since[j]) == 0;
        assert_int_equal(profiles[i].routing_domains, expected);
    }
}

/* --- what checkers print --- */

static void a_checkers_line_is_known_by_its_mark(void **state)
{
    static const struct {
        const char *line, *error; /* NULL: it tells of none */
        bool printed;
    } rows[] = {
        {"==12== Invalid read of size 4", "Invalid read of size 4", true},
        {"--7-- Invalid write of size 1", "Invalid write of size 1", true},
        {"==12==ERROR: AddressSanitizer: heap-buffer-overflow", "ERROR: AddressSanitizer: heap-buffer-overflow", true},
        {"==12==WARNING: MemorySanitizer: use", "WARNING: MemorySanitizer: use", true},
        {"==12== Memcheck, a memory error detector", NULL, true},
        {"==12-- Invalid read of size 4", NULL, false},
        {"==x== Invalid read of size 4", NULL, false},
        {"==== Invalid read of size 4", NULL, false},
        {"Invalid read of size 4", NULL, false},
        {"12345 Invalid read of size 4", NULL, false},
        {"a.c:3:5: runtime error: division by zero", "runtime error: division by zero", true},
        {"WARNING: ThreadSanitizer: data race", "WARNING: ThreadSanitizer: data race", false},
        {"", NULL, false},
    };
    (void)state;
    for (size_t i = 0; i < LENGTH(rows); i++) {
        const char *error = checker_error(rows[i].line);
        assert_int_equal(checker_printed(rows[i].line), rows[i].printed);
        if (rows[i].error)
            assert_string_equal(error, rows[i].error);
        else
            assert_null(error);
    }
}

/* --- parameters that are for reading only --- */

struct reports {
    unsigned modified, unterminated;
    char name[128];
};

static void take_report(void *self, enum finding_id finding, const char *argument)
{
    struct reports *reports = self;
    reports->modified += finding == FINDING_IN_MODIFIED;
    reports->unterminated += finding == FINDING_UNTERMINATED;
    if (finding == FINDING_IN_MODIFIED || reports->unterminated == 1)
        strncpy(reports->name, argument, sizeof reports->name - 1);
}

/* Looks at the arguments as the process of the DLL does, and tells it as the emulator does. */
static void check_arguments(const struct arguments *before, struct arguments *after, const struct callout *callout,
                            struct reports *reports)
{
    void *now[CALLOUT_PARAMETERS_MOST] = {0};
    for (unsigned i = 0; i < callout->parameter_count; i++)
        now[i] = (char *)after + argument_places[callout->parameters[i].argument].offset;
    const struct input_faults faults = check_inputs(callout, before, now);
    check_tell(&faults, callout, take_report, reports);
}

static void B0_arguments_a_change_of_what_is_for_reading_only_is_reported(void **state)
{
    static struct arguments before, after;
    (void)state;
    for (int id = 0; id < CALLOUT_COUNT; id++)
        for (unsigned i = 0; i < callouts[id].parameter_count; i++) {
            const struct parameter *parameter = &callouts[id].parameters[i];
            const struct member *place = &argument_places[parameter->argument];
            struct reports reports = {0};
            memset(&before, 0, sizeof before);
            memset(&after, 0, sizeof after);
            ((char *)&after)[place->offset + place->size - 1] = 1;
            check_arguments(&before, &after, &callouts[id], &reports);
            assert_int_equal(reports.modified, parameter->direction == DIRECTION_IN);
            assert_int_equal(reports.unterminated, 0);
            if (reports.modified)
                assert_string_equal(reports.name, parameter->name);
        }
}

static void B0_arguments_a_text_without_its_end_is_reported(void **state)
{
    static struct arguments before, after;
    struct reports reports = {0};
    (void)state;
    memset(after.connection_0.wszUserName, 'x', sizeof after.connection_0.wszUserName);
    check_arguments(&before, &after, &callouts[CALLOUT_ACCEPT], &reports);
    assert_int_equal(reports.modified, 1);
    assert_int_equal(reports.unterminated, 1);
    assert_string_equal(reports.name, "pRasConnection0.wszUserName");

    after.connection_0.wszUserName[UNLEN] = 0; /* its last unit ends it */
    reports = (struct reports){0};
    check_arguments(&before, &after, &callouts[CALLOUT_ACCEPT], &reports);
    assert_int_equal(reports.modified, 1);
    assert_int_equal(reports.unterminated, 0);

    /* a NUL in the middle of a unit, and half of one, are no end */
    for (int half = 0; half < 2; half++) {
        memset(after.user_name, half ? 0x01 : 0x10, sizeof after.user_name);
        for (size_t i = half ? 0 : 1; i < sizeof after.user_name; i += 2)
            ((char *)after.user_name)[i] = 0;
        reports = (struct reports){0};
        check_arguments(&before, &after, &callouts[CALLOUT_RELEASE4], &reports);
        assert_int_equal(reports.unterminated, 1);
        assert_string_equal(reports.name, callouts[CALLOUT_RELEASE4].parameters[0].name);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(only_what_the_client_must_agree_to_takes_an_exchange),
        cmocka_unit_test(Q9_a_callout_takes_the_extended_structure_where_a_parameter_is_one),
        cmocka_unit_test(what_is_no_matter_of_the_process_is_found_by_every_host),
        cmocka_unit_test(only_a_failed_authentication_has_binary_data_in_the_event_log),
        cmocka_unit_test(every_tunnel_but_IKEv2_carries_PPP),
        cmocka_unit_test(the_event_log_names_routing_domains_since_Windows_Server_2012_R2),
        cmocka_unit_test(a_checkers_line_is_known_by_its_mark),
        cmocka_unit_test(B0_arguments_a_change_of_what_is_for_reading_only_is_reported),
        cmocka_unit_test(B0_arguments_a_text_without_its_end_is_reported),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
