/* SPDX-License-Identifier: MIT */
/* The functions of winreg.h, on the registry of the run. Also built for the worker under Wine. */
#include "runtime/registry.h"

#include "runtime/misuse.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <wchar.h>

enum { PATH_LONGEST = 4096, KEYS_MOST = 1024, NAME_UNITS = 16383, KEY_STEP = 4, KEYS_FIRST = 0x10000 };

/* --- open keys: numbers that are no other handle's --- */

static char *open_keys[KEYS_MOST];   /* their paths; changed under the registry's lock only */
static int owners[KEYS_MOST], owner; /* of each key, and of those that are opened now */

static const char *path_of(HKEY key)
{
    static const char *const roots[] = {"HKEY_CLASSES_ROOT", "HKEY_CURRENT_USER", "HKEY_LOCAL_MACHINE", "HKEY_USERS"};
    uintptr_t number = (uintptr_t)key, root = (uint32_t)number - 0x80000000u;
    if (root < sizeof roots / sizeof *roots)
        return roots[root];
    bool possible = number >= KEYS_FIRST && number % KEY_STEP == 0 && number < KEYS_FIRST + KEYS_MOST * KEY_STEP;
    return possible ? open_keys[(number - KEYS_FIRST) / KEY_STEP] : NULL;
}

static LSTATUS open_path(const char *path, PHKEY opened)
{
    for (size_t i = 0; i < KEYS_MOST; i++) {
        if (open_keys[i])
            continue;
        if (!(open_keys[i] = strdup(path)))
            return ERROR_NOT_ENOUGH_MEMORY;
        owners[i] = owner;
        *opened = (HKEY)(uintptr_t)(KEYS_FIRST + i * KEY_STEP);
        return NO_ERROR;
    }
    return ERROR_NOT_ENOUGH_MEMORY;
}

void rras_keys_belong(int who)
{
    owner = who;
}

BOOL rras_keys_left(int who)
{
    BOOL left = FALSE;
    for (size_t i = 0; i < KEYS_MOST; i++)
        left |= open_keys[i] && owners[i] == who;
    return left;
}

/* --- what a function does between reading and writing the registry --- */

struct access {
    struct rras_registry registry;
    HKEY key;
    char path[PATH_LONGEST];
    LSTATUS status;
};

/* Tells of a key that is not open, when nothing is locked any more. */
static LSTATUS tell_status(HKEY key, LSTATUS status)
{
    if (status == ERROR_INVALID_HANDLE)
        rras_misused(RRAS_MISUSE_HANDLE, "the registry", "the key %#llx is not open",
                     (unsigned long long)(uintptr_t)key);
    return status;
}

/* The file has a line for each name. */
static bool has_line_end(const char *name)
{
    return name && strpbrk(name, "\r\n");
}

/* Goes to a key below an open one; `name` is UTF-8 or NULL */
static void begin_access(struct access *access, HKEY key, const char *name)
{
    char *text = rras_registry_lock() ? rras_shared_text(RRAS_REGISTRY_FILE) : NULL;
    const char *above = path_of(key);
    access->registry = (struct rras_registry){0};
    access->key = key;
    access->status = !text ? ERROR_NOT_ENOUGH_MEMORY : !above ? ERROR_INVALID_HANDLE : NO_ERROR;
    if (text)
        rras_registry_read(&access->registry, text);
    free(text);
    if (access->status != NO_ERROR)
        return;
    while (name && *name == '\\')
        name++;
    if (has_line_end(name)) {
        access->status = ERROR_INVALID_PARAMETER;
        return;
    }
    size_t length = strlen(above), below = name ? strlen(name) : 0;
    while (below > 0 && name[below - 1] == '\\')
        below--;
    if (length + below + 2 > PATH_LONGEST) {
        access->status = ERROR_INVALID_PARAMETER;
        return;
    }
    memcpy(access->path, above, length + 1);
    if (below > 0) {
        access->path[length] = '\\';
        memcpy(access->path + length + 1, name, below);
        access->path[length + 1 + below] = '\0';
    }
}

