/* SPDX-License-Identifier: MIT */
/* strsafe.h: what fits, what is cut, what the flags do; as its pages say. */
#include <windows.h>

#include <strsafe.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static void what_fits_is_copied_and_what_does_not_is_cut(void **state)
{
    WCHAR wide[5];
    char narrow[5];
    (void)state;
    assert_int_equal(StringCchCopyW(wide, 5, L"four"), S_OK);
    assert_memory_equal(wide, L"four", sizeof wide);
    assert_int_equal(StringCchCopyW(wide, 5, L"five!"), STRSAFE_E_INSUFFICIENT_BUFFER);
    assert_memory_equal(wide, L"five", sizeof wide);
    assert_int_equal(StringCbCopyW(wide, 7, L"abc"), STRSAFE_E_INSUFFICIENT_BUFFER);
    assert_memory_equal(wide, L"ab", 3 * sizeof(WCHAR));
    assert_int_equal(StringCchCopyNA(narrow, 5, "abcdef", 2), S_OK);
    assert_string_equal(narrow, "ab");
    assert_int_equal(StringCchCatA(narrow, 5, "cd"), S_OK);
    assert_int_equal(StringCchCatA(narrow, 5, ""), S_OK);
    assert_int_equal(StringCchCatA(narrow, 5, "e"), STRSAFE_E_INSUFFICIENT_BUFFER);
    assert_string_equal(narrow, "abcd");
    assert_int_equal(StringCbCatNA(narrow, 5, "xyz", 0), S_OK);
    assert_int_equal(StringCchCopyA(narrow, 1, "x"), STRSAFE_E_INSUFFICIENT_BUFFER);
    assert_string_equal(narrow, "");
}

static void sizes_without_sense_are_refused(void **state)
{
    WCHAR wide[4] = L"abc", endless[2] = {L'x', L'y'};
    size_t length = 9;
    (void)state;
    assert_int_equal(StringCchCopyW(wide, 0, L"x"), STRSAFE_E_INVALID_PARAMETER);
    assert_int_equal(StringCchCopyW(wide, (size_t)STRSAFE_MAX_CCH + 1, L"x"), STRSAFE_E_INVALID_PARAMETER);
    assert_int_equal(StringCbCopyW(wide, 1, L"x"), STRSAFE_E_INVALID_PARAMETER);
    assert_int_equal(StringCchPrintfW(wide, 0, L"x"), STRSAFE_E_INVALID_PARAMETER);
    assert_int_equal(wide[0], L'a');
    assert_int_equal(StringCchCatW(endless, 2, L"x"), STRSAFE_E_INVALID_PARAMETER);
    assert_int_equal(StringCchLengthW(endless, 2, &length), STRSAFE_E_INVALID_PARAMETER);
    assert_int_equal(length, 0);
    assert_int_equal(StringCchLengthW(NULL, 2, &length), STRSAFE_E_INVALID_PARAMETER);
    assert_int_equal(StringCbLengthW(wide, sizeof wide, &length), S_OK);
    assert_int_equal(length, 6);
    assert_int_equal(StringCchLengthA("abc", 4, &length), S_OK);
    assert_int_equal(length, 3);
}

static void the_end_and_what_is_left_are_told(void **state)
{
    WCHAR wide[10], *end = NULL;
    size_t left = 0;
    (void)state;
    assert_int_equal(StringCchCopyExW(wide, 10, L"abc", &end, &left, 0), S_OK);
    assert_ptr_equal(end, wide + 3);
    assert_int_equal(left, 7);
    assert_int_equal(StringCbCatExW(wide, 19, L"de", &end, &left, 0), S_OK);
    assert_ptr_equal(end, wide + 5);
    assert_int_equal(left, 9); /* four characters, and the odd byte */
    assert_int_equal(StringCchPrintfExW(wide, 10, &end, &left, 0, L"%d-%s", 12, L"x"), S_OK);
    assert_int_equal(left, 6);
    assert_int_equal(StringCchPrintfExW(wide, 4, &end, &left, 0, L"%d", 12345), STRSAFE_E_INSUFFICIENT_BUFFER);
    assert_int_equal(left, 1);
    assert_memory_equal(wide, L"123", 4 * sizeof(WCHAR));
}

static void flags_decide_about_failures_and_rests(void **state)
{
    char to[8];
    (void)state;
    memset(to, 'z', sizeof to);
    assert_int_equal(StringCchCopyExA(to, 8, "abc", NULL, NULL, STRSAFE_FILL_BEHIND_NULL | '#'), S_OK);
    assert_memory_equal(to, "abc\0####", 8);
    assert_int_equal(StringCchCopyExA(to, 8, NULL, NULL, NULL, STRSAFE_IGNORE_NULLS), S_OK);
    assert_string_equal(to, "");
    assert_int_equal(StringCchCopyExA(to, 4, "toolong", NULL, NULL, STRSAFE_NO_TRUNCATION),
                     STRSAFE_E_INSUFFICIENT_BUFFER);
    assert_string_equal(to, "");
    StringCchCopyA(to, 8, "ab");
    assert_int_equal(StringCchCatExA(to, 4, "toolong", NULL, NULL, STRSAFE_NO_TRUNCATION),
                     STRSAFE_E_INSUFFICIENT_BUFFER);
    assert_string_equal(to, "ab");
    assert_int_equal(StringCchCatExA(to, 4, "toolong", NULL, NULL, STRSAFE_NULL_ON_FAILURE),
                     STRSAFE_E_INSUFFICIENT_BUFFER);
    assert_string_equal(to, "");
    assert_int_equal(StringCchCopyExA(to, 4, "toolong", NULL, NULL, STRSAFE_FILL_ON_FAILURE | '#'),
                     STRSAFE_E_INSUFFICIENT_BUFFER);
    assert_string_equal(to, "###");
}

static void narrow_formats_are_those_of_windows(void **state)
{
    char to[64];
    (void)state;
    assert_int_equal(StringCchPrintfA(to, 64, "%s %S %ls %hs %c", "narrow", L"w\x00fc", L"wide", "h", 'x'), S_OK);
    assert_string_equal(to, "narrow w\xc3\xbc wide h x");
    assert_int_equal(
        StringCchPrintfA(to, 64, "%I64d %Iu %p %08.3f|%-5s|", -5000000000LL, (size_t)7, (void *)0x12, 2.5, "ab"), S_OK);
    assert_string_equal(to, "-5000000000 7 0000000000000012 0002.500|ab   |");
    assert_int_equal(StringCchPrintfA(to, 6, "%s", "\xc3\xbc\xc3\xbc\xc3\xbc"), STRSAFE_E_INSUFFICIENT_BUFFER);
    assert_string_equal(to, "\xc3\xbc\xc3\xbc\xc3"); /* bytes are counted, whatever they are */
    assert_int_equal(StringCchPrintfA(to, 64, "\xff%s|%-3s|%.2S", "\xfe\x80", "\xc3\xbc", L"a\x00fc"), S_OK);
    assert_string_equal(to, "\xff\xfe\x80|\xc3\xbc |a"); /* none is changed; no half a wide one */
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(what_fits_is_copied_and_what_does_not_is_cut),
        cmocka_unit_test(sizes_without_sense_are_refused),
        cmocka_unit_test(the_end_and_what_is_left_are_told),
        cmocka_unit_test(flags_decide_about_failures_and_rests),
        cmocka_unit_test(narrow_formats_are_those_of_windows),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
