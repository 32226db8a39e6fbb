/* SPDX-License-Identifier: MIT */
/**
 * @file WinSock2.h
 * @brief Another spelling of winsock2.h, which is the same file on Windows.
 */
#include <winsock2.h>
