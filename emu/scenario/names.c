/* SPDX-License-Identifier: MIT */
#include "scenario/names.h"

#include <search.h>
#include <stdlib.h>
#include <string.h>

struct name_entry {
    const char *name;
    uint32_t number;
};

static int compare_names(const void *a, const void *b)
{
    return strcmp(((const struct name_entry *)a)->name, ((const struct name_entry *)b)->name);
}

bool names_set(struct names *names, const char *name, uint32_t number)
{
    struct name_entry *entry = malloc(sizeof *entry);
    if (!entry)
        return false;
    *entry = (struct name_entry){name, number};
    struct name_entry **found = tsearch(entry, &names->tree, compare_names);
    if (!found || *found != entry)
        free(entry);
    if (found)
        (*found)->number = number;
    return found != NULL;
}

bool names_get(const struct names *names, const char *name, uint32_t *number)
{
    struct name_entry **found = tfind(&(struct name_entry){.name = name}, &names->tree, compare_names);
    if (found)
        *number = (*found)->number;
    return found != NULL;
}

void names_free(struct names *names)
{
    tdestroy(names->tree, free);
    names->tree = NULL;
}
