/* SPDX-License-Identifier: MIT */
#include "cli/dialect.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* #pragma comment(linker, "/ALTERNATENAME:a=b"): where its option stands in the line; NULL: it is none */
static const char *alternate_name(const char *line)
{
    static const char option[] = "ALTERNATENAME:";
    line += strspn(line, " \t");
    if (*line != '#' || strncmp(line + 1 + strspn(line + 1, " \t"), "pragma", strlen("pragma")) != 0)
        return NULL;
    const char *at = strstr(line, "comment");
    while (at && (at = strpbrk(at, "/-")) && strncasecmp(++at, option, sizeof option - 1) != 0)
        ;
    return at ? at - 1 : NULL;
}

bool dialect_check(const char *source, struct error *error)
{
    FILE *file = fopen(source, "re");
    char *line = NULL;
    size_t room = 0;
    bool fine = true;
    for (unsigned number = 1; file && fine && getline(&line, &room, file) >= 0; number++) {
        const char *at = alternate_name(line);
        if (at)
            fine = error_set(error, FAILURE_USAGE,
                             "%s:%u:%u: /ALTERNATENAME is known to the linker of Visual C++ alone, expected the other "
                             "function itself, with __attribute__((weak))",
                             source, number, (unsigned)(at - line + 1));
    }
    free(line);
    if (file)
        fclose(file);
    return fine;
}
