/* SPDX-License-Identifier: MIT */
/* The engine's check of itself notices what it is there for. */
#include "ras/audit.h"
#include "tests/core/bench.h"

static void stop_is_clean(struct server *server)
{
    engine_stop(server);
    assert_int_equal(server->error.class, FAILURE_NONE);
}

static void stop_shows(struct server *server, const char *text)
{
    engine_stop(server);
    assert_int_equal(server->error.class, FAILURE_INTERNAL);
    assert_non_null(strstr(server->error.text, text));
}

static void all_debts_are_paid(void **state)
{
    struct bench *bench = *state;
    struct connection *connection = call(&bench->server);
    for (int debt = 0; debt < DEBT_COUNT; debt++)
        assert_int_equal(connection->owed[debt], 1);
    stop_is_clean(&bench->server);
}

static void a_hangup_nobody_was_told_is_noticed(void **state)
{
    struct bench *bench = *state;
    call(&bench->server)->heard = 0;
    stop_shows(&bench->server, "1 connection hang-ups owed");
}

static void a_release_nobody_was_told_is_noticed(void **state)
{
    struct bench *bench = *state;
    call(&bench->server)->lease6.notify = false;
    stop_shows(&bench->server, "1 IPv6 releases owed");
}

static void a_hangup_too_many_is_noticed(void **state)
{
    struct bench *bench = *state;
    audit_question(call(&bench->server), ASK_LINK_HANGUP);
    stop_shows(&bench->server, "-1 link hang-ups owed");
}

static void a_port_that_does_not_listen_again_is_noticed(void **state)
{
    struct bench *bench = *state;
    for (enum tunnel tunnel = 0; tunnel < TUNNEL_COUNT; tunnel++) {
        if (tunnel > 0) {
            close_bench(state);
            assert_int_equal(open_bench(state), 0);
        }
        ports_occupy(&bench->server.ports, ports_listening(&bench->server.ports, tunnel), 7);
        stop_shows(&bench->server, "1 ports");
    }
}

static void an_address_that_is_not_given_back_is_noticed(void **state)
{
    struct bench *bench = *state;
    pool_take(&bench->server.pool, false);
    stop_shows(&bench->server, "1 addresses");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        TEST(all_debts_are_paid),
        TEST(a_hangup_nobody_was_told_is_noticed),
        TEST(a_release_nobody_was_told_is_noticed),
        TEST(a_hangup_too_many_is_noticed),
        TEST(a_port_that_does_not_listen_again_is_noticed),
        TEST(an_address_that_is_not_given_back_is_noticed),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
