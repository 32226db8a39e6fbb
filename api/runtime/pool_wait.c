/* SPDX-License-Identifier: MIT */
/* Who is called when an object is signalled: a thread waits for each. */
#include "object.h"
#include "pool.h"

#include <stdlib.h>

struct watcher {
    HANDLE object;
    DWORD ms;
    bool once;
    bool cancelled; /* under the lock of the objects */
    bool ended;
    struct rras_task *task;
};

static DWORD WINAPI watch(LPVOID self)
{
    struct watcher *watcher = self;
    for (bool goes_on = true; goes_on;) {
        DWORD result = rras_object_wait_unless(watcher->object, watcher->ms, &watcher->cancelled);
        bool told = result != WAIT_IO_COMPLETION && result != WAIT_FAILED;
        if (told)
            rras_task_submit(watcher->task, result == WAIT_TIMEOUT);
        goes_on = told && !watcher->once;
    }
    pthread_mutex_lock(&rras_objects_lock);
    watcher->ended = true;
    pthread_cond_broadcast(&rras_objects_changed);
    pthread_mutex_unlock(&rras_objects_lock);
    return 0;
}

/* NULL: no memory, or no thread */
static struct watcher *begin_to_watch(HANDLE object, DWORD ms, bool once, struct rras_task *task)
{
    struct watcher *watcher = malloc(sizeof *watcher);
    if (watcher)
        *watcher = (struct watcher){.object = object, .ms = ms, .once = once, .task = task};
    HANDLE thread = watcher ? CreateThread(NULL, 0, watch, watcher, 0, NULL) : NULL;
    if (!thread) {
        free(watcher);
        return NULL;
    }
    CloseHandle(thread);
    return watcher;
}

static void end_watch(struct watcher *watcher)
{
    if (!watcher)
        return;
    pthread_mutex_lock(&rras_objects_lock);
    watcher->cancelled = true;
    pthread_cond_broadcast(&rras_objects_changed);
    while (!watcher->ended)
        pthread_cond_wait(&rras_objects_changed, &rras_objects_lock);
    pthread_mutex_unlock(&rras_objects_lock);
    free(watcher);
}

/* --- threadpoollegacyapiset.h --- */

struct registration {
    struct rras_task task; /* the first */
    struct watcher *watcher;
    WAITORTIMERCALLBACK function;
    PVOID context;
};

static void call_registered(struct rras_task *task, PTP_CALLBACK_INSTANCE instance, bool timed_out)
{
    struct registration *registration = (struct registration *)task;
    (void)instance;
    registration->function(registration->context, timed_out);
}

BOOL WINAPI RegisterWaitForSingleObject(PHANDLE made, HANDLE object, WAITORTIMERCALLBACK function, PVOID context,
                                        ULONG ms, ULONG flags)
{
    struct registration *registration = malloc(sizeof *registration);
    *made = NULL;
    if (registration) {
        *registration = (struct registration){{.call = call_registered}, NULL, function, context};
        registration->watcher = begin_to_watch(object, ms, flags & WT_EXECUTEONLYONCE, &registration->task);
    }
    if (!registration || !registration->watcher) {
        free(registration);
        SetLastError(ERROR_NOT_ENOUGH_MEMORY);
        return FALSE;
    }
    *made = (HANDLE)registration;
    return TRUE;
}

BOOL WINAPI UnregisterWaitEx(HANDLE handle, HANDLE event)
{
    struct registration *registration = (struct registration *)handle;
    bool waits = event == INVALID_HANDLE_VALUE;
    if (!registration) {
        SetLastError(ERROR_INVALID_HANDLE);
        return FALSE;
    }
    end_watch(registration->watcher);
    bool under_way = rras_task_is_under_way(&registration->task);
    if (event)
        rras_task_wait(&registration->task, false);
    rras_task_close(&registration->task);
    if (event && !waits)
        SetEvent(event);
    if (!event && under_way)
        SetLastError(ERROR_IO_PENDING);
    return event || !under_way;
}

BOOL WINAPI UnregisterWait(HANDLE handle)
{
    return UnregisterWaitEx(handle, NULL);
}

/* --- threadpoolapiset.h --- */

struct _TP_WAIT {
    struct rras_task task; /* the first */
    struct watcher *watcher;
    PTP_WAIT_CALLBACK function;
    PVOID context;
};

static void call_pool_wait(struct rras_task *task, PTP_CALLBACK_INSTANCE instance, bool timed_out)
{
    PTP_WAIT wait_ = (PTP_WAIT)task;
    wait_->function(instance, wait_->context, wait_, timed_out ? WAIT_TIMEOUT : WAIT_OBJECT_0);
}

PTP_WAIT WINAPI CreateThreadpoolWait(PTP_WAIT_CALLBACK function, PVOID context, PTP_CALLBACK_ENVIRON environment)
{
    PTP_WAIT made = malloc(sizeof *made);
    (void)environment;
    if (made)
        *made = (struct _TP_WAIT){{.call = call_pool_wait}, NULL, function, context};
    else
        SetLastError(ERROR_NOT_ENOUGH_MEMORY);
    return made;
}

VOID WINAPI SetThreadpoolWait(PTP_WAIT wait_, HANDLE object, PFILETIME limit)
{
    DWORD ms = INFINITE;
    end_watch(wait_->watcher);
    if (limit)
        ms = (DWORD)(rras_timer_delay_of(limit) / 1000000);
    wait_->watcher = object ? begin_to_watch(object, ms, true, &wait_->task) : NULL;
}

VOID WINAPI WaitForThreadpoolWaitCallbacks(PTP_WAIT wait_, BOOL cancel)
{
    rras_task_wait(&wait_->task, cancel);
}

VOID WINAPI CloseThreadpoolWait(PTP_WAIT wait_)
{
    end_watch(wait_->watcher);
    rras_task_close(&wait_->task);
}
