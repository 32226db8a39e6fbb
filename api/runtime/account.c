/* SPDX-License-Identifier: MIT */
/* Security identifiers of the scenario's accounts and groups, and logging on: winbase.h. */
#include "directory.h"
#include "path.h"

#include <pthread.h>
#include <stdbool.h>
#include <string.h>

/* Identifiers are S-1-5-21-(three numbers of this machine)-NUMBER; accounts and groups have numbers from these on. */
enum { ACCOUNT_FIRST = 1001, GROUP_FIRST = 100001, MACHINE_PARTS = 4, PARTS = 5, SID_SIZE = 8 + 4 * PARTS };
static const DWORD machine[MACHINE_PARTS] = {21, 1004336348, 1177238915, 682003330};

/* What every machine knows */
static const struct well_known {
    const char *name, *domain;
    BYTE authority, parts;
    DWORD part[2];
    SID_NAME_USE use;
} well_known[] = {
    {"Everyone", "", 1, 1, {0}, SidTypeWellKnownGroup},
    {"SYSTEM", "NT AUTHORITY", 5, 1, {18}, SidTypeWellKnownGroup},
    {"Authenticated Users", "NT AUTHORITY", 5, 1, {11}, SidTypeWellKnownGroup},
    {"NETWORK SERVICE", "NT AUTHORITY", 5, 1, {20}, SidTypeWellKnownGroup},
    {"Administrators", "BUILTIN", 5, 2, {32, 544}, SidTypeAlias},
    {"Users", "BUILTIN", 5, 2, {32, 545}, SidTypeAlias},
    {"Guests", "BUILTIN", 5, 2, {32, 546}, SidTypeAlias},
};

/* An identifier with its name */
struct found {
    BYTE sid[SID_SIZE];
    DWORD size;
    const char *name, *domain;
    SID_NAME_USE use;
};

static void make_sid(struct found *found, BYTE authority, const DWORD *parts, BYTE count)
{
    memset(found->sid, 0, sizeof found->sid);
    found->sid[0] = 1;
    found->sid[1] = count;
    found->sid[7] = authority;
    memcpy(found->sid + 8, parts, count * sizeof *parts);
    found->size = 8 + count * (DWORD)sizeof *parts;
}

static void make_numbered(struct found *found, DWORD number)
{
    DWORD parts[PARTS];
    memcpy(parts, machine, sizeof machine);
    parts[MACHINE_PARTS] = number;
    make_sid(found, 5, parts, PARTS);
}

static void take_account(struct found *found, size_t place)
{
    const struct rras_account *account = &rras_world()->accounts[place];
    make_numbered(found, ACCOUNT_FIRST + (DWORD)place);
    found->name = account->user;
    found->domain = *account->domain ? account->domain : RRAS_COMPUTER_NAME;
    found->use = SidTypeUser;
}

static void take_group(struct found *found, size_t place)
{
    make_numbered(found, GROUP_FIRST + (DWORD)place);
    found->name = rras_world()->groups[place];
    found->domain = RRAS_COMPUTER_NAME;
    found->use = SidTypeAlias;
}

static void take_well_known(struct found *found, const struct well_known *row)
{
    make_sid(found, row->authority, row->part, row->parts);
    found->name = row->name;
    found->domain = row->domain;
    found->use = row->use;
}

static bool find_name(LPCWSTR name, struct found *found)
{
    LPCWSTR backslash = wcsrchr(name, L'\\');
    int account = directory_account(name, NULL), group = directory_group(name);
    if (account != DIRECTORY_NOBODY)
        take_account(found, (size_t)account);
    else if (group != DIRECTORY_NOBODY)
        take_group(found, (size_t)group);
    for (size_t i = 0; account < 0 && group < 0 && i < sizeof well_known / sizeof *well_known; i++)
        if (directory_is_same(backslash ? backslash + 1 : name, well_known[i].name)) {
            take_well_known(found, &well_known[i]);
            return true;
        }
    return account >= 0 || group >= 0;
}

/* Of a valid one: its size is that of its parts. */
static bool is_sid(const struct found *found, PSID sid)
{
    return GetLengthSid(sid) == found->size && memcmp(found->sid, sid, found->size) == 0;
}

static bool find_sid(PSID sid, struct found *found)
{
    const struct rras_world *world = rras_world();
    DWORD number = 0;
    make_numbered(found, 0);
    if (GetLengthSid(sid) == found->size && memcmp(found->sid, sid, 8 + sizeof machine) == 0) {
        memcpy(&number, (const BYTE *)sid + 8 + sizeof machine, sizeof number);
        bool group = number >= GROUP_FIRST;
        size_t place = number - (group ? GROUP_FIRST : ACCOUNT_FIRST);
        if (number < ACCOUNT_FIRST || place >= (group ? world->group_count : world->account_count))
            return false;
        (group ? take_group : take_account)(found, place);
        return true;
    }
    for (size_t i = 0; i < sizeof well_known / sizeof *well_known; i++) {
        take_well_known(found, &well_known[i]);
        if (is_sid(found, sid))
            return true;
    }
    return false;
}

/* --- looking up --- */

