/* SPDX-License-Identifier: MIT */
#include "host/misuse_windows.h"

#include "host/misuse.h"
#include "runtime/wide_conversion.h"

#include <stdarg.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <wchar.h>

/* --- handles --- */

BOOL misuse_check_handle(BOOL fine, HANDLE handle, const char *function)
{
    char words[80];
    DWORD error = GetLastError();
    if (fine || error != ERROR_INVALID_HANDLE)
        return fine;
    if (handle == INVALID_HANDLE_VALUE)
        snprintf(words, sizeof words, "INVALID_HANDLE_VALUE is not open");
    else if (!handle)
        snprintf(words, sizeof words, "NULL is not open");
    else
        snprintf(words, sizeof words, "the handle %#llx is not open", (unsigned long long)(uintptr_t)handle);
    misuse_note(RRAS_MISUSE_HANDLE, function, words);
    SetLastError(error);
    return fine;
}

static BOOL WINAPI set_event(HANDLE handle)
{
    return misuse_check_handle(SetEvent(handle), handle, "SetEvent");
}

static BOOL WINAPI reset_event(HANDLE handle)
{
    return misuse_check_handle(ResetEvent(handle), handle, "ResetEvent");
}

static BOOL WINAPI release_mutex(HANDLE handle)
{
    return misuse_check_handle(ReleaseMutex(handle), handle, "ReleaseMutex");
}

static BOOL WINAPI release_semaphore(HANDLE handle, LONG count, LPLONG previous)
{
    return misuse_check_handle(ReleaseSemaphore(handle, count, previous), handle, "ReleaseSemaphore");
}

static BOOL WINAPI read_file(HANDLE handle, LPVOID buffer, DWORD size, LPDWORD count, LPOVERLAPPED overlapped)
{
    return misuse_check_handle(ReadFile(handle, buffer, size, count, overlapped), handle, "ReadFile");
}

static BOOL WINAPI write_file(HANDLE handle, LPCVOID buffer, DWORD size, LPDWORD count, LPOVERLAPPED overlapped)
{
    return misuse_check_handle(WriteFile(handle, buffer, size, count, overlapped), handle, "WriteFile");
}

/* --- streams: the last that were opened, and whether they are closed --- */

enum { STREAMS_MOST = 64 };

static SRWLOCK lock = SRWLOCK_INIT;
static struct {
    FILE *file;
    bool closed;
} streams[STREAMS_MOST];
static unsigned stream_count;

static FILE *opened(FILE *file)
{
    unsigned place = 0;
    AcquireSRWLockExclusive(&lock);
    while (place < STREAMS_MOST && streams[place].file != file)
        place++;
    if (place == STREAMS_MOST)
        place = stream_count++ % STREAMS_MOST;
    streams[place].file = file;
    streams[place].closed = false;
    ReleaseSRWLockExclusive(&lock);
    return file;
}

/* This one, or with NULL all */
static void closed(const FILE *file)
{
    AcquireSRWLockExclusive(&lock);
    for (unsigned i = 0; i < STREAMS_MOST; i++)
        streams[i].closed |= streams[i].file && (!file || streams[i].file == file);
    ReleaseSRWLockExclusive(&lock);
}

static bool usable(const FILE *file, const char *function)
{
    bool is_closed = !file;
    AcquireSRWLockShared(&lock);
    for (unsigned i = 0; i < STREAMS_MOST; i++)
        is_closed |= streams[i].file == file && streams[i].closed;
    ReleaseSRWLockShared(&lock);
    if (is_closed)
        misuse_note(RRAS_MISUSE_FILE, function, file ? "the stream was closed before" : "the stream is NULL");
    return !is_closed;
}

static int (*real_fclose)(FILE *);
static int (*real_fcloseall)(void);
static int (*real_fputs)(const char *, FILE *), (*real_fputws)(const wchar_t *, FILE *);
static int (*real_fputc)(int, FILE *), (*real_fgetc)(FILE *), (*real_fflush)(FILE *);
static size_t (*real_fwrite)(const void *, size_t, size_t, FILE *), (*real_fread)(void *, size_t, size_t, FILE *);
static char *(*real_fgets)(char *, int, FILE *);
static wchar_t *(*real_fgetws)(wchar_t *, int, FILE *);

