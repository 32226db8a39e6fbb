/* SPDX-License-Identifier: MIT */
/*
 * Formatted output into a wide string with Microsoft's formats: reading of a conversion, and what
 * happens at the end of the buffer. The conversions themselves are in wide_conversion.c.
 */
#include <errno.h>
#include <limits.h>
#include <string.h>
#include <stdlib.h>
#include <wchar.h>

#include "utf8.h"
#include "wide_conversion.h"

static const wchar_t *read_flags(const wchar_t *format, struct wide_conversion *conversion)
{
    for (;; format++) {
        switch (*format) {
        case L'-':
            conversion->left = true;
            break;
        case L'+':
            conversion->plus = true;
            break;
        case L' ':
            conversion->space = true;
            break;
        case L'#':
            conversion->alternative = true;
            break;
        case L'0':
            conversion->zero = true;
            break;
        default:
            return format;
        }
    }
}

/* Reads a number or an asterisk; none at all is 0. NULL when it is too large. */
static const wchar_t *read_number(const wchar_t *format, struct wide_arguments *arguments,
                                  int *number)
{
    *number = 0;
    if (*format == L'*') {
        *number = va_arg(arguments->list, int);
        return format + 1;
    }
    for (; *format >= L'0' && *format <= L'9'; format++) {
        int digit = *format - L'0';

        if (*number > (INT_MAX - digit) / 10) {
            errno = EOVERFLOW;
            return NULL;
        }
        *number = *number * 10 + digit;
    }
    return format;
}

static const wchar_t *read_size(const wchar_t *format, struct wide_conversion *conversion)
{
    /* The longer spelling stands before the one it begins with. */
    static const struct {
        wchar_t text[4];
        enum wide_size size;
    } sizes[] = {
        {L"hh", WIDE_SIZE_HH},  {L"h", WIDE_SIZE_H},    {L"ll", WIDE_SIZE_64}, {L"l", WIDE_SIZE_L},
        {L"w", WIDE_SIZE_W},    {L"I64", WIDE_SIZE_64}, {L"I32", WIDE_SIZE_32},
        {L"I", WIDE_SIZE_POINTER}, {L"z", WIDE_SIZE_POINTER}, {L"t", WIDE_SIZE_POINTER},
        {L"j", WIDE_SIZE_64}, {L"L", WIDE_SIZE_LONG_DOUBLE},
    };

    for (size_t i = 0; i < sizeof(sizes) / sizeof(sizes[0]); i++) {
        size_t length = wcslen(sizes[i].text);

        if (wcsncmp(format, sizes[i].text, length) == 0) {
            conversion->size = sizes[i].size;
            return format + length;
        }
    }
    return format;
}

/* Reads a conversion from behind its percent sign; returns the place behind it or NULL. */
static const wchar_t *read_conversion(const wchar_t *format, struct wide_arguments *arguments,
                                      struct wide_conversion *conversion)
{
    memset(conversion, 0, sizeof(*conversion));
    conversion->precision = -1;
    format = read_flags(format, conversion);
    format = read_number(format, arguments, &conversion->width);
    if (format == NULL) {
        return NULL;
    }
    if (conversion->width < 0) {
        if (conversion->width == INT_MIN) {
            errno = EOVERFLOW;
            return NULL;
        }
        conversion->left = true;
        conversion->width = -conversion->width;
    }
    if (*format == L'.') {
        format = read_number(format + 1, arguments, &conversion->precision);
        if (format == NULL) {
            return NULL;
        }
    }
    format = read_size(format, conversion);
    conversion->type = *format;
    return *format == 0 ? format : format + 1;
}

/* Formats everything; false with errno when the format cannot be followed. */
static bool format_all(struct wide_output *output, const wchar_t *format,
                       struct wide_arguments *arguments)
{
    while (*format != 0) {
        struct wide_conversion conversion;

        if (*format != L'%') {
            rras_wide_put(output, *format++);
            continue;
        }
        format = read_conversion(format + 1, arguments, &conversion);
        if (format == NULL || !rras_wide_convert(output, &conversion, arguments)) {
            return false;
        }
    }
    if (output->length > INT_MAX) {
        errno = EOVERFLOW;
        return false;
    }
    return true;
}

