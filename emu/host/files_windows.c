/* SPDX-License-Identifier: MIT */
/*
 * What a DLL calls under Wine instead of the functions that take a path: C: is the sandbox folder of the run, as in
 * api/runtime/sandbox.c, and not the drive that all runs share. So does its C run-time library.
 */
#include "host/imports.h"
#include "host/left_windows.h"

#include <limits.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <wchar.h>

enum { PATH_ROOM = 1024 };
static const WCHAR current_directory[] = L"C:\\Windows\\System32", windows_directory[] = L"C:\\Windows",
                   temporary_directory[] = L"C:\\Windows\\Temp\\";

/* The folder C of the sandbox, as a program under Wine can open it; FALSE: there is no sandbox */
static bool get_root(WCHAR root[PATH_ROOM])
{
    WCHAR folder[PATH_ROOM / 2];
    DWORD length = GetEnvironmentVariableW(L"RRASEMU_SANDBOX", folder, PATH_ROOM / 2);
    if (length == 0 || length >= PATH_ROOM / 2)
        return false;
    for (WCHAR *at = folder; *at; at++)
        *at = *at == L'/' ? L'\\' : *at;
    return _snwprintf(root, PATH_ROOM, L"\\\\?\\unix%ls\\C", folder) > 0;
}

/* What a Windows machine has before anybody writes a file */
static void make_sandbox(const WCHAR *root)
{
    static const WCHAR *const folders[] = {L"", L"\\Windows", L"\\Windows\\System32", L"\\Windows\\Temp"};
    WCHAR path[PATH_ROOM + 32];
    wcscpy(path, root);
    *wcsrchr(path, L'\\') = 0;
    CreateDirectoryW(path, NULL);
    for (size_t i = 0; i < sizeof folders / sizeof *folders; i++)
        if (_snwprintf(path, PATH_ROOM + 32, L"%ls%ls", root, folders[i]) > 0)
            CreateDirectoryW(path, NULL);
}

/* Adds a name as it is spelled in that folder, or as it was given; whether it is there */
static bool add_name(WCHAR *path, const WCHAR *name)
{
    WIN32_FIND_DATAW entry;
    WCHAR pattern[PATH_ROOM];
    bool found = false;
    size_t length = wcslen(path);
    if (length + wcslen(name) + 2 > PATH_ROOM)
        return false;
    _snwprintf(pattern, PATH_ROOM, L"%ls\\*", path);
    HANDLE search = FindFirstFileW(pattern, &entry);
    if (search != INVALID_HANDLE_VALUE)
        do
            found = _wcsicmp(entry.cFileName, name) == 0;
        while (!found && FindNextFileW(search, &entry));
    path[length] = L'\\';
    wcscpy(path + length + 1, found ? entry.cFileName : name);
    if (search != INVALID_HANDLE_VALUE)
        FindClose(search);
    return found;
}

/* From the root of the drive on; `..` stays below it */
static bool follow(const WCHAR *start, const WCHAR *rest, WCHAR path[PATH_ROOM])
{
    WCHAR text[PATH_ROOM], *names[PATH_ROOM / 2], *next = NULL;
    size_t count = 0;
    if (_snwprintf(text, PATH_ROOM, L"%ls\\%ls", start, rest) < 0)
        return false;
    for (WCHAR *name = wcstok_s(text, L"\\/", &next); name; name = wcstok_s(NULL, L"\\/", &next)) {
        if (wcscmp(name, L"..") == 0)
            count -= count > 0;
        else if (wcscmp(name, L".") != 0)
            names[count++] = name;
    }
    for (size_t i = 0; i < count; i++)
        add_name(path, names[i]);
    return true;
}

/* Where a path leads to: somewhere in the sandbox, or where it is, as what begins with a slash, with Z: or names a
 * device */
static const WCHAR *translate(const WCHAR *path, bool create, WCHAR translated[PATH_ROOM])
{
    if (!path || !*path || *path == L'/' || (path[0] == L'\\' && path[1] == L'\\') || _wcsicmp(path, L"NUL") == 0 ||
        _wcsnicmp(path, L"CON", 3) == 0 || !get_root(translated))
        return path;
    bool has_drive = path[1] == L':';
    if (has_drive && (path[0] | 0x20) == L'z')
        return path;
    if (has_drive && (path[0] | 0x20) != L'c')
        return L"C:\\no such drive\\."; /* nor such a folder */
    const WCHAR *rest = has_drive ? path + 2 : path;
    const WCHAR *start = *rest == L'\\' || *rest == L'/' ? L"" : current_directory + 2;
    if (create)
        make_sandbox(translated);
    return follow(start, rest, translated) ? translated : path;
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
    return left_opened(
        CreateFileW(translate(path, create, to), access, share, security, disposition, attributes, template));
}

static HANDLE WINAPI create_file_a(LPCSTR path, DWORD access, DWORD share, LPSECURITY_ATTRIBUTES security,
                                   DWORD disposition, DWORD attributes, HANDLE template)
{
    WCHAR wide[PATH_ROOM];
    return create_file_w(widen(path, wide), access, share, security, disposition, attributes, template);
}

static BOOL WINAPI delete_file_w(LPCWSTR path)
{
    WCHAR to[PATH_ROOM];
    return DeleteFileW(translate(path, false, to));
}

static BOOL WINAPI delete_file_a(LPCSTR path)
{
    WCHAR wide[PATH_ROOM];
    return delete_file_w(widen(path, wide));
}

static BOOL WINAPI create_directory_w(LPCWSTR path, LPSECURITY_ATTRIBUTES security)
{
    WCHAR to[PATH_ROOM];
    return CreateDirectoryW(translate(path, true, to), security);
}

static BOOL WINAPI create_directory_a(LPCSTR path, LPSECURITY_ATTRIBUTES security)
{
    WCHAR wide[PATH_ROOM];
    return create_directory_w(widen(path, wide), security);
}

static DWORD WINAPI get_attributes_w(LPCWSTR path)
{
    WCHAR to[PATH_ROOM];
    return GetFileAttributesW(translate(path, false, to));
}

static DWORD WINAPI get_attributes_a(LPCSTR path)
{
    WCHAR wide[PATH_ROOM];
    return get_attributes_w(widen(path, wide));
}

static BOOL WINAPI get_attributes_ex_w(LPCWSTR path, GET_FILEEX_INFO_LEVELS level, LPVOID information)
{
    WCHAR to[PATH_ROOM];
    return GetFileAttributesExW(translate(path, false, to), level, information);
}

static BOOL WINAPI path_exists_w(LPCWSTR path)
{
    return get_attributes_w(path) != INVALID_FILE_ATTRIBUTES;
}

static BOOL WINAPI path_exists_a(LPCSTR path)
{
    return get_attributes_a(path) != INVALID_FILE_ATTRIBUTES;
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
    REPLACED("CreateDirectoryW", create_directory_w),
    REPLACED("CreateDirectoryA", create_directory_a),
    REPLACED("GetFileAttributesW", get_attributes_w),
    REPLACED("GetFileAttributesA", get_attributes_a),
    REPLACED("GetFileAttributesExW", get_attributes_ex_w),
    REPLACED("PathFileExistsW", path_exists_w),
    REPLACED("PathFileExistsA", path_exists_a),
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
