/* SPDX-License-Identifier: MIT */
/**
 * @file winldap.h
 * @brief Directories by LDAP: so much that callouts with them compile.
 *
 * There is no directory: ldap_initW() returns NULL and LdapGetLastError() #LDAP_CONNECT_ERROR, all others
 * #LDAP_PARAM_ERROR or nothing; that is the finding `not-here`. A DLL built for Windows has them all under Wine. Users
 * and groups are told by lm.h, too, and that is here.
 */
#ifndef RRAS_WIN32_WINLDAP_H
#define RRAS_WIN32_WINLDAP_H

#include <windows.h>

/** @cond names of our own for what does not begin with a capital */
#define ldap_initW rras_ldap_initW
#define ldap_sslinitW rras_ldap_sslinitW
#define ldap_connect rras_ldap_connect
#define ldap_set_optionW rras_ldap_set_optionW
#define ldap_bind_sW rras_ldap_bind_sW
#define ldap_simple_bind_sW rras_ldap_simple_bind_sW
#define ldap_search_sW rras_ldap_search_sW
#define ldap_count_entries rras_ldap_count_entries
#define ldap_first_entry rras_ldap_first_entry
#define ldap_next_entry rras_ldap_next_entry
#define ldap_get_valuesW rras_ldap_get_valuesW
#define ldap_value_freeW rras_ldap_value_freeW
#define ldap_msgfree rras_ldap_msgfree
#define ldap_unbind rras_ldap_unbind
#define ldap_unbind_s rras_ldap_unbind_s
/** @endcond */

#ifdef __cplusplus
extern "C" {
#endif

typedef struct rras_ldap LDAP;                /**< A session. */
typedef LDAP *PLDAP;                          /**< Address of one. */
typedef struct rras_ldap_message LDAPMessage; /**< An answer. */
typedef LDAPMessage *PLDAPMessage;            /**< Address of one. */

/** A limit of time. */
typedef struct l_timeval {
    LONG tv_sec;  /**< Seconds. */
    LONG tv_usec; /**< And microseconds. */
} LDAP_TIMEVAL;
typedef LDAP_TIMEVAL *PLDAP_TIMEVAL; /**< Address of one. */

#define LDAP_PORT 389     /**< The usual port. */
#define LDAP_SSL_PORT 636 /**< That of TLS. */

/** @name Results
 * @{ */
#define LDAP_SUCCESS 0x00             /**< It went well. */
#define LDAP_INVALID_CREDENTIALS 0x31 /**< The password is wrong. */
#define LDAP_SERVER_DOWN 0x51         /**< The server cannot be reached. */
#define LDAP_TIMEOUT 0x55             /**< No answer within the limit. */
#define LDAP_PARAM_ERROR 0x59         /**< A parameter is wrong. */
#define LDAP_NO_MEMORY 0x5a           /**< There is no memory. */
#define LDAP_CONNECT_ERROR 0x5b       /**< No connection. */
/** @} */

#define LDAP_SCOPE_BASE 0              /**< The entry itself. */
#define LDAP_SCOPE_ONELEVEL 1          /**< Those below it. */
#define LDAP_SCOPE_SUBTREE 2           /**< All below it. */
#define LDAP_VERSION3 3                /**< Version 3. */
#define LDAP_OPT_VERSION 0x11          /**< Option: the version. */
#define LDAP_OPT_PROTOCOL_VERSION 0x11 /**< Option: the version. */
#define LDAP_OPT_TIMELIMIT 0x04        /**< Option: seconds that a search may take. */
#define LDAP_AUTH_SIMPLE 0x80          /**< User and password. */
#define LDAP_AUTH_NEGOTIATE 0x0486     /**< As Windows logs on. */

/** @cond each fails, as said above */
LDAP *WINAPI ldap_initW(PWSTR HostName, ULONG PortNumber);
LDAP *WINAPI ldap_sslinitW(PWSTR HostName, ULONG PortNumber, int secure);
ULONG WINAPI ldap_connect(LDAP *ld, LDAP_TIMEVAL *timeout);
ULONG WINAPI ldap_set_optionW(LDAP *ld, int option, const void *invalue);
ULONG WINAPI ldap_bind_sW(LDAP *ld, PWSTR dn, PWSTR cred, ULONG method);
ULONG WINAPI ldap_simple_bind_sW(LDAP *ld, PWSTR dn, PWSTR passwd);
ULONG WINAPI ldap_search_sW(LDAP *ld, PWSTR base, ULONG scope, PWSTR filter, PWSTR *attrs, ULONG attrsonly,
                            LDAPMessage **res);
ULONG WINAPI ldap_count_entries(LDAP *ld, LDAPMessage *res);
LDAPMessage *WINAPI ldap_first_entry(LDAP *ld, LDAPMessage *res);
LDAPMessage *WINAPI ldap_next_entry(LDAP *ld, LDAPMessage *entry);
PWCHAR *WINAPI ldap_get_valuesW(LDAP *ld, LDAPMessage *entry, PWSTR attr);
ULONG WINAPI ldap_value_freeW(PWCHAR *vals);
ULONG WINAPI ldap_msgfree(LDAPMessage *res);
ULONG WINAPI ldap_unbind(LDAP *ld);
ULONG WINAPI ldap_unbind_s(LDAP *ld);
ULONG WINAPI LdapGetLastError(VOID);
/** @endcond */

#ifdef __cplusplus
}
#endif

/** @name Names without a suffix
 * @{ */
#ifdef UNICODE
#define ldap_init ldap_initW                   /**< As ldap_initW(). */
#define ldap_sslinit ldap_sslinitW             /**< As ldap_sslinitW(). */
#define ldap_set_option ldap_set_optionW       /**< As ldap_set_optionW(). */
#define ldap_bind_s ldap_bind_sW               /**< As ldap_bind_sW(). */
#define ldap_simple_bind_s ldap_simple_bind_sW /**< As ldap_simple_bind_sW(). */
#define ldap_search_s ldap_search_sW           /**< As ldap_search_sW(). */
#define ldap_get_values ldap_get_valuesW       /**< As ldap_get_valuesW(). */
#define ldap_value_free ldap_value_freeW       /**< As ldap_value_freeW(). */
#endif
/** @} */

#endif
