/* SPDX-License-Identifier: MIT */
/* Threads and their memory: processthreadsapi.h. */
#include "object.h"

#include "current_callout.h"
#include "loader.h"

#include <errno.h>
#include <process.h>
#include <sched.h>
#include <setjmp.h>
#include <stdlib.h>

struct start {
    LPTHREAD_START_ROUTINE routine;
    LPVOID parameter;
    struct rras_object *object;
    BOOL of_dll; /* a DLL has begun it */
};

/* A thread that runs; kept on its own stack, in a list that rras_objects_lock guards */
struct running {
    struct rras_object *object;
    struct running *next;
};

static struct running *running;
static _Thread_local struct rras_object *own_object;

/* Where a thread of ours goes when it ends itself; NULL: it is none */
static _Thread_local struct {
    jmp_buf end;
    DWORD code;
} * own;

/* Its code. Destructors of what is on the stack are not called, as on Windows. */
static DWORD run_routine(const struct start *start)
{
    __typeof__(*own) here;
    own = &here;
    DWORD code = setjmp(here.end) == 0 ? start->routine(start->parameter) : own->code;
    own = NULL;
    return code;
}

static void *run(void *self)
{
    struct start start = *(struct start *)self;
    free(self);
    if (start.of_dll)
        rras_thread_belongs();
    pthread_mutex_lock(&rras_objects_lock);
    struct running here = {start.object, running};
    running = &here;
    own_object = start.object;
    start.object->owner = GetCurrentThreadId();
    pthread_cond_broadcast(&rras_objects_changed);
    pthread_mutex_unlock(&rras_objects_lock);
    rras_loader_enter(TRUE); /* first of all: who unloads the DLL does not wait for one that nobody resumes */
    pthread_mutex_lock(&rras_objects_lock);
    while (start.object->count > 0) /* it was begun to be resumed */
        pthread_cond_wait(&rras_objects_changed, &rras_objects_lock);
    pthread_mutex_unlock(&rras_objects_lock);
    DWORD code = run_routine(&start);
    rras_fls_end(); /* on Windows before anybody sees that the thread has ended */
    rras_loader_leave();
    pthread_mutex_lock(&rras_objects_lock);
    struct running **at = &running;
    while (*at != &here)
        at = &(*at)->next;
    *at = here.next;
    own_object = NULL;
    start.object->exit_code = code;
    start.object->signalled = true;
    rras_objects_abandon(start.object->owner);
    rras_object_release(start.object);
    pthread_cond_broadcast(&rras_objects_changed);
    pthread_mutex_unlock(&rras_objects_lock);
    return NULL;
}

BOOL rras_thread_is_own(void *(*start)(void *))
{
    return start == run;
}

HANDLE WINAPI CreateThread(LPSECURITY_ATTRIBUTES attributes, SIZE_T stack, LPTHREAD_START_ROUTINE routine,
                           LPVOID parameter, DWORD flags, LPDWORD id)
{
    struct rras_object *object;
    pthread_t thread;
    (void)attributes, (void)stack;
    struct start *start = malloc(sizeof *start);
    HANDLE handle = rras_object_make(
        &(struct rras_object){
            .kind = RRAS_THREAD, .users = 1, .exit_code = STILL_ACTIVE, .count = flags & CREATE_SUSPENDED ? 1 : 0},
        &object);
    if (start && handle)
        *start = (struct start){routine, parameter, object, rras_time_is_virtual()};
    rras_loader_create();
    if (!start || !handle || pthread_create(&thread, NULL, run, start) != 0) {
        rras_loader_enter(FALSE);
        if (handle) {
            CloseHandle(handle);
            free(object);
        }
        free(start);
        SetLastError(ERROR_NOT_ENOUGH_MEMORY);
        return NULL;
    }
    pthread_detach(thread);
    pthread_mutex_lock(&rras_objects_lock);
    while (!object->owner) /* its number is known to itself first; the handle keeps the object */
        pthread_cond_wait(&rras_objects_changed, &rras_objects_lock);
    if (id)
        *id = object->owner;
    pthread_mutex_unlock(&rras_objects_lock);
    return handle;
}

DWORD WINAPI ResumeThread(HANDLE handle)
{
    DWORD before = (DWORD)-1;
    pthread_mutex_lock(&rras_objects_lock);
    struct rras_object *thread = rras_object_find(handle, RRAS_THREAD);
    if (thread) {
        before = (DWORD)thread->count;
        thread->count -= before > 0;
        pthread_cond_broadcast(&rras_objects_changed);
    }
    pthread_mutex_unlock(&rras_objects_lock);
    return before;
}

struct rras_object *rras_thread_object(void)
{
    return own_object;
}

