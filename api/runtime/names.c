/* SPDX-License-Identifier: MIT */
/* What the server and its account are called: winbase.h. */
#include "path.h"

#include <string.h>

/* `counts_null`: the number that is told includes it, and `error` is the one of a buffer that is too small */
static BOOL give(const char *name, LPSTR narrow, LPWSTR wide, LPDWORD size, BOOL counts_null, DWORD error)
{
    DWORD length = (DWORD)strlen(name);
    if (*size <= length || (!narrow && !wide)) {
        *size = length + 1;
        SetLastError(error);
        return FALSE;
    }
    for (DWORD i = 0; i <= length; i++) /* ASCII */
        if (wide)
            wide[i] = (WCHAR)name[i];
        else
            narrow[i] = name[i];
    *size = length + (counts_null != FALSE);
    return TRUE;
}

BOOL WINAPI GetComputerNameA(LPSTR to, LPDWORD size)
{
    return give(RRAS_COMPUTER_NAME, to, NULL, size, FALSE, ERROR_BUFFER_OVERFLOW);
}

BOOL WINAPI GetComputerNameW(LPWSTR to, LPDWORD size)
{
    return give(RRAS_COMPUTER_NAME, NULL, to, size, FALSE, ERROR_BUFFER_OVERFLOW);
}

BOOL WINAPI GetUserNameA(LPSTR to, LPDWORD size)
{
    return give(RRAS_ACCOUNT_NAME, to, NULL, size, TRUE, ERROR_INSUFFICIENT_BUFFER);
}

BOOL WINAPI GetUserNameW(LPWSTR to, LPDWORD size)
{
    return give(RRAS_ACCOUNT_NAME, NULL, to, size, TRUE, ERROR_INSUFFICIENT_BUFFER);
}

static BOOL give_format(COMPUTER_NAME_FORMAT format, LPSTR narrow, LPWSTR wide, LPDWORD size)
{
    static const char *const names[] = {RRAS_COMPUTER_NAME, RRAS_COMPUTER_NAME, RRAS_COMPUTER_DOMAIN,
                                        RRAS_COMPUTER_NAME "." RRAS_COMPUTER_DOMAIN};
    if ((unsigned)format >= ComputerNameMax) {
        SetLastError(ERROR_INVALID_PARAMETER);
        return FALSE;
    }
    return give(names[(unsigned)format % 4], narrow, wide, size, FALSE, ERROR_MORE_DATA);
}

BOOL WINAPI GetComputerNameExA(COMPUTER_NAME_FORMAT format, LPSTR to, LPDWORD size)
{
    return give_format(format, to, NULL, size);
}

BOOL WINAPI GetComputerNameExW(COMPUTER_NAME_FORMAT format, LPWSTR to, LPDWORD size)
{
    return give_format(format, NULL, to, size);
}
