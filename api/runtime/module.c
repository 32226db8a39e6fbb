/* SPDX-License-Identifier: MIT */
/* Loaded DLLs: libloaderapi.h. */
#include "loader.h"
#include "sandbox.h"

#include <dlfcn.h>
#include <limits.h>
#include <link.h>
#include <pthread.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <strings.h>
#include <unistd.h>

/* The path of a module, by what it begins with; the program's own has no name */
struct search {
    const char *name; /* or NULL: by the address */
    uintptr_t base;
    char path[PATH_MAX];
    BOOL found;
};

/* DLLs of Windows whose functions are in this library */
static BOOL is_systems(const char *name)
{
    static const char *const names[] = {"kernel32", "kernelbase", "ntdll",  "advapi32", "user32", "ws2_32",   "shlwapi",
                                        "ole32",    "combase",    "mprapi", "netapi32", "rpcrt4", "ucrtbase", "msvcrt"};
    size_t length = strlen(name);
    length -= length > 4 && strcasecmp(name + length - 4, ".dll") == 0 ? 4 : 0;
    for (size_t i = 0; i < ARRAYSIZE(names); i++)
        if (strlen(names[i]) == length && strncasecmp(names[i], name, length) == 0)
            return TRUE;
    return FALSE;
}

static uintptr_t own_base(void)
{
    Dl_info info;
    return dladdr((void *)(uintptr_t)GetModuleHandleA, &info) ? (uintptr_t)info.dli_fbase : 0;
}

static const char *last_part(const char *path)
{
    for (const char *at = path; *at; at++)
        if (*at == '/' || *at == '\\')
            path = at + 1;
    return path;
}

static int compare_module(struct dl_phdr_info *info, size_t size, void *self)
{
    struct search *search = self;
    (void)size;
    search->found = search->name ? strcasecmp(last_part(info->dlpi_name), last_part(search->name)) == 0
                                 : info->dlpi_addr == search->base;
    if (!search->found)
        return 0;
    search->base = info->dlpi_addr;
    strncpy(search->path, info->dlpi_name, sizeof search->path - 1);
    return 1;
}

static BOOL find_module(struct search *search)
{
    dl_iterate_phdr(compare_module, search);
    if (!search->found)
        SetLastError(ERROR_MOD_NOT_FOUND);
    return search->found;
}

/* The dynamic linker's own handle, to be closed */
static void *open_module(HMODULE module)
{
    struct search search = {.base = (uintptr_t)module};
    return find_module(&search) ? dlopen(*search.path ? search.path : NULL, RTLD_LAZY | RTLD_NOLOAD) : NULL;
}

/* --- who holds which --- */

enum { HELD_MOST = 64 };

static struct {
    const void *base;
    unsigned count;
} held[HELD_MOST];
static pthread_mutex_t held_lock = PTHREAD_MUTEX_INITIALIZER;

/* Once more, or once less */
static void hold(const void *base, bool more)
{
    size_t i = 0;
    pthread_mutex_lock(&held_lock);
    while (i < HELD_MOST && !(held[i].count > 0 && held[i].base == base))
        i++;
    for (size_t free_one = 0; more && i == HELD_MOST && free_one < HELD_MOST; free_one++)
        if (held[free_one].count == 0)
            i = free_one;
    if (i < HELD_MOST) {
        held[i].base = base;
        held[i].count += more ? 1 : (unsigned)-1;
    }
    pthread_mutex_unlock(&held_lock);
}

BOOL rras_module_is_held(const void *base)
{
    BOOL found = FALSE;
    pthread_mutex_lock(&held_lock);
    for (size_t i = 0; i < HELD_MOST; i++)
        found |= held[i].count > 0 && held[i].base == base;
    pthread_mutex_unlock(&held_lock);
    return found;
}

HMODULE WINAPI GetModuleHandleA(LPCSTR name)
{
    struct search search = {.name = name ? name : ""}; /* the program's */
    if (name && is_systems(last_part(name)))
        return (HMODULE)own_base();
    return find_module(&search) ? (HMODULE)search.base : NULL;
}

static BOOL narrow(LPCWSTR wide, char text[PATH_MAX])
{
    return WideCharToMultiByte(CP_UTF8, 0, wide, -1, text, PATH_MAX, NULL, NULL) > 0;
}

HMODULE WINAPI GetModuleHandleW(LPCWSTR name)
{
    char text[PATH_MAX];
    if (name && !narrow(name, text))
        return NULL;
    return GetModuleHandleA(name ? text : NULL);
}

/* Without a name it is the program */
static BOOL path_of(HMODULE module, char path[PATH_MAX])
{
    struct search search = {.base = (uintptr_t)module};
    if (module && !find_module(&search))
        return FALSE;
    if (!*search.path) {
        ssize_t length = readlink("/proc/self/exe", search.path, sizeof search.path - 1);
        search.path[length > 0 ? length : 0] = '\0';
    }
    /* as under Wine: the system below is the drive Z: */
    char full[PATH_MAX];
    if (!realpath(search.path, full) || strlen(full) + 3 > PATH_MAX)
        return FALSE;
    memcpy(path, "Z:", 2);
    strcpy(path + 2, full);
    for (char *at = path; *at; at++)
        *at = *at == '/' ? '\\' : *at;
    return TRUE;
}

