/* SPDX-License-Identifier: MIT */
/* Writing to the event log: winbase.h. The log is the transcript of the run. */
#include "current_callout.h"
#include "utf8.h"

#include <pthread.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <windows.h>

enum { STRINGS_MOST = 256, DATA_MOST = 61440 }; /* as Windows has them */

/** What a handle names. */
struct source {
    struct source *next;
    char name[];
};
static struct source *sources;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

/* Text that grows; without memory it is NULL and stays so */
struct line {
    char *text;
    size_t length, room;
};

static void add(struct line *line, const char *bytes, size_t size)
{
    if (line->room - line->length <= size) {
        size_t room = 2 * (line->length + size) + 64;
        char *grown = line->room && !line->text ? NULL : realloc(line->text, room);
        if (!grown)
            free(line->text);
        line->text = grown;
        line->room = room;
    }
    if (line->text)
        memcpy(line->text + line->length, bytes, size);
    line->length += size;
}

static void add_byte(struct line *line, char byte)
{
    add(line, &byte, 1);
}

static void add_number(struct line *line, DWORD number)
{
    char digits[16];
    add(line, digits, (size_t)snprintf(digits, sizeof digits, "%u", (unsigned)number));
    add_byte(line, RRAS_ENTRY_SEPARATOR);
}

static void add_plain(struct line *line, const char *text)
{
    for (; *text; text++)
        if (*text == '\n')
            add_byte(line, RRAS_ENTRY_NEWLINE);
        else if (*text >= RRAS_ENTRY_NEWLINE && *text <= RRAS_ENTRY_SEPARATOR)
            add_byte(line, '?');
        else
            add_byte(line, *text);
}

/* In UTF-8; NULL: no memory */
static char *narrow(LPCWSTR text)
{
    size_t units = 0, length = 0, written;
    while (text[units])
        units++;
    char *made = malloc(units * RRAS_UTF8_LONGEST + 1);
    while (made && *text) {
        text += rras_utf8_write(text, 2, made + length, &written); /* behind it is at least the null */
        length += written;
    }
    if (made)
        made[length] = '\0';
    return made;
}

/* --- sources --- */

HANDLE WINAPI RegisterEventSourceA(LPCSTR lpUNCServerName, LPCSTR lpSourceName)
{
    if (!lpSourceName || (lpUNCServerName && *lpUNCServerName)) { /* no other machine can be reached */
        SetLastError(lpSourceName ? RPC_S_SERVER_UNAVAILABLE : ERROR_INVALID_PARAMETER);
        return NULL;
    }
    struct source *source = malloc(sizeof *source + strlen(lpSourceName) + 1);
    if (!source) {
        SetLastError(ERROR_NOT_ENOUGH_MEMORY);
        return NULL;
    }
    strcpy(source->name, lpSourceName);
    rras_system_enter();
    pthread_mutex_lock(&lock);
    source->next = sources;
    sources = source;
    pthread_mutex_unlock(&lock);
    rras_system_leave();
    return source;
}

HANDLE WINAPI RegisterEventSourceW(LPCWSTR lpUNCServerName, LPCWSTR lpSourceName)
{
    char *source = lpSourceName ? narrow(lpSourceName) : NULL;
    HANDLE handle = NULL;
    if (lpSourceName && !source)
        SetLastError(ERROR_NOT_ENOUGH_MEMORY);
    else
        handle = RegisterEventSourceA(lpUNCServerName && *lpUNCServerName ? "\\\\" : NULL, source);
    free(source);
    return handle;
}

/* What points at the source of a handle, under the lock; NULL: it is none */
static struct source **place_of(HANDLE handle)
{
    struct source **at = &sources;
    while (*at && *at != handle)
        at = &(*at)->next;
    return *at ? at : NULL;
}

BOOL WINAPI DeregisterEventSource(HANDLE hEventLog)
{
    struct source *gone = NULL;
    rras_system_enter();
    pthread_mutex_lock(&lock);
    struct source **place = place_of(hEventLog);
    if (place) {
        gone = *place;
        *place = gone->next;
    }
    pthread_mutex_unlock(&lock);
    rras_system_leave();
    free(gone);
    if (!place)
        SetLastError(ERROR_INVALID_HANDLE);
    return place != NULL;
}

/* --- entries --- */

static BOOL begin_entry(struct line *line, HANDLE handle, WORD type, WORD category, DWORD id, DWORD size, LPVOID data)
{
    rras_system_enter();
    pthread_mutex_lock(&lock);
    struct source **place = place_of(handle);
    if (place) {
        add_byte(line, RRAS_ENTRY_MARK);
        add_plain(line, (*place)->name);
        add_byte(line, RRAS_ENTRY_SEPARATOR);
    }
    pthread_mutex_unlock(&lock);
    rras_system_leave();
    if (!place) {
        SetLastError(ERROR_INVALID_HANDLE);
        return FALSE;
    }
    add_number(line, type);
    add_number(line, category);
    add_number(line, id);
    for (DWORD i = 0; i < size && data; i++) {
        char digits[3];
        snprintf(digits, sizeof digits, "%02x", ((const unsigned char *)data)[i]);
        add(line, digits, 2);
    }
    return TRUE;
}

static BOOL end_entry(struct line *line, bool fine)
{
    add(line, "\n", 2);
    if (fine && line->text)
        rras_say(line->text);
    else if (!line->text)
        SetLastError(ERROR_NOT_ENOUGH_MEMORY);
    BOOL said = fine && line->text;
    free(line->text);
    return said;
}

static BOOL is_too_much(WORD strings, DWORD size, const void *list)
{
    BOOL much = strings > STRINGS_MOST || size > DATA_MOST || (strings && !list);
    if (much)
        SetLastError(ERROR_INVALID_PARAMETER);
    return much;
}

BOOL WINAPI ReportEventA(HANDLE hEventLog, WORD wType, WORD wCategory, DWORD dwEventID, PSID lpUserSid,
                         WORD wNumStrings, DWORD dwDataSize, LPCSTR *lpStrings, LPVOID lpRawData)
{
    struct line line = {0};
    (void)lpUserSid;
    if (is_too_much(wNumStrings, dwDataSize, lpStrings) ||
        !begin_entry(&line, hEventLog, wType, wCategory, dwEventID, dwDataSize, lpRawData))
        return FALSE;
    for (WORD i = 0; i < wNumStrings; i++) {
        add_byte(&line, RRAS_ENTRY_SEPARATOR);
        add_plain(&line, lpStrings[i] ? lpStrings[i] : "");
    }
    return end_entry(&line, true);
}

BOOL WINAPI ReportEventW(HANDLE hEventLog, WORD wType, WORD wCategory, DWORD dwEventID, PSID lpUserSid,
                         WORD wNumStrings, DWORD dwDataSize, LPCWSTR *lpStrings, LPVOID lpRawData)
{
    struct line line = {0};
    bool fine = true;
    (void)lpUserSid;
    if (is_too_much(wNumStrings, dwDataSize, lpStrings) ||
        !begin_entry(&line, hEventLog, wType, wCategory, dwEventID, dwDataSize, lpRawData))
        return FALSE;
    for (WORD i = 0; i < wNumStrings && fine; i++) {
        char *string = lpStrings[i] ? narrow(lpStrings[i]) : NULL;
        fine = string || !lpStrings[i];
        add_byte(&line, RRAS_ENTRY_SEPARATOR);
        add_plain(&line, string ? string : "");
        free(string);
    }
    if (!fine)
        SetLastError(ERROR_NOT_ENOUGH_MEMORY);
    return end_entry(&line, fine);
}
