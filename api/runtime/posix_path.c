/* SPDX-License-Identifier: MIT */
/* Functions of POSIX that take a path, and that Microsoft's C run-time library has, too: one of Windows leads into the sandbox. */
#include "descriptor.h"

#include "file.h"
#include "sandbox.h"

#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdbool.h>
#include <sys/stat.h>
#include <unistd.h>

/* The system's own functions are what this source sees: it is built with RRAS_SYSTEM_STDIO. */
int rras_open(const char *path, int flags, ...);
int rras_creat(const char *path, mode_t mode);
int rras_stat(const char *path, struct stat *status);
int rras_mkdir(const char *path, mode_t mode);
int rras_access(const char *path, int mode);
int rras_unlink(const char *path);
int rras_rmdir(const char *path);
int rras_chdir(const char *path);

/* The path below: what begins with a slash is one already. NULL with errno */
static const char *below(const char *path, bool create, char native[PATH_MAX])
{
    if (!path || *path == '/')
        return path ? path : (errno = EFAULT, NULL);
    DWORD error = rras_sandbox_path(path, create, native);
    errno = rras_errno_of(error);
    return error == NO_ERROR ? native : NULL;
}

int rras_open(const char *path, int flags, ...)
{
    char native[PATH_MAX];
    mode_t mode = 0;
    if (flags & O_CREAT) {
        va_list rest;
        va_start(rest, flags);
        mode = va_arg(rest, mode_t);
        va_end(rest);
    }
    path = below(path, (flags & O_CREAT) != 0, native);
    return path ? open(path, flags & ~(_O_TEXT | _O_BINARY), mode) : -1;
}

int rras_creat(const char *path, mode_t mode)
{
    return rras_open(path, O_WRONLY | O_CREAT | O_TRUNC, mode);
}

int rras_stat(const char *path, struct stat *status)
{
    char native[PATH_MAX];
    path = below(path, false, native);
    return path ? stat(path, status) : -1;
}

int rras_mkdir(const char *path, mode_t mode)
{
    char native[PATH_MAX];
    path = below(path, true, native);
    return path ? mkdir(path, mode) : -1;
}

int rras_access(const char *path, int mode)
{
    char native[PATH_MAX];
    path = below(path, false, native);
    return path ? access(path, mode) : -1;
}

int rras_unlink(const char *path)
{
    char native[PATH_MAX];
    path = below(path, false, native);
    return path ? unlink(path) : -1;
}

int rras_rmdir(const char *path)
{
    char native[PATH_MAX];
    path = below(path, false, native);
    return path ? rmdir(path) : -1;
}

int rras_chdir(const char *path)
{
    return path && *path == '/' ? chdir(path) : rras_crt_result(SetCurrentDirectoryA(path));
}
