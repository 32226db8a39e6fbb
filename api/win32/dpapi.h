/* SPDX-License-Identifier: MIT */
/**
 * @file dpapi.h
 * @brief Secrets that Windows keeps; see wincrypt.h.
 */
#include <wincrypt.h>
