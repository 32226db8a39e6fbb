/* SPDX-License-Identifier: MIT */
/* The expected callout sequences, for every profile that has them. */
#include "tests/conformance/sequence.h"

#include <stdio.h>

/* One expected sequence */
struct expectation {
    const char *name;
    struct sequence_answers answers;
    const char *on_2000, *since_2003;
};

#define YES .notify = TRUE, .accept = TRUE, .link = TRUE

static const struct expectation rows[] = {
    {"C5 normal call", {YES}, "GA AC AL RA LH CH", "GA AC AL RA LH CH"},
    {"C5 normal call without notify", {.accept = TRUE, .link = TRUE}, "GA AC AL LH CH", "GA AC AL LH CH"},
    {"C3.4 address refused", {YES, .get4 = 5}, "GA(F)", "GA(F)"},
    {"C3.5 address 0", {YES, .zero4 = TRUE}, "GA", "GA"},
    {"C3.8 connection refused", {.notify = TRUE, .link = TRUE}, "GA AC(F) RA", "GA AC(F) RA CH"},
    {"C3.8 connection refused without notify", {.link = TRUE}, "GA AC(F)", "GA AC(F) CH"},
    {"C3.10 first link refused", {.notify = TRUE, .accept = TRUE}, "GA AC AL(F) RA CH", "GA AC AL(F) RA LH CH"},
};

static const struct {
    const char *os;
    bool old;           /* 2000 and earlier */
    int generations[5]; /* that the profile knows */
    size_t tunnels;     /* PPTP, L2TP, SSTP, IKEv2: how many of these it has */
} systems[] = {
    {"nt4-rras", true, {1}, 1},         {"2000", true, {1, 2}, 2},          {"2003", false, {1, 2}, 2},
    {"2008", false, {1, 2, 3}, 3},      {"2008r2", false, {1, 2, 3, 4}, 4}, {"2012", false, {1, 2, 3, 4}, 4},
    {"2012r2", false, {1, 2, 3, 4}, 4}, {"2016", false, {1, 2, 3, 4}, 4},   {"2019", false, {1, 2, 3, 4}, 4},
    {"2022", false, {1, 2, 3, 4}, 4},   {"2025", false, {1, 2, 3, 4}, 4},
};

static void dial_and_hang_up(rrasemu_server *server, const char *tunnel)
{
    rrasemu_dial_request alice = RRASEMU_DIAL_INIT;
    alice.user = "alice";
    alice.tunnel = tunnel;
    uint32_t connection = rrasemu_dial(server, &alice);
    assert_int_equal(connection, 1);
    assert_int_equal(rrasemu_advance(server, 5 * RRASEMU_SECOND), RRASEMU_OK);
    assert_int_equal(rrasemu_hang_up(server, connection), RRASEMU_OK);
    assert_int_equal(rrasemu_connection_state(server, connection), RRASEMU_CLOSED);
}

static void check(const struct expectation *row, const char *os, bool old, int generation, const char *tunnel)
{
    rrasemu_server *server = rrasemu_server_new();
    sequence_reset();
    sequence_answers = row->answers;
    assert_int_equal(rrasemu_set_os(server, os), RRASEMU_OK);
    sequence_add_dll(server, "x", generation, WITH_GET4);
    assert_int_equal(rrasemu_start(server), RRASEMU_OK);
    dial_and_hang_up(server, tunnel);
    const char *got = sequence_of(server, 1), *expected = old ? row->on_2000 : row->since_2003;
    if (strcmp(got, expected) != 0)
        fail_msg("%s, --os %s, generation %d, %s: got %s, expected %s", row->name, os, generation, tunnel, got,
                 expected);
    rrasemu_server_free(server);
}

static void C5_every_row_in_every_profile_generation_and_tunnel(void **state)
{
    (void)state;
    static const char *const tunnels[] = {"PPTP", "L2TP", "SSTP", "IKEv2"};
    int checked = 0;
    for (size_t row = 0; row < LENGTH(rows); row++)
        for (size_t os = 0; os < LENGTH(systems); os++)
            for (const int *generation = systems[os].generations; *generation; generation++)
                for (size_t tunnel = 0; tunnel < systems[os].tunnels; tunnel++, checked++)
                    check(&rows[row], systems[os].os, systems[os].old, *generation, tunnels[tunnel]);
    print_message("# %d sequences compared\n", checked);
}

