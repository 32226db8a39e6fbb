/* SPDX-License-Identifier: MIT */
#include "scenario/source.h"

#include <errno.h>
#include <stdio.h>
#include <string.h>

/* What the system says of a file, which decides the class too */
static bool refuse(struct error *error, const char *path, const char *what)
{
    return errno == ENOMEM ? error_out_of_memory(error)
                           : error_set(error, FAILURE_USAGE, "%s: %s: %s", path, what, strerror(errno));
}

static bool read_all(FILE *file, struct text *text)
{
    char buffer[65536];
    size_t count;
    while (text->length <= SOURCE_LARGEST && (count = fread(buffer, 1, sizeof buffer, file)) > 0)
        text_add_bytes(text, buffer, count);
    return !ferror(file);
}

bool source_read(struct text *text, const char *path, const char *kind, struct error *error)
{
    FILE *file = fopen(path, "re");
    if (!file && errno == ENOENT)
        return error_set(error, FAILURE_USAGE, "%s: no such %s", path, kind);
    if (!file)
        return refuse(error, path, "cannot be opened for reading");
    bool fine = read_all(file, text) || refuse(error, path, "cannot be read");
    fclose(file);
    if (!fine)
        return false;
    if (text->length > SOURCE_LARGEST)
        return error_set(error, FAILURE_USAGE, "%s: larger than %d MiB", path, SOURCE_LARGEST >> 20);
    return !text->failed || error_out_of_memory(error);
}
