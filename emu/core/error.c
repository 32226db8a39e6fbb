/* SPDX-License-Identifier: MIT */
#include "core/error.h"

#include <stdarg.h>
#include <stdio.h>

_Bool error_set(struct error *error, enum failure class, const char *format, ...)
{
    if (error->class != FAILURE_NONE)
        return 0;
    error->class = class;
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(error->text, sizeof error->text, format, arguments);
    va_end(arguments);
    return 0;
}

_Bool error_out_of_memory(struct error *error)
{
    return error_set(error, FAILURE_INTERNAL, "out of memory");
}
