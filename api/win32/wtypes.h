/* SPDX-License-Identifier: MIT */
/**
 * @file wtypes.h
 * @brief What callouts use of this header is in windef.h.
 */
#include <windef.h>
