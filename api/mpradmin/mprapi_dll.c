/* SPDX-License-Identifier: MIT */
/* What makes the library a DLL of Windows: mprapi.dll, for DLLs that run under Wine. */
#include "../runtime/current_callout.h"

static void (*process_ends)(void);

void rras_on_process_end(void (*function)(void))
{
    process_ends = function;
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID process);

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID process)
{
    (void)instance;
    if (reason == DLL_PROCESS_DETACH && process && process_ends)
        process_ends();
    return TRUE;
}
