/* SPDX-License-Identifier: MIT */
/**
 * @file threadpoollegacyapiset.h
 * @brief The thread pool as it was before Windows Vista: work, timer queues, waits.
 *
 * What is handed over is done by threads of this library in virtual time, at most 64 at once, in the order in which it was
 * handed over. It must be over before the DLL is unloaded, or Windows runs into code that is no longer there; here the
 * thread is a finding, `leftover-thread`.
 */
#ifndef RRAS_WIN32_THREADPOOLLEGACYAPISET_H
#define RRAS_WIN32_THREADPOOLLEGACYAPISET_H

#include <windef.h>

#include <processthreadsapi.h>

#ifdef __cplusplus
extern "C" {
#endif

/** @name How something is done
 * @{ */
#define WT_EXECUTEDEFAULT 0x00u          /**< By a thread of the pool. */
#define WT_EXECUTEINIOTHREAD 0x01u       /**< The same. */
#define WT_EXECUTEINWAITTHREAD 0x04u     /**< The same. */
#define WT_EXECUTEONLYONCE 0x08u         /**< Once, and not again. */
#define WT_EXECUTELONGFUNCTION 0x10u     /**< It may take long. */
#define WT_EXECUTEINTIMERTHREAD 0x20u    /**< By the thread that waits for the timers: it must be quick. */
#define WT_TRANSFER_IMPERSONATION 0x100u /**< Has no effect. */
/** @} */

/** What a timer or a wait calls.
 * @param lpParameter its argument
 * @param TimerOrWaitFired TRUE for a timer, or where the time-out has passed; FALSE: the object is signalled */
typedef VOID(WINAPI *WAITORTIMERCALLBACKFUNC)(PVOID lpParameter, BOOLEAN TimerOrWaitFired);
typedef WAITORTIMERCALLBACKFUNC WAITORTIMERCALLBACK; /**< The same. */

/** Has a function called by another thread.
 * @param Function what to do
 * @param Context its argument
 * @param Flags #WT_EXECUTEDEFAULT or its like
 * @return TRUE; FALSE when memory ran out */
BOOL WINAPI QueueUserWorkItem(LPTHREAD_START_ROUTINE Function, PVOID Context, ULONG Flags);

/** Makes a queue of timers.
 * @return the queue, to be deleted; NULL when memory ran out */
HANDLE WINAPI CreateTimerQueue(VOID);
/** Adds a timer to a queue.
 * @param phNewTimer receives the timer
 * @param TimerQueue the queue, NULL for the process's
 * @param Callback what is called
 * @param Parameter its argument
 * @param DueTime milliseconds until the first time; INFINITE: not yet
 * @param Period milliseconds from one time to the next; 0: once
 * @param Flags #WT_EXECUTEDEFAULT or its like
 * @return TRUE; FALSE with the last error set */
BOOL WINAPI CreateTimerQueueTimer(PHANDLE phNewTimer, HANDLE TimerQueue, WAITORTIMERCALLBACK Callback, PVOID Parameter,
                                  DWORD DueTime, DWORD Period, ULONG Flags);
/** Sets a timer anew.
 * @param TimerQueue its queue
 * @param Timer the timer
 * @param DueTime as above
 * @param Period as above
 * @return TRUE */
BOOL WINAPI ChangeTimerQueueTimer(HANDLE TimerQueue, HANDLE Timer, ULONG DueTime, ULONG Period);
/** Deletes a timer.
 * @param TimerQueue its queue
 * @param Timer the timer
 * @param CompletionEvent INVALID_HANDLE_VALUE waits until its callbacks are done; NULL does not; an event is set when they are
 * @return TRUE; FALSE with ERROR_IO_PENDING where callbacks are under way, ERROR_INVALID_HANDLE */
BOOL WINAPI DeleteTimerQueueTimer(HANDLE TimerQueue, HANDLE Timer, HANDLE CompletionEvent);
/** Deletes a queue and its timers.
 * @param TimerQueue the queue
 * @param CompletionEvent as above
 * @return TRUE; FALSE with ERROR_INVALID_HANDLE */
BOOL WINAPI DeleteTimerQueueEx(HANDLE TimerQueue, HANDLE CompletionEvent);
/** The same, without waiting.
 * @param TimerQueue the queue
 * @return as above */
BOOL WINAPI DeleteTimerQueue(HANDLE TimerQueue);

/** Has a function called when an object is signalled, or the time-out passes; again and again without #WT_EXECUTEONLYONCE.
 * @param phNewWaitObject receives the registration
 * @param hObject the object
 * @param Callback what is called
 * @param Context its argument
 * @param dwMilliseconds the time-out
 * @param dwFlags #WT_EXECUTEDEFAULT or its like
 * @return TRUE; FALSE with the last error set */
BOOL WINAPI RegisterWaitForSingleObject(PHANDLE phNewWaitObject, HANDLE hObject, WAITORTIMERCALLBACK Callback,
                                        PVOID Context, ULONG dwMilliseconds, ULONG dwFlags);
/** Ends it, before the object's handle is closed.
 * @param WaitHandle the registration
 * @return TRUE; FALSE with ERROR_IO_PENDING where a callback is under way, ERROR_INVALID_HANDLE */
BOOL WINAPI UnregisterWait(HANDLE WaitHandle);
/** The same.
 * @param WaitHandle the registration
 * @param CompletionEvent as of DeleteTimerQueueTimer()
 * @return as above */
BOOL WINAPI UnregisterWaitEx(HANDLE WaitHandle, HANDLE CompletionEvent);

#ifdef __cplusplus
}
#endif

#endif
