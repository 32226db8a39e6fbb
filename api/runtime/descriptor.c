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
#include <limits.h>
#include <stdarg.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

enum { FIRST = 3, MOST = 2048 };

/* A number; unused ones have no lines. Only its user looks into one, so the lock guards which of them are used. */
static struct number {
    bool used, owned; /* owned: the lines are its own, and their file */
    int file;
    struct rras_lines *lines; /* NULL: one of the three that a program begins with, which are text */
    HANDLE handle;            /* once somebody has asked for it, or it came with it */
} numbers[MOST] = {
    {.used = true, .file = STDIN_FILENO}, {.used = true, .file = STDOUT_FILENO}, {.used = true, .file = STDERR_FILENO}};
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

static int add(struct number added)
{
    int number = FIRST;
    added.used = true;
    pthread_mutex_lock(&lock);
    while (number < MOST && numbers[number].used)
        number++;
    if (number < MOST)
        numbers[number] = added;
    pthread_mutex_unlock(&lock);
    if (number < MOST)
        return number;
    errno = EMFILE;
    return -1;
}

/* Of a file that is closed with it; the number, or -1 with errno, and then the file is still the caller's */
static int add_file(int file, bool text, HANDLE handle)
{
    struct rras_lines *lines = rras_lines_make(file, text);
    int number = lines ? add((struct number){.owned = true, .file = file, .lines = lines, .handle = handle}) : -1;
    if (number < 0)
        free(lines);
    return number;
}

int rras_number_borrow(struct rras_lines *lines)
{
    return add((struct number){.file = rras_lines_file(lines), .lines = lines});
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
    if (was.handle)
        CloseHandle(was.handle);
    if (was.owned) {
        close(was.file);
        free(was.lines);
    }
    return was.used || (number >= 0 && number < FIRST); /* the first three stay */
}

int rras_number_file(int number)
{
    struct number *found = find(number);
    if (found && found->lines)
        rras_lines_drop(found->lines);
    return found ? found->file : -1;
}

int rras_number_duplicate(int number, bool *text)
{
    int file = rras_number_file(number);
    *text = file >= 0 && numbers[number].lines && rras_lines_are_text(numbers[number].lines);
    return file >= 0 ? fcntl(file, F_DUPFD_CLOEXEC, 0) : -1;
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
    int number = file >= 0 ? add_file(file, text && *path != '/', handle) : rras_crt_result(FALSE);
    if (number < 0) {
        CloseHandle(handle);
        if (file >= 0)
            close(file);
    }
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

/* More than an int can tell, and NULL, make no sense. */
static bool is_buffer(const void *buffer, unsigned size)
{
    return size <= INT_MAX && (buffer || size == 0);
}

int _read(int number, void *to, unsigned size)
{
    struct number *found = find(number);
    if (!found || !is_buffer(to, size))
        return found ? rras_invalid_parameter(EINVAL, -1) : -1;
    if (!found->lines)
        return (int)read(found->file, to, size);
    int got = (int)rras_lines_read(found->lines, to, size);
    rras_lines_drop(found->lines);
    return got;
}

int _write(int number, const void *from, unsigned size)
{
    struct number *found = find(number);
    if (!found || !is_buffer(from, size))
        return found ? rras_invalid_parameter(EINVAL, -1) : -1;
    if (!found->lines)
        return (int)fwrite(from, 1, size, number == STDOUT_FILENO ? stdout : stderr);
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

/* As a long of Windows has it */
static long as_long(long long number)
{
    if (number > INT32_MAX)
        errno = EINVAL;
    return number > INT32_MAX ? -1 : (long)number;
}

long _lseek(int number, long distance, int whence)
{
    return as_long(_lseeki64(number, distance, whence));
}

long long _telli64(int number)
{
    return _lseeki64(number, 0, SEEK_CUR);
}

long _tell(int number)
{
    return as_long(_telli64(number));
}

long long _filelengthi64(int number)
{
    struct stat status;
    int file = rras_number_file(number);
    return file >= 0 && fstat(file, &status) == 0 ? status.st_size : -1;
}

long _filelength(int number)
{
    return as_long(_filelengthi64(number));
}

int _eof(int number)
{
    long long length = _filelengthi64(number);
    return length < 0 ? -1 : _telli64(number) >= length;
}

/* -1 with this errno for one that cannot be written */
static int writable_file(int number, int code)
{
    int file = rras_number_file(number);
    bool fine = file >= 0 && (fcntl(file, F_GETFL) & O_ACCMODE) != O_RDONLY;
    if (file >= 0 && !fine)
        errno = code;
    return fine ? file : -1;
}

errno_t _chsize_s(int number, long long size)
{
    int file = writable_file(number, EACCES);
    return file >= 0 && ftruncate(file, size) == 0 ? 0 : errno;
}

int _chsize(int number, long size)
{
    return _chsize_s(number, size) == 0 ? 0 : -1;
}

int _commit(int number)
{
    int file = writable_file(number, EBADF);
    return file >= 0 && (fsync(file) == 0 || errno == EINVAL) ? 0 : -1;
}

int _setmode(int number, int mode)
{
    struct number *found = find(number);
    if (!found || (mode != _O_TEXT && mode != _O_BINARY))
        return found ? rras_invalid_parameter(EINVAL, -1) : -1;
    return !found->lines || rras_lines_set_text(found->lines, mode == _O_TEXT) ? _O_TEXT : _O_BINARY;
}

int _dup(int number)
{
    bool text;
    int file = rras_number_duplicate(number, &text);
    int made = file >= 0 ? add_file(file, text, NULL) : -1;
    if (file >= 0 && made < 0)
        close(file);
    return made;
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
    if (found && found->lines)
        rras_lines_drop(found->lines);
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
    int number = file >= 0 ? add_file(file, (flags & _O_TEXT) != 0, (HANDLE)handle) : rras_crt_result(FALSE);
    if (number < 0 && file >= 0)
        close(file);
    if (number >= 0 && (flags & O_APPEND))
        fcntl(file, F_SETFL, fcntl(file, F_GETFL) | O_APPEND);
    return number;
}
