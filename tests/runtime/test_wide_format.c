/* SPDX-License-Identifier: MIT */
/* Formatted output into wide strings: a table of conversions, and the ends of the buffer. */
#include <errno.h>
#include <limits.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

#include <windows.h>

static unsigned rows;

static void narrow(char *to, size_t size, const WCHAR *from)
{
    size_t i = 0;

    for (; from[i] != 0 && i + 1 < size; i++) {
        to[i] = from[i] < 0x80 ? (char)from[i] : '?';
    }
    to[i] = 0;
}

/* One row: the text that a format and its arguments give, through all four functions. */
static void row(int line, const WCHAR *wanted, const WCHAR *format, ...)
{
    WCHAR text[128];
    WCHAR cut[128];
    size_t length = wcslen(wanted);
    va_list arguments;
    int written[4];
    char shown[3][256];

    memset(text, 0x5a, sizeof(text));
    va_start(arguments, format);
    written[0] = vswprintf(text, ARRAYSIZE(text), format, arguments);
    va_end(arguments);
    narrow(shown[0], sizeof(shown[0]), format);
    narrow(shown[1], sizeof(shown[1]), wanted);
    narrow(shown[2], sizeof(shown[2]), text);
    if (written[0] != (int)length || wcscmp(text, wanted) != 0) {
        fail_msg("line %d: format \"%s\": \"%s\" (%d) is wanted, \"%s\" (%d) was written", line, shown[0], shown[1],
                 (int)length, shown[2], written[0]);
    }
    assert_int_equal(text[length + 1], 0x5a5a);

    va_start(arguments, format);
    written[1] = _vsnwprintf(NULL, 0, format, arguments);
    va_end(arguments);
    assert_int_equal(written[1], length);

    /* a buffer with room for the text but not for its null */
    memset(cut, 0x5a, sizeof(cut));
    va_start(arguments, format);
    written[2] = _vsnwprintf(cut, length, format, arguments);
    va_end(arguments);
    assert_int_equal(written[2], length);
    assert_int_equal(wmemcmp(cut, wanted, length), 0);
    assert_int_equal(cut[length], 0x5a5a);
    if (length > 0) {
        va_start(arguments, format);
        written[3] = vswprintf(cut, length, format, arguments);
        va_end(arguments);
        assert_int_equal(written[3], -1);
        assert_int_equal(wmemcmp(cut, wanted, length - 1), 0);
        assert_int_equal(cut[length - 1], 0);
        assert_int_equal(cut[length], 0x5a5a);
    }
    rows++;
}

#define ROW(...) row(__LINE__, __VA_ARGS__)

static void text_is_wide_unless_said_otherwise(void **state)
{
    (void)state;
    ROW(L"", L"%s", L"");
    ROW(L"plain", L"plain");
    ROW(L"100%", L"100%%");
    ROW(L"user alice", L"user %s", L"alice");
    ROW(L"alice", L"%ls", L"alice");
    ROW(L"alice", L"%ws", L"alice");
    ROW(L"alice", L"%hs", "alice");
    ROW(L"alice", L"%S", "alice");
    ROW(L"alice", L"%hS", "alice");
    ROW(L"alice", L"%lS", L"alice");
    ROW(L"alice", L"%wS", L"alice");
    ROW(L"EXAMPLE\\alice", L"%s\\%S", L"EXAMPLE", "alice");
    ROW(L"[     alice]", L"[%10s]", L"alice");
    ROW(L"[alice     ]", L"[%-10s]", L"alice");
    ROW(L"[00alice]", L"[%07s]", L"alice");
    ROW(L"[alice]", L"[%3s]", L"alice");
    ROW(L"[al]", L"[%.2s]", L"alice");
    ROW(L"[]", L"[%.0s]", L"alice");
    ROW(L"[]", L"[%.s]", L"alice");
    ROW(L"[   al]", L"[%5.2s]", L"alice");
    ROW(L"[al   ]", L"[%-*.*s]", 5, 2, L"alice");
    ROW(L"[al   ]", L"[%*.*s]", -5, 2, L"alice");
    ROW(L"[alice]", L"[%.*s]", -1, L"alice");
    ROW(L"[   al]", L"[%5.2S]", "alice");
    ROW(L"(null)", L"%s", (WCHAR *)NULL);
    ROW(L"(nul", L"%.4S", (char *)NULL);
    ROW(L"[  (null)]", L"[%8s]", (WCHAR *)NULL);
}

