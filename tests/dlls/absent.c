/* SPDX-License-Identifier: MIT */
/* Calls each function that is not here, ten for a user, each twice, and says whether they fail as absent.def has it. */
#include <windows.h>

#include <bcrypt.h>
#include <dpapi.h>
#include <mprapi.h>
#include <objbase.h>
#include <sqlext.h>
#include <stdio.h>
#include <winhttp.h>
#include <winldap.h>

/* None of them looks at what it is given: ten times nothing are arguments enough for any. */
typedef void (*any)(void);
#define CALL(type, name)                                                                                         \
    ((type(WINAPI *)(void *, void *, void *, void *, void *, void *, void *, void *, void *, void *))(any)name)( \
        NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL)

#define ABSENT(type, name, parameters, result, error)                                            \
    static int fails_##name(void)                                                                \
    {                                                                                            \
        SetLastError(77);                                                                        \
        return CALL(type, name) == (type)(result) && GetLastError() == ((error) ? (error) : 77); \
    }
#include "../../api/runtime/absent.def"
#undef ABSENT

#define ABSENT(type, name, parameters, result, error) {#name, fails_##name},
static const struct {
    const char *name;
    int (*fails)(void);
} functions[] = {
#include "../../api/runtime/absent.def"
};

__declspec(dllexport) BOOL WINAPI MprAdminAcceptNewConnection(RAS_CONNECTION_0 *c0, RAS_CONNECTION_1 *c1)
{
    enum { COUNT = sizeof functions / sizeof *functions, PART = 10 };
    static int next;
    char line[100];
    (void)c0, (void)c1;
    for (int i = 0; i < PART && next < COUNT; i++, next++) {
        int fine = functions[next].fails() && functions[next].fails();
        snprintf(line, sizeof line, "%s %s\n", functions[next].name, fine ? "fails" : "does not fail as it should");
        OutputDebugStringA(line);
    }
    return TRUE;
}

#define OWN_ACCEPT
#include "rest.h"
