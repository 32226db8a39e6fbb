/* SPDX-License-Identifier: MIT */
/* Waiting for several sockets: select() and WSAPoll(), winsock2.h. */
#include "endpoint.h"

#include <stdlib.h>

enum { SOCKETS_MOST = 1024, NS_PER_MS = 1000000 };

static int fail(DWORD error)
{
    SetLastError(error);
    return SOCKET_ERROR;
}

int WINAPI __WSAFDIsSet(SOCKET socket, fd_set *set)
{
    for (UINT i = 0; i < set->fd_count; i++)
        if (set->fd_array[i] == socket)
            return 1;
    return 0;
}

#ifndef _WIN32
VOID WINAPI rras_fd_clear(SOCKET socket, fd_set *set)
{
    for (UINT i = 0; i < set->fd_count; i++)
        if (set->fd_array[i] == socket) {
            set->fd_count--;
            for (; i < set->fd_count; i++)
                set->fd_array[i] = set->fd_array[i + 1];
        }
}
#endif

/* The sets of a select(), in the order of their interests */
enum { READ, WRITE, EXCEPT, SETS };
static const SHORT events_of[SETS] = {POLLRDNORM, POLLWRNORM, POLLPRI};
static const SHORT found_in[SETS] = {POLLRDNORM | POLLHUP, POLLWRNORM, POLLERR};

/* How many there are; SOCKET_ERROR: one is no socket */
static int take_sets(fd_set *const sets[SETS], struct interest interests[SOCKETS_MOST])
{
    ULONG count = 0;
    for (int set = 0; set < SETS; set++)
        for (UINT i = 0; sets[set] && i < sets[set]->fd_count; i++) {
            if (count == SOCKETS_MOST)
                return fail(WSAEINVAL);
            if (!endpoint_find(sets[set]->fd_array[i], "select"))
                return SOCKET_ERROR;
            interests[count++] = (struct interest){.socket = sets[set]->fd_array[i], .events = events_of[set]};
        }
    return count ? (int)count : fail(WSAEINVAL);
}

/* Keeps those there is something of */
static int give_sets(fd_set *const sets[SETS], const struct interest *interests)
{
    int kept = 0;
    for (int set = 0; set < SETS; set++) {
        UINT left = 0;
        for (UINT i = 0; sets[set] && i < sets[set]->fd_count; i++, interests++)
            if (interests->found & found_in[set])
                sets[set]->fd_array[left++] = sets[set]->fd_array[i];
        if (sets[set])
            sets[set]->fd_count = left;
        kept += (int)left;
    }
    return kept;
}

int WINAPI select(int unused, fd_set *readable, fd_set *writable, fd_set *exceptional, const TIMEVAL *timeout)
{
    fd_set *const sets[SETS] = {readable, writable, exceptional};
    struct interest interests[SOCKETS_MOST];
    uint64_t until = ENDPOINTS_NEVER;
    (void)unused;
    if (timeout && (timeout->tv_sec < 0 || timeout->tv_usec < 0))
        return fail(WSAEINVAL);
    if (timeout)
        until = endpoints_now() + (uint64_t)timeout->tv_sec * 1000 * NS_PER_MS + (uint64_t)timeout->tv_usec * 1000;
    endpoints_lock();
    int count = take_sets(sets, interests);
    int ready = count > 0 ? endpoints_await(interests, (ULONG)count, until, "select") : SOCKET_ERROR;
    endpoints_unlock();
    for (int i = 0; i < count; i++)
        if (interests[i].found & POLLNVAL) /* another thread has closed it */
            return fail(WSAENOTSOCK);
    return ready < 0 ? ready : give_sets(sets, interests);
}

int WINAPI WSAPoll(LPWSAPOLLFD sockets, ULONG count, INT ms)
{
    struct interest interests[SOCKETS_MOST];
    if (!sockets || count == 0 || count > SOCKETS_MOST)
        return fail(sockets ? WSAEINVAL : WSAEFAULT);
    for (ULONG i = 0; i < count; i++)
        interests[i] = (struct interest){.socket = sockets[i].fd, .events = sockets[i].events};
    uint64_t until = ms < 0 ? ENDPOINTS_NEVER : endpoints_now() + (uint64_t)ms * NS_PER_MS;
    endpoints_lock();
    int ready = endpoints_await(interests, count, until, "WSAPoll");
    endpoints_unlock();
    for (ULONG i = 0; i < count; i++)
        sockets[i].revents = ready < 0 ? 0 : interests[i].found;
    return ready;
}
