/* SPDX-License-Identifier: MIT */
#include "host/left_windows.h"

#include "callout/host.h"

#include <fenv.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <wchar.h>

#define CALLER ((uintptr_t)__builtin_return_address(0))

/* --- what is held, the oldest first --- */

enum kind { MEMORY, OPEN_FILE, THREAD };

struct held {
    enum kind kind;
    void *what; /* a block, a handle; of a thread a handle of ours */
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

static BOOL WINAPI close_handle(HANDLE handle)
{
    give_back(OPEN_FILE, handle);
    return CloseHandle(handle);
}

static HANDLE WINAPI create_thread(LPSECURITY_ATTRIBUTES security, SIZE_T stack, LPTHREAD_START_ROUTINE start, LPVOID argument,
                                   DWORD flags, LPDWORD id)
{
    HANDLE own = NULL, thread = CreateThread(security, stack, start, argument, flags, id);
    if (thread && DuplicateHandle(GetCurrentProcess(), thread, GetCurrentProcess(), &own, SYNCHRONIZE, FALSE, 0))
        take(THREAD, own, 0, 0);
    return thread;
}

const struct replacement left_replacements[] = {
    REPLACED("CloseHandle", close_handle),
    REPLACED("CreateThread", create_thread),
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

#define FUNCTION(name) ((FARPROC)(void (*)(void))(name))

FARPROC left_memory_replacement(const char *name, FARPROC original)
{
    static const struct {
        const char *name;
        FARPROC watched;
        void *real; /* where the original is kept; NULL: it is the system's, of which there is one */
    } functions[] = {
        {"malloc", FUNCTION(watched_malloc), &real_malloc},
        {"calloc", FUNCTION(watched_calloc), &real_calloc},
        {"realloc", FUNCTION(watched_realloc), &real_realloc},
        {"free", FUNCTION(watched_free), &real_free},
        {"_strdup", FUNCTION(watched_strdup), &real_strdup},
        {"_wcsdup", FUNCTION(watched_wcsdup), &real_wcsdup},
        {"??2@YAPEAX_K@Z", FUNCTION(watched_new), &real_new}, /* Visual C++'s operators new, delete */
        {"??_U@YAPEAX_K@Z", FUNCTION(watched_new_array), &real_new_array},
        {"??3@YAXPEAX@Z", FUNCTION(watched_delete), &real_delete},
        {"??_V@YAXPEAX@Z", FUNCTION(watched_delete_array), &real_delete_array},
        {"HeapAlloc", FUNCTION(watched_heap_alloc), NULL},
        {"HeapReAlloc", FUNCTION(watched_heap_realloc), NULL},
        {"HeapFree", FUNCTION(watched_heap_free), NULL},
        {"LocalAlloc", FUNCTION(watched_local_alloc), NULL},
        {"LocalFree", FUNCTION(watched_local_free), NULL},
        {"GlobalAlloc", FUNCTION(watched_global_alloc), NULL},
        {"GlobalFree", FUNCTION(watched_global_free), NULL},
    };
    static const FARPROC none;
    for (size_t i = 0; i < sizeof functions / sizeof *functions; i++) {
        if (strcmp(functions[i].name, name) != 0)
            continue;
        bool fresh = functions[i].real && memcmp(functions[i].real, &none, sizeof none) == 0;
        if (fresh)
            memcpy(functions[i].real, &original, sizeof original);
        bool ours = !functions[i].real || memcmp(functions[i].real, &original, sizeof original) == 0;
        return ours ? functions[i].watched : NULL;
    }
    return NULL;
}

struct left_memory left_of(uintptr_t base, uintptr_t end)
{
    struct left_memory left = {0};
    AcquireSRWLockShared(&lock);
    for (size_t i = 0; i < held_count; i++) {
        if (held[i].kind != MEMORY || held[i].caller < base || held[i].caller >= end)
            continue;
        if (left.blocks++ == 0)
            left.place = held[i].caller - base;
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
}

uint32_t left_compare(uint32_t module)
{
    int owner = (int)module;
    blame();
    uint32_t residue = (rounding_owner == owner ? RESIDUE_FLOAT : 0) | (folder_owner == owner ? RESIDUE_FOLDER : 0);
    AcquireSRWLockShared(&lock);
    for (size_t i = 0; i < held_count; i++) {
        if (held[i].kind == OPEN_FILE && held[i].owner == owner)
            residue |= RESIDUE_FILES;
        if (held[i].kind == THREAD && held[i].owner == owner &&
            WaitForSingleObject(held[i].what, 0) == WAIT_TIMEOUT)
            residue |= RESIDUE_THREADS;
    }
    ReleaseSRWLockShared(&lock);
    return residue;
}
