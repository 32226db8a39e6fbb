/* SPDX-License-Identifier: MIT */
/* Between narrow and wide strings in the way of the C library; narrow is UTF-8. */
#include "stream.h"

#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <wchar.h>
#include <windows.h>

#include "utf8.h"

/* Bytes of a character, as its first one says: nothing behind it is looked at */
static size_t length_of(char first)
{
    unsigned char byte = (unsigned char)first;
    return byte < 0xc0 ? 1 : byte < 0xe0 ? 2 : byte < 0xf0 ? 3 : 4;
}

/* At most so many units, without a null; SIZE_MAX when the bytes are not UTF-8. Without a place they are
 * counted. */
static size_t to_wide(wchar_t *to, size_t most, const char *from)
{
    size_t count = 0;
    while (count < most && *from) {
        unsigned character;
        wchar_t units[2];
        size_t taken = rras_utf8_read(from, strnlen(from, length_of(*from)), &character);
        bool meant = taken == 3 && memcmp(from, "\xef\xbf\xbd", 3) == 0;
        if (taken == 0 || (character == RRAS_UTF8_INVALID && !meant)) {
            errno = EILSEQ;
            return SIZE_MAX;
        }
        size_t written = rras_utf16_write(character, units);
        if (count + written > most)
            break;
        if (to)
            wmemcpy(to + count, units, written);
        count += written;
        from += taken;
    }
    return count;
}

static size_t to_narrow(char *to, size_t most, const wchar_t *from)
{
    size_t count = 0;
    while (count < most && *from) {
        char bytes[RRAS_UTF8_LONGEST];
        size_t written,
            taken = rras_utf8_write(from, *from >= 0xd800 && *from < 0xdc00 ? wcsnlen(from, 2) : 1, bytes, &written);
        if (taken == 1 && *from >= 0xd800 && *from < 0xe000) { /* half a pair */
            errno = EILSEQ;
            return SIZE_MAX;
        }
        if (count + written > most)
            break;
        if (to)
            memcpy(to + count, bytes, written);
        count += written;
        from += taken;
    }
    return count;
}

size_t mbstowcs(wchar_t *to, const char *from, size_t most)
{
    size_t count = to_wide(to, to ? most : SIZE_MAX, from);
    if (to && count < most)
        to[count] = 0;
    return count;
}

size_t wcstombs(char *to, const wchar_t *from, size_t most)
{
    size_t count = to_narrow(to, to ? most : SIZE_MAX, from);
    if (to && count < most)
        to[count] = 0;
    return count;
}

/* How the two functions with a size end, which differ in nothing but the kind of character: `whole` is the
 * length of the text, `count` what was asked for at most */
static errno_t judge(size_t whole, size_t size, size_t count)
{
    if (whole == SIZE_MAX)
        return EILSEQ;
    if ((whole < count ? whole : count) < size)
        return 0;
    return count == _TRUNCATE ? STRUNCATE : rras_invalid_parameter(ERANGE, ERANGE);
}

#define WITH_SIZE(name, convert, UNIT, FROM)                                               \
    errno_t name(size_t *converted, UNIT *to, size_t size, const FROM *from, size_t count) \
    {                                                                                      \
        if (from == NULL || (to == NULL) != (size == 0))                                   \
            return rras_invalid_parameter(EINVAL, EINVAL);                                 \
        if (to)                                                                            \
            to[0] = 0;                                                                     \
        size_t whole = convert(NULL, count, from);                                         \
        errno_t code = to || whole == SIZE_MAX ? judge(whole, size, count) : 0;            \
        size_t kept = whole;                                                               \
        if (to && (code == 0 || code == STRUNCATE)) {                                      \
            kept = convert(to, count < size - 1 ? count : size - 1, from);                 \
            to[kept] = 0;                                                                  \
        }                                                                                  \
        if (converted)                                                                     \
            *converted = code == 0 || code == STRUNCATE ? kept + 1 : 0;                    \
        return code;                                                                       \
    }

WITH_SIZE(mbstowcs_s, to_wide, wchar_t, char)
WITH_SIZE(wcstombs_s, to_narrow, char, wchar_t)

int mbtowc(wchar_t *to, const char *from, size_t bytes)
{
    unsigned character;
    wchar_t units[2];
    if (from == NULL || bytes == 0 || *from == '\0') {
        if (from && bytes && to)
            *to = 0;
        return from && bytes == 0 ? -1 : 0;
    }
    size_t taken = rras_utf8_read(from, bytes, &character);
    bool meant = taken == 3 && memcmp(from, "\xef\xbf\xbd", 3) == 0;
    if (taken == 0 || (character == RRAS_UTF8_INVALID && !meant) || rras_utf16_write(character, units) > 1) {
        errno = EILSEQ;
        return -1;
    }
    if (to)
        *to = units[0];
    return (int)taken;
}

int wctomb(char *to, wchar_t unit)
{
    char bytes[RRAS_UTF8_LONGEST];
    size_t written;
    if (to == NULL)
        return 0;
    if (unit >= 0xd800 && unit < 0xe000) {
        errno = EILSEQ;
        return -1;
    }
    rras_utf8_write(&unit, 1, bytes, &written);
    memcpy(to, bytes, written);
    return (int)written;
}
