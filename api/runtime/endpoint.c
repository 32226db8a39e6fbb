/* SPDX-License-Identifier: MIT */
#include "endpoint.h"

#include "current_callout.h"
#include "misuse.h"
#include "schedule.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

enum {
    BUCKETS = 256,
    PORT_FIRST = 49152,
    PORT_LAST = 65535,
    NS_PER_TICK = 100,
    NS_PER_MS = 1000000,
    POLLED_MOST = 1024
};

static SRWLOCK lock = SRWLOCK_INIT;
static CONDITION_VARIABLE changed = CONDITION_VARIABLE_INIT; /* something will arrive, or an endpoint is gone */
static struct endpoint *buckets[BUCKETS];
static USHORT last_port = PORT_FIRST - 1;

void endpoints_lock(void)
{
    AcquireSRWLockExclusive(&lock);
}

void endpoints_unlock(void)
{
    ReleaseSRWLockExclusive(&lock);
}

static struct endpoint **bucket_of(SOCKET socket)
{
    return &buckets[(socket >> 2) % BUCKETS];
}

static struct endpoint *look_up(SOCKET socket)
{
    struct endpoint *endpoint = *bucket_of(socket);
    while (endpoint && endpoint->socket != socket)
        endpoint = endpoint->next;
    return endpoint;
}

struct endpoint *endpoint_find(SOCKET socket, const char *function)
{
    struct endpoint *endpoint = look_up(socket);
    if (endpoint)
        return endpoint;
    endpoints_unlock();
    if (socket == INVALID_SOCKET)
        rras_misused(RRAS_MISUSE_HANDLE, function, "INVALID_SOCKET is not open");
    else
        rras_misused(RRAS_MISUSE_HANDLE, function, "the socket %#llx is not open", (unsigned long long)socket);
    endpoints_lock();
    SetLastError(WSAENOTSOCK);
    return NULL;
}

struct endpoint *endpoint_add(SOCKET below, int family, int type)
{
    struct endpoint *endpoint = below != INVALID_SOCKET ? calloc(1, sizeof *endpoint) : NULL;
    if (!endpoint) {
        if (below != INVALID_SOCKET) {
            rras_below_close(below);
            SetLastError(WSAENOBUFS);
        }
        return NULL;
    }
    struct endpoint **bucket = bucket_of(below);
    *endpoint = (struct endpoint){
        .next = *bucket, .socket = below, .family = family, .type = type, .receives = true, .sends = true};
    return *bucket = endpoint;
}

void endpoint_remove(struct endpoint *endpoint)
{
    struct endpoint **place = bucket_of(endpoint->socket);
    while (*place != endpoint)
        place = &(*place)->next;
    *place = endpoint->next;
    while (endpoint->first)
        endpoint_take(endpoint);
    rras_below_close(endpoint->socket);
    free(endpoint);
    WakeAllConditionVariable(&changed);
}

uint64_t endpoints_now(void)
{
    ULONGLONG ticks;
    QueryUnbiasedInterruptTime(&ticks);
    return ticks * NS_PER_TICK;
}

USHORT endpoints_next_port(void)
{
    last_port = last_port == PORT_LAST ? PORT_FIRST : last_port + 1;
    return last_port;
}

/* --- peers --- */

static bool is_at(const struct rras_peer *peer, bool tcp, uint32_t ipv4, uint16_t port)
{
    return peer->tcp == tcp && peer->ipv4 == ipv4 && peer->port == port;
}

const struct rras_peer *endpoint_peer_at(bool tcp, const SOCKADDR *address)
{
    const struct rras_world *world = rras_world();
    SOCKADDR_IN four;
    if (address->sa_family != AF_INET)
        return NULL;
    memcpy(&four, address, sizeof four);
    for (size_t i = 0; i < world->peer_count; i++)
        if (is_at(&world->peers[i], tcp, ntohl(four.sin_addr.s_addr), ntohs(four.sin_port)))
            return &world->peers[i];
    return NULL;
}