static BOOL fail(DWORD error)
{
    SetLastError(error);
    return FALSE;
}

/* Units with the null */
static DWORD units_of(const char *text)
{
    return (DWORD)MultiByteToWideChar(CP_UTF8, 0, text, -1, NULL, 0);
}

/* A text into room that is enough; *units becomes what it has without the null. */
static void put_wide(LPWSTR to, const char *text, DWORD *units)
{
    MultiByteToWideChar(CP_UTF8, 0, text, -1, to, (int)*units);
    *units = units_of(text) - 1;
}

BOOL WINAPI LookupAccountNameW(LPCWSTR system, LPCWSTR name, PSID sid, LPDWORD size, LPWSTR domain, LPDWORD units,
                               PSID_NAME_USE use)
{
    struct found found;
    (void)system;
    if (!name || !size || !units || !use)
        return fail(ERROR_INVALID_PARAMETER);
    if (!find_name(name, &found))
        return fail(ERROR_NONE_MAPPED);
    bool fits = sid && *size >= found.size && domain && *units >= units_of(found.domain);
    *size = found.size;
    if (!fits) {
        *units = units_of(found.domain);
        return fail(ERROR_INSUFFICIENT_BUFFER);
    }
    memcpy(sid, found.sid, found.size);
    put_wide(domain, found.domain, units);
    *use = found.use;
    return TRUE;
}

BOOL WINAPI LookupAccountSidW(LPCWSTR system, PSID sid, LPWSTR name, LPDWORD name_units, LPWSTR domain,
                              LPDWORD domain_units, PSID_NAME_USE use)
{
    struct found found;
    (void)system;
    if (!sid || !name_units || !domain_units || !use)
        return fail(ERROR_INVALID_PARAMETER);
    if (!IsValidSid(sid))
        return fail(ERROR_INVALID_SID);
    if (!find_sid(sid, &found))
        return fail(ERROR_NONE_MAPPED);
    bool fits = name && *name_units >= units_of(found.name) && domain && *domain_units >= units_of(found.domain);
    if (!fits) {
        *name_units = units_of(found.name);
        *domain_units = units_of(found.domain);
        return fail(ERROR_INSUFFICIENT_BUFFER);
    }
    put_wide(name, found.name, name_units);
    put_wide(domain, found.domain, domain_units);
    *use = found.use;
    return TRUE;
}

/* --- the same in narrow strings: names of accounts are of one byte a character in ANSI code pages, or here of UTF-8 --- */

static bool widen(LPCSTR narrow, WCHAR wide[DIRECTORY_NAME_BYTES])
{
    return MultiByteToWideChar(CP_ACP, 0, narrow, -1, wide, DIRECTORY_NAME_BYTES) > 0;
}

/* Bytes with the null */
static DWORD bytes_of(LPCWSTR wide)
{
    return (DWORD)WideCharToMultiByte(CP_ACP, 0, wide, -1, NULL, 0, NULL, NULL);
}

static void put_narrow(LPSTR to, LPCWSTR wide, DWORD *bytes)
{
    WideCharToMultiByte(CP_ACP, 0, wide, -1, to, (int)*bytes, NULL, NULL);
    *bytes = bytes_of(wide) - 1;
}

BOOL WINAPI LookupAccountNameA(LPCSTR system, LPCSTR name, PSID sid, LPDWORD size, LPSTR domain, LPDWORD bytes,
                               PSID_NAME_USE use)
{
    WCHAR wide[DIRECTORY_NAME_BYTES], of[DIRECTORY_NAME_BYTES];
    BYTE made[SID_SIZE];
    DWORD made_size = sizeof made, units = DIRECTORY_NAME_BYTES;
    (void)system;
    if (!name || !size || !bytes || !use)
        return fail(ERROR_INVALID_PARAMETER);
    if (!widen(name, wide))
        return fail(ERROR_NONE_MAPPED);
    if (!LookupAccountNameW(NULL, wide, made, &made_size, of, &units, use))
        return FALSE;
    bool fits = sid && *size >= made_size && domain && *bytes >= bytes_of(of);
    *size = made_size;
    if (!fits) {
        *bytes = bytes_of(of);
        return fail(ERROR_INSUFFICIENT_BUFFER);
    }
    memcpy(sid, made, made_size);
    put_narrow(domain, of, bytes);
    return TRUE;
}

BOOL WINAPI LookupAccountSidA(LPCSTR system, PSID sid, LPSTR name, LPDWORD name_bytes, LPSTR domain,
                              LPDWORD domain_bytes, PSID_NAME_USE use)
{
    WCHAR wide[DIRECTORY_NAME_BYTES], of[DIRECTORY_NAME_BYTES];
    DWORD units = DIRECTORY_NAME_BYTES, of_units = DIRECTORY_NAME_BYTES;
    (void)system;
    if (!name_bytes || !domain_bytes)
        return fail(ERROR_INVALID_PARAMETER);
    if (!LookupAccountSidW(NULL, sid, wide, &units, of, &of_units, use))
        return FALSE;
    bool fits = name && *name_bytes >= bytes_of(wide) && domain && *domain_bytes >= bytes_of(of);
    if (!fits) {
        *name_bytes = bytes_of(wide);
        *domain_bytes = bytes_of(of);
        return fail(ERROR_INSUFFICIENT_BUFFER);
    }
    put_narrow(name, wide, name_bytes);
    put_narrow(domain, of, domain_bytes);
    return TRUE;
}

