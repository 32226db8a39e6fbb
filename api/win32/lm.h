/* SPDX-License-Identifier: MIT */
/**
 * @file lm.h
 * @brief Network management: users and their groups.
 *
 * The users are those of the scenario, and this machine is the only one: its name is what `servername` may be, with or
 * without `\\`, or NULL. The groups that a user's `groups` name are local ones of this machine. What a function gives is
 * to be freed with NetApiBufferFree(). All functions return #NERR_Success or an error of lmerr.h or winerror.h, and may
 * be called from several threads at once.
 */
#ifndef RRAS_WIN32_LM_H
#define RRAS_WIN32_LM_H

#include <lmcons.h>
#include <lmerr.h>
#include <windef.h>
#include <winnt.h>

#ifdef __cplusplus
extern "C" {
#endif

typedef DWORD NET_API_STATUS;      /**< An error of lmerr.h or winerror.h. */
#define NET_API_FUNCTION __stdcall /**< The calling convention of these functions. */

#define MAX_PREFERRED_LENGTH ((DWORD)-1) /**< As much as there is. */
#define LG_INCLUDE_INDIRECT 1            /**< Groups by way of other groups, too; there are none. */
#define PLATFORM_ID_NT 500               /**< Windows. */

#define USER_PRIV_GUEST 0 /**< A guest. */
#define USER_PRIV_USER 1  /**< A user. */
#define USER_PRIV_ADMIN 2 /**< An administrator. */

#define UF_SCRIPT 0x0001         /**< A script runs at the logon; always set. */
#define UF_ACCOUNTDISABLE 0x0002 /**< The account may not be used. */
#define UF_LOCKOUT 0x0010        /**< It is locked. */
#define UF_NORMAL_ACCOUNT 0x0200 /**< It is a user's. */

/** Level 0 of a user. */
typedef struct _USER_INFO_0 {
    LPWSTR usri0_name; /**< The name. */
} USER_INFO_0;
typedef USER_INFO_0 *PUSER_INFO_0;  /**< Address of one. */
typedef USER_INFO_0 *LPUSER_INFO_0; /**< Address of one. */

/** Level 1 of a user. */
typedef struct _USER_INFO_1 {
    LPWSTR usri1_name;        /**< The name. */
    LPWSTR usri1_password;    /**< NULL: nobody is told. */
    DWORD usri1_password_age; /**< Seconds; 0. */
    DWORD usri1_priv;         /**< #USER_PRIV_USER. */
    LPWSTR usri1_home_dir;    /**< Empty. */
    LPWSTR usri1_comment;     /**< Empty. */
    DWORD usri1_flags;        /**< #UF_SCRIPT and #UF_NORMAL_ACCOUNT. */
    LPWSTR usri1_script_path; /**< Empty. */
} USER_INFO_1;
typedef USER_INFO_1 *PUSER_INFO_1;  /**< Address of one. */
typedef USER_INFO_1 *LPUSER_INFO_1; /**< Address of one. */

/** Level 10 of a user. */
typedef struct _USER_INFO_10 {
    LPWSTR usri10_name;        /**< The name. */
    LPWSTR usri10_comment;     /**< Empty. */
    LPWSTR usri10_usr_comment; /**< Empty. */
    LPWSTR usri10_full_name;   /**< Empty. */
} USER_INFO_10;
typedef USER_INFO_10 *PUSER_INFO_10;  /**< Address of one. */
typedef USER_INFO_10 *LPUSER_INFO_10; /**< Address of one. */

/** A group of a domain that a user is in. */
typedef struct _GROUP_USERS_INFO_0 {
    LPWSTR grui0_name; /**< Its name. */
} GROUP_USERS_INFO_0;
typedef GROUP_USERS_INFO_0 *PGROUP_USERS_INFO_0;  /**< Address of one. */
typedef GROUP_USERS_INFO_0 *LPGROUP_USERS_INFO_0; /**< Address of one. */

/** A group of a machine that a user is in. */
typedef struct _LOCALGROUP_USERS_INFO_0 {
    LPWSTR lgrui0_name; /**< Its name. */
} LOCALGROUP_USERS_INFO_0;
typedef LOCALGROUP_USERS_INFO_0 *PLOCALGROUP_USERS_INFO_0;  /**< Address of one. */
typedef LOCALGROUP_USERS_INFO_0 *LPLOCALGROUP_USERS_INFO_0; /**< Address of one. */

/** A member of a group. */
typedef struct _LOCALGROUP_MEMBERS_INFO_3 {
    LPWSTR lgrmi3_domainandname; /**< `DOMAIN\user`. */
} LOCALGROUP_MEMBERS_INFO_3;
typedef LOCALGROUP_MEMBERS_INFO_3 *PLOCALGROUP_MEMBERS_INFO_3;  /**< Address of one. */
typedef LOCALGROUP_MEMBERS_INFO_3 *LPLOCALGROUP_MEMBERS_INFO_3; /**< Address of one. */

/** A machine. */
typedef struct _WKSTA_INFO_100 {
    DWORD wki100_platform_id;   /**< #PLATFORM_ID_NT. */
    LPWSTR wki100_computername; /**< Its name. */
    LPWSTR wki100_langroup;     /**< Its domain: that of the scenario's first user. */
    DWORD wki100_ver_major;     /**< 10. */
    DWORD wki100_ver_minor;     /**< 0. */
} WKSTA_INFO_100;
typedef WKSTA_INFO_100 *PWKSTA_INFO_100;  /**< Address of one. */
typedef WKSTA_INFO_100 *LPWKSTA_INFO_100; /**< Address of one. */

/**
 * Frees what these functions have given.
 * @param Buffer it, or NULL
 * @return #NERR_Success
 */
NET_API_STATUS NET_API_FUNCTION NetApiBufferFree(LPVOID Buffer);

/**
 * Tells of a user.
 * @param servername this machine
 * @param username the user: `alice`, without a domain
 * @param level 0, 1 or 10
 * @param bufptr receives a USER_INFO_* of that level
 * @return #NERR_Success, #NERR_UserNotFound, #NERR_InvalidComputer, ERROR_INVALID_LEVEL
 */
NET_API_STATUS NET_API_FUNCTION NetUserGetInfo(LPCWSTR servername, LPCWSTR username, DWORD level, LPBYTE *bufptr);
/**
 * Tells the groups of the domain that a user is in: `Domain Users`, which each user is.
 * @param servername this machine
 * @param username the user
 * @param level 0
 * @param bufptr receives GROUP_USERS_INFO_0, one behind the other
 * @param prefmaxlen #MAX_PREFERRED_LENGTH; not used
 * @param entriesread receives how many
 * @param totalentries receives how many
 * @return as NetUserGetInfo()
 */
NET_API_STATUS NET_API_FUNCTION NetUserGetGroups(LPCWSTR servername, LPCWSTR username, DWORD level, LPBYTE *bufptr,
                                                 DWORD prefmaxlen, LPDWORD entriesread, LPDWORD totalentries);
/**
 * Tells the groups of this machine that a user is in, in the order of the scenario.
 * @param servername this machine
 * @param username the user
 * @param level 0
 * @param flags 0 or #LG_INCLUDE_INDIRECT
 * @param bufptr receives LOCALGROUP_USERS_INFO_0, one behind the other
 * @param prefmaxlen #MAX_PREFERRED_LENGTH; not used
 * @param entriesread receives how many
 * @param totalentries receives how many
 * @return as NetUserGetInfo()
 */
NET_API_STATUS NET_API_FUNCTION NetUserGetLocalGroups(LPCWSTR servername, LPCWSTR username, DWORD level, DWORD flags,
                                                      LPBYTE *bufptr, DWORD prefmaxlen, LPDWORD entriesread,
                                                      LPDWORD totalentries);
/**
 * Tells who is in a group of this machine.
 * @param servername this machine
 * @param localgroupname the group
 * @param level 3
 * @param bufptr receives LOCALGROUP_MEMBERS_INFO_3, one behind the other
 * @param prefmaxlen #MAX_PREFERRED_LENGTH; not used
 * @param entriesread receives how many
 * @param totalentries receives how many
 * @param resumehandle not used: all come at once
 * @return #NERR_Success, ERROR_NO_SUCH_ALIAS, #NERR_InvalidComputer, ERROR_INVALID_LEVEL
 */
NET_API_STATUS NET_API_FUNCTION NetLocalGroupGetMembers(LPCWSTR servername, LPCWSTR localgroupname, DWORD level,
                                                        LPBYTE *bufptr, DWORD prefmaxlen, LPDWORD entriesread,
                                                        LPDWORD totalentries, PDWORD_PTR resumehandle);
/**
 * Tells who controls a domain: this machine, for each domain of the scenario.
 * @param servername this machine
 * @param domainname the domain; NULL: this machine's
 * @param bufptr receives the name, with `\\`
 * @return #NERR_Success, #NERR_DCNotFound, #NERR_InvalidComputer
 */
NET_API_STATUS NET_API_FUNCTION NetGetDCName(LPCWSTR servername, LPCWSTR domainname, LPBYTE *bufptr);
/**
 * Tells of this machine.
 * @param servername this machine
 * @param level 100
 * @param bufptr receives a WKSTA_INFO_100
 * @return #NERR_Success, #NERR_InvalidComputer, ERROR_INVALID_LEVEL
 */
NET_API_STATUS NET_API_FUNCTION NetWkstaGetInfo(LPWSTR servername, DWORD level, LPBYTE *bufptr);

#ifdef __cplusplus
}
#endif

#endif
