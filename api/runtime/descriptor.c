/* SPDX-License-Identifier: MIT */
/* Files by number: io.h. */
#include "descriptor.h"

#include "file.h"
#include "object.h"
#include "sharing.h"
#include "stream.h"

#include <errno.h>
#include <fcntl.h>
#include <io.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { FIRST = 3, MOST = 2048 };

/* A number; unused ones have no file. Only its user looks into one, so the lock guards which of them are used. */
static struct number {
    bool used, owned;
    int file;
    struct rras_lines *lines; /* of one for text */
    HANDLE handle;            /* once somebody has asked for it, or it came with it */
} numbers[MOST];
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

/* NULL with errno for one that nobody opened */
static struct number *find(int number)
{
    pthread_mutex_lock(&lock);
    bool used = number >= 0 && number < MOST && numbers[number].used;
    pthread_mutex_unlock(&lock);
    if (used)
        return &numbers[number];
    rras_invalid_parameter(EBADF, -1);
    return NULL;
}

int rras_number_make(int file, bool text, bool owned)
{
    struct rras_lines *lines = text ? rras_lines_make(file) : NULL;
    int number = FIRST;
    pthread_mutex_lock(&lock);
    while (number < MOST && numbers[number].used)
        number++;
    if (number < MOST && (lines || !text))
        numbers[number] = (struct number){.used = true, .owned = owned, .file = file, .lines = lines};
    pthread_mutex_unlock(&lock);
    if (number < MOST && (lines || !text))
        return number;
    errno = number < MOST ? ENOMEM : EMFILE;
    free(lines);
    return -1;
}

bool rras_number_forget(int number)
{
    struct number was = {0};
    pthread_mutex_lock(&lock);
    if (number >= FIRST && number < MOST) {
        was = numbers[number];
        numbers[number] = (struct number){0};
    }
    pthread_mutex_unlock(&lock);
    free(was.lines);
    if (was.handle)
        CloseHandle(was.handle);
    if (was.used && was.owned)
        close(was.file);
    return was.used;
}

int rras_number_file(int number)
{
    struct number *found = find(number);
    return found ? found->file : -1;
}

/* --- opening --- */

/* The number, or -1 with errno */
static int open_number(LPCSTR path, int flags, int share, int mode)
{
    static const DWORD access_of[] = {
        [O_RDONLY] = GENERIC_READ, [O_WRONLY] = GENERIC_WRITE, [O_RDWR] = GENERIC_READ | GENERIC_WRITE};
    const int kind = flags & O_ACCMODE, text = !(flags & _O_BINARY);
    const DWORD sharing = rras_share_of(share, kind != O_RDONLY);
    if (!path || kind == O_ACCMODE || sharing == UINT32_MAX)
        return rras_invalid_parameter(EINVAL, -1);
    DWORD disposition = flags & O_CREAT   ? flags & O_EXCL    ? CREATE_NEW
                                            : flags & O_TRUNC ? CREATE_ALWAYS
                                                              : OPEN_ALWAYS
                        : flags & O_TRUNC ? TRUNCATE_EXISTING
                                          : OPEN_EXISTING;
    DWORD attributes = flags & O_CREAT && !(mode & _S_IWRITE) ? FILE_ATTRIBUTE_READONLY : FILE_ATTRIBUTE_NORMAL;
    HANDLE handle = CreateFileA(path, access_of[kind], sharing, NULL, disposition, attributes, NULL);
    if (handle == INVALID_HANDLE_VALUE)
        return rras_crt_result(FALSE);
    int file = rras_file_take(handle);
    if (file >= 0 && (flags & O_APPEND))
        fcntl(file, F_SETFL, fcntl(file, F_GETFL) | O_APPEND);
    int number = file >= 0 ? rras_number_make(file, text && *path != '/', true) : rras_crt_result(FALSE);
    if (number < 0) {
        CloseHandle(handle);
        if (file >= 0)
            close(file);
        return -1;
    }
    numbers[number].handle = handle;
    return number;
}

/* The argument behind the flags, which is there only for a file that may be made */
#define MODE_BEHIND(flags, mode)  \
    int mode = 0;                 \
    if ((flags)&O_CREAT) {        \
        va_list rest;             \
        va_start(rest, flags);    \
        mode = va_arg(rest, int); \
        va_end(rest);             \
    }

int _open(const char *path, int flags, ...)
{
    MODE_BEHIND(flags, mode)
    return open_number(path, flags, _SH_DENYNO, mode);
}

