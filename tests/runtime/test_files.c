/* SPDX-License-Identifier: MIT */
/* Files, folders, messages, addresses and identifiers of Windows. */
#include <windows.h>

#include <lm.h>
#include <mprapi.h>
#include <mprerror.h>
#include <raserror.h>
#include <shlwapi.h>
#include <winsock2.h>
#include <ws2tcpip.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cmocka.h>

static const char *sandbox;

static void a_file_lies_in_the_sandbox_where_its_path_says(void **state)
{
    char native[256], bytes[16];
    DWORD count = 7;
    struct stat status;
    (void)state;
    WCHAR path[MAX_PATH];
    assert_int_equal(GetSystemDirectoryW(path, MAX_PATH), 19);
    lstrcatW(path, L"\\log.txt");
    HANDLE file = CreateFileW(path, GENERIC_READ | GENERIC_WRITE, FILE_SHARE_READ, NULL, CREATE_NEW,
                              FILE_ATTRIBUTE_NORMAL, NULL);
    assert_true(file != INVALID_HANDLE_VALUE);
    assert_true(WriteFile(file, "hello", 5, &count, NULL));
    assert_int_equal(count, 5);
    assert_int_equal(GetFileSize(file, NULL), 5);
    assert_int_equal(SetFilePointer(file, 1, NULL, FILE_BEGIN), 1);
    assert_true(ReadFile(file, bytes, sizeof bytes, &count, NULL));
    assert_int_equal(count, 4);
    assert_memory_equal(bytes, "ello", 4);
    assert_true(ReadFile(file, bytes, sizeof bytes, &count, NULL)); /* at the end */
    assert_int_equal(count, 0);
    assert_int_equal(SetFilePointer(file, -1, NULL, FILE_BEGIN), INVALID_SET_FILE_POINTER);
    LARGE_INTEGER distance = {.QuadPart = -9}, place;
    assert_false(SetFilePointerEx(file, distance, NULL, FILE_CURRENT));
    assert_int_equal(GetLastError(), ERROR_NEGATIVE_SEEK);
    distance.QuadPart = 3;
    assert_true(SetFilePointerEx(file, distance, &place, FILE_BEGIN) && place.QuadPart == 3 && SetEndOfFile(file));
    assert_true(FlushFileBuffers(file));
    assert_true(CloseHandle(file));
    assert_false(ReadFile(file, bytes, 1, &count, NULL));
    assert_int_equal(GetLastError(), ERROR_INVALID_HANDLE);
    snprintf(native, sizeof native, "%s/C/Windows/System32/log.txt", sandbox);
    assert_int_equal(stat(native, &status), 0);
    assert_int_equal(status.st_size, 3);
    /* relative is there too, and case does not count */
    assert_true(PathFileExistsA("LOG.TXT"));
    assert_true(PathFileExistsW(L"..\\system32\\.\\Log.txt"));
    assert_int_equal(GetFileAttributesA("C:\\WINDOWS"), FILE_ATTRIBUTE_DIRECTORY);
}

