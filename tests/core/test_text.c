/* SPDX-License-Identifier: MIT */
/* Text, UTF-16, dates, durations and random streams. */
#include "core/calendar.h"
#include "core/json_text.h"
#include "core/random.h"
#include "core/text.h"
#include "core/utf16.h"
#include "tests/cmocka_tests.h"

static void text_grows_and_pads_by_characters(void **state)
{
    (void)state;
    struct text text = {0};
    assert_string_equal(text_string(&text), "");
    text_add(&text, "caf\xc3\xa9");
    text_pad(&text, 0, 6);
    text_add(&text, "|");
    assert_string_equal(text_string(&text), "caf\xc3\xa9  |");
    for (int i = 0; i < 1000; i++)
        text_addf(&text, "%d,", i);
    assert_int_equal(text.length, strlen(text.data));
    text_reset(&text);
    text_add_uint(&text, UINT64_MAX);
    text_add_uint(&text, 0);
    assert_string_equal(text_string(&text), "184467440737095516150");
    text_free(&text);
}

static void what_is_added_between_becomes_a_json_string(void **state)
{
    (void)state;
    static const struct {
        const char *string, *json;
    } rows[] = {{"", "\"\""},
                {"plain", "\"plain\""},
                {"\\\"\n\t\x01\x7f", "\"\\\\\\\"\\n\\t\\u0001\\u007f\""},
                {"J\xc3\xbcrgen \xf0\x9f\x98\x80", "\"J\xc3\xbcrgen \xf0\x9f\x98\x80\""},
                {"\xff|\xc3", "\"\xef\xbf\xbd|\xef\xbf\xbd\""},
                {"\"\"\"\"\"\"", "\"\\\"\\\"\\\"\\\"\\\"\\\"\""}};
    for (size_t i = 0; i < LENGTH(rows); i++) {
        struct text text = {0};
        text_add(&text, "before ");
        size_t from = json_begin_string(&text);
        for (const char *at = rows[i].string; *at; at++)
            text_add_bytes(&text, at, 1);
        json_end_string(&text, from);
        assert_string_equal(text_string(&text) + strlen("before "), rows[i].json);
        assert_int_equal(text.length, strlen(text.data));
        text_reset(&text);
        json_add_string(&text, rows[i].string);
        assert_string_equal(text_string(&text), rows[i].json);
        text_free(&text);
    }
}

static void the_nearest_word_is_the_one_meant(void **state)
{
    (void)state;
    static const char *const words[] = {"timeline", "title", "users", "seed"};
    static const struct {
        const char *word, *meant;
    } rows[] = {{"timelin", "timeline"}, {"user", "users"}, {"Seed", "seed"},
                {"titel", "title"},      {"xyz", NULL},     {"", NULL}};
    for (size_t i = 0; i < LENGTH(rows); i++) {
        const char *nearest = text_nearest(rows[i].word, words, LENGTH(words), sizeof *words);
        if (rows[i].meant)
            assert_string_equal(nearest, rows[i].meant);
        else
            assert_null(nearest);
    }
}

static void utf16_round_trips(void **state)
{
    (void)state;
    static const char *const strings[] = {"", "alice", "J\xc3\xbcrgen", "\xe6\x97\xa5\xe6\x9c\xac",
                                          "\xf0\x9f\x98\x80 smile"};
    for (size_t i = 0; i < LENGTH(strings); i++) {
        uint16_t wide[32];
        struct text back = {0};
        assert_in_range(utf16_length(strings[i]), 0, 31);
        utf16_store(wide, LENGTH(wide), strings[i]);
        utf16_add(&back, wide, LENGTH(wide));
        assert_string_equal(text_string(&back), strings[i]);
        text_free(&back);
    }
}

static void invalid_utf8_is_seen(void **state)
{
    (void)state;
    static const char *const strings[] = {"\x80",
                                          "\xc3",
                                          "\xc3(",
                                          "\xc0\x80",
                                          "\xe0\x80\x80",
                                          "\xed\xa0\x80",
                                          "\xf4\x90\x80\x80",
                                          "\xf8\x88\x80\x80\x80",
                                          "ok\xff"};
    for (size_t i = 0; i < LENGTH(strings); i++)
        assert_int_equal(utf16_length(strings[i]), -1);
}

static void what_does_not_fit_is_cut_between_characters(void **state)
{
    (void)state;
    uint16_t wide[4];
    utf16_store(wide, LENGTH(wide), "ab\xf0\x9f\x98\x80");
    assert_int_equal(wide[1], 'b');
    assert_int_equal(wide[2], 0); /* no half of a pair */
    utf16_store(wide, LENGTH(wide), "abcdef");
    assert_int_equal(wide[2], 'c');
    assert_int_equal(wide[3], 0);
}

static void utf16_is_copied_as_utf8_is_stored(void **state)
{
    static const char text[] = "ab\xf0\x9f\x98\x80z";
    uint16_t whole[8], stored[8], copied[8];
    (void)state;
    utf16_store(whole, LENGTH(whole), text);
    for (size_t capacity = 1; capacity <= LENGTH(stored); capacity++) {
        memset(copied, 0xff, sizeof copied);
        utf16_store(stored, capacity, text);
        utf16_copy(copied, capacity, whole);
        assert_memory_equal(copied, stored, capacity * sizeof *copied);
        if (capacity < LENGTH(copied))
            assert_int_equal(copied[capacity], 0xffff);
    }
}

