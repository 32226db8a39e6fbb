/* SPDX-License-Identifier: MIT */
/* Files as wholes: moving, copying, names for new ones, attributes, times, locks. */
#include "file.h"
#include "sandbox.h"
#include "sharing.h"

#include <errno.h>
#include <fcntl.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define TICKS_PER_SECOND UINT64_C(10000000)
#define SECONDS_1601_TO_1970 UINT64_C(11644473600)

/* --- times --- */

FILETIME rras_file_time(struct timespec time)
{
    uint64_t ticks = ((uint64_t)time.tv_sec + SECONDS_1601_TO_1970) * TICKS_PER_SECOND + (uint64_t)time.tv_nsec / 100;
    return (FILETIME){(DWORD)ticks, (DWORD)(ticks >> 32)};
}

struct timespec rras_system_time(FILETIME time)
{
    uint64_t ticks = (uint64_t)time.dwHighDateTime << 32 | time.dwLowDateTime;
    return (struct timespec){(time_t)(ticks / TICKS_PER_SECOND - SECONDS_1601_TO_1970),
                             (long)(ticks % TICKS_PER_SECOND * 100)};
}

BOOL WINAPI GetFileTime(HANDLE handle, LPFILETIME created, LPFILETIME accessed, LPFILETIME written)
{
    struct stat status;
    int file = rras_file_take(handle);
    if (file < 0)
        return FALSE;
    DWORD error = rras_error_unless(fstat(file, &status) == 0);
    close(file);
    if (error == NO_ERROR && created)
        *created = rras_file_time(status.st_mtim);
    if (error == NO_ERROR && accessed)
        *accessed = rras_file_time(status.st_atim);
    if (error == NO_ERROR && written)
        *written = rras_file_time(status.st_mtim);
    return rras_done(error);
}

BOOL WINAPI SetFileTime(HANDLE handle, const FILETIME *created, const FILETIME *accessed, const FILETIME *written)
{
    struct timespec times[2] = {{.tv_nsec = UTIME_OMIT}, {.tv_nsec = UTIME_OMIT}};
    int file = rras_file_take(handle);
    (void)created;
    if (file < 0)
        return FALSE;
    if (accessed)
        times[0] = rras_system_time(*accessed);
    if (written)
        times[1] = rras_system_time(*written);
    DWORD error = rras_error_unless(futimens(file, times) == 0);
    close(file);
    return rras_done(error);
}

/* --- attributes --- */

BOOL WINAPI SetFileAttributesA(LPCSTR path, DWORD attributes)
{
    char native[PATH_MAX];
    struct stat status;
    DWORD error = rras_sandbox_path(path, FALSE, native);
    if (error == NO_ERROR)
        error = rras_error_unless(stat(native, &status) == 0);
    if (error == NO_ERROR && !S_ISDIR(status.st_mode)) {
        mode_t writable = attributes & FILE_ATTRIBUTE_READONLY ? 0 : 0200;
        error = rras_error_unless(chmod(native, (status.st_mode & (mode_t)~0222) | writable) == 0);
    }
    return rras_done(error);
}

BOOL WINAPI SetFileAttributesW(LPCWSTR path, DWORD attributes)
{
    char narrow[PATH_MAX];
    return SetFileAttributesA(rras_narrowed(path, narrow), attributes);
}

BOOL WINAPI GetFileAttributesExA(LPCSTR path, GET_FILEEX_INFO_LEVELS level, LPVOID information)
{
    char native[PATH_MAX];
    struct stat status;
    WIN32_FILE_ATTRIBUTE_DATA *data = information;
    if (level != GetFileExInfoStandard)
        return rras_done(ERROR_INVALID_PARAMETER);
    DWORD error = rras_sandbox_path(path, FALSE, native);
    if (error == NO_ERROR)
        error = rras_error_unless(stat(native, &status) == 0);
    if (!rras_done(error))
        return FALSE;
    *data = (WIN32_FILE_ATTRIBUTE_DATA){.dwFileAttributes = rras_attributes_of(&status),
                                        .ftCreationTime = rras_file_time(status.st_mtim),
                                        .ftLastAccessTime = rras_file_time(status.st_atim),
                                        .ftLastWriteTime = rras_file_time(status.st_mtim)};
    if (!S_ISDIR(status.st_mode)) {
        data->nFileSizeHigh = (DWORD)((uint64_t)status.st_size >> 32);
        data->nFileSizeLow = (DWORD)status.st_size;
    }
    return TRUE;
}

