/* SPDX-License-Identifier: MIT */
/**
 * @file WinNT.h
 * @brief Another spelling of winnt.h, which is the same file on Windows.
 */
#include <winnt.h>
