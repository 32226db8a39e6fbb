/* SPDX-License-Identifier: MIT */
/* What Microsoft's C run-time library has beyond the C library: strings, numbers, streams, formats. */
#undef RRAS_SYSTEM_STDIO
#include <windows.h>

#include <errno.h>
#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <tchar.h>
#include <unistd.h>

#include <cmocka.h>

static int complaints;

static void complain(const wchar_t *expression, const wchar_t *function, const wchar_t *file, unsigned line,
                     uintptr_t reserved)
{
    (void)expression, (void)function, (void)file, (void)line, (void)reserved;
    complaints++;
}

static void assert_wide(const wchar_t *text, const wchar_t *expected)
{
    char left[256], right[256];
    wcstombs(left, text, sizeof left);
    wcstombs(right, expected, sizeof right);
    assert_string_equal(left, right);
}

static void strings_that_fit_are_copied_and_others_complained_of(void **state)
{
    wchar_t wide[6] = L"old";
    char narrow[6] = "old";
    (void)state;
    complaints = 0;
    assert_int_equal(wcscpy_s(wide, 6, L"12345"), 0);
    assert_wide(wide, L"12345");
    assert_int_equal(wcscat_s(wide, 6, L""), 0);
    assert_int_equal(wcsncpy_s(wide, 6, L"abcdefgh", 3), 0);
    assert_wide(wide, L"abc");
    assert_int_equal(wcsncat_s(wide, 6, L"defgh", _TRUNCATE), STRUNCATE);
    assert_wide(wide, L"abcde");
    assert_int_equal(strcpy_s(narrow, 6, "12345"), 0);
    assert_int_equal(strncpy_s(narrow, 6, "123456789", _TRUNCATE), STRUNCATE);
    assert_string_equal(narrow, "12345");
    assert_int_equal(memcpy_s(narrow, 6, "ab", 3), 0);
    assert_int_equal(complaints, 0);
    assert_int_equal(wcscpy_s(wide, 6, L"123456"), ERANGE);
    assert_wide(wide, L"");
    assert_int_equal(strcat_s(narrow, 6, "cdefg"), ERANGE);
    assert_string_equal(narrow, "");
    assert_int_equal(wcscpy_s(NULL, 6, L"x"), EINVAL);
    assert_int_equal(wcscpy_s(wide, 0, L"x"), EINVAL);
    assert_int_equal(wcscpy_s(wide, 6, NULL), EINVAL);
    memset(narrow, 'x', sizeof narrow);
    assert_int_equal(strcat_s(narrow, 6, "y"), EINVAL); /* it has no end */
    assert_int_equal(memcpy_s(narrow, 2, "abc", 3), ERANGE);
    assert_int_equal(complaints, 7);
}

static void strings_are_parted_searched_and_changed(void **state)
{
    wchar_t list[] = L",,one,two;three", *rest = NULL, text[] = L"MiXed \x00c4";
    (void)state;
    assert_wide(wcstok(list, L",;", &rest), L"one");
    assert_wide(wcstok_s(NULL, L",;", &rest), L"two");
    assert_wide(wcstok(NULL, L",;", &rest), L"three");
    assert_null(wcstok(NULL, L",;", &rest));
    assert_int_equal(wcsspn(L"aabbc", L"ab"), 4);
    assert_int_equal(wcscspn(L"aabbc", L"c"), 4);
    assert_wide(wcspbrk(L"key=value", L"=:"), L"=value");
    assert_null(wcspbrk(L"key", L"=:"));
    assert_wide(_wcslwr(text), L"mixed \x00c4"); /* of the "C" locale: ASCII only */
    assert_wide(_wcsupr(text), L"MIXED \x00c4");
    assert_wide(_wcsrev(text), L"\x00c4 DEXIM");
    wchar_t *copy = _wcsdup(L"copy");
    assert_wide(copy, L"copy");
    free(copy);
    assert_int_equal(_stricmp("Alice", "aLICE"), 0);
    assert_true(_strnicmp("alice", "ALIEN", 4) < 0);
    assert_int_equal(_tcslen(_T("four")), 4);
}

