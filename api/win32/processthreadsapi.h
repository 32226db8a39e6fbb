/* SPDX-License-Identifier: MIT */
/**
 * @file processthreadsapi.h
 * @brief Threads of a DLL's own, and memory of theirs.
 *
 * What is forbidden inside callouts is allowed on such a thread (B0.forbidden), and its clock is that of the
 * callout that was called last.
 */
#ifndef RRAS_WIN32_PROCESSTHREADSAPI_H
#define RRAS_WIN32_PROCESSTHREADSAPI_H

#include <interlockedapi.h>
#include <synchapi.h>

#ifdef __cplusplus
extern "C" {
#endif

/** What a thread runs: its argument, its exit code. */
typedef DWORD(WINAPI *LPTHREAD_START_ROUTINE)(LPVOID lpThreadParameter);

/** Begins suspended; not offered: CreateThread() refuses it. */
#define CREATE_SUSPENDED 4
/** What GetExitCodeThread() tells of a thread that runs. */
#define STILL_ACTIVE 259

/**
 * Begins a thread. Its handle is signalled when it has ended.
 * @param lpThreadAttributes not looked at
 * @param dwStackSize not looked at
 * @param lpStartAddress what it runs
 * @param lpParameter the argument
 * @param dwCreationFlags 0
 * @param lpThreadId receives its number, or NULL
 * @return the handle; NULL with ERROR_NOT_ENOUGH_MEMORY or ERROR_NOT_SUPPORTED
 */
HANDLE WINAPI CreateThread(LPSECURITY_ATTRIBUTES lpThreadAttributes, SIZE_T dwStackSize,
                           LPTHREAD_START_ROUTINE lpStartAddress, LPVOID lpParameter, DWORD dwCreationFlags,
                           LPDWORD lpThreadId);
/**
 * How a thread has ended.
 * @param hThread the thread
 * @param lpExitCode receives the code, or STILL_ACTIVE
 * @return TRUE; FALSE with ERROR_INVALID_HANDLE
 */
BOOL WINAPI GetExitCodeThread(HANDLE hThread, LPDWORD lpExitCode);

/** Ends this thread: nothing on its stack is unmade. That of a callout is the service's (finding `thread-exit`).
 * @param dwExitCode its exit code */
__attribute__((noreturn)) VOID WINAPI ExitThread(DWORD dwExitCode);

/** The number of a thread.
 * @param Thread its handle
 * @return the number; 0 with ERROR_INVALID_HANDLE */
DWORD WINAPI GetThreadId(HANDLE Thread);

/** Lets other threads run first.
 * @return TRUE */
BOOL WINAPI SwitchToThread(VOID);

/** @return the number of this thread */
DWORD WINAPI GetCurrentThreadId(VOID);
/** @return the number of this process */
DWORD WINAPI GetCurrentProcessId(VOID);
/** @return a handle that means this process wherever it is used; it need not be closed */
HANDLE WINAPI GetCurrentProcess(VOID);

/** No index of thread-local memory. */
#define TLS_OUT_OF_INDEXES 0xFFFFFFFFU

/** @return an index for one pointer of each thread, NULL at first; TLS_OUT_OF_INDEXES when none is left */
DWORD WINAPI TlsAlloc(VOID);
/** @param dwTlsIndex the index
 * @return this thread's pointer; NULL with ERROR_INVALID_PARAMETER for a wrong index */
LPVOID WINAPI TlsGetValue(DWORD dwTlsIndex);
/** @param dwTlsIndex the index
 * @param lpTlsValue this thread's pointer from now on
 * @return TRUE; FALSE with ERROR_INVALID_PARAMETER */
BOOL WINAPI TlsSetValue(DWORD dwTlsIndex, LPVOID lpTlsValue);
/** @param dwTlsIndex the index, which is given back
 * @return TRUE; FALSE with ERROR_INVALID_PARAMETER */
BOOL WINAPI TlsFree(DWORD dwTlsIndex);

#ifdef __cplusplus
}
#endif

#endif
