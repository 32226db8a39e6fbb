/* SPDX-License-Identifier: MIT */
#include "sandbox.h"

#include <dirent.h>
#include <errno.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
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

void rras_sandbox_make(void)
{
    char path[PATH_MAX];
    int length = snprintf(path, sizeof path, "%s", rras_sandbox_folder());
    mkdir(path, 0700);
    length += snprintf(path + length, sizeof path - (size_t)length, "/C"); /* there is room for that */
    mkdir(path, 0700);
    for (size_t i = 0; rras_path_folders[i]; i++)
        if (snprintf(path + length, sizeof path - (size_t)length, "/%s", rras_path_folders[i]) <
            (int)sizeof path - length)
            mkdir(path, 0700);
}

static DWORD add_name(void *self, LPCSTR name, BOOL *found)
{
    char *native = self;
    size_t length = strlen(native);
    DIR *folder = opendir(native);
    const struct dirent *entry = NULL;
    while (folder && (entry = readdir(folder)) && !rras_path_same_name(entry->d_name, name))
        ;
    *found = entry != NULL;
    int count = snprintf(native + length, PATH_MAX - length, "/%s", entry ? entry->d_name : name);
    if (folder)
        closedir(folder);
    return count < (int)(PATH_MAX - length) ? NO_ERROR : ERROR_FILENAME_EXCED_RANGE;
}

/* As on the drive: a folder that is not there is another error than a file. */
static DWORD check_folder(const char native[PATH_MAX])
{
    char folder[PATH_MAX];
    snprintf(folder, sizeof folder, "%s", native);
    char *slash = strrchr(folder, '/');
    slash[slash == folder] = '\0'; /* it begins with one */
    return access(folder, F_OK) == 0 ? NO_ERROR : ERROR_PATH_NOT_FOUND;
}

DWORD rras_sandbox_path(LPCSTR path, BOOL create, char native[PATH_MAX])
{
    struct rras_path taken;
    DWORD error = rras_path_take(&taken, path, FALSE);
    if (error != NO_ERROR)
        return error;
    if (taken.place != RRAS_PLACE_DRIVE) {
        int length = snprintf(native, PATH_MAX, "%s", taken.place == RRAS_PLACE_NULL ? "/dev/null" : taken.text);
        return length < PATH_MAX ? check_folder(native) : ERROR_FILENAME_EXCED_RANGE;
    }
    static atomic_flag made = ATOMIC_FLAG_INIT; /* the drive is there before anybody writes */
    if (!atomic_flag_test_and_set(&made) || create)
        rras_sandbox_make();
    snprintf(native, PATH_MAX, "%s/C", rras_sandbox_folder()); /* there is room for that */
    return rras_path_follow(&taken, add_name, native);
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