static void precision_guards_unterminated_text(void **state)
{
    static const WCHAR wide[] = {'a', 'b', 'c'};
    static const char bytes[] = {'a', 'b', 'c'};

    (void)state;
    ROW(L"abc", L"%.3s", wide);
    ROW(L"abc", L"%.3S", bytes);
    ROW(L"ab", L"%.*hs", 2, bytes);
}

static void narrow_text_is_utf8(void **state)
{
    (void)state;
    ROW(L"M\u00fcller", L"%S", "M\xc3\xbcller");
    ROW(L"\u20ac", L"%hs", "\xe2\x82\xac");
    ROW(L"\xd83d\xde00", L"%S", "\xf0\x9f\x98\x80");
    ROW(L"[  \u20ac]", L"[%3S]", "\xe2\x82\xac");
    /* a precision counts bytes and takes no half of a character */
    ROW(L"a", L"%.2S", "a\xc3\xbc");
    ROW(L"a\u00fc", L"%.3S", "a\xc3\xbc");
    ROW(L"a\xfffd"
        L"b",
        L"%S",
        "a\xff"
        "b");
    ROW(L"\xfffd", L"%S", "\xe2\x82");
    ROW(L"\xfffd\xfffd", L"%S", "\xc0\x80");
    ROW(L"\xfffd\xfffd\xfffd", L"%S", "\xed\xa0\x80");
    ROW(L"\xfffdx", L"%S", "\xf0\x9fx");
    ROW(L"\xfffd\xfffd\xfffd\xfffd", L"%S", "\xf4\x90\x80\x80");
}

static void characters(void **state)
{
    (void)state;
    ROW(L"A", L"%c", L'A');
    ROW(L"\u20ac", L"%c", 0x20ac);
    ROW(L"A", L"%C", 'A');
    ROW(L"A", L"%hc", 'A');
    ROW(L"\u20ac", L"%lc", 0x20ac);
    ROW(L"\u20ac", L"%wc", 0x20ac);
    ROW(L"\u20ac", L"%lC", 0x20ac);
    ROW(L"[  A]", L"[%3c]", L'A');
    ROW(L"[A  ]", L"[%-3c]", L'A');
    ROW(L"\xfffd", L"%C", 0xff);
}

static void signed_integers(void **state)
{
    (void)state;
    ROW(L"0", L"%d", 0);
    ROW(L"-1", L"%d", -1);
    ROW(L"-2147483648", L"%i", INT_MIN);
    ROW(L"+5", L"%+d", 5);
    ROW(L" 5", L"% d", 5);
    ROW(L"+5", L"% +d", 5);
    ROW(L"-5", L"%+d", -5);
    ROW(L"[    5]", L"[%5d]", 5);
    ROW(L"[5    ]", L"[%-5d]", 5);
    ROW(L"[5    ]", L"[%-05d]", 5);
    ROW(L"[00005]", L"[%05d]", 5);
    ROW(L"[-0005]", L"[%05d]", -5);
    ROW(L"[+0005]", L"[%+05d]", 5);
    ROW(L"[  005]", L"[%5.3d]", 5);
    ROW(L"[  005]", L"[%05.3d]", 5);
    ROW(L"[-005 ]", L"[%-5.3d]", -5);
    ROW(L"[]", L"[%.0d]", 0);
    ROW(L"[+]", L"[%+.0d]", 0);
    ROW(L"[  7]", L"[%*d]", 3, 7);
    ROW(L"[7  ]", L"[%*d]", -3, 7);
    ROW(L"[007]", L"[%.*d]", 3, 7);
    ROW(L"-1 2", L"%d %d", -1, 2);
}

