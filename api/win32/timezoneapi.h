/* SPDX-License-Identifier: MIT */
/**
 * @file timezoneapi.h
 * @brief What callouts use of this header is in sysinfoapi.h.
 */
#include <sysinfoapi.h>
