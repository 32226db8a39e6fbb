/* SPDX-License-Identifier: MIT */
/* The embedding API: order of calls, wrong arguments, records. */
#include "tests/conformance/sequence.h"

#include <pthread.h>
#include <stdio.h>

static void calls_at_a_wrong_time_are_refused(void **state)
{
    (void)state;
    rrasemu_server *server = rrasemu_server_new();
    rrasemu_dial_request alice = RRASEMU_DIAL_INIT;
    alice.user = "alice";
    assert_int_equal(rrasemu_dial(server, &alice), 0);
    assert_string_equal(rrasemu_error(server), "the service does not run");
    assert_int_equal(rrasemu_advance(server, 1), RRASEMU_USAGE);
    assert_int_equal(rrasemu_stop(server), RRASEMU_USAGE);
    assert_int_equal(rrasemu_start(server), RRASEMU_OK);
    assert_string_equal(rrasemu_error(server), "");
    assert_int_equal(rrasemu_start(server), RRASEMU_USAGE);
    assert_int_equal(rrasemu_set_os(server, "2003"), RRASEMU_USAGE);
    assert_int_equal(rrasemu_set_seed(server, 1), RRASEMU_USAGE);
    assert_int_equal(rrasemu_add_dll(server, "x.so"), RRASEMU_USAGE);
    assert_int_equal(rrasemu_stop(server), RRASEMU_OK);
    assert_int_equal(rrasemu_start(server), RRASEMU_USAGE);
    rrasemu_server_free(server);
    rrasemu_server_free(NULL);
}

static void every_version_is_known(void **state)
{
    static const char *const versions[] = {"nt4",  "nt4-rras", "2000", "2003", "2008", "2008r2",
                                           "2012", "2012r2",   "2016", "2019", "2022", "2025"};
    (void)state;
    rrasemu_server *server = rrasemu_server_new();
    for (size_t i = 0; i < sizeof versions / sizeof *versions; i++)
        assert_int_equal(rrasemu_set_os(server, versions[i]), RRASEMU_OK);
    rrasemu_server_free(server);
}

static void wrong_arguments_are_refused(void **state)
{
    (void)state;
    rrasemu_server *server = rrasemu_server_new();
    assert_int_equal(rrasemu_set_os(server, "vista"), RRASEMU_USAGE);
    assert_int_equal(rrasemu_add_dll(server, ""), RRASEMU_USAGE);
    const rrasemu_callout odd = {"MprAdminNothing", NULL};
    assert_int_equal(rrasemu_add_callouts(server, "x", &odd, 1), RRASEMU_USAGE);
    assert_string_equal(rrasemu_error(server), "MprAdminNothing: no such callout export");
    const rrasemu_callout slot = {"lpfnRasAdminAcceptNewLink", NULL};
    assert_int_equal(rrasemu_add_callouts(server, "x", &slot, 1), RRASEMU_USAGE);
    assert_int_equal(rrasemu_start(server), RRASEMU_OK);

    static char long_name[300];
    memset(long_name, 'a', sizeof long_name - 1);
    rrasemu_dial_request request = RRASEMU_DIAL_INIT;
    assert_int_equal(rrasemu_dial(server, &request), 0); /* no user */
    request.user = long_name;
    assert_int_equal(rrasemu_dial(server, &request), 0);
    request.user = "";
    assert_int_equal(rrasemu_dial(server, &request), 0);
    request.user = "\xff";
    assert_int_equal(rrasemu_dial(server, &request), 0);
    request.user = "alice";
    request.tunnel = "GRE";
    assert_int_equal(rrasemu_dial(server, &request), 0);
    assert_string_equal(rrasemu_error(server), "GRE: no such tunnel, expected SSTP, IKEv2, L2TP, PPTP or modem");
    request.tunnel = "ikev2";
    request.size = 1;
    assert_int_equal(rrasemu_dial(server, &request), 0);
    request.size = sizeof request;
    assert_int_equal(rrasemu_dial(server, &request), 1);
    assert_int_equal(rrasemu_hang_up(server, 2), RRASEMU_USAGE);
    assert_int_equal(rrasemu_hang_up(server, 0), RRASEMU_USAGE);
    assert_int_equal(rrasemu_transfer(server, 99999, 1, 1), RRASEMU_USAGE);
    assert_int_equal(rrasemu_connection_state(server, 99999), RRASEMU_UNKNOWN);
    assert_null(rrasemu_record_at(server, 99999));
    rrasemu_server_free(server);
}

