/* SPDX-License-Identifier: MIT */
#include "callout/chain.h"

#include "core/text.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* --- making and unmaking --- */

static char *transcript_name(const struct chain *chain, const struct dll_source *source)
{
    const char *slash = source->path ? strrchr(source->path, '/') : NULL;
    const char *base = source->name ? source->name : slash ? slash + 1 : source->path;
    size_t before = 0, length = strlen(base);
    for (size_t i = 0; i < chain->count; i++) {
        const char *other = chain->dlls[i].name;
        before += strncmp(other, base, length) == 0 && (!other[length] || other[length] == '#');
    }
    struct text name = {0};
    text_add(&name, base);
    if (before > 0)
        text_addf(&name, "#%zu", before + 1);
    if (!name.failed)
        return name.data;
    text_free(&name);
    return NULL;
}

bool chain_add(struct chain *chain, const struct dll_source *source, struct error *error)
{
    if (chain->count == CHAIN_DLLS_MOST)
        return error_set(error, FAILURE_USAGE, "more than %d DLLs", CHAIN_DLLS_MOST);
    struct dll *dll = &chain->dlls[chain->count];
    *dll = (struct dll){.source = *source, .name = transcript_name(chain, source)};
    if (!dll->name)
        return error_out_of_memory(error);
    chain->count++;
    return true;
}

void chain_forget_modules(struct chain *chain)
{
    if (chain->host.reset)
        chain->host.reset(chain->host.self);
    for (size_t i = 0; i < chain->count; i++) {
        struct dll *dll = &chain->dlls[i];
        if (dll->module)
            chain->host.unload(chain->host.self, dll->module, NULL);
        *dll = (struct dll){.source = dll->source, .name = dll->name};
    }
}

void chain_clear(struct chain *chain)
{
    for (size_t i = 0; i < chain->count; i++)
        free(chain->dlls[i].name);
    chain->count = 0;
}
