/* SPDX-License-Identifier: MIT */
/*
 * Waiting for files in virtual time: pipes, sockets and what else poll() knows. A thread of a DLL waits in the schedule
 * until there is something, and then makes the call, which does not wait. Like threads_posix.c for programs that are built
 * without a sanitizer.
 */
#include "host/behind.h"

#include "runtime/schedule.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pthread.h>
#include <signal.h>
#include <stdbool.h>
#include <stdlib.h>
#include <sys/epoll.h>
#include <sys/select.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <sys/uio.h>
#include <time.h>
#include <unistd.h>

#define NS_PER_SECOND UINT64_C(1000000000)
#define NS_PER_MS UINT64_C(1000000)

static uint64_t limit_in(uint64_t ns)
{
    uint64_t now;
    rras_clock_elapsed(&now);
    return ns < RRAS_NEVER - now ? now + ns : RRAS_NEVER;
}

/* What a socket's own limit is, which it has for sending and for receiving */
static uint64_t own_limit(int file, int option)
{
    struct timeval limit = {0};
    socklen_t size = sizeof limit;
    if (getsockopt(file, SOL_SOCKET, option, &limit, &size) != 0 || (!limit.tv_sec && !limit.tv_usec))
        return RRAS_NEVER;
    return limit_in((uint64_t)limit.tv_sec * NS_PER_SECOND + (uint64_t)limit.tv_usec * 1000);
}

/* Until the call on this file would not wait; false with an error when its limit has come */
static bool await_file(int file, short events, const char *call)
{
    struct pollfd one = {.fd = file, .events = events};
    int flags;
    if (!rras_schedule_mine() || poll(&one, 1, 0) != 0 || (flags = fcntl(file, F_GETFL)) < 0 || flags & O_NONBLOCK)
        return true;
    uint64_t limit_ns = own_limit(file, events == POLLIN ? SO_RCVTIMEO : SO_SNDTIMEO);
    bool late;
    do {
        late = rras_schedule_await_files(&one, 1, limit_ns, call);
        if (rras_schedule_interrupted())
            pthread_testcancel();
    } while (!late && poll(&one, 1, 0) == 0);
    errno = late ? EAGAIN : errno;
    return !late;
}

