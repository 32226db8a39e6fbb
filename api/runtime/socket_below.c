/* SPDX-License-Identifier: MIT */
/* The sockets of POSIX (socket_below.h). */
#include <errno.h>
#include <fcntl.h>
#include <netinet/in.h>
#include <poll.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <unistd.h>

/* The system's functions and constants, whose names our headers take */
union system_address {
    struct sockaddr any;
    struct sockaddr_in four;
    struct sockaddr_in6 six;
};
enum {
    SYSTEM_INET = AF_INET,
    SYSTEM_INET6 = AF_INET6,
    SYSTEM_STREAM = SOCK_STREAM,
    SYSTEM_DATAGRAM = SOCK_DGRAM,
    SYSTEM_PEEK = MSG_PEEK,
    SYSTEM_TRUNC = MSG_TRUNC,
    SYSTEM_IN = POLLIN,
    SYSTEM_OUT = POLLOUT,
    SYSTEM_ERR = POLLERR,
    SYSTEM_HUP = POLLHUP,
    POLLED_MOST = 1024,
};

static int system_socket(int family, int type)
{
    return socket(family, type | SOCK_NONBLOCK | SOCK_CLOEXEC, 0);
}
static int system_bind(int file, const union system_address *address, socklen_t size)
{
    return bind(file, &address->any, size);
}
static int system_connect(int file, const union system_address *address, socklen_t size)
{
    return connect(file, &address->any, size);
}
static int system_listen(int file, int most)
{
    return listen(file, most > SOMAXCONN ? SOMAXCONN : most);
}
static int system_accept(int file)
{
    return accept4(file, NULL, NULL, SOCK_NONBLOCK | SOCK_CLOEXEC);
}
static int system_shutdown(int file, int how)
{
    return shutdown(file, how); /* the numbers are the same */
}
static ssize_t system_send(int file, const char *bytes, size_t size, const union system_address *to, socklen_t to_size)
{
    return sendto(file, bytes, size, MSG_NOSIGNAL, to ? &to->any : NULL, to_size);
}
static ssize_t system_receive(int file, char *bytes, size_t size, int flags, union system_address *from)
{
    socklen_t room = sizeof *from;
    return recvfrom(file, bytes, size, flags, from ? &from->any : NULL, from ? &room : NULL);
}
static int system_own_name(int file, union system_address *name)
{
    socklen_t room = sizeof *name;
    return getsockname(file, &name->any, &room);
}
static int system_peers_name(int file, union system_address *name)
{
    socklen_t room = sizeof *name;
    return getpeername(file, &name->any, &room);
}
static int system_available(int file, int *bytes)
{
    return ioctl(file, FIONREAD, bytes);
}
static int system_error(int file)
{
    int error = 0;
    socklen_t size = sizeof error;
    return getsockopt(file, SOL_SOCKET, SO_ERROR, &error, &size) == 0 ? error : errno;
}
static int system_type(int file)
{
    int type = 0;
    socklen_t size = sizeof type;
    return getsockopt(file, SOL_SOCKET, SO_TYPE, &type, &size) == 0 ? type : 0;
}
static void system_share_address(int file, int shared)
{
    setsockopt(file, SOL_SOCKET, SO_REUSEADDR, &shared, sizeof shared);
}

#include "object.h"
#include "socket_below.h"

static DWORD error_of(int code)
{
    static const struct {
        int code;
        DWORD error;
    } errors[] = {
        {EAGAIN, WSAEWOULDBLOCK},
        {EINPROGRESS, WSAEWOULDBLOCK},
        {EACCES, WSAEACCES},
        {EPERM, WSAEACCES},
        {EADDRINUSE, WSAEADDRINUSE},
        {EADDRNOTAVAIL, WSAEADDRNOTAVAIL},
        {ECONNREFUSED, WSAECONNREFUSED},
        {ECONNRESET, WSAECONNRESET},
        {EPIPE, WSAECONNRESET},
        {ECONNABORTED, WSAECONNABORTED},
        {EISCONN, WSAEISCONN},
        {ENOTCONN, WSAENOTCONN},
        {EDESTADDRREQ, WSAENOTCONN},
        {EMSGSIZE, WSAEMSGSIZE},
        {EMFILE, WSAEMFILE},
        {ENFILE, WSAEMFILE},
        {ENOBUFS, WSAENOBUFS},
        {ENOMEM, WSAENOBUFS},
        {ETIMEDOUT, WSAETIMEDOUT},
        {EALREADY, WSAEALREADY},
        {EOPNOTSUPP, WSAEOPNOTSUPP},
        {EINTR, WSAEINTR},
        {EBADF, WSAENOTSOCK},
        {EAFNOSUPPORT, WSAEAFNOSUPPORT},
        {ENETUNREACH, WSAENETUNREACH},
        {EHOSTUNREACH, WSAEHOSTUNREACH},
    };
    for (size_t i = 0; i < sizeof errors / sizeof *errors; i++)
        if (errors[i].code == code)
            return errors[i].error;
    return WSAEINVAL;
}

