/* SPDX-License-Identifier: MIT */
/* The environment: processenv.h, and that of the C run-time library. */
#undef RRAS_SYSTEM_STDIO
#include "file.h"
#include "stream.h"

#include "path.h"

#include <errno.h>
#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <wchar.h>

/* The C library's own, which our header binds to ours */
char *system_getenv(const char *name) __asm__("getenv");

/* There are two, as on Windows: the process's, and the copy that the C run-time library made of it when it was loaded. */
enum owner { PROCESS, LIBRARY, OWNERS };

/* What a DLL has changed */
struct change {
    char *name;
    bool made[OWNERS];
    char *values[OWNERS]; /* NULL: the variable is gone */
    struct change *next;
};

static struct change *changes;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

static bool is_name(const char *name, const char *other, size_t length)
{
    return strlen(name) == length && strncasecmp(name, other, length) == 0;
}

/* Of a name of so many bytes; the lock must be held */
static struct change *change_of(const char *name, size_t length)
{
    struct change *change = changes;
    while (change && !is_name(change->name, name, length))
        change = change->next;
    return change;
}

static const char *first_value(const char *name, size_t length)
{
    char own[256];
    for (const struct rras_variable *fixed = rras_environment; fixed->name; fixed++)
        if (is_name(fixed->name, name, length))
            return fixed->value;
    if (length == 0 || length >= sizeof own)
        return NULL;
    memcpy(own, name, length);
    own[length] = '\0';
    return system_getenv(own);
}

/* A copy of the value of a variable whose name has so many bytes, to be freed; NULL: there is none. Another thread may change it. */
static char *value_of(enum owner owner, const char *name, size_t length)
{
    pthread_mutex_lock(&lock);
    const struct change *change = change_of(name, length);
    const char *value = change && change->made[owner] ? change->values[owner] : first_value(name, length);
    char *copy = value ? strdup(value) : NULL;
    pthread_mutex_unlock(&lock);
    return copy;
}

static struct change *make_change(const char *name)
{
    struct change *change = calloc(1, sizeof *change);
    if (change && !(change->name = strdup(name))) {
        free(change);
        return NULL;
    }
    if (change) {
        change->next = changes;
        changes = change;
    }
    return change;
}

/* NULL takes a variable away. */
static DWORD set_value(enum owner owner, const char *name, const char *value)
{
    char *copy = value ? strdup(value) : NULL;
    pthread_mutex_lock(&lock);
    struct change *change = change_of(name, strlen(name));
    if (!change && (copy || !value))
        change = make_change(name);
    bool fine = change && (copy || !value);
    if (fine) {
        free(change->values[owner]);
        change->values[owner] = copy;
        change->made[owner] = true;
    }
    pthread_mutex_unlock(&lock);
    if (!fine)
        free(copy);
    return fine ? NO_ERROR : ERROR_NOT_ENOUGH_MEMORY;
}

/* --- of the process --- */

DWORD WINAPI GetEnvironmentVariableA(LPCSTR name, LPSTR to, DWORD size)
{
    char *value = value_of(PROCESS, name, strlen(name));
    SetLastError(value ? NO_ERROR : ERROR_ENVVAR_NOT_FOUND);
    DWORD length = value ? rras_put(value, to, size) : 0;
    free(value);
    return length;
}

DWORD WINAPI GetEnvironmentVariableW(LPCWSTR name, LPWSTR to, DWORD size)
{
    char narrow[PATH_MAX];
    rras_narrowed(name, narrow);
    char *value = value_of(PROCESS, narrow, strlen(narrow));
    SetLastError(value ? NO_ERROR : ERROR_ENVVAR_NOT_FOUND);
    DWORD length = value ? rras_put_wide(value, to, size) : 0;
    free(value);
    return length;
}

BOOL WINAPI SetEnvironmentVariableA(LPCSTR name, LPCSTR value)
{
    if (!name || !*name || strchr(name + 1, '=')) /* `=C:` is a folder of a drive */
        return rras_done(ERROR_INVALID_PARAMETER);
    return rras_done(set_value(PROCESS, name, value));
}

/* The text as UTF-8, to be freed; NULL when memory ran out */
static char *narrow_copy(LPCWSTR text)
{
    int needed = WideCharToMultiByte(CP_UTF8, 0, text, -1, NULL, 0, NULL, NULL);
    char *narrow = malloc((size_t)needed);
    if (narrow)
        WideCharToMultiByte(CP_UTF8, 0, text, -1, narrow, needed, NULL, NULL);
    return narrow;
}

BOOL WINAPI SetEnvironmentVariableW(LPCWSTR name, LPCWSTR value)
{
    char narrow[PATH_MAX];
    char *copy = value ? narrow_copy(value) : NULL;
    BOOL fine = value && !copy ? rras_done(ERROR_NOT_ENOUGH_MEMORY)
                               : SetEnvironmentVariableA(rras_narrowed(name, narrow), copy);
    free(copy);
    return fine;
}

/* The text with its variables, to be freed; NULL when memory ran out */
static char *expand(const char *text)
{
    size_t length = 0, room = strlen(text) + 1;
    char *made = malloc(room);
    while (made && *text) {
        const char *end = *text == '%' ? strchr(text + 1, '%') : NULL;
        char *value = end ? value_of(PROCESS, text + 1, (size_t)(end - text) - 1) : NULL;
        size_t count = value ? strlen(value) : 1;
        char *larger = realloc(made, room += count);
        if (!larger)
            free(made);
        made = larger;
        if (made)
            memcpy(made + length, value ? value : text, count);
        length += count;
        text = value ? end + 1 : text + 1;
        free(value);
    }
    if (made)
        made[length] = '\0';
    return made;
}

