/* SPDX-License-Identifier: MIT */
/* Handles and waiting: handleapi.h, and the waits of synchapi.h. */
#include "object.h"

#include "current_callout.h"
#include "loader.h"
#include "misuse.h"
#include "pool.h"
#include "schedule.h"

#include <stdlib.h>
#include <time.h>
#include <unistd.h>

enum { HANDLES_MOST = 4096, HANDLE_STEP = 4, GRACE_MS = 100, POLL_MS = 5 };
#define NS_PER_MS UINT64_C(1000000)

pthread_mutex_t rras_objects_lock = PTHREAD_MUTEX_INITIALIZER;
pthread_cond_t rras_objects_changed = PTHREAD_COND_INITIALIZER;

static struct rras_object *objects[HANDLES_MOST];
static int owners[HANDLES_MOST], owner; /* of each handle, and of those that are made now */

/* --- handles: small multiples of four, as on Windows --- */

static struct rras_object **place_of_handle(HANDLE handle)
{
    uintptr_t number = (uintptr_t)handle;
    if (number % HANDLE_STEP || number == 0 || number / HANDLE_STEP > HANDLES_MOST)
        return NULL;
    return &objects[number / HANDLE_STEP - 1];
}

/* A handle to it, one user more; NULL: there are too many. The lock is held. */
HANDLE rras_object_handle(struct rras_object *object)
{
    for (size_t i = 0; object && i < HANDLES_MOST; i++) {
        if (objects[i])
            continue;
        object->users++;
        objects[i] = object;
        owners[i] = owner;
        return (HANDLE)((i + 1) * HANDLE_STEP);
    }
    SetLastError(ERROR_NOT_ENOUGH_MEMORY);
    return NULL;
}

static HANDLE add_object(const struct rras_object *object, LPCSTR name, struct rras_object **made)
{
    struct rras_object *copy = malloc(sizeof *copy);
    if (copy) {
        *copy = *object;
        copy->name = name ? strdup(name) : NULL;
    }
    HANDLE handle = rras_object_handle(copy);
    if (!handle && copy) {
        free(copy->name);
        free(copy);
    } else if (made) {
        *made = copy;
    }
    return handle;
}

HANDLE rras_object_make(const struct rras_object *object, struct rras_object **made)
{
    pthread_mutex_lock(&rras_objects_lock);
    HANDLE handle = add_object(object, NULL, made);
    pthread_mutex_unlock(&rras_objects_lock);
    return handle;
}

/* NULL: there is none, or there is no name. The lock is held. */
static struct rras_object *find_named(LPCSTR name)
{
    for (size_t i = 0; name && *name && i < HANDLES_MOST; i++)
        if (objects[i] && objects[i]->name && strcmp(objects[i]->name, name) == 0)
            return objects[i];
    return NULL;
}

HANDLE rras_object_make_named(const struct rras_object *object, LPCSTR name)
{
    pthread_mutex_lock(&rras_objects_lock);
    struct rras_object *there = find_named(name);
    bool other = there && there->kind != object->kind;
    SetLastError(other ? ERROR_INVALID_HANDLE : there ? ERROR_ALREADY_EXISTS : NO_ERROR);
    HANDLE handle = other   ? NULL
                    : there ? rras_object_handle(there)
                            : add_object(object, name && *name ? name : NULL, NULL);
    pthread_mutex_unlock(&rras_objects_lock);
    return handle;
}

enum { NAME_BYTES = 4 * MAX_PATH };

static BOOL narrow_name(LPCWSTR name, char narrow[NAME_BYTES])
{
    if (!name || WideCharToMultiByte(CP_UTF8, 0, name, -1, narrow, NAME_BYTES, NULL, NULL))
        return TRUE;
    SetLastError(ERROR_FILENAME_EXCED_RANGE);
    return FALSE;
}

