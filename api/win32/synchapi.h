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

/** What SetWaitableTimer() could call.
 * @param lpArgToCompletionRoutine its argument
 * @param dwTimerLowValue when the timer was due, low
 * @param dwTimerHighValue and high */
typedef VOID(WINAPI *PTIMERAPCROUTINE)(LPVOID lpArgToCompletionRoutine, DWORD dwTimerLowValue, DWORD dwTimerHighValue);

#define CREATE_WAITABLE_TIMER_MANUAL_RESET 0x1u    /**< It stays signalled until it is set again. */
#define CREATE_WAITABLE_TIMER_HIGH_RESOLUTION 0x2u /**< Has no effect. */
#define TIMER_ALL_ACCESS 0x1F0003u                 /**< Everything. */

/** Makes a timer that can be waited for, and is not set.
 * @param lpTimerAttributes not looked at
 * @param bManualReset TRUE: it stays signalled until it is set again; FALSE: one wait takes the signal
 * @param lpTimerName its name in this process, or NULL
 * @return the handle, or NULL */
HANDLE WINAPI CreateWaitableTimerW(LPSECURITY_ATTRIBUTES lpTimerAttributes, BOOL bManualReset, LPCWSTR lpTimerName);
/** The same with a narrow name.
 * @param lpTimerAttributes not looked at
 * @param bManualReset how long it stays signalled
 * @param lpTimerName its name, or NULL
 * @return the handle, or NULL */
HANDLE WINAPI CreateWaitableTimerA(LPSECURITY_ATTRIBUTES lpTimerAttributes, BOOL bManualReset, LPCSTR lpTimerName);
/** The same by flags.
 * @param lpTimerAttributes not looked at
 * @param lpTimerName its name, or NULL
 * @param dwFlags 0 or #CREATE_WAITABLE_TIMER_MANUAL_RESET
 * @param dwDesiredAccess #TIMER_ALL_ACCESS
 * @return the handle, or NULL */
HANDLE WINAPI CreateWaitableTimerExW(LPSECURITY_ATTRIBUTES lpTimerAttributes, LPCWSTR lpTimerName, DWORD dwFlags,
                                     DWORD dwDesiredAccess);
/** Sets a timer, in virtual time.
 * @param hTimer the timer
 * @param lpDueTime when: negative from now on, positive an instant, in units of 100 ns
 * @param lPeriod and then again after so many milliseconds; 0: once
 * @param pfnCompletionRoutine NULL; another fails with ERROR_NOT_SUPPORTED, as no wait here can be interrupted
 * @param lpArgToCompletionRoutine not looked at
 * @param fResume not looked at
 * @return whether it is set */
BOOL WINAPI SetWaitableTimer(HANDLE hTimer, const LARGE_INTEGER *lpDueTime, LONG lPeriod,
                             PTIMERAPCROUTINE pfnCompletionRoutine, LPVOID lpArgToCompletionRoutine, BOOL fResume);
/** It is not due any more; a signal it has stays.
 * @param hTimer the timer
 * @return TRUE; FALSE with ERROR_INVALID_HANDLE */
BOOL WINAPI CancelWaitableTimer(HANDLE hTimer);

/** Signals an object and waits for another.
 * @param hObjectToSignal an event, a mutex or a semaphore
 * @param hObjectToWaitOn what to wait for
 * @param dwMilliseconds the time-out
 * @param bAlertable has no effect
 * @return as WaitForSingleObject() */
DWORD WINAPI SignalObjectAndWait(HANDLE hObjectToSignal, HANDLE hObjectToWaitOn, DWORD dwMilliseconds, BOOL bAlertable);

#define EVENT_ALL_ACCESS 0x1F0003u      /**< Everything. */
#define EVENT_MODIFY_STATE 0x0002u      /**< Set it. */
#define MUTEX_ALL_ACCESS 0x1F0001u      /**< Everything. */
#define SEMAPHORE_ALL_ACCESS 0x1F0003u  /**< Everything. */
#define CREATE_EVENT_MANUAL_RESET 0x1u  /**< It stays signalled. */
#define CREATE_EVENT_INITIAL_SET 0x2u   /**< It is signalled. */
#define CREATE_MUTEX_INITIAL_OWNER 0x1u /**< This thread owns it. */

/** @name By name, in this process
 * A further handle of what is there.
 * @{ */
/** An event.
 * @param dwDesiredAccess not looked at
 * @param bInheritHandle not looked at
 * @param lpName the name
 * @return the handle; NULL with ERROR_FILE_NOT_FOUND */
HANDLE WINAPI OpenEventW(DWORD dwDesiredAccess, BOOL bInheritHandle, LPCWSTR lpName);
/** A mutex. @copydoc OpenEventW */
HANDLE WINAPI OpenMutexW(DWORD dwDesiredAccess, BOOL bInheritHandle, LPCWSTR lpName);
/** A semaphore. @copydoc OpenEventW */
HANDLE WINAPI OpenSemaphoreW(DWORD dwDesiredAccess, BOOL bInheritHandle, LPCWSTR lpName);
/** A timer.
 * @param dwDesiredAccess not looked at
 * @param bInheritHandle not looked at
 * @param lpTimerName the name
 * @return the handle; NULL with ERROR_FILE_NOT_FOUND */