static LSTATUS end_access(struct access *access, bool changed)
{
    if (access->status == NO_ERROR && access->registry.failed)
        access->status = ERROR_NOT_ENOUGH_MEMORY;
    char *text = changed && access->status == NO_ERROR ? rras_registry_write(&access->registry) : NULL;
    if (changed && access->status == NO_ERROR && !text)
        access->status = ERROR_NOT_ENOUGH_MEMORY;
    if (!rras_registry_unlock(text))
        access->status = ERROR_CANTWRITE;
    free(text);
    rras_registry_free(&access->registry);
    return tell_status(access->key, access->status);
}

/* The key; without one the status says so. A root is always there. */
static struct rras_key *look_up_key(struct access *access)
{
    bool made;
    if (access->status != NO_ERROR)
        return NULL;
    struct rras_key *key = rras_registry_find(&access->registry, access->path);
    if (!key && !strchr(access->path, '\\'))
        key = rras_registry_make(&access->registry, access->path, &made);
    if (!key)
        access->status = ERROR_FILE_NOT_FOUND;
    return key;
}

/* A wide name as UTF-8, to be freed; NULL stays NULL, and what cannot be a name becomes one that no key or value has */
static char *narrowed(LPCWSTR name)
{
    bool possible = name && wcslen(name) <= NAME_UNITS;
    int size = possible ? WideCharToMultiByte(CP_UTF8, 0, name, -1, NULL, 0, NULL, NULL) : 0;
    char *text = size > 0 ? malloc((size_t)size) : NULL;
    if (text)
        WideCharToMultiByte(CP_UTF8, 0, name, -1, text, size, NULL, NULL);
    return text || !name ? text : strdup("\n");
}

/* --- keys --- */

LSTATUS WINAPI RegOpenKeyExA(HKEY key, LPCSTR name, DWORD options, REGSAM wanted, PHKEY opened)
{
    struct access access;
    (void)options, (void)wanted;
    if (!opened)
        return ERROR_INVALID_PARAMETER;
    *opened = NULL;
    begin_access(&access, key, name);
    if (look_up_key(&access))
        access.status = open_path(access.path, opened);
    return end_access(&access, false);
}

LSTATUS WINAPI RegOpenKeyExW(HKEY key, LPCWSTR name, DWORD options, REGSAM wanted, PHKEY opened)
{
    char *narrow = narrowed(name);
    LSTATUS status = RegOpenKeyExA(key, narrow, options, wanted, opened);
    free(narrow);
    return status;
}

LSTATUS WINAPI RegCreateKeyExA(HKEY key, LPCSTR name, DWORD reserved, LPSTR class, DWORD options, REGSAM wanted,
                               const LPSECURITY_ATTRIBUTES security, PHKEY opened, LPDWORD disposition)
{
    struct access access;
    bool made = false;
    (void)reserved, (void)class, (void)options, (void)wanted, (void)security;
    if (!opened)
        return ERROR_INVALID_PARAMETER;
    begin_access(&access, key, name);
    if (access.status == NO_ERROR && rras_registry_make(&access.registry, access.path, &made))
        access.status = open_path(access.path, opened);
    if (disposition)
        *disposition = made ? REG_CREATED_NEW_KEY : REG_OPENED_EXISTING_KEY;
    return end_access(&access, made);
}

LSTATUS WINAPI RegCreateKeyExW(HKEY key, LPCWSTR name, DWORD reserved, LPWSTR class, DWORD options, REGSAM wanted,
                               const LPSECURITY_ATTRIBUTES security, PHKEY opened, LPDWORD disposition)
{
    char *narrow = narrowed(name);
    (void)class;
    LSTATUS status = RegCreateKeyExA(key, narrow, reserved, NULL, options, wanted, security, opened, disposition);
    free(narrow);
    return status;
}

