/* SPDX-License-Identifier: MIT */
/**
 * @file lmwksta.h
 * @brief What callouts use of this header is in lm.h.
 */
#include <lm.h>
