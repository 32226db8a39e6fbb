/* SPDX-License-Identifier: MIT */
/**
 * @file winsock2.h
 * @brief Addresses of the Internet, and the beginning and end of Windows Sockets.
 *
 * Functions that open connections are not offered: a callout that is tested should not need a network. The types have
 * tags of their own (`struct sockaddr_in` is a macro), and the constants are those of Windows; the system's
 * `<sys/socket.h>` and `<netinet/in.h>` may come before this header, not behind it.
 */
#ifndef RRAS_WIN32_WINSOCK2_H
#define RRAS_WIN32_WINSOCK2_H

#include <sys/types.h>

#include <in6addr.h>
#include <inaddr.h>
#include <windows.h>

/** @cond names that the system may have too, with other sizes or values */
#define u_char UCHAR
#define u_short USHORT
#define u_int UINT
#define u_long ULONG
#define in_addr rras_in_addr
#define sockaddr rras_sockaddr
#define sockaddr_in rras_sockaddr_in
#undef AF_UNSPEC
#undef AF_INET
#undef AF_INET6
#undef INADDR_ANY
#undef INADDR_LOOPBACK
#undef INADDR_BROADCAST
#undef INADDR_NONE
#undef s_addr
#undef htonl
#undef htons
#undef ntohl
#undef ntohs
#define htonl rras_htonl
#define htons rras_htons
#define ntohl rras_ntohl
#define ntohs rras_ntohs
#define inet_addr rras_inet_addr
#define inet_ntoa rras_inet_ntoa
/** @endcond */

#ifdef __cplusplus
extern "C" {
#endif

typedef UINT_PTR SOCKET;       /**< Names a socket. */
typedef USHORT ADDRESS_FAMILY; /**< #AF_INET and its like. */

#define INVALID_SOCKET ((SOCKET) ~(UINT_PTR)0) /**< No socket. */
#define SOCKET_ERROR (-1)                      /**< What functions return that fail. */

/** @name Families of addresses
 * @{ */
#define AF_UNSPEC 0 /**< Any. */
#define AF_INET 2   /**< IPv4. */
#define AF_INET6 23 /**< IPv6; another number than on POSIX. */
/** @} */

/** @name Addresses of IPv4 in host byte order
 * @{ */
#define INADDR_ANY ((ULONG)0)                /**< 0.0.0.0. */
#define INADDR_LOOPBACK ((ULONG)0x7f000001)  /**< 127.0.0.1. */
#define INADDR_BROADCAST ((ULONG)0xffffffff) /**< 255.255.255.255. */
#define INADDR_NONE ((ULONG)0xffffffff)      /**< What inet_addr() returns when it fails. */
/** @} */

#define s_addr S_un.S_addr /**< The address of an IN_ADDR as one number. */

/** An address of any family. */
typedef struct sockaddr {
    ADDRESS_FAMILY sa_family; /**< The family. */
    CHAR sa_data[14];         /**< The address. */
} SOCKADDR;
typedef SOCKADDR *PSOCKADDR;  /**< Address of a SOCKADDR. */
typedef SOCKADDR *LPSOCKADDR; /**< Address of a SOCKADDR. */

/** An address of IPv4 with a port. */
typedef struct sockaddr_in {
    ADDRESS_FAMILY sin_family; /**< #AF_INET. */
    USHORT sin_port;           /**< The port, network byte order. */
    IN_ADDR sin_addr;          /**< The address. */
    CHAR sin_zero[8];          /**< Zero. */
} SOCKADDR_IN;
typedef SOCKADDR_IN *PSOCKADDR_IN;  /**< Address of a SOCKADDR_IN. */
typedef SOCKADDR_IN *LPSOCKADDR_IN; /**< Address of a SOCKADDR_IN. */

#define WSADESCRIPTION_LEN 256 /**< Most characters of a description. */
#define WSASYS_STATUS_LEN 128  /**< Most characters of a status. */

/** What WSAStartup() tells. */
typedef struct WSAData {
    WORD wVersion;                              /**< The version that is used. */
    WORD wHighVersion;                          /**< The newest there is, 2.2. */
    USHORT iMaxSockets;                         /**< Not used since version 2. */
    USHORT iMaxUdpDg;                           /**< Not used since version 2. */
    CHAR *lpVendorInfo;                         /**< Not used since version 2. */
    CHAR szDescription[WSADESCRIPTION_LEN + 1]; /**< What this is. */
    CHAR szSystemStatus[WSASYS_STATUS_LEN + 1]; /**< How it is. */
} WSADATA;
typedef WSADATA *LPWSADATA; /**< Address of a WSADATA. */

/** @name Errors
 * @{ */
#define WSAEINVAL 10022          /**< An argument is wrong. */
#define WSAEFAULT 10014          /**< A pointer leads nowhere, or a buffer is too small. */
#define WSAEAFNOSUPPORT 10047    /**< The family of addresses is unknown. */
#define WSAVERNOTSUPPORTED 10092 /**< The version is not offered. */
#define WSANOTINITIALISED 10093  /**< WSAStartup() was not called. */
#define WSAHOST_NOT_FOUND 11001  /**< There is no such name. */
/** @} */

/**
 * Begins to use Windows Sockets; each call needs one of WSACleanup().
 * @param wVersionRequested the newest version the caller knows, MAKEWORD(2, 2)
 * @param lpWSAData receives what there is
 * @return 0; #WSAVERNOTSUPPORTED for versions below 1.0, #WSAEFAULT for NULL
 */
int WINAPI WSAStartup(WORD wVersionRequested, LPWSADATA lpWSAData);

/**
 * Ends it.
 * @return 0; #SOCKET_ERROR with #WSANOTINITIALISED when it was not begun
 */
int WINAPI WSACleanup(VOID);

/**
 * Tells the last error of this thread.
 * @return the same as GetLastError()
 */
int WINAPI WSAGetLastError(VOID);
/**
 * Leaves an error for WSAGetLastError().
 * @param iError the error
 */
VOID WINAPI WSASetLastError(int iError);

/** @name Byte order
 * @{ */
/**
 * From host to network, 32 bits.
 * @param hostlong the number
 * @return the number in the other order
 */
ULONG WINAPI htonl(ULONG hostlong);
/**
 * From host to network, 16 bits.
 * @param hostshort the number
 * @return the number in the other order
 */
USHORT WINAPI htons(USHORT hostshort);
/**
 * From network to host, 32 bits.
 * @param netlong the number
 * @return the number in the other order
 */
ULONG WINAPI ntohl(ULONG netlong);
/**
 * From network to host, 16 bits.
 * @param netshort the number
 * @return the number in the other order
 */
USHORT WINAPI ntohs(USHORT netshort);
/** @} */

/**
 * Reads an address.
 * @param cp one to four numbers with dots
 * @return the address, network byte order; #INADDR_NONE when it is none
 */
ULONG WINAPI inet_addr(const char *cp);
/**
 * Writes an address with dots.
 * @param in the address
 * @return memory of this thread that the next call writes again
 */
char *WINAPI inet_ntoa(struct in_addr in);

#ifdef __cplusplus
}
#endif

#endif
