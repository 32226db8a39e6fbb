/* SPDX-License-Identifier: MIT */
/* INI files: the private profiles of winbase.h. A file is read for each question, as others may change it. */
#include "file.h"
#include "sandbox.h"

#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <unistd.h>

enum { FILE_MOST = 16 << 20 };

/* A file's text in UTF-8, to be freed */
struct profile {
    char native[PATH_MAX];
    char *text;
    bool wide; /* it is UTF-16 with a mark in front */
};

/* A line, without its end, and what it is */
struct line {
    const char *begin, *end, *next;
    enum { LINE_OTHER, LINE_SECTION, LINE_ENTRY } kind;
    const char *name, *name_end, *value, *value_end;
};

/* --- reading --- */

static void trim(const char **begin, const char **end)
{
    while (*begin < *end && (**begin == ' ' || **begin == '\t'))
        ++*begin;
    while (*end > *begin && ((*end)[-1] == ' ' || (*end)[-1] == '\t'))
        --*end;
}

static bool next_line(const char *at, struct line *line)
{
    if (!*at)
        return false;
    *line = (struct line){.begin = at, .end = at + strcspn(at, "\r\n")};
    line->next = line->end + (*line->end == '\r');
    line->next += *line->next == '\n';
    const char *begin = line->begin, *end = line->end;
    trim(&begin, &end);
    const char *close = begin < end && *begin == '[' ? memchr(begin, ']', (size_t)(end - begin)) : NULL;
    const char *equals = memchr(begin, '=', (size_t)(end - begin));
    if (close) {
        line->kind = LINE_SECTION;
        line->name = begin + 1;
        line->name_end = close;
    } else if (begin < end && *begin != ';') {
        line->kind = LINE_ENTRY;
        line->name = begin;
        line->name_end = equals ? equals : end;
        line->value = equals ? equals + 1 : end;
        line->value_end = end;
        trim(&line->value, &line->value_end);
    }
    if (line->kind != LINE_OTHER)
        trim(&line->name, &line->name_end);
    return true;
}

static bool is_named(const struct line *line, const char *name)
{
    size_t length = strlen(name);
    while (length > 0 && name[length - 1] == ' ')
        length--;
    return (size_t)(line->name_end - line->name) == length && strncasecmp(line->name, name, length) == 0;
}

static char *utf8_of(const char *bytes, size_t size)
{
    int units = (int)(size / 2);
    int needed = WideCharToMultiByte(CP_UTF8, 0, (LPCWSTR)bytes, units, NULL, 0, NULL, NULL);
    char *text = malloc((size_t)needed + 1);
    if (!text)
        return NULL;
    WideCharToMultiByte(CP_UTF8, 0, (LPCWSTR)bytes, units, text, needed, NULL, NULL);
    text[needed] = '\0';
    return text;
}

/* False with the last error set when it is not there. A name without a folder is in that of Windows. */
static bool open_profile(LPCSTR path, bool create, struct profile *profile)
{
    char whole[PATH_MAX];
    bool placed = path && strpbrk(path, "\\/:");
    snprintf(whole, sizeof whole, "%s%.4000s", placed ? "" : "C:\\Windows\\", path ? path : "win.ini");
    *profile = (struct profile){.text = NULL};
    if (!rras_done(rras_sandbox_path(whole, create, profile->native)))
        return false;
    FILE *file = fopen(profile->native, "re");
    char *bytes = file ? malloc(FILE_MOST + 2) : NULL;
    size_t size = bytes ? fread(bytes, 1, FILE_MOST, file) : 0;
    if (file)
        fclose(file);
    if (!bytes) {
        SetLastError(ERROR_FILE_NOT_FOUND);
        return false;
    }
    memset(bytes + size, 0, 2);
    profile->wide = size >= 2 && memcmp(bytes, "\xff\xfe", 2) == 0;
    bool mark = size >= 3 && memcmp(bytes, "\xef\xbb\xbf", 3) == 0;
    profile->text = profile->wide ? utf8_of(bytes + 2, size - 2) : strdup(bytes + (mark ? 3 : 0));
    free(bytes);
    return profile->text != NULL;
}

