/* SPDX-License-Identifier: MIT */
/* What an errno means, in the words of Microsoft's C run-time library. */
#include "stream.h"

#include <errno.h>
#include <string.h>
#include <wchar.h>

static const char *text_of(int code)
{
    static const struct {
        int code;
        const char *text;
    } known[] = {
        {0, "No error"},
        {EPERM, "Operation not permitted"},
        {ENOENT, "No such file or directory"},
        {ESRCH, "No such process"},
        {EINTR, "Interrupted function call"},
        {EIO, "Input/output error"},
        {ENXIO, "No such device or address"},
        {E2BIG, "Arg list too long"},
        {ENOEXEC, "Exec format error"},
        {EBADF, "Bad file descriptor"},
        {ECHILD, "No child processes"},
        {EAGAIN, "Resource temporarily unavailable"},
        {ENOMEM, "Not enough space"},
        {EACCES, "Permission denied"},
        {EFAULT, "Bad address"},
        {EBUSY, "Resource device"},
        {EEXIST, "File exists"},
        {EXDEV, "Improper link"},
        {ENODEV, "No such device"},
        {ENOTDIR, "Not a directory"},
        {EISDIR, "Is a directory"},
        {EINVAL, "Invalid argument"},
        {ENFILE, "Too many open files in system"},
        {EMFILE, "Too many open files"},
        {ENOTTY, "Inappropriate I/O control operation"},
        {EFBIG, "File too large"},
        {ENOSPC, "No space left on device"},
        {ESPIPE, "Invalid seek"},
        {EROFS, "Read-only file system"},
        {EMLINK, "Too many links"},
        {EPIPE, "Broken pipe"},
        {EDOM, "Domain error"},
        {ERANGE, "Result too large"},
        {EDEADLK, "Resource deadlock avoided"},
        {ENAMETOOLONG, "Filename too long"},
        {ENOLCK, "No locks available"},
        {ENOSYS, "Function not implemented"},
        {ENOTEMPTY, "Directory not empty"},
        {EILSEQ, "Illegal byte sequence"},
    };
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (known[i].code == code)
            return known[i].text;
    return "Unknown error";
}

errno_t strerror_s(char *to, size_t size, int code)
{
    if (!to || size == 0)
        return rras_invalid_parameter(EINVAL, EINVAL);
    strncpy_s(to, size, text_of(code), _TRUNCATE);
    return 0;
}

errno_t _wcserror_s(wchar_t *to, size_t size, int code)
{
    if (!to || size == 0)
        return rras_invalid_parameter(EINVAL, EINVAL);
    const char *text = text_of(code);
    size_t length = 0;
    for (; text[length] && length + 1 < size; length++)
        to[length] = (unsigned char)text[length];
    to[length] = 0;
    return 0;
}

wchar_t *_wcserror(int code)
{
    static _Thread_local wchar_t text[64];
    _wcserror_s(text, sizeof text / sizeof *text, code);
    return text;
}

errno_t _get_errno(int *code)
{
    if (!code)
        return rras_invalid_parameter(EINVAL, EINVAL);
    *code = errno;
    return 0;
}

errno_t _set_errno(int code)
{
    errno = code;
    return 0;
}
