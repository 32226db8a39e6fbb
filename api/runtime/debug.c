/* SPDX-License-Identifier: MIT */
/* Speaking to a debugger: winbase.h. */
#include "current_callout.h"
#include "utf8.h"

#include <stdlib.h>
#include <string.h>
#include <windows.h>

enum { FEW = 1024 };

static void (*elsewhere)(const char *text);

void rras_debug_elsewhere(void (*function)(const char *text))
{
    elsewhere = function;
}

void rras_say(const char *line)
{
    struct rras_callout *callout = rras_callout_here();
    rras_system_enter();
    if (callout)
        callout->debug(callout, line);
    else if (elsewhere)
        elsewhere(line);
    rras_system_leave();
}

/* What looks like an entry of the event log is none. */
static void say_plain(const char *text)
{
    char *copy = strdup(text);
    if (!copy)
        return;
    for (char *at = copy; (at = strchr(at, RRAS_ENTRY_MARK));)
        *at = '?';
    rras_say(copy);
    free(copy);
}

VOID WINAPI OutputDebugStringA(LPCSTR text)
{
    if (text && strchr(text, RRAS_ENTRY_MARK))
        say_plain(text);
    else if (text)
        rras_say(text);
}

VOID WINAPI OutputDebugStringW(LPCWSTR text)
{
    char few[FEW], *narrow = few;
    size_t units = 0, length = 0, written;
    if (!text)
        return;
    while (text[units])
        units++;
    if (units >= FEW / RRAS_UTF8_LONGEST)
        narrow = malloc(units * RRAS_UTF8_LONGEST + 1);
    if (!narrow)
        return;
    while (*text) {
        text += rras_utf8_write(text, 2, narrow + length, &written); /* behind it is at least the null */
        length += written;
    }
    narrow[length] = '\0';
    OutputDebugStringA(narrow);
    if (narrow != few)
        free(narrow);
}