static void numbers_have_the_size_they_have_on_windows(void **state)
{
    wchar_t *end, text[70];
    char narrow[40];
    (void)state;
    assert_int_equal(wcstol(L"  -42rest", &end, 10), -42);
    assert_wide(end, L"rest");
    assert_int_equal(wcstol(L"0x1F", NULL, 0), 31);
    assert_int_equal(wcstol(L"017", NULL, 0), 15);
    assert_int_equal(wcstol(L"0xg", &end, 16), 0);
    assert_wide(end, L"xg");
    errno = 0;
    assert_int_equal(wcstol(L"2147483648", NULL, 10), 2147483647); /* a long has 32 bits */
    assert_int_equal(errno, ERANGE);
    assert_int_equal(wcstol(L"-2147483648", NULL, 10), (long)INT32_MIN);
    assert_true(wcstoul(L"4294967295", NULL, 10) == 4294967295u);
    assert_true(wcstoul(L"-1", NULL, 10) == 4294967295u);
    assert_true(_wcstoi64(L"-9223372036854775808", NULL, 10) == INT64_MIN);
    assert_int_equal(_wtoi(L"12abc"), 12);
    assert_true(wcstod(L" 2.5e1x", &end) == 25.0);
    assert_wide(end, L"x");
    assert_wide(_itow(-42, text, 10), L"-42");
    assert_wide(_itow(-1, text, 16), L"ffffffff");
    assert_wide(_ui64tow(UINT64_MAX, text, 2), L"1111111111111111111111111111111111111111111111111111111111111111");
    assert_string_equal(_ltoa(-7, narrow, 10), "-7");
    complaints = 0;
    assert_int_equal(_itow_s(12345, text, 5, 10), ERANGE);
    assert_int_equal(complaints, 1);
}

static void narrow_and_wide_text_become_each_other(void **state)
{
    wchar_t wide[8];
    char narrow[8];
    size_t count;
    (void)state;
    assert_int_equal(mbstowcs(wide, "\xc3\xbc\xf0\x9f\x98\x80", 8), 3);
    assert_int_equal(wide[0], 0xfc);
    assert_int_equal(wcstombs(narrow, wide, 8), 6);
    assert_string_equal(narrow, "\xc3\xbc\xf0\x9f\x98\x80");
    assert_int_equal(mbstowcs(NULL, "abc", 0), 3);
    assert_true(mbstowcs(wide, "\xff", 8) == (size_t)-1);
    assert_int_equal(mbstowcs_s(&count, wide, 4, "abcdef", _TRUNCATE), STRUNCATE);
    assert_int_equal(count, 4);
    assert_wide(wide, L"abc");
    assert_int_equal(wcstombs_s(&count, narrow, 8, L"\x00fc", _TRUNCATE), 0);
    assert_int_equal(count, 3);
    complaints = 0;
    assert_int_equal(mbstowcs_s(&count, wide, 3, "abc", 3), ERANGE);
    assert_int_equal(complaints, 1);
}

static void formats_cut_or_complain_as_their_names_say(void **state)
{
    wchar_t wide[6];
    char narrow[6];
    (void)state;
    complaints = 0;
    assert_int_equal(swprintf_s(wide, 6, L"%s", L"12345"), 5);
    assert_int_equal(_snwprintf_s(wide, 6, _TRUNCATE, L"%s", L"123456"), -1);
    assert_wide(wide, L"12345");
    assert_int_equal(_snwprintf_s(wide, 6, 3, L"%s", L"123456"), -1);
    assert_wide(wide, L"123");
    assert_int_equal(_snprintf(narrow, 6, "%s", "123456"), 6); /* without an end */
    assert_memory_equal(narrow, "123456", 6);
    assert_int_equal(_snprintf(narrow, 6, "%s", "1234567"), -1);
    assert_int_equal(snprintf(narrow, 6, "%S", L"1234567"), 7);
    assert_string_equal(narrow, "12345");
    assert_int_equal(_scwprintf(L"%I64d", 12345678901LL), 11);
    assert_int_equal(_scprintf("%lu", 7ul), 1);
    assert_int_equal(complaints, 0);
    assert_int_equal(sprintf_s(narrow, 6, "%d", 123456), -1);
    assert_string_equal(narrow, "");
    assert_int_equal(_snwprintf_s(wide, 3, 5, L"%s", L"123456"), -1);
    assert_int_equal(complaints, 2);
    wchar_t text[1100];
    assert_int_equal(wsprintfW(text, L"%d %s", 7, L"days"), 6);
    assert_wide(text, L"7 days");
}

static int read_all(const char *path, char *bytes, size_t size)
{
    FILE *file = fopen(path, "rb");
    int count = file ? (int)fread(bytes, 1, size, file) : -1;
    if (file)
        fclose(file);
    return count;
}

