/* SPDX-License-Identifier: MIT */
/**
 * @file ntdll.h
 * What lies below every function of Windows that waits, signals or begins a thread: the system calls of ntdll.dll. Each is led
 * to a function of the worker, which decides whether the schedule (runtime/schedule.h) has to know, and calls the real one
 * by what is kept here.
 */
#ifndef RRASEMU_HOST_NTDLL_H
#define RRASEMU_HOST_NTDLL_H

#include <stdbool.h>
#include <stdint.h>

#include <windows.h>

/* clang-format off */
#define NT_TIMEOUT ((LONG)0x102)
#define NT_ALERTED ((LONG)0x101)
#define NT_USER_APC ((LONG)0xc0)
/* clang-format on */

/** Windows counts time in units of 100 ns, dates since 1601. */
enum { NS_PER_TICK = 100, TICKS_PER_SECOND = 10000000 };
#define TICKS_UNTIL_1970 INT64_C(116444736000000000)

/** An APC of a thread. */
typedef void(WINAPI *ntdll_apc)(ULONG_PTR, ULONG_PTR, ULONG_PTR);

/** The real ones. */
struct ntdll {
    LONG(WINAPI *WaitForSingleObject)(HANDLE object, BOOLEAN alertable, const LARGE_INTEGER *timeout);
    LONG(WINAPI *WaitForMultipleObjects)
    (ULONG count, const HANDLE *objects, ULONG any, BOOLEAN alertable, const LARGE_INTEGER *timeout);
    LONG(WINAPI *SignalAndWaitForSingleObject)
    (HANDLE signal, HANDLE object, BOOLEAN alertable, const LARGE_INTEGER *timeout);
    LONG(WINAPI *DelayExecution)(BOOLEAN alertable, const LARGE_INTEGER *timeout);
    LONG(WINAPI *YieldExecution)(void);
    LONG(WINAPI *WaitForAlertByThreadId)(const void *address, const LARGE_INTEGER *timeout);
    LONG(WINAPI *AlertThreadByThreadId)(HANDLE thread);
    LONG(WINAPI *WaitForKeyedEvent)(HANDLE event, const void *key, BOOLEAN alertable, const LARGE_INTEGER *timeout);
    LONG(WINAPI *ReleaseKeyedEvent)(HANDLE event, const void *key, BOOLEAN alertable, const LARGE_INTEGER *timeout);
    LONG(WINAPI *RemoveIoCompletion)
    (HANDLE port, ULONG_PTR *key, ULONG_PTR *value, void *status, const LARGE_INTEGER *timeout);
    LONG(WINAPI *RemoveIoCompletionEx)
    (HANDLE port, void *entries, ULONG count, ULONG *removed, const LARGE_INTEGER *timeout, BOOLEAN alertable);
    LONG(WINAPI *SetIoCompletion)(HANDLE port, ULONG_PTR key, ULONG_PTR value, LONG status, SIZE_T size);
    LONG(WINAPI *SetEvent)(HANDLE event, LONG *before);
    LONG(WINAPI *PulseEvent)(HANDLE event, LONG *before);
    LONG(WINAPI *ReleaseSemaphore)(HANDLE semaphore, ULONG count, ULONG *before);
    LONG(WINAPI *ReleaseMutant)(HANDLE mutex, LONG *before);
    LONG(WINAPI *QueueApcThread)(HANDLE thread, ntdll_apc function, ULONG_PTR a, ULONG_PTR b, ULONG_PTR c);
    LONG(WINAPI *CreateThreadEx)
    (HANDLE *thread, ACCESS_MASK access, void *attributes, HANDLE process, void *start, void *argument, ULONG flags,
     ULONG_PTR zero_bits, SIZE_T commit, SIZE_T reserve, void *list);
    LONG(WINAPI *TerminateThread)(HANDLE thread, LONG status);
    LONG(WINAPI *SuspendThread)(HANDLE thread, ULONG *before);
    LONG(WINAPI *ResumeThread)(HANDLE thread, ULONG *before);
    LONG(WINAPI *CreateTimer)(HANDLE *timer, ACCESS_MASK access, const void *attributes, ULONG kind);
    LONG(WINAPI *SetTimer)
    (HANDLE timer, const LARGE_INTEGER *due, ntdll_apc apc, void *argument, BOOLEAN resume, ULONG each,
     BOOLEAN *before);
    LONG(WINAPI *OpenTimer)(HANDLE *timer, ACCESS_MASK access, const void *attributes);
    LONG(WINAPI *CancelTimer)(HANDLE timer, BOOLEAN *before);
    LONG(WINAPI *Close)(HANDLE handle);
    LONG(WINAPI *DuplicateObject)
    (HANDLE from, HANDLE handle, HANDLE into, HANDLE *duplicate, ACCESS_MASK access, ULONG attributes, ULONG options);
    LONG(WINAPI *QuerySystemTime)(LARGE_INTEGER *now);
    LONG(WINAPI *QueryPerformanceCounter)(LARGE_INTEGER *count, LARGE_INTEGER *frequency);
    LONG(WINAPI *ReadFile)
    (HANDLE file, HANDLE event, void *apc, void *user, void *status, void *buffer, ULONG size, LARGE_INTEGER *offset,
     ULONG *key);
    LONG(WINAPI *WriteFile)
    (HANDLE file, HANDLE event, void *apc, void *user, void *status, const void *buffer, ULONG size,
     LARGE_INTEGER *offset, ULONG *key);
    LONG(WINAPI *FsControlFile)
    (HANDLE file, HANDLE event, void *apc, void *user, void *status, ULONG code, void *in, ULONG in_size, void *out,
     ULONG out_size);
    LONG(WINAPI *DeviceIoControlFile)
    (HANDLE file, HANDLE event, void *apc, void *user, void *status, ULONG code, void *in, ULONG in_size, void *out,
     ULONG out_size);
    LONG(WINAPI *LockFile)
    (HANDLE file, HANDLE event, void *apc, void *user, void *status, LARGE_INTEGER *offset, LARGE_INTEGER *size,
     ULONG *key, BOOLEAN at_once, BOOLEAN exclusive);
    LONG(WINAPI *UnlockFile)
    (HANDLE file, void *status, LARGE_INTEGER *offset, LARGE_INTEGER *size, ULONG *key);
};
extern struct ntdll ntdll;

