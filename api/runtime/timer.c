/* SPDX-License-Identifier: MIT */
/* The timers of Windows: of the thread pool, of timer queues, and those that are waited for. */
#include "object.h"
#include "pool.h"

#include <stdlib.h>

/* --- of the thread pool: threadpoolapiset.h --- */

struct _TP_TIMER {
    struct rras_task task; /* the first */
    struct rras_timer *timer;
    PTP_TIMER_CALLBACK function;
    PVOID context;
};

static void submit(void *task)
{
    rras_task_submit(task, true);
}

static void call_pool_timer(struct rras_task *task, PTP_CALLBACK_INSTANCE instance, bool timed_out)
{
    PTP_TIMER timer = (PTP_TIMER)task;
    (void)timed_out;
    timer->function(instance, timer->context, timer);
}

PTP_TIMER WINAPI CreateThreadpoolTimer(PTP_TIMER_CALLBACK function, PVOID context, PTP_CALLBACK_ENVIRON environment)
{
    PTP_TIMER made = malloc(sizeof *made);
    (void)environment;
    struct rras_timer *timer = made ? rras_timer_make(submit, made) : NULL;
    if (!timer) {
        free(made);
        SetLastError(ERROR_NOT_ENOUGH_MEMORY);
        return NULL;
    }
    *made = (struct _TP_TIMER){{.call = call_pool_timer}, timer, function, context};
    return made;
}

VOID WINAPI SetThreadpoolTimer(PTP_TIMER timer, PFILETIME due, DWORD period_ms, DWORD window_ms)
{
    (void)window_ms;
    if (due)
        rras_timer_set(timer->timer, rras_timer_delay_of(due), period_ms);
    else
        rras_timer_cancel(timer->timer);
}

BOOL WINAPI IsThreadpoolTimerSet(PTP_TIMER timer)
{
    return rras_timer_is_set(timer->timer);
}

VOID WINAPI WaitForThreadpoolTimerCallbacks(PTP_TIMER timer, BOOL cancel)
{
    rras_task_wait(&timer->task, cancel);
}

VOID WINAPI CloseThreadpoolTimer(PTP_TIMER timer)
{
    rras_timer_delete(timer->timer);
    rras_task_close(&timer->task);
}

/* --- of timer queues: threadpoollegacyapiset.h --- */

struct queue_timer {
    struct rras_task task; /* the first */
    struct queue_timer *next;
    struct queue *queue;
    struct rras_timer *timer;
    WAITORTIMERCALLBACK function;
    PVOID context;
};

struct queue {
    struct queue_timer *first;
};

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER; /* of the lists of all queues */
static struct queue usual;                               /* where NULL is given */

static void call_queue_timer(struct rras_task *task, PTP_CALLBACK_INSTANCE instance, bool timed_out)
{
    struct queue_timer *timer = (struct queue_timer *)task;
    (void)instance;
    timer->function(timer->context, timed_out);
}

static void alarm_at_once(void *self)
{
    call_queue_timer(self, NULL, true);
}

static struct queue *queue_of(HANDLE queue)
{
    return queue ? (struct queue *)queue : &usual;
}

HANDLE WINAPI CreateTimerQueue(VOID)
{
    struct queue *queue = calloc(1, sizeof *queue);
    if (!queue)
        SetLastError(ERROR_NOT_ENOUGH_MEMORY);
    return queue;
}

static uint64_t ns_of(DWORD ms)
{
    return ms * UINT64_C(1000000);
}

BOOL WINAPI CreateTimerQueueTimer(PHANDLE made, HANDLE queue, WAITORTIMERCALLBACK function, PVOID context, DWORD due_ms,
                                  DWORD period_ms, ULONG flags)
{
    bool in_timer_thread = flags & WT_EXECUTEINTIMERTHREAD, once = flags & WT_EXECUTEONLYONCE;
    struct queue_timer *timer = malloc(sizeof *timer);
    *made = NULL;
    struct rras_timer *inner = timer ? rras_timer_make(in_timer_thread ? alarm_at_once : submit, timer) : NULL;
    if (!inner) {
        free(timer);
        SetLastError(ERROR_NOT_ENOUGH_MEMORY);
        return FALSE;
    }
    *timer = (struct queue_timer){.task = {.call = call_queue_timer},
                                  .queue = queue_of(queue),
                                  .timer = inner,
                                  .function = function,
                                  .context = context};
    pthread_mutex_lock(&lock);
    timer->next = timer->queue->first;
    timer->queue->first = timer;
    pthread_mutex_unlock(&lock);
    *made = (HANDLE)timer;
    return due_ms == INFINITE || rras_timer_set(inner, ns_of(due_ms), once ? 0 : period_ms);
}

BOOL WINAPI ChangeTimerQueueTimer(HANDLE queue, HANDLE timer, ULONG due_ms, ULONG period_ms)
{
    (void)queue;
    if (due_ms != INFINITE)
        return rras_timer_set(((struct queue_timer *)timer)->timer, ns_of(due_ms), period_ms);
    rras_timer_cancel(((struct queue_timer *)timer)->timer);
    return TRUE;
}

