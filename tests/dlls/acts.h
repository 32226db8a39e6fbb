/* SPDX-License-Identifier: MIT */
/* A DLL whose acts a table in tests/hosts describes: the user who is to be accepted names the act, and each of its steps says what
 * came of it. It ends with ACTS({"name", function}, ...), and defines OWN_INITIALIZE or OWN_TERMINATE as of rest.h. */
#ifndef RRASEMU_TESTS_ACTS_H
#define RRASEMU_TESTS_ACTS_H

#include <windows.h>

#include <mprapi.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

struct act {
    const char *name;
    void (*act)(void);
};

static void say(const char *format, ...)
{
    char line[400];
    va_list arguments;
    va_start(arguments, format);
    vsnprintf(line, sizeof line, format, arguments);
    va_end(arguments);
    OutputDebugStringA(line);
}

/* For say(): the last four may be used side by side */
static const char *narrow(LPCWSTR wide)
{
    static char text[4][300];
    static int next;
    char *made = text[next++ % 4];
    WideCharToMultiByte(CP_UTF8, 0, wide ? wide : L"NULL", -1, made, sizeof text[0], NULL, NULL);
    return made;
}

static void do_act(const struct act *acts, size_t count, LPCWSTR user)
{
    for (size_t i = 0; i < count; i++)
        if (strcmp(acts[i].name, narrow(user)) == 0)
            acts[i].act();
}

#define ACTS(...)                                                                                             \
    static const struct act acts[] = {__VA_ARGS__};                                                           \
    __declspec(dllexport) BOOL WINAPI MprAdminAcceptNewConnection(RAS_CONNECTION_0 *c0, RAS_CONNECTION_1 *c1) \
    {                                                                                                         \
        (void)c1;                                                                                             \
        do_act(acts, sizeof acts / sizeof *acts, c0->wszUserName);                                            \
        return TRUE;                                                                                          \
    }

#define OWN_ACCEPT
#ifdef __cplusplus
extern "C" {
#endif
#include "rest.h"
#ifdef __cplusplus
}
#endif

#endif
