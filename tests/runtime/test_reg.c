/* SPDX-License-Identifier: MIT */
/* The registry of a run: keys, values, lists, and the file it is kept in. */
#include <windows.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include <cmocka.h>

#include "runtime/registry.h"

static HKEY open_key(LPCWSTR path)
{
    HKEY key = NULL;
    DWORD made = 0;
    assert_int_equal(RegCreateKeyExW(HKEY_LOCAL_MACHINE, path, 0, NULL, 0, KEY_ALL_ACCESS, NULL, &key, &made), 0);
    assert_true(made == REG_CREATED_NEW_KEY || made == REG_OPENED_EXISTING_KEY);
    return key;
}

static void what_is_written_is_read_again(void **state)
{
    WCHAR text[16];
    char narrow[16];
    DWORD number = 7, type = 0, size = sizeof number;
    (void)state;
    HKEY key = open_key(L"Software\\Example"), again = NULL;
    assert_int_equal(RegSetValueExW(key, L"Number", 0, REG_DWORD, (const BYTE *)&number, sizeof number), 0);
    assert_int_equal(RegSetValueExW(key, NULL, 0, REG_SZ, (const BYTE *)L"w\x00fc", 6), 0);
    assert_int_equal(RegSetValueExA(key, "a\"b\\c", 0, REG_EXPAND_SZ, (const BYTE *)"%windir%", 9), 0);
    assert_int_equal(RegCloseKey(key), 0);
    assert_int_equal(RegCloseKey(key), ERROR_INVALID_HANDLE);
    assert_int_equal(RegQueryValueExW(key, NULL, NULL, NULL, NULL, NULL), ERROR_INVALID_HANDLE);
    /* the case of a name does not count, and a key may begin or end with a backslash */
    assert_int_equal(RegOpenKeyExA(HKEY_LOCAL_MACHINE, "\\SOFTWARE\\EXAMPLE\\", 0, KEY_READ, &again), 0);
    number = 0;
    assert_int_equal(RegQueryValueExW(again, L"NUMBER", NULL, &type, (BYTE *)&number, &size), 0);
    assert_int_equal(number, 7);
    assert_int_equal(type, REG_DWORD);
    size = 2;
    assert_int_equal(RegQueryValueExW(again, L"number", NULL, NULL, (BYTE *)&number, &size), ERROR_MORE_DATA);
    assert_int_equal(size, 4);
    size = sizeof text;
    assert_int_equal(RegQueryValueExW(again, L"", NULL, &type, (BYTE *)text, &size), 0);
    assert_int_equal(size, 6);
    assert_int_equal(text[1], 0xfc);
    size = sizeof narrow;
    assert_int_equal(RegQueryValueExA(again, NULL, NULL, &type, (BYTE *)narrow, &size), 0);
    assert_string_equal(narrow, "w\xc3\xbc");
    assert_int_equal(size, 4);
    size = sizeof narrow;
    assert_int_equal(RegQueryValueExA(again, "a\"b\\c", NULL, &type, (BYTE *)narrow, &size), 0);
    assert_string_equal(narrow, "%windir%");
    size = sizeof text;
    assert_int_equal(
        RegGetValueW(HKEY_LOCAL_MACHINE, L"software\\example", L"number", RRF_RT_REG_SZ, NULL, text, &size),
        ERROR_UNSUPPORTED_TYPE);
    assert_int_equal(RegGetValueW(HKEY_LOCAL_MACHINE, L"software\\example", L"number", RRF_RT_DWORD, NULL, text, &size),
                     0);
    assert_int_equal(RegDeleteValueA(again, "number"), 0);
    assert_int_equal(RegDeleteValueA(again, "number"), ERROR_FILE_NOT_FOUND);
    assert_int_equal(RegCloseKey(again), 0);
}

static void texts_end_whatever_was_written(void **state)
{
    WCHAR text[8];
    DWORD size = sizeof text;
    (void)state;
    HKEY key = open_key(L"Software\\Endless");
    memset(text, 0xff, sizeof text);
    RegSetValueExW(key, L"text", 0, REG_SZ, (const BYTE *)L"abc", 6);
    assert_int_equal(RegGetValueW(key, NULL, L"text", RRF_RT_REG_SZ, NULL, text, &size), 0);
    assert_int_equal(size, 8);
    assert_int_equal(lstrcmpW(text, L"abc"), 0);
    RegSetValueExW(key, L"list", 0, REG_MULTI_SZ, (const BYTE *)L"a\0b", 6);
    size = sizeof text;
    assert_int_equal(RegGetValueW(key, NULL, L"list", RRF_RT_REG_MULTI_SZ, NULL, text, &size), 0);
    assert_int_equal(size, 10);
    assert_int_equal(RegDeleteKeyA(key, NULL), ERROR_INVALID_PARAMETER);
    RegCloseKey(key);
}

