/* SPDX-License-Identifier: MIT */
/**
 * @file Rassapi.h
 * @brief Another spelling of rassapi.h, which is the same file on Windows.
 */
#include <rassapi.h>