static void an_unterminated_array_is_read_to_its_end_only(void **state)
{
    (void)state;
    static const uint16_t wide[] = {'a', 0xd800, 'b', 0xdc00, 'c', 0xd83d};
    struct text text = {0};
    utf16_add(&text, wide, LENGTH(wide));
    assert_string_equal(text_string(&text), "a\xef\xbf\xbd"
                                            "b\xef\xbf\xbd"
                                            "c\xef\xbf\xbd");
    text_free(&text);
}

static void dates_are_read_and_written(void **state)
{
    (void)state;
    static const struct {
        const char *date;
        int64_t seconds;
    } rows[] = {{"1970-01-01T00:00:00Z", 0},
                {"2026-01-05T08:00:00Z", 1767600000},
                {"2000-02-29T23:59:59Z", 951868799},
                {"1601-01-01T00:00:00Z", -11644473600},
                {"9999-12-31T23:59:59Z", 253402300799}};
    for (size_t i = 0; i < LENGTH(rows); i++) {
        int64_t seconds;
        struct text text = {0};
        assert_true(calendar_parse(rows[i].date, &seconds));
        assert_true(seconds == rows[i].seconds);
        calendar_add(&text, seconds, 0, 0);
        assert_string_equal(text_string(&text), rows[i].date);
        text_free(&text);
    }
    int64_t seconds;
    static const char *const wrong[] = {"",
                                        "2026-01-05",
                                        "2026-01-05T08:00:00",
                                        "2026-13-01T00:00Z",
                                        "2026-02-29T00:00Z",
                                        "2026-1-5T08:00Z",
                                        "1600-12-31T00:00Z",
                                        "2026-01-05T24:00Z",
                                        "2026-01-05T08:00:60Z",
                                        "2026-01-05T08:00Zx"};
    for (size_t i = 0; i < LENGTH(wrong); i++)
        assert_false(calendar_parse(wrong[i], &seconds));
}

static void filetime_counts_from_1601(void **state)
{
    (void)state;
    struct text text = {0};
    assert_true(calendar_filetime(0, 0) == UINT64_C(116444736000000000));
    calendar_add_filetime(&text, calendar_filetime(1767600000, 1234567800));
    assert_string_equal(text_string(&text), "2026-01-05T08:00:01.2345678Z");
    text_free(&text);
}

static void durations_need_a_unit(void **state)
{
    (void)state;
    static const struct {
        const char *duration;
        uint64_t ns;
    } rows[] = {{"0", 0},
                {"250ms", 250000000},
                {"5 s", 5000000000},
                {"1.5h", 5400000000000},
                {"1h 30m", 5400000000000},
                {"2d", 172800000000000},
                {"7ns", 7},
                {"0.000001s", 1000},
                {"90 min", 5400000000000}};
    uint64_t ns;
    for (size_t i = 0; i < LENGTH(rows); i++) {
        assert_true(calendar_parse_duration(rows[i].duration, &ns));
        assert_true(ns == rows[i].ns);
    }
    static const char *const wrong[] = {
        "", "5", "5 seconds", "-1s", "1.s", "s", "1e3s", "5sx", "99999999999999999999s", "400000d 400000d", "1,5s"};
    for (size_t i = 0; i < LENGTH(wrong); i++)
        assert_false(calendar_parse_duration(wrong[i], &ns));
}

static void random_streams_do_not_disturb_each_other(void **state)
{
    (void)state;
    struct random_stream a = random_open(1, "connection", 1), b = random_open(1, "connection", 2);
    struct random_stream again = random_open(1, "connection", 1), other = random_open(1, "engine", 1);
    uint64_t first = random_next(&a);
    assert_true(first == random_next(&again));
    assert_true(first != random_next(&b));
    assert_true(first != random_next(&other));
    for (int i = 0; i < 10000; i++)
        assert_in_range(random_between(&a, 5, 9), 5, 9);
    assert_int_equal(random_between(&a, 3, 3), 3);
}

/* The generator's published definition, from the state {1, 2, 3, 4} */
static void xoshiro_is_the_published_one(void **state)
{
    (void)state;
    struct random_stream stream = {{1, 2, 3, 4}};
    static const uint64_t expected[] = {11520, 0, 1509978240, UINT64_C(1215971899390074240)};
    for (size_t i = 0; i < LENGTH(expected); i++)
        assert_true(random_next(&stream) == expected[i]);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(text_grows_and_pads_by_characters),
        cmocka_unit_test(what_is_added_between_becomes_a_json_string),
        cmocka_unit_test(the_nearest_word_is_the_one_meant),
        cmocka_unit_test(utf16_round_trips),
        cmocka_unit_test(invalid_utf8_is_seen),
        cmocka_unit_test(what_does_not_fit_is_cut_between_characters),
        cmocka_unit_test(utf16_is_copied_as_utf8_is_stored),
        cmocka_unit_test(an_unterminated_array_is_read_to_its_end_only),
        cmocka_unit_test(dates_are_read_and_written),
        cmocka_unit_test(filetime_counts_from_1601),
        cmocka_unit_test(durations_need_a_unit),
        cmocka_unit_test(random_streams_do_not_disturb_each_other),
        cmocka_unit_test(xoshiro_is_the_published_one),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
