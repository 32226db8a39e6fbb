/* SPDX-License-Identifier: MIT */
/**
 * @file MprApi.h
 * @brief Another spelling of mprapi.h, which is the same file on Windows.
 */
#include <mprapi.h>
