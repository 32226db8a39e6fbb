/* SPDX-License-Identifier: MIT */
#include "host/heap.h"

#include "host/frames.h"

#include <link.h>
#include <pthread.h>
#include <search.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>
#include <wchar.h>

#include <dlfcn.h>
#include <windows.h>

#if defined(__x86_64__)
#define IS_IMPORT(type) \
    ((type) == R_X86_64_JUMP_SLOT || (type) == R_X86_64_GLOB_DAT || (type) == R_X86_64_64)
#elif defined(__aarch64__)
#define IS_IMPORT(type) \
    ((type) == R_AARCH64_JUMP_SLOT || (type) == R_AARCH64_GLOB_DAT || (type) == R_AARCH64_ABS64)
#else
#error "add the relocations by which this processor's imports are bound"
#endif

#define CALLER ((uintptr_t)__builtin_return_address(0))

/* --- the blocks, by their address --- */

struct block {
    void *memory;
    size_t size;
    uintptr_t caller;
    uint64_t sequence;
};

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static void *blocks;
static uint64_t sequence;

static int compare(const void *one, const void *other)
{
    uintptr_t a = (uintptr_t)((const struct block *)one)->memory;
    uintptr_t b = (uintptr_t)((const struct block *)other)->memory;
    return (a > b) - (a < b);
}

static void forget(void *memory)
{
    struct block key = {.memory = memory};
    pthread_mutex_lock(&lock);
    void *found = tfind(&key, &blocks, compare);
    struct block *block = found ? *(struct block **)found : NULL;
    if (block)
        tdelete(block, &blocks, compare);
    pthread_mutex_unlock(&lock);
    free(block);
}

static void *remember(void *memory, size_t size, uintptr_t caller)
{
    struct block *block = memory ? malloc(sizeof *block) : NULL;
    if (!block)
        return memory;
    forget(memory); /* somebody else freed what was there before */
    pthread_mutex_lock(&lock);
    *block = (struct block){memory, size, caller, sequence++};
    if (!tsearch(block, &blocks, compare))
        free(block);
    pthread_mutex_unlock(&lock);
    return memory;
}

/* --- what a DLL calls in their stead --- */

static void *watched_malloc(size_t size)
{
    return remember(malloc(size), size, CALLER);
}

static void *watched_calloc(size_t count, size_t size)
{
    return remember(calloc(count, size), count * size, CALLER);
}

static void *watched_realloc(void *memory, size_t size)
{
    if (memory)
        forget(memory); /* for good, should there be no room to grow */
    return remember(realloc(memory, size), size, CALLER);
}

static void watched_free(void *memory)
{
    if (memory)
        forget(memory);
    free(memory);
}

static char *watched_strdup(const char *text)
{
    return remember(strdup(text), strlen(text) + 1, CALLER);
}

static wchar_t *watched_wcsdup(const wchar_t *text)
{
    return remember(wcsdup(text), (wcslen(text) + 1) * sizeof *text, CALLER);
}

static char *watched_strndup(const char *text, size_t most)
{
    return remember(strndup(text, most), strnlen(text, most) + 1, CALLER);
}

/* The heaps of Windows */
static LPVOID WINAPI watched_heap_alloc(HANDLE heap, DWORD flags, SIZE_T size)
{
    return remember(HeapAlloc(heap, flags, size), size, CALLER);
}

static LPVOID WINAPI watched_heap_realloc(HANDLE heap, DWORD flags, LPVOID memory, SIZE_T size)
{
    if (memory)
        forget(memory);
    return remember(HeapReAlloc(heap, flags, memory, size), size, CALLER);
}

static BOOL WINAPI watched_heap_free(HANDLE heap, DWORD flags, LPVOID memory)
{
    if (memory)
        forget(memory);
    return HeapFree(heap, flags, memory);
}

static HLOCAL WINAPI watched_local_alloc(UINT flags, SIZE_T size)
{
    return remember(LocalAlloc(flags, size), size, CALLER);
}