HANDLE rras_object_make_wide(const struct rras_object *object, LPCWSTR name)
{
    char narrow[NAME_BYTES];
    return narrow_name(name, narrow) ? rras_object_make_named(object, name ? narrow : NULL) : NULL;
}

HANDLE rras_object_open(enum rras_kind kind, LPCWSTR name)
{
    char narrow[NAME_BYTES] = "";
    if (!narrow_name(name, narrow))
        return NULL;
    pthread_mutex_lock(&rras_objects_lock);
    struct rras_object *there = find_named(narrow);
    bool fits = there && there->kind == kind;
    HANDLE handle = fits ? rras_object_handle(there) : NULL;
    pthread_mutex_unlock(&rras_objects_lock);
    if (!fits)
        SetLastError(there ? ERROR_INVALID_HANDLE : ERROR_FILE_NOT_FOUND);
    return handle;
}

/* Tells of a handle that is none, or not of what is needed. The lock is not held meanwhile, and nothing has been done
 * so far that depends on it. */
static void refuse(HANDLE handle, const char *what)
{
    pthread_mutex_unlock(&rras_objects_lock);
    if (handle == INVALID_HANDLE_VALUE)
        rras_misused(RRAS_MISUSE_HANDLE, NULL, "INVALID_HANDLE_VALUE %s", what);
    else if (!handle)
        rras_misused(RRAS_MISUSE_HANDLE, NULL, "NULL %s", what);
    else
        rras_misused(RRAS_MISUSE_HANDLE, NULL, "the handle %#llx %s", (unsigned long long)(uintptr_t)handle, what);
    pthread_mutex_lock(&rras_objects_lock);
    SetLastError(ERROR_INVALID_HANDLE);
}

static struct rras_object *find_object(HANDLE handle)
{
    struct rras_object **place = place_of_handle(handle);
    if (!place || !*place)
        refuse(handle, "is not open");
    return place ? *place : NULL;
}

struct rras_object *rras_object_find(HANDLE handle, enum rras_kind kind)
{
    struct rras_object *object = find_object(handle);
    if (object && object->kind != kind) {
        refuse(handle, "is one of something else");
        return NULL;
    }
    return object;
}

bool rras_object_kind(HANDLE handle, enum rras_kind *kind)
{
    pthread_mutex_lock(&rras_objects_lock);
    const struct rras_object *object = find_object(handle);
    if (object)
        *kind = object->kind;
    pthread_mutex_unlock(&rras_objects_lock);
    return object != NULL;
}

void rras_objects_abandon(DWORD thread)
{
    for (size_t i = 0; i < HANDLES_MOST; i++)
        if (objects[i] && objects[i]->kind == RRAS_MUTEX && objects[i]->count > 0 && objects[i]->owner == thread) {
            objects[i]->count = 0;
            objects[i]->abandoned = true;
        }
}

void rras_handles_belong(int who)
{
    pthread_mutex_lock(&rras_objects_lock);
    owner = who;
    pthread_mutex_unlock(&rras_objects_lock);
}

BOOL rras_handles_left(int who)
{
    BOOL left = FALSE;
    pthread_mutex_lock(&rras_objects_lock);
    for (size_t i = 0; i < HANDLES_MOST; i++)
        left |= objects[i] && objects[i]->kind != RRAS_FILE && owners[i] == who;
    pthread_mutex_unlock(&rras_objects_lock);
    return left;
}

void rras_object_release(struct rras_object *object)
{
    if (--object->users > 0)
        return;
    rras_packets_free(object->packets);
    if (object->kind == RRAS_FILE || object->kind == RRAS_SOCKET || object->kind == RRAS_MAPPING) {
        close(object->file);
        if (object->kind == RRAS_FILE && object->sharing >= 0)
            close(object->sharing);
        if (object->doomed)
            unlink(object->doomed);
        free(object->doomed);
    }
    free(object->name);
    free(object);
}

/* What stands for this thread, or for the process, stands for another object each time; NULL: it is a handle as others. The lock is
 * held. */
