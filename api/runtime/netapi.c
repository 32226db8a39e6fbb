/* SPDX-License-Identifier: MIT */
/* What the directory tells of users and groups: lm.h. The accounts are the scenario's. */
#include "directory.h"
#include "path.h"

#include <lm.h>
#include <string.h>
#include <wchar.h>

/* An answer under way: rows one behind the other, and their texts behind all rows, in one piece of memory */
struct answer {
    char *memory, *row, *text;
    size_t row_size;
    DWORD read;
};

/* Units of a text with its null */
static size_t units_of(const char *text)
{
    return (size_t)MultiByteToWideChar(CP_UTF8, 0, text, -1, NULL, 0);
}

/* Room for so many rows, and so many units of text; FALSE: no memory */
static BOOL answer_begin(struct answer *answer, size_t rows, size_t row_size, size_t units)
{
    answer->row = answer->memory = HeapAlloc(GetProcessHeap(), HEAP_ZERO_MEMORY,
                                             rows * row_size + units * sizeof(WCHAR));
    answer->row_size = row_size;
    if (answer->memory)
        answer->text = answer->memory + rows * row_size;
    return answer->memory != NULL;
}

/* A text, which is put there */
static LPWSTR answer_text(struct answer *answer, const char *text)
{
    LPWSTR at = (LPWSTR)(void *)answer->text;
    int units = MultiByteToWideChar(CP_UTF8, 0, text, -1, at, (int)units_of(text));
    answer->text += (size_t)units * sizeof(WCHAR);
    return at;
}

static void answer_row(struct answer *answer, const void *row)
{
    memcpy(answer->row, row, answer->row_size);
    answer->row += answer->row_size;
    answer->read++;
}

/* This machine, however it is named, is the only one that there is. */
static BOOL is_here(LPCWSTR server)
{
    if (!server)
        return TRUE;
    server += server[0] == L'\\' && server[1] == L'\\' ? 2 : 0;
    return !*server || directory_is_same(server, RRAS_COMPUTER_NAME) || directory_is_same(server, "localhost");
}

static NET_API_STATUS give(struct answer *answer, LPBYTE *buffer, LPDWORD read, LPDWORD total)
{
    *buffer = (LPBYTE)answer->memory;
    if (read)
        *read = answer->read;
    if (total)
        *total = answer->read;
    return NERR_Success;
}

NET_API_STATUS NET_API_FUNCTION NetApiBufferFree(LPVOID buffer)
{
    if (buffer)
        HeapFree(GetProcessHeap(), 0, buffer);
    return NERR_Success;
}

/* --- a user --- */

/* These functions take the name alone: which machine is asked says the domain. */
static int account_without_domain(LPCWSTR name)
{
    return name && !wcschr(name, L'\\') ? directory_account(name, NULL) : DIRECTORY_NOBODY;
}

static NET_API_STATUS tell_name(struct answer *answer, const struct rras_account *account)
{
    if (!answer_begin(answer, 1, sizeof(USER_INFO_0), units_of(account->user)))
        return ERROR_NOT_ENOUGH_MEMORY;
    const USER_INFO_0 row = {.usri0_name = answer_text(answer, account->user)};
    answer_row(answer, &row);
    return NERR_Success;
}

static NET_API_STATUS tell_account(struct answer *answer, const struct rras_account *account)
{
    enum { EMPTY_TEXTS = 3 };
    if (!answer_begin(answer, 1, sizeof(USER_INFO_1), units_of(account->user) + EMPTY_TEXTS))
        return ERROR_NOT_ENOUGH_MEMORY;
    USER_INFO_1 row = {.usri1_priv = USER_PRIV_USER, .usri1_flags = UF_SCRIPT | UF_NORMAL_ACCOUNT};
    row.usri1_name = answer_text(answer, account->user);
    row.usri1_home_dir = answer_text(answer, "");
    row.usri1_comment = answer_text(answer, "");
    row.usri1_script_path = answer_text(answer, "");
    answer_row(answer, &row);
    return NERR_Success;
}

