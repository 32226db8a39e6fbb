/* SPDX-License-Identifier: MIT */
/*
 * What a DLL calls under Wine instead of the functions that take a path: C: is the sandbox folder of the run, as
 * api/runtime/path.c has it, and not the drive that all runs share. So does its C run-time library.
 */
#include "host/imports_windows.h"
#include "host/left_windows.h"
#include "host/replaced.h"
#include "runtime/path.h"

#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <wchar.h>

/* Adds to a path what is printed like this; false when it does not fit */
static bool add_to_path(WCHAR path[FILES_PATH_ROOM], const WCHAR *format, const WCHAR *text)
{
    size_t length = wcslen(path);
    int count = _snwprintf(path + length, FILES_PATH_ROOM - length, format, text);
    return count >= 0 && (size_t)count < FILES_PATH_ROOM - length;
}

/* The folder C of the sandbox, as a program under Wine can open it */
static DWORD get_root(WCHAR root[FILES_PATH_ROOM])
{
    WCHAR folder[FILES_PATH_ROOM / 2];
    DWORD length = GetEnvironmentVariableW(L"RRASEMU_SANDBOX", folder, FILES_PATH_ROOM / 2);
    if (length == 0 || length >= FILES_PATH_ROOM / 2)
        return ERROR_PATH_NOT_FOUND; /* every run has one */
    for (WCHAR *at = folder; *at; at++)
        *at = *at == L'/' ? L'\\' : *at;
    *root = 0;
    return add_to_path(root, L"\\\\?\\unix%ls\\C", folder) ? NO_ERROR : ERROR_FILENAME_EXCED_RANGE;
}

static void make_sandbox(const WCHAR *root)
{
    WCHAR path[FILES_PATH_ROOM], name[64];
    wcscpy(path, root);
    *wcsrchr(path, L'\\') = 0;
    CreateDirectoryW(path, NULL);
    CreateDirectoryW(root, NULL);
    for (size_t i = 0; rras_path_folders[i]; i++) {
        MultiByteToWideChar(CP_UTF8, 0, rras_path_folders[i], -1, name, sizeof name / sizeof *name);
        for (WCHAR *at = name; *at; at++)
            *at = *at == L'/' ? L'\\' : *at;
        wcscpy(path, root);
        if (add_to_path(path, L"\\%ls", name))
            CreateDirectoryW(path, NULL);
    }
}

static DWORD add_name(void *self, LPCSTR name, BOOL *found)
{
    WCHAR *path = self, pattern[FILES_PATH_ROOM], wide[FILES_PATH_ROOM];
    char spelled[4 * MAX_PATH];
    WIN32_FIND_DATAW entry;
    wcscpy(pattern, path);
    *found = FALSE;
    if (!add_to_path(pattern, L"\\%ls", L"*") || !MultiByteToWideChar(CP_UTF8, 0, name, -1, wide, FILES_PATH_ROOM))
        return ERROR_FILENAME_EXCED_RANGE;
    HANDLE search = FindFirstFileW(pattern, &entry);
    if (search != INVALID_HANDLE_VALUE) {
        do {
            WideCharToMultiByte(CP_UTF8, 0, entry.cFileName, -1, spelled, sizeof spelled, NULL, NULL);
            *found = rras_path_same_name(spelled, name);
        } while (!*found && FindNextFileW(search, &entry));
        FindClose(search);
    }
    return add_to_path(path, L"\\%ls", *found ? entry.cFileName : wide) ? NO_ERROR : ERROR_FILENAME_EXCED_RANGE;
}

/* A pipe is no file of a drive: the server's end of it is another thread's. */
static bool is_pipe(const WCHAR *path)
{
    static const WCHAR pipes[] = L"\\\\.\\pipe\\";
    return path && _wcsnicmp(path, pipes, wcslen(pipes)) == 0;
}

const WCHAR *files_translate(const WCHAR *path, enum files_purpose purpose, WCHAR translated[FILES_PATH_ROOM])
{
    static __thread struct rras_path taken;
    char narrow[RRAS_PATH_MOST];
    DWORD error = ERROR_FILENAME_EXCED_RANGE;
    if (is_pipe(path))
        return path;
    if (!path || WideCharToMultiByte(CP_UTF8, 0, path, -1, narrow, sizeof narrow, NULL, NULL))
        error = rras_path_take(&taken, path ? narrow : NULL, purpose == FILES_TO_LIST);
    if (error == NO_ERROR && taken.place != RRAS_PLACE_DRIVE)
        return path;
    if (error == NO_ERROR)
        error = get_root(translated);
    static LONG made; /* the drive is there before anybody writes */
    if (error == NO_ERROR && (InterlockedExchange(&made, 1) == 0 || purpose == FILES_TO_CREATE))
        make_sandbox(translated);
    if (error == NO_ERROR)
        error = rras_path_follow(&taken, add_name, translated);
    SetLastError(error);
    return error == NO_ERROR ? translated : NULL;
}

