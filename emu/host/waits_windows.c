/* SPDX-License-Identifier: MIT */
/*
 * Waiting in virtual time, under Wine. A thread of a DLL never waits for an object really: it asks whether it could go on, and
 * if not it waits in the schedule until something was signalled that might be it, or its limit has come. So what happens
 * does not depend on who is woken first.
 */
#include "host/handles_windows.h"
#include "host/ntdll.h"
#include "host/schedule_windows.h"

#include "runtime/current_callout.h"
#include "runtime/schedule_core.h"

#include <limits.h>

enum { LOOK_WEIGHT = 10 }; /* who asks in a loop waits for something, perhaps for the clock */
static const LARGE_INTEGER at_once;
static atomic_uint signals;
static bool pulsing;

bool ntdll_is_scheduled(void)
{
    return !rras_in_core && rras_schedule_mine();
}

void ntdll_signalled(HANDLE object)
{
    if (rras_in_core)
        return;
    atomic_fetch_add(&signals, 1);
    rras_schedule_wake_those(schedule_waits_for, object, UINT_MAX);
}

uint64_t ntdll_limit(const LARGE_INTEGER *timeout)
{
    uint64_t now;
    if (!timeout)
        return RRAS_NEVER;
    rras_clock_elapsed(&now);
    uint64_t ticks = timeout->QuadPart < 0 ? 0 - (uint64_t)timeout->QuadPart : 0;
    if (timeout->QuadPart > 0) {
        struct rras_clock clock = rras_clock_last();
        int64_t left = timeout->QuadPart - TICKS_UNTIL_1970 - clock.start * TICKS_PER_SECOND -
                       (int64_t)(clock.ns / NS_PER_TICK);
        ticks = left > 0 ? (uint64_t)left : 0;
    }
    return ticks < (RRAS_NEVER - now) / NS_PER_TICK ? now + ticks * NS_PER_TICK : RRAS_NEVER;
}

static bool is_zero(const LARGE_INTEGER *timeout)
{
    return timeout && timeout->QuadPart == 0;
}

/* --- objects --- */

/* How often this thread has waited for the same, and got it, at this very instant: then others had first what it tells of, as
 * locks are that consist of an event. */
static unsigned count_again(const struct ntdll_wait *wait)
{
    struct rras_thread_system *self = &rras_me->system;
    HANDLE first = wait->count ? wait->handles[0] : NULL;
    uint64_t now;
    rras_clock_elapsed(&now);
    self->again = first && first == self->got && now == self->got_ns ? self->again + 1 : 0;
    self->got = first;
    return self->again;
}

/* Whether the limit has come. */
static bool wait_once(const struct ntdll_wait *wait, uint64_t limit, bool takes_all, unsigned before)
{
    bool late = false;
    rras_me->system.handles = wait->handles;
    rras_me->system.handle_count = wait->count;
    rras_schedule_prepare_outside(&schedule_objects, limit, wait->call,
                                  handles_moment(wait->count, wait->handles, takes_all, limit));
    if (atomic_load(&signals) != before) /* by a thread that is none of the schedule */
        rras_schedule_cancel();
    else
        late = rras_schedule_block();
    rras_me->system.handles = NULL;
    rras_me->system.handle_count = 0;
    return late;
}

LONG ntdll_wait_for(const struct ntdll_wait *wait, const LARGE_INTEGER *timeout)
{
    LONG status = NT_TIMEOUT;
    if (pulsing) /* that is for those who wait already */
        rras_schedule_yield();
    if (is_zero(timeout)) {
        rras_schedule_look(LOOK_WEIGHT);
        return wait->try(wait);
    }
    uint64_t limit = ntdll_limit(timeout);
    unsigned often = count_again(wait);
    bool takes_all = wait->alertable || wait->takes_packets, late = false;
    for (unsigned tries = 0;; tries++) {
        unsigned before = atomic_load(&signals);
        status = wait->try(wait); /* it may run functions of the DLL */
        if (status != NT_TIMEOUT || late)
            break;
        rras_schedule_again(tries, tries + often);
        late = wait_once(wait, limit, takes_all, before);
    }
    if (status == NT_TIMEOUT)
        return status;
    for (ULONG i = 0; i < wait->count; i++)
        handle_has_come(wait->handles[i]);
    rras_clock_elapsed(&rras_me->system.got_ns);
    if (pulsing)
        rras_schedule_yield(); /* what it has had is over before it goes on */
    return status;
}