static void streams_write_what_windows_writes(void **state)
{
    char bytes[64];
    wchar_t line[16];
    FILE *file = NULL;
    (void)state;
    assert_int_equal(fopen_s(&file, "C:\\windows\\temp\\a.txt", "w"), 0);
    assert_int_equal(fprintf(file, "%ls %d\n", L"w\x00fc", 1), 6);
    assert_true(fputws(L"\x00fc\n", file) >= 0);
    assert_int_equal(fclose(file), 0);
    assert_int_equal(read_all("c:/Windows/TEMP/A.TXT", bytes, sizeof bytes), 11);
    assert_memory_equal(bytes, "w\xc3\xbc 1\r\n\xc3\xbc\r\n", 11);
    assert_non_null(file = _wfopen(L"C:\\Windows\\Temp\\a.txt", L"r"));
    assert_wide(fgetws(line, 16, file), L"w\x00fc 1\n");
    assert_wide(fgetws(line, 16, file), L"\x00fc\n");
    assert_null(fgetws(line, 16, file));
    fclose(file);
    assert_int_equal(_wfopen_s(&file, L"u16.txt", L"w, ccs=UTF-16LE"), 0);
    fwprintf(file, L"a\n");
    fclose(file);
    assert_int_equal(read_all("C:\\Windows\\System32\\u16.txt", bytes, sizeof bytes), 8);
    assert_memory_equal(bytes,
                        "\xff\xfe"
                        "a\0\r\0\n\0",
                        8);
    assert_non_null(file = _wfopen(L"u16.txt", L"r, ccs=UNICODE"));
    assert_wide(fgetws(line, 16, file), L"a\n");
    fclose(file);
    assert_non_null(file = fopen("raw.bin", "wb"));
    assert_int_equal(fwprintf(file, L"a\n"), 2);
    fclose(file);
    assert_int_equal(read_all("raw.bin", bytes, sizeof bytes), 4);
    assert_null(fopen("D:\\x.txt", "w"));
    assert_null(fopen("C:\\Nowhere\\x.txt", "w"));
    assert_null(fopen("x.txt", "?"));
    assert_int_equal(_wremove(L"raw.bin"), 0);
    assert_int_equal(remove("raw.bin"), -1);
}

/* Places are those in the file, and what is read and written changes hands where they say. */
static void text_files_have_places(void **state)
{
    char line[32], bytes[64];
    (void)state;
    FILE *file = fopen("lines.txt", "w");
    for (int i = 0; i < 20; i++)
        fprintf(file, "line %02d\n", i);
    assert_int_equal(ftell(file), 180);
    fclose(file);
    assert_non_null(file = fopen("lines.txt", "r+"));
    assert_non_null(fgets(line, sizeof line, file));
    assert_int_equal(ftell(file), 9);
    assert_int_equal(fseek(file, 90, SEEK_SET), 0);
    assert_non_null(fgets(line, sizeof line, file));
    assert_string_equal(line, "line 10\n");
    assert_int_equal(fseek(file, 9, SEEK_SET), 0);
    assert_non_null(fgets(line, sizeof line, file));
    assert_int_equal(fseek(file, 0, SEEK_CUR), 0);
    assert_true(fputs("LINE", file) >= 0);
    fclose(file);
    assert_true(read_all("lines.txt", bytes, 31) == 31);
    assert_memory_equal(bytes, "line 00\r\nline 01\r\nLINE 02\r\nline", 31);
    assert_non_null(file = fopen("z.txt", "wb"));
    fwrite("ab\x1a"
           "cd",
           1, 5, file);
    fclose(file);
    assert_non_null(file = fopen("z.txt", "r"));
    assert_int_equal(fread(bytes, 1, sizeof bytes, file), 2); /* Ctrl-Z is the end */
    fclose(file);
}

static void characters_of_two_units_stay_whole(void **state)
{
    char bytes[16];
    (void)state;
    FILE *file = fopen("pair.txt", "w");
    fputwc(0xd83d, file);
    fputwc(0xde00, file);
    fclose(file);
    assert_int_equal(read_all("pair.txt", bytes, sizeof bytes), 4);
    assert_memory_equal(bytes, "\xf0\x9f\x98\x80", 4);
    assert_non_null(file = fopen("pair.txt", "r"));
    assert_int_equal(fgetwc(file), 0xd83d);
    rewind(file);
    assert_int_equal(fgetwc(file), 0xd83d);
    assert_int_equal(fgetwc(file), 0xde00);
    assert_int_equal((wchar_t)fgetwc(file), WEOF);
    fclose(file);
}

