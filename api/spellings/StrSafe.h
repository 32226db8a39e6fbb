/* SPDX-License-Identifier: MIT */
/**
 * @file StrSafe.h
 * @brief Another spelling of strsafe.h, which is the same file on Windows.
 */
#include <strsafe.h>