static LONG try_objects(const struct ntdll_wait *wait)
{
    return wait->count == 1
               ? ntdll.WaitForSingleObject(wait->handles[0], wait->alertable, &at_once)
               : ntdll.WaitForMultipleObjects(wait->count, wait->handles, wait->any, wait->alertable, &at_once);
}

static LONG WINAPI wait_single(HANDLE object, BOOLEAN alertable, const LARGE_INTEGER *timeout)
{
    if (!ntdll_is_scheduled())
        return ntdll.WaitForSingleObject(object, alertable, timeout);
    return ntdll_wait_for(
        &(struct ntdll_wait){
            .try = try_objects, .call = "WaitForSingleObject", .count = 1, .handles = &object, .alertable = alertable},
        timeout);
}

static LONG WINAPI wait_multiple(ULONG count, const HANDLE *objects_of, ULONG any, BOOLEAN alertable,
                                 const LARGE_INTEGER *timeout)
{
    if (!ntdll_is_scheduled() || count == 0)
        return ntdll.WaitForMultipleObjects(count, objects_of, any, alertable, timeout);
    return ntdll_wait_for(&(struct ntdll_wait){.try = try_objects,
                                               .call = count == 1 ? "WaitForSingleObject" : "WaitForMultipleObjects",
                                               .count = count,
                                               .handles = objects_of,
                                               .any = any,
                                               .alertable = alertable},
                          timeout);
}

static LONG WINAPI signal_and_wait(HANDLE signal, HANDLE object, BOOLEAN alertable, const LARGE_INTEGER *timeout)
{
    if (!ntdll_is_scheduled())
        return ntdll.SignalAndWaitForSingleObject(signal, object, alertable, timeout);
    LONG status = ntdll.SignalAndWaitForSingleObject(signal, object, alertable, &at_once);
    ntdll_signalled(signal);
    return status == NT_TIMEOUT && !is_zero(timeout) ? wait_single(object, alertable, timeout) : status;
}

static LONG try_packet(const struct ntdll_wait *wait)
{
    return ntdll.RemoveIoCompletion(wait->handles[0], wait->out[0], wait->out[1], wait->out[2], &at_once);
}

static LONG WINAPI remove_packet(HANDLE port, ULONG_PTR *key, ULONG_PTR *value, void *status,
                                 const LARGE_INTEGER *timeout)
{
    if (!ntdll_is_scheduled())
        return ntdll.RemoveIoCompletion(port, key, value, status, timeout);
    return ntdll_wait_for(&(struct ntdll_wait){.try = try_packet,
                                               .call = "GetQueuedCompletionStatus",
                                               .takes_packets = true,
                                               .count = 1,
                                               .handles = &port,
                                               .out = {key, value, status}},
                          timeout);
}

static LONG try_packets(const struct ntdll_wait *wait)
{
    return ntdll.RemoveIoCompletionEx(wait->handles[0], wait->out[0], wait->any, wait->out[1], &at_once,
                                      wait->alertable);
}

static LONG WINAPI remove_packets(HANDLE port, void *entries, ULONG count, ULONG *removed, const LARGE_INTEGER *timeout,
                                  BOOLEAN alertable)
{
    if (!ntdll_is_scheduled())
        return ntdll.RemoveIoCompletionEx(port, entries, count, removed, timeout, alertable);
    return ntdll_wait_for(&(struct ntdll_wait){.try = try_packets,
                                               .call = "GetQueuedCompletionStatusEx",
                                               .takes_packets = true,
                                               .count = 1,
                                               .handles = &port,
                                               .any = count,
                                               .alertable = alertable,
                                               .out = {entries, removed}},
                          timeout);
}

/* --- sleeping --- */

static LONG try_apc(const struct ntdll_wait *wait)
{
    (void)wait;
    return ntdll.DelayExecution(TRUE, &at_once) == NT_USER_APC ? NT_USER_APC : NT_TIMEOUT;
}

