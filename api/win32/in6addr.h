/* SPDX-License-Identifier: MIT */
/**
 * @file in6addr.h
 * @brief The Windows form of an IPv6 address.
 *
 * It is aligned to 2 bytes, the system's `struct in6_addr` to 4: the two are different types with
 * the same 16 bytes. The tag is our own, so `<netinet/in.h>` may come before or after.
 */
#ifndef RRAS_WIN32_IN6ADDR_H
#define RRAS_WIN32_IN6ADDR_H

#include <windef.h>

/** An IPv6 address in network byte order. */
typedef struct rras_in6_addr {
    /** The address as bytes or words. */
    union {
        UCHAR Byte[16]; /**< Sixteen bytes, in the order they are written. */
        USHORT Word[8]; /**< Eight words, each in network byte order. */
    } u;                /**< The address. */
} IN6_ADDR;

typedef IN6_ADDR *PIN6_ADDR;  /**< Address of an IN6_ADDR. */
typedef IN6_ADDR *LPIN6_ADDR; /**< Address of an IN6_ADDR. */

#endif
