/* SPDX-License-Identifier: MIT */
/* The objects of synchapi.h, and its locks. */
#include "object.h"

#include <stdlib.h>

/* --- events, mutexes, semaphores --- */

#define EVENT(manual_, state) \
    (&(struct rras_object){.kind = RRAS_EVENT, .manual = (manual_) != FALSE, .signalled = (state) != FALSE})

HANDLE WINAPI CreateEventW(LPSECURITY_ATTRIBUTES attributes, BOOL manual, BOOL state, LPCWSTR name)
{
    (void)attributes;
    return rras_object_make_wide(EVENT(manual, state), name);
}

HANDLE WINAPI CreateEventA(LPSECURITY_ATTRIBUTES attributes, BOOL manual, BOOL state, LPCSTR name)
{
    (void)attributes;
    return rras_object_make_named(EVENT(manual, state), name);
}

static BOOL set_event(HANDLE handle, bool signalled)
{
    pthread_mutex_lock(&rras_objects_lock);
    struct rras_object *event = rras_object_find(handle, RRAS_EVENT);
    if (event)
        event->signalled = signalled;
    pthread_cond_broadcast(&rras_objects_changed);
    pthread_mutex_unlock(&rras_objects_lock);
    return event != NULL;
}

BOOL WINAPI SetEvent(HANDLE handle)
{
    return set_event(handle, true);
}

BOOL WINAPI ResetEvent(HANDLE handle)
{
    return set_event(handle, false);
}

#define MUTEX(owned) \
    (&(struct rras_object){.kind = RRAS_MUTEX, .count = (owned) != FALSE, .owner = (owned) ? GetCurrentThreadId() : 0})

HANDLE WINAPI CreateMutexW(LPSECURITY_ATTRIBUTES attributes, BOOL owned, LPCWSTR name)
{
    (void)attributes;
    return rras_object_make_wide(MUTEX(owned), name);
}

HANDLE WINAPI CreateMutexA(LPSECURITY_ATTRIBUTES attributes, BOOL owned, LPCSTR name)
{
    (void)attributes;
    return rras_object_make_named(MUTEX(owned), name);
}

BOOL WINAPI ReleaseMutex(HANDLE handle)
{
    pthread_mutex_lock(&rras_objects_lock);
    struct rras_object *mutex = rras_object_find(handle, RRAS_MUTEX);
    bool owned = mutex && mutex->count > 0 && mutex->owner == GetCurrentThreadId();
    if (owned)
        mutex->count--;
    else if (mutex)
        SetLastError(ERROR_NOT_OWNER);
    pthread_cond_broadcast(&rras_objects_changed);
    pthread_mutex_unlock(&rras_objects_lock);
    return owned;
}

HANDLE WINAPI CreateSemaphoreW(LPSECURITY_ATTRIBUTES attributes, LONG count, LONG most, LPCWSTR name)
{
    (void)attributes;
    if (count < 0 || most <= 0 || count > most) {
        SetLastError(ERROR_INVALID_PARAMETER);
        return NULL;
    }
    return rras_object_make_wide(&(struct rras_object){.kind = RRAS_SEMAPHORE, .count = count, .most = most}, name);
}

BOOL WINAPI ReleaseSemaphore(HANDLE handle, LONG count, LPLONG previous)
{
    pthread_mutex_lock(&rras_objects_lock);
    struct rras_object *semaphore = rras_object_find(handle, RRAS_SEMAPHORE);
    bool fits = semaphore && count > 0 && count <= semaphore->most - semaphore->count;
    if (semaphore && !fits)
        SetLastError(ERROR_TOO_MANY_POSTS);
    if (fits && previous)
        *previous = semaphore->count;
    if (fits)
        semaphore->count += count;
    pthread_cond_broadcast(&rras_objects_changed);
    pthread_mutex_unlock(&rras_objects_lock);
    return fits;
}

HANDLE WINAPI CreateSemaphoreA(LPSECURITY_ATTRIBUTES attributes, LONG count, LONG most, LPCSTR name)
{
    (void)attributes;
    if (count < 0 || most <= 0 || count > most) {
        SetLastError(ERROR_INVALID_PARAMETER);
        return NULL;
    }
    return rras_object_make_named(&(struct rras_object){.kind = RRAS_SEMAPHORE, .count = count, .most = most}, name);
}

HANDLE WINAPI CreateEventExW(LPSECURITY_ATTRIBUTES attributes, LPCWSTR name, DWORD flags, DWORD access)
{
    (void)access;
    return CreateEventW(attributes, flags & CREATE_EVENT_MANUAL_RESET, flags & CREATE_EVENT_INITIAL_SET, name);
}

HANDLE WINAPI CreateMutexExW(LPSECURITY_ATTRIBUTES attributes, LPCWSTR name, DWORD flags, DWORD access)
{
    (void)access;
    return CreateMutexW(attributes, flags & CREATE_MUTEX_INITIAL_OWNER, name);
}

DWORD WINAPI SignalObjectAndWait(HANDLE signalled, HANDLE awaited, DWORD ms, BOOL alertable)
{
    enum rras_kind kind;
    bool fine = rras_object_kind(signalled, &kind);
    switch (fine ? kind : RRAS_FILE) {
    case RRAS_EVENT:
        fine = SetEvent(signalled);
        break;
    case RRAS_MUTEX:
        fine = ReleaseMutex(signalled);
        break;
    case RRAS_SEMAPHORE:
        fine = ReleaseSemaphore(signalled, 1, NULL);
        break;
    default:
        SetLastError(ERROR_INVALID_HANDLE);
        fine = false;
        break;
    }
    return fine ? WaitForSingleObjectEx(awaited, ms, alertable) : WAIT_FAILED;
}