static HANDLE handle_of_pseudo(HANDLE from)
{
    struct rras_object *thread = rras_thread_object();
    const struct rras_object service = {.kind = RRAS_THREAD, .owner = GetCurrentThreadId(), .exit_code = STILL_ACTIVE};
    const struct rras_object process = {.kind = RRAS_EVENT, .manual = true}; /* whose end nobody sees */
    if (from == GetCurrentThread())
        return thread ? rras_object_handle(thread) : add_object(&service, NULL, NULL);
    return from == GetCurrentProcess() ? add_object(&process, NULL, NULL) : NULL;
}

BOOL WINAPI DuplicateHandle(HANDLE from_process, HANDLE from, HANDLE to_process, LPHANDLE to, DWORD access,
                            BOOL inherits, DWORD options)
{
    (void)access, (void)inherits;
    if (from_process != GetCurrentProcess() || (to && to_process != GetCurrentProcess()) ||
        (!to && !(options & DUPLICATE_CLOSE_SOURCE))) {
        SetLastError(ERROR_INVALID_PARAMETER);
        return FALSE;
    }
    if (!to)
        return CloseHandle(from);
    pthread_mutex_lock(&rras_objects_lock);
    *to = handle_of_pseudo(from);
    struct rras_object *object = *to ? NULL : find_object(from);
    if (object)
        *to = rras_object_handle(object);
    if (object && *to && (options & DUPLICATE_CLOSE_SOURCE)) {
        *place_of_handle(from) = NULL;
        rras_object_release(object);
    }
    pthread_mutex_unlock(&rras_objects_lock);
    return *to != NULL;
}

BOOL WINAPI CloseHandle(HANDLE handle)
{
    pthread_mutex_lock(&rras_objects_lock);
    struct rras_object *object = find_object(handle);
    struct rras_timer *timer = object && object->users == 1 ? object->timer : NULL;
    if (object && rras_port_stays(object)) {
        pthread_mutex_unlock(&rras_objects_lock);
        return TRUE;
    }
    if (object)
        *place_of_handle(handle) = NULL;
    if (timer) { /* its alarm, which may run, takes the lock */
        pthread_mutex_unlock(&rras_objects_lock);
        rras_timer_delete(timer);
        pthread_mutex_lock(&rras_objects_lock);
    }
    if (object)
        rras_object_release(object);
    pthread_mutex_unlock(&rras_objects_lock);
    return object != NULL;
}

/* --- waiting --- */

static bool is_signalled(const struct rras_object *object)
{
    switch (object->kind) {
    case RRAS_EVENT:
    case RRAS_THREAD:
    case RRAS_TIMER:
        return object->signalled;
    case RRAS_MUTEX:
        return object->count == 0 || object->owner == GetCurrentThreadId();
    case RRAS_SEMAPHORE:
        return object->count > 0;
    case RRAS_PORT:
        return object->count > 0 || object->manual;
    case RRAS_SOCKET:
    case RRAS_MAPPING:
    case RRAS_FILE: /* what is asked of it is done at once */
        return true;
    }
    return false;
}

/* Whether it was a mutex that nobody gave back */
static bool take_object(struct rras_object *object)
{
    bool abandoned = object->abandoned;
    if ((object->kind == RRAS_EVENT || object->kind == RRAS_TIMER) && !object->manual)
        object->signalled = false;
    if (object->kind == RRAS_SEMAPHORE || (object->kind == RRAS_PORT && object->count > 0))
        object->count--;
    if (object->kind == RRAS_MUTEX) {
        object->owner = GetCurrentThreadId();
        object->count++;
    }
    object->abandoned = false;
    return abandoned;
}

