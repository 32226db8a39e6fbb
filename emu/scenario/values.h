/* SPDX-License-Identifier: MIT */
/**
 * @file values.h
 * The values that scenarios and options write as words and numbers.
 */
#ifndef RRASEMU_SCENARIO_VALUES_H
#define RRASEMU_SCENARIO_VALUES_H

#include "ras/server.h"

#include <stdbool.h>
#include <stdint.h>

/** A whole number in decimal, nothing before or behind it. */
bool value_uint64(const char *string, uint64_t *number);

/** Bytes: `4 KB`, `1.5MiB`, `0`; units B kB KB MB GB TB (1000) and KiB MiB GiB TiB (1024). */
bool value_size(const char *string, uint64_t *bytes);

/** `192.168.1.1`, in host order. */
bool value_ipv4(const char *string, uint32_t *address);

/** `192.168.1.1:1812`, in host order; neither may be 0. */
bool value_endpoint(const char *string, uint32_t *address, uint16_t *port);

/** `192.168.1.1-192.168.1.254`, the first not behind the last and at most 2^20 addresses. */
bool value_ipv4_range(const char *string, uint32_t range[2]);

/** An IPv6 prefix of at most 64 bits, as `2001:db8:0:1::/64`: its upper eight bytes and its length, which is
 * 64 where none is given. What is behind the prefix must be 0. */
bool value_ipv6_prefix(const char *string, struct ipv6_prefix *prefix);

#endif
