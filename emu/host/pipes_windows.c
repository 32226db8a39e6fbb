/* SPDX-License-Identifier: MIT */
/* Pipes between threads of DLLs, under Wine: who reads from an empty one waits in the schedule until somebody has written. */
#include "host/ntdll.h"

#include "runtime/schedule_core.h"

/* --- what may wait for something that is not known here --- */

#define MAY_BLOCK(name, function, parameters, arguments)   \
    static LONG WINAPI function parameters                 \
    {                                                      \
        if (!ntdll_is_scheduled())                         \
            return ntdll.name arguments;                   \
        rras_me->system.blocking = "Nt" #name;             \
        LONG status_of = ntdll.name arguments;             \
        rras_me->system.blocking = NULL;                   \
        rras_schedule_mine(); /* it has the token again */ \
        return status_of;                                  \
    }
MAY_BLOCK(FsControlFile, control_file,
          (HANDLE file, HANDLE event, void *apc, void *user, void *status, ULONG code, void *in, ULONG in_size,
           void *out, ULONG out_size),
          (file, event, apc, user, status, code, in, in_size, out, out_size))
MAY_BLOCK(DeviceIoControlFile, control_device,
          (HANDLE file, HANDLE event, void *apc, void *user, void *status, ULONG code, void *in, ULONG in_size,
           void *out, ULONG out_size),
          (file, event, apc, user, status, code, in, in_size, out, out_size))

/* --- pipes --- */

static unsigned readers; /* of empty pipes: what is written, or closed, may be for them */

void ntdll_pipe_changed(void)
{
    if (readers > 0)
        ntdll_signalled();
}

/* What has no more writers is none: reading it tells that. */
static bool is_empty_pipe(HANDLE file)
{
    enum { PEEK = 0x11400c };
    struct {
        ULONG state, available, messages, length;
        char data[8];
    } found;
    uintptr_t status[2];
    return ntdll.FsControlFile(file, NULL, NULL, NULL, status, PEEK, NULL, 0, &found, sizeof found) == 0 &&
           found.available == 0;
}

static LONG WINAPI read_file(HANDLE file, HANDLE event, void *apc, void *user, void *status, void *buffer, ULONG size,
                             LARGE_INTEGER *offset, ULONG *key)
{
    if (!ntdll_is_scheduled())
        return ntdll.ReadFile(file, event, apc, user, status, buffer, size, offset, key);
    bool waits = !event && !apc && !user; /* it is not told later */
    readers += waits;
    if (waits)
        ntdll_await_signal(is_empty_pipe, file, "ReadFile");
    readers -= waits;
    rras_me->system.blocking = "NtReadFile";
    LONG result = ntdll.ReadFile(file, event, apc, user, status, buffer, size, offset, key);
    rras_me->system.blocking = NULL;
    rras_schedule_mine();
    return result;
}

static LONG WINAPI write_file(HANDLE file, HANDLE event, void *apc, void *user, void *status, const void *buffer,
                              ULONG size, LARGE_INTEGER *offset, ULONG *key)
{
    if (!ntdll_is_scheduled())
        return ntdll.WriteFile(file, event, apc, user, status, buffer, size, offset, key);
    rras_me->system.blocking = "NtWriteFile";
    LONG result = ntdll.WriteFile(file, event, apc, user, status, buffer, size, offset, key);
    rras_me->system.blocking = NULL;
    rras_schedule_mine();
    ntdll_pipe_changed();
    return result;
}

const struct ntdll_hook ntdll_pipes[] = {
    NTDLL_HOOK(ReadFile, read_file),
    NTDLL_HOOK(WriteFile, write_file),
    NTDLL_HOOK(FsControlFile, control_file),
    NTDLL_HOOK(DeviceIoControlFile, control_device),
    {NULL, NULL, NULL},
};
