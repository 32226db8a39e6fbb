/* SPDX-License-Identifier: MIT */
/* Paths as texts, of the C run-time library; crt_path_unit.h, twice. */
#include "stream.h"

#include "path.h"

#include <errno.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <wchar.h>

static const char here_narrow[] = ".";
static const wchar_t here_wide[] = L".";

#define UNIT char
#define OF(name) name##_narrow
#define SPLITPATH_S _splitpath_s
#define SPLITPATH _splitpath
#define MAKEPATH_S _makepath_s
#define MAKEPATH _makepath
#define FULLPATH _fullpath
#define GET_FULL_PATH GetFullPathNameA
#include "crt_path_unit.h"
#undef UNIT
#undef OF
#undef SPLITPATH_S
#undef SPLITPATH
#undef MAKEPATH_S
#undef MAKEPATH
#undef FULLPATH
#undef GET_FULL_PATH

#define UNIT wchar_t
#define OF(name) name##_wide
#define SPLITPATH_S _wsplitpath_s
#define SPLITPATH _wsplitpath
#define MAKEPATH_S _wmakepath_s
#define MAKEPATH _wmakepath
#define FULLPATH _wfullpath
#define GET_FULL_PATH GetFullPathNameW
#include "crt_path_unit.h"
