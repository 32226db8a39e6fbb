/* SPDX-License-Identifier: MIT */
/* What is in a folder: FindFirstFile() and its like. */
#include "file.h"
#include "path.h"
#include "sandbox.h"

#include <dirent.h>
#include <errno.h>
#include <pthread.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>

/* What was found, as it was when it was looked for */
struct search {
    struct search *next;
    char folder[PATH_MAX];
    struct dirent **entries;
    int count, at;
};

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static struct search *searches; /* those that are open */

/* Whether a name is one that a pattern stands for. `?` stands for no character too where the name or its part before a
 * dot ends. */
static bool matches(const char *pattern, const char *name)
{
    for (; *pattern; pattern++) {
        if (*pattern == '*') {
            for (; *name; name++)
                if (matches(pattern + 1, name))
                    return true;
        } else if (*pattern == '?') {
            name += *name && *name != '.';
        } else if (strncasecmp(pattern, name, 1) == 0 && *name) {
            name++;
        } else {
            return false;
        }
    }
    return !*name;
}

static bool is_meant(const char *pattern, const char *name)
{
    return strcmp(pattern, "*.*") == 0 || matches(pattern, name);
}

/* As the file system of Windows has them: by their letters in capitals, the folder itself and the one above first. */
static int compare(const struct dirent **left, const struct dirent **right)
{
    bool left_dots = (*left)->d_name[0] == '.' && strspn((*left)->d_name, ".") == strlen((*left)->d_name);
    bool right_dots = (*right)->d_name[0] == '.' && strspn((*right)->d_name, ".") == strlen((*right)->d_name);
    if (left_dots != right_dots)
        return left_dots ? -1 : 1;
    int order = strcasecmp((*left)->d_name, (*right)->d_name);
    return order ? order : strcmp((*left)->d_name, (*right)->d_name);
}

static void free_search(struct search *search)
{
    for (int i = 0; i < search->count; i++)
        free(search->entries[i]);
    free(search->entries);
    free(search);
}

static void keep_meant(struct search *search, const char *pattern, bool is_root)
{
    int kept = 0;
    for (int i = 0; i < search->count; i++) {
        const char *name = search->entries[i]->d_name;
        bool dots = strcmp(name, ".") == 0 || strcmp(name, "..") == 0;
        if (is_meant(pattern, name) && !(dots && is_root))
            search->entries[kept++] = search->entries[i];
        else
            free(search->entries[i]);
    }
    search->count = kept;
}

/* The folder and the last name of a path; false when it has no last name */
static bool split(const char *path, char folder[PATH_MAX], const char **last)
{
    const char *end = path + strlen(path);
    while (end > path && end[-1] != '\\' && end[-1] != '/' && end[-1] != ':')
        end--;
    *last = end;
    snprintf(folder, PATH_MAX, "%.*s%s", (int)(end - path), path, end == path || end[-1] == ':' ? "." : "");
    return *end != '\0';
}

static DWORD begin(LPCSTR path, struct search **made)
{
    char folder[PATH_MAX];
    const char *pattern;
    if (!path || strlen(path) >= PATH_MAX - 1)
        return path ? ERROR_FILENAME_EXCED_RANGE : ERROR_PATH_NOT_FOUND;
    if (!split(path, folder, &pattern))
        return ERROR_FILE_NOT_FOUND;
    if (strpbrk(pattern, "<>\"|"))
        return ERROR_INVALID_NAME;
    struct search *search = calloc(1, sizeof *search);
    if (!search)
        return ERROR_NOT_ENOUGH_MEMORY;
    DWORD error = rras_sandbox_path(folder, FALSE, search->folder);
    if (error == NO_ERROR) {
        search->count = scandir(search->folder, &search->entries, NULL, compare);
        error = search->count >= 0 ? NO_ERROR : ERROR_PATH_NOT_FOUND;
        search->count = search->count < 0 ? 0 : search->count;
    }
    size_t length = strlen(search->folder);
    keep_meant(search, pattern, length > 2 && strcmp(search->folder + length - 2, "/C") == 0);
    if (error == NO_ERROR && search->count == 0)
        error = ERROR_FILE_NOT_FOUND;
    *made = search;
    if (error == NO_ERROR)
        return error;
    free_search(search);
    return error;
}

