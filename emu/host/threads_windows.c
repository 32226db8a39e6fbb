/* SPDX-License-Identifier: MIT */
/*
 * Threads of Windows that a DLL begins, ends and suspends, under Wine: they take part in the schedule. A new one is suspended
 * until it has the token for the first time, so that what the loader calls for it has its turn too.
 */
#include "host/ntdll.h"
#include "host/schedule_windows.h"

#include "runtime/schedule_core.h"

static struct rras_thread *thread_of(HANDLE handle)
{
    DWORD id = GetThreadId(handle);
    return id ? schedule_find(id) : NULL;
}

static HANDLE kept(HANDLE handle)
{
    HANDLE own = NULL;
    DuplicateHandle(GetCurrentProcess(), handle, GetCurrentProcess(), &own, 0, FALSE, DUPLICATE_SAME_ACCESS);
    return own;
}

static LONG WINAPI create(HANDLE *handle, ACCESS_MASK access, void *attributes, HANDLE process, void *start,
                          void *argument, ULONG flags, ULONG_PTR zero_bits, SIZE_T commit, SIZE_T reserve, void *list)
{
    enum { SUSPENDED = 1, NO_MEMORY = (int)0xc0000017 };
    if (!ntdll_is_scheduled() || process != GetCurrentProcess())
        return ntdll.CreateThreadEx(handle, access, attributes, process, start, argument, flags, zero_bits, commit,
                                    reserve, list);
    struct rras_thread *thread = rras_schedule_create();
    if (!thread)
        return NO_MEMORY;
    LONG status = ntdll.CreateThreadEx(handle, access | THREAD_ALL_ACCESS, attributes, process, start, argument,
                                       flags | SUSPENDED, zero_bits, commit, reserve, list);
    if (status < 0) {
        rras_schedule_forget(thread);
        return status;
    }
    thread->system.handle = kept(*handle);
    thread->system.fresh = true;
    thread->suspended = flags & SUSPENDED;
    rras_schedule_add(thread, GetThreadId(*handle));
    return status;
}

/* Its handle is signalled a moment after it has said so: who runs next waits for that (rras_thread_takes). */
static LONG WINAPI terminate(HANDLE handle, LONG status)
{
    if (!ntdll_is_scheduled())
        return ntdll.TerminateThread(handle, status);
    struct rras_thread *target = thread_of(handle);
    if (!target)
        return ntdll.TerminateThread(handle, status);
    if (target == &rras_schedule.service && target == rras_me) {
        rras_schedule_end_service();
        return ntdll.TerminateThread(handle, status);
    }
    HANDLE own = target->system.handle;
    if (target == rras_me) {
        schedule_await_end(own);
        rras_schedule_end(target);
        return ntdll.TerminateThread(handle, status);
    }
    if (target == &rras_schedule.service)
        return ntdll.TerminateThread(handle, status);
    LONG result = ntdll.TerminateThread(handle, status);
    if (result == 0) {
        rras_schedule_end(target);
        ntdll.WaitForSingleObject(own, FALSE, NULL);
        ntdll.Close(own);
        ntdll_signalled();
    }
    return result;
}

/* It stands where it waits for the token, or is about to: it is not given it. */
static LONG WINAPI suspend(HANDLE handle, ULONG *before)
{
    struct rras_thread *target = ntdll_is_scheduled() ? thread_of(handle) : NULL;
    if (!target)
        return ntdll.SuspendThread(handle, before);
    if (before)
        *before = target->suspended;
    schedule_suspend(target);
    return 0;
}

static LONG WINAPI resume(HANDLE handle, ULONG *before)
{
    struct rras_thread *target = ntdll_is_scheduled() ? thread_of(handle) : NULL;
    if (!target)
        return ntdll.ResumeThread(handle, before);
    if (before)
        *before = target->suspended;
    schedule_resume(target);
    return 0;
}

const struct ntdll_hook ntdll_threads[] = {
    NTDLL_HOOK(CreateThreadEx, create),
    NTDLL_HOOK(TerminateThread, terminate),
    NTDLL_HOOK(SuspendThread, suspend),
    NTDLL_HOOK(ResumeThread, resume),
    {NULL, NULL, NULL},
};
