/* SPDX-License-Identifier: MIT */
/*
 * Prints what becomes of calls of strsafe.h: with our runtime, or for Windows with the header of the compiler there. A
 * line has the call, its result, the text, and what is left of the buffer as the function tells it.
 */
#undef RRAS_SYSTEM_STDIO
#include <windows.h>

#include <stdio.h>
#include <string.h>

#include <strsafe.h>

enum { ROOM = 8 };

static WCHAR to[ROOM + 1], *end;
static CHAR narrow[ROOM + 1], *narrow_end;
static size_t left;

static void begin(void)
{
    for (int i = 0; i <= ROOM; i++) {
        to[i] = L'#';
        narrow[i] = '#';
    }
    to[2] = 0; /* "##" */
    narrow[2] = '\0';
    end = NULL;
    narrow_end = NULL;
    left = 77;
}

/* Every unit is shown: what is behind the null, too */
static void show(const char *call, HRESULT result)
{
    printf("%s\t%08x\t", call, (unsigned)result);
    for (int i = 0; i <= ROOM; i++)
        printf(to[i] ? "%c" : "0", (char)to[i]);
    printf("\t");
    for (int i = 0; i <= ROOM; i++)
        printf(narrow[i] ? "%c" : "0", narrow[i]);
    printf("\t%d\t%d\n", (int)left, end ? (int)(end - to) : narrow_end ? (int)(narrow_end - narrow) : -1);
}

#define CALL(call) begin(), show(#call, call)

int main(void)
{
    CALL(StringCchCopyW(to, ROOM, L"1234567"));
    CALL(StringCchCopyW(to, ROOM, L"12345678"));
    CALL(StringCchCopyW(to, ROOM, L""));
    CALL(StringCchCopyW(to, 1, L"x"));
    CALL(StringCchCopyW(to, 0, L"x"));
    CALL(StringCchCopyA(narrow, ROOM, "12345678"));
    CALL(StringCbCopyW(to, ROOM * 2, L"12345678"));
    CALL(StringCbCopyW(to, 7, L"12345678"));
    CALL(StringCbCopyA(narrow, 4, "12345678"));
    CALL(StringCchCopyNW(to, ROOM, L"12345678", 3));
    CALL(StringCchCopyNW(to, ROOM, L"12345678", 7));
    CALL(StringCchCopyNW(to, ROOM, L"12345678", 8));
    CALL(StringCchCopyNA(narrow, ROOM, "12", 5));
    CALL(StringCchCopyExW(to, ROOM, L"123", &end, &left, 0));
    CALL(StringCchCopyExW(to, ROOM, L"12345678", &end, &left, 0));
    CALL(StringCchCopyExW(to, ROOM, L"123", &end, &left, STRSAFE_FILL_BEHIND_NULL | 0x41));
    CALL(StringCchCopyExW(to, ROOM, L"12345678", &end, &left, STRSAFE_NULL_ON_FAILURE));
    CALL(StringCchCopyExW(to, ROOM, L"12345678", &end, &left, STRSAFE_FILL_ON_FAILURE | 0x42));
    CALL(StringCchCopyExW(to, ROOM, L"12345678", &end, &left, STRSAFE_NO_TRUNCATION));
    CALL(StringCchCopyExW(to, ROOM, NULL, &end, &left, STRSAFE_IGNORE_NULLS));
    CALL(StringCbCopyExA(narrow, ROOM, "123", &narrow_end, &left, 0));
    CALL(StringCchCatW(to, ROOM, L"12345"));
    CALL(StringCchCatW(to, ROOM, L"123456"));
    CALL(StringCchCatW(to, 2, L"1"));
    CALL(StringCchCatA(narrow, ROOM, "123456"));
    CALL(StringCbCatW(to, ROOM * 2, L"1"));
    CALL(StringCchCatNW(to, ROOM, L"123456", 3));
    CALL(StringCchCatNA(narrow, ROOM, "123456", 6));
    CALL(StringCchCatExW(to, ROOM, L"1", &end, &left, 0));
    CALL(StringCchCatExW(to, ROOM, L"123456", &end, &left, STRSAFE_NO_TRUNCATION));
    CALL(StringCchCatExW(to, ROOM, L"1", &end, &left, STRSAFE_FILL_BEHIND_NULL | 0x43));
    CALL(StringCchPrintfW(to, ROOM, L"%s-%d", L"ab", 42));
    CALL(StringCchPrintfW(to, ROOM, L"%s-%d", L"abcdef", 42));
    CALL(StringCchPrintfW(to, ROOM, L"%hs %ls %c", "a", L"b", L'c'));
    CALL(StringCchPrintfW(to, ROOM, L"%I64x", 0x123456789aLL));
    CALL(StringCchPrintfA(narrow, ROOM, "%s-%d", "ab", 42));
    CALL(StringCchPrintfA(narrow, ROOM, "%S-%d", L"abcdef", 42));
    CALL(StringCbPrintfW(to, ROOM * 2, L"%05d", 42));
    CALL(StringCbPrintfA(narrow, ROOM, "%x", 0x12345678));
    CALL(StringCchPrintfExW(to, ROOM, &end, &left, 0, L"%d", 123));
    CALL(StringCchPrintfExW(to, ROOM, &end, &left, STRSAFE_NULL_ON_FAILURE, L"%d", 123456789));
    CALL(StringCchPrintfExA(narrow, ROOM, &narrow_end, &left, STRSAFE_FILL_BEHIND_NULL | 0x2a, "%d", 12));
    CALL(StringCchLengthW(L"1234", 8, &left));
    CALL(StringCchLengthW(L"12345678", 8, &left));
    CALL(StringCchLengthW(NULL, 8, &left));
    CALL(StringCbLengthW(L"1234", 16, &left));
    CALL(StringCchLengthA("1234", 5, &left));
    CALL(StringCbLengthA("1234", 4, &left));
    return 0;
}
