/* SPDX-License-Identifier: MIT */
/* What finds ports, addresses and connections, against the plain definition of each. */
#include "core/bits.h"
#include "core/tally.h"
#include "ras/pool.h"
#include "ras/roster.h"
#include "tests/cmocka_tests.h"

#include <stdlib.h>

static uint32_t random_below(uint32_t most)
{
    static uint32_t state = 1;
    state = (uint32_t)((uint64_t)state * 48271 % 2147483647);
    return state % most;
}

static void the_lowest_free_place_is_found(void **state)
{
    static const uint32_t sizes[] = {0, 1, 63, 64, 65, 4096, 4097, 5000};
    (void)state;
    for (size_t s = 0; s < sizeof sizes / sizeof *sizes; s++) {
        struct bits bits;
        bool taken[5000] = {false};
        assert_true(bits_open(&bits, sizes[s]));
        for (int round = 0; round < 20000 && sizes[s]; round++) {
            uint32_t place = random_below(3) ? bits_lowest(&bits) : random_below(sizes[s] + 2);
            bool inside = place < sizes[s];
            bool takes = random_below(5) < 3;
            bool changes = inside && taken[place] != takes;
            assert_int_equal(takes ? bits_take(&bits, place) : bits_free(&bits, place), changes);
            if (inside)
                taken[place] = takes;
            uint32_t lowest = 0, count = 0;
            while (lowest < sizes[s] && taken[lowest])
                lowest++;
            assert_int_equal(bits_lowest(&bits), lowest);
            for (uint32_t i = 0; round % 1000 == 0 && i < sizes[s]; i++)
                count += taken[i];
            if (round % 1000 == 0)
                assert_int_equal(bits.taken, count);
        }
        bits_close(&bits);
    }
}

static void ten_million_places_are_filled_and_freed(void **state)
{
    enum { MANY = 10000000 };
    struct bits bits;
    (void)state;
    assert_true(bits_open(&bits, MANY));
    for (uint32_t i = 0; i < MANY; i++) {
        assert_int_equal(bits_lowest(&bits), i);
        bits_take(&bits, i);
    }
    assert_int_equal(bits_lowest(&bits), MANY);
    bits_free(&bits, 1234567);
    assert_int_equal(bits_lowest(&bits), 1234567);
    bits_close(&bits);
}

static void numbers_are_counted(void **state)
{
    enum { NUMBERS = 300 };
    struct tally tally = {0};
    uint32_t counts[NUMBERS] = {0};
    (void)state;
    assert_int_equal(tally_count(&tally, 5), 0);
    tally_remove(&tally, 5);
    for (int round = 0; round < 200000; round++) {
        uint32_t i = random_below(NUMBERS);
        uint64_t number = (uint64_t)i << 40 | i;
        if (random_below(2) && counts[i] < 5) {
            assert_true(tally_add(&tally, number));
            counts[i]++;
        } else if (counts[i] > 0) {
            tally_remove(&tally, number);
            counts[i]--;
        }
        assert_int_equal(tally_count(&tally, number), counts[i]);
    }
    for (uint32_t i = 0; i < NUMBERS; i++)
        assert_int_equal(tally_count(&tally, (uint64_t)i << 40 | i), counts[i]);
    assert_true(tally.capacity <= 4096); /* it does not grow for numbers that have gone */
    tally_close(&tally);
}

static void a_roster_is_gone_through_in_order(void **state)
{
    enum { ALL = 3000 };
    struct roster roster = {0};
    bool live[ALL + 2] = {false};
    uint32_t last = 0;
    (void)state;
    for (int round = 0; round < 30000; round++) {
        if (last < ALL && random_below(10) == 0) {
            last++;
            assert_true(roster_add(&roster, last, last * 7));
            live[last] = true;
        }
        uint32_t number = 1 + random_below(last + 1);
        if (random_below(3) == 0) {
            roster_remove(&roster, number);
            live[number] = false;
        }
        uint32_t above = number + 1, below = number - 1;
        while (above <= last && !live[above])
            above++;
        while (below > 0 && !live[below])
            below--;
        assert_int_equal(roster_above(&roster, number), above <= last ? above * 7 : ROSTER_GONE);
        assert_int_equal(roster_below(&roster, number), below > 0 ? below * 7 : ROSTER_GONE);
        assert_int_equal(roster_find(&roster, number), live[number] ? number * 7 : ROSTER_GONE);
    }
    assert_true(roster.count <= 2 * roster.live + 64); /* those that have ended are forgotten in time */
    assert_int_equal(roster_above(&roster, UINT32_MAX), ROSTER_GONE);
    roster_close(&roster);
}

/* The server's own address is nobody's to give back, and others are none of the pool's business. */
static void a_pool_takes_back_what_it_has_given(void **state)
{
    const struct pool_options options = {.source = ADDRESSES_STATIC, .first = 0x0a000001, .last = 0x0a000003};
    struct pool pool;
    (void)state;
    assert_true(pool_open(&pool, &options));
    assert_int_equal(pool_take(&pool, false), 0x0a000002);
    assert_int_equal(pool_take(&pool, false), 0x0a000003);
    assert_int_equal(pool_take(&pool, false), 0);
    assert_int_equal(pool_in_use(&pool), 2);
    static const uint32_t others[] = {0, 0x0a000000, 0x0a000001, 0x0a000004, UINT32_MAX};
    for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
        pool_give(&pool, others[i]);
        assert_int_equal(pool_in_use(&pool), 2);
        assert_int_equal(pool_take(&pool, false), 0);
    }
    pool_give(&pool, 0x0a000003);
    assert_int_equal(pool_in_use(&pool), 1);
    assert_true(pool_claim(&pool, 0x0a000003));
    pool_close(&pool);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(the_lowest_free_place_is_found),
        cmocka_unit_test(ten_million_places_are_filled_and_freed),
        cmocka_unit_test(numbers_are_counted),
        cmocka_unit_test(a_pool_takes_back_what_it_has_given),
        cmocka_unit_test(a_roster_is_gone_through_in_order),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
