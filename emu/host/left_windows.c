/* SPDX-License-Identifier: MIT */
#include "host/left_windows.h"

#include "callout/host.h"
#include "host/coff.h"
#include "host/misuse_windows.h"
#include "runtime/registry.h"

#include <fenv.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <wchar.h>

#define CALLER ((uintptr_t)__builtin_return_address(0))

/* --- what is held, the oldest first --- */

enum kind { MEMORY, OPEN_FILE, OPEN_HANDLE, THREAD, PROCESS };

struct held {
    enum kind kind;
    void *what; /* a block, a handle; of a thread or process a handle of ours */
    size_t size;
    uintptr_t caller;
    int owner; /* the number of the DLL that was called */
};

static SRWLOCK lock = SRWLOCK_INIT;
static struct held *held;
static size_t held_count, held_room;
static int running; /* the DLL whose code runs */

static void *take(enum kind kind, void *what, size_t size, uintptr_t caller)
{
    AcquireSRWLockExclusive(&lock);
    if (held_count == held_room) {
        struct held *larger = realloc(held, (2 * held_room + 64) * sizeof *held);
        held = larger ? larger : held;
        held_room = larger ? 2 * held_room + 64 : held_room;
    }
    if (what && held_count < held_room)
        held[held_count++] = (struct held){kind, what, size, caller, running};
    ReleaseSRWLockExclusive(&lock);
    return what;
}

static void give_back(enum kind kind, const void *what)
{
    AcquireSRWLockExclusive(&lock);
    for (size_t i = held_count; what && i-- > 0;) {
        if (held[i].what != what || held[i].kind != kind)
            continue;
        memmove(&held[i], &held[i + 1], (--held_count - i) * sizeof *held);
        break;
    }
    ReleaseSRWLockExclusive(&lock);
}

/* --- files and threads --- */

HANDLE left_opened(HANDLE file)
{
    return file == INVALID_HANDLE_VALUE ? file : take(OPEN_FILE, file, 0, 0);
}

/* The caller is behind what is called instead of the system's function */
#define MADE(handle) take(OPEN_HANDLE, handle, 0, CALLER)

static BOOL WINAPI close_handle(HANDLE handle)
{
    give_back(OPEN_FILE, handle);
    give_back(OPEN_HANDLE, handle);
    return misuse_check_handle(CloseHandle(handle), handle, "CloseHandle");
}

#define MAKER(name, function, parameters, ...)      \
    static HANDLE WINAPI name parameters            \
    {                                               \
        return MADE(function(__VA_ARGS__));         \
    }

MAKER(create_event_w, CreateEventW, (LPSECURITY_ATTRIBUTES security, BOOL manual, BOOL state, LPCWSTR name), security,
      manual, state, name)
MAKER(create_event_a, CreateEventA, (LPSECURITY_ATTRIBUTES security, BOOL manual, BOOL state, LPCSTR name), security,
      manual, state, name)
MAKER(create_mutex_w, CreateMutexW, (LPSECURITY_ATTRIBUTES security, BOOL owned, LPCWSTR name), security, owned, name)
MAKER(create_mutex_a, CreateMutexA, (LPSECURITY_ATTRIBUTES security, BOOL owned, LPCSTR name), security, owned, name)
MAKER(create_semaphore_w, CreateSemaphoreW, (LPSECURITY_ATTRIBUTES security, LONG count, LONG most, LPCWSTR name),
      security, count, most, name)
MAKER(create_semaphore_a, CreateSemaphoreA, (LPSECURITY_ATTRIBUTES security, LONG count, LONG most, LPCSTR name),
      security, count, most, name)
MAKER(create_timer_w, CreateWaitableTimerW, (LPSECURITY_ATTRIBUTES security, BOOL manual, LPCWSTR name), security,
      manual, name)

/* Keeps a handle of ours by which its end can be seen */
static void take_running(enum kind kind, HANDLE handle)
{
    HANDLE own = NULL;
    if (handle && DuplicateHandle(GetCurrentProcess(), handle, GetCurrentProcess(), &own, SYNCHRONIZE, FALSE, 0))
        take(kind, own, 0, 0);
}

static BOOL WINAPI create_process_w(LPCWSTR program, LPWSTR command, LPSECURITY_ATTRIBUTES process, LPSECURITY_ATTRIBUTES thread,
                                    BOOL inherits, DWORD flags, LPVOID environment, LPCWSTR folder, LPSTARTUPINFOW start,
                                    LPPROCESS_INFORMATION made)
{
    BOOL fine = CreateProcessW(program, command, process, thread, inherits, flags, environment, folder, start, made);
    if (fine)
        take_running(PROCESS, made->hProcess);
    return fine;
}