/* Those that return the stream they open */
#define OPENS(name, PARAMETERS, ...)           \
    static FILE *(*real_##name)PARAMETERS;     \
    static FILE *watched_##name PARAMETERS     \
    {                                          \
        FILE *file = real_##name(__VA_ARGS__); \
        return file ? opened(file) : NULL;     \
    }

OPENS(fopen, (const char *path, const char *mode), path, mode)
OPENS(_wfopen, (const wchar_t *path, const wchar_t *mode), path, mode)
OPENS(_fsopen, (const char *path, const char *mode, int share), path, mode, share)
OPENS(_wfsopen, (const wchar_t *path, const wchar_t *mode, int share), path, mode, share)
OPENS(_fdopen, (int number, const char *mode), number, mode)
OPENS(_wfdopen, (int number, const wchar_t *mode), number, mode)
OPENS(tmpfile, (void))

static int (*real_fopen_s)(FILE **, const char *, const char *);
static int (*real_wfopen_s)(FILE **, const wchar_t *, const wchar_t *);

static int watched_fopen_s(FILE **file, const char *path, const char *mode)
{
    int error = real_fopen_s(file, path, mode);
    if (error == 0 && file && *file)
        opened(*file);
    return error;
}

static int watched_wfopen_s(FILE **file, const wchar_t *path, const wchar_t *mode)
{
    int error = real_wfopen_s(file, path, mode);
    if (error == 0 && file && *file)
        opened(*file);
    return error;
}

static int watched_fclose(FILE *file)
{
    if (!usable(file, "fclose"))
        return EOF;
    closed(file);
    return real_fclose(file);
}

static int watched_fcloseall(void)
{
    closed(NULL);
    return real_fcloseall();
}

static int watched_fputs(const char *text, FILE *file)
{
    return usable(file, "fputs") ? real_fputs(text, file) : EOF;
}

static int watched_fputws(const wchar_t *text, FILE *file)
{
    return usable(file, "fputws") ? real_fputws(text, file) : -1;
}

static int watched_fputc(int byte, FILE *file)
{
    return usable(file, "fputc") ? real_fputc(byte, file) : EOF;
}

static int watched_fgetc(FILE *file)
{
    return usable(file, "fgetc") ? real_fgetc(file) : EOF;
}

static int watched_fflush(FILE *file)
{
    return !file || usable(file, "fflush") ? real_fflush(file) : EOF;
}

static size_t watched_fwrite(const void *from, size_t size, size_t count, FILE *file)
{
    return usable(file, "fwrite") ? real_fwrite(from, size, count, file) : 0;
}

static size_t watched_fread(void *to, size_t size, size_t count, FILE *file)
{
    return usable(file, "fread") ? real_fread(to, size, count, file) : 0;
}

static char *watched_fgets(char *to, int size, FILE *file)
{
    return usable(file, "fgets") ? real_fgets(to, size, file) : NULL;
}

static wchar_t *watched_fgetws(wchar_t *to, int size, FILE *file)
{
    return usable(file, "fgetws") ? real_fgetws(to, size, file) : NULL;
}

/* --- formats --- */

static void check_wide(const wchar_t *format, const char *function)
{
    char words[64];
    wchar_t unknown = rras_format_unknown(format);
    if (unknown > L' ' && unknown <= L'~' && unknown != L'%')
        snprintf(words, sizeof words, "%%%c is no conversion", (char)unknown);
    else
        snprintf(words, sizeof words, "a %% is not followed by a conversion");
    if (unknown)
        misuse_note(RRAS_MISUSE_FORMAT, function, words);
}

static void check_narrow(const char *format, const char *function)
{
    size_t length = format ? strlen(format) + 1 : 0;
    wchar_t *wide = malloc(length * sizeof *wide);
    for (size_t i = 0; wide && i < length; i++)
        wide[i] = (unsigned char)format[i];
    check_wide(wide && format ? wide : L"", function);
    free(wide);
}

/* The function of this name in the library that another one is from */
static FARPROC sister(const void *function, const char *name)
{
    HMODULE module;
    return GetModuleHandleExA(GET_MODULE_HANDLE_EX_FLAG_FROM_ADDRESS | GET_MODULE_HANDLE_EX_FLAG_UNCHANGED_REFCOUNT,
                              function, &module)
               ? GetProcAddress(module, name)
               : NULL;
}

/* A function whose arguments follow: it is led to the one that takes them as a list. `usable` is said of its stream. */
#define FOLLOWED(name, list_name, check, is_usable, parameters, types, ...)                   \
    static void *real_##name;                                                                 \
    static int watched_##name parameters                                                      \
    {                                                                                         \
        int(*function) types = (int(*) types)(void (*)(void))sister(real_##name, #list_name); \
        va_list list;                                                                         \
        check(format, #name);                                                                 \
        va_start(list, format);                                                               \
        int result = function && (is_usable) ? function(__VA_ARGS__, list) : -1;              \
        va_end(list);                                                                         \
        return result;                                                                        \
    }

/* One that takes them as a list itself */
#define LISTED(name, said, check, is_usable, parameters, ...) \
    static int(*real_##name) parameters;                      \
    static int watched_##name parameters                      \
    {                                                         \
        check(format, said);                                  \
        return (is_usable) ? real_##name(__VA_ARGS__) : -1;   \
    }

typedef unsigned long long options_type;

FOLLOWED(fprintf, vfprintf, check_narrow, usable(file, "fprintf"), (FILE * file, const char *format, ...),
         (FILE *, const char *, va_list), file, format)
FOLLOWED(fwprintf, vfwprintf, check_wide, usable(file, "fwprintf"), (FILE * file, const wchar_t *format, ...),
         (FILE *, const wchar_t *, va_list), file, format)
FOLLOWED(printf, vprintf, check_narrow, true, (const char *format, ...), (const char *, va_list), format)
FOLLOWED(wprintf, vwprintf, check_wide, true, (const wchar_t *format, ...), (const wchar_t *, va_list), format)
FOLLOWED(sprintf, vsprintf, check_narrow, true, (char *to, const char *format, ...), (char *, const char *, va_list),
         to, format)
FOLLOWED(_snprintf, _vsnprintf, check_narrow, true, (char *to, size_t size, const char *format, ...),
         (char *, size_t, const char *, va_list), to, size, format)
FOLLOWED(_snwprintf, _vsnwprintf, check_wide, true, (wchar_t * to, size_t size, const wchar_t *format, ...),
         (wchar_t *, size_t, const wchar_t *, va_list), to, size, format)
FOLLOWED(wsprintfA, wvsprintfA, check_narrow, true, (char *to, const char *format, ...),
         (char *, const char *, va_list), to, format)
FOLLOWED(wsprintfW, wvsprintfW, check_wide, true, (wchar_t * to, const wchar_t *format, ...),
         (wchar_t *, const wchar_t *, va_list), to, format)

LISTED(vfprintf, "vfprintf", check_narrow, usable(file, "vfprintf"), (FILE * file, const char *format, va_list list),
       file, format, list)
LISTED(vfwprintf, "vfwprintf", check_wide, usable(file, "vfwprintf"),
       (FILE * file, const wchar_t *format, va_list list), file, format, list)
LISTED(_vsnprintf, "_vsnprintf", check_narrow, true, (char *to, size_t size, const char *format, va_list list), to,
       size, format, list)
LISTED(_vsnwprintf, "_vsnwprintf", check_wide, true, (wchar_t * to, size_t size, const wchar_t *format, va_list list),
       to, size, format, list)

/* What the functions of the universal C run-time library end in, whose names stand in headers only */
LISTED(__stdio_common_vfprintf, "fprintf", check_narrow, usable(file, "fprintf"),
       (options_type options, FILE *file, const char *format, void *locale, va_list list), options, file, format,
       locale, list)
LISTED(__stdio_common_vfwprintf, "fwprintf", check_wide, usable(file, "fwprintf"),
       (options_type options, FILE *file, const wchar_t *format, void *locale, va_list list), options, file, format,
       locale, list)
LISTED(__stdio_common_vsprintf, "sprintf", check_narrow, true,
       (options_type options, char *to, size_t size, const char *format, void *locale, va_list list), options, to, size,
       format, locale, list)
LISTED(__stdio_common_vswprintf, "swprintf", check_wide, true,
       (options_type options, wchar_t *to, size_t size, const wchar_t *format, void *locale, va_list list), options, to,
       size, format, locale, list)

#define ROW(name) WATCHED(#name, watched_##name, &real_##name)

const struct watched misuse_watched[] = {
    WATCHED("SetEvent", set_event, NULL),
    WATCHED("ResetEvent", reset_event, NULL),
    WATCHED("ReleaseMutex", release_mutex, NULL),
    WATCHED("ReleaseSemaphore", release_semaphore, NULL),
    WATCHED("ReadFile", read_file, NULL),
    WATCHED("WriteFile", write_file, NULL),
    ROW(fopen),
    ROW(_wfopen),
    ROW(_fsopen),
    ROW(_wfsopen),
    ROW(_fdopen),
    ROW(_wfdopen),
    ROW(tmpfile),
    ROW(fopen_s),
    WATCHED("_wfopen_s", watched_wfopen_s, &real_wfopen_s),
    ROW(fclose),
    WATCHED("_fcloseall", watched_fcloseall, &real_fcloseall),
    ROW(fputs),
    ROW(fputws),
    ROW(fputc),
    ROW(fgetc),
    ROW(fflush),
    ROW(fwrite),
    ROW(fread),
    ROW(fgets),
    ROW(fgetws),
    ROW(fprintf),
    ROW(fwprintf),
    ROW(printf),
    ROW(wprintf),
    ROW(sprintf),
    ROW(_snprintf),
    ROW(_snwprintf),
    ROW(wsprintfA),
    ROW(wsprintfW),
    ROW(vfprintf),
    ROW(vfwprintf),
    ROW(_vsnprintf),
    ROW(_vsnwprintf),
    ROW(__stdio_common_vfprintf),
    ROW(__stdio_common_vfwprintf),
    ROW(__stdio_common_vsprintf),
    ROW(__stdio_common_vswprintf),
    {NULL, NULL, NULL},
};