static void keys_are_listed_and_deleted_from_below(void **state)
{
    WCHAR name[8];
    DWORD units = 8, type = 0, size = 4;
    BYTE data[4];
    (void)state;
    RegCloseKey(open_key(L"Tree\\b"));
    RegCloseKey(open_key(L"Tree\\A\\deep"));
    HKEY key = open_key(L"Tree");
    assert_int_equal(RegEnumKeyExW(key, 0, name, &units, NULL, NULL, NULL, NULL), 0);
    assert_int_equal(lstrcmpW(name, L"A"), 0);
    assert_int_equal(units, 1);
    assert_int_equal(RegEnumKeyExW(key, 1, name, &units, NULL, NULL, NULL, NULL), ERROR_MORE_DATA);
    units = 8;
    assert_int_equal(RegEnumKeyExW(key, 1, name, &units, NULL, NULL, NULL, NULL), 0);
    assert_int_equal(lstrcmpW(name, L"b"), 0);
    units = 8;
    assert_int_equal(RegEnumKeyExW(key, 2, name, &units, NULL, NULL, NULL, NULL), ERROR_NO_MORE_ITEMS);
    RegSetValueExW(key, L"v", 0, REG_BINARY, (const BYTE *)"abc", 3);
    assert_int_equal(RegEnumValueW(key, 0, name, &units, NULL, &type, data, &size), 0);
    assert_int_equal(size, 3);
    assert_int_equal(type, REG_BINARY);
    units = 8;
    assert_int_equal(RegEnumValueW(key, 1, name, &units, NULL, &type, NULL, NULL), ERROR_NO_MORE_ITEMS);
    assert_int_equal(RegDeleteKeyW(key, L"A"), ERROR_ACCESS_DENIED);
    assert_int_equal(RegDeleteKeyW(key, L"a\\deep"), 0);
    assert_int_equal(RegDeleteKeyA(key, "A"), 0);
    assert_int_equal(RegDeleteKeyA(key, "A"), ERROR_FILE_NOT_FOUND);
    RegCloseKey(key);
}

static void wrong_arguments_are_refused(void **state)
{
    WCHAR *endless = malloc(40000 * sizeof *endless);
    HKEY key = NULL;
    (void)state;
    wmemset(endless, L'x', 39999);
    endless[39999] = 0;
    assert_int_equal(RegOpenKeyExW(HKEY_LOCAL_MACHINE, L"no\\such\\key", 0, KEY_READ, &key), ERROR_FILE_NOT_FOUND);
    assert_null(key);
    assert_int_equal(RegOpenKeyExW(HKEY_LOCAL_MACHINE, endless, 0, KEY_READ, &key), ERROR_INVALID_PARAMETER);
    assert_int_equal(RegOpenKeyExW(HKEY_LOCAL_MACHINE, L"x", 0, KEY_READ, NULL), ERROR_INVALID_PARAMETER);
    assert_int_equal(RegOpenKeyExW((HKEY)(uintptr_t)12345, L"x", 0, KEY_READ, &key), ERROR_INVALID_HANDLE);
    assert_int_equal(RegCreateKeyExW(HKEY_LOCAL_MACHINE, L"two\nlines", 0, NULL, 0, 0, NULL, &key, NULL),
                     ERROR_INVALID_PARAMETER);
    key = open_key(L"Software");
    assert_int_equal(RegSetValueExW(key, endless, 0, REG_SZ, (const BYTE *)L"", 2), ERROR_INVALID_PARAMETER);
    assert_int_equal(RegSetValueExW(key, L"x", 0, REG_SZ, NULL, 2), ERROR_INVALID_PARAMETER);
    assert_int_equal(RegQueryValueExW(key, endless, NULL, NULL, NULL, NULL), ERROR_FILE_NOT_FOUND);
    assert_int_equal(RegCloseKey(key), 0);
    assert_int_equal(RegCloseKey(HKEY_LOCAL_MACHINE), 0); /* which stays open */
    free(endless);
}

/* Whoever can write the file can write anything. */
static void a_file_that_makes_no_sense_is_read_as_far_as_it_does(void **state)
{
    static const char *const texts[] = {
        "",
        "[",
        "[]",
        "]",
        "[-]",
        "[a",
        "\"x\"=hex(1):",
        "[a]\n\"x",
        "[a]\n\"x\\",
        "[a]\n\"x\"",
        "[a]\n@",
        "[a]\n@=",
        "[a]\n@=hex(",
        "[a]\n@=hex(99999999999):00",
        "[a]\n@=hex(1):0",
        "[a]\n@=hex(1):zz",
        "[a]\n\"\\\"=hex(3):01",
        "[a]\n\"=-\n[b\"=-",
        "[a]\n\"x\\\n\"=hex(3):01",
        "[a\\\\b]\n@=-\n\"x\"=-",
        "[a]\r\n[-a]\r\n\"x\"=hex(3):01",
    };
    (void)state;
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        struct rras_registry registry = {0}, second = {0};
        rras_registry_read(&registry, texts[i]);
        assert_false(registry.failed);
        char *once = rras_registry_write(&registry);
        rras_registry_read(&second, once);
        char *twice = rras_registry_write(&second);
        assert_string_equal(once, twice); /* what was understood stays */
        free(once);
        free(twice);
        rras_registry_free(&registry);
        rras_registry_free(&second);
    }
}

static int prepare(void **state)
{
    static char folder[] = "/tmp/rrasemu-test-XXXXXX";
    *state = folder;
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
        cmocka_unit_test(what_is_written_is_read_again),
        cmocka_unit_test(texts_end_whatever_was_written),
        cmocka_unit_test(keys_are_listed_and_deleted_from_below),
        cmocka_unit_test(wrong_arguments_are_refused),
        cmocka_unit_test(a_file_that_makes_no_sense_is_read_as_far_as_it_does),
    };
    return cmocka_run_group_tests(tests, prepare, clean_up);
}