static int result_of(long result)
{
    if (result < 0)
        SetLastError(error_of(errno));
    return result < 0 ? SOCKET_ERROR : (int)result;
}

int rras_address_size(int family)
{
    return family == AF_INET ? (int)sizeof(SOCKADDR_IN) : family == AF_INET6 ? (int)sizeof(SOCKADDR_IN6) : 0;
}

static socklen_t to_system(union system_address *to, const SOCKADDR *from)
{
    SOCKADDR_IN four;
    SOCKADDR_IN6 six;
    memset(to, 0, sizeof *to);
    if (from->sa_family == AF_INET) {
        memcpy(&four, from, sizeof four);
        to->four.sin_family = SYSTEM_INET;
        to->four.sin_port = four.sin_port;
        memcpy(&to->four.sin_addr, &four.sin_addr, sizeof four.sin_addr);
        return sizeof to->four;
    }
    memcpy(&six, from, sizeof six);
    to->six.sin6_family = SYSTEM_INET6;
    to->six.sin6_port = six.sin6_port;
    memcpy(&to->six.sin6_addr, &six.sin6_addr, sizeof six.sin6_addr);
    return sizeof to->six;
}

static void from_system(SOCKADDR_STORAGE *to, const union system_address *from)
{
    SOCKADDR_IN four = {.sin_family = AF_INET, .sin_port = from->four.sin_port};
    SOCKADDR_IN6 six = {.sin6_family = AF_INET6, .sin6_port = from->six.sin6_port};
    memcpy(&four.sin_addr, &from->four.sin_addr, sizeof four.sin_addr);
    memcpy(&six.sin6_addr, &from->six.sin6_addr, sizeof six.sin6_addr);
    memset(to, 0, sizeof *to);
    if (from->any.sa_family == SYSTEM_INET)
        memcpy(to, &four, sizeof four);
    else
        memcpy(to, &six, sizeof six);
}

/* Its descriptor; -1: there is none */
static int file_of(SOCKET socket)
{
    pthread_mutex_lock(&rras_objects_lock);
    const struct rras_object *object = rras_object_find((HANDLE)socket, RRAS_SOCKET);
    int file = object ? object->file : -1;
    pthread_mutex_unlock(&rras_objects_lock);
    return file;
}

static SOCKET add(int file)
{
    struct rras_object object = {.kind = RRAS_SOCKET, .file = file};
    HANDLE handle = file >= 0 ? rras_object_make(&object, NULL) : NULL;
    if (handle)
        return (SOCKET)handle;
    SetLastError(file < 0 ? error_of(errno) : WSAEMFILE);
    if (file >= 0)
        close(file);
    return INVALID_SOCKET;
}

SOCKET rras_below_open(int family, int type, int protocol)
{
    (void)protocol;
    return add(system_socket(family == AF_INET6 ? SYSTEM_INET6 : SYSTEM_INET,
                             type == SOCK_STREAM ? SYSTEM_STREAM : SYSTEM_DATAGRAM));
}

int rras_below_close(SOCKET socket)
{
    return CloseHandle((HANDLE)socket) ? 0 : SOCKET_ERROR;
}

int rras_below_bind(SOCKET socket, const SOCKADDR *address, int size)
{
    union system_address to;
    socklen_t length = to_system(&to, address);
    int file = file_of(socket);
    (void)size;
    if (system_type(file) == SYSTEM_STREAM) /* connections that have ended do not keep the address, as on Windows */
        system_share_address(file, 1);
    return result_of(system_bind(file, &to, length));
}

