/* SPDX-License-Identifier: MIT */
/* Lists of the registry in narrow text, and what a key holds: winreg.h, by its wide functions. */
#include <windows.h>

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

enum { KEY_UNITS = 256, VALUE_UNITS = 16384 }; /* the longest names, with the null */

/* Into a buffer of bytes; what is told is the length */
static LSTATUS give_name(LPCWSTR name, LPSTR to, LPDWORD room)
{
    DWORD bytes = (DWORD)WideCharToMultiByte(CP_UTF8, 0, name, -1, NULL, 0, NULL, NULL);
    if (bytes > *room)
        return ERROR_MORE_DATA;
    WideCharToMultiByte(CP_UTF8, 0, name, -1, to, (int)bytes, NULL, NULL);
    *room = bytes - 1;
    return NO_ERROR;
}

LSTATUS WINAPI RegEnumKeyExA(HKEY key, DWORD index, LPSTR name, LPDWORD room, LPDWORD reserved, LPSTR class,
                             LPDWORD class_room, PFILETIME written)
{
    WCHAR wide[KEY_UNITS];
    DWORD units = KEY_UNITS;
    (void)class, (void)class_room;
    if (!name || !room)
        return ERROR_INVALID_PARAMETER;
    LSTATUS status = RegEnumKeyExW(key, index, wide, &units, reserved, NULL, NULL, written);
    return status == NO_ERROR ? give_name(wide, name, room) : status;
}

LSTATUS WINAPI RegEnumValueA(HKEY key, DWORD index, LPSTR name, LPDWORD room, LPDWORD reserved, LPDWORD type,
                             LPBYTE data, LPDWORD size)
{
    DWORD units = VALUE_UNITS;
    if (!name || !room)
        return ERROR_INVALID_PARAMETER;
    LPWSTR wide = malloc(units * sizeof *wide);
    LSTATUS status = wide ? RegEnumValueW(key, index, wide, &units, reserved, NULL, NULL, NULL)
                          : ERROR_NOT_ENOUGH_MEMORY;
    if (status == NO_ERROR)
        status = give_name(wide, name, room);
    free(wide);
    return status == NO_ERROR ? RegQueryValueExA(key, name, NULL, type, data, size) : status;
}

/* UTF-16, to be freed; NULL for NULL, and where memory ran out */
static LPWSTR widened(LPCSTR text)
{
    int units = text ? MultiByteToWideChar(CP_UTF8, 0, text, -1, NULL, 0) : 0;
    LPWSTR wide = text ? malloc((size_t)units * sizeof *wide) : NULL;
    if (wide)
        MultiByteToWideChar(CP_UTF8, 0, text, -1, wide, units);
    return wide;
}

static bool is_text(DWORD type)
{
    return type == REG_SZ || type == REG_EXPAND_SZ || type == REG_MULTI_SZ;
}

/* What was read, as narrow text where it is one */
static LSTATUS give_data(DWORD type, const void *data, DWORD size, PVOID to, LPDWORD room)
{
    DWORD needed = is_text(type)
                       ? (DWORD)WideCharToMultiByte(CP_UTF8, 0, data, (int)(size / sizeof(WCHAR)), NULL, 0, NULL, NULL)
                       : size;
    DWORD there = room ? *room : 0;
    if (room)
        *room = needed;
    if (!to)
        return NO_ERROR;
    if (needed > there)
        return ERROR_MORE_DATA;
    if (is_text(type))
        WideCharToMultiByte(CP_UTF8, 0, data, (int)(size / sizeof(WCHAR)), to, (int)needed, NULL, NULL);
    else
        memcpy(to, data, size);
    return NO_ERROR;
}