static BOOL WINAPI create_process_a(LPCSTR program, LPSTR command, LPSECURITY_ATTRIBUTES process, LPSECURITY_ATTRIBUTES thread,
                                    BOOL inherits, DWORD flags, LPVOID environment, LPCSTR folder, LPSTARTUPINFOA start,
                                    LPPROCESS_INFORMATION made)
{
    BOOL fine = CreateProcessA(program, command, process, thread, inherits, flags, environment, folder, start, made);
    if (fine)
        take_running(PROCESS, made->hProcess);
    return fine;
}

static HANDLE WINAPI create_thread(LPSECURITY_ATTRIBUTES security, SIZE_T stack, LPTHREAD_START_ROUTINE start, LPVOID argument,
                                   DWORD flags, LPDWORD id)
{
    HANDLE thread = CreateThread(security, stack, start, argument, flags, id);
    take_running(THREAD, thread);
    return MADE(thread);
}

const struct replacement left_replacements[] = {
    REPLACED("CloseHandle", close_handle),
    REPLACED("CreateThread", create_thread),
    REPLACED("CreateProcessW", create_process_w),
    REPLACED("CreateProcessA", create_process_a),
    REPLACED("CreateEventW", create_event_w),
    REPLACED("CreateEventA", create_event_a),
    REPLACED("CreateMutexW", create_mutex_w),
    REPLACED("CreateMutexA", create_mutex_a),
    REPLACED("CreateSemaphoreW", create_semaphore_w),
    REPLACED("CreateSemaphoreA", create_semaphore_a),
    REPLACED("CreateWaitableTimerW", create_timer_w),
    {NULL, NULL},
};

/* --- memory --- */

/* What stands behind a DLL's own names: one C run-time library's, the first that is seen */
static void *(*real_malloc)(size_t), *(*real_calloc)(size_t, size_t), *(*real_realloc)(void *, size_t);
static void (*real_free)(void *);
static char *(*real_strdup)(const char *);
static WCHAR *(*real_wcsdup)(const WCHAR *);
static void *(*real_new)(size_t), *(*real_new_array)(size_t);
static void (*real_delete)(void *), (*real_delete_array)(void *);

static void *watched_malloc(size_t size)
{
    return take(MEMORY, real_malloc(size), size, CALLER);
}

static void *watched_calloc(size_t count, size_t size)
{
    return take(MEMORY, real_calloc(count, size), count * size, CALLER);
}

static void *watched_realloc(void *memory, size_t size)
{
    give_back(MEMORY, memory); /* for good, should there be no room to grow */
    return take(MEMORY, real_realloc(memory, size), size, CALLER);
}

static void watched_free(void *memory)
{
    give_back(MEMORY, memory);
    real_free(memory);
}

static char *watched_strdup(const char *text)
{
    return take(MEMORY, real_strdup(text), strlen(text) + 1, CALLER);
}

static WCHAR *watched_wcsdup(const WCHAR *text)
{
    return take(MEMORY, real_wcsdup(text), (wcslen(text) + 1) * sizeof *text, CALLER);
}

static void *watched_new(size_t size)
{
    return take(MEMORY, real_new(size), size, CALLER);
}

static void *watched_new_array(size_t size)
{
    return take(MEMORY, real_new_array(size), size, CALLER);
}

static void watched_delete(void *memory)
{
    give_back(MEMORY, memory);
    real_delete(memory);
}

static void watched_delete_array(void *memory)
{
    give_back(MEMORY, memory);
    real_delete_array(memory);
}

static LPVOID WINAPI watched_heap_alloc(HANDLE heap, DWORD flags, SIZE_T size)
{
    return take(MEMORY, HeapAlloc(heap, flags, size), size, CALLER);
}

static LPVOID WINAPI watched_heap_realloc(HANDLE heap, DWORD flags, LPVOID memory, SIZE_T size)
{
    give_back(MEMORY, memory);
    return take(MEMORY, HeapReAlloc(heap, flags, memory, size), size, CALLER);
}

static BOOL WINAPI watched_heap_free(HANDLE heap, DWORD flags, LPVOID memory)
{
    give_back(MEMORY, memory);
    return HeapFree(heap, flags, memory);
}

static HLOCAL WINAPI watched_local_alloc(UINT flags, SIZE_T size)
{
    return take(MEMORY, LocalAlloc(flags, size), size, CALLER);
}

static HLOCAL WINAPI watched_local_free(HLOCAL memory)
{
    give_back(MEMORY, memory);
    return LocalFree(memory);
}

static HGLOBAL WINAPI watched_global_alloc(UINT flags, SIZE_T size)
{
    return take(MEMORY, GlobalAlloc(flags, size), size, CALLER);
}

