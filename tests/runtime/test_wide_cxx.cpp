// SPDX-License-Identifier: MIT
// The wide functions and std::wstring with 16-bit characters in C++; writes TAP. ORDER chooses the
// order of the headers.
#if ORDER == 1
#include <windows.h>
#elif ORDER == 2
#include <windows.h>

#include <cinttypes>
#include <cstdlib>
#include <cwchar>
#include <iostream>
#include <sstream>
#include <stdlib.h>
#include <wchar.h>
#elif ORDER == 3
#include <cwchar>
#include <string>
#include <cstdlib>
#include <iostream>
#include <cinttypes>

#include <windows.h>
#elif ORDER == 4
#include <cmath>
#include <stdlib.h>
#include <wchar.h>
#include <inttypes.h>

#include <windows.h>

#include <string>
#elif ORDER == 5
#include <algorithm>
#include <cstdlib>
#include <stdlib.h>

#include <windows.h>

#include <fstream>
#include <locale>
#include <stdio.h>
#endif

#include <cstdio>
#include <cwchar>
#include <map>
#include <string>
#include <string_view>
#include <type_traits>

namespace {

int number;
int failures;

void check(bool right, const char *what)
{
    number++;
    if (!right) {
        failures++;
    }
    std::printf("%sok %d - %s\n", right ? "" : "not ", number, what);
}

WCHAR *writable(WCHAR *) { return nullptr; }
const WCHAR *writable(const WCHAR *text) { return text; }

void functions(const WCHAR *user)
{
    WCHAR text[16] = L"alice";

    static_assert(sizeof(WCHAR) == 2, "WCHAR");
    static_assert(std::is_same<decltype(wcschr(user, L'a')), const WCHAR *>::value, "constant");
    static_assert(std::is_same<decltype(wcschr(text, L'a')), WCHAR *>::value, "not constant");
    static_assert(std::is_same<decltype(std::wcsstr(user, user)), const WCHAR *>::value, "std");
    check(wcslen(user) == 13 && std::wcslen(user) == 13, "wcslen");
    check(::wcscmp(text, L"alice") == 0 && std::wcscmp(text, L"alicf") < 0, "wcscmp");
    check(writable(wcschr(text, L'c')) == nullptr, "wcschr of a writable string is writable");
    check(writable(wcsrchr(user, L'\\')) == user + 7, "wcsrchr of a constant string is constant");
    check(std::wcsstr(user, L"ali") == user + 8, "std::wcsstr");
    check(wmemchr(text, L'e', 6) == text + 4, "wmemchr");
    check(swprintf(text, 16, L"%s-%S-%I64u", L"ab", "cd", (ULONG64)1) == 7, "swprintf");
    check(std::swprintf(text, 16, L"%ls-%d", L"ab", 5) == 4, "std::swprintf");
    check(_wcsicmp(text, L"AB-5") == 0 && lstrcmpiW(text, L"Ab-5") == 0, "comparison without case");
}

void strings(const WCHAR *user)
{
    std::wstring all(user);
    std::wstring domain = all.substr(0, all.find(L'\\'));
    std::wstring long_text(100, L'x');
    std::map<std::wstring, int> sessions;

    check(all.size() == 13 && domain == L"EXAMPLE", "construct, find, substr, compare");
    all += L" and something that makes it grow beyond the small buffer";
    check(all.rfind(L"buffer") == all.size() - 6 && wcslen(all.c_str()) == all.size(), "grow");
    all.replace(0, 7, L"E").insert(1, L"++").erase(3, 1);
    check(all.compare(0, 8, L"E++alice") == 0, "replace, insert, erase, compare");
    long_text.assign(all).append(long_text.begin(), long_text.begin() + 3).push_back(L'!');
    check(long_text.size() == all.size() + 4 && long_text.back() == L'!', "assign, append");
    long_text.resize(200, L'y');
    long_text.reserve(1000);
    long_text.shrink_to_fit();
    check(long_text[199] == L'y' && long_text.find_first_of(L"yz") < 199, "resize, reserve");
    check(std::wstring(L"b") + L"c" < std::wstring(L"bd"), "operators");
    sessions[L"bob"] = 2;
    sessions[user] = 1;
    check(sessions.begin()->second == 1 && sessions.count(L"bob") == 1, "as a key");
    check(std::to_wstring(-5) == L"-5" && std::to_wstring(7u) == L"7", "to_wstring of integers");
    check(std::to_wstring(1LL << 40) == L"1099511627776", "to_wstring of long long");
    check(std::wstring_view(user).substr(8) == L"alice", "wstring_view");
    check(std::char_traits<wchar_t>::length(L"abc") == 3, "char_traits");
    std::swap(domain, all);
    check(all == L"EXAMPLE", "swap");
}

} // namespace

// What takes the size of an array from its type, and what C++ has operators for
static void arrays()
{
    wchar_t wide[8];
    char narrow[8];
    size_t count = 0;
    check(swprintf_s(wide, L"%s", L"seven77") == 7, "swprintf_s of an array");
    check(_snwprintf_s(wide, _TRUNCATE, L"%s", L"more than 7") == -1 && wcslen(wide) == 7, "_snwprintf_s");
    check(wcscpy_s(wide, L"MiX") == 0 && wcscat_s(wide, L"ed") == 0 && _wcslwr_s(wide) == 0, "wcscpy_s, wcscat_s");
    check(wcscmp(wide, L"mixed") == 0, "_wcslwr_s of an array");
    check(_itow_s(77, wide, 10) == 0 && wcscmp(wide, L"77") == 0, "_itow_s of an array");
    check(sprintf_s(narrow, "%d", 7) == 1 && strcat_s(narrow, "8") == 0, "sprintf_s, strcat_s of arrays");
    check(mbstowcs_s(&count, wide, narrow, _TRUNCATE) == 0 && count == 3, "mbstowcs_s of an array");
    check(_countof(wide) == 8, "_countof");
    const GUID one = {1, 2, 3, {4}};
    const GUID other = {1, 2, 3, {5}};
    check(one == one && one != other && !IsEqualIID(one, other), "identifiers are compared");
}

int main(int argc, char **)
{
    arrays();
    static const WCHAR users[] = L"xEXAMPLE\\alice";

    functions(users + (argc > 0 ? 1 : 0));
    strings(users + (argc > 0 ? 1 : 0));
    std::printf("1..%d\n", number);
    return failures == 0 ? 0 : 1;
}
