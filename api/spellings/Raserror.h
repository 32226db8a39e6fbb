/* SPDX-License-Identifier: MIT */
/**
 * @file Raserror.h
 * @brief Another spelling of raserror.h, which is the same file on Windows.
 */
#include <raserror.h>
