/* SPDX-License-Identifier: MIT */
#include "directory.h"

#include "path.h"

#include <stdio.h>
#include <string.h>

/* In UTF-8; FALSE: it is too long to be a name */
static BOOL narrow(LPCWSTR wide, char name[DIRECTORY_NAME_BYTES])
{
    return WideCharToMultiByte(CP_UTF8, 0, wide, -1, name, DIRECTORY_NAME_BYTES, NULL, NULL) > 0;
}

BOOL directory_is_same(LPCWSTR wide, const char *name)
{
    char other[DIRECTORY_NAME_BYTES];
    return narrow(wide, other) && _stricmp(other, name) == 0;
}

/* `domain` "": any */
static int find_account(const char *user, const char *domain)
{
    const struct rras_world *world = rras_world();
    for (size_t i = 0; i < world->account_count; i++)
        if (_stricmp(world->accounts[i].user, user) == 0 &&
            (!*domain ||
             _stricmp(*world->accounts[i].domain ? world->accounts[i].domain : RRAS_COMPUTER_NAME, domain) == 0))
            return (int)i;
    return DIRECTORY_NOBODY;
}

int directory_account(LPCWSTR name, LPCWSTR domain)
{
    char user[DIRECTORY_NAME_BYTES], of[DIRECTORY_NAME_BYTES] = "";
    if (!name || !narrow(name, user) || (domain && wcscmp(domain, L".") != 0 && !narrow(domain, of)))
        return DIRECTORY_NOBODY;
    char *backslash = strchr(user, '\\'), *at = strchr(user, '@');
    if (backslash) {
        *backslash = '\0';
        return find_account(backslash + 1, strcmp(user, ".") == 0 ? "" : user);
    }
    if (at) /* what stands behind it is the name of a domain in DNS, which scenarios do not tell */
        *at = '\0';
    return find_account(user, of);
}

int directory_group(LPCWSTR name)
{
    const struct rras_world *world = rras_world();
    LPCWSTR backslash = name ? wcsrchr(name, L'\\') : NULL;
    for (size_t i = 0; name && i < world->group_count; i++)
        if (directory_is_same(backslash ? backslash + 1 : name, world->groups[i]))
            return (int)i;
    return DIRECTORY_NOBODY;
}

BOOL directory_is_member(int account, size_t group)
{
    const struct rras_account *of = &rras_world()->accounts[account];
    for (size_t i = 0; i < of->group_count; i++)
        if (of->groups[i] == group)
            return TRUE;
    return FALSE;
}
