/* SPDX-License-Identifier: MIT */
/* The functions of Windows that callouts use: threads, what they wait for, memory, conversions, modules. */
#include <windows.h>

#include <mprapi.h>

#include <setjmp.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include <cmocka.h>

static DWORD WINAPI add(LPVOID place)
{
    for (int i = 0; i < 10000; i++)
        InterlockedIncrement((LONG *)place);
    return 3;
}

static void threads_run_and_are_waited_for(void **state)
{
    enum { COUNT = 8 };
    HANDLE threads[COUNT];
    LONG sum = 0;
    DWORD code = 0;
    (void)state;
    for (int i = 0; i < COUNT; i++)
        assert_non_null(threads[i] = CreateThread(NULL, 0, add, &sum, 0, NULL));
    assert_int_equal(WaitForMultipleObjects(COUNT, threads, TRUE, INFINITE), WAIT_OBJECT_0);
    assert_int_equal(sum, COUNT * 10000);
    for (int i = 0; i < COUNT; i++) {
        assert_true(GetExitCodeThread(threads[i], &code));
        assert_int_equal(code, 3);
        assert_true(CloseHandle(threads[i]));
    }
    assert_non_null(threads[0] = CreateThread(NULL, 0, add, &sum, CREATE_SUSPENDED, NULL));
    assert_int_equal(WaitForSingleObject(threads[0], 20), WAIT_TIMEOUT);
    assert_int_equal(sum, COUNT * 10000);
    assert_int_equal(ResumeThread(threads[0]), 1);
    assert_int_equal(WaitForSingleObject(threads[0], INFINITE), WAIT_OBJECT_0);
    assert_int_equal(sum, (COUNT + 1) * 10000);
    assert_true(CloseHandle(threads[0]));
}

static HANDLE left;

static DWORD WINAPI keep(LPVOID unused)
{
    (void)unused;
    WaitForSingleObject(left, INFINITE);
    return GetCurrentThreadId();
}

static void a_mutex_whose_thread_has_ended_is_abandoned(void **state)
{
    DWORD id = 0, code = 0;
    (void)state;
    left = CreateMutexW(NULL, FALSE, NULL);
    HANDLE thread = CreateThread(NULL, 0, keep, NULL, 0, &id);
    assert_int_equal(WaitForSingleObject(thread, INFINITE), WAIT_OBJECT_0);
    GetExitCodeThread(thread, &code);
    assert_int_equal(code, id);
    assert_int_equal(WaitForSingleObject(left, INFINITE), WAIT_ABANDONED);
    assert_int_equal(WaitForSingleObject(left, INFINITE), WAIT_OBJECT_0);
    CloseHandle(thread);
    CloseHandle(left);
}

static void events_stay_or_are_taken(void **state)
{
    HANDLE stays = CreateEventW(NULL, TRUE, TRUE, NULL), taken = CreateEventA(NULL, FALSE, TRUE, NULL);
    HANDLE both[] = {taken, stays};
    (void)state;
    assert_int_equal(WaitForSingleObject(stays, 0), WAIT_OBJECT_0);
    assert_int_equal(WaitForSingleObject(stays, 0), WAIT_OBJECT_0);
    assert_int_equal(WaitForMultipleObjects(2, both, TRUE, 0), WAIT_OBJECT_0);
    assert_int_equal(WaitForMultipleObjects(2, both, TRUE, 0), WAIT_TIMEOUT);
    assert_int_equal(WaitForMultipleObjects(2, both, FALSE, 0), WAIT_OBJECT_0 + 1);
    assert_true(ResetEvent(stays));
    assert_int_equal(WaitForSingleObject(stays, 1), WAIT_TIMEOUT);
    assert_true(SetEvent(stays));
    assert_int_equal(WaitForSingleObjectEx(stays, INFINITE, FALSE), WAIT_OBJECT_0);
    CloseHandle(stays);
    CloseHandle(taken);
}

static void wrong_handles_are_errors(void **state)
{
    static const uintptr_t wrong[] = {0, 1, 3, 4096 * 4 + 4, UINTPTR_MAX};
    HANDLE mutex = CreateMutexA(NULL, FALSE, NULL), closed = CreateEventW(NULL, TRUE, TRUE, NULL);
    (void)state;
    CloseHandle(closed);
    for (size_t i = 0; i < sizeof wrong / sizeof *wrong; i++) {
        SetLastError(NO_ERROR);
        assert_int_equal(WaitForSingleObject((HANDLE)wrong[i], 0), WAIT_FAILED);
        assert_int_equal(GetLastError(), ERROR_INVALID_HANDLE);
        assert_false(CloseHandle((HANDLE)wrong[i]));
    }
    assert_false(CloseHandle(closed));
    assert_false(SetEvent(mutex));
    assert_false(ReleaseSemaphore(mutex, 1, NULL));
    assert_int_equal(WaitForMultipleObjects(0, &mutex, FALSE, 0), WAIT_FAILED);
    assert_int_equal(WaitForMultipleObjects(MAXIMUM_WAIT_OBJECTS + 1, &mutex, FALSE, 0), WAIT_FAILED);
    CloseHandle(mutex);
}

