/* SPDX-License-Identifier: MIT */
/**
 * @file directory.h
 * @brief The accounts of the scenario, and the groups they are in. Internal to the run-time library.
 *
 * Names are compared as Windows does, whatever their case. A user may be named `alice`, `DOMAIN\alice` or `alice@domain`. A group
 * belongs to this machine.
 */
#ifndef RRAS_RUNTIME_DIRECTORY_H
#define RRAS_RUNTIME_DIRECTORY_H

#include "world.h"

#include <windows.h>

enum { DIRECTORY_NAME_BYTES = 4 * 256 + 2, DIRECTORY_NOBODY = -1 };

/** The place of the account of that name, of that domain where one is given; DIRECTORY_NOBODY. */
int directory_account(LPCWSTR name, LPCWSTR domain);

/** The place of the group of that name; DIRECTORY_NOBODY. */
int directory_group(LPCWSTR name);

/** Whether that account is in that group. */
BOOL directory_is_member(int account, size_t group);

/** Whether a wide name and one of the directory are one. */
BOOL directory_is_same(LPCWSTR wide, const char *name);

#endif
