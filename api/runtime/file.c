/* SPDX-License-Identifier: MIT */
/* Files: fileapi.h and PathFileExists(). */
#include "file.h"

#include "object.h"
#include "sandbox.h"
#include "sharing.h"

#include <errno.h>
#include <fcntl.h>
#include <shlwapi.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

BOOL rras_done(DWORD error)
{
    if (error != NO_ERROR)
        SetLastError(error);
    return error == NO_ERROR;
}

DWORD rras_error_unless(BOOL fine)
{
    return fine ? NO_ERROR : rras_error_of(errno);
}

/* --- opening --- */

static BOOL flags_of(DWORD access, DWORD disposition, int *flags)
{
    static const int by_disposition[] = {[CREATE_NEW] = O_CREAT | O_EXCL,
                                         [CREATE_ALWAYS] = O_CREAT | O_TRUNC,
                                         [OPEN_EXISTING] = 0,
                                         [OPEN_ALWAYS] = O_CREAT,
                                         [TRUNCATE_EXISTING] = O_TRUNC};
    BOOL reads = (access & (GENERIC_READ | GENERIC_ALL | FILE_READ_DATA)) != 0;
    BOOL appends = (access & FILE_APPEND_DATA) && !(access & FILE_WRITE_DATA);
    BOOL writes = (access & (GENERIC_WRITE | GENERIC_ALL | FILE_WRITE_DATA)) != 0;
    if (disposition < CREATE_NEW || disposition > TRUNCATE_EXISTING || (disposition == TRUNCATE_EXISTING && !writes))
        return FALSE;
    *flags = by_disposition[disposition] | O_CLOEXEC | (appends && !writes ? O_APPEND : 0);
    *flags |= reads && (writes || appends) ? O_RDWR : writes || appends ? O_WRONLY : O_RDONLY;
    return TRUE;
}

/* What it is opened for, in the words of sharing modes */
static DWORD kinds_of(DWORD access)
{
    const DWORD reads = GENERIC_READ | GENERIC_EXECUTE | GENERIC_ALL | FILE_READ_DATA;
    const DWORD writes = GENERIC_WRITE | GENERIC_ALL | FILE_WRITE_DATA | FILE_APPEND_DATA;
    return (access & reads ? FILE_SHARE_READ : 0) | (access & writes ? FILE_SHARE_WRITE : 0) |
           (access & (DELETE | GENERIC_ALL) ? FILE_SHARE_DELETE : 0);
}

static DWORD open_native(const char *native, int flags, DWORD access, DWORD share, DWORD attributes, HANDLE *handle)
{
    struct stat status;
    struct rras_object object = {.kind = RRAS_FILE, .sharing = -1};
    DWORD kinds = kinds_of(access) | (attributes & FILE_FLAG_DELETE_ON_CLOSE ? FILE_SHARE_DELETE : 0);
    BOOL existed = stat(native, &status) == 0;
    if (existed && S_ISDIR(status.st_mode))
        return flags & O_EXCL ? ERROR_FILE_EXISTS : ERROR_ACCESS_DENIED;
    if (existed && !(status.st_mode & 0222) && (flags & O_ACCMODE) != O_RDONLY)
        return ERROR_ACCESS_DENIED;
    if (existed && flags & O_EXCL)
        return ERROR_FILE_EXISTS;
    if (existed && rras_share_take(&status, kinds, share, &object.sharing) != NO_ERROR)
        return ERROR_SHARING_VIOLATION;
    object.file = open(native, flags, attributes & FILE_ATTRIBUTE_READONLY ? 0444 : 0666);
    if (object.file < 0) {
        DWORD error = rras_error_of(errno);
        if (object.sharing >= 0)
            close(object.sharing);
        return error;
    }
    if (!existed && fstat(object.file, &status) == 0)
        rras_share_take(&status, kinds, share, &object.sharing);
    if ((attributes & FILE_FLAG_DELETE_ON_CLOSE) && fstat(object.file, &status) == 0 && S_ISREG(status.st_mode))
        object.doomed = strdup(native);
    *handle = rras_object_make(&object, NULL);
    if (!*handle) {
        close(object.file);
        if (object.sharing >= 0)
            close(object.sharing);
        free(object.doomed);
        return ERROR_NOT_ENOUGH_MEMORY;
    }
    return existed && (flags & O_CREAT) ? ERROR_ALREADY_EXISTS : NO_ERROR;
}

