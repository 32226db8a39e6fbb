/* SPDX-License-Identifier: MIT */
/* Sockets: winsock2.h. What they reach is told in endpoint.h. */
#include "endpoint.h"
#include "misuse.h"
#include "socket_option.h"

#include <limits.h>
#include <stdio.h>
#include <string.h>

static int fail(DWORD error)
{
    SetLastError(error);
    return SOCKET_ERROR;
}

/* --- addresses --- */

static bool is_address(const struct endpoint *endpoint, const SOCKADDR *address, int size)
{
    if (!address || size < rras_address_size(endpoint->family))
        SetLastError(WSAEFAULT);
    else if (address->sa_family != endpoint->family)
        SetLastError(WSAEAFNOSUPPORT);
    else
        return true;
    return false;
}

static bool is_zero(const void *bytes, size_t size)
{
    for (size_t i = 0; i < size; i++)
        if (((const char *)bytes)[i])
            return false;
    return true;
}

static bool is_any(const SOCKADDR *address)
{
    SOCKADDR_IN four;
    SOCKADDR_IN6 six;
    if (address->sa_family == AF_INET) {
        memcpy(&four, address, sizeof four);
        return four.sin_addr.s_addr == 0;
    }
    memcpy(&six, address, sizeof six);
    return is_zero(&six.sin6_addr, sizeof six.sin6_addr);
}

static bool is_loopback(const SOCKADDR *address)
{
    enum { FIRST_BITS = 24, LOOPBACK = 127 };
    SOCKADDR_IN four;
    SOCKADDR_IN6 six;
    if (address->sa_family == AF_INET) {
        memcpy(&four, address, sizeof four);
        return ntohl(four.sin_addr.s_addr) >> FIRST_BITS == LOOPBACK;
    }
    memcpy(&six, address, sizeof six);
    return is_zero(&six.sin6_addr, sizeof six.sin6_addr - 1) && six.sin6_addr.s6_addr[sizeof six.sin6_addr - 1] == 1;
}

static USHORT port_of(const SOCKADDR *address)
{
    SOCKADDR_IN four;
    memcpy(&four, address, sizeof four); /* the port has one place in both */
    return ntohs(four.sin_port);
}

static void set_port(SOCKADDR_STORAGE *address, USHORT port)
{
    SOCKADDR_IN four;
    memcpy(&four, address, sizeof four);
    four.sin_port = htons(port);
    memcpy(address, &four, sizeof four);
}

static void make_address(SOCKADDR_STORAGE *to, int family, bool loopback, USHORT port)
{
    SOCKADDR_IN four = {.sin_family = AF_INET, .sin_addr.s_addr = loopback ? htonl(INADDR_LOOPBACK) : INADDR_ANY};
    SOCKADDR_IN6 six = {.sin6_family = AF_INET6};
    six.sin6_addr.s6_addr[sizeof six.sin6_addr - 1] = loopback;
    memset(to, 0, sizeof *to);
    if (family == AF_INET)
        memcpy(to, &four, sizeof four);
    else
        memcpy(to, &six, sizeof six);
    set_port(to, port);
}

static void peer_address(SOCKADDR_STORAGE *to, const struct rras_peer *peer)
{
    SOCKADDR_IN four = {.sin_family = AF_INET, .sin_port = htons(peer->port), .sin_addr.s_addr = htonl(peer->ipv4)};
    memset(to, 0, sizeof *to);
    memcpy(to, &four, sizeof four);
}

/* To where the caller wants it, as far as there is room */
static bool give_address(SOCKADDR *to, int *size, const SOCKADDR_STORAGE *from)
{
    int whole = rras_address_size(from->ss_family);
    if (!to && !size)
        return true;
    if (!to || !size || *size < whole) {
        SetLastError(WSAEFAULT);
        return false;
    }
    memcpy(to, from, (size_t)whole);
    *size = whole;
    return true;
}