static NET_API_STATUS tell_person(struct answer *answer, const struct rras_account *account)
{
    enum { EMPTY_TEXTS = 3 };
    if (!answer_begin(answer, 1, sizeof(USER_INFO_10), units_of(account->user) + EMPTY_TEXTS))
        return ERROR_NOT_ENOUGH_MEMORY;
    USER_INFO_10 row;
    row.usri10_name = answer_text(answer, account->user);
    row.usri10_comment = answer_text(answer, "");
    row.usri10_usr_comment = answer_text(answer, "");
    row.usri10_full_name = answer_text(answer, "");
    answer_row(answer, &row);
    return NERR_Success;
}

NET_API_STATUS NET_API_FUNCTION NetUserGetInfo(LPCWSTR server, LPCWSTR name, DWORD level, LPBYTE *buffer)
{
    static const struct {
        DWORD level;
        NET_API_STATUS (*tell)(struct answer *answer, const struct rras_account *account);
    } levels[] = {{0, tell_name}, {1, tell_account}, {10, tell_person}};
    struct answer answer = {0};
    int account = account_without_domain(name);
    if (!buffer)
        return ERROR_INVALID_PARAMETER;
    *buffer = NULL;
    if (!is_here(server))
        return NERR_InvalidComputer;
    if (account == DIRECTORY_NOBODY)
        return NERR_UserNotFound;
    for (size_t i = 0; i < sizeof levels / sizeof *levels; i++)
        if (levels[i].level == level) {
            NET_API_STATUS status = levels[i].tell(&answer, &rras_world()->accounts[account]);
            return status == NERR_Success ? give(&answer, buffer, NULL, NULL) : status;
        }
    return ERROR_INVALID_LEVEL;
}

/* --- groups --- */

/* Of a domain a user has one group only, which everybody is in; those of the scenario belong to this machine. */
NET_API_STATUS NET_API_FUNCTION NetUserGetGroups(LPCWSTR server, LPCWSTR name, DWORD level, LPBYTE *buffer, DWORD most,
                                                 LPDWORD read, LPDWORD total)
{
    static const char everybodys[] = "Domain Users";
    struct answer answer = {0};
    (void)most;
    if (!buffer)
        return ERROR_INVALID_PARAMETER;
    *buffer = NULL;
    if (!is_here(server))
        return NERR_InvalidComputer;
    if (level != 0)
        return ERROR_INVALID_LEVEL;
    if (account_without_domain(name) == DIRECTORY_NOBODY)
        return NERR_UserNotFound;
    if (!answer_begin(&answer, 1, sizeof(GROUP_USERS_INFO_0), units_of(everybodys)))
        return ERROR_NOT_ENOUGH_MEMORY;
    const GROUP_USERS_INFO_0 row = {.grui0_name = answer_text(&answer, everybodys)};
    answer_row(&answer, &row);
    return give(&answer, buffer, read, total);
}

NET_API_STATUS NET_API_FUNCTION NetUserGetLocalGroups(LPCWSTR server, LPCWSTR name, DWORD level, DWORD flags,
                                                      LPBYTE *buffer, DWORD most, LPDWORD read, LPDWORD total)
{
    const struct rras_world *world = rras_world();
    struct answer answer = {0};
    size_t units = 0;
    int found = directory_account(name, NULL);
    (void)most;
    if (!buffer || (flags & ~(DWORD)LG_INCLUDE_INDIRECT))
        return ERROR_INVALID_PARAMETER;
    *buffer = NULL;
    if (!is_here(server))
        return NERR_InvalidComputer;
    if (level != 0)
        return ERROR_INVALID_LEVEL;
    if (found == DIRECTORY_NOBODY)
        return NERR_UserNotFound;
    const struct rras_account *account = &world->accounts[found];
    for (size_t i = 0; i < account->group_count; i++)
        units += units_of(world->groups[account->groups[i]]);
    if (!answer_begin(&answer, account->group_count, sizeof(LOCALGROUP_USERS_INFO_0), units))
        return ERROR_NOT_ENOUGH_MEMORY;
    for (size_t i = 0; i < account->group_count; i++) {
        const LOCALGROUP_USERS_INFO_0 row = {.lgrui0_name = answer_text(&answer, world->groups[account->groups[i]])};
        answer_row(&answer, &row);
    }
    return give(&answer, buffer, read, total);
}