HANDLE WINAPI CreateFileA(LPCSTR path, DWORD access, DWORD share, LPSECURITY_ATTRIBUTES security, DWORD disposition,
                          DWORD attributes, HANDLE template)
{
    char native[PATH_MAX];
    HANDLE handle = NULL;
    int flags;
    (void)security, (void)template;
    DWORD error = flags_of(access, disposition, &flags) ? NO_ERROR : ERROR_INVALID_PARAMETER;
    if (error == NO_ERROR)
        error = rras_sandbox_path(path, (flags & O_CREAT) != 0, native);
    if (error == NO_ERROR)
        error = open_native(native, flags, access, share, attributes, &handle);
    SetLastError(error); /* NO_ERROR too: whoever opens always asks for ERROR_ALREADY_EXISTS */
    return handle ? handle : INVALID_HANDLE_VALUE;
}

LPCSTR rras_narrowed(LPCWSTR path, char narrow[PATH_MAX])
{
    narrow[0] = '\0';
    if (path && WideCharToMultiByte(CP_UTF8, 0, path, -1, narrow, PATH_MAX, NULL, NULL) == 0) {
        memset(narrow, 'x', PATH_MAX - 1);
        narrow[PATH_MAX - 1] = '\0';
    }
    return narrow;
}

HANDLE WINAPI CreateFileW(LPCWSTR path, DWORD access, DWORD share, LPSECURITY_ATTRIBUTES security, DWORD disposition,
                          DWORD attributes, HANDLE template)
{
    char narrow[PATH_MAX];
    return CreateFileA(rras_narrowed(path, narrow), access, share, security, disposition, attributes, template);
}

int rras_file_take(HANDLE handle)
{
    pthread_mutex_lock(&rras_objects_lock);
    struct rras_object *object = rras_object_find(handle, RRAS_FILE);
    int file = object ? fcntl(object->file, F_DUPFD_CLOEXEC, 0) : -1;
    pthread_mutex_unlock(&rras_objects_lock);
    if (object && file < 0)
        SetLastError(rras_error_of(errno));
    return file;
}

/* --- reading and writing --- */

/* Goes where an OVERLAPPED says; all ones is the end */
static void go_to(int file, const OVERLAPPED *overlapped)
{
    uint64_t place = (uint64_t)overlapped->OffsetHigh << 32 | overlapped->Offset;
    lseek(file, place == UINT64_MAX ? 0 : (off_t)place, place == UINT64_MAX ? SEEK_END : SEEK_SET);
}

/* How it ends: what was moved, and the event of an OVERLAPPED */
static BOOL finish_transfer(int file, DWORD error, DWORD moved, LPDWORD count, LPOVERLAPPED overlapped)
{
    close(file);
    if (count)
        *count = moved;
    if (overlapped) {
        overlapped->InternalHigh = moved;
        if (overlapped->hEvent)
            SetEvent(overlapped->hEvent);
    }
    return rras_done(error == ERROR_INVALID_HANDLE ? ERROR_ACCESS_DENIED : error);
}

BOOL WINAPI ReadFile(HANDLE handle, LPVOID buffer, DWORD size, LPDWORD count, LPOVERLAPPED overlapped)
{
    int file = rras_file_take(handle);
    if (count)
        *count = 0;
    if (file < 0)
        return FALSE;
    if (overlapped)
        go_to(file, overlapped);
    ssize_t got = read(file, buffer, size);
    DWORD error = rras_error_unless(got >= 0);
    if (overlapped && got == 0 && size > 0)
        error = ERROR_HANDLE_EOF;
    return finish_transfer(file, error, got > 0 ? (DWORD)got : 0, count, overlapped);
}

