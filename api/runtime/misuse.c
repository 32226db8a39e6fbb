/* SPDX-License-Identifier: MIT */
#include "misuse.h"

#include "current_callout.h"

#include <stdarg.h>
#include <stdio.h>

enum { WORDS = 160 };

static void (*listener)(enum rras_misuse kind, const char *function, const char *words);

void rras_on_misuse(void (*function)(enum rras_misuse kind, const char *function, const char *words))
{
    listener = function;
}

void rras_misused(enum rras_misuse kind, const char *function, const char *format, ...)
{
    char words[WORDS];
    va_list arguments;
    if (!listener)
        return;
    va_start(arguments, format);
    vsnprintf(words, sizeof words, format, arguments);
    va_end(arguments);
    rras_system_enter();
    listener(kind, function, words);
    rras_system_leave();
}
