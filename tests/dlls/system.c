/* SPDX-License-Identifier: MIT */
/* What callouts ask of the system and its language (acts.h). */
#include "acts.h"

#include <rtutils.h>

static void traces(void)
{
    static WCHAR text[] = L"alice", number[] = L"17";
    LPWSTR texts[] = {text, number};
    DWORD client = TraceRegisterExW(L"MYDLL", 0), other = TraceRegisterExA("other", 0);
    say("%d\n", client != INVALID_TRACEID && client != other);
    say("%u\n", (unsigned)TracePrintfW(client, L"user %s, %d links, %u ms", L"alice", -2, 40u));
    say("%u\n", (unsigned)TracePrintfA(other, "user %s\n", "bob"));
    say("%u\n", (unsigned)TracePutsExW(client, 0, L"as it is: %d"));
    say("%u\n", (unsigned)TraceDeregisterW(client));
    say("%u\n", (unsigned)TraceDeregisterA(other));
    HANDLE log = RouterLogRegisterW(L"MyDll");
    RouterLogEventW(log, EVENTLOG_WARNING_TYPE, 4711, 2, texts, 5);
    RouterLogDeregisterW(log);
    LogEventW(EVENTLOG_INFORMATION_TYPE, 20, 1, texts);
    LogErrorW(21, 0, NULL, 0);
}

static void date(DWORD flags, LPCWSTR format)
{
    const SYSTEMTIME time = {2026, 3, 3, 4, 7, 8, 9, 0};
    WCHAR text[100] = L"";
    char plain[100] = "", narrow_format[100] = "";
    int units = GetDateFormatW(LOCALE_USER_DEFAULT, flags, &time, format, text, 100);
    if (format)
        WideCharToMultiByte(CP_ACP, 0, format, -1, narrow_format, sizeof narrow_format, NULL, NULL);
    int bytes = GetDateFormatA(LOCALE_USER_DEFAULT, flags, &time, format ? narrow_format : NULL, plain, 100);
    say("%d '%s' %d '%s'\n", units, narrow(text), bytes, plain);
}

static void clock_time(DWORD flags, LPCWSTR format, WORD hour)
{
    const SYSTEMTIME time = {2026, 3, 3, 4, hour, 8, 9, 0};
    WCHAR text[100] = L"";
    int units = GetTimeFormatW(LOCALE_USER_DEFAULT, flags, &time, format, text, 100);
    say("%d '%s'\n", units, narrow(text));
}

static void dates(void)
{
    WCHAR text[100];
    const SYSTEMTIME time = {2026, 3, 3, 4, 7, 8, 9, 0};
    date(0, L"yyyy-MM-dd");
    date(0, L"d.M.yy");
    date(0, L"ddd, dd MMM yyyy");
    date(0, L"dddd 'the' d 'of' MMMM");
    date(DATE_SHORTDATE, NULL);
    date(DATE_LONGDATE, NULL);
    clock_time(0, L"HH:mm:ss", 7);
    clock_time(0, L"h:mm tt", 0);
    clock_time(0, L"hh'h'm't' t", 19);
    clock_time(0, NULL, 19);
    clock_time(TIME_NOSECONDS, NULL, 19);
    clock_time(TIME_FORCE24HOURFORMAT | TIME_NOTIMEMARKER, NULL, 7);
    say("%d\n", GetDateFormatW(LOCALE_USER_DEFAULT, 0, &time, L"yyyy", NULL, 0));
    int units = GetDateFormatW(LOCALE_USER_DEFAULT, 0, &time, L"yyyy", text, 3);
    say("%d, error %u\n", units, (unsigned)GetLastError());
}

static void compare(LPCWSTR a, LPCWSTR b)
{
    int one = CompareStringW(LOCALE_USER_DEFAULT, 0, a, -1, b, -1);
    int two = CompareStringW(LOCALE_USER_DEFAULT, NORM_IGNORECASE, a, -1, b, -1);
    say("%s, %s: %d %d %d %d\n", narrow(a), narrow(b), one, two, CompareStringOrdinal(a, -1, b, -1, FALSE),
        CompareStringOrdinal(a, -1, b, -1, TRUE));
}