int _wopen(const wchar_t *path, int flags, ...)
{
    char narrow[PATH_MAX];
    MODE_BEHIND(flags, mode)
    return open_number(path ? rras_narrowed(path, narrow) : NULL, flags, _SH_DENYNO, mode);
}

errno_t _sopen_s(int *number, const char *path, int flags, int share, int mode)
{
    if (!number)
        return rras_invalid_parameter(EINVAL, EINVAL);
    *number = open_number(path, flags, share, mode);
    return *number < 0 ? errno : 0;
}

errno_t _wsopen_s(int *number, const wchar_t *path, int flags, int share, int mode)
{
    char narrow[PATH_MAX];
    return _sopen_s(number, path ? rras_narrowed(path, narrow) : NULL, flags, share, mode);
}

int _creat(const char *path, int mode)
{
    return open_number(path, O_WRONLY | O_CREAT | O_TRUNC, _SH_DENYNO, mode);
}

int _close(int number)
{
    return rras_number_forget(number) ? 0 : rras_invalid_parameter(EBADF, -1);
}

/* --- reading and writing --- */

int _read(int number, void *to, unsigned size)
{
    struct number *found = find(number);
    if (!found)
        return -1;
    return (int)(found->lines ? rras_lines_read(found->lines, to, size) : read(found->file, to, size));
}

int _write(int number, const void *from, unsigned size)
{
    if (number == STDOUT_FILENO || number == STDERR_FILENO)
        return (int)fwrite(from, 1, size, number == STDOUT_FILENO ? stdout : stderr);
    struct number *found = find(number);
    if (!found)
        return -1;
    if (!found->lines)
        return (int)rras_write_all(found->file, from, size);
    return size == 0 || rras_lines_write(found->lines, from, size) > 0 ? (int)size : -1;
}

long long _lseeki64(int number, long long distance, int whence)
{
    struct number *found = find(number);
    off64_t place = distance;
    if (!found)
        return -1;
    if (found->lines)
        return rras_lines_seek(found->lines, &place, whence) == 0 ? place : -1;
    return lseek(found->file, place, whence);
}

long _lseek(int number, long distance, int whence)
{
    return (int32_t)_lseeki64(number, distance, whence);
}

long _tell(int number)
{
    return _lseek(number, 0, SEEK_CUR);
}

long long _filelengthi64(int number)
{
    struct stat status;
    int file = rras_number_file(number);
    return file >= 0 && fstat(file, &status) == 0 ? status.st_size : -1;
}

long _filelength(int number)
{
    return (int32_t)_filelengthi64(number);
}

int _eof(int number)
{
    long long length = _filelengthi64(number);
    return length < 0 ? -1 : _lseeki64(number, 0, SEEK_CUR) >= length;
}

int _chsize(int number, long size)
{
    int file = rras_number_file(number);
    return file < 0 ? -1 : ftruncate(file, size);
}

int _commit(int number)
{
    int file = rras_number_file(number);
    return file < 0 ? -1 : fsync(file);
}

int _setmode(int number, int mode)
{
    struct number *found = find(number);
    if (!found || (mode != _O_TEXT && mode != _O_BINARY))
        return found ? rras_invalid_parameter(EINVAL, -1) : -1;
    int before = found->lines ? _O_TEXT : _O_BINARY;
    struct rras_lines *lines = mode == _O_TEXT && !found->lines ? rras_lines_make(found->file) : NULL;
    if (mode == before)
        return before;
    if (mode == _O_TEXT && !lines)
        return -1;
    _lseeki64(number, 0, SEEK_CUR); /* what was read ahead is read again */
    free(found->lines);
    found->lines = lines;
    return before;
}

int _isatty(int number)
{
    (void)number; /* what a service writes goes to no terminal */
    return 0;
}

/* --- handles --- */

intptr_t _get_osfhandle(int number)
{
    struct number *found = find(number);
    if (found && !found->handle) {
        struct rras_object object = {.kind = RRAS_FILE, .sharing = -1, .file = fcntl(found->file, F_DUPFD_CLOEXEC, 0)};
        found->handle = object.file >= 0 ? rras_object_make(&object, NULL) : NULL;
        if (!found->handle && object.file >= 0)
            close(object.file);
    }
    return found && found->handle ? (intptr_t)found->handle : -1;
}

int _open_osfhandle(intptr_t handle, int flags)
{
    int file = rras_file_take((HANDLE)handle);
    int number = file >= 0 ? rras_number_make(file, (flags & _O_TEXT) != 0, true) : rras_crt_result(FALSE);
    if (number >= 0)
        numbers[number].handle = (HANDLE)handle;
    else if (file >= 0)
        close(file);
    return number;
}
