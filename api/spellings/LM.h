/* SPDX-License-Identifier: MIT */
/**
 * @file LM.h
 * @brief Another spelling of lm.h, which is the same file on Windows.
 */
#include <lm.h>
