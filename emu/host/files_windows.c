/* SPDX-License-Identifier: MIT */
/*
 * What a DLL calls under Wine instead of the functions that take a path: C: is the sandbox folder of the run, as in
 * api/runtime/sandbox.c, and not the drive that all runs share. So does its C run-time library.
 */
#include "host/imports.h"
#include "host/left_windows.h"
#include "runtime/device.h"

#include <limits.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <wchar.h>

enum { PATH_ROOM = 1024 };
static const WCHAR current_directory[] = L"C:\\Windows\\System32", windows_directory[] = L"C:\\Windows",
                   temporary_directory[] = L"C:\\Windows\\Temp\\";

/* Adds to a path what is printed like this; false when it does not fit */
static bool add(WCHAR path[PATH_ROOM], const WCHAR *format, const WCHAR *text)
{
    size_t length = wcslen(path);
    int count = _snwprintf(path + length, PATH_ROOM - length, format, text);
    return count >= 0 && (size_t)count < PATH_ROOM - length;
}

/* The folder C of the sandbox, as a program under Wine can open it; false: there is no sandbox */
static bool get_root(WCHAR root[PATH_ROOM])
{
    WCHAR folder[PATH_ROOM / 2];
    DWORD length = GetEnvironmentVariableW(L"RRASEMU_SANDBOX", folder, PATH_ROOM / 2);
    if (length == 0 || length >= PATH_ROOM / 2)
        return false;
    for (WCHAR *at = folder; *at; at++)
        *at = *at == L'/' ? L'\\' : *at;
    *root = 0;
    return add(root, L"\\\\?\\unix%ls\\C", folder);
}

/* What a Windows machine has before anybody writes a file */
static void make_sandbox(const WCHAR *root)
{
    static const WCHAR *const folders[] = {L"", L"\\Windows", L"\\Windows\\System32", L"\\Windows\\Temp"};
    WCHAR path[PATH_ROOM];
    wcscpy(path, root);
    *wcsrchr(path, L'\\') = 0;
    CreateDirectoryW(path, NULL);
    for (size_t i = 0; i < sizeof folders / sizeof *folders; i++) {
        wcscpy(path, root);
        if (add(path, L"%ls", folders[i]))
            CreateDirectoryW(path, NULL);
    }
}

/* Adds a name as it is spelled in that folder, or as it was given; `found` tells whether it is there */
static bool add_name(WCHAR path[PATH_ROOM], const WCHAR *name, bool *found)
{
    WIN32_FIND_DATAW entry;
    WCHAR pattern[PATH_ROOM];
    wcscpy(pattern, path);
    *found = false;
    if (!add(pattern, L"\\%ls", L"*"))
        return false;
    HANDLE search = FindFirstFileW(pattern, &entry);
    if (search != INVALID_HANDLE_VALUE) {
        do
            *found = _wcsicmp(entry.cFileName, name) == 0;
        while (!*found && FindNextFileW(search, &entry));
        FindClose(search);
    }
    return add(path, L"\\%ls", *found ? entry.cFileName : name);
}

/* From the root of the drive on; `..` stays below it, and all but the last name must be there. */
static DWORD follow(const WCHAR *start, const WCHAR *rest, WCHAR path[PATH_ROOM])
{
    WCHAR text[PATH_ROOM], *names[PATH_ROOM / 2], *next = NULL;
    size_t count = 0;
    wcscpy(text, start);
    if (!add(text, L"\\%ls", rest))
        return ERROR_FILENAME_EXCED_RANGE;
    for (WCHAR *name = wcstok_s(text, L"\\/", &next); name; name = wcstok_s(NULL, L"\\/", &next)) {
        size_t length = wcslen(name);
        if (wcscmp(name, L"..") == 0)
            count -= count > 0;
        while (length > 0 && (name[length - 1] == L'.' || name[length - 1] == L' ')) /* as if they were not there */
            name[--length] = 0;
        if (length > 0)
            names[count++] = name;
    }
    bool found = true;
    for (size_t i = 0; i < count; i++) {
        if (!found)
            return ERROR_PATH_NOT_FOUND;
        for (const WCHAR *at = names[i]; *at; at++) /* Wine takes them */
            if (*at < L' ')
                return ERROR_INVALID_NAME;
        if (!add_name(path, names[i], &found))
            return ERROR_FILENAME_EXCED_RANGE;
    }
    return NO_ERROR;
}

static enum rras_device device_of(const WCHAR *path)
{
    char name[16] = "";
    const WCHAR *last = path;
    for (const WCHAR *at = path; *at; at++)
        if (*at == L'\\' || *at == L'/')
            last = at + 1;
    for (size_t i = 0; i < sizeof name - 1 && last[i]; i++)
        name[i] = last[i] < 128 ? (char)last[i] : '?';
    return rras_device_of(name);
}