static int refuse_network(const SOCKADDR *address, const char *function)
{
    char text[INET6_ADDRSTRLEN] = "";
    SOCKADDR_IN four;
    SOCKADDR_IN6 six;
    memcpy(&four, address, sizeof four);
    if (address->sa_family == AF_INET) {
        inet_ntop(AF_INET, &four.sin_addr, text, sizeof text);
    } else {
        memcpy(&six, address, sizeof six);
        inet_ntop(AF_INET6, &six.sin6_addr, text, sizeof text);
    }
    endpoints_unlock();
    rras_misused(RRAS_MISUSE_NETWORK, function, "%s port %u", text, port_of(address));
    endpoints_lock();
    return fail(WSAENETUNREACH);
}

/* --- making and closing --- */

SOCKET WINAPI socket(int family, int type, int protocol)
{
    if (type == 0 && protocol == IPPROTO_TCP)
        type = SOCK_STREAM;
    else if (type == 0 && protocol == IPPROTO_UDP)
        type = SOCK_DGRAM;
    int usual = type == SOCK_STREAM ? IPPROTO_TCP : IPPROTO_UDP;
    DWORD error = !rras_sockets_begun()                       ? WSANOTINITIALISED
                  : !rras_address_size(family)                ? WSAEAFNOSUPPORT
                  : type != SOCK_STREAM && type != SOCK_DGRAM ? (type == SOCK_RAW ? WSAEACCES : WSAESOCKTNOSUPPORT)
                  : protocol != 0 && protocol != usual        ? WSAEPROTONOSUPPORT
                                                              : 0;
    if (error) {
        SetLastError(error);
        return INVALID_SOCKET;
    }
    endpoints_lock();
    const struct endpoint *made = endpoint_add(rras_below_open(family, type, usual), family, type);
    SOCKET socket = made ? made->socket : INVALID_SOCKET;
    endpoints_unlock();
    return socket;
}

SOCKET WINAPI WSASocketW(int family, int type, int protocol, PVOID info, UINT group, DWORD flags)
{
    if (!info && !group && !(flags & ~(DWORD)(WSA_FLAG_OVERLAPPED | WSA_FLAG_NO_HANDLE_INHERIT)))
        return socket(family, type, protocol);
    SetLastError(WSAEINVAL);
    return INVALID_SOCKET;
}

SOCKET WINAPI WSASocketA(int family, int type, int protocol, PVOID info, UINT group, DWORD flags)
{
    return WSASocketW(family, type, protocol, info, group, flags);
}

int WINAPI closesocket(SOCKET socket)
{
    endpoints_lock();
    struct endpoint *endpoint = endpoint_find(socket, "closesocket");
    if (endpoint)
        endpoint_remove(endpoint);
    endpoints_unlock();
    return endpoint ? 0 : SOCKET_ERROR;
}

/* --- its address, and its peer's --- */

/* To a port that is free, where none is named: as systems do, but from the first on, so that every run has the same */
static int bind_below(struct endpoint *endpoint, USHORT port)
{
    enum { TRIES = 16384 };
    SOCKADDR_STORAGE loopback;
    int result = SOCKET_ERROR;
    for (int i = 0; i < (port ? 1 : TRIES) && result != 0; i++) {
        make_address(&loopback, endpoint->family, true, port ? port : endpoints_next_port());
        result = rras_below_bind(endpoint->socket, (const SOCKADDR *)&loopback, rras_address_size(endpoint->family));
        if (result != 0 && GetLastError() != WSAEADDRINUSE)
            break;
    }
    endpoint->below |= result == 0;
    return result;
}

int WINAPI bind(SOCKET socket, const SOCKADDR *address, int size)
{
    int result = SOCKET_ERROR;
    endpoints_lock();
    struct endpoint *endpoint = endpoint_find(socket, "bind");
    if (!endpoint || !is_address(endpoint, address, size)) {
        endpoints_unlock();
        return SOCKET_ERROR;
    }
    if (endpoint->below || endpoint->port) {
        SetLastError(WSAEINVAL);
    } else if (!is_any(address) && !is_loopback(address)) {
        SetLastError(WSAEADDRNOTAVAIL);
    } else {
        result = bind_below(endpoint, port_of(address));
        endpoint->bound_any = result == 0 && is_any(address);
    }
    endpoints_unlock();
    return result;
}

