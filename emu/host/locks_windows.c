/* SPDX-License-Identifier: MIT */
/* Locks of Windows in virtual time: what has no object of the system is kept here whole. */
#include "host/ntdll.h"
#include "host/schedule_windows.h"

#include "runtime/schedule_core.h"

#define all rras_schedule

/* --- threads that alert each other: slim locks, condition variables, WaitOnAddress() --- */

static LONG WINAPI await_alert(const void *address, const LARGE_INTEGER *timeout)
{
    if (!ntdll_is_scheduled())
        return ntdll.WaitForAlertByThreadId(address, timeout);
    bool late = false;
    for (uint64_t limit = ntdll_limit(timeout); !rras_me->system.alerted && !late;) {
        rras_schedule_prepare(&rras_me->system.alerted, limit, "a lock or a condition variable");
        late = rras_schedule_block();
    }
    late = !rras_me->system.alerted;
    rras_me->system.alerted = false;
    return late ? NT_TIMEOUT : NT_ALERTED;
}

static LONG WINAPI alert(HANDLE thread)
{
    struct rras_thread *target = schedule_find((DWORD)(uintptr_t)thread);
    if (!target)
        return ntdll.AlertThreadByThreadId(thread);
    target->system.alerted = true;
    rras_schedule_wake(&target->system.alerted, 1);
    return 0;
}

/* --- keyed events: who releases waits for one who waits, and the other way round --- */

/* The first that waits for the other side of this key; under the lock */
static struct rras_thread *find_other(struct rras_keyed self)
{
    for (struct rras_thread *thread = all.waiting.first; thread; thread = thread->next) {
        const struct rras_keyed *other = &thread->system.keyed;
        if (thread->on == other && other->event == self.event && other->key == self.key &&
            other->releases != self.releases)
            return thread;
    }
    return NULL;
}

static LONG meet(struct rras_keyed self, const LARGE_INTEGER *timeout)
{
    rras_schedule_lock_with_token();
    struct rras_thread *other = find_other(self);
    if (other) {
        other->system.keyed.met = true;
        rras_schedule_ready(other);
    }
    rras_schedule_unlock();
    if (other)
        return 0;
    struct rras_keyed *own = &rras_me->system.keyed;
    *own = self;
    bool late = false;
    for (uint64_t limit = ntdll_limit(timeout); !own->met && !late;) {
        rras_schedule_prepare(own, limit, self.releases ? "NtReleaseKeyedEvent" : "NtWaitForKeyedEvent");
        late = rras_schedule_block();
    }
    return own->met ? 0 : NT_TIMEOUT;
}

static LONG WINAPI await_keyed(HANDLE event, const void *key, BOOLEAN alertable, const LARGE_INTEGER *timeout)
{
    if (!ntdll_is_scheduled())
        return ntdll.WaitForKeyedEvent(event, key, alertable, timeout);
    return meet((struct rras_keyed){.event = event, .key = key}, timeout);
}

static LONG WINAPI release_keyed(HANDLE event, const void *key, BOOLEAN alertable, const LARGE_INTEGER *timeout)
{
    if (!ntdll_is_scheduled())
        return ntdll.ReleaseKeyedEvent(event, key, alertable, timeout);
    return meet((struct rras_keyed){.event = event, .key = key, .releases = true}, timeout);
}

/* --- critical sections --- */

/* Wine's own functions give up after a minute, which virtual time makes of no time at all. Whoever leaves a section gives one
 * ticket, which the next of those that wait takes; it is where Wine has a semaphore. */
static volatile LONG *tickets_of(RTL_CRITICAL_SECTION *section)
{
    return (volatile LONG *)(void *)&section->LockSemaphore;
}

static bool take_ticket(RTL_CRITICAL_SECTION *section)
{
    LONG left = *tickets_of(section);
    return left > 0 && InterlockedCompareExchange(tickets_of(section), left - 1, left) == left;
}

/* Whether a thread that the schedule does not know has it: one of the worker's own, or one in its last steps. It gives it
 * back soon, in real time. */
static bool is_held_outside(const RTL_CRITICAL_SECTION *section)
{
    DWORD owner = (DWORD)(uintptr_t)section->OwningThread;
    if (!owner)
        return true; /* it changes hands */
    if (schedule_find(owner))
        return false;
    HANDLE thread = OpenThread(SYNCHRONIZE, FALSE, owner);
    static const LARGE_INTEGER none;
    bool lives = thread && ntdll.WaitForSingleObject(thread, FALSE, &none) == NT_TIMEOUT;
    if (thread)
        ntdll.Close(thread);
    return lives;
}

static LONG WINAPI await_section(RTL_CRITICAL_SECTION *section)
{
    static const LARGE_INTEGER ms = {.QuadPart = -10000};
    while (!take_ticket(section)) {
        if (!ntdll_is_scheduled()) {
            ntdll.DelayExecution(FALSE, &ms);
            continue;
        }
        if (is_held_outside(section))
            rras_schedule_prepare_outside(section, RRAS_NEVER, "EnterCriticalSection", RRAS_MOMENT);
        else
            rras_schedule_prepare(section, RRAS_NEVER, "EnterCriticalSection");
        if (*tickets_of(section) > 0)
            rras_schedule_cancel();
        else
            rras_schedule_block();
    }
    return 0;
}

static LONG WINAPI release_section(RTL_CRITICAL_SECTION *section)
{
    InterlockedIncrement(tickets_of(section));
    rras_schedule_wake(section, 1);
    return 0;
}

bool ntdll_take_over_sections(void)
{
    HMODULE module = GetModuleHandleA("ntdll.dll");
    return code_replace(module, "RtlpWaitForCriticalSection", (FARPROC)(void (*)(void))await_section) &&
           code_replace(module, "RtlpUnWaitCriticalSection", (FARPROC)(void (*)(void))release_section);
}

const struct ntdll_hook ntdll_locks[] = {
    NTDLL_HOOK(WaitForAlertByThreadId, await_alert),
    NTDLL_HOOK(AlertThreadByThreadId, alert),
    NTDLL_HOOK(WaitForKeyedEvent, await_keyed),
    NTDLL_HOOK(ReleaseKeyedEvent, release_keyed),
    {NULL, NULL, NULL},
};