/* Where a path leads to: somewhere in the sandbox, or where it is, as what begins with a slash, with Z: or names a
 * device. NULL with the last error set */
static const WCHAR *translate(const WCHAR *path, bool create, WCHAR translated[PATH_ROOM])
{
    const WCHAR *bare = path;
    if (!path)
        SetLastError(ERROR_PATH_NOT_FOUND);
    if (path && (wcsncmp(path, L"\\\\?\\", 4) == 0 || wcsncmp(path, L"\\\\.\\", 4) == 0) && path[4] && path[5] == L':')
        bare = path + 4;
    enum rras_device device = bare ? device_of(bare) : RRAS_NO_DEVICE;
    if (device == RRAS_ABSENT_DEVICE) {
        SetLastError(ERROR_FILE_NOT_FOUND);
        return NULL;
    }
    if (!bare || !*bare || *bare == L'/' || (bare[0] == L'\\' && bare[1] == L'\\') || device != RRAS_NO_DEVICE ||
        !get_root(translated))
        return path;
    bool has_drive = bare[1] == L':';
    if (has_drive && (bare[0] | 0x20) == L'z')
        return path;
    DWORD error = has_drive && (bare[0] | 0x20) != L'c' ? ERROR_PATH_NOT_FOUND : NO_ERROR;
    const WCHAR *rest = has_drive ? bare + 2 : bare;
    if (create && error == NO_ERROR)
        make_sandbox(translated);
    if (error == NO_ERROR)
        error = follow(*rest == L'\\' || *rest == L'/' ? L"" : current_directory + 2, rest, translated);
    SetLastError(error);
    return error == NO_ERROR ? translated : NULL;
}

static const WCHAR *widen(const char *path, WCHAR wide[PATH_ROOM])
{
    return path && MultiByteToWideChar(CP_ACP, 0, path, -1, wide, PATH_ROOM) ? wide : NULL;
}

/* --- what is called instead --- */

static HANDLE WINAPI create_file_w(LPCWSTR path, DWORD access, DWORD share, LPSECURITY_ATTRIBUTES security,
                                   DWORD disposition, DWORD attributes, HANDLE template)
{
    WCHAR to[PATH_ROOM];
    bool create = disposition == CREATE_NEW || disposition == CREATE_ALWAYS || disposition == OPEN_ALWAYS;
    const WCHAR *there = translate(path, create, to);
    return there ? left_opened(CreateFileW(there, access, share, security, disposition, attributes, template))
                 : INVALID_HANDLE_VALUE;
}

static HANDLE WINAPI create_file_a(LPCSTR path, DWORD access, DWORD share, LPSECURITY_ATTRIBUTES security,
                                   DWORD disposition, DWORD attributes, HANDLE template)
{
    WCHAR wide[PATH_ROOM];
    return create_file_w(widen(path, wide), access, share, security, disposition, attributes, template);
}

/* Functions of one path, and of two: what they return when there is no such path, and both forms of them */
#define ONE_PATH(name, type, failure, create, PARAMETERS, ARGUMENTS, CALL)             \
    static type WINAPI name##_w PARAMETERS(LPCWSTR)                                    \
    {                                                                                  \
        WCHAR to[PATH_ROOM];                                                           \
        const WCHAR *there = translate(path, create, to);                              \
        return there ? CALL : failure;                                                 \
    }                                                                                  \
    static type WINAPI name##_a PARAMETERS(LPCSTR)                                     \
    {                                                                                  \
        WCHAR wide[PATH_ROOM];                                                         \
        return name##_w ARGUMENTS(widen(path, wide));                                  \
    }

#define ALONE(TEXT) (TEXT path)
#define ALONE_CALL(text) (text)
ONE_PATH(delete_file, BOOL, FALSE, false, ALONE, ALONE_CALL, DeleteFileW(there))
ONE_PATH(remove_directory, BOOL, FALSE, false, ALONE, ALONE_CALL, RemoveDirectoryW(there))
ONE_PATH(get_attributes, DWORD, INVALID_FILE_ATTRIBUTES, false, ALONE, ALONE_CALL, GetFileAttributesW(there))
ONE_PATH(path_exists, BOOL, FALSE, false, ALONE, ALONE_CALL, GetFileAttributesW(there) != INVALID_FILE_ATTRIBUTES)

#define SECURED(TEXT) (TEXT path, LPSECURITY_ATTRIBUTES security)
#define SECURED_CALL(text) (text, security)
ONE_PATH(create_directory, BOOL, FALSE, true, SECURED, SECURED_CALL, CreateDirectoryW(there, security))

