/* SPDX-License-Identifier: MIT */
/**
 * @file MprError.h
 * @brief Another spelling of mprerror.h, which is the same file on Windows.
 */
#include <mprerror.h>
