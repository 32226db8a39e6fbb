/* SPDX-License-Identifier: MIT */
/* Speaking to a debugger: winbase.h. */
#include "current_callout.h"
#include "schedule.h"
#include "utf8.h"

#ifndef _WIN32
#include <pthread.h>
#endif
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <windows.h>

enum { FEW = 1024 };

static void (*elsewhere)(const char *text);

void rras_debug_elsewhere(void (*function)(const char *text))
{
    elsewhere = function;
}

/* The one of this thread, or that beside which it is scheduled: the service does not go on as long as it has the token. Where
 * threads have computed at the same time, it would be the machine's who speaks first: what they say stands behind. */
static struct rras_callout *callout_beside(void)
{
    bool scheduled = rras_schedule_mine();
    struct rras_callout *own = rras_callout_here();
    return own || !scheduled || !rras_schedule_in_order() ? own : rras_callout_last();
}

/* A thread that is ended while it speaks would leave half a line, and a lock. */
static int hold_cancellation(void)
{
    int before = 0;
#ifndef _WIN32
    pthread_setcancelstate(PTHREAD_CANCEL_DISABLE, &before);
#endif
    return before;
}

static void release_cancellation(int before)
{
#ifndef _WIN32
    pthread_setcancelstate(before, &before);
#else
    (void)before;
#endif
}

void rras_say(const char *line)
{
    struct rras_callout *callout = callout_beside();
    int cancels = hold_cancellation();
    rras_system_enter();
    if (callout)
        callout->debug(callout, line);
    else if (elsewhere)
        elsewhere(line);
    rras_system_leave();
    release_cancellation(cancels);
}

static const char marks[] = {RRAS_ENTRY_MARK, RRAS_PEER_MARK, '\0'};

/* What looks like an entry of the event log, or like what a peer was sent, is none. */
static void say_plain(const char *text)
{
    char *copy = strdup(text);
    if (!copy)
        return;
    for (char *at = copy; (at = strpbrk(at, marks));)
        *at = '?';
    rras_say(copy);
    free(copy);
}

VOID WINAPI OutputDebugStringA(LPCSTR text)
{
    if (text && strpbrk(text, marks))
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
