/* SPDX-License-Identifier: MIT */
/* The engine's check of itself notices what it is there for. */
#include "ras/audit.h"
#include "ras/engine.h"
#include "ras/lifecycle.h"
#include "ras/service.h"
#include "tests/cmocka_tests.h"

static enum start_result start(void *self, struct server *server)
{
    (void)self, (void)server;
    return START_OK;
}

static enum stop_result terminate(void *self, struct server *server)
{
    (void)self, (void)server;
    return STOP_OK;
}

static bool read_list(void *self, struct server *server)
{
    (void)self, (void)server;
    return true;
}

/* Agrees to everything and wants to hear of the release. */
static void agree(void *self, struct server *server, const struct question *question)
{
    struct answer answer = {
        .ask = question->ask,
        .connection = {question->connection->slot, question->connection->number},
        .link = question->link ? question->link->number : 0,
        .agreed = true,
        .ipv4 = question->ipv4,
        .notify = true,
        .heard = 1,
    };
    (void)self;
    memcpy(answer.ipv6_id, question->ipv6 + 8, sizeof answer.ipv6_id);
    lifecycle_answer(server, &answer);
}

/* answered at once, there is never anything left to do */
static bool pump(void *self, struct server *server)
{
    (void)self, (void)server;
    return false;
}

static enum pending pending(void *self)
{
    (void)self;
    return PENDING_NOTHING;
}

static void abandon(void *self, struct server *server)
{
    (void)self, (void)server;
}

struct bench {
    struct server server;
    struct record_stream records;
    struct ras_callouts callouts;
};

static int open_bench(void **state)
{
    static struct bench bench;
    struct server_options options = server_default_options();
    struct error error = {0};
    bench = (struct bench){.callouts = {NULL, read_list, start, start, terminate, agree, pump, pending, abandon, abandon}};
    *state = &bench;
    return !server_open(&bench.server, &options, &bench.callouts, &bench.records, &error) ||
           !service_start(&bench.server);
}

static int close_bench(void **state)
{
    struct bench *bench = *state;
    server_close(&bench->server);
    return 0;
}

static struct connection *call(struct server *server)
{
    static const struct user user = {.name = "alice", .domain = "CONTOSO", .computer = "PC1"};
    struct dial dial = {.user = &user, .tunnel = TUNNEL_SSTP, .ipv4 = true, .ipv6 = true};
    struct connection_ref ref = engine_dial(server, &dial);
    engine_run_until(server, UINT64_C(60000000000));
    struct connection *connection = server_connection(server, ref);
    assert_non_null(connection);
    assert_int_equal(connection->state, CONNECTION_ACTIVE);
    return connection;
}

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
    ports_listening(&bench->server.ports, TUNNEL_PPTP)->connection = 7;
    stop_shows(&bench->server, "1 ports");
}

static void an_address_that_is_not_given_back_is_noticed(void **state)
{
    struct bench *bench = *state;
    pool_take(&bench->server.pool, false);
    stop_shows(&bench->server, "1 addresses");
}

#define TEST(name) cmocka_unit_test_setup_teardown(name, open_bench, close_bench)

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
