/* SPDX-License-Identifier: MIT */
/**
 * @file WinError.h
 * @brief Another spelling of winerror.h, which is the same file on Windows.
 */
#include <winerror.h>