static void semaphores_count(void **state)
{
    LONG before = 0;
    HANDLE semaphore = CreateSemaphoreW(NULL, 1, 2, NULL);
    (void)state;
    assert_int_equal(WaitForSingleObject(semaphore, 0), WAIT_OBJECT_0);
    assert_int_equal(WaitForSingleObject(semaphore, 0), WAIT_TIMEOUT);
    assert_true(ReleaseSemaphore(semaphore, 2, &before));
    assert_int_equal(before, 0);
    assert_false(ReleaseSemaphore(semaphore, 1, NULL));
    assert_int_equal(GetLastError(), ERROR_TOO_MANY_POSTS);
    CloseHandle(semaphore);
    assert_null(CreateSemaphoreW(NULL, 3, 2, NULL));
}

static CRITICAL_SECTION section;
static SRWLOCK lock = SRWLOCK_INIT;
static int guarded;

static DWORD WINAPI guard(LPVOID exclusive)
{
    for (int i = 0; i < 2000; i++) {
        if (exclusive)
            AcquireSRWLockExclusive(&lock);
        else
            EnterCriticalSection(&section);
        guarded++;
        if (exclusive)
            ReleaseSRWLockExclusive(&lock);
        else
            LeaveCriticalSection(&section);
    }
    return 0;
}

static void locks_keep_others_out(void **state)
{
    (void)state;
    InitializeCriticalSection(&section);
    for (int exclusive = 0; exclusive < 2; exclusive++) {
        HANDLE threads[4];
        guarded = 0;
        for (int i = 0; i < 4; i++)
            threads[i] = CreateThread(NULL, 0, guard, (LPVOID)(intptr_t)exclusive, 0, NULL);
        WaitForMultipleObjects(4, threads, TRUE, INFINITE);
        for (int i = 0; i < 4; i++)
            CloseHandle(threads[i]);
        assert_int_equal(guarded, 8000);
    }
    EnterCriticalSection(&section);
    assert_true(TryEnterCriticalSection(&section));
    LeaveCriticalSection(&section);
    LeaveCriticalSection(&section);
    DeleteCriticalSection(&section);
    AcquireSRWLockShared(&lock);
    AcquireSRWLockShared(&lock);
    assert_false(TryAcquireSRWLockExclusive(&lock));
    ReleaseSRWLockShared(&lock);
    ReleaseSRWLockShared(&lock);
    assert_true(TryAcquireSRWLockExclusive(&lock));
    ReleaseSRWLockExclusive(&lock);
}

static DWORD WINAPI has_none(LPVOID index)
{
    return TlsGetValue(*(DWORD *)index) == NULL;
}

static void each_thread_has_its_own_pointer_and_error(void **state)
{
    DWORD index = TlsAlloc(), code = 0;
    (void)state;
    assert_true(TlsSetValue(index, &code));
    HANDLE thread = CreateThread(NULL, 0, has_none, &index, 0, NULL);
    WaitForSingleObject(thread, INFINITE);
    GetExitCodeThread(thread, &code);
    CloseHandle(thread);
    assert_int_equal(code, 1);
    assert_ptr_equal(TlsGetValue(index), &code);
    assert_true(TlsFree(index));
    SetLastError(1234);
    assert_int_equal(GetLastError(), 1234);
}

static void memory_is_zeroed_when_asked(void **state)
{
    static const char zeros[300];
    (void)state;
    char *memory = HeapAlloc(GetProcessHeap(), HEAP_ZERO_MEMORY, sizeof zeros);
    assert_memory_equal(memory, zeros, sizeof zeros);
    memory[0] = 'x';
    memory = HeapReAlloc(GetProcessHeap(), 0, memory, 4000);
    assert_int_equal(memory[0], 'x');
    assert_true(HeapSize(GetProcessHeap(), 0, memory) >= 4000);
    assert_true(HeapFree(GetProcessHeap(), 0, memory));
    memory = HeapAlloc(GetProcessHeap(), HEAP_ZERO_MEMORY, 10);
    memory = HeapReAlloc(GetProcessHeap(), HEAP_ZERO_MEMORY, memory, sizeof zeros);
    assert_memory_equal(memory, zeros, sizeof zeros);
    HeapFree(GetProcessHeap(), 0, memory);
    memory = LocalAlloc(LPTR, sizeof zeros);
    assert_memory_equal(LocalLock(memory), zeros, sizeof zeros);
    assert_false(LocalUnlock(memory));
    assert_null(LocalFree(memory));
    memory = GlobalLock(GlobalAlloc(GPTR, sizeof zeros));
    assert_memory_equal(memory, zeros, sizeof zeros);
    assert_null(GlobalFree(memory));
}