LSTATUS WINAPI RegCloseKey(HKEY key)
{
    uintptr_t number = (uintptr_t)key;
    rras_registry_lock();
    bool opened = path_of(key) != NULL;
    if (opened && number >= KEYS_FIRST && number < KEYS_FIRST + KEYS_MOST * KEY_STEP) {
        char **place = &open_keys[(number - KEYS_FIRST) / KEY_STEP];
        free(*place);
        *place = NULL;
    }
    rras_registry_unlock(NULL);
    return tell_status(key, opened ? NO_ERROR : ERROR_INVALID_HANDLE);
}

LSTATUS WINAPI RegDeleteKeyA(HKEY key, LPCSTR name)
{
    struct access access;
    if (!name)
        return ERROR_INVALID_PARAMETER;
    begin_access(&access, key, name);
    if (look_up_key(&access)) {
        for (size_t i = 0; i < access.registry.count; i++)
            if (strlen(access.registry.keys[i].path) > strlen(access.path) &&
                rras_registry_is_below(access.registry.keys[i].path, access.path))
                access.status = ERROR_ACCESS_DENIED;
        if (access.status == NO_ERROR)
            rras_registry_delete(&access.registry, access.path);
    }
    return end_access(&access, true);
}

LSTATUS WINAPI RegDeleteKeyW(HKEY key, LPCWSTR name)
{
    char *narrow = narrowed(name);
    LSTATUS status = narrow ? RegDeleteKeyA(key, narrow) : ERROR_INVALID_PARAMETER;
    free(narrow);
    return status;
}

/* --- values --- */

static bool is_text(DWORD type)
{
    return type == REG_SZ || type == REG_EXPAND_SZ || type == REG_MULTI_SZ;
}

/* Into the caller's buffer, or only its size */
static LSTATUS deliver(const void *data, DWORD size, LPBYTE to, LPDWORD room)
{
    if (!room)
        return to ? ERROR_INVALID_PARAMETER : NO_ERROR;
    bool fits = !to || size <= *room;
    if (to && fits)
        memcpy(to, data, size);
    *room = size;
    return fits ? NO_ERROR : ERROR_MORE_DATA;
}

static LSTATUS deliver_value(const struct rras_value *value, bool narrow, LPBYTE to, LPDWORD room)
{
    int units = (int)(value->size / sizeof(WCHAR));
    if (!narrow || !is_text(value->type) || units == 0)
        return deliver(value->data, value->size, to, room);
    LPCWSTR wide = (LPCWSTR)(const void *)value->data;
    int bytes = WideCharToMultiByte(CP_ACP, 0, wide, units, NULL, 0, NULL, NULL);
    char *text = malloc((size_t)bytes + 1);
    if (!text)
        return ERROR_NOT_ENOUGH_MEMORY;
    WideCharToMultiByte(CP_ACP, 0, wide, units, text, bytes, NULL, NULL);
    LSTATUS status = deliver(text, (DWORD)bytes, to, room);
    free(text);
    return status;
}

static LSTATUS query(HKEY key, const char *name, bool narrow, LPDWORD type, LPBYTE to, LPDWORD room)
{
    struct access access;
    begin_access(&access, key, NULL);
    struct rras_key *found = look_up_key(&access);
    const struct rras_value *value = found ? rras_key_find(found, name ? name : "") : NULL;
    if (value) {
        if (type)
            *type = value->type;
        access.status = deliver_value(value, narrow, to, room);
    } else if (found) {
        access.status = ERROR_FILE_NOT_FOUND;
    }
    return end_access(&access, false);
}

LSTATUS WINAPI RegQueryValueExA(HKEY key, LPCSTR name, LPDWORD reserved, LPDWORD type, LPBYTE data, LPDWORD size)
{
    (void)reserved;
    return query(key, name, true, type, data, size);
}