static void a_start_that_fails_says_why(void **state)
{
    (void)state;
    rrasemu_server *server = rrasemu_server_new();
    assert_int_equal(rrasemu_add_dll(server, "/nowhere/x.so"), RRASEMU_OK);
    assert_int_equal(rrasemu_start(server), RRASEMU_START_FAILED);
    assert_string_equal(rrasemu_error(server), "/nowhere/x.so: does not exist (S3); the service did not start");
    rrasemu_server_free(server);
}

static void records_keep_while_more_are_added(void **state)
{
    (void)state;
    rrasemu_server *server = rrasemu_server_new();
    rrasemu_dial_request request = RRASEMU_DIAL_INIT;
    sequence_reset();
    sequence_add_dll(server, "x", 1, WITH_GET4);
    assert_int_equal(rrasemu_start(server), RRASEMU_OK);
    assert_string_equal(rrasemu_record_at(server, 0)->type, "input"); /* what the server is made from */
    const rrasemu_record *first = rrasemu_record_at(server, 1);
    request.user = "alice";
    for (int i = 0; i < 100; i++) {
        rrasemu_dial(server, &request);
        rrasemu_advance(server, RRASEMU_SECOND);
    }
    assert_ptr_equal(first, rrasemu_record_at(server, 1));
    assert_string_equal(first->type, "service");
    assert_string_equal(first->rule, "S1");
    assert_string_equal(first->json, "{\"seq\":2,\"t_ns\":0,\"type\":\"service\",\"rule\":\"S1\","
                                     "\"from\":\"stopped\",\"to\":\"reading\","
                                     "\"text\":\"the list of administration DLLs is read\"}");
    uint64_t before = 0;
    for (size_t i = 0; i < rrasemu_record_count(server); i++) {
        const rrasemu_record *record = rrasemu_record_at(server, i);
        assert_int_equal(record->seq, i + 1);
        assert_true(record->t_ns >= before);
        before = record->t_ns;
    }
    rrasemu_server_free(server);
}

static rrasemu_server *calling;
static rrasemu_status answer_inside;

static BOOL APIENTRY hang_up_inside(RAS_PORT_0 *p0, RAS_PORT_1 *p1)
{
    (void)p0, (void)p1;
    answer_inside = rrasemu_hang_up(calling, 1);
    assert_int_equal(rrasemu_stop(calling), RRASEMU_USAGE);
    rrasemu_server_free(calling); /* without effect */
    return TRUE;
}

/* The same short life, with this many records kept */
static rrasemu_server *run_with_limit(size_t most)
{
    rrasemu_server *server = rrasemu_server_new();
    rrasemu_dial_request dial = RRASEMU_DIAL_INIT;
    dial.user = "alice";
    assert_int_equal(rrasemu_set_record_limit(server, most), RRASEMU_OK);
    assert_int_equal(rrasemu_start(server), RRASEMU_OK);
    assert_int_not_equal(rrasemu_dial(server, &dial), 0);
    assert_int_equal(rrasemu_advance(server, RRASEMU_SECOND), RRASEMU_OK);
    assert_int_equal(rrasemu_set_record_limit(server, most), RRASEMU_USAGE);
    assert_int_equal(rrasemu_stop(server), RRASEMU_OK);
    return server;
}

static void of_more_records_than_the_limit_the_last_are_kept_and_the_loss_is_told(void **state)
{
    (void)state;
    rrasemu_server *all = run_with_limit(SIZE_MAX);
    size_t count = rrasemu_record_count(all);
    assert_int_equal(rrasemu_records_lost(all), 0);
    for (size_t most = 0; most <= count + 1; most++) {
        rrasemu_server *some = run_with_limit(most);
        assert_int_equal(rrasemu_record_count(some), count);
        assert_int_equal(rrasemu_records_lost(some), most < count ? count - most : 0);
        for (size_t i = 0; i <= count; i++) {
            const rrasemu_record *kept = rrasemu_record_at(some, i);
            if (i < rrasemu_records_lost(some) || i == count)
                assert_null(kept);
            else
                assert_string_equal(kept->json, rrasemu_record_at(all, i)->json);
        }
        rrasemu_server_free(some);
    }
    rrasemu_server_free(all);
}