/* --- logging on --- */

/* A token is an event that nobody sets, so that CloseHandle() ends it; whose it is stands here. */
enum { TOKENS_MOST = 256 };
static struct {
    HANDLE token;
    int account;
    DWORD type; /* LOGON32_LOGON_* */
} tokens[TOKENS_MOST];
static size_t next_token;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

static HANDLE make_token(int account, DWORD type)
{
    HANDLE token = CreateEventW(NULL, TRUE, FALSE, NULL);
    pthread_mutex_lock(&lock);
    for (size_t i = 0; i < TOKENS_MOST; i++)
        if (tokens[i].token == token) /* a handle that was closed, and is given out again */
            tokens[i].token = NULL;
    tokens[next_token].token = token;
    tokens[next_token].account = account;
    tokens[next_token].type = type;
    next_token = (next_token + 1) % TOKENS_MOST;
    pthread_mutex_unlock(&lock);
    return token;
}

static int owner_of(HANDLE token, DWORD *type)
{
    int account = DIRECTORY_NOBODY;
    pthread_mutex_lock(&lock);
    for (size_t i = 0; i < TOKENS_MOST; i++)
        if (token && tokens[i].token == token) {
            account = tokens[i].account;
            *type = tokens[i].type;
        }
    pthread_mutex_unlock(&lock);
    return account;
}

BOOL WINAPI LogonUserW(LPCWSTR user, LPCWSTR domain, LPCWSTR password, DWORD type, DWORD provider, PHANDLE token)
{
    int place = directory_account(user, domain);
    (void)provider;
    if (!user || !token)
        return fail(ERROR_INVALID_PARAMETER);
    *token = NULL;
    const struct rras_account *account = place != DIRECTORY_NOBODY ? &rras_world()->accounts[place] : NULL;
    WCHAR right[DIRECTORY_NAME_BYTES];
    bool fine = account && !account->fails &&
                (!*account->password ||
                 (password && MultiByteToWideChar(CP_UTF8, 0, account->password, -1, right, DIRECTORY_NAME_BYTES) > 0 &&
                  wcscmp(password, right) == 0));
    if (!fine)
        return fail(ERROR_LOGON_FAILURE);
    *token = make_token(place, type);
    return *token != NULL;
}

BOOL WINAPI LogonUserA(LPCSTR user, LPCSTR domain, LPCSTR password, DWORD type, DWORD provider, PHANDLE token)
{
    WCHAR wide[DIRECTORY_NAME_BYTES] = {0}, of[DIRECTORY_NAME_BYTES] = {0}, secret[DIRECTORY_NAME_BYTES] = {0};
    if (!user || !token)
        return fail(ERROR_INVALID_PARAMETER);
    if (!widen(user, wide) || (domain && !widen(domain, of)) || (password && !widen(password, secret)))
        return fail(ERROR_LOGON_FAILURE);
    return LogonUserW(wide, domain ? of : NULL, password ? secret : NULL, type, provider, token);
}

/* The thread goes on as it was: files and the registry have no owners here. */
BOOL WINAPI ImpersonateLoggedOnUser(HANDLE token)
{
    DWORD type;
    return owner_of(token, &type) != DIRECTORY_NOBODY || fail(ERROR_INVALID_HANDLE);
}

BOOL WINAPI RevertToSelf(VOID)
{
    return TRUE;
}

/* NULL is the service itself, which is of the system and an administrator. */
BOOL WINAPI CheckTokenMembership(HANDLE token, PSID sid, PBOOL member)
{
    struct found found;
    DWORD type = LOGON32_LOGON_NETWORK;
    int account = owner_of(token, &type);
    if (!member || !IsValidSid(sid))
        return fail(member ? ERROR_INVALID_SID : ERROR_INVALID_PARAMETER);
    if (token && account == DIRECTORY_NOBODY)
        return fail(ERROR_INVALID_HANDLE);
    if (type != LOGON32_LOGON_NETWORK) /* those of other logons are primary tokens */
        return fail(ERROR_NO_IMPERSONATION_TOKEN);
    bool known = find_sid(sid, &found);
    int group = DIRECTORY_NOBODY;
    for (size_t i = 0; known && i < rras_world()->group_count; i++)
        if (_stricmp(found.name, rras_world()->groups[i]) == 0)
            group = (int)i;
    bool everyones = known && (strcmp(found.name, "Everyone") == 0 || strcmp(found.name, "Authenticated Users") == 0);
    bool services = known && !token && (strcmp(found.name, "SYSTEM") == 0 || strcmp(found.name, "Administrators") == 0);
    bool own = known && token && found.use == SidTypeUser && found.name == rras_world()->accounts[account].user;
    *member = everyones || services || own ||
              (token && group != DIRECTORY_NOBODY && directory_is_member(account, (size_t)group));
    return TRUE;
}
