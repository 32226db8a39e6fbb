/* SPDX-License-Identifier: MIT */
/*
 * The schedule's part of Windows (runtime/schedule_system.h), in the worker under Wine. Its lock and its token sleep by what
 * ntdll.dll has for that, beneath what is led into the schedule.
 */
#include "host/handles_windows.h"
#include "host/ntdll.h"
#include "host/schedule_windows.h"

#include "runtime/schedule_core.h"

#include <string.h>

#define all rras_schedule
enum { SLOTS_IN_BLOCK = 64 };

const char schedule_objects;
DWORD rras_me_slot, rras_core_slot, rras_system_slot;

void rras_schedule_sleep_on(atomic_int *word, int value)
{
    intptr_t before = rras_in_core;
    rras_in_core = 1;
    ntdll_used.WaitOnAddress(word, &value, sizeof value, NULL);
    rras_in_core = before;
}

void rras_schedule_wake_on(atomic_int *word, int count)
{
    intptr_t before = rras_in_core;
    rras_in_core = 1;
    (count == 1 ? ntdll_used.WakeAddressSingle : ntdll_used.WakeAddressAll)(word);
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

struct rras_thread *schedule_find_object(HANDLE handle)
{
    rras_schedule_lock();
    struct rras_thread *thread = all.living;
    while (thread && ntdll_used.CompareObjects(handle, thread->system.handle) != 0)
        thread = thread->next_living;
    if (!thread && all.inside && ntdll_used.CompareObjects(handle, all.service.system.handle) == 0)
        thread = &all.service;
    rras_schedule_unlock();
    return thread;
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
    schedule_ready_objects(NULL); /* they look when this thread has given the token away, not before */
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
bool rras_thread_sleeps(const struct rras_thread *thread, unsigned still)
{
    enum { KNOWN_LOOKS = 20, LOOKS = 200 };
    return still > (thread->system.blocking ? KNOWN_LOOKS : LOOKS);
}

unsigned rras_schedule_slowness(void)
{
    return 1;
}

/* --- what threads wait for --- */

bool schedule_waits_for(const struct rras_thread *thread, const void *object)
{
    if (thread->on != &schedule_objects)
        return false;
    for (unsigned i = 0; object && i < thread->system.handle_count; i++)
        if (thread->system.handles[i] == object || handle_is_shared(thread->system.handles[i]))
            return true;
    return !object;
}

void schedule_ready_objects(HANDLE object)
{
    for (struct rras_thread *thread = all.waiting.first, *next; thread; thread = next) {
        next = thread->next;
        if (schedule_waits_for(thread, object))
            rras_schedule_ready(thread);
    }
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
    all.on = rras_system_slot < SLOTS_IN_BLOCK && ntdll_take_over();
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
