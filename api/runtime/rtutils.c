/* SPDX-License-Identifier: MIT */
/* Tracing and the event log of routing components: rtutils.h. */
#include <pthread.h>
#include <rtutils.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <wchar.h>
#include <windows.h>

enum { CLIENTS_MOST = 64, NAME_BYTES = 256, LINE_UNITS = 2048, LINE_BYTES = 3 * LINE_UNITS + NAME_BYTES };

static char *clients[CLIENTS_MOST]; /* their names; NULL: there is none */
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

/* --- clients --- */

DWORD WINAPI TraceRegisterExA(LPCSTR name, DWORD flags)
{
    DWORD client = 0;
    char *copy = name && *name ? _strdup(name) : NULL;
    (void)flags;
    pthread_mutex_lock(&lock);
    while (copy && client < CLIENTS_MOST && clients[client])
        client++;
    bool fits = copy && client < CLIENTS_MOST;
    if (fits)
        clients[client] = copy;
    pthread_mutex_unlock(&lock);
    if (!fits)
        free(copy);
    return fits ? client : INVALID_TRACEID;
}

DWORD WINAPI TraceRegisterExW(LPCWSTR name, DWORD flags)
{
    char narrow[NAME_BYTES] = "";
    if (name)
        WideCharToMultiByte(CP_UTF8, 0, name, -1, narrow, sizeof narrow, NULL, NULL);
    return TraceRegisterExA(narrow, flags);
}

DWORD WINAPI TraceDeregisterA(DWORD client)
{
    pthread_mutex_lock(&lock);
    char *name = client < CLIENTS_MOST ? clients[client] : NULL;
    if (name)
        clients[client] = NULL;
    pthread_mutex_unlock(&lock);
    free(name);
    return name ? NO_ERROR : ERROR_INVALID_PARAMETER;
}

DWORD WINAPI TraceDeregisterW(DWORD client)
{
    return TraceDeregisterA(client);
}

/* --- tracing --- */

/* A line behind the client's name; FALSE: there is no such client */
static BOOL say(DWORD client, const char *text)
{
    char line[LINE_BYTES];
    pthread_mutex_lock(&lock);
    const char *name = client < CLIENTS_MOST ? clients[client] : NULL;
    size_t length = strlen(text);
    while (length > 0 && (text[length - 1] == '\n' || text[length - 1] == '\r'))
        length--;
    if (name)
        snprintf(line, sizeof line, "[%.*s] %.*s\n", NAME_BYTES, name, (int)length, text);
    pthread_mutex_unlock(&lock);
    if (name)
        OutputDebugStringA(line);
    return name != NULL;
}

DWORD WINAPI TracePutsExA(DWORD client, DWORD flags, LPCSTR text)
{
    (void)flags;
    return text && say(client, text) ? (DWORD)strlen(text) : 0;
}

DWORD WINAPI TracePutsExW(DWORD client, DWORD flags, LPCWSTR text)
{
    char narrow[LINE_BYTES];
    (void)flags;
    if (!text || !WideCharToMultiByte(CP_UTF8, 0, text, -1, narrow, sizeof narrow, NULL, NULL))
        return 0;
    return say(client, narrow) ? (DWORD)wcslen(text) : 0;
}

DWORD WINAPI TraceVprintfExA(DWORD client, DWORD flags, LPCSTR format, va_list arguments)
{
    char text[LINE_UNITS] = "";
    if (!format)
        return 0;
    _vsnprintf(text, LINE_UNITS - 1, format, arguments);
    text[LINE_UNITS - 1] = '\0'; /* it was cut */
    return TracePutsExA(client, flags, text);
}

DWORD WINAPI TraceVprintfExW(DWORD client, DWORD flags, LPCWSTR format, va_list arguments)
{
    WCHAR text[LINE_UNITS] = {0};
    if (!format)
        return 0;
    _vsnwprintf(text, LINE_UNITS - 1, format, arguments);
    text[LINE_UNITS - 1] = L'\0';
    return TracePutsExW(client, flags, text);
}

DWORD __cdecl TracePrintfA(DWORD client, LPCSTR format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    DWORD written = TraceVprintfExA(client, 0, format, arguments);
    va_end(arguments);
    return written;
}

DWORD __cdecl TracePrintfW(DWORD client, LPCWSTR format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    DWORD written = TraceVprintfExW(client, 0, format, arguments);
    va_end(arguments);
    return written;
}

DWORD __cdecl TracePrintfExA(DWORD client, DWORD flags, LPCSTR format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    DWORD written = TraceVprintfExA(client, flags, format, arguments);
    va_end(arguments);
    return written;
}

DWORD __cdecl TracePrintfExW(DWORD client, DWORD flags, LPCWSTR format, ...)
{
    va_list arguments;
    va_start(arguments, format);
    DWORD written = TraceVprintfExW(client, flags, format, arguments);
    va_end(arguments);
    return written;
}

/* --- the event log --- */

HANDLE WINAPI RouterLogRegisterW(LPCWSTR source)
{
    return RegisterEventSourceW(NULL, source);
}

HANDLE WINAPI RouterLogRegisterA(LPCSTR source)
{
    return RegisterEventSourceA(NULL, source);
}

VOID WINAPI RouterLogDeregisterW(HANDLE log)
{
    DeregisterEventSource(log);
}

VOID WINAPI RouterLogDeregisterA(HANDLE log)
{
    DeregisterEventSource(log);
}

VOID WINAPI RouterLogEventW(HANDLE log, DWORD type, DWORD id, DWORD count, LPWSTR *texts, DWORD error)
{
    ReportEventW(log, (WORD)type, 0, id, NULL, (WORD)count, error ? sizeof error : 0, (LPCWSTR *)texts,
                 error ? &error : NULL);
}

VOID WINAPI RouterLogEventA(HANDLE log, DWORD type, DWORD id, DWORD count, LPSTR *texts, DWORD error)
{
    ReportEventA(log, (WORD)type, 0, id, NULL, (WORD)count, error ? sizeof error : 0, (LPCSTR *)texts,
                 error ? &error : NULL);
}

static const char own_source[] = "RemoteAccess";

VOID WINAPI LogEventW(DWORD type, DWORD id, DWORD count, LPWSTR *texts)
{
    HANDLE log = RouterLogRegisterA(own_source);
    RouterLogEventW(log, type, id, count, texts, 0);
    RouterLogDeregisterA(log);
}

VOID WINAPI LogEventA(DWORD type, DWORD id, DWORD count, LPSTR *texts)
{
    HANDLE log = RouterLogRegisterA(own_source);
    RouterLogEventA(log, type, id, count, texts, 0);
    RouterLogDeregisterA(log);
}

VOID WINAPI LogErrorW(DWORD id, DWORD count, LPWSTR *texts, DWORD error)
{
    HANDLE log = RouterLogRegisterA(own_source);
    RouterLogEventW(log, EVENTLOG_ERROR_TYPE, id, count, texts, error);
    RouterLogDeregisterA(log);
}

VOID WINAPI LogErrorA(DWORD id, DWORD count, LPSTR *texts, DWORD error)
{
    HANDLE log = RouterLogRegisterA(own_source);
    RouterLogEventA(log, EVENTLOG_ERROR_TYPE, id, count, texts, error);
    RouterLogDeregisterA(log);
}
