/* SPDX-License-Identifier: MIT */
/*
 * What a wait for a handle may bring, under Wine: the objects of this process are signalled by its own threads alone; the end
 * of other processes, and what files, sockets and pipes bring, come from outside of the schedule.
 */
#include "host/handles_windows.h"
#include "host/ntdll.h"
#include "host/timers_windows.h"

#include "runtime/schedule_core.h"

#include <limits.h>

#define all rras_schedule

enum brings { UNKNOWN, FROM_INSIDE, FROM_OUTSIDE, END_OF_PROCESS };

struct known {
    enum brings brings;
    bool shared; /* another handle may be of the same object */
};

enum { HANDLES = 16384, HANDLE_STEP = 4 };
static struct known table[HANDLES]; /* what is beyond is asked each time */
static bool has_asked;              /* the system was asked for something that comes later */

static struct known *place_of(HANDLE handle)
{
    uintptr_t number = (uintptr_t)handle / HANDLE_STEP;
    return number < HANDLES ? &table[number] : NULL;
}

/* The name of an object's type, or its own. */
struct name {
    USHORT length, room;
    WCHAR *text;
    char rest[1024];
};

static bool has_name(HANDLE handle)
{
    enum { NAME_INFORMATION = 1 };
    struct name name = {0};
    return ntdll_used.QueryObject(handle, NAME_INFORMATION, &name, sizeof name, NULL) < 0 || name.length > 0;
}

static struct known ask(HANDLE handle)
{
    enum { TYPE_INFORMATION = 2 };
    static const WCHAR *const inside[] = {L"Event", L"Semaphore", L"Mutant", L"Thread", L"Timer", L"IoCompletion"};
    struct name type = {0};
    if (ntdll_used.QueryObject(handle, TYPE_INFORMATION, &type, sizeof type, NULL) < 0 || !type.text)
        return (struct known){FROM_INSIDE, true}; /* it is none, or one of this thread's pseudo handles */
    if (wcscmp(type.text, L"Process") == 0)
        return (struct known){GetProcessId(handle) == GetCurrentProcessId() ? FROM_INSIDE : END_OF_PROCESS, true};
    for (size_t i = 0; i < sizeof inside / sizeof *inside; i++)
        if (wcscmp(type.text, inside[i]) == 0) {
            struct ntdll_basic basic;
            bool alone = ntdll_used.QueryObject(handle, 0, &basic, sizeof basic, NULL) == 0 && basic.handles == 1;
            return (struct known){FROM_INSIDE, !alone || has_name(handle)};
        }
    return (struct known){FROM_OUTSIDE, true};
}

static struct known known(HANDLE handle)
{
    struct known *place = place_of(handle);
    if (!place)
        return ask(handle);
    if (place->brings == UNKNOWN)
        *place = ask(handle);
    return *place;
}

void handle_awaits_request(HANDLE event)
{
    struct known *place = event ? place_of(event) : NULL;
    has_asked = true;
    if (place)
        *place = (struct known){FROM_OUTSIDE, true};
}

static void forget(HANDLE handle)
{
    struct known *place = place_of(handle);
    if (place)
        place->brings = UNKNOWN;
}

void handle_has_come(HANDLE handle)
{
    struct known *place = place_of(handle);
    if (place && place->brings == FROM_OUTSIDE)
        place->brings = UNKNOWN;
}

bool handle_is_shared(HANDLE handle)
{
    const struct known *place = place_of(handle);
    return !place || place->brings == UNKNOWN || place->shared;
}

/* How long the end of a process is waited for in real time: it computes, which takes no virtual time. */
static unsigned looks_for_process(uint64_t limit_ns)
{
    enum { NS_PER_LOOK = RRAS_WATCH_MS * 1000000, FOR_ANOTHER_MS = 2000 };
    uint64_t now;
    rras_clock_elapsed(&now);
    uint64_t looks = (limit_ns > now ? limit_ns - now : 0) / NS_PER_LOOK;
    uint64_t most = rras_me == &all.service ? UINT_MAX : FOR_ANOTHER_MS / RRAS_WATCH_MS;
    return looks < RRAS_MOMENT ? RRAS_MOMENT : looks < most ? (unsigned)looks : (unsigned)most;
}

unsigned handles_moment(ULONG count, const HANDLE *handles, bool takes_all, uint64_t limit_ns)
{
    unsigned moment = has_asked && takes_all ? RRAS_MOMENT : 0;
    for (ULONG i = 0; i < count; i++)
        switch (known(handles[i]).brings) {
        case END_OF_PROCESS:
            return looks_for_process(limit_ns);
        case FROM_OUTSIDE:
            moment = RRAS_MOMENT;
            break;
        default:
            break;
        }
    return moment;
}

/* --- handles come and go --- */

static LONG WINAPI duplicate(HANDLE from, HANDLE handle, HANDLE into, HANDLE *result, ACCESS_MASK access,
                             ULONG attributes, ULONG options)
{
    HANDLE made = NULL;
    LONG status = ntdll.DuplicateObject(from, handle, into, &made, access, attributes, options);
    if (result)
        *result = made;
    if (!ntdll_is_scheduled() || status < 0)
        return status;
    struct known *place = place_of(handle);
    if (place)
        place->shared = true;
    if (options & DUPLICATE_CLOSE_SOURCE)
        forget(handle);
    forget(made);
    return status;
}

static LONG WINAPI close_handle(HANDLE handle)
{
    LONG status = ntdll.Close(handle);
    if (!ntdll_is_scheduled())
        return status;
    timers_closed(handle);
    forget(handle);
    ntdll_file_changed();
    return status;
}

const struct ntdll_hook ntdll_handles[] = {
    NTDLL_HOOK(DuplicateObject, duplicate),
    NTDLL_HOOK(Close, close_handle),
    {NULL, NULL, NULL},
};

/* --- for the schedule, under its lock --- */

static bool looks; /* the watch has looked, and who waits has not yet */

void rras_outside_look(void)
{
    looks = all.outside_waits > 0;
}

/* Each looks for itself. */
bool rras_outside_wakes(void)
{
    bool any = false;
    for (struct rras_thread *thread = looks ? all.waiting.first : NULL, *next; thread; thread = next) {
        next = thread->next;
        if (!thread->outside)
            continue;
        rras_schedule_ready(thread);
        any = true;
    }
    looks = false;
    return any;
}

bool rras_outside_may_come_late(void)
{
    return all.outside_waits > 0;
}
