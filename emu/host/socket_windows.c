/* SPDX-License-Identifier: MIT */
/* The sockets of Windows, below those that DLLs see (runtime/socket_below.h): for a worker under Wine. */
#include "runtime/socket_below.h"
#include "runtime/socket_option.h"

#include <string.h>

static SOCKET never_wait(SOCKET socket)
{
    u_long never = 1;
    if (socket != INVALID_SOCKET)
        ioctlsocket(socket, FIONBIO, &never);
    return socket;
}

bool rras_sockets_begun(void)
{
    return true; /* the system's functions look themselves */
}

int rras_address_size(int family)
{
    return family == AF_INET ? (int)sizeof(SOCKADDR_IN) : family == AF_INET6 ? (int)sizeof(SOCKADDR_IN6) : 0;
}

SOCKET rras_below_open(int family, int type, int protocol)
{
    return never_wait(socket(family, type, protocol));
}

int rras_below_close(SOCKET socket)
{
    return closesocket(socket);
}

int rras_below_bind(SOCKET socket, const SOCKADDR *address, int size)
{
    return bind(socket, address, size);
}

int rras_below_connect(SOCKET socket, const SOCKADDR *address, int size)
{
    return connect(socket, address, size);
}

int rras_below_listen(SOCKET socket, int most)
{
    return listen(socket, most);
}

SOCKET rras_below_accept(SOCKET socket)
{
    return never_wait(accept(socket, NULL, NULL));
}

int rras_below_shutdown(SOCKET socket, int how)
{
    return shutdown(socket, how);
}

int rras_below_send(SOCKET socket, const char *bytes, int size, const SOCKADDR *to, int to_size)
{
    return sendto(socket, bytes, size, 0, to, to_size);
}

int rras_below_receive(SOCKET socket, char *bytes, int size, bool peek, SOCKADDR_STORAGE *from)
{
    int room = sizeof *from;
    memset(from, 0, sizeof *from);
    return recvfrom(socket, bytes, size, peek ? MSG_PEEK : 0, (SOCKADDR *)from, &room);
}

int rras_below_name(SOCKET socket, bool peers, SOCKADDR_STORAGE *name)
{
    int room = sizeof *name;
    return peers ? getpeername(socket, (SOCKADDR *)name, &room) : getsockname(socket, (SOCKADDR *)name, &room);
}

int rras_below_available(SOCKET socket, ULONG *bytes)
{
    return ioctlsocket(socket, FIONREAD, bytes);
}

int rras_below_error(SOCKET socket)
{
    int error = 0, size = sizeof error;
    return getsockopt(socket, SOL_SOCKET, SO_ERROR, (char *)&error, &size) == 0 ? error : WSAGetLastError();
}

void rras_below_share_address(SOCKET socket, bool shared)
{
    BOOL value = shared;
    setsockopt(socket, SOL_SOCKET, SO_REUSEADDR, (const char *)&value, sizeof value);
}

int rras_below_poll(WSAPOLLFD *sockets, ULONG count, int ms)
{
    return WSAPoll(sockets, count, ms);
}
