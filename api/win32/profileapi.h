/* SPDX-License-Identifier: MIT */
/**
 * @file profileapi.h
 * @brief What callouts use of this header is in sysinfoapi.h.
 */
#include <sysinfoapi.h>
