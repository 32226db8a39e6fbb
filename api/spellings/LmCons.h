/* SPDX-License-Identifier: MIT */
/**
 * @file LmCons.h
 * @brief Another spelling of lmcons.h, which is the same file on Windows.
 */
#include <lmcons.h>