static void what_cannot_be_opened_says_why(void **state)
{
    static const struct {
        const char *path;
        DWORD access, disposition, error;
    } cases[] = {
        {"log.txt", GENERIC_WRITE, CREATE_NEW, ERROR_FILE_EXISTS},
        {"nothing.txt", GENERIC_READ, OPEN_EXISTING, ERROR_FILE_NOT_FOUND},
        {"C:\\nowhere\\x", GENERIC_WRITE, CREATE_ALWAYS, ERROR_PATH_NOT_FOUND},
        {"D:\\x", GENERIC_WRITE, CREATE_ALWAYS, ERROR_PATH_NOT_FOUND},
        {"a?b", GENERIC_WRITE, CREATE_ALWAYS, ERROR_INVALID_NAME},
        {"\\\\server\\share\\x", GENERIC_WRITE, CREATE_ALWAYS, ERROR_BAD_NETPATH},
        {"C:\\Windows", GENERIC_READ, OPEN_EXISTING, ERROR_ACCESS_DENIED},
        {"", GENERIC_READ, OPEN_EXISTING, ERROR_PATH_NOT_FOUND},
        {"log.txt", GENERIC_READ, TRUNCATE_EXISTING, ERROR_INVALID_PARAMETER},
        {"log.txt", GENERIC_READ, 9, ERROR_INVALID_PARAMETER},
    };
    (void)state;
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        HANDLE file = CreateFileA(cases[i].path, cases[i].access, 0, NULL, cases[i].disposition, 0, NULL);
        assert_true(file == INVALID_HANDLE_VALUE);
        assert_int_equal(GetLastError(), cases[i].error);
    }
    HANDLE file = CreateFileA("log.txt", GENERIC_WRITE, 0, NULL, CREATE_ALWAYS, 0, NULL);
    assert_int_equal(GetLastError(), ERROR_ALREADY_EXISTS);
    char byte;
    DWORD count;
    assert_false(ReadFile(file, &byte, 1, &count, NULL));
    assert_int_equal(GetLastError(), ERROR_ACCESS_DENIED);
    CloseHandle(file);
    assert_true(DeleteFileW(L"LOG.txt"));
    assert_false(DeleteFileA("log.txt"));
    assert_int_equal(GetLastError(), ERROR_FILE_NOT_FOUND);
    assert_true(CreateDirectoryW(L"C:\\Logs", NULL));
    assert_false(CreateDirectoryA("C:\\logs", NULL));
    assert_int_equal(GetLastError(), ERROR_ALREADY_EXISTS);
    file = CreateFileA("C:\\Logs\\gone", GENERIC_WRITE, 0, NULL, CREATE_ALWAYS, FILE_FLAG_DELETE_ON_CLOSE, NULL);
    assert_true(PathFileExistsA("C:\\Logs\\gone"));
    CloseHandle(file);
    assert_false(PathFileExistsA("C:\\Logs\\gone"));
}

static void names_are_read_as_windows_reads_them(void **state)
{
    OVERLAPPED end = {.Offset = 0xffffffff, .OffsetHigh = 0xffffffff}, second = {.Offset = 1};
    char bytes[8];
    DWORD count;
    (void)state;
    assert_false(DeleteFileA("NUL"));
    HANDLE null = CreateFileA("C:\\Windows\\nul.txt", GENERIC_WRITE, 0, NULL, CREATE_ALWAYS, FILE_FLAG_DELETE_ON_CLOSE,
                              NULL);
    assert_true(null != INVALID_HANDLE_VALUE);
    CloseHandle(null);
    assert_int_equal(access("/dev/null", W_OK), 0);
    HANDLE file = CreateFileA("dot.txt. ", GENERIC_READ | GENERIC_WRITE, 0, NULL, CREATE_ALWAYS, 0, NULL);
    assert_true(PathFileExistsA("\\\\?\\C:\\Windows\\System32\\dot.txt"));
    assert_true(WriteFile(file, "abc", 3, &count, NULL));
    assert_true(WriteFile(file, "d", 1, &count, &end));
    assert_true(ReadFile(file, bytes, 2, &count, &second));
    assert_memory_equal(bytes, "bc", 2);
    assert_int_equal(SetFilePointer(file, 0, NULL, FILE_CURRENT), 3);
    CloseHandle(file);
    WCHAR path[MAX_PATH], endless[40000];
    assert_true(GetModuleFileNameW(NULL, path, MAX_PATH) > 3);
    assert_true(path[0] == L'Z' && wcsrchr(path, L'\\') != NULL);
    assert_true(PathFileExistsW(path)); /* what is on Z: is the system below */
    wmemset(endless, L'x', 39999);
    endless[39999] = 0;
    assert_false(PathFileExistsW(endless));
    assert_int_equal(GetLastError(), ERROR_FILENAME_EXCED_RANGE);
}

static void the_systems_dlls_are_there(void **state)
{
    HMODULE kernel = GetModuleHandleW(L"KERNEL32.DLL"), own = NULL;
    (void)state;
    assert_non_null(kernel);
    assert_ptr_equal(GetProcAddress(kernel, "GetTickCount64"), GetTickCount64);
    assert_non_null(GetProcAddress(LoadLibraryA("ucrtbase"), "_wtoi"));
    assert_null(GetProcAddress(kernel, "NoSuchFunction"));
    assert_true(FreeLibrary(kernel));
    assert_true(
        GetModuleHandleExW(GET_MODULE_HANDLE_EX_FLAG_FROM_ADDRESS | GET_MODULE_HANDLE_EX_FLAG_UNCHANGED_REFCOUNT,
                           (LPCWSTR)(const void *)&sandbox, &own));
    assert_non_null(own);
    assert_null(GetModuleHandleA("nothing.dll"));
}