static const WCHAR *widen(const char *path, WCHAR wide[FILES_PATH_ROOM])
{
    return path && MultiByteToWideChar(CP_ACP, 0, path, -1, wide, FILES_PATH_ROOM) ? wide : NULL;
}

/* --- what is called instead --- */

static HANDLE WINAPI create_file_w(LPCWSTR path, DWORD access, DWORD share, LPSECURITY_ATTRIBUTES security,
                                   DWORD disposition, DWORD attributes, HANDLE template)
{
    WCHAR to[FILES_PATH_ROOM];
    bool create = disposition == CREATE_NEW || disposition == CREATE_ALWAYS || disposition == OPEN_ALWAYS;
    const WCHAR *there = files_translate(path, create ? FILES_TO_CREATE : FILES_TO_FIND, to);
    return there ? left_opened(CreateFileW(there, access, share, security, disposition, attributes, template))
                 : INVALID_HANDLE_VALUE;
}

static HANDLE WINAPI create_file_a(LPCSTR path, DWORD access, DWORD share, LPSECURITY_ATTRIBUTES security,
                                   DWORD disposition, DWORD attributes, HANDLE template)
{
    WCHAR wide[FILES_PATH_ROOM];
    return create_file_w(widen(path, wide), access, share, security, disposition, attributes, template);
}

/* Functions of one path, and of two: what they return when there is no such path, and both forms of them */
#define ONE_PATH(name, type, failure, purpose, PARAMETERS, ARGUMENTS, CALL) \
    static type WINAPI name##_w PARAMETERS(LPCWSTR)                         \
    {                                                                       \
        WCHAR to[FILES_PATH_ROOM];                                          \
        const WCHAR *there = files_translate(path, purpose, to);            \
        return there ? CALL : failure;                                      \
    }                                                                       \
    static type WINAPI name##_a PARAMETERS(LPCSTR)                          \
    {                                                                       \
        WCHAR wide[FILES_PATH_ROOM];                                        \
        return name##_w ARGUMENTS(widen(path, wide));                       \
    }

#define ALONE(TEXT) (TEXT path)
#define ALONE_CALL(text) (text)
ONE_PATH(delete_file, BOOL, FALSE, FILES_TO_FIND, ALONE, ALONE_CALL, DeleteFileW(there))
/* The current folder is one of ours, so that the system does not know that it is open. */
static BOOL remove_folder(LPCWSTR there)
{
    WCHAR wide[FILES_PATH_ROOM], translated[FILES_PATH_ROOM];
    const WCHAR *current = files_translate(widen(rras_path_current, wide), FILES_TO_FIND, translated);
    if (current && wcscmp(current, there) == 0) {
        SetLastError(ERROR_SHARING_VIOLATION);
        return FALSE;
    }
    return RemoveDirectoryW(there);
}

ONE_PATH(remove_directory, BOOL, FALSE, FILES_TO_FIND, ALONE, ALONE_CALL, remove_folder(there))
ONE_PATH(get_attributes, DWORD, INVALID_FILE_ATTRIBUTES, FILES_TO_FIND, ALONE, ALONE_CALL, GetFileAttributesW(there))
ONE_PATH(path_exists, BOOL, FALSE, FILES_TO_FIND, ALONE, ALONE_CALL,
         GetFileAttributesW(there) != INVALID_FILE_ATTRIBUTES)

#define SECURED(TEXT) (TEXT path, LPSECURITY_ATTRIBUTES security)
#define SECURED_CALL(text) (text, security)
ONE_PATH(create_directory, BOOL, FALSE, FILES_TO_CREATE, SECURED, SECURED_CALL, CreateDirectoryW(there, security))

#define INFORMED(TEXT) (TEXT path, GET_FILEEX_INFO_LEVELS level, LPVOID information)
#define INFORMED_CALL(text) (text, level, information)
ONE_PATH(get_attributes_ex, BOOL, FALSE, FILES_TO_FIND, INFORMED, INFORMED_CALL,
         GetFileAttributesExW(there, level, information))

#define CHANGED(TEXT) (TEXT path, DWORD attributes)
#define CHANGED_CALL(text) (text, attributes)
ONE_PATH(set_attributes, BOOL, FALSE, FILES_TO_FIND, CHANGED, CHANGED_CALL, SetFileAttributesW(there, attributes))

static HANDLE WINAPI find_first_w(LPCWSTR path, LPWIN32_FIND_DATAW found)
{
    WCHAR to[FILES_PATH_ROOM];
    const WCHAR *there = files_translate(path, FILES_TO_LIST, to);
    return there ? FindFirstFileW(there, found) : INVALID_HANDLE_VALUE;
}

