/* SPDX-License-Identifier: MIT */
/**
 * @file WinUser.h
 * @brief Another spelling of winuser.h, which is the same file on Windows.
 */
#include <winuser.h>