int WINAPI getsockname(SOCKET socket, SOCKADDR *name, int *size)
{
    SOCKADDR_STORAGE own;
    endpoints_lock();
    const struct endpoint *endpoint = endpoint_find(socket, "getsockname");
    int result = !endpoint                          ? SOCKET_ERROR
                 : endpoint->below                  ? rras_below_name(socket, false, &own)
                 : endpoint->port || endpoint->peer ? 0
                                                    : fail(WSAEINVAL);
    if (result == 0 && !endpoint->below) {
        SOCKADDR_STORAGE peer;
        if (endpoint->peer)
            peer_address(&peer, endpoint->peer);
        make_address(&own, endpoint->family, endpoint->peer && is_loopback((const SOCKADDR *)&peer), endpoint->port);
    }
    if (result == 0 && endpoint->bound_any)
        make_address(&own, endpoint->family, false, port_of((const SOCKADDR *)&own));
    endpoints_unlock();
    return result == 0 && !give_address(name, size, &own) ? SOCKET_ERROR : result;
}

int WINAPI getpeername(SOCKET socket, SOCKADDR *name, int *size)
{
    SOCKADDR_STORAGE peer;
    endpoints_lock();
    const struct endpoint *endpoint = endpoint_find(socket, "getpeername");
    int result = !endpoint             ? SOCKET_ERROR
                 : endpoint->peer      ? 0
                 : endpoint->connected ? rras_below_name(socket, true, &peer)
                                       : fail(WSAENOTCONN);
    if (result == 0 && endpoint->peer)
        peer_address(&peer, endpoint->peer);
    endpoints_unlock();
    return result == 0 && !give_address(name, size, &peer) ? SOCKET_ERROR : result;
}

/* A socket that only peers know has a port of its own, too. */
static void take_port(struct endpoint *endpoint)
{
    if (!endpoint->below && !endpoint->port)
        endpoint->port = endpoints_next_port();
}

/* --- connecting --- */

/* What has come of it so far */
static int connection_so_far(struct endpoint *endpoint)
{
    int error = rras_below_error(endpoint->socket);
    endpoint->connecting = false;
    endpoint->connected = error == 0;
    return error ? fail((DWORD)error) : 0;
}

static int connect_below(struct endpoint *endpoint, const SOCKADDR *address)
{
    struct interest interest = {.socket = endpoint->socket, .events = POLLWRNORM};
    endpoint->below = true;
    int result = rras_below_connect(endpoint->socket, address, rras_address_size(endpoint->family));
    endpoint->connected = result == 0;
    if (result == 0 || GetLastError() != WSAEWOULDBLOCK)
        return result;
    endpoint->connecting = true;
    if (endpoint->never_waits)
        return fail(WSAEWOULDBLOCK);
    if (endpoints_await(&interest, 1, ENDPOINTS_NEVER, "connect") < 0)
        return SOCKET_ERROR;
    return interest.endpoint ? connection_so_far(interest.endpoint) : fail(WSAENOTSOCK);
}

/* Again, while it is under way */
static int connect_again(struct endpoint *endpoint)
{
    struct interest interest = {.socket = endpoint->socket, .events = POLLWRNORM};
    int ready = endpoints_await(&interest, 1, 0, "connect");
    if (ready <= 0 || !interest.endpoint)
        return fail(WSAEALREADY);
    return connection_so_far(interest.endpoint) == 0 ? fail(WSAEISCONN) : SOCKET_ERROR;
}

