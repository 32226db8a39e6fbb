/* SPDX-License-Identifier: MIT */
#include "core/temporary.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>

bool temporary_folder(char path[PATH_MAX])
{
    const char *place = getenv("TMPDIR");
    errno = ENAMETOOLONG;
    return snprintf(path, PATH_MAX, "%s/rrasemu-XXXXXX", place && *place == '/' ? place : "/tmp") < PATH_MAX &&
           mkdtemp(path) != NULL;
}
