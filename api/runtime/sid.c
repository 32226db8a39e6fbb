/* SPDX-License-Identifier: MIT */
/* Security identifiers as such: securitybaseapi.h, sddl.h. */
#include <windows.h>

#include <sddl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { HEAD = 8, PARTS_MOST = SID_MAX_SUB_AUTHORITIES, TEXT_SIZE = 200, AUTHORITY_BYTES = 6 };

BOOL WINAPI IsValidSid(PSID sid)
{
    const SID *given = sid;
    return given && given->Revision == SID_REVISION && given->SubAuthorityCount <= PARTS_MOST;
}

DWORD WINAPI GetLengthSid(PSID sid)
{
    return GetSidLengthRequired(((const SID *)sid)->SubAuthorityCount);
}

DWORD WINAPI GetSidLengthRequired(UCHAR parts)
{
    return HEAD + parts * (DWORD)sizeof(DWORD);
}

BOOL WINAPI EqualSid(PSID a, PSID b)
{
    DWORD size = IsValidSid(a) && IsValidSid(b) ? GetLengthSid(a) : 0;
    return size != 0 && size == GetLengthSid(b) && memcmp(a, b, size) == 0;
}

BOOL WINAPI CopySid(DWORD size, PSID to, PSID from)
{
    if (!IsValidSid(from) || !to || size < GetLengthSid(from)) {
        SetLastError(IsValidSid(from) ? ERROR_INSUFFICIENT_BUFFER : ERROR_INVALID_SID);
        return FALSE;
    }
    memcpy(to, from, GetLengthSid(from));
    return TRUE;
}

/* From 2^32 on the authority is hexadecimal. */
static void write_sid(const SID *sid, char text[TEXT_SIZE])
{
    unsigned long long authority = 0;
    for (int i = 0; i < AUTHORITY_BYTES; i++)
        authority = authority << 8 | sid->IdentifierAuthority.Value[i];
    int length = snprintf(text, TEXT_SIZE, authority >> 32 ? "S-%u-0x%012llx" : "S-%u-%llu", sid->Revision, authority);
    for (UCHAR i = 0; i < sid->SubAuthorityCount; i++)
        length += snprintf(text + length, (size_t)(TEXT_SIZE - length), "-%u", (unsigned)sid->SubAuthority[i]);
}

BOOL WINAPI ConvertSidToStringSidA(PSID sid, LPSTR *text)
{
    char made[TEXT_SIZE];
    if (!text || !IsValidSid(sid)) {
        SetLastError(text ? ERROR_INVALID_SID : ERROR_INVALID_PARAMETER);
        return FALSE;
    }
    write_sid(sid, made);
    if ((*text = LocalAlloc(LMEM_FIXED, strlen(made) + 1)))
        strcpy(*text, made);
    return *text != NULL;
}

BOOL WINAPI ConvertSidToStringSidW(PSID sid, LPWSTR *text)
{
    LPSTR narrow;
    if (!text || !ConvertSidToStringSidA(sid, &narrow)) {
        if (!text)
            SetLastError(ERROR_INVALID_PARAMETER);
        return FALSE;
    }
    size_t size = strlen(narrow) + 1;
    if ((*text = LocalAlloc(LMEM_FIXED, size * sizeof **text)))
        MultiByteToWideChar(CP_UTF8, 0, narrow, -1, *text, (int)size);
    LocalFree(narrow);
    return *text != NULL;
}

/* A number behind a hyphen; FALSE: there is none, or it is larger than that */
static BOOL read_number(const char **at, unsigned long long most, unsigned long long *number)
{
    char *end;
    if ((*at)[0] != '-' || (*at)[1] < '0' || (*at)[1] > '9')
        return FALSE;
    *number = strtoull(*at + 1, &end, 0);
    *at = end;
    return *number <= most;
}

static BOOL read_sid(const char *text, SID *sid, DWORD parts[PARTS_MOST])
{
    enum { BITS = 48 };
    unsigned long long revision, authority, part;
    const char *at = text + 1;
    if ((*text != 'S' && *text != 's') || !read_number(&at, SID_REVISION, &revision) || revision != SID_REVISION ||
        !read_number(&at, (1ULL << BITS) - 1, &authority))
        return FALSE;
    *sid = (SID){.Revision = SID_REVISION};
    for (int i = AUTHORITY_BYTES; i-- > 0; authority >>= 8)
        sid->IdentifierAuthority.Value[i] = (BYTE)authority;
    while (*at && sid->SubAuthorityCount < PARTS_MOST && read_number(&at, UINT32_MAX, &part))
        parts[sid->SubAuthorityCount++] = (DWORD)part;
    return !*at && sid->SubAuthorityCount > 0;
}

BOOL WINAPI ConvertStringSidToSidA(LPCSTR text, PSID *sid)
{
    DWORD parts[PARTS_MOST];
    SID head;
    if (!text || !sid || !read_sid(text, &head, parts)) {
        SetLastError(text && sid ? ERROR_INVALID_SID : ERROR_INVALID_PARAMETER);
        return FALSE;
    }
    if ((*sid = LocalAlloc(LMEM_FIXED, GetSidLengthRequired(head.SubAuthorityCount)))) {
        memcpy(*sid, &head, HEAD);
        memcpy((char *)*sid + HEAD, parts, head.SubAuthorityCount * sizeof *parts);
    }
    return *sid != NULL;
}

BOOL WINAPI ConvertStringSidToSidW(LPCWSTR text, PSID *sid)
{
    char narrow[TEXT_SIZE];
    BOOL fits = !text || WideCharToMultiByte(CP_UTF8, 0, text, -1, narrow, sizeof narrow, NULL, NULL) > 0;
    if (fits)
        return ConvertStringSidToSidA(text ? narrow : NULL, sid);
    SetLastError(ERROR_INVALID_SID);
    return FALSE;
}
