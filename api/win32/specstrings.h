/* SPDX-License-Identifier: MIT */
/**
 * @file specstrings.h
 * @brief What callouts use of this header is in sal.h.
 */
#include <sal.h>
