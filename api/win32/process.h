/* SPDX-License-Identifier: MIT */
/**
 * @file process.h
 * @brief Threads of the C run-time library.
 */
#ifndef RRAS_WIN32_PROCESS_H
#define RRAS_WIN32_PROCESS_H

#include <processthreadsapi.h>
#include <wide/offered.h>

#ifdef __cplusplus
extern "C" {
#endif

/** What such a thread runs. */
typedef unsigned(__stdcall *_beginthreadex_proc_type)(void *);

/**
 * Begins a thread, as CreateThread() does.
 * @param security not looked at
 * @param stack_size not looked at
 * @param start_address what it runs
 * @param arglist its argument
 * @param initflag 0
 * @param thrdaddr receives its number, or NULL
 * @return its handle, to be closed; 0 when there is none
 */
uintptr_t _beginthreadex(void *security, unsigned stack_size, _beginthreadex_proc_type start_address, void *arglist,
                         unsigned initflag, unsigned *thrdaddr) RRAS_SYMBOL("rras__beginthreadex");

#define _getpid() ((int)GetCurrentProcessId()) /**< The number of this process. */

/** What a thread of _beginthread() runs. */
typedef void(__cdecl *_beginthread_proc_type)(void *);

/**
 * Begins a thread whose handle is closed by itself when the thread ends, so that nobody can wait for it safely: _beginthreadex() is
 * the better one.
 * @param start_address what it runs
 * @param stack_size not looked at
 * @param arglist its argument
 * @return its handle; -1 with errno
 */
uintptr_t _beginthread(_beginthread_proc_type start_address, unsigned stack_size, void *arglist)
    RRAS_SYMBOL("rras__beginthread");

/** Ends this thread, which _beginthread() began. */
__attribute__((noreturn)) void _endthread(void) RRAS_SYMBOL("rras__endthread");

/**
 * Ends this thread, as ExitThread() does.
 * @param retval its exit code
 */
__attribute__((noreturn)) void _endthreadex(unsigned retval) RRAS_SYMBOL("rras__endthreadex");

#ifdef __cplusplus
}
#endif

#endif
