/* SPDX-License-Identifier: MIT */
/* The tables of a connection's life decide everything, once. */
#include "ras/answers.h"
#include "ras/closing.h"
#include "tests/core/bench.h"

static const struct lifecycle_row *last_row(const struct lifecycle_index *index, enum connection_state state,
                                            enum connection_event event)
{
    assert_true(index->end[state][event] > index->first[state][event]);
    return &lifecycle[index->rows[index->end[state][event] - 1]];
}

static void every_pair_of_state_and_event_is_decided(void **state)
{
    struct lifecycle_index index;
    (void)state;
    lifecycle_index(&index);
    assert_true(lifecycle_length <= UINT8_MAX);
    for (enum connection_state from = 0; from < CONNECTION_STATE_COUNT; from++)
        for (enum connection_event event = 0; event < CONNECTION_EVENT_COUNT; event++)
            if (last_row(&index, from, event)->guard != GUARD_NONE)
                fail_msg("%s, %s: not decided when no guard holds", connection_state_names[from],
                         connection_event_names[event]);
}

static void no_row_is_in_the_shadow_of_another(void **state)
{
    (void)state;
    for (size_t i = 0; i < lifecycle_length; i++) {
        state_set seen = 0;
        for (size_t j = 0; j < i; j++)
            if (lifecycle[j].event == lifecycle[i].event &&
                (lifecycle[j].guard == GUARD_NONE || lifecycle[j].guard == lifecycle[i].guard))
                seen |= lifecycle[j].from;
        if ((lifecycle[i].from & ~seen) == 0)
            fail_msg("row %zu is never reached: %s", i, lifecycle[i].text ? lifecycle[i].text : "cannot happen");
    }
}

static void a_row_says_what_its_decision_needs(void **state)
{
    (void)state;
    for (size_t i = 0; i < lifecycle_length; i++) {
        const struct lifecycle_row *row = &lifecycle[i];
        assert_int_equal(row->text == NULL, row->decision == DECISION_CANNOT);
        if (row->decision == DECISION_GO)
            continue;
        assert_null(row->action);
        assert_int_equal(row->to, CONNECTION_STATE_COUNT);
        assert_int_equal(row->ending, END_NONE);
        assert_true(row->decision != DECISION_DEFER || row->rule);
    }
}

static void every_guard_guards_a_row(void **state)
{
    (void)state;
    for (enum guard_id guard = GUARD_NONE; guard < GUARD_COUNT; guard++) {
        bool used = false;
        for (size_t i = 0; i < lifecycle_length; i++)
            used |= lifecycle[i].guard == guard;
        assert_true(used);
        assert_int_equal(lifecycle_guards[guard].holds == NULL, guard == GUARD_NONE);
    }
}

static void every_question_has_an_event_for_each_answer(void **state)
{
    (void)state;
    for (enum ask ask = 0; ask < ASK_COUNT; ask++)
        for (enum response response = 0; response <= RESPONSE_REFUSED; response++) {
            unsigned count = 0;
            for (size_t i = 0; i < answers_length; i++)
                count += answers[i].ask == ask && answers[i].response == response;
            assert_int_equal(count, 1);
        }
}

static void every_order_of_closing_has_each_step_once(void **state)
{
    (void)state;
    assert_int_equal(policy_value_count(&policies[POLICY_RELEASE_TIME]), CLOSING_ORDERS);
    for (unsigned order = 0; order < CLOSING_ORDERS; order++) {
        unsigned places = 0;
        for (size_t i = 0; i < closing_length; i++)
            places |= 1U << closing_rows[i].place[order];
        assert_int_equal(places, (1U << closing_length) - 1);
    }
}

static void every_deadline_is_decided_while_it_can_be_due(void **state)
{
    struct lifecycle_index index;
    (void)state;
    lifecycle_index(&index);
    for (enum deadline deadline = 0; deadline < DEADLINE_COUNT; deadline++) {
        assert_int_equal(deadline_of(deadlines[deadline].event), deadline);
        enum connection_state state_of = deadline == DEADLINE_NEGOTIATION ? CONNECTION_ADDR : CONNECTION_ACTIVE;
        assert_int_equal(last_row(&index, state_of, deadlines[deadline].event)->decision, DECISION_GO);
    }
}

static void what_cannot_happen_is_an_error_of_the_emulator(void **state)
{
    struct bench *bench = *state;
    struct connection *connection = call(&bench->server);
    lifecycle_happen(&bench->server, connection, &(struct happening){.event = ON_CALL});
    assert_int_equal(bench->server.error.class, FAILURE_INTERNAL);
    assert_non_null(strstr(bench->server.error.text, "in ACTIVE, event 'call'"));
    server_schedule_callouts(&bench->server, bench->server.now_ns); /* there is something to do */
    assert_false(engine_step(&bench->server));                      /* and nothing is done any more */
}

