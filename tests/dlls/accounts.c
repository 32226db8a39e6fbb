/* SPDX-License-Identifier: MIT */
/* What callouts ask of the directory (acts.h). */
#include "acts.h"

#include <lm.h>
#include <sddl.h>

static void user(void)
{
    static const WCHAR *const names[] = {L"alice", L"ALICE", L"EXAMPLE\\alice", L"OTHER\\alice", L"nobody", L"bob"};
    static const DWORD levels[] = {0, 1, 10, 77};
    USER_INFO_0 *zero;
    USER_INFO_1 *one;
    USER_INFO_10 *ten;
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        NET_API_STATUS status = NetUserGetInfo(NULL, names[i], 0, (LPBYTE *)&zero);
        say("%s: %u %s\n", narrow(names[i]), (unsigned)status, status ? "" : narrow(zero->usri0_name));
        if (status == NERR_Success)
            NetApiBufferFree(zero);
    }
    for (size_t i = 0; i < sizeof levels / sizeof *levels; i++) {
        LPBYTE buffer = NULL;
        say("level %u: %u\n", (unsigned)levels[i], (unsigned)NetUserGetInfo(L"", L"alice", levels[i], &buffer));
        NetApiBufferFree(buffer);
    }
    NetUserGetInfo(L"\\\\RRAS1", L"alice", 1, (LPBYTE *)&one);
    say("%s %u %#x '%s'\n", narrow(one->usri1_name), (unsigned)one->usri1_priv, (unsigned)one->usri1_flags,
        narrow(one->usri1_comment));
    NetApiBufferFree(one);
    NetUserGetInfo(L"rras1", L"alice", 10, (LPBYTE *)&ten);
    say("%s '%s'\n", narrow(ten->usri10_name), narrow(ten->usri10_full_name));
    NetApiBufferFree(ten);
    say("elsewhere: %u\n", (unsigned)NetUserGetInfo(L"\\\\elsewhere", L"alice", 0, (LPBYTE *)&zero));
}

static void groups_of(LPCWSTR name)
{
    LOCALGROUP_USERS_INFO_0 *rows = NULL;
    DWORD read = 7, total = 7;
    NET_API_STATUS status = NetUserGetLocalGroups(NULL, name, 0, LG_INCLUDE_INDIRECT, (LPBYTE *)&rows,
                                                  MAX_PREFERRED_LENGTH, &read, &total);
    say("%s: %u, %u of %u\n", narrow(name), (unsigned)status, status ? 0 : (unsigned)read,
        status ? 0 : (unsigned)total);
    for (DWORD i = 0; status == NERR_Success && i < read; i++)
        say("  %s\n", narrow(rows[i].lgrui0_name));
    NetApiBufferFree(rows);
}

static void groups(void)
{
    GROUP_USERS_INFO_0 *domains = NULL;
    LOCALGROUP_MEMBERS_INFO_3 *members = NULL;
    DWORD read, total;
    groups_of(L"alice");
    groups_of(L"EXAMPLE\\bob");
    groups_of(L"carol");
    groups_of(L"nobody");
    say("%u\n", (unsigned)NetUserGetGroups(NULL, L"alice", 0, (LPBYTE *)&domains, MAX_PREFERRED_LENGTH, &read, &total));
    say("%u: %s\n", (unsigned)read, narrow(domains[0].grui0_name));
    NetApiBufferFree(domains);
    say("%u\n", (unsigned)NetLocalGroupGetMembers(NULL, L"vpn users", 3, (LPBYTE *)&members, MAX_PREFERRED_LENGTH,
                                                  &read, &total, NULL));
    for (DWORD i = 0; i < read; i++)
        say("  %s\n", narrow(members[i].lgrmi3_domainandname));
    NetApiBufferFree(members);
    say("%u\n", (unsigned)NetLocalGroupGetMembers(NULL, L"nothing", 3, (LPBYTE *)&members, MAX_PREFERRED_LENGTH, &read,
                                                  &total, NULL));
}

