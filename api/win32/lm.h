/* SPDX-License-Identifier: MIT */
/**
 * @file lm.h
 * @brief Of network management, the lengths of names and the error codes.
 *
 * The functions that ask for accounts and groups are not offered: accounts are the scenario's, and a callout learns of
 * them what RAS hands it.
 */
#ifndef RRAS_WIN32_LM_H
#define RRAS_WIN32_LM_H

#include <lmcons.h>
#include <lmerr.h>
#include <windef.h>

typedef DWORD NET_API_STATUS; /**< An error of lmerr.h or winerror.h. */

#endif
