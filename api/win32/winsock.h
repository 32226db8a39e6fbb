/* SPDX-License-Identifier: MIT */
/**
 * @file winsock.h
 * @brief What callouts use of this header is in winsock2.h.
 */
#include <winsock2.h>
