/* SPDX-License-Identifier: MIT */
#include "scenario/near_miss.h"

#include "scenario/admindll.h"

#include <string.h>

/* Where the list is looked for by mistake: below these, in a value of that name */
static const struct {
    const char *below, *why;
} places[] = {
    {"HKEY_LOCAL_MACHINE\\SOFTWARE\\WOW6432Node\\Microsoft\\RAS\\",
     "stands under WOW6432Node, where a 32-bit installer puts it and a 64-bit service does not look"},
    {"HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\RAS\\SecurityHost",
     "names a RAS security DLL, which is another thing than an administration DLL"},
    {"HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\RAS\\",
     "stands under a key of its own, as the SDK's sample of 1998 has it"},
    {"HKEY_CURRENT_USER\\SOFTWARE\\Microsoft\\RAS\\", "stands under HKEY_CURRENT_USER, which no service reads"},
};

static bool begins(const char *key, const char *with)
{
    size_t length = strlen(with);
    return strlen(key) >= length && registry_same_name(key, with, length);
}

static bool is_name(const char *name, const char *other)
{
    return strlen(name) == strlen(other) && registry_same_name(name, other, strlen(other));
}

static const char *why_not(const char *key)
{
    for (size_t i = 0; i < sizeof places / sizeof *places; i++)
        if (begins(key, places[i].below))
            return places[i].why;
    return NULL;
}

static void add_warning(struct text *warnings, const char *reg_path, struct place place, const char *what,
                        const char *why)
{
    text_addf(warnings, "%s:%d:%d: %s %s; expected " ADMINDLL_KEY ", DLLPath (D.key)\n", reg_path, place.line,
              place.column, what, why);
}

void near_miss_keys(struct text *warnings, const struct registry *registry, const char *reg_path)
{
    const char *key = "";
    struct registry_value unused;
    bool listed = registry_find(registry, ADMINDLL_KEY, "DLLPath", &unused);
    for (size_t i = 0; i < registry->count; i++) {
        const struct registry_statement *statement = &registry->statements[i];
        const char *name = registry->store.data + statement->name;
        if (statement->act == REGISTRY_OPEN_KEY)
            key = name;
        if (statement->act != REGISTRY_SET_VALUE || !registry_find(registry, key, name, &unused))
            continue;
        bool ours = is_name(key, ADMINDLL_KEY), path = is_name(name, "DLLPath");
        if (path && !ours && why_not(key))
            add_warning(warnings, reg_path, statement->place, "this DLLPath", why_not(key));
        if (ours && !listed && !*name)
            add_warning(warnings, reg_path, statement->place, "the key's default value",
                        "is not where the DLLs are listed");
    }
}

const char *near_miss_path(const char *as_read)
{
    if (strchr(as_read, '"'))
        return "the quotes belong to the path (Q28); --policy path-quotes=stripped takes them off";
    if (strchr(as_read, '%'))
        return "variables are not replaced (Q28); --policy path-variables=expanded replaces them";
    if (strchr(as_read, ','))
        return "a comma belongs to the path (D.list); semicolons separate paths";
    return NULL;
}
