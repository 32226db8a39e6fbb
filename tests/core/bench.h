/* SPDX-License-Identifier: MIT */
/* A server whose DLLs agree to everything, at once, and a client of it. */
#ifndef RRASEMU_TESTS_CORE_BENCH_H
#define RRASEMU_TESTS_CORE_BENCH_H

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

static bool no_threads(void *self, uint64_t *time_ns)
{
    (void)self, (void)time_ns;
    return false;
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
    bench = (struct bench){.callouts = {.read = read_list,
                                        .load = start,
                                        .initialize = start,
                                        .terminate = terminate,
                                        .ask = agree,
                                        .pump = pump,
                                        .next = no_threads,
                                        .pending = pending,
                                        .reset = abandon,
                                        .abandon = abandon}};
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

#define TEST(name) cmocka_unit_test_setup_teardown(name, open_bench, close_bench)

#endif
