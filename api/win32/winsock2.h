/* SPDX-License-Identifier: MIT */
/**
 * @file winsock2.h
 * @brief Windows Sockets: UDP and TCP.
 *
 * A callout that is tested needs no network. What it sends to a peer of the scenario is answered as that says, in virtual
 * time; what it sends to a loopback address reaches other programs of this machine. Any other address is refused with
 * #WSAENETUNREACH, and is a finding. Overlapped operations are not offered.
 *
 * All functions may be called from several threads at once. Errors are told by WSAGetLastError(), which is
 * GetLastError().
 *
 * The types have tags of their own (`struct sockaddr_in` is a macro), and the constants are those of Windows.
 */
#ifndef RRAS_WIN32_WINSOCK2_H
#define RRAS_WIN32_WINSOCK2_H

/* The system's own declarations keep their names, and a program its own FD_SETSIZE. */
#pragma push_macro("FD_SETSIZE")
#undef FD_SETSIZE
#include <arpa/inet.h>
#include <netdb.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/select.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <sys/types.h>
#include <unistd.h>
#undef FD_SETSIZE
#pragma pop_macro("FD_SETSIZE")

#include <in6addr.h>
#include <inaddr.h>
#include <windows.h>
#include <ws2def.h>

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
#define linger rras_linger
#define timeval rras_timeval
#define fd_set rras_fd_set
#undef FD_ZERO
#undef FD_SET
#undef FD_CLR
#undef FD_ISSET
#undef POLLIN
#undef POLLOUT
#undef POLLPRI
#undef POLLERR
#undef POLLHUP
#undef POLLNVAL
#undef POLLRDNORM
#undef POLLRDBAND
#undef POLLWRNORM
#undef POLLWRBAND
#undef htonl
#undef htons
#undef ntohl
#undef ntohs
#define htonl rras_htonl
#define htons rras_htons
#define ntohl rras_ntohl
#define ntohs rras_ntohs
#define closesocket rras_closesocket
#define hostent rras_hostent
#define gethostbyname rras_gethostbyname
#define gethostbyaddr rras_not_offered_gethostbyaddr
#define getservbyname rras_not_offered_getservbyname
#define getservbyport rras_not_offered_getservbyport
#define getprotobyname rras_not_offered_getprotobyname
#define gethostname rras_gethostname
#define ioctlsocket rras_ioctlsocket
#define __WSAFDIsSet rras___WSAFDIsSet
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

/** @cond the same by another name */
#undef PF_UNSPEC
#undef PF_INET
#undef PF_INET6
#define PF_UNSPEC AF_UNSPEC
#define PF_INET AF_INET
#define PF_INET6 AF_INET6
/** @endcond */

/** @name Addresses of IPv4 in host byte order
 * @{ */
#define INADDR_ANY ((ULONG)0)                /**< 0.0.0.0. */
#define INADDR_LOOPBACK ((ULONG)0x7f000001)  /**< 127.0.0.1. */
#define INADDR_BROADCAST ((ULONG)0xffffffff) /**< 255.255.255.255. */
#define INADDR_NONE ((ULONG)0xffffffff)      /**< What inet_addr() returns when it fails. */
/** @} */

#undef h_addr
#define h_addr h_addr_list[0] /**< The first address of a HOSTENT. */
#define s_addr S_un.S_addr    /**< The address of an IN_ADDR as one number. */

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

/** How closesocket() waits. */
typedef struct linger {
    USHORT l_onoff;  /**< Whether it does. */
    USHORT l_linger; /**< Seconds. */
} LINGER;
typedef LINGER *PLINGER; /**< Address of a LINGER. */

/** A time that select() waits. */
typedef struct timeval {
    LONG tv_sec;  /**< Seconds. */
    LONG tv_usec; /**< And microseconds. */
} TIMEVAL;
typedef TIMEVAL *PTIMEVAL; /**< Address of a TIMEVAL. */

#ifndef FD_SETSIZE
#define FD_SETSIZE 64 /**< Most sockets of an FD_SET; a program may define another number. */
#endif

/** Sockets that select() looks at. */
typedef struct fd_set {
    UINT fd_count;               /**< How many there are. */
    SOCKET fd_array[FD_SETSIZE]; /**< Which. */
} fd_set;
typedef fd_set FD_SET;   /**< The same. */
typedef fd_set *PFD_SET; /**< Address of an FD_SET. */

/** What WSAPoll() looks for. */
typedef struct rras_pollfd {
    SOCKET fd;     /**< The socket; #INVALID_SOCKET: none. */
    SHORT events;  /**< What for: #POLLIN, #POLLOUT. */
    SHORT revents; /**< Receives what there is. */
} WSAPOLLFD;
typedef WSAPOLLFD *PWSAPOLLFD;  /**< Address of a WSAPOLLFD. */
typedef WSAPOLLFD *LPWSAPOLLFD; /**< Address of a WSAPOLLFD. */

