/* SPDX-License-Identifier: MIT */
#include "path.h"

#include "device.h"

#include <stdbool.h>
#include <stdio.h>
#include <string.h>

const char *const rras_path_folders[] = {"ProgramData",
                                         "Program Files",
                                         "Users",
                                         "Users/Public",
                                         "Windows",
                                         "Windows/System32",
                                         "Windows/System32/LogFiles",
                                         "Windows/Temp",
                                         NULL};

char rras_path_current[RRAS_PATH_MOST] = RRAS_SYSTEM_DIRECTORY;

const struct rras_variable rras_environment[] = {
    {"windir", "C:\\Windows"},
    {"SystemRoot", "C:\\Windows"},
    {"SystemDrive", "C:"},
    {"TEMP", "C:\\Windows\\Temp"},
    {"TMP", "C:\\Windows\\Temp"},
    {"ProgramData", "C:\\ProgramData"},
    {"ALLUSERSPROFILE", "C:\\ProgramData"},
    {"ProgramFiles", "C:\\Program Files"},
    {"PUBLIC", "C:\\Users\\Public"},
    {"ComSpec", "C:\\Windows\\System32\\cmd.exe"},
    {"COMPUTERNAME", RRAS_COMPUTER_NAME},
    {"USERNAME", RRAS_COMPUTER_NAME "$"},
    {"USERDOMAIN", "EXAMPLE"},
    {"OS", "Windows_NT"},
    {"PROCESSOR_ARCHITECTURE", "AMD64"},
    {NULL, NULL},
};

static bool is_slash(char character)
{
    return character == '\\' || character == '/';
}

static char lower(char letter)
{
    return letter >= 'A' && letter <= 'Z' ? (char)(letter | 0x20) : letter;
}

BOOL rras_path_same_name(LPCSTR left, LPCSTR right)
{
    while (*left && lower(*left) == lower(*right))
        left++, right++;
    return lower(*left) == lower(*right);
}

/* Slashes of both kinds separate names; blanks and dots at the end of one do not count. */
static void take_names(struct rras_path *path)
{
    char *at = path->text;
    path->count = 0;
    while (*at) {
        size_t length = strcspn(at, "\\/"), whole = length;
        bool last = at[length] == '\0', up = length == 2 && memcmp(at, "..", 2) == 0;
        if (up)
            path->count -= path->count > 0;
        while (length > 0 && (at[length - 1] == '.' || at[length - 1] == ' '))
            length--;
        at[length] = '\0';
        if (length > 0)
            path->names[path->count++] = at;
        at += whole + !last;
    }
}

static bool is_name(const char *name, bool pattern)
{
    if (strpbrk(name, pattern ? "<>:\"|" : "<>:\"|?*"))
        return false;
    while (*name && (unsigned char)*name >= ' ')
        name++;
    return *name == '\0';
}

static DWORD check_names(const struct rras_path *path, BOOL pattern)
{
    for (size_t i = 0; i < path->count; i++)
        if (!is_name(path->names[i], pattern && i + 1 == path->count))
            return ERROR_INVALID_NAME;
    return NO_ERROR;
}

static enum rras_device device_of(const char *path)
{
    const char *last = path;
    for (const char *at = path; *at; at++)
        if (is_slash(*at))
            last = at + 1;
    return rras_device_of(last);
}

/* The drive Z: is all of the system below. */
static bool take_below(struct rras_path *path, const char *given)
{
    bool drive = lower(given[0]) == 'z' && given[1] == ':';
    if (*given != '/' && !drive)
        return false;
    path->place = RRAS_PLACE_BELOW;
    snprintf(path->text, sizeof path->text, "%s%s", drive && !is_slash(given[2]) ? "/" : "", drive ? given + 2 : given);
    for (char *at = path->text; drive && *at; at++)
        *at = *at == '\\' ? '/' : *at;
    return true;
}

DWORD rras_path_take(struct rras_path *path, LPCSTR given, BOOL pattern)
{
    path->count = 0;
    if (!given || !*given)
        return ERROR_PATH_NOT_FOUND;
    if (strlen(given) >= RRAS_PATH_MOST)
        return ERROR_FILENAME_EXCED_RANGE;
    if (take_below(path, given))
        return NO_ERROR;
    bool direct = strncmp(given, "\\\\?\\", 4) == 0 || strncmp(given, "\\\\.\\", 4) == 0;
    given += direct ? 4 : 0;
    enum rras_device device = device_of(given);
    path->place = device == RRAS_NULL_DEVICE ? RRAS_PLACE_NULL : RRAS_PLACE_DRIVE;
    if (device == RRAS_NULL_DEVICE)
        return NO_ERROR;
    bool has_drive = given[0] && given[1] == ':';
    if (device == RRAS_ABSENT_DEVICE || (direct && given[0] && !has_drive)) /* a disk, a pipe: nothing is there */
        return ERROR_FILE_NOT_FOUND;
    if (given[0] == '\\' && given[1] == '\\') /* another machine's */
        return ERROR_BAD_NETPATH;
    if (has_drive && lower(given[0]) != 'c')
        return ERROR_PATH_NOT_FOUND;
    const char *rest = has_drive ? given + 2 : given;
    const char *folder = is_slash(*rest) ? "" : rras_path_current + 2;
    if (strlen(folder) + strlen(rest) >= RRAS_PATH_MOST)
        return ERROR_FILENAME_EXCED_RANGE;
    snprintf(path->text, sizeof path->text, "%s\\%s", folder, rest);
    take_names(path);
    return check_names(path, pattern);
}

DWORD rras_path_follow(const struct rras_path *path, DWORD (*step)(void *self, LPCSTR name, BOOL *found), void *self)
{
    BOOL found = TRUE;
    for (size_t i = 0; i < path->count; i++) {
        if (!found)
            return ERROR_PATH_NOT_FOUND;
        DWORD error = step(self, path->names[i], &found);
        if (error != NO_ERROR)
            return error;
    }
    return NO_ERROR;
}
