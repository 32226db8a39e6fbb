/* SPDX-License-Identifier: MIT */
/**
 * @file ws2ipdef.h
 * @brief What callouts use of this header is in ws2tcpip.h.
 */
#include <ws2tcpip.h>
