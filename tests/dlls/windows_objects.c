/* SPDX-License-Identifier: MIT */
/*
 * A test DLL for Windows: what handles allow, whom an object lets go on and when, and what belongs to which thread; HOW says
 * which.
 */
#define _WIN32_WINNT 0x0A00
#include <windows.h>

#include "windows_acts.h"

static HANDLE event, semaphore;

static DWORD WINAPI sleeps(LPVOID ms)
{
    Sleep((DWORD)(ULONG_PTR)ms);
    return 0;
}

/* A thread that sleeps, and another handle of it */
static HANDLE sleeper(DWORD ms, DWORD access, HANDLE *other)
{
    DWORD id;
    HANDLE thread = CreateThread(NULL, 0, sleeps, (void *)(ULONG_PTR)ms, 0, &id);
    *other = OpenThread(access, FALSE, id);
    return thread;
}

/* --- rights --- */

static void few_rights(void)
{
    HANDLE few, thread = sleeper(100, THREAD_SUSPEND_RESUME, &few);
    Sleep(10);
    say_number(SuspendThread(few));
    Sleep(10);
    say_number(ResumeThread(few));
    CloseHandle(few);
    join(thread);
    say("joined");
    thread = sleeper(100, THREAD_TERMINATE, &few);
    Sleep(10);
    say_number(TerminateThread(few, 5));
    CloseHandle(few);
    join(thread);
    say("joined");
}

static void no_rights(void)
{
    HANDLE few, thread = sleeper(50, THREAD_QUERY_LIMITED_INFORMATION | SYNCHRONIZE, &few);
    say_number(SuspendThread(few) == (DWORD)-1 ? GetLastError() : 0);
    say_number(TerminateThread(few, 1) ? 0 : GetLastError());
    CloseHandle(few);
    join(thread);
    say("joined");
}

static void suspend_limit(void)
{
    DWORD times = 0;
    HANDLE thread = start(sleeps, (void *)1000);
    while (times < 200 && SuspendThread(thread) != (DWORD)-1)
        times++;
    say_number(times);
    say_number(GetLastError());
    TerminateThread(thread, 0);
    join(thread);
}

static void remote(void)
{
    HANDLE process = OpenProcess(PROCESS_ALL_ACCESS, FALSE, GetCurrentProcessId());
    join(CreateRemoteThread(process, NULL, 0, sleeps, (void *)20, 0, NULL));
    say("joined");
    CloseHandle(process);
}

/* --- whom they let go on --- */

static DWORD WINAPI takes_three(LPVOID name)
{
    for (int i = 0; i < 3; i++) {
        WaitForSingleObject(semaphore, INFINITE);
        say(name);
    }
    return 0;
}

static void in_turn(void)
{
    static char names[3][2] = {"a", "b", "c"};
    HANDLE threads[3];
    semaphore = CreateSemaphoreW(NULL, 0, 100, NULL);
    for (int i = 0; i < 3; i++)
        threads[i] = start(takes_three, names[i]);
    Sleep(1);
    for (int i = 0; i < 9; i++) {
        ReleaseSemaphore(semaphore, 1, NULL);
        Sleep(1);
    }
    for (int i = 0; i < 3; i++)
        join(threads[i]);
    CloseHandle(semaphore);
}

static DWORD WINAPI waits(LPVOID ms)
{
    say_number(WaitForSingleObject(event, (DWORD)(ULONG_PTR)ms));
    return 0;
}

/* Who does not wait yet has nothing of it. */
static void pulse_before(void)
{
    event = CreateEventW(NULL, TRUE, FALSE, NULL);
    HANDLE thread = start(waits, (void *)50);
    PulseEvent(event);
    join(thread);
    CloseHandle(event);
}

static DWORD WINAPI trades(LPVOID sides)
{
    HANDLE *side = sides;
    for (int i = 0; i < 500; i++) {
        ReleaseSemaphore(side[0], 1, NULL);
        WaitForSingleObject(side[1], INFINITE);
    }
    return 0;
}

