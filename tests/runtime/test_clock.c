/* SPDX-License-Identifier: MIT */
/* The clock of sysinfoapi.h where there is no callout, and its calendar. */
#include <windows.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <time.h>

#include <cmocka.h>

#define TICKS_1970 UINT64_C(116444736000000000)

static void dates_are_those_of_the_c_library(void **state)
{
    (void)state;
    uint64_t seed = 1;
    for (int i = 0; i < 200000; i++) {
        seed = seed * UINT64_C(6364136223846793005) + 1442695040888963407;
        /* from 1601 to 9999; before 1970 the C library counts backwards */
        uint64_t ms = (seed >> 11) % UINT64_C(265000000000000);
        uint64_t ticks = ms * 10000;
        time_t seconds = (time_t)(ms / 1000) - (time_t)(TICKS_1970 / 10000000);
        struct tm expected;
        SYSTEMTIME got;
        FILETIME from = {(DWORD)ticks, (DWORD)(ticks >> 32)};
        assert_non_null(gmtime_r(&seconds, &expected));
        assert_true(FileTimeToSystemTime(&from, &got));
        assert_int_equal(got.wYear, expected.tm_year + 1900);
        assert_int_equal(got.wMonth, expected.tm_mon + 1);
        assert_int_equal(got.wDay, expected.tm_mday);
        assert_int_equal(got.wDayOfWeek, expected.tm_wday);
        assert_int_equal(got.wHour, expected.tm_hour);
        assert_int_equal(got.wMinute, expected.tm_min);
        assert_int_equal(got.wSecond, expected.tm_sec);
        assert_int_equal(got.wMilliseconds, ms % 1000);
    }
    FILETIME beyond = {0, 0x80000000};
    SYSTEMTIME untouched;
    assert_false(FileTimeToSystemTime(&beyond, &untouched));
}

static void outside_the_emulator_it_is_the_machines_clock(void **state)
{
    (void)state;
    FILETIME before, after;
    GetSystemTimeAsFileTime(&before);
    time_t real = time(NULL);
    Sleep(20);
    GetSystemTimeAsFileTime(&after);
    uint64_t first = (uint64_t)before.dwHighDateTime << 32 | before.dwLowDateTime;
    uint64_t second = (uint64_t)after.dwHighDateTime << 32 | after.dwLowDateTime;
    assert_true(second - first >= 20 * 10000);
    int64_t apart = (int64_t)(first / 10000000 - TICKS_1970 / 10000000) - (int64_t)real;
    assert_true(apart >= -2 && apart <= 2);
    ULONGLONG tick = GetTickCount64();
    assert_true(GetTickCount64() - tick < 1000);
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(dates_are_those_of_the_c_library),
        cmocka_unit_test(outside_the_emulator_it_is_the_machines_clock),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
