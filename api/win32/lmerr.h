/* SPDX-License-Identifier: MIT */
/**
 * @file lmerr.h
 * @brief Error codes of the network management functions, as far as RAS returns them.
 */
#ifndef RRAS_WIN32_LMERR_H
#define RRAS_WIN32_LMERR_H

#define NERR_Success 0            /**< The operation succeeded. */
#define NERR_BASE 2100            /**< The first code of this range. */
#define NERR_InvalidComputer 2351 /**< The computer name is wrong. */

#endif
