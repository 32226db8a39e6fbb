/* SPDX-License-Identifier: MIT */
/* Where Windows is, and the environment: processenv.h. */
#include "sandbox.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

#define WINDOWS "C:\\Windows"
#define TEMPORARY "C:\\Windows\\Temp"

/* Into a buffer, or the size it needs */
static DWORD put(const char *text, char *to, DWORD size)
{
    DWORD length = (DWORD)strlen(text);
    if (length >= size)
        return length + 1;
    memcpy(to, text, length + 1);
    return length;
}

static DWORD put_wide(const char *text, LPWSTR to, DWORD size)
{
    DWORD needed = (DWORD)MultiByteToWideChar(CP_UTF8, 0, text, -1, NULL, 0);
    if (needed > size)
        return needed;
    MultiByteToWideChar(CP_UTF8, 0, text, -1, to, (int)size);
    return needed - 1;
}

UINT WINAPI GetSystemDirectoryA(LPSTR to, UINT size)
{
    return put(RRAS_CURRENT_DIRECTORY, to, size);
}

UINT WINAPI GetSystemDirectoryW(LPWSTR to, UINT size)
{
    return put_wide(RRAS_CURRENT_DIRECTORY, to, size);
}

UINT WINAPI GetWindowsDirectoryA(LPSTR to, UINT size)
{
    return put(WINDOWS, to, size);
}

UINT WINAPI GetWindowsDirectoryW(LPWSTR to, UINT size)
{
    return put_wide(WINDOWS, to, size);
}

DWORD WINAPI GetTempPathA(DWORD size, LPSTR to)
{
    return put(TEMPORARY "\\", to, size);
}

DWORD WINAPI GetTempPathW(DWORD size, LPWSTR to)
{
    return put_wide(TEMPORARY "\\", to, size);
}

DWORD WINAPI GetCurrentDirectoryA(DWORD size, LPSTR to)
{
    return put(RRAS_CURRENT_DIRECTORY, to, size);
}

DWORD WINAPI GetCurrentDirectoryW(DWORD size, LPWSTR to)
{
    return put_wide(RRAS_CURRENT_DIRECTORY, to, size);
}

/* The value of a variable whose name has so many bytes, or NULL */
static const char *value_of(const char *name, size_t length)
{
    char own[256];
    for (const struct rras_variable *fixed = rras_environment; fixed->name; fixed++)
        if (strlen(fixed->name) == length && strncasecmp(name, fixed->name, length) == 0)
            return fixed->value;
    if (length == 0 || length >= sizeof own)
        return NULL;
    memcpy(own, name, length);
    own[length] = '\0';
    return getenv(own);
}

DWORD WINAPI GetEnvironmentVariableA(LPCSTR name, LPSTR to, DWORD size)
{
    const char *value = value_of(name, strlen(name));
    if (!value)
        SetLastError(ERROR_ENVVAR_NOT_FOUND);
    return value ? put(value, to, size) : 0;
}

DWORD WINAPI GetEnvironmentVariableW(LPCWSTR name, LPWSTR to, DWORD size)
{
    char narrow[256];
    const char *value = WideCharToMultiByte(CP_UTF8, 0, name, -1, narrow, sizeof narrow, NULL, NULL)
                            ? value_of(narrow, strlen(narrow))
                            : NULL;
    if (!value)
        SetLastError(ERROR_ENVVAR_NOT_FOUND);
    return value ? put_wide(value, to, size) : 0;
}

/* The text with its variables, to be freed; NULL when memory ran out */
static char *expand(const char *text)
{
    size_t length = 0, room = strlen(text) + 1;
    char *made = malloc(room);
    while (made && *text) {
        const char *end = *text == '%' ? strchr(text + 1, '%') : NULL;
        const char *value = end ? value_of(text + 1, (size_t)(end - text) - 1) : NULL;
        size_t count = value ? strlen(value) : 1;
        char *larger = realloc(made, room += count);
        if (!larger)
            free(made);
        made = larger;
        if (made)
            memcpy(made + length, value ? value : text, count);
        length += count;
        text = value ? end + 1 : text + 1;
    }
    if (made)
        made[length] = '\0';
    return made;
}

DWORD WINAPI ExpandEnvironmentStringsA(LPCSTR from, LPSTR to, DWORD size)
{
    char *text = expand(from);
    DWORD needed = text ? (DWORD)strlen(text) + 1 : 0;
    if (needed > 0 && to && needed <= size)
        memcpy(to, text, needed);
    free(text);
    return needed;
}

DWORD WINAPI ExpandEnvironmentStringsW(LPCWSTR from, LPWSTR to, DWORD size)
{
    DWORD needed = (DWORD)WideCharToMultiByte(CP_UTF8, 0, from, -1, NULL, 0, NULL, NULL);
    char *narrow = malloc(needed);
    if (narrow)
        WideCharToMultiByte(CP_UTF8, 0, from, -1, narrow, (int)needed, NULL, NULL);
    char *text = narrow ? expand(narrow) : NULL;
    needed = text ? (DWORD)MultiByteToWideChar(CP_UTF8, 0, text, -1, NULL, 0) : 0;
    if (text && to && needed <= size)
        MultiByteToWideChar(CP_UTF8, 0, text, -1, to, (int)size);
    free(narrow);
    free(text);
    return needed;
}
