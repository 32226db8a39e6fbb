/* SPDX-License-Identifier: MIT */
/* A stop for a debugger: without one it ends the process, as on Windows. */
#include <windows.h>

#include <signal.h>

VOID WINAPI DebugBreak(VOID)
{
    raise(SIGTRAP);
}
