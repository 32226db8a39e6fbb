/* SPDX-License-Identifier: MIT */
/*
 * A unit test of a callout DLL, made to be copied: it starts the emulated server with the DLL,
 * lets users dial and hang up in virtual time, and looks at what happened.
 *
 *   cc test_onesession.c -o test_onesession $(pkg-config --cflags --libs rrasemu cmocka)
 *   ./test_onesession ./onesession.so
 */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include <cmocka.h>

#include <rrasemu.h>

static const char *dll;

/* Every test has a server of its own, with the DLL loaded and the service running. */
static int start(void **state)
{
    rrasemu_server *server = rrasemu_server_new();
    rrasemu_add_dll(server, dll);
    if (rrasemu_start(server) != RRASEMU_OK) {
        print_error("%s\n", rrasemu_error(server));
        return -1;
    }
    *state = server;
    return 0;
}

static int stop(void **state)
{
    rrasemu_server_free(*state);
    return 0;
}

static uint32_t dial(rrasemu_server *server, const char *user)
{
    rrasemu_dial_request request = RRASEMU_DIAL_INIT;
    request.user = user;
    uint32_t connection = rrasemu_dial(server, &request);
    rrasemu_advance(server, 2 * RRASEMU_SECOND); /* authentication, negotiation, callouts */
    return connection;
}

/* How often a callout was called */
static int calls(rrasemu_server *server, const char *callout)
{
    int count = 0;
    for (size_t i = 0; i < rrasemu_record_count(server); i++) {
        const rrasemu_record *record = rrasemu_record_at(server, i);
        count += record->callout && strcmp(record->callout, callout) == 0;
    }
    return count;
}

static void a_second_session_is_refused(void **state)
{
    rrasemu_server *server = *state;
    uint32_t first = dial(server, "alice"), second = dial(server, "alice");
    assert_int_equal(rrasemu_connection_state(server, first), RRASEMU_ACTIVE);
    assert_int_equal(rrasemu_connection_state(server, second), RRASEMU_CLOSED);
    assert_int_equal(rrasemu_connection_accepted(server, second), 0);
    assert_int_equal(calls(server, "MprAdminAcceptNewLink"), 1);
}

static void names_differ_in_more_than_case(void **state)
{
    rrasemu_server *server = *state;
    dial(server, "alice");
    assert_int_equal(rrasemu_connection_state(server, dial(server, "ALICE")), RRASEMU_CLOSED);
    assert_int_equal(rrasemu_connection_state(server, dial(server, "bob")), RRASEMU_ACTIVE);
}

static void after_the_end_of_the_first_the_next_may_come(void **state)
{
    rrasemu_server *server = *state;
    uint32_t first = dial(server, "alice");
    dial(server, "alice"); /* refused: must not be taken for the end of the first */
    assert_int_equal(rrasemu_connection_state(server, dial(server, "alice")), RRASEMU_CLOSED);
    rrasemu_hang_up(server, first);
    assert_int_equal(rrasemu_connection_state(server, dial(server, "alice")), RRASEMU_ACTIVE);
}

int main(int argc, char **argv)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test_setup_teardown(a_second_session_is_refused, start, stop),
        cmocka_unit_test_setup_teardown(names_differ_in_more_than_case, start, stop),
        cmocka_unit_test_setup_teardown(after_the_end_of_the_first_the_next_may_come, start, stop),
    };
    dll = argc > 1 ? argv[1] : "./onesession.so";
    return cmocka_run_group_tests(tests, NULL, NULL);
}