static int connect_locked(struct endpoint *endpoint, const SOCKADDR *address)
{
    bool stream = endpoint->type == SOCK_STREAM;
    const struct rras_peer *peer = endpoint_peer_at(stream, address);
    if (stream && (endpoint->peer || endpoint->connected))
        return fail(WSAEISCONN);
    if (stream && endpoint->connecting)
        return connect_again(endpoint);
    if (endpoint->listens)
        return fail(WSAEINVAL);
    if (port_of(address) == 0)
        return fail(WSAEADDRNOTAVAIL);
    if (!peer && !is_loopback(address))
        return refuse_network(address, "connect");
    endpoint->peer = peer;
    if (!peer)
        return connect_below(endpoint, address);
    take_port(endpoint);
    return stream && endpoint->never_waits ? fail(WSAEWOULDBLOCK) : 0;
}

int WINAPI connect(SOCKET socket, const SOCKADDR *address, int size)
{
    endpoints_lock();
    struct endpoint *endpoint = endpoint_find(socket, "connect");
    int result = endpoint && is_address(endpoint, address, size) ? connect_locked(endpoint, address) : SOCKET_ERROR;
    endpoints_unlock();
    return result;
}

int WINAPI listen(SOCKET socket, int most)
{
    endpoints_lock();
    struct endpoint *endpoint = endpoint_find(socket, "listen");
    int result = !endpoint                       ? SOCKET_ERROR
                 : endpoint->type != SOCK_STREAM ? fail(WSAEOPNOTSUPP)
                 : !endpoint->below              ? fail(WSAEINVAL)
                                                 : rras_below_listen(socket, most);
    if (result == 0)
        endpoint->listens = true;
    endpoints_unlock();
    return result;
}

SOCKET WINAPI accept(SOCKET socket, SOCKADDR *address, int *size)
{
    SOCKADDR_STORAGE caller;
    SOCKET accepted = INVALID_SOCKET;
    struct interest interest = {.socket = socket, .events = POLLRDNORM};
    endpoints_lock();
    const struct endpoint *endpoint = endpoint_find(socket, "accept");
    bool fine = endpoint && (endpoint->listens || fail(WSAEINVAL) == 0);
    while (fine && (accepted = rras_below_accept(socket)) == INVALID_SOCKET) {
        fine = GetLastError() == WSAEWOULDBLOCK && !endpoint->never_waits &&
               endpoints_await(&interest, 1, ENDPOINTS_NEVER, "accept") > 0;
        endpoint = interest.endpoint;
        if (fine && !endpoint)
            fine = fail(WSAENOTSOCK) == 0;
    }
    struct endpoint *made = fine ? endpoint_add(accepted, endpoint->family, SOCK_STREAM) : NULL;
    accepted = made ? made->socket : INVALID_SOCKET;
    if (made) { /* how the one that listens is, it is, too */
        made->below = made->connected = true;
        made->never_waits = endpoint->never_waits;
        memcpy(made->options, endpoint->options, sizeof made->options);
    }
    if (made && address && size &&
        (rras_below_name(accepted, true, &caller) != 0 || !give_address(address, size, &caller))) {
        endpoint_remove(made);
        accepted = INVALID_SOCKET;
    }
    endpoints_unlock();
    return accepted;
}

int WINAPI shutdown(SOCKET socket, int how)
{
    endpoints_lock();
    struct endpoint *endpoint = endpoint_find(socket, "shutdown");
    bool connected = endpoint && (endpoint->peer || endpoint->connected);
    int result = !endpoint                  ? SOCKET_ERROR
                 : how < 0 || how > SD_BOTH ? fail(WSAEINVAL)
                 : !connected               ? fail(WSAENOTCONN)
                 : endpoint->below          ? rras_below_shutdown(socket, how)
                                            : 0;
    if (result == 0) {
        endpoint->receives &= how == SD_SEND;
        endpoint->sends &= how == SD_RECEIVE;
    }
    endpoints_unlock();
    return result;
}

/* --- sending --- */