static bool contains(const char *bytes, size_t size, const char *part)
{
    size_t length = strlen(part);
    for (size_t at = 0; at + length <= size; at++)
        if (memcmp(bytes + at, part, length) == 0)
            return true;
    return false;
}

/* Of those at that address the first that answers to this; NULL: nobody does */
static const struct rras_peer *who_answers(const struct rras_peer *at, const char *bytes, size_t size)
{
    const struct rras_world *world = rras_world();
    for (const struct rras_peer *peer = at; peer < world->peers + world->peer_count; peer++)
        if (is_at(peer, at->tcp, at->ipv4, at->port) && contains(bytes, size, peer->when))
            return peer;
    return NULL;
}

/* A line with the peer's name, and what it was sent: what is not printable, and the backslash, as \xNN */
static bool say(const struct rras_peer *peer, const char *bytes, size_t size)
{
    enum { LONGEST = 4 };
    static const char digits[] = "0123456789abcdef";
    size_t length = strlen(peer->name);
    char *line = malloc(length + LONGEST * size + sizeof "^^\n"), *at = line;
    if (!line)
        return false;
    *at++ = RRAS_PEER_MARK;
    memcpy(at, peer->name, length);
    at += length;
    *at++ = RRAS_ENTRY_SEPARATOR;
    for (size_t i = 0; i < size; i++) {
        unsigned char byte = (unsigned char)bytes[i];
        if (byte >= ' ' && byte < 0x7f && byte != '\\') {
            *at++ = (char)byte;
            continue;
        }
        *at++ = '\\';
        *at++ = 'x';
        *at++ = digits[byte >> 4];
        *at++ = digits[byte & 0xf];
    }
    *at++ = '\n';
    *at = '\0';
    rras_say(line);
    free(line);
    return true;
}

static bool add_arrival(struct endpoint *endpoint, const struct arrival *arrival)
{
    struct arrival *copy = malloc(sizeof *copy), **place = &endpoint->first;
    if (!copy)
        return false;
    while (*place && (*place)->at_ns <= arrival->at_ns)
        place = &(*place)->next;
    *copy = *arrival;
    copy->next = *place;
    *place = copy;
    return true;
}

bool endpoint_ask(struct endpoint *endpoint, const struct rras_peer *peer, const char *bytes, size_t size)
{
    const struct rras_peer *answers = who_answers(peer, bytes, size);
    bool fine = say(answers ? answers : peer, bytes, size);
    if (!fine || !answers)
        return fine;
    struct arrival arrival = {.at_ns = endpoints_now() + answers->after_ns, .peer = answers};
    if (answers->resets) {
        arrival.kind = ARRIVES_RESET;
        fine = add_arrival(endpoint, &arrival);
    }
    if (answers->answer)
        fine = add_arrival(endpoint, &arrival);
    if (answers->closes) {
        arrival.kind = ARRIVES_END;
        fine = fine && add_arrival(endpoint, &arrival);
    }
    WakeAllConditionVariable(&changed);
    return fine;
}

struct arrival *endpoint_arrived(const struct endpoint *endpoint)
{
    return endpoint->first && endpoint->first->at_ns <= endpoints_now() ? endpoint->first : NULL;
}

void endpoint_take(struct endpoint *endpoint)
{
    struct arrival *first = endpoint->first;
    endpoint->first = first->next;
    free(first);
}

bool endpoint_of_peers(const struct endpoint *endpoint)
{
    return endpoint->peer || endpoint->first || !endpoint->below;
}

/* --- waiting --- */

