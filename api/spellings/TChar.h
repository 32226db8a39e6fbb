/* SPDX-License-Identifier: MIT */
/**
 * @file TChar.h
 * @brief Another spelling of tchar.h, which is the same file on Windows.
 */
#include <tchar.h>