BOOL WINAPI GetFileAttributesExW(LPCWSTR path, GET_FILEEX_INFO_LEVELS level, LPVOID information)
{
    char narrow[PATH_MAX];
    return GetFileAttributesExA(rras_narrowed(path, narrow), level, information);
}

/* --- moving and copying --- */

/* Both are there, as far as they must be. */
static DWORD two_paths(LPCSTR from, LPCSTR to, char native_from[PATH_MAX], char native_to[PATH_MAX])
{
    struct stat status;
    DWORD error = rras_sandbox_path(from, FALSE, native_from);
    if (error == NO_ERROR)
        error = rras_error_unless(stat(native_from, &status) == 0);
    return error == NO_ERROR ? rras_sandbox_path(to, TRUE, native_to) : error;
}

/* Nobody finds half of it: it gets its name when it is whole. */
static DWORD copy_bytes(const char *from, const char *to)
{
    char bytes[16384], half[PATH_MAX + 16];
    struct stat status;
    ssize_t size = 0;
    int in = open(from, O_RDONLY | O_CLOEXEC);
    if (in < 0 || fstat(in, &status) != 0)
        return rras_error_of(errno);
    if (!S_ISREG(status.st_mode)) {
        close(in);
        return ERROR_ACCESS_DENIED;
    }
    snprintf(half, sizeof half, "%s.%d", to, (int)gettid());
    int out = open(half, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, status.st_mode & 0777);
    bool fine = out >= 0;
    while (fine && (size = read(in, bytes, sizeof bytes)) > 0)
        fine = write(out, bytes, (size_t)size) == size;
    fine = fine && size == 0;
    DWORD error = rras_error_unless(fine);
    close(in);
    if (out >= 0)
        close(out);
    if (error == NO_ERROR)
        error = rras_error_unless(rename(half, to) == 0);
    if (error != NO_ERROR)
        unlink(half);
    return error;
}

static void give_back(int token)
{
    if (token >= 0)
        close(token);
}

/* The one is read meanwhile, the other written. */
static DWORD take_shares(const char *from, const char *to, int *reading, int *writing)
{
    struct stat status;
    DWORD error = NO_ERROR;
    *reading = *writing = -1;
    if (stat(from, &status) == 0)
        error = rras_share_take(&status, FILE_SHARE_READ, FILE_SHARE_READ | FILE_SHARE_WRITE, reading);
    if (error == NO_ERROR && stat(to, &status) == 0)
        error = rras_share_take(&status, FILE_SHARE_WRITE, 0, writing);
    return error;
}

static DWORD copy(const char *from, const char *to)
{
    int reading, writing;
    DWORD error = take_shares(from, to, &reading, &writing);
    if (error == NO_ERROR)
        error = copy_bytes(from, to);
    give_back(reading);
    give_back(writing);
    return error;
}

BOOL WINAPI CopyFileA(LPCSTR from, LPCSTR to, BOOL fails_if_exists)
{
    char native_from[PATH_MAX], native_to[PATH_MAX];
    struct stat status;
    DWORD error = two_paths(from, to, native_from, native_to);
    bool there = error == NO_ERROR && stat(native_to, &status) == 0;
    if (there && fails_if_exists)
        error = ERROR_FILE_EXISTS;
    else if (there && (S_ISDIR(status.st_mode) || !(status.st_mode & 0222)))
        error = ERROR_ACCESS_DENIED;
    return rras_done(error == NO_ERROR ? copy(native_from, native_to) : error);
}