/* What peers have brought; of a socket that has met nobody yet, what the system says of one */
static SHORT found_of_peers(const struct interest *interest)
{
    const struct endpoint *endpoint = interest->endpoint;
    bool datagrams = endpoint->type == SOCK_DGRAM, connected = endpoint->peer != NULL;
    SHORT found = 0;
    if (endpoint_arrived(endpoint) || (connected && !endpoint->receives) || endpoint->reset)
        found |= POLLRDNORM;
    if (datagrams || connected)
        found |= POLLWRNORM;
    if (!datagrams && (endpoint->reset || (endpoint_arrived(endpoint) && endpoint->first->kind != ARRIVES_ANSWER)))
        found |= POLLHUP;
    return found & (interest->events | POLLHUP);
}

/* Another thread may have closed one meanwhile. */
static int look(struct interest *interests, ULONG count)
{
    int ready = 0;
    for (ULONG i = 0; i < count; i++) {
        struct interest *interest = &interests[i];
        interest->found = 0;
        if (interest->socket == INVALID_SOCKET)
            continue;
        if (!(interest->endpoint = look_up(interest->socket)))
            interest->found = POLLNVAL;
        else if (endpoint_of_peers(interest->endpoint))
            interest->found = found_of_peers(interest);
        ready += interest->found != 0;
    }
    return ready;
}

/* When the first of what is under way arrives */
static uint64_t next_arrival(const struct interest *interests, ULONG count)
{
    uint64_t next = ENDPOINTS_NEVER;
    for (ULONG i = 0; i < count; i++) {
        const struct arrival *arrival = interests[i].endpoint ? interests[i].endpoint->first : NULL;
        if (arrival && (interests[i].events & POLLRDNORM) && arrival->at_ns < next)
            next = arrival->at_ns;
    }
    return next;
}

static DWORD ms_until(uint64_t until_ns)
{
    uint64_t now = endpoints_now();
    uint64_t ms = until_ns > now ? (until_ns - now + NS_PER_MS - 1) / NS_PER_MS : 0;
    return until_ns == ENDPOINTS_NEVER ? INFINITE : ms < INT_MAX ? (DWORD)ms : INT_MAX;
}

/* Asks the system, and waits there for so long; the lock is given back meanwhile */
static int look_below(struct interest *interests, ULONG count, DWORD ms)
{
    WSAPOLLFD sockets[POLLED_MOST];
    ULONG which[POLLED_MOST], polled = 0;
    for (ULONG i = 0; i < count && polled < POLLED_MOST; i++)
        if (interests[i].endpoint && interests[i].endpoint->below) {
            which[polled] = i;
            sockets[polled++] = (WSAPOLLFD){.fd = interests[i].endpoint->socket, .events = interests[i].events};
        }
    if (!polled)
        return 0;
    endpoints_unlock();
    int found = rras_below_poll(sockets, polled, ms == INFINITE ? -1 : (int)ms), ready = 0;
    endpoints_lock();
    for (ULONG i = 0; found > 0 && i < polled; i++) {
        struct interest *interest = &interests[which[i]];
        ready += sockets[i].revents && !interest->found;
        interest->found |= sockets[i].revents;
    }
    return found < 0 ? SOCKET_ERROR : ready;
}

static bool any_below(const struct interest *interests, ULONG count)
{
    for (ULONG i = 0; i < count; i++)
        if (interests[i].endpoint && interests[i].endpoint->below)
            return true;
    return false;
}

int endpoints_await(struct interest *interests, ULONG count, uint64_t until_ns, const char *call)
{
    for (;;) {
        int ready = look(interests, count), below = look_below(interests, count, 0);
        uint64_t next = next_arrival(interests, count), limit = next < until_ns ? next : until_ns;
        DWORD ms = ms_until(limit);
        if (below < 0 || ready + below > 0 || (ms == 0 && limit == until_ns))
            return below < 0 ? below : ready + below;
        bool named = rras_schedule_mine();
        if (named)
            rras_schedule_call(call);
        if (any_below(interests, count))
            below = look_below(interests, count, ms);
        else
            SleepConditionVariableSRW(&changed, &lock, ms, 0);
        if (named)
            rras_schedule_call(NULL);
        if (below != 0)
            return below;
    }
}
