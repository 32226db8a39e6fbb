/* SPDX-License-Identifier: MIT */
/**
 * @file Ws2TcpIp.h
 * @brief Another spelling of ws2tcpip.h, which is the same file on Windows.
 */
#include <ws2tcpip.h>
