/* SPDX-License-Identifier: MIT */
/**
 * @file share.h
 * @brief What _fsopen() and _sopen_s() let others do with the file meanwhile.
 */
#ifndef RRAS_WIN32_SHARE_H
#define RRAS_WIN32_SHARE_H

#define _SH_COMPAT 0x00 /**< Anything. */
#define _SH_DENYRW 0x10 /**< Nothing. */
#define _SH_DENYWR 0x20 /**< Read it. */
#define _SH_DENYRD 0x30 /**< Write it. */
#define _SH_DENYNO 0x40 /**< Read and write it. */
#define _SH_SECURE 0x80 /**< Read it, where it is only read here. */

/** @cond their older names */
#define SH_COMPAT _SH_COMPAT
#define SH_DENYRW _SH_DENYRW
#define SH_DENYWR _SH_DENYWR
#define SH_DENYRD _SH_DENYRD
#define SH_DENYNO _SH_DENYNO
/** @endcond */

#endif