BOOL WINAPI CopyFileW(LPCWSTR from, LPCWSTR to, BOOL fails_if_exists)
{
    char narrow_from[PATH_MAX], narrow_to[PATH_MAX];
    return CopyFileA(rras_narrowed(from, narrow_from), rras_narrowed(to, narrow_to), fails_if_exists);
}

BOOL WINAPI MoveFileExA(LPCSTR from, LPCSTR to, DWORD flags)
{
    char native_from[PATH_MAX], native_to[PATH_MAX];
    struct stat status;
    if (flags & MOVEFILE_DELAY_UNTIL_REBOOT)
        return TRUE; /* there is none */
    DWORD error = two_paths(from, to, native_from, native_to);
    bool there = error == NO_ERROR && stat(native_to, &status) == 0 && strcmp(native_from, native_to) != 0;
    if (there && !(flags & MOVEFILE_REPLACE_EXISTING))
        error = ERROR_ALREADY_EXISTS;
    else if (there &&
             (S_ISDIR(status.st_mode) || !(status.st_mode & 0222) || rras_share_check_delete(native_to) != NO_ERROR))
        error = ERROR_ACCESS_DENIED;
    if (error == NO_ERROR)
        error = rras_share_check_delete(native_from);
    return rras_done(error == NO_ERROR ? rras_error_unless(rename(native_from, native_to) == 0) : error);
}

BOOL WINAPI MoveFileExW(LPCWSTR from, LPCWSTR to, DWORD flags)
{
    char narrow_from[PATH_MAX], narrow_to[PATH_MAX];
    return MoveFileExA(rras_narrowed(from, narrow_from), rras_narrowed(to, narrow_to), flags);
}

BOOL WINAPI MoveFileA(LPCSTR from, LPCSTR to)
{
    return MoveFileExA(from, to, MOVEFILE_COPY_ALLOWED);
}

BOOL WINAPI MoveFileW(LPCWSTR from, LPCWSTR to)
{
    return MoveFileExW(from, to, MOVEFILE_COPY_ALLOWED);
}

BOOL WINAPI ReplaceFileW(LPCWSTR replaced, LPCWSTR replacement, LPCWSTR backup, DWORD flags, LPVOID exclude,
                         LPVOID reserved)
{
    (void)flags, (void)exclude, (void)reserved;
    if (GetFileAttributesW(replaced) == INVALID_FILE_ATTRIBUTES)
        return rras_done(ERROR_FILE_NOT_FOUND);
    if (backup && !MoveFileExW(replaced, backup, MOVEFILE_REPLACE_EXISTING))
        return FALSE;
    return MoveFileExW(replacement, replaced, MOVEFILE_REPLACE_EXISTING);
}

BOOL WINAPI RemoveDirectoryA(LPCSTR path)
{
    char native[PATH_MAX], current[PATH_MAX];
    struct stat status;
    DWORD error = rras_sandbox_path(path, FALSE, native);
    if (error == NO_ERROR)
        error = rras_error_unless(stat(native, &status) == 0);
    if (error == NO_ERROR && !S_ISDIR(status.st_mode))
        error = ERROR_DIRECTORY;
    if (error == NO_ERROR && rras_sandbox_path(rras_path_current, FALSE, current) == NO_ERROR &&
        strcmp(current, native) == 0)
        error = ERROR_SHARING_VIOLATION; /* the process has it open */
    return rras_done(error == NO_ERROR ? rras_error_unless(rmdir(native) == 0) : error);
}

BOOL WINAPI RemoveDirectoryW(LPCWSTR path)
{
    char narrow[PATH_MAX];
    return RemoveDirectoryA(rras_narrowed(path, narrow));
}

/* --- names --- */

