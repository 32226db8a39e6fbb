/* SPDX-License-Identifier: MIT */
/*
 * The schedule's part of Windows (runtime/schedule_system.h), in the worker under Wine. Its lock and its token sleep by what
 * ntdll.dll has for that, beneath what is led into the schedule.
 */
#include "host/ntdll.h"
#include "host/schedule_windows.h"

#include "runtime/schedule_core.h"

#include <string.h>

#define all rras_schedule
enum { SLOTS_IN_BLOCK = 64 };

DWORD rras_me_slot, rras_core_slot, rras_system_slot;

static LONG(WINAPI *wait_on_address)(const void *address, const void *value, SIZE_T size, const LARGE_INTEGER *limit);
static void(WINAPI *wake_single)(const void *address);
static void(WINAPI *wake_every)(const void *address);
static LONG(WINAPI *query_object)(HANDLE object, ULONG class, void *info, ULONG size, ULONG *length);

void rras_schedule_sleep_on(atomic_int *word, int value)
{
    intptr_t before = rras_in_core;
    rras_in_core = 1;
    wait_on_address(word, &value, sizeof value, NULL);
    rras_in_core = before;
}

void rras_schedule_wake_on(atomic_int *word, int count)
{
    intptr_t before = rras_in_core;
    rras_in_core = 1;
    (count == 1 ? wake_single : wake_every)(word);
    rras_in_core = before;
}

void rras_core_enter(void)
{
    rras_in_core = 1;
}

void rras_core_leave(void)
{
}

int rras_core_hold(void)
{
    return 0;
}

void rras_core_release(int held)
{
    (void)held;
}

/* --- threads --- */

void rras_thread_know(struct rras_thread *thread)
{
    HANDLE process = GetCurrentProcess();
    rras_thread_id id = GetCurrentThreadId();
    if (thread == &all.service && (thread->id != id || !thread->system.handle)) {
        if (thread->system.handle)
            ntdll.Close(thread->system.handle);
        DuplicateHandle(process, GetCurrentThread(), process, &thread->system.handle, 0, FALSE, DUPLICATE_SAME_ACCESS);
    }
    thread->id = id;
}

void schedule_stay_out(void)
{
    rras_in_core = 1;
}

struct rras_thread *schedule_find(DWORD id)
{
    if (rras_in_core)
        return NULL;
    return all.inside && all.service.id == id ? &all.service : rras_schedule_find(id);
}

void schedule_suspend(struct rras_thread *thread)
{
    rras_schedule_lock();
    thread->suspended++;
    rras_schedule_unlock();
    if (thread == rras_me)
        rras_schedule_yield();
}

void schedule_resume(struct rras_thread *thread)
{
    rras_schedule_lock();
    thread->suspended -= thread->suspended > 0;
    rras_schedule_dispatch();
    rras_schedule_unlock();
}

/* A new thread runs code of the system before it comes here: it is known by its number. */
void rras_thread_recognize(void)
{
    struct rras_thread *thread = !rras_me && all.living && !rras_in_core ? rras_schedule_find(GetCurrentThreadId())
                                                                         : NULL;
    if (thread)
        rras_schedule_start(thread);
}

void rras_thread_given(struct rras_thread *thread)
{
    if (!thread->system.fresh)
        return;
    thread->system.fresh = false;
    ntdll.ResumeThread(thread->system.handle, NULL);
}

static HANDLE ending;

void rras_thread_takes(void)
{
    HANDLE thread = InterlockedExchangePointer(&ending, NULL);
    if (!thread)
        return;
    ntdll.WaitForSingleObject(thread, FALSE, NULL);
    ntdll.Close(thread);
}

void schedule_await_end(HANDLE thread)
{
    rras_thread_takes();
    InterlockedExchangePointer(&ending, thread);
    rras_schedule_lock();
    schedule_ready_outside(); /* they look when this thread has given the token away, not before */
    rras_schedule_unlock();
}