/** @name What WSAPoll() looks for
 * @{ */
#define POLLERR 0x0001                   /**< There is an error. */
#define POLLHUP 0x0002                   /**< The peer has ended the connection. */
#define POLLNVAL 0x0004                  /**< That is no socket. */
#define POLLWRNORM 0x0010                /**< Something can be sent. */
#define POLLWRBAND 0x0020                /**< Not used. */
#define POLLRDNORM 0x0100                /**< Something can be received. */
#define POLLRDBAND 0x0200                /**< Not used. */
#define POLLPRI 0x0400                   /**< Not used. */
#define POLLIN (POLLRDNORM | POLLRDBAND) /**< Something can be received. */
#define POLLOUT (POLLWRNORM)             /**< Something can be sent. */
/** @} */

/** Memory of WSASend() and its like. */
typedef struct _WSABUF {
    ULONG len; /**< Its size. */
    CHAR *buf; /**< Where it is. */
} WSABUF;
typedef WSABUF *LPWSABUF; /**< Address of a WSABUF. */

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

/** @cond the system has functions of these names: in C ours take other names, in C++ they stand beside them */
#ifdef __cplusplus
}
#define RRAS_BESIDE(name) __asm__("rras_" #name)
#else
#define accept rras_accept
#define bind rras_bind
#define connect rras_connect
#define getpeername rras_getpeername
#define getsockname rras_getsockname
#define getsockopt rras_getsockopt
#define listen rras_listen
#define recv rras_recv
#define recvfrom rras_recvfrom
#define select rras_select
#define send rras_send
#define sendto rras_sendto
#define setsockopt rras_setsockopt
#define shutdown rras_shutdown
#define RRAS_BESIDE(name)
#endif
/** @endcond */

/** @name Sockets
 * What is said of peers holds for those of the scenario.
 * @{ */
/**
 * Takes a caller out of the line of those that wait.
 * @param s a socket that listens
 * @param addr receives the caller's address, or NULL
 * @param addrlen its size, receives the size used; NULL with `addr`
 * @return the socket of that connection; #INVALID_SOCKET
 */
SOCKET WINAPI accept(SOCKET s, SOCKADDR *addr, int *addrlen) RRAS_BESIDE(accept);
/**
 * Gives a socket its address.
 * @param s the socket
 * @param name a loopback address, or #INADDR_ANY, which is the same here; port 0: one that is free, from 49152 on
 * @param namelen its size
 * @return 0; #SOCKET_ERROR: #WSAEADDRINUSE, #WSAEADDRNOTAVAIL, #WSAEINVAL (it has one)
 */
int WINAPI bind(SOCKET s, const SOCKADDR *name, int namelen) RRAS_BESIDE(bind);
/**
 * Connects a socket, or says where datagrams go.
 * @param s the socket
 * @param name the peer's address
 * @param namelen its size
 * @return 0; #SOCKET_ERROR: #WSAECONNREFUSED, #WSAENETUNREACH, #WSAEISCONN; #WSAEWOULDBLOCK: select() tells when it is
 */
int WINAPI connect(SOCKET s, const SOCKADDR *name, int namelen) RRAS_BESIDE(connect);
/**
 * Tells the peer's address.
 * @param s a socket that is connected
 * @param name receives it
 * @param namelen its size, receives the size used
 * @return 0; #SOCKET_ERROR: #WSAENOTCONN
 */
int WINAPI getpeername(SOCKET s, SOCKADDR *name, int *namelen) RRAS_BESIDE(getpeername);
/**
 * Tells a socket's own address.
 * @param s the socket
 * @param name receives it
 * @param namelen its size, receives the size used
 * @return 0; #SOCKET_ERROR: #WSAEINVAL, it has none
 */
int WINAPI getsockname(SOCKET s, SOCKADDR *name, int *namelen) RRAS_BESIDE(getsockname);
/**
 * Reads an option.
 * @param s the socket
 * @param level #SOL_SOCKET, #IPPROTO_TCP
 * @param optname the option
 * @param optval receives it
 * @param optlen its size, receives the size used
 * @return 0; #SOCKET_ERROR: #WSAENOPROTOOPT, #WSAEFAULT
 */
int WINAPI getsockopt(SOCKET s, int level, int optname, char *optval, int *optlen) RRAS_BESIDE(getsockopt);
/**
 * Lets others connect.
 * @param s a socket of #SOCK_STREAM with an address
 * @param backlog how many may wait
 * @return 0; #SOCKET_ERROR
 */