int rras_below_connect(SOCKET socket, const SOCKADDR *address, int size)
{
    union system_address to;
    socklen_t length = to_system(&to, address);
    (void)size;
    return result_of(system_connect(file_of(socket), &to, length));
}

int rras_below_listen(SOCKET socket, int most)
{
    return result_of(system_listen(file_of(socket), most));
}

SOCKET rras_below_accept(SOCKET socket)
{
    return add(system_accept(file_of(socket)));
}

int rras_below_shutdown(SOCKET socket, int how)
{
    return result_of(system_shutdown(file_of(socket), how));
}

int rras_below_send(SOCKET socket, const char *bytes, int size, const SOCKADDR *to, int to_size)
{
    union system_address address;
    socklen_t length = to ? to_system(&address, to) : 0;
    int file = file_of(socket);
    (void)to_size;
    ssize_t sent = system_send(file, bytes, (size_t)size, to ? &address : NULL, length);
    if (sent < 0 && errno == ECONNREFUSED) /* of the datagram before: receiving tells it */
        sent = system_send(file, bytes, (size_t)size, to ? &address : NULL, length);
    return result_of(sent);
}

/* A datagram that is longer than the buffer is an error there, and the rest is lost. */
int rras_below_receive(SOCKET socket, char *bytes, int size, bool peek, SOCKADDR_STORAGE *from)
{
    union system_address address = {0};
    int file = file_of(socket), flags = peek ? SYSTEM_PEEK : 0;
    bool datagram = system_type(file) == SYSTEM_DATAGRAM;
    ssize_t got = system_receive(file, bytes, (size_t)size, datagram ? flags | SYSTEM_TRUNC : flags, &address);
    if (from && got >= 0)
        from_system(from, &address);
    if (got < 0 && datagram && errno == ECONNREFUSED) {
        SetLastError(WSAECONNRESET); /* as Windows tells that nobody listens there */
        return SOCKET_ERROR;
    }
    if (got <= size)
        return result_of(got);
    SetLastError(WSAEMSGSIZE);
    return SOCKET_ERROR;
}

int rras_below_name(SOCKET socket, bool peers, SOCKADDR_STORAGE *name)
{
    union system_address address;
    int file = file_of(socket);
    int result = result_of(peers ? system_peers_name(file, &address) : system_own_name(file, &address));
    if (result == 0)
        from_system(name, &address);
    return result;
}

int rras_below_available(SOCKET socket, ULONG *bytes)
{
    int there = 0, result = result_of(system_available(file_of(socket), &there));
    *bytes = (ULONG)there;
    return result;
}

int rras_below_error(SOCKET socket)
{
    int code = system_error(file_of(socket));
    return code ? (int)error_of(code) : 0;
}

void rras_below_share_address(SOCKET socket, bool shared)
{
    system_share_address(file_of(socket), shared);
}

static short events_below(SHORT events)
{
    return (short)((events & POLLIN ? SYSTEM_IN : 0) | (events & POLLOUT ? SYSTEM_OUT : 0));
}

static SHORT events_above(short events)
{
    return (SHORT)((events & SYSTEM_IN ? POLLRDNORM : 0) | (events & SYSTEM_OUT ? POLLWRNORM : 0) |
                   (events & SYSTEM_ERR ? POLLERR : 0) | (events & SYSTEM_HUP ? POLLHUP : 0));
}

int rras_below_poll(WSAPOLLFD *sockets, ULONG count, int ms)
{
    struct pollfd files[POLLED_MOST];
    if (count > POLLED_MOST) {
        SetLastError(WSAEINVAL);
        return SOCKET_ERROR;
    }
    for (ULONG i = 0; i < count; i++)
        files[i] = (struct pollfd){.fd = file_of(sockets[i].fd), .events = events_below(sockets[i].events)};
    int found = result_of(poll(files, count, ms));
    for (ULONG i = 0; i < count; i++)
        sockets[i].revents = found > 0 ? events_above(files[i].revents) : 0;
    return found;
}
