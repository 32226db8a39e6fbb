/* SPDX-License-Identifier: MIT */
/*
 * A test DLL, for Windows and native, whose callout waits in every way that Windows has, and says what has happened, in which order and
 * when in virtual time; HOW says which.
 */
#define _WIN32_WINNT 0x0A00
#include <windows.h>

#include "windows_acts.h"

#include <process.h>
#include <time.h>
#ifdef _WIN32
#include <sys/timeb.h>
#include <wchar.h>
#endif

/* --- locks --- */

static CRITICAL_SECTION section;
static SRWLOCK slim = SRWLOCK_INIT;
static CONDITION_VARIABLE changed = CONDITION_VARIABLE_INIT;
static int value;

static DWORD WINAPI in_section(LPVOID name)
{
    EnterCriticalSection(&section);
    Sleep(10);
    say(name);
    LeaveCriticalSection(&section);
    return 0;
}

static void sections(void)
{
    InitializeCriticalSection(&section);
    HANDLE threads[] = {start(in_section, "a"), start(in_section, "b"), start(in_section, "c")};
    for (int i = 0; i < 3; i++)
        join(threads[i]);
    say(TryEnterCriticalSection(&section) ? "free" : "held");
    LeaveCriticalSection(&section);
    DeleteCriticalSection(&section);
}

static DWORD WINAPI reads(LPVOID name)
{
    AcquireSRWLockShared(&slim);
    Sleep(20);
    say(name);
    ReleaseSRWLockShared(&slim);
    return 0;
}

static DWORD WINAPI writes(LPVOID name)
{
    Sleep(5);
    AcquireSRWLockExclusive(&slim);
    Sleep(5);
    say(name);
    ReleaseSRWLockExclusive(&slim);
    return 0;
}

static void slims(void)
{
    HANDLE threads[] = {start(reads, "r1"), start(writes, "w"), start(reads, "r2")};
    for (int i = 0; i < 3; i++)
        join(threads[i]);
}

static DWORD WINAPI changes(LPVOID unused)
{
    (void)unused;
    Sleep(30);
    EnterCriticalSection(&section);
    value = 1;
    LeaveCriticalSection(&section);
    WakeConditionVariable(&changed);
    Sleep(30);
    AcquireSRWLockExclusive(&slim);
    value = 2;
    ReleaseSRWLockExclusive(&slim);
    WakeAllConditionVariable(&changed);
    return 0;
}

static void conditions(void)
{
    InitializeCriticalSection(&section);
    value = 0;
    HANDLE thread = start(changes, NULL);
    EnterCriticalSection(&section);
    say(SleepConditionVariableCS(&changed, &section, 10) ? "changed" : "late");
    while (value == 0)
        SleepConditionVariableCS(&changed, &section, INFINITE);
    LeaveCriticalSection(&section);
    say_number((DWORD)value);
    AcquireSRWLockExclusive(&slim);
    while (value == 1)
        SleepConditionVariableSRW(&changed, &slim, INFINITE, 0);
    ReleaseSRWLockExclusive(&slim);
    say_number((DWORD)value);
    join(thread);
    DeleteCriticalSection(&section);
}

static INIT_ONCE once = INIT_ONCE_STATIC_INIT;

static BOOL CALLBACK initialize(PINIT_ONCE self, PVOID unused, PVOID *context)
{
    (void)self, (void)unused, (void)context;
    Sleep(25);
    say("once");
    return TRUE;
}

static DWORD WINAPI needs(LPVOID name)
{
    InitOnceExecuteOnce(&once, initialize, NULL, NULL);
    say(name);
    return 0;
}

static void once_only(void)
{
    InitOnceInitialize(&once);
    HANDLE threads[] = {start(needs, "a"), start(needs, "b")};
    join(threads[0]);
    join(threads[1]);
}

static volatile LONG word;

static DWORD WINAPI writes_word(LPVOID unused)
{
    (void)unused;
    Sleep(15);
    word = 1;
    WakeByAddressAll((void *)&word);
    return 0;
}

