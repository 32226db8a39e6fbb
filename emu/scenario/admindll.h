/* SPDX-License-Identifier: MIT */
/**
 * @file admindll.h
 * The administration DLLs a registry names (D.key, D.list, D.display), as files of this machine.
 */
#ifndef RRASEMU_SCENARIO_ADMINDLL_H
#define RRASEMU_SCENARIO_ADMINDLL_H

#include "ras/policy.h"
#include "scenario/registry.h"

/** Where the DLLs are named. */
#define ADMINDLL_KEY "HKEY_LOCAL_MACHINE\\SOFTWARE\\Microsoft\\RAS\\AdminDll"

/** `--map 'C:\callouts\=./build/'`: what a Windows path begins with, what stands for it. */
struct admindll_mapping {
    char *prefix;       /**< without regard to case; / and \ are one */
    const char *folder; /**< here, with forward slashes */
};

/** What the registry says. */
struct admindll {
    char **files; /**< in calling order */
    char **paths; /**< as the registry has them */
    size_t count;
    char *display_name; /**< NULL: none */
};

/** Takes a mapping from its option; free() its prefix. */
bool admindll_mapping_parse(const char *option, struct admindll_mapping *mapping, struct error *error);

/** Reads the list (Q28): split at semicolons, without blanks around, empty items left out. No key
 * or no value is an empty list (S1). A path goes by the longest mapping it begins with, the last of
 * equals; without one its file is looked for beside `reg_path`. Upper and lower case are one, as on Windows.
 * An X.dll that is not there is taken as X.so. Policies say what becomes of quotes and variables. Whether this version of Windows takes a list is asked when the service starts
 * (D.single). `warnings` gets a line each. */
bool admindll_find(struct admindll *admindll, const struct registry *registry, const char *reg_path,
                   const struct admindll_mapping *mappings, size_t mapping_count, const struct policy_choices *policies,
                   struct text *warnings, struct error *error);

void admindll_free(struct admindll *admindll);

#endif
