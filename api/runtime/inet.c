/* SPDX-License-Identifier: MIT */
/* The beginning and end of sockets, and addresses of the Internet: winsock2.h, ws2tcpip.h. */
#include <arpa/inet.h>
#include <netinet/in.h>
#include <pthread.h>
#include <stdio.h>
#include <string.h>

/* The C library's, whose names and constants our headers take */
enum { SYSTEM_INET = AF_INET, SYSTEM_INET6 = AF_INET6 };
static const char *system_ntop(int family, const void *address, char *text, socklen_t size)
{
    return inet_ntop(family, address, text, size);
}
static int system_pton(int family, const char *text, void *address)
{
    return inet_pton(family, text, address);
}
static in_addr_t system_addr(const char *text)
{
    return inet_addr(text);
}

#include "socket_option.h"

/* --- beginning and end --- */

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static unsigned users;

int WINAPI WSAStartup(WORD wanted, LPWSADATA data)
{
    const WORD newest = MAKEWORD(2, 2);
    BOOL newer = LOBYTE(wanted) > 2 || (LOBYTE(wanted) == 2 && HIBYTE(wanted) > 2);
    if (LOBYTE(wanted) < 1)
        return WSAVERNOTSUPPORTED;
    if (!data)
        return WSAEFAULT;
    *data = (WSADATA){.wVersion = newer ? newest : wanted, .wHighVersion = newest};
    strcpy(data->szDescription, "WinSock 2.0");
    strcpy(data->szSystemStatus, "Running");
    pthread_mutex_lock(&lock);
    users++;
    pthread_mutex_unlock(&lock);
    return 0;
}

int WINAPI WSACleanup(VOID)
{
    pthread_mutex_lock(&lock);
    BOOL begun = users > 0;
    users -= begun;
    pthread_mutex_unlock(&lock);
    if (!begun)
        SetLastError(WSANOTINITIALISED);
    return begun ? 0 : SOCKET_ERROR;
}

bool rras_sockets_begun(void)
{
    pthread_mutex_lock(&lock);
    bool begun = users > 0;
    pthread_mutex_unlock(&lock);
    return begun;
}

int WINAPI WSAGetLastError(VOID)
{
    return (int)GetLastError();
}

VOID WINAPI WSASetLastError(int error)
{
    SetLastError((DWORD)error);
}

/* --- byte order --- */

ULONG WINAPI htonl(ULONG number)
{
    const BYTE bytes[4] = {(BYTE)(number >> 24), (BYTE)(number >> 16), (BYTE)(number >> 8), (BYTE)number};
    memcpy(&number, bytes, sizeof number);
    return number;
}

USHORT WINAPI htons(USHORT number)
{
    const BYTE bytes[2] = {(BYTE)(number >> 8), (BYTE)number};
    memcpy(&number, bytes, sizeof number);
    return number;
}

ULONG WINAPI ntohl(ULONG number)
{
    return htonl(number);
}

USHORT WINAPI ntohs(USHORT number)
{
    return htons(number);
}

/* --- addresses as text --- */

static int system_family(int family)
{
    return family == AF_INET ? SYSTEM_INET : family == AF_INET6 ? SYSTEM_INET6 : -1;
}

LPCSTR WINAPI inet_ntop(int family, const VOID *address, LPSTR text, size_t size)
{
    if (system_family(family) < 0)
        SetLastError(WSAEAFNOSUPPORT);
    else if (!text || !address || !system_ntop(system_family(family), address, text, (socklen_t)size))
        SetLastError(ERROR_INVALID_PARAMETER);
    else
        return text;
    return NULL;
}

LPCWSTR WINAPI InetNtopW(int family, const VOID *address, LPWSTR text, size_t size)
{
    char narrow[INET6_ADDRSTRLEN];
    if (!inet_ntop(family, address, narrow, sizeof narrow))
        return NULL;
    if (text && strlen(narrow) < size && MultiByteToWideChar(CP_ACP, 0, narrow, -1, text, (int)size))
        return text;
    SetLastError(ERROR_INVALID_PARAMETER);
    return NULL;
}

INT WINAPI inet_pton(int family, LPCSTR text, PVOID address)
{
    if (system_family(family) < 0 || !text || !address) {
        SetLastError(system_family(family) < 0 ? WSAEAFNOSUPPORT : WSAEFAULT);
        return -1;
    }
    return system_pton(system_family(family), text, address);
}

INT WINAPI InetPtonW(int family, LPCWSTR text, PVOID address)
{
    char narrow[INET6_ADDRSTRLEN] = "";
    if (text && !WideCharToMultiByte(CP_ACP, 0, text, -1, narrow, sizeof narrow, NULL, NULL))
        return 0; /* longer than any address */
    return inet_pton(family, text ? narrow : NULL, address);
}

ULONG WINAPI inet_addr(const char *text)
{
    return text && *text ? system_addr(text) : INADDR_NONE;
}

char *WINAPI inet_ntoa(struct in_addr address)
{
    static _Thread_local char text[16];
    return system_ntop(SYSTEM_INET, &address, text, sizeof text) ? text : NULL;
}

INT WINAPI GetNameInfoW(const SOCKADDR *address, int length, PWCHAR node, DWORD node_size, PWCHAR service,
                        DWORD service_size, INT flags)
{
    char text[INET6_ADDRSTRLEN], port[8];
    SOCKADDR_IN6 six = {0};
    SOCKADDR_IN four = {0};
    if (!rras_sockets_begun())
        return WSANOTINITIALISED;
    if (!address || length < (int)sizeof(SOCKADDR))
        return WSAEFAULT;
    BOOL is_six = address->sa_family == AF_INET6;
    if (!is_six && address->sa_family != AF_INET)
        return WSAEAFNOSUPPORT;
    if (is_six && length < (int)sizeof six)
        return WSAEFAULT;
    if (flags & NI_NAMEREQD)
        return WSAHOST_NOT_FOUND;
    memcpy(is_six ? (void *)&six : &four, address, is_six ? sizeof six : sizeof four);
    inet_ntop(address->sa_family, is_six ? (void *)&six.sin6_addr : &four.sin_addr, text, sizeof text);
    snprintf(port, sizeof port, "%u", ntohs(is_six ? six.sin6_port : four.sin_port));
    if ((node && (strlen(text) >= node_size || !MultiByteToWideChar(CP_ACP, 0, text, -1, node, (int)node_size))) ||
        (service &&
         (strlen(port) >= service_size || !MultiByteToWideChar(CP_ACP, 0, port, -1, service, (int)service_size))))
        return ERROR_INSUFFICIENT_BUFFER;
    return 0;
}
