/* SPDX-License-Identifier: MIT */
#include "scenario/registry.h"

#include <stdlib.h>
#include <string.h>

void registry_free(struct registry *registry)
{
    text_free(&registry->store);
    free(registry->statements);
    *registry = (struct registry){0};
}

static char fold(char letter)
{
    return letter >= 'a' && letter <= 'z' ? (char)(letter - 'a' + 'A') : letter;
}

bool registry_same_name(const char *a, const char *b, size_t length)
{
    for (size_t i = 0; i < length; i++)
        if (fold(a[i]) != fold(b[i]))
            return false;
    return true;
}

static bool same(const char *a, const char *b)
{
    size_t length = strlen(a);
    return strlen(b) == length && registry_same_name(a, b, length);
}

/* Whether `key` is `upper` or lies below it */
static bool within(const char *key, const char *upper)
{
    size_t length = strlen(upper);
    return strlen(key) >= length && registry_same_name(key, upper, length) && (!key[length] || key[length] == '\\');
}

bool registry_find(const struct registry *registry, const char *key, const char *name, struct registry_value *value)
{
    const struct registry_statement *found = NULL;
    bool inside = false;
    for (size_t i = 0; i < registry->count; i++) {
        const struct registry_statement *statement = &registry->statements[i];
        const char *named = registry->store.data + statement->name;
        switch ((enum registry_act)statement->act) {
        case REGISTRY_OPEN_KEY:
            inside = same(key, named);
            break;
        case REGISTRY_DELETE_KEY:
            inside = false;
            found = within(key, named) ? NULL : found;
            break;
        case REGISTRY_SET_VALUE:
            found = inside && same(name, named) ? statement : found;
            break;
        case REGISTRY_DELETE_VALUE:
            found = inside && same(name, named) ? NULL : found;
            break;
        }
    }
    if (!found)
        return false;
    const char *data = registry->store.data + found->data;
    *value = (struct registry_value){.place = found->place,
                                     .type = found->type,
                                     .string = found->is_string ? data : NULL,
                                     .bytes = (const uint8_t *)data,
                                     .length = found->length};
    return true;
}

bool registry_dword(const struct registry *registry, const char *key, const char *name, uint32_t *number)
{
    struct registry_value value;
    if (!registry_find(registry, key, name, &value) || value.type != REGISTRY_DWORD || value.length != sizeof *number)
        return false;
    *number = 0;
    for (size_t i = sizeof *number; i-- > 0;) /* little-endian, as in hex(4) */
        *number = *number << 8 | value.bytes[i];
    return true;
}
