/* SPDX-License-Identifier: MIT */
/**
 * @file In6Addr.h
 * @brief Another spelling of in6addr.h, which is the same file on Windows.
 */
#include <in6addr.h>
