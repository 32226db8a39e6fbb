/* SPDX-License-Identifier: MIT */
/* Waitable timers in virtual time, under Wine: to the system each is an event, which the schedule sets when it is time. */
#include "host/ntdll.h"
#include "host/schedule_windows.h"

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
    ntdll_apc apc;
    ULONG_PTR argument;
};
static struct timer *timers;
static size_t count, room;
static uint64_t orders;

static LONG(WINAPI *create_event)(HANDLE *, ACCESS_MASK, const void *, ULONG, BOOLEAN);
static LONG(WINAPI *open_event)(HANDLE *, ACCESS_MASK, const void *);
static LONG(WINAPI *compare)(HANDLE, HANDLE);
static LONG(WINAPI *query)(HANDLE, ULONG, void *, ULONG, ULONG *);

static bool has_functions(void)
{
    return create_event || (ntdll_find(&open_event, "NtOpenEvent") && ntdll_find(&compare, "NtCompareObjects") &&
                            ntdll_find(&query, "NtQueryObject") && ntdll_find(&create_event, "NtCreateEvent"));
}

/* By the handle it was made with, or by one that was duplicated or opened by name */
static struct timer *find(HANDLE handle)
{
    for (size_t i = 0; i < count; i++)
        if (timers[i].name == handle)
            return &timers[i];
    for (size_t i = 0; i < count; i++)
        if (compare(timers[i].event, handle) == 0)
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

static void set_off(struct timer *timer)
{
    if (timer->thread)
        ntdll.Close(timer->thread);
    timer->thread = NULL;
    timer->due_ns = RRAS_NEVER;
}

/* Nobody has a handle any more: it never fires. */
static bool is_gone(const struct timer *timer)
{
    struct {
        ULONG attributes, access, handles, pointers, rest[10];
    } basic;
    return query(timer->event, 0, &basic, sizeof basic, NULL) == 0 && basic.handles == 1;
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
    if (!ntdll_is_scheduled() || !has_functions())
        return ntdll.CreateTimer(handle, access, attributes, kind);
    LONG status = create_event(handle, access, attributes, kind, FALSE);
    if (status < 0 || status == THERE_ALREADY || add(*handle))
        return status;
    ntdll.Close(*handle);
    return NO_MEMORY;
}

static LONG WINAPI open_timer(HANDLE *handle, ACCESS_MASK access, const void *attributes)
{
    return ntdll_is_scheduled() && has_functions() ? open_event(handle, access, attributes)
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
    timer->order = ++orders;
    timer->apc = apc;
    timer->argument = (ULONG_PTR)argument;
    if (apc)
        DuplicateHandle(GetCurrentProcess(), GetCurrentThread(), GetCurrentProcess(), &timer->thread, 0, FALSE,
                        DUPLICATE_SAME_ACCESS);
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

static LONG WINAPI close_handle(HANDLE handle)
{
    LONG status = ntdll.Close(handle);
    if (!ntdll_is_scheduled())
        return status;
    for (size_t i = 0; i < count; i++)
        if (timers[i].name == handle) {
            timers[i].name = NULL;
            if (is_gone(&timers[i]))
                forget(&timers[i]);
            break;
        }
    ntdll_pipe_changed();
    return status;
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

void rras_timers_fire(uint64_t now)
{
    bool any = false;
    for (struct timer *timer; (timer = first_of()) && timer->due_ns <= now; any = true) {
        if (!timer->name && is_gone(timer)) {
            forget(timer);
            continue;
        }
        struct rras_clock clock = rras_clock_last();
        const ULONG64 shown = (ULONG64)(TICKS_UNTIL_1970 + clock.start * TICKS_PER_SECOND) +
                              timer->due_ns / NS_PER_TICK;
        ntdll.SetEvent(timer->event, NULL);
        if (timer->thread)
            ntdll.QueueApcThread(timer->thread, timer->apc, timer->argument, shown & 0xffffffff, shown >> 32);
        if (timer->each_ns)
            timer->due_ns += timer->each_ns;
        else
            set_off(timer);
    }
    if (any)
        schedule_ready_outside();
}

const struct ntdll_hook ntdll_timers[] = {
    NTDLL_HOOK(CreateTimer, create),   NTDLL_HOOK(SetTimer, set),       NTDLL_HOOK(CancelTimer, cancel),
    NTDLL_HOOK(OpenTimer, open_timer), NTDLL_HOOK(Close, close_handle), {NULL, NULL, NULL},
};
