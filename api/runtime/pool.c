/* SPDX-License-Identifier: MIT */
/* The pool's threads, and what is handed to them: threadpoolapiset.h. */
#include "pool.h"

#include <pthread.h>
#include <stdlib.h>

enum { THREADS_MOST = 64 }; /* at a time; what is submitted beyond waits */

struct job {
    struct job *next;
    struct rras_task *task;
    bool timed_out;
};

/* One call, and what is done when it has returned */
struct _TP_CALLBACK_INSTANCE {
    HANDLE event, mutex, semaphore;
    DWORD count; /* of the semaphore */
    PCRITICAL_SECTION section;
    HMODULE library;
};

static void leave(const struct _TP_CALLBACK_INSTANCE *instance)
{
    if (instance->section)
        LeaveCriticalSection(instance->section);
    if (instance->mutex)
        ReleaseMutex(instance->mutex);
    if (instance->semaphore)
        ReleaseSemaphore(instance->semaphore, (LONG)instance->count, NULL);
    if (instance->event)
        SetEvent(instance->event);
    if (instance->library)
        FreeLibrary(instance->library);
}

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static pthread_cond_t done = PTHREAD_COND_INITIALIZER;
static struct job *first, **last = &first;
static unsigned threads;

static struct job *take_job(void)
{
    struct job *job = first;
    if (!job)
        return NULL;
    first = job->next;
    if (!first)
        last = &first;
    job->task->pending--;
    job->task->running++;
    return job;
}

/* The lock is held; whoever waits for the task may free it as soon as it is given back. */
static void end_if_over(struct rras_task *task)
{
    if (task->closed && task->pending == 0 && task->running == 0)
        free(task);
}

static DWORD WINAPI work(LPVOID unused)
{
    struct job *job;
    (void)unused;
    pthread_mutex_lock(&lock);
    while ((job = take_job())) {
        struct rras_task *task = job->task;
        pthread_mutex_unlock(&lock);
        struct _TP_CALLBACK_INSTANCE instance = {0};
        task->call(task, &instance, job->timed_out);
        leave(&instance);
        free(job);
        pthread_mutex_lock(&lock);
        task->running--;
        end_if_over(task);
        pthread_cond_broadcast(&done);
    }
    threads--;
    pthread_mutex_unlock(&lock);
    return 0;
}

BOOL rras_task_submit(struct rras_task *task, bool timed_out)
{
    struct job *job = malloc(sizeof *job);
    if (!job)
        return FALSE;
    *job = (struct job){NULL, task, timed_out};
    pthread_mutex_lock(&lock);
    *last = job;
    last = &job->next;
    task->pending++;
    bool more = threads < THREADS_MOST;
    threads += more;
    pthread_mutex_unlock(&lock);
    HANDLE thread = more ? CreateThread(NULL, 0, work, NULL, 0, NULL) : NULL;
    if (thread)
        CloseHandle(thread);
    else if (more)
        work(NULL); /* no further thread can begin: this one does it */
    return TRUE;
}

static void withdraw(const struct rras_task *task)
{
    last = &first;
    for (struct job *job; (job = *last);) {
        if (job->task != task) {
            last = &job->next;
            continue;
        }
        *last = job->next;
        job->task->pending--;
        free(job);
    }
}

void rras_task_wait(struct rras_task *task, bool cancel)
{
    pthread_mutex_lock(&lock);
    if (cancel)
        withdraw(task);
    while (task->pending > 0 || task->running > 0)
        pthread_cond_wait(&done, &lock);
    pthread_mutex_unlock(&lock);
}

bool rras_task_is_under_way(const struct rras_task *task)
{
    pthread_mutex_lock(&lock);
    bool under_way = task->pending > 0 || task->running > 0;
    pthread_mutex_unlock(&lock);
    return under_way;
}

void rras_task_close(struct rras_task *task)
{
    pthread_mutex_lock(&lock);
    task->closed = true;
    end_if_over(task);
    pthread_mutex_unlock(&lock);
}

/* --- what a callback may ask for when it returns --- */

