/* SPDX-License-Identifier: MIT */
/**
 * @file ws2tcpip.h
 * @brief Addresses of IPv6, and addresses as text.
 */
#ifndef RRAS_WIN32_WS2TCPIP_H
#define RRAS_WIN32_WS2TCPIP_H

#include <winsock2.h>

/** @cond as in winsock2.h */
#define in6_addr rras_in6_addr
#define sockaddr_in6 rras_sockaddr_in6
#define sockaddr_storage rras_sockaddr_storage
#define inet_ntop rras_inet_ntop
#define inet_pton rras_inet_pton
#undef s6_addr
#undef NI_MAXHOST
#undef NI_MAXSERV
#undef NI_NOFQDN
#undef NI_NUMERICHOST
#undef NI_NAMEREQD
#undef NI_NUMERICSERV
#undef NI_DGRAM
#undef INET_ADDRSTRLEN
#undef INET6_ADDRSTRLEN
/** @endcond */

#ifdef __cplusplus
extern "C" {
#endif

#define s6_addr u.Byte /**< The bytes of an IN6_ADDR. */

/** An address of IPv6 with a port. */
typedef struct sockaddr_in6 {
    ADDRESS_FAMILY sin6_family; /**< #AF_INET6. */
    USHORT sin6_port;           /**< The port, network byte order. */
    ULONG sin6_flowinfo;        /**< The flow. */
    IN6_ADDR sin6_addr;         /**< The address. */
    ULONG sin6_scope_id;        /**< The scope. */
} SOCKADDR_IN6;
typedef SOCKADDR_IN6 *PSOCKADDR_IN6;  /**< Address of a SOCKADDR_IN6. */
typedef SOCKADDR_IN6 *LPSOCKADDR_IN6; /**< Address of a SOCKADDR_IN6. */

/** Room for an address of any family. */
typedef struct sockaddr_storage {
    ADDRESS_FAMILY ss_family; /**< The family. */
    CHAR ss_pad1[6];          /**< Room. */
    LONGLONG ss_align;        /**< Aligns it. */
    CHAR ss_pad2[112];        /**< Room. */
} SOCKADDR_STORAGE;
typedef SOCKADDR_STORAGE *PSOCKADDR_STORAGE;  /**< Address of a SOCKADDR_STORAGE. */
typedef SOCKADDR_STORAGE *LPSOCKADDR_STORAGE; /**< Address of a SOCKADDR_STORAGE. */

#define INET_ADDRSTRLEN 22  /**< Room for an address of IPv4 with its port. */
#define INET6_ADDRSTRLEN 65 /**< Room for an address of IPv6 with scope and port. */

#define NI_MAXHOST 1025     /**< Room for a name. */
#define NI_MAXSERV 32       /**< Room for a service. */
#define NI_NOFQDN 0x01      /**< The name without its domain. */
#define NI_NUMERICHOST 0x02 /**< The address, not a name. */
#define NI_NAMEREQD 0x04    /**< Fail when there is no name. */
#define NI_NUMERICSERV 0x08 /**< The port, not a service. */
#define NI_DGRAM 0x10       /**< The service is one of datagrams. */

/**
 * Writes an address.
 * @param Family #AF_INET or #AF_INET6
 * @param pAddr the IN_ADDR or IN6_ADDR
 * @param pStringBuf receives the text
 * @param StringBufSize characters in the buffer
 * @return pStringBuf; NULL with #WSAEAFNOSUPPORT or ERROR_INVALID_PARAMETER (the buffer is too small)
 */
LPCWSTR WINAPI InetNtopW(int Family, const VOID *pAddr, LPWSTR pStringBuf, size_t StringBufSize);
/** Narrow. @copydoc InetNtopW */
LPCSTR WINAPI inet_ntop(int Family, const VOID *pAddr, LPSTR pStringBuf, size_t StringBufSize);

/**
 * Reads an address.
 * @param Family #AF_INET or #AF_INET6
 * @param pszAddrString the text: four numbers with dots, or the forms of IPv6
 * @param pAddrBuf receives the IN_ADDR or IN6_ADDR
 * @return 1; 0: that is no address; -1 with #WSAEAFNOSUPPORT or #WSAEFAULT
 */
INT WINAPI InetPtonW(int Family, LPCWSTR pszAddrString, PVOID pAddrBuf);
/** Narrow. @copydoc InetPtonW */
INT WINAPI inet_pton(int Family, LPCSTR pszAddrString, PVOID pAddrBuf);

/**
 * Writes an address and a port. No name is ever looked up: there is no network in the emulation, so what has no name
 * is written as numbers, as Windows does.
 * @param pSockaddr the address
 * @param SockaddrLength its size
 * @param pNodeBuffer receives the address, or NULL
 * @param NodeBufferSize characters there
 * @param pServiceBuffer receives the port, or NULL
 * @param ServiceBufferSize characters there
 * @param Flags #NI_NUMERICHOST and its like
 * @return 0; #WSAHOST_NOT_FOUND with #NI_NAMEREQD, #WSANOTINITIALISED, #WSAEAFNOSUPPORT, #WSAEFAULT,
 *         ERROR_INSUFFICIENT_BUFFER
 */
INT WINAPI GetNameInfoW(const SOCKADDR *pSockaddr, int SockaddrLength, PWCHAR pNodeBuffer, DWORD NodeBufferSize,
                        PWCHAR pServiceBuffer, DWORD ServiceBufferSize, INT Flags);

#ifdef __cplusplus
}
#endif

/** @name Names without a suffix
 * @{ */
#define InetNtopA inet_ntop /**< Writes an address. */
#define InetPtonA inet_pton /**< Reads an address. */
#ifdef UNICODE
#define InetNtop InetNtopW       /**< Writes an address. */
#define InetPton InetPtonW       /**< Reads an address. */
#define GetNameInfo GetNameInfoW /**< Writes an address and a port. */
#else
#define InetNtop inet_ntop /**< Writes an address. */
#define InetPton inet_pton /**< Reads an address. */
#endif
/** @} */

#endif