static void narrow_and_wide_strings_become_each_other(void **state)
{
    WCHAR wide[16];
    char narrow[16];
    BOOL substituted = TRUE;
    (void)state;
    assert_int_equal(MultiByteToWideChar(CP_UTF8, 0, "\xc3\xbc\xf0\x9f\x98\x80", -1, NULL, 0), 4);
    assert_int_equal(MultiByteToWideChar(CP_ACP, 0, "\xc3\xbc\xf0\x9f\x98\x80", -1, wide, 16), 4);
    assert_memory_equal(wide, L"\x00fc\xd83d\xde00", 4 * sizeof(WCHAR));
    assert_int_equal(WideCharToMultiByte(CP_UTF8, 0, wide, -1, narrow, 16, NULL, &substituted), 7);
    assert_string_equal(narrow, "\xc3\xbc\xf0\x9f\x98\x80");
    assert_false(substituted);
    assert_int_equal(MultiByteToWideChar(CP_UTF8, 0, "abc", 2, wide, 16), 2);
    assert_int_equal(MultiByteToWideChar(CP_UTF8, 0, "abc", -1, wide, 3), 0);
    assert_int_equal(GetLastError(), ERROR_INSUFFICIENT_BUFFER);
    assert_int_equal(MultiByteToWideChar(CP_UTF8, MB_ERR_INVALID_CHARS, "\xff", -1, wide, 16), 0);
    assert_int_equal(GetLastError(), ERROR_NO_UNICODE_TRANSLATION);
    assert_int_equal(MultiByteToWideChar(CP_UTF8, MB_ERR_INVALID_CHARS, "\xef\xbf\xbd", 3, wide, 16), 1);
    assert_int_equal(MultiByteToWideChar(CP_UTF8, 0, "\xf0\x9f", 2, wide, 16), 1);
    assert_int_equal(wide[0], 0xfffd);
    assert_int_equal(WideCharToMultiByte(CP_UTF8, WC_ERR_INVALID_CHARS, L"\xd83d", 1, narrow, 16, NULL, NULL), 0);
    assert_int_equal(WideCharToMultiByte(CP_UTF8, 0, L"\xd83d", 1, narrow, 16, NULL, NULL), 3);
    assert_int_equal(MultiByteToWideChar(1252, 0, "x", -1, wide, 16), 0);
    assert_int_equal(GetLastError(), ERROR_INVALID_PARAMETER);
}

static void modules_are_found_by_name_and_address(void **state)
{
    char path[MAX_PATH], small[4];
    WCHAR wide[MAX_PATH];
    (void)state;
    HMODULE library = GetModuleHandleA("LIBMPRAPI.SO.0");
    assert_non_null(library);
    assert_ptr_equal(GetModuleHandleW(L"libmprapi.so.0"), library);
    DWORD length = GetModuleFileNameA(library, path, sizeof path);
    assert_int_equal(length, strlen(path));
    assert_non_null(strstr(path, "libmprapi.so"));
    assert_int_equal(GetModuleFileNameW(library, wide, MAX_PATH), length);
    assert_int_equal(GetModuleFileNameA(library, small, sizeof small), sizeof small);
    assert_int_equal(small[3], 0);
    assert_true(GetModuleFileNameA(NULL, path, sizeof path) > 0);
    assert_ptr_equal(GetProcAddress(library, "MprAdminPortEnum"), MprAdminPortEnum);
    assert_null(GetProcAddress(library, "MprAdminNothing"));
    assert_int_equal(GetLastError(), ERROR_PROC_NOT_FOUND);
    assert_non_null(GetModuleHandleW(NULL));
    assert_null(GetProcAddress(library, (LPCSTR)1));
    assert_null(GetModuleHandleA("nowhere.dll"));
    assert_null(LoadLibraryA("/nowhere/at.all"));
    assert_int_equal(GetLastError(), ERROR_MOD_NOT_FOUND);
    GetModuleFileNameA(library, path, sizeof path);
    HMODULE again = LoadLibraryA(path);
    assert_ptr_equal(again, library);
    assert_true(FreeLibrary(again));
    assert_non_null(GetModuleHandleA("libmprapi.so.0"));
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(threads_run_and_are_waited_for),
        cmocka_unit_test(a_mutex_whose_thread_has_ended_is_abandoned),
        cmocka_unit_test(events_stay_or_are_taken),
        cmocka_unit_test(wrong_handles_are_errors),
        cmocka_unit_test(semaphores_count),
        cmocka_unit_test(locks_keep_others_out),
        cmocka_unit_test(each_thread_has_its_own_pointer_and_error),
        cmocka_unit_test(memory_is_zeroed_when_asked),
        cmocka_unit_test(narrow_and_wide_strings_become_each_other),
        cmocka_unit_test(modules_are_found_by_name_and_address),
    };
    return cmocka_run_group_tests(tests, NULL, NULL);
}