static void tell(const struct search *search, WIN32_FIND_DATAA *data)
{
    char native[2 * PATH_MAX];
    struct stat status = {0};
    const char *name = search->entries[search->at]->d_name;
    snprintf(native, sizeof native, "%s/%s", search->folder, name);
    stat(native, &status);
    memset(data, 0, sizeof *data);
    data->dwFileAttributes = rras_attributes_of(&status);
    data->ftCreationTime = data->ftLastWriteTime = rras_file_time(status.st_mtim);
    data->ftLastAccessTime = rras_file_time(status.st_atim);
    data->nFileSizeHigh = S_ISDIR(status.st_mode) ? 0 : (DWORD)((uint64_t)status.st_size >> 32);
    data->nFileSizeLow = S_ISDIR(status.st_mode) ? 0 : (DWORD)status.st_size;
    snprintf(data->cFileName, sizeof data->cFileName, "%.*s", (int)sizeof data->cFileName - 1, name);
}

HANDLE WINAPI FindFirstFileA(LPCSTR path, LPWIN32_FIND_DATAA data)
{
    struct search *search = NULL;
    if (!rras_done(begin(path, &search)))
        return INVALID_HANDLE_VALUE;
    tell(search, data);
    pthread_mutex_lock(&lock);
    search->next = searches;
    searches = search;
    pthread_mutex_unlock(&lock);
    return (HANDLE)search;
}

/* Where the list names it; NULL with the last error set. The lock is held. */
static struct search **place_of(HANDLE handle)
{
    struct search **at = &searches;
    while (*at && *at != (struct search *)handle)
        at = &(*at)->next;
    if (!*at)
        SetLastError(ERROR_INVALID_HANDLE);
    return *at ? at : NULL;
}

BOOL WINAPI FindNextFileA(HANDLE handle, LPWIN32_FIND_DATAA data)
{
    pthread_mutex_lock(&lock);
    struct search **place = place_of(handle);
    bool more = place && (*place)->at + 1 < (*place)->count;
    if (more) {
        (*place)->at++;
        tell(*place, data);
    } else if (place) {
        SetLastError(ERROR_NO_MORE_FILES);
    }
    pthread_mutex_unlock(&lock);
    return more;
}

BOOL WINAPI FindClose(HANDLE handle)
{
    pthread_mutex_lock(&lock);
    struct search **place = place_of(handle), *search = place ? *place : NULL;
    if (search)
        *place = search->next;
    pthread_mutex_unlock(&lock);
    if (search)
        free_search(search);
    return search != NULL;
}

/* --- wide --- */

static void widen(const WIN32_FIND_DATAA *narrow, LPWIN32_FIND_DATAW wide)
{
    memset(wide, 0, sizeof *wide);
    wide->dwFileAttributes = narrow->dwFileAttributes;
    wide->ftCreationTime = narrow->ftCreationTime;
    wide->ftLastAccessTime = narrow->ftLastAccessTime;
    wide->ftLastWriteTime = narrow->ftLastWriteTime;
    wide->nFileSizeHigh = narrow->nFileSizeHigh;
    wide->nFileSizeLow = narrow->nFileSizeLow;
    MultiByteToWideChar(CP_UTF8, 0, narrow->cFileName, -1, wide->cFileName, MAX_PATH);
}

HANDLE WINAPI FindFirstFileW(LPCWSTR path, LPWIN32_FIND_DATAW data)
{
    char narrow[PATH_MAX];
    WIN32_FIND_DATAA found;
    HANDLE handle = FindFirstFileA(rras_narrowed(path, narrow), &found);
    if (handle != INVALID_HANDLE_VALUE)
        widen(&found, data);
    return handle;
}

BOOL WINAPI FindNextFileW(HANDLE handle, LPWIN32_FIND_DATAW data)
{
    WIN32_FIND_DATAA found;
    BOOL more = FindNextFileA(handle, &found);
    if (more)
        widen(&found, data);
    return more;
}