uint64_t rras_thread_cpu_ns(const struct rras_thread *thread)
{
    FILETIME begun, ended, kernel, user;
    if (!GetThreadTimes(thread->system.handle, &begun, &ended, &kernel, &user))
        return 0;
    return ((((uint64_t)kernel.dwHighDateTime << 32) | kernel.dwLowDateTime) +
            (((uint64_t)user.dwHighDateTime << 32) | user.dwLowDateTime)) *
           NS_PER_TICK;
}

bool rras_thread_has_begun(const struct rras_thread *thread)
{
    return !thread->system.fresh;
}

/* Wine's server may let any call wait for a moment; who waits for what is unknown does so for longer. */
bool rras_thread_sleeps(const struct rras_thread *thread)
{
    enum { LOOKS = 20 };
    static uint64_t turn;
    static unsigned looks;
    if (!thread->system.blocking || turn != all.turn)
        looks = 0;
    turn = all.turn;
    return thread->system.blocking && ++looks > LOOKS;
}

unsigned rras_schedule_slowness(void)
{
    return 1;
}

/* --- what comes from outside --- */

static unsigned looked;

void schedule_ready_outside(void)
{
    for (struct rras_thread *thread = all.outside_waits ? all.waiting.first : NULL, *next; thread; thread = next) {
        next = thread->next;
        if (thread->outside)
            rras_schedule_ready(thread);
    }
}

/* Each looks for itself. */
bool rras_outside_wakes(void)
{
    if (all.outside_looks == 0)
        looked = 0;
    if (looked == all.outside_looks || !all.outside_waits)
        return false;
    looked = all.outside_looks;
    schedule_ready_outside();
    return all.ready.first != NULL;
}

bool rras_outside_may_bring(uint64_t next)
{
    enum { LOOKS_MOST = 10 };
    return next == RRAS_NEVER && all.outside_waits && all.outside_looks < LOOKS_MOST;
}

static bool is_from_outside(HANDLE handle)
{
    enum { TYPE_INFORMATION = 2 };
    struct {
        USHORT length, room;
        WCHAR *name;
        char rest[512];
    } type = {0};
    if (query_object(handle, TYPE_INFORMATION, &type, sizeof type, NULL) < 0 || !type.name)
        return false;
    return wcscmp(type.name, L"Process") == 0 || wcscmp(type.name, L"File") == 0;
}

bool rras_outside_may_come_late(void)
{
    for (const struct rras_thread *thread = all.waiting.first; thread; thread = thread->next)
        for (unsigned i = 0; thread->system.handles && i < thread->system.handle_count; i++)
            if (is_from_outside(thread->system.handles[i]))
                return true;
    return false;
}

void rras_schedule_count_threads(void)
{
}

/* --- the beginning --- */

void rras_schedule_begin(void)
{
    rras_me_slot = TlsAlloc();
    rras_core_slot = TlsAlloc();
    rras_system_slot = TlsAlloc(); /* the highest of the three */
    all.on = rras_system_slot < SLOTS_IN_BLOCK && ntdll_find(&wait_on_address, "RtlWaitOnAddress") &&
             ntdll_find(&wake_single, "RtlWakeAddressSingle") && ntdll_find(&wake_every, "RtlWakeAddressAll") &&
             ntdll_find(&query_object, "NtQueryObject") && ntdll_take_over();
}

void rras_schedule_end_in_child(void)
{
}

static DWORD WINAPI watch(void *unused)
{
    static const LARGE_INTEGER pause = {.QuadPart = -10000 * RRAS_WATCH_MS};
    (void)unused;
    for (;;) {
        while (atomic_load(&all.attended) == 0)
            rras_schedule_sleep_on(&all.attended, 0);
        rras_schedule_look_after();
        ntdll.DelayExecution(FALSE, &pause);
    }
    return 0;
}

BOOL rras_schedule_watch(void)
{
    return !all.on || CreateThread(NULL, 0, watch, NULL, 0, NULL) != NULL;
}
