/* SPDX-License-Identifier: MIT */
/* What threads of one process agree by, without handles: condition variables and what is initialized once (synchapi.h). */
#include "current_callout.h"
#include "schedule.h"

#include <pthread.h>
#include <stdbool.h>
#include <string.h>
#include <time.h>
#include <windows.h>

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER; /* of all of them */

/* --- condition variables: those that wait, in the order in which they came, are a list in the pointer --- */

struct waiting {
    struct waiting *next;
    pthread_cond_t changed;
    bool woken;
};

static void add(PCONDITION_VARIABLE variable, struct waiting *one)
{
    struct waiting **at = (struct waiting **)&variable->Ptr;
    while (*at)
        at = &(*at)->next;
    *at = one;
}

static void take_out(PCONDITION_VARIABLE variable, const struct waiting *one)
{
    struct waiting **at = (struct waiting **)&variable->Ptr;
    while (*at != one)
        at = &(*at)->next;
    *at = one->next;
}

static struct timespec limit_in(DWORD ms)
{
    struct timespec limit;
    clock_gettime(CLOCK_MONOTONIC, &limit);
    limit.tv_sec += ms / 1000;
    limit.tv_nsec += (long)(ms % 1000) * 1000000;
    if (limit.tv_nsec >= 1000000000) {
        limit.tv_sec++;
        limit.tv_nsec -= 1000000000;
    }
    return limit;
}

/* Waits, until `limit` if it has one, for who was added to the list; the lock is held, and given back. */
static BOOL end_of_wait(PCONDITION_VARIABLE list, struct waiting *one, const struct timespec *limit, bool scheduled)
{
    bool late = false;
    while (!one->woken && !late) {
        if (limit)
            late = pthread_cond_clockwait(&one->changed, &lock, CLOCK_MONOTONIC, limit) != 0;
        else
            pthread_cond_wait(&one->changed, &lock);
    }
    if (scheduled)
        rras_schedule_call(NULL);
    if (!one->woken)
        take_out(list, one);
    pthread_mutex_unlock(&lock);
    pthread_cond_destroy(&one->changed);
    if (!one->woken)
        SetLastError(ERROR_TIMEOUT);
    return one->woken;
}

/* The caller's own lock is given back meanwhile by `release`. */
static BOOL wait_for_wake(PCONDITION_VARIABLE variable, DWORD ms, void (*release)(void *), void *own, const char *call)
{
    struct waiting one = {.changed = PTHREAD_COND_INITIALIZER};
    struct timespec limit = limit_in(ms == INFINITE ? 0 : ms);
    bool scheduled = rras_schedule_mine();
    pthread_mutex_lock(&lock);
    add(variable, &one);
    release(own);
    if (scheduled)
        rras_schedule_call(call);
    return end_of_wait(variable, &one, ms == INFINITE ? NULL : &limit, scheduled);
}

static void wake(PCONDITION_VARIABLE variable, bool all)
{
    pthread_mutex_lock(&lock);
    for (struct waiting *first; (first = variable->Ptr);) {
        variable->Ptr = first->next;
        first->woken = true;
        pthread_cond_signal(&first->changed);
        if (!all)
            break;
    }
    pthread_mutex_unlock(&lock);
}

VOID WINAPI InitializeConditionVariable(PCONDITION_VARIABLE variable)
{
    variable->Ptr = NULL;
}

VOID WINAPI WakeConditionVariable(PCONDITION_VARIABLE variable)
{
    wake(variable, false);
}

VOID WINAPI WakeAllConditionVariable(PCONDITION_VARIABLE variable)
{
    wake(variable, true);
}

static void leave_section(void *section)
{
    LeaveCriticalSection(section);
}

BOOL WINAPI SleepConditionVariableCS(PCONDITION_VARIABLE variable, PCRITICAL_SECTION section, DWORD ms)
{
    BOOL woken = wait_for_wake(variable, ms, leave_section, section, "SleepConditionVariableCS");
    EnterCriticalSection(section);
    return woken;
}

static void release_exclusive(void *own)
{
    ReleaseSRWLockExclusive(own);
}

static void release_shared(void *own)
{
    ReleaseSRWLockShared(own);
}

BOOL WINAPI SleepConditionVariableSRW(PCONDITION_VARIABLE variable, PSRWLOCK own, DWORD ms, ULONG flags)
{
    bool shared = flags & CONDITION_VARIABLE_LOCKMODE_SHARED;
    BOOL woken = wait_for_wake(variable, ms, shared ? release_shared : release_exclusive, own,
                               "SleepConditionVariableSRW");
    if (shared)
        AcquireSRWLockShared(own);
    else
        AcquireSRWLockExclusive(own);
    return woken;
}

/* --- what waits for a change of memory --- */

/* One list for all addresses; `on` stands behind the head of a waiting one. */
struct waiting_on {
    struct waiting waiting; /* the first */
    const volatile VOID *on;
};
static CONDITION_VARIABLE on_addresses;

BOOL WINAPI WaitOnAddress(volatile VOID *address, PVOID compared, SIZE_T size, DWORD ms)
{
    struct waiting_on one = {{.changed = PTHREAD_COND_INITIALIZER}, address};
    struct timespec limit = limit_in(ms == INFINITE ? 0 : ms);
    bool scheduled = rras_schedule_mine();
    pthread_mutex_lock(&lock);
    if (memcmp((const void *)address, compared, size) != 0) {
        pthread_mutex_unlock(&lock);
        return TRUE;
    }
    add(&on_addresses, &one.waiting);
    if (scheduled)
        rras_schedule_call("WaitOnAddress");
    return end_of_wait(&on_addresses, &one.waiting, ms == INFINITE ? NULL : &limit, scheduled);
}