HANDLE WINAPI OpenWaitableTimerW(DWORD dwDesiredAccess, BOOL bInheritHandle, LPCWSTR lpTimerName);
/** @} */

/** Makes an event, by flags.
 * @param lpEventAttributes not looked at
 * @param lpName its name, or NULL
 * @param dwFlags #CREATE_EVENT_MANUAL_RESET, #CREATE_EVENT_INITIAL_SET
 * @param dwDesiredAccess not looked at
 * @return the handle, or NULL */
HANDLE WINAPI CreateEventExW(LPSECURITY_ATTRIBUTES lpEventAttributes, LPCWSTR lpName, DWORD dwFlags,
                             DWORD dwDesiredAccess);
/** Makes a mutex, by flags.
 * @param lpMutexAttributes not looked at
 * @param lpName its name, or NULL
 * @param dwFlags 0 or #CREATE_MUTEX_INITIAL_OWNER
 * @param dwDesiredAccess not looked at
 * @return the handle, or NULL */
HANDLE WINAPI CreateMutexExW(LPSECURITY_ATTRIBUTES lpMutexAttributes, LPCWSTR lpName, DWORD dwFlags,
                             DWORD dwDesiredAccess);
/** Makes a semaphore. @copydoc CreateSemaphoreW */
HANDLE WINAPI CreateSemaphoreA(LPSECURITY_ATTRIBUTES lpSemaphoreAttributes, LONG lInitialCount, LONG lMaximumCount,
                               LPCSTR lpName);

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
/** The same.
 * @param lpCriticalSection it
 * @param dwSpinCount has no effect
 * @param Flags has no effect
 * @return TRUE */
BOOL WINAPI InitializeCriticalSectionEx(LPCRITICAL_SECTION lpCriticalSection, DWORD dwSpinCount, DWORD Flags);
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
/** Takes it for reading if no writer has it.
 * @param SRWLock it
 * @return whether it was taken */
BOOLEAN WINAPI TryAcquireSRWLockShared(PSRWLOCK SRWLock);
/** Gives it back, taken for writing.
 * @param SRWLock it */
VOID WINAPI ReleaseSRWLockExclusive(PSRWLOCK SRWLock);
/** Gives it back, taken for reading.
 * @param SRWLock it */
VOID WINAPI ReleaseSRWLockShared(PSRWLOCK SRWLock);

/** Where threads wait for others to change something; all zero is a fresh one. It needs no end. */
typedef struct _RTL_CONDITION_VARIABLE {
    PVOID Ptr; /**< The variable's own. */
} RTL_CONDITION_VARIABLE, CONDITION_VARIABLE;
typedef CONDITION_VARIABLE *PCONDITION_VARIABLE; /**< Address of a CONDITION_VARIABLE. */
/* clang-format off */
#define CONDITION_VARIABLE_INIT {0} /**< A fresh one. */
/* clang-format on */
#define CONDITION_VARIABLE_LOCKMODE_SHARED 0x1u /**< The lock is held for reading. */

/** Makes a fresh one.
 * @param ConditionVariable it */
VOID WINAPI InitializeConditionVariable(PCONDITION_VARIABLE ConditionVariable);
/** Gives a critical section back, waits to be woken, and enters it again.
 * @param ConditionVariable where to wait
 * @param CriticalSection this thread is inside it, once
 * @param dwMilliseconds the time-out, in virtual time
 * @return TRUE; FALSE with ERROR_TIMEOUT */
BOOL WINAPI SleepConditionVariableCS(PCONDITION_VARIABLE ConditionVariable, PCRITICAL_SECTION CriticalSection,
                                     DWORD dwMilliseconds);
/** The same with a lock for readers and a writer.
 * @param ConditionVariable where to wait
 * @param SRWLock this thread holds it
 * @param dwMilliseconds the time-out, in virtual time
 * @param Flags how it is held: 0, or #CONDITION_VARIABLE_LOCKMODE_SHARED
 * @return TRUE; FALSE with ERROR_TIMEOUT */
BOOL WINAPI SleepConditionVariableSRW(PCONDITION_VARIABLE ConditionVariable, PSRWLOCK SRWLock, DWORD dwMilliseconds,
                                      ULONG Flags);
/** Wakes the thread that has waited longest.
 * @param ConditionVariable where it waits */
VOID WINAPI WakeConditionVariable(PCONDITION_VARIABLE ConditionVariable);
/** Wakes all threads.
 * @param ConditionVariable where they wait */
VOID WINAPI WakeAllConditionVariable(PCONDITION_VARIABLE ConditionVariable);

/** Waits until memory has changed and somebody says so; may come back without either.
 * @param Address the memory
 * @param CompareAddress what it is as long as there is something to wait for
 * @param AddressSize 1, 2, 4 or 8 bytes
 * @param dwMilliseconds the time-out, in virtual time
 * @return TRUE; FALSE with ERROR_TIMEOUT */
