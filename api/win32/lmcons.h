/* SPDX-License-Identifier: MIT */
/**
 * @file lmcons.h
 * Lengths of network names (POSIX). None counts the final NUL.
 */
#ifndef NETCONS_INCLUDED
#define NETCONS_INCLUDED

/**
 * @defgroup lmcons Lengths of network names
 * Characters without the final NUL.
 * @{
 */

#define CNLEN 15            /**< Computer name. */
#define DNLEN 15            /**< Domain name. */
#define UNCLEN 17           /**< Computer name with its two leading backslashes. */
#define UNLEN 256           /**< User name. */
#define PWLEN 256           /**< Password. */
#define NETBIOS_NAME_LEN 16 /**< NetBIOS name. */

/** @} */

#endif /* NETCONS_INCLUDED */
