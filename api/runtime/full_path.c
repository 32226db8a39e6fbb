/* SPDX-License-Identifier: MIT */
/* What a path is called as a whole: GetFullPathName(). The same here and under Wine. */
#include "path.h"

#include <limits.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

/* With its drive and without `.` and `..`; a slash at its end stays */
static bool full_path(const char *given, char path[RRAS_PATH_MOST])
{
    struct rras_path taken;
    if (!given || rras_path_take(&taken, given, TRUE) != NO_ERROR)
        return false;
    if (taken.place != RRAS_PLACE_DRIVE) {
        snprintf(path, RRAS_PATH_MOST, "%.*s", RRAS_PATH_MOST - 1,
                 taken.place == RRAS_PLACE_NULL ? "\\\\.\\NUL" : taken.text);
        return true;
    }
    size_t length = (size_t)snprintf(path, RRAS_PATH_MOST, "C:%s", taken.count ? "" : "\\");
    for (size_t i = 0; i < taken.count; i++)
        length += (size_t)snprintf(path + length, RRAS_PATH_MOST - length, "\\%s", taken.names[i]);
    char last = given[strlen(given) - 1];
    if (taken.count && (last == '\\' || last == '/'))
        snprintf(path + length, RRAS_PATH_MOST - length, "\\");
    return true;
}

static DWORD fail(void)
{
    SetLastError(ERROR_INVALID_NAME);
    return 0;
}

static DWORD last_name(const char *path)
{
    const char *slash = strrchr(path, '\\');
    return slash ? (DWORD)(slash + 1 - path) : 0;
}

DWORD WINAPI GetFullPathNameA(LPCSTR given, DWORD size, LPSTR to, LPSTR *name)
{
    char path[RRAS_PATH_MOST];
    if (!full_path(given, path))
        return fail();
    DWORD length = (DWORD)strlen(path);
    if (length >= size)
        return length + 1;
    strcpy(to, path);
    if (name)
        *name = to[last_name(to)] ? to + last_name(to) : NULL;
    return length;
}

DWORD WINAPI GetFullPathNameW(LPCWSTR given, DWORD size, LPWSTR to, LPWSTR *name)
{
    char path[RRAS_PATH_MOST], narrow[RRAS_PATH_MOST];
    if (!given || !WideCharToMultiByte(CP_UTF8, 0, given, -1, narrow, sizeof narrow, NULL, NULL) ||
        !full_path(narrow, path))
        return fail();
    DWORD needed = (DWORD)MultiByteToWideChar(CP_UTF8, 0, path, -1, NULL, 0);
    if (needed > size)
        return needed;
    MultiByteToWideChar(CP_UTF8, 0, path, -1, to, (int)size);
    if (name) {
        LPWSTR at = to + needed - 1;
        while (at > to && at[-1] != '\\')
            at--;
        *name = *at ? at : NULL;
    }
    return needed - 1;
}