static void addresses(void)
{
    LONG zero = 0;
    word = 0;
    HANDLE thread = start(writes_word, NULL);
    say(WaitOnAddress(&word, &zero, sizeof zero, 10) ? "changed" : "late");
    say(WaitOnAddress(&word, &zero, sizeof zero, INFINITE) ? "changed" : "late");
    join(thread);
}

/* --- objects --- */

static DWORD WINAPI keeps(LPVOID mutex)
{
    WaitForSingleObject(mutex, INFINITE);
    Sleep(20);
    return 0; /* without a release */
}

static void objects(void)
{
    HANDLE mutex = CreateMutexW(NULL, FALSE, NULL), full = CreateSemaphoreW(NULL, 0, 5, NULL),
           event = CreateEventW(NULL, TRUE, FALSE, NULL), all[] = {mutex, full};
    HANDLE thread = start(keeps, mutex);
    Sleep(1);
    say_number(WaitForSingleObject(mutex, 5));
    say_number(WaitForSingleObject(mutex, INFINITE));
    say_number(WaitForMultipleObjects(2, all, TRUE, 7));
    ReleaseSemaphore(full, 2, NULL);
    say_number(WaitForMultipleObjects(2, all, TRUE, 7));
    say_number(SignalObjectAndWait(event, full, 3, FALSE));
    say_number(WaitForSingleObject(event, 0));
    say_number(SignalObjectAndWait(event, full, 3, FALSE));
    join(thread);
    CloseHandle(mutex), CloseHandle(full), CloseHandle(event);
}

/* --- timers --- */

static VOID CALLBACK on_queue(PVOID name, BOOLEAN fired)
{
    (void)fired;
    say(name);
}

static void queues(void)
{
    HANDLE timers[2];
    CreateTimerQueueTimer(&timers[0], NULL, on_queue, "q1", 10, 0, WT_EXECUTEINTIMERTHREAD);
    CreateTimerQueueTimer(&timers[1], NULL, on_queue, "q2", 15, 10, WT_EXECUTEINTIMERTHREAD);
    Sleep(40);
    DeleteTimerQueueTimer(NULL, timers[0], INVALID_HANDLE_VALUE);
    DeleteTimerQueueTimer(NULL, timers[1], INVALID_HANDLE_VALUE);
    Sleep(30);
    say("over");
}

static VOID CALLBACK on_pool_timer(PTP_CALLBACK_INSTANCE instance, PVOID name, PTP_TIMER timer)
{
    (void)instance, (void)timer;
    say(name);
}

static DWORD WINAPI of_pool(LPVOID name)
{
    say(name);
    return 0;
}

static VOID CALLBACK on_registered(PVOID name, BOOLEAN late)
{
    say(late ? "timeout" : (const char *)name);
}

static void pools(void)
{
    LARGE_INTEGER due = {.QuadPart = -200000};
    FILETIME time = {due.LowPart, (DWORD)due.HighPart};
    PTP_TIMER timer = CreateThreadpoolTimer(on_pool_timer, "tp", NULL);
    HANDLE event = CreateEventW(NULL, FALSE, FALSE, NULL), wait;
    SetThreadpoolTimer(timer, &time, 0, 0);
    QueueUserWorkItem(of_pool, "work", WT_EXECUTEDEFAULT);
    RegisterWaitForSingleObject(&wait, event, on_registered, "registered", 30, WT_EXECUTEDEFAULT);
    Sleep(5);
    SetEvent(event);
    Sleep(55);
    UnregisterWaitEx(wait, INVALID_HANDLE_VALUE);
    WaitForThreadpoolTimerCallbacks(timer, TRUE);
    CloseThreadpoolTimer(timer);
    CloseHandle(event);
    say("over");
}

