/* SPDX-License-Identifier: MIT */
/*
 * Requests to files, pipes and devices, sockets among them, under Wine. What comes later comes from outside, as far as the
 * schedule knows; but who reads from an empty pipe, or waits for a part of a file that is locked, waits in the schedule until
 * another thread has done something about it.
 */
#include "host/handles_windows.h"
#include "host/ntdll.h"

#include "runtime/schedule_core.h"

#define NT_PENDING ((LONG)0x103)

static unsigned waits; /* for pipes and locks */

void ntdll_file_changed(void)
{
    if (waits > 0)
        ntdll_signalled(NULL);
}

static LONG wait_for(const struct ntdll_wait *wait)
{
    waits++;
    LONG status = ntdll_wait_for(wait, NULL);
    waits--;
    return status;
}

/* --- the request itself, which may wait for what is not known here --- */

static LONG asked(LONG status, HANDLE event)
{
    rras_me->system.blocking = NULL;
    rras_schedule_lock_with_token();
    rras_outside_renew(true); /* it may be what others wait for */
    rras_schedule_unlock();
    if (status == NT_PENDING)
        handle_awaits_request(event);
    return status;
}

#define REQUEST(name, function, parameters, arguments) \
    static LONG WINAPI function parameters             \
    {                                                  \
        if (!ntdll_is_scheduled())                     \
            return ntdll.name arguments;               \
        rras_me->system.blocking = "Nt" #name;         \
        return asked(ntdll.name arguments, event);     \
    }
REQUEST(FsControlFile, control_file,
        (HANDLE file, HANDLE event, void *apc, void *user, void *status, ULONG code, void *in, ULONG in_size, void *out,
         ULONG out_size),
        (file, event, apc, user, status, code, in, in_size, out, out_size))
REQUEST(DeviceIoControlFile, control_device,
        (HANDLE file, HANDLE event, void *apc, void *user, void *status, ULONG code, void *in, ULONG in_size, void *out,
         ULONG out_size),
        (file, event, apc, user, status, code, in, in_size, out, out_size))
REQUEST(ReadFile, ask_to_read,
        (HANDLE file, HANDLE event, void *apc, void *user, void *status, void *buffer, ULONG size,
         LARGE_INTEGER *offset, ULONG *key),
        (file, event, apc, user, status, buffer, size, offset, key))
REQUEST(WriteFile, ask_to_write,
        (HANDLE file, HANDLE event, void *apc, void *user, void *status, const void *buffer, ULONG size,
         LARGE_INTEGER *offset, ULONG *key),
        (file, event, apc, user, status, buffer, size, offset, key))

/* --- pipes --- */

/* What has no more writers is not empty: reading it tells that. */
static LONG try_pipe(const struct ntdll_wait *wait)
{
    enum { PEEK = 0x11400c };
    struct {
        ULONG state, available, messages, length;
        char data[8];
    } found;
    uintptr_t status[2];
    bool empty = ntdll.FsControlFile(wait->handles[0], NULL, NULL, NULL, status, PEEK, NULL, 0, &found, sizeof found) ==
                     0 &&
                 found.available == 0;
    return empty ? NT_TIMEOUT : 0;
}

static LONG WINAPI read_file(HANDLE file, HANDLE event, void *apc, void *user, void *status, void *buffer, ULONG size,
                             LARGE_INTEGER *offset, ULONG *key)
{
    bool told_later = event || apc || user;
    if (ntdll_is_scheduled() && !told_later)
        wait_for(&(struct ntdll_wait){.try = try_pipe, .call = "ReadFile", .count = 1, .handles = &file});
    return ask_to_read(file, event, apc, user, status, buffer, size, offset, key);
}

static LONG WINAPI write_file(HANDLE file, HANDLE event, void *apc, void *user, void *status, const void *buffer,
                              ULONG size, LARGE_INTEGER *offset, ULONG *key)
{
    LONG result = ask_to_write(file, event, apc, user, status, buffer, size, offset, key);
    ntdll_file_changed();
    return result;
}

/* --- parts of files that are locked --- */

struct lock {
    void *status;
    LARGE_INTEGER *offset, *size;
    ULONG *key;
    BOOLEAN exclusive;
};

static LONG try_lock(const struct ntdll_wait *wait)
{
    enum { CONFLICT = (int)0xc0000054, NOT_GRANTED = (int)0xc0000055 };
    const struct lock *lock = wait->out[0];
    LONG status = ntdll.LockFile(wait->handles[0], NULL, NULL, NULL, lock->status, lock->offset, lock->size, lock->key,
                                 TRUE, lock->exclusive);
    return status == CONFLICT || status == NOT_GRANTED ? NT_TIMEOUT : status;
}

static LONG WINAPI lock_file(HANDLE file, HANDLE event, void *apc, void *user, void *status, LARGE_INTEGER *offset,
                             LARGE_INTEGER *size, ULONG *key, BOOLEAN at_once, BOOLEAN exclusive)
{
    if (at_once || event || apc || !ntdll_is_scheduled())
        return ntdll.LockFile(file, event, apc, user, status, offset, size, key, at_once, exclusive);
    struct lock lock = {status, offset, size, key, exclusive};
    return wait_for(
        &(struct ntdll_wait){.try = try_lock, .call = "LockFileEx", .count = 1, .handles = &file, .out = {&lock}});
}

static LONG WINAPI unlock_file(HANDLE file, void *status, LARGE_INTEGER *offset, LARGE_INTEGER *size, ULONG *key)
{
    LONG result = ntdll.UnlockFile(file, status, offset, size, key);
    ntdll_file_changed();
    return result;
}

const struct ntdll_hook ntdll_requests[] = {
    NTDLL_HOOK(ReadFile, read_file),
    NTDLL_HOOK(WriteFile, write_file),
    NTDLL_HOOK(FsControlFile, control_file),
    NTDLL_HOOK(DeviceIoControlFile, control_device),
    NTDLL_HOOK(LockFile, lock_file),
    NTDLL_HOOK(UnlockFile, unlock_file),
    {NULL, NULL, NULL},
};
