/* SPDX-License-Identifier: MIT */
/* Names of machines and services: ws2tcpip.h. What has a name is a peer of the scenario, or this machine. */
#include "endpoint.h"
#include "misuse.h"
#include "socket_option.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* What getaddrinfo() is asked for */
struct question {
    const char *node, *service;
    int flags, family, type, protocol;
};

/* The services that callouts ask */
static const struct {
    const char *name;
    USHORT port;
} services[] = {{"http", 80},    {"https", 443},   {"ldap", 389},     {"ldaps", 636}, {"domain", 53},
                {"syslog", 514}, {"radius", 1812}, {"radacct", 1813}, {"ntp", 123},   {"smtp", 25}};

int WINAPI gethostname(char *name, int size)
{
    char own[MAX_COMPUTERNAME_LENGTH + 1];
    DWORD length = sizeof own;
    if (!rras_sockets_begun() || !name || !GetComputerNameA(own, &length) || (int)length >= size) {
        SetLastError(rras_sockets_begun() ? WSAEFAULT : WSANOTINITIALISED);
        return SOCKET_ERROR;
    }
    memcpy(name, own, length + 1);
    return 0;
}

static bool is_same_name(const char *a, const char *b)
{
    return _stricmp(a, b) == 0;
}

/* The port of a service; -1: there is none */
static int port_of(const char *service)
{
    char *end;
    if (!service || !*service)
        return 0;
    unsigned long number = strtoul(service, &end, 10);
    if (!*end)
        return number <= 0xffff ? (int)number : -1;
    for (size_t i = 0; i < sizeof services / sizeof *services; i++)
        if (is_same_name(service, services[i].name))
            return services[i].port;
    return -1;
}

/* The address a name stands for; false: it is none that is known */
static bool find_name(const char *node, IN_ADDR *address)
{
    char own[MAX_COMPUTERNAME_LENGTH + 1];
    DWORD length = sizeof own;
    const struct rras_world *world = rras_world();
    for (size_t i = 0; i < world->peer_count; i++)
        if (*world->peers[i].host && is_same_name(node, world->peers[i].host)) {
            address->s_addr = htonl(world->peers[i].ipv4);
            return true;
        }
    address->s_addr = htonl(INADDR_LOOPBACK);
    return is_same_name(node, "localhost") || (GetComputerNameA(own, &length) && is_same_name(node, own));
}

HOSTENT *WINAPI gethostbyname(const char *name)
{
    static _Thread_local IN_ADDR address;
    static _Thread_local char *addresses[2], *aliases[1], known[256];
    static _Thread_local HOSTENT found;
    bool begun = rras_sockets_begun();
    if (!begun || !name || strlen(name) >= sizeof known ||
        (inet_pton(AF_INET, name, &address) != 1 && !find_name(name, &address))) {
        if (begun && name)
            rras_misused(RRAS_MISUSE_NETWORK, "gethostbyname", "the name %.100s", name);
        SetLastError(begun ? WSAHOST_NOT_FOUND : WSANOTINITIALISED);
        return NULL;
    }
    strcpy(known, name);
    addresses[0] = (char *)&address;
    found = (HOSTENT){known, aliases, AF_INET, sizeof address, addresses};
    return &found;
}

/* One more at the end; false: no memory */
static bool add(ADDRINFOA **list, const struct question *question, int type, const SOCKADDR *address)
{
    int size = rras_address_size(address->sa_family);
    ADDRINFOA *made = calloc(1, sizeof *made + (size_t)size);
    if (!made)
        return false;
    *made = (ADDRINFOA){.ai_family = address->sa_family,
                        .ai_socktype = type,
                        .ai_protocol = question->protocol,
                        .ai_addrlen = (size_t)size,
                        .ai_addr = (SOCKADDR *)(made + 1)};
    memcpy(made->ai_addr, address, (size_t)size);
    if (question->flags & AI_CANONNAME && !*list && question->node)
        made->ai_canonname = _strdup(question->node);
    while (*list)
        list = &(*list)->ai_next;
    *list = made;
    return true;
}

static bool add_four(ADDRINFOA **list, const struct question *question, IN_ADDR address, int port)
{
    const SOCKADDR_IN four = {.sin_family = AF_INET, .sin_port = htons((USHORT)port), .sin_addr = address};
    return add(list, question, question->type, (const SOCKADDR *)&four);
}

static bool add_six(ADDRINFOA **list, const struct question *question, const IN6_ADDR *address, int port)
{
    const SOCKADDR_IN6 six = {.sin6_family = AF_INET6, .sin6_port = htons((USHORT)port), .sin6_addr = *address};
    return add(list, question, question->type, (const SOCKADDR *)&six);
}

static int answer(const struct question *question, ADDRINFOA **list)
{
    IN_ADDR four = {0};
    IN6_ADDR six = {0};
    int port = port_of(question->service);
    bool wants4 = question->family != AF_INET6, wants6 = question->family != AF_INET,
         passive = question->flags & AI_PASSIVE;
    if (port < 0)
        return WSATYPE_NOT_FOUND;
    if (!question->node) {
        four.s_addr = passive ? INADDR_ANY : htonl(INADDR_LOOPBACK);
        six.s6_addr[sizeof six - 1] = !passive;
        return (!wants6 || add_six(list, question, &six, port)) && (!wants4 || add_four(list, question, four, port))
                   ? 0
                   : WSA_NOT_ENOUGH_MEMORY;
    }
    if (inet_pton(AF_INET6, question->node, &six) == 1)
        return !wants6 ? WSAHOST_NOT_FOUND : add_six(list, question, &six, port) ? 0 : WSA_NOT_ENOUGH_MEMORY;
    bool numeric = inet_pton(AF_INET, question->node, &four) == 1;
    if (!numeric && (question->flags & AI_NUMERICHOST))
        return WSAHOST_NOT_FOUND;
    if (!numeric && !find_name(question->node, &four)) {
        rras_misused(RRAS_MISUSE_NETWORK, "getaddrinfo", "the name %s", question->node);
        return WSAHOST_NOT_FOUND;
    }
    return !wants4 ? WSANO_DATA : add_four(list, question, four, port) ? 0 : WSA_NOT_ENOUGH_MEMORY;
}