static void C3_2_a_wrong_password_reaches_no_callout(void **state)
{
    (void)state;
    rrasemu_server *server = rrasemu_server_new();
    sequence_reset();
    sequence_add_dll(server, "x", 1, WITH_GET4);
    assert_int_equal(rrasemu_start(server), RRASEMU_OK);
    rrasemu_dial_request alice = RRASEMU_DIAL_INIT;
    alice.user = "alice";
    alice.wrong_password = 1;
    uint32_t connection = rrasemu_dial(server, &alice);
    rrasemu_advance(server, 5 * RRASEMU_SECOND);
    assert_int_equal(rrasemu_connection_state(server, connection), RRASEMU_IDLE);
    assert_string_equal(sequence_of(server, 0), "");
    rrasemu_server_free(server);
}

static void B0_order_two_dlls_are_called_in_list_order(void **state)
{
    (void)state;
    rrasemu_server *server = rrasemu_server_new();
    sequence_reset();
    sequence_add_dll(server, "x", 2, 0);
    sequence_add_dll(server, "y", 1, WITH_GET4); /* Q8: DLLs may differ in generation */
    assert_int_equal(rrasemu_start(server), RRASEMU_OK);
    dial_and_hang_up(server, "SSTP");
    assert_string_equal(sequence_of(server, 1), "GA.y AC.x AC.y AL.x AL.y RA.y LH.x LH.y CH.x CH.y");
    rrasemu_server_free(server);
}

static void B0_address_families_are_looked_for_apart(void **state)
{
    (void)state;
    rrasemu_server *server = rrasemu_server_new();
    rrasemu_dial_request alice = RRASEMU_DIAL_INIT;
    sequence_reset();
    sequence_add_dll(server, "x", 1, WITH_GET6);
    sequence_add_dll(server, "y", 1, WITH_GET4 | WITH_GET6);
    assert_int_equal(rrasemu_start(server), RRASEMU_OK);
    alice.user = "alice";
    alice.families = RRASEMU_IPV4 | RRASEMU_IPV6;
    uint32_t connection = rrasemu_dial(server, &alice);
    rrasemu_advance(server, 5 * RRASEMU_SECOND);
    rrasemu_hang_up(server, connection);
    assert_string_equal(sequence_of(server, 1), "GA.y GA6.x AC.x AC.y AL.x AL.y RA.y RA6.x "
                                                "LH.x LH.y CH.x CH.y");
    rrasemu_server_free(server);
}

static void Q40_when_the_second_family_fails_the_first_is_released(void **state)
{
    (void)state;
    rrasemu_server *server = rrasemu_server_new();
    rrasemu_dial_request alice = RRASEMU_DIAL_INIT;
    sequence_reset();
    sequence_answers.get6 = 87;
    sequence_add_dll(server, "x", 1, WITH_GET4 | WITH_GET6);
    assert_int_equal(rrasemu_start(server), RRASEMU_OK);
    alice.user = "alice";
    alice.families = RRASEMU_IPV4 | RRASEMU_IPV6;
    rrasemu_dial(server, &alice);
    rrasemu_advance(server, 5 * RRASEMU_SECOND);
    assert_string_equal(sequence_of(server, 1), "GA GA6(F) RA");
    rrasemu_server_free(server);
}

static void Q4_Q5_a_refusal_ends_the_question_and_only_the_asked_hear_of_the_end(void **state)
{
    (void)state;
    rrasemu_server *server = rrasemu_server_new();
    sequence_reset();
    sequence_answers.accept = FALSE;
    sequence_add_dll(server, "x", 1, 0);
    sequence_add_dll(server, "y", 1, 0);
    assert_int_equal(rrasemu_start(server), RRASEMU_OK);
    dial_and_hang_up(server, "SSTP");
    assert_string_equal(sequence_of(server, 0), "AC.x(F) CH.x");
    rrasemu_server_free(server);
}