#define READING(type, name, parameters, arguments)                                   \
    type name parameters; /* not every one is declared */                            \
    BEHIND(type, name, parameters)                                                   \
    type name parameters                                                             \
    {                                                                                \
        FIND(name);                                                                  \
        return await_file(file, POLLIN, #name) ? system_##name arguments : (type)-1; \
    }

READING(ssize_t, read, (int file, void *buffer, size_t size), (file, buffer, size))
READING(ssize_t, readv, (int file, const struct iovec *parts, int count), (file, parts, count))

/* As _FORTIFY_SOURCE calls them */
READING(ssize_t, __read_chk, (int file, void *buffer, size_t size, size_t room), (file, buffer, size, room))

/* Those that can be told not to wait */
#define RECEIVING(type, name, parameters, arguments)                                                         \
    type name parameters;                                                                                    \
    BEHIND(type, name, parameters)                                                                           \
    type name parameters                                                                                     \
    {                                                                                                        \
        FIND(name);                                                                                          \
        return flags & MSG_DONTWAIT || await_file(file, POLLIN, #name) ? system_##name arguments : (type)-1; \
    }

RECEIVING(ssize_t, recv, (int file, void *buffer, size_t size, int flags), (file, buffer, size, flags))
RECEIVING(ssize_t, recvfrom,
          (int file, void *restrict buffer, size_t size, int flags, __SOCKADDR_ARG from, socklen_t *restrict from_size),
          (file, buffer, size, flags, from, from_size))
RECEIVING(ssize_t, recvmsg, (int file, struct msghdr *message, int flags), (file, message, flags))

RECEIVING(ssize_t, __recv_chk, (int file, void *buffer, size_t size, size_t room, int flags),
          (file, buffer, size, room, flags))
RECEIVING(ssize_t, __recvfrom_chk,
          (int file, void *restrict buffer, size_t size, size_t room, int flags, __SOCKADDR_ARG from,
           socklen_t *restrict from_size),
          (file, buffer, size, room, flags, from, from_size))

READING(int, accept, (int file, __SOCKADDR_ARG from, socklen_t *restrict size), (file, from, size))
READING(int, accept4, (int file, __SOCKADDR_ARG from, socklen_t *restrict size, int flags), (file, from, size, flags))

/* --- several at once --- */

static bool await_one_of(struct pollfd *files, nfds_t count, uint64_t limit_ns)
{
    if (count > 0)
        return rras_schedule_await_files(files, (unsigned)count, limit_ns, "poll");
    rras_schedule_prepare(NULL, limit_ns, "poll");
    return rras_schedule_block();
}

BEHIND(int, poll, (struct pollfd *, nfds_t, int))
int poll(struct pollfd *files, nfds_t count, int ms)
{
    FIND(poll);
    int found = ms == 0 || !rras_schedule_mine() ? 0 : system_poll(files, count, 0);
    if (ms == 0 || !rras_schedule_mine())
        return system_poll(files, count, ms);
    if (found != 0)
        return found;
    uint64_t limit_ns = ms < 0 ? RRAS_NEVER : limit_in((uint64_t)ms * NS_PER_MS);
    bool late;
    do {
        late = await_one_of(files, count, limit_ns);
        if (rras_schedule_interrupted())
            pthread_testcancel();
        found = system_poll(files, count, 0);
    } while (!late && found == 0);
    return found;
}

BEHIND(int, select, (int, fd_set *, fd_set *, fd_set *, struct timeval *))
int select(int count, fd_set *restrict in, fd_set *restrict out, fd_set *restrict failed,
           struct timeval *restrict limit)
{
    FIND(select);
    if (!rras_schedule_mine() || count < 0 || count > FD_SETSIZE ||
        (limit && (limit->tv_sec < 0 || limit->tv_usec < 0)))
        return system_select(count, in, out, failed, limit);
    struct pollfd files[FD_SETSIZE];
    nfds_t used = 0;
    for (int file = 0; file < count; file++) {
        short events = (short)((in && FD_ISSET(file, in) ? POLLIN : 0) | (out && FD_ISSET(file, out) ? POLLOUT : 0) |
                               (failed && FD_ISSET(file, failed) ? POLLPRI : 0));
        if (events)
            files[used++] = (struct pollfd){.fd = file, .events = events};
    }
    uint64_t ms = limit ? (uint64_t)limit->tv_sec * 1000 + ((uint64_t)limit->tv_usec + 999) / 1000 : 0;
    poll(files, used, !limit ? -1 : ms < INT32_MAX ? (int)ms : INT32_MAX);
    return system_select(count, in, out, failed, &(struct timeval){0});
}

BEHIND(int, epoll_wait, (int, struct epoll_event *, int, int))
int epoll_wait(int file, struct epoll_event *events, int most, int ms)
{
    FIND(epoll_wait);
    if (ms == 0 || !rras_schedule_mine())
        return system_epoll_wait(file, events, most, ms);
    poll(&(struct pollfd){.fd = file, .events = POLLIN}, 1, ms);
    return system_epoll_wait(file, events, most, 0);
}

/* With signals it is another wait, which is the machine's. */
BEHIND(int, ppoll, (struct pollfd *, nfds_t, const struct timespec *, const sigset_t *))
int ppoll(struct pollfd *files, nfds_t count, const struct timespec *limit, const sigset_t *signals)
{
    FIND(ppoll);
    if (signals || !rras_schedule_mine())
        return system_ppoll(files, count, limit, signals);
    uint64_t ms = limit ? (uint64_t)limit->tv_sec * 1000 + ((uint64_t)limit->tv_nsec + 999999) / NS_PER_MS : 0;
    return poll(files, count, !limit ? -1 : ms < INT32_MAX ? (int)ms : INT32_MAX);
}

BEHIND(int, pselect, (int, fd_set *, fd_set *, fd_set *, const struct timespec *, const sigset_t *))
int pselect(int count, fd_set *restrict in, fd_set *restrict out, fd_set *restrict failed,
            const struct timespec *restrict limit, const sigset_t *restrict signals)
{
    FIND(pselect);
    if (signals || !rras_schedule_mine())
        return system_pselect(count, in, out, failed, limit, signals);
    struct timeval same = {limit ? limit->tv_sec : 0, limit ? (limit->tv_nsec + 999) / 1000 : 0};
    return select(count, in, out, failed, limit ? &same : NULL);
}

int __poll_chk(struct pollfd *files, nfds_t count, int ms, size_t room);
int __poll_chk(struct pollfd *files, nfds_t count, int ms, size_t room)
{
    if (room / sizeof *files < count)
        abort();
    return poll(files, count, ms);
}
