/* SPDX-License-Identifier: MIT */
/*
 * Threads of Windows that a DLL begins, ends and suspends, under Wine: they take part in the schedule. A new one is suspended
 * until it has the token for the first time, so that what the loader calls for it has its turn too.
 */
#include "host/ntdll.h"
#include "host/schedule_windows.h"

#include "runtime/schedule_core.h"

/* By its number, or, where the handle may not ask for that, by comparing */
static struct rras_thread *thread_of(HANDLE handle)
{
    DWORD error = GetLastError(), id = GetThreadId(handle);
    struct rras_thread *thread = id ? schedule_find(id) : schedule_find_object(handle);
    SetLastError(error);
    return thread;
}

/* Whether the handle allows it; the system tells of a wrong one */
static bool may(HANDLE handle, ULONG access)
{
    struct ntdll_basic basic;
    return ntdll_used.QueryObject(handle, 0, &basic, sizeof basic, NULL) < 0 || (basic.access & access);
}

static HANDLE kept(HANDLE handle)
{
    HANDLE own = NULL;
    DuplicateHandle(GetCurrentProcess(), handle, GetCurrentProcess(), &own, 0, FALSE, DUPLICATE_SAME_ACCESS);
    return own;
}

static bool is_this_process(HANDLE process)
{
    return process == GetCurrentProcess() || ntdll_used.CompareObjects(process, GetCurrentProcess()) == 0;
}

static LONG WINAPI create(HANDLE *handle, ACCESS_MASK access, void *attributes, HANDLE process, void *start,
                          void *argument, ULONG flags, ULONG_PTR zero_bits, SIZE_T commit, SIZE_T reserve, void *list)
{
    enum { SUSPENDED = 1, NO_MEMORY = (int)0xc0000017 };
    if (!ntdll_is_scheduled() || !is_this_process(process))
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
    struct rras_thread *target = may(handle, THREAD_TERMINATE) ? thread_of(handle) : NULL;
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
        ntdll_signalled(NULL);
    }
    return result;
}

/* The thread of a handle that may suspend it; NULL: the system is to say what is wrong, or it is none of the schedule */
static struct rras_thread *suspendable(HANDLE handle)
{
    return ntdll_is_scheduled() && may(handle, THREAD_SUSPEND_RESUME) ? thread_of(handle) : NULL;
}

/* It stands where it waits for the token, or is about to: it is not given it. */
static LONG WINAPI suspend(HANDLE handle, ULONG *before)
{
    enum { MOST = 127, TOO_OFTEN = (int)0xc000004a };
    struct rras_thread *target = suspendable(handle);
    if (!target)
        return ntdll.SuspendThread(handle, before);
    if (target->suspended == MOST)
        return TOO_OFTEN;
    if (before)
        *before = target->suspended;
    schedule_suspend(target);
    return 0;
}

static LONG WINAPI resume(HANDLE handle, ULONG *before)
{
    struct rras_thread *target = suspendable(handle);
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