/* `DOMAIN\user`; of a machine without a domain its name stands there */
static void member_name(const struct rras_account *account, char name[2 * DIRECTORY_NAME_BYTES])
{
    strcpy(name, *account->domain ? account->domain : RRAS_COMPUTER_NAME);
    strcat(name, "\\");
    strcat(name, account->user);
}

NET_API_STATUS NET_API_FUNCTION NetLocalGroupGetMembers(LPCWSTR server, LPCWSTR name, DWORD level, LPBYTE *buffer,
                                                        DWORD most, LPDWORD read, LPDWORD total, PDWORD_PTR resume)
{
    const struct rras_world *world = rras_world();
    char member[2 * DIRECTORY_NAME_BYTES];
    struct answer answer = {0};
    size_t units = 0, members = 0;
    int group = directory_group(name);
    (void)most, (void)resume; /* all of them come at once */
    if (!buffer)
        return ERROR_INVALID_PARAMETER;
    *buffer = NULL;
    if (!is_here(server))
        return NERR_InvalidComputer;
    if (level != 3)
        return ERROR_INVALID_LEVEL;
    if (group == DIRECTORY_NOBODY)
        return ERROR_NO_SUCH_ALIAS;
    for (size_t i = 0; i < world->account_count; i++)
        if (directory_is_member((int)i, (size_t)group)) {
            member_name(&world->accounts[i], member);
            units += units_of(member);
            members++;
        }
    if (!answer_begin(&answer, members, sizeof(LOCALGROUP_MEMBERS_INFO_3), units))
        return ERROR_NOT_ENOUGH_MEMORY;
    for (size_t i = 0; i < world->account_count; i++)
        if (directory_is_member((int)i, (size_t)group)) {
            member_name(&world->accounts[i], member);
            const LOCALGROUP_MEMBERS_INFO_3 row = {.lgrmi3_domainandname = answer_text(&answer, member)};
            answer_row(&answer, &row);
        }
    return give(&answer, buffer, read, total);
}

/* --- machines --- */

/* The domains of the scenario's accounts are this machine's own. */
static BOOL is_domain(LPCWSTR name)
{
    const struct rras_world *world = rras_world();
    for (size_t i = 0; name && i < world->account_count; i++)
        if (directory_is_same(name, world->accounts[i].domain))
            return TRUE;
    return !name || !*name;
}

NET_API_STATUS NET_API_FUNCTION NetGetDCName(LPCWSTR server, LPCWSTR domain, LPBYTE *buffer)
{
    struct answer answer = {0};
    if (!buffer)
        return ERROR_INVALID_PARAMETER;
    *buffer = NULL;
    if (!is_here(server))
        return NERR_InvalidComputer;
    if (!is_domain(domain))
        return NERR_DCNotFound;
    if (!answer_begin(&answer, 0, 0, sizeof "\\\\" RRAS_COMPUTER_NAME))
        return ERROR_NOT_ENOUGH_MEMORY;
    answer_text(&answer, "\\\\" RRAS_COMPUTER_NAME);
    return give(&answer, buffer, NULL, NULL);
}

NET_API_STATUS NET_API_FUNCTION NetWkstaGetInfo(LPWSTR server, DWORD level, LPBYTE *buffer)
{
    const struct rras_world *world = rras_world();
    const char *domain = world->account_count && *world->accounts[0].domain ? world->accounts[0].domain : "WORKGROUP";
    struct answer answer = {0};
    if (!buffer)
        return ERROR_INVALID_PARAMETER;
    *buffer = NULL;
    if (!is_here(server))
        return NERR_InvalidComputer;
    if (level != 100)
        return ERROR_INVALID_LEVEL;
    if (!answer_begin(&answer, 1, sizeof(WKSTA_INFO_100), sizeof RRAS_COMPUTER_NAME + units_of(domain)))
        return ERROR_NOT_ENOUGH_MEMORY;
    WKSTA_INFO_100 row = {.wki100_platform_id = PLATFORM_ID_NT, .wki100_ver_major = 10};
    row.wki100_computername = answer_text(&answer, RRAS_COMPUTER_NAME);
    row.wki100_langroup = answer_text(&answer, domain);
    answer_row(&answer, &row);
    return give(&answer, buffer, NULL, NULL);
}
