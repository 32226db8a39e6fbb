/* SPDX-License-Identifier: MIT */
/* Who runs, and with which error: the numbers of processthreadsapi.h, errhandlingapi.h. */
#include <windows.h>

#include <sys/syscall.h>
#include <unistd.h>

static _Thread_local DWORD last_error;

DWORD WINAPI GetLastError(VOID)
{
    return last_error;
}

VOID WINAPI SetLastError(DWORD code)
{
    last_error = code;
}

DWORD WINAPI GetCurrentThreadId(VOID)
{
    return (DWORD)syscall(SYS_gettid);
}

DWORD WINAPI GetCurrentProcessId(VOID)
{
    return (DWORD)getpid();
}

HANDLE WINAPI GetCurrentProcess(VOID)
{
    return (HANDLE)(LONG_PTR)-1;
}
