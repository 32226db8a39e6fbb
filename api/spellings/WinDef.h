/* SPDX-License-Identifier: MIT */
/**
 * @file WinDef.h
 * @brief Another spelling of windef.h, which is the same file on Windows.
 */
#include <windef.h>