static void machines(void)
{
    LPWSTR name = NULL;
    WKSTA_INFO_100 *machine = NULL;
    NET_API_STATUS status = NetGetDCName(NULL, L"EXAMPLE", (LPBYTE *)&name);
    say("%u %s\n", (unsigned)status, narrow(name));
    NetApiBufferFree(name);
    say("%u\n", (unsigned)NetGetDCName(NULL, L"ELSEWHERE", (LPBYTE *)&name));
    say("%u\n", (unsigned)NetWkstaGetInfo(NULL, 100, (LPBYTE *)&machine));
    say("%s %s %u\n", narrow(machine->wki100_computername), narrow(machine->wki100_langroup),
        (unsigned)machine->wki100_ver_major);
    NetApiBufferFree(machine);
}

static void identifiers(void)
{
    static const WCHAR *const names[] = {
        L"alice", L"EXAMPLE\\BOB", L"VPN Users", L"Everyone", L"BUILTIN\\Administrators", L"nobody"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        BYTE sid[SECURITY_MAX_SID_SIZE];
        WCHAR domain[64] = L"", name[64] = L"", again[64] = L"";
        DWORD size = 0, units = 0, name_units = 64, again_units = 64;
        SID_NAME_USE use = SidTypeUnknown;
        LPWSTR text = NULL;
        BOOL fine = LookupAccountNameW(NULL, names[i], NULL, &size, NULL, &units, &use);
        say("%s: %d, error %u, %u bytes, %u units\n", narrow(names[i]), fine, (unsigned)GetLastError(), (unsigned)size,
            (unsigned)units);
        if (!size)
            continue;
        units = 64;
        fine = LookupAccountNameW(NULL, names[i], sid, &size, domain, &units, &use);
        fine = fine && ConvertSidToStringSidW(sid, &text) &&
               LookupAccountSidW(NULL, sid, name, &name_units, again, &again_units, &use);
        say("%d %s %s\\%s %u\n", fine, narrow(text), narrow(again), narrow(name), (unsigned)use);
        LocalFree(text);
    }
}

static void logon(LPCWSTR name, LPCWSTR domain, LPCWSTR password)
{
    HANDLE token = NULL;
    BYTE sid[SECURITY_MAX_SID_SIZE];
    WCHAR of[64];
    DWORD size = sizeof sid, units = 64;
    SID_NAME_USE use;
    BOOL member = FALSE;
    BOOL fine = LogonUserW(name, domain, password, LOGON32_LOGON_NETWORK, LOGON32_PROVIDER_DEFAULT, &token);
    say("%s, %s: %d, error %u\n", narrow(name), narrow(password), fine, fine ? 0 : (unsigned)GetLastError());
    if (!fine)
        return;
    LookupAccountNameW(NULL, L"VPN Users", sid, &size, of, &units, &use);
    fine = CheckTokenMembership(token, sid, &member);
    say("  a member: %d %d\n", fine, member);
    fine = ImpersonateLoggedOnUser(token);
    say("  acts as: %d %d\n", fine, RevertToSelf());
    CloseHandle(token);
}

static void logons(void)
{
    logon(L"alice", L"EXAMPLE", L"secret");
    logon(L"alice@example.com", NULL, L"secret");
    logon(L"alice", L".", L"Secret");
    logon(L"alice", L"OTHER", L"secret");
    logon(L"bob", NULL, L"anything");
    logon(L"wrong", NULL, L"anything");
    logon(L"nobody", NULL, L"");
}

static void texts(void)
{
    static const WCHAR *const texts[] = {L"S-1-5-32-544", L"S-1-0", L"S-1-5", L"x", L"s-1-1-0"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        PSID sid = NULL, copy[SECURITY_MAX_SID_SIZE / sizeof(PSID) + 1];
        LPWSTR text = NULL;
        if (!ConvertStringSidToSidW(texts[i], &sid)) {
            say("%s: error %u\n", narrow(texts[i]), (unsigned)GetLastError());
            continue;
        }
        ConvertSidToStringSidW(sid, &text);
        BOOL fine = CopySid(sizeof copy, copy, sid) && EqualSid(copy, sid) && IsValidSid(copy);
        say("%s: %s, %u bytes, %d\n", narrow(texts[i]), narrow(text), (unsigned)GetLengthSid(sid), fine);
        LocalFree(text);
        LocalFree(sid);
    }
}

ACTS({"user", user}, {"groups", groups}, {"machines", machines}, {"identifiers", identifiers}, {"logons", logons},
     {"texts", texts})