HANDLE WINAPI OpenThread(DWORD access, BOOL inherits, DWORD id)
{
    HANDLE handle = NULL;
    (void)access, (void)inherits;
    pthread_mutex_lock(&rras_objects_lock);
    const struct running *thread = running;
    while (thread && thread->object->owner != id)
        thread = thread->next;
    if (thread)
        handle = rras_object_handle(thread->object);
    pthread_mutex_unlock(&rras_objects_lock);
    if (!thread && id == GetCurrentThreadId()) /* the service's */
        DuplicateHandle(GetCurrentProcess(), GetCurrentThread(), GetCurrentProcess(), &handle, 0, FALSE, 0);
    else if (!thread)
        SetLastError(ERROR_INVALID_PARAMETER);
    return handle;
}

VOID WINAPI FreeLibraryAndExitThread(HMODULE module, DWORD code)
{
    FreeLibrary(module);
    ExitThread(code);
}

BOOL WINAPI GetExitCodeThread(HANDLE handle, LPDWORD code)
{
    pthread_mutex_lock(&rras_objects_lock);
    struct rras_object *thread = rras_object_find(handle, RRAS_THREAD);
    if (thread)
        *code = thread->exit_code;
    pthread_mutex_unlock(&rras_objects_lock);
    return thread != NULL;
}

VOID WINAPI ExitThread(DWORD code)
{
    if (!own)
        pthread_exit(NULL); /* the service's, say, which then is a finding */
    own->code = code;
    longjmp(own->end, 1);
}

DWORD WINAPI GetThreadId(HANDLE handle)
{
    pthread_mutex_lock(&rras_objects_lock);
    struct rras_object *thread = rras_object_find(handle, RRAS_THREAD);
    DWORD id = thread ? thread->owner : 0;
    pthread_mutex_unlock(&rras_objects_lock);
    return id;
}

BOOL WINAPI SwitchToThread(VOID)
{
    return sched_yield() == 0;
}

/* --- memory of threads --- */

static BOOL tell_failure(int failed)
{
    if (failed)
        SetLastError(ERROR_INVALID_PARAMETER);
    return !failed;
}

DWORD WINAPI TlsAlloc(VOID)
{
    pthread_key_t key;
    return pthread_key_create(&key, NULL) == 0 ? key : TLS_OUT_OF_INDEXES;
}

LPVOID WINAPI TlsGetValue(DWORD index)
{
    if (index != TLS_OUT_OF_INDEXES) {
        SetLastError(ERROR_SUCCESS); /* as Windows does, since NULL is a value too */
        return pthread_getspecific(index);
    }
    SetLastError(ERROR_INVALID_PARAMETER);
    return NULL;
}

BOOL WINAPI TlsSetValue(DWORD index, LPVOID value)
{
    return tell_failure(pthread_setspecific(index, value));
}

BOOL WINAPI TlsFree(DWORD index)
{
    return tell_failure(pthread_key_delete(index));
}

/* --- as the C run-time library begins one --- */

struct c_start {
    unsigned (*function)(void *);
    void *argument;
};

static DWORD WINAPI run_c(LPVOID self)
{
    struct c_start start = *(struct c_start *)self;
    free(self);
    return start.function(start.argument);
}

uintptr_t _beginthreadex(void *security, unsigned stack, unsigned (*function)(void *), void *argument, unsigned flags,
                         unsigned *id)
{
    struct c_start *start = malloc(sizeof *start);
    if (!start)
        return 0;
    *start = (struct c_start){function, argument};
    HANDLE handle = CreateThread(security, stack, run_c, start, flags, id);
    if (!handle)
        free(start);
    return (uintptr_t)handle;
}

void _endthreadex(unsigned code)
{
    ExitThread(code);
}

/* A thread whose handle is closed by itself. The thread frees it. */
struct simple_start {
    void (*function)(void *);
    void *argument;
    HANDLE handle; /* NULL until the thread that began it has got it */
};

static _Thread_local struct simple_start *simple;

static void close_own_handle(void)
{
    struct simple_start *start = simple;
    simple = NULL;
    if (!start)
        return;
    pthread_mutex_lock(&rras_objects_lock);
    while (!start->handle)
        pthread_cond_wait(&rras_objects_changed, &rras_objects_lock);
    pthread_mutex_unlock(&rras_objects_lock);
    CloseHandle(start->handle);
    free(start);
}

static DWORD WINAPI run_simple(LPVOID self)
{
    simple = self;
    simple->function(simple->argument);
    close_own_handle();
    return 0;
}

uintptr_t _beginthread(void (*function)(void *), unsigned stack, void *argument)
{
    struct simple_start *start = calloc(1, sizeof *start);
    if (start)
        *start = (struct simple_start){.function = function, .argument = argument};
    HANDLE handle = start ? CreateThread(NULL, stack, run_simple, start, 0, NULL) : NULL;
    if (!handle) {
        errno = EAGAIN;
        free(start);
        return (uintptr_t)-1;
    }
    pthread_mutex_lock(&rras_objects_lock);
    start->handle = handle;
    pthread_cond_broadcast(&rras_objects_changed);
    pthread_mutex_unlock(&rras_objects_lock);
    return (uintptr_t)handle;
}

void _endthread(void)
{
    close_own_handle();
    ExitThread(0);
}
