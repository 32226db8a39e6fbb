/* SPDX-License-Identifier: MIT */
/**
 * @file RasError.h
 * @brief Another spelling of raserror.h, which is the same file on Windows.
 */
#include <raserror.h>
