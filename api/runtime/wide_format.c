/* SPDX-License-Identifier: MIT */
/*
 * Formatted output into a wide string with Microsoft's formats, and what happens at the end of the buffer. Conversions
 * are read in format_read.c and followed in wide_conversion.c.
 */
#include <errno.h>
#include <limits.h>
#include <string.h>
#include <stdlib.h>
#include <wchar.h>

#include "wide_conversion.h"

/* Formats everything; false with errno when the format cannot be followed. */
static bool format_all(struct wide_output *output, const wchar_t *format, struct wide_arguments *arguments)
{
    while (*format != 0) {
        struct wide_conversion conversion;

        if (*format != L'%') {
            rras_wide_put(output, *format++);
            continue;
        }
        format = rras_read_conversion(format + 1, arguments, &conversion);
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