static HGLOBAL WINAPI watched_global_free(HGLOBAL memory)
{
    give_back(MEMORY, memory);
    return GlobalFree(memory);
}

const struct watched left_memory[] = {
    WATCHED("malloc", watched_malloc, &real_malloc),
    WATCHED("calloc", watched_calloc, &real_calloc),
    WATCHED("realloc", watched_realloc, &real_realloc),
    WATCHED("free", watched_free, &real_free),
    WATCHED("_strdup", watched_strdup, &real_strdup),
    WATCHED("_wcsdup", watched_wcsdup, &real_wcsdup),
    WATCHED("??2@YAPEAX_K@Z", watched_new, &real_new), /* Visual C++'s operators new, delete */
    WATCHED("??_U@YAPEAX_K@Z", watched_new_array, &real_new_array),
    WATCHED("??3@YAXPEAX@Z", watched_delete, &real_delete),
    WATCHED("??_V@YAXPEAX@Z", watched_delete_array, &real_delete_array),
    WATCHED("HeapAlloc", watched_heap_alloc, NULL),
    WATCHED("HeapReAlloc", watched_heap_realloc, NULL),
    WATCHED("HeapFree", watched_heap_free, NULL),
    WATCHED("LocalAlloc", watched_local_alloc, NULL),
    WATCHED("LocalFree", watched_local_free, NULL),
    WATCHED("GlobalAlloc", watched_global_alloc, NULL),
    WATCHED("GlobalFree", watched_global_free, NULL),
    {NULL, NULL, NULL},
};

static bool is_inside(const struct left_image *image, uintptr_t caller)
{
    return caller >= image->base && caller < image->end;
}

/* The call is in front of the place it returns to. */
static bool is_runtime(const struct left_image *image, uintptr_t caller)
{
    return is_inside(image, caller) && coff_is_runtime(image->path, (uint32_t)(caller - 1 - image->base));
}

struct left_memory left_of(const struct left_image *image)
{
    struct left_memory left = {0};
    AcquireSRWLockShared(&lock);
    for (size_t i = 0; i < held_count; i++) {
        if (held[i].kind != MEMORY || !is_inside(image, held[i].caller) || is_runtime(image, held[i].caller))
            continue;
        if (left.blocks++ == 0)
            left.place = held[i].caller - image->base;
        left.bytes += held[i].size;
    }
    ReleaseSRWLockShared(&lock);
    return left;
}

/* --- the process --- */

enum { NOBODY = -1 };

struct state {
    WCHAR folder[MAX_PATH];
    int rounding;
};

static struct state base, last;
static int folder_owner, rounding_owner;

static void look(struct state *state)
{
    GetCurrentDirectoryW(MAX_PATH, state->folder);
    state->rounding = fegetround();
}

void left_look(void)
{
    look(&base);
    last = base;
    folder_owner = rounding_owner = running = NOBODY;
    rras_keys_belong(NOBODY);
}

static bool same_folder(const struct state *a, const struct state *b)
{
    return _wcsicmp(a->folder, b->folder) == 0;
}

/* What has changed is the doing of the DLL that ran. */
static void blame(void)
{
    struct state now;
    look(&now);
    if (!same_folder(&now, &last))
        folder_owner = same_folder(&now, &base) ? NOBODY : running;
    if (now.rounding != last.rounding)
        rounding_owner = now.rounding == base.rounding ? NOBODY : running;
    last = now;
}

void left_turn(uint32_t module)
{
    if (running == (int)module)
        return;
    if (running != NOBODY)
        blame();
    running = (int)module;
    rras_keys_belong(running);
}

uint32_t left_compare(uint32_t module, const struct left_image *image)
{
    int owner = (int)module;
    blame();
    uint32_t residue = (rounding_owner == owner ? RESIDUE_FLOAT : 0) | (folder_owner == owner ? RESIDUE_FOLDER : 0) |
                       (rras_keys_left(owner) ? RESIDUE_HANDLES : 0);
    AcquireSRWLockShared(&lock);
    for (size_t i = 0; i < held_count; i++) {
        if (held[i].kind == OPEN_FILE && held[i].owner == owner)
            residue |= RESIDUE_FILES;
        if (held[i].kind == OPEN_HANDLE && held[i].owner == owner && !is_runtime(image, held[i].caller))
            residue |= RESIDUE_HANDLES;
        bool lives = (held[i].kind == THREAD || held[i].kind == PROCESS) && held[i].owner == owner &&
                       WaitForSingleObject(held[i].what, 0) == WAIT_TIMEOUT;
        if (lives)
            residue |= held[i].kind == THREAD ? RESIDUE_THREADS : RESIDUE_PROCESSES;
    }
    ReleaseSRWLockShared(&lock);
    return residue;
}
