/* SPDX-License-Identifier: MIT */
/* strsafe.h: everything twice, for wide and narrow characters. */
#include "misuse.h"
#include "wide_conversion.h"

#define RRAS_STRSAFE_NO_NAMES
#include <strsafe.h>

#include <stdio.h>
#include <wchar.h>

#define UNIT WCHAR
#define SUFFIX W
#define FORMAT vswprintf
#include "strsafe_unit.h"
#undef UNIT
#undef SUFFIX
#undef FORMAT

size_t rras_strsafe_size(size_t size, size_t unit, size_t object, const char *function)
{
    if (object != (size_t)-1 && size > object / unit)
        rras_misused(RRAS_MISUSE_SIZE, function, "the buffer has %zu bytes, and its size is given as %zu", object,
                     size * unit);
    return size;
}

/* Always ends the text; -1 when it was cut */
static int print_to(char *to, size_t size, const char *format, va_list list)
{
    int length = rras_format_narrow(to, size, format, list);
    to[length < 0 ? 0 : (size_t)length < size ? (size_t)length : size - 1] = '\0';
    return (size_t)length < size ? length : -1;
}

#define UNIT CHAR
#define SUFFIX A
#define FORMAT print_to
#include "strsafe_unit.h"
