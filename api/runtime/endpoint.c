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

/* Who waits for the system's sockets is woken by one of his own, for as long as he waits. */
struct bell {
    struct bell *next;
    SOCKET socket;
    bool rung;
};
static struct bell *bells;

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

/* Something will arrive, or an endpoint is gone. */
static void tell_change(void)
{
    WakeAllConditionVariable(&changed);
    for (const struct bell *bell = bells; bell; bell = bell->next)
        rras_below_send(bell->socket, "", 1, NULL, 0);
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
    tell_change();
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
    tell_change();
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
    return found & (interest->events | (interest->events & (POLLRDNORM | POLLWRNORM) ? POLLHUP : 0));
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

/* What the system tells of a socket. One that waits for its connection has it, or cannot have it: then it can neither be read
 * nor be written to. */
static SHORT found_below(struct interest *interest, SHORT told)
{
    struct endpoint *endpoint = interest->endpoint;
    if (endpoint->connecting && (told & POLLERR))
        return POLLERR;
    if (endpoint->connecting && (told & POLLWRNORM)) {
        endpoint->connecting = false;
        endpoint->connected = true;
    }
    if (told & POLLERR)
        told |= POLLRDNORM;
    return told & (interest->events | (interest->events & (POLLRDNORM | POLLWRNORM) ? POLLHUP | POLLERR : 0));
}

/* Asks the system, and waits there for so long; the lock is given back meanwhile, so that any of them may be closed */
static int look_below(struct interest *interests, ULONG count, DWORD ms, struct bell *bell)
{
    WSAPOLLFD sockets[POLLED_MOST];
    ULONG which[POLLED_MOST], polled = 0, ready = 0;
    for (ULONG i = 0; i < count && polled < POLLED_MOST - 1; i++)
        if (interests[i].endpoint && interests[i].endpoint->below) {
            which[polled] = i;
            sockets[polled++] = (WSAPOLLFD){.fd = interests[i].socket,
                                            .events = interests[i].events & (POLLIN | POLLOUT)};
        }
    if (!polled)
        return 0;
    bool rings = bell && bell->socket != INVALID_SOCKET;
    if (rings)
        sockets[polled] = (WSAPOLLFD){.fd = bell->socket, .events = POLLIN};
    endpoints_unlock();
    int found = rras_below_poll(sockets, polled + rings, ms == INFINITE ? -1 : (int)ms);
    endpoints_lock();
    if (rings)
        bell->rung = found > 0 && sockets[polled].revents;
    for (ULONG i = 0; i < count; i++)
        if (interests[i].socket != INVALID_SOCKET && !(interests[i].endpoint = look_up(interests[i].socket)))
            interests[i].found = POLLNVAL;
    for (ULONG i = 0; found > 0 && i < polled; i++)
        if (interests[which[i]].endpoint && sockets[i].revents)
            interests[which[i]].found |= found_below(&interests[which[i]], sockets[i].revents);
    for (ULONG i = 0; i < count; i++)
        ready += interests[i].found != 0;
    return found < 0 ? SOCKET_ERROR : (int)ready;
}

/* A datagram to itself rings it. */
static void begin_bell(struct bell *bell)
{
    SOCKADDR_STORAGE own;
    SOCKADDR_IN loopback = {.sin_family = AF_INET, .sin_addr.s_addr = htonl(INADDR_LOOPBACK)};
    bell->rung = false;
    bell->socket = rras_below_open(AF_INET, SOCK_DGRAM, IPPROTO_UDP);
    if (bell->socket == INVALID_SOCKET)
        return;
    rras_below_bind(bell->socket, (const SOCKADDR *)&loopback, sizeof loopback);
    if (rras_below_name(bell->socket, false, &own) == 0)
        rras_below_connect(bell->socket, (const SOCKADDR *)&own, sizeof loopback);
    bell->next = bells;
    bells = bell;
}

static void end_bell(struct bell *bell)
{
    if (bell->socket == INVALID_SOCKET)
        return;
    struct bell **place = &bells;
    while (*place != bell)
        place = &(*place)->next;
    *place = bell->next;
    rras_below_close(bell->socket);
}

static bool any_below(const struct interest *interests, ULONG count)
{
    for (ULONG i = 0; i < count; i++)
        if (interests[i].endpoint && interests[i].endpoint->below)
            return true;
    return false;
}

/* Waits for a change, or until the limit. Where waiting takes real time, in which the clock stands, a moment of it is real and
 * the rest is slept: for the system's sockets under Wine, and for all without a schedule. */
static int wait_for_change(struct interest *interests, ULONG count, uint64_t limit, const char *call)
{
    enum { MOMENT_MS = 100 };
    bool scheduled = rras_schedule_mine(), below = any_below(interests, count), changes;
    bool real = !scheduled || (below && RRAS_BELOW_IS_REAL);
    DWORD whole = ms_until(limit), ms = real && whole != INFINITE && whole > MOMENT_MS ? MOMENT_MS : whole;
    int ready = 0;
    if (scheduled)
        rras_schedule_call(call);
    if (below) {
        struct bell bell;
        begin_bell(&bell);
        ready = look_below(interests, count, ms, &bell);
        changes = ready != 0 || bell.rung;
        end_bell(&bell);
    } else {
        changes = SleepConditionVariableSRW(&changed, &lock, ms, 0);
    }
    if (scheduled)
        rras_schedule_call(NULL);
    uint64_t now = endpoints_now();
    if (!changes && limit != ENDPOINTS_NEVER && now < limit) {
        endpoints_unlock();
        rras_clock_sleep(limit - now);
        endpoints_lock();
    }
    return ready;
}

int endpoints_await(struct interest *interests, ULONG count, uint64_t until_ns, const char *call)
{
    for (;;) {
        int there = look(interests, count), ready = look_below(interests, count, 0, NULL);
        ready = ready == 0 ? there : ready;
        uint64_t next = next_arrival(interests, count), limit = next < until_ns ? next : until_ns;
        if (ready != 0 || (ms_until(limit) == 0 && limit == until_ns))
            return ready;
        if ((ready = wait_for_change(interests, count, limit, call)) != 0)
            return ready;
    }
}
