/* SPDX-License-Identifier: MIT */
/* Files of the C run-time library: where they are opened, in which mode, and who opened them. */
#undef RRAS_SYSTEM_STDIO
#include "stream.h"

#include "descriptor.h"
#include "misuse.h"
#include "sandbox.h"
#include "sharing.h"

#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <share.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <wchar.h>

/* The C library's own, which our header binds to ours */
int system_fclose(FILE *stream) __asm__("fclose");
int system_fflush(FILE *stream) __asm__("fflush");
FILE *system_fdopen(int file, const char *mode) __asm__("fdopen");
int system_rename(const char *from, const char *to) __asm__("rename");

enum { CLOSED_MOST = 64 };

static struct rras_stream *streams;
static FILE *closed[CLOSED_MOST]; /* the last that were, but for those that stand for a new file since */
static unsigned closed_count;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

static const void *module_of(const void *address)
{
    Dl_info info;
    return dladdr(address, &info) ? info.dli_fbase : NULL;
}

struct rras_stream *rras_stream_of(FILE *file)
{
    static _Thread_local struct rras_stream others;
    pthread_mutex_lock(&lock);
    struct rras_stream *stream = streams;
    while (stream && stream->file != file)
        stream = stream->next;
    pthread_mutex_unlock(&lock);
    if (!stream && others.file != file)
        others = (struct rras_stream){.file = file, .encoding = RRAS_NARROW};
    return stream ? stream : &others;
}

bool rras_stream_usable(FILE *file)
{
    bool usable = file != NULL;
    pthread_mutex_lock(&lock);
    for (unsigned i = 0; i < CLOSED_MOST; i++)
        usable = usable && closed[i] != file;
    pthread_mutex_unlock(&lock);
    if (!usable)
        rras_misused(RRAS_MISUSE_FILE, NULL, file ? "the stream was closed before" : "the stream is NULL");
    errno = usable ? errno : EINVAL;
    return usable;
}

FILE *rras_stream_opened(FILE *file)
{
    pthread_mutex_lock(&lock);
    for (unsigned i = 0; i < CLOSED_MOST; i++)
        closed[i] = closed[i] == file ? NULL : closed[i];
    pthread_mutex_unlock(&lock);
    return file;
}

/* --- modes --- */

/* Windows' mode: r, w or a, then +, b, t and such in any order, then `ccs=` */
struct mode {
    char native[4];
    int flags; /* of open() */
    int share; /* of share.h */
    enum rras_encoding encoding;
};

static bool read_mode(const char *mode, struct mode *read)
{
    static const struct {
        const char *name;
        enum rras_encoding encoding;
    } encodings[] = {{"UTF-8", RRAS_UTF8}, {"UTF-16LE", RRAS_UTF16}, {"UNICODE", RRAS_UTF16}};
    const char *wanted = strstr(mode, "ccs");
    mode += strspn(mode, " ");
    const bool plus = strcspn(mode, "+") < strcspn(mode, ",");
    *read = (struct mode){.encoding = strcspn(mode, "b") < strcspn(mode, ",") ? RRAS_BYTES : RRAS_NARROW};
    switch (*mode) {
    case 'r':
        read->flags = plus ? O_RDWR : O_RDONLY;
        break;
    case 'w':
        read->flags = (plus ? O_RDWR : O_WRONLY) | O_CREAT | O_TRUNC;
        break;
    case 'a':
        read->flags = (plus ? O_RDWR : O_WRONLY) | O_CREAT | O_APPEND;
        break;
    default:
        return false;
    }
    if (*mode == 'w' && strcspn(mode, "x") < strcspn(mode, ","))
        read->flags |= O_EXCL;
    snprintf(read->native, sizeof read->native, "%c%s", *mode, plus ? "+" : "");
    if (!wanted)
        return true;
    wanted += strcspn(wanted, "=");
    wanted += strspn(wanted, "= ");
    for (size_t i = 0; i < sizeof encodings / sizeof *encodings; i++)
        if (strncasecmp(wanted, encodings[i].name, strlen(encodings[i].name)) == 0) {
            read->encoding = encodings[i].encoding;
            return true;
        }
    return false;
}