static void unsigned_integers(void **state)
{
    (void)state;
    ROW(L"4294967295", L"%u", 0xffffffffu);
    ROW(L"deadbeef", L"%x", 0xdeadbeefu);
    ROW(L"DEADBEEF", L"%X", 0xdeadbeefu);
    ROW(L"0xff", L"%#x", 255);
    ROW(L"0XFF", L"%#X", 255);
    ROW(L"0", L"%#x", 0);
    ROW(L"17", L"%o", 15);
    ROW(L"017", L"%#o", 15);
    ROW(L"0", L"%#o", 0);
    ROW(L"0", L"%#.0o", 0);
    ROW(L"0017", L"%#.4o", 15);
    ROW(L"[0x00ff]", L"[%#06x]", 255);
    ROW(L"[  0xff]", L"[%#6x]", 255);
    ROW(L"[0xff  ]", L"[%-#6x]", 255);
    ROW(L"[0x0ff]", L"[%#.3x]", 255);
    ROW(L"[000000ff]", L"[%08lx]", (DWORD)255);
    /* neither has a sign */
    ROW(L"5", L"%+u", 5);
    ROW(L"5", L"% x", 5);
}

static void sizes_of_integers(void **state)
{
    (void)state;
    ROW(L"-1", L"%hhd", 0x1ff);
    ROW(L"255", L"%hhu", 0x1ff);
    ROW(L"-1", L"%hd", 0x1ffff);
    ROW(L"65535", L"%hu", 0x1ffff);
    ROW(L"-1", L"%ld", (LONG)-1);
    ROW(L"4294967295", L"%lu", (DWORD)0xffffffffu);
    ROW(L"-1", L"%I32d", -1);
    ROW(L"9223372036854775807", L"%lld", LLONG_MAX);
    ROW(L"-9223372036854775808", L"%lld", LLONG_MIN);
    ROW(L"18446744073709551615", L"%llu", ULLONG_MAX);
    ROW(L"18446744073709551615", L"%I64u", (ULONG64)-1);
    ROW(L"-1", L"%I64d", (LONGLONG)-1);
    ROW(L"ffffffffffffffff", L"%I64x", (ULONG64)-1);
    ROW(L"1777777777777777777777", L"%llo", ULLONG_MAX);
    ROW(L"123", L"%zu", (size_t)123);
    ROW(L"-5", L"%td", (ptrdiff_t)-5);
    ROW(L"123", L"%Iu", (SIZE_T)123);
    ROW(L"7b", L"%Ix", (SIZE_T)123);
    ROW(L"-5", L"%jd", (intmax_t)-5);
    ROW(L"1 2 3", L"%hd %I64u %d", 1, (ULONG64)2, 3);
#if __BYTE_ORDER__ == __ORDER_LITTLE_ENDIAN__
    /* a 64-bit long shows its low half, and the next argument is not disturbed */
    ROW(L"-2 9", L"%ld %d", (long)-2, 9);
    ROW(L"5 9", L"%lu %d", (unsigned long)5, 9);
#endif
}

static void addresses(void **state)
{
    (void)state;
    if (sizeof(void *) == 8) {
        ROW(L"00000000DEADBEEF", L"%p", (void *)(uintptr_t)0xdeadbeef);
        ROW(L"0000000000000000", L"%p", (void *)NULL);
        ROW(L"[    00000000DEADBEEF]", L"[%20p]", (void *)(uintptr_t)0xdeadbeef);
    }
}

static void arguments_beyond_the_registers(void **state)
{
    (void)state;
    ROW(L"1 2 3 4 5 6 7 8 x y 9", L"%d %d %u %I64u %d %lu %d %lld %s %S %c", 1, 2, 3, (ULONG64)4, 5, (DWORD)6, 7, 8LL,
        L"x", "y", L'9');
}

