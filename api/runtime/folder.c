/* SPDX-License-Identifier: MIT */
/* Where Windows is, and the current folder: processenv.h. The same here and under Wine. */
#include "path.h"

#include <stdbool.h>

#include <string.h>

#define WINDOWS "C:\\Windows"
#define TEMPORARY "C:\\Windows\\Temp"

DWORD rras_put(LPCSTR text, LPSTR to, DWORD size)
{
    DWORD length = (DWORD)strlen(text);
    if (length >= size)
        return length + 1;
    memcpy(to, text, length + 1);
    return length;
}

DWORD rras_put_wide(LPCSTR text, LPWSTR to, DWORD size)
{
    DWORD needed = (DWORD)MultiByteToWideChar(CP_UTF8, 0, text, -1, NULL, 0);
    if (needed > size)
        return needed;
    MultiByteToWideChar(CP_UTF8, 0, text, -1, to, (int)size);
    return needed - 1;
}

UINT WINAPI GetSystemDirectoryA(LPSTR to, UINT size)
{
    return rras_put(RRAS_SYSTEM_DIRECTORY, to, size);
}

UINT WINAPI GetSystemDirectoryW(LPWSTR to, UINT size)
{
    return rras_put_wide(RRAS_SYSTEM_DIRECTORY, to, size);
}

UINT WINAPI GetWindowsDirectoryA(LPSTR to, UINT size)
{
    return rras_put(WINDOWS, to, size);
}

UINT WINAPI GetWindowsDirectoryW(LPWSTR to, UINT size)
{
    return rras_put_wide(WINDOWS, to, size);
}

DWORD WINAPI GetTempPathA(DWORD size, LPSTR to)
{
    return rras_put(TEMPORARY "\\", to, size);
}

DWORD WINAPI GetTempPathW(DWORD size, LPWSTR to)
{
    return rras_put_wide(TEMPORARY "\\", to, size);
}

DWORD WINAPI GetCurrentDirectoryA(DWORD size, LPSTR to)
{
    return rras_put(rras_path_current, to, size);
}

DWORD WINAPI GetCurrentDirectoryW(DWORD size, LPWSTR to)
{
    return rras_put_wide(rras_path_current, to, size);
}

static BOOL refuse(DWORD error)
{
    SetLastError(error);
    return FALSE;
}

BOOL WINAPI SetCurrentDirectoryA(LPCSTR path)
{
    char whole[RRAS_PATH_MOST];
    DWORD attributes = GetFileAttributesA(path), length = GetFullPathNameA(path, sizeof whole, whole, NULL);
    if (attributes == INVALID_FILE_ATTRIBUTES)
        return refuse(GetLastError() == ERROR_PATH_NOT_FOUND ? ERROR_PATH_NOT_FOUND : ERROR_FILE_NOT_FOUND);
    if (!(attributes & FILE_ATTRIBUTE_DIRECTORY))
        return refuse(ERROR_DIRECTORY);
    if (length == 0 || length >= sizeof whole || whole[1] != ':') /* nor can it be one of the system below */
        return refuse(ERROR_INVALID_NAME);
    if (length > 3 && whole[length - 1] == '\\')
        whole[length - 1] = '\0';
    memcpy(rras_path_current, whole, strlen(whole) + 1);
    return TRUE;
}

BOOL WINAPI SetCurrentDirectoryW(LPCWSTR path)
{
    char narrow[RRAS_PATH_MOST];
    if (!path || !WideCharToMultiByte(CP_UTF8, 0, path, -1, narrow, sizeof narrow, NULL, NULL))
        return refuse(path ? ERROR_FILENAME_EXCED_RANGE : ERROR_PATH_NOT_FOUND);
    return SetCurrentDirectoryA(narrow);
}