/* What there is to take: WAIT_TIMEOUT, if nothing */
static DWORD look_at_handles(DWORD count, const HANDLE *handles, BOOL all)
{
    DWORD ready = 0, first = count;
    for (DWORD i = count; i-- > 0;) {
        struct rras_object *object = find_object(handles[i]);
        if (!object)
            return WAIT_FAILED;
        if (is_signalled(object)) {
            ready++;
            first = i;
        }
    }
    if (ready == 0 || (all && ready < count))
        return WAIT_TIMEOUT;
    bool abandoned = false;
    for (DWORD i = all ? 0 : first; i < (all ? count : first + 1); i++)
        abandoned |= take_object(*place_of_handle(handles[i]));
    return (abandoned ? WAIT_ABANDONED_0 : WAIT_OBJECT_0) + (all ? 0 : first);
}

/* Until something changes, for `ms` at most; the lock is held */
static void wait_for_change(DWORD ms)
{
    struct timespec until;
    rras_system_enter();
    clock_gettime(CLOCK_REALTIME, &until);
    uint64_t ns = (uint64_t)until.tv_nsec + ms * NS_PER_MS;
    until.tv_sec += (time_t)(ns / 1000000000);
    until.tv_nsec = (long)(ns % 1000000000);
    pthread_cond_timedwait(&rras_objects_changed, &rras_objects_lock, &until);
    rras_system_leave();
}

static uint64_t real_ms(void)
{
    struct timespec now;
    rras_system_enter();
    clock_gettime(CLOCK_MONOTONIC, &now);
    rras_system_leave();
    return (uint64_t)now.tv_sec * 1000 + (uint64_t)now.tv_nsec / NS_PER_MS;
}

/* Whether a time-out that began then has passed. While the clock stands, in a callout and in DllMain, only a moment of it
 * is real; outside of them it follows the callouts' clock, or the machine's when there is none. */
static bool has_passed(DWORD ms, uint64_t real_begin, bool clock_stands, struct rras_limit *outside)
{
    uint64_t limit = clock_stands && ms > GRACE_MS ? GRACE_MS : ms;
    if (outside)
        return rras_limit_has_come(outside);
    return real_ms() - real_begin >= limit;
}

/* Whether what is waited for cannot come before a thread has ended */
static BOOL is_for_thread(DWORD count, const HANDLE *handles, BOOL all)
{
    DWORD threads = 0;
    for (DWORD i = 0; i < count; i++) {
        const struct rras_object *object = find_object(handles[i]);
        threads += object && object->kind == RRAS_THREAD && !object->signalled;
    }
    return all ? threads > 0 : threads == count;
}

/* While a DLL is loaded or unloaded, no thread begins or ends. */
static void look_for_deadlock(DWORD count, const HANDLE *handles, BOOL all)
{
    if (!rras_loader_is_deadlock(is_for_thread(count, handles, all)))
        return;
    pthread_mutex_unlock(&rras_objects_lock);
    rras_loader_deadlock(NULL);
    pthread_mutex_lock(&rras_objects_lock);
}

/* By the schedule, which the condition variable belongs to as all that a thread of a DLL waits for */
static DWORD wait_in_schedule(DWORD count, const HANDLE *handles, BOOL all, DWORD ms, const bool *cancelled)
{
    struct timespec limit;
    bool late = ms == 0;
    clock_gettime(CLOCK_MONOTONIC, &limit);
    uint64_t ns = (uint64_t)limit.tv_nsec + ms * NS_PER_MS;
    limit.tv_sec += (time_t)(ns / 1000000000);
    limit.tv_nsec = (long)(ns % 1000000000);
    rras_schedule_call(count == 1 ? "WaitForSingleObject" : "WaitForMultipleObjects");
    pthread_mutex_lock(&rras_objects_lock);
    DWORD result = WAIT_IO_COMPLETION;
    while (!*cancelled && (result = look_at_handles(count, handles, all)) == WAIT_TIMEOUT && !late) {
        if (ms == INFINITE) {
            look_for_deadlock(count, handles, all);
            pthread_cond_wait(&rras_objects_changed, &rras_objects_lock);
        } else {
            late = pthread_cond_clockwait(&rras_objects_changed, &rras_objects_lock, CLOCK_MONOTONIC, &limit) != 0;
        }
    }
    if (*cancelled)
        result = WAIT_IO_COMPLETION;
    pthread_mutex_unlock(&rras_objects_lock);
    rras_schedule_call(NULL);
    return result;
}

