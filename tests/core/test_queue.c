/* SPDX-License-Identifier: MIT */
/* The queue of virtual time: order, ties, growth. */
#include "core/queue.h"
#include "core/random.h"
#include "tests/cmocka_tests.h"

static void events_leave_in_order_of_time(void **state)
{
    (void)state;
    struct queue queue = {0};
    static const uint64_t times[] = {50, 10, 40, 20, 30};
    for (size_t i = 0; i < LENGTH(times); i++)
        assert_true(queue_push(&queue, &(struct queue_event){.time_ns = times[i]}));
    struct queue_event event;
    for (uint64_t expected = 10; expected <= 50; expected += 10) {
        uint64_t next;
        assert_true(queue_next_time(&queue, &next));
        assert_int_equal(next, expected);
        assert_true(queue_pop(&queue, &event));
        assert_int_equal(event.time_ns, expected);
    }
    assert_false(queue_pop(&queue, &event));
    queue_clear(&queue);
}

static void equal_times_leave_in_order_of_arrival(void **state)
{
    (void)state;
    struct queue queue = {0};
    enum { COUNT = 1000 };
    for (uint32_t i = 0; i < COUNT; i++)
        assert_true(queue_push(&queue, &(struct queue_event){.time_ns = 7, .value = i}));
    struct queue_event event;
    for (uint32_t i = 0; i < COUNT; i++) {
        assert_true(queue_pop(&queue, &event));
        assert_int_equal(event.value, i);
    }
    queue_clear(&queue);
}

/* Random pushes and pops against the definition: the least (time, arrival) of what is inside */
static void any_mixture_keeps_the_order(void **state)
{
    (void)state;
    enum { ROUNDS = 20000, ROOM = 4096 };
    static struct queue_event inside[ROOM];
    size_t count = 0;
    struct queue queue = {0};
    struct random_stream random = random_open(1, "test", 0);
    for (uint32_t round = 0; round < ROUNDS; round++) {
        if (count < ROOM && random_between(&random, 0, 2) > 0) {
            struct queue_event event = {
                .time_ns = random_between(&random, 0, 50), .value = round, .kind = round * 3, .subject = ~round};
            assert_true(queue_push(&queue, &event));
            inside[count++] = event;
            continue;
        }
        struct queue_event event;
        assert_int_equal(queue_pop(&queue, &event), count > 0);
        if (count == 0)
            continue;
        size_t least = 0;
        for (size_t i = 1; i < count; i++)
            if (inside[i].time_ns < inside[least].time_ns ||
                (inside[i].time_ns == inside[least].time_ns && inside[i].value < inside[least].value))
                least = i;
        assert_memory_equal(&event, &inside[least], sizeof event);
        inside[least] = inside[--count];
    }
    assert_int_equal(queue.count, count);
    queue_clear(&queue);
}

static void a_cleared_queue_is_usable(void **state)
{
    (void)state;
    struct queue queue = {0};
    assert_true(queue_push(&queue, &(struct queue_event){.time_ns = 1}));
    queue_clear(&queue);
    uint64_t next;
    assert_false(queue_next_time(&queue, &next));
    assert_true(queue_push(&queue, &(struct queue_event){.time_ns = 2}));
    assert_true(queue_next_time(&queue, &next));
    assert_int_equal(next, 2);
    queue_clear(&queue);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(events_leave_in_order_of_time),
        cmocka_unit_test(equal_times_leave_in_order_of_arrival),
        cmocka_unit_test(any_mixture_keeps_the_order),
        cmocka_unit_test(a_cleared_queue_is_usable),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
