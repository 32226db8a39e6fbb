/* SPDX-License-Identifier: MIT */
/* How a socket is: setsockopt() and its like, winsock2.h. */
#include "socket_option.h"

#include <string.h>

/* What becomes of an option */
enum use {
    KEPT,    /* it is told as it was set, and that is all */
    PASSED,  /* it changes the socket of the system too */
    TYPE,    /* to be read only: the type, */
    ERRORED, /* what connect() has come to, */
    LISTENS, /* whether it listens */
};

/* Each has its value at its place in struct endpoint. */
static const struct {
    int level, name;
    enum use use;
    size_t size, least; /* of its value, and what a caller may give at least */
    LONG usual;
} options[ENDPOINT_OPTIONS] = {
    {SOL_SOCKET, SO_RCVTIMEO, KEPT, sizeof(DWORD), sizeof(DWORD), 0},
    {SOL_SOCKET, SO_SNDTIMEO, KEPT, sizeof(DWORD), sizeof(DWORD), 0},
    {SOL_SOCKET, SO_RCVBUF, KEPT, sizeof(LONG), sizeof(LONG), 65536},
    {SOL_SOCKET, SO_SNDBUF, KEPT, sizeof(LONG), sizeof(LONG), 65536},
    {SOL_SOCKET, SO_REUSEADDR, PASSED, sizeof(BOOL), 1, 0},
    {SOL_SOCKET, SO_EXCLUSIVEADDRUSE, KEPT, sizeof(BOOL), 1, 0},
    {SOL_SOCKET, SO_BROADCAST, KEPT, sizeof(BOOL), 1, 0},
    {SOL_SOCKET, SO_KEEPALIVE, KEPT, sizeof(BOOL), 1, 0},
    {SOL_SOCKET, SO_TYPE, TYPE, sizeof(LONG), sizeof(LONG), 0},
    {SOL_SOCKET, SO_ERROR, ERRORED, sizeof(LONG), sizeof(LONG), 0},
    {SOL_SOCKET, SO_ACCEPTCONN, LISTENS, sizeof(BOOL), 1, 0},
    {IPPROTO_TCP, TCP_NODELAY, KEPT, sizeof(BOOL), 1, 0},
};

static int fail(DWORD error)
{
    SetLastError(error);
    return SOCKET_ERROR;
}

/* -1: there is no such option */
static int find_option(int level, int name)
{
    for (int i = 0; i < ENDPOINT_OPTIONS; i++)
        if (options[i].level == level && options[i].name == name)
            return i;
    return -1;
}

/* Their own value is what has changed against the usual one, so that nothing has to be set when a socket is made. */
static LONG value_of(const struct endpoint *endpoint, int option)
{
    return endpoint->options[option] + options[option].usual;
}

LONG socket_option(const struct endpoint *endpoint, int name)
{
    return value_of(endpoint, find_option(SOL_SOCKET, name));
}

/* What has no effect here, and would have none that a callout can see on Windows */
static bool is_without_effect(int level, int name)
{
    return level == IPPROTO_IP || level == IPPROTO_IPV6 ||
           (level == SOL_SOCKET && (name == SO_LINGER || name == SO_DEBUG || name == SO_DONTROUTE));
}

static int set_locked(struct endpoint *endpoint, int level, int name, const char *value, int size)
{
    int option = find_option(level, name);
    LONG number = 0;
    if (option < 0)
        return is_without_effect(level, name) ? 0 : fail(WSAENOPROTOOPT);
    if (!value || size < (int)options[option].least)
        return fail(WSAEFAULT);
    if (options[option].use > PASSED)
        return fail(WSAENOPROTOOPT);
    memcpy(&number, value, (size_t)size < sizeof number ? (size_t)size : sizeof number);
    endpoint->options[option] = number - options[option].usual;
    if (options[option].use == PASSED)
        rras_below_share_address(endpoint->socket, number != 0);
    return 0;
}

int WINAPI setsockopt(SOCKET socket, int level, int name, const char *value, int size)
{
    endpoints_lock();
    struct endpoint *endpoint = endpoint_find(socket, "setsockopt");
    int result = endpoint ? set_locked(endpoint, level, name, value, size) : SOCKET_ERROR;
    endpoints_unlock();
    return result;
}

static int get_locked(const struct endpoint *endpoint, int level, int name, char *value, int *size)
{
    int option = find_option(level, name);
    if (option < 0)
        return fail(WSAENOPROTOOPT);
    if (!value || !size || *size < (int)options[option].least)
        return fail(WSAEFAULT);
    LONG number = value_of(endpoint, option);
    if (options[option].use == TYPE)
        number = endpoint->type;
    if (options[option].use == LISTENS)
        number = endpoint->listens;
    if (options[option].use == ERRORED)
        number = endpoint->below ? rras_below_error(endpoint->socket) : 0;
    *size = *size < (int)options[option].size ? *size : (int)options[option].size;
    memcpy(value, &number, (size_t)*size);
    return 0;
}

int WINAPI getsockopt(SOCKET socket, int level, int name, char *value, int *size)
{
    endpoints_lock();
    const struct endpoint *endpoint = endpoint_find(socket, "getsockopt");
    int result = endpoint ? get_locked(endpoint, level, name, value, size) : SOCKET_ERROR;
    endpoints_unlock();
    return result;
}

/* Of datagrams the first, of a stream all that has arrived */
static int count_bytes(const struct endpoint *endpoint, ULONG *bytes)
{
    uint64_t now = endpoints_now();
    *bytes = 0;
    for (const struct arrival *arrival = endpoint->first; arrival && arrival->at_ns <= now; arrival = arrival->next) {
        if (arrival->kind == ARRIVES_ANSWER)
            *bytes += (ULONG)(arrival->peer->size - arrival->taken);
        if (endpoint->type == SOCK_DGRAM)
            return 0;
    }
    return *bytes == 0 && endpoint->below ? rras_below_available(endpoint->socket, bytes) : 0;
}

int WINAPI ioctlsocket(SOCKET socket, LONG command, ULONG *argument)
{
    endpoints_lock();
    struct endpoint *endpoint = endpoint_find(socket, "ioctlsocket");
    int result = !endpoint ? SOCKET_ERROR : !argument ? fail(WSAEFAULT) : 0;
    if (result == 0 && command == (LONG)FIONBIO)
        endpoint->never_waits = *argument != 0;
    else if (result == 0)
        result = command == (LONG)FIONREAD ? count_bytes(endpoint, argument) : fail(WSAEINVAL);
    endpoints_unlock();
    return result;
}