LSTATUS WINAPI RegQueryValueExW(HKEY key, LPCWSTR name, LPDWORD reserved, LPDWORD type, LPBYTE data, LPDWORD size)
{
    char *narrow = narrowed(name);
    (void)reserved;
    LSTATUS status = query(key, narrow, false, type, data, size);
    free(narrow);
    return status;
}

static bool is_wanted(DWORD type, DWORD size, DWORD flags)
{
    static const struct {
        DWORD type, flag;
    } flag_of[] = {{REG_SZ, RRF_RT_REG_SZ},        {REG_EXPAND_SZ, RRF_RT_REG_EXPAND_SZ},
                   {REG_EXPAND_SZ, RRF_RT_REG_SZ}, {REG_BINARY, RRF_RT_REG_BINARY},
                   {REG_DWORD, RRF_RT_REG_DWORD},  {REG_MULTI_SZ, RRF_RT_REG_MULTI_SZ},
                   {REG_QWORD, RRF_RT_REG_QWORD}};
    if ((flags & RRF_RT_ANY) == RRF_RT_ANY)
        return true;
    if ((flags & RRF_RT_ANY) == RRF_RT_DWORD && type == REG_BINARY && size != sizeof(DWORD))
        return false;
    for (size_t i = 0; i < sizeof flag_of / sizeof *flag_of; i++)
        if (flag_of[i].type == type && (flags & flag_of[i].flag))
            return true;
    return false;
}

/* Texts end in a null, and lists of them in two, whatever was written. */
static LSTATUS query_ended(HKEY key, LPCWSTR name, DWORD found_type, DWORD found_size, LPDWORD type, PVOID data,
                           LPDWORD size)
{
    const DWORD nulls = found_type == REG_MULTI_SZ ? 2 * sizeof(WCHAR) : is_text(found_type) ? sizeof(WCHAR) : 0;
    BYTE *copy = calloc(1, found_size + nulls + 1);
    if (!copy)
        return ERROR_NOT_ENOUGH_MEMORY;
    LSTATUS status = RegQueryValueExW(key, name, NULL, type, copy, &found_size);
    DWORD ended = 0;
    while (ended < nulls && ended < found_size && copy[found_size - 1 - ended] == 0)
        ended++;
    ended -= ended % sizeof(WCHAR);
    if (status == NO_ERROR)
        status = deliver(copy, found_size + nulls - ended, data, size);
    free(copy);
    return status;
}

LSTATUS WINAPI RegGetValueW(HKEY key, LPCWSTR path, LPCWSTR name, DWORD flags, LPDWORD type, PVOID data, LPDWORD size)
{
    HKEY opened;
    DWORD found_type = 0, found_size = 0;
    LSTATUS status = RegOpenKeyExW(key, path, 0, KEY_READ, &opened);
    if (status != NO_ERROR)
        return status;
    status = RegQueryValueExW(opened, name, NULL, &found_type, NULL, &found_size);
    if (status == NO_ERROR && !is_wanted(found_type, found_size, flags))
        status = ERROR_UNSUPPORTED_TYPE;
    if (status == NO_ERROR)
        status = query_ended(opened, name, found_type, found_size, type, data, size);
    RegCloseKey(opened);
    return status;
}

static LSTATUS set(HKEY key, const char *name, DWORD type, const void *data, DWORD size)
{
    struct access access;
    if ((!data && size > 0) || has_line_end(name))
        return ERROR_INVALID_PARAMETER;
    begin_access(&access, key, NULL);
    struct rras_key *found = look_up_key(&access);
    if (found)
        rras_key_set(&access.registry, found, name ? name : "", type, data ? data : "", size);
    return end_access(&access, true);
}

LSTATUS WINAPI RegSetValueExW(HKEY key, LPCWSTR name, DWORD reserved, DWORD type, const BYTE *data, DWORD size)
{
    char *narrow = narrowed(name);
    (void)reserved;
    LSTATUS status = set(key, narrow, type, data, size);
    free(narrow);
    return status;
}

