/* SPDX-License-Identifier: MIT */
/**
 * @file synchapi.h
 * @brief Waiting for each other: events, mutexes, semaphores, locks; and the waits, which follow the
 * emulator's clock.
 *
 * Inside a callout a wait with a time-out looks for what it waits for in real time, a tenth of a second at
 * most. If nothing has come by then, the time-out passes in virtual time, as with Sleep(): nobody waits for
 * it, and the callouts of the same group come later by as much (E.group). Without a time-out it waits for
 * ever in real time, and counts as hanging. On a thread of the DLL's own a time-out passes with the virtual
 * time of the callouts. Names of objects are not shared with other processes.
 */
#ifndef RRAS_WIN32_SYNCHAPI_H
#define RRAS_WIN32_SYNCHAPI_H

#include <handleapi.h>
#include <minwinbase.h>
#include <sysinfoapi.h>

#ifdef __cplusplus
extern "C" {
#endif

/** @name What a wait returns
 * @{ */
#define WAIT_OBJECT_0 0U         /**< The (first) object is signalled; of several, plus its index. */
#define WAIT_ABANDONED 0x80U     /**< It is a mutex whose owner has ended. */
#define WAIT_ABANDONED_0 0x80U   /**< The same of several, plus its index. */
#define WAIT_IO_COMPLETION 0xC0U /**< Never returned here. */
#define WAIT_TIMEOUT 258U        /**< The time-out has passed. */
#define WAIT_FAILED 0xFFFFFFFFU  /**< A handle is wrong; GetLastError() tells. */
#define MAXIMUM_WAIT_OBJECTS 64  /**< Most objects of one wait. */
/** @} */

/**
 * Waits for an object.
 * @param hHandle an event, mutex, semaphore or thread
 * @param dwMilliseconds the time-out; 0 only looks, #INFINITE has none
 * @return WAIT_OBJECT_0, WAIT_ABANDONED, WAIT_TIMEOUT or WAIT_FAILED
 */
DWORD WINAPI WaitForSingleObject(HANDLE hHandle, DWORD dwMilliseconds);

/** The same; nothing here could end it early.
 * @param hHandle the object
 * @param dwMilliseconds the time-out
 * @param bAlertable has no effect
 * @return as WaitForSingleObject() */
DWORD WINAPI WaitForSingleObjectEx(HANDLE hHandle, DWORD dwMilliseconds, BOOL bAlertable);

/**
 * Waits for one of several objects, or for all of them.
 * @param nCount how many, from 1 to MAXIMUM_WAIT_OBJECTS
 * @param lpHandles them
 * @param bWaitAll whether all have to be signalled at once
 * @param dwMilliseconds the time-out
 * @return WAIT_OBJECT_0 plus the index of the first that is signalled, or as WaitForSingleObject()
 */
DWORD WINAPI WaitForMultipleObjects(DWORD nCount, const HANDLE *lpHandles, BOOL bWaitAll, DWORD dwMilliseconds);

/** The same; nothing here could end it early.
 * @param nCount how many
 * @param lpHandles them
 * @param bWaitAll whether all have to be signalled
 * @param dwMilliseconds the time-out
 * @param bAlertable has no effect
 * @return as WaitForMultipleObjects() */
DWORD WINAPI WaitForMultipleObjectsEx(DWORD nCount, const HANDLE *lpHandles, BOOL bWaitAll, DWORD dwMilliseconds,
                                      BOOL bAlertable);

/**
 * Makes an event.
 * @param lpEventAttributes not looked at
 * @param bManualReset TRUE: it stays signalled until ResetEvent(); FALSE: one wait takes the signal
 * @param bInitialState whether it is signalled
 * @param lpName not looked at
 * @return the handle, NULL when memory ran out
 */
HANDLE WINAPI CreateEventW(LPSECURITY_ATTRIBUTES lpEventAttributes, BOOL bManualReset, BOOL bInitialState,
                           LPCWSTR lpName);
/** The same with a narrow name.
 * @param lpEventAttributes not looked at
 * @param bManualReset how long it stays signalled
 * @param bInitialState whether it is signalled
 * @param lpName not looked at
 * @return the handle */
HANDLE WINAPI CreateEventA(LPSECURITY_ATTRIBUTES lpEventAttributes, BOOL bManualReset, BOOL bInitialState,
                           LPCSTR lpName);

/** Signals an event.
 * @param hEvent the event
 * @return TRUE; FALSE with ERROR_INVALID_HANDLE */
BOOL WINAPI SetEvent(HANDLE hEvent);
/** Takes an event's signal away.
 * @param hEvent the event
 * @return TRUE; FALSE with ERROR_INVALID_HANDLE */
BOOL WINAPI ResetEvent(HANDLE hEvent);

/**
 * Makes a mutex, which one thread owns at a time, as often as it likes.
 * @param lpMutexAttributes not looked at
 * @param bInitialOwner whether this thread owns it
 * @param lpName not looked at
 * @return the handle, NULL when memory ran out
 */
HANDLE WINAPI CreateMutexW(LPSECURITY_ATTRIBUTES lpMutexAttributes, BOOL bInitialOwner, LPCWSTR lpName);
/** The same with a narrow name.
 * @param lpMutexAttributes not looked at
 * @param bInitialOwner whether this thread owns it
 * @param lpName not looked at
 * @return the handle */
HANDLE WINAPI CreateMutexA(LPSECURITY_ATTRIBUTES lpMutexAttributes, BOOL bInitialOwner, LPCSTR lpName);
/** Gives a mutex back once.
 * @param hMutex the mutex
 * @return TRUE; FALSE with ERROR_NOT_OWNER or ERROR_INVALID_HANDLE */
BOOL WINAPI ReleaseMutex(HANDLE hMutex);

/**
 * Makes a semaphore.
 * @param lpSemaphoreAttributes not looked at
 * @param lInitialCount how many waits it lets through
 * @param lMaximumCount at most
 * @param lpName not looked at
 * @return the handle; NULL with ERROR_INVALID_PARAMETER, or when memory ran out
 */
HANDLE WINAPI CreateSemaphoreW(LPSECURITY_ATTRIBUTES lpSemaphoreAttributes, LONG lInitialCount, LONG lMaximumCount,
                               LPCWSTR lpName);
/**
 * Lets further waits through.
 * @param hSemaphore the semaphore
 * @param lReleaseCount how many
 * @param lpPreviousCount receives the count before, or NULL
 * @return TRUE; FALSE with ERROR_TOO_MANY_POSTS or ERROR_INVALID_HANDLE
 */
BOOL WINAPI ReleaseSemaphore(HANDLE hSemaphore, LONG lReleaseCount, LPLONG lpPreviousCount);

/** A lock for the threads of one process. Its size is that of Windows; what is in it is not. */
typedef struct _RTL_CRITICAL_SECTION {
    PVOID DebugInfo;      /**< The lock's own. */
    LONG LockCount;       /**< Not used. */
    LONG RecursionCount;  /**< Not used. */
    HANDLE OwningThread;  /**< Not used. */
    HANDLE LockSemaphore; /**< Not used. */
    ULONG_PTR SpinCount;  /**< Not used. */
} RTL_CRITICAL_SECTION, CRITICAL_SECTION;
typedef CRITICAL_SECTION *PCRITICAL_SECTION;  /**< Address of a CRITICAL_SECTION. */
typedef CRITICAL_SECTION *LPCRITICAL_SECTION; /**< Address of a CRITICAL_SECTION. */

/** Makes a critical section.
 * @param lpCriticalSection it */
VOID WINAPI InitializeCriticalSection(LPCRITICAL_SECTION lpCriticalSection);
/** The same.
 * @param lpCriticalSection it
 * @param dwSpinCount has no effect
 * @return TRUE */
BOOL WINAPI InitializeCriticalSectionAndSpinCount(LPCRITICAL_SECTION lpCriticalSection, DWORD dwSpinCount);
/** Enters; a thread may enter again while it is inside.
 * @param lpCriticalSection it */
VOID WINAPI EnterCriticalSection(LPCRITICAL_SECTION lpCriticalSection);
/** Enters unless another thread is inside.
 * @param lpCriticalSection it
 * @return whether this thread is inside now */
BOOL WINAPI TryEnterCriticalSection(LPCRITICAL_SECTION lpCriticalSection);
/** Leaves, once for each time it was entered.
 * @param lpCriticalSection it */
VOID WINAPI LeaveCriticalSection(LPCRITICAL_SECTION lpCriticalSection);
/** Unmakes a critical section that nobody is inside.
 * @param lpCriticalSection it */
VOID WINAPI DeleteCriticalSection(LPCRITICAL_SECTION lpCriticalSection);

/** A lock for one writer or several readers; all zero is free. */
typedef struct _RTL_SRWLOCK {
    PVOID Ptr; /**< The lock's own. */
} RTL_SRWLOCK, SRWLOCK;
typedef SRWLOCK *PSRWLOCK; /**< Address of a SRWLOCK. */
/* clang-format off */
#define SRWLOCK_INIT {0}   /**< A free one. */
/* clang-format on */

/** Makes a free one.
 * @param SRWLock it */
VOID WINAPI InitializeSRWLock(PSRWLOCK SRWLock);
/** Takes it for writing. A thread must not take it twice.
 * @param SRWLock it */
VOID WINAPI AcquireSRWLockExclusive(PSRWLOCK SRWLock);
/** Takes it for reading.
 * @param SRWLock it */
VOID WINAPI AcquireSRWLockShared(PSRWLOCK SRWLock);
/** Takes it for writing if it is free.
 * @param SRWLock it
 * @return whether it was */
BOOLEAN WINAPI TryAcquireSRWLockExclusive(PSRWLOCK SRWLock);
/** Gives it back, taken for writing.
 * @param SRWLock it */
VOID WINAPI ReleaseSRWLockExclusive(PSRWLOCK SRWLock);
/** Gives it back, taken for reading.
 * @param SRWLock it */
VOID WINAPI ReleaseSRWLockShared(PSRWLOCK SRWLock);

#ifdef __cplusplus
}
#endif

/** @name Names without a suffix
 * @{ */
#ifdef UNICODE
#define CreateEvent CreateEventW         /**< Makes an event. */
#define CreateMutex CreateMutexW         /**< Makes a mutex. */
#define CreateSemaphore CreateSemaphoreW /**< Makes a semaphore. */
#else
#define CreateEvent CreateEventA /**< Makes an event. */
#define CreateMutex CreateMutexA /**< Makes a mutex. */
#endif
/** @} */

#endif