static int send_below(struct endpoint *endpoint, const char *bytes, int size, const SOCKADDR *to)
{
    SOCKET socket = endpoint->socket;
    struct interest interest = {.socket = socket, .events = POLLWRNORM};
    bool never_waits = endpoint->never_waits;
    int sent = 0, result;
    if (endpoint->type == SOCK_DGRAM && !endpoint->below && bind_below(endpoint, 0) != 0)
        return SOCKET_ERROR;
    do { /* a stream takes a part at a time */
        result = rras_below_send(socket, bytes + sent, size - sent, to, to ? rras_address_size(to->sa_family) : 0);
        sent += result > 0 ? result : 0;
        if (result < 0 && (GetLastError() != WSAEWOULDBLOCK || never_waits ||
                           endpoints_await(&interest, 1, ENDPOINTS_NEVER, "send") <= 0))
            return sent > 0 ? sent : SOCKET_ERROR;
    } while (sent < size);
    return sent;
}

static int send_locked(struct endpoint *endpoint, const char *bytes, int size, const SOCKADDR *to, const char *function)
{
    enum { DATAGRAM_MOST = 65507 };
    bool stream = endpoint->type == SOCK_STREAM;
    if (!endpoint->sends)
        return fail(WSAESHUTDOWN);
    if (endpoint->reset)
        return fail(WSAECONNRESET);
    if (!stream && size > DATAGRAM_MOST)
        return fail(WSAEMSGSIZE);
    const struct rras_peer *peer = to && !stream ? endpoint_peer_at(false, to) : endpoint->peer;
    if (!peer && (stream || !to))
        return endpoint->connected ? send_below(endpoint, bytes, size, NULL) : fail(WSAENOTCONN);
    if (!peer)
        return is_loopback(to) ? send_below(endpoint, bytes, size, to) : refuse_network(to, function);
    take_port(endpoint);
    return endpoint_ask(endpoint, peer, bytes, (size_t)size) ? size : fail(WSAENOBUFS);
}

static int send_to(SOCKET socket, const char *bytes, int size, const SOCKADDR *to, int to_size, const char *function)
{
    endpoints_lock();
    struct endpoint *endpoint = endpoint_find(socket, function);
    int result = !endpoint                                  ? SOCKET_ERROR
                 : size < 0 || (!bytes && size > 0)         ? fail(WSAEFAULT)
                 : to && !is_address(endpoint, to, to_size) ? SOCKET_ERROR
                                                            : send_locked(endpoint, bytes, size, to, function);
    endpoints_unlock();
    return result;
}

int WINAPI send(SOCKET socket, const char *bytes, int size, int flags)
{
    (void)flags;
    return send_to(socket, bytes, size, NULL, 0, "send");
}

int WINAPI sendto(SOCKET socket, const char *bytes, int size, int flags, const SOCKADDR *to, int to_size)
{
    (void)flags;
    return send_to(socket, bytes, size, to, to_size, "sendto");
}

/* --- receiving --- */

/* Where received bytes go */
struct receiving {
    char *bytes;
    int size;
    bool peek;
    SOCKADDR_STORAGE *from;
};

static int receive_answer(struct endpoint *endpoint, struct arrival *arrival, const struct receiving *to)
{
    size_t left = arrival->peer->size - arrival->taken, part = left < (size_t)to->size ? left : (size_t)to->size;
    bool stream = endpoint->type == SOCK_STREAM;
    memcpy(to->bytes, arrival->peer->answer + arrival->taken, part);
    if (!to->peek && (!stream || part == left))
        endpoint_take(endpoint);
    else if (!to->peek)
        arrival->taken += part;
    return !stream && part < left ? fail(WSAEMSGSIZE) : (int)part;
}

/* What has arrived from a peer */
static int receive_arrival(struct endpoint *endpoint, struct arrival *arrival, const struct receiving *to)
{
    bool stream = endpoint->type == SOCK_STREAM;
    peer_address(to->from, arrival->peer);
    switch (arrival->kind) {
    case ARRIVES_ANSWER:
        return receive_answer(endpoint, arrival, to);
    case ARRIVES_RESET:
        endpoint->reset = stream;
        endpoint_take(endpoint);
        return fail(WSAECONNRESET);
    case ARRIVES_END:
        break;
    }
    return 0; /* it stays there: every further try gets the same */
}

