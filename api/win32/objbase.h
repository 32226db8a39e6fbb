/* SPDX-License-Identifier: MIT */
/**
 * @file objbase.h
 * @brief Of COM, what combaseapi.h has.
 */
#ifndef RRAS_WIN32_OBJBASE_H
#define RRAS_WIN32_OBJBASE_H

#include <combaseapi.h>

#endif
