/* SPDX-License-Identifier: MIT */
/* The registry of the run for a worker under Wine: the same file as api/runtime/registry_file.c. */
#include "runtime/registry.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <wchar.h>

enum { PATH_ROOM = 600, WAIT_MS = 1, WAITS_MOST = 10000 };

static SRWLOCK lock = SRWLOCK_INIT;
static HANDLE lock_file = INVALID_HANDLE_VALUE;

static void name_of(const char *file, WCHAR name[PATH_ROOM])
{
    WCHAR folder[PATH_ROOM / 2];
    DWORD length = GetEnvironmentVariableW(L"RRASEMU_SANDBOX", folder, PATH_ROOM / 2);
    if (length == 0 || length >= PATH_ROOM / 2)
        wcscpy(folder, L"/no such folder"); /* the emulator always names one */
    for (WCHAR *at = folder; *at; at++)
        *at = *at == L'/' ? L'\\' : *at;
    _snwprintf(name, PATH_ROOM, L"\\\\?\\unix%ls\\%hs", folder, file);
}

static bool lock_others(void)
{
    WCHAR name[PATH_ROOM];
    name_of("registry.lock", name);
    for (int i = 0; i < WAITS_MOST; i++) {
        lock_file = CreateFileW(name, GENERIC_WRITE, 0, NULL, CREATE_NEW, 0, NULL);
        if (lock_file != INVALID_HANDLE_VALUE || GetLastError() != ERROR_FILE_EXISTS)
            return true;
        Sleep(WAIT_MS);
    }
    return false;
}

bool rras_registry_lock(void)
{
    AcquireSRWLockExclusive(&lock);
    return lock_others();
}

char *rras_shared_text(const char *name)
{
    WCHAR path[PATH_ROOM];
    DWORD got = 0;
    name_of(name, path);
    HANDLE file = CreateFileW(path, GENERIC_READ, FILE_SHARE_READ, NULL, OPEN_EXISTING, 0, NULL);
    if (file == INVALID_HANDLE_VALUE)
        return GetLastError() == ERROR_FILE_NOT_FOUND || GetLastError() == ERROR_PATH_NOT_FOUND ? calloc(1, 1) : NULL;
    DWORD size = GetFileSize(file, NULL);
    char *text = size != INVALID_FILE_SIZE ? malloc((size_t)size + 1) : NULL;
    bool whole = text && ReadFile(file, text, size, &got, NULL) && got == size;
    CloseHandle(file);
    if (whole)
        text[size] = '\0';
    else
        free(text);
    return whole ? text : NULL;
}

static bool replace(const char *text)
{
    WCHAR name[PATH_ROOM], fresh[PATH_ROOM];
    DWORD size = (DWORD)strlen(text), put = 0;
    name_of("", name);
    CreateDirectoryW(name, NULL);
    name_of(RRAS_REGISTRY_FILE, name);
    name_of("registry.new", fresh);
    HANDLE file = CreateFileW(fresh, GENERIC_WRITE, 0, NULL, CREATE_ALWAYS, 0, NULL);
    bool fine = file != INVALID_HANDLE_VALUE && WriteFile(file, text, size, &put, NULL) && put == size;
    if (file != INVALID_HANDLE_VALUE)
        CloseHandle(file);
    fine = fine && MoveFileExW(fresh, name, MOVEFILE_REPLACE_EXISTING);
    if (!fine)
        DeleteFileW(fresh); /* a half of it is nobody's registry */
    return fine;
}

bool rras_registry_unlock(const char *text)
{
    WCHAR name[PATH_ROOM];
    bool fine = !text || replace(text);
    if (lock_file != INVALID_HANDLE_VALUE) {
        CloseHandle(lock_file);
        lock_file = INVALID_HANDLE_VALUE;
        name_of("registry.lock", name);
        DeleteFileW(name);
    }
    ReleaseSRWLockExclusive(&lock);
    return fine;
}
