/* SPDX-License-Identifier: MIT */
/* What goes by Wine's clock, and is not led into virtual time: a DLL that calls it is told. */
#include "host/imports_windows.h"
#include "host/misuse.h"

#include "runtime/schedule.h"

#include <mmsystem.h>

static void tell(const char *call)
{
    DWORD error = GetLastError();
    misuse_note(RRAS_MISUSE_CLOCK, call, "goes by the machine's clock");
    SetLastError(error);
}

/* With the schedule (waits_windows.c) these go by virtual time; Wine may be one on which there is none. */
static void tell_without_schedule(const char *call)
{
    if (!rras_schedule_is_on())
        tell(call);
}

/* NAME(...) of whichever library the DLL imports it from */
#define CLOCK(tells, type, name, parameters, arguments) \
    static type(WINAPI *real_##name) parameters;        \
    static type WINAPI told_##name parameters           \
    {                                                   \
        tells(#name);                                   \
        return real_##name arguments;                   \
    }
#define REAL(type, name, parameters, arguments) CLOCK(tell, type, name, parameters, arguments)
#define SCHEDULED(type, name, parameters, arguments) CLOCK(tell_without_schedule, type, name, parameters, arguments)
#define ROW(name) WATCHED(#name, told_##name, &real_##name)

SCHEDULED(BOOL, SetWaitableTimer,
          (HANDLE timer, const LARGE_INTEGER *due, LONG each, PTIMERAPCROUTINE routine, LPVOID self, BOOL resume),
          (timer, due, each, routine, self, resume))
SCHEDULED(BOOL, SetWaitableTimerEx,
          (HANDLE timer, const LARGE_INTEGER *due, LONG each, PTIMERAPCROUTINE routine, LPVOID self,
           PREASON_CONTEXT context, ULONG delay),
          (timer, due, each, routine, self, context, delay))
SCHEDULED(BOOL, CreateTimerQueueTimer,
          (PHANDLE timer, HANDLE queue, WAITORTIMERCALLBACK routine, PVOID self, DWORD due, DWORD each, ULONG flags),
          (timer, queue, routine, self, due, each, flags))
SCHEDULED(VOID, SetThreadpoolTimer, (PTP_TIMER timer, PFILETIME due, DWORD each, DWORD window),
          (timer, due, each, window))
SCHEDULED(BOOL, RegisterWaitForSingleObject,
          (PHANDLE wait, HANDLE object, WAITORTIMERCALLBACK routine, PVOID self, ULONG ms, ULONG flags),
          (wait, object, routine, self, ms, flags))
SCHEDULED(BOOL, GetQueuedCompletionStatus,
          (HANDLE port, LPDWORD bytes, PULONG_PTR key, LPOVERLAPPED *overlapped, DWORD ms),
          (port, bytes, key, overlapped, ms))
REAL(DWORD, MsgWaitForMultipleObjects, (DWORD count, const HANDLE *handles, BOOL every, DWORD ms, DWORD mask),
     (count, handles, every, ms, mask))
REAL(UINT_PTR, SetTimer, (HWND window, UINT_PTR id, UINT ms, TIMERPROC routine), (window, id, ms, routine))
SCHEDULED(MMRESULT, timeSetEvent, (UINT ms, UINT resolution, LPTIMECALLBACK routine, DWORD_PTR self, UINT flags),
          (ms, resolution, routine, self, flags))

const struct watched real_clock_watched[] = {
    ROW(SetWaitableTimer),
    ROW(SetWaitableTimerEx),
    ROW(CreateTimerQueueTimer),
    ROW(SetThreadpoolTimer),
    ROW(RegisterWaitForSingleObject),
    ROW(GetQueuedCompletionStatus),
    ROW(MsgWaitForMultipleObjects),
    ROW(SetTimer),
    ROW(timeSetEvent),
    {NULL, NULL, NULL},
};