static void a_callout_cannot_call_back_into_its_server(void **state)
{
    (void)state;
    calling = rrasemu_server_new();
    rrasemu_dial_request request = RRASEMU_DIAL_INIT;
    rrasemu_callout link = {"MprAdminAcceptNewLink", (void (*)(void))hang_up_inside};
    sequence_reset();
    sequence_add_dll(calling, "x", 1, 0);
    /* a DLL behind it whose link callout calls back */
    sequence_replace(&link);
    sequence_add_dll(calling, "y", 1, 0);
    sequence_replace(NULL);
    assert_int_equal(rrasemu_start(calling), RRASEMU_OK);
    request.user = "alice";
    assert_int_equal(rrasemu_dial(calling, &request), 1);
    assert_int_equal(rrasemu_advance(calling, RRASEMU_SECOND), RRASEMU_OK);
    assert_int_equal(answer_inside, RRASEMU_USAGE);
    assert_int_equal(rrasemu_connection_state(calling, 1), RRASEMU_ACTIVE);
    rrasemu_server_free(calling);
}

static void odd_arguments_are_refused(void **state)
{
    (void)state;
    rrasemu_server *server = rrasemu_server_new();
    rrasemu_dial_request request = RRASEMU_DIAL_INIT;
    assert_int_equal(rrasemu_set_os(server, NULL), RRASEMU_USAGE);
    assert_int_equal(rrasemu_add_dll(server, NULL), RRASEMU_USAGE);
    assert_int_equal(rrasemu_add_callouts(server, NULL, NULL, 0), RRASEMU_USAGE);
    assert_int_equal(rrasemu_set_os(server, "2003"), RRASEMU_OK);
    assert_int_equal(rrasemu_start(server), RRASEMU_OK);
    assert_int_equal(rrasemu_dial(server, NULL), 0);
    request.user = "alice";
    request.families = 4;
    assert_int_equal(rrasemu_dial(server, &request), 0);
    request.families = 0;
    request.tunnel = "IKEv2";
    assert_int_equal(rrasemu_dial(server, &request), 0);
    assert_string_equal(rrasemu_error(server), "Windows Server 2003 has no IKEv2 tunnels");
    request.tunnel = NULL;
    assert_int_equal(rrasemu_advance(server, UINT64_MAX), RRASEMU_OK);
    assert_int_equal(rrasemu_dial(server, &request), 1);
    assert_int_equal(rrasemu_transfer(server, 1, UINT64_MAX, 0), RRASEMU_USAGE);
    assert_int_equal(rrasemu_leave(server, 1, 0), RRASEMU_USAGE);
    assert_int_equal(rrasemu_quarantine(server, 1, RAS_QUAR_STATE_PROBATION, UINT64_MAX), RRASEMU_USAGE);
    request.user = "line\nbreak"; /* which no transcript could be repeated with */
    assert_int_equal(rrasemu_dial(server, &request), 0);
    request.user = "alice";
    assert_int_equal(rrasemu_advance(server, UINT64_MAX), RRASEMU_OK);
    uint64_t before = 0;
    for (size_t i = 0; i < rrasemu_record_count(server); i++) {
        assert_true(rrasemu_record_at(server, i)->t_ns >= before);
        before = rrasemu_record_at(server, i)->t_ns;
    }
    rrasemu_server_free(server);
}

static void an_older_programs_request_is_understood(void **state)
{
    (void)state;
    rrasemu_server *server = rrasemu_server_new();
    rrasemu_dial_request request = RRASEMU_DIAL_INIT;
    assert_int_equal(rrasemu_start(server), RRASEMU_OK);
    request.user = "alice";
    request.tunnel = "nonsense behind the end of the older structure";
    request.size = offsetof(rrasemu_dial_request, domain);
    assert_int_equal(rrasemu_dial(server, &request), 1);
    rrasemu_server_free(server);
}

static void a_policy_is_chosen_by_name(void **state)
{
    (void)state;
    rrasemu_server *server = rrasemu_server_new();
    sequence_reset();
    sequence_add_dll(server, "x", 1, WITH_GET4);
    assert_int_equal(rrasemu_set_policy(server, "release-tme", "last"), RRASEMU_USAGE);
    assert_non_null(strstr(rrasemu_error(server), "release-time"));
    assert_int_equal(rrasemu_set_policy(server, "release-time", "never"), RRASEMU_USAGE);
    assert_non_null(strstr(rrasemu_error(server), "last"));
    assert_int_equal(rrasemu_set_policy(server, NULL, "last"), RRASEMU_USAGE);
    assert_int_equal(rrasemu_set_policy(server, "release-time", "last"), RRASEMU_OK);
    assert_int_equal(rrasemu_start(server), RRASEMU_OK);
    assert_int_equal(rrasemu_set_policy(server, "release-time", "first"), RRASEMU_USAGE);
    rrasemu_dial_request alice = RRASEMU_DIAL_INIT;
    alice.user = "alice";
    rrasemu_dial(server, &alice);
    rrasemu_advance(server, 5 * RRASEMU_SECOND);
    assert_int_equal(rrasemu_stop(server), RRASEMU_OK);
    assert_string_equal(sequence_of(server, 1), "GA AC AL LH CH RA");
    rrasemu_server_free(server);
}

