/* SPDX-License-Identifier: MIT */
#include "host/allocators_posix.h"

#include "host/allocators.h"
#include "host/backtrace.h"

#include <link.h>
#include <stdbool.h>
#include <sys/mman.h>
#include <unistd.h>

#include <dlfcn.h>
#include <windows.h>

#if defined(__x86_64__)
#define IS_IMPORT(type) ((type) == R_X86_64_JUMP_SLOT || (type) == R_X86_64_GLOB_DAT || (type) == R_X86_64_64)
#elif defined(__aarch64__)
#define IS_IMPORT(type) ((type) == R_AARCH64_JUMP_SLOT || (type) == R_AARCH64_GLOB_DAT || (type) == R_AARCH64_ABS64)
#else
#error "add the relocations by which this processor's imports are bound"
#endif

/* A sized delete calls the plain one. */
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

/* `real_name` is what stands behind: the function of that name, or another one that does for it. */
/* clang-format off */
#define WATCHED(name, id) {name, name, FUNCTION(watched_##id), &real_##id}
/* clang-format on */

static const struct {
    const char *name, *real_name;
    void (*watched)(void);
    void *real;
} functions[] = {
    WATCHED("malloc", malloc),
    WATCHED("calloc", calloc),
    WATCHED("realloc", realloc),
    WATCHED("free", free),
    WATCHED("strdup", strdup),
    WATCHED("strndup", strndup),
    WATCHED("rras__strdup", strdup), /* as our headers bind them */
    WATCHED("rras__wcsdup", wcsdup),
    WATCHED("rras_wcsdup", wcsdup),
    WATCHED("HeapAlloc", HeapAlloc),
    WATCHED("HeapReAlloc", HeapReAlloc),
    WATCHED("HeapFree", HeapFree),
    WATCHED("LocalAlloc", LocalAlloc),
    WATCHED("LocalReAlloc", LocalReAlloc),
    WATCHED("LocalFree", LocalFree),
    WATCHED("GlobalAlloc", GlobalAlloc),
    WATCHED("GlobalReAlloc", GlobalReAlloc),
    WATCHED("GlobalFree", GlobalFree),
    WATCHED("_Znwm", new),
    WATCHED("_Znam", new_array),
    WATCHED("_ZdlPv", delete),
    WATCHED("_ZdaPv", delete_array),
    {"_ZdlPvm", "_ZdlPv", FUNCTION(watched_sized_delete), &real_delete},
    {"_ZdaPvm", "_ZdaPv", FUNCTION(watched_sized_delete_array), &real_delete_array},
};
enum { FUNCTION_COUNT = sizeof functions / sizeof *functions };

/* The one that the DLL would call: a program may replace operators of C++ */
static bool keep_real(size_t index, void *library)
{
    void *found = dlsym(RTLD_DEFAULT, functions[index].real_name); /* as a sanitizer's malloc() is */
    if (!found)
        found = dlsym(library, functions[index].real_name);
    if (found)
        memcpy(functions[index].real, &found, sizeof found);
    return found != NULL;
}

/* --- leading the imports of a DLL there --- */

struct dynamic {
    const ElfW(Sym) * symbols;
    const char *strings;
    const ElfW(Rela) * tables[2]; /* DT_RELA, DT_JMPREL */
    size_t sizes[2];
};

static struct dynamic dynamic_of(const struct link_map *map)
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

static bool frees(const char *name)
{
    return strcmp(name, "free") == 0 || strncmp(name, "_Zd", 3) == 0;
}

/* All functions that an image imports; or those that free, as the C++ library calls them, which has some of them itself */
static void redirect(const struct link_map *map, void *library, bool only_frees)
{
    struct dynamic dynamic = dynamic_of(map);
    for (int table = 0; table < 2; table++) {
        size_t count = dynamic.tables[table] ? dynamic.sizes[table] / sizeof(ElfW(Rela)) : 0;
        for (size_t i = 0; i < count; i++) {
            const ElfW(Rela) *entry = &dynamic.tables[table][i];
            const ElfW(Sym) *symbol = &dynamic.symbols[ELF64_R_SYM(entry->r_info)];
            for (size_t f = 0; IS_IMPORT(ELF64_R_TYPE(entry->r_info)) && f < FUNCTION_COUNT; f++) {
                if ((symbol->st_shndx != SHN_UNDEF && !only_frees) || entry->r_addend != 0 ||
                    strcmp(dynamic.strings + symbol->st_name, functions[f].name) != 0 ||
                    (only_frees && !frees(functions[f].name)))
                    continue;
                if (keep_real(f, library))
                    put(map->l_addr + entry->r_offset, functions[f].watched);
            }
        }
    }
}

/* What a DLL allocates is freed by the C++ run-time library where its object is one of the library's: a locale, say. */
static void redirect_cxx(const struct link_map *map, void *library)
{
    while (map->l_prev)
        map = map->l_prev;
    for (; map; map = map->l_next)
        if (strstr(map->l_name, "/libstdc++.so") || strstr(map->l_name, "/libc++abi.so"))
            redirect(map, library, true);
}

void allocators_watch(void *library)
{
    struct link_map *map = NULL;
    if (dlinfo(library, RTLD_DI_LINKMAP, &map) != 0)
        return;
    redirect(map, library, false);
    redirect_cxx(map, library);
}