/* A quarantine change asks the DLLs, and the answer raises the next event: all from inside one call. */
static void what_an_action_raises_is_decided_behind_it(void **state)
{
    struct bench *bench = *state;
    struct connection *connection = call(&bench->server);
    const struct happening hangup = {.event = ON_HANGUP, .reason = END_ADMIN};
    uint32_t number = connection->number;
    assert_int_equal(lifecycle_happen(&bench->server, connection, &hangup), DECISION_GO);
    assert_int_equal(connection->number, 0); /* it was told everything, and is gone */
    assert_int_equal(connection->ending, END_ADMIN);
    assert_int_not_equal(number, 0);
    assert_int_equal(bench->server.error.class, FAILURE_NONE);
    assert_int_equal(bench->server.raised.first, 0);
}

/* Which is long over then: a run ends when only such a time is left to wait for. */
static void the_negotiation_time_keeps_no_run_going(void **state)
{
    struct bench *bench = *state;
    uint64_t next;
    call(&bench->server);
    assert_true(engine_next_time(&bench->server, &next)); /* the negotiation's, which was called off */
    assert_true(engine_is_done(&bench->server));
}

/* Two entries of one deadline wait then; the later one is nobody's. */
static void a_deadline_that_was_set_to_an_earlier_time_is_due_once(void **state)
{
    struct bench *bench = *state;
    struct connection *connection = call(&bench->server);
    uint64_t hour = UINT64_C(3600000000000), begin = bench->server.now_ns;
    deadline_set(&bench->server, connection, DEADLINE_SESSION, begin + 2 * hour);
    deadline_set(&bench->server, connection, DEADLINE_SESSION, begin + hour);
    deadline_clear(connection, DEADLINE_SESSION);
    engine_run_until(&bench->server, begin + 3 * hour);
    assert_int_equal(connection->state, CONNECTION_ACTIVE);
}

static void a_link_takes_the_place_of_any_that_has_gone(void **state)
{
    struct bench *bench = *state;
    struct connection *connection = call(&bench->server);
    struct connection_ref ref = {connection->slot, connection->number};
    bench->server.options.links_most = CONNECTION_LINKS_MOST;
    for (uint32_t link = 2; link <= CONNECTION_LINKS_MOST; link++)
        assert_int_equal(engine_join(&bench->server, ref), link);
    engine_run_until(&bench->server, bench->server.now_ns + UINT64_C(60000000000));
    assert_false(connection_has_place(connection));
    for (uint32_t link = 1; link <= CONNECTION_LINKS_MOST; link++) {
        assert_true(engine_leave(&bench->server, ref, link));
        assert_true(connection_has_place(connection));
        assert_int_equal(engine_join(&bench->server, ref), CONNECTION_LINKS_MOST + link);
        engine_run_until(&bench->server, bench->server.now_ns + UINT64_C(60000000000));
    }
}

struct late_input {
    const struct connection *connection;
    uint64_t due_ns;
    enum connection_state seen;
};

static bool next_input(void *self, uint64_t *due_ns)
{
    struct late_input *input = self;
    *due_ns = input->due_ns;
    return input->due_ns != 0;
}

static void apply_input(void *self, struct server *server)
{
    struct late_input *input = self;
    (void)server;
    input->seen = input->connection->state;
    input->due_ns = 0;
}

static void an_input_comes_behind_the_events_of_its_instant(void **state)
{
    struct bench *bench = *state;
    struct connection *connection = call(&bench->server);
    struct late_input input = {.connection = connection, .due_ns = bench->server.now_ns + 1000};
    server_add_input(&bench->server, (struct server_input){.self = &input, .next = next_input, .apply = apply_input});
    server_schedule(&bench->server, connection, 1000, ON_SESSION_LIMIT, 0);
    engine_run_until(&bench->server, input.due_ns);
    assert_int_equal(input.seen, CONNECTION_CLOSED);
}

static struct answer held; /* one that a DLL gives later */

static void hold(void *self, struct server *server, const struct question *question)
{
    (void)self, (void)server;
    held = (struct answer){.ask = question->ask,
                           .connection = {question->connection->slot, question->connection->number}};
}

/* Q18: the client hangs up while a DLL looks at its cookie. Until it has answered, the connection keeps its number. */
static struct connection_ref end_while_a_dll_is_asked(struct bench *bench)
{
    static const struct user user = {.name = "alice", .domain = "CONTOSO", .computer = "PC1", .cookie = "good"};
    struct dial dial = {.user = &user, .tunnel = TUNNEL_SSTP, .ipv4 = true};
    bench->callouts.ask = hold;
    bench->server.options.policies.value[POLICY_PREAUTHENTICATION] = PREAUTHENTICATION_ON;
    struct connection_ref ref = engine_dial(&bench->server, &dial);
    engine_run_until(&bench->server, UINT64_C(1000000000));
    assert_int_equal(held.ask, ASK_PREAUTHENTICATION);
    assert_true(engine_end(&bench->server, ref, END_CLIENT));
    assert_null(server_living(&bench->server, ref));
    assert_int_equal(bench->server.roster.live, 1);
    return ref;
}

