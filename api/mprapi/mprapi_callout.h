/* SPDX-License-Identifier: MIT */
/**
 * @file mprapi_callout.h
 * The callouts: functions an administration DLL exports and the Remote Access service calls.
 *
 * The prototypes declare what the DLL defines; nothing here is imported. List the names in the
 * DLL's .def file or mark them `__declspec(dllexport)`: on Windows the exported names must be
 * undecorated.
 */
#ifndef MPRAPI_CALLOUT_H
#define MPRAPI_CALLOUT_H

#include "mprapi_connection.h"

#ifdef __cplusplus
extern "C" {
#endif

/**
 * @defgroup mprapi_callout Callouts of an administration DLL
 * What a RAS administration DLL exports. Required exports and pairs: C2.exports, C2.pairs. Several
 * DLLs are called in registry order (B0.order); one refusal is enough (B0.accept); addresses come
 * from the first DLL that has the pair (B0.address). Calls into a DLL are serialized per group
 * (E.serial, E.group), and the two groups run in two processes that share no memory (E.process).
 * @{
 */

#if WINVER >= 0x0601
#define ALLOW_NO_AUTH 1 /**< Let the client in without PPP authentication (Q18). */
#define DO_NOT_ALLOW_NO_AUTH 0 /**< Demand normal authentication (Q18). */

/**
 * Offer of a client that skips PPP authentication and shows a cookie instead (SSTP). Since 2008 R2
 * (ns-mprapi-auth_validation_ex; Q18).
 */
typedef struct _AUTH_VALIDATION_EX {
    MPRAPI_OBJECT_HEADER Header; /**< Revision 1, type 4, size. */
    HANDLE hRasConnection; /**< The client's connection handle. */
    WCHAR wszUserName[UNLEN + 1]; /**< User to be let in. */
    WCHAR wszLogonDomain[DNLEN + 1]; /**< The user's domain. */
    DWORD AuthInfoSize; /**< Bytes of the cookie. */
    BYTE AuthInfo[1];
        /**< The cookie: `AuthInfoSize` bytes in all, beyond the end of the structure. */
} AUTH_VALIDATION_EX;
#endif /* WINVER >= 0x0601 */

#if WINVER >= 0x0500
/**
 * The service starts: called once per DLL, in registry order, before any other callout.
 * Set up what the DLL needs. Anything but NO_ERROR keeps the whole Remote Access service from
 * starting, and DLLs already set up are terminated (Q12).
 * A DLL exports this or MprAdminInitializeDllEx(); with both, Windows 7 and later use the latter
 * (Q9). On Windows the DLL is set up in two processes (Q11, E.process). Since Windows 2000. Rules:
 * B1.init, S5, S6, C2.exports.
 * @return NO_ERROR to go on, or any error of winerror.h.
 */
DWORD APIENTRY MprAdminInitializeDll(VOID);

/**
 * The service stops: the last callout a DLL gets, after all hang-ups.
 * Free what the initialize callout took. It is also called when the start fails after this DLL was
 * set up (Q12). The answer changes nothing; a value other than NO_ERROR is logged (Q13).
 * Required since Windows 2000. Rules: B1.terminate, S9, C2.exports.
 * @return NO_ERROR.
 */
DWORD APIENTRY MprAdminTerminateDll(VOID);
#endif /* WINVER >= 0x0500 */

/**
 * An authenticated user needs an IPv4 address; once per connection, before the connection is
 * offered (Q1).
 * Keep the address that was proposed, or put another one. If 0 was proposed, supply one: 0 with
 * NO_ERROR means that the user cannot connect (C3.5). The service does not check the address (Q21).
 * Any error ends the connection without further callouts (C3.4).
 * Only the first DLL that has the pair is asked (B0.address). Goes with MprAdminReleaseIpAddress():
 * one without the other keeps the service from starting; Windows 2000 requires both (C2.pairs).
 * Runs in another process than the connection callouts (E.process). Rule: B2.get4.
 * @param lpwszUserName in: user, without the domain (Q38)
 * @param lpwszPortName in: port on which the user connects
 * @param lpdwIpAddress in/out: address in network byte order (Q19); on entry 0 or the server's
 *   choice (B2.pool, B2.dhcp, B2.account)
 * @param bNotifyRelease out: TRUE asks for the release callout; preset to FALSE (Q22)
 * @return NO_ERROR to use `*lpdwIpAddress`, else the connection ends.
 */
DWORD APIENTRY MprAdminGetIpAddressForUser(WCHAR *lpwszUserName, WCHAR *lpwszPortName,
    DWORD *lpdwIpAddress, BOOL *bNotifyRelease);

/**
 * The user disconnects and the IPv4 address is about to be given back.
 * Called only if the get callout set `*bNotifyRelease` to TRUE and gave an address (Q40), in the
 * same DLL. No order is promised between this and the hang-up callouts, which run elsewhere (Q2).
 * Rules: B2.release4, B0.address, C2.pairs, C3.24.
 * @param lpszUserName in: the user given to the get callout (Q36)
 * @param lpszPortName in: the port given to the get callout (Q36)
 * @param lpdwIpAddress in: the address, network byte order
 */
VOID APIENTRY MprAdminReleaseIpAddress(WCHAR *lpszUserName, WCHAR *lpszPortName,
    DWORD *lpdwIpAddress);

#if WINVER >= 0x0600
/**
 * An authenticated user needs an IPv6 address. As MprAdminGetIpAddressForUser(), for the interface
 * identifier.
 * Only the last 64 bits count: bytes 8 to 15 of the address (Q20). Zero in and zero out means that
 * the user cannot connect. An error ends the connection; an IPv4 address already given is then
 * released (Q40).
 * Goes with MprAdminReleaseIpv6AddressForUser() (C2.pairs). Since Server 2008. Rule: B2.get6.
 * @param lpwszUserName in: user, without the domain (Q38)
 * @param lpwszPortName in: port on which the user connects
 * @param lpdwIpv6Address in/out: identifier in bytes 8 to 15; on entry zero or the server's choice
 * @param bNotifyRelease out: TRUE asks for the release callout; preset to FALSE
 * @return NO_ERROR to use the address, else the connection ends.
 */
DWORD APIENTRY MprAdminGetIpv6AddressForUser(WCHAR *lpwszUserName, WCHAR *lpwszPortName,
    IN6_ADDR *lpdwIpv6Address, BOOL *bNotifyRelease);

/**
 * The user disconnects and the IPv6 address is about to be given back.
 * When and where: as MprAdminReleaseIpAddress(). It returns nothing, whatever the page says of
 * NO_ERROR (Q15).
 * Trap on 32-bit Windows: the prototype has no APIENTRY, but the service calls it as stdcall (Q37);
 * define it with APIENTRY under another name and export that under this one. Since Server 2008.
 * Rules: B2.release6, C2.pairs.
 * @param lpszUserName in: the user given to the get callout (Q36)
 * @param lpszPortName in: the port given to the get callout (Q36)
 * @param lpdwIpv6Address in: the address
 */
VOID MprAdminReleaseIpv6AddressForUser(WCHAR *lpszUserName, WCHAR *lpszPortName,
    IN6_ADDR *lpdwIpv6Address);
#endif /* WINVER >= 0x0600 */

/**
 * A user has authenticated and negotiated addresses: may the connection live?
 * TRUE lets it go on to the first link, FALSE ends it. Every DLL must say TRUE (B0.accept); after a
 * FALSE the rest are not asked (Q4). A refused connection still gets its hang-up callout on 2003
 * and later, and does not on 2000 (Q3, Q5).
 * Goes with MprAdminConnectionHangupNotification() (C2.pairs); of several generations the newest is
 * used (Q8). Calling an administration function here never returns (B0.forbidden). Rules:
 * B3.accept, C3.7, C3.8.
 * @param pRasConnection0 in: who connected
 * @param pRasConnection1 in: addresses and counters (Q35)
 * @return TRUE to accept, FALSE to refuse; any nonzero value counts as TRUE.
 */
BOOL APIENTRY MprAdminAcceptNewConnection(RAS_CONNECTION_0 *pRasConnection0,
    RAS_CONNECTION_1 *pRasConnection1);

#if WINVER >= 0x0500
/**
 * As MprAdminAcceptNewConnection(), with the level 2 record as well.
 * Goes with MprAdminConnectionHangupNotification2() (C2.pairs). Preferred over the plain form if a
 * DLL exports both (Q8). Since Windows 2000. Rules: B3.accept, C3.7, C3.8.
 * @param pRasConnection0 in: who connected
 * @param pRasConnection1 in: addresses and counters (Q35)
 * @param pRasConnection2 in: identity and full PPP results
 * @return TRUE to accept, FALSE to refuse.
 */
BOOL APIENTRY MprAdminAcceptNewConnection2(RAS_CONNECTION_0 *pRasConnection0,
    RAS_CONNECTION_1 *pRasConnection1, RAS_CONNECTION_2 *pRasConnection2);
#endif /* WINVER >= 0x0500 */

#if WINVER >= 0x0600
/**
 * As MprAdminAcceptNewConnection(), with the level 2 and level 3 records as well.
 * Goes with MprAdminConnectionHangupNotification3() (C2.pairs). Preferred over the plain form and
 * form 2 (Q8). Since Vista/2008. Rules: B3.accept, C3.7, C3.8.
 * @param pRasConnection0 in: who connected
 * @param pRasConnection1 in: addresses and counters (Q35)
 * @param pRasConnection2 in: identity and full PPP results
 * @param pRasConnection3 in: IPv6 and quarantine state
 * @return TRUE to accept, FALSE to refuse.
 */
BOOL APIENTRY MprAdminAcceptNewConnection3(RAS_CONNECTION_0 *pRasConnection0,
    RAS_CONNECTION_1 *pRasConnection1, RAS_CONNECTION_2 *pRasConnection2,
    RAS_CONNECTION_3 *pRasConnection3);
#endif /* WINVER >= 0x0600 */

/**
 * The connection is gone: its last link has been taken down.
 * The records carry the final totals (Q35). Called in every DLL whose accept callout was called,
 * the refusing one included (Q5); on 2000 not after a refusal. There is nothing to answer.
 * Goes with MprAdminAcceptNewConnection() (C2.pairs). Administration functions never return here
 * (B0.forbidden). Rules: B3.hangup, C3.24.
 * @param pRasConnection0 in: who connected
 * @param pRasConnection1 in: addresses and counters (Q35)
 */
VOID APIENTRY MprAdminConnectionHangupNotification(RAS_CONNECTION_0 *pRasConnection0,
    RAS_CONNECTION_1 *pRasConnection1);

#if WINVER >= 0x0500
/**
 * As MprAdminConnectionHangupNotification(), with the level 2 record as well.
 * Goes with MprAdminAcceptNewConnection2() (C2.pairs). Since Windows 2000. Rules: B3.hangup, C3.24.
 * @param pRasConnection0 in: who connected
 * @param pRasConnection1 in: addresses and counters (Q35)
 * @param pRasConnection2 in: identity and full PPP results
 */
VOID APIENTRY MprAdminConnectionHangupNotification2(RAS_CONNECTION_0 *pRasConnection0,
    RAS_CONNECTION_1 *pRasConnection1, RAS_CONNECTION_2 *pRasConnection2);
#endif /* WINVER >= 0x0500 */

#if WINVER >= 0x0600
/**
 * As MprAdminConnectionHangupNotification(), with the level 2 and level 3 records as well.
 * Goes with MprAdminAcceptNewConnection3() (C2.pairs). Do not call it through
 * #PMPRADMINCONNECTIONHANGUPNOTIFICATION3, whose last parameter is wrong. Since Vista/2008. Rules:
 * B3.hangup, C3.24.
 * @param pRasConnection0 in: who connected
 * @param pRasConnection1 in: addresses and counters (Q35)
 * @param pRasConnection2 in: identity and full PPP results
 * @param pRasConnection3 in: IPv6 and quarantine state
 */
VOID APIENTRY MprAdminConnectionHangupNotification3(RAS_CONNECTION_0 *pRasConnection0,
    RAS_CONNECTION_1 *pRasConnection1, RAS_CONNECTION_2 *pRasConnection2,
    RAS_CONNECTION_3 *pRasConnection3);

/**
 * The client's quarantine state has changed: may the user stay?
 * The new state is in RAS_CONNECTION_3::rasQuarState. FALSE drops the connection, with its hang-up
 * callouts; every DLL must say TRUE (Q16). It never overlaps an endpoint change.
 * Whether a DLL must export it is disputed: missing counts as TRUE, with a warning (Q10). Since
 * Vista/2008. Rules: B3.reauth, C3.14 to C3.16, C4.nap.
 * @param pRasConnection0 in: who connected
 * @param pRasConnection1 in: addresses and counters (Q35)
 * @param pRasConnection2 in: identity and full PPP results
 * @param pRasConnection3 in: IPv6 and quarantine state
 * @return TRUE to let the user stay, FALSE to drop the connection.
 */
BOOL APIENTRY MprAdminAcceptReauthentication(RAS_CONNECTION_0 *pRasConnection0,
    RAS_CONNECTION_1 *pRasConnection1, RAS_CONNECTION_2 *pRasConnection2,
    RAS_CONNECTION_3 *pRasConnection3);
#endif /* WINVER >= 0x0600 */

/**
 * A link wants to join: at once after the connection was accepted, and for each further link of a
 * multilink connection.
 * Every DLL must say TRUE (B0.accept). Refusing the first link ends the connection (Q7); refusing a
 * later one drops that link only (C3.12). A refused link still gets its hang-up callout on 2003 and
 * later.
 * Required, with MprAdminLinkHangupNotification() (C2.exports). Rules: B4.link, C3.9 to C3.12.
 * @param pRasPort0 in: the link's port, which names its connection
 * @param pRasPort1 in: condition and counters of the port (Q35)
 * @return TRUE to accept the link, FALSE to refuse it.
 */
BOOL APIENTRY MprAdminAcceptNewLink(RAS_PORT_0 *pRasPort0, RAS_PORT_1 *pRasPort1);

/**
 * A link of a connection has been taken down.
 * The records carry the final counters, and the state is #RAS_PORT_DISCONNECTED (Q35). Links of a
 * connection go in reverse order of joining (Q41); for the last one the connection's own hang-up
 * follows. Not called for a link that was never offered (Q6), nor on 2000 for a refused one.
 * Required (C2.exports). Rules: B4.linkhangup, C3.13, C3.24.
 * @param pRasPort0 in: the link's port, which names its connection
 * @param pRasPort1 in: condition and counters of the port (Q35)
 */
VOID APIENTRY MprAdminLinkHangupNotification(RAS_PORT_0 *pRasPort0, RAS_PORT_1 *pRasPort1);

#if WINVER >= 0x0601
/** Pointer to MprAdminGetIpAddressForUser(). */
typedef DWORD (APIENTRY *PMPRADMINGETIPADDRESSFORUSER)(WCHAR *, WCHAR *, DWORD *, BOOL *);

/** Pointer to MprAdminReleaseIpAddress() (the spelling is the interface's). */
typedef VOID (APIENTRY *PMPRADMINRELEASEIPADRESS)(WCHAR *, WCHAR *, DWORD *);

/** Pointer to MprAdminGetIpv6AddressForUser(). */
typedef DWORD (APIENTRY *PMPRADMINGETIPV6ADDRESSFORUSER)(WCHAR *, WCHAR *, IN6_ADDR *, BOOL *);

/**
 * Pointer to the IPv6 release; stdcall on x86, unlike MprAdminReleaseIpv6AddressForUser() (Q37).
 */
typedef VOID (APIENTRY *PMPRADMINRELEASEIPV6ADDRESSFORUSER)(WCHAR *, WCHAR *, IN6_ADDR *);

/** Pointer to MprAdminAcceptNewConnection(). */
typedef BOOL (APIENTRY *PMPRADMINACCEPTNEWCONNECTION)(RAS_CONNECTION_0 *, RAS_CONNECTION_1 *);

/** Pointer to MprAdminAcceptNewConnection2(). */
typedef BOOL (APIENTRY *PMPRADMINACCEPTNEWCONNECTION2)(
    RAS_CONNECTION_0 *, RAS_CONNECTION_1 *, RAS_CONNECTION_2 *);

/** Pointer to MprAdminAcceptNewConnection3(). */
typedef BOOL (APIENTRY *PMPRADMINACCEPTNEWCONNECTION3)(
    RAS_CONNECTION_0 *, RAS_CONNECTION_1 *, RAS_CONNECTION_2 *, RAS_CONNECTION_3 *);

/** Pointer to MprAdminAcceptNewLink(). */
typedef BOOL (APIENTRY *PMPRADMINACCEPTNEWLINK)(RAS_PORT_0 *, RAS_PORT_1 *);

/** Pointer to MprAdminConnectionHangupNotification(). */
typedef VOID (APIENTRY *PMPRADMINCONNECTIONHANGUPNOTIFICATION)(
    RAS_CONNECTION_0 *, RAS_CONNECTION_1 *);

/** Pointer to MprAdminConnectionHangupNotification2(). */
typedef VOID (APIENTRY *PMPRADMINCONNECTIONHANGUPNOTIFICATION2)(
    RAS_CONNECTION_0 *, RAS_CONNECTION_1 *, RAS_CONNECTION_2 *);

/**
 * Meant to be a pointer to MprAdminConnectionHangupNotification3(), but the last parameter is a
 * structure by value. Kept as Windows declares it; never call through it.
 */
typedef VOID (APIENTRY *PMPRADMINCONNECTIONHANGUPNOTIFICATION3)(
    RAS_CONNECTION_0 *, RAS_CONNECTION_1 *, RAS_CONNECTION_2 *, RAS_CONNECTION_3);

/** Pointer to MprAdminLinkHangupNotification(). */
typedef VOID (APIENTRY *PMPRADMINLINKHANGUPNOTIFICATION)(RAS_PORT_0 *, RAS_PORT_1 *);

/** Pointer to MprAdminTerminateDll(). */
typedef DWORD (APIENTRY *PMPRADMINTERMINATEDLL)(VOID);

/** Pointer to MprAdminAcceptReauthentication(). */
typedef BOOL (APIENTRY *PMPRADMINACCEPTREAUTHENTICATION)(
    RAS_CONNECTION_0 *, RAS_CONNECTION_1 *, RAS_CONNECTION_2 *, RAS_CONNECTION_3 *);

/** Pointer to MprAdminAcceptNewConnectionEx(). */
typedef BOOL (APIENTRY *PMPRADMINACCEPTNEWCONNECTIONEX)(RAS_CONNECTION_EX *);

/** Pointer to MprAdminAcceptReauthenticationEx(). */
typedef BOOL (APIENTRY *PMPRADMINACCEPTREAUTHENTICATIONEX)(RAS_CONNECTION_EX *);

/**
 * Callout that has no export name: the outer address of an IKEv2 tunnel changes. FALSE drops the
 * connection (B3.endpoint, Q17).
 */
typedef BOOL (APIENTRY *PMPRADMINACCEPTTUNNELENDPOINTCHANGEEX)(RAS_CONNECTION_EX *);

/** Pointer to MprAdminConnectionHangupNotificationEx(). */
typedef VOID (APIENTRY *PMPRADMINCONNECTIONHANGUPNOTIFICATIONEX)(RAS_CONNECTION_EX *);

/**
 * Callout that has no export name: an SSTP client shows a cookie instead of authenticating.
 * #ALLOW_NO_AUTH lets it in (B3.preauth, Q18).
 */
typedef DWORD (APIENTRY *PMPRADMINRASVALIDATEPREAUTHENTICATEDCONNECTIONEX)(AUTH_VALIDATION_EX *);

#define MPRAPI_ADMIN_DLL_VERSION_1 1 /**< Table without the members that use #RAS_CONNECTION_EX. */
#define MPRAPI_ADMIN_DLL_VERSION_2 2 /**< Table with all members. */

/**
 * Table MprAdminInitializeDllEx() fills with the DLL's functions.
 * A filled member wins over an export of the same meaning, an empty one falls back to the export
 * (Q9). Both members of an address pair or neither; of the link and connection pairs at least one
 * half (Q10). mingw-w64's own declaration lacks two members and shifts the others. Since Windows
 * 7/2008 R2 (ns-mprapi-mprapi_admin_dll_callbacks).
 */
typedef struct _MPRAPI_ADMIN_DLL_CALLBACKS {
    UCHAR revision;
        /**< #MPRAPI_ADMIN_DLL_VERSION_1 or #MPRAPI_ADMIN_DLL_VERSION_2; preset to the latter (Q9,
             S6a). */
    PMPRADMINGETIPADDRESSFORUSER lpfnMprAdminGetIpAddressForUser;
        /**< Asked for the IPv4 address of an authenticated user; pair with the next (B2.get4). */
    PMPRADMINRELEASEIPADRESS lpfnMprAdminReleaseIpAddress;
        /**< Told that the address is about to be released, if the DLL wanted to know (B2.release4). */
    PMPRADMINGETIPV6ADDRESSFORUSER lpfnMprAdminGetIpv6AddressForUser;
        /**< Asked for the IPv6 interface identifier of a user; pair with the next (B2.get6). */
    PMPRADMINRELEASEIPV6ADDRESSFORUSER lpfnMprAdminReleaseIpV6AddressForUser;
        /**< Told of its release; mind the capital V, which the export lacks (B2.release6). */
    PMPRADMINACCEPTNEWLINK lpfnRasAdminAcceptNewLink;
        /**< Asked whether a link may join a connection, the first one too (B4.link). */
    PMPRADMINLINKHANGUPNOTIFICATION lpfnRasAdminLinkHangupNotification;
        /**< Told that a link was dismantled (B4.linkhangup). */
    PMPRADMINTERMINATEDLL lpfnRasAdminTerminateDll;
        /**< Called when the service stops, before the DLL is unloaded (B1.terminate). */
    PMPRADMINACCEPTNEWCONNECTIONEX lpfnRasAdminAcceptNewConnectionEx;
        /**< Asked whether a user's connection may live; revision 2 only (B3.accept). */
    PMPRADMINACCEPTTUNNELENDPOINTCHANGEEX lpfnRasAdminAcceptEndpointChangeEx;
        /**< Asked whether a tunnel may change its endpoints; has no export name; revision 2 only
             (B3.endpoint). */
    PMPRADMINACCEPTREAUTHENTICATIONEX lpfnRasAdminAcceptReauthenticationEx;
        /**< Asked whether a user may stay after a change of the quarantine state; revision 2 only
             (B3.reauth). */
    PMPRADMINCONNECTIONHANGUPNOTIFICATIONEX lpfnRasAdminConnectionHangupNotificationEx;
        /**< Told that the last link of a connection is gone; revision 2 only (B3.hangup). */
    PMPRADMINRASVALIDATEPREAUTHENTICATEDCONNECTIONEX lpfnRASValidatePreAuthenticatedConnectionEx;
        /**< Asked whether an SSTP client with a cookie may skip authentication; has no export name
             (B3.preauth). */
} MPRAPI_ADMIN_DLL_CALLBACKS;
/** Pointer to #MPRAPI_ADMIN_DLL_CALLBACKS. */
typedef MPRAPI_ADMIN_DLL_CALLBACKS *PMPRAPI_ADMIN_DLL_CALLBACKS;

/**
 * The service starts: the form of MprAdminInitializeDll() that hands over a table of functions.
 * Fill the members the DLL has and leave the others NULL; the table comes zeroed, with revision 2
 * (Q9). Functions that stand in the table need not be exported. Each of the two processes has its
 * own table (Q11).
 * Anything but NO_ERROR keeps the service from starting; so does a table that lacks a required
 * callout or half of an address pair (S6a). Since Windows 7/2008 R2. Rules: B1.initex, S5, S6.
 * @param pAdminCallbacks in/out: table to fill; the service's memory, valid during the call
 * @return NO_ERROR to go on, or any error of winerror.h.
 */
DWORD APIENTRY MprAdminInitializeDllEx(MPRAPI_ADMIN_DLL_CALLBACKS *pAdminCallbacks);

/**
 * As MprAdminAcceptNewConnection(), with one record for PPP tunnels and IKEv2.
 * It does return a value, although its page denies it (Q14). Goes with
 * MprAdminConnectionHangupNotificationEx() (C2.pairs), is preferred over all other forms (Q8), and
 * needs table revision 2 if it stands in the table. Since Windows 7/2008 R2. Rules: B3.accept,
 * C3.7, C3.8.
 * @param pRasConn in: the connection
 * @return TRUE to accept, FALSE to refuse.
 */
BOOL APIENTRY MprAdminAcceptNewConnectionEx(RAS_CONNECTION_EX *pRasConn);

/**
 * As MprAdminConnectionHangupNotification(), with one record for PPP tunnels and IKEv2.
 * Goes with MprAdminAcceptNewConnectionEx() (C2.pairs). Since Windows 7/2008 R2. Rules: B3.hangup,
 * C3.24.
 * @param pRasConn in: the connection
 */
VOID APIENTRY MprAdminConnectionHangupNotificationEx(RAS_CONNECTION_EX *pRasConn);

/**
 * As MprAdminAcceptReauthentication(), with one record for PPP tunnels and IKEv2.
 * The new state is in RAS_CONNECTION_EX::rasQuarState. Since Windows 7/2008 R2. Rules: B3.reauth,
 * C3.14 to C3.16.
 * @param pRasConn in: the connection
 * @return TRUE to let the user stay, FALSE to drop the connection.
 */
BOOL APIENTRY MprAdminAcceptReauthenticationEx(RAS_CONNECTION_EX *pRasConn);
#endif /* WINVER >= 0x0601 */

/** @} */

#ifdef __cplusplus
}
#endif

#endif /* MPRAPI_CALLOUT_H */
