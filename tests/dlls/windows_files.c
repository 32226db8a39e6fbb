/* SPDX-License-Identifier: MIT */
/*
 * A test DLL, for Windows and native, whose callout does with files, INI files, paths and names what callouts do, and says
 * what each call has answered: a line of the call's name, its result and, behind a failure, the last error.
 */
#define _WIN32_WINNT 0x0A00
#include <windows.h>

#include <mprapi.h>
#include <shlwapi.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define OWN_ACCEPT
#include "rest.h"

static void say(const char *call, long long result, const char *words)
{
    char line[1024];
    snprintf(line, sizeof line, "%s %lld%s%s\n", call, result, *words ? " " : "", words);
    OutputDebugStringA(line);
}

/* A BOOL, with the error where it is FALSE */
static void tell(const char *call, BOOL fine)
{
    char words[32] = "";
    if (!fine)
        snprintf(words, sizeof words, "error %u", (unsigned)GetLastError());
    say(call, fine != FALSE, words);
}

static void tell_wide(const char *call, long long result, const WCHAR *wide)
{
    char narrow[1024] = "";
    WideCharToMultiByte(CP_UTF8, 0, wide, -1, narrow, sizeof narrow, NULL, NULL);
    say(call, result, narrow);
}

/* Nulls as bars */
static void tell_list(const char *call, DWORD length, WCHAR *list)
{
    for (DWORD i = 0; i < length; i++)
        list[i] = list[i] ? list[i] : L'|';
    list[length] = 0;
    tell_wide(call, length, list);
}

static void write_file(const WCHAR *path, const char *text)
{
    DWORD written;
    HANDLE file = CreateFileW(path, GENERIC_WRITE, 0, NULL, CREATE_ALWAYS, FILE_ATTRIBUTE_NORMAL, NULL);
    WriteFile(file, text, (DWORD)strlen(text), &written, NULL);
    CloseHandle(file);
}

static void read_file(const char *call, const WCHAR *path)
{
    char text[1024] = "";
    DWORD size = 0;
    HANDLE file = CreateFileW(path, GENERIC_READ, FILE_SHARE_READ, NULL, OPEN_EXISTING, 0, NULL);
    if (file != INVALID_HANDLE_VALUE) {
        ReadFile(file, text, sizeof text - 1, &size, NULL);
        CloseHandle(file);
    }
    text[size] = '\0';
    for (char *at = text; (at = strpbrk(at, "\r\n"));)
        *at = *at == '\r' ? '/' : '|';
    say(call, size, text);
}

/* --- INI files --- */

#define INI L"C:\\ProgramData\\callout.ini"

static void string(const WCHAR *section, const WCHAR *key, DWORD size)
{
    WCHAR value[64] = L"";
    DWORD length = GetPrivateProfileStringW(section, key, L"none ", value, size, INI);
    tell_wide("string", length, value);
}

static void ini(void)
{
    static const WCHAR *const keys[] = {L"plain", L"PLAIN",  L"blanks",  L"quoted",  L"single", L"half",
                                        L"empty", L"equals", L"missing", L"comment", L"twice",  L"umlaut"};
    WCHAR list[128];
    write_file(INI,
               "; a file\r\nstray=1\r\n[First]\r\nplain=value\r\n  blanks  =  in  between  \r\nquoted=\"a b\"\r\n"
               "single='c d'\r\nhalf=\"e\r\nempty=\r\nequals=a=b=c\r\n;comment=no\r\ntwice=1\r\ntwice=2\r\nbare\r\n"
               "\r\n[ Second ]\nnumber=42\nhex=0x1f\nnegative=-7\ntail=12abc\nword=abc\n[Empty]\n[first]\nlate=1\n");
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++)
        string(L"first", keys[i], 64);
    string(L"Third", L"plain", 64);
    string(L"First", L"late", 64);
    string(L"First", L"plain", 4);
    string(L"First", L"plain", 1);
    static const WCHAR *const numbers[] = {L"number", L"hex", L"negative", L"tail", L"word", L"missing"};
    for (size_t i = 0; i < sizeof numbers / sizeof *numbers; i++)
        say("number", (INT)GetPrivateProfileIntW(L"Second", numbers[i], 99, INI), "");
    tell_list("sections", GetPrivateProfileSectionNamesW(list, 128, INI), list);
    tell_list("sections, cut", GetPrivateProfileSectionNamesW(list, 10, INI), list);
    tell_list("keys", GetPrivateProfileStringW(L"Second", NULL, L"", list, 128, INI), list);
    tell_list("section", GetPrivateProfileSectionW(L"Second", list, 128, INI), list);
    tell_list("empty section", GetPrivateProfileSectionW(L"Empty", list, 128, INI), list);
    tell_list("no file", GetPrivateProfileSectionNamesW(list, 128, L"C:\\nowhere.ini"), list);
}

