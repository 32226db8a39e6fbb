/* SPDX-License-Identifier: MIT */
/* Loaded DLLs: libloaderapi.h. */
#include <windows.h>

#include <dlfcn.h>
#include <limits.h>
#include <link.h>
#include <stdbool.h>
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

static const char *last_part(const char *path)
{
    for (const char *at = path; *at; at++)
        if (*at == '/' || *at == '\\')
            path = at + 1;
    return path;
}

static int compare(struct dl_phdr_info *info, size_t size, void *self)
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

static BOOL find(struct search *search)
{
    dl_iterate_phdr(compare, search);
    if (!search->found)
        SetLastError(ERROR_MOD_NOT_FOUND);
    return search->found;
}

/* The dynamic linker's own handle, to be closed */
static void *open_module(HMODULE module)
{
    struct search search = {.base = (uintptr_t)module};
    return find(&search) ? dlopen(*search.path ? search.path : NULL, RTLD_LAZY | RTLD_NOLOAD) : NULL;
}

HMODULE WINAPI GetModuleHandleA(LPCSTR name)
{
    struct search search = {.name = name ? name : ""}; /* the program's */
    return find(&search) ? (HMODULE)search.base : NULL;
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
    if (module && !find(&search))
        return FALSE;
    if (!*search.path) {
        ssize_t length = readlink("/proc/self/exe", search.path, sizeof search.path - 1);
        search.path[length > 0 ? length : 0] = '\0';
    }
    strcpy(path, search.path);
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
    void *library = path ? dlopen(path, RTLD_NOW | RTLD_LOCAL) : NULL;
    if (!library || dlinfo(library, RTLD_DI_LINKMAP, &map) != 0) {
        SetLastError(ERROR_MOD_NOT_FOUND);
        return NULL;
    }
    return (HMODULE)map->l_addr;
}

HMODULE WINAPI LoadLibraryW(LPCWSTR path)
{
    char text[PATH_MAX];
    return path && narrow(path, text) ? LoadLibraryA(text) : NULL;
}

BOOL WINAPI FreeLibrary(HMODULE module)
{
    void *library = open_module(module);
    if (!library)
        return FALSE;
    dlclose(library);
    dlclose(library); /* what LoadLibrary() had opened */
    return TRUE;
}

FARPROC WINAPI GetProcAddress(HMODULE module, LPCSTR name)
{
    FARPROC function = NULL;
    bool by_name = (uintptr_t)name >> 16; /* an ordinal number is nothing here */
    void *library = open_module(module);
    void *address = library && by_name ? dlsym(library, name) : NULL;
    memcpy(&function, &address, sizeof function);
    if (library)
        dlclose(library);
    if (!function)
        SetLastError(ERROR_PROC_NOT_FOUND);
    return function;
}

BOOL WINAPI DisableThreadLibraryCalls(HMODULE module)
{
    (void)module;
    return TRUE;
}
