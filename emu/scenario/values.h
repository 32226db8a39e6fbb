/* SPDX-License-Identifier: MIT */
/**
 * @file values.h
 * The values that scenarios and options write as words and numbers.
 */
#ifndef RRASEMU_SCENARIO_VALUES_H
#define RRASEMU_SCENARIO_VALUES_H

#include <stdbool.h>
#include <stdint.h>

/** A whole number in decimal, nothing before or behind it. */
bool value_uint64(const char *string, uint64_t *number);

/** Bytes: `4 KB`, `1.5MiB`, `0`; units B kB KB MB GB TB (1000) and KiB MiB GiB TiB (1024). */
bool value_size(const char *string, uint64_t *bytes);

/** `192.168.1.1`, in host order. */
bool value_ipv4(const char *string, uint32_t *address);

/** `192.168.1.1-192.168.1.254`, the first not behind the last and at most 2^20 addresses. */
bool value_ipv4_range(const char *string, uint32_t range[2]);

/** An IPv6 address whose lower 64 bits are zero, perhaps with `/64`: its upper eight bytes. */
bool value_ipv6_prefix(const char *string, uint8_t prefix[8]);

#endif
