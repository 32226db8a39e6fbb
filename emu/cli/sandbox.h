/* SPDX-License-Identifier: MIT */
/**
 * @file sandbox.h
 * The folder of a run that holds what callouts write to paths of Windows (api/runtime/sandbox.h).
 */
#ifndef RRASEMU_CLI_SANDBOX_H
#define RRASEMU_CLI_SANDBOX_H

#include "core/error.h"
#include "core/text.h"
#include "scenario/registry.h"
#include "scenario/scenario.h"

#include <stdbool.h>

/** Names it to all that run callouts, by the environment variable RRASEMU_SANDBOX: the given folder, or a new one for
 * temporary files. It comes into being when a callout writes. */
bool sandbox_choose(const char *given, struct error *error);

/** Puts the registry there that callouts are to see, in place of the one that may be there. */
bool sandbox_set_registry(const struct registry *export, struct error *error);

/** Tells DLLs what the scenario says of peers and accounts (api/runtime/world.h), before any is loaded. */
bool sandbox_set_world(const struct scenario *scenario, struct error *error);

/** No DLL is loaded any more. */
void sandbox_end_world(void);

/** Tells where a folder is that nobody named, if callouts wrote anything. */
void sandbox_tell(const char *given);

/** Adds the path of the file that holds the registry of the run. */
void sandbox_registry_path(struct text *path);

#endif