static HLOCAL WINAPI watched_local_realloc(HLOCAL memory, SIZE_T size, UINT flags)
{
    if (memory)
        forget(memory);
    return remember(LocalReAlloc(memory, size, flags), size, CALLER);
}

static HLOCAL WINAPI watched_local_free(HLOCAL memory)
{
    if (memory)
        forget(memory);
    return LocalFree(memory);
}

/* C++'s own stay in front: a program may replace them */
static void *(*real_new)(size_t size), *(*real_new_array)(size_t size);
static void (*real_delete)(void *memory), (*real_delete_array)(void *memory);

static void *watched_new(size_t size)
{
    return remember(real_new(size), size, CALLER);
}

static void *watched_new_array(size_t size)
{
    return remember(real_new_array(size), size, CALLER);
}

static void watched_delete(void *memory)
{
    if (memory)
        forget(memory);
    real_delete(memory);
}

static void watched_delete_array(void *memory)
{
    if (memory)
        forget(memory);
    real_delete_array(memory);
}

static void watched_sized_delete(void *memory, size_t size)
{
    (void)size;
    watched_delete(memory);
}

static void watched_sized_delete_array(void *memory, size_t size)
{
    (void)size;
    watched_delete_array(memory);
}

#define FUNCTION(name) ((void (*)(void))(name))

static const struct {
    const char *name;
    void (*watched)(void);
    void *real; /* where the one that is replaced is kept, if it is called by that */
} functions[] = {
    {"malloc", FUNCTION(watched_malloc), NULL},
    {"calloc", FUNCTION(watched_calloc), NULL},
    {"realloc", FUNCTION(watched_realloc), NULL},
    {"free", FUNCTION(watched_free), NULL},
    {"strdup", FUNCTION(watched_strdup), NULL},
    {"strndup", FUNCTION(watched_strndup), NULL},
    {"rras__strdup", FUNCTION(watched_strdup), NULL}, /* as our headers bind them */
    {"rras__wcsdup", FUNCTION(watched_wcsdup), NULL},
    {"rras_wcsdup", FUNCTION(watched_wcsdup), NULL},
    {"HeapAlloc", FUNCTION(watched_heap_alloc), NULL},
    {"HeapReAlloc", FUNCTION(watched_heap_realloc), NULL},
    {"HeapFree", FUNCTION(watched_heap_free), NULL},
    {"LocalAlloc", FUNCTION(watched_local_alloc), NULL},
    {"LocalReAlloc", FUNCTION(watched_local_realloc), NULL},
    {"LocalFree", FUNCTION(watched_local_free), NULL},
    {"GlobalAlloc", FUNCTION(watched_local_alloc), NULL}, /* which is the same */
    {"GlobalFree", FUNCTION(watched_local_free), NULL},
    {"_Znwm", FUNCTION(watched_new), &real_new},
    {"_Znam", FUNCTION(watched_new_array), &real_new_array},
    {"_ZdlPv", FUNCTION(watched_delete), &real_delete},
    {"_ZdaPv", FUNCTION(watched_delete_array), &real_delete_array},
    {"_ZdlPvm", FUNCTION(watched_sized_delete), &real_delete},
    {"_ZdaPvm", FUNCTION(watched_sized_delete_array), &real_delete_array},
};
enum { FUNCTION_COUNT = sizeof functions / sizeof *functions };

/* A sized delete calls the plain one, which may be no import of this DLL. */
static void keep_real(size_t index, void *library)
{
    char plain[16];
    snprintf(plain, sizeof plain, "%.6s", functions[index].name);
    bool is_new = strncmp(plain, "_Zn", 3) == 0;
    void *found = dlsym(library, is_new ? functions[index].name : plain);
    if (functions[index].real && found)
        memcpy(functions[index].real, &found, sizeof found);
}

/* --- leading the imports of a DLL there --- */