static LONG WINAPI delay(BOOLEAN alertable, const LARGE_INTEGER *timeout)
{
    if (!ntdll_is_scheduled())
        return ntdll.DelayExecution(alertable, timeout);
    if (alertable)
        return ntdll_wait_for(&(struct ntdll_wait){.try = try_apc, .call = "SleepEx"}, timeout) == NT_USER_APC
                   ? NT_USER_APC
                   : 0;
    rras_schedule_prepare(NULL, ntdll_limit(timeout), "Sleep");
    rras_schedule_block();
    return 0;
}

static LONG WINAPI yield(void)
{
    if (!ntdll_is_scheduled())
        return ntdll.YieldExecution();
    rras_schedule_look(LOOK_WEIGHT);
    rras_schedule_yield();
    return 0;
}

/* --- what is signalled --- */

#define SIGNALS(name, object, function, parameters, arguments) \
    static LONG WINAPI function parameters                     \
    {                                                          \
        LONG status = ntdll.name arguments;                    \
        ntdll_signalled(object);                               \
        return status;                                         \
    }
SIGNALS(SetEvent, event, set_event, (HANDLE event, LONG *before), (event, before))
SIGNALS(ReleaseSemaphore, semaphore, release_semaphore, (HANDLE semaphore, ULONG count, ULONG *before),
        (semaphore, count, before))
SIGNALS(ReleaseMutant, mutex, release_mutex, (HANDLE mutex, LONG *before), (mutex, before))
SIGNALS(QueueApcThread, NULL, queue_apc, (HANDLE thread, ntdll_apc function, ULONG_PTR a, ULONG_PTR b, ULONG_PTR c),
        (thread, function, a, b, c))
SIGNALS(SetIoCompletion, port, add_packet, (HANDLE port, ULONG_PTR key, ULONG_PTR value, LONG status_of, SIZE_T size),
        (port, key, value, status_of, size))

/* It reaches who waits now, and they look before this thread goes on. */
static LONG WINAPI pulse_event(HANDLE event, LONG *before)
{
    if (!ntdll_is_scheduled())
        return ntdll.PulseEvent(event, before);
    LONG status = ntdll.SetEvent(event, before);
    if (status == 0) {
        pulsing = true;
        ntdll_signalled(event);
        rras_schedule_yield();
        pulsing = false;
        ResetEvent(event);
    }
    return status;
}

/* --- clocks --- */

/* Windows' own functions look at these too, who wait for nothing. */
static LONGLONG glance(void)
{
    enum { GLANCES = 100 };
    if (++rras_me->system.glances % GLANCES == 0)
        rras_schedule_look(1);
    struct rras_clock clock = rras_clock_last();
    return TICKS_UNTIL_1970 + clock.start * TICKS_PER_SECOND + (LONGLONG)(clock.ns / NS_PER_TICK);
}

static LONG WINAPI system_time(LARGE_INTEGER *now)
{
    if (!ntdll_is_scheduled())
        return ntdll.QuerySystemTime(now);
    now->QuadPart = glance();
    return 0;
}

static LONG WINAPI counter(LARGE_INTEGER *count, LARGE_INTEGER *frequency)
{
    if (!ntdll_is_scheduled())
        return ntdll.QueryPerformanceCounter(count, frequency);
    count->QuadPart = glance();
    if (frequency)
        frequency->QuadPart = TICKS_PER_SECOND;
    return 0;
}

const struct ntdll_hook ntdll_waits[] = {
    NTDLL_HOOK(WaitForSingleObject, wait_single),
    NTDLL_HOOK(WaitForMultipleObjects, wait_multiple),
    NTDLL_HOOK(SignalAndWaitForSingleObject, signal_and_wait),
    NTDLL_HOOK(RemoveIoCompletion, remove_packet),
    NTDLL_HOOK(RemoveIoCompletionEx, remove_packets),
    NTDLL_HOOK(DelayExecution, delay),
    NTDLL_HOOK(YieldExecution, yield),
    NTDLL_HOOK(SetEvent, set_event),
    NTDLL_HOOK(PulseEvent, pulse_event),
    NTDLL_HOOK(ReleaseSemaphore, release_semaphore),
    NTDLL_HOOK(ReleaseMutant, release_mutex),
    NTDLL_HOOK(QueueApcThread, queue_apc),
    NTDLL_HOOK(SetIoCompletion, add_packet),
    NTDLL_HOOK(QuerySystemTime, system_time),
    NTDLL_HOOK(QueryPerformanceCounter, counter),
    {NULL, NULL, NULL},
};
