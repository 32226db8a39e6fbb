/* SPDX-License-Identifier: MIT */
/**
 * @file Tchar.h
 * @brief Another spelling of tchar.h, which is the same file on Windows.
 */
#include <tchar.h>
