/* SPDX-License-Identifier: MIT */
/* The embedding API behind a callout that never returns: it calls what never returns there, and its group stays blocked.
 * Such a thread stays for as long as the process, so these tests have a program of their own. */
#include "tests/conformance/sequence.h"

#include <stdio.h>

static BOOL parks_in_terminate;

static void call_what_never_returns(void)
{
    LPBYTE ports = NULL;
    DWORD read = 0, total = 0;
    MprAdminPortEnum((RAS_SERVER_HANDLE)&ports, 0, NULL, &ports, (DWORD)-1, &read, &total, NULL);
}

static VOID APIENTRY hang_up_without_return(RAS_CONNECTION_0 *c0, RAS_CONNECTION_1 *c1)
{
    (void)c1;
    if (!parks_in_terminate && _wcsicmp(c0->wszUserName, L"culprit") == 0)
        call_what_never_returns();
}

static DWORD APIENTRY terminate_without_return(VOID)
{
    if (parks_in_terminate)
        call_what_never_returns();
    return NO_ERROR;
}

/* A server in which a callout that calls what it must not never returns, with an example in front of it if wanted */
static rrasemu_server *blocking_server(const rrasemu_callout *callout, bool with_example)
{
    rrasemu_server *server = rrasemu_server_new();
    const char *folder = getenv("top_builddir");
    char path[4096];
    snprintf(path, sizeof path, "%s/examples/onesession.so", folder ? folder : ".");
    sequence_reset();
    assert_int_equal(rrasemu_set_policy(server, "forbidden-call", "block"), RRASEMU_OK);
    if (with_example)
        assert_int_equal(rrasemu_add_dll(server, path), RRASEMU_OK);
    if (callout) {
        sequence_replace(callout);
        sequence_add_dll(server, "x", 1, 0);
        sequence_replace(NULL);
    }
    assert_int_equal(rrasemu_start(server), RRASEMU_OK);
    return server;
}

static const rrasemu_callout blocking_hangup = {"MprAdminConnectionHangupNotification",
                                                (void (*)(void))hang_up_without_return};
static const rrasemu_callout blocking_terminate = {"MprAdminTerminateDll", (void (*)(void))terminate_without_return};

static uint32_t connect(rrasemu_server *server, const char *user)
{
    rrasemu_dial_request request = RRASEMU_DIAL_INIT;
    request.user = user;
    uint32_t connection = rrasemu_dial(server, &request);
    rrasemu_advance(server, 2 * RRASEMU_SECOND);
    return connection;
}

static unsigned records_with(const rrasemu_server *server, const char *words)
{
    unsigned count = 0;
    for (size_t i = 0; i < rrasemu_record_count(server); i++)
        count += strstr(rrasemu_record_at(server, i)->json, words) != NULL;
    return count;
}

/* Where a callout blocks while the service stops, the library begins the stop once more in another thread. */
static void a_stop_that_is_begun_twice_is_recorded_once(void **state)
{
    (void)state;
    for (int i = 0; i < 2; i++) {
        parks_in_terminate = i == 1;
        rrasemu_server *server = blocking_server(i == 0 ? &blocking_hangup : &blocking_terminate, false);
        assert_true(rrasemu_connection_accepted(server, connect(server, "culprit")));
        assert_int_equal(rrasemu_stop(server), RRASEMU_OK);
        assert_int_equal(records_with(server, "\"id\":\"forbidden-call\""), 1);
        assert_int_equal(records_with(server, "\"type\":\"input\""), 4); /* the server, the user, the call, the stop */
        assert_int_equal(records_with(server, "\"kind\":\"stop\""), 1);
        assert_int_equal(records_with(server, "\"to\":\"stopping\""), 1);
        assert_int_equal(records_with(server, "\"type\":\"summary\""), 1);
        rrasemu_server_free(server);
    }
    parks_in_terminate = FALSE;
}

/* Nothing is left that a run would go on for, but a negotiation ends meanwhile. */
static void time_does_not_run_backwards_past_a_deadline_that_no_run_goes_on_for(void **state)
{
    (void)state;
    rrasemu_server *server = blocking_server(&blocking_hangup, false);
    rrasemu_hang_up(server, connect(server, "culprit"));
    uint32_t alice = connect(server, "alice"); /* whom no DLL answers any more */
    assert_int_equal(rrasemu_connection_state(server, alice), RRASEMU_ASKCONN);
    assert_int_equal(rrasemu_advance(server, 3600 * RRASEMU_SECOND), RRASEMU_OK);
    assert_int_equal(records_with(server, "\"text\":\"negotiation takes too long while the DLLs are asked"), 1);
    connect(server, "carol");
    uint64_t before = 0;
    for (size_t i = 0; i < rrasemu_record_count(server); i++) {
        assert_true(rrasemu_record_at(server, i)->t_ns >= before);
        before = rrasemu_record_at(server, i)->t_ns;
    }
    assert_true(before > 3600 * RRASEMU_SECOND);
    rrasemu_server_free(server);
}

/* One session a user, says the example: alice's first session stays in the list of an image that nobody ends. */
static void a_dll_that_stays_loaded_is_not_given_to_another_server(void **state)
{
    (void)state;
    rrasemu_server *first = blocking_server(&blocking_hangup, true);
    uint32_t culprit = connect(first, "culprit");
    assert_true(rrasemu_connection_accepted(first, connect(first, "alice")));
    rrasemu_hang_up(first, culprit);
    rrasemu_server_free(first);

    rrasemu_server *second = blocking_server(NULL, true);
    assert_true(rrasemu_connection_accepted(second, connect(second, "alice")));
    assert_false(rrasemu_connection_accepted(second, connect(second, "alice"))); /* her second one there */
    rrasemu_server_free(second);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(a_stop_that_is_begun_twice_is_recorded_once),
        cmocka_unit_test(time_does_not_run_backwards_past_a_deadline_that_no_run_goes_on_for),
        cmocka_unit_test(a_dll_that_stays_loaded_is_not_given_to_another_server),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
