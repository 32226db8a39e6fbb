/* SPDX-License-Identifier: MIT */
#include "sandbox.h"

#include "device.h"

#include <dirent.h>
#include <errno.h>
#include <pthread.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <sys/stat.h>
#include <unistd.h>

static char root[PATH_MAX - 8];

static void find_root(void)
{
    const char *given = getenv("RRASEMU_SANDBOX"), *temporary = getenv("TMPDIR");
    if (given && *given)
        snprintf(root, sizeof root, "%s", given);
    else
        snprintf(root, sizeof root, "%s/rrasemu-%d", temporary && *temporary ? temporary : "/tmp", (int)getpid());
}

const char *rras_sandbox_folder(void)
{
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    pthread_once(&once, find_root);
    return root;
}

/* What a Windows machine has before anybody writes a file */
void rras_sandbox_make(void)
{
    static const char *const folders[] = {"", "/C", "/C/Windows", "/C/Windows/System32", "/C/Windows/Temp"};
    char path[PATH_MAX];
    for (size_t i = 0; i < sizeof folders / sizeof *folders; i++)
        if (snprintf(path, sizeof path, "%s%s", rras_sandbox_folder(), folders[i]) < (int)sizeof path)
            mkdir(path, 0700);
}

/* `.` and `..` are gone, slashes are one kind; `parts` receives the names, each with a NUL */
struct parts {
    char text[PATH_MAX];
    char *names[PATH_MAX / 2];
    size_t count;
};

static void take_apart(struct parts *parts, const char *path)
{
    char *rest = NULL;
    snprintf(parts->text, sizeof parts->text, "%s", path);
    parts->count = 0;
    for (char *name = strtok_r(parts->text, "\\/", &rest); name; name = strtok_r(NULL, "\\/", &rest)) {
        size_t length = strlen(name);
        if (strcmp(name, "..") == 0)
            parts->count -= parts->count > 0;
        while (length > 0 && (name[length - 1] == '.' || name[length - 1] == ' ')) /* as if they were not there */
            name[--length] = '\0';
        if (length > 0)
            parts->names[parts->count++] = name;
    }
}

/* Adds a name as it is spelled in that folder; false when it is not there and is added as it was given */
static bool add_name(char native[PATH_MAX], const char *name)
{
    size_t length = strlen(native);
    DIR *folder = opendir(native);
    const struct dirent *entry = NULL;
    while (folder && (entry = readdir(folder)) && strcasecmp(entry->d_name, name) != 0)
        ;
    int count = snprintf(native + length, PATH_MAX - length, "/%s", entry ? entry->d_name : name);
    if (folder)
        closedir(folder);
    return entry && count < (int)(PATH_MAX - length);
}

static bool has_control(const char *name)
{
    while (*name && (unsigned char)*name >= ' ')
        name++;
    return *name != '\0';
}

/* From the root of a drive on; all but the last name must be there. */
static DWORD follow(char *path, BOOL create, char native[PATH_MAX])
{
    static _Thread_local struct parts parts;
    take_apart(&parts, path);
    if (create)
        rras_sandbox_make();
    snprintf(native, PATH_MAX, "%s/C", rras_sandbox_folder()); /* there is room for that */
    for (size_t i = 0; i < parts.count; i++) {
        if (strpbrk(parts.names[i], "<>:\"|?*") || has_control(parts.names[i]))
            return ERROR_INVALID_NAME;
        if (strlen(native) + strlen(parts.names[i]) + 2 > PATH_MAX)
            return ERROR_FILENAME_EXCED_RANGE;
        if (!add_name(native, parts.names[i]) && i + 1 < parts.count)
            return ERROR_PATH_NOT_FOUND;
    }
    return NO_ERROR;
}

static enum rras_device device_of(const char *path)
{
    const char *last = path;
    for (const char *at = path; *at; at++)
        if (*at == '\\' || *at == '/')
            last = at + 1;
    return rras_device_of(last);
}

