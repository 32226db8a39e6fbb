/* SPDX-License-Identifier: MIT */
/* INI files under Wine: they are in the sandbox, as other files are (files_windows.c), and have no memory of their own. */
#include "host/imports_windows.h"

#include <stdlib.h>
#include <string.h>
#include <wchar.h>

/* A name without a folder is in that of Windows. */
static const WCHAR *place(LPCWSTR path, enum files_purpose purpose, WCHAR translated[FILES_PATH_ROOM])
{
    WCHAR whole[FILES_PATH_ROOM] = L"C:\\Windows\\";
    if (!path || wcslen(path) >= FILES_PATH_ROOM / 2)
        return NULL;
    wcscpy(wcspbrk(path, L"\\/:") ? whole : whole + wcslen(whole), path);
    return files_translate(whole, purpose, translated);
}

static DWORD WINAPI string_w(LPCWSTR section, LPCWSTR key, LPCWSTR otherwise, LPWSTR to, DWORD size, LPCWSTR path)
{
    WCHAR translated[FILES_PATH_ROOM];
    return GetPrivateProfileStringW(section, key, otherwise, to, size, place(path, FILES_TO_FIND, translated));
}

static UINT WINAPI int_w(LPCWSTR section, LPCWSTR key, INT otherwise, LPCWSTR path)
{
    WCHAR translated[FILES_PATH_ROOM];
    return GetPrivateProfileIntW(section, key, otherwise, place(path, FILES_TO_FIND, translated));
}

static DWORD WINAPI section_w(LPCWSTR section, LPWSTR to, DWORD size, LPCWSTR path)
{
    WCHAR translated[FILES_PATH_ROOM];
    return GetPrivateProfileSectionW(section, to, size, place(path, FILES_TO_FIND, translated));
}

static DWORD WINAPI names_w(LPWSTR to, DWORD size, LPCWSTR path)
{
    WCHAR translated[FILES_PATH_ROOM];
    return GetPrivateProfileSectionNamesW(to, size, place(path, FILES_TO_FIND, translated));
}

/* Written at once, as the next reader may be another process */
static BOOL WINAPI write_w(LPCWSTR section, LPCWSTR key, LPCWSTR value, LPCWSTR path)
{
    WCHAR translated[FILES_PATH_ROOM];
    const WCHAR *placed = place(path, FILES_TO_CREATE, translated);
    BOOL fine = placed && WritePrivateProfileStringW(section, key, value, placed);
    if (fine)
        WritePrivateProfileStringW(NULL, NULL, NULL, placed);
    return fine;
}

/* --- narrow: the paths are, and what is read and written as it is --- */

static const char *place_narrow(LPCSTR path, enum files_purpose purpose, char translated[FILES_PATH_ROOM])
{
    WCHAR wide[FILES_PATH_ROOM], placed[FILES_PATH_ROOM];
    if (!path || !MultiByteToWideChar(CP_ACP, 0, path, -1, wide, FILES_PATH_ROOM))
        return NULL;
    const WCHAR *found = place(wide, purpose, placed);
    return found && WideCharToMultiByte(CP_ACP, 0, found, -1, translated, FILES_PATH_ROOM, NULL, NULL) ? translated
                                                                                                       : NULL;
}

static DWORD WINAPI string_a(LPCSTR section, LPCSTR key, LPCSTR otherwise, LPSTR to, DWORD size, LPCSTR path)
{
    char translated[FILES_PATH_ROOM];
    return GetPrivateProfileStringA(section, key, otherwise, to, size, place_narrow(path, FILES_TO_FIND, translated));
}

static UINT WINAPI int_a(LPCSTR section, LPCSTR key, INT otherwise, LPCSTR path)
{
    char translated[FILES_PATH_ROOM];
    return GetPrivateProfileIntA(section, key, otherwise, place_narrow(path, FILES_TO_FIND, translated));
}

static DWORD WINAPI section_a(LPCSTR section, LPSTR to, DWORD size, LPCSTR path)
{
    char translated[FILES_PATH_ROOM];
    return GetPrivateProfileSectionA(section, to, size, place_narrow(path, FILES_TO_FIND, translated));
}

static DWORD WINAPI names_a(LPSTR to, DWORD size, LPCSTR path)
{
    char translated[FILES_PATH_ROOM];
    return GetPrivateProfileSectionNamesA(to, size, place_narrow(path, FILES_TO_FIND, translated));
}

static BOOL WINAPI write_a(LPCSTR section, LPCSTR key, LPCSTR value, LPCSTR path)
{
    char translated[FILES_PATH_ROOM];
    const char *placed = place_narrow(path, FILES_TO_CREATE, translated);
    BOOL fine = placed && WritePrivateProfileStringA(section, key, value, placed);
    if (fine)
        WritePrivateProfileStringA(NULL, NULL, NULL, placed);
    return fine;
}

const struct replacement profile_replacements[] = {
    REPLACED("GetPrivateProfileStringW", string_w),
    REPLACED("GetPrivateProfileStringA", string_a),
    REPLACED("GetPrivateProfileIntW", int_w),
    REPLACED("GetPrivateProfileIntA", int_a),
    REPLACED("GetPrivateProfileSectionW", section_w),
    REPLACED("GetPrivateProfileSectionA", section_a),
    REPLACED("GetPrivateProfileSectionNamesW", names_w),
    REPLACED("GetPrivateProfileSectionNamesA", names_a),
    REPLACED("WritePrivateProfileStringW", write_w),
    REPLACED("WritePrivateProfileStringA", write_a),
    {NULL, NULL},
};