/* A new file begins with the mark of its encoding; that of one that is there already counts for more than the mode. */
static bool heed_mark(int file, struct mode *mode, const char *native)
{
    static const struct {
        enum rras_encoding encoding;
        char mark[4];
        size_t length;
    } marks[] = {{RRAS_UTF8, "\xef\xbb\xbf", 3}, {RRAS_UTF16, "\xff\xfe", 2}};
    char found[3] = "";
    int reader = open(native, O_RDONLY | O_CLOEXEC); /* what is written to may be for nothing else */
    ssize_t got = reader >= 0 ? read(reader, found, sizeof found) : 0;
    off_t behind = 0;
    if (reader >= 0)
        close(reader);
    for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
        bool there = got >= (ssize_t)marks[i].length && memcmp(found, marks[i].mark, marks[i].length) == 0;
        if (got == 0 && marks[i].encoding == mode->encoding && (mode->flags & O_ACCMODE) != O_RDONLY)
            return rras_write_all(file, marks[i].mark, marks[i].length) > 0;
        if (there)
            mode->encoding = marks[i].encoding;
        behind = there ? (off_t)marks[i].length : behind;
    }
    return lseek(file, mode->flags & O_APPEND ? 0 : behind, mode->flags & O_APPEND ? SEEK_END : SEEK_SET) >= 0;
}

/* Takes the share of what is there, before it is emptied; whether it may be opened */
static bool take_share(const struct stat *status, const struct mode *mode, int *token)
{
    const int kind = mode->flags & O_ACCMODE;
    const DWORD access = (kind != O_WRONLY ? FILE_SHARE_READ : 0) | (kind != O_RDONLY ? FILE_SHARE_WRITE : 0);
    return rras_share_take(status, access, rras_share_of(mode->share, kind != O_RDONLY), token) == NO_ERROR;
}

/* Only what is no folder can be a stream. */
static int open_file(const char *native, const struct mode *mode, int *token)
{
    struct stat status;
    *token = -1;
    bool existed = stat(native, &status) == 0;
    if (existed && !take_share(&status, mode, token)) {
        errno = EACCES;
        return -1;
    }
    if (existed && S_ISREG(status.st_mode) && !(status.st_mode & 0222) && (mode->flags & O_ACCMODE) != O_RDONLY) {
        if (*token >= 0)
            close(*token);
        *token = -1;
        errno = EACCES;
        return -1;
    }
    int file = open(native, mode->flags | O_CLOEXEC, 0666);
    if (!existed && file >= 0 && fstat(file, &status) == 0)
        take_share(&status, mode, token);
    if (file >= 0 && fstat(file, &status) == 0 && S_ISDIR(status.st_mode)) {
        close(file);
        errno = EACCES;
        return -1;
    }
    if (file < 0 && errno == EISDIR)
        errno = EACCES;
    return file;
}

/* A stream of a file that is open, closed with it or when there is none */
static FILE *stream_of(int file, bool text, const struct mode *mode, const void *caller)
{
    struct rras_stream *stream = calloc(1, sizeof *stream);
    struct rras_lines *lines = rras_lines_make(file, text);
    FILE *opened = stream && lines ? rras_lines_open(lines, mode->native) : NULL;
    if (!opened) {
        free(lines);
        free(stream);
        close(file);
        return NULL;
    }
    *stream = (struct rras_stream){
        .file = opened, .lines = lines, .sharing = -1, .encoding = mode->encoding, .module = module_of(caller)};
    rras_stream_opened(opened);
    pthread_mutex_lock(&lock);
    stream->next = streams;
    streams = stream;
    pthread_mutex_unlock(&lock);
    return opened;
}