static DWORD WINAPI waits_for(LPVOID object)
{
    return WaitForSingleObject(object, INFINITE);
}

/* A signal is nothing to those that wait for something else. */
static void herd(void)
{
    enum { HERD = 200 };
    static HANDLE threads[HERD], events[HERD];
    HANDLE sides[3] = {CreateSemaphoreW(NULL, 0, 9, NULL), CreateSemaphoreW(NULL, 0, 9, NULL)};
    sides[2] = sides[0];
    for (int i = 0; i < HERD; i++) {
        events[i] = CreateEventW(NULL, FALSE, FALSE, NULL);
        threads[i] = start(waits_for, events[i]);
    }
    Sleep(1);
    HANDLE one = start(trades, sides), other = start(trades, sides + 1);
    join(one);
    join(other);
    say("traded");
    for (int i = 0; i < HERD; i++) {
        SetEvent(events[i]);
        join(threads[i]);
        CloseHandle(events[i]);
    }
    say("joined");
    CloseHandle(sides[0]);
    CloseHandle(sides[1]);
}

static DWORD WINAPI signals_by_name(LPVOID unused)
{
    HANDLE named = OpenEventW(EVENT_ALL_ACCESS, FALSE, L"rrasemu-test");
    (void)unused;
    Sleep(10);
    SetEvent(named);
    CloseHandle(named);
    return 0;
}

/* Who waits by one handle is woken by another of the same object. */
static void other_handles(void)
{
    HANDLE copy, process = GetCurrentProcess();
    event = CreateEventW(NULL, FALSE, FALSE, NULL);
    HANDLE thread = start(waits, (void *)100);
    Sleep(5);
    DuplicateHandle(process, event, process, &copy, 0, FALSE, DUPLICATE_SAME_ACCESS);
    SetEvent(copy);
    join(thread);
    CloseHandle(copy);
    CloseHandle(event);
    event = CreateEventW(NULL, FALSE, FALSE, L"rrasemu-test");
    thread = start(signals_by_name, NULL);
    say_number(WaitForSingleObject(event, 100));
    join(thread);
    CloseHandle(event);
}

/* --- timers --- */

static int calls;

static VOID CALLBACK count_call(LPVOID unused, DWORD low, DWORD high)
{
    (void)unused, (void)low, (void)high;
    calls++;
}

static void set(HANDLE timer, int ms, LONG period, PTIMERAPCROUTINE call)
{
    LARGE_INTEGER due = {.QuadPart = -10000LL * ms};
    SetWaitableTimer(timer, &due, period, call, NULL, FALSE);
}

static DWORD WINAPI sets_timer(LPVOID timer)
{
    set(timer, 10, 0, count_call);
    return 0;
}

static void timers(void)
{
    HANDLE timer = CreateWaitableTimerW(NULL, FALSE, NULL);
    set(timer, 0, 0, NULL);
    say_number(WaitForSingleObject(timer, 0)); /* it is due */
    set(timer, 10, 10, count_call);
    Sleep(95);
    SleepEx(0, TRUE);
    say_number((DWORD)calls); /* nine times, of which one is kept */
    calls = 0;
    Sleep(10);
    CancelWaitableTimer(timer);
    SleepEx(0, TRUE);
    say_number((DWORD)calls);
    WaitForSingleObject(timer, 0);
    join(start(sets_timer, timer));
    say_number(WaitForSingleObject(timer, 50)); /* it has ended with its thread */
    CloseHandle(timer);
}

DLL_OF_ACTS({"few-rights", few_rights}, {"no-rights", no_rights}, {"suspend-limit", suspend_limit}, {"remote", remote},
            {"in-turn", in_turn}, {"pulse-before", pulse_before}, {"herd", herd}, {"other-handles", other_handles},
            {"timers", timers})