VOID WINAPI SetEventWhenCallbackReturns(PTP_CALLBACK_INSTANCE instance, HANDLE event)
{
    instance->event = event;
}

VOID WINAPI ReleaseMutexWhenCallbackReturns(PTP_CALLBACK_INSTANCE instance, HANDLE mutex)
{
    instance->mutex = mutex;
}

VOID WINAPI ReleaseSemaphoreWhenCallbackReturns(PTP_CALLBACK_INSTANCE instance, HANDLE semaphore, DWORD count)
{
    instance->semaphore = semaphore;
    instance->count = count;
}

VOID WINAPI LeaveCriticalSectionWhenCallbackReturns(PTP_CALLBACK_INSTANCE instance, PCRITICAL_SECTION section)
{
    instance->section = section;
}

VOID WINAPI FreeLibraryWhenCallbackReturns(PTP_CALLBACK_INSTANCE instance, HMODULE library)
{
    instance->library = library;
}

BOOL WINAPI CallbackMayRunLong(PTP_CALLBACK_INSTANCE instance)
{
    (void)instance;
    return TRUE;
}

VOID WINAPI DisassociateCurrentThreadFromCallback(PTP_CALLBACK_INSTANCE instance)
{
    (void)instance;
}

/* --- work --- */

struct _TP_WORK {
    struct rras_task task; /* the first */
    PTP_WORK_CALLBACK function;
    PVOID context;
};

static void call_work(struct rras_task *task, PTP_CALLBACK_INSTANCE instance, bool timed_out)
{
    PTP_WORK work_ = (PTP_WORK)task;
    (void)timed_out;
    work_->function(instance, work_->context, work_);
}

PTP_WORK WINAPI CreateThreadpoolWork(PTP_WORK_CALLBACK function, PVOID context, PTP_CALLBACK_ENVIRON environment)
{
    PTP_WORK made = malloc(sizeof *made);
    (void)environment;
    if (made)
        *made = (struct _TP_WORK){{.call = call_work}, function, context};
    else
        SetLastError(ERROR_NOT_ENOUGH_MEMORY);
    return made;
}

VOID WINAPI SubmitThreadpoolWork(PTP_WORK work_)
{
    rras_task_submit(&work_->task, false);
}

VOID WINAPI WaitForThreadpoolWorkCallbacks(PTP_WORK work_, BOOL cancel)
{
    rras_task_wait(&work_->task, cancel);
}

VOID WINAPI CloseThreadpoolWork(PTP_WORK work_)
{
    rras_task_close(&work_->task);
}

/* --- once, without an object --- */

struct single {
    struct rras_task task; /* the first */
    PTP_SIMPLE_CALLBACK simple;
    LPTHREAD_START_ROUTINE routine; /* one of the two */
    PVOID context;
};

static void call_single(struct rras_task *task, PTP_CALLBACK_INSTANCE instance, bool timed_out)
{
    struct single *single = (struct single *)task;
    (void)timed_out;
    if (single->simple)
        single->simple(instance, single->context);
    else
        single->routine(single->context);
}

static BOOL submit_single(PTP_SIMPLE_CALLBACK simple, LPTHREAD_START_ROUTINE routine, PVOID context)
{
    struct single *single = malloc(sizeof *single);
    if (single)
        *single = (struct single){{.call = call_single}, simple, routine, context};
    if (!single || !rras_task_submit(&single->task, false)) {
        free(single);
        SetLastError(ERROR_NOT_ENOUGH_MEMORY);
        return FALSE;
    }
    rras_task_close(&single->task);
    return TRUE;
}

BOOL WINAPI TrySubmitThreadpoolCallback(PTP_SIMPLE_CALLBACK function, PVOID context, PTP_CALLBACK_ENVIRON environment)
{
    (void)environment;
    return submit_single(function, NULL, context);
}

BOOL WINAPI QueueUserWorkItem(LPTHREAD_START_ROUTINE function, PVOID context, ULONG flags)
{
    (void)flags;
    return submit_single(NULL, function, context);
}
