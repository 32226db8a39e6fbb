/* SPDX-License-Identifier: MIT */
/* Strings as Microsoft's C run-time library has them beyond the C standard; secure_unit.h, twice. */
#include "stream.h"

#include <errno.h>
#include <signal.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <wchar.h>

static _invalid_parameter_handler on_invalid_parameter;

_invalid_parameter_handler _set_invalid_parameter_handler(_invalid_parameter_handler handler)
{
    _invalid_parameter_handler before = on_invalid_parameter;
    on_invalid_parameter = handler;
    return before;
}

/* As the release build of the library on Windows does: the handler is told nothing. */
int rras_invalid_parameter(int code, int result)
{
    if (on_invalid_parameter == NULL)
        abort();
    on_invalid_parameter(NULL, NULL, NULL, 0, 0);
    errno = code;
    return result;
}

size_t wcsspn(const wchar_t *text, const wchar_t *set)
{
    size_t count = 0;
    while (text[count] != 0 && wcschr(set, text[count]) != NULL)
        count++;
    return count;
}

size_t wcscspn(const wchar_t *text, const wchar_t *set)
{
    size_t count = 0;
    while (text[count] != 0 && wcschr(set, text[count]) == NULL)
        count++;
    return count;
}

wchar_t *wcspbrk(const wchar_t *text, const wchar_t *set)
{
    text += wcscspn(text, set);
    return *text != 0 ? (wchar_t *)text : NULL;
}

wchar_t *wcstok(wchar_t *text, const wchar_t *separators, wchar_t **rest)
{
    return wcstok_s(text, separators, rest);
}

wchar_t *wcsdup(const wchar_t *text)
{
    return _wcsdup(text);
}

int wcscoll(const wchar_t *left, const wchar_t *right)
{
    return wcscmp(left, right);
}

int _stricmp(const char *left, const char *right)
{
    return _strnicmp(left, right, SIZE_MAX);
}

static int lower_ascii(char byte)
{
    return byte >= 'A' && byte <= 'Z' ? byte + ('a' - 'A') : (unsigned char)byte;
}

int _strnicmp(const char *left, const char *right, size_t limit)
{
    for (; limit > 0; limit--, left++, right++) {
        int difference = lower_ascii(*left) - lower_ascii(*right);
        if (difference != 0 || *left == 0)
            return difference;
    }
    return 0;
}

errno_t memcpy_s(void *to, size_t size, const void *from, size_t count)
{
    if (count == 0)
        return 0;
    if (to == NULL)
        return rras_invalid_parameter(EINVAL, EINVAL);
    if (from == NULL || count > size) {
        memset(to, 0, size);
        return from == NULL ? rras_invalid_parameter(EINVAL, EINVAL) : rras_invalid_parameter(ERANGE, ERANGE);
    }
    memcpy(to, from, count);
    return 0;
}

errno_t memmove_s(void *to, size_t size, const void *from, size_t count)
{
    if (count == 0)
        return 0;
    if (to == NULL || from == NULL)
        return rras_invalid_parameter(EINVAL, EINVAL);
    if (count > size)
        return rras_invalid_parameter(ERANGE, ERANGE);
    memmove(to, from, count);
    return 0;
}

errno_t wmemcpy_s(wchar_t *to, size_t size, const wchar_t *from, size_t count)
{
    if (size > SIZE_MAX / sizeof(*to) || count > SIZE_MAX / sizeof(*to))
        return rras_invalid_parameter(ERANGE, ERANGE);
    return memcpy_s(to, size * sizeof(*to), from, count * sizeof(*to));
}

#define UNIT wchar_t
#define NAME(base) base##_wide
#define NLEN wcsnlen
#define LEN wcslen
#define SPN wcsspn
#define CSPN wcscspn
#define NLEN_S wcsnlen_s
#define NCPY_S wcsncpy_s
#define NCAT_S wcsncat_s
#define CPY_S wcscpy_s
#define CAT_S wcscat_s
#define TOK_S wcstok_s
#define LWR _wcslwr
#define UPR _wcsupr
#define LWR_S _wcslwr_s
#define UPR_S _wcsupr_s
#define REV _wcsrev
#define DUP _wcsdup
#include "secure_unit.h"

#define UNIT char
#define NAME(base) base##_narrow
#define NLEN strnlen
#define LEN strlen
#define SPN strspn
#define CSPN strcspn
#define NLEN_S strnlen_s
#define NCPY_S strncpy_s
#define NCAT_S strncat_s
#define CPY_S strcpy_s
#define CAT_S strcat_s
#define TOK_S strtok_s
#define LWR _strlwr
#define UPR _strupr
#define LWR_S _strlwr_s
#define UPR_S _strupr_s
#define REV _strrev
#define DUP _strdup
#include "secure_unit.h"