/* Without one, in steps of real time */
static DWORD wait_in_steps(DWORD count, const HANDLE *handles, BOOL all, DWORD ms)
{
    struct rras_callout *callout = rras_callout_here();
    uint64_t unused, real_begin = real_ms();
    bool clock_stands = callout || rras_clock_stands();
    struct rras_limit limit;
    struct rras_limit *outside = !clock_stands && ms > 0 && ms != INFINITE && rras_clock_elapsed(&unused) ? &limit
                                                                                                          : NULL;
    uint64_t limit_ns = ms == INFINITE ? UINT64_MAX : rras_clock_now().ns + ms * NS_PER_MS;
    BOOL blocked = ms > 0 && rras_clock_blocked(limit_ns);
    if (outside)
        rras_limit_begin(outside, ms * NS_PER_MS);
    pthread_mutex_lock(&rras_objects_lock);
    DWORD result;
    while ((result = look_at_handles(count, handles, all)) == WAIT_TIMEOUT && ms > 0 &&
           (ms == INFINITE || !has_passed(ms, real_begin, clock_stands, outside))) {
        if (ms == INFINITE)
            look_for_deadlock(count, handles, all);
        wait_for_change(POLL_MS);
    }
    pthread_mutex_unlock(&rras_objects_lock);
    if (outside)
        rras_limit_end(outside);
    if (blocked)
        rras_clock_unblocked();
    if (result == WAIT_TIMEOUT && callout && ms > 0 && rras_clock_now().ns < limit_ns)
        rras_clock_sleep(limit_ns - rras_clock_now().ns);
    return result;
}

DWORD WINAPI WaitForMultipleObjectsEx(DWORD count, const HANDLE *handles, BOOL all, DWORD ms, BOOL alertable)
{
    (void)alertable;
    if (count == 0 || count > MAXIMUM_WAIT_OBJECTS || !handles) {
        SetLastError(ERROR_INVALID_PARAMETER);
        return WAIT_FAILED;
    }
    static const bool never;
    return rras_schedule_mine() ? wait_in_schedule(count, handles, all, ms, &never)
                                : wait_in_steps(count, handles, all, ms);
}

DWORD rras_object_wait_unless(HANDLE handle, DWORD ms, const bool *cancelled)
{
    enum { STEP_MS = 10 };
    DWORD waited = 0, result;
    if (rras_schedule_mine())
        return wait_in_schedule(1, &handle, FALSE, ms, cancelled);
    do {
        DWORD step = ms == INFINITE || ms - waited > STEP_MS ? STEP_MS : ms - waited;
        result = wait_in_steps(1, &handle, FALSE, step);
        waited += step;
    } while (result == WAIT_TIMEOUT && !*cancelled && (ms == INFINITE || waited < ms));
    return result == WAIT_TIMEOUT && *cancelled ? WAIT_IO_COMPLETION : result;
}

DWORD WINAPI WaitForMultipleObjects(DWORD count, const HANDLE *handles, BOOL all, DWORD ms)
{
    return WaitForMultipleObjectsEx(count, handles, all, ms, FALSE);
}

DWORD WINAPI WaitForSingleObjectEx(HANDLE handle, DWORD ms, BOOL alertable)
{
    return WaitForMultipleObjectsEx(1, &handle, FALSE, ms, alertable);
}

DWORD WINAPI WaitForSingleObject(HANDLE handle, DWORD ms)
{
    return WaitForMultipleObjectsEx(1, &handle, FALSE, ms, FALSE);
}