static void wake_address(PVOID address, bool all)
{
    pthread_mutex_lock(&lock);
    for (struct waiting *at = on_addresses.Ptr, *next; at; at = next) {
        next = at->next;
        if (((struct waiting_on *)at)->on != address)
            continue;
        take_out(&on_addresses, at);
        at->woken = true;
        pthread_cond_signal(&at->changed);
        if (!all)
            break;
    }
    pthread_mutex_unlock(&lock);
}

VOID WINAPI WakeByAddressSingle(PVOID address)
{
    wake_address(address, false);
}

VOID WINAPI WakeByAddressAll(PVOID address)
{
    wake_address(address, true);
}

/* --- once: how far it is stands in the low bits of the pointer, above them what was made --- */

enum once_state { ONCE_FRESH, ONCE_BEGUN, ONCE_DONE, ONCE_SHARED /* begun by some, each for itself */ };
enum { ONCE_BITS = 3 };

static pthread_cond_t once_changed = PTHREAD_COND_INITIALIZER;

static enum once_state state_of(const INIT_ONCE *once)
{
    return (enum once_state)((uintptr_t)once->Ptr & ONCE_BITS);
}

static void set_state(PINIT_ONCE once, enum once_state state, LPVOID made)
{
    once->Ptr = (PVOID)((uintptr_t)made | state);
    pthread_cond_broadcast(&once_changed);
}

static BOOL fail(DWORD error)
{
    SetLastError(error);
    return FALSE;
}

VOID WINAPI InitOnceInitialize(PINIT_ONCE once)
{
    once->Ptr = NULL;
}

BOOL WINAPI InitOnceBeginInitialize(LPINIT_ONCE once, DWORD flags, PBOOL pending, LPVOID *made)
{
    bool shares = flags & INIT_ONCE_ASYNC, looks = flags & INIT_ONCE_CHECK_ONLY;
    pthread_mutex_lock(&lock);
    while (state_of(once) == ONCE_BEGUN && !looks && !shares)
        pthread_cond_wait(&once_changed, &lock);
    enum once_state state = state_of(once);
    bool fits = state == ONCE_DONE || (!looks && state == ONCE_FRESH) || (!looks && shares && state == ONCE_SHARED);
    if (fits && state == ONCE_FRESH)
        set_state(once, shares ? ONCE_SHARED : ONCE_BEGUN, NULL);
    if (fits && state == ONCE_DONE && made)
        *made = (LPVOID)((uintptr_t)once->Ptr & ~(uintptr_t)ONCE_BITS);
    pthread_mutex_unlock(&lock);
    *pending = state != ONCE_DONE;
    return fits || fail(looks ? ERROR_GEN_FAILURE : ERROR_INVALID_PARAMETER);
}

BOOL WINAPI InitOnceComplete(LPINIT_ONCE once, DWORD flags, LPVOID made)
{
    bool shares = flags & INIT_ONCE_ASYNC, failed = flags & INIT_ONCE_INIT_FAILED;
    if (((uintptr_t)made & ONCE_BITS) || (failed && (made || shares)))
        return fail(ERROR_INVALID_PARAMETER);
    pthread_mutex_lock(&lock);
    bool fits = state_of(once) == (shares ? ONCE_SHARED : ONCE_BEGUN);
    if (fits)
        set_state(once, failed ? ONCE_FRESH : ONCE_DONE, made);
    pthread_mutex_unlock(&lock);
    return fits || fail(ERROR_GEN_FAILURE);
}

BOOL WINAPI InitOnceExecuteOnce(PINIT_ONCE once, PINIT_ONCE_FN function, PVOID parameter, LPVOID *made)
{
    BOOL pending;
    LPVOID own = NULL;
    if (!InitOnceBeginInitialize(once, 0, &pending, made))
        return FALSE;
    if (!pending)
        return TRUE;
    BOOL fine = function(once, parameter, &own);
    InitOnceComplete(once, fine ? 0 : INIT_ONCE_INIT_FAILED, fine ? own : NULL);
    if (fine && made)
        *made = own;
    return fine;
}

/* --- lists that need no lock of the caller's --- */

VOID WINAPI InitializeSListHead(PSLIST_HEADER list)
{
    *list = (SLIST_HEADER){0, 0};
}

/* The first entry is one half of the head, their number the other. */
static PSLIST_ENTRY first_of(const SLIST_HEADER *list)
{
    return (PSLIST_ENTRY)(uintptr_t)list->Region;
}

static void set_first(PSLIST_HEADER list, PSLIST_ENTRY first, ULONGLONG count)
{
    list->Region = (uintptr_t)first;
    list->Alignment = count;
}

PSLIST_ENTRY WINAPI InterlockedPushEntrySList(PSLIST_HEADER list, PSLIST_ENTRY entry)
{
    pthread_mutex_lock(&lock);
    PSLIST_ENTRY before = first_of(list);
    entry->Next = before;
    set_first(list, entry, list->Alignment + 1);
    pthread_mutex_unlock(&lock);
    return before;
}

PSLIST_ENTRY WINAPI InterlockedPopEntrySList(PSLIST_HEADER list)
{
    pthread_mutex_lock(&lock);
    PSLIST_ENTRY first = first_of(list);
    if (first)
        set_first(list, first->Next, list->Alignment - 1);
    pthread_mutex_unlock(&lock);
    return first;
}

PSLIST_ENTRY WINAPI InterlockedFlushSList(PSLIST_HEADER list)
{
    pthread_mutex_lock(&lock);
    PSLIST_ENTRY first = first_of(list);
    set_first(list, NULL, 0);
    pthread_mutex_unlock(&lock);
    return first;
}

USHORT WINAPI QueryDepthSList(PSLIST_HEADER list)
{
    return (USHORT)list->Alignment;
}