/* `event`: INVALID_HANDLE_VALUE waits for its callbacks, NULL does not, another is set when they are done */
static BOOL end_queue_timer(struct queue_timer *timer, HANDLE event)
{
    bool waits = event == INVALID_HANDLE_VALUE;
    rras_timer_delete(timer->timer);
    bool under_way = rras_task_is_under_way(&timer->task);
    if (waits || event)
        rras_task_wait(&timer->task, false);
    rras_task_close(&timer->task);
    if (event && !waits)
        SetEvent(event);
    if (!waits && !event && under_way)
        SetLastError(ERROR_IO_PENDING);
    return waits || !under_way;
}

BOOL WINAPI DeleteTimerQueueTimer(HANDLE queue, HANDLE handle, HANDLE event)
{
    struct queue_timer *timer = (struct queue_timer *)handle, **at = &queue_of(queue)->first;
    pthread_mutex_lock(&lock);
    while (*at && *at != timer)
        at = &(*at)->next;
    bool found = timer && *at == timer;
    if (found)
        *at = timer->next;
    pthread_mutex_unlock(&lock);
    if (found)
        return end_queue_timer(timer, event);
    SetLastError(ERROR_INVALID_HANDLE);
    return FALSE;
}

BOOL WINAPI DeleteTimerQueueEx(HANDLE handle, HANDLE event)
{
    struct queue *queue = (struct queue *)handle;
    bool waits = event == INVALID_HANDLE_VALUE;
    if (!queue) {
        SetLastError(ERROR_INVALID_HANDLE);
        return FALSE;
    }
    for (struct queue_timer *timer; (timer = queue->first);) {
        queue->first = timer->next;
        end_queue_timer(timer, waits ? event : NULL);
    }
    free(queue);
    if (event && !waits)
        SetEvent(event);
    return TRUE;
}

BOOL WINAPI DeleteTimerQueue(HANDLE queue)
{
    return DeleteTimerQueueEx(queue, NULL);
}

/* --- those that are waited for: synchapi.h --- */

static void signal_object(void *self)
{
    struct rras_object *object = self;
    pthread_mutex_lock(&rras_objects_lock);
    object->signalled = true;
    pthread_cond_broadcast(&rras_objects_changed);
    pthread_mutex_unlock(&rras_objects_lock);
}

static struct rras_object timer_object(BOOL manual)
{
    return (struct rras_object){.kind = RRAS_TIMER, .manual = manual != FALSE};
}

HANDLE WINAPI CreateWaitableTimerW(LPSECURITY_ATTRIBUTES attributes, BOOL manual, LPCWSTR name)
{
    const struct rras_object object = timer_object(manual);
    (void)attributes;
    return rras_object_make_wide(&object, name);
}

HANDLE WINAPI CreateWaitableTimerA(LPSECURITY_ATTRIBUTES attributes, BOOL manual, LPCSTR name)
{
    const struct rras_object object = timer_object(manual);
    (void)attributes;
    return rras_object_make_named(&object, name);
}

HANDLE WINAPI CreateWaitableTimerExW(LPSECURITY_ATTRIBUTES attributes, LPCWSTR name, DWORD flags, DWORD access)
{
    (void)access;
    return CreateWaitableTimerW(attributes, flags & CREATE_WAITABLE_TIMER_MANUAL_RESET, name);
}

/* The timer of a handle's object; NULL with the last error set */
static struct rras_timer *timer_of(HANDLE handle)
{
    pthread_mutex_lock(&rras_objects_lock);
    struct rras_object *object = rras_object_find(handle, RRAS_TIMER);
    if (object && !object->timer)
        object->timer = rras_timer_make(signal_object, object);
    struct rras_timer *timer = object ? object->timer : NULL;
    if (timer)
        object->signalled = false;
    pthread_mutex_unlock(&rras_objects_lock);
    return timer;
}

BOOL WINAPI SetWaitableTimer(HANDLE handle, const LARGE_INTEGER *due, LONG period_ms, PTIMERAPCROUTINE routine,
                             LPVOID context, BOOL resume)
{
    (void)context, (void)resume;
    if (routine || period_ms < 0) {
        SetLastError(routine ? ERROR_NOT_SUPPORTED : ERROR_INVALID_PARAMETER);
        return FALSE;
    }
    struct rras_timer *timer = timer_of(handle);
    return timer && rras_timer_set(timer, rras_timer_delay(due->QuadPart), (DWORD)period_ms);
}

BOOL WINAPI CancelWaitableTimer(HANDLE handle)
{
    pthread_mutex_lock(&rras_objects_lock);
    struct rras_object *object = rras_object_find(handle, RRAS_TIMER);
    struct rras_timer *timer = object ? object->timer : NULL;
    pthread_mutex_unlock(&rras_objects_lock);
    if (timer)
        rras_timer_cancel(timer);
    return object != NULL;
}
