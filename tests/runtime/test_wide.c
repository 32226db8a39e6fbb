/* SPDX-License-Identifier: MIT */
/* The wide string functions and the kernel's string functions, one test each. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <windows.h>

/* Eight units without a null, and behind them one that no n-form may look at or change. */
static const WCHAR unterminated[] = {'a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'X'};

static void assert_wide_equal(const WCHAR *is, const WCHAR *wanted)
{
    size_t i = 0;

    do {
        assert_int_equal(is[i], wanted[i]);
    } while (wanted[i++] != 0);
}

static void length_counts_units(void **state)
{
    (void)state;
    assert_int_equal(wcslen(L""), 0);
    assert_int_equal(wcslen(L"a"), 1);
    assert_int_equal(wcslen(L"alice@example"), 13);
    assert_int_equal(wcslen(L"a\0b"), 1);
    assert_int_equal(wcslen(L"\U0001f600"), 2);
    for (size_t shift = 0; shift < 9; shift++) {
        assert_int_equal(wcslen(&L"12345678"[shift]), 8 - shift);
    }
}

static void limited_length_stops(void **state)
{
    (void)state;
    assert_int_equal(wcsnlen(L"abc", 10), 3);
    assert_int_equal(wcsnlen(L"abc", 3), 3);
    assert_int_equal(wcsnlen(L"abc", 2), 2);
    assert_int_equal(wcsnlen(L"abc", 0), 0);
    assert_int_equal(wcsnlen(unterminated, 8), 8);
}

static void comparison_orders_units(void **state)
{
    (void)state;
    assert_int_equal(wcscmp(L"", L""), 0);
    assert_int_equal(wcscmp(L"abc", L"abc"), 0);
    assert_true(wcscmp(L"abc", L"abd") < 0);
    assert_true(wcscmp(L"abd", L"abc") > 0);
    assert_true(wcscmp(L"ab", L"abc") < 0);
    assert_true(wcscmp(L"abc", L"") > 0);
    assert_true(wcscmp(L"A", L"a") < 0);
    /* units are unsigned, and both bytes count */
    assert_true(wcscmp(L"\xffff", L"\x0001") > 0);
    assert_true(wcscmp(L"\x0102", L"\x0201") < 0);
}

static void limited_comparison_stops(void **state)
{
    (void)state;
    assert_int_equal(wcsncmp(L"abcX", L"abcY", 3), 0);
    assert_true(wcsncmp(L"abcX", L"abcY", 4) < 0);
    assert_int_equal(wcsncmp(L"abc", L"abc", 100), 0);
    assert_int_equal(wcsncmp(L"a", L"b", 0), 0);
    assert_true(wcsncmp(L"ab", L"abc", 3) < 0);
    assert_int_equal(wcsncmp(L"ab\0x", L"ab\0y", 4), 0);
    assert_int_equal(wcsncmp(unterminated, L"abcdefgh", 8), 0);
}

static void case_is_ignored_in_ascii(void **state)
{
    (void)state;
    assert_int_equal(_wcsicmp(L"Alice", L"aLICE"), 0);
    assert_int_equal(_wcsicmp(L"", L""), 0);
    assert_true(_wcsicmp(L"Alice", L"bob") < 0);
    assert_true(_wcsicmp(L"Bob", L"alice") > 0);
    assert_true(_wcsicmp(L"alic", L"ALICE") < 0);
    /* letters become small ones: the underscore stands before them, not behind */
    assert_true(_wcsicmp(L"_", L"A") < 0);
    assert_true(_wcsicmp(L"@", L"`") < 0);
    assert_true(_wcsicmp(L"[", L"{") < 0);
    assert_true(_wcsicmp(L"\u00e4", L"\u00c4") != 0);
}

static void limited_case_comparison_stops(void **state)
{
    (void)state;
    assert_int_equal(_wcsnicmp(L"EXAMPLE\\x", L"example\\y", 8), 0);
    assert_true(_wcsnicmp(L"EXAMPLE\\x", L"example\\y", 9) < 0);
    assert_int_equal(_wcsnicmp(L"a", L"b", 0), 0);
    assert_int_equal(_wcsnicmp(L"AB", L"ab", 50), 0);
    assert_int_equal(_wcsnicmp(unterminated, L"ABCDEFGH", 8), 0);
}

static void copies_end_with_null(void **state)
{
    WCHAR to[8] = L"zzzzzzz";

    (void)state;
    assert_ptr_equal(wcscpy(to, L"abc"), to);
    assert_wide_equal(to, L"abc");
    assert_int_equal(to[4], L'z');
    assert_ptr_equal(wcscpy(to, L""), to);
    assert_wide_equal(to, L"");
    assert_int_equal(to[1], L'b');
}

static void limited_copies_fill_up(void **state)
{
    WCHAR to[8] = L"zzzzzzz";

    (void)state;
    assert_ptr_equal(wcsncpy(to, L"abc", 6), to);
    assert_wide_equal(to, L"abc");
    assert_int_equal(to[4], 0);
    assert_int_equal(to[5], 0);
    assert_int_equal(to[6], L'z');
    wcsncpy(to, L"defgh", 2);
    assert_wide_equal(to, L"dec");
    wcsncpy(to, L"xyz", 3);
    assert_int_equal(to[2], L'z');
    assert_int_equal(to[3], 0);
    wcsncpy(to, L"q", 0);
    assert_int_equal(to[0], L'x');
    wcsncpy(to, unterminated, 7);
    assert_int_equal(to[6], L'g');
    assert_int_equal(to[7], 0);
}

static void appended_strings_follow(void **state)
{
    WCHAR to[16] = L"ab";

    (void)state;
    assert_ptr_equal(wcscat(to, L"cd"), to);
    assert_wide_equal(to, L"abcd");
    wcscat(to, L"");
    assert_wide_equal(to, L"abcd");
    assert_ptr_equal(wcsncat(to, L"efgh", 2), to);
    assert_wide_equal(to, L"abcdef");
    wcsncat(to, L"gh", 10);
    assert_wide_equal(to, L"abcdefgh");
    wcsncat(to, L"x", 0);
    assert_wide_equal(to, L"abcdefgh");
    to[2] = 0;
    wcsncat(to, unterminated, 8);
    assert_wide_equal(to, L"ababcdefgh");
}

static void units_are_found(void **state)
{
    const WCHAR *text = L"DOMAIN\\user\\x";

    (void)state;
    assert_ptr_equal(wcschr(text, L'\\'), text + 6);
    assert_ptr_equal(wcsrchr(text, L'\\'), text + 11);
    assert_ptr_equal(wcschr(text, L'D'), text);
    assert_ptr_equal(wcsrchr(text, L'D'), text);
    assert_null(wcschr(text, L'?'));
    assert_null(wcsrchr(text, L'?'));
    assert_ptr_equal(wcschr(text, 0), text + 13);
    assert_ptr_equal(wcsrchr(text, 0), text + 13);
    /* no half of a unit is taken for one */
    assert_null(wcschr(L"\x4141", L'A'));
}

static void parts_are_found(void **state)
{
    const WCHAR *text = L"aabaabaac";

    (void)state;
    assert_ptr_equal(wcsstr(text, L"aabaac"), text + 3);
    assert_ptr_equal(wcsstr(text, L""), text);
    assert_ptr_equal(wcsstr(text, L"c"), text + 8);
    assert_ptr_equal(wcsstr(text, text), text);
    assert_null(wcsstr(text, L"ca"));
    assert_null(wcsstr(L"", L"a"));
    assert_null(wcsstr(L"ab", L"abc"));
}

static void memory_counts_units(void **state)
{
    WCHAR place[8] = L"1234567";

    (void)state;
    assert_ptr_equal(wmemcpy(place, L"ab\0cd", 5), place);
    assert_int_equal(wmemcmp(place, L"ab\0cd67", 8), 0);
    assert_true(wmemcmp(place, L"ab\0ce67", 8) < 0);
    assert_true(wmemcmp(L"\x8000", L"\x7fff", 1) > 0);
    assert_int_equal(wmemcmp(place, L"x", 0), 0);
    assert_ptr_equal(wmemchr(place, L'd', 8), place + 4);
    assert_null(wmemchr(place, L'd', 4));
    assert_null(wmemchr(place, L'a', 0));
    assert_ptr_equal(wmemmove(place + 1, place, 5), place + 1);
    assert_int_equal(wmemcmp(place, L"aab\0cd7", 8), 0);
    assert_ptr_equal(wmemset(place, L'\x1234', 3), place);
    assert_int_equal(place[2], 0x1234);
    assert_int_equal(place[3], 0);
    assert_int_equal(place[4], L'c');
}

static void kernel_comparison_puts_small_letters_first(void **state)
{
    (void)state;
    assert_int_equal(lstrcmpW(L"alice", L"alice"), 0);
    assert_int_equal(lstrcmpW(L"a", L"A"), -1);
    assert_int_equal(lstrcmpW(L"A", L"a"), 1);
    assert_int_equal(lstrcmpW(L"A", L"b"), -1);
    assert_int_equal(lstrcmpW(L"aB", L"Ab"), -1);
    assert_int_equal(lstrcmpW(L"ab", L"abc"), -1);
    assert_int_equal(lstrcmpW(NULL, L""), -1);
    assert_int_equal(lstrcmpW(L"", NULL), 1);
    assert_int_equal(lstrcmpW(NULL, NULL), 0);
}

static void kernel_comparison_knows_letters(void **state)
{
    (void)state;
    assert_int_equal(lstrcmpiW(L"EXAMPLE\\Alice", L"example\\aLICE"), 0);
    assert_int_equal(lstrcmpiW(L"M\u00dcLLER", L"m\u00fcller"), 0);
    assert_int_equal(lstrcmpiW(L"\u0100\u0139\u0178\u017d", L"\u0101\u013a\u00ff\u017e"), 0);
    assert_int_equal(lstrcmpiW(L"\u0391\u03a9\u038f", L"\u03b1\u03c9\u03ce"), 0);
    assert_int_equal(lstrcmpiW(L"\u0416\u0401", L"\u0436\u0451"), 0);
    assert_int_not_equal(lstrcmpiW(L"\u00d7", L"\u00f7"), 0);
    assert_int_not_equal(lstrcmpiW(L"a", L"b"), 0);
    assert_int_equal(lstrcmpiW(L"a", L"B"), -1);
    assert_int_equal(lstrcmpiW(NULL, L"a"), -1);
}

static void kernel_functions_bear_null(void **state)
{
    WCHAR to[8] = L"x";

    (void)state;
    assert_int_equal(lstrlenW(NULL), 0);
    assert_int_equal(lstrlenW(L"abc"), 3);
    assert_ptr_equal(lstrcpyW(to, L"ab"), to);
    assert_ptr_equal(lstrcatW(to, L"cd"), to);
    assert_wide_equal(to, L"abcd");
    assert_null(lstrcpyW(NULL, L"a"));
    assert_null(lstrcpyW(to, NULL));
    assert_null(lstrcatW(to, NULL));
    assert_null(lstrcatW(NULL, to));
    assert_wide_equal(to, L"abcd");
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(length_counts_units),
        cmocka_unit_test(limited_length_stops),
        cmocka_unit_test(comparison_orders_units),
        cmocka_unit_test(limited_comparison_stops),
        cmocka_unit_test(case_is_ignored_in_ascii),
        cmocka_unit_test(limited_case_comparison_stops),
        cmocka_unit_test(copies_end_with_null),
        cmocka_unit_test(limited_copies_fill_up),
        cmocka_unit_test(appended_strings_follow),
        cmocka_unit_test(units_are_found),
        cmocka_unit_test(parts_are_found),
        cmocka_unit_test(memory_counts_units),
        cmocka_unit_test(kernel_comparison_puts_small_letters_first),
        cmocka_unit_test(kernel_comparison_knows_letters),
        cmocka_unit_test(kernel_functions_bear_null),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