/* The first line behind that of the section; NULL: there is none */
static const char *find_section(const char *text, const char *name)
{
    struct line line;
    for (const char *at = text; next_line(at, &line); at = line.next)
        if (line.kind == LINE_SECTION && is_named(&line, name))
            return line.next;
    return NULL;
}

/* --- lists of strings, of which each ends with a null, and the last with two --- */

struct list {
    char *to;
    DWORD size, length;
    bool cut;
};

static void add_string(struct list *list, const char *begin, const char *end)
{
    for (; begin <= end && !list->cut; begin++) {
        list->cut = list->length + 2 >= list->size && begin < end;
        if (!list->cut && list->length + 1 < list->size)
            list->to[list->length++] = (char)(begin < end ? *begin : '\0');
    }
}

static DWORD end_list(struct list *list)
{
    if (list->size < 2)
        return 0;
    if (list->cut) {
        memset(list->to + list->size - 2, 0, 2);
        return list->size - 2;
    }
    list->to[list->length] = '\0';
    if (list->length == 0)
        list->to[1] = '\0';
    return list->length;
}

DWORD WINAPI GetPrivateProfileSectionNamesA(LPSTR to, DWORD size, LPCSTR path)
{
    struct profile profile;
    struct list list = {to, size, 0, false};
    struct line line;
    if (open_profile(path, false, &profile))
        for (const char *at = profile.text; next_line(at, &line); at = line.next)
            if (line.kind == LINE_SECTION)
                add_string(&list, line.name, line.name_end);
    free(profile.text);
    return end_list(&list);
}

/* The names of a section's entries, or the entries as they are */
static DWORD list_entries(LPCSTR section, LPSTR to, DWORD size, LPCSTR path, bool whole)
{
    struct profile profile;
    struct list list = {to, size, 0, false};
    struct line line;
    const char *at = open_profile(path, false, &profile) ? find_section(profile.text, section) : NULL;
    for (; at && next_line(at, &line) && line.kind != LINE_SECTION; at = line.next) {
        const char *begin = line.begin, *end = line.end;
        trim(&begin, &end);
        if (line.kind == LINE_ENTRY)
            add_string(&list, whole ? begin : line.name, whole ? end : line.name_end);
    }
    free(profile.text);
    return end_list(&list);
}

DWORD WINAPI GetPrivateProfileSectionA(LPCSTR section, LPSTR to, DWORD size, LPCSTR path)
{
    return list_entries(section, to, size, path, true);
}

/* --- one value --- */

static DWORD give(const char *begin, const char *end, LPSTR to, DWORD size)
{
    size_t length = (size_t)(end - begin);
    if (size == 0)
        return 0;
    if (length >= size)
        length = size - 1;
    memcpy(to, begin, length);
    to[length] = '\0';
    return (DWORD)length;
}

/* Quotes around a value are not part of it. */
static void strip_quotes(const char **begin, const char **end)
{
    if (*end - *begin >= 2 && (**begin == '"' || **begin == '\'') && (*end)[-1] == **begin) {
        ++*begin;
        --*end;
    }
}

DWORD WINAPI GetPrivateProfileStringA(LPCSTR section, LPCSTR key, LPCSTR otherwise, LPSTR to, DWORD size, LPCSTR path)
{
    struct profile profile;
    struct line line;
    if (!section)
        return GetPrivateProfileSectionNamesA(to, size, path);
    if (!key)
        return list_entries(section, to, size, path, false);
    const char *begin = otherwise ? otherwise : "", *end = begin + strlen(begin);
    while (end > begin && end[-1] == ' ')
        end--;
    const char *at = open_profile(path, false, &profile) ? find_section(profile.text, section) : NULL;
    for (; at && next_line(at, &line) && line.kind != LINE_SECTION; at = line.next)
        if (line.kind == LINE_ENTRY && is_named(&line, key)) {
            begin = line.value;
            end = line.value_end;
            strip_quotes(&begin, &end);
            break;
        }
    DWORD length = give(begin, end, to, size);
    free(profile.text);
    return length;
}