BOOL WINAPI WriteFile(HANDLE handle, LPCVOID buffer, DWORD size, LPDWORD count, LPOVERLAPPED overlapped)
{
    int file = rras_file_take(handle);
    DWORD written = 0, error = NO_ERROR;
    if (count)
        *count = 0;
    if (file < 0)
        return FALSE;
    if (overlapped)
        go_to(file, overlapped);
    while (written < size && error == NO_ERROR) {
        ssize_t put = write(file, (const char *)buffer + written, size - written);
        error = rras_error_unless(put >= 0 || errno == EINTR);
        written += put > 0 ? (DWORD)put : 0;
    }
    return finish_transfer(file, error, written, count, overlapped);
}

BOOL WINAPI FlushFileBuffers(HANDLE handle)
{
    int file = rras_file_take(handle);
    if (file < 0)
        return FALSE;
    DWORD error = rras_error_unless(fsync(file) == 0 || errno == EINVAL);
    close(file);
    return rras_done(error);
}

/* --- places and sizes --- */

/* The new place; below zero, with the error set, where it stays where it was. */
static LONGLONG move(HANDLE handle, LONGLONG distance, DWORD method)
{
    static const int whences[] = {[FILE_BEGIN] = SEEK_SET, [FILE_CURRENT] = SEEK_CUR, [FILE_END] = SEEK_END};
    if (method > FILE_END) {
        SetLastError(ERROR_INVALID_PARAMETER);
        return -1;
    }
    int file = rras_file_take(handle);
    if (file < 0)
        return -1;
    LONGLONG place = lseek(file, (off_t)distance, whences[method]);
    DWORD error = place >= 0 ? NO_ERROR : errno == EINVAL ? ERROR_NEGATIVE_SEEK : rras_error_of(errno);
    close(file);
    rras_done(error);
    return place;
}

BOOL WINAPI SetFilePointerEx(HANDLE handle, LARGE_INTEGER distance, LARGE_INTEGER *place, DWORD method)
{
    LONGLONG found = move(handle, distance.QuadPart, method);
    if (found >= 0 && place)
        place->QuadPart = found;
    return found >= 0;
}

DWORD WINAPI SetFilePointer(HANDLE handle, LONG low, PLONG high, DWORD method)
{
    LONGLONG distance = high ? (LONGLONG)((uint64_t)(DWORD)*high << 32 | (DWORD)low) : low;
    LONGLONG found = move(handle, distance, method);
    if (found < 0)
        return INVALID_SET_FILE_POINTER;
    if (high)
        *high = (LONG)(found >> 32);
    SetLastError(NO_ERROR);
    return (DWORD)found;
}

BOOL WINAPI SetEndOfFile(HANDLE handle)
{
    int file = rras_file_take(handle);
    if (file < 0)
        return FALSE;
    BOOL writable = (fcntl(file, F_GETFL) & O_ACCMODE) != O_RDONLY;
    DWORD error = writable ? rras_error_unless(ftruncate(file, lseek(file, 0, SEEK_CUR)) == 0) : ERROR_ACCESS_DENIED;
    close(file);
    return rras_done(error);
}

BOOL WINAPI GetFileSizeEx(HANDLE handle, LARGE_INTEGER *size)
{
    struct stat status = {0};
    int file = rras_file_take(handle);
    if (file < 0)
        return FALSE;
    DWORD error = rras_error_unless(fstat(file, &status) == 0);
    close(file);
    size->QuadPart = status.st_size;
    return rras_done(error);
}

DWORD WINAPI GetFileSize(HANDLE handle, LPDWORD high)
{
    LARGE_INTEGER size;
    if (!GetFileSizeEx(handle, &size))
        return INVALID_FILE_SIZE;
    if (high)
        *high = (DWORD)(size.QuadPart >> 32);
    SetLastError(NO_ERROR);
    return (DWORD)size.QuadPart;
}