static void waitables(void)
{
    HANDLE timer = CreateWaitableTimerW(NULL, FALSE, NULL);
    LARGE_INTEGER due = {.QuadPart = -100000};
    FILETIME now;
    SetWaitableTimer(timer, &due, 0, NULL, NULL, FALSE);
    say_number(WaitForSingleObject(timer, 5));
    say_number(WaitForSingleObject(timer, INFINITE));
    GetSystemTimeAsFileTime(&now);
    due.LowPart = now.dwLowDateTime, due.HighPart = (LONG)now.dwHighDateTime;
    due.QuadPart += 200000;
    SetWaitableTimer(timer, &due, 10, NULL, NULL, FALSE);
    for (int i = 0; i < 3; i++)
        say_number(WaitForSingleObject(timer, INFINITE));
    CancelWaitableTimer(timer);
    say_number(WaitForSingleObject(timer, 30));
    CloseHandle(timer);
}

/* Looking at many things once is no waiting. */
static VOID CALLBACK counts(PVOID unused, BOOLEAN fired)
{
    (void)unused, (void)fired;
    value++;
}

static void many(void)
{
    enum { TIMERS = 10000 };
    static HANDLE timers[TIMERS];
    value = 0;
    for (int i = 0; i < TIMERS; i++)
        CreateTimerQueueTimer(&timers[i], NULL, counts, NULL, (DWORD)(1 + i % 100), 0, WT_EXECUTEINTIMERTHREAD);
    Sleep(200);
    say_number((DWORD)value);
    for (int i = 0; i < TIMERS; i++)
        DeleteTimerQueueTimer(NULL, timers[i], NULL);
}

/* --- threads --- */

static unsigned __stdcall of_library(void *name)
{
    Sleep(10);
    say(name);
    _endthreadex(4);
    return 0;
}

static void library(void)
{
    HANDLE thread = (HANDLE)_beginthreadex(NULL, 0, of_library, "crt", 0, NULL);
    DWORD code;
    WaitForSingleObject(thread, INFINITE);
    GetExitCodeThread(thread, &code);
    say_number(code);
    CloseHandle(thread);
}

/* Work that takes no virtual time, however long the machine needs for it */
static DWORD WINAPI computes(LPVOID unused)
{
    (void)unused;
    for (volatile unsigned i = 0; i < 300000000; i++)
        ;
    say("computed");
    return 7;
}

static void limits(void)
{
    DWORD code = 0;
    HANDLE thread = start(computes, NULL);
    say_number(WaitForSingleObject(thread, 50));
    GetExitCodeThread(thread, &code);
    say_number(code);
    CloseHandle(thread);
}

/* --- waits of the thread pool, and what a callback leaves to the pool --- */

static HANDLE semaphore;

static VOID CALLBACK waited(PTP_CALLBACK_INSTANCE instance, PVOID context, PTP_WAIT wait, TP_WAIT_RESULT result)
{
    (void)wait;
    say(result == WAIT_OBJECT_0 ? "set" : "late");
    SetEventWhenCallbackReturns(instance, context);
    LeaveCriticalSectionWhenCallbackReturns(instance, &section);
    ReleaseSemaphoreWhenCallbackReturns(instance, semaphore, 1);
    EnterCriticalSection(&section);
    Sleep(5);
}

static void pool_waits(void)
{
    LARGE_INTEGER limit = {.QuadPart = -10 * 10000};
    HANDLE event = CreateEventW(NULL, FALSE, FALSE, NULL), done = CreateEventW(NULL, FALSE, FALSE, NULL);
    semaphore = CreateSemaphoreW(NULL, 0, 9, NULL);
    InitializeCriticalSection(&section);
    PTP_WAIT wait = CreateThreadpoolWait(waited, done, NULL);
    SetThreadpoolWait(wait, event, NULL);
    Sleep(20);
    SetEvent(event);
    WaitForSingleObject(done, INFINITE);
    say("done");
    FILETIME due = {limit.LowPart, (DWORD)limit.HighPart};
    SetThreadpoolWait(wait, event, &due);
    WaitForSingleObject(done, INFINITE);
    say("done");
    SetThreadpoolWait(wait, event, NULL);
    SetThreadpoolWait(wait, NULL, NULL); /* it is called off */
    SetEvent(event);
    say_number(WaitForSingleObject(done, 30));
    say_number(WaitForSingleObject(semaphore, 0) + WaitForSingleObject(semaphore, 0));
    say(TryEnterCriticalSection(&section) ? "free" : "held");
    LeaveCriticalSection(&section);
    WaitForThreadpoolWaitCallbacks(wait, FALSE);
    CloseThreadpoolWait(wait);
    DeleteCriticalSection(&section);
    CloseHandle(semaphore);
    CloseHandle(event);
    CloseHandle(done);
}