static VOID APIENTRY hang_up_slowly(RAS_CONNECTION_0 *c0, RAS_CONNECTION_1 *c1)
{
    (void)c0, (void)c1;
    Sleep(3000);
}

static void E_serial_a_stop_goes_on_behind_a_callout_that_sleeps(void **state)
{
    static const rrasemu_callout slow = {"MprAdminConnectionHangupNotification", (void (*)(void))hang_up_slowly};
    (void)state;
    rrasemu_server *server = rrasemu_server_new();
    sequence_reset();
    sequence_replace(&slow);
    sequence_add_dll(server, "slow", 1, 0);
    sequence_replace(NULL);
    assert_int_equal(rrasemu_start(server), RRASEMU_OK);
    rrasemu_dial_request alice = RRASEMU_DIAL_INIT;
    alice.user = "alice";
    uint32_t first = rrasemu_dial(server, &alice), second = rrasemu_dial(server, &alice);
    rrasemu_advance(server, 5 * RRASEMU_SECOND);
    assert_int_equal(rrasemu_stop(server), RRASEMU_OK);
    assert_string_equal(sequence_of(server, first), "AC AL LH CH");
    assert_string_equal(sequence_of(server, second), "AC AL LH CH");
    assert_int_equal(rrasemu_record_at(server, rrasemu_record_count(server) - 1)->t_ns, 11 * RRASEMU_SECOND);
    rrasemu_server_free(server);
}

static void links_join_and_leave(void **state)
{
    (void)state;
    rrasemu_server *server = rrasemu_server_new();
    sequence_reset();
    sequence_add_dll(server, "x", 3, 0);
    assert_int_equal(rrasemu_start(server), RRASEMU_OK);
    rrasemu_dial_request alice = RRASEMU_DIAL_INIT;
    alice.user = "alice";
    uint32_t connection = rrasemu_dial(server, &alice);
    assert_int_equal(rrasemu_join(server, connection), 0); /* too early */
    assert_non_null(strstr(rrasemu_error(server), "not active"));
    rrasemu_advance(server, 5 * RRASEMU_SECOND);
    assert_int_equal(rrasemu_join(server, connection), 2);
    rrasemu_advance(server, 5 * RRASEMU_SECOND);
    assert_int_equal(rrasemu_leave(server, connection, 1), RRASEMU_OK);
    assert_int_equal(rrasemu_leave(server, connection, 1), RRASEMU_OK); /* gone: nothing happens */
    assert_int_equal(rrasemu_connection_state(server, connection), RRASEMU_ACTIVE);
    assert_int_equal(rrasemu_leave(server, connection, 2), RRASEMU_OK);
    assert_int_equal(rrasemu_connection_state(server, connection), RRASEMU_CLOSED);
    assert_int_equal(rrasemu_join(server, connection), 0);
    assert_int_equal(rrasemu_join(server, 77), 0);
    assert_int_equal(rrasemu_leave(server, 77, 1), RRASEMU_USAGE);
    assert_string_equal(sequence_of(server, connection), "AC AL AL LH LH CH");
    rrasemu_server_free(server);
}

