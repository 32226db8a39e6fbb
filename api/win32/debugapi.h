/* SPDX-License-Identifier: MIT */
/**
 * @file debugapi.h
 * @brief What callouts use of this header is in winbase.h.
 */
#include <winbase.h>
