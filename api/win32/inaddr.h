/* SPDX-License-Identifier: MIT */
/**
 * @file inaddr.h
 * @brief The Windows form of an IPv4 address.
 *
 * The structure has a tag of its own, and the Winsock short names (`s_addr`, `s_host`, ...) are not
 * macros here: `struct in_addr` stays the system's, so `<netinet/in.h>` may come before or after.
 */
#ifndef RRAS_WIN32_INADDR_H
#define RRAS_WIN32_INADDR_H

#include <windef.h>

/** An IPv4 address in network byte order. */
typedef struct rras_in_addr {
    /** The address as bytes, words or one number. */
    union {
        /** Four bytes, in the order they are written. */
        struct {
            UCHAR s_b1; /**< First byte. */
            UCHAR s_b2; /**< Second byte. */
            UCHAR s_b3; /**< Third byte. */
            UCHAR s_b4; /**< Fourth byte. */
        } S_un_b;       /**< As bytes. */
        /** Two words. */
        struct {
            USHORT s_w1; /**< First word. */
            USHORT s_w2; /**< Second word. */
        } S_un_w;        /**< As words. */
        ULONG S_addr;    /**< As one number, network byte order. */
    } S_un;              /**< The address. */
} IN_ADDR;

typedef IN_ADDR *PIN_ADDR;  /**< Address of an IN_ADDR. */
typedef IN_ADDR *LPIN_ADDR; /**< Address of an IN_ADDR. */

#endif