/* Returns the length of the whole text, whether it fits or not, or -1. */
static int format_text(wchar_t *to, size_t size, const wchar_t *format, bool narrow, va_list list)
{
    struct wide_output output = {to, size, 0};
    struct wide_arguments arguments;
    bool done;

    if (format == NULL || (to == NULL && size > 0)) {
        errno = EINVAL;
        return -1;
    }
    arguments.narrow = narrow;
    va_copy(arguments.list, list);
    done = format_all(&output, format, &arguments);
    va_end(arguments.list);
    if (!done && size > 0) {
        to[0] = 0;
    }
    return done ? (int)output.length : -1;
}

int vswprintf(wchar_t *to, size_t size, const wchar_t *format, va_list arguments)
{
    int length = format_text(to, size, format, false, arguments);

    if (length < 0) {
        return -1;
    }
    if ((size_t)length < size) {
        to[length] = 0;
        return length;
    }
    if (size > 0) {
        to[size - 1] = 0;
    }
    return -1;
}

int swprintf(wchar_t *to, size_t size, const wchar_t *format, ...)
{
    va_list arguments;
    int length;

    va_start(arguments, format);
    length = vswprintf(to, size, format, arguments);
    va_end(arguments);
    return length;
}

int _vsnwprintf(wchar_t *to, size_t size, const wchar_t *format, va_list arguments)
{
    int length = format_text(to, size, format, false, arguments);

    if (length < 0 || (to == NULL && size == 0)) {
        return length;
    }
    if ((size_t)length < size) {
        to[length] = 0;
    }
    return (size_t)length <= size ? length : -1;
}

int _snwprintf(wchar_t *to, size_t size, const wchar_t *format, ...)
{
    va_list arguments;
    int length;

    va_start(arguments, format);
    length = _vsnwprintf(to, size, format, arguments);
    va_end(arguments);
    return length;
}

/* A narrow format as a wide one, to be freed */
static wchar_t *widen(const char *format)
{
    size_t bytes = strlen(format);
    wchar_t *wide = malloc((bytes + 1) * sizeof(*wide)), *at = wide;

    while (wide != NULL && bytes > 0) {
        unsigned character;
        size_t taken = rras_utf8_read(format, bytes, &character);

        taken = taken == 0 ? bytes : taken;
        at += rras_utf16_write(character, at);
        format += taken;
        bytes -= taken;
    }
    if (wide != NULL) {
        *at = 0;
    }
    return wide;
}

/* Writes as many whole characters as there is room for; whether those are all */
static bool narrow_text(char *to, size_t size, const wchar_t *text, size_t count, size_t *length)
{
    *length = 0;
    while (count > 0) {
        char bytes[RRAS_UTF8_LONGEST];
        size_t written, taken = rras_utf8_write(text, count, bytes, &written);

        if (*length + written >= size) {
            break;
        }
        memcpy(to + *length, bytes, written);
        *length += written;
        text += taken;
        count -= taken;
    }
    to[*length] = '\0';
    return count == 0;
}

int rras_format_narrow(char *to, size_t size, const char *format, va_list list)
{
    wchar_t *wide = widen(format), *text = NULL;
    int count = wide != NULL ? format_text(NULL, 0, wide, true, list) : -1;
    size_t length = 0;
    bool whole = false;

    to[0] = '\0';
    if (count >= 0) {
        text = malloc(((size_t)count + 1) * sizeof(*text));
    }
    if (text != NULL && format_text(text, (size_t)count + 1, wide, true, list) == count) {
        whole = narrow_text(to, size, text, (size_t)count, &length);
    }
    free(wide);
    free(text);
    return whole ? (int)length : -1;
}
