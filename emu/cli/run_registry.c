/* SPDX-License-Identifier: MIT */
#include "cli/run_registry.h"

#include "cli/sandbox.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

bool run_registry_set_file(struct run_registry *registry, const char *path, struct error *error)
{
    if (registry->path)
        return error_set(error, FAILURE_USAGE, "--reg: given twice, expected one registry file");
    registry->path = path;
    return true;
}

bool run_registry_add_mapping(struct run_registry *registry, const char *option, struct error *error)
{
    void *grown = realloc(registry->mappings, (registry->mapping_count + 1) * sizeof *registry->mappings);
    if (!grown)
        return error_out_of_memory(error);
    registry->mappings = grown;
    if (!admindll_mapping_parse(option, &registry->mappings[registry->mapping_count], error))
        return false;
    registry->mapping_count++;
    return true;
}

static void warn(const char *lines)
{
    for (const char *end; (end = strchr(lines, '\n')); lines = end + 1)
        fprintf(stderr, "rrasemu: warning: %.*s\n", (int)(end - lines), lines);
}

/* What the registry says of the server itself */
static bool read_server(struct run_registry *registry, const struct registry *export, struct error *error)
{
    static const char *const key =
        "HKEY_LOCAL_MACHINE\\System\\CurrentControlSet\\Services\\RemoteAccess\\Parameters\\Ip";
    static const char *const name = "InitialAddressPoolSize";
    struct registry_value value;
    if (!registry_find(export, key, name, &value))
        return true;
    return (registry_dword(export, key, name, &registry->block) && registry->block >= 1 &&
            registry->block <= POOL_BLOCK_MOST) ||
           error_set(error, FAILURE_USAGE, "%s:%d:%d: %s, expected a dword from 1 to %d, the leases fetched at once",
                     registry->path, value.place.line, value.place.column, name, POOL_BLOCK_MOST);
}

bool run_registry_read(struct run_registry *registry, struct error *error)
{
    struct registry export;
    struct text warnings = {0};
    if (!registry->path && registry->mapping_count > 0)
        return error_set(error, FAILURE_USAGE, "--map without --reg, whose paths it is for");
    if (!registry->path)
        return true;
    if (!registry_read(&export, registry->path, error))
        return false;
    static const struct policy_choices usual;
    bool fine = admindll_find(&registry->admindll, &export, registry->path, registry->mappings, registry->mapping_count,
                              &usual, &warnings, error);
    warn(text_string(&warnings));
    text_free(&warnings);
    fine = fine && read_server(registry, &export, error) && sandbox_set_registry(&export, error);
    registry_free(&export);
    return fine;
}

bool run_registry_list(const struct run_registry *registry, bool again, const struct policy_choices *policies,
                       struct admindll *admindll, struct error *error)
{
    struct registry export;
    struct text present = {0}, unheard = {0};
    *admindll = (struct admindll){0};
    if (!registry->path)
        return true;
    if (again)
        sandbox_registry_path(&present);
    bool fine = registry_read(&export, again ? text_string(&present) : registry->path, error);
    text_free(&present);
    if (!fine)
        return false;
    fine = admindll_find(admindll, &export, registry->path, registry->mappings, registry->mapping_count, policies,
                         &unheard, error);
    registry_free(&export);
    text_free(&unheard);
    return fine;
}

void run_registry_free(struct run_registry *registry)
{
    for (size_t i = 0; i < registry->mapping_count; i++)
        free(registry->mappings[i].prefix);
    free(registry->mappings);
    admindll_free(&registry->admindll);
    *registry = (struct run_registry){0};
}
