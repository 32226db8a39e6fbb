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
#define socklen_t rras_socklen_t
#define addrinfo rras_addrinfo
#define getaddrinfo rras_getaddrinfo
#define freeaddrinfo rras_freeaddrinfo
#define getnameinfo rras_getnameinfo
#undef AI_PASSIVE
#undef AI_CANONNAME
#undef AI_NUMERICHOST
#undef AI_NUMERICSERV
#undef EAI_AGAIN
#undef EAI_FAIL
#undef EAI_FAMILY
#undef EAI_MEMORY
#undef EAI_NODATA
#undef EAI_NONAME
#undef EAI_SERVICE
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

typedef int socklen_t; /**< Size of an address. */

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
/** Narrow. @copydoc GetNameInfoW */
INT WINAPI getnameinfo(const SOCKADDR *pSockaddr, int SockaddrLength, PCHAR pNodeBuffer, DWORD NodeBufferSize,
                       PCHAR pServiceBuffer, DWORD ServiceBufferSize, INT Flags);

/** @name Names of machines
 * @{ */
#define AI_PASSIVE 0x1                   /**< The address is for bind(). */
#define AI_CANONNAME 0x2                 /**< The name is told, too. */
#define AI_NUMERICHOST 0x4               /**< The name is an address. */
#define AI_NUMERICSERV 0x8               /**< The service is a port. */
#define EAI_AGAIN WSATRY_AGAIN           /**< No answer. */
#define EAI_FAIL WSANO_RECOVERY          /**< No answer is possible. */
#define EAI_FAMILY WSAEAFNOSUPPORT       /**< The family of addresses is unknown. */
#define EAI_MEMORY WSA_NOT_ENOUGH_MEMORY /**< There is no memory. */
#define EAI_NODATA WSANO_DATA            /**< The name has no such address. */
#define EAI_NONAME WSAHOST_NOT_FOUND     /**< There is no such name. */
#define EAI_SERVICE WSATYPE_NOT_FOUND    /**< There is no such service. */

/** An address that a name stands for. */
typedef struct addrinfo {
    int ai_flags;             /**< AI_*, of hints. */
    int ai_family;            /**< #AF_INET, #AF_INET6; of hints #AF_UNSPEC: both. */
    int ai_socktype;          /**< As of hints. */
    int ai_protocol;          /**< As of hints. */
    size_t ai_addrlen;        /**< Size of the address. */
    char *ai_canonname;       /**< The name, or NULL. */
    struct sockaddr *ai_addr; /**< The address. */
    struct addrinfo *ai_next; /**< The next, or NULL. */
} ADDRINFOA;
typedef ADDRINFOA ADDRINFO;    /**< The same. */
typedef ADDRINFO *LPADDRINFO;  /**< Address of one. */
typedef ADDRINFOA *PADDRINFOA; /**< Address of an ADDRINFOA. */

/** The same with a wide name. */
typedef struct rras_addrinfo_wide {
    int ai_flags;                       /**< AI_*, of hints. */
    int ai_family;                      /**< #AF_INET, #AF_INET6; of hints #AF_UNSPEC: both. */
    int ai_socktype;                    /**< As of hints. */
    int ai_protocol;                    /**< As of hints. */
    size_t ai_addrlen;                  /**< Size of the address. */
    PWSTR ai_canonname;                 /**< The name, or NULL. */
    struct sockaddr *ai_addr;           /**< The address. */
    struct rras_addrinfo_wide *ai_next; /**< The next, or NULL. */
} ADDRINFOW;
typedef ADDRINFOW *PADDRINFOW; /**< Address of an ADDRINFOW. */

/**
 * Tells the addresses of a name: that of a peer of the scenario, which has it as its `host`; `localhost` and the name of this
 * machine; or an address in digits. Any other name is not found, and is a finding.
 * @param pNodeName the name; NULL: this machine, or with #AI_PASSIVE any of its addresses
 * @param pServiceName a port in digits, or the name of a service as `radius`; or NULL
 * @param pHints what is wanted, or NULL
 * @param ppResult receives the first, to be freed with freeaddrinfo()
 * @return 0, or the error: #WSAHOST_NOT_FOUND, #WSATYPE_NOT_FOUND, #WSANO_DATA, #WSANOTINITIALISED
 */
INT WINAPI getaddrinfo(LPCSTR pNodeName, LPCSTR pServiceName, const ADDRINFOA *pHints, ADDRINFOA **ppResult);
/** Wide, to be freed with FreeAddrInfoW(). @copydoc getaddrinfo */
INT WINAPI GetAddrInfoW(LPCWSTR pNodeName, LPCWSTR pServiceName, const ADDRINFOW *pHints, ADDRINFOW **ppResult);
/**
 * Frees what getaddrinfo() has given.
 * @param pAddrInfo the first, or NULL
 */
VOID WINAPI freeaddrinfo(ADDRINFOA *pAddrInfo);
/** Wide. @copydoc freeaddrinfo */
VOID WINAPI FreeAddrInfoW(ADDRINFOW *pAddrInfo);
/** @} */

#ifdef __cplusplus
}
#endif

/** @name Names without a suffix
 * @{ */
#define GetAddrInfoA getaddrinfo   /**< Finds a name. */
#define FreeAddrInfoA freeaddrinfo /**< Frees what it has found. */
#define InetNtopA inet_ntop        /**< Writes an address. */
#define InetPtonA inet_pton        /**< Reads an address. */
#ifdef UNICODE
#define InetNtop InetNtopW         /**< Writes an address. */
#define InetPton InetPtonW         /**< Reads an address. */
#define GetNameInfo GetNameInfoW   /**< Writes an address and a port. */
#define GetAddrInfo GetAddrInfoW   /**< Finds a name. */
#define FreeAddrInfo FreeAddrInfoW /**< Frees what it has found. */
typedef ADDRINFOW ADDRINFOT;       /**< By UNICODE. */
#else
#define InetNtop inet_ntop        /**< Writes an address. */
#define InetPton inet_pton        /**< Reads an address. */
#define GetNameInfo getnameinfo   /**< Writes an address and a port. */
#define GetAddrInfo getaddrinfo   /**< Finds a name. */
#define FreeAddrInfo freeaddrinfo /**< Frees what it has found. */
typedef ADDRINFOA ADDRINFOT; /**< By UNICODE. */
#endif
/** @} */

#endif