static HANDLE WINAPI find_first_a(LPCSTR path, LPWIN32_FIND_DATAA found)
{
    WCHAR wide[FILES_PATH_ROOM], to[FILES_PATH_ROOM];
    CHAR narrow[2 * FILES_PATH_ROOM];
    const WCHAR *there = files_translate(widen(path, wide), FILES_TO_LIST, to);
    bool fits = there && WideCharToMultiByte(CP_ACP, 0, there, -1, narrow, sizeof narrow, NULL, NULL);
    return fits ? FindFirstFileA(narrow, found) : INVALID_HANDLE_VALUE;
}

static BOOL WINAPI move_file_ex_w(LPCWSTR from, LPCWSTR to, DWORD flags)
{
    WCHAR old[FILES_PATH_ROOM], fresh[FILES_PATH_ROOM];
    const WCHAR *source = files_translate(from, FILES_TO_FIND, old),
                *target = files_translate(to, FILES_TO_CREATE, fresh);
    return source && (target || !to) && MoveFileExW(source, target, flags);
}

static BOOL WINAPI move_file_ex_a(LPCSTR from, LPCSTR to, DWORD flags)
{
    WCHAR old[FILES_PATH_ROOM], fresh[FILES_PATH_ROOM];
    return move_file_ex_w(widen(from, old), widen(to, fresh), flags);
}

static BOOL WINAPI move_file_w(LPCWSTR from, LPCWSTR to)
{
    return move_file_ex_w(from, to, MOVEFILE_COPY_ALLOWED);
}

static BOOL WINAPI move_file_a(LPCSTR from, LPCSTR to)
{
    return move_file_ex_a(from, to, MOVEFILE_COPY_ALLOWED);
}

static BOOL WINAPI copy_file_w(LPCWSTR from, LPCWSTR to, BOOL new_only)
{
    WCHAR old[FILES_PATH_ROOM], fresh[FILES_PATH_ROOM];
    const WCHAR *source = files_translate(from, FILES_TO_FIND, old),
                *target = files_translate(to, FILES_TO_CREATE, fresh);
    return source && target && CopyFileW(source, target, new_only);
}

static BOOL WINAPI copy_file_a(LPCSTR from, LPCSTR to, BOOL new_only)
{
    WCHAR old[FILES_PATH_ROOM], fresh[FILES_PATH_ROOM];
    return copy_file_w(widen(from, old), widen(to, fresh), new_only);
}

DWORD WINAPI rras_GetFileAttributesA(LPCSTR path)
{
    return get_attributes_a(path);
}

const struct replacement file_replacements[] = {
    REPLACED("CreateFileW", create_file_w),
    REPLACED("CreateFileA", create_file_a),
    REPLACED("DeleteFileW", delete_file_w),
    REPLACED("DeleteFileA", delete_file_a),
    REPLACED("RemoveDirectoryW", remove_directory_w),
    REPLACED("RemoveDirectoryA", remove_directory_a),
    REPLACED("CreateDirectoryW", create_directory_w),
    REPLACED("CreateDirectoryA", create_directory_a),
    REPLACED("GetFileAttributesW", get_attributes_w),
    REPLACED("GetFileAttributesA", rras_GetFileAttributesA),
    REPLACED("SetFileAttributesW", set_attributes_w),
    REPLACED("SetFileAttributesA", set_attributes_a),
    REPLACED("PathFileExistsW", path_exists_w),
    REPLACED("PathFileExistsA", path_exists_a),
    REPLACED("FindFirstFileW", find_first_w),
    REPLACED("FindFirstFileA", find_first_a),
    REPLACED("MoveFileW", move_file_w),
    REPLACED("MoveFileA", move_file_a),
    REPLACED("MoveFileExW", move_file_ex_w),
    REPLACED("MoveFileExA", move_file_ex_a),
    REPLACED("CopyFileW", copy_file_w),
    REPLACED("CopyFileA", copy_file_a),
    REPLACED("GetFileAttributesExW", get_attributes_ex_w),
    REPLACED("GetFileAttributesExA", get_attributes_ex_a),
    REPLACED("GetSystemDirectoryW", rras_GetSystemDirectoryW),
    REPLACED("GetSystemDirectoryA", rras_GetSystemDirectoryA),
    REPLACED("GetWindowsDirectoryW", rras_GetWindowsDirectoryW),
    REPLACED("GetWindowsDirectoryA", rras_GetWindowsDirectoryA),
    REPLACED("GetCurrentDirectoryW", rras_GetCurrentDirectoryW),
    REPLACED("GetCurrentDirectoryA", rras_GetCurrentDirectoryA),
    REPLACED("GetTempPathW", rras_GetTempPathW),
    REPLACED("GetTempPathA", rras_GetTempPathA),
    REPLACED("SetCurrentDirectoryW", rras_SetCurrentDirectoryW),
    REPLACED("SetCurrentDirectoryA", rras_SetCurrentDirectoryA),
    REPLACED("GetFullPathNameW", rras_GetFullPathNameW),
    REPLACED("GetFullPathNameA", rras_GetFullPathNameA),
    {NULL, NULL},
};