#define INFORMED(TEXT) (TEXT path, GET_FILEEX_INFO_LEVELS level, LPVOID information)
#define INFORMED_CALL(text) (text, level, information)
ONE_PATH(get_attributes_ex, BOOL, FALSE, false, INFORMED, INFORMED_CALL, GetFileAttributesExW(there, level, information))

#define CHANGED(TEXT) (TEXT path, DWORD attributes)
#define CHANGED_CALL(text) (text, attributes)
ONE_PATH(set_attributes, BOOL, FALSE, false, CHANGED, CHANGED_CALL, SetFileAttributesW(there, attributes))

static HANDLE WINAPI find_first_w(LPCWSTR path, LPWIN32_FIND_DATAW found)
{
    WCHAR to[PATH_ROOM];
    const WCHAR *there = translate(path, false, to);
    return there ? FindFirstFileW(there, found) : INVALID_HANDLE_VALUE;
}

static HANDLE WINAPI find_first_a(LPCSTR path, LPWIN32_FIND_DATAA found)
{
    WCHAR wide[PATH_ROOM], to[PATH_ROOM];
    CHAR narrow[2 * PATH_ROOM];
    const WCHAR *there = translate(widen(path, wide), false, to);
    bool fits = there && WideCharToMultiByte(CP_ACP, 0, there, -1, narrow, sizeof narrow, NULL, NULL);
    return fits ? FindFirstFileA(narrow, found) : INVALID_HANDLE_VALUE;
}

static BOOL WINAPI move_file_ex_w(LPCWSTR from, LPCWSTR to, DWORD flags)
{
    WCHAR old[PATH_ROOM], fresh[PATH_ROOM];
    const WCHAR *source = translate(from, false, old), *target = translate(to, true, fresh);
    return source && (target || !to) && MoveFileExW(source, target, flags);
}

static BOOL WINAPI move_file_ex_a(LPCSTR from, LPCSTR to, DWORD flags)
{
    WCHAR old[PATH_ROOM], fresh[PATH_ROOM];
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
    WCHAR old[PATH_ROOM], fresh[PATH_ROOM];
    const WCHAR *source = translate(from, false, old), *target = translate(to, true, fresh);
    return source && target && CopyFileW(source, target, new_only);
}

static BOOL WINAPI copy_file_a(LPCSTR from, LPCSTR to, BOOL new_only)
{
    WCHAR old[PATH_ROOM], fresh[PATH_ROOM];
    return copy_file_w(widen(from, old), widen(to, fresh), new_only);
}

static DWORD put_w(const WCHAR *text, LPWSTR to, DWORD size)
{
    DWORD length = (DWORD)wcslen(text);
    if (length >= size)
        return length + 1;
    wcscpy(to, text);
    return length;
}

static DWORD put_a(const WCHAR *text, LPSTR to, DWORD size)
{
    DWORD length = (DWORD)wcslen(text);
    if (length >= size)
        return length + 1;
    WideCharToMultiByte(CP_ACP, 0, text, -1, to, (int)size, NULL, NULL);
    return length;
}

static UINT WINAPI system_directory_w(LPWSTR to, UINT size)
{
    return put_w(current_directory, to, size);
}

static UINT WINAPI system_directory_a(LPSTR to, UINT size)
{
    return put_a(current_directory, to, size);
}

static UINT WINAPI windows_directory_w(LPWSTR to, UINT size)
{
    return put_w(windows_directory, to, size);
}

static UINT WINAPI windows_directory_a(LPSTR to, UINT size)
{
    return put_a(windows_directory, to, size);
}

static DWORD WINAPI directory_w(DWORD size, LPWSTR to)
{
    return put_w(current_directory, to, size);
}

static DWORD WINAPI directory_a(DWORD size, LPSTR to)
{
    return put_a(current_directory, to, size);
}

static DWORD WINAPI temp_path_w(DWORD size, LPWSTR to)
{
    return put_w(temporary_directory, to, size);
}

static DWORD WINAPI temp_path_a(DWORD size, LPSTR to)
{
    return put_a(temporary_directory, to, size);
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
    REPLACED("GetFileAttributesA", get_attributes_a),
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
    REPLACED("GetSystemDirectoryW", system_directory_w),
    REPLACED("GetSystemDirectoryA", system_directory_a),
    REPLACED("GetWindowsDirectoryW", windows_directory_w),
    REPLACED("GetWindowsDirectoryA", windows_directory_a),
    REPLACED("GetCurrentDirectoryW", directory_w),
    REPLACED("GetCurrentDirectoryA", directory_a),
    REPLACED("GetTempPathW", temp_path_w),
    REPLACED("GetTempPathA", temp_path_a),
    {NULL, NULL},
};
