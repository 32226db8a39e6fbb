/* SPDX-License-Identifier: MIT */
#include "scenario/values.h"

#include <arpa/inet.h>
#include <string.h>

bool value_uint64(const char *string, uint64_t *number)
{
    uint64_t value = 0;
    if (!*string)
        return false;
    for (; *string; string++) {
        unsigned digit = (unsigned)(*string - '0');
        if (*string < '0' || *string > '9' || value > (UINT64_MAX - digit) / 10)
            return false;
        value = value * 10 + digit;
    }
    *number = value;
    return true;
}

static const struct {
    const char *name;
    uint64_t bytes;
} size_units[] = {
    {"B", 1},
    {"kB", 1000},
    {"KB", 1000},
    {"MB", 1000000},
    {"GB", 1000000000},
    {"TB", UINT64_C(1000000000000)},
    {"KiB", 1024},
    {"MiB", 1048576},
    {"GiB", 1073741824},
    {"TiB", UINT64_C(1099511627776)},
};

bool value_size(const char *string, uint64_t *bytes)
{
    uint64_t whole = 0, fraction = 0, scale = 1;
    const uint64_t most = UINT64_C(1) << 62;
    const char *at = string;
    if (*at < '0' || *at > '9')
        return false;
    for (; *at >= '0' && *at <= '9'; at++)
        if ((whole = whole * 10 + (uint64_t)(*at - '0')) > most)
            return false;
    if (*at == '.') {
        for (at++; *at >= '0' && *at <= '9' && scale < 1000000; at++, scale *= 10)
            fraction = fraction * 10 + (uint64_t)(*at - '0');
        if (scale == 1)
            return false;
    }
    while (*at == ' ')
        at++;
    if (!*at && whole == 0 && scale == 1) {
        *bytes = 0;
        return true;
    }
    for (size_t i = 0; i < sizeof size_units / sizeof *size_units; i++) {
        uint64_t unit = size_units[i].bytes;
        if (strcmp(at, size_units[i].name) != 0)
            continue;
        if (whole > most / unit)
            return false;
        *bytes = whole * unit + fraction * unit / scale;
        return true;
    }
    return false;
}

bool value_ipv4(const char *string, uint32_t *address)
{
    struct in_addr in;
    if (inet_pton(AF_INET, string, &in) != 1)
        return false;
    *address = ntohl(in.s_addr);
    return true;
}

bool value_endpoint(const char *string, uint32_t *address, uint16_t *port)
{
    char host[INET_ADDRSTRLEN];
    uint64_t number;
    size_t length = strcspn(string, ":");
    if (length >= sizeof host || !string[length] || !value_uint64(string + length + 1, &number) || number == 0 ||
        number > UINT16_MAX)
        return false;
    memcpy(host, string, length);
    host[length] = '\0';
    *port = (uint16_t)number;
    return value_ipv4(host, address) && *address != 0;
}

bool value_ipv4_range(const char *string, uint32_t range[2])
{
    enum { RANGE_MOST = 1 << 24 };
    char first[INET_ADDRSTRLEN];
    const char *dash = strchr(string, '-');
    size_t length = dash ? (size_t)(dash - string) : 0;
    if (!dash || length >= sizeof first)
        return false;
    memcpy(first, string, length);
    first[length] = '\0';
    return value_ipv4(first, &range[0]) && value_ipv4(dash + 1, &range[1]) && range[0] != 0 && range[0] <= range[1] &&
           range[1] - range[0] < RANGE_MOST;
}

bool value_ipv6_prefix(const char *string, struct ipv6_prefix *prefix)
{
    enum { BITS = 64 };
    static const uint8_t zero[8];
    char address[INET6_ADDRSTRLEN];
    struct in6_addr in;
    uint64_t bits = BITS, upper = 0;
    size_t length = strcspn(string, "/");
    if (length >= sizeof address ||
        (string[length] && (!value_uint64(string + length + 1, &bits) || bits == 0 || bits > BITS)))
        return false;
    memcpy(address, string, length);
    address[length] = '\0';
    if (inet_pton(AF_INET6, address, &in) != 1 || memcmp(in.s6_addr + 8, zero, 8) != 0)
        return false;
    for (int i = 0; i < 8; i++)
        upper = upper << 8 | in.s6_addr[i];
    if (bits < BITS && upper << bits != 0)
        return false;
    memcpy(prefix->bytes, in.s6_addr, 8);
    prefix->length = (uint32_t)bits;
    return true;
}
