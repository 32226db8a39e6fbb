/* SPDX-License-Identifier: MIT */
/* The conversions of Microsoft's formats, as they are written. Also built for the worker under Wine. */
#include <errno.h>
#include <limits.h>
#include <string.h>
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

/* Reads a number or an asterisk; none at all is 0, and so is one without arguments. NULL when it is too large. */
static const wchar_t *read_number(const wchar_t *format, struct wide_arguments *arguments, int *number)
{
    *number = 0;
    if (*format == L'*') {
        *number = arguments ? va_arg(arguments->list, int) : 0;
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
        {L"hh", WIDE_SIZE_HH},     {L"h", WIDE_SIZE_H},       {L"ll", WIDE_SIZE_64},  {L"l", WIDE_SIZE_L},
        {L"w", WIDE_SIZE_W},       {L"I64", WIDE_SIZE_64},    {L"I32", WIDE_SIZE_32}, {L"I", WIDE_SIZE_POINTER},
        {L"z", WIDE_SIZE_POINTER}, {L"t", WIDE_SIZE_POINTER}, {L"j", WIDE_SIZE_64},   {L"L", WIDE_SIZE_LONG_DOUBLE},
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

const wchar_t *rras_read_conversion(const wchar_t *format, struct wide_arguments *arguments,
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

wchar_t rras_format_unknown(const wchar_t *format)
{
    struct wide_conversion conversion;
    while (format != NULL && *format != 0) {
        if (*format != L'%') {
            format++;
            continue;
        }
        format = rras_read_conversion(format + 1, NULL, &conversion);
        if (format != NULL && (conversion.type == 0 || wcschr(L"%sScCdiuxXopaAeEfFgG", conversion.type) == NULL)) {
            return conversion.type == 0 ? L'%' : conversion.type;
        }
    }
    return 0;
}
