/* SPDX-License-Identifier: MIT */
/**
 * @file basetsd.h
 * @brief What callouts use of this header is in windef.h.
 */
#include <windef.h>
