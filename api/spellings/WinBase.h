/* SPDX-License-Identifier: MIT */
/**
 * @file WinBase.h
 * @brief Another spelling of winbase.h, which is the same file on Windows.
 */
#include <winbase.h>