static void ini_writing(void)
{
#define WRITTEN L"C:\\ProgramData\\written.ini"
    tell("write", WritePrivateProfileStringW(L"one", L"a", L"1", WRITTEN));
    tell("write", WritePrivateProfileStringW(L"one", L"b", L"2", WRITTEN));
    tell("write", WritePrivateProfileStringW(L"two", L"c", L"3", WRITTEN));
    tell("write", WritePrivateProfileStringW(L"ONE", L"A", L"11", WRITTEN));
    tell("write", WritePrivateProfileStringW(L"one", L"d", L"4", WRITTEN));
    read_file("written", WRITTEN);
    tell("delete", WritePrivateProfileStringW(L"one", L"b", NULL, WRITTEN));
    read_file("without an entry", WRITTEN);
    tell("delete", WritePrivateProfileStringW(L"one", NULL, NULL, WRITTEN));
    read_file("without a section", WRITTEN);
}

/* --- files --- */

static void finds(void)
{
    static const WCHAR *const patterns[] = {L"*",   L"*.log", L"*.LOG", L"a?.log", L"b*",
                                            L"*.*", L"*.txt", L"none*", L"?.l*"};
    CreateDirectoryW(L"C:\\ProgramData\\logs", NULL);
    write_file(L"C:\\ProgramData\\logs\\b.log", "12345");
    write_file(L"C:\\ProgramData\\logs\\A1.log", "1");
    write_file(L"C:\\ProgramData\\logs\\a2.LOG", "12");
    write_file(L"C:\\ProgramData\\logs\\readme", "");
    CreateDirectoryW(L"C:\\ProgramData\\logs\\old", NULL);
    for (size_t i = 0; i < sizeof patterns / sizeof *patterns; i++) {
        WCHAR path[MAX_PATH] = L"C:\\ProgramData\\logs\\";
        WIN32_FIND_DATAW data;
        char found[512] = "";
        lstrcatW(path, patterns[i]);
        HANDLE handle = FindFirstFileW(path, &data);
        tell("find", handle != INVALID_HANDLE_VALUE);
        if (handle == INVALID_HANDLE_VALUE)
            continue;
        do {
            char name[128];
            WideCharToMultiByte(CP_UTF8, 0, data.cFileName, -1, name, sizeof name, NULL, NULL);
            snprintf(found + strlen(found), sizeof found - strlen(found), "%s%s(%u) ", name,
                     data.dwFileAttributes & FILE_ATTRIBUTE_DIRECTORY ? "/" : "", (unsigned)data.nFileSizeLow);
        } while (FindNextFileW(handle, &data));
        say("found", GetLastError(), found);
        tell("close", FindClose(handle));
    }
    WIN32_FIND_DATAW data;
    tell("find in nothing", FindFirstFileW(L"C:\\nowhere\\*", &data) != INVALID_HANDLE_VALUE);
}

#define DATA L"C:\\ProgramData\\"