UINT WINAPI GetPrivateProfileIntA(LPCSTR section, LPCSTR key, INT otherwise, LPCSTR path)
{
    char value[64];
    if (!GetPrivateProfileStringA(section, key, "", value, sizeof value, path))
        return (UINT)otherwise;
    return (UINT)strtol(value, NULL, strncasecmp(value, "0x", 2) == 0 ? 16 : 10);
}

/* --- writing --- */

static BOOL save(const struct profile *profile, const char *text)
{
    char half[PATH_MAX + 16];
    snprintf(half, sizeof half, "%s.%d", profile->native, (int)gettid());
    FILE *file = fopen(half, "we");
    bool fine = file != NULL;
    if (fine && profile->wide) {
        int units = MultiByteToWideChar(CP_UTF8, 0, text, -1, NULL, 0);
        LPWSTR wide = malloc((size_t)units * sizeof *wide);
        fine = wide && fwrite("\xff\xfe", 1, 2, file) == 2;
        if (fine) {
            MultiByteToWideChar(CP_UTF8, 0, text, -1, wide, units);
            fine = fwrite(wide, sizeof *wide, (size_t)units - 1, file) == (size_t)units - 1;
        }
        free(wide);
    } else if (fine) {
        fine = fputs(text, file) >= 0;
    }
    if (file && fclose(file) != 0)
        fine = false;
    fine = fine && rename(half, profile->native) == 0;
    if (!fine) {
        DWORD error = rras_error_unless(FALSE);
        unlink(half);
        SetLastError(error);
    }
    return fine;
}

/* Where an entry stands and what it is called, or would be added: behind the last line of the section that is not blank */
static void find_place(const char *section_at, const char *key, const char **from, const char **to, const char **name,
                       const char **name_end)
{
    struct line line;
    *from = *to = section_at;
    *name = key;
    *name_end = key + strlen(key);
    for (const char *at = section_at; next_line(at, &line) && line.kind != LINE_SECTION; at = line.next) {
        if (line.kind == LINE_ENTRY && is_named(&line, key)) {
            *from = line.begin;
            *to = line.next;
            *name = line.name; /* it stays as it was spelled */
            *name_end = line.name_end;
            return;
        }
        if (line.end > line.begin)
            *from = *to = line.next;
    }
}

static const char *end_of_section(const char *section_at)
{
    struct line line;
    const char *at = section_at;
    while (next_line(at, &line) && line.kind != LINE_SECTION)
        at = line.next;
    return at;
}

static const char *begin_of_line_before(const char *text, const char *at)
{
    while (at > text && (at[-1] == '\n' || at[-1] == '\r'))
        at--;
    while (at > text && at[-1] != '\n' && at[-1] != '\r')
        at--;
    return at;
}

BOOL WINAPI WritePrivateProfileStringA(LPCSTR section, LPCSTR key, LPCSTR value, LPCSTR path)
{
    struct profile profile;
    char *made = NULL;
    int made_size = -1;
    if (!section || (!open_profile(path, true, &profile) && GetLastError() != ERROR_FILE_NOT_FOUND))
        return !section; /* nothing is kept that could be written now */
    const char *text = profile.text ? profile.text : "", *at = find_section(text, section), *from = NULL, *to = NULL;
    bool ends = !*text || text[strlen(text) - 1] == '\n';
    if (at && key) {
        const char *name, *name_end;
        find_place(at, key, &from, &to, &name, &name_end);
        bool fresh = from > text && from[-1] != '\n' && from[-1] != '\r';
        if (value)
            made_size = asprintf(&made, "%.*s%s%.*s=%s\r\n%s", (int)(from - text), text, fresh ? "\r\n" : "",
                                 (int)(name_end - name), name, value, to);
        else
            made_size = asprintf(&made, "%.*s%s", (int)(from - text), text, to);
    } else if (at) {
        from = begin_of_line_before(text, at);
        made_size = asprintf(&made, "%.*s%s", (int)(from - text), text, end_of_section(at));
    } else if (key && value) {
        made_size = asprintf(&made, "%s%s[%s]\r\n%s=%s\r\n", text, ends ? "" : "\r\n", section, key, value);
    } else {
        free(profile.text);
        return TRUE;
    }
    BOOL fine = made_size >= 0 ? save(&profile, made) : rras_done(ERROR_NOT_ENOUGH_MEMORY);
    if (made_size >= 0)
        free(made);
    free(profile.text);
    return fine;
}