DWORD WINAPI GetFileType(HANDLE handle)
{
    struct stat status = {0};
    int file = rras_file_take(handle);
    if (file < 0)
        return FILE_TYPE_UNKNOWN;
    bool known = fstat(file, &status) == 0;
    close(file);
    SetLastError(NO_ERROR);
    return !known                                                 ? FILE_TYPE_UNKNOWN
           : S_ISREG(status.st_mode) || S_ISDIR(status.st_mode)   ? FILE_TYPE_DISK
           : S_ISFIFO(status.st_mode) || S_ISSOCK(status.st_mode) ? FILE_TYPE_PIPE
                                                                  : FILE_TYPE_CHAR;
}

/* --- what has no handle --- */

/* A device of the system below is nobody's to delete. */
static DWORD delete (const char *native)
{
    struct stat status;
    if (stat(native, &status) != 0)
        return rras_error_of(errno);
    if (!S_ISREG(status.st_mode) || !(status.st_mode & 0222))
        return ERROR_ACCESS_DENIED;
    if (rras_share_check_delete(native) != NO_ERROR)
        return ERROR_SHARING_VIOLATION;
    return rras_error_unless(unlink(native) == 0);
}

static DWORD make_folder(const char *native)
{
    DWORD error = rras_error_unless(mkdir(native, 0777) == 0);
    return error == ERROR_FILE_EXISTS      ? ERROR_ALREADY_EXISTS
           : error == ERROR_FILE_NOT_FOUND ? ERROR_PATH_NOT_FOUND
                                           : error;
}

static BOOL act(LPCSTR path, BOOL create, DWORD (*action)(const char *native))
{
    char native[PATH_MAX];
    DWORD error = rras_sandbox_path(path, create, native);
    return rras_done(error == NO_ERROR ? action(native) : error);
}

BOOL WINAPI DeleteFileA(LPCSTR path)
{
    return act(path, FALSE, delete);
}

BOOL WINAPI DeleteFileW(LPCWSTR path)
{
    char narrow[PATH_MAX];
    return act(rras_narrowed(path, narrow), FALSE, delete);
}

BOOL WINAPI CreateDirectoryA(LPCSTR path, LPSECURITY_ATTRIBUTES security)
{
    (void)security;
    return act(path, TRUE, make_folder);
}

BOOL WINAPI CreateDirectoryW(LPCWSTR path, LPSECURITY_ATTRIBUTES security)
{
    char narrow[PATH_MAX];
    (void)security;
    return act(rras_narrowed(path, narrow), TRUE, make_folder);
}

DWORD rras_attributes_of(const struct stat *status)
{
    return (S_ISDIR(status->st_mode) ? FILE_ATTRIBUTE_DIRECTORY : FILE_ATTRIBUTE_ARCHIVE) |
           (status->st_mode & 0222 ? 0 : FILE_ATTRIBUTE_READONLY);
}

DWORD WINAPI GetFileAttributesA(LPCSTR path)
{
    char native[PATH_MAX];
    struct stat status;
    DWORD error = rras_sandbox_path(path, FALSE, native);
    if (!rras_done(error == NO_ERROR ? rras_error_unless(stat(native, &status) == 0) : error))
        return INVALID_FILE_ATTRIBUTES;
    return rras_attributes_of(&status);
}

DWORD WINAPI GetFileAttributesW(LPCWSTR path)
{
    char narrow[PATH_MAX];
    return GetFileAttributesA(rras_narrowed(path, narrow));
}

BOOL WINAPI PathFileExistsA(LPCSTR path)
{
    return GetFileAttributesA(path) != INVALID_FILE_ATTRIBUTES;
}

BOOL WINAPI PathFileExistsW(LPCWSTR path)
{
    return GetFileAttributesW(path) != INVALID_FILE_ATTRIBUTES;
}