/** What is used besides, and not led elsewhere. */
struct ntdll_used {
    LONG(WINAPI *CreateEvent)(HANDLE *event, ACCESS_MASK access, const void *attributes, ULONG kind, BOOLEAN set);
    LONG(WINAPI *OpenEvent)(HANDLE *event, ACCESS_MASK access, const void *attributes);
    LONG(WINAPI *CompareObjects)(HANDLE one, HANDLE other);
    LONG(WINAPI *QueryObject)(HANDLE object, ULONG class, void *info, ULONG size, ULONG *length);
    LONG(WINAPI *WaitOnAddress)(const void *address, const void *value, SIZE_T size, const LARGE_INTEGER *limit);
    void(WINAPI *WakeAddressSingle)(const void *address);
    void(WINAPI *WakeAddressAll)(const void *address);
};
extern struct ntdll_used ntdll_used;

/** What QueryObject() tells of a handle by class 0. */
struct ntdll_basic {
    ULONG attributes, access, handles, pointers, rest[10];
};

/** One that is led elsewhere, and where the real one is kept; the last of a table has no name. */
struct ntdll_hook {
    const char *name;
    FARPROC function;
    void *real;
};

/** A row of a table: NtNAME() is led to `nt_name`. */
/* clang-format off */
#define NTDLL_HOOK(name, function) {"Nt" #name, (FARPROC)(void (*)(void))(function), &ntdll.name}
/* clang-format on */

extern const struct ntdll_hook ntdll_waits[], ntdll_locks[], ntdll_threads[], ntdll_timers[], ntdll_requests[],
    ntdll_handles[];

/** Leads all of them there; to be called while the process has one thread. FALSE: this ntdll.dll is another than what is
 * known here, and nothing was changed. */
bool ntdll_take_over(void);

/** The same for critical sections, which are no system calls. */
bool ntdll_take_over_sections(void);

/** Has `function` called instead of one of a module's; false: it has none of that name. */
bool code_replace(HMODULE module, const char *name, FARPROC function);

/** Whether a thread of a DLL calls, so that the schedule has to know. */
bool ntdll_is_scheduled(void);

/** An instant in virtual time: of a time-out in units of 100 ns, relative where it is negative; NULL: never. */
uint64_t ntdll_limit(const LARGE_INTEGER *timeout);

/** A wait for objects: one attempt, which does not wait. */
struct ntdll_wait {
    LONG (*try)(const struct ntdll_wait *wait); /**< NT_TIMEOUT: it has to wait */
    const char *call;
    ULONG count;
    const HANDLE *handles;
    ULONG any;
    BOOLEAN alertable;
    bool takes_packets; /**< of a port */
    void *out[3];       /**< what `try` wants besides */
};

/** Waits in the schedule, and tries again whenever one of the handles may have been signalled, until the limit has come. */
LONG ntdll_wait_for(const struct ntdll_wait *wait, const LARGE_INTEGER *timeout);

/** This object was signalled: who waits for it tries again. NULL: it may have been any. */
void ntdll_signalled(HANDLE object);

/** Something was written, unlocked or closed that may be a file or a pipe. */
void ntdll_file_changed(void);

#endif
