/* SPDX-License-Identifier: MIT */
/**
 * @file lmerr.h
 * @brief Error codes of the network management functions.
 */
#ifndef RRAS_WIN32_LMERR_H
#define RRAS_WIN32_LMERR_H

#define NERR_Success 0            /**< The operation succeeded. */
#define NERR_BASE 2100            /**< The first code of this range. */
#define NERR_BufTooSmall 2123     /**< The buffer is too small. */
#define NERR_GroupNotFound 2220   /**< There is no such group. */
#define NERR_UserNotFound 2221    /**< There is no such user. */
#define NERR_InvalidComputer 2351 /**< The computer name is wrong. */
#define NERR_DCNotFound 2453      /**< Nobody controls that domain. */

#endif