static void a_connection_that_ends_while_a_dll_is_asked_goes_with_the_answer(void **state)
{
    struct bench *bench = *state;
    struct connection_ref ref = end_while_a_dll_is_asked(bench);
    lifecycle_answer(&bench->server, &held);
    assert_int_equal(bench->server.roster.live, 0);
    assert_null(server_connection(&bench->server, ref));
    assert_true(engine_stop(&bench->server));
    assert_int_equal(bench->server.error.class, FAILURE_NONE);
}

/* Q32: there will be no answer. */
static void a_connection_that_ends_while_a_dll_is_asked_goes_with_its_process(void **state)
{
    struct bench *bench = *state;
    struct connection_ref ref = end_while_a_dll_is_asked(bench);
    service_process_ended(&bench->server);
    assert_int_equal(bench->server.roster.live, 0);
    assert_null(server_connection(&bench->server, ref));
    assert_int_equal(bench->server.error.class, FAILURE_NONE);
}

/* Of deadlines that were cleared, and of callouts that slept, nothing is left that a run would go on for. */
static void what_a_run_goes_on_for_is_counted(void **state)
{
    struct bench *bench = *state;
    struct server *server = &bench->server;
    struct connection *connection = call(server);
    assert_int_equal(server->live_events, 0);
    deadline_set(server, connection, DEADLINE_OUTAGE, server->now_ns + 1000);
    assert_int_equal(server->live_events, 1);
    deadline_clear(connection, DEADLINE_OUTAGE);
    server_schedule_callouts(server, server->now_ns + 500);
    assert_int_equal(server->live_events, 2);
    engine_run_until(server, server->now_ns + 2000);
    assert_int_equal(connection->state, CONNECTION_ACTIVE);
    assert_int_equal(server->live_events, 0);
    assert_true(engine_is_done(server));
}

static void a_connection_has_room_for_so_many_links(void **state)
{
    struct bench *bench = *state;
    struct connection *connection = call(&bench->server);
    for (uint32_t number = 2; number <= CONNECTION_LINKS_MOST; number++) {
        assert_true(connection_has_place(connection));
        assert_null(connection_link(connection, number));
        struct link *link = connection_new_link(connection);
        assert_ptr_equal(link, connection_link(connection, number));
        assert_int_equal(connection_link_state(connection, number), LINK_AUTH);
    }
    assert_false(connection_has_place(connection));
    assert_null(connection_new_link(connection));
    assert_null(connection_link(connection, CONNECTION_LINKS_MOST + 1));
    assert_int_equal(connection_link_state(connection, CONNECTION_LINKS_MOST + 1), LINK_NONE);
}

static void the_links_that_are_left_are_those_of_the_connection(void **state)
{
    struct connection connection;
    (void)state;
    memset(&connection, 0xff, sizeof connection);
    memset(connection.links, 0, sizeof connection.links);
    assert_int_equal(connection_links_left(&connection), 0);
    assert_int_equal(connection_active_links(&connection), 0);
    assert_false(connection_asks_link(&connection));
    assert_null(connection_next_link(&connection, true));
}

static void letters_keep_their_order_and_their_places(void **state)
{
    struct mail mail = {0};
    struct letters one = {0}, other = {0};
    struct letter letter = {0};
    (void)state;
    for (uint32_t round = 0; round < 100; round++) {
        for (uint32_t i = 0; i < 20; i++) {
            letter.happening.link = i;
            assert_true(mail_add(&mail, i % 2 ? &one : &other, &letter));
        }
        mail_move(&mail, &one, &other);
        for (uint32_t i = 0; i < 20; i++) {
            assert_true(mail_take(&mail, &other, &letter));
            assert_int_equal(letter.happening.link, i < 10 ? 2 * i : 2 * (i - 10) + 1);
        }
        assert_false(mail_take(&mail, &other, &letter));
    }
    assert_int_equal(mail.count, 20); /* places are used again */
    mail_close(&mail);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(every_pair_of_state_and_event_is_decided),
        cmocka_unit_test(no_row_is_in_the_shadow_of_another),
        cmocka_unit_test(a_row_says_what_its_decision_needs),
        cmocka_unit_test(every_guard_guards_a_row),
        cmocka_unit_test(every_question_has_an_event_for_each_answer),
        cmocka_unit_test(every_order_of_closing_has_each_step_once),
        cmocka_unit_test(every_deadline_is_decided_while_it_can_be_due),
        TEST(what_cannot_happen_is_an_error_of_the_emulator),
        TEST(what_an_action_raises_is_decided_behind_it),
        TEST(the_negotiation_time_keeps_no_run_going),
        TEST(an_input_comes_behind_the_events_of_its_instant),
        TEST(a_connection_that_ends_while_a_dll_is_asked_goes_with_the_answer),
        TEST(a_connection_that_ends_while_a_dll_is_asked_goes_with_its_process),
        TEST(what_a_run_goes_on_for_is_counted),
        TEST(a_connection_has_room_for_so_many_links),
        TEST(a_deadline_that_was_set_to_an_earlier_time_is_due_once),
        TEST(a_link_takes_the_place_of_any_that_has_gone),
        cmocka_unit_test(the_links_that_are_left_are_those_of_the_connection),
        cmocka_unit_test(letters_keep_their_order_and_their_places),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
