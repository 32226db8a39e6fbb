/* SPDX-License-Identifier: MIT */
/* Between narrow and wide strings: stringapiset.h. */
#include "utf8.h"

#include <windows.h>

#include <stdbool.h>

static BOOL is_utf8(UINT page)
{
    return page == CP_ACP || page == CP_OEMCP || page == CP_THREAD_ACP || page == CP_UTF8;
}

/* Where the units or bytes go; without room they are only counted */
struct target {
    void *to;
    int room, count;
};

static int finish_text(const struct target *target)
{
    if (target->room > 0 && target->count > target->room) {
        SetLastError(ERROR_INSUFFICIENT_BUFFER);
        return 0;
    }
    return target->count;
}

static int fail(DWORD code)
{
    SetLastError(code);
    return 0;
}

int WINAPI MultiByteToWideChar(UINT page, DWORD flags, LPCSTR bytes, int length, LPWSTR wide, int room)
{
    struct target target = {wide, room, 0};
    if (!is_utf8(page) || !bytes || length == 0 || length < -1 || room < 0 || (room > 0 && !wide))
        return fail(ERROR_INVALID_PARAMETER);
    size_t left = length < 0 ? strlen(bytes) + 1 : (size_t)length;
    while (left > 0) {
        wchar_t units[2];
        unsigned character;
        size_t taken = rras_utf8_read(bytes, left, &character);
        if (taken == 0) { /* a character that was cut */
            character = RRAS_UTF8_INVALID;
            taken = left;
        }
        /* the text may hold that very character */
        bool meant = taken == 3 && memcmp(bytes, "\xef\xbf\xbd", 3) == 0;
        if (character == RRAS_UTF8_INVALID && !meant && (flags & MB_ERR_INVALID_CHARS))
            return fail(ERROR_NO_UNICODE_TRANSLATION);
        for (size_t i = 0, count = rras_utf16_write(character, units); i < count; i++, target.count++)
            if (target.count < room)
                wide[target.count] = units[i];
        bytes += taken, left -= taken;
    }
    return finish_text(&target);
}

int WINAPI WideCharToMultiByte(UINT page, DWORD flags, LPCWSTR wide, int length, LPSTR bytes, int room,
                               LPCSTR substitute, LPBOOL substituted)
{
    struct target target = {bytes, room, 0};
    if (!is_utf8(page) || !wide || length == 0 || length < -1 || room < 0 || (room > 0 && !bytes) || substitute)
        return fail(ERROR_INVALID_PARAMETER);
    size_t left = length < 0 ? wcslen(wide) + 1 : (size_t)length;
    while (left > 0) {
        char encoded[RRAS_UTF8_LONGEST];
        size_t count, taken = rras_utf8_write(wide, left, encoded, &count);
        if (count == 3 && taken == 1 && (WORD)*wide >= 0xd800 && (WORD)*wide < 0xe000 && (flags & WC_ERR_INVALID_CHARS))
            return fail(ERROR_NO_UNICODE_TRANSLATION);
        for (size_t i = 0; i < count; i++, target.count++)
            if (target.count < room)
                bytes[target.count] = encoded[i];
        wide += taken, left -= taken;
    }
    if (substituted)
        *substituted = FALSE;
    return finish_text(&target);
}

/* --- guessing --- */

/* What there is to see in the bytes */
static int signs_of(const BYTE *bytes, int size)
{
    int signs = size % 2 ? IS_TEXT_UNICODE_ODD_LENGTH : 0, ascii = 0, high_zero = 0;
    for (int i = 0; i + 1 < size; i += 2) {
        WORD unit = (WORD)(bytes[i] | bytes[i + 1] << 8);
        if (unit == 0xfffe || unit == 0xffff || unit == 0x0a0d)
            signs |= IS_TEXT_UNICODE_ILLEGAL_CHARS;
        if (unit == L'\r' || unit == L'\n' || unit == L' ' || unit == L'\t')
            signs |= IS_TEXT_UNICODE_CONTROLS;
        ascii += unit > 0 && unit < 0x80;
        high_zero += bytes[i + 1] == 0;
    }
    for (int i = 0; i < size; i++)
        signs |= bytes[i] == 0 ? IS_TEXT_UNICODE_NULL_BYTES : 0;
    if (size >= 2 && bytes[0] == 0xff && bytes[1] == 0xfe)
        signs |= IS_TEXT_UNICODE_SIGNATURE;
    if (size >= 2 && bytes[0] == 0xfe && bytes[1] == 0xff)
        signs |= IS_TEXT_UNICODE_REVERSE_SIGNATURE;
    if (size >= 2 && ascii == size / 2)
        signs |= IS_TEXT_UNICODE_ASCII16;
    if (size >= 2 && high_zero > size / 4) /* more than half of the units */
        signs |= IS_TEXT_UNICODE_STATISTICS;
    return signs;
}

BOOL WINAPI IsTextUnicode(const VOID *bytes, int size, LPINT result)
{
    int wanted = result ? *result : -1, signs = size > 0 ? signs_of(bytes, size) & wanted : 0;
    if (result)
        *result = signs;
    if (size < 2 || signs & (IS_TEXT_UNICODE_ODD_LENGTH | IS_TEXT_UNICODE_REVERSE_SIGNATURE))
        return FALSE;
    if (signs & IS_TEXT_UNICODE_SIGNATURE)
        return TRUE;
    return !(signs & IS_TEXT_UNICODE_ILLEGAL_CHARS) &&
           (signs & (IS_TEXT_UNICODE_STATISTICS | IS_TEXT_UNICODE_ASCII16)) != 0;
}