int WINAPI listen(SOCKET s, int backlog) RRAS_BESIDE(listen);
/**
 * Receives bytes, or a datagram; waits as long as #SO_RCVTIMEO says.
 * @param s the socket
 * @param buf receives them
 * @param len its size
 * @param flags #MSG_PEEK or 0
 * @return how many; 0: the peer has ended its direction; #SOCKET_ERROR: #WSAETIMEDOUT, #WSAEWOULDBLOCK, #WSAECONNRESET,
 * #WSAEMSGSIZE, #WSAENOTCONN, #WSAESHUTDOWN
 */
int WINAPI recv(SOCKET s, char *buf, int len, int flags) RRAS_BESIDE(recv);
/**
 * The same, and tells whose they are.
 * @param s the socket
 * @param buf receives them
 * @param len its size
 * @param flags as for recv()
 * @param from receives the sender's address, or NULL
 * @param fromlen its size, receives the size used; NULL with `from`
 * @return as recv()
 */
int WINAPI recvfrom(SOCKET s, char *buf, int len, int flags, SOCKADDR *from, int *fromlen) RRAS_BESIDE(recvfrom);
/**
 * Waits until something can be done with sockets.
 * @param nfds not used
 * @param readfds those that something may be received from or that may be called; keeps those; or NULL
 * @param writefds those that something may be sent to or that may become connected; keeps those; or NULL
 * @param exceptfds those whose connect() may fail; keeps those; or NULL
 * @param timeout at most so long; NULL: for ever
 * @return how many it has kept; 0: the limit has come; #SOCKET_ERROR: #WSAENOTSOCK, #WSAEINVAL (there is none to wait for)
 */
int WINAPI select(int nfds, FD_SET *readfds, FD_SET *writefds, FD_SET *exceptfds, const TIMEVAL *timeout)
    RRAS_BESIDE(select);
/**
 * Sends bytes, or a datagram. What a peer is sent is a record, of stream `peer NAME`.
 * @param s a socket that is connected
 * @param buf the bytes
 * @param len how many
 * @param flags 0
 * @return how many were sent; #SOCKET_ERROR: #WSAENOTCONN, #WSAESHUTDOWN, #WSAECONNRESET, #WSAEMSGSIZE
 */
int WINAPI send(SOCKET s, const char *buf, int len, int flags) RRAS_BESIDE(send);
/**
 * Sends a datagram somewhere.
 * @param s a socket of #SOCK_DGRAM
 * @param buf the bytes
 * @param len how many
 * @param flags 0
 * @param to where to; NULL: as send()
 * @param tolen its size
 * @return as send(); #WSAENETUNREACH: neither a loopback address nor a peer
 */
int WINAPI sendto(SOCKET s, const char *buf, int len, int flags, const SOCKADDR *to, int tolen) RRAS_BESIDE(sendto);
/**
 * Sets an option.
 * @param s the socket
 * @param level #SOL_SOCKET, #IPPROTO_TCP, #IPPROTO_IP, #IPPROTO_IPV6; options of the last two have no effect
 * @param optname the option
 * @param optval its value
 * @param optlen the value's size
 * @return 0; #SOCKET_ERROR: #WSAENOPROTOOPT, #WSAEFAULT
 */
int WINAPI setsockopt(SOCKET s, int level, int optname, const char *optval, int optlen) RRAS_BESIDE(setsockopt);
/**
 * Ends one direction, or both.
 * @param s a socket that is connected
 * @param how #SD_RECEIVE, #SD_SEND, #SD_BOTH
 * @return 0; #SOCKET_ERROR: #WSAENOTCONN
 */
int WINAPI shutdown(SOCKET s, int how) RRAS_BESIDE(shutdown);

/** @cond in C++ a length may be of any type, as sizeof has another than the parameter: the system's function must not suit
 * better then */