static void a_cut_text_is_reported(void **state)
{
    WCHAR to[4];

    (void)state;
    wmemset(to, L'z', 4);
    assert_int_equal(swprintf(to, 3, L"%s", L"abcdef"), -1);
    assert_int_equal(wmemcmp(to, L"ab\0z", 4), 0);
    wmemset(to, L'z', 4);
    assert_int_equal(_snwprintf(to, 3, L"%s", L"abcdef"), -1);
    assert_int_equal(wmemcmp(to, L"abcz", 4), 0);
    wmemset(to, L'z', 4);
    assert_int_equal(_snwprintf(to, 3, L"%s", L"abc"), 3);
    assert_int_equal(wmemcmp(to, L"abcz", 4), 0);
    assert_int_equal(_snwprintf(to, 4, L"%s", L"abc"), 3);
    assert_int_equal(to[3], 0);
    assert_int_equal(swprintf(to, 4, L"%s", L"abc"), 3);
    wmemset(to, L'z', 4);
    assert_int_equal(swprintf(to, 0, L"%s", L"a"), -1);
    assert_int_equal(_snwprintf(to, 0, L"%s", L"a"), -1);
    assert_int_equal(to[0], L'z');
    assert_int_equal(swprintf(NULL, 0, L"a"), -1);
    assert_int_equal(_snwprintf(NULL, 0, L"%5d", 1), 5);
}

/* A conversion nobody offers gives -1, EINVAL and an empty string, from both families. */
static void refused(const WCHAR *format, int reason)
{
    int number = 0;
    WCHAR to[8] = L"zzzzzzz";

    errno = 0;
    assert_int_equal(swprintf(to, 8, format, &number), -1);
    assert_int_equal(errno, reason);
    assert_int_equal(to[0], 0);
    to[0] = L'z';
    errno = 0;
    assert_int_equal(_snwprintf(to, 8, format, &number), -1);
    assert_int_equal(errno, reason);
    assert_int_equal(to[0], 0);
    assert_int_equal(number, 0);
}

static void unknown_conversions_are_refused(void **state)
{
    static const WCHAR *const formats[] = {
        L"%n", L"a%n", L"%hn",  L"%",  L"abc%", L"%5",    L"%-", L"%.3",  L"%ll",
        L"%y", L"%Z",  L"%1$d", L"%k", L"%I",   L"%\xff", L"%m", L"%I65", L"%'d",
    };

    (void)state;
    for (size_t i = 0; i < ARRAYSIZE(formats); i++) {
        refused(formats[i], EINVAL);
    }
}

static void absurd_lengths_are_refused(void **state)
{
    WCHAR to[4];

    (void)state;
    refused(L"%99999999999d", EOVERFLOW);
    refused(L"%.99999999999d", EOVERFLOW);
    refused(L"%2147483647dx", EOVERFLOW);
    refused(L"%02147483647f", EOVERFLOW);
    refused(L"%.99999f", EOVERFLOW);
    errno = 0;
    assert_int_equal(swprintf(to, 4, L"%*d", INT_MIN, 1), -1);
    assert_int_equal(errno, EOVERFLOW);
    assert_int_equal(_snwprintf(to, 4, L"%2147483647d", 1), -1);
    assert_int_equal(to[3], L' ');
}

static void absent_strings_are_refused(void **state)
{
    WCHAR to[4] = L"abc";

    (void)state;
    errno = 0;
    assert_int_equal(swprintf(NULL, 4, L"a"), -1);
    assert_int_equal(errno, EINVAL);
    errno = 0;
    assert_int_equal(swprintf(to, 4, NULL), -1);
    assert_int_equal(errno, EINVAL);
    assert_int_equal(_snwprintf(NULL, 4, L"a"), -1);
}

static void the_table_is_long_enough(void **state)
{
    (void)state;
    print_message("%u rows\n", rows);
    assert_true(rows >= 60);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(text_is_wide_unless_said_otherwise),
        cmocka_unit_test(precision_guards_unterminated_text),
        cmocka_unit_test(narrow_text_is_utf8),
        cmocka_unit_test(characters),
        cmocka_unit_test(signed_integers),
        cmocka_unit_test(unsigned_integers),
        cmocka_unit_test(sizes_of_integers),
        cmocka_unit_test(addresses),
        cmocka_unit_test(arguments_beyond_the_registers),
        cmocka_unit_test(a_cut_text_is_reported),
        cmocka_unit_test(unknown_conversions_are_refused),
        cmocka_unit_test(absurd_lengths_are_refused),
        cmocka_unit_test(absent_strings_are_refused),
        cmocka_unit_test(the_table_is_long_enough),
    };

    return cmocka_run_group_tests(tests, NULL, NULL);
}