DWORD WINAPI GetModuleFileNameA(HMODULE module, LPSTR name, DWORD size)
{
    char path[PATH_MAX];
    if (!path_of(module, path) || size == 0)
        return 0;
    DWORD length = (DWORD)strlen(path);
    BOOL cut = length >= size;
    length = cut ? size - 1 : length;
    memcpy(name, path, length);
    name[length] = '\0';
    if (cut)
        SetLastError(ERROR_INSUFFICIENT_BUFFER);
    return cut ? size : length;
}

DWORD WINAPI GetModuleFileNameW(HMODULE module, LPWSTR name, DWORD size)
{
    char path[PATH_MAX];
    WCHAR wide[PATH_MAX];
    if (!path_of(module, path) || size == 0)
        return 0;
    DWORD length = (DWORD)MultiByteToWideChar(CP_UTF8, 0, path, -1, wide, PATH_MAX) - 1;
    BOOL cut = length >= size;
    length = cut ? size - 1 : length;
    memcpy(name, wide, length * sizeof(WCHAR));
    name[length] = 0;
    if (cut)
        SetLastError(ERROR_INSUFFICIENT_BUFFER);
    return cut ? size : length;
}

HMODULE WINAPI LoadLibraryA(LPCSTR path)
{
    struct link_map *map = NULL;
    char native[PATH_MAX];
    if (path && is_systems(last_part(path)))
        return (HMODULE)own_base();
    if (path && strpbrk(path, "\\:") && rras_sandbox_path(path, FALSE, native) == NO_ERROR)
        path = native;
    void *library = path ? dlopen(path, RTLD_NOW | RTLD_LOCAL) : NULL;
    if (!library || dlinfo(library, RTLD_DI_LINKMAP, &map) != 0) {
        SetLastError(ERROR_MOD_NOT_FOUND);
        return NULL;
    }
    hold((const void *)map->l_addr, true);
    return (HMODULE)map->l_addr;
}

HMODULE WINAPI LoadLibraryW(LPCWSTR path)
{
    char text[PATH_MAX];
    return path && narrow(path, text) ? LoadLibraryA(text) : NULL;
}

BOOL WINAPI FreeLibrary(HMODULE module)
{
    void *library = (uintptr_t)module == own_base() ? NULL : open_module(module);
    if (!library)
        return (uintptr_t)module == own_base();
    dlclose(library);
    hold(module, false);
    dlclose(library); /* what LoadLibrary() had opened */
    return TRUE;
}

FARPROC WINAPI GetProcAddress(HMODULE module, LPCSTR name)
{
    FARPROC function = NULL;
    bool by_name = (uintptr_t)name >> 16; /* an ordinal number is nothing here */
    void *library = open_module(module);
    char bound[128];
    void *address = library && by_name ? dlsym(library, name) : NULL;
    if (!address && library && by_name && (uintptr_t)module == own_base() &&
        snprintf(bound, sizeof bound, "rras_%s", name) < (int)sizeof bound) /* of the C run-time library */
        address = dlsym(library, bound);
    memcpy(&function, &address, sizeof function);
    if (library)
        dlclose(library);
    if (!function)
        SetLastError(ERROR_PROC_NOT_FOUND);
    return function;
}

BOOL WINAPI GetModuleHandleExW(DWORD flags, LPCWSTR name, HMODULE *module)
{
    Dl_info info;
    if (!(flags & GET_MODULE_HANDLE_EX_FLAG_FROM_ADDRESS))
        *module = GetModuleHandleW(name);
    else
        *module = dladdr(name, &info) ? (HMODULE)info.dli_fbase : NULL;
    if (*module && !(flags & GET_MODULE_HANDLE_EX_FLAG_UNCHANGED_REFCOUNT) && open_module(*module))
        hold(*module, true); /* it stays open: FreeLibrary() closes it */
    if (!*module)
        SetLastError(ERROR_MOD_NOT_FOUND);
    return *module != NULL;
}

BOOL WINAPI GetModuleHandleExA(DWORD flags, LPCSTR name, HMODULE *module)
{
    if (flags & GET_MODULE_HANDLE_EX_FLAG_FROM_ADDRESS)
        return GetModuleHandleExW(flags, (LPCWSTR)(const void *)name, module);
    WCHAR wide[PATH_MAX];
    if (name && !MultiByteToWideChar(CP_UTF8, 0, name, -1, wide, PATH_MAX))
        return FALSE;
    return GetModuleHandleExW(flags, name ? wide : NULL, module);
}

HMODULE WINAPI LoadLibraryExW(LPCWSTR path, HANDLE file, DWORD flags)
{
    (void)file, (void)flags;
    return LoadLibraryW(path);
}

HMODULE WINAPI LoadLibraryExA(LPCSTR path, HANDLE file, DWORD flags)
{
    (void)file, (void)flags;
    return LoadLibraryA(path);
}

BOOL WINAPI DisableThreadLibraryCalls(HMODULE module)
{
    (void)module;
    return TRUE;
}
