/* SPDX-License-Identifier: MIT */
/**
 * @file securitybaseapi.h
 * @brief Security identifiers, accounts and logging on.
 *
 * The accounts are the users of the scenario, with their `domain`, `password` and `groups`. This is the only machine: it
 * answers for each domain, whatever machine a caller names. All functions may be called from several threads at once;
 * they fail with FALSE and the last error set.
 */
#ifndef RRAS_WIN32_SECURITYBASEAPI_H
#define RRAS_WIN32_SECURITYBASEAPI_H

#include <winnt.h>

#ifdef __cplusplus
extern "C" {
#endif

#define SID_REVISION 1             /**< Of each security identifier. */
#define SID_MAX_SUB_AUTHORITIES 15 /**< Most parts of one. */
#define SECURITY_MAX_SID_SIZE 68   /**< Bytes of the longest. */

/** Who has given out a security identifier. */
typedef struct _SID_IDENTIFIER_AUTHORITY {
    BYTE Value[6]; /**< A number, the last byte the lowest. */
} SID_IDENTIFIER_AUTHORITY;
typedef SID_IDENTIFIER_AUTHORITY *PSID_IDENTIFIER_AUTHORITY; /**< Address of one. */

/** A security identifier. */
typedef struct _SID {
    BYTE Revision;                                /**< #SID_REVISION. */
    BYTE SubAuthorityCount;                       /**< How many parts it has. */
    SID_IDENTIFIER_AUTHORITY IdentifierAuthority; /**< Who has given it out. */
    DWORD SubAuthority[ANYSIZE_ARRAY];            /**< Its parts. */
} SID;
typedef SID *PISID; /**< Address of one. */

/** What a security identifier names. */
typedef enum _SID_NAME_USE {
    SidTypeUser = 1,       /**< A user. */
    SidTypeGroup,          /**< A group of a domain. */
    SidTypeDomain,         /**< A domain. */
    SidTypeAlias,          /**< A group of a machine. */
    SidTypeWellKnownGroup, /**< One that every machine knows, as Everyone. */
    SidTypeDeletedAccount, /**< An account that was deleted. */
    SidTypeInvalid,        /**< Nothing. */
    SidTypeUnknown,        /**< Something. */
    SidTypeComputer,       /**< A machine. */
    SidTypeLabel           /**< A level of integrity. */
} SID_NAME_USE;
typedef SID_NAME_USE *PSID_NAME_USE; /**< Address of one. */

#define LOGON32_LOGON_INTERACTIVE 2       /**< Kind of logon: at the machine. */
#define LOGON32_LOGON_NETWORK 3           /**< Kind of logon: over the network. */
#define LOGON32_LOGON_BATCH 4             /**< Kind of logon: a job. */
#define LOGON32_LOGON_SERVICE 5           /**< Kind of logon: a service. */
#define LOGON32_LOGON_NETWORK_CLEARTEXT 8 /**< Kind of logon: over the network, and the password is kept. */
#define LOGON32_PROVIDER_DEFAULT 0        /**< Whoever is usual. */

/** @name Security identifiers
 * @{ */
/**
 * Whether it is one.
 * @param pSid what may be one
 * @return whether it is
 */
BOOL WINAPI IsValidSid(PSID pSid);
/**
 * Tells the size of one.
 * @param pSid a security identifier
 * @return bytes
 */
DWORD WINAPI GetLengthSid(PSID pSid);
/**
 * Tells the size that one would have.
 * @param nSubAuthorityCount how many parts
 * @return bytes
 */
DWORD WINAPI GetSidLengthRequired(UCHAR nSubAuthorityCount);
/**
 * Whether two are one.
 * @param pSid1 the one
 * @param pSid2 the other
 * @return whether they are
 */
BOOL WINAPI EqualSid(PSID pSid1, PSID pSid2);
/**
 * Copies one.
 * @param nDestinationSidLength room, in bytes
 * @param pDestinationSid receives it
 * @param pSourceSid a security identifier
 * @return TRUE; ERROR_INSUFFICIENT_BUFFER, ERROR_INVALID_SID
 */
BOOL WINAPI CopySid(DWORD nDestinationSidLength, PSID pDestinationSid, PSID pSourceSid);
/** @} */

/** @name Accounts
 * @{ */
/**
 * Tells the security identifier of a user, of a group, or of what every machine knows.
 * @param lpSystemName not used: there is one machine
 * @param lpAccountName the name: `alice`, `EXAMPLE\alice`, `alice@example.com`
 * @param Sid receives it, or NULL
 * @param cbSid its size; receives the size that it has
 * @param ReferencedDomainName receives the domain's name, or NULL
 * @param cchReferencedDomainName room with the null; receives the length without it, or the room that it takes
 * @param peUse receives what it names
 * @return TRUE; ERROR_NONE_MAPPED, ERROR_INSUFFICIENT_BUFFER
 */
BOOL WINAPI LookupAccountNameW(LPCWSTR lpSystemName, LPCWSTR lpAccountName, PSID Sid, LPDWORD cbSid,
                               LPWSTR ReferencedDomainName, LPDWORD cchReferencedDomainName, PSID_NAME_USE peUse);
/** Narrow. @copydoc LookupAccountNameW */
BOOL WINAPI LookupAccountNameA(LPCSTR lpSystemName, LPCSTR lpAccountName, PSID Sid, LPDWORD cbSid,
                               LPSTR ReferencedDomainName, LPDWORD cchReferencedDomainName, PSID_NAME_USE peUse);
/**
 * Tells whose a security identifier is.
 * @param lpSystemName not used: there is one machine
 * @param Sid the security identifier
 * @param Name receives the name, or NULL
 * @param cchName room with the null; receives the length without it, or the room that it takes
 * @param ReferencedDomainName receives the domain's name, or NULL
 * @param cchReferencedDomainName as `cchName`
 * @param peUse receives what it names
 * @return TRUE; ERROR_NONE_MAPPED, ERROR_INSUFFICIENT_BUFFER
 */
BOOL WINAPI LookupAccountSidW(LPCWSTR lpSystemName, PSID Sid, LPWSTR Name, LPDWORD cchName, LPWSTR ReferencedDomainName,
                              LPDWORD cchReferencedDomainName, PSID_NAME_USE peUse);
/** Narrow. @copydoc LookupAccountSidW */
BOOL WINAPI LookupAccountSidA(LPCSTR lpSystemName, PSID Sid, LPSTR Name, LPDWORD cchName, LPSTR ReferencedDomainName,
                              LPDWORD cchReferencedDomainName, PSID_NAME_USE peUse);
/**
 * Logs a user on: where the scenario's `authentication` succeeds, and with its `password` if it has one.
 * @param lpszUsername the user's name
 * @param lpszDomain the domain; NULL or `.`: any
 * @param lpszPassword the password
 * @param dwLogonType LOGON32_LOGON_*; CheckTokenMembership() takes tokens of #LOGON32_LOGON_NETWORK only
 * @param dwLogonProvider LOGON32_PROVIDER_*; not used
 * @param phToken receives a token, to be closed with CloseHandle()
 * @return TRUE; ERROR_LOGON_FAILURE
 */
BOOL WINAPI LogonUserW(LPCWSTR lpszUsername, LPCWSTR lpszDomain, LPCWSTR lpszPassword, DWORD dwLogonType,
                       DWORD dwLogonProvider, PHANDLE phToken);
/** Narrow. @copydoc LogonUserW */
BOOL WINAPI LogonUserA(LPCSTR lpszUsername, LPCSTR lpszDomain, LPCSTR lpszPassword, DWORD dwLogonType,
                       DWORD dwLogonProvider, PHANDLE phToken);
/**
 * Acts as a user from here on; files and the registry have no owners here.
 * @param hToken of LogonUserW()
 * @return TRUE; ERROR_INVALID_HANDLE
 */
BOOL WINAPI ImpersonateLoggedOnUser(HANDLE hToken);
/**
 * Acts as the service again.
 * @return TRUE
 */
BOOL WINAPI RevertToSelf(VOID);
/**
 * Whether a user is in a group.
 * @param TokenHandle of LogonUserW(); NULL: the service itself
 * @param SidToCheck the group's, or a user's
 * @param IsMember receives whether
 * @return TRUE; ERROR_INVALID_HANDLE, ERROR_NO_IMPERSONATION_TOKEN
 */
BOOL WINAPI CheckTokenMembership(HANDLE TokenHandle, PSID SidToCheck, PBOOL IsMember);
/** @} */

#ifdef __cplusplus
}
#endif

/** @name Names without a suffix
 * @{ */
#ifdef UNICODE
#define LookupAccountName LookupAccountNameW /**< As LookupAccountNameW(). */
#define LookupAccountSid LookupAccountSidW   /**< As LookupAccountSidW(). */
#define LogonUser LogonUserW                 /**< As LogonUserW(). */
#else
#define LookupAccountName LookupAccountNameA /**< As LookupAccountNameA(). */
#define LookupAccountSid LookupAccountSidA   /**< As LookupAccountSidA(). */
#define LogonUser LogonUserA                 /**< As LogonUserA(). */
#endif
/** @} */

#endif