LSTATUS WINAPI RegSetValueExA(HKEY key, LPCSTR name, DWORD reserved, DWORD type, const BYTE *data, DWORD size)
{
    (void)reserved;
    if (!is_text(type) || !data || size == 0)
        return set(key, name, type, data, size);
    int units = MultiByteToWideChar(CP_ACP, 0, (LPCSTR)data, (int)size, NULL, 0);
    WCHAR *wide = malloc((size_t)units * sizeof *wide);
    if (!wide)
        return ERROR_NOT_ENOUGH_MEMORY;
    MultiByteToWideChar(CP_ACP, 0, (LPCSTR)data, (int)size, wide, units);
    LSTATUS status = set(key, name, type, wide, (DWORD)((size_t)units * sizeof *wide));
    free(wide);
    return status;
}

LSTATUS WINAPI RegDeleteValueA(HKEY key, LPCSTR name)
{
    struct access access;
    begin_access(&access, key, NULL);
    struct rras_key *found = look_up_key(&access);
    if (found && !rras_key_delete(found, name ? name : ""))
        access.status = ERROR_FILE_NOT_FOUND;
    return end_access(&access, true);
}

LSTATUS WINAPI RegDeleteValueW(HKEY key, LPCWSTR name)
{
    char *narrow = narrowed(name);
    LSTATUS status = RegDeleteValueA(key, narrow);
    free(narrow);
    return status;
}

/* --- lists --- */

/* Into a buffer of units; what is told is the length */
static LSTATUS deliver_name(const char *name, LPWSTR to, LPDWORD room)
{
    DWORD units = (DWORD)MultiByteToWideChar(CP_UTF8, 0, name, -1, NULL, 0);
    if (units > *room)
        return ERROR_MORE_DATA;
    MultiByteToWideChar(CP_UTF8, 0, name, -1, to, (int)*room);
    *room = units - 1;
    return NO_ERROR;
}

LSTATUS WINAPI RegEnumKeyExW(HKEY key, DWORD index, LPWSTR name, LPDWORD room, LPDWORD reserved, LPWSTR class,
                             LPDWORD class_room, PFILETIME written)
{
    struct access access;
    (void)reserved, (void)class, (void)class_room;
    if (!name || !room)
        return ERROR_INVALID_PARAMETER;
    begin_access(&access, key, NULL);
    if (look_up_key(&access)) {
        size_t length = strlen(access.path), i = 0;
        rras_registry_sort(&access.registry);
        for (; i < access.registry.count; i++) {
            const char *path = access.registry.keys[i].path;
            bool below = rras_registry_is_below(path, access.path) && path[length] && !strchr(path + length + 1, '\\');
            if (below && index-- == 0)
                break;
        }
        access.status = i < access.registry.count ? deliver_name(access.registry.keys[i].path + length + 1, name, room)
                                                  : ERROR_NO_MORE_ITEMS;
    }
    if (written)
        *written = (FILETIME){0, 0};
    return end_access(&access, false);
}

LSTATUS WINAPI RegEnumValueW(HKEY key, DWORD index, LPWSTR name, LPDWORD room, LPDWORD reserved, LPDWORD type,
                             LPBYTE data, LPDWORD size)
{
    struct access access;
    (void)reserved;
    if (!name || !room)
        return ERROR_INVALID_PARAMETER;
    begin_access(&access, key, NULL);
    const struct rras_key *found = look_up_key(&access);
    if (found && index >= found->count)
        access.status = ERROR_NO_MORE_ITEMS;
    if (access.status == NO_ERROR)
        access.status = deliver_name(found->values[index].name, name, room);
    if (access.status == NO_ERROR && type)
        *type = found->values[index].type;
    if (access.status == NO_ERROR)
        access.status = deliver_value(&found->values[index], false, data, size);
    return end_access(&access, false);
}
