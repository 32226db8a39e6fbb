/* SPDX-License-Identifier: MIT */
/**
 * @file WS2tcpip.h
 * @brief Another spelling of ws2tcpip.h, which is the same file on Windows.
 */
#include <ws2tcpip.h>
