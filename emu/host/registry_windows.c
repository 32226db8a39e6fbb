/* SPDX-License-Identifier: MIT */
/* The registry of the run for a worker under Wine: the same file as api/runtime/registry_file.c. */
#include "runtime/registry.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <wchar.h>

enum { PATH_ROOM = 600, WAIT_MS = 1, WAITS_MOST = 2000 };

static SRWLOCK lock = SRWLOCK_INIT;
static HANDLE lock_file = INVALID_HANDLE_VALUE;

static void name_of(const WCHAR *file, WCHAR name[PATH_ROOM])
{
    WCHAR folder[PATH_ROOM / 2];
    DWORD length = GetEnvironmentVariableW(L"RRASEMU_SANDBOX", folder, PATH_ROOM / 2);
    if (length == 0 || length >= PATH_ROOM / 2)
        folder[0] = 0;
    for (WCHAR *at = folder; *at; at++)
        *at = *at == L'/' ? L'\\' : *at;
    _snwprintf(name, PATH_ROOM, L"\\\\?\\unix%ls\\%ls", folder, file);
}

static void lock_others(void)
{
    WCHAR name[PATH_ROOM];
    name_of(L"registry.lock", name);
    for (int i = 0;; i++) {
        lock_file = CreateFileW(name, GENERIC_WRITE, 0, NULL, CREATE_NEW, 0, NULL);
        if (lock_file != INVALID_HANDLE_VALUE || GetLastError() != ERROR_FILE_EXISTS)
            return;
        if (i == WAITS_MOST)
            DeleteFileW(name);
        Sleep(WAIT_MS);
    }
}

char *rras_registry_lock(void)
{
    WCHAR name[PATH_ROOM];
    DWORD got = 0;
    AcquireSRWLockExclusive(&lock);
    lock_others();
    name_of(L"registry.reg", name);
    HANDLE file = CreateFileW(name, GENERIC_READ, FILE_SHARE_READ, NULL, OPEN_EXISTING, 0, NULL);
    DWORD size = file != INVALID_HANDLE_VALUE ? GetFileSize(file, NULL) : 0;
    char *text = malloc((size_t)size + 1);
    if (text && size > 0)
        ReadFile(file, text, size, &got, NULL);
    if (text)
        text[got] = '\0';
    if (file != INVALID_HANDLE_VALUE)
        CloseHandle(file);
    return text;
}

static bool replace(const char *text)
{
    WCHAR name[PATH_ROOM], fresh[PATH_ROOM];
    DWORD size = (DWORD)strlen(text), put = 0;
    name_of(L"", name);
    CreateDirectoryW(name, NULL);
    name_of(L"registry.reg", name);
    name_of(L"registry.new", fresh);
    HANDLE file = CreateFileW(fresh, GENERIC_WRITE, 0, NULL, CREATE_ALWAYS, 0, NULL);
    bool fine = file != INVALID_HANDLE_VALUE && WriteFile(file, text, size, &put, NULL) && put == size;
    if (file != INVALID_HANDLE_VALUE)
        CloseHandle(file);
    return fine && MoveFileExW(fresh, name, MOVEFILE_REPLACE_EXISTING);
}

bool rras_registry_unlock(const char *text)
{
    WCHAR name[PATH_ROOM];
    bool fine = !text || replace(text);
    if (lock_file != INVALID_HANDLE_VALUE) {
        CloseHandle(lock_file);
        name_of(L"registry.lock", name);
        DeleteFileW(name);
    }
    ReleaseSRWLockExclusive(&lock);
    return fine;
}