static void an_object_with_a_name_is_one(void **state)
{
    (void)state;
    HANDLE first = CreateMutexW(NULL, TRUE, L"Local\\only one");
    assert_int_equal(GetLastError(), NO_ERROR);
    HANDLE second = CreateMutexA(NULL, FALSE, "Local\\only one");
    assert_int_equal(GetLastError(), ERROR_ALREADY_EXISTS);
    assert_true(second && second != first);
    assert_null(CreateEventA(NULL, FALSE, FALSE, "Local\\only one"));
    assert_int_equal(GetLastError(), ERROR_INVALID_HANDLE);
    CloseHandle(first);
    assert_true(ReleaseMutex(second));
    CloseHandle(second);
    CloseHandle(CreateMutexW(NULL, FALSE, L"Local\\only one"));
    assert_int_equal(GetLastError(), NO_ERROR);
}

static void dates_go_both_ways(void **state)
{
    SYSTEMTIME
    date = {.wYear = 2024, .wMonth = 2, .wDay = 29, .wHour = 23, .wMinute = 59, .wSecond = 58, .wMilliseconds = 7},
    again;
    FILETIME time, later;
    (void)state;
    assert_true(SystemTimeToFileTime(&date, &time) && FileTimeToSystemTime(&time, &again));
    assert_int_equal(again.wDayOfWeek, 4);
    again.wDayOfWeek = 0;
    assert_memory_equal(&again, &date, sizeof date);
    date.wSecond++;
    assert_true(SystemTimeToFileTime(&date, &later));
    assert_int_equal(CompareFileTime(&time, &later), -1);
    date.wYear = 2023;
    assert_false(SystemTimeToFileTime(&date, &time));
    assert_int_equal(GetLastError(), ERROR_INVALID_PARAMETER);
}

static void variables_name_the_folders_of_windows(void **state)
{
    WCHAR wide[64];
    char narrow[64];
    (void)state;
    assert_int_equal(ExpandEnvironmentStringsA("%windir%\\x%unknown%", narrow, sizeof narrow), 22);
    assert_string_equal(narrow, "C:\\Windows\\x%unknown%");
    assert_int_equal(ExpandEnvironmentStringsW(L"%SYSTEMROOT%", wide, 64), 11);
    assert_int_equal(lstrcmpW(wide, L"C:\\Windows"), 0);
    assert_int_equal(GetEnvironmentVariableA("TEMP", narrow, 4), 16);
    assert_int_equal(GetEnvironmentVariableW(L"no such thing", wide, 64), 0);
    assert_int_equal(GetLastError(), ERROR_ENVVAR_NOT_FOUND);
    assert_int_equal(GetTempPathA(sizeof narrow, narrow), 16);
    assert_string_equal(narrow, "C:\\Windows\\Temp\\");
}

