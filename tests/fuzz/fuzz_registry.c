/* SPDX-License-Identifier: MIT */
/* Any bytes as a registry export: read it, look values up, and find the DLLs it names. */
#include "callout/chain.h"
#include "scenario/admindll.h"

#include <stdlib.h>
#include <string.h>

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#define NAME "fuzz.reg"
#define PARAMETERS "HKEY_LOCAL_MACHINE\\System\\CurrentControlSet\\Services\\RemoteAccess\\Parameters\\Ip"

/* One line, with a place */
static void check_error(const struct error *error)
{
    const char *at = error->text + strlen(NAME ":");
    if (error->class != FAILURE_USAGE || strncmp(error->text, NAME ":", strlen(NAME ":")) != 0)
        abort();
    for (int i = 0; i < 2; i++) {
        size_t digits = strspn(at, "0123456789");
        if (digits == 0 || *at == '0' || at[digits] != ':')
            abort();
        at += digits + 1;
    }
    if (*at != ' ' || !at[1] || strchr(at, '\n'))
        abort();
}

static void look_up(const struct registry *registry)
{
    struct admindll_mapping mappings[] = {{(char[]){"C:\\callouts\\"}, "./nowhere/"},
                                          {(char[]){"c:/Callouts/deep"}, "deep"}};
    struct admindll admindll;
    static const struct policy_choices usual;
    struct registry_value value;
    struct text warnings = {0};
    struct error error = {0};
    uint32_t number;
    registry_dword(registry, PARAMETERS, "InitialAddressPoolSize", &number);
    if (registry_find(registry, ADMINDLL_KEY, "", &value) &&
        (!value.bytes || (value.string && strlen(value.string) > value.length)))
        abort();
    if (admindll_find(&admindll, registry, NAME, mappings, 2, &usual, &warnings, &error)) {
        for (size_t i = 0; i < admindll.count; i++)
            if (!*admindll.files[i] || strchr(admindll.files[i], '\n'))
                abort();
        admindll_free(&admindll);
    } else {
        check_error(&error);
    }
    text_free(&warnings);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct registry registry;
    struct error error = {0};
    if (registry_parse(&registry, (const char *)data, size, NAME, &error)) {
        look_up(&registry);
        registry_free(&registry);
    } else {
        check_error(&error);
    }
    return 0;
}