UINT WINAPI GetTempFileNameA(LPCSTR folder, LPCSTR prefix, UINT number, LPSTR name)
{
    char native[PATH_MAX], path[MAX_PATH + 16];
    if (!folder || !prefix || strlen(folder) + 14 > MAX_PATH)
        return rras_done(folder && prefix ? ERROR_BUFFER_OVERFLOW : ERROR_INVALID_PARAMETER);
    bool slash = *folder && (folder[strlen(folder) - 1] == '\\' || folder[strlen(folder) - 1] == '/');
    UINT first = number ? number & 0xffff : 1;
    for (UINT at = first ? first : 1; at <= 0xffff; at++) {
        snprintf(path, sizeof path, "%.*s%s%.3s%X.tmp", MAX_PATH - 14, folder, slash ? "" : "\\", prefix, at);
        DWORD error = number ? NO_ERROR : rras_sandbox_path(path, TRUE, native);
        int file = number || error ? -1 : open(native, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
        if (!number && error == NO_ERROR && file < 0 && errno == EEXIST)
            continue;
        if (!number && file < 0)
            return rras_done(error == ERROR_PATH_NOT_FOUND || errno == ENOENT ? ERROR_DIRECTORY : rras_error_of(errno));
        if (file >= 0)
            close(file);
        strcpy(name, path);
        return at;
    }
    return rras_done(ERROR_FILE_EXISTS);
}

UINT WINAPI GetTempFileNameW(LPCWSTR folder, LPCWSTR prefix, UINT number, LPWSTR name)
{
    char narrow_folder[PATH_MAX], narrow_prefix[PATH_MAX], narrow_name[MAX_PATH];
    UINT made = GetTempFileNameA(folder ? rras_narrowed(folder, narrow_folder) : NULL,
                                 prefix ? rras_narrowed(prefix, narrow_prefix) : NULL, number, narrow_name);
    if (made)
        MultiByteToWideChar(CP_UTF8, 0, narrow_name, -1, name, MAX_PATH);
    return made;
}

/* --- locks: a part of a file is one handle's --- */

static BOOL lock(HANDLE handle, const OVERLAPPED *place, DWORD low, DWORD high, short kind, bool waits)
{
    struct flock lock = {.l_type = kind,
                         .l_whence = SEEK_SET,
                         .l_start = (off_t)((uint64_t)place->OffsetHigh << 32 | place->Offset),
                         .l_len = (off_t)((uint64_t)high << 32 | low)};
    int file = rras_file_take(handle);
    if (file < 0)
        return FALSE;
    bool fine = fcntl(file, waits ? F_OFD_SETLKW : F_OFD_SETLK, &lock) == 0;
    bool taken = !fine && (errno == EAGAIN || errno == EACCES);
    DWORD error = taken ? ERROR_LOCK_VIOLATION : rras_error_unless(fine);
    close(file);
    return rras_done(error);
}

BOOL WINAPI LockFileEx(HANDLE handle, DWORD flags, DWORD reserved, DWORD low, DWORD high, LPOVERLAPPED place)
{
    (void)reserved;
    return lock(handle, place, low, high, flags & LOCKFILE_EXCLUSIVE_LOCK ? F_WRLCK : F_RDLCK,
                !(flags & LOCKFILE_FAIL_IMMEDIATELY));
}

BOOL WINAPI UnlockFileEx(HANDLE handle, DWORD reserved, DWORD low, DWORD high, LPOVERLAPPED place)
{
    (void)reserved;
    return lock(handle, place, low, high, F_UNLCK, false);
}

BOOL WINAPI LockFile(HANDLE handle, DWORD offset_low, DWORD offset_high, DWORD low, DWORD high)
{
    const OVERLAPPED place = {.Offset = offset_low, .OffsetHigh = offset_high};
    return lock(handle, &place, low, high, F_WRLCK, false);
}

BOOL WINAPI UnlockFile(HANDLE handle, DWORD offset_low, DWORD offset_high, DWORD low, DWORD high)
{
    const OVERLAPPED place = {.Offset = offset_low, .OffsetHigh = offset_high};
    return lock(handle, &place, low, high, F_UNLCK, false);
}