static void codes_have_texts_and_texts_have_inserts(void **state)
{
    LPWSTR made = NULL;
    char narrow[128];
    (void)state;
    static const DWORD codes[] = {ERROR_ACCESS_DENIED, ERROR_AUTHENTICATION_FAILURE, ERROR_ROUTER_STOPPED};
    for (size_t i = 0; i < 3; i++) {
        DWORD length = FormatMessageW(FORMAT_MESSAGE_ALLOCATE_BUFFER | FORMAT_MESSAGE_FROM_SYSTEM, NULL, codes[i], 0,
                                      (LPWSTR)&made, 0, NULL);
        assert_true(length > 8);
        assert_int_equal(made[length - 1], L'\n');
        assert_null(LocalFree(made));
    }
    assert_int_equal(FormatMessageA(FORMAT_MESSAGE_FROM_SYSTEM, NULL, 4242424, 0, narrow, sizeof narrow, NULL), 0);
    assert_int_equal(GetLastError(), ERROR_MR_MID_NOT_FOUND);
    assert_int_equal(FormatMessageA(FORMAT_MESSAGE_FROM_SYSTEM, NULL, 5, 0, narrow, 4, NULL), 0);
    assert_int_equal(GetLastError(), ERROR_INSUFFICIENT_BUFFER);
    DWORD_PTR arguments[] = {(DWORD_PTR) "alice", 691, 5, (DWORD_PTR) "x"};
    assert_int_equal(FormatMessageA(FORMAT_MESSAGE_FROM_STRING | FORMAT_MESSAGE_ARGUMENT_ARRAY,
                                    "%1: %2!u! (%2!#x!)%n%3!*s!|%%%!%0never", 0, 0, narrow, sizeof narrow,
                                    (va_list *)arguments),
                     28);
    assert_string_equal(narrow, "alice: 691 (0x2b3)\r\n    x|%!");
    DWORD_PTR bill[] = {4, 2, (DWORD_PTR) "Bill", (DWORD_PTR) "Bob", 6, (DWORD_PTR) "Bill"};
    assert_int_equal(FormatMessageA(FORMAT_MESSAGE_FROM_STRING | FORMAT_MESSAGE_ARGUMENT_ARRAY, "%1!*.*s! %4 %5!*s!", 0,
                                    0, narrow, sizeof narrow, (va_list *)bill),
                     15);
    assert_string_equal(narrow, "  Bi Bob   Bill");
    static const char *const wrong[] = {"%1!d %s!", "%1!*.*.*s!", "%1!!", "%99!*s!", "%1!n!"};
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        assert_int_equal(FormatMessageA(FORMAT_MESSAGE_FROM_STRING | FORMAT_MESSAGE_ARGUMENT_ARRAY, wrong[i], 0, 0,
                                        narrow, sizeof narrow, (va_list *)bill),
                         0);
        assert_int_equal(GetLastError(), ERROR_INVALID_PARAMETER);
    }
    assert_int_equal(FormatMessageA(FORMAT_MESSAGE_FROM_STRING, "%1", 0, 0, narrow, sizeof narrow, NULL), 0);
    assert_int_equal(FormatMessageA(FORMAT_MESSAGE_FROM_STRING | FORMAT_MESSAGE_IGNORE_INSERTS, "%1 stays", 0, 0,
                                    narrow, sizeof narrow, NULL),
                     8);
    assert_string_equal(narrow, "%1 stays");
}

static void addresses_become_text_and_back(void **state)
{
    WSADATA data;
    WCHAR wide[64], service[16];
    char narrow[64];
    IN_ADDR four;
    IN6_ADDR six;
    (void)state;
    SOCKADDR_IN address = {.sin_family = AF_INET, .sin_port = htons(1723)};
    assert_int_equal(GetNameInfoW((SOCKADDR *)&address, sizeof address, wide, 64, service, 16, 0), WSANOTINITIALISED);
    assert_int_equal(WSACleanup(), SOCKET_ERROR);
    assert_int_equal(WSAGetLastError(), WSANOTINITIALISED);
    assert_int_equal(WSAStartup(MAKEWORD(2, 2), &data), 0);
    assert_int_equal(data.wVersion, MAKEWORD(2, 2));
    assert_int_equal(WSAStartup(0, &data), WSAVERNOTSUPPORTED);
    assert_int_equal(InetPtonW(AF_INET, L"10.1.2.3", &four), 1);
    assert_int_equal(four.S_un.S_addr, htonl(0x0a010203));
    assert_int_equal(ntohs(htons(0x1234)), 0x1234);
    assert_string_equal(inet_ntoa(four), "10.1.2.3");
    assert_int_equal(inet_addr("10.1.2.3"), four.s_addr);
    assert_int_equal(inet_addr("x"), INADDR_NONE);
    assert_int_equal(InetPtonA(AF_INET6, "2001:DB8::1", &six), 1);
    assert_non_null(InetNtopW(AF_INET6, &six, wide, 64));
    assert_int_equal(lstrcmpW(wide, L"2001:db8::1"), 0);
    assert_null(InetNtopA(AF_INET, &four, narrow, 4));
    assert_int_equal(InetPtonW(AF_INET, L"10.1.2", &four), 0);
    assert_int_equal(InetPtonW(99, L"10.1.2.3", &four), -1);
    assert_int_equal(WSAGetLastError(), WSAEAFNOSUPPORT);
    InetPtonW(AF_INET, L"192.0.2.7", &address.sin_addr);
    assert_int_equal(GetNameInfoW((SOCKADDR *)&address, sizeof address, wide, 64, service, 16, NI_NUMERICHOST), 0);
    assert_int_equal(lstrcmpW(wide, L"192.0.2.7"), 0);
    assert_int_equal(lstrcmpW(service, L"1723"), 0);
    assert_int_equal(GetNameInfoW((SOCKADDR *)&address, sizeof address, wide, 64, NULL, 0, NI_NAMEREQD),
                     WSAHOST_NOT_FOUND);
    assert_int_equal(WSACleanup(), 0);
}