static void quarantine_and_endpoint_change(void **state)
{
    (void)state;
    rrasemu_server *server = rrasemu_server_new();
    sequence_reset();
    sequence_add_dll(server, "x", 4, 0);
    assert_int_equal(rrasemu_start(server), RRASEMU_OK);
    rrasemu_dial_request alice = RRASEMU_DIAL_INIT;
    alice.user = "alice";
    alice.tunnel = "IKEv2";
    uint32_t connection = rrasemu_dial(server, &alice);
    rrasemu_advance(server, 5 * RRASEMU_SECOND);
    assert_int_equal(rrasemu_move(server, connection, "203.0.113"), RRASEMU_USAGE);
    assert_int_equal(rrasemu_move(server, 77, "203.0.113.1"), RRASEMU_USAGE);
    assert_int_equal(rrasemu_move(server, connection, "203.0.113.1"), RRASEMU_OK);
    assert_int_equal(rrasemu_connection_state(server, connection), RRASEMU_MOVE);
    rrasemu_advance(server, 5 * RRASEMU_SECOND);
    assert_int_equal(rrasemu_connection_state(server, connection), RRASEMU_ACTIVE);
    assert_int_equal(rrasemu_quarantine(server, connection, 4, 0), RRASEMU_USAGE);
    assert_int_equal(rrasemu_quarantine(server, connection, RAS_QUAR_STATE_PROBATION, 60 * RRASEMU_SECOND), RRASEMU_OK);
    assert_int_equal(rrasemu_connection_state(server, connection), RRASEMU_REAUTH);
    rrasemu_advance(server, 50 * RRASEMU_SECOND);
    assert_int_equal(rrasemu_connection_state(server, connection), RRASEMU_ACTIVE);
    rrasemu_advance(server, 20 * RRASEMU_SECOND);
    assert_int_equal(rrasemu_connection_state(server, connection), RRASEMU_CLOSED);
    rrasemu_server_free(server);
}

static bool is_recorded(const rrasemu_server *server, const char *words)
{
    for (size_t i = 0; i < rrasemu_record_count(server); i++)
        if (strstr(rrasemu_record_at(server, i)->json, words))
            return true;
    return false;
}

/* A scenario with such a step is refused; a program learns it from the records. */
static void what_a_version_or_a_tunnel_has_not_is_recorded(void **state)
{
    (void)state;
    rrasemu_server *server = rrasemu_server_new();
    rrasemu_dial_request request = RRASEMU_DIAL_INIT;
    sequence_reset();
    sequence_add_dll(server, "x", 1, 0);
    assert_int_equal(rrasemu_set_os(server, "2003"), RRASEMU_OK);
    assert_int_equal(rrasemu_start(server), RRASEMU_OK);
    request.user = "alice";
    uint32_t connection = rrasemu_dial(server, &request);
    rrasemu_advance(server, 10 * RRASEMU_SECOND);
    assert_int_equal(rrasemu_quarantine(server, connection, 1, 0), RRASEMU_OK);
    assert_true(is_recorded(server, "\"text\":\"this version has no Network Access Protection\""));
    assert_int_equal(rrasemu_move(server, connection, "203.0.113.1"), RRASEMU_OK);
    assert_true(is_recorded(server, "\"text\":\"endpoints of this tunnel cannot change\""));
    assert_int_equal(rrasemu_connection_state(server, connection), RRASEMU_ACTIVE);
    rrasemu_server_free(server);
}

static void two_servers_do_not_disturb_each_other(void **state)
{
    (void)state;
    rrasemu_server *servers[2];
    rrasemu_dial_request request = RRASEMU_DIAL_INIT;
    sequence_reset();
    request.user = "alice";
    for (int i = 0; i < 2; i++) {
        servers[i] = rrasemu_server_new();
        sequence_add_dll(servers[i], "x", 1, WITH_GET4);
        assert_int_equal(rrasemu_start(servers[i]), RRASEMU_OK);
    }
    for (int second = 0; second < 5; second++)
        for (int i = 0; i < 2; i++) {
            rrasemu_dial(servers[i], &request);
            rrasemu_advance(servers[i], RRASEMU_SECOND);
        }
    assert_int_equal(rrasemu_record_count(servers[0]), rrasemu_record_count(servers[1]));
    for (size_t i = 0; i < rrasemu_record_count(servers[0]); i++)
        assert_string_equal(rrasemu_record_at(servers[0], i)->json, rrasemu_record_at(servers[1], i)->json);
    rrasemu_server_free(servers[0]);
    rrasemu_server_free(servers[1]);
}

/* An example, in the folder of the build */
static void write_path(char *path, size_t size)
{
    const char *folder = getenv("top_builddir");
    snprintf(path, size, "%s/examples/onesession.so", folder ? folder : ".");
}

/* One session a user, says the example: each server has its own list of them. */
static rrasemu_server *with_example(void)
{
    rrasemu_server *server = rrasemu_server_new();
    char path[4096];
    write_path(path, sizeof path);
    assert_int_equal(rrasemu_add_dll(server, path), RRASEMU_OK);
    assert_int_equal(rrasemu_start(server), RRASEMU_OK);
    return server;
}

