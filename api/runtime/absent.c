/* SPDX-License-Identifier: MIT */
/* Functions that are not here, by absent.def. */
#include "absent.h"

#include "misuse.h"

#include <bcrypt.h>
#include <dpapi.h>
#include <objbase.h>
#include <sqlext.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stddef.h>
#include <windows.h>
#include <winhttp.h>
#include <winldap.h>

/* Told once in a process: who is told once knows, and a callout may try again for each user. */
static void fail(atomic_bool *told, const char *function, DWORD error)
{
    if (!atomic_exchange(told, true))
        rras_misused(RRAS_MISUSE_ABSENT, function, "fails here");
    if (error)
        SetLastError(error);
}

/* Where a row names no pointer for it, nothing is put anywhere. */
static void **const none;

/* None of them looks at what it is given. */
#pragma GCC diagnostic ignored "-Wunused-parameter"

/* clang-format off */
#define ABSENT(type, name, parameters, result, error)  \
    type WINAPI name parameters                        \
    {                                                  \
        static atomic_bool told;                       \
        if (none)                                      \
            *(void **)none = NULL;                     \
        fail(&told, #name, error);                     \
        return result;                                 \
    }
/* clang-format on */
#include "absent.def"
#undef ABSENT

#define ABSENT(type, name, parameters, result, error) #name,
const char *const rras_absent[] = {
#include "absent.def"
    NULL,
};