static FILE *open_stream(const char *native, struct mode *mode, bool is_windows, const void *caller)
{
    int token;
    int file = open_file(native, mode, &token);
    if (file >= 0 && mode->encoding >= RRAS_UTF8 && !heed_mark(file, mode, native)) {
        close(file);
        file = -1;
    }
    bool text = is_windows && (mode->encoding == RRAS_NARROW || mode->encoding == RRAS_UTF8);
    FILE *opened = file >= 0 ? stream_of(file, text, mode, caller) : NULL;
    if (opened)
        rras_stream_of(opened)->sharing = token;
    else if (token >= 0)
        close(token);
    return opened;
}

static FILE *open_path(const char *path, const char *text, int share, const void *caller)
{
    struct mode mode;
    char native[PATH_MAX];
    if (!path || !text || !read_mode(text, &mode)) {
        errno = EINVAL;
        return NULL;
    }
    mode.share = share;
    DWORD error = rras_sandbox_path(path, (mode.flags & O_CREAT) != 0, native);
    if (error != NO_ERROR) {
        errno = error == ERROR_INVALID_NAME ? EINVAL : ENOENT;
        return NULL;
    }
    return open_stream(native, &mode, *path != '/', caller);
}

#define CALLER __builtin_return_address(0)

FILE *fopen(const char *path, const char *mode)
{
    return open_path(path, mode, _SH_DENYNO, CALLER);
}

errno_t fopen_s(FILE **stream, const char *path, const char *mode)
{
    if (!stream || !path || !mode)
        return rras_invalid_parameter(EINVAL, EINVAL);
    *stream = open_path(path, mode, _SH_SECURE, CALLER);
    return *stream ? 0 : errno;
}

static FILE *open_wide_path(const wchar_t *path, const wchar_t *mode, int share, const void *caller)
{
    char narrow_path[PATH_MAX], narrow_mode[64];
    if (path && mode && WideCharToMultiByte(CP_UTF8, 0, path, -1, narrow_path, sizeof narrow_path, NULL, NULL) &&
        WideCharToMultiByte(CP_UTF8, 0, mode, -1, narrow_mode, sizeof narrow_mode, NULL, NULL))
        return open_path(narrow_path, narrow_mode, share, caller);
    errno = EINVAL;
    return NULL;
}

FILE *_wfopen(const wchar_t *path, const wchar_t *mode)
{
    return open_wide_path(path, mode, _SH_DENYNO, CALLER);
}

FILE *_fsopen(const char *path, const char *mode, int share)
{
    if (rras_share_of(share, FALSE) == UINT32_MAX)
        return (FILE *)(intptr_t)rras_invalid_parameter(EINVAL, 0);
    return open_path(path, mode, share, CALLER);
}

FILE *_wfsopen(const wchar_t *path, const wchar_t *mode, int share)
{
    if (rras_share_of(share, FALSE) == UINT32_MAX)
        return (FILE *)(intptr_t)rras_invalid_parameter(EINVAL, 0);
    return open_wide_path(path, mode, share, CALLER);
}

errno_t _wfopen_s(FILE **stream, const wchar_t *path, const wchar_t *mode)
{
    if (!stream || !path || !mode)
        return rras_invalid_parameter(EINVAL, EINVAL);
    *stream = open_wide_path(path, mode, _SH_SECURE, CALLER);
    return *stream ? 0 : errno;
}

/* Takes a stream out of the list: this one, or any of a module's; NULL: there is none */
static FILE *forget(FILE *file, const void *module)
{
    FILE *found = NULL;
    pthread_mutex_lock(&lock);
    struct rras_stream **at = &streams;
    while (*at && !(file ? (*at)->file == file : (*at)->module == module))
        at = &(*at)->next;
    struct rras_stream *stream = *at;
    if (stream) {
        found = stream->file;
        system_fflush(found); /* before anybody else may open the file */
        *at = stream->next;
        closed[closed_count++ % CLOSED_MOST] = found;
        rras_number_forget(stream->number);
        if (stream->sharing >= 0)
            close(stream->sharing);
        free(stream);
    }
    pthread_mutex_unlock(&lock);
    return found;
}

