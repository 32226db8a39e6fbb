/* SPDX-License-Identifier: MIT */
/**
 * @file Ras.h
 * @brief Another spelling of ras.h, which is the same file on Windows.
 */
#include <ras.h>
