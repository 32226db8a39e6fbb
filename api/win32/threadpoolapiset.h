/* SPDX-License-Identifier: MIT */
/**
 * @file threadpoolapiset.h
 * @brief The thread pool (since Windows Vista and Server 2008).
 *
 * As for threadpoollegacyapiset.h. There is one pool: an environment changes nothing.
 */
#ifndef RRAS_WIN32_THREADPOOLAPISET_H
#define RRAS_WIN32_THREADPOOLAPISET_H

#include <minwinbase.h>
#include <synchapi.h>
#include <threadpoollegacyapiset.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef struct _TP_CALLBACK_INSTANCE TP_CALLBACK_INSTANCE; /**< A call of a callback. */
typedef TP_CALLBACK_INSTANCE *PTP_CALLBACK_INSTANCE;       /**< Address of one. */
typedef struct _TP_WORK TP_WORK;                           /**< Work. */
typedef TP_WORK *PTP_WORK;                                 /**< Address of one. */
typedef struct _TP_TIMER TP_TIMER;                         /**< A timer. */
typedef TP_TIMER *PTP_TIMER;                               /**< Address of one. */
typedef struct _TP_WAIT TP_WAIT;                           /**< A wait. */
typedef TP_WAIT *PTP_WAIT;                                 /**< Address of one. */
typedef DWORD TP_WAIT_RESULT;                              /**< WAIT_OBJECT_0 or WAIT_TIMEOUT. */

/** An environment; it changes nothing. */
typedef struct _TP_CALLBACK_ENVIRON_V3 {
    DWORD Version; /**< 3 */
} TP_CALLBACK_ENVIRON;
typedef TP_CALLBACK_ENVIRON *PTP_CALLBACK_ENVIRON; /**< Address of one. */

/** Makes one.
 * @param CallbackEnviron it */
static __inline VOID InitializeThreadpoolEnvironment(PTP_CALLBACK_ENVIRON CallbackEnviron)
{
    CallbackEnviron->Version = 3;
}

/** Unmakes one.
 * @param CallbackEnviron it */
static __inline VOID DestroyThreadpoolEnvironment(PTP_CALLBACK_ENVIRON CallbackEnviron)
{
    CallbackEnviron->Version = 0;
}

/** What is done once.
 * @param Instance this call
 * @param Context its argument */
typedef VOID(WINAPI *PTP_SIMPLE_CALLBACK)(PTP_CALLBACK_INSTANCE Instance, PVOID Context);
/** What work does.
 * @param Instance this call
 * @param Context its argument
 * @param Work the work */
typedef VOID(WINAPI *PTP_WORK_CALLBACK)(PTP_CALLBACK_INSTANCE Instance, PVOID Context, PTP_WORK Work);
/** What a timer calls.
 * @param Instance NULL here
 * @param Context its argument
 * @param Timer the timer */
typedef VOID(WINAPI *PTP_TIMER_CALLBACK)(PTP_CALLBACK_INSTANCE Instance, PVOID Context, PTP_TIMER Timer);
/** What a wait calls.
 * @param Instance NULL here
 * @param Context its argument
 * @param Wait the wait
 * @param WaitResult why */
typedef VOID(WINAPI *PTP_WAIT_CALLBACK)(PTP_CALLBACK_INSTANCE Instance, PVOID Context, PTP_WAIT Wait,
                                        TP_WAIT_RESULT WaitResult);

/** Has a function called by another thread.
 * @param pfns what to do
 * @param pv its argument
 * @param pcbe NULL, or an environment
 * @return TRUE; FALSE when memory ran out */
BOOL WINAPI TrySubmitThreadpoolCallback(PTP_SIMPLE_CALLBACK pfns, PVOID pv, PTP_CALLBACK_ENVIRON pcbe);

/** Makes work that can be submitted.
 * @param pfnwk what to do
 * @param pv its argument
 * @param pcbe NULL, or an environment
 * @return the work, to be closed; NULL when memory ran out */
PTP_WORK WINAPI CreateThreadpoolWork(PTP_WORK_CALLBACK pfnwk, PVOID pv, PTP_CALLBACK_ENVIRON pcbe);
/** Has it done once more.
 * @param pwk the work */
VOID WINAPI SubmitThreadpoolWork(PTP_WORK pwk);
/** Waits until it is done as often as it was submitted.
 * @param pwk the work
 * @param fCancelPendingCallbacks whether what has not begun is not done */