/* Whether anything was there; then the result is what it came to */
static bool receive_now(struct endpoint *endpoint, const struct receiving *to, int *result)
{
    struct arrival *arrival = endpoint_of_peers(endpoint) ? endpoint_arrived(endpoint) : NULL;
    *result = SOCKET_ERROR;
    if (!endpoint->receives)
        SetLastError(WSAESHUTDOWN);
    else if (endpoint->reset)
        SetLastError(WSAECONNRESET);
    else if (endpoint->type == SOCK_STREAM && !endpoint->peer && !endpoint->connected)
        SetLastError(WSAENOTCONN);
    else if (endpoint->type == SOCK_DGRAM && !endpoint->below && !endpoint->port)
        SetLastError(WSAEINVAL); /* it has no address */
    else if (arrival)
        *result = receive_arrival(endpoint, arrival, to);
    else if (endpoint->below)
        *result = rras_below_receive(endpoint->socket, to->bytes, to->size, to->peek, to->from);
    else
        SetLastError(WSAEWOULDBLOCK);
    return *result >= 0 || GetLastError() != WSAEWOULDBLOCK;
}

static int receive_locked(struct endpoint *endpoint, const struct receiving *to, const char *function)
{
    struct interest interest = {.socket = endpoint->socket, .events = POLLRDNORM};
    DWORD limit_ms = (DWORD)socket_option(endpoint, SO_RCVTIMEO);
    uint64_t until = limit_ms ? endpoints_now() + limit_ms * UINT64_C(1000000) : ENDPOINTS_NEVER;
    int result;
    while (!receive_now(endpoint, to, &result)) {
        if (endpoint->never_waits)
            return fail(WSAEWOULDBLOCK);
        int ready = endpoints_await(&interest, 1, until, function);
        if (ready <= 0)
            return ready < 0 ? SOCKET_ERROR : fail(WSAETIMEDOUT);
        if (!(endpoint = interest.endpoint)) /* another thread has closed it */
            return fail(WSAEINTR);
    }
    return result;
}

static int receive(SOCKET socket, char *bytes, int size, int flags, SOCKADDR *from, int *from_size,
                   const char *function)
{
    SOCKADDR_STORAGE sender = {0};
    const struct receiving to = {bytes, size, flags & MSG_PEEK, &sender};
    endpoints_lock();
    struct endpoint *endpoint = endpoint_find(socket, function);
    bool datagram = endpoint && endpoint->type == SOCK_DGRAM; /* of a stream the sender is known anyway */
    bool all_of_peek = (flags & MSG_WAITALL) && (flags & MSG_PEEK);
    int result = !endpoint                          ? SOCKET_ERROR
                 : size < 0 || (!bytes && size > 0) ? fail(WSAEFAULT)
                 : flags & MSG_OOB || all_of_peek   ? fail(WSAEOPNOTSUPP)
                                                    : receive_locked(endpoint, &to, function);
    int got = result;
    while (got > 0 && result < size && (flags & MSG_WAITALL) && (endpoint = endpoint_find(socket, function)) &&
           endpoint->type == SOCK_STREAM) {
        const struct receiving rest = {bytes + result, size - result, false, &sender};
        got = receive_locked(endpoint, &rest, function);
        result += got > 0 ? got : 0;
    }
    endpoints_unlock();
    return result >= 0 && datagram && !give_address(from, from_size, &sender) ? SOCKET_ERROR : result;
}

int WINAPI recv(SOCKET socket, char *bytes, int size, int flags)
{
    return receive(socket, bytes, size, flags, NULL, NULL, "recv");
}

int WINAPI recvfrom(SOCKET socket, char *bytes, int size, int flags, SOCKADDR *from, int *from_size)
{
    return receive(socket, bytes, size, flags, from, from_size, "recvfrom");
}
