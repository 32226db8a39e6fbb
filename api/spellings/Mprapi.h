/* SPDX-License-Identifier: MIT */
/**
 * @file Mprapi.h
 * @brief Another spelling of mprapi.h, which is the same file on Windows.
 */
#include <mprapi.h>