/* --- wide --- */

/* To be freed; NULL of NULL */
static char *narrow(LPCWSTR wide)
{
    int size = wide ? WideCharToMultiByte(CP_UTF8, 0, wide, -1, NULL, 0, NULL, NULL) : 0;
    char *text = size ? malloc((size_t)size) : NULL;
    if (text)
        WideCharToMultiByte(CP_UTF8, 0, wide, -1, text, size, NULL, NULL);
    return text;
}

/* `list`: with nulls in it */
static DWORD give_wide(const char *text, DWORD length, LPWSTR to, DWORD size, bool list)
{
    DWORD least = list ? 2 : 1;
    if (size < least)
        return 0;
    int units = length ? MultiByteToWideChar(CP_UTF8, 0, text, (int)length, NULL, 0) : 0;
    LPWSTR whole = malloc(((size_t)units + 1) * sizeof *whole);
    if (!whole)
        return 0;
    if (units)
        MultiByteToWideChar(CP_UTF8, 0, text, (int)length, whole, units);
    if ((DWORD)units > size - least)
        units = (int)(size - least);
    memcpy(to, whole, (size_t)units * sizeof *to);
    memset(to + units, 0, least * sizeof *to);
    free(whole);
    return (DWORD)units;
}

enum { VALUE_MOST = 65536 };

DWORD WINAPI GetPrivateProfileStringW(LPCWSTR section, LPCWSTR key, LPCWSTR otherwise, LPWSTR to, DWORD size,
                                      LPCWSTR path)
{
    char *value = malloc(VALUE_MOST), *narrows[] = {narrow(section), narrow(key), narrow(otherwise), narrow(path)};
    DWORD length = 0;
    if (value) {
        length = GetPrivateProfileStringA(narrows[0], narrows[1], narrows[2], value, VALUE_MOST, narrows[3]);
        length = give_wide(value, length, to, size, !section || !key);
    }
    for (int i = 0; i < 4; i++)
        free(narrows[i]);
    free(value);
    return length;
}

DWORD WINAPI GetPrivateProfileSectionW(LPCWSTR section, LPWSTR to, DWORD size, LPCWSTR path)
{
    char *value = malloc(VALUE_MOST), *narrows[] = {narrow(section), narrow(path)};
    DWORD length = value ? GetPrivateProfileSectionA(narrows[0], value, VALUE_MOST, narrows[1]) : 0;
    length = value ? give_wide(value, length, to, size, true) : 0;
    free(narrows[0]);
    free(narrows[1]);
    free(value);
    return length;
}

DWORD WINAPI GetPrivateProfileSectionNamesW(LPWSTR to, DWORD size, LPCWSTR path)
{
    return GetPrivateProfileStringW(NULL, NULL, NULL, to, size, path);
}

UINT WINAPI GetPrivateProfileIntW(LPCWSTR section, LPCWSTR key, INT otherwise, LPCWSTR path)
{
    char *narrows[] = {narrow(section), narrow(key), narrow(path)};
    UINT value = GetPrivateProfileIntA(narrows[0], narrows[1], otherwise, narrows[2]);
    for (int i = 0; i < 3; i++)
        free(narrows[i]);
    return value;
}

BOOL WINAPI WritePrivateProfileStringW(LPCWSTR section, LPCWSTR key, LPCWSTR value, LPCWSTR path)
{
    char *narrows[] = {narrow(section), narrow(key), narrow(value), narrow(path)};
    BOOL fine = WritePrivateProfileStringA(narrows[0], narrows[1], narrows[2], narrows[3]);
    for (int i = 0; i < 4; i++)
        free(narrows[i]);
    return fine;
}
