/* SPDX-License-Identifier: MIT */
/* strsafe.h: everything twice, for wide and narrow characters. */
#include "wide_conversion.h"

#define RRAS_STRSAFE_NO_NAMES
#include <strsafe.h>

#include <stdio.h>
#include <wchar.h>

#define UNIT WCHAR
#define SUFFIX W
#define FORMAT vswprintf
#include "strsafe_unit.h"
#undef UNIT
#undef SUFFIX
#undef FORMAT

#define UNIT CHAR
#define SUFFIX A
#define FORMAT rras_format_narrow
#include "strsafe_unit.h"
