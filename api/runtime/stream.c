/* SPDX-License-Identifier: MIT */
/* Files of the C run-time library: where they are opened, in which mode, and who opened them. */
#undef RRAS_SYSTEM_STDIO
#include "stream.h"

#include "sandbox.h"

#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <wchar.h>

/* The C library's own, which our header binds to ours */
FILE *system_fopen(const char *path, const char *mode) __asm__("fopen");
int system_fclose(FILE *stream) __asm__("fclose");
int system_remove(const char *path) __asm__("remove");

struct stream {
    FILE *file;
    enum rras_encoding encoding;
    const void *module; /* whose code opened it */
    struct stream *next;
};

static struct stream *streams;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

static const void *module_of(const void *address)
{
    Dl_info info;
    return dladdr(address, &info) ? info.dli_fbase : NULL;
}

enum rras_encoding rras_stream_encoding(FILE *file)
{
    enum rras_encoding encoding = RRAS_NARROW;
    pthread_mutex_lock(&lock);
    for (const struct stream *stream = streams; stream; stream = stream->next)
        if (stream->file == file)
            encoding = stream->encoding;
    pthread_mutex_unlock(&lock);
    return encoding;
}

/* --- modes --- */

/* Windows' mode: r, w or a, then +, b, t and such in any order, then `ccs=` */
struct mode {
    char native[4];
    int flags; /* of open() */
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

/* A new file begins with the mark of its encoding; one that is there already tells it by that. */
static bool put_mark(int file, const struct mode *mode)
{
    static const char utf8[] = "\xef\xbb\xbf", utf16[] = "\xff\xfe";
    const char *mark = mode->encoding == RRAS_UTF8 ? utf8 : utf16;
    off_t size = lseek(file, 0, SEEK_END);
    if (size == 0 && mode->flags & (O_WRONLY | O_RDWR))
        return rras_write_all(file, mark, strlen(mark)) > 0;
    char found[3] = "";
    ssize_t got = pread(file, found, strlen(mark), 0);
    bool marked = got == (ssize_t)strlen(mark) && memcmp(found, mark, strlen(mark)) == 0;
    return lseek(file, marked && !(mode->flags & O_APPEND) ? got : 0,
                 mode->flags & O_APPEND ? SEEK_END : SEEK_SET) >= 0;
}

static FILE *open_stream(const char *native, const struct mode *mode, bool is_windows, const void *caller)
{
    struct stream *stream = malloc(sizeof *stream);
    int file = stream ? open(native, mode->flags | O_CLOEXEC, 0666) : -1;
    if (file < 0 || (mode->encoding >= RRAS_UTF8 && !put_mark(file, mode))) {
        if (file >= 0)
            close(file);
        free(stream);
        return NULL;
    }
    bool lines = is_windows && (mode->encoding == RRAS_NARROW || mode->encoding == RRAS_UTF8);
    *stream = (struct stream){lines ? rras_lines_open(file, mode->native) : fdopen(file, mode->native), mode->encoding,
                              module_of(caller), NULL};
    FILE *opened = stream->file;
    if (!opened) {
        free(stream);
        return NULL;
    }
    pthread_mutex_lock(&lock);
    stream->next = streams;
    streams = stream;
    pthread_mutex_unlock(&lock);
    return opened;
}

static FILE *open_path(const char *path, const char *text, const void *caller)
{
    struct mode mode;
    char native[PATH_MAX];
    if (!path || !text || !read_mode(text, &mode)) {
        errno = EINVAL;
        return NULL;
    }
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
    return open_path(path, mode, CALLER);
}

errno_t fopen_s(FILE **stream, const char *path, const char *mode)
{
    if (!stream || !path || !mode)
        return rras_invalid_parameter(EINVAL, EINVAL);
    *stream = open_path(path, mode, CALLER);
    return *stream ? 0 : errno;
}

static FILE *open_wide_path(const wchar_t *path, const wchar_t *mode, const void *caller)
{
    char narrow_path[PATH_MAX], narrow_mode[64];
    if (path && mode && WideCharToMultiByte(CP_UTF8, 0, path, -1, narrow_path, sizeof narrow_path, NULL, NULL) &&
        WideCharToMultiByte(CP_UTF8, 0, mode, -1, narrow_mode, sizeof narrow_mode, NULL, NULL))
        return open_path(narrow_path, narrow_mode, caller);
    errno = EINVAL;
    return NULL;
}

FILE *_wfopen(const wchar_t *path, const wchar_t *mode)
{
    return open_wide_path(path, mode, CALLER);
}

errno_t _wfopen_s(FILE **stream, const wchar_t *path, const wchar_t *mode)
{
    if (!stream || !path || !mode)
        return rras_invalid_parameter(EINVAL, EINVAL);
    *stream = open_wide_path(path, mode, CALLER);
    return *stream ? 0 : errno;
}

/* Takes a stream out of the list: this one, or any of a module's; NULL: there is none */
static FILE *forget(FILE *file, const void *module)
{
    FILE *found = NULL;
    pthread_mutex_lock(&lock);
    struct stream **at = &streams;
    while (*at && !(file ? (*at)->file == file : (*at)->module == module))
        at = &(*at)->next;
    struct stream *stream = *at;
    if (stream) {
        found = stream->file;
        *at = stream->next;
        free(stream);
    }
    pthread_mutex_unlock(&lock);
    return found;
}

int fclose(FILE *stream)
{
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

int remove(const char *path)
{
    char native[PATH_MAX];
    if (path && rras_sandbox_path(path, FALSE, native) == NO_ERROR)
        return system_remove(native);
    errno = ENOENT;
    return -1;
}

int _wremove(const wchar_t *path)
{
    char native[PATH_MAX];
    if (path && rras_sandbox_wide_path(path, FALSE, native) == NO_ERROR)
        return system_remove(native);
    errno = ENOENT;
    return -1;
}
