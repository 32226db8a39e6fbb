/* SPDX-License-Identifier: MIT */
#include "host/left_windows.h"

#include "callout/host.h"
#include "host/allocators.h"
#include "host/coff.h"
#include "host/misuse.h"
#include "host/misuse_windows.h"
#include "host/replaced.h"
#include "runtime/registry.h"
#include "runtime/schedule.h"

#include <fenv.h>
#include <stdbool.h>

/* --- files and threads --- */

HANDLE left_opened(HANDLE file)
{
    return file == INVALID_HANDLE_VALUE ? file : held_take(HELD_FILE, file, 0, 0);
}

/* The caller is behind what is called instead of the system's function */
#define MADE(handle) held_take(HELD_HANDLE, handle, 0, ALLOCATOR_CALLER)

static BOOL WINAPI close_handle(HANDLE handle)
{
    held_give_back(HELD_FILE, handle);
    held_give_back(HELD_HANDLE, handle);
    return misuse_check_handle(CloseHandle(handle), handle, "CloseHandle");
}

#define MAKER(name, function, parameters, ...) \
    static HANDLE WINAPI name parameters       \
    {                                          \
        return MADE(function(__VA_ARGS__));    \
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
static void take_running(enum held_kind kind, HANDLE handle)
{
    HANDLE own = NULL;
    if (handle && DuplicateHandle(GetCurrentProcess(), handle, GetCurrentProcess(), &own, SYNCHRONIZE, FALSE, 0))
        held_take(kind, own, 0, 0);
}

static BOOL WINAPI create_process_w(LPCWSTR program, LPWSTR command, LPSECURITY_ATTRIBUTES process,
                                    LPSECURITY_ATTRIBUTES thread, BOOL inherits, DWORD flags, LPVOID environment,
                                    LPCWSTR folder, LPSTARTUPINFOW start, LPPROCESS_INFORMATION made)
{
    BOOL fine = CreateProcessW(program, command, process, thread, inherits, flags, environment, folder, start, made);
    if (fine)
        take_running(HELD_PROCESS, made->hProcess);
    return fine;
}

static BOOL WINAPI create_process_a(LPCSTR program, LPSTR command, LPSECURITY_ATTRIBUTES process,
                                    LPSECURITY_ATTRIBUTES thread, BOOL inherits, DWORD flags, LPVOID environment,
                                    LPCSTR folder, LPSTARTUPINFOA start, LPPROCESS_INFORMATION made)
{
    BOOL fine = CreateProcessA(program, command, process, thread, inherits, flags, environment, folder, start, made);
    if (fine)
        take_running(HELD_PROCESS, made->hProcess);
    return fine;
}

/* Threads that were created and have not begun: none can while a DLL is loaded or unloaded, and on Windows they had time
 * to, which here passes at once. */
static volatile LONG beginning;

struct start {
    LPTHREAD_START_ROUTINE routine;
    LPVOID argument;
};

static DWORD WINAPI begin_thread(LPVOID self)
{
    const struct start start = *(struct start *)self;
    HeapFree(GetProcessHeap(), 0, self);
    InterlockedDecrement(&beginning);
    return start.routine(start.argument);
}

void left_wait_for_threads(void)
{
    enum { STEP_MS = 1, STEPS_MOST = 10000 };
    for (int i = 0; i < STEPS_MOST && beginning > 0 && !rras_schedule_is_on(); i++)
        Sleep(STEP_MS);
}

static HANDLE WINAPI create_thread(LPSECURITY_ATTRIBUTES security, SIZE_T stack, LPTHREAD_START_ROUTINE routine,
                                   LPVOID argument, DWORD flags, LPDWORD id)
{
    if (!rras_schedule_is_on())
        misuse_note(RRAS_MISUSE_CLOCK, "CreateThread", "goes by the machine's clock");
    struct start *start = flags & CREATE_SUSPENDED ? NULL : HeapAlloc(GetProcessHeap(), 0, sizeof *start);
    if (start) {
        *start = (struct start){routine, argument};
        InterlockedIncrement(&beginning);
    }
    HANDLE thread = CreateThread(security, stack, start ? begin_thread : routine, start ? start : argument, flags, id);
    if (start && !thread) {
        InterlockedDecrement(&beginning);
        HeapFree(GetProcessHeap(), 0, start);
    }
    take_running(HELD_THREAD, thread);
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

/* What stands behind a DLL's own names is one C run-time library's, the first that is seen. */
#define LED(name, id) WATCHED(name, watched_##id, &real_##id)

const struct watched left_memory[] = {
    LED("malloc", malloc),
    LED("calloc", calloc),
    LED("realloc", realloc),
    LED("free", free),
    LED("_strdup", strdup),
    LED("_wcsdup", wcsdup),
    LED("??2@YAPEAX_K@Z", new), /* Visual C++'s operators new, delete */
    LED("??_U@YAPEAX_K@Z", new_array),
    LED("??3@YAXPEAX@Z", delete),
    LED("??_V@YAXPEAX@Z", delete_array),
    LED("HeapAlloc", HeapAlloc),
    LED("HeapReAlloc", HeapReAlloc),
    LED("HeapFree", HeapFree),
    LED("LocalAlloc", LocalAlloc),
    LED("LocalReAlloc", LocalReAlloc),
    LED("LocalFree", LocalFree),
    LED("GlobalAlloc", GlobalAlloc),
    LED("GlobalReAlloc", GlobalReAlloc),
    LED("GlobalFree", GlobalFree),
    {NULL, NULL, NULL},
};

/* The call is in front of the place it returns to. */
static bool is_runtime(const struct image *image, uintptr_t caller)
{
    return image_has(image, caller) && coff_is_runtime(image->path, (uint32_t)(caller - 1 - image->base));
}

static bool keeps(void *image, uintptr_t caller)
{
    return is_runtime(image, caller);
}

struct held_memory left_of(const struct image *image)
{
    return held_memory_of(image->base, image->end, keeps, (void *)image);
}

/* --- the process --- */

struct state {
    char folder[MAX_PATH]; /* the current one, which is the DLL's alone */
    int rounding;
};

static struct state base, last;
static int running; /* the DLL whose code runs */
static int folder_owner, rounding_owner;

static void look_at_process(struct state *state)
{
    rras_GetCurrentDirectoryA(sizeof state->folder, state->folder);
    state->rounding = fegetround();
}

void left_look(void)
{
    look_at_process(&base);
    last = base;
    folder_owner = rounding_owner = running = HELD_NOBODY;
    held_belong(HELD_NOBODY);
    rras_keys_belong(HELD_NOBODY);
}

static bool same_folder(const struct state *a, const struct state *b)
{
    return strcmp(a->folder, b->folder) == 0;
}

/* What has changed is the doing of the DLL that ran. */
static void blame(void)
{
    struct state now;
    look_at_process(&now);
    if (!same_folder(&now, &last))
        folder_owner = same_folder(&now, &base) ? HELD_NOBODY : running;
    if (now.rounding != last.rounding)
        rounding_owner = now.rounding == base.rounding ? HELD_NOBODY : running;
    last = now;
}

void left_turn(uint32_t module)
{
    if (running == (int)module)
        return;
    if (running != HELD_NOBODY)
        blame();
    running = (int)module;
    held_belong(running);
    rras_keys_belong(running);
}

struct comparing {
    int owner;
    const struct image *image;
    uint32_t residue;
};

static void compare_held(void *self, const struct held *held)
{
    struct comparing *comparing = self;
    bool runs = held->kind == HELD_THREAD || held->kind == HELD_PROCESS;
    if (held->owner != comparing->owner || held->kind == HELD_MEMORY ||
        (held->kind == HELD_HANDLE && is_runtime(comparing->image, held->caller)) ||
        (runs && WaitForSingleObject(held->what, 0) != WAIT_TIMEOUT))
        return;
    static const uint32_t residues[] = {[HELD_FILE] = RESIDUE_FILES,
                                        [HELD_HANDLE] = RESIDUE_HANDLES,
                                        [HELD_THREAD] = RESIDUE_THREADS,
                                        [HELD_PROCESS] = RESIDUE_PROCESSES};
    comparing->residue |= residues[held->kind];
}

uint32_t left_compare(uint32_t module, const struct image *image)
{
    int owner = (int)module;
    struct comparing comparing = {.owner = owner, .image = image};
    blame();
    held_each(compare_held, &comparing);
    return comparing.residue | (rounding_owner == owner ? RESIDUE_FLOAT : 0) |
           (folder_owner == owner ? RESIDUE_FOLDER : 0) | (rras_keys_left(owner) ? RESIDUE_HANDLES : 0);
}