int fclose(FILE *stream)
{
    if (!rras_stream_usable(stream))
        return EOF;
    forget(stream, NULL);
    return system_fclose(stream);
}

int _fcloseall(void)
{
    const void *module = module_of(CALLER);
    int count = 0;
    for (FILE *file; (file = forget(NULL, module)) != NULL; count++)
        system_fclose(file);
    return count;
}

int _fileno(FILE *file)
{
    if (!rras_stream_usable(file))
        return -1;
    struct rras_stream *stream = rras_stream_of(file);
    if (!stream->lines)
        return fileno(file);
    if (stream->number == 0) {
        int number = rras_number_borrow(stream->lines);
        stream->number = number > 0 ? number : 0;
        return number;
    }
    return stream->number;
}

/* Whether lines end in CR LF is what the number has. */
FILE *_fdopen(int number, const char *text)
{
    struct mode mode;
    bool is_text;
    if (!text || !read_mode(text, &mode))
        return (FILE *)(intptr_t)rras_invalid_parameter(EINVAL, 0);
    int own = rras_number_duplicate(number, &is_text);
    FILE *opened = own >= 0 ? stream_of(own, is_text, &mode, CALLER) : NULL;
    if (opened)
        rras_stream_of(opened)->number = number;
    return opened;
}

FILE *_wfdopen(int number, const wchar_t *text)
{
    char narrow[64];
    if (!text || !WideCharToMultiByte(CP_UTF8, 0, text, -1, narrow, sizeof narrow, NULL, NULL))
        return (FILE *)(intptr_t)rras_invalid_parameter(EINVAL, 0);
    return _fdopen(number, narrow);
}

/* --- files without a stream --- */

/* Only files: what is a folder or a device stays. */
static int remove_native(const char *native, DWORD error)
{
    struct stat status;
    if (error != NO_ERROR || stat(native, &status) != 0)
        errno = ENOENT;
    else if (!S_ISREG(status.st_mode) || !(status.st_mode & 0222) || rras_share_check_delete(native) != NO_ERROR)
        errno = EACCES;
    else
        return unlink(native);
    return -1;
}

int remove(const char *path)
{
    char native[PATH_MAX] = "";
    return remove_native(native, rras_sandbox_path(path, FALSE, native));
}

int _wremove(const wchar_t *path)
{
    char native[PATH_MAX] = "";
    return remove_native(native, rras_sandbox_wide_path(path, FALSE, native));
}

/* As on Windows, nothing is replaced. */
static int rename_native(const char *from, DWORD from_error, const char *to, DWORD to_error)
{
    struct stat status;
    if (from_error != NO_ERROR || to_error != NO_ERROR)
        errno = ENOENT;
    else if (strcmp(from, to) != 0 && stat(to, &status) == 0) /* it may be the same name with other letters */
        errno = EEXIST;
    else if (rras_share_check_delete(from) != NO_ERROR)
        errno = EACCES;
    else
        return system_rename(from, to);
    return -1;
}

int rename(const char *from, const char *to)
{
    char old[PATH_MAX] = "", fresh[PATH_MAX] = "";
    DWORD error = rras_sandbox_path(from, FALSE, old);
    return rename_native(old, error, fresh, rras_sandbox_path(to, TRUE, fresh));
}

int _wrename(const wchar_t *from, const wchar_t *to)
{
    char old[PATH_MAX] = "", fresh[PATH_MAX] = "";
    DWORD error = rras_sandbox_wide_path(from, FALSE, old);
    return rename_native(old, error, fresh, rras_sandbox_wide_path(to, TRUE, fresh));
}
