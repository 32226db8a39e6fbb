/* SPDX-License-Identifier: MIT */
/* Waitable timers in virtual time, under Wine: to the system each is an event, which the schedule sets when it is time. */
#include "host/ntdll.h"
#include "host/schedule_windows.h"
#include "host/timers_windows.h"

#include "runtime/schedule_core.h"

#include <stdlib.h>

/** One of them. */
struct timer {
    HANDLE name;     /**< the handle that it was made with; NULL: that was closed */
    HANDLE event;    /**< ours: it lives as long as there is another */
    uint64_t due_ns; /**< RRAS_NEVER: it is not set */
    uint64_t each_ns;
    uint64_t order; /**< of equal times the one that was set first */
    HANDLE thread;  /**< whose function it calls; or NULL */
    bool queued;    /**< that is to be called: never twice */
    ntdll_apc apc;
    ULONG_PTR argument;
};
static struct timer *timers;
static size_t count, room;
static uint64_t orders;

/* By the handle it was made with, or by one that was duplicated or opened by name */
static struct timer *find(HANDLE handle)
{
    for (size_t i = 0; i < count; i++)
        if (timers[i].name == handle)
            return &timers[i];
    for (size_t i = 0; i < count; i++)
        if (ntdll_used.CompareObjects(timers[i].event, handle) == 0)
            return &timers[i];
    return NULL;
}

static bool add(HANDLE handle)
{
    HANDLE own, process = GetCurrentProcess();
    if (count == room) {
        size_t more = room ? 2 * room : 16;
        struct timer *grown = realloc(timers, more * sizeof *grown);
        if (!grown)
            return false;
        timers = grown;
        room = more;
    }
    if (!DuplicateHandle(process, handle, process, &own, 0, FALSE, DUPLICATE_SAME_ACCESS))
        return false;
    timers[count++] = (struct timer){.name = handle, .event = own, .due_ns = RRAS_NEVER};
    return true;
}

/* It no longer fires, nor calls what is queued already. */
static void set_off(struct timer *timer)
{
    if (timer->thread)
        ntdll.Close(timer->thread);
    timer->thread = NULL;
    timer->queued = false;
    timer->due_ns = RRAS_NEVER;
    timer->order = ++orders;
}

/* Nobody has a handle any more: it never fires. */
static bool is_gone(const struct timer *timer)
{
    struct ntdll_basic basic;
    return ntdll_used.QueryObject(timer->event, 0, &basic, sizeof basic, NULL) == 0 && basic.handles == 1;
}

static void forget(struct timer *timer)
{
    set_off(timer);
    ntdll.Close(timer->event);
    *timer = timers[--count];
}

static LONG WINAPI create(HANDLE *handle, ACCESS_MASK access, const void *attributes, ULONG kind)
{
    enum { NO_MEMORY = (int)0xc0000017, THERE_ALREADY = 0x40000000 };
    if (!ntdll_is_scheduled())
        return ntdll.CreateTimer(handle, access, attributes, kind);
    LONG status = ntdll_used.CreateEvent(handle, access, attributes, kind, FALSE);
    if (status < 0 || status == THERE_ALREADY || add(*handle))
        return status;
    ntdll.Close(*handle);
    return NO_MEMORY;
}

static LONG WINAPI open_timer(HANDLE *handle, ACCESS_MASK access, const void *attributes)
{
    return ntdll_is_scheduled() ? ntdll_used.OpenEvent(handle, access, attributes)
                                : ntdll.OpenTimer(handle, access, attributes);
}