VOID WINAPI freeaddrinfo(ADDRINFOA *list)
{
    while (list) {
        ADDRINFOA *next = list->ai_next;
        free(list->ai_canonname);
        free(list);
        list = next;
    }
}

INT WINAPI getaddrinfo(LPCSTR node, LPCSTR service, const ADDRINFOA *hints, ADDRINFOA **result)
{
    struct question question = {.node = node && *node ? node : NULL, .service = service};
    if (hints)
        question = (struct question){question.node,      service,           hints->ai_flags, hints->ai_family,
                                     hints->ai_socktype, hints->ai_protocol};
    bool known = question.family == AF_UNSPEC || rras_address_size(question.family);
    int code = !rras_sockets_begun()            ? WSANOTINITIALISED
               : !result || (!node && !service) ? (result ? WSAHOST_NOT_FOUND : WSAEFAULT)
               : !known                         ? WSAEAFNOSUPPORT
                                                : 0;
    ADDRINFOA *list = NULL;
    if (code == 0)
        code = answer(&question, &list);
    if (code != 0) {
        freeaddrinfo(list);
        list = NULL;
        SetLastError((DWORD)code);
    }
    if (result)
        *result = list;
    return code;
}

/* --- the same in wide strings --- */

VOID WINAPI FreeAddrInfoW(ADDRINFOW *list)
{
    while (list) {
        ADDRINFOW *next = list->ai_next;
        free(list->ai_canonname);
        free(list->ai_addr);
        free(list);
        list = next;
    }
}

static LPWSTR widen(LPCSTR text)
{
    int units = MultiByteToWideChar(CP_UTF8, 0, text, -1, NULL, 0);
    LPWSTR wide = malloc((size_t)units * sizeof *wide);
    if (wide)
        MultiByteToWideChar(CP_UTF8, 0, text, -1, wide, units);
    return wide;
}

static LPSTR narrow(LPCWSTR text)
{
    int bytes = text ? WideCharToMultiByte(CP_UTF8, 0, text, -1, NULL, 0, NULL, NULL) : 0;
    LPSTR made = bytes ? malloc((size_t)bytes) : NULL;
    if (made)
        WideCharToMultiByte(CP_UTF8, 0, text, -1, made, bytes, NULL, NULL);
    return made;
}

static ADDRINFOW *widen_list(const ADDRINFOA *list)
{
    ADDRINFOW *first = NULL, **place = &first;
    for (; list; list = list->ai_next) {
        ADDRINFOW *made = *place = calloc(1, sizeof *made);
        SOCKADDR *address = malloc(list->ai_addrlen);
        if (!made || !address) {
            free(address);
            FreeAddrInfoW(first);
            return NULL;
        }
        memcpy(address, list->ai_addr, list->ai_addrlen);
        *made = (ADDRINFOW){.ai_family = list->ai_family,
                            .ai_socktype = list->ai_socktype,
                            .ai_protocol = list->ai_protocol,
                            .ai_addrlen = list->ai_addrlen,
                            .ai_canonname = list->ai_canonname ? widen(list->ai_canonname) : NULL,
                            .ai_addr = address};
        place = &made->ai_next;
    }
    return first;
}

INT WINAPI GetAddrInfoW(LPCWSTR node, LPCWSTR service, const ADDRINFOW *hints, ADDRINFOW **result)
{
    ADDRINFOA narrow_hints = {0}, *list = NULL;
    LPSTR narrow_node = narrow(node), narrow_service = narrow(service);
    if (hints)
        narrow_hints = (ADDRINFOA){.ai_flags = hints->ai_flags,
                                   .ai_family = hints->ai_family,
                                   .ai_socktype = hints->ai_socktype,
                                   .ai_protocol = hints->ai_protocol};
    INT code = result ? getaddrinfo(narrow_node, narrow_service, &narrow_hints, &list) : WSAEFAULT;
    if (result) {
        *result = code == 0 ? widen_list(list) : NULL;
        code = code == 0 && !*result ? WSA_NOT_ENOUGH_MEMORY : code;
    }
    freeaddrinfo(list);
    free(narrow_node);
    free(narrow_service);
    return code;
}

INT WINAPI getnameinfo(const SOCKADDR *address, int length, PCHAR node, DWORD node_size, PCHAR service,
                       DWORD service_size, INT flags)
{
    WCHAR wide_node[NI_MAXHOST], wide_service[NI_MAXSERV];
    INT code = GetNameInfoW(address, length, node ? wide_node : NULL, node ? NI_MAXHOST : 0,
                            service ? wide_service : NULL, service ? NI_MAXSERV : 0,
                            flags | NI_NUMERICHOST | NI_NUMERICSERV);
    bool fine = code == 0 &&
                (!node || WideCharToMultiByte(CP_UTF8, 0, wide_node, -1, node, (int)node_size, NULL, NULL)) &&
                (!service || WideCharToMultiByte(CP_UTF8, 0, wide_service, -1, service, (int)service_size, NULL, NULL));
    return code ? code : fine ? 0 : WSAEFAULT;
}
