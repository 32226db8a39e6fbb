/* SPDX-License-Identifier: MIT */
#include "config.h"

#include "host/export_comment.h"

#ifdef HAVE_LIBDW

#include <dwarf.h>
#include <elfutils/libdw.h>
#include <fcntl.h>
#include <limits.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

/* The callout that a line exports; none: 0 */
static callout_set read_line(const char *line)
{
    static const char option[] = "EXPORT:";
    const char *pragma = strstr(line, "pragma"), *at = pragma ? strstr(pragma, "comment") : NULL;
    while (at && (at = strpbrk(at, "/-")) && strncasecmp(++at, option, sizeof option - 1) != 0)
        ;
    if (!at)
        return 0;
    char name[64];
    at += sizeof option - 1;
    snprintf(name, sizeof name, "%.*s", (int)strcspn(at, "\",=@ \t\r\n"), at);
    const struct callout *callout = callout_find(name);
    return callout ? CALLOUT_BIT(callout_id(callout)) : 0;
}

static callout_set read_source(const char *folder, const char *name)
{
    char path[PATH_MAX], line[1024];
    bool whole = name[0] == '/' || !folder;
    callout_set found = 0;
    snprintf(path, sizeof path, "%s%s%s", whole ? "" : folder, whole ? "" : "/", name);
    FILE *file = fopen(path, "re");
    while (file && fgets(line, sizeof line, file))
        found |= read_line(line);
    if (file)
        fclose(file);
    return found;
}

static const char *text_of(Dwarf_Die *die, unsigned attribute)
{
    Dwarf_Attribute place;
    return dwarf_formstring(dwarf_attr(die, attribute, &place));
}

callout_set export_comments(const char *path)
{
    int file = open(path, O_RDONLY | O_CLOEXEC);
    Dwarf *dwarf = file < 0 ? NULL : dwarf_begin(file, DWARF_C_READ);
    callout_set found = 0;
    size_t header;
    for (Dwarf_Off at = 0, next; dwarf && dwarf_nextcu(dwarf, at, &next, &header, NULL, NULL, NULL) == 0; at = next) {
        Dwarf_Die unit;
        const char *name = dwarf_offdie(dwarf, at + header, &unit) ? dwarf_diename(&unit) : NULL;
        if (name)
            found |= read_source(text_of(&unit, DW_AT_comp_dir), name);
    }
    dwarf_end(dwarf);
    if (file >= 0)
        close(file);
    return found;
}

#else

callout_set export_comments(const char *path)
{
    (void)path;
    return 0;
}

#endif
