/* SPDX-License-Identifier: MIT */
/**
 * @file RasSapi.h
 * @brief Another spelling of rassapi.h, which is the same file on Windows.
 */
#include <rassapi.h>