static void clocks(void)
{
    const time_t wall = time(NULL);
    LARGE_INTEGER count, later, frequency;
    ULONGLONG unbiased, then;
    FILETIME file, file_later;
    QueryPerformanceFrequency(&frequency);
    QueryPerformanceCounter(&count);
    QueryUnbiasedInterruptTime(&unbiased);
    GetSystemTimePreciseAsFileTime(&file);
    const clock_t passed = clock();
    Sleep(2000);
    QueryPerformanceCounter(&later);
    QueryUnbiasedInterruptTime(&then);
    GetSystemTimePreciseAsFileTime(&file_later);
    say_number((DWORD)(time(NULL) - wall));
    say_number((DWORD)((later.QuadPart - count.QuadPart) * 1000 / frequency.QuadPart));
    say_number((DWORD)((then - unbiased) / 10000));
    say_number((file_later.dwLowDateTime - file.dwLowDateTime) / 10000);
    say_number((DWORD)((clock() - passed) * 1000 / CLOCKS_PER_SEC));
}

#ifdef _WIN32 /* what only Windows has */
static void dates(void)
{
    struct __timeb64 before, after;
    WCHAR date[9], clock_time[9], expected[18], both[18];
    SYSTEMTIME now;
    char narrow[9];
    _ftime64(&before);
    DWORD timer = timeGetTime();
    Sleep(2000);
    _ftime64(&after);
    say_number((DWORD)((after.time - before.time) * 1000 + after.millitm - before.millitm));
    say_number(timeGetTime() - timer);
    GetLocalTime(&now);
    swprintf(expected, 18, L"%02d/%02d/%02d%02d:%02d:%02d", now.wMonth, now.wDay, now.wYear % 100, now.wHour,
             now.wMinute, now.wSecond);
    _wstrdate(date);
    _wstrtime(clock_time);
    swprintf(both, 18, L"%ls%ls", date, clock_time);
    say(wcscmp(both, expected) == 0 ? "date" : "another");
    _strdate(narrow);
    say(strncmp(narrow, "01/05/26", 9) == 0 ? "2026" : narrow);
}

static HANDLE pulsed;

static DWORD WINAPI pulse(LPVOID unused)
{
    (void)unused;
    Sleep(10);
    PulseEvent(pulsed);
    Sleep(10);
    return 0;
}

static void pulses(void)
{
    pulsed = CreateEventW(NULL, TRUE, FALSE, NULL);
    HANDLE thread = start(pulse, NULL);
    say_number(WaitForSingleObject(pulsed, 50));
    say_number(WaitForSingleObject(pulsed, 50));
    join(thread);
    CloseHandle(pulsed);
}

static DWORD WINAPI posts(LPVOID port)
{
    Sleep(12);
    PostQueuedCompletionStatus(port, 3, 7, NULL);
    return 0;
}

static void ports(void)
{
    HANDLE port = CreateIoCompletionPort(INVALID_HANDLE_VALUE, NULL, 0, 1), thread = start(posts, port);
    DWORD size = 0;
    ULONG_PTR key = 0;
    OVERLAPPED *overlapped;
    say(GetQueuedCompletionStatus(port, &size, &key, &overlapped, 5) ? "packet" : "late");
    say(GetQueuedCompletionStatus(port, &size, &key, &overlapped, INFINITE) ? "packet" : "late");
    say_number(size + (DWORD)key);
    join(thread);
    CloseHandle(port);
}

static DWORD WINAPI reads_pipe(LPVOID pipe)
{
    char byte[2] = "";
    for (DWORD got; ReadFile(pipe, byte, 1, &got, NULL) && got;)
        say(byte);
    say("end");
    return 0;
}