#ifdef __cplusplus
extern "C++" {
template <class S> struct rras_of_socket;
template <> struct rras_of_socket<SOCKET> {
    typedef int type;
};
template <class S, class L> typename rras_of_socket<S>::type recv(S s, char *buf, L len, int flags)
{
    return recv(s, buf, static_cast<int>(len), flags);
}
template <class S, class L>
typename rras_of_socket<S>::type recvfrom(S s, char *buf, L len, int flags, SOCKADDR *from, int *fromlen)
{
    return recvfrom(s, buf, static_cast<int>(len), flags, from, fromlen);
}
template <class S, class L> typename rras_of_socket<S>::type send(S s, const char *buf, L len, int flags)
{
    return send(s, buf, static_cast<int>(len), flags);
}
template <class S, class L, class M>
typename rras_of_socket<S>::type sendto(S s, const char *buf, L len, int flags, const SOCKADDR *to, M tolen)
{
    return sendto(s, buf, static_cast<int>(len), flags, to, static_cast<int>(tolen));
}
template <class S, class L>
typename rras_of_socket<S>::type setsockopt(S s, int level, int optname, const char *optval, L optlen)
{
    return setsockopt(s, level, optname, optval, static_cast<int>(optlen));
}
}
extern "C" {
#endif
/** @endcond */
/** @cond another type of the same arguments */
#define socket(...) rras_socket(__VA_ARGS__)
/** @endcond */
/**
 * Makes a socket.
 * @param af #AF_INET or #AF_INET6
 * @param type #SOCK_STREAM or #SOCK_DGRAM
 * @param protocol 0 or that of the type
 * @return the socket, to be closed with closesocket(); #INVALID_SOCKET: #WSANOTINITIALISED, #WSAEAFNOSUPPORT,
 * #WSAESOCKTNOSUPPORT, #WSAEPROTONOSUPPORT, #WSAEMFILE
 */
SOCKET WINAPI socket(int af, int type, int protocol);
/**
 * The same.
 * @param af as for socket()
 * @param type as for socket()
 * @param protocol as for socket()
 * @param lpProtocolInfo NULL
 * @param g 0
 * @param dwFlags #WSA_FLAG_OVERLAPPED, #WSA_FLAG_NO_HANDLE_INHERIT, or 0
 * @return as socket(); #WSAEINVAL
 */
SOCKET WINAPI WSASocketW(int af, int type, int protocol, PVOID lpProtocolInfo, UINT g, DWORD dwFlags);
/** Narrow. @copydoc WSASocketW */
SOCKET WINAPI WSASocketA(int af, int type, int protocol, PVOID lpProtocolInfo, UINT g, DWORD dwFlags);
/**
 * Closes a socket.
 * @param s the socket
 * @return 0; #SOCKET_ERROR: #WSAENOTSOCK
 */
int WINAPI closesocket(SOCKET s);
/**
 * Tells the name of this machine, which is fixed.
 * @param name receives it
 * @param namelen room, in bytes
 * @return 0; #SOCKET_ERROR: #WSAEFAULT, it is too small
 */
int WINAPI gethostname(char *name, int namelen);
/**
 * Sets or tells how a socket is.
 * @param s the socket
 * @param cmd #FIONBIO: whether it never waits; #FIONREAD: how many bytes can be received
 * @param argp the value, or receives it
 * @return 0; #SOCKET_ERROR: #WSAEINVAL, #WSAEFAULT
 */
int WINAPI ioctlsocket(SOCKET s, LONG cmd, ULONG *argp);
/**
 * Waits until something can be done with sockets.
 * @param fdArray which, and what for; receives what there is
 * @param fds how many
 * @param timeout milliseconds at most; negative: for ever
 * @return of how many there is something; 0: the limit has come; #SOCKET_ERROR
 */
int WINAPI WSAPoll(LPWSAPOLLFD fdArray, ULONG fds, INT timeout);
/** A machine by its name. */
typedef struct hostent {
    char *h_name;       /**< The name. */
    char **h_aliases;   /**< Others: none. */
    SHORT h_addrtype;   /**< #AF_INET. */
    SHORT h_length;     /**< 4. */
    char **h_addr_list; /**< Its addresses, network byte order, and a NULL. */
} HOSTENT;
typedef HOSTENT *PHOSTENT;  /**< Address of a HOSTENT. */
typedef HOSTENT *LPHOSTENT; /**< Address of a HOSTENT. */
/**
 * Tells the address of a name, as getaddrinfo() knows it.
 * @param name the name, or an address with dots
 * @return memory of this thread that the next call writes again; NULL: #WSAHOST_NOT_FOUND, #WSANOTINITIALISED
 */
HOSTENT *WINAPI gethostbyname(const char *name);
/**
 * Whether a socket is in a set.
 * @param s the socket
 * @param set the set
 * @return nonzero: it is
 */
int WINAPI __WSAFDIsSet(SOCKET s, FD_SET *set);
/** @} */

/** @cond what FD_CLR() is */
VOID WINAPI rras_fd_clear(SOCKET s, FD_SET *set);
/** @endcond */

/** @name Sets of sockets
 * @{ */
#define FD_ZERO(set) ((void)((set)->fd_count = 0)) /**< Empties one. */
#define FD_ISSET(s, set) __WSAFDIsSet(s, set)      /**< Whether a socket is in one. */
/** Adds a socket, if it is not there and there is room. */
#define FD_SET(s, set)                                             \
    do {                                                           \
        if (!__WSAFDIsSet(s, set) && (set)->fd_count < FD_SETSIZE) \
            (set)->fd_array[(set)->fd_count++] = (s);              \
    } while (0)
/** Takes a socket out. */
#define FD_CLR(s, set) rras_fd_clear(s, set)
/** @} */

#ifdef __cplusplus
}
#endif

/** @name Names without a suffix
 * @{ */
#ifdef UNICODE
#define WSASocket WSASocketW /**< Makes a socket. */
#else
#define WSASocket WSASocketA /**< Makes a socket. */
#endif
/** @} */

#endif
