/* SPDX-License-Identifier: MIT */
/* Paths as strings: shlwapi.h. */
#include <windows.h>

#include <shlwapi.h>
#include <stdbool.h>
#include <string.h>

#undef PathFindFileName
#define UNIT CHAR
#define OF(name) name##A
#define TEXT_OF(text) text
#include "shell_path_unit.h"
#undef UNIT
#undef OF
#undef TEXT_OF

#define UNIT WCHAR
#define OF(name) name##W
#define TEXT_OF(text) L##text
#include "shell_path_unit.h"