static void pipes(void)
{
    HANDLE from, to;
    CreatePipe(&from, &to, NULL, 0);
    HANDLE thread = start(reads_pipe, from);
    for (DWORD i = 0, written; i < 3; i++) {
        Sleep(10);
        WriteFile(to, "abc" + i, 1, &written, NULL);
    }
    Sleep(5);
    CloseHandle(to);
    join(thread);
    CloseHandle(from);
}

static VOID CALLBACK on_timer(LPVOID name, DWORD low, DWORD high)
{
    (void)low, (void)high;
    say(name);
}

static void timer_apc(void)
{
    HANDLE timer = CreateWaitableTimerW(NULL, FALSE, NULL);
    LARGE_INTEGER due = {.QuadPart = -50000};
    SetWaitableTimer(timer, &due, 0, on_timer, "apc", FALSE);
    say_number(SleepEx(INFINITE, TRUE));
    CloseHandle(timer);
}

/* One timer with three handles; the last that is open keeps it */
static void handles(void)
{
    HANDLE made = CreateWaitableTimerW(NULL, FALSE, L"named"),
           opened = OpenWaitableTimerW(TIMER_ALL_ACCESS, FALSE, L"named"), other;
    LARGE_INTEGER due = {.QuadPart = -100000};
    DuplicateHandle(GetCurrentProcess(), made, GetCurrentProcess(), &other, 0, FALSE, DUPLICATE_SAME_ACCESS);
    SetWaitableTimer(other, &due, 0, NULL, NULL, FALSE);
    say_number(WaitForSingleObject(made, 50));
    CloseHandle(made);
    SetWaitableTimer(opened, &due, 0, NULL, NULL, FALSE);
    CloseHandle(opened);
    say_number(WaitForSingleObject(other, 50));
    CloseHandle(other);
}

static VOID CALLBACK on_apc(ULONG_PTR name)
{
    say((const char *)name);
}

static DWORD WINAPI alertable(LPVOID unused)
{
    (void)unused;
    say_number(SleepEx(1000, TRUE));
    say_number(WaitForSingleObjectEx(GetCurrentProcess(), 5, TRUE));
    return 3;
}

static void apcs(void)
{
    HANDLE thread = start(alertable, NULL);
    DWORD code;
    Sleep(10);
    QueueUserAPC(on_apc, thread, (ULONG_PTR) "apc");
    WaitForSingleObject(thread, INFINITE);
    GetExitCodeThread(thread, &code);
    say_number(code);
    CloseHandle(thread);
}

static DWORD WINAPI ticks(LPVOID unused)
{
    (void)unused;
    for (;;) {
        Sleep(10);
        say("tick");
    }
}

static void suspends(void)
{
    HANDLE thread = CreateThread(NULL, 0, ticks, NULL, CREATE_SUSPENDED, NULL);
    Sleep(15);
    say_number(ResumeThread(thread));
    Sleep(25);
    say_number(SuspendThread(thread));
    Sleep(30);
    say_number(ResumeThread(thread));
    Sleep(15);
    TerminateThread(thread, 9);
    say_number(WaitForSingleObject(thread, 0));
    DWORD code;
    GetExitCodeThread(thread, &code);
    say_number(code);
    CloseHandle(thread);
}

#define OF_WINDOWS                                                                                          \
    {"pulses", pulses}, {"ports", ports}, {"pipes", pipes}, {"timer-apc", timer_apc}, {"handles", handles}, \
        {"apcs", apcs}, {"dates", dates},                                                                   \
    {                                                                                                       \
        "suspends", suspends                                                                                \
    }
#else
#define OF_WINDOWS \
    {              \
        NULL, NULL \
    }
#endif

DLL_OF_ACTS({"sections", sections}, {"slims", slims}, {"conditions", conditions}, {"once", once_only},
            {"addresses", addresses}, {"objects", objects}, {"queues", queues}, {"pools", pools},
            {"waitables", waitables}, {"library", library}, {"clocks", clocks}, {"many", many}, {"limits", limits},
            {"pool-waits", pool_waits}, OF_WINDOWS)