DWORD WINAPI ExpandEnvironmentStringsA(LPCSTR from, LPSTR to, DWORD size)
{
    char *text = expand(from);
    DWORD needed = text ? (DWORD)strlen(text) + 1 : 0;
    if (needed > 0 && to && needed <= size)
        memcpy(to, text, needed);
    free(text);
    return needed;
}

DWORD WINAPI ExpandEnvironmentStringsW(LPCWSTR from, LPWSTR to, DWORD size)
{
    char *narrow = narrow_copy(from), *text = narrow ? expand(narrow) : NULL;
    DWORD needed = text ? (DWORD)MultiByteToWideChar(CP_UTF8, 0, text, -1, NULL, 0) : 0;
    if (text && to && needed <= size)
        MultiByteToWideChar(CP_UTF8, 0, text, -1, to, (int)size);
    free(narrow);
    free(text);
    return needed;
}

/* --- of the C run-time library --- */

/* What was told of a variable stays, as long as its value does and beyond: a program keeps pointers to several. */
struct told {
    char *name, *value;
    wchar_t *wide;
    struct told *next;
};

static struct told *told;

static void free_told(struct told *one)
{
    free(one->name);
    free(one->value);
    free(one->wide);
    free(one);
}

/* As UTF-16, to be freed */
static wchar_t *wide_copy(const char *text)
{
    int needed = MultiByteToWideChar(CP_UTF8, 0, text, -1, NULL, 0);
    wchar_t *wide = malloc((size_t)needed * sizeof *wide);
    if (wide)
        MultiByteToWideChar(CP_UTF8, 0, text, -1, wide, needed);
    return wide;
}

/* NULL: there is none, or memory ran out */
static const struct told *tell(const char *name)
{
    char *value = name ? value_of(LIBRARY, name, strlen(name)) : NULL;
    if (!value)
        return NULL;
    pthread_mutex_lock(&lock);
    struct told *one = told;
    while (one && !(strcasecmp(one->name, name) == 0 && strcmp(one->value, value) == 0))
        one = one->next;
    if (one) {
        free(value);
    } else if ((one = calloc(1, sizeof *one))) {
        *one = (struct told){strdup(name), value, wide_copy(value), told};
        if (one->name && one->wide) {
            told = one;
        } else {
            free_told(one);
            one = NULL;
        }
    } else {
        free(value);
    }
    pthread_mutex_unlock(&lock);
    return one;
}

char *getenv(const char *name)
{
    const struct told *one = tell(name);
    return one ? one->value : NULL;
}

wchar_t *_wgetenv(const wchar_t *name)
{
    char narrow[PATH_MAX];
    const struct told *one = name ? tell(rras_narrowed(name, narrow)) : NULL;
    return one ? one->wide : NULL;
}

errno_t _putenv_s(const char *name, const char *value)
{
    if (!name || !value || !*name || strchr(name, '='))
        return rras_invalid_parameter(EINVAL, EINVAL);
    const char *kept = *value ? value : NULL; /* an empty one takes it away */
    return set_value(LIBRARY, name, kept) == NO_ERROR && set_value(PROCESS, name, kept) == NO_ERROR ? 0 : ENOMEM;
}

errno_t _wputenv_s(const wchar_t *name, const wchar_t *value)
{
    char narrow[PATH_MAX];
    if (!name || !value)
        return rras_invalid_parameter(EINVAL, EINVAL);
    char *copy = narrow_copy(value);
    errno_t failed = copy ? _putenv_s(rras_narrowed(name, narrow), copy) : ENOMEM;
    free(copy);
    return failed;
}

errno_t getenv_s(size_t *needed, char *to, size_t size, const char *name)
{
    if (!needed || !name || (!to && size > 0))
        return rras_invalid_parameter(EINVAL, EINVAL);
    const char *value = getenv(name);
    *needed = value ? strlen(value) + 1 : 0;
    if (size > 0)
        *to = '\0';
    if (size == 0 || !value)
        return 0;
    if (*needed > size)
        return errno = ERANGE;
    memcpy(to, value, *needed);
    return 0;
}

errno_t _dupenv_s(char **to, size_t *size, const char *name)
{
    if (!to || !name)
        return rras_invalid_parameter(EINVAL, EINVAL);
    *to = value_of(LIBRARY, name, strlen(name));
    if (size)
        *size = *to ? strlen(*to) + 1 : 0;
    return 0;
}

errno_t _wdupenv_s(wchar_t **to, size_t *size, const wchar_t *name)
{
    char narrow[PATH_MAX];
    if (!to || !name)
        return rras_invalid_parameter(EINVAL, EINVAL);
    char *value = value_of(LIBRARY, rras_narrowed(name, narrow), strlen(rras_narrowed(name, narrow)));
    *to = value ? wide_copy(value) : NULL;
    if (size)
        *size = *to ? wcslen(*to) + 1 : 0;
    const bool failed = value && !*to;
    free(value);
    return failed ? ENOMEM : 0;
}

/* NAME=VALUE; what has no value is taken away. */
int _putenv(const char *setting)
{
    const char *equals = setting ? strchr(setting, '=') : NULL;
    char *name = equals ? strndup(setting, (size_t)(equals - setting)) : NULL;
    errno_t failed = name ? _putenv_s(name, equals + 1) : rras_invalid_parameter(EINVAL, EINVAL);
    free(name);
    return failed ? -1 : 0;
}

int _wputenv(const wchar_t *setting)
{
    char *narrow = setting ? narrow_copy(setting) : NULL;
    int failed = _putenv(narrow);
    free(narrow);
    return failed;
}