struct dynamic {
    const ElfW(Sym) *symbols;
    const char *strings;
    const ElfW(Rela) *tables[2]; /* DT_RELA, DT_JMPREL */
    size_t sizes[2];
};

static struct dynamic look(const struct link_map *map)
{
    struct dynamic dynamic = {0};
    for (const ElfW(Dyn) *entry = map->l_ld; entry->d_tag != DT_NULL; entry++) {
        switch (entry->d_tag) {
        case DT_SYMTAB:
            dynamic.symbols = (const void *)entry->d_un.d_ptr;
            break;
        case DT_STRTAB:
            dynamic.strings = (const void *)entry->d_un.d_ptr;
            break;
        case DT_RELA:
            dynamic.tables[0] = (const void *)entry->d_un.d_ptr;
            break;
        case DT_RELASZ:
            dynamic.sizes[0] = entry->d_un.d_val;
            break;
        case DT_JMPREL:
            dynamic.tables[1] = (const void *)entry->d_un.d_ptr;
            break;
        case DT_PLTRELSZ:
            dynamic.sizes[1] = entry->d_un.d_val;
            break;
        }
    }
    return dynamic;
}

/* The place is in pages that are for reading only since the DLL was bound. */
static void put(uintptr_t place, void (*function)(void))
{
    uintptr_t page = (uintptr_t)sysconf(_SC_PAGESIZE), begin = place & ~(page - 1);
    if (mprotect((void *)begin, place + sizeof function - begin, PROT_READ | PROT_WRITE) == 0)
        memcpy((void *)place, &function, sizeof function);
}

static void redirect(const struct link_map *map, void *library)
{
    struct dynamic dynamic = look(map);
    for (int table = 0; table < 2; table++) {
        size_t count = dynamic.tables[table] ? dynamic.sizes[table] / sizeof(ElfW(Rela)) : 0;
        for (size_t i = 0; i < count; i++) {
            const ElfW(Rela) *entry = &dynamic.tables[table][i];
            const ElfW(Sym) *symbol = &dynamic.symbols[ELF64_R_SYM(entry->r_info)];
            for (size_t f = 0; IS_IMPORT(ELF64_R_TYPE(entry->r_info)) && f < FUNCTION_COUNT; f++) {
                if (symbol->st_shndx != SHN_UNDEF || entry->r_addend != 0 ||
                    strcmp(dynamic.strings + symbol->st_name, functions[f].name) != 0)
                    continue;
                keep_real(f, library);
                put(map->l_addr + entry->r_offset, functions[f].watched);
            }
        }
    }
}

void heap_watch(struct heap_watch *watch, void *library)
{
    const struct frames_image image = frames_image_of(library);
    struct link_map *map = NULL;
    *watch = (struct heap_watch){.base = image.base, .end = image.end};
    if (!image.base || dlinfo(library, RTLD_DI_LINKMAP, &map) != 0)
        return;
    watch->path = strdup(image.path);
    redirect(map, library);
}

/* --- counting --- */

struct counting {
    const struct heap_watch *watch;
    struct heap_left left;
    uint64_t oldest;
};

static void count(const void *node, VISIT visit, void *self)
{
    struct counting *counting = self;
    const struct block *block = *(struct block *const *)node;
    const struct heap_watch *watch = counting->watch;
    if ((visit != postorder && visit != leaf) || block->caller < watch->base ||
        block->caller >= watch->end)
        return;
    if (counting->left.blocks == 0 || block->sequence < counting->oldest) {
        counting->oldest = block->sequence;
        counting->left.place = block->caller - watch->base;
    }
    counting->left.blocks++;
    counting->left.bytes += block->size;
}

struct heap_left heap_count(const struct heap_watch *watch)
{
    struct counting counting = {.watch = watch};
    pthread_mutex_lock(&lock);
    twalk_r(blocks, count, &counting);
    pthread_mutex_unlock(&lock);
    return counting.left;
}

void heap_forget(struct heap_watch *watch)
{
    free(watch->path);
    *watch = (struct heap_watch){0};
}
