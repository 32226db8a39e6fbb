/* SPDX-License-Identifier: MIT */
/* Files and folders by path, of the C run-time library: io.h, direct.h, sys/stat.h; crt_file_unit.h, twice. */
#include "descriptor.h"

#include "file.h"
#include "stream.h"

#include <direct.h>
#include <errno.h>
#include <io.h>
#include <limits.h>
#include <shlwapi.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

int rras_errno_of(DWORD error)
{
    static const struct {
        DWORD error;
        int code;
    } known[] = {
        {NO_ERROR, 0},
        {ERROR_FILE_NOT_FOUND, ENOENT},
        {ERROR_PATH_NOT_FOUND, ENOENT},
        {ERROR_TOO_MANY_OPEN_FILES, EMFILE},
        {ERROR_ACCESS_DENIED, EACCES},
        {ERROR_INVALID_HANDLE, EBADF},
        {ERROR_NOT_ENOUGH_MEMORY, ENOMEM},
        {ERROR_WRITE_PROTECT, EACCES},
        {ERROR_SHARING_VIOLATION, EACCES},
        {ERROR_LOCK_VIOLATION, EACCES},
        {ERROR_BAD_NETPATH, ENOENT},
        {ERROR_FILE_EXISTS, EEXIST},
        {ERROR_ALREADY_EXISTS, EEXIST},
        {ERROR_DISK_FULL, ENOSPC},
        {ERROR_NEGATIVE_SEEK, EINVAL},
        {ERROR_DIR_NOT_EMPTY, ENOTEMPTY},
        {ERROR_FILENAME_EXCED_RANGE, ENOENT},
    };
    for (size_t i = 0; i < sizeof known / sizeof *known; i++)
        if (known[i].error == error)
            return known[i].code;
    return EINVAL;
}

int rras_crt_result(BOOL fine)
{
    if (!fine)
        errno = rras_errno_of(GetLastError());
    return fine ? 0 : -1;
}

/* --- what a file is --- */

static long long seconds_of(FILETIME time)
{
    return rras_system_time(time).tv_sec;
}

/* The rights of owner, group and others are the same. */
static void fill(struct _stat64 *status, const WIN32_FILE_ATTRIBUTE_DATA *data, bool program)
{
    bool folder = (data->dwFileAttributes & FILE_ATTRIBUTE_DIRECTORY) != 0;
    unsigned rights = _S_IREAD | (folder || !(data->dwFileAttributes & FILE_ATTRIBUTE_READONLY) ? _S_IWRITE : 0) |
                      (folder || program ? _S_IEXEC : 0);
    *status = (struct _stat64){.st_dev = 2, .st_rdev = 2, .st_nlink = 1};
    status->st_mode = (unsigned short)((folder ? _S_IFDIR : _S_IFREG) | rights | rights >> 3 | rights >> 6);
    status->st_size = (long long)data->nFileSizeHigh << 32 | data->nFileSizeLow;
    status->st_atime = seconds_of(data->ftLastAccessTime);
    status->st_mtime = seconds_of(data->ftLastWriteTime);
    status->st_ctime = seconds_of(data->ftCreationTime);
}

/* 0, or -1 where the size does not fit */
static int shorten(const struct _stat64 *whole, struct _stat *status)
{
    if (whole->st_size > INT_MAX) {
        errno = EOVERFLOW;
        return -1;
    }
    *status = (struct _stat){.st_dev = whole->st_dev, .st_rdev = whole->st_rdev, .st_nlink = whole->st_nlink};
    status->st_mode = whole->st_mode;
    status->st_size = (int)whole->st_size;
    status->st_atime = whole->st_atime;
    status->st_mtime = whole->st_mtime;
    status->st_ctime = whole->st_ctime;
    return 0;
}

int _fstat64(int number, struct _stat64 *status)
{
    struct stat found;
    int file = rras_number_file(number);
    if (file < 0 || !status)
        return file < 0 ? -1 : rras_invalid_parameter(EINVAL, -1);
    if (fstat(file, &found) != 0)
        return -1;
    WIN32_FILE_ATTRIBUTE_DATA data = {.dwFileAttributes = rras_attributes_of(&found),
                                      .ftCreationTime = rras_file_time(found.st_mtim),
                                      .ftLastAccessTime = rras_file_time(found.st_atim),
                                      .ftLastWriteTime = rras_file_time(found.st_mtim),
                                      .nFileSizeHigh = (DWORD)((unsigned long long)found.st_size >> 32),
                                      .nFileSizeLow = (DWORD)found.st_size};
    fill(status, &data, false);
    status->st_dev = status->st_rdev = 0;
    return 0;
}

int _fstat(int number, struct _stat *status)
{
    struct _stat64 whole;
    if (!status)
        return rras_invalid_parameter(EINVAL, -1);
    return _fstat64(number, &whole) == 0 ? shorten(&whole, status) : -1;
}

/* --- searches --- */

int _findclose(intptr_t handle)
{
    return rras_crt_result(FindClose((HANDLE)handle));
}

int _getdrive(void)
{
    return 'C' - 'A' + 1;
}

#define UNIT char
#define OF(name) name##A
#define CRT(name) _##name
#define DATA WIN32_FIND_DATAA
#define FOUND _finddata_t
#include "crt_file_unit.h"
#undef UNIT
#undef OF
#undef CRT
#undef DATA
#undef FOUND

#define UNIT wchar_t
#define OF(name) name##W
#define CRT(name) _w##name
#define DATA WIN32_FIND_DATAW
#define FOUND _wfinddata_t
#include "crt_file_unit.h"