LSTATUS WINAPI RegGetValueA(HKEY key, LPCSTR path, LPCSTR name, DWORD flags, LPDWORD type, PVOID data, LPDWORD size)
{
    if (data && !size)
        return ERROR_INVALID_PARAMETER;
    LPWSTR wide_path = widened(path), wide_name = widened(name);
    DWORD found_type = 0, found_size = 0;
    void *found = NULL;
    LSTATUS status = (path && !wide_path) || (name && !wide_name) ? ERROR_NOT_ENOUGH_MEMORY : NO_ERROR;
    if (status == NO_ERROR)
        status = RegGetValueW(key, wide_path, wide_name, flags, &found_type, NULL, &found_size);
    if (status == NO_ERROR && !(found = malloc(found_size + 1)))
        status = ERROR_NOT_ENOUGH_MEMORY;
    if (status == NO_ERROR)
        status = RegGetValueW(key, wide_path, wide_name, flags, &found_type, found, &found_size);
    if (status == NO_ERROR && type)
        *type = found_type;
    if (status == NO_ERROR)
        status = give_data(found_type, found, found_size, data, size);
    free(found);
    free(wide_path);
    free(wide_name);
    return status;
}

/* --- what a key holds --- */

static void tell(LPDWORD to, DWORD number)
{
    if (to)
        *to = number;
}

static LSTATUS count_keys(HKEY key, LPDWORD count, LPDWORD longest)
{
    WCHAR name[KEY_UNITS];
    LSTATUS status;
    DWORD found = 0, most = 0, units = KEY_UNITS;
    for (; (status = RegEnumKeyExW(key, found, name, &units, NULL, NULL, NULL, NULL)) == NO_ERROR; units = KEY_UNITS) {
        most = units > most ? units : most;
        found++;
    }
    tell(count, found);
    tell(longest, most);
    return status == ERROR_NO_MORE_ITEMS ? NO_ERROR : status;
}

static LSTATUS count_values(HKEY key, LPDWORD count, LPDWORD longest_name, LPDWORD longest_data)
{
    DWORD found = 0, most_units = 0, most_bytes = 0, units = VALUE_UNITS, bytes = 0;
    LPWSTR name = malloc(VALUE_UNITS * sizeof *name);
    LSTATUS status = name ? NO_ERROR : ERROR_NOT_ENOUGH_MEMORY;
    while (status == NO_ERROR &&
           (status = RegEnumValueW(key, found, name, &units, NULL, NULL, NULL, &bytes)) == NO_ERROR) {
        most_units = units > most_units ? units : most_units;
        most_bytes = bytes > most_bytes ? bytes : most_bytes;
        units = VALUE_UNITS;
        found++;
    }
    free(name);
    tell(count, found);
    tell(longest_name, most_units);
    tell(longest_data, most_bytes);
    return status == ERROR_NO_MORE_ITEMS ? NO_ERROR : status;
}

LSTATUS WINAPI RegQueryInfoKeyW(HKEY key, LPWSTR class, LPDWORD class_room, LPDWORD reserved, LPDWORD keys,
                                LPDWORD longest_key, LPDWORD longest_class, LPDWORD values, LPDWORD longest_name,
                                LPDWORD longest_data, LPDWORD security, PFILETIME written)
{
    (void)reserved;
    if (class && class_room && *class_room > 0)
        *class = 0;
    tell(class_room, 0);
    tell(longest_class, 0);
    tell(security, 0);
    if (written)
        *written = (FILETIME){0, 0};
    LSTATUS status = count_keys(key, keys, longest_key);
    return status == NO_ERROR ? count_values(key, values, longest_name, longest_data) : status;
}

LSTATUS WINAPI RegQueryInfoKeyA(HKEY key, LPSTR class, LPDWORD class_room, LPDWORD reserved, LPDWORD keys,
                                LPDWORD longest_key, LPDWORD longest_class, LPDWORD values, LPDWORD longest_name,
                                LPDWORD longest_data, LPDWORD security, PFILETIME written)
{
    if (class && class_room && *class_room > 0)
        *class = '\0';
    return RegQueryInfoKeyW(key, NULL, class_room, reserved, keys, longest_key, longest_class, values, longest_name,
                            longest_data, security, written);
}