static void moves(void)
{
    WIN32_FILE_ATTRIBUTE_DATA attributes;
    write_file(DATA L"one.txt", "one");
    write_file(DATA L"two.txt", "two");
    tell("move", MoveFileW(DATA L"one.txt", DATA L"two.txt"));
    tell("move", MoveFileW(DATA L"one.txt", DATA L"three.txt"));
    tell("move", MoveFileW(DATA L"one.txt", DATA L"four.txt"));
    tell("replace", MoveFileExW(DATA L"three.txt", DATA L"two.txt", MOVEFILE_REPLACE_EXISTING));
    read_file("two", DATA L"two.txt");
    tell("copy", CopyFileW(DATA L"two.txt", DATA L"five.txt", TRUE));
    tell("copy", CopyFileW(DATA L"two.txt", DATA L"five.txt", TRUE));
    tell("copy", CopyFileW(DATA L"two.txt", DATA L"five.txt", FALSE));
    tell("copy of nothing", CopyFileW(DATA L"six.txt", DATA L"seven.txt", FALSE));
    read_file("five", DATA L"five.txt");
    tell("read-only", SetFileAttributesW(DATA L"five.txt", FILE_ATTRIBUTE_READONLY));
    tell("delete", DeleteFileW(DATA L"five.txt"));
    tell("attributes", GetFileAttributesExW(DATA L"five.txt", GetFileExInfoStandard, &attributes));
    say("are", attributes.dwFileAttributes & (FILE_ATTRIBUTE_READONLY | FILE_ATTRIBUTE_DIRECTORY), "");
    say("size", attributes.nFileSizeLow, "");
    tell("writable", SetFileAttributesW(DATA L"five.txt", FILE_ATTRIBUTE_NORMAL));
    tell("delete", DeleteFileW(DATA L"five.txt"));
    CreateDirectoryW(DATA L"folder", NULL);
    write_file(DATA L"folder\\in", "");
    tell("remove", RemoveDirectoryW(DATA L"folder"));
    tell("remove a file", RemoveDirectoryW(DATA L"folder\\in"));
    tell("remove nothing", RemoveDirectoryW(DATA L"nothing"));
    tell("move a folder", MoveFileW(DATA L"folder", DATA L"moved"));
    tell("delete", DeleteFileW(DATA L"moved\\in"));
    tell("remove", RemoveDirectoryW(DATA L"moved"));
}

static void locks(void)
{
    HANDLE one, other;
    write_file(DATA L"locked", "0123456789");
    one = CreateFileW(DATA L"locked", GENERIC_READ | GENERIC_WRITE, FILE_SHARE_READ | FILE_SHARE_WRITE, NULL,
                      OPEN_EXISTING, 0, NULL);
    other = CreateFileW(DATA L"locked", GENERIC_READ | GENERIC_WRITE, FILE_SHARE_READ | FILE_SHARE_WRITE, NULL,
                        OPEN_EXISTING, 0, NULL);
    tell("lock", LockFile(one, 0, 0, 5, 0));
    tell("lock the same", LockFile(other, 2, 0, 5, 0));
    tell("lock the rest", LockFile(other, 5, 0, 5, 0));
    tell("unlock", UnlockFile(one, 0, 0, 5, 0));
    tell("lock", LockFile(other, 0, 0, 5, 0));
    CloseHandle(one);
    CloseHandle(other);
}

static void names(void)
{
    static const WCHAR *const given[] = {L"file.txt",  L"..\\x", L"C:\\a\\.\\b\\..\\c\\", L"C:\\", L"/a/b",
                                         L"C:\\a.b. ", L"\\root"};
    WCHAR path[MAX_PATH], *name = NULL;
    UINT number = GetTempFileNameW(L"C:\\Windows\\Temp", L"call", 7, path);
    tell_wide("temporary", number, path);
    say("made", GetFileAttributesW(path) != INVALID_FILE_ATTRIBUTES, "");
    number = GetTempFileNameW(L"C:\\nowhere", L"call", 0, path);
    tell("temporary in nothing", number != 0);
    for (size_t i = 0; i < sizeof given / sizeof *given; i++) {
        if (given[i][0] == L'/')
            continue; /* a path of the system below */
        DWORD length = GetFullPathNameW(given[i], MAX_PATH, path, &name);
        tell_wide("whole", length, path);
        tell_wide("its name", name != NULL, name ? name : L"");
    }
    say("too short", GetFullPathNameW(L"file.txt", 5, path, &name), "");
}

/* --- paths as strings --- */

