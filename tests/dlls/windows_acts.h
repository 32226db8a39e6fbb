/* SPDX-License-Identifier: MIT */
/* A DLL whose callout does one of several things and says what has happened, in which order and when. */
#ifndef RRASEMU_TESTS_WINDOWS_ACTS_H
#define RRASEMU_TESTS_WINDOWS_ACTS_H

#include <mprapi.h>

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static ULONGLONG begin;
static char said[4096];

/* A word, and the milliseconds of virtual time since the callout began */
static void say(const char *word)
{
    size_t length = strlen(said);
    snprintf(said + length, sizeof said - length, "%s@%d ", word, (int)(GetTickCount64() - begin));
}

static void say_number(DWORD number)
{
    char word[16];
    snprintf(word, sizeof word, "%u", (unsigned)number);
    say(word);
}

static HANDLE start(LPTHREAD_START_ROUTINE function, void *argument)
{
    return CreateThread(NULL, 0, function, argument, 0, NULL);
}

static void join(HANDLE thread)
{
    WaitForSingleObject(thread, INFINITE);
    CloseHandle(thread);
}

struct act {
    const char *name;
    void (*act)(void);
};

#define OWN_ACCEPT
#include "rest.h"

/* The acts are given; the variable HOW says which. */
#define DLL_OF_ACTS(...)                                                                        \
    static const struct act acts[] = {__VA_ARGS__};                                             \
    __declspec(dllexport) BOOL WINAPI MprAdminAcceptNewConnection(RAS_CONNECTION_0 *connection, \
                                                                  RAS_CONNECTION_1 *more)       \
    {                                                                                           \
        const char *how = getenv("HOW");                                                        \
        (void)connection, (void)more;                                                           \
        begin = GetTickCount64();                                                               \
        *said = '\0';                                                                           \
        for (size_t i = 0; i < sizeof acts / sizeof *acts; i++)                                 \
            if (how && acts[i].name && strcmp(acts[i].name, how) == 0)                          \
                acts[i].act();                                                                  \
        OutputDebugStringA(said);                                                               \
        return TRUE;                                                                            \
    }

#endif
