/* SPDX-License-Identifier: MIT */
/**
 * @file Windows.h
 * @brief Another spelling of windows.h, which is the same file on Windows.
 */
#include <windows.h>
