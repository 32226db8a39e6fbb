/* SPDX-License-Identifier: MIT */
/**
 * @file Lm.h
 * @brief Another spelling of lm.h, which is the same file on Windows.
 */
#include <lm.h>