static void a_mark_counts_for_more_than_the_mode(void **state)
{
    wchar_t line[8];
    char bytes[16];
    (void)state;
    FILE *file = _wfopen(L"mark.txt", L"w, ccs=UTF-16LE");
    fputws(L"a\n", file);
    fclose(file);
    assert_non_null(file = _wfopen(L"mark.txt", L"r, ccs=UTF-8"));
    assert_wide(fgetws(line, 8, file), L"a\n");
    fclose(file);
    assert_non_null(file = _wfopen(L"mark.txt", L"a, ccs=UTF-8"));
    fputws(L"b", file);
    fclose(file);
    assert_int_equal(read_all("mark.txt", bytes, sizeof bytes), 10);
    assert_null(fopen("mark.txt", "wx"));
    assert_int_equal(errno, EEXIST);
    assert_int_equal(read_all("mark.txt", bytes, sizeof bytes), 10);
}

static void folders_and_devices_are_no_files(void **state)
{
    (void)state;
    errno = 0;
    assert_null(fopen("C:\\Windows", "r"));
    assert_int_equal(errno, EACCES);
    assert_int_equal(remove("C:\\Windows\\Temp"), -1);
    assert_int_equal(remove("NUL"), -1);
    assert_int_equal(_wremove(L"C:\\Windows\\nul"), -1);
    assert_int_equal(access("/dev/null", W_OK), 0);
    FILE *file = fopen("old.txt", "w");
    fclose(file);
    assert_int_equal(rename("old.txt", "C:\\Windows\\Temp\\new.txt"), 0);
    assert_int_equal(_wrename(L"C:\\Windows\\Temp\\new.txt", L"renamed.txt"), 0);
    assert_int_equal(rename("renamed.txt", "Renamed.TXT"), 0);
    assert_int_equal(rename("renamed.txt", "C:\\Windows"), -1);
    assert_int_equal(errno, EEXIST);
}

static void nothing_is_read_behind_the_limit(void **state)
{
    wchar_t wide[4];
    char *four = malloc(4), narrow[4];
    (void)state;
    memcpy(four, "abcd", 4); /* without a null, for the sanitizer to see */
    assert_int_equal(mbstowcs(wide, four, 4), 4);
    free(four);
    assert_true(mbtowc(wide,
                       "\xf0\x90\x80"
                       "A",
                       4) == -1);
    assert_int_equal(_snprintf(NULL, 10, "x"), -1);
    assert_int_equal(wcstombs(narrow, L"abcd", 4), 4);
    struct tm date = {.tm_year = 126, .tm_mon = 0, .tm_mday = 5};
    wchar_t text[16];
    assert_int_equal(wcsftime(text, 16, L"%Y-%m-%d \x00e4", &date), 12);
    assert_wide(text, L"2026-01-05 \x00e4");
    assert_int_equal(wcsftime(text, 5, L"%Y-%m-%d", &date), 0);
}

static void only_ones_own_files_are_closed(void **state)
{
    (void)state;
    FILE *system = tmpfile(), *own = fopen("own.txt", "w"), *second = fopen("second.txt", "w");
    assert_non_null(own);
    assert_non_null(second);
    fprintf(own, "kept\n");
    assert_int_equal(_fcloseall(), 2);
    assert_int_equal(_fcloseall(), 0);
    assert_true(fputs("still open", system) >= 0);
    assert_int_equal(fflush(system), 0);
    fclose(system);
    char bytes[16];
    assert_int_equal(read_all("own.txt", bytes, sizeof bytes), 6);
}

static int prepare(void **state)
{
    static char folder[] = "/tmp/rrasemu-test-XXXXXX";
    *state = folder;
    _set_invalid_parameter_handler(complain);
    return mkdtemp(folder) && setenv("RRASEMU_SANDBOX", folder, 1) == 0 ? 0 : -1;
}

static int clean_up(void **state)
{
    char command[64];
    snprintf(command, sizeof command, "rm -rf '%s'", (const char *)*state);
    return system(command);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(strings_that_fit_are_copied_and_others_complained_of),
        cmocka_unit_test(strings_are_parted_searched_and_changed),
        cmocka_unit_test(numbers_have_the_size_they_have_on_windows),
        cmocka_unit_test(narrow_and_wide_text_become_each_other),
        cmocka_unit_test(formats_cut_or_complain_as_their_names_say),
        cmocka_unit_test(streams_write_what_windows_writes),
        cmocka_unit_test(only_ones_own_files_are_closed),
        cmocka_unit_test(text_files_have_places),
        cmocka_unit_test(characters_of_two_units_stay_whole),
        cmocka_unit_test(a_mark_counts_for_more_than_the_mode),
        cmocka_unit_test(folders_and_devices_are_no_files),
        cmocka_unit_test(nothing_is_read_behind_the_limit),
    };
    return cmocka_run_group_tests(tests, prepare, clean_up);
}
