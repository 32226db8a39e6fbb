/* SPDX-License-Identifier: MIT */
/* Locks of Windows in virtual time: what has no object of the system is kept here whole. */
#include "host/ntdll.h"
#include "host/schedule_windows.h"

#include "runtime/schedule_core.h"

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

struct keyed {
    struct keyed *next;
    HANDLE event;
    const void *key;
    bool releases, met;
};
static struct keyed *all_keyed;

static LONG meet(struct keyed self, const LARGE_INTEGER *timeout)
{
    struct keyed **at = &all_keyed;
    bool late = false;
    while (*at && ((*at)->event != self.event || (*at)->key != self.key || (*at)->releases == self.releases))
        at = &(*at)->next;
    if (*at) {
        struct keyed *other = *at;
        *at = other->next;
        other->met = true;
        rras_schedule_wake(other, 1);
        return 0;
    }
    *at = &self;
    for (uint64_t limit = ntdll_limit(timeout); !self.met && !late;) {
        rras_schedule_prepare(&self, limit, self.releases ? "NtReleaseKeyedEvent" : "NtWaitForKeyedEvent");
        late = rras_schedule_block();
    }
    if (self.met)
        return 0;
    for (at = &all_keyed; *at != &self;)
        at = &(*at)->next;
    *at = self.next;
    return NT_TIMEOUT;
}

static LONG WINAPI await_keyed(HANDLE event, const void *key, BOOLEAN alertable, const LARGE_INTEGER *timeout)
{
    if (!ntdll_is_scheduled())
        return ntdll.WaitForKeyedEvent(event, key, alertable, timeout);
    return meet((struct keyed){.event = event, .key = key}, timeout);
}

static LONG WINAPI release_keyed(HANDLE event, const void *key, BOOLEAN alertable, const LARGE_INTEGER *timeout)
{
    if (!ntdll_is_scheduled())
        return ntdll.ReleaseKeyedEvent(event, key, alertable, timeout);
    return meet((struct keyed){.event = event, .key = key, .releases = true}, timeout);
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

static LONG WINAPI await_section(RTL_CRITICAL_SECTION *section)
{
    static const LARGE_INTEGER ms = {.QuadPart = -10000};
    while (!take_ticket(section)) {
        if (!ntdll_is_scheduled()) {
            ntdll.DelayExecution(FALSE, &ms);
            continue;
        }
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
    if (!rras_in_core)
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
