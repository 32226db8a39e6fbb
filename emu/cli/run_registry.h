/* SPDX-License-Identifier: MIT */
/**
 * @file run_registry.h
 * What `rrasemu run` does with --reg and --map: the registry export and the DLLs it names.
 */
#ifndef RRASEMU_CLI_RUN_REGISTRY_H
#define RRASEMU_CLI_RUN_REGISTRY_H

#include "callout/chain.h"
#include "scenario/admindll.h"

/** The registry of a run; all zero is none. */
struct run_registry {
    const char *path; /**< NULL: no --reg */
    struct admindll_mapping *mappings;
    size_t mapping_count;
    struct admindll admindll; /**< what was found */
    uint32_t block;           /**< InitialAddressPoolSize (B2.dhcp); 0: none */
};

/** Takes `--reg` and `--map`. */
bool run_registry_set_file(struct run_registry *registry, const char *path, struct error *error);
bool run_registry_add_mapping(struct run_registry *registry, const char *option, struct error *error);

/** Reads the file, once all options are known. Warnings go to standard error, a line each. */
bool run_registry_read(struct run_registry *registry, struct error *error);

/** The DLLs that the registry names as policies read it: as the file has them, or, `again`, as the run has left
 * it. False with an error when that cannot be read. */
bool run_registry_list(const struct run_registry *registry, bool again, const struct policy_choices *policies,
                       struct admindll *admindll, struct error *error);

void run_registry_free(struct run_registry *registry);

#endif
