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
static int format_text(struct wide_output *output, const wchar_t *format, va_list list)
{
    struct wide_arguments arguments;
    bool done;

    if (format == NULL || (output->to == NULL && output->size > 0)) {
        errno = EINVAL;
        return -1;
    }
    va_copy(arguments.list, list);
    done = format_all(output, format, &arguments);
    va_end(arguments.list);
    if (!done && output->size > 0) {
        output->to[0] = 0;
    }
    return done ? (int)output->length : -1;
}

int rras_format_wide(wchar_t *to, size_t size, const wchar_t *format, va_list list)
{
    struct wide_output output = {to, size, 0, false};

    return format_text(&output, format, list);
}

/* A narrow format as units, to be freed */
static wchar_t *widen(const char *format)
{
    size_t bytes = strlen(format) + 1;
    wchar_t *wide = malloc(bytes * sizeof(*wide));

    for (size_t i = 0; i < bytes && wide != NULL; i++) {
        wide[i] = (unsigned char)format[i];
    }
    return wide;
}

int rras_format_narrow(char *to, size_t size, const char *format, va_list list)
{
    struct wide_output output = {NULL, 0, 0, true};
    wchar_t *wide = format != NULL ? widen(format) : NULL;
    int length = -1;

    if (format == NULL || (to == NULL && size > 0)) {
        errno = EINVAL;
        free(wide);
        return -1;
    }
    if (wide != NULL && (length = format_text(&output, wide, list)) > 0 && size > 0) {
        size = (size_t)length < size ? (size_t)length : size;
        output = (struct wide_output){malloc(size * sizeof(wchar_t)), size, 0, true};
        length = output.to != NULL ? format_text(&output, wide, list) : -1;
        for (size_t i = 0; i < size && length > 0; i++) {
            to[i] = (char)output.to[i];
        }
        free(output.to);
    }
    free(wide);
    return length;
}
