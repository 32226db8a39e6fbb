/* SPDX-License-Identifier: MIT */
/*
 * A C source that uses the wide functions as a callout does. run-wide-compile.sh builds it with
 * every compiler, ORDER chooses the order of the headers. The arrays have known sizes and the
 * strings known lengths, so that a compiler or _FORTIFY_SOURCE that knows the C library's
 * functions would act on it.
 */
#if ORDER == 1
#include <windows.h>
#elif ORDER == 2
#include <windows.h>
#include <inaddr.h>
#include <in6addr.h>

#include <inttypes.h>
#include <netinet/in.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <wchar.h>
#include <wctype.h>
#elif ORDER == 3
#include <wctype.h>
#include <wchar.h>
#include <string.h>
#include <stdlib.h>
#include <stdio.h>
#include <netinet/in.h>
#include <inttypes.h>

#include <in6addr.h>
#include <inaddr.h>
#include <windows.h>
#elif ORDER == 4
#include <stdio.h>
#include <stdlib.h>

#include <windows.h>

#include <time.h>
#include <wchar.h>
#endif

#include <wincrypt.h>

#include <stdio.h>

static int failed;

#define CHECK(condition)                                   \
    do {                                                   \
        if (!(condition)) {                                \
            printf("line %d: %s\n", __LINE__, #condition); \
            failed = 1;                                    \
        }                                                  \
    } while (0)

__declspec(dllexport) DWORD APIENTRY exported(VOID);

__declspec(dllexport) DWORD APIENTRY exported(VOID)
{
    return NO_ERROR;
}

static int formatted(WCHAR *to, size_t size, const WCHAR *format, ...)
{
    va_list arguments;
    int length;

    va_start(arguments, format);
    length = _vsnwprintf(to, size, format, arguments);
    va_end(arguments);
    return length;
}

int main(int argc, char **argv)
{
    WCHAR name[16];
    WCHAR copy[16];
    const WCHAR *user = L"EXAMPLE\\alice";

    UNREFERENCED_PARAMETER(argv);
    CHECK(exported() == 0);
    CHECK(wcslen(L"alice") == 5);
    CHECK(wcslen(user) == 13);
    CHECK(wcslen(&user[argc]) == 12);
    CHECK(wcsnlen(user, 4) == 4);
    wmemset(name, L'x', 16);
    wcscpy(name, L"alice");
    CHECK(name[5] == 0 && name[6] == L'x');
    CHECK(wcscmp(name, L"alice") == 0);
    CHECK(wcsncmp(user, L"EXAMPLE", 7) == 0);
    CHECK(_wcsicmp(name, L"ALICE") == 0);
    CHECK(_wcsnicmp(name, L"ALX", 2) == 0);
    wcscat(name, L"@");
    wcsncat(name, user, 7);
    CHECK(wcscmp(name, L"alice@EXAMPLE") == 0);
    wcsncpy(copy, name, 16);
    CHECK(wmemcmp(copy, name, 14) == 0 && copy[15] == 0);
    wmemcpy(copy, L"0123456789", 11);
    wmemmove(copy + 1, copy, 11);
    CHECK(wcscmp(copy, L"00123456789") == 0);
    CHECK(wmemchr(copy, L'5', 16) == copy + 6);
    CHECK(wcschr(user, L'\\') == user + 7);
    CHECK(wcsrchr(user, L'E') == user + 6);
    CHECK(wcsstr(user, L"alice") == user + 8);
    CHECK(swprintf(name, 16, L"%s %S %u", L"ab", "cd", (DWORD)7) == 7);
    CHECK(wcscmp(name, L"ab cd 7") == 0);
    CHECK(swprintf(name, ARRAYSIZE(name), L"%s", L"this is longer than that") == -1);
    CHECK(wcslen(name) == 15);
    CHECK(_snwprintf(name, 16, L"%08lx", (DWORD)0xc0a80001u) == 8);
    CHECK(formatted(name, 16, L"%d.%d", 10, 1) == 4);
    CHECK(lstrlenW(name) == 4);
    CHECK(lstrcmpW(name, L"10.1") == 0 && lstrcmpiW(L"A", L"a") == 0);
    CHECK(lstrcmpW(lstrcatW(lstrcpyW(name, L"a"), L"b"), L"ab") == 0);
#if ORDER == 2 || ORDER == 3
    {
        IN_ADDR windows;
        IN6_ADDR windows6;
        struct in_addr posix;
        struct in6_addr posix6;

        windows.S_un.S_addr = 0;
        windows6.u.Word[7] = 0;
        posix.s_addr = windows.S_un.S_addr;
        CHECK(posix.s_addr == 0 && sizeof(windows) == sizeof(posix));
        CHECK(windows6.u.Byte[15] == 0 && sizeof(windows6) == sizeof(posix6));
    }
#endif
    return failed;
}