BOOL WINAPI WaitOnAddress(volatile VOID *Address, PVOID CompareAddress, SIZE_T AddressSize, DWORD dwMilliseconds);
/** Wakes the thread that has waited longest.
 * @param Address the memory */
VOID WINAPI WakeByAddressSingle(PVOID Address);
/** Wakes all threads.
 * @param Address the memory */
VOID WINAPI WakeByAddressAll(PVOID Address);

/** What is initialized once, by whoever comes first; all zero is a fresh one. */
typedef union _RTL_RUN_ONCE {
    PVOID Ptr; /**< Its own. */
} RTL_RUN_ONCE, INIT_ONCE;
typedef INIT_ONCE *PINIT_ONCE;  /**< Address of an INIT_ONCE. */
typedef INIT_ONCE *LPINIT_ONCE; /**< Address of an INIT_ONCE. */
/* clang-format off */
#define INIT_ONCE_STATIC_INIT {0} /**< A fresh one. */
/* clang-format on */
#define INIT_ONCE_CHECK_ONLY 0x1u     /**< Only look whether it is done. */
#define INIT_ONCE_ASYNC 0x2u          /**< Several may do it at once; the first that is done counts. */
#define INIT_ONCE_INIT_FAILED 0x4u    /**< It was not done; the next may. */
#define INIT_ONCE_CTX_RESERVED_BITS 2 /**< So many low bits of what was made must be 0. */

/** Does it.
 * @param InitOnce which
 * @param Parameter of InitOnceExecuteOnce()
 * @param Context receives what was made
 * @return whether it is done */
typedef BOOL(WINAPI *PINIT_ONCE_FN)(PINIT_ONCE InitOnce, PVOID Parameter, PVOID *Context);

/** Makes a fresh one.
 * @param InitOnce it */
VOID WINAPI InitOnceInitialize(PINIT_ONCE InitOnce);
/** Has it done unless it is; whoever comes meanwhile waits.
 * @param InitOnce which
 * @param InitFn does it
 * @param Parameter its argument
 * @param Context receives what was made, or NULL
 * @return whether it is done */
BOOL WINAPI InitOnceExecuteOnce(PINIT_ONCE InitOnce, PINIT_ONCE_FN InitFn, PVOID Parameter, LPVOID *Context);
/** Begins to do it; InitOnceComplete() must follow where it is pending.
 * @param lpInitOnce which
 * @param dwFlags 0, #INIT_ONCE_CHECK_ONLY or #INIT_ONCE_ASYNC
 * @param fPending receives whether the caller has to do it
 * @param lpContext receives what was made, or NULL
 * @return TRUE; FALSE with ERROR_GEN_FAILURE where it was to be done already, with ERROR_INVALID_PARAMETER for another way */
BOOL WINAPI InitOnceBeginInitialize(LPINIT_ONCE lpInitOnce, DWORD dwFlags, PBOOL fPending, LPVOID *lpContext);
/** It is done.
 * @param lpInitOnce which
 * @param dwFlags 0, #INIT_ONCE_ASYNC or #INIT_ONCE_INIT_FAILED
 * @param lpContext what was made, or NULL
 * @return TRUE; FALSE with ERROR_GEN_FAILURE where another was first, ERROR_INVALID_PARAMETER */
BOOL WINAPI InitOnceComplete(LPINIT_ONCE lpInitOnce, DWORD dwFlags, LPVOID lpContext);

#ifdef __cplusplus
}
#endif

/** @name Names without a suffix
 * @{ */
#ifdef UNICODE
#define CreateEvent CreateEventW                     /**< Makes an event. */
#define CreateMutex CreateMutexW                     /**< Makes a mutex. */
#define CreateSemaphore CreateSemaphoreW             /**< Makes a semaphore. */
#define CreateWaitableTimer CreateWaitableTimerW     /**< As CreateWaitableTimerW(). */
#define CreateEventEx CreateEventExW                 /**< As CreateEventExW(). */
#define CreateMutexEx CreateMutexExW                 /**< As CreateMutexExW(). */
#define CreateWaitableTimerEx CreateWaitableTimerExW /**< As CreateWaitableTimerExW(). */
#define OpenEvent OpenEventW                         /**< As OpenEventW(). */
#define OpenMutex OpenMutexW                         /**< As OpenMutexW(). */
#define OpenSemaphore OpenSemaphoreW                 /**< As OpenSemaphoreW(). */
#define OpenWaitableTimer OpenWaitableTimerW         /**< As OpenWaitableTimerW(). */
#else
#define CreateEvent CreateEventA                 /**< Makes an event. */
#define CreateMutex CreateMutexA                 /**< Makes a mutex. */
#define CreateSemaphore CreateSemaphoreA         /**< Makes a semaphore. */
#define CreateWaitableTimer CreateWaitableTimerA /**< As CreateWaitableTimerA(). */
#endif
/** @} */

#endif