static void S8_a_stop_hangs_up_live_connections_in_order_of_their_start(void **state)
{
    (void)state;
    rrasemu_server *server = rrasemu_server_new();
    rrasemu_dial_request request = RRASEMU_DIAL_INIT;
    sequence_reset();
    sequence_add_dll(server, "x", 1, 0);
    assert_int_equal(rrasemu_start(server), RRASEMU_OK);
    request.user = "alice";
    uint32_t first = rrasemu_dial(server, &request);
    rrasemu_advance(server, RRASEMU_SECOND);
    request.user = "bob";
    uint32_t second = rrasemu_dial(server, &request);
    rrasemu_advance(server, RRASEMU_SECOND);
    request.user = "carol"; /* still being authenticated when the service stops */
    uint32_t third = rrasemu_dial(server, &request);
    assert_int_equal(rrasemu_stop(server), RRASEMU_OK);
    assert_int_equal(rrasemu_connection_state(server, first), RRASEMU_CLOSED);
    assert_int_equal(rrasemu_connection_state(server, second), RRASEMU_CLOSED);
    assert_int_equal(rrasemu_connection_state(server, third), RRASEMU_IDLE);
    assert_string_equal(sequence_of(server, 0), "AC AL AC AL LH CH LH CH");
    const rrasemu_record *last = rrasemu_record_at(server, rrasemu_record_count(server) - 2);
    const rrasemu_record *before = rrasemu_record_at(server, rrasemu_record_count(server) - 3);
    assert_string_equal(last->rule, "S9");
    assert_string_equal(before->callout, "MprAdminTerminateDll");
    rrasemu_server_free(server);
}

static void Q13_B0_fault_a_terminate_that_fails_is_logged_and_changes_nothing(void **state)
{
    (void)state;
    rrasemu_server *server = rrasemu_server_new();
    sequence_reset();
    sequence_answers.terminate = 31;
    sequence_add_dll(server, "x", 1, 0);
    assert_int_equal(rrasemu_start(server), RRASEMU_OK);
    assert_int_equal(rrasemu_stop(server), RRASEMU_OK);
    const rrasemu_record *entry = rrasemu_record_at(server, rrasemu_record_count(server) - 3);
    assert_string_equal(entry->rule, "Q13");
    assert_non_null(strstr(entry->json, "\"id\":20113,\"level\":\"error\",\"params\":"
                                        "[\"x: MprAdminTerminateDll returned 31, expected NO_ERROR\"]"));
    rrasemu_server_free(server);
}

static void B2_pool_addresses_come_back(void **state)
{
    (void)state;
    rrasemu_server *server = rrasemu_server_new();
    rrasemu_dial_request alice = RRASEMU_DIAL_INIT;
    sequence_reset();
    sequence_add_dll(server, "x", 1, WITH_GET4);
    assert_int_equal(rrasemu_start(server), RRASEMU_OK);
    alice.user = "alice";
    DWORD first = 0;
    for (int i = 0; i < 1000; i++) { /* four times as often as the pool has addresses */
        uint32_t connection = rrasemu_dial(server, &alice);
        rrasemu_advance(server, RRASEMU_SECOND);
        first = i == 0 ? seen_at_accept.proposed4 : first;
        assert_int_equal(seen_at_accept.proposed4, first);
        assert_int_equal(rrasemu_connection_accepted(server, connection), 1);
        rrasemu_hang_up(server, connection);
    }
    rrasemu_server_free(server);
}

static DWORD APIENTRY give_next(WCHAR *user, WCHAR *port, DWORD *address, BOOL *notify)
{
    (void)user, (void)port;
    seen_at_accept.proposed4 = *address;
    if (((unsigned char *)address)[3] == 2)
        ((unsigned char *)address)[3] = 3; /* from inside the pool's range, not the proposal */
    *notify = FALSE;
    return NO_ERROR;
}