static void identifiers_become_text_and_back(void **state)
{
    static const GUID guid = {0x01234567, 0x89ab, 0xcdef, {0xfe, 0xdc, 0xba, 0x98, 0x76, 0x54, 0x32, 0x10}};
    GUID read;
    WCHAR text[40];
    (void)state;
    assert_int_equal(StringFromGUID2(&guid, text, 38), 0);
    assert_int_equal(StringFromGUID2(&guid, text, 40), 39);
    assert_int_equal(lstrcmpW(text, L"{01234567-89AB-CDEF-FEDC-BA9876543210}"), 0);
    assert_int_equal(CLSIDFromString(L"{01234567-89ab-cdef-fedc-ba9876543210}", &read), S_OK);
    assert_true(IsEqualGUID(&guid, &read));
    assert_int_equal(CLSIDFromString(L"{01234567-89ab-cdef-fedc-ba987654321g}", &read), CO_E_CLASSSTRING);
    assert_int_equal(CLSIDFromString(L"01234567", &read), CO_E_CLASSSTRING);
}

static void text_in_utf16_is_guessed(void **state)
{
    int wanted = IS_TEXT_UNICODE_SIGNATURE;
    (void)state;
    assert_true(IsTextUnicode(L"plain", 10, NULL));
    assert_false(IsTextUnicode("plain text", 10, NULL));
    assert_false(IsTextUnicode(L"odd", 5, NULL));
    assert_true(IsTextUnicode(L"\xfeffmarked", 14, &wanted));
    assert_int_equal(wanted, IS_TEXT_UNICODE_SIGNATURE);
    assert_false(IsTextUnicode("", 0, NULL));
}

static void narrow_strings_are_compared_like_wide_ones(void **state)
{
    char to[4];
    (void)state;
    assert_int_equal(lstrcmpiA("\xc3\x84LICE", "\xc3\xa4lice"), 0);
    assert_int_equal(lstrcmpA("a", "A"), lstrcmpW(L"a", L"A"));
    assert_int_equal(lstrcmpA(NULL, "a"), -1);
    assert_int_equal(lstrlenA(NULL), 0);
    assert_string_equal(lstrcpynA(to, "abcdef", 4), "abc");
    assert_null(lstrcpynW(NULL, L"x", 4));
}

static int prepare(void **state)
{
    static char folder[] = "/tmp/rrasemu-test-XXXXXX";
    *state = folder;
    sandbox = folder;
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
        cmocka_unit_test(a_file_lies_in_the_sandbox_where_its_path_says),
        cmocka_unit_test(what_cannot_be_opened_says_why),
        cmocka_unit_test(names_are_read_as_windows_reads_them),
        cmocka_unit_test(the_systems_dlls_are_there),
        cmocka_unit_test(an_object_with_a_name_is_one),
        cmocka_unit_test(dates_go_both_ways),
        cmocka_unit_test(variables_name_the_folders_of_windows),
        cmocka_unit_test(codes_have_texts_and_texts_have_inserts),
        cmocka_unit_test(addresses_become_text_and_back),
        cmocka_unit_test(identifiers_become_text_and_back),
        cmocka_unit_test(text_in_utf16_is_guessed),
        cmocka_unit_test(narrow_strings_are_compared_like_wide_ones),
    };
    return cmocka_run_group_tests(tests, prepare, clean_up);
}