static LONG WINAPI set(HANDLE handle, const LARGE_INTEGER *due, ntdll_apc apc, void *argument, BOOLEAN resume,
                       ULONG each, BOOLEAN *before)
{
    enum { NS_PER_MS = 1000000 };
    struct timer *timer = ntdll_is_scheduled() ? find(handle) : NULL;
    if (!timer)
        return ntdll.SetTimer(handle, due, apc, argument, resume, each, before);
    if (before)
        *before = WaitForSingleObject(handle, 0) == WAIT_OBJECT_0;
    ResetEvent(handle);
    set_off(timer);
    timer->due_ns = ntdll_limit(due);
    timer->each_ns = each * UINT64_C(1) * NS_PER_MS;
    timer->apc = apc;
    timer->argument = (ULONG_PTR)argument;
    if (apc)
        DuplicateHandle(GetCurrentProcess(), GetCurrentThread(), GetCurrentProcess(), &timer->thread, 0, FALSE,
                        DUPLICATE_SAME_ACCESS);
    rras_schedule_lock();
    rras_timers_fire(rras_clock_last().ns); /* it may be due */
    rras_schedule_unlock();
    return 0;
}

static LONG WINAPI cancel(HANDLE handle, BOOLEAN *before)
{
    struct timer *timer = ntdll_is_scheduled() ? find(handle) : NULL;
    if (!timer)
        return ntdll.CancelTimer(handle, before);
    if (before)
        *before = timer->due_ns == RRAS_NEVER;
    set_off(timer);
    return 0;
}

void timers_closed(HANDLE handle)
{
    for (size_t i = 0; i < count; i++)
        if (timers[i].name == handle) {
            timers[i].name = NULL;
            if (is_gone(&timers[i]))
                forget(&timers[i]);
            return;
        }
}

/* --- for the schedule, under its lock --- */

static struct timer *first_of(void)
{
    struct timer *first = NULL;
    for (size_t i = 0; i < count; i++)
        if (timers[i].due_ns != RRAS_NEVER && (!first || timers[i].due_ns < first->due_ns ||
                                               (timers[i].due_ns == first->due_ns && timers[i].order < first->order)))
            first = &timers[i];
    return first;
}

uint64_t rras_timers_next(void)
{
    const struct timer *first = first_of();
    return first ? first->due_ns : RRAS_NEVER;
}

/* On its thread; nothing when the timer was set anew, set off or closed since. */
static void WINAPI call(ULONG_PTR order, ULONG_PTR low, ULONG_PTR high)
{
    for (size_t i = 0; i < count; i++)
        if (timers[i].order == order && timers[i].queued) {
            timers[i].queued = false;
            timers[i].apc(timers[i].argument, low, high);
            return;
        }
}

/* False: the thread that it belongs to has ended, and the timer with it. */
static bool queue_call(struct timer *timer)
{
    static const LARGE_INTEGER at_once;
    struct rras_clock clock = rras_clock_last();
    const ULONG64 shown = (ULONG64)(TICKS_UNTIL_1970 + clock.start * TICKS_PER_SECOND) + timer->due_ns / NS_PER_TICK;
    if (ntdll.WaitForSingleObject(timer->thread, FALSE, &at_once) != NT_TIMEOUT)
        return false;
    if (!timer->queued)
        ntdll.QueueApcThread(timer->thread, call, timer->order, shown & 0xffffffff, shown >> 32);
    timer->queued = true;
    return true;
}

static void fire(struct timer *timer)
{
    if (timer->thread && !queue_call(timer)) {
        set_off(timer);
        return;
    }
    ntdll.SetEvent(timer->event, NULL);
    timer->due_ns = timer->each_ns ? timer->due_ns + timer->each_ns : RRAS_NEVER;
    schedule_ready_objects(timer->thread ? NULL : timer->name);
}

void rras_timers_fire(uint64_t now)
{
    for (struct timer *timer; (timer = first_of()) && timer->due_ns <= now;)
        if (!timer->name && is_gone(timer))
            forget(timer);
        else
            fire(timer);
}

const struct ntdll_hook ntdll_timers[] = {
    NTDLL_HOOK(CreateTimer, create),   NTDLL_HOOK(SetTimer, set), NTDLL_HOOK(CancelTimer, cancel),
    NTDLL_HOOK(OpenTimer, open_timer), {NULL, NULL, NULL},
};
