/* SPDX-License-Identifier: MIT */
/**
 * @file FileAPI.h
 * @brief Another spelling of fileapi.h, which is the same file on Windows.
 */
#include <fileapi.h>