VOID WINAPI WaitForThreadpoolWorkCallbacks(PTP_WORK pwk, BOOL fCancelPendingCallbacks);
/** It is freed when it is done.
 * @param pwk the work */
VOID WINAPI CloseThreadpoolWork(PTP_WORK pwk);

/** Makes a timer that is not set.
 * @param pfnti what it calls
 * @param pv its argument
 * @param pcbe NULL, or an environment
 * @return the timer, to be closed; NULL when memory ran out */
PTP_TIMER WINAPI CreateThreadpoolTimer(PTP_TIMER_CALLBACK pfnti, PVOID pv, PTP_CALLBACK_ENVIRON pcbe);
/** Sets a timer, in virtual time.
 * @param pti the timer
 * @param pftDueTime when: negative from now on, positive an instant, in units of 100 ns; NULL: not any more
 * @param msPeriod and then again after so many milliseconds; 0: once
 * @param msWindowLength not looked at */
VOID WINAPI SetThreadpoolTimer(PTP_TIMER pti, PFILETIME pftDueTime, DWORD msPeriod, DWORD msWindowLength);
/** Whether a timer is set.
 * @param pti the timer
 * @return whether it is */
BOOL WINAPI IsThreadpoolTimerSet(PTP_TIMER pti);
/** Waits until its callbacks are done.
 * @param pti the timer
 * @param fCancelPendingCallbacks whether those that have not begun are not made */
VOID WINAPI WaitForThreadpoolTimerCallbacks(PTP_TIMER pti, BOOL fCancelPendingCallbacks);
/** It is freed when its callbacks are done.
 * @param pti the timer */
VOID WINAPI CloseThreadpoolTimer(PTP_TIMER pti);

/** Makes a wait for nothing yet.
 * @param pfnwa what it calls
 * @param pv its argument
 * @param pcbe NULL, or an environment
 * @return the wait, to be closed; NULL when memory ran out */
PTP_WAIT WINAPI CreateThreadpoolWait(PTP_WAIT_CALLBACK pfnwa, PVOID pv, PTP_CALLBACK_ENVIRON pcbe);
/** Waits for an object, once.
 * @param pwa the wait
 * @param h the object; NULL: nothing any more
 * @param pftTimeout the time-out as of SetThreadpoolTimer(); NULL: none */
VOID WINAPI SetThreadpoolWait(PTP_WAIT pwa, HANDLE h, PFILETIME pftTimeout);
/** Waits until its callbacks are done.
 * @param pwa the wait
 * @param fCancelPendingCallbacks whether those that have not begun are not made */
VOID WINAPI WaitForThreadpoolWaitCallbacks(PTP_WAIT pwa, BOOL fCancelPendingCallbacks);
/** It is freed when its callbacks are done.
 * @param pwa the wait */
VOID WINAPI CloseThreadpoolWait(PTP_WAIT pwa);

/** @name When a callback returns
 * @{ */
/** Has an event set then.
 * @param pci the call
 * @param evt the event */
VOID WINAPI SetEventWhenCallbackReturns(PTP_CALLBACK_INSTANCE pci, HANDLE evt);
/** Has a mutex given back then.
 * @param pci the call
 * @param mut the mutex */
VOID WINAPI ReleaseMutexWhenCallbackReturns(PTP_CALLBACK_INSTANCE pci, HANDLE mut);
/** Has a semaphore released then.
 * @param pci the call
 * @param sem the semaphore
 * @param crel by how much */
VOID WINAPI ReleaseSemaphoreWhenCallbackReturns(PTP_CALLBACK_INSTANCE pci, HANDLE sem, DWORD crel);
/** Has a critical section left then.
 * @param pci the call
 * @param pcs the section */
VOID WINAPI LeaveCriticalSectionWhenCallbackReturns(PTP_CALLBACK_INSTANCE pci, PCRITICAL_SECTION pcs);
/** Has a DLL freed then.
 * @param pci the call
 * @param mod the DLL */
VOID WINAPI FreeLibraryWhenCallbackReturns(PTP_CALLBACK_INSTANCE pci, HMODULE mod);
/** Says that it may take long.
 * @param pci the call
 * @return TRUE: another thread takes what is left */
BOOL WINAPI CallbackMayRunLong(PTP_CALLBACK_INSTANCE pci);
/** Says that whoever waits for it need not; has no effect.
 * @param pci the call */
VOID WINAPI DisassociateCurrentThreadFromCallback(PTP_CALLBACK_INSTANCE pci);
/** @} */

#ifdef __cplusplus
}
#endif

#endif