static void paths(void)
{
    static const struct {
        const WCHAR *folder, *name;
    } joined[] = {{L"C:\\a", L"b"},
                  {L"C:\\a\\", L"b\\"},
                  {L"C:\\a\\b", L"..\\c"},
                  {L"C:\\a", L"..\\..\\c"},
                  {L"C:\\a", L"\\c"},
                  {L"C:\\a", L"D:\\c"},
                  {L"C:\\a", L".\\c"},
                  {NULL, L"b"},
                  {L"C:\\a", NULL},
                  {L"a", L"b"},
                  {L"", L"b"}};
    static const WCHAR *const all[] = {L"C:\\a\\b.txt", L"C:\\a\\b\\", L"C:\\", L"C:",     L"name", L"name.ext.more",
                                       L"\\\\s\\h\\x",  L"\\x",        L"",     L"a.b\\c", L"C:x.y"};
    WCHAR path[MAX_PATH];
    for (size_t i = 0; i < sizeof joined / sizeof *joined; i++) {
        path[0] = 0;
        say("combine", PathCombineW(path, joined[i].folder, joined[i].name) != NULL, "");
        tell_wide("combined", 0, path);
    }
    for (size_t i = 0; i < sizeof all / sizeof *all; i++) {
        tell_wide("of", (long long)i, all[i]);
        tell_wide("last name", 0, PathFindFileNameW(all[i]));
        tell_wide("extension", 0, PathFindExtensionW(all[i]));
        lstrcpyW(path, all[i]);
        say("relative", PathIsRelativeW(all[i]) != FALSE, "");
        say("root", PathIsRootW(all[i]) != FALSE, "");
        BOOL removed = PathRemoveFileSpecW(path);
        tell_wide("folder", removed != FALSE, path);
        lstrcpyW(path, all[i]);
        PathStripPathW(path);
        tell_wide("stripped", 0, path);
        lstrcpyW(path, all[i]);
        PathRemoveExtensionW(path);
        tell_wide("without extension", 0, path);
        lstrcpyW(path, all[i]);
        BOOL renamed = PathRenameExtensionW(path, L".log");
        tell_wide("renamed", renamed != FALSE, path);
        lstrcpyW(path, all[i]);
        BOOL added = PathAddExtensionW(path, L".log");
        tell_wide("with extension", added != FALSE, path);
        lstrcpyW(path, all[i]);
        PathAddBackslashW(path);
        tell_wide("with a backslash", 0, path);
        lstrcpyW(path, all[i]);
        PathRemoveBackslashW(path);
        tell_wide("without one", 0, path);
        lstrcpyW(path, all[i]);
        BOOL appended = PathAppendW(path, L"\\more");
        tell_wide("appended", appended != FALSE, path);
    }
    lstrcpyW(path, L"C:\\Program Files\\x");
    PathQuoteSpacesW(path);
    tell_wide("quoted", 0, path);
    PathUnquoteSpacesW(path);
    tell_wide("unquoted", 0, path);
    say("folder", PathIsDirectoryW(L"C:\\Windows") != FALSE, "");
    say("folder", PathIsDirectoryW(L"C:\\nowhere") != FALSE, "");
}

/* --- who and where --- */

static void server(void)
{
    static const char *const variables[] = {"ProgramData", "PUBLIC", "COMPUTERNAME", "USERNAME",
                                            "OS",          "windir", "ProgramFiles"};
    WCHAR name[64];
    DWORD size = 64;
    tell("computer", GetComputerNameW(name, &size));
    tell_wide("is", size, name);
    size = 3;
    tell("computer, cut", GetComputerNameW(name, &size));
    size = 64;
    tell("user", GetUserNameW(name, &size));
    tell_wide("is", size, name);
    for (int format = ComputerNameNetBIOS; format < ComputerNameMax; format++) {
        size = 64;
        tell("name", GetComputerNameExW((COMPUTER_NAME_FORMAT)format, name, &size));
        tell_wide("is", size, name);
    }
    for (size_t i = 0; i < sizeof variables / sizeof *variables; i++) {
        const char *value = getenv(variables[i]);
        char own[64] = "";
        GetEnvironmentVariableA(variables[i], own, sizeof own);
        say(variables[i], value && strcmp(value, own) == 0, own);
    }
    ExpandEnvironmentStringsW(L"%ProgramData%\\callout", name, 64);
    tell_wide("expanded", 0, name);
}

/* Before anything is written */
static void folders(void)
{
    static const WCHAR *const known[] = {L"C:\\",
                                         L"C:\\ProgramData",
                                         L"C:\\Program Files",
                                         L"C:\\Users\\Public",
                                         L"C:\\Windows\\System32\\LogFiles",
                                         L"C:\\Windows\\Temp",
                                         L"C:\\absent"};
    for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
        DWORD attributes = GetFileAttributesW(known[i]);
        tell_wide("folder", attributes != INVALID_FILE_ATTRIBUTES && (attributes & FILE_ATTRIBUTE_DIRECTORY), known[i]);
    }
}

__declspec(dllexport) BOOL WINAPI MprAdminAcceptNewConnection(RAS_CONNECTION_0 *connection, RAS_CONNECTION_1 *more)
{
    static void (*const all[])(void) = {folders, ini, ini_writing, finds, moves, locks, names, paths, server};
    (void)connection, (void)more;
    for (size_t i = 0; i < sizeof all / sizeof *all; i++)
        all[i]();
    return TRUE;
}
