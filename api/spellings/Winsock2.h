/* SPDX-License-Identifier: MIT */
/**
 * @file Winsock2.h
 * @brief Another spelling of winsock2.h, which is the same file on Windows.
 */
#include <winsock2.h>