static uint32_t connect_alice(rrasemu_server *server)
{
    rrasemu_dial_request request = RRASEMU_DIAL_INIT;
    request.user = "alice";
    uint32_t connection = rrasemu_dial(server, &request);
    rrasemu_advance(server, 2 * RRASEMU_SECOND);
    return connection;
}

static void two_servers_have_an_image_of_a_dll_each(void **state)
{
    (void)state;
    rrasemu_server *first = with_example(), *second = with_example();
    assert_true(rrasemu_connection_accepted(first, connect_alice(first)));
    assert_true(rrasemu_connection_accepted(second, connect_alice(second)));
    assert_false(rrasemu_connection_accepted(second, connect_alice(second))); /* her second session there */
    for (size_t i = 0; i < rrasemu_record_count(second); i++) {
        const rrasemu_record *record = rrasemu_record_at(second, i);
        assert_true(!record->dll || strcmp(record->dll, "onesession.so") == 0);
    }
    rrasemu_server_free(first);
    assert_int_equal(rrasemu_stop(second), RRASEMU_OK);
    rrasemu_server_free(second);
}

/* As on Windows, where it is one module however often it is listed */
static void a_dll_that_is_listed_twice_has_one_image_in_each_server(void **state)
{
    (void)state;
    rrasemu_server *servers[2];
    for (int i = 0; i < 2; i++) {
        char path[4096];
        servers[i] = rrasemu_server_new();
        write_path(path, sizeof path);
        assert_int_equal(rrasemu_add_dll(servers[i], path), RRASEMU_OK);
        assert_int_equal(rrasemu_add_dll(servers[i], path), RRASEMU_OK);
        assert_int_equal(rrasemu_start(servers[i]), RRASEMU_OK);
        assert_true(is_recorded(servers[i], "\"dll\":\"onesession.so\""));
        assert_true(is_recorded(servers[i], "\"dll\":\"onesession.so#2\""));
    }
    for (int i = 0; i < 2; i++) /* the second asked finds the session that the first has begun */
        assert_false(rrasemu_connection_accepted(servers[i], connect_alice(servers[i])));
    rrasemu_server_free(servers[0]);
    rrasemu_server_free(servers[1]);
}

static void *run_a_server(void *accepted)
{
    rrasemu_server *server = with_example();
    for (int i = 0; i < 20; i++) {
        uint32_t connection = connect_alice(server);
        *(int *)accepted += rrasemu_connection_accepted(server, connection);
        rrasemu_hang_up(server, connection);
    }
    rrasemu_server_free(server);
    return NULL;
}

static void two_servers_live_in_two_threads(void **state)
{
    enum { THREADS = 4 };
    pthread_t threads[THREADS];
    int accepted[THREADS] = {0};
    (void)state;
    for (int i = 0; i < THREADS; i++)
        assert_int_equal(pthread_create(&threads[i], NULL, run_a_server, &accepted[i]), 0);
    for (int i = 0; i < THREADS; i++) {
        pthread_join(threads[i], NULL);
        assert_int_equal(accepted[i], 20);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(calls_at_a_wrong_time_are_refused),
        cmocka_unit_test(every_version_is_known),
        cmocka_unit_test(wrong_arguments_are_refused),
        cmocka_unit_test(a_start_that_fails_says_why),
        cmocka_unit_test(records_keep_while_more_are_added),
        cmocka_unit_test(of_more_records_than_the_limit_the_last_are_kept_and_the_loss_is_told),
        cmocka_unit_test(a_callout_cannot_call_back_into_its_server),
        cmocka_unit_test(odd_arguments_are_refused),
        cmocka_unit_test(an_older_programs_request_is_understood),
        cmocka_unit_test(a_policy_is_chosen_by_name),
        cmocka_unit_test(E_serial_a_stop_goes_on_behind_a_callout_that_sleeps),
        cmocka_unit_test(links_join_and_leave),
        cmocka_unit_test(quarantine_and_endpoint_change),
        cmocka_unit_test(what_a_version_or_a_tunnel_has_not_is_recorded),
        cmocka_unit_test(two_servers_do_not_disturb_each_other),
        cmocka_unit_test(two_servers_have_an_image_of_a_dll_each),
        cmocka_unit_test(a_dll_that_is_listed_twice_has_one_image_in_each_server),
        cmocka_unit_test(two_servers_live_in_two_threads),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