HANDLE WINAPI OpenEventW(DWORD access, BOOL inherits, LPCWSTR name)
{
    (void)access, (void)inherits;
    return rras_object_open(RRAS_EVENT, name);
}

HANDLE WINAPI OpenMutexW(DWORD access, BOOL inherits, LPCWSTR name)
{
    (void)access, (void)inherits;
    return rras_object_open(RRAS_MUTEX, name);
}

HANDLE WINAPI OpenSemaphoreW(DWORD access, BOOL inherits, LPCWSTR name)
{
    (void)access, (void)inherits;
    return rras_object_open(RRAS_SEMAPHORE, name);
}

HANDLE WINAPI OpenWaitableTimerW(DWORD access, BOOL inherits, LPCWSTR name)
{
    (void)access, (void)inherits;
    return rras_object_open(RRAS_TIMER, name);
}

/* --- critical sections: a mutex of POSIX in the first member --- */

BOOL WINAPI InitializeCriticalSectionAndSpinCount(LPCRITICAL_SECTION section, DWORD spin)
{
    pthread_mutexattr_t attributes;
    pthread_mutex_t *mutex = malloc(sizeof *mutex);
    *section = (CRITICAL_SECTION){.DebugInfo = mutex, .SpinCount = spin};
    if (!mutex)
        return FALSE;
    pthread_mutexattr_init(&attributes);
    pthread_mutexattr_settype(&attributes, PTHREAD_MUTEX_RECURSIVE);
    pthread_mutex_init(mutex, &attributes);
    pthread_mutexattr_destroy(&attributes);
    return TRUE;
}

BOOL WINAPI InitializeCriticalSectionEx(LPCRITICAL_SECTION section, DWORD spin, DWORD flags)
{
    (void)flags;
    return InitializeCriticalSectionAndSpinCount(section, spin);
}

VOID WINAPI InitializeCriticalSection(LPCRITICAL_SECTION section)
{
    InitializeCriticalSectionAndSpinCount(section, 0);
}

VOID WINAPI EnterCriticalSection(LPCRITICAL_SECTION section)
{
    pthread_mutex_lock(section->DebugInfo);
}

BOOL WINAPI TryEnterCriticalSection(LPCRITICAL_SECTION section)
{
    return pthread_mutex_trylock(section->DebugInfo) == 0;
}

VOID WINAPI LeaveCriticalSection(LPCRITICAL_SECTION section)
{
    pthread_mutex_unlock(section->DebugInfo);
}

VOID WINAPI DeleteCriticalSection(LPCRITICAL_SECTION section)
{
    if (section->DebugInfo)
        pthread_mutex_destroy(section->DebugInfo);
    free(section->DebugInfo);
    *section = (CRITICAL_SECTION){0};
}

/* --- reader and writer locks: the readers' number in the pointer, -1 for a writer --- */

static pthread_mutex_t locks = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t unlocked = PTHREAD_COND_INITIALIZER;

static intptr_t state_of(PSRWLOCK lock)
{
    return (intptr_t)lock->Ptr;
}

static void change(PSRWLOCK lock, intptr_t state)
{
    lock->Ptr = (PVOID)state;
    pthread_cond_broadcast(&unlocked);
}

VOID WINAPI InitializeSRWLock(PSRWLOCK lock)
{
    lock->Ptr = NULL;
}

VOID WINAPI AcquireSRWLockExclusive(PSRWLOCK lock)
{
    pthread_mutex_lock(&locks);
    while (state_of(lock) != 0)
        pthread_cond_wait(&unlocked, &locks);
    change(lock, -1);
    pthread_mutex_unlock(&locks);
}

VOID WINAPI AcquireSRWLockShared(PSRWLOCK lock)
{
    pthread_mutex_lock(&locks);
    while (state_of(lock) < 0)
        pthread_cond_wait(&unlocked, &locks);
    change(lock, state_of(lock) + 1);
    pthread_mutex_unlock(&locks);
}

BOOLEAN WINAPI TryAcquireSRWLockExclusive(PSRWLOCK lock)
{
    pthread_mutex_lock(&locks);
    bool is_free = state_of(lock) == 0;
    if (is_free)
        change(lock, -1);
    pthread_mutex_unlock(&locks);
    return is_free;
}

BOOLEAN WINAPI TryAcquireSRWLockShared(PSRWLOCK lock)
{
    pthread_mutex_lock(&locks);
    bool is_free = state_of(lock) >= 0;
    if (is_free)
        change(lock, state_of(lock) + 1);
    pthread_mutex_unlock(&locks);
    return is_free;
}

VOID WINAPI ReleaseSRWLockExclusive(PSRWLOCK lock)
{
    pthread_mutex_lock(&locks);
    change(lock, 0);
    pthread_mutex_unlock(&locks);
}

VOID WINAPI ReleaseSRWLockShared(PSRWLOCK lock)
{
    pthread_mutex_lock(&locks);
    change(lock, state_of(lock) - 1);
    pthread_mutex_unlock(&locks);
}