/* A path of the system below: it begins with a slash, or on the drive Z:, which is all of that system */
static bool get_below(const char *path, char native[PATH_MAX])
{
    bool drive = (path[0] | 0x20) == 'z' && path[1] == ':';
    if (*path != '/' && !drive)
        return false;
    bool rooted = !drive || path[2] == '\\' || path[2] == '/';
    snprintf(native, PATH_MAX, "%s%s", rooted ? "" : "/", drive ? path + 2 : path);
    for (char *at = native; drive && *at; at++)
        *at = *at == '\\' ? '/' : *at;
    return true;
}

DWORD rras_sandbox_path(LPCSTR path, BOOL create, char native[PATH_MAX])
{
    char full[PATH_MAX];
    if (!path || !*path)
        return ERROR_PATH_NOT_FOUND;
    if (strlen(path) >= PATH_MAX - sizeof RRAS_CURRENT_DIRECTORY)
        return ERROR_FILENAME_EXCED_RANGE;
    if (get_below(path, native))
        return NO_ERROR;
    bool direct = strncmp(path, "\\\\?\\", 4) == 0 || strncmp(path, "\\\\.\\", 4) == 0;
    path += direct ? 4 : 0;
    enum rras_device device = device_of(path);
    if (device == RRAS_NULL_DEVICE) {
        strcpy(native, "/dev/null");
        return NO_ERROR;
    }
    if (device == RRAS_ABSENT_DEVICE || (direct && path[0] && path[1] != ':')) /* a disk, a pipe: nothing is there */
        return ERROR_FILE_NOT_FOUND;
    if (path[0] == '\\' && path[1] == '\\') /* another machine's */
        return ERROR_BAD_NETPATH;
    if (path[0] && path[1] == ':' && (path[0] | 0x20) != 'c')
        return ERROR_PATH_NOT_FOUND; /* there is no such drive */
    const char *rest = path[0] && path[1] == ':' ? path + 2 : path;
    const char *start = *rest == '\\' || *rest == '/' ? "" : &RRAS_CURRENT_DIRECTORY[2];
    snprintf(full, sizeof full, "%s\\%s", start, rest);
    return follow(full, create, native);
}

DWORD rras_sandbox_wide_path(LPCWSTR path, BOOL create, char native[PATH_MAX])
{
    char narrow[PATH_MAX];
    if (!path || WideCharToMultiByte(CP_UTF8, 0, path, -1, narrow, sizeof narrow, NULL, NULL) == 0)
        return path ? ERROR_FILENAME_EXCED_RANGE : ERROR_PATH_NOT_FOUND;
    return rras_sandbox_path(narrow, create, native);
}

DWORD rras_error_of(int code)
{
    static const struct {
        int code;
        DWORD error;
    } known[] = {
        {0, NO_ERROR},
        {ENOENT, ERROR_FILE_NOT_FOUND},
        {ENOTDIR, ERROR_PATH_NOT_FOUND},
        {EACCES, ERROR_ACCESS_DENIED},
        {EPERM, ERROR_ACCESS_DENIED},
        {EISDIR, ERROR_ACCESS_DENIED},
        {EROFS, ERROR_WRITE_PROTECT},
        {EEXIST, ERROR_FILE_EXISTS},
        {ENOTEMPTY, ERROR_DIR_NOT_EMPTY},
        {EMFILE, ERROR_TOO_MANY_OPEN_FILES},
        {ENFILE, ERROR_TOO_MANY_OPEN_FILES},
        {ENOSPC, ERROR_DISK_FULL},
        {EDQUOT, ERROR_DISK_FULL},
        {ENOMEM, ERROR_NOT_ENOUGH_MEMORY},
        {ENAMETOOLONG, ERROR_FILENAME_EXCED_RANGE},
        {EBADF, ERROR_INVALID_HANDLE},
        {EINVAL, ERROR_INVALID_PARAMETER},
        {ESPIPE, ERROR_SEEK_ON_DEVICE},
    };
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (known[i].code == code)
            return known[i].error;
    return ERROR_GEN_FAILURE;
}