static void B2_pool_what_a_dll_gives_from_its_range_is_not_proposed_to_others(void **state)
{
    (void)state;
    rrasemu_server *server = rrasemu_server_new();
    rrasemu_dial_request request = RRASEMU_DIAL_INIT;
    const rrasemu_callout get = {"MprAdminGetIpAddressForUser", (void (*)(void))give_next};
    sequence_reset();
    sequence_replace(&get);
    sequence_add_dll(server, "x", 1, WITH_GET4);
    sequence_replace(NULL);
    assert_int_equal(rrasemu_start(server), RRASEMU_OK);
    request.user = "alice";
    /* .2 is proposed, .3 given: .3 must not be proposed while it is used */
    for (int i = 0; i < 10; i++) {
        rrasemu_dial(server, &request);
        rrasemu_advance(server, RRASEMU_SECOND);
        assert_int_not_equal(((unsigned char *)&seen_at_accept.proposed4)[3], 3);
    }
    rrasemu_server_free(server);
}

static void C3_5_an_empty_pool_gives_0_and_nobody_can_connect(void **state)
{
    (void)state;
    rrasemu_server *server = rrasemu_server_new();
    rrasemu_dial_request alice = RRASEMU_DIAL_INIT;
    sequence_reset();
    sequence_add_dll(server, "x", 1, WITH_GET4);
    assert_int_equal(rrasemu_start(server), RRASEMU_OK);
    alice.user = "alice";
    for (int i = 0; i < 253; i++) { /* 192.168.1.2 to .254, over four tunnel types */
        static const char *const tunnels[] = {"PPTP", "L2TP", "SSTP", "IKEv2"};
        alice.tunnel = tunnels[i % 4];
        rrasemu_dial(server, &alice);
    }
    rrasemu_advance(server, RRASEMU_SECOND);
    assert_int_equal(rrasemu_connection_state(server, 253), RRASEMU_ACTIVE);
    assert_int_not_equal(seen_at_accept.proposed4, 0);
    uint32_t late = rrasemu_dial(server, &alice);
    rrasemu_advance(server, RRASEMU_SECOND);
    assert_int_equal(seen_at_accept.proposed4, 0);
    assert_int_equal(rrasemu_connection_state(server, late), RRASEMU_CLOSED);
    assert_string_equal(sequence_of(server, late), "GA");
    rrasemu_server_free(server);
}

static void C3_1_a_call_without_a_free_port_is_not_answered(void **state)
{
    (void)state;
    rrasemu_server *server = rrasemu_server_new();
    rrasemu_dial_request alice = RRASEMU_DIAL_INIT;
    sequence_reset();
    sequence_add_dll(server, "x", 1, 0);
    assert_int_equal(rrasemu_start(server), RRASEMU_OK);
    alice.user = "alice";
    for (int i = 0; i < 128; i++)
        rrasemu_dial(server, &alice);
    uint32_t late = rrasemu_dial(server, &alice);
    assert_int_equal(rrasemu_connection_state(server, late), RRASEMU_CLOSED);
    rrasemu_hang_up(server, 7);
    rrasemu_dial_request next = alice;
    assert_int_equal(rrasemu_connection_state(server, rrasemu_dial(server, &next)), RRASEMU_AUTH);
    rrasemu_server_free(server);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(C5_every_row_in_every_profile_generation_and_tunnel),
        cmocka_unit_test(C3_2_a_wrong_password_reaches_no_callout),
        cmocka_unit_test(B0_order_two_dlls_are_called_in_list_order),
        cmocka_unit_test(B0_address_families_are_looked_for_apart),
        cmocka_unit_test(Q40_when_the_second_family_fails_the_first_is_released),
        cmocka_unit_test(Q4_Q5_a_refusal_ends_the_question_and_only_the_asked_hear_of_the_end),
        cmocka_unit_test(S8_a_stop_hangs_up_live_connections_in_order_of_their_start),
        cmocka_unit_test(Q13_B0_fault_a_terminate_that_fails_is_logged_and_changes_nothing),
        cmocka_unit_test(B2_pool_addresses_come_back),
        cmocka_unit_test(B2_pool_what_a_dll_gives_from_its_range_is_not_proposed_to_others),
        cmocka_unit_test(C3_5_an_empty_pool_gives_0_and_nobody_can_connect),
        cmocka_unit_test(C3_1_a_call_without_a_free_port_is_not_answered),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