static void comparing(void)
{
    compare(L"alice", L"alice");
    compare(L"alice", L"Alice");
    compare(L"ALICE", L"bob");
    compare(L"bob", L"ALICE");
    compare(L"a1", L"ab");
    compare(L"alice", L"alicen");
    compare(L"", L"a");
    say("%d\n", CompareStringA(LOCALE_USER_DEFAULT, NORM_IGNORECASE, "Alice!", 5, "aLICE", -1));
    say("%d\n", CompareStringW(LOCALE_USER_DEFAULT, 0, NULL, 1, L"x", 1));
}

static void letters(void)
{
    static const WCHAR mixed[] = {'A', 'b', '1', 0xc4, 0xe4, 0xdf, 0x17d, 0x17e, 0x3a9, 0x3c9, 0x42f, 0x44f, 0x4e2d, 0};
    WCHAR text[20], to[20] = L"";
    wcscpy(text, mixed);
    say("%s\n", narrow(CharLowerW(text)));
    wcscpy(text, mixed);
    say("%s\n", narrow(CharUpperW(text)));
    say("%d\n", (int)(INT_PTR)CharUpperW((LPWSTR)(INT_PTR)'q'));
    int units = LCMapStringW(LOCALE_USER_DEFAULT, LCMAP_UPPERCASE, mixed, -1, to, 20);
    say("%d %s\n", units, narrow(to));
    units = LCMapStringW(LOCALE_USER_DEFAULT, LCMAP_LOWERCASE, mixed, 2, to, 20);
    say("%d %.2s\n", units, narrow(to));
    say("%d\n", LCMapStringW(LOCALE_USER_DEFAULT, LCMAP_LOWERCASE, mixed, -1, NULL, 0));
    units = LCMapStringW(LOCALE_USER_DEFAULT, LCMAP_LOWERCASE, mixed, -1, to, 2);
    say("%d, error %u\n", units, (unsigned)GetLastError());
    say("%x\n", (unsigned)GetUserDefaultLCID());
}

static void server(void)
{
    SYSTEM_INFO info;
    MEMORYSTATUSEX memory;
    TIME_ZONE_INFORMATION zone;
    ULARGE_INTEGER own, total, there;
    GetSystemInfo(&info);
    say("%u processors of %u, pages of %u\n", (unsigned)info.dwNumberOfProcessors, info.wProcessorArchitecture,
        (unsigned)info.dwPageSize);
    memory.dwLength = sizeof memory;
    BOOL fine = GlobalMemoryStatusEx(&memory);
    say("%d %u %llu\n", fine, (unsigned)memory.dwMemoryLoad, (unsigned long long)memory.ullTotalPhys);
    memory.dwLength = 1;
    fine = GlobalMemoryStatusEx(&memory);
    say("%d, error %u\n", fine, (unsigned)GetLastError());
    DWORD season = GetTimeZoneInformation(&zone);
    say("%u %d %s\n", (unsigned)season, (int)zone.Bias, narrow(zone.StandardName));
    say("%u %u\n", GetDriveTypeW(L"C:\\"), GetDriveTypeA("D:\\"));
    fine = GetDiskFreeSpaceExW(L"C:\\Windows", &own, &total, &there);
    say("%d %llu of %llu\n", fine, (unsigned long long)own.QuadPart, (unsigned long long)total.QuadPart);
    say("%s\n", narrow(GetCommandLineW()));
    say("%s\n", GetCommandLineA());
    say("%d\n", IsDebuggerPresent());
}

static void arithmetic(void)
{
    SYSTEMTIME utc = {2026, 12, 4, 31, 23, 30, 0, 0}, local;
    TIME_ZONE_INFORMATION zone = {.Bias = -60};
    say("%d %d %d %d\n", MulDiv(7, 3, 2), MulDiv(-7, 3, 2), MulDiv(1, 1, 0), MulDiv(0x7fffffff, 2, 1));
    BOOL fine = SystemTimeToTzSpecificLocalTime(&zone, &utc, &local);
    say("%d %u-%u-%u %u:%u, day %u\n", fine, local.wYear, local.wMonth, local.wDay, local.wHour, local.wMinute,
        local.wDayOfWeek);
    ULONGLONG began = GetTickCount64();
    Sleep(20);
    say("%u ms\n", (unsigned)(GetTickCount64() - began));
    SetErrorMode(SEM_FAILCRITICALERRORS);
    say("%u\n", SetErrorMode(0));
    say("%d\n", SetThreadPriority(GetCurrentThread(), THREAD_PRIORITY_NORMAL));
}

ACTS({"traces", traces}, {"dates", dates}, {"comparing", comparing}, {"letters", letters}, {"server", server},
     {"arithmetic", arithmetic})
