/* SPDX-License-Identifier: MIT */
/**
 * @file ShlWApi.h
 * @brief Another spelling of shlwapi.h, which is the same file on Windows.
 */
#include <shlwapi.h>
